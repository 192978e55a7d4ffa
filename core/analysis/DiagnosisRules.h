// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of the rules that name what is wrong with a run: what each reads, how it is compared, and which cures
// go with it. A rule is a row here, its thresholds in core/config, and its words in ui/base/FindingWords. Used by
// Diagnosis.
#pragma once

#include "core/base/Catalogue.h"
#include "core/probe/Snapshot.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace core
{

/// One number of a finding; its name is the key in files.
struct FindingNumber {
    std::string_view name;
    double value = 0;
    bool operator==(const FindingNumber&) const = default;
};

/// What some rules have to know of the run before this moment. Filled by Diagnosis.
struct RunMemory {
    std::vector<double> deadAtStart; ///< share of each layer at step 0; empty if the run was not seen then
    std::vector<double> zAtStart;    ///< zStdOverSamples of each layer at step 0; empty likewise
    double lowestLoss = 0;           ///< the training loss when it last fell by a hundredth
    std::int64_t lowestLossStep = 0; ///< when that was, or when a setting changed that gives the loss its time anew
};

/// What a rule has measured of one layer (1 …), or of the whole network (0).
struct RuleReading {
    int layer = 0;
    double value = 0;
    std::vector<FindingNumber> more{}; ///< what else it was made from
    std::optional<double> alarm{};     ///< the threshold in place of the rule's
};

enum class Direction {
    Below,   ///< value < threshold
    Above,   ///< value > threshold
    AtLeast, ///< value ≥ threshold
};

enum class Severity { Notice, Alarm };

struct DiagnosisRule {
    static constexpr std::size_t kMostCures = 5;

    std::string_view id{};
    std::string_view formula{}; ///< of the value, in plain text with Unicode signs; a threshold follows it
    std::string_view reads{};   ///< the keys of `--metrics` that it is made from
    Direction direction = Direction::Above;
    Thresholds DiagnosisConfig::*thresholds = nullptr; ///< nullptr: every reading is a finding
    Severity severity = Severity::Alarm;               ///< of a rule without thresholds
    bool atOnce = true; ///< found in the first moment that is seen; else it has to last first, as what is noisy
    void (*read)(const Snapshot& snapshot, const RunMemory& memory, std::vector<RuleReading>& readings) = nullptr;
    std::array<std::string_view, kMostCures> cures{}; ///< ids of core/analysis/Cures, the best first; empty: none
};

/// In the order of importance.
std::span<const DiagnosisRule> diagnosisRules();

/// Updates within which what is noisy may come and go unnoticed.
inline constexpr std::int64_t kSettleSteps = 50;
/// Share of a layer's units that may die after step 0 before it is an alarm, whatever share is dead then.
inline constexpr double kDeadGrowth = 0.25;

/// Whether the training loss is well below that of a network that knows nothing.
bool hasLearned(const Snapshot& snapshot);

} // namespace core
