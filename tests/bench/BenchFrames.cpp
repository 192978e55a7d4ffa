// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the window costs: thread CPU time of showing and painting, with a trainer at full speed on another
// core and a slider that is moved all the time. A program to be run by hand on a quiet machine; it prints, and judges
// nothing. BenchFrames [WIDTHxHEIGHT] [DEPTHxWIDTH] [SECONDS] [THEME]
#include "core/io/ConfigJson.h"
#include "tests/ShippedResources.h"
#include "ui/MainWindow.h"
#include "ui/Session.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/Panel.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

namespace
{

constexpr int kWarmUpMilliseconds = 1000;
constexpr int kMoveMilliseconds = 23; ///< out of step with the frames

/// Milliseconds that this thread has computed, whatever else the machine does.
double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

QSize sizeFrom(const QString& text, const QSize& otherwise)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : otherwise;
}

void print(const char* what, std::vector<double> values)
{
    if (values.empty())
        return;
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
    };
    std::printf("%-34s median %6.2f  p95 %6.2f  max %6.2f ms  (%zu)\n", what, at(0.5), at(0.95), values.back(),
                values.size());
}

/// What the panel has queued is drawn and painted before this returns.
void replotNow(ui::Panel& panel)
{
    for (QCustomPlot* plot : panel.findChildren<QCustomPlot*>())
        if (plot->isVisible())
            plot->replot(QCustomPlot::rpRefreshHint);
    panel.repaint();
}

/// Counts the CPU time of every frame: all that was done since the frame before, up to the paint that shows it.
class Meter : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        const bool outermost = m_depth++ == 0;
        const bool paints = event->type() == QEvent::UpdateRequest && receiver == m_window;
        const double before = outermost ? threadMilliseconds() : 0;
        const bool result = QApplication::notify(receiver, event);
        --m_depth;
        if (outermost)
            m_spent += threadMilliseconds() - before;
        if (outermost && paints && std::exchange(m_isShown, false))
            frames.push_back(std::exchange(m_spent, 0.0));
        return result;
    }

    void count(const QWidget& counted)
    {
        m_window = &counted;
        m_spent = 0;
    }
    void stop() { m_window = nullptr; }
    /// The cards were given something to show.
    void onShown() { m_isShown = true; }
    std::vector<double> frames;

private:
    const QWidget* m_window = nullptr;
    int m_depth = 0;
    double m_spent = 0;
    bool m_isShown = false;
};

} // namespace

int main(int argc, char** argv)
{
    Meter application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    ui::loadFonts();
    const QStringList words = QApplication::arguments();
    const QSize size = sizeFrom(words.value(1), {1600, 1000});
    const QSize network = sizeFrom(words.value(2), {8, 32});
    const int milliseconds = 1000 * words.value(3, QStringLiteral("10")).toInt();

    core::ExperimentConfig config;
    config.network.depth = network.width();
    config.network.width = network.height();
    config.training.steps = 1'000'000'000;
    ui::MainWindow window({shipped::readResource, {}}, {config});
    window.setTheme(ui::Theme::kindOf(words.value(4)));
    window.resize(size);
    window.show();

    QObject::connect(&window.session(), &ui::Session::frameChanged, &window, [&] { application.onShown(); });
    QObject::connect(&window.dashboard(), &ui::Dashboard::frameNeeded, &window, [&] { application.onShown(); });
    QTimer mover;
    double slope = 0.01;
    const auto moveSlider = [&] {
        slope = slope > 0.3 ? 0.01 : slope * 1.01;
        window.session().edit({"network.activation.negative_slope", slope});
    };
    QObject::connect(&mover, &QTimer::timeout, &window, moveSlider);
    QTimer::singleShot(kWarmUpMilliseconds, &window, [&] {
        mover.start(kMoveMilliseconds);
        application.count(window);
    });
    QElapsedTimer clock;
    QTimer::singleShot(kWarmUpMilliseconds + milliseconds, &window,
                       [] { QApplication::exit(); }); // not quit(), which would ask about the changes
    clock.start();
    QApplication::exec();
    application.stop();
    mover.stop();
    const double seconds = static_cast<double>(clock.elapsed() - kWarmUpMilliseconds) / 1000;

    std::vector<double> moves;
    // The way from the slider to the painted curve without anything else in between.
    for (int i = 0; i < 200; ++i) {
        const double before = threadMilliseconds();
        moveSlider();
        window.dashboard().show(window.session().frame());
        replotNow(window.dashboard().panel(0));
        moves.push_back(threadMilliseconds() - before);
        QApplication::processEvents();
    }

    std::printf("%dx%d, network %dx%d, scale %.2g\n", size.width(), size.height(), network.width(), network.height(),
                window.devicePixelRatioF());
    print("a whole frame", application.frames);
    print("slider to curve", moves);
    std::printf("%.1f frames a second\n", static_cast<double>(application.frames.size()) / seconds);

    std::vector<double> panel;
    for (int card = 0; card < window.dashboard().cardCount(); ++card) {
        ui::Panel& shownPanel = window.dashboard().panel(card);
        panel.clear();
        for (int i = 0; i < 200; ++i) {
            const double before = threadMilliseconds();
            shownPanel.show(window.session().frame());
            replotNow(shownPanel);
            panel.push_back(threadMilliseconds() - before);
        }
        print(qPrintable(shownPanel.title()), panel);
    }
    return 0;
}
