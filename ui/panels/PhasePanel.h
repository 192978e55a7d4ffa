// SPDX-License-Identifier: GPL-3.0-or-later
// The phase map: what becomes of a network for every pair of values of two keys, in the colours of its outcome or of a
// statistic, with the lines that theory draws before anything is trained. A click, or Enter, opens the network of a
// cell.
#pragma once

#include "ui/base/PhaseMapState.h"
#include "ui/panels/Panel.h"
#include "ui/panels/PhaseColours.h"
#include "ui/panels/PhaseScale.h"

#include <array>

class QCPCurve;
class QToolButton;

namespace ui
{

class ImagePlottable;
class PhaseBar;
class PhaseLegend;
class PhaseMarks;
class PlotView;

class PhasePanel : public Panel
{
    Q_OBJECT

public:
    explicit PhasePanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool followsRun() const override { return false; }
    [[nodiscard]] bool followsPhases() const override { return true; }
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] PlotView& plot() const { return *m_plot; }
    [[nodiscard]] QString explanation(const FrameData& frame) const override;
    [[nodiscard]] NumberTable table(const FrameData& frame) const override;
    /// In pixels of the plot.
    [[nodiscard]] QRectF cellAt(int column, int row) const;

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    [[nodiscard]] QString describeFrame(const FrameData& frame) const override;
    Pointer readAt(QWidget* picture, const QPointF& place) override;
    void readFor(const Pointer& pointer) override;
    void stopReading() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// The number of lines of theory that there can be.
    static constexpr std::size_t kLines = 3;

    void makeHead();
    void showNothing(const QString& message);
    void showAxes();
    void showCells();
    void showTheory();
    void describe();
    [[nodiscard]] std::array<int, 5> counts() const;
    [[nodiscard]] QPen penOf(core::TheoryLine::Kind kind) const;
    [[nodiscard]] PhaseQuantity quantity() const;
    /// The cell at a place of the plot, or nothing.
    [[nodiscard]] std::optional<QPoint> cellUnder(const QPointF& place) const;
    [[nodiscard]] std::size_t placeOf(const QPoint& cell) const;
    void read(const QPoint& cell, const QPointF& place);
    [[nodiscard]] Readout readoutOf(std::size_t place) const;
    void moveCursor(int right, int up);
    void open(const QPoint& cell);

    PlotView* m_plot;
    ImagePlottable* m_image;
    std::array<QCPCurve*, kLines> m_halos{}; ///< by TheoryLine::Kind
    std::array<QCPCurve*, kLines> m_lines{};
    PhaseMarks* m_marks;
    PhaseLegend* m_legend;
    PhaseBar* m_bar;
    QToolButton* m_button = nullptr;

    PhaseMapState m_map; ///< that is drawn; revision 0: none
    PhaseColours m_colours;
    PhaseScale m_across;
    PhaseScale m_up;
    std::optional<QPoint> m_cursor; ///< the cell that the keyboard stands on
};

} // namespace ui
