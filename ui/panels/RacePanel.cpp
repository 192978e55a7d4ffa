// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/RacePanel.h"

#include "ui/base/NumberText.h"
#include "ui/base/RaceState.h"
#include "ui/base/Words.h"
#include "ui/report/ComparisonWords.h"
#include "ui/report/DotChart.h"
#include "ui/report/JudgedRace.h"
#include "ui/widgets/PlotView.h"
#include "ui/widgets/SegmentedSwitch.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QStackedLayout>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr int kContender = Qt::UserRole;  ///< of a row
constexpr int kNumber = Qt::UserRole + 1; ///< by which a cell is sorted; worst and unknown come last
const QString kQuantity = QStringLiteral("quantity");
const QString kMeasure = QStringLiteral("measure");

/// Sorted by its number, not by the letters of it.
class NumberItem : public QTableWidgetItem
{
public:
    NumberItem(const QString& text, const std::optional<double>& number)
        : QTableWidgetItem(text)
    {
        setData(kNumber, number.value_or(std::numeric_limits<double>::infinity()));
        setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    bool operator<(const QTableWidgetItem& other) const override
    {
        return data(kNumber).toDouble() < other.data(kNumber).toDouble();
    }
};

QStringList contenderNames(const core::SweepTable& table)
{
    QStringList names;
    for (const core::Contender& contender : table.contenders)
        names << contenderName(table.keys, contender.values);
    return names;
}

/// In the order of the ranking; as they were given where there are groups, or where nothing ranks them.
std::vector<std::size_t> bestFirst(const ComparedSweep& sweep)
{
    std::vector<std::size_t> order;
    if (sweep.main() && sweep.groups.size() == 1)
        order = sweep.main()->byGroup.front().ranking;
    for (std::size_t at = 0; at < sweep.table.contenders.size(); ++at)
        if (std::find(order.begin(), order.end(), at) == order.end())
            order.push_back(at);
    return order;
}

} // namespace

RacePanel::RacePanel(QWidget* parent)
    : Panel(parent)
    , m_stack(new QStackedLayout)
    , m_course(new PlotView)
    , m_results(new PlotView)
    , m_numbers(new QTableWidget)
    , m_progress(new QProgressBar)
    , m_begin(new QToolButton)
    , m_cancel(new QToolButton)
{
    SegmentedSwitch* drawings =
        addSwitch(QStringLiteral("drawing"), tr("Drawing"), {tr("course"), tr("results"), tr("table")});
    drawings->setChoiceToolTip(Course, tr("Median and quartiles of the runs over the steps"));
    drawings->setChoiceToolTip(Results, tr("Every run a dot, the best contender first"));
    drawings->setChoiceToolTip(Table, tr("All numbers; a click on a heading sorts, a double click on a row opens it"));
    addMenuSwitch(kQuantity, tr("Over the steps"),
                  {tr("Accuracy"), tr("Loss"), tr("Training loss"), tr("Delta ratio")});
    QStringList measures{tr("What ranks them")};
    for (const core::MeasureInfo& info : core::measureCatalogue())
        measures << (info.ofAccuracy ? tr("Steps to the accuracy") : measureName({&info, 0}, {}));
    addMenuSwitch(kMeasure, tr("Result"), measures);
    for (PlotView* plot : {m_course, m_results}) {
        m_stack->addWidget(plot);
        plot->axisRect()->setMinimumMargins(QMargins(4, 8, 8, 4));
        addPlot(plot);
    }
    m_course->xAxis->setObjectName(QStringLiteral("race.step"));
    m_course->yAxis->setObjectName(QStringLiteral("race.value"));
    m_course->xAxis->setNumberFormat(QStringLiteral("gb"));
    m_course->yAxis->setNumberFormat(QStringLiteral("gb"));
    m_course->placeLegendAbove();
    addNumbers();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(m_stack, 1);
    column->addWidget(makeFoot());
    setAccessibleName(title());
    setTheme(theme());
}

