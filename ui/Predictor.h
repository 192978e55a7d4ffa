// SPDX-License-Identifier: GPL-3.0-or-later
// What theory says of the experiment that is being edited, worked out on a thread of its own: integrals take some
// milliseconds, those of a typed formula more. Of what is asked while it is busy, the newest wins. Used by Session on
// the GUI thread, which asks and polls.
#pragma once

#include "core/analysis/Prediction.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace ui
{

class Predictor
{
public:
    Predictor();
    ~Predictor();
    Predictor(const Predictor&) = delete;
    Predictor& operator=(const Predictor&) = delete;

    /// Works it out unless it is the same question as before. The config is one that checkConfig accepts.
    void ask(const core::ExperimentConfig& config, const core::DataShape& shape, double inputSquare);
    /// Takes over what has been worked out; whether there is something new.
    bool poll();
    /// The newest answer; null before the first.
    [[nodiscard]] const std::shared_ptr<const core::Prediction>& answer() const { return m_answer; }

private:
    struct Question {
        core::NetworkConfig network;
        core::InitializerConfig initializer;
        core::Choice loss;
        core::DataShape shape;
        double inputSquare = 0;
        bool operator==(const Question&) const = default;
    };
    void work();

    std::optional<Question> m_asked; ///< the newest
    std::shared_ptr<const core::Prediction> m_answer;

    std::mutex m_mutex; ///< of what follows
    std::condition_variable m_wake;
    std::optional<Question> m_waiting;
    std::shared_ptr<const core::Prediction> m_ready; ///< not yet taken over
    bool m_quit = false;
    std::thread m_thread; // last: starts when all else stands
};

} // namespace ui
