// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers from one day to the next: looks, language, recent files, where everything stood. Kept in
// one file; a broken one is set aside, never fatal. Used by MainWindow and its parts, on the GUI thread.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>

class QSettings;

namespace ui
{

class Preferences
{
public:
    /// An empty name: remembers only as long as the program runs.
    explicit Preferences(const QString& file);
    ~Preferences();
    Preferences(const Preferences&) = delete;
    Preferences& operator=(const Preferences&) = delete;

    /// Where the file usually is.
    static QString usualFile();
    /// Where a broken file was put, or nothing.
    [[nodiscard]] const QString& setAside() const { return m_setAside; }

    [[nodiscard]] QString text(const QString& key) const;
    [[nodiscard]] QByteArray bytes(const QString& key) const;
    [[nodiscard]] bool isSet(const QString& key) const;
    [[nodiscard]] QVariant value(const QString& key) const;
    void set(const QString& key, const QVariant& value);

    static constexpr int kMostRecentFiles = 9;
    /// Newest first.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void clearRecentFiles();

private:
    void openFile(const QString& file);

    QString m_setAside;
    std::unique_ptr<QSettings> m_file;
    QVariantMap m_values; ///< where there is no file
};

} // namespace ui
