// SPDX-License-Identifier: GPL-3.0-or-later
// An axis that is linear about 0 and logarithmic on both sides, so that layers of very different width can be compared
// in one picture. QCustomPlot has none: values are drawn at their places on it, and its ticks say the values. Used by
// DistributionsPanel.
#pragma once

#include <qcustomplot.h>

namespace ui
{

struct SymmetricLog {
    /// Up to this magnitude the axis is about linear; 0: it is linear everywhere.
    double linear = 0;

    [[nodiscard]] bool isOn() const { return linear > 0; }
    [[nodiscard]] double placeOf(double value) const;
    [[nodiscard]] double valueAt(double place) const;
    /// Ticks at 0 and at powers of ten, or those of a linear axis.
    [[nodiscard]] QSharedPointer<QCPAxisTicker> ticker(const QCPRange& places) const;
    /// Whole decades around these places, or round numbers on a linear axis.
    [[nodiscard]] QCPRange rounded(double lower, double upper) const;
};

} // namespace ui
