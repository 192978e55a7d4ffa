// SPDX-License-Identifier: GPL-3.0-or-later
// One instant of a training run as a plain value: everything that cards, JSON lines and figures show of it. Filled by
// the trainer's thread (core/probe/Probe), handed over through a triple buffer, read by the window. Vectors are reused,
// so that filling one allocates nothing once warm. The definitions of the statistics stand beside each.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/data/DataPreview.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

namespace core
{

struct Dataset;

/// 64 equal bins over [lower, upper]; values outside a robust range are counted apart.
struct Histogram {
    static constexpr int kBins = 64;
    double lower = 0;
    double upper = 0;
    std::array<std::uint32_t, kBins> counts{};
    std::uint32_t underflow = 0;
    std::uint32_t overflow = 0;
    /// All values, those outside the range, too.
    [[nodiscard]] double total() const
    {
        return std::accumulate(counts.begin(), counts.end(), static_cast<double>(underflow) + overflow);
    }
};

/// The distribution of one quantity of one layer over the samples of the probe set and the layer's units.
struct Distribution {
    double mean = 0;
    double std = 0; ///< population standard deviation
    double min = 0;
    double max = 0;
    static constexpr std::array<double, 5> kQuantiles{0.05, 0.25, 0.5, 0.75, 0.95};
    std::array<double, 5> quantiles{}; ///< at kQuantiles
    std::uint64_t nonFinite = 0; ///< NaN and infinite values; all other numbers speak of the finite ones (NaN if none)
    std::uint64_t zeros = 0;     ///< exact zeros
    Histogram histogram;
};

/// The first of these that holds, in this order, is the state of a unit.
enum class UnitState : std::uint8_t {
    NoDerivative, ///< f′ is 0 everywhere, as for a step: there is no gradient that it could have lost
    GradientDead, ///< f′(z) = 0 on every probe sample
    Asleep,       ///< z ≤ 0 on every probe sample, where the activation's negative side is the weak one
    Saturated,    ///< 95 % of its samples or more lie in a saturating tail
    Alive,
};

/// One unit over the probe set.
struct UnitStatistics {
    UnitState state = UnitState::Alive;
    float zMean = 0;
    float zMin = 0;
    float zMax = 0;
    float aMean = 0;
    float inactiveShare = 0;  ///< share of samples with f′(z) = 0
    float saturatedShare = 0; ///< share of samples in a saturating tail
    float negativeShare = 0;  ///< share of samples with z ≤ 0
    float deltaRms = 0;       ///< root mean square of delta over the samples
};

/// One hidden layer over the probe set. An absent number is 0/0 or does not exist.
struct LayerStatistics {
    int index = 0; ///< from 1
    int units = 0;
    std::string activation;
    Choice activationChoice; ///< with all its parameters
    Distribution z;
    Distribution a;
    Distribution delta; ///< mean … max of delta itself; the histogram is of log10|delta|, exact zeros apart
    Distribution weights;
    std::optional<Distribution> update; ///< of ΔW in the last step; absent where that was not kept
    // How much a unit differs from sample to sample: its standard deviation over them, rms over the units. Unlike the
    // std above it does not count by how much units differ from each other.
    double zStdOverSamples = 0;
    double aStdOverSamples = 0;
    double deltaRms = 0;
    double weightGradNorm = 0; ///< Frobenius norm of ∂(mean loss)/∂W, without weight decay
    double weightGradRms = 0;
    double weightRms = 0;
    double biasMean = 0;
    double biasRms = 0;
    std::optional<double> updateRatio; ///< rms(last ΔW)/rms(W after it); absent before the first update
    // gain = rms delta_l / rms delta_{l+1} as a product of four named factors
    std::optional<double> normalizationFactor;
    std::optional<double> backpropFactor;
    std::optional<double> skipFactor;
    std::optional<double> derivativeFactor;
    bool hasDerivative = true;          ///< false: f′ is 0 everywhere, so that "dead" is not the word
    double gradientDeadFraction = 0;    ///< of units: f′(z) = 0 on every sample, whatever the reason
    double allNegativeFraction = 0;     ///< of units
    double inactiveFraction = 0;        ///< of (sample, unit) pairs
    double saturatedFraction = 0;       ///< of (sample, unit) pairs
    std::optional<double> learnedSlope; ///< prelu's slope (the mean, if one a unit)
    /// [lower, upper]: where the activation saturates is z < lower or z > upper; infinite where there is no such tail
    double saturationLower = 0;
    double saturationUpper = 0;
    std::vector<UnitStatistics> unitStatistics;
};

/// The linear output layer.
struct OutputStatistics {
    Distribution z;
    double deltaRms = 0;
    double weightGradNorm = 0;
    double weightRms = 0;
    std::optional<double> updateRatio;
};

/// Loss and accuracy over a set of samples, in evaluation mode.
struct Score {
    double loss = 0;
    std::optional<double> accuracy; ///< share of right answers; absent for regression
    std::int64_t samples = 0;       ///< how many were taken
    bool subsampled = false;        ///< the set has more
    int classes = 0;                ///< that occur among the samples; 0 for regression
    int neverAnswered = 0;          ///< how many of them are the answer to no sample
    int firstNeverAnswered = -1;    ///< the first of those; −1: there is none
};

/// What the network answers over its input space, or on the samples where there is no picture of that space.
struct DecisionMap {
    /// Two inputs: resolution × resolution answers, row by row from yMin up, over the box in the data's own units.
    int resolution = 0; ///< 0: no map
    double xMin = 0, xMax = 0, yMin = 0, yMax = 0;
    std::vector<float> answer;     ///< two classes: probabilityOfClass() of class 1; more: index of the likeliest class
    std::vector<float> confidence; ///< more than two classes: P of that class; else empty
    /// One input: the fitted curve in the data's own units.
    std::vector<float> curveX, curveY;
    /// Classes without a map: confusion[truth · classes + answer] over the test set (training set if there is none),
    /// and the answer for each sample of DataPreview::thumbnails.
    std::vector<std::int64_t> confusion;
    bool confusionOfTest = true;
    std::vector<int> thumbnailAnswers;
};

/// A hidden unit.
struct UnitPlace {
    int layer = 1; ///< from 1
    int unit = 0;  ///< from 0
    bool operator==(const UnitPlace&) const = default;
};

/// One unit from near, over the probe set: taken only of a unit that somebody watches.
struct UnitDetail {
    UnitPlace place;
    Distribution z;
    std::vector<float> incoming; ///< its row of W, one weight for each of its inputs
    std::vector<float> outgoing; ///< its column of the next layer's W
    double bias = 0;
    double gradientNorm = 0; ///< of ∂(mean loss)/∂(incoming weights), without weight decay
    double biasGradient = 0; ///< ∂(mean loss)/∂bias
    /// A sample of the training set.
    struct Excitation {
        int sample = 0; ///< its index; where it is drawn, that of DataPreview::points
        float z = 0;
    };
    static constexpr std::size_t kExcitations = 9;
    std::vector<Excitation> excitations; ///< the samples with the largest z, the largest first
    std::vector<float> inputs;           ///< of these samples, one after the other, in the data's own units
};

enum class RunStatus { Training, Done, Diverged, Stopped };

enum class Quantity { Z, Loss, Delta, Parameter };

/// The first non-finite number of a run, in order of computation.
struct Divergence {
    std::int64_t step = 0;
    int layer = 0; ///< 1 … L, L + 1 for the output layer and the loss
    Quantity quantity = Quantity::Z;
};

struct Snapshot {
    std::uint64_t generation = 0; ///< counts rebuilds and restarts: histories of two generations do not mix
    ExperimentConfig config;      ///< in force at this step, without its changes
    std::shared_ptr<const ExperimentConfig> start; ///< what the run began with
    /// Hot changes up to now, and those that the experiment file has in store: with them `start` can be replayed.
    std::shared_ptr<const std::vector<Change>> changes;
    std::int64_t step = 0; ///< updates made
    double epoch = 0;
    RunStatus status = RunStatus::Training;
    std::optional<Divergence> divergence;
    double learningRate = 0;         ///< of the next update, as the schedule gives it
    std::optional<double> batchLoss; ///< the loss that the last update descended, before it
    Score train;
    std::optional<Score> test; ///< absent: no test set
    /// What has not been learned from, if there is any.
    [[nodiscard]] const Score& heldOut() const { return test ? *test : train; }
    double baselineLoss = 0; ///< training loss of a network that answers 0 to everything: of knowing nothing
    std::optional<double>
        deltaRatio; ///< delta_rms of layer 1 / delta_rms of layer L; absent for 0/0 or no hidden layer
    std::vector<LayerStatistics> layers;
    OutputStatistics output;
    std::optional<UnitDetail> unit; ///< absent: nobody watches one
    DecisionMap decision;
    std::int64_t probeSamples = 0;
    double inputSquare = 0; ///< the mean of x² over the probe set and its features
    std::shared_ptr<const DataPreview> data;
    std::weak_ptr<const Dataset> dataset; ///< as long as the run lives that it belongs to: for who replays it
    /// When the trainer's thread took it, so that its age on the screen can be measured. It belongs to no experiment:
    /// nothing compares, shows or saves it.
    std::chrono::steady_clock::time_point takenAt{};
};

/// Of the hidden layer where this share is largest; absent without one.
inline std::optional<double> worstShare(const Snapshot& snapshot, double LayerStatistics::*share)
{
    std::optional<double> worst;
    for (const LayerStatistics& layer : snapshot.layers)
        worst = std::max(worst.value_or(0), layer.*share);
    return worst;
}

} // namespace core
