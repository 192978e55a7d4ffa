// SPDX-License-Identifier: GPL-3.0-or-later
// How the values of a phase map lie on an axis of the plot: linear or logarithmic where they are spread so, else one
// beside the other, each with its own number. Used by PhasePanel.
#pragma once

#include "core/train/PhasePlan.h"

#include <qcustomplot.h>

#include <vector>

namespace ui
{

class PhaseScale
{
public:
    PhaseScale() = default;
    explicit PhaseScale(const core::PhaseAxis& axis);

    /// Of a place between 0 and count − 1, with fractions; half a place beyond is allowed.
    [[nodiscard]] double coordAt(double place) const;
    [[nodiscard]] double placeAt(double coord) const;
    /// From half a place before the first value to half a place after the last.
    [[nodiscard]] QCPRange range() const;
    /// The numbers below the axis, and how it is divided.
    void applyTo(QCPAxis* axis) const;

private:
    enum class Kind { Even, Logarithmic, Listed };

    Kind m_kind = Kind::Listed;
    std::vector<double> m_values{0};
};

} // namespace ui
