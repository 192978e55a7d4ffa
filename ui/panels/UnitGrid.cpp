// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/UnitGrid.h"

#include "ui/base/NumberText.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <functional>

namespace ui
{

using core::UnitState;

namespace
{

/// In the order of the legend, from well to worst.
constexpr std::array<UnitState, UnitGrid::kStates> kLegendOrder{
    UnitState::Alive, UnitState::Saturated, UnitState::Asleep, UnitState::GradientDead, UnitState::NoDerivative};

constexpr double kLegendLine = 1.8; ///< height of one, in letters
constexpr int kMostLegendLines = 16;
constexpr double kRoomyCell = 7.5; ///< pixels in which a mark can be told

/// Everything that is drawn of many cells with one pen: painted in one call each, because cells come in thousands.
struct Strokes {
    QVector<QRectF> fills;
    QVector<QRectF> frames;
    QVector<QLineF> lines;
};

/// The shape of a state, whatever the colour: full; striped; a small block in a frame; a cross; a dash. `fine` cells
/// have no room for frames: half, a dot, a line at the bottom or in the middle.
void addCell(Strokes& strokes, UnitState state, const QRectF& cell, bool fine)
{
    switch (state) {
    case UnitState::Alive:
        strokes.fills.append(cell);
        break;
    case UnitState::Saturated:
        if (fine) {
            // The lower half: still half as much ink as an alive unit.
            strokes.fills.append(cell.adjusted(0, cell.height() / 2, 0, 0));
        } else {
            strokes.frames.append(cell.adjusted(0, 0, -1, -1));
            const int stripes = std::max(2, static_cast<int>(cell.height() / 5));
            for (int stripe = 0; stripe < stripes; ++stripe) {
                const double y = cell.top() + cell.height() * (stripe + 0.5) / stripes;
                const double thickness = std::max(1.0, cell.height() / stripes * 0.45);
                strokes.fills.append(QRectF(cell.left(), y - thickness / 2, cell.width() - 1, thickness));
            }
        }
        break;
    case UnitState::Asleep:
        if (fine) {
            const double width = std::max(1.0, cell.width() * 0.5);
            const double height = std::max(1.0, cell.height() * 0.35);
            strokes.fills.append(QRectF(cell.center().x() - width / 2, cell.center().y() - height / 2, width, height));
        } else {
            const double side = std::min(cell.width(), cell.height()) * 0.34;
            strokes.frames.append(cell.adjusted(0, 0, -1, -1));
            strokes.fills.append(QRectF(cell.center().x() - side / 2, cell.center().y() - side / 2, side, side));
        }
        break;
    case UnitState::NoDerivative:
        if (fine) {
            strokes.fills.append(QRectF(cell.left(), std::floor(cell.center().y()), cell.width(), 1));
        } else {
            const double side = std::min(cell.width(), cell.height()) * 0.27;
            strokes.frames.append(cell.adjusted(0, 0, -1, -1));
            strokes.lines.append(QLineF(cell.center() - QPointF(side, 0), cell.center() + QPointF(side, 0)));
        }
        break;
    case UnitState::GradientDead:
        if (fine) {
            strokes.fills.append(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1));
        } else {
            const double side = std::min(cell.width(), cell.height()) * 0.27;
            const QPointF center = cell.center();
            strokes.frames.append(cell.adjusted(0, 0, -1, -1));
            strokes.lines.append(QLineF(center - QPointF(side, side), center + QPointF(side, side)));
            strokes.lines.append(QLineF(center - QPointF(side, -side), center + QPointF(side, -side)));
        }
        break;
    }
}

void paintStrokes(QPainter& painter, const Strokes& strokes, const QColor& color, const QColor& frame, double lineWidth)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(frame, 1));
    painter.drawRects(strokes.frames);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRects(strokes.fills);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(color, lineWidth));
    painter.drawLines(strokes.lines);
}

} // namespace

