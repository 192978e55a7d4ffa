// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SmallMultiples.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui
{

namespace
{

// All in letters.
constexpr double kLeastWidth = 4.6;
constexpr double kLeastHeight = 3;
constexpr double kName = 1.25;
constexpr double kRoomyName = 6; ///< from this width on the word stands before the number
constexpr double kTicks = 1.4;
constexpr double kLabel = 1.4;
constexpr double kBestShape = 1.7; ///< width of a cell to its height
constexpr double kTickRoom = 3.4;  ///< a tick's share of the axis

} // namespace

void SmallMultiples::set(std::vector<Ridge> histograms, int selected, const QCPRange& places, const SymmetricLog& axis,
                         const QString& quantity)
{
    m_histograms = std::move(histograms);
    m_selected = selected;
    m_places = places;
    m_axis = axis;
    m_quantity = quantity;
}

std::vector<int> SmallMultiples::chosenLayers(std::size_t most) const
{
    std::vector<int> chosen;
    const std::size_t all = m_histograms.size();
    const std::size_t shown = std::min(all, most);
    for (std::size_t at = 0; at < shown; ++at)
        chosen.push_back(shown == 1 ? std::max(m_selected, 1)
                                    : static_cast<int>(std::lround(static_cast<double>(at * (all - 1)) /
                                                                   static_cast<double>(shown - 1))) +
                                          1);
    if (shown > 2 && m_selected > 0 && std::find(chosen.begin(), chosen.end(), m_selected) == chosen.end()) {
        // In place of a neighbour, but not of the first or the last.
        const auto after = std::lower_bound(chosen.begin(), chosen.end(), m_selected);
        *(after == chosen.end() - 1 ? after - 1 : after) = m_selected;
    }
    return chosen;
}

SmallMultiples::Grid SmallMultiples::grid(const QRectF& area, double textSize) const
{
    Grid made;
    made.cells = area.adjusted(0.5 * textSize, 0.2 * textSize, -0.5 * textSize, -(kTicks + kLabel) * textSize);
    made.nameHeight = kName * textSize;
    made.gap = 0.5 * textSize;
    const auto fitting = [](double room, double least) { return std::max(1, static_cast<int>(room / least)); };
    const int mostColumns = fitting(made.cells.width(), kLeastWidth * textSize);
    const int mostRows = fitting(made.cells.height(), kLeastHeight * textSize);
    made.layers = chosenLayers(static_cast<std::size_t>(mostColumns) * static_cast<std::size_t>(mostRows));
    const int count = std::max(1, static_cast<int>(made.layers.size()));
    // Among all grids that have room for so many, the one whose cells have the best shape.
    double best = -1;
    for (int columns = 1; columns <= mostColumns; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double shape = made.cells.width() / columns / (made.cells.height() / rows - made.nameHeight);
        const double miss = std::abs(std::log(shape / kBestShape));
        if (rows > mostRows || (best >= 0 && miss >= best))
            continue;
        best = miss;
        made.columns = columns;
        made.rows = rows;
    }
    return made;
}

QRectF SmallMultiples::Grid::histogram(std::size_t at) const
{
    const int column = static_cast<int>(at) % columns;
    const int row = static_cast<int>(at) / columns;
    const double left = std::round(cells.left() + cells.width() * column / columns);
    const double right = std::round(cells.left() + cells.width() * (column + 1) / columns - gap);
    const double top = std::round(cells.top() + cells.height() * row / rows + nameHeight);
    const double bottom = std::round(cells.top() + cells.height() * (row + 1) / rows - 1);
    return {left, top, right - left, bottom - top};
}

std::vector<int> SmallMultiples::layersShown(const QRectF& area, double textSize) const
{
    return grid(area, textSize).layers;
}

QRectF SmallMultiples::cellOf(int layer, const QRectF& area, double textSize) const
{
    const Grid made = grid(area, textSize);
    const auto found = std::find(made.layers.begin(), made.layers.end(), layer);
    return found == made.layers.end() ? QRectF()
                                      : made.histogram(static_cast<std::size_t>(found - made.layers.begin()));
}

int SmallMultiples::layerAt(const QPointF& point, const QRectF& area, double textSize) const
{
    const Grid made = grid(area, textSize);
    for (std::size_t at = 0; at < made.layers.size(); ++at)
        if (made.histogram(at).adjusted(0, -made.nameHeight, made.gap, 1).contains(point))
            return made.layers[at];
    return 0;
}

double SmallMultiples::axisPlaceAt(const QPointF& point, const QRectF& area, double textSize) const
{
    const QRectF cell = cellOf(layerAt(point, area, textSize), area, textSize);
    const double share = cell.width() > 0 ? (point.x() - cell.left()) / cell.width() : 0;
    return m_places.lower + m_places.size() * std::clamp(share, 0.0, 1.0);
}

double SmallMultiples::pixelOf(double place, const QRectF& cell) const
{
    return cell.left() + cell.width() * (place - m_places.lower) / m_places.size();
}

std::vector<SmallMultiples::Tick> SmallMultiples::ticks(double width, double textSize) const
{
    const QSharedPointer<QCPAxisTicker> ticker = m_axis.ticker(m_places);
    ticker->setTickCount(std::clamp(static_cast<int>(width / (kTickRoom * textSize)), 2, 6));
    QVector<double> places;
    QVector<QString> texts;
    ticker->generate(m_places, QLocale::c(), QLatin1Char('g'), 4, places, nullptr, &texts);
    std::vector<Tick> made;
    for (qsizetype at = 0; at < places.size(); ++at)
        if (m_places.contains(places[at]))
            made.push_back({places[at], QString(texts.value(at)).replace(QLatin1Char('-'), QChar(0x2212))});
    return made;
}

void SmallMultiples::paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    painter.save();
    painter.fillRect(area, theme.card);
    const Grid made = grid(area, textSize);
    const std::vector<Tick> marks = ticks(made.histogram(0).width(), textSize);
    for (std::size_t at = 0; at < made.layers.size(); ++at) {
        const QRectF cell = made.histogram(at);
        paintCell(painter, cell, made.layers[at], marks, theme, textSize);
        paintName(painter, made, cell, made.layers[at], theme, textSize);
    }
    paintAxis(painter, area, made, marks, theme, textSize);
    painter.restore();
}

