// SPDX-License-Identifier: GPL-3.0-or-later
// Card 4: which units are alive, saturated, asleep or gradient-dead. Pointing tells a unit's numbers, a click picks its
// layer and looks at the unit from near; of one that is dead it shows the autopsy.
#pragma once

#include "ui/panels/AutopsyPicture.h"
#include "ui/panels/ContenderUnits.h"
#include "ui/panels/Panel.h"
#include "ui/panels/UnitPicture.h"

namespace ui
{

class Canvas;
class UnitBar;

class UnitsPanel : public Panel
{
    Q_OBJECT

public:
    explicit UnitsPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool showsContenders() const override { return m_sight == Sight::Grid; }
    [[nodiscard]] bool heavy() const override { return true; }
    [[nodiscard]] bool followsWatch() const override { return true; }
    [[nodiscard]] const UnitGrid& grid() const { return m_grids.grid(); }
    /// Of all runs, where there are several.
    [[nodiscard]] const ContenderUnits& grids() const { return m_grids; }
    /// What is seen: all units, one of them from near, or why it is dead.
    enum class Sight { Grid, Unit, Autopsy };
    [[nodiscard]] Sight sight() const { return m_sight; }
    /// What is read of the unit at a place of the picture.
    [[nodiscard]] Readout readoutAt(const QPointF& place) const;
    [[nodiscard]] QString explanation(const FrameData& frame) const override;
    [[nodiscard]] NumberTable table(const FrameData& frame) const override;

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    [[nodiscard]] QString describeFrame(const FrameData& frame) const override;
    Pointer readAt(QWidget* picture, const QPointF& place) override;
    void readFor(const Pointer& pointer) override;
    void stopReading() override;
    [[nodiscard]] bool picksLayers() const override { return true; }

private:
    void displayGrid(const FrameData& frame);
    void displayWatch(const FrameData& frame);
    void paint(QPainter& painter, const QRectF& area) const;
    /// Where the grid of a run is on the screen.
    [[nodiscard]] QRectF gridArea(std::size_t run = 0) const;
    [[nodiscard]] bool pressed(const QPointF& place);
    /// A key of those who look at a unit; false if it is none.
    bool unitKey(int key);
    void lookAt(const core::UnitPlace& unit);
    void lookAtNeighbour(int places);
    void takeOffer();
    [[nodiscard]] QString describeUnit() const;
    void paintReading(QPainter& painter, const QRectF& area) const;

    ContenderUnits m_grids; ///< that of the run that is watched is the first
    UnitPicture m_unit;
    AutopsyPicture m_autopsy;
    Sight m_sight = Sight::Grid;
    bool m_prefersUnit = false; ///< to its autopsy
    core::UnitPlace m_lookedAt; ///< what was asked for last: frames follow
    UnitBar* m_bar;
    Canvas* m_canvas;
    QString m_message;
    int m_readLayer = 0; ///< the layer that is pointed at, here or elsewhere
    std::optional<QPointF> m_readPlace;
};

} // namespace ui
