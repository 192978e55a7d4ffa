// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SliderScale.h"

#include <QString>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr int kFineCount = 10000;

/// The double that a person means who writes `digits` significant digits: 0.3, not 0.30000000000000004.
double withDigits(double value, int digits)
{
    return QString::number(value, 'g', digits).toDouble();
}

/// 1, 2 or 5 times a power of ten, at least `value`.
double niceStep(double value)
{
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= value * (1 - 1e-9))
            return withDigits(factor * power, 6);
    return withDigits(10 * power, 6);
}

} // namespace

bool NumberRange::contains(double value) const
{
    if (!std::isfinite(value) || value > maximum || value < minimum)
        return false;
    if (scale == core::Scale::Integer && value != std::floor(value))
        return false;
    return minimumAllowed || value > minimum;
}

SliderScale::SliderScale(const NumberRange& range)
    : m_scale(range.scale)
    , m_lower(range.sliderMinimum)
    , m_upper(std::max(range.sliderMaximum, range.sliderMinimum))
{
    const double width = m_upper - m_lower;
    if (width <= 0)
        return;
    if (m_scale == core::Scale::Logarithmic && m_lower <= 0)
        m_scale = core::Scale::Fine;
    if (m_scale == core::Scale::Logarithmic || m_scale == core::Scale::Fine) {
        m_count = kFineCount;
    } else {
        m_step = m_scale == core::Scale::Integer ? std::max(1.0, niceStep(width / 1000)) : niceStep(width / 100);
        m_count = static_cast<int>(std::ceil(width / m_step - 1e-9));
    }
    m_singleStep = m_scale == core::Scale::Integer ? 1 : std::max(1, m_count / 100);
    m_pageStep = std::max(1, m_count / 10);
}

double SliderScale::bent(double value) const
{
    if (m_scale == core::Scale::Logarithmic)
        return std::log(value);
    return m_scale == core::Scale::Fine ? std::cbrt(value) : value;
}

double SliderScale::straightened(double value) const
{
    if (m_scale == core::Scale::Logarithmic)
        return std::exp(value);
    return m_scale == core::Scale::Fine ? value * value * value : value;
}

double SliderScale::rounded(double value) const
{
    if (m_scale == core::Scale::Logarithmic)
        return withDigits(value, 2);
    // Far below what the range is about, a value is as good as zero.
    const double grain = withDigits((m_upper - m_lower) * 1e-4, 1);
    return std::abs(value) < grain / 2 ? 0.0 : withDigits(value, 2);
}

double SliderScale::valueAt(int position) const
{
    if (position <= 0)
        return m_lower;
    if (position >= m_count)
        return m_upper;
    if (m_scale != core::Scale::Logarithmic && m_scale != core::Scale::Fine)
        return withDigits(m_lower + position * m_step, 12);
    const double from = bent(m_lower);
    const double value = straightened(from + (bent(m_upper) - from) * position / m_count);
    return std::clamp(rounded(value), m_lower, m_upper);
}

int SliderScale::positionOf(double value) const
{
    if (!(value > m_lower))
        return 0;
    if (value >= m_upper)
        return m_count;
    if (m_scale != core::Scale::Logarithmic && m_scale != core::Scale::Fine)
        return static_cast<int>(std::lround((value - m_lower) / m_step));
    const double from = bent(m_lower);
    return static_cast<int>(std::lround((bent(value) - from) / (bent(m_upper) - from) * m_count));
}

} // namespace ui
