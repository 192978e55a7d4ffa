// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ChaosPanel.h"

#include "ui/base/NumberText.h"
#include "ui/base/TheoryWords.h"
#include "ui/base/Words.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/PanelTables.h"
#include "ui/widgets/ImagePlottable.h"
#include "ui/widgets/PlotView.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr double kStrongest = 0.6;    ///< |log10 chi| from which on the colour is full: a factor of 4
constexpr double kColourShare = 0.62; ///< share of the full colour, so that words and the edge stand out
constexpr double kFoot = 0.07;        ///< below bias variance 0, as a share of the height: room for the dot

} // namespace

ChaosPanel::ChaosPanel(QWidget* parent)
    : Panel(parent)
    , m_plot(new PlotView)
    , m_image(new ImagePlottable(m_plot->xAxis, m_plot->yAxis))
    , m_edge(new QCPCurve(m_plot->xAxis, m_plot->yAxis))
    , m_dot(m_plot->addGraph())
    , m_ordered(new QCPItemText(m_plot))
    , m_chaotic(new QCPItemText(m_plot))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    m_plot->xAxis->setObjectName(QStringLiteral("chaos.weight"));
    m_plot->yAxis->setObjectName(QStringLiteral("chaos.bias"));
    m_plot->xAxis->setScaleType(QCPAxis::stLogarithmic);
    m_plot->xAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
    m_plot->xAxis->setNumberFormat(QStringLiteral("gb"));
    m_plot->xAxis->setNumberPrecision(4);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
        axis->grid()->setVisible(false);
    m_plot->axisRect()->setMinimumMargins(QMargins(4, 12, 8, 4)); // the topmost number is seen
    m_dot->setLineStyle(QCPGraph::lsNone);
    for (QCPItemText* name : {m_ordered, m_chaotic}) {
        name->setPositionAlignment(Qt::AlignCenter);
        name->setTextAlignment(Qt::AlignCenter);
        name->setClipToAxisRect(true);
    }
    addPlot(m_plot);
    setAccessibleName(title());
    setTheme(theme());
}

QString ChaosPanel::title() const
{
    return tr("Edge of chaos");
}

QString ChaosPanel::help() const
{
    return tr("What theory says of a very deep network of layers like these before its first step, for every variance "
              "of its weights (times fan-in, from left to right) and of its biases (from bottom to top). The dot is "
              "the network that the sliders describe; it moves with the initializer, its gain and the biases.\n\n"
              "χ is the factor by which the variance of delta grows from layer to layer on its way back. Left of the "
              "line, in the ordered phase, χ is below 1: gradients vanish, and all inputs end up alike. Right of it, "
              "in the chaotic phase, χ is above 1: gradients explode, and neighbouring inputs are torn apart. Only on "
              "the line, where χ = 1, both survive any depth.\n\n"
              "It holds for wide layers with independent random weights, not for what training makes of them.");
}

QColor ChaosPanel::colorOf(double logChi) const
{
    if (std::isnan(logChi))
        return theme().silent;
    const double strength = std::clamp(logChi / kStrongest, -1.0, 1.0);
    return QColor::fromRgb(theme().diverging(0.5 + 0.5 * kColourShare * strength));
}

void ChaosPanel::setTheme(const Theme& newTheme)
{
    Panel::setTheme(newTheme);
    m_plot->setTheme(newTheme);
    m_edge->setPen(QPen(newTheme.text, m_plot->curveWidth() * 1.2));
    m_dot->setPen(Qt::NoPen);
    m_dot->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(newTheme.card, 2 * newTheme.lineScale),
                                           QBrush(newTheme.text), std::max(11.0, textSize())));
    for (QCPItemText* name : {m_ordered, m_chaotic}) {
        name->setFont(m_plot->font(1.25, QFont::DemiBold));
        name->setColor(newTheme.text);
    }
    m_ordered->setText(tr("ordered:\ngradients\nvanish"));
    m_chaotic->setText(tr("chaotic:\ngradients\nexplode"));
    m_plot->xAxis->setLabel(tr("fan-in · variance of the weights"));
    m_plot->yAxis->setLabel(tr("variance of the biases"));
}

void ChaosPanel::setPaper(double size)
{
    Panel::setPaper(size);
    m_plot->setTextSize(size, true);
    setTheme(theme());
}

