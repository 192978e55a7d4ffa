// SPDX-License-Identifier: GPL-3.0-or-later
// Card 4: which units are alive, saturated, asleep or gradient-dead. Pointing tells a unit's numbers, a click picks its
// layer.
#pragma once

#include "ui/panels/Panel.h"
#include "ui/panels/UnitGrid.h"

namespace ui
{

class Canvas;

class UnitsPanel : public Panel
{
    Q_OBJECT

public:
    explicit UnitsPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool heavy() const override { return true; }
    [[nodiscard]] const UnitGrid& grid() const { return m_grid; }
    /// What is read of the unit at a place of the picture.
    [[nodiscard]] Readout readoutAt(const QPointF& place) const;
    [[nodiscard]] QString explanation(const FrameData& frame) const override;
    [[nodiscard]] NumberTable table(const FrameData& frame) const override;

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] QString describeFrame(const FrameData& frame) const override;
    Pointer readAt(QWidget* picture, const QPointF& place) override;
    void readFor(const Pointer& pointer) override;
    void stopReading() override;
    [[nodiscard]] bool picksLayers() const override { return true; }

private:
    void paint(QPainter& painter, const QRectF& area) const;
    void paintReading(QPainter& painter, const QRectF& area) const;

    UnitGrid m_grid;
    Canvas* m_canvas;
    QString m_message;
    int m_readLayer = 0; ///< the layer that is pointed at, here or elsewhere
    std::optional<QPointF> m_readPlace;
};

} // namespace ui
