// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PhaseScale.h"

#include "ui/base/NumberText.h"

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr double kTolerance = 0.02; ///< of a step: values are rounded
constexpr std::size_t kMostNumbers = 8;

template <class Transform>
bool isEven(const std::vector<double>& values, const Transform& transform)
{
    const double step = (transform(values.back()) - transform(values.front())) / static_cast<double>(values.size() - 1);
    for (std::size_t at = 1; at < values.size(); ++at)
        if (std::abs(transform(values[at]) - transform(values[at - 1]) - step) > kTolerance * step)
            return false;
    return true;
}

bool isWhole(double value)
{
    return value == std::round(value);
}

} // namespace

PhaseScale::PhaseScale(const core::PhaseAxis& axis)
    : m_values(axis.values)
{
    if (m_values.size() < 2)
        return;
    if (isEven(m_values, [](double value) { return value; }))
        m_kind = Kind::Even;
    else if (m_values.front() > 0 && isEven(m_values, [](double value) { return std::log(value); }))
        m_kind = Kind::Logarithmic;
}

double PhaseScale::coordAt(double place) const
{
    const double part = place / static_cast<double>(std::max<std::size_t>(m_values.size() - 1, 1));
    if (m_kind == Kind::Even)
        return m_values.front() + (m_values.back() - m_values.front()) * part;
    if (m_kind == Kind::Logarithmic)
        return m_values.front() * std::pow(m_values.back() / m_values.front(), part);
    return place;
}

double PhaseScale::placeAt(double coord) const
{
    const auto steps = static_cast<double>(m_values.size() - 1);
    if (m_kind == Kind::Even)
        return (coord - m_values.front()) / (m_values.back() - m_values.front()) * steps;
    if (m_kind == Kind::Logarithmic)
        return coord > 0 ? std::log(coord / m_values.front()) / std::log(m_values.back() / m_values.front()) * steps
                         : -1;
    return coord;
}

QCPRange PhaseScale::range() const
{
    return {coordAt(-0.5), coordAt(static_cast<double>(m_values.size()) - 0.5)};
}

void PhaseScale::applyTo(QCPAxis* axis) const
{
    axis->setScaleType(m_kind == Kind::Logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis->setNumberFormat(QStringLiteral("gb"));
    axis->setNumberPrecision(4);
    if (m_kind == Kind::Logarithmic) {
        axis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    } else if (m_kind == Kind::Listed) {
        auto ticker = QSharedPointer<QCPAxisTickerText>::create();
        const std::size_t step = (m_values.size() + kMostNumbers - 1) / kMostNumbers;
        for (std::size_t at = 0; at < m_values.size(); at += step)
            ticker->addTick(static_cast<double>(at), readableNumber(m_values[at]));
        axis->setTicker(ticker);
    } else if (std::all_of(m_values.begin(), m_values.end(), isWhole)) {
        auto ticker = QSharedPointer<QCPAxisTickerFixed>::create(); // there is no depth of 2.5
        ticker->setTickStep(1);
        ticker->setScaleStrategy(QCPAxisTickerFixed::ssMultiples);
        axis->setTicker(ticker);
    } else {
        axis->setTicker(QSharedPointer<QCPAxisTicker>::create());
    }
}

} // namespace ui
