// SPDX-License-Identifier: GPL-3.0-or-later
// Brings data of one's own into the experiment: asks for the file, shows what is in it, and makes one edit of it that
// can be undone. Used by MainWindow, on the GUI thread.
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <QObject>
#include <QString>

class QWidget;

namespace ui
{

class EditHistory;
class Preferences;
class Session;

class DataImport : public QObject
{
    Q_OBJECT

public:
    DataImport(Session& session, EditHistory& history, Preferences& preferences, QWidget& window);

    /// Whether this looks like a file of data, and not like an experiment.
    static bool isDataFile(const QString& path);
    /// Makes this the data of the experiment. A loss that does not go with it gives way to one that does.
    void take(const core::DataConfig& data);

public slots:
    /// Asks which file.
    void open();
    void openFile(const QString& path);
    /// Asks for pictures and their labels.
    void openPictures();

signals:
    void failed(const QString& message);

private:
    void openTable(const QString& path);
    void openPicturesOf(const QString& path);
    [[nodiscard]] QString folder() const;
    [[nodiscard]] std::string pathOf(const QString& file) const;

    Session& m_session;
    EditHistory& m_history;
    Preferences& m_preferences;
    QWidget& m_window;
};

} // namespace ui
