// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Language.h"

#include <QCoreApplication>
#include <QDir>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <utility>

namespace app
{

namespace
{

const QString kFolder = QStringLiteral(":/translations");
const QString kWordsPrefix = QStringLiteral("actiscope_");
const QString kEnglish = QStringLiteral("en"); ///< the language of the sources: it needs no translation

/// The words of the program in this language; nullptr for English.
std::unique_ptr<QTranslator> ownWords(const QString& id)
{
    auto words = std::make_unique<QTranslator>();
    return id != kEnglish && words->load(kWordsPrefix + id, kFolder) ? std::move(words) : nullptr;
}

/// Those of Qt's own dialogs, where the system has them.
std::unique_ptr<QTranslator> dialogWords(const QString& id)
{
    auto words = std::make_unique<QTranslator>();
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    return id != kEnglish && words->load(QStringLiteral("qtbase_") + id, folder) ? std::move(words) : nullptr;
}

/// Empty if the language's letters can be drawn here, or if nothing is drawn. Said in the language that can be read.
QString missingFontSentence(const QString& id)
{
    const bool isChinese = QLocale(id).script() == QLocale::SimplifiedHanScript;
    if (!isChinese || qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr ||
        !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty())
        return {};
    return QCoreApplication::translate(
        "Language", "Chinese cannot be shown, because this system has no font with Chinese characters. Please install "
                    "one (on Debian: apt-get install fonts-noto-cjk) and start Actiscope again.");
}

} // namespace

QStringList languageNames()
{
    QStringList names{kEnglish};
    for (const QString& file :
         QDir(kFolder).entryList({kWordsPrefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name))
        names << file.mid(kWordsPrefix.size()).chopped(3); // ".qm"
    return names;
}

QString systemLanguage()
{
    const QStringList names = languageNames();
    // Not QTranslator's own search: it would pass over English, which has no file, to the user's second choice.
    for (const QString& wanted : QLocale::system().uiLanguages()) {
        const QLocale locale(wanted);
        const auto found = std::find_if(names.begin(), names.end(), [&](const QString& name) {
            const QLocale offered(name);
            return offered.language() == locale.language() && offered.script() == locale.script();
        });
        if (found != names.end())
            return *found;
    }
    return kEnglish;
}

QString translatedEarly(const char* context, const char* text)
{
    const std::unique_ptr<QTranslator> words = ownWords(systemLanguage());
    const QString translated = words ? words->translate(context, text) : QString();
    return translated.isEmpty() ? QString::fromUtf8(text) : translated;
}

Language::Language()
    : m_current(kEnglish)
{
}

Language::~Language() = default;

QString Language::choose(const QString& id)
{
    const QString wanted = languageNames().contains(id) ? id : systemLanguage();
    if (QString sentence = missingFontSentence(wanted); !sentence.isEmpty())
        return sentence;
    m_translators.clear(); // a translator that goes is uninstalled
    install(dialogWords(wanted));
    install(ownWords(wanted));
    m_current = wanted;
    return {};
}

void Language::install(std::unique_ptr<QTranslator> translator)
{
    if (!translator)
        return;
    QCoreApplication::installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

ui::Languages Language::offered()
{
    ui::Languages languages;
    for (const QString& id : languageNames()) {
        QString name = id == kEnglish ? QStringLiteral("English") : QLocale(id).nativeLanguageName();
        languages.entries.push_back({id, std::move(name)});
    }
    languages.current = [this] { return m_current; };
    languages.choose = [this](const QString& id) { return choose(id); };
    return languages;
}

} // namespace app
