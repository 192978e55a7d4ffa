// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PhaseLegend.h"

#include "ui/base/NumberText.h"
#include "ui/base/PhaseWords.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui
{

namespace
{

constexpr double kEntryLetters = 1.05;
constexpr double kEntryLine = 1.7; ///< height of a line, in letters
constexpr double kEntrySign = 1.5; ///< width of a sign with the room after it
constexpr double kBetweenEntries = 1.0;
constexpr double kBarLength = 8; ///< length of the bar of colours
constexpr int kBarSteps = 48;

} // namespace

PhaseLegend::PhaseLegend(PlotView* plot)
    : QCPLayoutElement(plot)
    , m_plot(plot)
{
    setMargins(QMargins(8, 0, 8, 2));
}

double PhaseLegend::letters() const
{
    return m_plot->textSize() * kEntryLetters;
}

void PhaseLegend::setColours(const PhaseColours& colours, const std::array<int, 5>& counts)
{
    m_colours = colours;
    m_counts = counts;
}

void PhaseLegend::setLines(std::vector<std::pair<QPen, QString>> lines)
{
    m_lines = std::move(lines);
}

std::vector<PhaseLegend::Entry> PhaseLegend::entries(double width) const
{
    std::vector<Entry> entries;
    const QFontMetricsF metrics(themeFont(letters()));
    const auto add = [&](const QString& text, double sign) {
        entries.push_back({text, letters() * (sign + kBetweenEntries) + metrics.horizontalAdvance(text)});
    };
    if (hasOutcomes()) {
        for (std::size_t outcome = 0; outcome < m_counts.size(); ++outcome)
            add(QStringLiteral("%1 %2").arg(outcomeName(static_cast<core::RunOutcome>(outcome)),
                                            countText(m_counts[outcome])),
                kEntrySign);
    } else {
        const QString name = phaseQuantityNames().at(static_cast<int>(m_colours.quantity()));
        const QString ends = m_colours.lowestText() + m_colours.highestText();
        add(name, kBarLength + 2);
        entries.back().width += metrics.horizontalAdvance(ends);
    }
    for (const auto& [pen, name] : m_lines)
        add(name, 2 * kEntrySign);
    double x = 0;
    int line = 0;
    for (Entry& entry : entries) {
        if (x > 0 && x + entry.width - letters() * kBetweenEntries > width) {
            x = 0;
            ++line;
        }
        entry.x = x;
        entry.line = line;
        x += entry.width;
    }
    return entries;
}

void PhaseLegend::update(UpdatePhase phase)
{
    if (phase == upPreparation) {
        const double width = m_plot->viewport().width() - mMargins.left() - mMargins.right() - letters();
        const std::vector<Entry> laidOut = entries(width);
        const int lines = laidOut.empty() ? 0 : laidOut.back().line + 1;
        const int height = static_cast<int>(std::ceil(lines * letters() * kEntryLine));
        if (minimumSize().height() != height) {
            setMinimumSize(0, height);
            setMaximumSize(QWIDGETSIZE_MAX, height);
        }
    }
    QCPLayoutElement::update(phase);
}

void PhaseLegend::draw(QCPPainter* painter)
{
    painter->save();
    painter->setFont(themeFont(letters()));
    const QFontMetricsF metrics(painter->font());
    const QRectF area(rect());
    const std::vector<Entry> laidOut = entries(area.width());
    for (std::size_t at = 0; at < laidOut.size(); ++at) {
        const Entry& entry = laidOut[at];
        const QRectF line(area.left() + entry.x, area.top() + entry.line * letters() * kEntryLine, entry.width,
                          letters() * kEntryLine);
        const bool isBar = !hasOutcomes() && at == 0;
        const bool isLine = at >= laidOut.size() - m_lines.size();
        const double sign = letters() * (isLine ? 2 * kEntrySign : isBar ? 0 : kEntrySign);
        drawSign(*painter, at, line);
        painter->setPen(m_plot->theme().text);
        painter->drawText(line.adjusted(sign, 0, letters(), 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          entry.text);
        if (isBar)
            drawBar(*painter, line.adjusted(metrics.horizontalAdvance(entry.text) + letters() * 0.7, 0, 0, 0));
    }
    painter->restore();
}

void PhaseLegend::drawSign(QCPPainter& painter, std::size_t entry, const QRectF& place) const
{
    const std::size_t before = hasOutcomes() ? m_counts.size() : 1;
    painter.setAntialiasing(true);
    if (entry >= before) {
        const double middle = place.center().y();
        painter.setPen(m_lines[entry - before].first);
        painter.drawLine(QLineF(place.left(), middle, place.left() + letters() * (2 * kEntrySign - 0.5), middle));
        return;
    }
    if (!hasOutcomes())
        return;
    const auto outcome = static_cast<core::RunOutcome>(entry);
    const double side = std::round(letters() * 1.05);
    const QRectF box(place.left(), std::round(place.center().y() - side / 2), side, side);
    painter.fillRect(box, outcomeColor(outcome, m_plot->theme()));
    QVector<QLineF> lines;
    addOutcomeSign(lines, outcome, box);
    painter.setPen(QPen(outcomeInk(outcome, m_plot->theme()), std::max(1.2, letters() * 0.11)));
    painter.drawLines(lines);
}

void PhaseLegend::drawBar(QCPPainter& painter, const QRectF& place) const
{
    const QFontMetricsF metrics(painter.font());
    const QString lowest = m_colours.lowestText();
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, lowest);
    const double height = letters() * 0.8;
    const QRectF bar(place.left() + metrics.horizontalAdvance(lowest) + letters() * 0.4,
                     place.center().y() - height / 2, letters() * kBarLength, height);
    painter.setAntialiasing(false);
    for (int step = 0; step < kBarSteps; ++step)
        painter.fillRect(
            QRectF(bar.left() + bar.width() * step / kBarSteps, bar.top(), bar.width() / kBarSteps + 0.6, bar.height()),
            m_colours.at((step + 0.5) / kBarSteps));
    painter.drawText(QRectF(bar.right() + letters() * 0.4, place.top(), place.width(), place.height()),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_colours.highestText());
}

} // namespace ui
