// SPDX-License-Identifier: GPL-3.0-or-later
// Takes cards out of the window: into files through the export dialog, and onto the clipboard. Remembers how it was
// done the last time. Is given functions for all it has to know, so that it can serve any window. Used by MainWindow,
// on the GUI thread.
#pragma once

#include "ui/dialogs/ExportDialog.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace ui
{

/// What the window tells its exporter, whenever it asks.
struct ExporterSource {
    /// The moment that the cards show; nothing before the first has come.
    std::function<std::optional<FrameData>()> frame;
    std::function<DashboardView()> view;
    std::function<QStringList()> cardTitles;
    EarlierMoments earlier{}; ///< without them, there are no animations
};

class Exporter : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs.
    Exporter(ExporterSource source, QWidget* window);

    [[nodiscard]] const ExportRequest& lastRequest() const { return m_last; }
    /// As remembered from an earlier session.
    void setLastRequest(const ExportRequest& request) { m_last = request; }
    /// That of open(); nullptr if none is open.
    [[nodiscard]] ExportDialog* dialog() const { return m_dialog; }

public slots:
    /// Opens the dialog for a card (−1: the whole dashboard, −2: all cards) and a format, an id of exportFormats();
    /// "animation" is the film that was chosen the last time, none the format of the last time.
    void open(int card, const QString& format = QString());
    /// With the card and format of the last time.
    void openAgain() { open(m_last.card); }
    /// The card as it would be saved, with the options of the last time, at twice its size.
    void copyPicture(int card);
    /// The numbers behind the card, for spreadsheets.
    void copyTable(int card);

signals:
    /// Something was saved or copied; the sentence says what.
    void finished(const QString& message);

private:
    void save();
    void stop();
    void end(const core::Outcome& outcome, const ExportRequest& request);
    [[nodiscard]] std::shared_ptr<const Moment> present() const;

    ExporterSource m_source;
    QWidget* m_window;
    ExportRequest m_last;
    QString m_lastAnimation;
    QPointer<ExportDialog> m_dialog;
    ExportJob* m_job = nullptr; ///< that is under way
};

} // namespace ui
