// SPDX-License-Identifier: GPL-3.0-or-later
// From what the user wants to save to the steps of an ExportJob: figures, numbers or animations, of one card, the
// dashboard or all cards. Used by the export dialog and Exporter, on the GUI thread.
#pragma once

#include "ui/base/Film.h"
#include "ui/panels/Figures.h"
#include "ui/widgets/Animation.h"
#include "ui/widgets/ExportJob.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

namespace ui
{

/// Number −2 of the cards: all of them, each in files of its own.
inline constexpr int kEveryCard = -2;

/// What the dialog was left with, so that the next visit begins there.
struct ExportRequest {
    int card = kWholeDashboard;
    FigureOptions options; ///< its formats are ids of exportFormats(): one, or for all cards some
    QString path;          ///< the file; for all cards the folder
    /// Of animations: the earlier moments from step to step, and the present one if it lies between them.
    std::int64_t firstStep = 0;
    std::int64_t lastStep = std::numeric_limits<std::int64_t>::max();
    AnimationTiming timing;
};

/// Whether the dashboard or all cards can be saved so: the dashboard has no numbers, and there is one film at a time.
bool formatFits(const QString& format, int card);

/// All files that there will be.
QStringList exportPaths(const ExportRequest& request, const Moment& present);

/// The fault of what is too large for its format or for any memory, before anything is drawn.
core::Outcome checkSize(const ExportRequest& request, const Moment& present);

std::vector<ExportJob::Step> exportSteps(const ExportRequest& request, const std::shared_ptr<const Moment>& present,
                                         const EarlierMoments& earlier);

} // namespace ui