QString UnitGrid::stateName(UnitState state)
{
    switch (state) {
    case UnitState::Alive:
        return tr("alive");
    case UnitState::Saturated:
        return tr("saturated");
    case UnitState::Asleep:
        return tr("asleep");
    case UnitState::GradientDead:
        return tr("gradient-dead");
    case UnitState::NoDerivative:
        return tr("no derivative anywhere");
    }
    return {};
}

QColor UnitGrid::stateColor(UnitState state, const Theme& theme)
{
    switch (state) {
    case UnitState::Alive:
        return theme.dark() ? QColor(0x4aa8d8) : QColor(0x3d8fc4);
    case UnitState::Saturated:
        return theme.dark() ? QColor(0xe69f00) : QColor(0xd9820a);
    case UnitState::Asleep:
        return theme.dark() ? QColor(0xb39ddb) : QColor(0x7b5ea7);
    case UnitState::GradientDead:
        return theme.dark() ? QColor(0xe8eaed) : QColor(0x1a212b);
    case UnitState::NoDerivative:
        return theme.mutedText;
    }
    return theme.text;
}

UnitGrid::Counts UnitGrid::counted(const std::vector<core::LayerStatistics>& layers)
{
    Counts counts{};
    for (const core::LayerStatistics& layer : layers)
        for (const core::UnitStatistics& unit : layer.unitStatistics)
            ++counts[static_cast<std::size_t>(unit.state)];
    return counts;
}

void UnitGrid::setLayers(const std::vector<core::LayerStatistics>& layers)
{
    m_layers.resize(layers.size());
    m_counts = counted(layers);
    m_widest = 0;
    for (std::size_t at = 0; at < layers.size(); ++at) {
        m_layers[at].index = layers[at].index;
        m_layers[at].units = layers[at].unitStatistics;
        m_widest = std::max(m_widest, m_layers[at].units.size());
    }
}

void UnitGrid::countAll(std::span<const UnitGrid> grids)
{
    m_layers.clear();
    m_counts.fill(0);
    m_isBrief = true;
    for (const UnitGrid& grid : grids)
        std::transform(grid.m_counts.begin(), grid.m_counts.end(), m_counts.begin(), m_counts.begin(), std::plus());
}

int UnitGrid::total() const
{
    int sum = 0;
    for (const int count : m_counts)
        sum += count;
    return sum;
}

UnitGrid::Geometry UnitGrid::geometry(const QRectF& area, double textSize) const
{
    Geometry grid;
    const double left = textSize * 3.4;
    const double bottom = textSize * 1.9;
    const double top = textSize * (0.4 + kLegendLine * legendLines(area.width(), textSize));
    grid.cells = m_isBrief ? area.adjusted(textSize * 1.9, textSize * 0.3, -textSize * 0.8, -textSize * 0.5)
                           : area.adjusted(left, top, -textSize * 0.8, -bottom);
    if (m_layers.empty() || m_widest == 0)
        return grid;
    const double layers = static_cast<double>(m_layers.size());
    // Cells too small for their marks: break the layers into lines until there is room, if there is.
    for (int lines = 1; lines <= kMostLegendLines; ++lines) {
        const std::size_t columns = (m_widest + static_cast<std::size_t>(lines) - 1) / static_cast<std::size_t>(lines);
        const double width = grid.cells.width() / static_cast<double>(columns);
        const double height = grid.cells.height() / layers / lines;
        if (lines > 1 && height < kRoomyCell)
            break;
        grid.lines = lines;
        grid.columns = columns;
        if (width >= kRoomyCell)
            break;
    }
    grid.rowHeight = grid.cells.height() / layers;
    grid.columnWidth = grid.cells.width() / static_cast<double>(grid.columns);
    // One layer of few units would become a wall: cells stay cells.
    grid.rowHeight = std::min(grid.rowHeight, std::max(grid.columnWidth * 3, textSize * 4) * grid.lines);
    grid.columnWidth = std::min(grid.columnWidth, std::max(grid.rowHeight / grid.lines * 3, textSize * 4));
    grid.cells.setWidth(grid.columnWidth * static_cast<double>(grid.columns));
    grid.cells.setHeight(grid.rowHeight * layers);
    return grid;
}

