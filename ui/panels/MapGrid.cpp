// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/MapGrid.h"

#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace ui
{

namespace
{

// All in letters.
constexpr double kRoomForNames = 26; ///< from this height on, axes have their names
constexpr double kRoomForTick = 4;   ///< along a map
constexpr double kRoomForAxis = 4;   ///< about what an axis takes
constexpr double kBetweenMaps = 1;

/// Inner width of a map, about.
double widthOfMap(int columns, const QSize& size, double textSize)
{
    return (size.width() - kRoomForAxis * textSize) / columns - kBetweenMaps * textSize;
}

/// In two columns, or in one row where that makes the shorter side of the maps longer.
int columnsFor(int maps, const QSize& size, double textSize)
{
    if (maps <= 2)
        return maps;
    constexpr int kPair = 2;
    const auto shorterSide = [&](int columns) {
        const int rows = (maps + columns - 1) / columns;
        const double width = widthOfMap(columns, size, textSize);
        return std::min(width, (size.height() - kRoomForAxis * textSize) / rows - scoreHeightWithin(width, textSize));
    };
    return shorterSide(maps) > shorterSide(kPair) ? maps : kPair;
}

} // namespace

MapHead::MapHead(PlotView* plot, const QCPAxisRect* map)
    : QCPLayoutElement(plot)
    , m_plot(plot)
    , m_map(map)
{
}

void MapHead::show(const RunScore& score, const QString& absence)
{
    m_score = score;
    m_absence = absence;
}

void MapHead::draw(QCPPainter* painter)
{
    const Theme& theme = m_plot->theme();
    paintScore(*painter, QRectF(rect()), m_score, theme, m_plot->textSize());
    if (m_absence.isEmpty())
        return;
    const int margin = static_cast<int>(m_plot->textSize() / 2);
    painter->setFont(m_plot->font());
    painter->setPen(theme.mutedText);
    painter->drawText(m_map->rect().adjusted(margin, 0, -margin, 0), Qt::AlignCenter | Qt::TextWordWrap, m_absence);
}

MapGrid::MapGrid(PlotView* plot)
    : m_plot(plot)
{
}

void MapGrid::add(MapHead* head, QCPAxisRect* map)
{
    for (QCPLayoutElement* element : {static_cast<QCPLayoutElement*>(head), static_cast<QCPLayoutElement*>(map)}) {
        if (element->layout())
            element->layout()->take(element);
        m_elements.append(element);
        adoptElement(element);
    }
}

void MapGrid::setNames(const QString& keys, const QString& values)
{
    m_keyName = keys;
    m_valueName = values;
}

QCPAxisRect* MapGrid::map(int index) const
{
    return static_cast<QCPAxisRect*>(m_elements.at(2 * index + 1));
}

QCPLayoutElement* MapGrid::takeAt(int index)
{
    QCPLayoutElement* element = m_elements.takeAt(index);
    releaseElement(element);
    return element;
}

bool MapGrid::take(QCPLayoutElement* element)
{
    const auto index = static_cast<int>(m_elements.indexOf(element));
    if (index >= 0)
        takeAt(index);
    return index >= 0;
}

void MapGrid::update(UpdatePhase phase)
{
    // Before the axes are measured.
    if (phase == upPreparation)
        arrange();
    QCPLayout::update(phase);
}

void MapGrid::arrange()
{
    const QSize size = m_plot->viewport().size();
    const double letter = m_plot->textSize();
    m_columns = columnsFor(mapCount(), size, letter);
    const int rows = (mapCount() + m_columns - 1) / m_columns;
    const bool hasNames = size.height() >= kRoomForNames * letter;
    const auto ticks = [&](double room) {
        return std::clamp(static_cast<int>(room / (kRoomForTick * letter)), 2, kTicksAlone);
    };
    for (int index = 0; index < mapCount(); ++index) {
        const bool isFirst = index % m_columns == 0;
        const bool isLowest = index / m_columns == rows - 1;
        QCPAxis* keys = map(index)->axis(QCPAxis::atBottom);
        QCPAxis* values = map(index)->axis(QCPAxis::atLeft);
        keys->setTickLabels(isLowest);
        keys->setLabel(isLowest && hasNames ? m_keyName : QString());
        keys->ticker()->setTickCount(ticks(static_cast<double>(size.width()) / m_columns));
        values->setTickLabels(isFirst);
        values->setLabel(isFirst && hasNames ? m_valueName : QString());
        values->ticker()->setTickCount(ticks(static_cast<double>(size.height()) / rows));
    }
}

void MapGrid::updateLayout()
{
    const auto count = static_cast<std::size_t>(mapCount());
    const auto columns = static_cast<std::size_t>(m_columns);
    const std::size_t rows = (count + columns - 1) / columns;
    std::vector<int> left(columns);
    std::vector<int> right(columns);
    std::vector<int> below(rows);
    for (std::size_t at = 0; at < count; ++at) {
        const QMargins margins = map(static_cast<int>(at))->margins();
        left[at % columns] = std::max(left[at % columns], margins.left());
        right[at % columns] = std::max(right[at % columns], margins.right());
        below[at / columns] = std::max(below[at / columns], margins.bottom());
    }
    const auto sum = [](const std::vector<int>& values) { return std::accumulate(values.begin(), values.end(), 0); };
    const int width = std::max(0, rect().width() - sum(left) - sum(right)) / static_cast<int>(columns);
    const auto head = static_cast<int>(std::ceil(scoreHeightWithin(width, m_plot->textSize())));
    const int height = std::max(0, rect().height() - sum(below)) / static_cast<int>(rows) - head;
    int top = rect().top() + head;
    for (std::size_t row = 0; row < rows; ++row) {
        int x = rect().left();
        for (std::size_t at = row * columns; at < std::min(count, (row + 1) * columns); ++at) {
            x += left[at % columns];
            const QRect inner(x, top, width, std::max(0, height));
            QCPAxisRect* shown = map(static_cast<int>(at));
            shown->setOuterRect(inner.marginsAdded(shown->margins()));
            m_elements[static_cast<qsizetype>(2 * at)]->setOuterRect(QRect(x, top - head, width, head));
            x += width + right[at % columns];
        }
        top += height + below[row] + head;
    }
}

} // namespace ui
