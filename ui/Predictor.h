// SPDX-License-Identifier: GPL-3.0-or-later
// What theory says of the experiment that is being edited, worked out on a thread of its own: integrals take some
// milliseconds, those of a typed formula more. Of what is asked while it is busy, the newest wins. Used by Session on
// the GUI thread.
#pragma once

#include "core/analysis/Prediction.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace ui
{

class Predictor : public QObject
{
    Q_OBJECT

public:
    explicit Predictor(QObject* parent = nullptr);
    ~Predictor() override;

    /// Works it out unless it is the same question as before. The config is one that checkConfig accepts.
    void ask(const core::ExperimentConfig& config, const core::DataShape& shape, double inputSquare);
    /// The newest answer; null before the first.
    [[nodiscard]] const std::shared_ptr<const core::Prediction>& answer() const { return m_answer; }

signals:
    void answered();

private:
    struct Question {
        core::NetworkConfig network;
        core::InitializerConfig initializer;
        core::Choice loss;
        core::DataShape shape;
        double inputSquare = 0;
        bool operator==(const Question&) const = default;
    };
    void begin();
    void take(std::shared_ptr<const core::Prediction> answer);

    std::optional<Question> m_asked; ///< the newest
    bool m_busy = false;
    bool m_waits = false; ///< m_asked came while an older question was being worked on
    std::shared_ptr<const core::Prediction> m_answer;
    QThreadPool m_thread; // last: what runs in it ends before anything else goes
};

} // namespace ui
