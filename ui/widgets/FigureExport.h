// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a drawing as PNG, SVG or PDF: whole, or not at all. Vectors stay vectors, PDF embeds its fonts, SVG has its
// letters as outlines, so that a figure looks the same everywhere. Used by Figures on the GUI thread.
#pragma once

#include "core/base/Result.h"

#include <QColor>
#include <QSize>
#include <QString>

#include <functional>

class QCPPainter;

namespace ui
{

struct FigureFile {
    QString path;
    QString format;       ///< "png", "svg" or "pdf"
    QSize size{960, 600}; ///< pixels at 96 dpi
    int dpi = 192;        ///< PNG only: it has size · dpi / 96 pixels
    QString title;
    QString description;
    QColor background = Qt::white;
};

/// `paint` draws into (0, 0) … size, whatever the format. Fault: Unwritable, with the file's name and the system's
/// reason.
core::Outcome writeFigureFile(const FigureFile& file, const std::function<void(QCPPainter&)>& paint);

} // namespace ui
