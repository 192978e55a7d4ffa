// SPDX-License-Identifier: GPL-3.0-or-later
// What is installed beside the program: that it is all there and nothing else, that the desktop's own tools find no
// fault with it, that a file of ours is known as one, and that the manual page tells all that the command line has.
#include "app/CommandLine.h"
#include "app/ManPage.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QImage>
#include <QMimeDatabase>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <array>

namespace
{

const QString kId = QStringLiteral("io.github.actiscope.Actiscope");
const QString kType = QStringLiteral("application/vnd.actiscope.experiment+json");
constexpr int kPatience = 120'000; // milliseconds until a hang is called one
constexpr std::array kIconSizes{16, 22, 24, 32, 48, 64, 128, 256, 512};

QString text(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

struct Answer {
    int code = -1;
    QString output;
    QString messages;
};

Answer run(const QString& program, const QStringList& arguments, const QString& input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input.toUtf8());
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatience) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QString buildFolder()
{
    return QDir::cleanPath(QFileInfo(QStringLiteral(ACTISCOPE_PROGRAM)).path() + QStringLiteral("/.."));
}

/// The first group of `pattern` where it is found first.
QString found(const QString& where, const char* pattern)
{
    return QRegularExpression(QString::fromUtf8(pattern)).match(where).captured(1);
}

#define SKIP_WITHOUT(tool)                                                                                             \
    if (QStandardPaths::findExecutable(QStringLiteral(tool)).isEmpty())                                                \
    QSKIP(tool " is not installed")

} // namespace

class TestDesktop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void installsThisAndNothingElse();
    void iconsHaveTheirSize_data();
    void iconsHaveTheirSize();
    void theDesktopFileIsValid();
    void theDescriptionIsValid();
    void oneVersion();
    void theTypeIsValid();
    void filesAreKnown_data();
    void filesAreKnown();
    void theManualTellsAll();
    void theManualIsWellFormed();
    void theDebianPackage();

private:
    [[nodiscard]] QString installed(const QString& path) const { return m_folder.filePath(path); }

    QTemporaryDir m_folder;
};

void TestDesktop::initTestCase()
{
    const Answer answer = run(QStringLiteral("cmake"), {QStringLiteral("--install"), buildFolder(),
                                                        QStringLiteral("--prefix"), m_folder.path()});
    QVERIFY2(answer.code == 0, qPrintable(answer.messages));
    // As if it were installed for this user.
    qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("share")).toLocal8Bit());
    qunsetenv("XDG_DATA_DIRS");
}

void TestDesktop::installsThisAndNothingElse()
{
    const QString type = QString(kType).replace(QLatin1Char('/'), QLatin1Char('-'));
    QStringList expected{QStringLiteral("bin/actiscope"),
                         QStringLiteral("share/applications/%1.desktop").arg(kId),
                         QStringLiteral("share/metainfo/%1.metainfo.xml").arg(kId),
                         QStringLiteral("share/mime/packages/%1.xml").arg(kId),
                         QStringLiteral("share/man/man1/actiscope.1.gz"),
                         QStringLiteral("share/doc/actiscope/changelog.Debian.gz"),
                         QStringLiteral("share/doc/actiscope/copyright"),
                         QStringLiteral("share/icons/hicolor/scalable/apps/%1.svg").arg(kId),
                         QStringLiteral("share/icons/hicolor/scalable/mimetypes/%1.svg").arg(type)};
    for (const int size : kIconSizes) {
        expected << QStringLiteral("share/icons/hicolor/%1x%1/apps/%2.png").arg(size).arg(kId);
        expected << QStringLiteral("share/icons/hicolor/%1x%1/mimetypes/%2.png").arg(size).arg(type);
    }
    QStringList there;
    for (QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         files.hasNext();)
        there << QDir(m_folder.path()).relativeFilePath(files.next());
    expected.sort();
    there.sort();
    QCOMPARE(there.join(QLatin1Char('\n')), expected.join(QLatin1Char('\n')));
}

void TestDesktop::iconsHaveTheirSize_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("size");
    for (const int size : kIconSizes)
        for (const char* name :
             {"apps/io.github.actiscope.Actiscope", "mimetypes/application-vnd.actiscope.experiment+json"})
            QTest::addRow("%s %d", name, size)
                << QStringLiteral("share/icons/hicolor/%1x%1/%2.png").arg(size).arg(QString::fromUtf8(name)) << size;
}

