// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/UnitPicture.h"

#include "ui/base/NumberText.h"
#include "ui/panels/UnitGrid.h"
#include "ui/panels/UnitMarks.h"

#include <QImage>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace ui
{

using core::UnitState;

namespace
{

constexpr double kUnitLine = 1.4; ///< height of a line, in letters
constexpr int kWeightsInALine = 64;

} // namespace

bool UnitPicture::set(const FrameData& frame)
{
    const core::Snapshot& snapshot = frame.snapshot;
    m_place = frame.watch->place;
    const auto layer = static_cast<std::size_t>(m_place.layer - 1);
    const auto unit = static_cast<std::size_t>(m_place.unit);
    if (layer >= snapshot.layers.size() || unit >= snapshot.layers[layer].unitStatistics.size())
        return false;
    const core::LayerStatistics& statistics = snapshot.layers[layer];
    m_unit = statistics.unitStatistics[unit];
    m_unitsInLayer = statistics.units;
    m_samples = snapshot.probeSamples;
    m_activation = statistics.activationChoice;
    m_learnedSlope = statistics.learnedSlope;
    m_data = snapshot.data;
    m_seen = frame.watch->seen;
    if (snapshot.unit && snapshot.unit->place == m_place)
        m_detail = snapshot.unit;
    else
        m_detail.reset();
    computeCurves();
    return true;
}

void UnitPicture::computeCurves()
{
    constexpr std::size_t kPoints = 161;
    const double least = m_detail ? m_detail->z.histogram.lower : static_cast<double>(m_unit.zMin);
    const double largest = m_detail ? m_detail->z.histogram.upper : static_cast<double>(m_unit.zMax);
    m_lower = std::isfinite(least) ? std::min(least, -1.0) : -1;
    m_upper = std::isfinite(largest) ? std::max(largest, 1.0) : 1;
    core::ActivationFunction function(m_activation);
    if (m_learnedSlope)
        function = function.withLearnedSlope(static_cast<core::Scalar>(*m_learnedSlope));
    for (std::vector<core::Scalar>* values : {&m_z, &m_f, &m_df})
        values->resize(kPoints);
    for (std::size_t at = 0; at < kPoints; ++at)
        m_z[at] = static_cast<core::Scalar>(m_lower + (m_upper - m_lower) * static_cast<double>(at) / (kPoints - 1));
    function.evaluate(m_z, m_f, m_df);
}

QString UnitPicture::heading() const
{
    return tr("layer %1, unit %2: %3").arg(m_place.layer).arg(m_place.unit + 1).arg(UnitGrid::stateName(m_unit.state));
}

QString UnitPicture::meaning() const
{
    const auto share = [](float value) { return percentText(static_cast<double>(value)); };
    switch (m_unit.state) {
    case UnitState::GradientDead:
        return tr("f′(z) = 0 on all %1 samples: no gradient reaches its weights, which stand still.")
            .arg(countText(m_samples));
    case UnitState::NoDerivative:
        return tr("f′ is 0 everywhere: no gradient ever reaches its weights.");
    case UnitState::Asleep:
        return tr("z ≤ 0 on all %1 samples: it is always on the weak side, and learns slowly.")
            .arg(countText(m_samples));
    case UnitState::Saturated:
        return tr("%1 of its samples lie in a saturating tail: little gradient passes.")
            .arg(share(m_unit.saturatedShare));
    case UnitState::Alive:
        return tr("f′(z) = 0 on %1 of its samples; on all others a gradient passes.").arg(share(m_unit.inactiveShare));
    }
    return {};
}

double UnitPicture::headHeight(const QRectF& area, double textSize) const
{
    const QFontMetricsF metrics(themeFont(textSize));
    const double lines = metrics.horizontalAdvance(meaning()) > area.width() - 1.2 * textSize ? 2 : 1;
    return textSize * (1.8 + lines * kUnitLine);
}

UnitPicture::Layout UnitPicture::layout(const QRectF& area, double textSize) const
{
    const double line = textSize * kUnitLine;
    const double gap = textSize;
    const QRectF inner = area.adjusted(textSize * 0.6, headHeight(area, textSize), -textSize * 0.6, -textSize * 0.4);
    const double upper = std::floor(inner.height() * 0.56);
    const double left = std::floor((inner.width() - gap) * 0.56);
    const double x = inner.left() + left + gap;
    const double right = inner.right() - x;
    const double curves = std::floor((upper - line) * 0.45);
    Layout places;
    places.curves = {inner.left(), inner.top(), left, curves};
    places.bars = {inner.left(), inner.top() + curves + 3, left, upper - line - curves - 3};
    places.ticks = {inner.left(), inner.top() + upper - line, left, line};
    const double incoming = cellsOf(m_detail ? m_detail->incoming : std::vector<float>(), true).isPicture ? 0.66 : 0.5;
    places.incoming = {x, inner.top(), right, upper * incoming};
    places.outgoing = {x, inner.top() + upper * incoming, right, upper * (1 - incoming)};
    const double lower = inner.top() + upper + textSize * 0.5;
    const double height = inner.bottom() - lower;
    const double half = (left - gap) / 2;
    places.bias = {inner.left(), lower, half, height};
    places.gradient = {inner.left() + half + gap, lower, half, height};
    places.samples = {x, lower, right, height};
    return places;
}

UnitPicture::Cells UnitPicture::cellsOf(const std::vector<float>& weights, bool isIncoming) const
{
    const auto count = static_cast<int>(weights.size());
    if (isIncoming && m_place.layer == 1 && m_data && m_data->imageWidth > 0 &&
        m_data->imageWidth * m_data->imageHeight == count)
        return {m_data->imageWidth, m_data->imageHeight, true};
    const int rows = std::max(1, (count + kWeightsInALine - 1) / kWeightsInALine);
    return {std::max(1, (count + rows - 1) / rows), rows, false};
}

QRectF UnitPicture::weightArea(const QRectF& area, const std::vector<float>& weights, bool isIncoming,
                               double textSize) const
{
    const Cells cells = cellsOf(weights, isIncoming);
    QRectF place = area.adjusted(0.5, textSize * kUnitLine, -0.5, -textSize * 0.4);
    if (cells.isPicture) {
        const double cell = std::floor(std::min(place.width() / cells.columns, place.height() / cells.rows));
        place.setSize({cell * cells.columns, cell * cells.rows});
    } else {
        place.setHeight(std::min(place.height(), textSize * 1.6 * cells.rows));
        place.setWidth(std::min(place.width(), textSize * 2.4 * cells.columns));
    }
    return place;
}

double UnitPicture::largestOf(const std::vector<float>& weights)
{
    double largest = 0;
    for (const float weight : weights)
        if (std::isfinite(weight))
            largest = std::max(largest, std::abs(static_cast<double>(weight)));
    return largest;
}

void UnitPicture::paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    painter.save();
    painter.fillRect(area, theme.card);
    const double left = area.left() + textSize * 0.6;
    const double width = area.width() - textSize * 1.2;
    const double mark = textSize * 0.8;
    painter.fillRect(QRectF(left, area.top() + (textSize * 1.6 - mark) / 2, mark, mark),
                     UnitGrid::stateColor(m_unit.state, theme));
    const QString name = tr("Layer %1, unit %2 of %3: %4")
                             .arg(m_place.layer)
                             .arg(m_place.unit + 1)
                             .arg(countText(m_unitsInLayer), UnitGrid::stateName(m_unit.state));
    paintText(painter, QRectF(left + mark * 1.5, area.top(), width - mark * 1.5, textSize * 1.6), name,
              themeFont(textSize * 1.08, QFont::DemiBold), theme.text);
    paintText(painter, QRectF(left, area.top() + textSize * 1.7, width, headHeight(area, textSize) - textSize * 1.7),
              meaning(), themeFont(textSize), theme.mutedText);
    const Layout places = layout(area, textSize);
    paintZ(painter, places, theme, textSize);
    if (m_detail) {
        paintWeightsOf(painter, places.incoming, true, theme, textSize);
        paintWeightsOf(painter, places.outgoing, false, theme, textSize);
        paintPast(painter, places, theme, textSize);
        paintSamples(painter, places.samples, theme, textSize);
    } else {
        paintText(painter, places.incoming.united(places.outgoing),
                  tr("Weights, bias and samples are known from the moment on at which the unit is watched."),
                  themeFont(textSize), theme.mutedText);
    }
    painter.restore();
}