void UnitGrid::paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    painter.save();
    painter.fillRect(area, theme.card);
    const Geometry grid = geometry(area, textSize);
    if (!m_isBrief) {
        const double legendHeight = textSize * (0.2 + kLegendLine * legendLines(area.width(), textSize));
        paintLegend(painter, QRectF(area.left(), area.top(), area.width(), legendHeight), theme, textSize);
    }
    paintAxes(painter, area, grid, theme, textSize);
    paintCells(painter, grid, theme);
    painter.restore();
}

std::vector<UnitState> UnitGrid::legendStates() const
{
    const bool flat = count(UnitState::NoDerivative) > 0;
    std::vector<UnitState> states;
    for (const UnitState state : kLegendOrder) {
        const bool beside = state == UnitState::NoDerivative ? !flat : state == UnitState::GradientDead && flat;
        if (count(state) > 0 || (!beside && !m_isBrief))
            states.push_back(state);
    }
    return states;
}

QString UnitGrid::legendText(UnitState state) const
{
    return m_isBrief ? stateName(state) : QStringLiteral("%1 %2").arg(stateName(state), countText(count(state)));
}

int UnitGrid::legendLines(double width, double textSize) const
{
    constexpr double kLeastShrink = 0.85;
    const QFontMetricsF metrics(themeFont(textSize * 1.08));
    const std::vector<UnitState> states = legendStates();
    double wanted = textSize * (1 + 0.7 * static_cast<double>(states.size() - 1));
    for (const UnitState state : states)
        wanted += metrics.horizontalAdvance(legendText(state)) + textSize * 1.65;
    return wanted * kLeastShrink > width ? 2 : 1;
}

