// SPDX-License-Identifier: GPL-3.0-or-later
// The words in resources/translations: that none is missing, superfluous or unfinished, that each fits the text it
// stands for, and that core's own words can be translated too.
#include "app/CommandLine.h"
#include "app/ComparisonSource.h"
#include "app/ExperimentSource.h"
#include "app/Language.h"
#include "app/Resources.h"
#include "core/data/Dataset.h"
#include "core/nn/Activation.h"
#include "core/nn/Initializer.h"
#include "core/nn/Loss.h"
#include "core/nn/Optimizer.h"
#include "core/nn/Schedule.h"
#include "core/nn/layers/Dropout.h"
#include "core/nn/layers/Normalization.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Words.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace
{

/// The ideographs; not \p{Han}, which counts their punctuation in.
const char* const kHan = "[\\x{4e00}-\\x{9fff}]";

struct Entry {
    QString context;
    QString source;
    QString state; ///< "unfinished", "vanished", "obsolete" or empty
    QStringList translations;
    bool plural = false;
};

QList<Entry> readEntries(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            entries << Entry{
                context, {}, {}, {}, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes")};
        } else if (xml.name() == QLatin1String("source")) {
            entries.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            entries.last().state = xml.attributes().value(QLatin1String("type")).toString();
            if (!entries.last().plural)
                entries.last().translations << xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform")) {
            entries.last().translations << xml.readElementText();
        }
    }
    return xml.hasError() ? QList<Entry>() : entries;
}

QStringList translationFiles()
{
    QStringList files;
    const QDir folder(QStringLiteral(ACTISCOPE_RESOURCES "/translations"));
    for (const QFileInfo& file : folder.entryInfoList({QStringLiteral("*.ts")}, QDir::Files))
        files << file.absoluteFilePath();
    return files;
}

QStringList matches(const QString& text, const QString& pattern)
{
    QStringList found;
    for (auto each = QRegularExpression(pattern).globalMatch(text); each.hasNext();)
        found << each.next().captured();
    found.sort();
    return found;
}

/// Each placeholder once, in order.
QStringList placeholders(const QString& text)
{
    QStringList found = matches(text, QStringLiteral("%(?:[0-9]|n)"));
    found.removeDuplicates();
    return found;
}

bool hasHan(const QString& text)
{
    return !matches(text, QString::fromUtf8(kHan)).isEmpty();
}

/// Texts that are the same in all languages: letters of formulas, names, papers, and what is only signs and
/// placeholders.
bool needsNoTranslation(const QString& text)
{
    static const QSet<QString> kNames{QStringLiteral("Actiscope"), QStringLiteral("SGD"),     QStringLiteral("Adam"),
                                      QStringLiteral("AdamW"),     QStringLiteral("Adagrad"), QStringLiteral("RMSprop"),
                                      QStringLiteral("PNG"),       QStringLiteral("SVG"),     QStringLiteral("PDF")};
    static const QRegularExpression kPaper(QStringLiteral("^[^:]+: .+ \\(\\d{4}\\)$"));
    if (text.contains(kPaper))
        return true;
    QString words = text;
    words.remove(QRegularExpression(QStringLiteral("%[0-9n]")));
    for (const QString& word : matches(words, QStringLiteral("\\p{L}{2,}")))
        if (!kNames.contains(word))
            return false;
    return true;
}

QByteArray listed(const QStringList& problems)
{
    return QByteArray("\n    ") + problems.join(QStringLiteral("\n    ")).toUtf8();
}

/// Every text of core's catalogues that the window may show.
QStringList catalogueStrings()
{
    QStringList texts;
    const auto add = [&](std::initializer_list<std::string_view> more) {
        for (const std::string_view text : more)
            texts << ui::fromCore(text);
    };
    for (const auto& row : core::activationCatalogue())
        add({row.formula, row.derivative, row.range, row.kinks, row.vanishing});
    for (const auto& row : core::initializerCatalogue())
        add({row.formula});
    for (const auto& row : core::lossCatalogue())
        add({row.formula});
    for (const auto& row : core::optimizerCatalogue())
        add({row.formula});
    for (const auto& row : core::scheduleCatalogue())
        add({row.formula});
    for (const auto& row : core::normalizationCatalogue())
        add({row.formula});
    for (const auto& row : core::dropoutCatalogue())
        add({row.formula});
    for (const auto& row : core::dataSourceCatalogue())
        add({row.formula});
    return texts;
}

