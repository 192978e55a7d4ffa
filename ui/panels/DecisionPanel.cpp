// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DecisionPanel.h"

#include "core/data/Dataset.h"
#include "ui/base/NotANumber.h"
#include "ui/base/NumberText.h"
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

} // namespace

DecisionPanel::DecisionPanel(QWidget* parent)
    : Panel(parent)
    , m_plot(new PlotView)
    , m_canvas(new Canvas(
          [this](QPainter& painter, const QRectF& area) { m_confusion.paint(painter, area, theme(), textSize()); }))
    , m_drawing(new DecisionDrawing(m_plot, this))
    , m_pictures(new QStackedLayout)
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
    m_map = new ImagePlottable(m_plot->xAxis, m_plot->yAxis);
    m_map->setLayer(QStringLiteral("map"));
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
    return tr(
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
    m_credit.clear();
    m_drawing->show(frame);
    describe(snapshot);
    if (!snapshot.data) {
        showMessage(tr("No data yet."));
        return;
    }
    const core::DecisionMap& map = snapshot.decision;
    const auto cells = static_cast<std::size_t>(map.resolution) * static_cast<std::size_t>(map.resolution);
    if (snapshot.data->inputs == 2 && map.resolution > 1 && map.answer.size() >= cells)
        showMap(snapshot);
    else if (snapshot.data->inputs == 1 && !map.curveX.empty())
        showCurve(snapshot);
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
    const core::Score& score = snapshot.test ? *snapshot.test : snapshot.train;
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

QImage DecisionPanel::mapImage(const core::DecisionMap& map, int classes) const
{
    QImage image(map.resolution, map.resolution, QImage::Format_RGB32);
    std::array<QRgb, 256> colors{};
    for (std::size_t level = 0; level < colors.size(); ++level)
        colors[level] = theme().diverging(static_cast<double>(level) / 255);
    const QRgb unknown = theme().silent.rgb();
    for (int y = 0; y < map.resolution; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(map.resolution - 1 - y));
        for (int x = 0; x < map.resolution; ++x) {
            const auto at = static_cast<std::size_t>(y * map.resolution + x);
            const float answer = map.answer[at];
            if (!std::isfinite(answer)) {
                line[x] = unknown;
            } else if (classes > 2) {
                const double certain = at < map.confidence.size() ? static_cast<double>(map.confidence[at]) : 1.0;
                const QColor color = theme().classColor(static_cast<int>(answer), classes);
                line[x] = mixed(theme().card, color, 0.15 + 0.75 * std::clamp(certain, 0.0, 1.0)).rgb();
            } else {
                line[x] = colors[static_cast<std::size_t>(std::clamp(answer, 0.0F, 1.0F) * 255)];
            }
        }
    }
    return image;
}

void DecisionPanel::showMap(const core::Snapshot& snapshot)
{
    const core::DecisionMap& map = snapshot.decision;
    const bool allLost =
        std::none_of(map.answer.begin(), map.answer.end(), [](float value) { return std::isfinite(value); });
    if (allLost && snapshot.divergence && (onPaper() || !m_drawing->isDrawn())) {
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
    m_map->setImage(mapImage(map, snapshot.data->classes), {map.xMin, map.xMax}, {map.yMin, map.yMax},
                    snapshot.data->classes <= 2);
    m_curve->setVisible(false);
    const QCPRange keys(map.xMin, map.xMax);
    const QCPRange values(map.yMin, map.yMax);
    if (!m_drawing->isInStroke()) {
        m_plot->setFollowedRange(m_plot->xAxis, keys);
        m_plot->setFollowedRange(m_plot->yAxis, values);
    }
    m_plot->xAxis->setLabel(nameOfFeature(*snapshot.data, 0, tr("input x₁")));
    m_plot->yAxis->setLabel(nameOfFeature(*snapshot.data, 1, tr("input x₂")));
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

void DecisionPanel::showSamples(const core::DataPreview& preview)
{
    for (QCPGraph* graph : m_samples)
        m_plot->removeGraph(graph);
    m_samples.clear();
    m_testKey->removeFromLegend();
    m_curve->removeFromLegend();
    const int classes = std::max(preview.classes, 1);
    const double size = (preview.points.size() > 600 ? 4.5 : 6) * textSize() / 11;
    QColor rim = theme().dark() ? QColor(0x0d1116) : QColor(0xffffff);
    rim.setAlpha(onPaper() ? 180 : 255);
    for (int label = 0; label < classes; ++label)
        for (const bool test : {false, true}) {
            QVector<double> x;
            QVector<double> y;
            for (const core::DataPreview::Point& point : preview.points)
                if (point.label == label && point.test == test) {
                    x.append(static_cast<double>(point.x));
                    y.append(static_cast<double>(point.y));
                }
            if (x.isEmpty())
                continue;
            auto* graph = m_plot->addGraph();
            graph->setLayer(QStringLiteral("samples"));
            graph->setLineStyle(QCPGraph::lsNone);
            const QColor color =
                preview.classification ? theme().classColor(label, preview.classes) : theme().series[0];
            const QColor fill = mixed(color, QColor(theme().dark() ? Qt::white : Qt::black), 0.12);
            graph->setScatterStyle(QCPScatterStyle(test ? QCPScatterStyle::ssDiamond : QCPScatterStyle::ssCircle,
                                                   QPen(rim, onPaper() ? size * 0.12 : 1), fill,
                                                   test ? size * 1.25 : size));
            graph->setData(x, y);
            // The legend names each class once, and the test samples' shape for all of them.
            // Many classes have room for their bare names only.
            const QString name = nameOfClass(preview, label);
            const QString ofClass = preview.classes > 3 ? name : tr("class %1").arg(name);
            graph->setName(preview.classification ? ofClass : tr("sample"));
            if (test || label > 5)
                graph->removeFromLegend();
            m_samples.push_back(graph);
        }
    const bool anyTest =
        std::any_of(preview.points.begin(), preview.points.end(), [](const auto& p) { return p.test; });
    m_testKey->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme().mutedText), Qt::NoBrush, size * 1.25));
    m_testKey->setLineStyle(QCPGraph::lsNone);
    m_testKey->setName(tr("test sample"));
    m_curve->setName(tr("fitted curve"));
    if (anyTest)
        m_testKey->addToLegend();
    if (preview.inputs == 1)
        m_curve->addToLegend();
}

void DecisionPanel::showCurve(const core::Snapshot& snapshot)
{
    m_pictures->setCurrentWidget(m_plot);
    m_plot->setMessage({});
    const core::DecisionMap& map = snapshot.decision;
    m_map->setVisible(false);
    m_curve->setVisible(true);
    QVector<QCPGraphData> curve;
    bool anyFinite = false;
    for (std::size_t at = 0; at < std::min(map.curveX.size(), map.curveY.size()); ++at) {
        const auto y = static_cast<double>(map.curveY[at]);
        anyFinite = anyFinite || std::isfinite(y);
        curve.append({static_cast<double>(map.curveX[at]), std::isfinite(y) ? y : kNaN});
    }
    if (!anyFinite && snapshot.divergence) {
        showMessage(divergenceSentence(snapshot) + QLatin1Char('\n') + tr("Its answers are no numbers any more."));
        return;
    }
    m_curve->data()->set(curve, true);
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

QString DecisionPanel::credit() const
{
    return m_credit;
}

void DecisionPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    if (m_drawsConfusion)
        m_confusion.paint(painter, QRectF(target), theme(), textSize());
    else
        m_plot->paintInto(painter, target);
}

NumberTable DecisionPanel::table(const FrameData& frame) const
{
    return decisionTable(frame);
}

} // namespace ui
