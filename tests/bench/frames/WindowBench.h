// SPDX-License-Identifier: GPL-3.0-or-later
// Measures one configuration in this process: the real window, its trainer at full speed, a slider that is moved all
// the time. Everything is told as JSON; times are milliseconds.
#pragma once

#include "tests/bench/frames/Options.h"

#include "ui/MainWindow.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace bench
{

class Meter;
class SliderHand;

class WindowBench
{
public:
    /// Opens the window. Throws whenever it cannot measure what it should.
    WindowBench(Meter& meter, const Options& options);
    ~WindowBench();

    nlohmann::json run();

private:
    using Clock = std::chrono::steady_clock;

    void beginRace();
    void beginMap();
    void checkThatAllGoesOn();
    void onShown();
    void onPainted();
    void moveSlider();
    void awaitFirstPicture();
    /// What can be told of the frames of the next milliseconds.
    nlohmann::json countFrames(int milliseconds);
    void watchMemory();
    void timeSlider();
    void timePanels();
    /// Milliseconds of this thread for `work` and for painting what it has changed.
    [[nodiscard]] double timeToPaint(const std::function<void()>& work);
    void showAllCards();

    Options m_options;
    nlohmann::json m_result;
    ui::MainWindow m_window;
    std::unique_ptr<SliderHand> m_hand;
    std::size_t m_paints = 0;

    // Of the frame that has been shown and waits to be painted:
    bool m_isShown = false;
    std::optional<Clock::time_point> m_movedAt; ///< not yet shown
    std::optional<Clock::time_point> m_shownMove;
    Clock::time_point m_shownSnapshot;
    Clock::time_point m_paintedSnapshot;

    bool m_counts = false;
    double m_computed = 0; ///< by this thread up to the last frame
    std::vector<double> m_frames;
    std::vector<double> m_ages;
    std::vector<double> m_latencies;
};

} // namespace bench
