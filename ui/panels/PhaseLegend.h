// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a phase map: what the colours, signs and lines mean, in as many lines as it takes. Used by PhasePanel.
#pragma once

#include "ui/panels/PhaseColours.h"

#include <qcustomplot.h>

#include <array>
#include <vector>

namespace ui
{

class PlotView;

class PhaseLegend : public QCPLayoutElement
{
    Q_OBJECT

public:
    explicit PhaseLegend(PlotView* plot);

    /// What the cells are coloured by, and how many there are of each outcome.
    void setColours(const PhaseColours& colours, const std::array<int, 5>& counts);
    /// The lines that theory draws: a pen and a name for each.
    void setLines(std::vector<std::pair<QPen, QString>> lines);
    void update(UpdatePhase phase) override;

protected:
    void draw(QCPPainter* painter) override;

private:
    struct Entry {
        QString text;
        double width = 0; ///< of the sign, the text and the room after it
        double x = 0;
        int line = 0;
    };
    [[nodiscard]] double letters() const;
    [[nodiscard]] std::vector<Entry> entries(double width) const;
    void drawBar(QCPPainter& painter, const QRectF& place) const;
    void drawSign(QCPPainter& painter, std::size_t entry, const QRectF& place) const;
    [[nodiscard]] bool hasOutcomes() const { return m_colours.quantity() == PhaseQuantity::Outcome; }

    PlotView* m_plot;
    PhaseColours m_colours;
    std::array<int, 5> m_counts{};
    std::vector<std::pair<QPen, QString>> m_lines;
};

} // namespace ui
