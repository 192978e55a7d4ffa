// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DecisionPanel.h"

#include "core/data/Dataset.h"
#include "ui/base/NotANumber.h"
#include "ui/base/NumberText.h"
#include "ui/panels/AnswerMap.h"
#include "ui/panels/DecisionDrawing.h"
#include "ui/panels/DrawingTools.h"
#include "ui/panels/PanelTables.h"
#include "ui/widgets/Canvas.h"
#include "ui/widgets/ImagePlottable.h"
#include "ui/widgets/PlotView.h"

#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui
{

QString nameOfClass(const core::DataPreview& preview, int label)
{
    const auto at = static_cast<std::size_t>(label);
    return label >= 0 && at < preview.classNames.size() ? QString::fromStdString(preview.classNames[at])
                                                        : QString::number(label);
}

namespace
{

QString nameOfFeature(const core::DataPreview& preview, std::size_t feature, const QString& unnamed)
{
    const std::vector<std::string>& names = preview.featureNames;
    return feature < names.size() && !names[feature].empty() ? QString::fromStdString(names[feature]).simplified()
                                                             : unnamed;
}

QVector<QCPGraphData> fittedCurve(const core::DecisionMap& map)
{
    QVector<QCPGraphData> curve;
    for (std::size_t at = 0; at < std::min(map.curveX.size(), map.curveY.size()); ++at) {
        const auto y = static_cast<double>(map.curveY[at]);
        curve.append({static_cast<double>(map.curveX[at]), std::isfinite(y) ? y : kNaN});
    }
    return curve;
}

} // namespace

DecisionPanel::DecisionPanel(QWidget* parent)
    : Panel(parent)
    , m_plot(new PlotView)
    , m_canvas(new Canvas([this](QPainter& painter, const QRectF& area) { paintConfusion(painter, area); }))
    , m_drawing(new DecisionDrawing(m_plot, this))
    , m_pictures(new QStackedLayout)
    , m_map(new ImagePlottable(m_plot->xAxis, m_plot->yAxis))
    , m_maps(m_plot)
    , m_others(m_plot, m_plot->xAxis, m_plot->yAxis)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_drawing->tools());
    layout->addLayout(m_pictures);
    m_pictures->addWidget(m_plot);
    m_pictures->addWidget(m_canvas);
    m_canvas->setMinimumSize(120, 90);
    // The map changes while the samples above it and the axes stand still: with a buffer of its own it is drawn alone.
    m_plot->addLayer(QStringLiteral("map"), m_plot->layer(QStringLiteral("main")), QCustomPlot::limAbove);
    m_plot->layer(QStringLiteral("map"))->setMode(QCPLayer::lmBuffered);
    m_plot->addLayer(QStringLiteral("samples"), m_plot->layer(QStringLiteral("map")), QCustomPlot::limAbove);
    m_plot->addLayer(QStringLiteral("curve"), m_plot->layer(QStringLiteral("samples")), QCustomPlot::limAbove);
    m_map->setLayer(QStringLiteral("map"));
    for (QCPGraph* graph : m_others.graphs())
        graph->setLayer(QStringLiteral("curve"));
    m_curve = m_plot->addGraph();
    m_curve->removeFromLegend();
    m_curve->setLayer(QStringLiteral("curve"));
    m_testKey = m_plot->addGraph();
    m_plot->xAxis->setObjectName(QStringLiteral("decision.x"));
    m_plot->yAxis->setObjectName(QStringLiteral("decision.y"));
    addPlot(m_plot);
    addCanvas(m_canvas);
    m_canvas->setOverlay([this](QPainter& painter, const QRectF& area) {
        reading().paint(painter, area.adjusted(2, 2, -2, -2), m_readPlace, {}, theme(), textSize());
    });
    m_plot->placeLegendAbove();
    connectDrawing();
    setAccessibleName(title());
    setTheme(theme());
}

QString DecisionPanel::title() const
{
    return tr("Decision");
}

QString DecisionPanel::help() const
{
    const QString answers = tr(
        "What the network answers at this moment.\n\n"
        "Two inputs: the color of each place is the answer there, the paler the less certain; round marks are training "
        "samples, diamonds are test samples, each in the color of its true class.\n\n"
        "One input: the samples and the curve that the network has fitted.\n\n"
        "Points of your own can be drawn on the map: press the pencil. A click draws a point of the chosen class, a "
        "drag "
        "many, the right button erases. Diamonds are kept back for the test: with a test fraction of 0 every point is "
        "learned.\n\n"
        "More inputs: how many samples of each class (rows) got which answer (columns), and some samples with their "
        "answers; the wrong ones are framed.");
    return answers + QStringLiteral("\n\n") +
           tr("Contenders have a map each, of the same inputs and with the same samples, or a curve each, in their "
              "colours and line styles. Where there is neither, their shares of right answers stand below the matrix.");
}

