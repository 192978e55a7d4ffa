// SPDX-License-Identifier: GPL-3.0-or-later
// The application of the frame benchmark: sees every event on its way, and tells when the window has been painted.
#pragma once

#include <QApplication>
#include <QWidget>

#include <functional>

namespace bench
{

class Meter : public QApplication
{
public:
    using QApplication::QApplication;

    /// From now on `painted` is called whenever something of this window has been painted and handed to the screen.
    void watch(const QWidget& window, std::function<void()> painted);

    bool notify(QObject* receiver, QEvent* event) override;

private:
    const QWidget* m_window = nullptr;
    std::function<void()> m_painted;
    int m_depth = 0;
    bool m_paints = false;
};

} // namespace bench