void ChaosPanel::display(const FrameData& frame)
{
    if (!frame.prediction) {
        m_map = nullptr;
        setSubtitle({});
        m_plot->setMessage(tr("Theory is being worked out."));
        m_plot->queueReplot();
        return;
    }
    const core::Prediction& prediction = *frame.prediction;
    describe(prediction);
    if (!prediction.map) {
        m_map = nullptr;
        const bool isNormalized = prediction.theory.reasons.empty();
        m_plot->setMessage(isNormalized ? tr("Batch normalization gives z the variance 1 whatever the weights are: "
                                             "there is no edge to stand on.")
                                        : whyNoTheory(prediction.theory));
        m_plot->queueReplot();
        return;
    }
    m_plot->setMessage({});
    if (m_map != prediction.map || m_mapTheme != &theme()) {
        m_map = prediction.map;
        m_mapTheme = &theme();
        showMap(*m_map);
    }
    m_dot->data()->set({{prediction.standing->weight, prediction.standing->bias}}, true);
    m_plot->queueReplot();
}

void ChaosPanel::showMap(const core::ChaosMap& map)
{
    QImage image(static_cast<int>(map.columns), static_cast<int>(map.rows), QImage::Format_RGB32);
    for (std::size_t row = 0; row < map.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(static_cast<int>(map.rows - 1 - row)));
        for (std::size_t column = 0; column < map.columns; ++column)
            line[column] = colorOf(static_cast<double>(map.logChi[row * map.columns + column])).rgb();
    }
    m_image->setImage(std::move(image), {map.lowestWeight, map.highestWeight}, {0, map.highestBias}, true);
    QVector<double> weights;
    QVector<double> biases;
    for (const core::ChaosMap::EdgePoint& point : map.edge) {
        weights << point.weight;
        biases << point.bias;
    }
    m_edge->setData(weights, biases);
    m_plot->setFollowedRange(m_plot->xAxis, {map.lowestWeight, map.highestWeight});
    m_plot->setFollowedRange(m_plot->yAxis, {-kFoot * map.highestBias, 1.001 * map.highestBias});
    placeNames(map);
}

void ChaosPanel::placeNames(const core::ChaosMap& map)
{
    // Each in the middle of its side, if it has one; halfway up, where the edge is.
    const double edge = map.edge.empty() ? 0 : map.edge[map.edge.size() / 2].weight;
    const bool hasEdge = edge > 0;
    const bool isChaotic = !hasEdge && map.logChi[map.logChi.size() / 2] > 0;
    const auto middle = [](double lower, double upper) { return std::sqrt(lower * upper); };
    m_ordered->setVisible(hasEdge || !isChaotic);
    m_chaotic->setVisible(hasEdge || isChaotic);
    const double height = 0.5 * map.highestBias;
    m_ordered->position->setCoords(middle(map.lowestWeight, hasEdge ? edge : map.highestWeight), height);
    m_chaotic->position->setCoords(middle(hasEdge ? edge : map.lowestWeight, map.highestWeight), height);
}

void ChaosPanel::describe(const core::Prediction& prediction)
{
    const core::Theory& theory = prediction.theory;
    if (!theory.chiStar || !theory.regime) {
        setSubtitle(tr("theory, before the first step"));
        return;
    }
    setSubtitle(tr("χ = %1: %2; each layer multiplies delta by %3, before the first step")
                    .arg(readableNumber(*theory.chiStar, 3), regimeName(*theory.regime),
                         readableNumber(std::sqrt(*theory.chiStar), 2)));
}

void ChaosPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    m_plot->paintInto(painter, target);
}

NumberTable ChaosPanel::table(const FrameData& frame) const
{
    return chaosTable(frame);
}

