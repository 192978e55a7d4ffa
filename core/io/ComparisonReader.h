// SPDX-License-Identifier: GPL-3.0-or-later
// Takes a comparison out of the tree of its file, gathering every fault with its path and line. Used by ComparisonJson
// on the thread that reads the file.
#pragma once

#include "core/io/ComparisonJson.h"
#include "core/io/JsonTree.h"

#include <string>
#include <vector>

namespace core
{

inline constexpr std::string_view kComparisonFormat = "actiscope-comparison";
inline constexpr double kComparisonVersion = 1;

class ComparisonReader
{
public:
    /// For one tree only. `duplicates`: the keys that are given twice, as parseJson() found them.
    Result<ComparisonPlan> read(const JsonNode& root, Faults duplicates, const std::string& folder);

private:
    /// Where an axis and its values stand.
    struct AxisLines {
        int key = 0;
        std::vector<int> levels;
    };

    void take(const JsonMember& member);
    void takeVersion(const JsonNode& node);
    void takeTitle(const JsonNode& node);
    void takeExperiment(const JsonNode& node);
    void takeSet(const JsonNode& node);
    void takeVary(const JsonNode& node);
    void takeAxis(const JsonMember& member);
    void takeSeeds(const JsonNode& node);
    void takeAccuracies(const JsonNode& node);
    /// A whole number from `least` to kLargestStep.
    std::optional<std::int64_t> steps(const JsonNode& node, const char* key, double least);
    /// The value of a key as the command line would have it, with its settings.
    std::optional<SweepLevel> level(const std::string& key, const JsonNode& node, const std::string& path);
    void checkCombinations();
    /// Gives a fault of a combination the place in this file that it comes from.
    void addPlaced(CombinationFault fault);
    void add(Fault fault, int line);

    ComparisonPlan m_plan;
    std::vector<AxisLines> m_axisLines; ///< of m_plan.axes
    int m_experimentLine = 1;
    int m_setLine = 1;
    Faults m_faults;
};

} // namespace core