void DecisionPanel::setTheme(const Theme& newTheme)
{
    Panel::setTheme(newTheme);
    m_plot->setTheme(newTheme);
    m_drawing->setTheme(newTheme);
    m_curve->setPen(QPen(newTheme.series[1], m_plot->curveWidth() * 1.2));
    m_drawnData.reset();
}

void DecisionPanel::setPaper(double size)
{
    Panel::setPaper(size);
    m_plot->setTextSize(size, true);
    setTheme(theme());
}

void DecisionPanel::display(const FrameData& frame)
{
    const core::Snapshot& snapshot = frame.snapshot;
    m_drawsConfusion = false;
    m_answers = snapshot.decision;
    m_answeredData = snapshot.data;
    m_scores = scoresOf(frame);
    m_credit.clear();
    m_drawing->show(frame);
    describe(snapshot);
    if (!snapshot.data) {
        showMessage(tr("No data yet."));
        return;
    }
    const core::DecisionMap& map = snapshot.decision;
    const bool isMap = hasAnswerMap(snapshot);
    if (!isMap && m_maps.clear())
        m_drawnData.reset();
    if (isMap)
        showMap(frame);
    else if (snapshot.data->inputs == 1 && !map.curveX.empty())
        showCurve(frame);
    else if (!map.confusion.empty())
        showConfusion(snapshot);
    else if (snapshot.data->inputs > 1 && !snapshot.data->classification)
        showMessage(tr("A number is predicted from several inputs: the loss tells how well."));
    else
        showMessage(tr("The network's answers have not been drawn yet."));
}

void DecisionPanel::describe(const core::Snapshot& snapshot)
{
    if (const QString diverged = divergenceSentence(snapshot); !diverged.isEmpty()) {
        setSubtitle(diverged, true);
        return;
    }
    QStringList parts;
    const core::Score& score = snapshot.heldOut();
    const QString taken = countText(score.samples);
    if (score.accuracy)
        parts << (snapshot.test ? tr("%1 of %2 test samples right") : tr("%1 of %2 training samples right"))
                     .arg(percentText(*score.accuracy), taken);
    if (score.subsampled && snapshot.data)
        parts << tr("taken from %1")
                     .arg(countText(snapshot.test ? snapshot.data->testSamples : snapshot.data->trainSamples));
    if (snapshot.data)
        parts << (snapshot.test ? tr("%1 for training").arg(countText(snapshot.data->trainSamples))
                                : tr("no test set"));
    setSubtitle(parts.join(QStringLiteral(" · ")));
}

void DecisionPanel::showMessage(const QString& message)
{
    m_pictures->setCurrentWidget(m_plot);
    m_plot->setMessage(message);
    m_plot->queueReplot();
}

void DecisionPanel::showMap(const FrameData& frame)
{
    const core::Snapshot& snapshot = frame.snapshot;
    const core::DecisionMap& map = snapshot.decision;
    const QString keyName = nameOfFeature(*snapshot.data, 0, tr("input x₁"));
    const QString valueName = nameOfFeature(*snapshot.data, 1, tr("input x₂"));
    if (m_maps.show(frame, keyName, valueName))
        m_drawnData.reset();
    const bool isNeeded = !frame.contenders.empty() || (m_drawing->isDrawn() && !onPaper());
    if (snapshot.divergence && !isNeeded && answersAreLost(map)) {
        showMessage(divergenceSentence(snapshot) + QLatin1Char('\n') + tr("Its answers are no numbers any more."));
        return;
    }
    const auto& samples = onPaper() ? snapshot.data : m_drawing->samples();
    const auto shownRanges = [this] { return std::pair(m_plot->xAxis->range(), m_plot->yAxis->range()); };
    const auto before = shownRanges();
    const bool onlyMapChanges = m_plot->message().isEmpty() && m_drawnData == samples;
    m_pictures->setCurrentWidget(m_plot);
    m_plot->setMessage({});
    m_map->setVisible(true);
    m_map->setImage(answerImage(map, snapshot.data->classes, theme()), {map.xMin, map.xMax}, {map.yMin, map.yMax},
                    snapshot.data->classes <= 2);
    m_curve->setVisible(false);
    m_others.show({}, {}, {});
    const QCPRange keys(map.xMin, map.xMax);
    const QCPRange values(map.yMin, map.yMax);
    if (!m_drawing->isInStroke()) {
        m_plot->setFollowedRange(m_plot->xAxis, keys);
        m_plot->setFollowedRange(m_plot->yAxis, values);
    }
    m_plot->xAxis->setLabel(keyName);
    m_plot->yAxis->setLabel(valueName);
    if (m_drawnData != samples) {
        for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
            axis->grid()->setVisible(false);
        showSamples(*samples);
        m_drawnData = samples;
    }
    if (onlyMapChanges && shownRanges() == before)
        m_map->layer()->replot();
    else
        m_plot->queueReplot();
}

