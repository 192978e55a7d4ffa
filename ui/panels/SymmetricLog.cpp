// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SymmetricLog.h"

#include "ui/base/NumberText.h"
#include "ui/widgets/PlotView.h"

#include <cmath>

namespace ui
{

namespace
{

constexpr int kMostLabels = 4; ///< on each side of 0

} // namespace

double SymmetricLog::placeOf(double value) const
{
    return isOn() ? std::copysign(std::log10(1 + std::abs(value) / linear), value) : value;
}

double SymmetricLog::valueAt(double place) const
{
    return isOn() ? std::copysign(linear * (std::pow(10, std::abs(place)) - 1), place) : place;
}

QSharedPointer<QCPAxisTicker> SymmetricLog::ticker(const QCPRange& places) const
{
    if (!isOn())
        return QSharedPointer<QCPAxisTicker>::create();
    auto ticks = QSharedPointer<QCPAxisTickerText>::create();
    ticks->addTick(0, QStringLiteral("0"));
    const double reach = std::max(std::abs(places.lower), std::abs(places.upper));
    const int stride = std::max(1, static_cast<int>(std::ceil(reach / kMostLabels)));
    for (int decade = stride; decade <= reach + 1; decade += stride) {
        const double value = linear * std::pow(10, decade - 1) * 10;
        ticks->addTick(placeOf(value), readableNumber(value, 1));
        ticks->addTick(placeOf(-value), readableNumber(-value, 1));
    }
    return ticks;
}

QCPRange SymmetricLog::rounded(double lower, double upper) const
{
    if (!isOn())
        return roundedRange(lower, upper);
    return {std::floor(2 * lower - 0.1) / 2, std::ceil(2 * upper + 0.1) / 2};
}

} // namespace ui
