// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PhaseMarks.h"

#include "ui/panels/PhaseColours.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui
{

namespace
{

constexpr double kLeastCell = 8; ///< pixels in which a sign can be told; in smaller cells only some have one

} // namespace

PhaseMarks::PhaseMarks(QCPAxis* keyAxis, QCPAxis* valueAxis)
    : QCPAbstractPlottable(keyAxis, valueAxis)
{
    removeFromLegend();
}

void PhaseMarks::setScales(const PhaseScale& across, const PhaseScale& up)
{
    m_across = across;
    m_up = up;
}

void PhaseMarks::setOutcomes(std::vector<std::optional<core::RunOutcome>> outcomes, std::size_t columns)
{
    m_outcomes = std::move(outcomes);
    m_columns = columns;
}

QRectF PhaseMarks::cellAt(double column, double row) const
{
    const QPointF corner = coordsToPixels(m_across.coordAt(column - 0.5), m_up.coordAt(row - 0.5));
    const QPointF opposite = coordsToPixels(m_across.coordAt(column + 0.5), m_up.coordAt(row + 0.5));
    return QRectF(corner, opposite).normalized();
}

void PhaseMarks::draw(QCPPainter* painter)
{
    if (m_columns == 0)
        return;
    painter->save();
    drawSigns(*painter);
    drawFrame(*painter);
    painter->restore();
}

void PhaseMarks::drawSigns(QCPPainter& painter) const
{
    const QRectF first = cellAt(0, 0);
    const double side = std::min(first.width(), first.height());
    const auto every = static_cast<std::size_t>(std::ceil(kLeastCell / std::max(side, 0.1)));
    const QRectF seen(mKeyAxis->axisRect()->rect());
    std::array<QVector<QLineF>, 5> lines;
    for (std::size_t row = every / 2; row * m_columns < m_outcomes.size(); row += every)
        for (std::size_t column = every / 2; column < m_columns; column += every) {
            const std::optional<core::RunOutcome> outcome = m_outcomes[row * m_columns + column];
            if (!outcome)
                continue;
            QRectF cell = cellAt(static_cast<double>(column), static_cast<double>(row));
            if (!seen.contains(cell.center()))
                continue; // not every format clips
            const double grown = std::max(0.0, kLeastCell - side) / 2;
            addOutcomeSign(lines[static_cast<std::size_t>(*outcome)], *outcome,
                           cell.adjusted(-grown, -grown, grown, grown));
        }
    painter.setAntialiasing(true);
    for (std::size_t outcome = 0; outcome < lines.size(); ++outcome) {
        QPen pen(outcomeInk(static_cast<core::RunOutcome>(outcome), *m_theme), std::clamp(side * 0.1, 1.0, 2.0));
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLines(lines[outcome]);
    }
}

void PhaseMarks::drawFrame(QCPPainter& painter) const
{
    if (!m_framed)
        return;
    const QRectF cell = cellAt(m_framed->x(), m_framed->y());
    painter.setAntialiasing(true);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme->card, 4.5 * m_theme->lineScale));
    painter.drawRect(cell);
    painter.setPen(QPen(m_theme->accent, 2.2 * m_theme->lineScale));
    painter.drawRect(cell);
}

double PhaseMarks::selectTest(const QPointF&, bool, QVariant*) const
{
    return -1;
}

QCPRange PhaseMarks::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = m_columns > 0;
    return m_across.range();
}

QCPRange PhaseMarks::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = m_columns > 0;
    return m_up.range();
}

void PhaseMarks::drawLegendIcon(QCPPainter*, const QRectF&) const {}

} // namespace ui
