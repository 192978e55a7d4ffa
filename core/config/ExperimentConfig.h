// SPDX-License-Identifier: GPL-3.0-or-later
// The whole experiment as one plain value: what the window edits, what a file holds, what a training run is built from.
// It is copied freely between threads. Which values are allowed is the business of core/train/ConfigCheck.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace core
{

/// A row of a catalogue and its parameters by name. A parameter that is not listed has the row's default.
struct Choice {
    std::string kind;
    std::map<std::string, double, std::less<>> parameters;
    std::string expression{}; ///< of an activation that is typed; empty: the default
    bool operator==(const Choice&) const = default;
};

/// Lists of numbers, such as the points of drawn data: one inner list a row.
using NumberRows = std::vector<std::vector<double>>;

/// The value of one key: absent, true or false, a number, a word, or rows of numbers.
using Value = std::variant<std::monostate, bool, double, std::string, NumberRows>;

/// A sample that was drawn by hand.
struct DrawnPoint {
    double x = 0;
    double y = 0;
    int label = 0; ///< its class, 0 … 9
    bool operator==(const DrawnPoint&) const = default;
};

/// The part of the plane on which points are drawn.
struct Sheet {
    double xMin = -1.2;
    double xMax = 1.2;
    double yMin = -1.2;
    double yMax = 1.2;
    bool operator==(const Sheet&) const = default;
};

struct DataConfig {
    std::string source = "moons";
    std::int64_t samples = 1000; ///< generated data only
    double noise = 0.1;          ///< standard deviation of the gaussian noise; generated data only
    std::int64_t classes = 3;    ///< gaussians only
    std::string path;            ///< csv and idx: the file, as it was written
    std::string labels;          ///< idx: the file with the classes
    Value label = -1.0;          ///< csv: the column to be learned, by name or by number from 0; −1 is the last
    std::string header = "auto"; ///< csv: auto, yes or no
    std::string separator = "auto";
    std::string task = "auto";      ///< csv: auto, classification or regression
    std::vector<DrawnPoint> points; ///< drawn only
    double testFraction = 0.3;
    std::optional<bool> standardize;  ///< absent: the source's own default
    std::optional<std::int64_t> seed; ///< absent: the experiment's seed
    /// Against which relative paths are resolved: that of the experiment's file. Known to whoever has read the file,
    /// and not in it; empty: the program's working folder.
    std::string folder;

    // What a hand that draws needs besides, in no file:
    /// Drawn since, and not enough to be learned from yet; absent: `points` are the newest.
    std::optional<std::vector<DrawnPoint>> draft;
    /// What was seen when the points were drawn, so that the plane does not move below the hand; absent: what the
    /// points need.
    std::optional<Sheet> sheet;
    bool operator==(const DataConfig&) const = default;
};

/// What one hidden layer has of its own; what is absent is the network's.
struct LayerConfig {
    std::optional<std::int64_t> units;
    std::optional<Choice> activation;
    std::optional<Choice> normalization;
    std::optional<Choice> dropout;
    std::optional<std::string> residual;
    bool operator==(const LayerConfig&) const = default;
};

struct NetworkConfig {
    std::int64_t depth = 8; ///< number of hidden layers
    std::int64_t width = 32;
    Choice activation{"leaky_relu", {}};
    Choice normalization{"none", {}};
    std::string residual = "none";
    Choice dropout{"dropout", {}};
    std::vector<LayerConfig> layers; ///< empty: all alike; else one for each hidden layer
    bool operator==(const NetworkConfig&) const = default;

    /// The hidden layer with this index (from 0) as it stands in this network.
    [[nodiscard]] std::int64_t unitsOf(std::size_t layer) const { return own(layer).units.value_or(width); }
    [[nodiscard]] const Choice& activationOf(std::size_t layer) const
    {
        return chosen(own(layer).activation, activation);
    }
    [[nodiscard]] const Choice& normalizationOf(std::size_t layer) const
    {
        return chosen(own(layer).normalization, normalization);
    }
    [[nodiscard]] const Choice& dropoutOf(std::size_t layer) const { return chosen(own(layer).dropout, dropout); }
    [[nodiscard]] const std::string& residualOf(std::size_t layer) const
    {
        return chosen(own(layer).residual, residual);
    }

private:
    [[nodiscard]] const LayerConfig& own(std::size_t layer) const
    {
        static const LayerConfig nothing;
        return layer < layers.size() ? layers[layer] : nothing;
    }
    template <class T>
    static const T& chosen(const std::optional<T>& own, const T& common)
    {
        return own ? *own : common;
    }
};

struct InitializerConfig {
    Choice weights{"he_normal", {}};
    double gain = 1;
    double bias = 0;    ///< mean of the hidden biases
    double biasStd = 0; ///< their standard deviation
    bool operator==(const InitializerConfig&) const = default;
};

/// The rule that turns gradients into changes of the parameters, with its own parameters, and what can be set for every
/// rule: what is done to the gradient before it, and how the learning rate goes on from step to step.
struct OptimizerConfig : Choice {
    double clipNorm = 0;             ///< largest norm of the gradient over all parameters; 0: any
    double clipValue = 0;            ///< largest magnitude of each of its elements; 0: any
    double l1 = 0;                   ///< strength of the pull on every parameter that is not 0
    Choice schedule{"constant", {}}; ///< what the learning rate is multiplied with
    std::int64_t warmupSteps = 0;    ///< steps in which the learning rate rises to its full height
    bool operator==(const OptimizerConfig&) const = default;
};

struct TrainingConfig {
    std::int64_t batchSize = 32;
    std::int64_t steps = 2000;
    double stepsPerSecond = 0; ///< the window's pace; 0 = as fast as it goes
    bool operator==(const TrainingConfig&) const = default;
};

/// One key of the experiment file, as a dotted path, with a value.
struct Setting {
    std::string key;
    Value value;
    bool operator==(const Setting&) const = default;
};

/// Hot settings that were changed while running: they hold from step `step` + 1 on.
struct Change {
    std::int64_t step = 0;
    std::vector<Setting> set;
    bool operator==(const Change&) const = default;
};

/// The thresholds of one diagnosis rule.
struct Thresholds {
    double notice = 0;
    double alarm = 0;
    bool operator==(const Thresholds&) const = default;
};

/// Which number is compared, and in which direction, says the rule's row in core/analysis/DiagnosisRules.
struct DiagnosisConfig {
    Thresholds vanishing{1e-2, 1e-3};            ///< delta_ratio below
    Thresholds exploding{70, 1e3};               ///< delta_ratio above
    Thresholds dead{0.5, 0.75};                  ///< share of a layer's units
    Thresholds asleep{0.5, 0.75};                ///< share of a layer's units
    Thresholds saturated{0.25, 0.5};             ///< share of a layer's (sample, unit) pairs
    Thresholds collapsed{1e-3, 1e-6};            ///< standard deviation over the samples below
    Thresholds plateau{200, 1000};               ///< steps in which the loss has not fallen
    Thresholds learningRateHigh{1e-2, 10};       ///< update ratio above
    Thresholds learningRateLow{1e-4, 1e-8};      ///< update ratio below
    Thresholds poorInitialization{10, 1e3};      ///< factor between the spreads of z in two layers
    Thresholds overfitting{0.5, 2};              ///< test loss − training loss, of the loss of knowing nothing
    Thresholds classesNeverPredicted{0.01, 0.5}; ///< share of the classes
    bool operator==(const DiagnosisConfig&) const = default;
};

/// The thresholds by the names of their rules, in the order of the file.
struct ThresholdsEntry {
    std::string_view rule;
    Thresholds DiagnosisConfig::*thresholds;
    bool isShare = false; ///< a share of a whole: nothing beyond 1 can be reached
};
inline constexpr std::array<ThresholdsEntry, 12> kThresholdsEntries{{
    {"vanishing", &DiagnosisConfig::vanishing},
    {"exploding", &DiagnosisConfig::exploding},
    {"dead", &DiagnosisConfig::dead, true},
    {"asleep", &DiagnosisConfig::asleep, true},
    {"saturated", &DiagnosisConfig::saturated, true},
    {"collapsed", &DiagnosisConfig::collapsed},
    {"plateau", &DiagnosisConfig::plateau},
    {"learning_rate_high", &DiagnosisConfig::learningRateHigh},
    {"learning_rate_low", &DiagnosisConfig::learningRateLow},
    {"poor_initialization", &DiagnosisConfig::poorInitialization},
    {"overfitting", &DiagnosisConfig::overfitting},
    {"classes_never_predicted", &DiagnosisConfig::classesNeverPredicted, true},
}};

struct ExperimentConfig {
    std::string title;
    std::int64_t seed = 1;
    DataConfig data;
    NetworkConfig network;
    InitializerConfig initializer;
    Choice loss; ///< kind empty: cross_entropy for classes, mse for regression
    OptimizerConfig optimizer{{"sgd", {}}};
    TrainingConfig training;
    std::int64_t probeSamples = 2048;
    DiagnosisConfig diagnosis;
    std::vector<Change> changes;
    bool operator==(const ExperimentConfig&) const = default;
};

} // namespace core
