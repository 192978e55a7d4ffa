// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CostPanel that reads: the numbers of a row or a point, the sentence, the explanation, the table.
#include "ui/base/CostState.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/CostPanel.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/PanelTables.h"
#include "ui/report/ComparisonWords.h"
#include "ui/widgets/PlotView.h"

#include <cmath>

namespace ui
{

namespace
{

constexpr double kReadingReach = 30; ///< pixels around a point in which it is read
constexpr double kMicroseconds = 1e6;

QString nanoseconds(double value)
{
    return CostPanel::tr("%1 ns").arg(readableNumber(value, 3));
}

/// How much of a step of the watched run its activations are.
QString shareSentence(const core::StepCost& step)
{
    return CostPanel::tr("A training step of the run in this window takes %1 µs; %2 of it are activations, forward and "
                         "backward.")
        .arg(readableNumber(step.seconds * kMicroseconds, 3), percentText(step.share()));
}

} // namespace

QString CostPanel::help() const
{
    return tr(
        "How long each activation takes on this machine, in nanoseconds an element: the cheapest first. “Measure” "
        "times them, and a run that trains meanwhile only makes it a little longer.\n\n"
        "forward (full): f(z). backward (striped): f′(z), and its product with the gradient that comes down. The "
        "diamond is what a training step does in this program: f and f′ in one pass, so that what they have in "
        "common is computed once. ▸ marks the activation of this experiment, • those of the race; in a small "
        "card these come first, and of the others as many as fit.\n\n"
        "against accuracy: for each contender of a race of activations what its activation costs, and the median "
        "of how its runs ended, with quartiles. What stands further to the left costs less.\n\n"
        "A layer's products with its weights grow with the square of its width, its activations with the width "
        "alone: the wider the layers, the less the choice shows in the time of a step.");
}

void CostPanel::readRow(const QPointF& place)
{
    const auto row = std::lround(m_bars->yAxis->pixelToCoord(place.y()));
    if (row < 0 || row >= static_cast<long>(m_drawn.size()))
        return;
    const CostRow& read = m_drawn[static_cast<std::size_t>(row)];
    Crosshair crosshair;
    crosshair.rects = {m_bars->axisRect()};
    crosshair.place = place;
    crosshair.stripe = Crosshair::Stripe{static_cast<double>(row) - 0.5, static_cast<double>(row) + 0.5};
    crosshair.readout.heading = read.name;
    crosshair.readout.rows = {{tr("forward"), nanoseconds(read.forward), theme().series[0]},
                              {tr("backward"), nanoseconds(read.backward), theme().series[1]},
                              {tr("both, as trained here"), nanoseconds(read.step), theme().text}};
    setReading(crosshair.readout);
    m_bars->setCrosshair(std::move(crosshair));
}

void CostPanel::readPoint(const QPointF& place)
{
    const CostPoint* nearest = nullptr;
    double least = kReadingReach;
    for (const CostPoint& point : m_points) {
        if (!point.median)
            continue;
        const double distance = std::hypot(m_scatter->xAxis->coordToPixel(point.cost) - place.x(),
                                           m_scatter->yAxis->coordToPixel(*point.median) - place.y());
        if (distance < least) {
            least = distance;
            nearest = &point;
        }
    }
    if (!nearest)
        return;
    const auto text = [](const std::optional<double>& value) { return readableNumber(value, 3); };
    const QColor color = theme().series.at(nearest->isPresent ? 1 : 0);
    Crosshair crosshair;
    crosshair.rects = {m_scatter->axisRect()};
    crosshair.place = place;
    crosshair.marks = {{m_scatter->axisRect(), nearest->cost, *nearest->median, color}};
    crosshair.readout.heading = nearest->name;
    crosshair.readout.rows = {
        {tr("in training"), nanoseconds(nearest->cost), {}},
        {measureAxis(m_measured, {}),
         tr("%1 (%2 … %3)").arg(text(nearest->median), text(nearest->lower), text(nearest->upper)), color}};
    setReading(crosshair.readout);
    m_scatter->setCrosshair(std::move(crosshair));
}

Pointer CostPanel::readAt(QWidget* picture, const QPointF& place)
{
    const auto* plot = static_cast<PlotView*>(picture);
    if (!plot->message().isEmpty() || !plot->axisRect()->rect().contains(place.toPoint()))
        return {};
    if (picture == m_bars)
        readRow(place);
    else
        readPoint(place);
    return {};
}

void CostPanel::readFor(const Pointer& /*pointer*/) {}

QString CostPanel::describeFrame(const FrameData& frame) const
{
    if (m_rows.empty())
        return frame.costs && frame.costs->running ? tr("activations are being timed.")
                                                   : tr("nothing was measured yet.");
    QStringList sentences;
    for (const CostRow& row : m_rows)
        if (row.mark == CostMark::Present)
            sentences << tr("%1 takes %2 nanoseconds an element forward and %3 backward.")
                             .arg(row.name, spokenNumber(row.forward), spokenNumber(row.backward));
    sentences << tr("The cheapest of %1 activations is %2 with %3, the dearest %4 with %5 nanoseconds for both.")
                     .arg(countText(static_cast<qint64>(m_rows.size())), m_rows.front().name,
                          spokenNumber(m_rows.front().total()), m_rows.back().name,
                          spokenNumber(m_rows.back().total()));
    if (frame.costs->step)
        sentences << shareSentence(*frame.costs->step);
    if (drawing() == Scatter && !m_points.empty())
        sentences << tr("Against them stands how %1 contenders of the race ended.")
                         .arg(countText(static_cast<qint64>(m_points.size())));
    return joinedSentences(sentences);
}

QString CostPanel::explanation(const FrameData& frame) const
{
    Explanation text;
    text.say(help());
    text.hands();
    text.heading(tr("How it is measured"));
    text.list({tr("With the code that trains, in single precision, on 32 units × 32 samples, which stay in the first "
                  "cache. z is standard normal; every activation has its default parameters, a formula of your own "
                  "those of the experiment."),
               tr("Each part is repeated for about 20 µs; all activations take turns, up to a hundred times. The "
                  "quickest turn counts, as other work of the machine can only make a turn slower."),
               tr("RReLU draws its slopes anew in every training step, PReLU learns them: that is in the diamond, not "
                  "in the bars.")});
    if (frame.costs && !frame.costs->costs.empty()) {
        text.heading(tr("On this machine"));
        QStringList items{tr("Code for this processor: %1.").arg(fromCore(frame.costs->kernels))};
        if (frame.costs->step)
            items << shareSentence(*frame.costs->step);
        text.list(items);
    }
    text.healthy({tr("An activation that costs more and ends no better is not worth its time; whether it ends better "
                     "the card Race says."),
                  tr("Small differences are no reason to choose: another processor or library has other ones.")});
    text.published({tr("Dubey, Singh and Chaudhuri: Activation Functions in Deep Learning: A Comprehensive Survey and "
                       "Benchmark (2022)")});
    return text.html();
}

NumberTable CostPanel::table(const FrameData& frame) const
{
    return drawing() == Scatter ? costOutcomeTable(frame) : costTable(frame);
}

} // namespace ui
