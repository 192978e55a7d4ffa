// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison file: which experiment is run again and again, what varies in it, and with which seeds. What `sweep`
// runs, and what lies beside each of its tables to tell how that came about.
//
//     { "format": "actiscope-comparison", "version": 1, "title": "Depth",
//       "experiment": { "network": { "width": 16 } },
//       "vary": { "network.activation.kind": ["sigmoid", "relu"], "network.depth": [2, 8, 30] },
//       "seeds": [1, 5], "accuracies": [0.95] }
//
// `vary` is in the order of the table's columns, the last key changing fastest. `experiment` is all that an experiment
// file may hold; its seed is of no account. Besides there may be `set`, settings by their paths that fit the
// experiment only together with the varied values (an option of a kind that is one of them), `evaluate_every` and
// `steps`, as the options of the same names have it. Only `seeds` must be there.
#pragma once

#include "core/base/Result.h"
#include "core/train/Sweep.h"
#include "core/train/SweepPlan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core
{

/// From the first to the last, both of them included.
struct SeedRange {
    std::int64_t first = 1;
    std::int64_t last = 1;
    bool operator==(const SeedRange&) const = default;
};
inline constexpr double kLargestSeed = 9007199254740991.0; // 2^53 − 1

struct ComparisonPlan {
    std::string title;
    ExperimentConfig experiment;
    std::vector<Setting> settings; ///< on top of the experiment, together with the varied values
    std::vector<SweepAxis> axes;
    SeedRange seeds;
    SweepOptions options;
};

/// Whether this is JSON that calls itself a comparison, right or wrong.
bool isComparison(std::string_view text);

/// Reads and checks a comparison. Faults are as those of parseExperiment, all at once, with paths from the root of the
/// file; every combination of values is checked. `folder` is that of the file: paths in it are relative to it.
Result<ComparisonPlan> parseComparison(std::string_view text, const std::string& folder = {});

/// The plan as indented text. Read again it gives the same runs with the same names. Paths of data are written as the
/// plan has them: see movedTo().
std::string comparisonToText(const ComparisonPlan& plan);

/// Takes the settings over into the experiment, if they hold there without the varied values.
void settle(ComparisonPlan& plan);

} // namespace core
