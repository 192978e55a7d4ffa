// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PhaseColours.h"

#include "ui/base/NumberText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

/// The context of this file's words.
struct PhaseColourWords {
    Q_DECLARE_TR_FUNCTIONS(ui::PhaseColours)
};

constexpr double kFarthestDecade = 8; ///< of a ratio, either way
constexpr double kHighestLoss = 2;    ///< times that of answering 0 to everything

bool isShare(PhaseQuantity quantity)
{
    return quantity == PhaseQuantity::Accuracy || quantity == PhaseQuantity::Dead ||
           quantity == PhaseQuantity::Saturated;
}

bool isRatio(PhaseQuantity quantity)
{
    return quantity == PhaseQuantity::RatioAtStart || quantity == PhaseQuantity::RatioAtEnd;
}

} // namespace

QStringList phaseQuantityNames()
{
    return {PhaseColourWords::tr("outcome"),
            PhaseColourWords::tr("test accuracy"),
            PhaseColourWords::tr("test loss"),
            PhaseColourWords::tr("delta ratio at the start"),
            PhaseColourWords::tr("delta ratio at the end"),
            PhaseColourWords::tr("gradient-dead share"),
            PhaseColourWords::tr("saturated share")};
}

QColor outcomeColor(core::RunOutcome outcome, const Theme& theme)
{
    switch (outcome) {
    case core::RunOutcome::Learned:
        return theme.dark() ? QColor(0x4aa8d8) : QColor(0x3d8fc4);
    case core::RunOutcome::Slow:
        return theme.dark() ? QColor(0x46525f) : QColor(0xcfd8e1);
    case core::RunOutcome::Vanished:
        return theme.dark() ? QColor(0xb39ddb) : QColor(0x6d4f9c);
    case core::RunOutcome::Exploded:
        return theme.dark() ? QColor(0xe69f00) : QColor(0xd9820a);
    case core::RunOutcome::Died:
        break;
    }
    return theme.dark() ? QColor(0xe8eaed) : QColor(0x1a212b);
}

QColor outcomeInk(core::RunOutcome outcome, const Theme& theme)
{
    const QColor color = outcomeColor(outcome, theme);
    constexpr int kMiddle = 140;
    return qGray(color.rgb()) > kMiddle ? QColor(0x10151b) : QColor(0xffffff);
}

void addOutcomeSign(QVector<QLineF>& lines, core::RunOutcome outcome, const QRectF& cell)
{
    const QPointF middle = cell.center();
    const double side = std::min({cell.width(), cell.height(), 15.0}) * 0.24;
    const auto add = [&](double x1, double y1, double x2, double y2) {
        lines.append(QLineF(middle + QPointF(x1, y1) * side, middle + QPointF(x2, y2) * side));
    };
    switch (outcome) {
    case core::RunOutcome::Learned:
        break;
    case core::RunOutcome::Slow:
        add(-1, 0, 1, 0);
        break;
    case core::RunOutcome::Vanished:
        add(-1, -0.5, 0, 0.6);
        add(0, 0.6, 1, -0.5);
        break;
    case core::RunOutcome::Exploded:
        add(-1, 0.5, 0, -0.6);
        add(0, -0.6, 1, 0.5);
        break;
    case core::RunOutcome::Died:
        add(-0.9, -0.9, 0.9, 0.9);
        add(-0.9, 0.9, 0.9, -0.9);
        break;
    }
}

PhaseColours::PhaseColours(PhaseQuantity quantity, const PhaseMapState& map, const Theme& theme)
    : m_quantity(quantity)
    , m_theme(&theme)
{
    if (quantity == PhaseQuantity::Outcome || isShare(quantity))
        return;
    m_highest = 0;
    for (const std::optional<PhaseRecord>& record : map.records) {
        const std::optional<double> value = record ? valueOf(quantity, record->row) : std::nullopt;
        if (!value || std::isnan(*value))
            continue;
        if (isLogarithmic()) {
            const double decade = std::clamp(std::log10(*value), -kFarthestDecade, kFarthestDecade);
            m_lowest = std::min(m_lowest, std::floor(decade));
            m_highest = std::max(m_highest, std::ceil(decade));
        } else {
            m_highest = std::max(m_highest, std::min(*value, kHighestLoss * record->row.baselineLoss));
        }
    }
    if (m_highest <= m_lowest)
        m_highest = m_lowest + 1;
}

bool PhaseColours::isLogarithmic() const
{
    return isRatio(m_quantity);
}

std::optional<double> PhaseColours::valueOf(PhaseQuantity quantity, const core::SweepRow& row)
{
    const core::SetResult& judged = row.test ? *row.test : row.train;
    switch (quantity) {
    case PhaseQuantity::Outcome:
        return std::nullopt;
    case PhaseQuantity::Accuracy:
        return judged.accuracyFinal;
    case PhaseQuantity::Loss:
        return judged.lossFinal;
    case PhaseQuantity::RatioAtStart:
        return row.start.deltaRatio;
    case PhaseQuantity::RatioAtEnd:
        return row.end.deltaRatio;
    case PhaseQuantity::Dead:
        return row.end.gradientDead;
    case PhaseQuantity::Saturated:
        break;
    }
    return row.end.saturated;
}

QString PhaseColours::valueText(PhaseQuantity quantity, const core::SweepRow& row)
{
    const std::optional<double> value = valueOf(quantity, row);
    return value && isShare(quantity) ? percentText(*value) : readableNumber(value);
}

QColor PhaseColours::of(const PhaseRecord& record) const
{
    if (m_quantity == PhaseQuantity::Outcome)
        return outcomeColor(record.outcome, *m_theme);
    std::optional<double> value = valueOf(m_quantity, record.row);
    if (value && isLogarithmic())
        value = std::log10(*value);
    if (!value || std::isnan(*value))
        return m_theme->silent;
    return at((*value - m_lowest) / (m_highest - m_lowest));
}

QColor PhaseColours::at(double part) const
{
    return QColor::fromRgb(m_theme->heat(std::clamp(part, 0.0, 1.0)));
}

QString PhaseColours::text(double value) const
{
    if (isShare(m_quantity))
        return percentText(value);
    return readableNumber(isLogarithmic() ? std::pow(10, value) : value);
}

QString PhaseColours::lowestText() const
{
    return text(m_lowest);
}

QString PhaseColours::highestText() const
{
    return text(m_highest);
}

} // namespace ui