/// What is no word in a formula: functions, and the names of parameters and of the letters of an initializer.
QSet<QString> formulaNames()
{
    QSet<QString> names;
    for (const char* name : {"tanh", "log", "ln", "sin", "cos", "arctan", "sech", "exp", "max", "min", "clip", "erf",
                             "fan_in", "fan_out", "gain", "scale", "shift", "rate", "epsilon"})
        names << QString::fromUtf8(name);
    const auto add = [&](const auto& catalogue) {
        for (const auto& row : catalogue)
            for (const core::ParameterInfo& parameter : row.parameters)
                names << ui::fromCore(parameter.name);
    };
    add(core::activationCatalogue());
    add(core::initializerCatalogue());
    add(core::lossCatalogue());
    add(core::optimizerCatalogue());
    add(core::scheduleCatalogue());
    return names;
}

QStringList texts(const std::vector<const char*>& table)
{
    QStringList texts;
    for (const char* text : table)
        texts << QString::fromUtf8(text);
    return texts;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(!translationFiles().isEmpty());
        QCOMPARE(app::languageNames().size(), translationFiles().size() + 1);
        QVERIFY(app::languageNames().contains(QStringLiteral("zh_CN")));
    }

    void everyEntryIsFinished()
    {
        QStringList problems;
        for (const QString& file : translationFiles()) {
            const QList<Entry> entries = readEntries(file);
            QVERIFY2(entries.size() > 300, qPrintable(file));
            for (const Entry& entry : entries)
                if (!entry.state.isEmpty() || entry.translations.isEmpty() || entry.translations.contains(QString()))
                    problems << entry.state + QStringLiteral(": ") + entry.context + QStringLiteral(": ") +
                                    entry.source;
        }
        QVERIFY2(problems.isEmpty(), listed(problems));
    }

    void sourcesAndEntriesAgree()
    {
        if (!QFile::exists(QStringLiteral(ACTISCOPE_LUPDATE)))
            QSKIP("lupdate is not installed; Debian has it in qt6-l10n-tools");
        QTemporaryDir folder;
        QStringList problems;
        for (const QString& file : translationFiles()) {
            const QString copy = folder.filePath(QFileInfo(file).fileName());
            QVERIFY(QFile::copy(file, copy));
            const QString sources = QStringLiteral(ACTISCOPE_SOURCES);
            QProcess lupdate;
            lupdate.start(QStringLiteral(ACTISCOPE_LUPDATE),
                          {QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"),
                           QStringLiteral("-I"), sources, sources + QStringLiteral("/ui"),
                           sources + QStringLiteral("/app"), QStringLiteral("-ts"), copy});
            QVERIFY(lupdate.waitForFinished(120'000));
            QCOMPARE(lupdate.exitCode(), 0);
            for (const Entry& entry : readEntries(copy))
                if (!entry.state.isEmpty())
                    problems << (entry.state == QLatin1String("unfinished") ? QStringLiteral("not in ")
                                                                            : QStringLiteral("superfluous in ")) +
                                    QFileInfo(file).fileName() + QStringLiteral(": ") + entry.context +
                                    QStringLiteral(": ") + entry.source;
        }
        problems << QString();
        QVERIFY2(problems.size() == 1, listed(problems) + "Please run the target update_translations, and translate.");
    }

    void translationsFitTheirTexts()
    {
        QStringList problems;
        for (const QString& file : translationFiles())
            for (const Entry& entry : readEntries(file))
                for (const QString& translation : entry.translations) {
                    const auto complain = [&](const char* what) {
                        problems << QString::fromUtf8(what) + QStringLiteral(": ") + entry.source +
                                        QStringLiteral(" → ") + translation;
                    };
                    if (placeholders(entry.source) != placeholders(translation))
                        complain("other placeholders");
                    if (translation == entry.source && !needsNoTranslation(translation))
                        complain("not translated");
                    if (translation.trimmed() != translation && entry.source.trimmed() == entry.source)
                        complain("space at an end");
                    if (translation.count(QLatin1Char('\n')) != entry.source.count(QLatin1Char('\n')))
                        complain("other paragraphs");
                }
        QVERIFY2(problems.isEmpty(), listed(problems));
    }

    void chineseIsSetWithCare()
    {
        QStringList problems;
        for (const Entry& entry : readEntries(QStringLiteral(ACTISCOPE_RESOURCES "/translations/actiscope_zh_CN.ts")))
            for (QString text : entry.translations) {
                text.replace(QRegularExpression(QStringLiteral("%[0-9n]")), QStringLiteral("%"));
                for (const char* pattern : {
                         "[\\x{4e00}-\\x{9fff}][,;:?!](?!\\w)",                               // half-width punctuation
                         "[\\x{4e00}-\\x{9fff}][A-Za-z0-9]|[A-Za-z0-9][\\x{4e00}-\\x{9fff}]", // no space between
                                                                                              // scripts
                         "[，。：；！？、] | [，。：；！？、]", // a space where the punctuation brings its own
                         "[\\x{4e00}-\\x{9fff}] [\\x{4e00}-\\x{9fff}]",
                     })
                    for (const QString& match : matches(text, QString::fromUtf8(pattern)))
                        problems << match + QStringLiteral(" in: ") + text;
            }
        QVERIFY2(problems.isEmpty(), listed(problems));
    }

    void wordsOfCoreHaveRows()
    {
        const QStringList rows = texts(ui::catalogueTexts());
        const QSet<QString> names = formulaNames();
        QStringList problems;
        for (const QString& text : catalogueStrings())
            for (const QString& word : matches(text, QStringLiteral("[A-Za-z_]{2,}")))
                if (!names.contains(word) && !rows.contains(text))
                    problems << text;
        QVERIFY2(problems.isEmpty(), listed(problems) + "\nPlease add these to ui/base/CatalogueWords.cpp.");
        for (const QString& row : rows)
            QVERIFY2(!catalogueStrings().filter(row).isEmpty(),
                     qPrintable(row + QStringLiteral(": no catalogue has this")));
    }

    void titlesOfPresetsHaveRows()
    {
        QStringList titles;
        for (const QString& name : app::presetNames())
            titles << ui::fromCore(app::readPreset(name, app::bundledResources()).value().title);
        for (const QString& name : app::comparisonNames())
            titles << ui::fromCore(app::readComparisonPreset(name, app::bundledResources()).value().plan.title);
        QStringList rows = texts(ui::presetTitles());
        titles.sort();
        rows.sort();
        QCOMPARE(rows, titles);
        // In the list of experiments only what stands before the colon is shown.
        app::Language language;
        for (const QString& id : app::languageNames()) {
            QCOMPARE(language.choose(id), QString());
            QSet<QString> shown;
            for (const QString& title : titles)
                shown << ui::shortTitle(ui::experimentTitle(title.toStdString()));
            QCOMPARE(shown.size(), titles.size());
        }
    }

    void everyTableSpeaksChinese()
    {
        app::Language language;
        QCOMPARE(language.choose(QStringLiteral("zh_CN")), QString());
        QStringList shown = texts(ui::catalogueTexts());
        for (QString& text : shown)
            text = ui::catalogueText(text.toStdString());
        for (const QString& title : texts(ui::presetTitles()))
            shown << ui::experimentTitle(title.toStdString());
        for (const ui::FieldWords& row : ui::fieldWordsTable())
            shown << ui::fieldLabel(row.path) << ui::fieldHelp(row.path);
        for (const ui::KindWords& row : ui::kindWordsTable())
            shown << ui::kindHelp(row.path, row.id);
        for (const app::CommandRow& command : app::commandTable())
            shown << QCoreApplication::translate("CommandLine", command.help);
        for (int code = 0; code <= static_cast<int>(core::FaultCode::BadExpression); ++code)
            shown << ui::faultText({static_cast<core::FaultCode>(code), "a", {"1", "2", "3"}, 1, 1});
        QStringList problems;
        for (const QString& text : shown)
            if (!hasHan(text) && !needsNoTranslation(text))
                problems << text;
        QVERIFY2(problems.isEmpty(), listed(problems));
        QCOMPARE(ui::shortTitle(ui::experimentTitle("Vanishing gradients: eight sigmoid layers")),
                 QString::fromUtf8("梯度消失"));
        QCOMPARE(ui::englishKindName("data.source", "moons"), QStringLiteral("Two moons"));
        QCOMPARE(ui::experimentTitle("My own: try"), QStringLiteral("My own: try"));
    }

    void everyOptionSpeaksChinese()
    {
        app::Language language;
        QCOMPARE(language.choose(QStringLiteral("zh_CN")), QString());
        QStringList problems;
        for (const QString& line : app::helpText().split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            if (!line.startsWith(QLatin1String("actiscope")) && !hasHan(line))
                problems << line;
        QVERIFY2(problems.isEmpty(), listed(problems));
    }

    void languagesAreExchanged()
    {
        app::Language language;
        const ui::Languages offered = language.offered();
        QCOMPARE(offered.entries.front().name, QStringLiteral("English"));
        QCOMPARE(offered.current(), QStringLiteral("en"));
        QCOMPARE(ui::fieldLabel("network.depth"), QStringLiteral("Depth"));
        QCOMPARE(offered.choose(QStringLiteral("zh_CN")), QString());
        QCOMPARE(offered.current(), QStringLiteral("zh_CN"));
        QCOMPARE(ui::fieldLabel("network.depth"), QString::fromUtf8("深度"));
        QCOMPARE(offered.choose(QStringLiteral("en")), QString());
        QCOMPARE(ui::fieldLabel("network.depth"), QStringLiteral("Depth"));
        const auto chinese = std::find_if(offered.entries.begin(), offered.entries.end(),
                                          [](const auto& entry) { return entry.id == QLatin1String("zh_CN"); });
        QVERIFY(chinese != offered.entries.end());
        QCOMPARE(chinese->name, QString::fromUtf8("简体中文"));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "TestTranslations.moc"
