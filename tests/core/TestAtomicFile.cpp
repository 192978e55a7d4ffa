// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <random>
#include <system_error>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace core;

namespace
{

/// What `work` returns in a process of its own, whose limits and file systems are its own too.
std::string inChild(const std::function<std::string()>& work)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        return "no pipe";
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        const std::string answer = work();
        const ssize_t written = ::write(ends[1], answer.data(), answer.size());
        std::_Exit(written == static_cast<ssize_t>(answer.size()) ? 0 : 1);
    }
    ::close(ends[1]);
    std::string answer(4096, '\0');
    std::size_t size = 0;
    for (ssize_t count = 1; count > 0 && size < answer.size(); size += static_cast<std::size_t>(count))
        count = std::max<ssize_t>(0, ::read(ends[0], answer.data() + size, answer.size() - size));
    answer.resize(size);
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return answer;
}

bool writeLine(const char* path, const std::string& line)
{
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    const bool written = file >= 0 && ::write(file, line.data(), line.size()) == static_cast<ssize_t>(line.size());
    ::close(file);
    return written;
}

/// A disk of 64 kB on `folder` that only this process sees. Its user need not be the administrator where the system
/// lets everybody have file systems of their own.
bool mountSmallDisk(const std::string& folder)
{
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (user == 0) {
        if (::unshare(CLONE_NEWNS) != 0)
            return false;
    } else if (::unshare(CLONE_NEWNS | CLONE_NEWUSER) != 0 || !writeLine("/proc/self/setgroups", "deny") ||
               !writeLine("/proc/self/uid_map", "0 " + std::to_string(user) + " 1") ||
               !writeLine("/proc/self/gid_map", "0 " + std::to_string(group) + " 1")) {
        return false;
    }
    ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    return ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=64k") == 0;
}

/// Saves "old", then something that is too long. Returns what is there and what was said.
std::string saveTooMuch(const std::string& path)
{
    if (!writeWholeFile(path, "old"))
        return "the first did not fit";
    const Outcome outcome = writeWholeFile(path, std::string(200'000, 'x'));
    if (outcome)
        return "the second did fit";
    const auto content = readWholeFile(path, 1'000'000);
    const qsizetype files = QFileInfo(QString::fromStdString(path)).dir().entryList(QDir::Files | QDir::Hidden).size();
    return (content ? content.value().substr(0, 10) : "nothing") + ", " + std::to_string(files) + " file, " +
           outcome.faults().front().details.front();
}

bool hasNamelessFiles(const QString& folder)
{
    const int file = ::open(folder.toLocal8Bit().constData(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    return file >= 0 && ::close(file) == 0;
}

} // namespace

class TestAtomicFile : public QObject
{
    Q_OBJECT

private slots:
    void writesAndReplaces();
    void keepsTheRights();
    void followsLinks();
    void aFaultLeavesNothingBehind();
    void aKilledProgramLeavesOneOrTheOther();
    void aFullDiskKeepsTheOld();
    void aLimitKeepsTheOld();
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

void TestAtomicFile::aKilledProgramLeavesOneOrTheOther()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath("experiment.actiscope").toStdString();
    const std::array documents{std::string(300'000, 'a'), std::string(500'000, 'b')};
    const auto isWhole = [&](const std::string& name) {
        const auto content = readWholeFile(name, 1'000'000);
        return content && (content.value() == documents[0] || content.value() == documents[1]);
    };
    QVERIFY(writeWholeFile(path, documents[0]));
    std::mt19937 random(1);
    std::uniform_int_distribution<useconds_t> moment(0, 20'000);
    for (int round = 0; round < 50; ++round) {
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0)
            for (std::size_t saved = 0;; ++saved)
                if (!writeWholeFile(path, documents.at(saved % 2)))
                    std::_Exit(1);
        ::usleep(moment(random));
        ::kill(child, SIGKILL);
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY2(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "the child did not save until it was killed");
        QVERIFY2(isWhole(path), qPrintable(QString("round %1").arg(round)));
    }
    // What has a name is whole, be it the last name that a document has before its own.
    if (hasNamelessFiles(folder.path()))
        for (const QString& name : QDir(folder.path()).entryList(QDir::Files | QDir::Hidden))
            QVERIFY2(isWhole(folder.filePath(name).toStdString()), qPrintable(name));
    QVERIFY(writeWholeFile(path, "after it"));
    QCOMPARE(readWholeFile(path, 100).value(), "after it");
}

void TestAtomicFile::aFullDiskKeepsTheOld()
{
    const QTemporaryDir folder;
    const std::string answer = inChild([&] {
        return mountSmallDisk(folder.path().toStdString()) ? saveTooMuch(folder.filePath("a").toStdString())
                                                           : "no disk";
    });
    if (answer == "no disk")
        QSKIP("this system lets nobody mount a small disk to fill");
    QCOMPARE(QString::fromStdString(answer),
             QString::fromStdString("old, 1 file, " + std::generic_category().message(ENOSPC)));
}

void TestAtomicFile::aLimitKeepsTheOld()
{
    const QTemporaryDir folder;
    const std::string answer = inChild([&] {
        const rlimit limit{100'000, 100'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, SIG_IGN);
        return saveTooMuch(folder.filePath("a").toStdString());
    });
    QCOMPARE(QString::fromStdString(answer),
             QString::fromStdString("old, 1 file, " + std::generic_category().message(EFBIG)));
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
