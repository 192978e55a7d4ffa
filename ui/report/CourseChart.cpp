// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/CourseChart.h"

#include "core/analysis/PairedTest.h"
#include "ui/base/NotANumber.h"
#include "ui/report/ComparisonWords.h"
#include "ui/widgets/PlotView.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>

namespace ui
{

namespace
{

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kBeyondLastStep = 1.004; ///< so that the last number of the axis has its place
constexpr float kBandShare = 0.14F;       ///< of a course's colour in its band

/// The context of this file's words.
struct CourseWords {
    Q_DECLARE_TR_FUNCTIONS(ui::CourseChart)
};

bool hasTest(const core::EvaluationRecord& scores)
{
    return !std::isnan(scores.testAccuracy) || !std::isnan(scores.testLoss);
}

/// Not a number where it was not measured.
double valueOf(const core::SweepPoint& point, CourseQuantity quantity)
{
    const core::EvaluationRecord& scores = point.scores;
    switch (quantity) {
    case CourseQuantity::Accuracy:
        return static_cast<double>(hasTest(scores) ? scores.testAccuracy : scores.trainAccuracy);
    case CourseQuantity::Loss:
        return static_cast<double>(hasTest(scores) ? scores.testLoss : scores.trainLoss);
    case CourseQuantity::TrainingLoss:
        return static_cast<double>(scores.trainLoss);
    case CourseQuantity::DeltaRatio:
        return point.probe && point.probe->deltaRatio ? *point.probe->deltaRatio : kNaN;
    }
    return kNaN;
}

bool isMeasured(const core::SweepPoint& point, CourseQuantity quantity)
{
    return quantity != CourseQuantity::DeltaRatio || point.probe.has_value();
}

CoursePoint pointOf(std::int64_t step, std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return {static_cast<double>(step), core::quantileOfSorted(values, 0.25), core::quantileOfSorted(values, 0.5),
            core::quantileOfSorted(values, 0.75)};
}

Course courseOf(const core::Contender& contender, QString name, CourseQuantity quantity)
{
    const double worst = quantity == CourseQuantity::Accuracy ? -kInfinity : kInfinity;
    Course course;
    course.name = std::move(name);
    struct Moment {
        std::vector<double> values;
        int whole = 0; ///< of runs that have not diverged
    };
    std::map<std::int64_t, Moment> moments;
    for (const auto& [seed, run] : contender.runs) {
        if (!run)
            continue;
        ++course.runs;
        const bool isWhole = run->status != core::RunStatus::Diverged;
        course.diverged += isWhole ? 0 : 1;
        for (const core::SweepPoint& point : run->course)
            if (isMeasured(point, quantity)) {
                const double value = valueOf(point, quantity);
                Moment& moment = moments[point.scores.step];
                moment.values.push_back(std::isnan(value) ? worst : value);
                moment.whole += isWhole ? 1 : 0;
            }
    }
    for (auto& [step, moment] : moments) {
        if (moment.whole < course.runs - course.diverged)
            continue; // the step at which one diverged is its own
        moment.values.resize(static_cast<std::size_t>(course.runs), worst);
        course.points.push_back(pointOf(step, std::move(moment.values)));
    }
    return course;
}

/// Draws one chart into one plot.
class CourseDrawing
{
public:
    CourseDrawing(PlotView& plot, const CourseChart& chart, double lastStep)
        : m_plot(plot)
        , m_chart(chart)
        , m_lastStep(lastStep)
    {
    }

    void draw()
    {
        m_plot.clearPlottables();
        m_plot.setLegendHeading(heading());
        const std::size_t drawn = std::min(m_chart.courses.size(), kMostCourses);
        for (std::size_t at = 0; at < drawn; ++at)
            addBand(at);
        for (std::size_t at = 0; at < drawn; ++at)
            addMedian(at);
        layAxes();
    }

private:
    [[nodiscard]] QString heading() const;
    void addBand(std::size_t at);
    void addMedian(std::size_t at);
    void layAxes();
    QCPGraph* addGraph();
    void extend(const std::optional<double>& value)
    {
        if (!value || !std::isfinite(*value) || (m_chart.isLogarithmic && *value <= 0))
            return;
        m_lower = std::min(m_lower, *value);
        m_upper = std::max(m_upper, *value);
    }

