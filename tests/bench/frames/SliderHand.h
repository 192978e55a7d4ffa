// SPDX-License-Identifier: GPL-3.0-or-later
// A hand that drags the slider of the activation's slope up and down, as a person would who looks for the right place.
#pragma once

class QSlider;

namespace ui
{
class MainWindow;
class ParameterSlider;
} // namespace ui

namespace bench
{

class SliderHand
{
public:
    /// Takes hold of the slider; throws if the window has none.
    explicit SliderHand(const ui::MainWindow& window);
    ~SliderHand();
    SliderHand(const SliderHand&) = delete;
    SliderHand& operator=(const SliderHand&) = delete;

    /// On to another value.
    void move();

private:
    void touch(bool pressed);

    ui::ParameterSlider& m_parameter;
    QSlider& m_slider;
    int m_direction = 1;
};

} // namespace bench
