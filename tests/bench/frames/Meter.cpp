// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/frames/Meter.h"

#include <QEvent>

#include <utility>

namespace bench
{

void Meter::watch(const QWidget& window, std::function<void()> painted)
{
    m_window = &window;
    m_painted = std::move(painted);
}

bool Meter::notify(QObject* receiver, QEvent* event)
{
    // Widgets are painted inside of the event that asks their window to paint; when that one ends, all is done.
    if (m_window && event->type() == QEvent::Paint && receiver->isWidgetType())
        m_paints = m_paints || static_cast<QWidget*>(receiver)->window() == m_window;
    ++m_depth;
    const bool result = QApplication::notify(receiver, event);
    --m_depth;
    if (m_depth == 0 && std::exchange(m_paints, false))
        m_painted();
    return result;
}

} // namespace bench
