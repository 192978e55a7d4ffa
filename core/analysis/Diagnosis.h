// SPDX-License-Identifier: GPL-3.0-or-later
// Says what is wrong with a run: codes and numbers, no words. It is shown the moments of a run in the order of steps,
// and holds what it has found. What comes and goes is reported when it has lasted, counted in steps and never in time,
// so that `run` and the window find the same. Used by Session (GUI thread) and the headless runner.
#pragma once

#include "core/analysis/DiagnosisRules.h"
#include "core/probe/Snapshot.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace core
{

/// Something that is wrong, since when, and by which numbers.
struct Finding {
    std::string_view code; ///< id of the rule
    Severity severity = Severity::Notice;
    int layer = 0;                      ///< 1 … L, L + 1 for the output; 0: the network
    std::int64_t step = 0;              ///< since when
    std::vector<FindingNumber> numbers; ///< "value", "threshold" where the rule has one, then what else was looked at
    std::optional<Quantity> quantity;   ///< of `diverged`: what was not finite first
    bool operator==(const Finding&) const = default;

    /// NaN if there is none of this name.
    [[nodiscard]] double number(std::string_view name) const;
};

/// The rule that made this finding.
const DiagnosisRule& ruleOf(const Finding& finding);

/// What this moment shows by itself, for one that is looked at alone. What needs the run's past is not found.
std::vector<Finding> findingsOf(const Snapshot& snapshot);

class Diagnosis
{
public:
    Diagnosis();

    /// Takes in the next moment; one of another generation, or from before the last one, begins a new run. After a
    /// divergence what had been found before it stays.
    void watch(const Snapshot& snapshot);
    /// The worst first.
    [[nodiscard]] const std::vector<Finding>& findings() const { return m_findings; }

private:
    /// A yes or no that changes when the opposite has lasted.
    struct Lasting {
        bool holds = false;
        std::optional<std::int64_t> differsSince; ///< since when it looks otherwise
        std::int64_t since = 0;                   ///< when what holds began
        void see(bool now, std::int64_t step, bool atOnce);
    };
    struct RuleState {
        Lasting notice;
        Lasting alarm;
        int layer = 0;
        std::optional<Finding> last; ///< with the newest numbers
    };

    void begin(const Snapshot& snapshot);
    void remember(const Snapshot& snapshot);
    void apply(const DiagnosisRule& rule, const Snapshot& snapshot, bool isFirst, RuleState& state);

    RunMemory m_memory;
    std::vector<RuleState> m_states; ///< one a rule
    std::vector<RuleReading> m_readings;
    std::vector<Finding> m_findings;
    std::uint64_t m_generation = 0;
    std::int64_t m_lastStep = -1; ///< −1: nothing has been seen
    DiagnosisConfig m_thresholds;
    // Of the moment before: when they change, the loss has its time anew.
    NetworkConfig m_network;
    OptimizerConfig m_optimizer;
};

/// What the delta ratio (delta_rms of layer 1 / delta_rms of layer L) says of the gradient on its way back, by the
/// rules `vanishing` and `exploding`.
enum class GradientFinding {
    NoGradient,      ///< no gradient reaches layer 1, or there is no hidden layer
    VanishingAlarm,  ///< below thresholds.vanishing.alarm
    VanishingNotice, ///< below thresholds.vanishing.notice
    Healthy,
    ExplodingNotice, ///< above thresholds.exploding.notice
    ExplodingAlarm,  ///< above thresholds.exploding.alarm
    Diverged,        ///< a number was not finite
};

GradientFinding gradientFinding(const Snapshot& snapshot);

} // namespace core
