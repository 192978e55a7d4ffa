// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a quantity over the steps by contender: the median of its runs, and the band between their quartiles.
// Used by RacePanel, on the GUI thread.
#pragma once

#include "core/io/SweepTable.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ui
{

class PlotView;

/// Losses and accuracies are those of the test set, or of the training set where there is no other.
enum class CourseQuantity { Accuracy, Loss, TrainingLoss, DeltaRatio };

struct CoursePoint {
    double step = 0;
    std::optional<double> lower; ///< quartiles of all runs that have ended, absent where they fall on one that diverged
    std::optional<double> median;
    std::optional<double> upper;
};

struct Course {
    QString name;
    QString label;                   ///< in the legend, below its heading
    std::vector<CoursePoint> points; ///< by step
    int runs = 0;                    ///< that have ended by now
    int diverged = 0;                ///< of them
};

struct CourseChart {
    QString up;      ///< name of the axis
    QString heading; ///< of the legend; empty: the labels need none
    bool isLogarithmic = false;
    bool isShare = false;
    std::vector<Course> courses; ///< one a contender
};

/// `names` of the contenders. A run that has diverged is worse than every number from then on, and stays among them.
CourseChart courseChart(const core::SweepTable& table, const QStringList& names, CourseQuantity quantity);
/// Whether any run that has ended knows it.
bool knowsQuantity(const core::SweepTable& table, CourseQuantity quantity);

/// Draws it in place of all that the plot holds, in the plot's theme and letters; axes go where the data wants them.
/// The plot needs a legend above (PlotView::placeLegendAbove). At most `most` courses are drawn.
void drawCourses(PlotView& plot, const CourseChart& chart, double lastStep);
/// More could not be told apart.
inline constexpr std::size_t kMostCourses = 12;

/// In which colour and with which kind of line a course is drawn.
QPen coursePen(const PlotView& plot, std::size_t course);

} // namespace ui
