// SPDX-License-Identifier: GPL-3.0-or-later
// The cards as figures for slides and papers: the same panels, drawn for print with title, caption and larger letters.
// Used by the window's export and by `run --figures`; needs a QApplication (any platform, also one without a display),
// GUI thread.
#pragma once

#include "core/base/Result.h"
#include "ui/base/FrameData.h"
#include "ui/base/Theme.h"
#include "ui/panels/Dashboard.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace ui
{

struct FigureOptions {
    QSize size{960, 600}; ///< pixels at 96 dpi
    int dpi = 192;        ///< of PNG
    QStringList formats{QStringLiteral("png")};
    ThemeKind theme = ThemeKind::Light;
    bool caption = true; ///< a line with the experiment's settings
    DashboardView view;  ///< which switches stand where; absent ones are as at the start
};

/// The settings in one line: activation, depth × width, initializer, optimizer, learning rate, seed, step.
QString figureCaption(const FrameData& frame);

/// Number −1 of the cards: all of them on one page.
inline constexpr int kWholeDashboard = -1;
/// "activation" … "decision", "dashboard"
QString figureName(int card);

/// One card (from 0, as in panelCatalogue) or the dashboard into the file `path`, in the first of the formats.
core::Outcome writeFigure(const FrameData& frame, int card, const FigureOptions& options, const QString& path);

/// All cards and the dashboard into `directory` (made if it is not there), each in all formats. Fault: Unwritable.
core::Outcome writeFigures(const FrameData& frame, const FigureOptions& options, const QString& directory);

} // namespace ui
