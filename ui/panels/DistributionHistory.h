// SPDX-License-Identifier: GPL-3.0-or-later
// The distribution of one layer over the steps: as a map of values and steps, or as bands between percentiles. Drawn
// from the moments of the run that are kept. Used by DistributionsPanel.
#pragma once

#include "ui/base/FrameData.h"
#include "ui/panels/SymmetricLog.h"
#include "ui/widgets/Readout.h"

#include <QCoreApplication>

#include <array>
#include <functional>
#include <optional>
#include <vector>

class QCPGraph;

namespace ui
{

class ImagePlottable;
class MomentMark;
class PlotView;

class DistributionHistory
{
    Q_DECLARE_TR_FUNCTIONS(ui::DistributionHistory)

public:
    enum class Drawing { Map, Bands };
    using Choose = std::function<const core::Distribution&(const core::LayerStatistics&)>;

    explicit DistributionHistory(PlotView* plot);

    void restyle();
    /// `quantity` chooses what is drawn of the selected layer. False: there is nothing finite.
    bool show(const FrameData& frame, Drawing drawing, const SymmetricLog& axis, const Choose& quantity);
    /// What is read at a step; empty if nothing is drawn.
    [[nodiscard]] Readout readoutAt(double step) const;
    /// The kept step nearest to this one.
    [[nodiscard]] std::optional<double> nearestStep(double step) const;

private:
    static constexpr std::size_t kBands = 5; ///< percentiles

    /// The middle of a layer at one step.
    struct Point {
        double step = 0;
        core::Distribution distribution;
        std::array<double, kBands> percentiles{}; ///< of what the histogram is of
    };
    void collect(const FrameData& frame, const Choose& quantity);
    void showMap(const SymmetricLog& axis, const QCPRange& places);
    void showBands(const SymmetricLog& axis);
    [[nodiscard]] std::size_t nearest(double step) const;

    PlotView* m_plot;
    ImagePlottable* m_map;
    std::array<QCPGraph*, kBands> m_bands{};
    MomentMark* m_moment;
    std::vector<Point> m_points;
    int m_layer = 0;
};

} // namespace ui
