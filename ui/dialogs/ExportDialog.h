// SPDX-License-Identifier: GPL-3.0-or-later
// A visit before something is saved: what, where, in which format and size, with a preview of just that. It shows the
// moment at which it was opened, while training goes on. It saves nothing itself: Exporter does. GUI thread.
#pragma once

#include "ui/panels/ExportPlan.h"

#include <QDialog>
#include <QStringList>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <utility>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace ui
{

class ExportForm;
class ExportPreview;

/// What an export can be made of.
struct ExportSource {
    QStringList cardTitles; ///< in the order of the cards
    std::shared_ptr<const Moment> present;
    EarlierMoments earlier{};
};

class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// The request proposes card, format, options and, with `path`, the folder.
    ExportDialog(ExportSource source, const ExportRequest& proposal, QWidget* parent = nullptr);

    [[nodiscard]] ExportRequest request() const;
    [[nodiscard]] const ExportSource& source() const { return m_source; }
    [[nodiscard]] ExportPreview& preview() const { return *m_preview; }
    /// Says what went wrong with saving; the dialog stays open.
    void showMessage(const QString& message);
    /// So many of so many pictures are done. The first of these calls blocks the fields until showMessage().
    void showProgress(int done, int all);

public slots:
    /// Closes the dialog; while something is being saved, stops that.
    void reject() override;

signals:
    /// The user wants saved what request() says. The dialog waits for accept(), showProgress() or showMessage().
    void saveWanted();
    /// Saving is to stop, and to leave nothing.
    void stopWanted();

private:
    void layOut();
    QLayout* makeLowerRows();
    void proposePath();
    void browse();
    void save();
    void showPreview();
    void showFilm(const ExportRequest& request);
    void showTable();
    void showNextMoment();
    void setSaving(bool saving);
    [[nodiscard]] bool savesFolder() const;

    ExportSource m_source;
    QString m_folder;
    bool m_pathIsProposed = true;
    bool m_pathIsFolder = false;
    QStringList m_confirmedPaths; ///< exist already, and the user has been told so
    bool m_saving = false;
    std::vector<std::unique_ptr<FigurePainter>> m_painters; ///< of the preview, by its pictures
    std::unique_ptr<Film> m_film;
    std::pair<std::int64_t, std::int64_t> m_span; ///< the film's steps
    std::size_t m_moment = 0;                     ///< of the film, that is seen
    QTimer m_filmTimer;
    ExportForm* m_form;
    ExportPreview* m_preview;
    QTableWidget* m_table;
    QStackedWidget* m_views;
    QLabel* m_pathLabel;
    QLineEdit* m_path;
    QPushButton* m_browse;
    QLabel* m_message;
    QTimer m_patience; ///< progress is shown of what takes long
    QProgressBar* m_progress;
    QPushButton* m_save = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace ui
