// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the settings out of the tree of an experiment's file and applies them, gathering every fault with its path and
// line. Used by ConfigJson on the thread that reads the file.
#pragma once

#include "core/io/JsonTree.h"
#include "core/train/ConfigFields.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace core
{

inline constexpr std::string_view kExperimentFormat = "actiscope-experiment";
inline constexpr double kExperimentVersion = 1;
inline constexpr std::size_t kMostFaults = 1000; // a hostile file may hold a million

class ExperimentReader
{
public:
    /// For one tree only. `duplicates`: the keys that are given twice, as parseJson() found them.
    Result<ExperimentConfig> read(const JsonNode& root, Faults duplicates);

private:
    struct PlacedSetting {
        Setting setting;
        std::string written; ///< as the file has it
        int line = 0;
    };
    struct WrittenRow {
        int line = 0;
        std::string shown;
    };

    /// Whether to go on reading: a file of some other program would only give a flood of unknown keys.
    bool isExperiment(const JsonNode& root);
    /// One key with all that is under it. `prefix` leads the path in messages (recorded changes), `group` is the path
    /// of the object that the key stands in.
    void take(std::vector<PlacedSetting>& settings, const JsonMember& member, const std::string& prefix,
              const std::string& group);
    /// One object for each hidden layer.
    void takeLayers(std::vector<PlacedSetting>& settings, const JsonNode& list);
    /// Rows of numbers; what is none becomes an empty one, which no list allows.
    NumberRows takeRows(const JsonNode& list, const std::string& path);
    void applySettings();
    /// A fault of a setting, or of one of the rows of its list.
    void addPlaced(Fault fault, const PlacedSetting& placed);
    void takeChanges(const JsonNode& list);
    void takeChange(const JsonNode& node, const std::string& path);
    void takeStep(Change& change, const JsonNode& node, const std::string& path);
    void checkAll();
    void add(Fault fault, int line);
    Faults sortedFaults();

    ExperimentConfig m_config;
    std::vector<Field> m_fields;
    std::vector<PlacedSetting> m_settings;
    std::map<std::string, WrittenRow, std::less<>> m_rows; ///< of lists of numbers, by path
    std::map<std::string, int, std::less<>> m_lines;       ///< path → line, for faults that are found later
    int m_emptyLayersLine = 0;                             ///< of a list without layers; 0: there is none
    Faults m_faults;
};

} // namespace core
