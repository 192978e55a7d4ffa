// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RacePanel that reads: the numbers of a step, the sentence, the explanation, the table.
#include "ui/base/NumberText.h"
#include "ui/base/RaceState.h"
#include "ui/base/Words.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/PanelTables.h"
#include "ui/panels/RacePanel.h"
#include "ui/report/JudgedRace.h"
#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

const CoursePoint* nearest(const Course& course, double step)
{
    const CoursePoint* found = nullptr;
    for (const CoursePoint& point : course.points)
        if (point.median && (!found || std::abs(point.step - step) < std::abs(found->step - step)))
            found = &point;
    return found;
}

} // namespace

QString RacePanel::help() const
{
    return tr("Several activations (or values of any other setting) train the same network on the same data, each with "
              "several seeds, on all cores, while the run in the other cards goes on. Nothing else differs: contenders "
              "with the same seed begin with the same random draws and see the same mini-batches.\n\n"
              "course: the median of each contender's runs over the steps, and the band between their quartiles. "
              "results: every run a dot, with median and quartiles, the best contender first. table: all numbers; "
              "click a heading to sort, double-click a row to open that run in the other cards.\n\n"
              "One run proves nothing: seeds alone move the result. So contenders are compared seed by seed, and a "
              "difference is called real only where chance would hardly make it. What cannot be told apart is said to "
              "be so. Runs that diverged count as the worst, and are never left out.");
}

Pointer RacePanel::readAt(QWidget* picture, const QPointF& place)
{
    if (picture != m_course || m_chart.courses.empty() || !m_course->message().isEmpty() ||
        !m_course->axisRect()->rect().contains(place.toPoint()))
        return {};
    const double step = m_course->xAxis->pixelToCoord(place.x());
    Crosshair crosshair;
    crosshair.rects = {m_course->axisRect()};
    crosshair.place = place;
    const auto text = [this](const std::optional<double>& value) {
        return m_chart.isShare && value ? percentText(*value) : readableNumber(value, 3);
    };
    for (std::size_t at = 0; at < std::min(m_chart.courses.size(), kMostCourses); ++at) {
        const CoursePoint* point = nearest(m_chart.courses[at], step);
        if (!point)
            continue;
        const QColor color = coursePen(*m_course, at).color();
        crosshair.key = point->step;
        crosshair.marks.push_back({m_course->axisRect(), point->step, *point->median, color});
        crosshair.readout.rows.push_back(
            {m_chart.courses[at].name,
             tr("%1 (%2 … %3)").arg(text(point->median), text(point->lower), text(point->upper)), color});
    }
    if (!crosshair.key)
        return {};
    crosshair.readout.heading =
        tr("step %1: median (quartiles)").arg(countText(static_cast<qint64>(std::llround(*crosshair.key))));
    setReading(crosshair.readout);
    m_course->setCrosshair(std::move(crosshair));
    return {};
}

void RacePanel::readFor(const Pointer& /*pointer*/) {}

QString RacePanel::describeFrame(const FrameData& frame) const
{
    if (!frame.race)
        return tr("no race has been begun.");
    const RaceState& race = *frame.race;
    QStringList sentences{
        tr("%1 of %2 runs have ended.")
            .arg(countText(static_cast<qint64>(race.ended)), countText(static_cast<qint64>(race.runs)))};
    if (race.judged)
        sentences << summarySentences(race.judged->sweep);
    return joinedSentences(sentences);
}

QString RacePanel::explanation(const FrameData& frame) const
{
    Explanation text;
    text.say(help());
    text.hands();
    if (frame.race && frame.race->judged) {
        text.heading(tr("What the runs say"));
        text.list(summarySentences(frame.race->judged->sweep));
        text.heading(tr("How it was judged"));
        text.list(methodSentences(frame.race->judged->sweep));
    }
    text.healthy({tr("Bands that lie apart over many steps: then the order does not hang on the seed."),
                  tr("A ranking on final values, not on the best moment of each run: the best of many moments is "
                     "always too good.")});
    text.published({tr("Student: The Probable Error of a Mean (1908)"),
                    tr("Holm: A Simple Sequentially Rejective Multiple Test Procedure (1979)"),
                    tr("Bouthillier et al.: Accounting for Variance in Machine Learning Benchmarks (2021)")});
    return text.html();
}

NumberTable RacePanel::table(const FrameData& frame) const
{
    return raceTable(frame);
}

} // namespace ui
