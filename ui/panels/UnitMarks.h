// SPDX-License-Identifier: GPL-3.0-or-later
// What the pictures of a single unit are put together from: text, bars, ticks, weights, marks. Used by UnitPicture and
// AutopsyPicture.
#pragma once

#include "ui/base/Theme.h"

#include <QFont>
#include <QPainter>
#include <QRectF>
#include <QString>

#include <span>
#include <vector>

namespace ui
{

/// A linear axis from left to right.
struct PictureScale {
    double left = 0;
    double right = 1;
    double lower = 0;
    double upper = 1;

    [[nodiscard]] double place(double value) const
    {
        return upper > lower ? left + (value - lower) / (upper - lower) * (right - left) : (left + right) / 2;
    }
};

/// Wrapped, and cut where there is no room; returns the height that it has taken.
double paintText(QPainter& painter, const QRectF& area, const QString& text, const QFont& font, const QColor& color);

/// How many of the finite values lie in each of the bins of the axis.
std::vector<double> binned(const std::vector<float>& values, const PictureScale& scale);
/// Bars of equal width; the highest fills the area. What is there is seen, however little it is.
void paintBars(QPainter& painter, const QRectF& area, std::span<const double> bars, const QColor& color,
               const Theme& theme);
/// The line z = 0, if it is on the axis.
void paintZero(QPainter& painter, const QRectF& area, const PictureScale& scale, const Theme& theme);
/// The ends of the axis and, where there is room, 0.
void paintTicks(QPainter& painter, const QRectF& area, const PictureScale& scale, const Theme& theme, double textSize);
/// A line through the values, from the least to the largest.
void paintTrail(QPainter& painter, const QRectF& area, std::span<const double> steps, std::span<const double> values,
                const QColor& color, const Theme& theme);

/// Weights as cells in rows of `columns`, blue below 0 and orange above; `largest` has the full colour.
void paintWeights(QPainter& painter, const QRectF& area, std::span<const float> weights, int columns, double largest,
                  const Theme& theme);

enum class Verdict { Open, Yes, No };
/// A ring, a tick or a cross.
void paintVerdict(QPainter& painter, const QRectF& area, Verdict verdict, const Theme& theme);

} // namespace ui
