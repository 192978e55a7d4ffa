// SPDX-License-Identifier: GPL-3.0-or-later
// The gradient from layer to layer at one moment: as it is now, as it was before the first step, and as theory predicts
// it for then; that of the contenders as it is now. Used by GradientPanel.
#pragma once

#include "ui/base/FrameData.h"
#include "ui/panels/ContenderLines.h"
#include "ui/widgets/Readout.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

class QCPGraph;

namespace ui
{

class PlotView;

class GradientProfile
{
    Q_DECLARE_TR_FUNCTIONS(ui::GradientProfile)

public:
    enum class Quantity { Delta, WeightGradient, Update };

    explicit GradientProfile(PlotView* plot);

    void restyle();
    /// False: there is nothing that could be drawn.
    bool show(const FrameData& frame, Quantity quantity, bool logarithmic);
    /// The smallest and the largest number that is drawn.
    [[nodiscard]] double lower() const { return m_lower; }
    [[nodiscard]] double upper() const { return m_upper; }
    /// What is read of a layer, from 1.
    [[nodiscard]] Readout readoutOf(int layer) const;
    [[nodiscard]] double valueAt(int layer) const { return m_now[static_cast<std::size_t>(layer - 1)]; }
    [[nodiscard]] const ContenderLines& others() const { return m_others; }
    /// Of the axis.
    [[nodiscard]] static QString name(Quantity quantity);

private:
    void draw(QCPGraph* graph, const std::vector<double>& values, bool logarithmic);

    PlotView* m_plot;
    QCPGraph* m_theoryLine;
    QCPGraph* m_startLine;
    QCPGraph* m_nowLine;
    ContenderLines m_others;      ///< the contenders now
    std::vector<double> m_now;    ///< by layer; NaN: none
    std::vector<double> m_start;  ///< empty: it is the same moment, or not known
    std::vector<double> m_theory; ///< empty: none
    double m_lower = 0;
    double m_upper = 0;
};

} // namespace ui
