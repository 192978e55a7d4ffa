// SPDX-License-Identifier: GPL-3.0-or-later
// The terminal: messages on standard error, results on standard output, and the wish to stop (Ctrl-C, TERM). Used by
// the commands, on the main thread.
#pragma once

#include "core/base/Result.h"
#include "core/probe/Snapshot.h"

#include <QString>

#include <chrono>
#include <cstdint>

namespace app
{

/// One line on standard error.
void printMessage(const QString& text);
/// Every fault, a line each; `document` names the file that they speak of.
void printFaults(const core::Faults& faults, const QString& document = {});

/// Results on standard output; returns the exit code that follows: a reader who left ends the program quietly, a full
/// disk does not.
int printResult(const QString& text);

/// From now on a closed pipe is an error of writing, and the signals to stop are noted instead of killing the program.
void catchSignals();
/// The number of the signal that came, or 0.
int caughtSignal();
/// Added to it, the exit code by a shell's convention: 130 for Ctrl-C, 143 for TERM.
inline constexpr int kSignalExit = 128;

/// A bar on standard error if that is a terminal, else nothing. It is gone when this object is.
class ProgressBar
{
public:
    ProgressBar(bool wanted, std::int64_t steps);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// Cheap to call at every step.
    void show(std::int64_t step, double loss);
    /// Of many runs: how many are done, which share of all the work that is, and how long the rest will take.
    void showRuns(std::int64_t done, std::int64_t all, double share, double secondsLeft);
    /// So that a message can be told; the bar comes back.
    void clear();

private:
    bool isDue();
    void draw(const QString& line);

    bool m_visible;
    std::int64_t m_steps;
    qsizetype m_shown = 0; ///< characters on the line
    std::chrono::steady_clock::time_point m_next;
};

} // namespace app
