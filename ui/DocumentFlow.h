// SPDX-License-Identifier: GPL-3.0-or-later
// What the File menu does: asks before anything is lost, asks which file, opens, saves, and remembers. Between
// Document, which knows, and the dialogs, which ask. Used by MainWindow, on the GUI thread.
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <QObject>
#include <QString>

class QWidget;

namespace ui
{

class Document;
class Preferences;

class DocumentFlow : public QObject
{
    Q_OBJECT

public:
    DocumentFlow(Document& document, Preferences& preferences, QWidget& window);

    /// Whether the experiment may go: it is saved, or the user does not want it.
    [[nodiscard]] bool mayGo();
    /// The window's first experiment: the file that was asked for, else what a crash has left, else what was open the
    /// last time, else this one.
    void begin(core::ExperimentConfig config, const QString& file);
    /// Says where the next start is to begin.
    void rememberLast();

public slots:
    void makeNew();
    void open();
    /// An experiment is opened, a comparison is handed on.
    void openFile(const QString& path);
    void openPreset(const std::string& name);
    /// False if it was not saved, because of a fault or a second thought.
    bool save();
    bool saveAs();

signals:
    void failed(const QString& message);
    void saved(const QString& path);
    /// Another experiment is open.
    void opened();
    /// This file is a comparison: the experiment that is open stays.
    void comparisonChosen(const QString& path);

private:
    bool reopenLast();
    bool saveTo(const QString& path);
    void tell(const core::Faults& faults, const QString& path);
    [[nodiscard]] QString proposedPath() const;

    Document& m_document;
    Preferences& m_preferences;
    QWidget& m_window;
};

} // namespace ui
