// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/LossPanel.h"

#include "core/nn/Schedule.h"
#include "ui/base/NotANumber.h"
#include "ui/base/NumberText.h"
#include "ui/panels/DivergenceMark.h"
#include "ui/panels/HistorySeries.h"
#include "ui/panels/MomentMark.h"
#include "ui/panels/PanelTables.h"
#include "ui/widgets/PlotView.h"
#include "ui/widgets/SegmentedSwitch.h"

#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui
{

namespace
{

constexpr int kAccuracyRow = 2; // below legend and loss

double finiteOrNaN(double value)
{
    return std::isfinite(value) ? value : kNaN;
}

QVector<QCPGraphData> evaluationSeries(const std::vector<core::EvaluationRecord>& records,
                                       float core::EvaluationRecord::*member, std::size_t maxPoints)
{
    const std::size_t stride = recordsPerPoint(records.size(), maxPoints);
    QVector<QCPGraphData> points;
    points.reserve(static_cast<qsizetype>(records.size() / stride + 2));
    for (std::size_t at = 0; at < records.size(); at += stride)
        points.append({static_cast<double>(records[at].step), finiteOrNaN(static_cast<double>(records[at].*member))});
    // The newest number is always drawn, whatever the stride.
    if (!records.empty() && (records.size() - 1) % stride != 0)
        points.append(
            {static_cast<double>(records.back().step), finiteOrNaN(static_cast<double>(records.back().*member))});
    return points;
}

void setSeries(QCPGraph* graph, const std::vector<core::EvaluationRecord>& records,
               float core::EvaluationRecord::*member, std::size_t maxPoints)
{
    graph->data()->set(evaluationSeries(records, member, maxPoints), true);
}

/// Smallest positive and largest finite value of a graph.
void extend(const QCPGraph* graph, double& lower, double& upper)
{
    for (const QCPGraphData& point : *graph->data())
        if (std::isfinite(point.value)) {
            upper = std::max(upper, point.value);
            if (point.value > 0)
                lower = std::min(lower, point.value);
        }
}

} // namespace

LossPanel::LossPanel(QWidget* parent)
    : Panel(parent)
    , m_plot(new PlotView)
{
    SegmentedSwitch* scales = addSwitch(QStringLiteral("scale"), tr("Axis of the loss"), {tr("linear"), tr("log")});
    scales->setChoiceToolTip(0, tr("The loss on a linear axis"));
    scales->setChoiceToolTip(1, tr("The loss on a logarithmic axis"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);

    m_lossRect = m_plot->axisRect();
    m_accuracyRect = new QCPAxisRect(m_plot);
    m_plot->plotLayout()->addElement(1, 0, m_accuracyRect);
    m_plot->plotLayout()->setRowStretchFactor(0, 1.7);
    m_plot->plotLayout()->setRowSpacing(0);
    auto* margins = new QCPMarginGroup(m_plot);
    for (QCPAxisRect* rect : {m_lossRect, m_accuracyRect}) {
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
        rect->axis(QCPAxis::atBottom)->setNumberFormat(QStringLiteral("gb"));
        rect->axis(QCPAxis::atBottom)->setNumberPrecision(7);
        // One by one: axes() has them in another order every time, and figures would not be the same twice.
        for (const auto side : {QCPAxis::atLeft, QCPAxis::atBottom, QCPAxis::atRight, QCPAxis::atTop})
            rect->axis(side)->grid()->setLayer(QStringLiteral("grid"));
    }
    m_accuracyRect->setMinimumMargins(QMargins(4, 4, 8, 4));
    m_accuracyRect->axis(QCPAxis::atLeft)->setRange(0, 1.04);
    auto percents = QSharedPointer<QCPAxisTickerText>::create();
    percents->addTicks({0, 0.5, 1}, {QStringLiteral("0 %"), QStringLiteral("50 %"), QStringLiteral("100 %")});
    m_accuracyRect->axis(QCPAxis::atLeft)->setTicker(percents);
    buildGraphs();

    QCPAxis* accuracySteps = m_accuracyRect->axis(QCPAxis::atBottom);
    m_lossRect->axis(QCPAxis::atBottom)->setObjectName(QStringLiteral("loss.step"));
    m_lossRect->axis(QCPAxis::atLeft)->setObjectName(QStringLiteral("loss.value"));
    accuracySteps->setObjectName(QStringLiteral("loss.accuracy step"));
    m_accuracyRect->setRangeDragAxes(accuracySteps, nullptr);
    m_accuracyRect->setRangeZoomAxes(accuracySteps, nullptr);
    m_plot->linkAxes(m_lossRect->axis(QCPAxis::atBottom), accuracySteps);
    addPlot(m_plot);
    setAccessibleName(title());
    setTheme(theme());
}

void LossPanel::buildGraphs()
{
    QCPAxis* lossKeys = m_lossRect->axis(QCPAxis::atBottom);
    QCPAxis* lossValues = m_lossRect->axis(QCPAxis::atLeft);
    QCPAxis* accuracyKeys = m_accuracyRect->axis(QCPAxis::atBottom);
    QCPAxis* accuracyValues = m_accuracyRect->axis(QCPAxis::atLeft);
    m_bandLower = m_plot->addGraph(lossKeys, lossValues);
    m_bandUpper = m_plot->addGraph(lossKeys, lossValues);
    m_bandUpper->setChannelFillGraph(m_bandLower);
    m_trainLoss = m_plot->addGraph(lossKeys, lossValues);
    m_testLoss = m_plot->addGraph(lossKeys, lossValues);
    m_trialLoss = m_plot->addGraph(lossKeys, lossValues);
    m_trainAccuracy = m_plot->addGraph(accuracyKeys, accuracyValues);
    m_testAccuracy = m_plot->addGraph(accuracyKeys, accuracyValues);
    m_trialAccuracy = m_plot->addGraph(accuracyKeys, accuracyValues);
    m_others.reset(new Others{{m_plot, lossKeys, lossValues},
                              {m_plot, lossKeys, lossValues, ContenderLines::kThinner},
                              {m_plot, accuracyKeys, accuracyValues},
                              {m_plot, accuracyKeys, accuracyValues, ContenderLines::kThinner}});
    for (QCPGraph* graph : {m_bandLower, m_trainAccuracy, m_testAccuracy, m_trialAccuracy})
        graph->removeFromLegend();
    m_plot->placeLegendAbove();

    m_mark = new DivergenceMark(m_plot, m_lossRect);
    m_lossMoment = new MomentMark(m_plot, m_lossRect);
    m_accuracyMoment = new MomentMark(m_plot, m_accuracyRect);
}

QString LossPanel::title() const
{
    return tr("Loss");
}

QString LossPanel::help() const
{
    return tr("The mean loss over the whole training set and the whole test set, and below it the share of right "
              "answers. The pale "
              "band is the loss of the mini-batches, from the smallest to the largest of neighbouring steps.\n\n"
              "A level line at the height of guessing means that nothing is learned. A test loss that rises while the "
              "training "
              "loss falls means that the network learns the samples by heart.\n\n"
              "Point at the picture to read the numbers of a step.");
}

void LossPanel::setTheme(const Theme& newTheme)
{
    Panel::setTheme(newTheme);
    m_plot->setTheme(newTheme);
    const double width = m_plot->curveWidth();
    m_bandLower->setPen(Qt::NoPen);
    m_bandUpper->setPen(Qt::NoPen);
    m_bandUpper->setBrush(mixed(newTheme.card, newTheme.series[0], newTheme.dark() ? 0.26 : 0.2));
    for (QCPGraph* graph : {m_trainLoss, m_trainAccuracy})
        graph->setPen(QPen(newTheme.series[0], width));
    for (QCPGraph* graph : {m_testLoss, m_testAccuracy})
        graph->setPen(QPen(newTheme.series[1], width, Qt::DashLine));
    for (QCPGraph* graph : {m_trialLoss, m_trialAccuracy})
        graph->setPen(QPen(newTheme.series[2], width, Qt::DashDotLine));
    m_trialLoss->setName(tr("cure, training"));
    m_bandUpper->setName(tr("mini-batch"));
    m_trainLoss->setName(tr("training"));
    m_testLoss->setName(tr("test"));
    m_lossRect->axis(QCPAxis::atLeft)->setLabel(tr("loss"));
    m_accuracyRect->axis(QCPAxis::atLeft)->setLabel(tr("accuracy"));
    m_mark->restyle();
    m_lossMoment->restyle();
    m_accuracyMoment->restyle();
}

void LossPanel::setPaper(double size)
{
    Panel::setPaper(size);
    m_plot->setTextSize(size, true);
    setTheme(theme());
}

void LossPanel::display(const FrameData& frame)
{
    const core::Snapshot& snapshot = frame.snapshot;
    const auto& evaluations = frame.history.evaluations();
    m_hasTest = snapshot.test.has_value();
    m_hasAccuracy = snapshot.train.accuracy.has_value();
    m_lastStep = static_cast<double>(std::max(frame.history.lastStep(), snapshot.step));
    showAccuracyRect(m_hasAccuracy);
    const std::size_t points = m_plot->pointsAcross();
    setSeries(m_trainLoss, evaluations, &core::EvaluationRecord::trainLoss, points);
    setSeries(m_testLoss, evaluations, &core::EvaluationRecord::testLoss, points);
    setSeries(m_trainAccuracy, evaluations, &core::EvaluationRecord::trainAccuracy, points);
    setSeries(m_testAccuracy, evaluations, &core::EvaluationRecord::testAccuracy, points);
    for (QCPGraph* graph : {m_testLoss, m_testAccuracy})
        graph->setVisible(m_hasTest);
    if (m_hasTest)
        m_testLoss->addToLegend();
    else
        m_testLoss->removeFromLegend();
    showTrial(frame.trial);
    showContenders(frame.contenders);
    showBatches(frame.history);
    scaleLoss();
    m_mark->show(snapshot);
    m_lossMoment->show(frame.cursor);
    m_accuracyMoment->show(m_hasAccuracy ? frame.cursor : std::nullopt);
    for (QCPAxisRect* rect : {m_lossRect, m_accuracyRect})
        m_plot->setFollowedRange(rect->axis(QCPAxis::atBottom),
                                 {0, stepsShown(m_lastStep, snapshot.divergence.has_value())});

    if (const QString diverged = divergenceSentence(snapshot); !diverged.isEmpty())
        setSubtitle(diverged, true);
    else {
        QString sentence = tr("training %1").arg(readableNumber(snapshot.train.loss));
        if (m_hasAccuracy)
            sentence += QStringLiteral(" (%1)").arg(percentText(*snapshot.train.accuracy));
        sentence += QStringLiteral(" · ");
        if (!m_hasTest)
            sentence += tr("No test set");
        else {
            sentence += tr("test %1").arg(readableNumber(snapshot.test->loss));
            if (snapshot.test->accuracy)
                sentence += QStringLiteral(" (%1)").arg(percentText(*snapshot.test->accuracy));
            if (snapshot.test->subsampled)
                sentence += QStringLiteral(" · ") + tr("on %1 test samples").arg(countText(snapshot.test->samples));
        }
        if (!core::isConstantRate(snapshot.config.optimizer))
            sentence += QStringLiteral(" · ") + tr("learning rate %1").arg(readableNumber(snapshot.learningRate));
        setSubtitle(sentence);
    }
    m_plot->queueReplot();
}

void LossPanel::showAccuracyRect(bool shown)
{
    const bool inLayout = m_plot->plotLayout()->hasElement(kAccuracyRow, 0);
    if (shown != inLayout) {
        if (shown)
            m_plot->plotLayout()->addElement(kAccuracyRow, 0, m_accuracyRect);
        else {
            m_plot->plotLayout()->take(m_accuracyRect);
            m_plot->plotLayout()->simplify();
        }
        m_accuracyRect->setVisible(shown);
    }
    m_lossRect->axis(QCPAxis::atBottom)->setTickLabels(!shown);
    m_lossRect->axis(QCPAxis::atBottom)->setLabel(shown ? QString() : tr("step"));
    m_accuracyRect->axis(QCPAxis::atBottom)->setLabel(tr("step"));
}

void LossPanel::showTrial(const core::History* trial)
{
    static const std::vector<core::EvaluationRecord> kNothing;
    const auto& evaluations = trial ? trial->evaluations() : kNothing;
    const std::size_t points = m_plot->pointsAcross();
    setSeries(m_trialLoss, evaluations, &core::EvaluationRecord::trainLoss, points);
    setSeries(m_trialAccuracy, evaluations, &core::EvaluationRecord::trainAccuracy, points);
    if (trial) {
        m_trialLoss->addToLegend();
        m_lastStep = std::max(m_lastStep, static_cast<double>(trial->lastStep()));
    } else {
        m_trialLoss->removeFromLegend();
    }
}

void LossPanel::showContenders(std::span<const Contender> contenders)
{
    const auto show = [&](ContenderLines& lines, const QString& name, float core::EvaluationRecord::*member) {
        lines.show(contenders, name, [&](const Contender& contender) {
            return evaluationSeries(contender.history->evaluations(), member, m_plot->pointsAcross());
        });
    };
    show(m_others->trainLoss, QStringLiteral("%1"), &core::EvaluationRecord::trainLoss);
    show(m_others->trainAccuracy, {}, &core::EvaluationRecord::trainAccuracy);
    if (!m_hasTest)
        contenders = {};
    show(m_others->testLoss, {}, &core::EvaluationRecord::testLoss);
    show(m_others->testAccuracy, {}, &core::EvaluationRecord::testAccuracy);
}

void LossPanel::showBatches(const core::History& history)
{
    const BandSeries band = batchLossSeries(history, m_plot->pointsAcross() / 2);
    QVector<QCPGraphData> lower;
    QVector<QCPGraphData> upper;
    for (std::size_t at = 0; at < band.steps.size(); ++at) {
        // The band ends where numbers do; a channel fill would not.
        if (!std::isfinite(band.lower[at]) || !std::isfinite(band.upper[at]))
            break;
        lower.append({band.steps[at], isLogarithmic() ? std::max(band.lower[at], 1e-12) : band.lower[at]});
        upper.append({band.steps[at], isLogarithmic() ? std::max(band.upper[at], 1e-12) : band.upper[at]});
    }
    m_bandLower->data()->set(lower, true);
    m_bandUpper->data()->set(upper, true);
}

void LossPanel::scaleLoss()
{
    QCPAxis* axis = m_lossRect->axis(QCPAxis::atLeft);
    double lower = std::numeric_limits<double>::infinity();
    double upper = 0;
    extend(m_trainLoss, lower, upper);
    if (m_hasTest)
        extend(m_testLoss, lower, upper);
    extend(m_trialLoss, lower, upper);
    m_others->trainLoss.extend(lower, upper);
    m_others->testLoss.extend(lower, upper);
    const double ofSets = upper;
    extend(m_bandUpper, lower, upper);
    // Single wild batches may leave the picture; the curves may not.
    if (ofSets > 0)
        upper = std::min(upper, 1.6 * ofSets);
    if (!(upper > 0) || !std::isfinite(lower)) {
        lower = 0.1;
        upper = 1;
    }
    if (isLogarithmic()) {
        axis->setScaleType(QCPAxis::stLogarithmic);
        axis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
        const QCPRange range = decadeRange(lower, upper);
        // Few decades read best as plain numbers.
        const bool plain = range.upper / range.lower < 2e4 && range.lower > 9e-4 && range.upper < 2e4;
        axis->setNumberFormat(plain ? QStringLiteral("gb") : QStringLiteral("eb"));
        axis->setNumberPrecision(plain ? 5 : 0);
        m_plot->setFollowedRange(axis, range);
    } else {
        axis->setScaleType(QCPAxis::stLinear);
        axis->setTicker(QSharedPointer<QCPAxisTicker>::create());
        axis->setNumberFormat(QStringLiteral("gb"));
        axis->setNumberPrecision(4);
        m_plot->setFollowedRange(axis, {0, roundedRange(0, upper * 1.05).upper});
    }
    // Not every format clips: the band ends at the border.
    for (const QCPGraph* band : {m_bandLower, m_bandUpper})
        for (QCPGraphData& point : *band->data())
            point.value = std::clamp(point.value, axis->range().lower, axis->range().upper);
}

void LossPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    m_plot->paintInto(painter, target);
}

NumberTable LossPanel::table(const FrameData& frame) const
{
    return lossTable(frame);
}

} // namespace ui