    PlotView& m_plot;
    const CourseChart& m_chart;
    double m_lastStep;
    double m_lower = kInfinity;
    double m_upper = -kInfinity;
};

QString CourseDrawing::heading() const
{
    QStringList parts;
    if (!m_chart.heading.isEmpty())
        parts << m_chart.heading;
    if (m_chart.courses.size() > kMostCourses)
        parts << CourseWords::tr("the first %1 of %2 contenders").arg(kMostCourses).arg(m_chart.courses.size());
    return parts.join(CourseWords::tr(": "));
}

QCPGraph* CourseDrawing::addGraph()
{
    QCPGraph* graph = m_plot.addGraph();
    graph->removeFromLegend();
    return graph;
}

void CourseDrawing::addBand(std::size_t at)
{
    QCPGraph* lower = addGraph();
    QCPGraph* upper = addGraph();
    for (const CoursePoint& point : m_chart.courses[at].points) {
        if (!point.lower || !point.upper) // the band ends where numbers do; a channel fill would not
            break;
        lower->addData(point.step, *point.lower);
        upper->addData(point.step, *point.upper);
        extend(point.lower);
        extend(point.upper);
    }
    QColor pale = coursePen(m_plot, at).color();
    pale.setAlphaF(kBandShare);
    for (QCPGraph* graph : {lower, upper})
        graph->setPen(Qt::NoPen);
    upper->setBrush(pale);
    upper->setChannelFillGraph(lower);
}

void CourseDrawing::addMedian(std::size_t at)
{
    const Course& course = m_chart.courses[at];
    QCPGraph* graph = addGraph();
    for (const CoursePoint& point : course.points) {
        graph->addData(point.step, point.median.value_or(kNaN));
        extend(point.median);
    }
    graph->setPen(coursePen(m_plot, at));
    graph->setName(course.label);
    graph->addToLegend();
}

void CourseDrawing::layAxes()
{
    QCPAxis* up = m_plot.yAxis;
    m_plot.xAxis->setLabel(CourseWords::tr("step"));
    up->setLabel(m_chart.up);
    up->setScaleType(m_chart.isLogarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    up->setNumberPrecision(4);
    m_plot.setFollowedRange(m_plot.xAxis, {0, kBeyondLastStep * std::max(m_lastStep, 1.0)});
    if (m_chart.isShare) {
        auto percents = QSharedPointer<QCPAxisTickerText>::create();
        for (const int percent : {0, 20, 40, 60, 80, 100})
            percents->addTick(percent / 100.0, QStringLiteral("%1 %").arg(percent));
        up->setTicker(percents);
        m_plot.setFollowedRange(up, {0, 1.02});
    } else if (m_chart.isLogarithmic) {
        up->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
        m_plot.setFollowedRange(up, m_upper > 0 ? decadeRange(m_lower, m_upper) : QCPRange(0.1, 1));
    } else {
        up->setTicker(QSharedPointer<QCPAxisTicker>::create());
        m_plot.setFollowedRange(up, m_upper > 0 ? roundedRange(0, m_upper) : QCPRange(0, 1));
    }
}

} // namespace

QPen coursePen(const PlotView& plot, std::size_t course)
{
    static constexpr std::array kStyles{Qt::SolidLine, Qt::DashLine, Qt::DashDotLine};
    const auto& colors = plot.theme().series;
    return {colors.at(course % colors.size()), plot.curveWidth(), kStyles.at(course / colors.size() % kStyles.size())};
}

CourseChart courseChart(const core::SweepTable& table, const QStringList& names, CourseQuantity quantity)
{
    CourseChart chart;
    const std::array words{CourseWords::tr("accuracy"), CourseWords::tr("loss"), CourseWords::tr("training loss"),
                           CourseWords::tr("delta ratio")};
    chart.up = words.at(static_cast<std::size_t>(quantity));
    chart.isShare = quantity == CourseQuantity::Accuracy;
    chart.isLogarithmic = !chart.isShare;
    for (std::size_t at = 0; at < table.contenders.size(); ++at) {
        const core::Contender& contender = table.contenders[at];
        Course& course = chart.courses.emplace_back(courseOf(contender, names[static_cast<qsizetype>(at)], quantity));
        course.label = contenderLabel(table.keys, contender.values);
    }
    chart.heading = contendersHeading(table.keys);
    return chart;
}

bool knowsQuantity(const core::SweepTable& table, CourseQuantity quantity)
{
    for (const core::Contender& contender : table.contenders)
        for (const auto& [seed, run] : contender.runs)
            if (run && !run->course.empty())
                return !std::isnan(valueOf(run->course.front(), quantity));
    return false;
}

void drawCourses(PlotView& plot, const CourseChart& chart, double lastStep)
{
    CourseDrawing(plot, chart, lastStep).draw();
}

} // namespace ui