QWidget* RacePanel::makeFoot()
{
    m_begin->setText(tr("Race …"));
    m_begin->setToolTip(tr("Choose who races: activations, or values of any setting, with several seeds each"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("End the race here; what has come in stays"));
    m_cancel->hide();
    m_progress->setRange(0, kProgressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Progress of the race"));
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_progress, 1);
    row->addStretch();
    row->addWidget(m_cancel);
    row->addWidget(m_begin);
    connect(m_begin, &QToolButton::clicked, this, &Panel::raceWanted);
    connect(m_cancel, &QToolButton::clicked, this, &Panel::raceCancelled);
    return foot;
}

void RacePanel::addNumbers()
{
    m_stack->addWidget(m_numbers);
    m_numbers->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_numbers->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_numbers->setSelectionMode(QAbstractItemView::SingleSelection);
    m_numbers->setAlternatingRowColors(true);
    m_numbers->setShowGrid(false);
    m_numbers->setFrameShape(QFrame::NoFrame);
    m_numbers->verticalHeader()->hide();
    m_numbers->horizontalHeader()->setHighlightSections(false);
    m_numbers->setAccessibleName(tr("Results of the race"));
    connect(m_numbers, &QTableWidget::cellActivated, this, [this](int row) { openRow(row); });
}

QString RacePanel::title() const
{
    return tr("Race");
}

RacePanel::Drawing RacePanel::drawing() const
{
    return static_cast<Drawing>(choice(QStringLiteral("drawing")));
}

RacePanel::Shown RacePanel::shownOf(const RaceState& race) const
{
    const Drawing drawn = drawing();
    const int chosen = drawn == Course ? static_cast<int>(quantity(race)) : drawn == Results ? choice(kMeasure) : 0;
    return {race.rows, drawn, chosen};
}

/// What was chosen, or the loss where there is no accuracy.
CourseQuantity RacePanel::quantity(const RaceState& race) const
{
    const auto chosen = static_cast<CourseQuantity>(choice(kQuantity));
    return knowsQuantity(race.table, chosen) ? chosen : CourseQuantity::Loss;
}

void RacePanel::setTheme(const Theme& newTheme)
{
    Panel::setTheme(newTheme);
    for (PlotView* plot : {m_course, m_results})
        plot->setTheme(newTheme);
    m_shown.reset();
}

void RacePanel::setPaper(double size)
{
    Panel::setPaper(size);
    for (PlotView* plot : {m_course, m_results})
        plot->setTextSize(size, true);
    setTheme(theme());
}

void RacePanel::showMessage(const QString& message)
{
    m_shown.reset();
    for (PlotView* plot : {m_course, m_results}) {
        plot->setMessage(message);
        plot->queueReplot();
    }
}

void RacePanel::display(const FrameData& frame)
{
    const RaceState* race = frame.race;
    showFoot(race);
    m_stack->setCurrentIndex(race ? drawing() : Course);
    if (!race) {
        setSubtitle({});
        showMessage(tr("Which activation learns fastest, and is that more than luck? “Race …” trains several, with "
                       "several seeds each, behind this run."));
        return;
    }
    describe(*race);
    m_experiments.clear();
    for (const auto& combination : race->combinations) {
        core::ExperimentConfig& config = m_experiments.emplace_back(combination->config);
        config.seed = race->plan.firstSeed;
    }
    if (race->ended == race->failed || !race->judged) {
        m_stack->setCurrentIndex(Course);
        showMessage(race->running ? tr("The first runs are on their way.") : tr("No run has come to an end."));
        return;
    }
    // While it runs, its progress is another all the time.
    const Shown shown = shownOf(*race);
    if (m_shown == shown)
        return;
    m_shown = shown;
    switch (drawing()) {
    case Course:
        showCourse(*race);
        break;
    case Results:
        showResults(*race);
        break;
    case Table:
        showNumbers(*race);
        break;
    }
}

void RacePanel::showFoot(const RaceState* race)
{
    const bool running = race && race->running;
    m_begin->setVisible(!running);
    m_cancel->setVisible(running);
    m_progress->setVisible(running);
    if (running)
        m_progress->setValue(static_cast<int>(kProgressSteps * race->progress));
}

void RacePanel::describe(const RaceState& race)
{
    const QString count =
        tr("%1 of %2 runs").arg(countText(static_cast<qint64>(race.ended)), countText(static_cast<qint64>(race.runs)));
    QStringList parts{count};
    if (race.running && race.remainingSeconds)
        parts << tr("%1 s left").arg(countText(static_cast<qint64>(std::ceil(*race.remainingSeconds))));
    else if (!race.running && race.ended < race.runs)
        parts << tr("cancelled");
    if (race.failed > 0)
        parts << tr("%1 could not be run").arg(countText(static_cast<qint64>(race.failed)));
    if (!race.running && race.judged)
        if (const QStringList found = summarySentences(race.judged->sweep); !found.isEmpty())
            parts << found.front();
    setSubtitle(parts.join(QStringLiteral(" · ")), race.failed > 0);
}

void RacePanel::showCourse(const RaceState& race)
{
    m_course->setMessage({});
    m_chart = courseChart(race.table, contenderNames(race.table), quantity(race));
    drawCourses(*m_course, m_chart, static_cast<double>(race.plan.base.training.steps));
    m_course->queueReplot();
}

void RacePanel::showResults(const RaceState& race)
{
    const ComparedSweep& sweep = race.judged->sweep;
    const int chosen = choice(kMeasure);
    const MeasureResult* result = sweep.main();
    if (chosen > 0)
        result = sweep.find(core::measureCatalogue()[static_cast<std::size_t>(chosen - 1)].id);
    m_results->setMessage(result ? QString() : tr("No run of this race knows that."));
    if (result)
        drawDots(*m_results, dotChart(sweep.groups, result->byGroup, sweep.table.accuracies));
    m_results->queueReplot();
}

void RacePanel::showNumbers(const RaceState& race)
{
    const core::SweepTable& table = race.judged->table;
    const std::vector<core::Measure> measures = core::measuresOf(table.contenders, table.accuracies.size());
    const QStringList names = contenderNames(table);
    m_numbers->setSortingEnabled(false);
    m_numbers->setColumnCount(static_cast<int>(measures.size()) + 1);
    m_numbers->setRowCount(static_cast<int>(names.size()));
    QStringList headings{tr("Contender")};
    for (const core::Measure& measure : measures)
        headings << measureName(measure, table.accuracies);
    m_numbers->setHorizontalHeaderLabels(headings);
    const std::vector<std::size_t> order = bestFirst(race.judged->sweep);
    for (int row = 0; row < m_numbers->rowCount(); ++row) {
        const std::size_t contender = order[static_cast<std::size_t>(row)];
        auto* name = new QTableWidgetItem(names[static_cast<qsizetype>(contender)]);
        name->setData(kContender, static_cast<int>(contender));
        m_numbers->setItem(row, 0, name);
        for (std::size_t at = 0; at < measures.size(); ++at) {
            const core::Summary summary = core::summarize(measures[at], table.contenders[contender]);
            QString text = measureText(*measures[at].info, summary.median);
            if (summary.worst > 0)
                text = tr("%1 (%2 of %3)").arg(text).arg(summary.count).arg(summary.count + summary.worst);
            auto* item = new NumberItem(text, summary.median);
            item->setToolTip(tr("median of the runs; quartiles %1 and %2")
                                 .arg(measureText(*measures[at].info, summary.lowerQuartile),
                                      measureText(*measures[at].info, summary.upperQuartile)));
            m_numbers->setItem(row, static_cast<int>(at) + 1, item);
        }
    }
    m_numbers->setSortingEnabled(true);
    m_numbers->resizeColumnsToContents();
}

void RacePanel::openRow(int row)
{
    const QTableWidgetItem* name = m_numbers->item(row, 0);
    const auto contender = static_cast<std::size_t>(name->data(kContender).toInt());
    if (contender < m_experiments.size())
        emit experimentWanted(m_experiments[contender], tr("Open %1").arg(name->text()));
}

void RacePanel::paintContent(QCPPainter& painter, const QRect& target)
{
    if (m_stack->currentIndex() == Table)
        paintNumbers(painter, target);
    else
        (m_stack->currentIndex() == Results ? m_results : m_course)->paintInto(painter, target);
}

/// The table as it is sorted: names at the left, numbers below their headings, which may need several lines.
void RacePanel::paintNumbers(QCPPainter& painter, const QRect& target) const
{
    const int columns = m_numbers->columnCount();
    const int rows = m_numbers->rowCount();
    if (columns == 0)
        return;
    const double nameWidth = 0.2 * target.width();
    const double width = (target.width() - nameWidth) / std::max(columns - 1, 1);
    const double headHeight = 4.2 * textSize();
    const double height = std::min(1.9 * textSize(), (target.height() - headHeight) / std::max(rows, 1));
    const auto cell = [&](int column, double top, double tall) {
        const double left = column == 0 ? 0 : nameWidth + (column - 1) * width;
        return QRectF(target.left() + left, target.top() + top, column == 0 ? nameWidth : width, tall)
            .adjusted(2, 0, -4, 0);
    };
    const auto side = [](int column) { return column == 0 ? Qt::AlignLeft : Qt::AlignRight; };
    painter.setFont(m_results->font(0.8));
    painter.setPen(theme().text);
    for (int column = 0; column < columns; ++column)
        painter.drawText(cell(column, 0, headHeight), side(column) | Qt::AlignBottom | Qt::TextWordWrap,
                         m_numbers->horizontalHeaderItem(column)->text());
    painter.setPen(QPen(theme().text, m_results->hairline()));
    painter.drawLine(QPointF(target.left(), target.top() + headHeight + 2),
                     QPointF(target.right(), target.top() + headHeight + 2));
    painter.setFont(m_results->font(0.9));
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            painter.drawText(cell(column, headHeight + 4 + row * height, height), side(column) | Qt::AlignVCenter,
                             m_numbers->item(row, column)->text());
}

} // namespace ui