void TestDesktop::iconsHaveTheirSize()
{
    QFETCH(QString, path);
    QFETCH(int, size);
    const QImage icon(installed(path));
    QCOMPARE(icon.size(), QSize(size, size));
    // It has a clear background, something dark and something light: it can be told apart on any ground.
    QCOMPARE(qAlpha(icon.pixel(0, 0)) < 128, true);
    int dark = 0;
    int light = 0;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            const QColor pixel = icon.pixelColor(x, y);
            dark += pixel.alpha() > 200 && pixel.lightness() < 70 ? 1 : 0;
            light += pixel.alpha() > 200 && pixel.lightness() > 200 ? 1 : 0;
        }
    QVERIFY(dark > size * size / 30);
    QVERIFY(light > size * size / 30);
}

void TestDesktop::theDesktopFileIsValid()
{
    const QString path = installed(QStringLiteral("share/applications/%1.desktop").arg(kId));
    const QString entry = text(path);
    QVERIFY(entry.contains(QStringLiteral("\nExec=actiscope %f\n")));
    QVERIFY(entry.contains(QStringLiteral("\nIcon=%1\n").arg(kId)));
    QVERIFY(entry.contains(QStringLiteral("\nMimeType=%1;\n").arg(kType)));
    SKIP_WITHOUT("desktop-file-validate");
    const Answer answer = run(QStringLiteral("desktop-file-validate"), {QStringLiteral("--no-hints"), path});
    QCOMPARE(answer.output + answer.messages, QString());
    QCOMPARE(answer.code, 0);
}

void TestDesktop::theDescriptionIsValid()
{
    const QString path = installed(QStringLiteral("share/metainfo/%1.metainfo.xml").arg(kId));
    const QString description = text(path);
    QVERIFY(description.contains(QStringLiteral("<launchable type=\"desktop-id\">%1.desktop<").arg(kId)));
    QVERIFY(description.contains(QStringLiteral("<mediatype>%1<").arg(kType)));
    SKIP_WITHOUT("appstreamcli");
    const Answer answer = run(QStringLiteral("appstreamcli"), {QStringLiteral("validate"), QStringLiteral("--no-net"),
                                                               QStringLiteral("--strict"), path});
    QVERIFY2(answer.code == 0, qPrintable(answer.output + answer.messages));
}

void TestDesktop::oneVersion()
{
    const QString version =
        run(QStringLiteral(ACTISCOPE_PROGRAM), {QStringLiteral("--version")}).output.section(QLatin1Char('\n'), 0, 0);
    const QString number = version.section(QLatin1Char(' '), 1);
    QVERIFY(!number.isEmpty());
    const QString metainfo = text(installed(QStringLiteral("share/metainfo/%1.metainfo.xml").arg(kId)));
    QCOMPARE(found(metainfo, "<release version=\"([^\"]*)\""), number);
    const QString changes = text(QStringLiteral(ACTISCOPE_RESOURCES "/desktop/changelog.in"));
    QCOMPARE(found(changes, "^actiscope \\(([^-)]*)-"), number);
    QVERIFY(app::manPage().contains(QStringLiteral("\"Actiscope %1\"").arg(number)));
}

void TestDesktop::theTypeIsValid()
{
    SKIP_WITHOUT("update-mime-database");
    const Answer answer = run(QStringLiteral("update-mime-database"), {installed(QStringLiteral("share/mime"))});
    QCOMPARE(answer.messages, QString());
    QCOMPARE(answer.code, 0);
    const QString globs = text(installed(QStringLiteral("share/mime/globs2")));
    QVERIFY(globs.contains(QStringLiteral("80:%1:*.actiscope\n").arg(kType)));
    QVERIFY(globs.contains(QStringLiteral("80:%1:*.actiscope.json\n").arg(kType)));
}

void TestDesktop::filesAreKnown_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("type");
    const QByteArray experiment = R"({ "format": "actiscope-experiment", "version": 1 })";
    QTest::newRow("saved") << QStringLiteral("a.actiscope") << experiment << kType;
    QTest::newRow("empty") << QStringLiteral("a.actiscope") << QByteArray() << kType;
    QTest::newRow("double") << QStringLiteral("a.actiscope.json") << experiment << kType;
    QTest::newRow("nameless") << QStringLiteral("a") << experiment << kType;
    QTest::newRow("indented") << QStringLiteral("a") << QByteArray(experiment).replace(' ', "\n    ") << kType;
    QTest::newRow("JSON") << QStringLiteral("a.json") << QByteArray("{}") << QStringLiteral("application/json");
}

void TestDesktop::filesAreKnown()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, type);
    const QMimeType known = QMimeDatabase().mimeTypeForFileNameAndData(name, content);
    QCOMPARE(known.name(), type);
    QVERIFY(known.inherits(QStringLiteral("application/json")));
}

