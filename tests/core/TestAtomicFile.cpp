// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

class TestAtomicFile : public QObject
{
    Q_OBJECT

private slots:
    void writesAndReplaces();
    void keepsTheRights();
    void followsLinks();
    void aFaultLeavesNothingBehind();
    void readsWhole();
    void refusesWhatIsTooLarge();
};

void TestAtomicFile::writesAndReplaces()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("a b.json").toStdString();
    QVERIFY(writeWholeFile(path, "one"));
    QVERIFY(writeWholeFile(path, "two, longer"));
    QCOMPARE(readWholeFile(path, 100).value(), "two, longer");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestAtomicFile::keepsTheRights()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a");
    QVERIFY(writeWholeFile(path.toStdString(), "one"));
    const auto rights = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(path, rights));
    QVERIFY(writeWholeFile(path.toStdString(), "two"));
    QVERIFY(!(QFile::permissions(path) & QFile::ReadOther));
    QVERIFY(QFile::permissions(path) & QFile::ReadGroup);
}

void TestAtomicFile::followsLinks()
{
    const QTemporaryDir folder;
    QVERIFY(writeWholeFile(folder.filePath("target").toStdString(), "one"));
    QVERIFY(QFile::link(folder.filePath("target"), folder.filePath("link")));
    QVERIFY(writeWholeFile(folder.filePath("link").toStdString(), "two"));
    QVERIFY(QFileInfo(folder.filePath("link")).isSymLink());
    QCOMPARE(readWholeFile(folder.filePath("target").toStdString(), 100).value(), "two");
}

void TestAtomicFile::aFaultLeavesNothingBehind()
{
    const QTemporaryDir folder;
    const std::string missing = folder.filePath("no/such/folder/file").toStdString();
    const Outcome outcome = writeWholeFile(missing, "text");
    QVERIFY(!outcome);
    QCOMPARE(outcome.faults().front().code, FaultCode::Unwritable);
    QCOMPARE(outcome.faults().front().where, missing);
    QVERIFY(!outcome.faults().front().details.front().empty());
    QVERIFY(!writeWholeFile(folder.path().toStdString(), "text"));
    QVERIFY(QDir(folder.path()).isEmpty());
    if (QFileInfo::exists("/dev/full")) {
        QVERIFY(!writeWholeFile("/dev/full", "text"));
        QVERIFY(!QFileInfo("/dev/full").isFile());
    }
}

void TestAtomicFile::readsWhole()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("a").toStdString();
    const std::string content(200000, 'x');
    QVERIFY(writeWholeFile(path, content));
    QCOMPARE(readWholeFile(path, 200000).value(), content);
    QCOMPARE(readWholeFile(path + "b", 10).faults().front().code, FaultCode::Unreadable);
    QCOMPARE(readWholeFile(folder.path().toStdString(), 10).faults().front().code, FaultCode::Unreadable);
}

void TestAtomicFile::refusesWhatIsTooLarge()
{
    if (!QFileInfo::exists("/dev/zero"))
        QSKIP("no endless file on this system");
    QCOMPARE(readWholeFile("/dev/zero", 1'000'000).faults().front().code, FaultCode::FileTooLarge);
}

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "TestAtomicFile.moc"
