// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DistributionHistory.h"

#include "ui/base/NotANumber.h"
#include "ui/base/NumberText.h"
#include "ui/panels/HistorySeries.h"
#include "ui/panels/MomentMark.h"
#include "ui/widgets/ImagePlottable.h"
#include "ui/widgets/PlotView.h"

#include <QImage>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui
{

namespace
{

constexpr int kMapColumns = 320;
constexpr int kMapRows = 128;

bool hasRange(const core::Histogram& histogram)
{
    return std::isfinite(histogram.lower) && std::isfinite(histogram.upper);
}

/// From the counts, so that it also holds for delta, whose histogram is of its logarithm.
std::array<double, 5> percentilesOf(const core::Histogram& histogram)
{
    std::array<double, 5> found{};
    found.fill(kNaN);
    const double all = histogram.total();
    if (!(all > 0) || !hasRange(histogram))
        return found;
    const double width = (histogram.upper - histogram.lower) / core::Histogram::kBins;
    for (std::size_t which = 0; which < found.size(); ++which) {
        double left = core::Distribution::kQuantiles[which] * all - histogram.underflow;
        found[which] = left <= 0 ? histogram.lower : histogram.upper;
        double edge = histogram.lower;
        for (const std::uint32_t count : histogram.counts) {
            if (left > 0 && left <= count)
                found[which] = edge + width * left / count;
            left -= count;
            edge += width;
        }
    }
    return found;
}

} // namespace

DistributionHistory::DistributionHistory(PlotView* plot)
    : m_plot(plot)
    , m_map(new ImagePlottable(plot->xAxis, plot->yAxis))
    , m_moment(nullptr)
{
    // What is wider lies behind what is narrower, and the median over all.
    for (const std::size_t band : {0, 4, 1, 3, 2})
        m_bands[band] = plot->addGraph();
    m_bands[4]->setChannelFillGraph(m_bands[0]);
    m_bands[3]->setChannelFillGraph(m_bands[1]);
    m_bands[0]->removeFromLegend();
    m_bands[1]->removeFromLegend();
    plot->placeLegendAbove();
    plot->xAxis->setNumberFormat(QStringLiteral("gb"));
    plot->xAxis->setNumberPrecision(7);
    m_moment = new MomentMark(plot, plot->axisRect());
}

void DistributionHistory::restyle()
{
    const Theme& theme = m_plot->theme();
    const QColor color = theme.series[0];
    for (QCPGraph* edge : {m_bands[0], m_bands[1], m_bands[3], m_bands[4]})
        edge->setPen(Qt::NoPen);
    m_bands[4]->setBrush(mixed(theme.card, color, 0.22));
    m_bands[3]->setBrush(mixed(theme.card, color, 0.5));
    m_bands[2]->setPen(QPen(theme.text, m_plot->curveWidth()));
    m_bands[4]->setName(tr("5 % … 95 %"));
    m_bands[3]->setName(tr("25 % … 75 %"));
    m_bands[2]->setName(tr("median"));
    m_plot->xAxis->setLabel(tr("step"));
    m_moment->restyle();
}

void DistributionHistory::collect(const FrameData& frame, const Choose& quantity)
{
    m_points.clear();
    m_layer = frame.selectedLayer;
    const auto layer = static_cast<std::size_t>(m_layer - 1);
    const auto take = [&](const core::Snapshot& moment) {
        const auto step = static_cast<double>(moment.step);
        if (layer >= moment.layers.size() || (!m_points.empty() && step <= m_points.back().step))
            return;
        const core::Distribution& distribution = quantity(moment.layers[layer]);
        m_points.push_back({step, distribution, percentilesOf(distribution.histogram)});
    };
    if (frame.moments)
        for (std::size_t at = 0; at < frame.moments->size(); ++at)
            take(frame.moments->at(at));
    take(frame.snapshot);
}

bool DistributionHistory::show(const FrameData& frame, Drawing drawing, const SymmetricLog& axis,
                               const Choose& quantity)
{
    collect(frame, quantity);
    double lower = std::numeric_limits<double>::infinity();
    double upper = -lower;
    for (const Point& point : m_points)
        if (hasRange(point.distribution.histogram)) {
            lower = std::min(lower, point.distribution.histogram.lower);
            upper = std::max(upper, point.distribution.histogram.upper);
        }
    if (!(lower <= upper))
        return false;
    const bool isMap = drawing == Drawing::Map;
    m_map->setVisible(isMap);
    for (QCPGraph* band : m_bands)
        band->setVisible(!isMap);
    m_plot->legend->setVisible(!isMap);
    const QCPRange places = axis.rounded(axis.placeOf(lower), axis.placeOf(upper));
    m_plot->yAxis->setTicker(axis.ticker(places));
    if (isMap)
        showMap(axis, places);
    else
        showBands(axis);
    const double last = std::max(m_points.back().step, 1.0);
    m_plot->setFollowedRange(m_plot->xAxis, {0, stepsShown(last, frame.snapshot.divergence.has_value())});
    m_plot->setFollowedRange(m_plot->yAxis, places);
    m_moment->show(frame.cursor);
    return true;
}

void DistributionHistory::showMap(const SymmetricLog& axis, const QCPRange& places)
{
    const Theme& theme = m_plot->theme();
    const double last = std::max(m_points.back().step, 1.0);
    const auto columns = static_cast<int>(std::min<double>(kMapColumns, last + 1));
    QImage image(columns, kMapRows, QImage::Format_RGB32);
    image.fill(theme.card);
    for (int column = 0; column < columns; ++column) {
        const core::Histogram& histogram = m_points[nearest(last * (column + 0.5) / columns)].distribution.histogram;
        const double width = (histogram.upper - histogram.lower) / core::Histogram::kBins;
        const double peak = *std::max_element(histogram.counts.begin(), histogram.counts.end());
        if (!hasRange(histogram) || !(peak > 0))
            continue;
        for (int row = 0; row < kMapRows; ++row) {
            const auto valueAt = [&](double edge) {
                return axis.valueAt(places.upper - places.size() * edge / kMapRows);
            };
            const double place = width > 0 ? (valueAt(row + 0.5) - histogram.lower) / width
                                 : histogram.lower <= valueAt(row) && histogram.lower > valueAt(row + 1) ? 0.5
                                                                                                         : -1;
            if (place < 0 || place >= core::Histogram::kBins)
                continue;
            // The square root lets the flanks be seen beside the peak.
            const double share = std::sqrt(histogram.counts[static_cast<std::size_t>(place)] / peak);
            if (share > 0)
                reinterpret_cast<QRgb*>(image.scanLine(row))[column] = theme.heat(share);
        }
    }
    m_map->setImage(std::move(image), {0, last}, places, false);
}

void DistributionHistory::showBands(const SymmetricLog& axis)
{
    for (std::size_t band = 0; band < kBands; ++band) {
        QVector<QCPGraphData> line;
        for (const Point& point : m_points)
            line.append({point.step, axis.placeOf(point.percentiles[band])});
        m_bands[band]->data()->set(line, true);
    }
}

std::size_t DistributionHistory::nearest(double step) const
{
    const auto after = std::lower_bound(m_points.begin(), m_points.end(), step,
                                        [](const Point& point, double value) { return point.step < value; });
    if (after == m_points.begin())
        return 0;
    if (after == m_points.end() || step - (after - 1)->step <= after->step - step)
        return static_cast<std::size_t>(after - m_points.begin()) - 1;
    return static_cast<std::size_t>(after - m_points.begin());
}

std::optional<double> DistributionHistory::nearestStep(double step) const
{
    return m_points.empty() ? std::nullopt : std::optional(m_points[nearest(step)].step);
}

Readout DistributionHistory::readoutAt(double step) const
{
    if (m_points.empty())
        return {};
    const Point& point = m_points[nearest(step)];
    Readout readout;
    readout.heading = tr("layer %1, step %2").arg(m_layer).arg(countText(static_cast<qint64>(point.step)));
    readout.rows.push_back({m_bands[2]->name(), readableNumber(point.percentiles[2])});
    readout.rows.push_back({tr("middle half"), tr("%1 … %2").arg(readableNumber(point.percentiles[1]),
                                                                 readableNumber(point.percentiles[3]))});
    readout.rows.push_back({m_bands[4]->name(), tr("%1 … %2").arg(readableNumber(point.percentiles[0]),
                                                                  readableNumber(point.percentiles[4]))});
    return readout;
}

} // namespace ui