void DecisionPanel::showCurve(const FrameData& frame)
{
    const core::Snapshot& snapshot = frame.snapshot;
    m_pictures->setCurrentWidget(m_plot);
    m_plot->setMessage({});
    const core::DecisionMap& map = snapshot.decision;
    m_map->setVisible(false);
    m_curve->setVisible(true);
    const QVector<QCPGraphData> curve = fittedCurve(map);
    const bool anyFinite =
        std::any_of(curve.begin(), curve.end(), [](const QCPGraphData& point) { return std::isfinite(point.value); });
    if (!anyFinite && snapshot.divergence && frame.contenders.empty()) {
        showMessage(divergenceSentence(snapshot) + QLatin1Char('\n') + tr("Its answers are no numbers any more."));
        return;
    }
    m_curve->data()->set(curve, true);
    m_others.show(frame.contenders, QStringLiteral("%1"), [](const Contender& contender) {
        return contender.snapshot ? fittedCurve(contender.snapshot->decision) : QVector<QCPGraphData>();
    });
    if (m_drawnData != snapshot.data) {
        for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
            axis->grid()->setVisible(true);
        showSamples(*snapshot.data);
        m_drawnData = snapshot.data;
        double lower = std::numeric_limits<double>::infinity();
        double upper = -lower;
        for (const core::DataPreview::Point& point : snapshot.data->points) {
            lower = std::min(lower, static_cast<double>(point.y));
            upper = std::max(upper, static_cast<double>(point.y));
        }
        const double air = 0.15 * (upper - lower);
        m_plot->setFollowedRange(m_plot->yAxis, roundedRange(lower - air, upper + air));
        m_plot->xAxis->setLabel(nameOfFeature(*snapshot.data, 0, tr("input x")));
        m_plot->yAxis->setLabel(tr("target and answer"));
    }
    m_plot->setFollowedRange(m_plot->xAxis,
                             {static_cast<double>(map.curveX.front()), static_cast<double>(map.curveX.back())});
    m_plot->queueReplot();
}

void DecisionPanel::showConfusion(const core::Snapshot& snapshot)
{
    m_confusion.set(snapshot.decision, snapshot.data);
    if (m_confusion.empty()) {
        showMessage(tr("The network's answers have not been drawn yet."));
        return;
    }
    m_drawsConfusion = true;
    m_pictures->setCurrentWidget(m_canvas);
    m_canvas->refresh();
    if (m_confusion.hasThumbnails())
        if (const auto* source = core::findRow(core::dataSourceCatalogue(), snapshot.config.data.source);
            source && !source->credit.empty())
            m_credit = QString::fromUtf8(source->credit.data(), static_cast<qsizetype>(source->credit.size()));
}

QRectF DecisionPanel::confusionArea(const QRectF& area) const
{
    const double below = m_scores.empty() ? 0 : scoresHeight(m_scores.size(), area.width(), textSize());
    return area.adjusted(0, 0, 0, -below);
}

void DecisionPanel::paintConfusion(QPainter& painter, const QRectF& area) const
{
    const QRectF matrix = confusionArea(area);
    m_confusion.paint(painter, matrix, theme(), textSize());
    if (m_scores.empty())
        return;
    const QRectF below(QPointF(area.left(), matrix.bottom()), area.bottomRight());
    painter.fillRect(below, theme().card);
    paintScores(painter, below, m_scores, theme(), textSize());
}

QString DecisionPanel::credit() const
{
    return m_credit;
}

void DecisionPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    if (m_drawsConfusion)
        paintConfusion(painter, QRectF(target));
    else
        m_plot->paintInto(painter, target);
}

NumberTable DecisionPanel::table(const FrameData& frame) const
{
    return decisionTable(frame);
}

} // namespace ui