void SmallMultiples::paintCell(QPainter& painter, const QRectF& cell, int layer, const std::vector<Tick>& marks,
                               const Theme& theme, double textSize) const
{
    const Ridge& histogram = m_histograms[static_cast<std::size_t>(layer - 1)];
    const bool isSelected = layer == m_selected;
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (isSelected) {
        QColor tint = theme.accent;
        tint.setAlpha(theme.dark() ? 60 : 45);
        painter.fillRect(cell.adjusted(-2, -kName * textSize, 2, 1), tint);
    }
    painter.setPen(QPen(theme.grid, 1));
    for (const Tick& tick : marks) {
        const double x = std::round(pixelOf(tick.place, cell));
        painter.drawLine(QLineF(x, cell.top(), x, cell.bottom()));
    }
    paintHistogram(painter, cell, histogram, theme);
    painter.setPen(QPen(theme.axis, theme.lineScale));
    painter.drawLine(QLineF(cell.left(), cell.bottom(), cell.right(), cell.bottom()));
    if (histogram.expected) {
        painter.setPen(QPen(theme.text, 1.5 * theme.lineScale));
        for (const double place : {histogram.expected->lower, histogram.expected->upper})
            if (m_places.contains(place)) {
                const double x = pixelOf(place, cell);
                painter.drawLine(QLineF(x, cell.bottom() - std::min(6.0, cell.height() * 0.2), x, cell.bottom()));
            }
    }
    if (histogram.nonFinite) {
        const double side = std::min(textSize * 0.8, cell.height() * 0.5);
        const QRectF cross(cell.right() - side - 2, cell.top() + 2, side, side);
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setPen(QPen(theme.alarm, 1.6 * theme.lineScale));
        painter.drawLine(QLineF(cross.topLeft(), cross.bottomRight()));
        painter.drawLine(QLineF(cross.bottomLeft(), cross.topRight()));
    }
}

