// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Recovery.h"

#include "core/base/AtomicFile.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QStandardPaths>
#include <QUuid>

#include <utility>

namespace ui
{

namespace
{

const QString kSuffix = QStringLiteral(".unsaved");

QString lockOf(const QString& file)
{
    return file + QStringLiteral(".lock");
}

std::unique_ptr<QLockFile> lockFor(const QString& file)
{
    auto lock = std::make_unique<QLockFile>(lockOf(file));
    lock->setStaleLockTime(0); // only the death of its owner makes a lock stale, never its age
    return lock;
}

/// The path on the first line, the experiment after it.
std::string packed(const Recovery::Rescued& unsaved)
{
    return unsaved.path.toUtf8().toStdString() + '\n' + unsaved.experiment;
}

std::optional<Recovery::Rescued> unpacked(const QString& file)
{
    constexpr std::size_t kLargest = 16'000'000;
    const auto text = core::readWholeFile(QFile::encodeName(file).toStdString(), kLargest);
    if (!text)
        return std::nullopt;
    const std::size_t end = text.value().find('\n');
    if (end == std::string::npos)
        return std::nullopt;
    return Recovery::Rescued{QString::fromStdString(text.value().substr(0, end)), text.value().substr(end + 1)};
}

} // namespace

Recovery::Recovery(QString folder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
{
    m_pool.setMaxThreadCount(1); // so that the newest is written last
}

Recovery::~Recovery()
{
    m_pool.waitForDone();
}

QString Recovery::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/unsaved");
}

std::optional<Recovery::Rescued> Recovery::rescue()
{
    std::optional<Rescued> newest;
    if (m_folder.isEmpty())
        return newest;
    const QDir folder(m_folder);
    for (const QString& name : folder.entryList({QLatin1Char('*') + kSuffix}, QDir::Files, QDir::Time)) {
        const QString file = folder.filePath(name);
        const auto lock = lockFor(file);
        if (file == m_file || !lock->tryLock(0))
            continue; // another window is still working on it
        if (!newest)
            newest = unpacked(file);
        QFile::remove(file);
    }
    return newest;
}

void Recovery::keep(const Rescued& unsaved)
{
    std::string content = packed(unsaved);
    if (m_folder.isEmpty() || content == m_kept)
        return;
    if (m_file.isEmpty()) {
        QDir().mkpath(m_folder);
        m_file = QDir(m_folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + kSuffix);
    }
    if (!m_lock) {
        m_lock = lockFor(m_file);
        m_lock->tryLock(0);
    }
    m_kept = std::move(content);
    m_pool.start([path = QFile::encodeName(m_file).toStdString(), content = m_kept] {
        // A copy that cannot be kept is no reason to disturb; saving will say what is wrong with the disk.
        static_cast<void>(core::writeWholeFile(path, content));
    });
}

void Recovery::forget()
{
    if (m_kept.empty())
        return;
    m_kept.clear();
    m_pool.waitForDone();
    QFile::remove(m_file);
    m_lock.reset();
}

} // namespace ui
