// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Dataset.h"

#include "core/base/Rng.h"
#include "core/data/ToyDatasets.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>

namespace core
{

namespace
{

constexpr std::array kGeneratedParameters{
    ParameterInfo{.name = "samples",
                  .defaultValue = 1000,
                  .minimum = 2,
                  .maximum = 1e7,
                  .scale = Scale::Integer,
                  .sliderMinimum = 50,
                  .sliderMaximum = 5000},
    ParameterInfo{.name = "noise",
                  .defaultValue = 0.1,
                  .minimum = 0,
                  .maximum = kLargestNoise,
                  .scale = Scale::Linear,
                  .sliderMinimum = 0,
                  .sliderMaximum = 0.5},
};

constexpr std::array kCatalogue{
    DataSourceInfo{.id = "moons",
                   .formula = "two interleaved half circles (cos t, sin t) and (1 − cos t, 1/2 − sin t)",
                   .parameters = kGeneratedParameters,
                   .generate = makeMoons},
    DataSourceInfo{.id = "circles",
                   .formula = "two circles of radius 1 and 1/2 about one centre",
                   .parameters = kGeneratedParameters,
                   .generate = makeCircles},
    DataSourceInfo{.id = "spirals",
                   .formula = "two spirals of one and a half turns",
                   .parameters = kGeneratedParameters,
                   .generate = makeSpirals},
    DataSourceInfo{.id = "xor",
                   .formula = "class 1 where x₁ and x₂ differ in sign",
                   .parameters = kGeneratedParameters,
                   .generate = makeXor},
    DataSourceInfo{.id = "sine_wave",
                   .formula = "y = sin x for x from −π to π",
                   .parameters = kGeneratedParameters,
                   .classification = false,
                   .inputs = 1,
                   .classes = 0,
                   .generate = makeSineWave},
    DataSourceInfo{.id = "digits",
                   .formula = "1,797 handwritten digits of 8 × 8 pixels",
                   .inputs = 64,
                   .classes = 10,
                   .standardizeByDefault = false,
                   .samples = 1797,
                   .credit = "Digits: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, CC BY 4.0",
                   .read = readDigits},
};

Standardization scalingOf(const Matrix& values, bool wanted)
{
    Standardization scaling{Vector::Zero(values.rows()), Vector::Ones(values.rows())};
    if (!wanted)
        return scaling;
    for (Index row = 0; row < values.rows(); ++row) {
        // In double, as the sums of a million samples need it.
        const auto feature = values.row(row).cast<double>();
        const double mean = feature.mean();
        const double variance = (feature.array() - mean).square().mean();
        scaling.mean[row] = static_cast<Scalar>(mean);
        scaling.std[row] = variance > 0 ? static_cast<Scalar>(std::sqrt(variance)) : Scalar(1);
    }
    return scaling;
}

Samples pick(const RawSamples& raw, std::span<const Index> order)
{
    const auto count = static_cast<Index>(order.size());
    Samples samples;
    samples.inputs.resize(raw.inputs.rows(), count);
    if (raw.targets.size() > 0)
        samples.targets.resize(raw.targets.rows(), count);
    for (Index i = 0; i < count; ++i) {
        const Index from = order[static_cast<std::size_t>(i)];
        samples.inputs.col(i) = raw.inputs.col(from);
        if (raw.targets.size() > 0)
            samples.targets.col(i) = raw.targets.col(from);
        else
            samples.labels.push_back(raw.labels[static_cast<std::size_t>(from)]);
    }
    return samples;
}

DataPreview previewOf(const Dataset& data, const RawSamples& raw)
{
    DataPreview preview;
    preview.classification = data.classification;
    preview.inputs = static_cast<int>(data.inputs());
    preview.classes = data.classes;
    preview.classNames = raw.classNames;
    preview.trainSamples = static_cast<int>(data.train.size());
    preview.testSamples = static_cast<int>(data.test.size());
    preview.imageWidth = raw.imageWidth;
    preview.imageHeight = raw.imageHeight;

    const auto label = [](const Samples& part, Index i) {
        return part.labels.empty() ? 0 : part.labels[static_cast<std::size_t>(i)];
    };
    const auto addPoints = [&](const Samples& part, bool test, Index limit) {
        for (Index i = 0; i < std::min(limit, part.size()); ++i) {
            const auto x = static_cast<float>(part.inputs(0, i));
            const auto y = static_cast<float>(data.inputs() == 2 ? part.inputs(1, i) : part.targets(0, i));
            preview.points.push_back({x, y, label(part, i), test});
        }
    };
    if (data.inputs() == 2 || (data.inputs() == 1 && !data.classification)) {
        // Both parts keep their proportion where the set is too large to be drawn.
        const Index all = data.train.size() + data.test.size();
        const Index drawn = std::min<Index>(all, DataPreview::kMaxPoints);
        const Index trainDrawn = data.train.size() * drawn / all;
        addPoints(data.train, false, trainDrawn);
        addPoints(data.test, true, drawn - trainDrawn);
    }
    if (raw.imageWidth > 0) {
        const bool test = data.test.size() > 0;
        const Samples& part = test ? data.test : data.train;
        for (Index i = 0; i < std::min<Index>(part.size(), DataPreview::kMaxThumbnails); ++i) {
            const Vector pixels = part.inputs.col(i);
            preview.thumbnails.push_back({{pixels.begin(), pixels.end()}, label(part, i), test});
        }
    }
    return preview;
}

} // namespace

std::span<const DataSourceInfo> dataSourceCatalogue()
{
    return kCatalogue;
}

void Standardization::apply(Matrix& values) const
{
    values = ((values.colwise() - mean).array().colwise() / std.array()).matrix();
}

Result<Dataset> makeDataset(const DataConfig& config, std::int64_t seed, const ResourceReader& resources)
{
    const DataSourceInfo* info = findRow(dataSourceCatalogue(), config.source);
    assert(info);
    const std::int64_t dataSeed = config.seed.value_or(seed);
    RawSamples raw;
    if (info->generate) {
        Rng rng(dataSeed, Purpose::Data);
        raw = info->generate(static_cast<Index>(config.samples), config.noise, rng);
    } else {
        Result<RawSamples> read = info->read(resources);
        if (!read)
            return read.faults();
        raw = std::move(read).value();
    }

    const Index count = raw.inputs.cols();
    std::vector<Index> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), Index(0));
    Rng splitRng(dataSeed, Purpose::Split);
    splitRng.shuffle(std::span(order));
    const auto testCount = static_cast<std::size_t>(std::llround(static_cast<double>(count) * config.testFraction));
    assert(testCount < order.size()); // ConfigCheck's promise

    Dataset data;
    data.classification = info->classification;
    data.classes = info->classes;
    data.test = pick(raw, std::span(order).first(testCount));
    data.train = pick(raw, std::span(order).subspan(testCount));
    data.preview = std::make_shared<const DataPreview>(previewOf(data, raw));

    const bool standardize = config.standardize.value_or(info->standardizeByDefault);
    data.inputScaling = scalingOf(data.train.inputs, standardize);
    data.inputScaling.apply(data.train.inputs);
    data.inputScaling.apply(data.test.inputs);
    if (!data.classification) {
        data.targetScaling = scalingOf(data.train.targets, standardize);
        data.targetScaling.apply(data.train.targets);
        data.targetScaling.apply(data.test.targets);
    }
    return data;
}

} // namespace core