void SmallMultiples::paintHistogram(QPainter& painter, const QRectF& cell, const Ridge& histogram,
                                    const Theme& theme) const
{
    const std::vector<QPointF>& bins = histogram.outline;
    // Bins reach to the middle between their neighbours. Not every format clips, so they end at the cell's edge.
    const auto edge = [&](std::size_t at) {
        const double place = at == 0             ? bins[0].x() - (bins[1].x() - bins[0].x()) / 2
                             : at == bins.size() ? bins[at - 1].x() + (bins[at - 1].x() - bins[at - 2].x()) / 2
                                                 : (bins[at - 1].x() + bins[at].x()) / 2;
        return std::clamp(pixelOf(place, cell), cell.left(), cell.right());
    };
    if (bins.size() > 1) {
        QPolygonF steps;
        steps.reserve(static_cast<qsizetype>(2 * bins.size() + 2));
        steps.append({edge(0), cell.bottom()});
        for (std::size_t at = 0; at < bins.size(); ++at) {
            const double y = cell.bottom() - bins[at].y() * cell.height();
            steps.append({edge(at), y});
            steps.append({edge(at + 1), y});
        }
        steps.append({edge(bins.size()), cell.bottom()});
        painter.setPen(Qt::NoPen);
        painter.setBrush(histogram.color);
        if (steps.last().x() - steps.first().x() >= 2)
            painter.drawPolygon(steps);
        else if (steps.first().x() < cell.right() && steps.last().x() > cell.left()) // too narrow to be seen
            painter.drawRect(QRectF(steps.first().x() - 1, cell.top(), 2, cell.height()));
        painter.setBrush(Qt::NoBrush);
    }
    if (histogram.spikeHeight > 0 && m_places.contains(histogram.spikeAt)) {
        const double x = pixelOf(histogram.spikeAt, cell);
        const QColor color = bins.empty() ? histogram.color : theme.text;
        painter.fillRect(QRectF(x - 1, cell.bottom() - histogram.spikeHeight * cell.height(), 2,
                                histogram.spikeHeight * cell.height()),
                         color);
    }
}

void SmallMultiples::paintName(QPainter& painter, const Grid& made, const QRectF& cell, int layer, const Theme& theme,
                               double textSize) const
{
    const bool isSelected = layer == m_selected;
    const bool isRoomy = cell.width() >= kRoomyName * textSize;
    painter.setFont(themeFont(textSize, isSelected ? QFont::DemiBold : QFont::Normal));
    painter.setPen(isSelected ? theme.text : theme.mutedText);
    painter.drawText(QRectF(cell.left() + 1, cell.top() - made.nameHeight, cell.width(), made.nameHeight),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     isRoomy ? tr("layer %1").arg(layer) : QString::number(layer));
}

void SmallMultiples::paintAxis(QPainter& painter, const QRectF& area, const Grid& made, const std::vector<Tick>& marks,
                               const Theme& theme, double textSize) const
{
    const QFont font = themeFont(textSize);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(theme.mutedText);
    const int columns = std::min(made.columns, static_cast<int>(made.layers.size()));
    for (int column = 0; column < columns; ++column) {
        const QRectF cell = made.histogram(static_cast<std::size_t>(column));
        double free = cell.left() - made.gap; // numbers do not run into each other
        for (const Tick& tick : marks) {
            const double width = metrics.horizontalAdvance(tick.text);
            const double left = std::clamp(pixelOf(tick.place, cell) - width / 2, cell.left() - made.gap / 2,
                                           cell.right() + made.gap / 2 - width);
            if (left < free)
                continue;
            painter.drawText(QRectF(left, made.cells.bottom(), width + 2, kTicks * textSize),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, tick.text);
            free = left + width + 0.5 * textSize;
        }
    }
    const QRectF line(made.cells.left(), area.bottom() - kLabel * textSize, made.cells.width(), kLabel * textSize);
    painter.drawText(line, Qt::AlignCenter, m_quantity);
    if (made.layers.size() < m_histograms.size())
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 of %2 layers").arg(made.layers.size()).arg(m_histograms.size()));
}

void SmallMultiples::paintReading(QPainter& painter, const QRectF& area, int layer,
                                  const std::optional<double>& axisPlace, const Theme& theme, double textSize) const
{
    const Grid made = grid(area, textSize);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    for (std::size_t at = 0; at < made.layers.size(); ++at) {
        const QRectF cell = made.histogram(at);
        if (axisPlace) {
            const double x = std::round(pixelOf(*axisPlace, cell));
            painter.setPen(QPen(theme.mutedText, 1, Qt::DashLine));
            painter.drawLine(QLineF(x, cell.top(), x, cell.bottom()));
        }
        if (made.layers[at] == layer) {
            painter.setPen(QPen(theme.accent, std::max(1.0, textSize * 0.12)));
            painter.drawRect(cell.adjusted(-2, -made.nameHeight, 2, 1));
        }
    }
}

} // namespace ui
