// SPDX-License-Identifier: GPL-3.0-or-later
// A short visit before a figure is saved: what, where, in which format and size. Decides nothing about the picture
// itself. Used by MainWindow, on the GUI thread.
#pragma once

#include "ui/panels/Figures.h"

#include <QDialog>
#include <QStringList>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ui
{

/// What the dialog was left with, so that the next visit begins there.
struct ExportRequest {
    int card = kWholeDashboard;
    FigureOptions options;
    QString path;
};

class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `cardTitles` in the order of the cards; the request proposes card, format, options and, with `path`, the folder.
    ExportDialog(const QStringList& cardTitles, const ExportRequest& proposal, QWidget* parent = nullptr);

    [[nodiscard]] ExportRequest request() const;
    /// Says what went wrong with saving; the dialog stays open.
    void showMessage(const QString& message);

signals:
    /// The user wants the figure saved as request() says. The dialog waits for accept() or showMessage().
    void saveWanted();

private:
    void addRows();
    void connectFields();
    void proposePath();
    void browse();
    void save();
    void describe();

    QString m_folder;
    DashboardView m_view;
    bool m_pathIsProposed = true;
    QString m_confirmedPath; ///< exists already, and the user has been told so
    QComboBox* m_card;
    QComboBox* m_format;
    QComboBox* m_sizePreset;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QSpinBox* m_dpi;
    QComboBox* m_theme;
    QCheckBox* m_caption;
    QLineEdit* m_path;
    QLabel* m_description;
    QLabel* m_message;
    QPushButton* m_save = nullptr;
};

} // namespace ui
