// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/frames/SliderHand.h"

#include "ui/MainWindow.h"
#include "ui/controls/NumberEditor.h"
#include "ui/controls/Sidebar.h"
#include "ui/widgets/ParameterSlider.h"

#include <QApplication>
#include <QMouseEvent>
#include <QSlider>

#include <stdexcept>

namespace bench
{

namespace
{

/// Slopes with which a network of fifty layers still learns.
constexpr double kSmallest = 0.01;
constexpr double kLargest = 0.1;

ui::ParameterSlider& sliderOf(const ui::MainWindow& window)
{
    auto* editor = qobject_cast<ui::NumberEditor*>(window.sidebar().editor("network.activation.negative_slope"));
    if (!editor)
        throw std::runtime_error("The window has no slider for the slope of leaky_relu");
    return *editor->parameterSlider();
}

} // namespace

SliderHand::SliderHand(const ui::MainWindow& window)
    : m_parameter(sliderOf(window))
    , m_slider(*m_parameter.slider())
{
    touch(true);
}

SliderHand::~SliderHand()
{
    touch(false);
}

void SliderHand::touch(bool pressed)
{
    const QPointF place(m_slider.width() / 20.0, m_slider.height() / 2.0);
    QMouseEvent event(pressed ? QEvent::MouseButtonPress : QEvent::MouseButtonRelease, place,
                      m_slider.mapToGlobal(place), Qt::LeftButton, pressed ? Qt::LeftButton : Qt::NoButton, {});
    QApplication::sendEvent(&m_slider, &event);
}

void SliderHand::move()
{
    if (m_parameter.value() >= kLargest)
        m_direction = -1;
    else if (m_parameter.value() <= kSmallest)
        m_direction = 1;
    m_slider.setValue(m_slider.value() + m_direction * m_slider.singleStep());
}

} // namespace bench
