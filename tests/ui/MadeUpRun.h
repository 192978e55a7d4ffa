// SPDX-License-Identifier: GPL-3.0-or-later
// A run that never was, with plausible numbers: what panels and figures are shown in their tests, without training
// anything. Everything is a formula, so that a test knows what must be in the picture.
#pragma once

#include "ui/base/FrameData.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <numbers>

namespace madeup
{

struct Run {
    core::Snapshot snapshot;
    core::History history;
    core::ExperimentConfig config;
    int selectedLayer = 0;
    core::SnapshotHistory moments{};
    std::shared_ptr<const core::Prediction> prediction{};

    [[nodiscard]] ui::FrameData frame() const
    {
        ui::FrameData frame{snapshot, history, config, selectedLayer};
        frame.moments = &moments;
        frame.prediction = prediction;
        return frame;
    }
};

/// 20,000 values of a normal distribution, as exact bin counts.
inline core::Distribution normal(double mean, double std)
{
    core::Distribution made;
    made.mean = mean;
    made.std = std;
    made.min = mean - 3.6 * std;
    made.max = mean + 3.6 * std;
    made.quantiles = {mean - 1.645 * std, mean - 0.674 * std, mean, mean + 0.674 * std, mean + 1.645 * std};
    made.histogram.lower = made.min;
    made.histogram.upper = made.max;
    for (int bin = 0; bin < core::Histogram::kBins; ++bin) {
        const double x = 7.2 * (bin + 0.5) / core::Histogram::kBins - 3.6;
        made.histogram.counts[static_cast<std::size_t>(bin)] =
            static_cast<std::uint32_t>(std::lround(20000 * 7.2 / 64 * 0.3989 * std::exp(-x * x / 2)));
    }
    return made;
}

/// The share of exact zeros that a rectifier leaves.
inline core::Distribution rectified(double std)
{
    core::Distribution made = normal(0, std);
    made.min = made.histogram.lower = 0;
    for (int bin = 0; bin < core::Histogram::kBins; ++bin) {
        const double x = 3.6 * (bin + 0.5) / core::Histogram::kBins;
        made.histogram.counts[static_cast<std::size_t>(bin)] =
            static_cast<std::uint32_t>(std::lround(20000 * 3.6 / 64 * 0.3989 * std::exp(-x * x / 2)));
    }
    made.zeros = 10000;
    made.histogram.counts[0] += 10000;
    return made;
}

inline core::LayerStatistics layer(int index, int depth, int width, const core::Choice& activation, double decade)
{
    core::LayerStatistics made;
    made.index = index;
    made.units = width;
    made.activation = activation.kind;
    made.activationChoice = activation;
    const double t = depth > 1 ? static_cast<double>(index - 1) / (depth - 1) : 0.5;
    made.z = normal(0.8 * std::sin(3 * t), 0.5 + 1.2 * (1 - t));
    made.a = activation.kind == "sigmoid" ? normal(0.5, 0.08 + 0.1 * (1 - t)) : rectified(1 + t);
    made.deltaRms = std::pow(10.0, -2 - decade * (1 - t));
    made.delta = normal(std::log10(made.deltaRms) - 0.3, 0.35);
    made.weightGradNorm = std::sqrt(made.deltaRms);
    made.saturatedFraction = 0.42 * (1 - t);
    made.inactiveFraction = 0.5;
    made.unitStatistics.resize(static_cast<std::size_t>(width));
    for (int unit = 0; unit < width; ++unit) {
        core::UnitStatistics& statistics = made.unitStatistics[static_cast<std::size_t>(unit)];
        const double dice = std::abs(std::sin(12.9898 * (unit + 1) + 78.233 * index)) * 43758.5453;
        const double u = dice - std::floor(dice);
        statistics.state = u < 0.12 * (1 + t)   ? core::UnitState::GradientDead
                           : u < 0.17 * (1 + t) ? core::UnitState::Asleep
                           : u < 0.5 - 0.25 * t ? core::UnitState::Saturated
                                                : core::UnitState::Alive;
        statistics.zMean = static_cast<float>(u);
        statistics.zMin = -1.5F;
        statistics.zMax = 2.25F;
        statistics.deltaRms = static_cast<float>(made.deltaRms);
    }
    return made;
}

inline std::shared_ptr<core::DataPreview> moonsPreview()
{
    auto preview = std::make_shared<core::DataPreview>();
    preview->inputs = 2;
    preview->classes = 2;
    preview->classNames = {"0", "1"};
    preview->trainSamples = 350;
    preview->testSamples = 150;
    for (int at = 0; at < 500; ++at) {
        const double t = std::numbers::pi * (at / 2) / 249.0;
        const double jitterX = 0.1 * std::sin(at * 77.7);
        const double jitterY = 0.1 * std::sin(at * 33.3 + 1);
        const bool inner = at % 2 == 1;
        const double x = inner ? 1 - std::cos(t) : std::cos(t);
        const double y = inner ? 0.5 - std::sin(t) : std::sin(t);
        preview->points.push_back(
            {static_cast<float>(x + jitterX), static_cast<float>(y + jitterY), inner ? 1 : 0, at % 10 < 3});
    }
    return preview;
}

inline void addDecisionMap(core::DecisionMap& map, int resolution)
{
    map.resolution = resolution;
    map.xMin = -1.6;
    map.xMax = 2.6;
    map.yMin = -1.2;
    map.yMax = 1.7;
    map.answer.resize(static_cast<std::size_t>(resolution) * static_cast<std::size_t>(resolution));
    for (int row = 0; row < resolution; ++row)
        for (int column = 0; column < resolution; ++column) {
            const double x = map.xMin + (map.xMax - map.xMin) * column / (resolution - 1);
            const double y = map.yMin + (map.yMax - map.yMin) * row / (resolution - 1);
            const double edge = 0.25 + 0.6 * std::sin(std::numbers::pi * (x - 0.5)) * -1;
            map.answer[static_cast<std::size_t>(row * resolution + column)] =
                static_cast<float>(1 / (1 + std::exp(6 * (y - edge))));
        }
}

inline void addHistory(core::History& history, int depth, int steps, double decade, std::uint64_t generation)
{
    for (int step = 1; step <= steps; ++step) {
        core::StepRecord record;
        record.generation = generation;
        record.firstStep = record.lastStep = step;
        const double loss = 0.15 + 0.55 * std::exp(-step / 400.0);
        const double noise = 0.08 * std::sin(step * 1.7) + 0.05 * std::sin(step * 0.37);
        const auto batch = static_cast<float>(loss + noise);
        record.batchLoss = {batch, batch, batch};
        for (int index = 1; index <= depth + 1; ++index) {
            const double t = depth > 1 ? std::min(1.0, static_cast<double>(index - 1) / (depth - 1)) : 0.5;
            const double exponent = -2 - decade * (1 - t) * (0.7 + 0.3 * std::cos(step / 300.0)) +
                                    0.12 * std::sin(step * 0.9 + index) + 0.1 * std::sin(step * 0.13);
            record.deltaRms.push_back(static_cast<float>(std::pow(10.0, exponent)));
            record.weightGradNorm.push_back(static_cast<float>(std::pow(10.0, 0.3 * exponent)));
            record.updateRatio.push_back(1e-3F);
        }
        if (step % 10 == 0 || step == 1)
            record.evaluation =
                core::EvaluationRecord{step, static_cast<float>(loss), static_cast<float>(loss * 1.08 + 0.01),
                                       static_cast<float>(1 - 0.6 * loss), static_cast<float>(0.98 - 0.6 * loss)};
        history.add(record);
    }
}

/// Two moons, `depth` × `width`, after `steps` steps; delta falls by `decade` powers of ten from the last layer to the
/// first.
inline Run moons(int depth, int width, const core::Choice& activation = {"sigmoid", {}}, double decade = 4.6,
                 int steps = 1200)
{
    Run run;
    run.config.network.depth = depth;
    run.config.network.width = width;
    run.config.network.activation = activation;
    run.config.initializer.weights.kind = "xavier_normal";
    core::Snapshot& snapshot = run.snapshot;
    snapshot.generation = 1;
    snapshot.config = run.config;
    snapshot.step = steps;
    snapshot.probeSamples = 350;
    snapshot.data = moonsPreview();
    snapshot.train = {0.301, 0.913, 350, false};
    snapshot.test = core::Score{0.334, 0.887, 150, false};
    for (int index = 1; index <= depth; ++index)
        snapshot.layers.push_back(layer(index, depth, width, activation, decade));
    if (depth > 0)
        snapshot.deltaRatio = snapshot.layers.front().deltaRms / snapshot.layers.back().deltaRms;
    addDecisionMap(snapshot.decision, 100);
    addHistory(run.history, depth, steps, decade, snapshot.generation);
    run.selectedLayer = std::min(depth, 3);
    return run;
}

/// Factors whose product is `gain` in every layer: the derivative takes a quarter, the weights give the rest.
inline void addFactors(core::Snapshot& snapshot, double gain)
{
    for (core::LayerStatistics& layer : snapshot.layers) {
        layer.normalizationFactor = layer.skipFactor = 1;
        layer.derivativeFactor = 0.25;
        layer.backpropFactor = gain / 0.25;
    }
}

/// `count` earlier moments, a hundred steps apart, the first before any step: z begins narrow and widens.
inline void addMoments(Run& run, int count)
{
    const core::Snapshot now = run.snapshot;
    for (int moment = 0; moment < count; ++moment) {
        core::Snapshot earlier = now;
        earlier.step = 100 * moment;
        for (core::LayerStatistics& layer : earlier.layers)
            layer.z = normal(0, 0.2 + 0.1 * moment);
        addFactors(earlier, 0.2 + 0.05 * moment);
        run.moments.add(earlier);
    }
}

/// Ten classes, 8×8 pictures, a confusion matrix and sixty thumbnails, of which every seventh has a wrong answer.
inline Run digits()
{
    Run run = moons(3, 64, {"relu", {}}, 0.5);
    run.config.data.source = run.snapshot.config.data.source = "digits";
    auto preview = std::make_shared<core::DataPreview>();
    preview->inputs = 64;
    preview->classes = 10;
    preview->trainSamples = 1258;
    preview->testSamples = 539;
    preview->imageWidth = preview->imageHeight = 8;
    for (int label = 0; label < 10; ++label)
        preview->classNames.push_back(std::to_string(label));
    core::DecisionMap& decision = run.snapshot.decision;
    decision = {};
    for (int at = 0; at < 60; ++at) {
        core::DataPreview::Thumbnail thumbnail;
        thumbnail.label = at % 10;
        thumbnail.test = true;
        for (int pixel = 0; pixel < 64; ++pixel) {
            const double dx = pixel % 8 - 3.5;
            const double dy = pixel / 8 - 3.5;
            const double ring =
                std::abs(std::hypot(dx, dy) - 2.5 + 0.15 * thumbnail.label * std::sin(std::atan2(dy, dx) * 2));
            thumbnail.pixels.push_back(static_cast<float>(std::clamp(1.2 - ring, 0.0, 1.0)));
        }
        preview->thumbnails.push_back(thumbnail);
        decision.thumbnailAnswers.push_back(at % 7 == 3 ? (thumbnail.label + 3) % 10 : thumbnail.label);
    }
    for (int truth = 0; truth < 10; ++truth)
        for (int answer = 0; answer < 10; ++answer)
            decision.confusion.push_back(truth == answer ? 47 + truth : (truth * 3 + answer) % 11 == 5 ? 2 : 0);
    run.snapshot.data = preview;
    run.snapshot.train = {0.021, 0.999, 1258, false};
    run.snapshot.test = core::Score{0.094, 0.972, 539, false};
    return run;
}

/// One input and a fitted curve; no test set, no accuracy.
inline Run regression()
{
    Run run = moons(2, 16, {"tanh", {}}, 0.3);
    auto preview = std::make_shared<core::DataPreview>();
    preview->classification = false;
    preview->inputs = 1;
    preview->trainSamples = 200;
    for (int at = 0; at < 200; ++at) {
        const double x = 6.28 * at / 199.0 - 3.14;
        preview->points.push_back(
            {static_cast<float>(x), static_cast<float>(std::sin(x) + 0.1 * std::sin(at * 77.7)), 0, false});
    }
    core::DecisionMap& decision = run.snapshot.decision;
    decision = {};
    for (int at = 0; at < 200; ++at) {
        const double x = 6.28 * at / 199.0 - 3.14;
        decision.curveX.push_back(static_cast<float>(x));
        decision.curveY.push_back(static_cast<float>(0.93 * std::sin(x)));
    }
    run.snapshot.data = preview;
    run.snapshot.train = {0.0123, std::nullopt, 200, false};
    run.snapshot.test.reset();
    run.config.data.source = run.snapshot.config.data.source = "sine_wave";
    return run;
}

/// Numbers that left the finite at step 12, in layer 3.
inline Run diverged()
{
    Run run = moons(8, 32, {"relu", {}}, -3, 12);
    run.snapshot.status = core::RunStatus::Diverged;
    run.snapshot.divergence = core::Divergence{12, 3, core::Quantity::Z};
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    run.snapshot.deltaRatio.reset();
    run.snapshot.train = {kNaN, 0.5, 350, false};
    run.snapshot.test = core::Score{kNaN, 0.5, 150, false};
    for (core::LayerStatistics& layer : run.snapshot.layers)
        if (layer.index >= 3)
            for (core::Distribution* distribution : {&layer.z, &layer.a, &layer.delta}) {
                *distribution = {};
                distribution->mean = distribution->std = distribution->min = distribution->max = kNaN;
                distribution->quantiles.fill(kNaN);
                distribution->nonFinite = 20000;
            }
    std::fill(run.snapshot.decision.answer.begin(), run.snapshot.decision.answer.end(),
              std::numeric_limits<float>::quiet_NaN());
    return run;
}

} // namespace madeup