void UnitPicture::paintZ(QPainter& painter, const Layout& places, const Theme& theme, double textSize) const
{
    const PictureScale scale{places.bars.left(), places.bars.right(), m_lower, m_upper};
    paintCurves(painter, places.curves, theme, textSize);
    std::vector<double> bars;
    if (m_detail) {
        // The histogram's own bins, on the axis of the curves.
        const core::Histogram& histogram = m_detail->z.histogram;
        const QRectF own(scale.place(histogram.lower), places.bars.top(),
                         std::max(2.0, scale.place(histogram.upper) - scale.place(histogram.lower)),
                         places.bars.height());
        bars.assign(histogram.counts.begin(), histogram.counts.end());
        paintBars(painter, own, bars, UnitGrid::stateColor(m_unit.state, theme), theme);
    }
    painter.setPen(QPen(theme.axis, 1));
    painter.drawLine(QLineF(places.bars.bottomLeft(), places.bars.bottomRight()));
    paintZero(painter, places.curves.united(places.bars), scale, theme);
    paintTicks(painter, places.ticks, scale, theme, textSize);
    painter.setFont(themeFont(textSize));
    painter.setPen(theme.mutedText);
    painter.drawText(places.bars.adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, QStringLiteral("z"));
}

void UnitPicture::paintCurves(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    // What grows faster than z leaves the picture.
    const double reach = std::max({1.0, m_upper, -m_lower});
    double least = 0;
    double largest = 1;
    for (const std::vector<core::Scalar>* values : {&m_f, &m_df})
        for (const core::Scalar value : *values)
            if (std::isfinite(value)) {
                least = std::max(-reach, std::min(least, static_cast<double>(value)));
                largest = std::min(reach, std::max(largest, static_cast<double>(value)));
            }
    const PictureScale across{area.left(), area.right(), m_lower, m_upper};
    const PictureScale up{area.bottom() - 1, area.top() + 1, least, largest};
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setPen(QPen(theme.grid, 1));
    painter.drawLine(QLineF(area.left(), up.place(0), area.right(), up.place(0)));
    const auto draw = [&](const std::vector<core::Scalar>& values, const QColor& color, Qt::PenStyle style) {
        QPolygonF line;
        for (std::size_t at = 0; at < values.size(); ++at)
            if (std::isfinite(values[at]))
                line << QPointF(across.place(static_cast<double>(m_z[at])), up.place(static_cast<double>(values[at])));
        painter.setPen(QPen(color, 1.6 * theme.lineScale, style));
        painter.drawPolyline(line);
    };
    draw(m_f, theme.series[0], Qt::SolidLine);
    draw(m_df, theme.series[1], Qt::DashLine);
    painter.restore();
    painter.setFont(themeFont(textSize, QFont::DemiBold));
    painter.setPen(theme.series[0]);
    painter.drawText(area.adjusted(2, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, QStringLiteral("f"));
    painter.setPen(theme.series[1]);
    painter.drawText(area.adjusted(textSize * 1.4, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, QStringLiteral("f′"));
}

void UnitPicture::paintWeightsOf(QPainter& painter, const QRectF& area, bool isIncoming, const Theme& theme,
                                 double textSize) const
{
    const std::vector<float>& weights = isIncoming ? m_detail->incoming : m_detail->outgoing;
    const double largest = largestOf(weights);
    const QString count = countText(static_cast<qint64>(weights.size()));
    const QString caption = (isIncoming ? tr("%1 incoming weights, ± %2") : tr("%1 outgoing weights, ± %2"))
                                .arg(count, readableNumber(largest, 2));
    paintText(painter, QRectF(area.left(), area.top(), area.width(), textSize * kUnitLine), caption,
              themeFont(textSize), theme.mutedText);
    paintWeights(painter, weightArea(area, weights, isIncoming, textSize), weights,
                 cellsOf(weights, isIncoming).columns, largest, theme);
}

void UnitPicture::paintPast(QPainter& painter, const Layout& places, const Theme& theme, double textSize) const
{
    std::vector<double> steps, biases, gradients;
    for (const UnitWatch::Seen& seen : m_seen) {
        steps.push_back(static_cast<double>(seen.step));
        biases.push_back(seen.bias);
        gradients.push_back(seen.gradientNorm);
    }
    const auto paintOne = [&](const QRectF& area, const QString& caption, const std::vector<double>& values,
                              const QColor& color) {
        const double line = textSize * kUnitLine;
        paintText(painter, QRectF(area.left(), area.top(), area.width(), line), caption, themeFont(textSize),
                  theme.mutedText);
        if (!values.empty())
            paintTrail(painter, area.adjusted(0, line + 2, 0, -1), steps, values, color, theme);
    };
    paintOne(places.bias, tr("bias %1").arg(readableNumber(m_detail->bias)), biases, theme.series[2]);
    paintOne(places.gradient, tr("gradient %1").arg(readableNumber(m_detail->gradientNorm, 2)), gradients,
             theme.series[1]);
}

bool UnitPicture::hasPictures() const
{
    return m_data && m_data->imageWidth > 0 && m_data->imageWidth * m_data->imageHeight == m_data->inputs;
}

QRectF UnitPicture::sampleBox(std::size_t at, const QRectF& area, double textSize) const
{
    const QRectF place = area.adjusted(0, textSize * kUnitLine, 0, 0);
    constexpr int kColumns = 5;
    const double gap = 3;
    const double side =
        std::floor(std::min((place.width() - gap * (kColumns - 1)) / kColumns, (place.height() - gap) / 2));
    const auto column = static_cast<double>(at % kColumns);
    const auto row = static_cast<double>(at / kColumns);
    return {place.left() + column * (side + gap), place.top() + row * (side + gap), side, side};
}

void UnitPicture::paintSamples(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    paintText(painter, QRectF(area.left(), area.top(), area.width(), textSize * kUnitLine),
              tr("samples with the largest z"), themeFont(textSize), theme.mutedText);
    if (!hasPictures()) {
        paintPlane(painter, area.adjusted(0, textSize * kUnitLine + 2, 0, 0), theme, textSize);
        return;
    }
    const auto pixels = static_cast<std::size_t>(m_data->inputs);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    for (std::size_t at = 0; at < m_detail->excitations.size(); ++at) {
        QImage image(m_data->imageWidth, m_data->imageHeight, QImage::Format_RGB32);
        for (std::size_t pixel = 0; pixel < pixels; ++pixel) {
            const double value = static_cast<double>(m_detail->inputs[at * pixels + pixel]);
            // Ink on paper in both themes, as the samples were written.
            const int level = 255 - static_cast<int>(std::lround((value > 0 ? std::min(value, 1.0) : 0) * 235));
            image.setPixel(static_cast<int>(pixel) % m_data->imageWidth, static_cast<int>(pixel) / m_data->imageWidth,
                           qRgb(level, level, level));
        }
        painter.drawImage(sampleBox(at, area, textSize), image);
    }
}

void UnitPicture::paintPlane(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    if (!m_data || m_data->points.empty()) {
        QString list;
        for (const core::UnitDetail::Excitation& excitation : m_detail->excitations)
            list += tr("no. %1: %2").arg(excitation.sample).arg(readableNumber(static_cast<double>(excitation.z), 2)) +
                    QStringLiteral("   ");
        paintText(painter, area, list, themeFont(textSize), theme.text);
        return;
    }
    const auto& points = m_data->points;
    const auto [left, right] =
        std::minmax_element(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
    const auto [bottom, top] =
        std::minmax_element(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
    const PictureScale across{area.left() + 4, area.right() - 4, static_cast<double>(left->x),
                              static_cast<double>(right->x)};
    const PictureScale up{area.bottom() - 4, area.top() + 4, static_cast<double>(bottom->y),
                          static_cast<double>(top->y)};
    const auto placeOf = [&](const core::DataPreview::Point& point) {
        return QPointF(across.place(static_cast<double>(point.x)), up.place(static_cast<double>(point.y)));
    };
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(mixed(theme.card, theme.mutedText, 0.55), 2));
    QPolygonF all;
    for (const core::DataPreview::Point& point : points)
        if (!point.test)
            all << placeOf(point);
    painter.drawPoints(all);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(theme.card, 1));
    painter.setBrush(theme.accent);
    const double radius = textSize * 0.32;
    for (const core::UnitDetail::Excitation& excitation : m_detail->excitations)
        if (const auto sample = static_cast<std::size_t>(excitation.sample);
            sample < points.size() && !points[sample].test)
            painter.drawEllipse(placeOf(points[sample]), radius, radius);
    painter.setBrush(Qt::NoBrush);
}

Readout UnitPicture::describe(const QPointF& point, const QRectF& area, double textSize) const
{
    if (!m_detail)
        return {};
    const Layout places = layout(area, textSize);
    Readout readout;
    for (const bool isIncoming : {true, false}) {
        const std::vector<float>& weights = isIncoming ? m_detail->incoming : m_detail->outgoing;
        const QRectF place = weightArea(isIncoming ? places.incoming : places.outgoing, weights, isIncoming, textSize);
        const Cells cells = cellsOf(weights, isIncoming);
        if (!place.contains(point))
            continue;
        const int column =
            std::min(static_cast<int>((point.x() - place.left()) / place.width() * cells.columns), cells.columns - 1);
        const int row =
            std::min(static_cast<int>((point.y() - place.top()) / place.height() * cells.rows), cells.rows - 1);
        const auto at = static_cast<std::size_t>(row * cells.columns + column);
        if (at >= weights.size())
            return {};
        const auto number = static_cast<int>(at) + 1;
        readout.heading = !isIncoming          ? tr("to unit %1 above").arg(number)
                          : m_place.layer == 1 ? tr("from input %1").arg(number)
                                               : tr("from unit %1 below").arg(number);
        readout.rows = {{tr("weight"), readableNumber(static_cast<double>(weights[at]))}};
        return readout;
    }
    if (hasPictures())
        for (std::size_t at = 0; at < m_detail->excitations.size(); ++at)
            if (sampleBox(at, places.samples, textSize).contains(point)) {
                readout.heading = tr("sample no. %1").arg(m_detail->excitations[at].sample);
                readout.rows = {{tr("z"), readableNumber(static_cast<double>(m_detail->excitations[at].z))}};
                return readout;
            }
    if (places.curves.united(places.ticks).contains(point)) {
        const double share = (point.x() - places.bars.left()) / places.bars.width();
        const auto at = std::min(
            static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(m_z.size() - 1))),
            m_z.size() - 1);
        readout.rows = {{tr("z"), readableNumber(static_cast<double>(m_z[at]))},
                        {tr("f(z)"), readableNumber(static_cast<double>(m_f[at]))},
                        {tr("f′(z)"), readableNumber(static_cast<double>(m_df[at]))}};
    }
    return readout;
}

} // namespace ui
