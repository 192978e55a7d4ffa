// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Report that chooses its figures, and says how they are read.
#include "ui/report/ComparisonWords.h"
#include "ui/report/DotChart.h"
#include "ui/report/LineChart.h"
#include "ui/report/ReportParts.h"
#include "ui/widgets/PlotView.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui
{

namespace
{

constexpr int kFigureWidth = 860;
constexpr int kLineHeight = 460;
constexpr double kFigureTextSize = 16; ///< legible where the figure has the width of a page

/// The context of this file's words.
struct FigureCaptions {
    Q_DECLARE_TR_FUNCTIONS(ui::ReportFigures)
};

/// Beyond how the dots are to be read: what the measure is.
QString meaningOf(const core::MeasureInfo& info)
{
    if (info.id == "generalization_gap")
        return FigureCaptions::tr("The gap is what is lost on the way from the training samples to new ones: training "
                                  "accuracy minus test accuracy (for a loss: test minus training). At the dashed line "
                                  "nothing is lost.");
    if (info.id == "delta_ratio_start")
        return FigureCaptions::tr(
            "The delta ratio is the size of the gradient in the first layer beside that in the "
            "last, before the first step. At the dashed line it arrives whole; far to the left it "
            "vanishes, far to the right it explodes.");
    if (info.ofAccuracy)
        return FigureCaptions::tr("Counted at evaluations: a run that was there before the first evaluation after it "
                                  "has that one's step.");
    return {};
}

QString dotCaption(const DotChart& chart, const core::MeasureInfo& info)
{
    QStringList sentences{FigureCaptions::tr("Each dot is a run, the line its contender's median, the box reaches from "
                                             "the lower to the upper quartile.")};
    if (info.better != core::Better::Neither)
        sentences << FigureCaptions::tr("The best stands first; hollow dots: worse than it beyond noise.");
    if (chart.worst() > 0)
        sentences << (chart.isCensored
                          ? FigureCaptions::tr("An arrow is a run that never got there.")
                          : FigureCaptions::tr("A cross is a run without a number: %1.").arg(chart.worstName));
    if (chart.leftOut > 0)
        sentences << FigureCaptions::tr("The last %1 of the ranking are only in the table.").arg(chart.leftOut);
    if (const QString meaning = meaningOf(info); !meaning.isEmpty())
        sentences << meaning;
    return sentences.join(QLatin1Char(' '));
}

ReportFigure dotFigure(const ComparedSweep& sweep, const MeasureResult& result)
{
    const DotChart chart = dotChart(sweep.groups, result.byGroup, sweep.table.accuracies);
    ReportFigure figure;
    figure.title = measureName(result.measure, sweep.table.accuracies);
    figure.caption = dotCaption(chart, *result.measure.info);
    figure.size = {kFigureWidth, dotChartHeight(chart, kFigureTextSize)};
    figure.paint = [chart, size = figure.size](QCPPainter& painter, const Theme& theme) {
        PlotView plot;
        plot.setTextSize(kFigureTextSize, true);
        plot.setTheme(theme);
        drawDots(plot, chart);
        plot.paintInto(painter, QRect(QPoint(0, 0), size));
    };
    return figure;
}

ReportFigure lineFigure(const ComparedSweep& sweep, std::size_t key, const core::Measure& measure)
{
    const LineChart chart = lineChart(sweep.table, key, measure);
    ReportFigure figure;
    figure.title = FigureCaptions::tr("%1 over %2").arg(measureName(measure, sweep.table.accuracies), chart.across);
    QStringList sentences{
        FigureCaptions::tr("Lines join the medians, bands reach from the lower to the upper quartile, "
                           "and every small dot is a run.")};
    if (chart.worst() > 0)
        sentences << FigureCaptions::tr("Crosses: runs without a number (%1).").arg(chart.worstName);
    if (chart.leftOut > 0)
        sentences << FigureCaptions::tr("%1 more series are only in the table.").arg(chart.leftOut);
    figure.caption = sentences.join(QLatin1Char(' '));
    figure.size = {kFigureWidth, kLineHeight};
    figure.paint = [chart, size = figure.size](QCPPainter& painter, const Theme& theme) {
        PlotView plot;
        plot.setTextSize(kFigureTextSize, true);
        plot.setTheme(theme);
        plot.placeLegendAbove();
        drawLines(plot, chart);
        plot.paintInto(painter, QRect(QPoint(0, 0), size));
    };
    return figure;
}

} // namespace

std::vector<ReportFigure> reportFigures(const ComparedSweep& sweep)
{
    std::vector<const MeasureResult*> shown;
    if (sweep.main() != nullptr)
        shown.push_back(sweep.main());
    for (const MeasureResult& result : sweep.results)
        if (result.measure.info->ofAccuracy)
            shown.push_back(&result);
    for (const char* id : {"generalization_gap", "delta_ratio_start"})
        if (const MeasureResult* result = sweep.find(id))
            shown.push_back(result);
    std::vector<ReportFigure> figures;
    if (const auto key = numberKey(sweep.table))
        for (const MeasureResult* result : shown)
            if (result->measure.info->id != "generalization_gap")
                figures.push_back(lineFigure(sweep, *key, result->measure));
    for (const MeasureResult* result : shown)
        figures.push_back(dotFigure(sweep, *result));
    return figures;
}

} // namespace ui
