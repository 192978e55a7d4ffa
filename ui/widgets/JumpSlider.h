// SPDX-License-Identifier: GPL-3.0-or-later
// A slider that goes straight to where it is pressed, and turns with the wheel only when it has been chosen: scrolling
// what it lies in must change nothing. Used by ParameterSlider and PaceSlider, on the GUI thread.
#pragma once

#include <QSlider>

namespace ui
{

class JumpSlider : public QSlider
{
    Q_OBJECT

public:
    using QSlider::QSlider;

    /// From the press of the button on, also where QSlider itself sees no handle under it.
    [[nodiscard]] bool isHeld() const { return m_held; }

signals:
    void letGo();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    bool m_held = false;
};

} // namespace ui