void UnitGrid::paintLegend(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    const std::vector<UnitState> states = legendStates();
    QStringList texts;
    for (const UnitState state : states)
        texts << legendText(state);
    const std::size_t lines = static_cast<std::size_t>(legendLines(area.width(), textSize));
    const std::size_t inLine = (states.size() + lines - 1) / lines;
    const QFontMetricsF metrics(themeFont(textSize * 1.08));
    const double side = textSize * 1.1;
    double width = 0; // of the widest line
    for (std::size_t line = 0; line < lines; ++line) {
        double ofLine = 0;
        for (std::size_t at = line * inLine; at < std::min((line + 1) * inLine, states.size()); ++at)
            ofLine += metrics.horizontalAdvance(texts[static_cast<qsizetype>(at)]) + side * 1.5;
        width = std::max(width, ofLine);
    }
    const double room = (area.width() - width - textSize) / static_cast<double>(inLine);
    const double gap = std::clamp(room, textSize * 0.7, textSize * 1.6);
    // In a narrow card the words move closer, and then get smaller, before any is lost.
    const double shrink = std::min(1.0, (area.width() - textSize - gap * (static_cast<double>(inLine) - 1)) / width);
    const double lineHeight = area.height() / static_cast<double>(lines);
    painter.setFont(themeFont(textSize * 1.08 * shrink));
    double x = 0;
    for (std::size_t at = 0; at < states.size(); ++at) {
        if (at % inLine == 0)
            x = area.left() + textSize * 0.6;
        const double top = area.top() + lineHeight * static_cast<double>(at / inLine);
        const UnitState state = states[at];
        const QColor color = stateColor(state, theme);
        Strokes strokes;
        const double box = side * shrink;
        addCell(strokes, state, QRectF(std::round(x), std::round(top + (lineHeight - box) / 2), box, box), false);
        paintStrokes(painter, strokes, color, mixed(theme.card, color, 0.6), std::max(1.2, textSize * 0.13));
        painter.setPen(count(state) > 0 ? theme.text : theme.mutedText);
        const double textWidth = metrics.horizontalAdvance(texts[static_cast<qsizetype>(at)]) * shrink;
        painter.drawText(QRectF(x + box * 1.4, top, textWidth + 8, lineHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         texts[static_cast<qsizetype>(at)]);
        x += textWidth + box * 1.5 + gap;
    }
}

void UnitGrid::paintCells(QPainter& painter, const Geometry& grid, const Theme& theme) const
{
    // Layers stand apart from each other a little more than the lines of one layer.
    const double between = grid.lines > 1 ? 4 : 0;
    const double lineHeight = (grid.rowHeight - between) / grid.lines;
    const double gapX = grid.columnWidth >= 4 ? std::min(2.0, grid.columnWidth * 0.2) : 0;
    const double gapY = lineHeight >= 4 ? std::min(3.0, lineHeight * 0.22) : 0;
    const bool fine = grid.columnWidth < kRoomyCell || lineHeight < kRoomyCell;
    std::array<Strokes, kStates> strokes;
    for (std::size_t row = 0; row < m_layers.size(); ++row)
        for (std::size_t unit = 0; unit < m_layers[row].units.size(); ++unit) {
            const UnitState state = m_layers[row].units[unit].state;
            const auto column = static_cast<double>(unit % grid.columns);
            const double line = static_cast<double>(unit / grid.columns) * lineHeight;
            const double left = std::round(grid.cells.left() + grid.columnWidth * column);
            const double right = std::round(grid.cells.left() + grid.columnWidth * (column + 1));
            const double base = grid.cells.top() + grid.rowHeight * static_cast<double>(row) + line;
            const double top = std::round(base);
            const double bottom = std::round(base + lineHeight);
            addCell(strokes[static_cast<std::size_t>(state)], state,
                    QRectF(left, top, std::max(1.0, right - left - gapX), std::max(1.0, bottom - top - gapY)), fine);
        }
    const double cross = std::clamp(std::min(grid.columnWidth, lineHeight) * 0.12, 1.0, 2.5);
    for (std::size_t state = 0; state < kStates; ++state) {
        const QColor color = stateColor(static_cast<UnitState>(state), theme);
        paintStrokes(painter, strokes[state], color, mixed(theme.card, color, 0.55), cross);
    }
}

void UnitGrid::paintAxes(QPainter& painter, const QRectF& area, const Geometry& grid, const Theme& theme,
                         double textSize) const
{
    const QFont plain = themeFont(textSize);
    const QFont strong = themeFont(textSize, QFont::DemiBold);
    const int step = grid.rowHeight >= textSize * 1.3 ? 1 : depth() <= 30 ? 5 : 10;
    for (int row = 0; row < depth(); ++row) {
        const int index = m_layers[static_cast<std::size_t>(row)].index;
        const bool selected = index == m_selected;
        if (!selected && index != 1 && index % step != 0)
            continue;
        const double middle = grid.cells.top() + grid.rowHeight * (row + 0.5);
        const QRectF label(grid.cells.left() - textSize * 2, middle - textSize, textSize * 1.7, textSize * 2);
        painter.setFont(selected ? strong : plain);
        painter.setPen(selected ? theme.accent : theme.mutedText);
        // A neighbour of the selected layer's number would be written over it.
        const bool covered =
            !selected && std::abs(index - m_selected) * grid.rowHeight < textSize * 1.2 && m_selected > 0;
        if (!covered)
            painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, QString::number(index));
        if (selected) {
            QColor tint = theme.accent;
            tint.setAlpha(theme.dark() ? 60 : 45);
            painter.setPen(Qt::NoPen);
            painter.fillRect(QRectF(grid.cells.left() - 3, grid.cells.top() + grid.rowHeight * row - 2,
                                    grid.cells.width() + 5, grid.rowHeight + 2),
                             tint);
        }
    }
    if (m_isBrief)
        return;
    painter.setFont(plain);
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(grid.cells.left(), grid.cells.bottom(), grid.cells.width(), textSize * 1.8),
                     Qt::AlignCenter, m_widest > 1 ? tr("unit 1 … %1").arg(m_widest) : tr("unit 1"));
    painter.save();
    painter.translate(area.left() + textSize * 0.85, grid.cells.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-textSize * 4, -textSize, textSize * 8, textSize * 2), Qt::AlignCenter, tr("layer"));
    painter.restore();
}

} // namespace ui
