// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Preferences.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace ui
{

namespace
{

const QString kRecentFiles = QStringLiteral("recent_files");

/// Qt reads a text file with any content without complaint; one that is no text at all cannot be meant.
bool looksBroken(const QString& path, const QSettings& settings)
{
    if (settings.status() == QSettings::FormatError)
        return true;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.readAll().contains('\0');
}

} // namespace

Preferences::Preferences(const QString& file)
{
    if (!file.isEmpty())
        openFile(file);
}

Preferences::~Preferences() = default;

QString Preferences::usualFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/window.ini");
}

void Preferences::openFile(const QString& file)
{
    m_file = std::make_unique<QSettings>(file, QSettings::IniFormat);
    m_file->setAtomicSyncRequired(true);
    if (!QFileInfo::exists(file) || !looksBroken(file, *m_file))
        return;
    m_file.reset();
    m_setAside = file + QStringLiteral(".broken");
    QFile::remove(m_setAside);
    if (!QFile::rename(file, m_setAside))
        m_setAside.clear();
    m_file = std::make_unique<QSettings>(file, QSettings::IniFormat);
    if (m_file->status() != QSettings::NoError)
        m_file.reset(); // neither readable nor movable: live without it
}

QVariant Preferences::value(const QString& key) const
{
    return m_file ? m_file->value(key) : m_values.value(key);
}

QString Preferences::text(const QString& key) const
{
    return value(key).toString();
}

QByteArray Preferences::bytes(const QString& key) const
{
    return value(key).toByteArray();
}

bool Preferences::isSet(const QString& key) const
{
    return value(key).toBool();
}

void Preferences::set(const QString& key, const QVariant& value)
{
    if (m_file)
        m_file->setValue(key, value);
    else
        m_values.insert(key, value);
}

QStringList Preferences::recentFiles() const
{
    return value(kRecentFiles).toStringList();
}

void Preferences::addRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    set(kRecentFiles, QStringList(files.mid(0, kMostRecentFiles)));
}

void Preferences::clearRecentFiles()
{
    set(kRecentFiles, QStringList());
}

} // namespace ui
