// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ContenderUnits.h"

#include "ui/base/NumberText.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace ui
{

namespace
{

/// The context of this file's words.
struct UnitsWords {
    Q_DECLARE_TR_FUNCTIONS(ui::UnitsWords)
};

// In letters.
constexpr double kUnitsLegend = 1.9;
constexpr double kNarrowestUnits = 17; ///< that have room for their head

std::size_t unitColumns(std::size_t runs, double width, double textSize)
{
    constexpr std::size_t kPair = 2;
    return width >= kNarrowestUnits * textSize * static_cast<double>(runs) ? runs : std::min(runs, kPair);
}

} // namespace

void ContenderUnits::set(const FrameData& frame)
{
    m_scores = scoresOf(frame);
    m_absence = absenceText(frame);
    m_grids.resize(1 + frame.contenders.size());
    m_grids.front().setLayers(frame.snapshot.layers);
    for (std::size_t at = 0; at < frame.contenders.size(); ++at) {
        if (const core::Snapshot* snapshot = frame.contenders[at].snapshot)
            m_grids[at + 1].setLayers(snapshot->layers);
        else
            m_grids[at + 1].setLayers({});
    }
    m_legend.countAll(m_grids);
    for (std::size_t run = 0; run < m_grids.size(); ++run) {
        UnitGrid& grid = m_grids[run];
        grid.setSelected(frame.selectedLayer);
        grid.setBrief(m_grids.size() > 1);
        const double alive = grid.count(core::UnitState::Alive);
        if (!m_scores.empty() && !m_scores[run].hasDiverged)
            m_scores[run].text =
                grid.empty() ? QStringLiteral("–") : UnitsWords::tr("%1 alive").arg(percentText(alive / grid.total()));
    }
}

QString ContenderUnits::name(std::size_t run) const
{
    return m_scores.empty() ? QString() : m_scores[run].name;
}

QRectF ContenderUnits::cellOf(std::size_t run, const QRectF& all, double textSize) const
{
    if (m_scores.empty())
        return all;
    const QRectF below = all.adjusted(0, kUnitsLegend * textSize, 0, 0);
    const std::size_t columns = unitColumns(count(), all.width(), textSize);
    const std::size_t rows = (count() + columns - 1) / columns;
    const QSizeF size(below.width() / static_cast<double>(columns), below.height() / static_cast<double>(rows));
    return {below.topLeft() + QPointF(size.width() * static_cast<double>(run % columns),
                                      size.height() * static_cast<double>(run / columns)),
            size};
}

QRectF ContenderUnits::areaOf(std::size_t run, const QRectF& all, double textSize) const
{
    const QRectF cell = cellOf(run, all, textSize);
    return m_scores.empty() ? cell : cell.adjusted(0, scoreHeight(textSize), 0, 0);
}

std::size_t ContenderUnits::runAt(const QPointF& place, const QRectF& all, double textSize) const
{
    for (std::size_t run = 1; run < count(); ++run)
        if (cellOf(run, all, textSize).contains(place))
            return run;
    return 0;
}

void ContenderUnits::paint(QPainter& painter, const QRectF& all, const Theme& theme, double textSize) const
{
    painter.fillRect(all, theme.card);
    if (!m_scores.empty())
        m_legend.paintLegend(painter, QRectF(all.left(), all.top(), all.width(), kUnitsLegend * textSize), theme,
                             textSize);
    for (std::size_t run = 0; run < count(); ++run) {
        const QRectF area = areaOf(run, all, textSize);
        if (!m_scores.empty())
            paintScore(painter,
                       QRectF(area.left() + textSize * 0.6, area.top() - scoreHeight(textSize),
                              area.width() - textSize * 1.4, scoreHeight(textSize)),
                       m_scores[run], theme, textSize);
        if (!m_grids[run].empty()) {
            m_grids[run].paint(painter, area, theme, textSize);
            continue;
        }
        painter.setFont(themeFont(textSize));
        painter.setPen(theme.mutedText);
        painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_absence);
    }
}

} // namespace ui
