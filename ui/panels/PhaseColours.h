// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells of a phase map are coloured by: the outcome, which has a sign beside its colour, or a statistic.
// Used by PhasePanel and its parts.
#pragma once

#include "ui/base/PhaseMapState.h"
#include "ui/base/Theme.h"

#include <QLineF>
#include <QRectF>
#include <QStringList>
#include <QVector>

#include <optional>

namespace ui
{

/// In the order of the menu.
enum class PhaseQuantity { Outcome, Accuracy, Loss, RatioAtStart, RatioAtEnd, Dead, Saturated };
QStringList phaseQuantityNames();

QColor outcomeColor(core::RunOutcome outcome, const Theme& theme);
/// What can be read on that colour.
QColor outcomeInk(core::RunOutcome outcome, const Theme& theme);
/// The sign of an outcome in the middle of a cell: none for learned, a dash for slow, down for vanished, up for
/// exploded, a cross for died.
void addOutcomeSign(QVector<QLineF>& lines, core::RunOutcome outcome, const QRectF& cell);

/// The colours of one statistic, over the runs that have ended.
class PhaseColours
{
public:
    PhaseColours() = default;
    PhaseColours(PhaseQuantity quantity, const PhaseMapState& map, const Theme& theme);

    [[nodiscard]] PhaseQuantity quantity() const { return m_quantity; }
    [[nodiscard]] QColor of(const PhaseRecord& record) const;
    /// The value that is coloured; nothing where a run has none.
    [[nodiscard]] static std::optional<double> valueOf(PhaseQuantity quantity, const core::SweepRow& row);
    [[nodiscard]] static QString valueText(PhaseQuantity quantity, const core::SweepRow& row);
    /// At the ends of the bar, as words.
    [[nodiscard]] QString lowestText() const;
    [[nodiscard]] QString highestText() const;
    [[nodiscard]] QColor at(double part) const;

private:
    [[nodiscard]] bool isLogarithmic() const;
    [[nodiscard]] QString text(double value) const;

    PhaseQuantity m_quantity = PhaseQuantity::Outcome;
    const Theme* m_theme = &Theme::of(ThemeKind::Light);
    double m_lowest = 0; ///< of a ratio its logarithm
    double m_highest = 1;
};

} // namespace ui