std::optional<double> ChaosPanel::logChiAt(double weight, double bias) const
{
    if (!m_map || weight < m_map->lowestWeight || weight > m_map->highestWeight || bias > m_map->highestBias)
        return std::nullopt;
    const double across = std::log(weight / m_map->lowestWeight) / std::log(m_map->highestWeight / m_map->lowestWeight);
    const double up = std::max(bias, 0.0) / m_map->highestBias;
    const auto column = static_cast<std::size_t>(std::lround(across * static_cast<double>(m_map->columns - 1)));
    const auto row = static_cast<std::size_t>(std::lround(up * static_cast<double>(m_map->rows - 1)));
    const auto value = static_cast<double>(m_map->logChi[row * m_map->columns + column]);
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

Pointer ChaosPanel::readAt(QWidget* /*picture*/, const QPointF& place)
{
    if (!m_map || !m_plot->message().isEmpty() || !m_plot->axisRect()->rect().contains(place.toPoint()))
        return {};
    const double weight = m_plot->xAxis->pixelToCoord(place.x());
    const double bias = std::max(m_plot->yAxis->pixelToCoord(place.y()), 0.0);
    const std::optional<double> logChi = logChiAt(weight, bias);
    if (!logChi)
        return {};
    Crosshair crosshair;
    crosshair.rects = {m_plot->axisRect()};
    crosshair.place = place;
    crosshair.key = weight;
    crosshair.value = bias;
    crosshair.readout = {tr("theory"),
                         {{tr("fan-in · variance of W"), readableNumber(weight)},
                          {tr("variance of b"), readableNumber(bias)},
                          {QStringLiteral("χ"), readableNumber(std::pow(10, *logChi)), colorOf(*logChi)}}};
    setReading(crosshair.readout);
    m_plot->setCrosshair(std::move(crosshair));
    return {};
}

void ChaosPanel::readFor(const Pointer& /*pointer*/) {}

QString ChaosPanel::describeFrame(const FrameData& frame) const
{
    if (!frame.prediction)
        return tr("theory is being worked out.");
    const core::Theory& theory = frame.prediction->theory;
    if (!frame.prediction->standing || !theory.chiStar || !theory.regime)
        return theory.reasons.empty() ? tr("there is no edge of chaos for this network.") : whyNoTheory(theory);
    return tr("the network stands at a weight variance of %1 and a bias variance of %2; chi is %3, which is %4.")
        .arg(spokenNumber(frame.prediction->standing->weight), spokenNumber(frame.prediction->standing->bias),
             spokenNumber(*theory.chiStar, 3), regimeName(*theory.regime));
}

QString ChaosPanel::explanation(const FrameData& frame) const
{
    Explanation text;
    text.say(help());
    text.hands();
    text.heading(tr("The formulas"));
    text.formula(QStringLiteral("<i>q</i> = σ<sub>w</sub>² E <i>f</i>(<i>z</i>)² + σ<sub>b</sub>², &nbsp; <i>z</i> ~ "
                                "N(<i>b</i>, <i>q</i>) &nbsp;&nbsp; χ = σ<sub>w</sub>² E <i>f</i> ′(<i>z</i>)²"));
    if (frame.prediction) {
        const core::Theory& theory = frame.prediction->theory;
        if (const auto& standing = frame.prediction->standing)
            text.formula(QStringLiteral("σ<sub>w</sub>² = <b>%1</b> &nbsp; σ<sub>b</sub>² = <b>%2</b> &nbsp; %3 = "
                                        "<b>%4</b> &nbsp; χ = <b>%5</b>")
                             .arg(readableNumber(standing->weight), readableNumber(standing->bias),
                                  variable(QStringLiteral("q"), QStringLiteral("∞")), readableNumber(theory.qStar, 3),
                                  readableNumber(theory.chiStar, 4)));
        text.say(tr("Predicted delta ratio of this network: %1.").arg(readableNumber(theory.deltaRatio, 3)));
        for (const core::TheoryReason reason : theory.reasons)
            text.say(theoryReasonText(reason));
    }
    text.healthy(
        {tr("The dot lies on the line, or so near to it that the gradient survives the depth at hand: χ to the "
            "power of the depth is not far from 1."),
         tr("ReLU stands on its edge with He's initialization, tanh near it with Xavier's.")});
    text.published(
        {tr("Poole, Lahiri, Raghu, Sohl-Dickstein, Ganguli: Exponential Expressivity in Deep Neural Networks "
            "through Transient Chaos (2016)"),
         tr("Schoenholz, Gilmer, Ganguli, Sohl-Dickstein: Deep Information Propagation (2017)"),
         tr("Yang, Pennington, Rao, Sohl-Dickstein, Schoenholz: A Mean Field Theory of Batch Normalization "
            "(2019)")});
    return text.html();
}

} // namespace ui
