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
    [[nodiscard]] QString describeAt(const QPoint& position) const;

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paint(QPainter& painter, const QRectF& area) const;

    UnitGrid m_grid;
    Canvas* m_canvas;
    QString m_message;
    int m_selected = 0;
};

} // namespace ui
