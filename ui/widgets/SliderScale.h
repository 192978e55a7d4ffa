// SPDX-License-Identifier: GPL-3.0-or-later
// How a slider spreads a range of values over its positions: evenly, by powers of ten, or with room for small values;
// and values rounded as a person would write them. Plain arithmetic, used by ParameterSlider.
#pragma once

#include "core/base/Catalogue.h"

namespace ui
{

/// What a number may be, what the slider offers of it, and what it is if nobody says anything.
struct NumberRange {
    double minimum = 0;
    double maximum = 1;
    bool minimumAllowed = true;
    core::Scale scale = core::Scale::Linear;
    double sliderMinimum = 0;
    double sliderMaximum = 1;
    double defaultValue = 0;

    [[nodiscard]] bool contains(double value) const;
    [[nodiscard]] bool hasSlider() const { return sliderMaximum > sliderMinimum; }
    bool operator==(const NumberRange&) const = default;
};

class SliderScale
{
public:
    explicit SliderScale(const NumberRange& range);

    /// Positions run from 0 to count().
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int singleStep() const { return m_singleStep; }
    [[nodiscard]] int pageStep() const { return m_pageStep; }
    /// The value at a position, rounded for reading; the ends are exact.
    [[nodiscard]] double valueAt(int position) const;
    /// The position nearest to a value; values outside the slider's range are at its ends.
    [[nodiscard]] int positionOf(double value) const;

private:
    [[nodiscard]] double bent(double value) const;
    [[nodiscard]] double straightened(double value) const;
    [[nodiscard]] double rounded(double value) const;

    core::Scale m_scale;
    double m_lower;
    double m_upper;
    double m_step = 1; ///< of the linear and the whole-number scale
    int m_count = 1;
    int m_singleStep = 1;
    int m_pageStep = 1;
};

} // namespace ui