void TestDesktop::theManualTellsAll()
{
    // Without its fonts and escapes it is the text that is read.
    const QString page = app::manPage()
                             .remove(QRegularExpression(QStringLiteral("\\\\f[BIR]")))
                             .replace(QStringLiteral("\\-"), QStringLiteral("-"))
                             .replace(QStringLiteral("\\[u2026]"), QStringLiteral("…"));
    for (const app::CommandRow& command : app::commandTable()) {
        const QString name = QStringLiteral("actiscope %1").arg(QString::fromUtf8(command.name)).trimmed();
        const QString heading = QStringLiteral("\n.SS %1 %2\n")
                                    .arg(name, QString::fromUtf8(command.words))
                                    .replace(QStringLiteral(" \n"), QStringLiteral("\n"));
        QVERIFY2(page.contains(heading), qPrintable(heading));
        const QString part = page.section(heading, 1).section(QStringLiteral("\n.S"), 0, 0);
        for (const app::OptionRow& option : command.options) {
            const QString term =
                QString::fromUtf8(option.name) +
                (option.value != nullptr ? QLatin1Char(' ') + QString::fromUtf8(option.value) : QString());
            QVERIFY2(part.contains(QStringLiteral("\n.TP\n%1\n").arg(term)), qPrintable(heading + term));
        }
    }
    for (const char* title : {"NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "KEYS AND VALUES", "EXIT STATUS", "FILES",
                              "EXAMPLES", "SEE ALSO"})
        QCOMPARE(page.count(QStringLiteral("\n.SH %1\n").arg(QString::fromUtf8(title))), 1);
    for (const char* key : {"network.depth", "network.activation.negative_slope", "network.normalization.momentum",
                            "optimizer.beta2", "optimizer.momentum", "optimizer.alpha", "optimizer.clip_norm",
                            "optimizer.schedule.gamma", "optimizer.schedule.warmup_steps", "loss.kind", "loss.delta"})
        QCOMPARE(page.count(QStringLiteral("\n.TP\n%1\n").arg(QString::fromUtf8(key))), 1);
}

void TestDesktop::theManualIsWellFormed()
{
    const QString page = app::manPage();
    for (const QChar character : page)
        QVERIFY(character == QLatin1Char('\n') || (character >= QLatin1Char(' ') && character <= QLatin1Char('~')));
    SKIP_WITHOUT("groff");
    const Answer answer =
        run(QStringLiteral("groff"), {QStringLiteral("-man"), QStringLiteral("-Tutf8"), QStringLiteral("-wall")}, page);
    QCOMPARE(answer.messages, QString());
    QCOMPARE(answer.code, 0);
    QVERIFY(answer.output.contains(QStringLiteral("vanishing-sigmoid")));
}

void TestDesktop::theDebianPackage()
{
    SKIP_WITHOUT("dpkg-shlibdeps");
    SKIP_WITHOUT("file"); // by it cpack finds the programs whose libraries are asked for
    const QTemporaryDir folder;
    const Answer packed =
        run(QStringLiteral("cpack"), {QStringLiteral("--config"), buildFolder() + QStringLiteral("/CPackConfig.cmake"),
                                      QStringLiteral("-B"), folder.path()});
    QVERIFY2(packed.code == 0, qPrintable(packed.output + packed.messages));
    const QStringList packages = QDir(folder.path()).entryList({QStringLiteral("actiscope_*.deb")});
    QCOMPARE(packages.size(), 1);
    const QString package = folder.filePath(packages.first());

    const QString depends =
        run(QStringLiteral("dpkg-deb"), {QStringLiteral("-f"), package, QStringLiteral("Depends")}).output;
    for (const char* library : {"libqt6widgets6", "libqt6svg6", "libqcustomplot2.1-qt6", "libc6", "qt6-svg-plugins |"})
        QVERIFY2(depends.contains(QString::fromUtf8(library)), qPrintable(depends));

    // Nothing outside of /usr, which no other package minds; everybody may read, only root may write.
    const QString content = run(QStringLiteral("dpkg-deb"), {QStringLiteral("-c"), package}).output;
    const QRegularExpression line(
        QStringLiteral("^(drwxr-xr-x|-rw-r--r--|-rwxr-xr-x) root/root +\\d+ \\S+ \\S+ \\./(usr/.*)?$"));
    const QStringList lines = content.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 20);
    for (const QString& entry : lines)
        QVERIFY2(line.match(entry).hasMatch(), qPrintable(entry));
}

QTEST_GUILESS_MAIN(TestDesktop)
#include "TestDesktop.moc"
