// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Dataset.h"

#include "core/base/NumberText.h"
#include "core/base/Rng.h"
#include "core/data/CsvReader.h"
#include "core/data/ToyDatasets.h"
#include "core/data/ToyPython.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numeric>
#include <set>
#include <string_view>

namespace core
{

namespace
{

constexpr ParameterInfo kSamples{.name = "samples",
                                 .defaultValue = 1000,
                                 .minimum = 2,
                                 .maximum = 1e7,
                                 .scale = Scale::Integer,
                                 .sliderMinimum = 50,
                                 .sliderMaximum = 5000};
constexpr ParameterInfo kNoise{.name = "noise",
                               .defaultValue = 0.1,
                               .minimum = 0,
                               .maximum = kLargestNoise,
                               .scale = Scale::Linear,
                               .sliderMinimum = 0,
                               .sliderMaximum = 0.5};
constexpr std::array kGeneratedParameters{kSamples, kNoise};
constexpr std::array kBlobParameters{
    kSamples, kNoise,
    ParameterInfo{.name = "classes", .defaultValue = 3, .minimum = 2, .maximum = 10, .scale = Scale::Integer}};

constexpr std::array<std::string_view, 5> kCsvKeys{"path", "label", "separator", "header", "task"};
constexpr std::array<std::string_view, 2> kIdxKeys{"path", "labels"};
constexpr std::array<std::string_view, 1> kDrawnKeys{"points"};

template <RawSamples (*make)(Index, double, Rng&)>
RawSamples generated(const DataConfig& config, Rng& rng)
{
    return make(static_cast<Index>(config.samples), config.noise, rng);
}

RawSamples generatedBlobs(const DataConfig& config, Rng& rng)
{
    return makeGaussians(static_cast<Index>(config.samples), static_cast<int>(config.classes), config.noise, rng);
}

Result<RawSamples> bundledDigits(const DataConfig& /*config*/, const ResourceReader& resources)
{
    return readDigits(resources);
}

Result<RawSamples> ownTable(const DataConfig& config, const ResourceReader& /*resources*/)
{
    return readCsv(config);
}

constexpr std::array kCatalogue{
    DataSourceInfo{.id = "moons",
                   .formula = "two interleaved half circles (cos t, sin t) and (1 − cos t, 1/2 − sin t)",
                   .parameters = kGeneratedParameters,
                   .python = kMoonsInPython,
                   .generate = generated<makeMoons>},
    DataSourceInfo{.id = "circles",
                   .formula = "two circles of radius 1 and 1/2 about one centre",
                   .parameters = kGeneratedParameters,
                   .python = kCirclesInPython,
                   .generate = generated<makeCircles>},
    DataSourceInfo{.id = "spirals",
                   .formula = "two spirals of one and a half turns",
                   .parameters = kGeneratedParameters,
                   .python = kSpiralsInPython,
                   .generate = generated<makeSpirals>},
    DataSourceInfo{.id = "xor",
                   .formula = "class 1 where x₁ and x₂ differ in sign",
                   .parameters = kGeneratedParameters,
                   .python = kXorInPython,
                   .generate = generated<makeXor>},
    DataSourceInfo{.id = "gaussians",
                   .formula = "a round cloud a class, its centre on the unit circle",
                   .parameters = kBlobParameters,
                   .classes = 0,
                   .python = kGaussiansInPython,
                   .generate = generatedBlobs},
    DataSourceInfo{.id = "drawn",
                   .formula = "points in the plane, drawn one by one",
                   .keys = kDrawnKeys,
                   .classes = 0,
                   .read = readDrawn},
    DataSourceInfo{.id = "sine_wave",
                   .formula = "y = sin x for x from −π to π",
                   .parameters = kGeneratedParameters,
                   .task = Task::Regression,
                   .inputs = 1,
                   .classes = 0,
                   .python = kSineWaveInPython,
                   .generate = generated<makeSineWave>},
    DataSourceInfo{.id = "staircase",
                   .formula = "y = ⌊x⌋ for x from −2 to 2: four stairs",
                   .parameters = kGeneratedParameters,
                   .task = Task::Regression,
                   .inputs = 1,
                   .classes = 0,
                   .python = kStaircaseInPython,
                   .generate = generated<makeStaircase>},
    DataSourceInfo{.id = "bump",
                   .formula = "y = e^(−x²) for x from −3 to 3",
                   .parameters = kGeneratedParameters,
                   .task = Task::Regression,
                   .inputs = 1,
                   .classes = 0,
                   .python = kBumpInPython,
                   .generate = generated<makeBump>},
    DataSourceInfo{.id = "digits",
                   .formula = "1,797 handwritten digits of 8 × 8 pixels",
                   .inputs = 64,
                   .classes = 10,
                   .standardizeByDefault = false,
                   .samples = 1797,
                   .credit = "Digits: E. Alpaydin, C. Kaynak, UCI Machine Learning Repository, CC BY 4.0",
                   .read = bundledDigits},
    DataSourceInfo{.id = "iris",
                   .formula = "150 irises of three species, four lengths measured of each",
                   .inputs = 4,
                   .classes = 3,
                   .samples = 150,
                   .credit = "Iris: R. A. Fisher, UCI Machine Learning Repository, CC BY 4.0",
                   .read = readIris},
    DataSourceInfo{.id = "wine",
                   .formula = "178 wines of three growers, 13 quantities measured of each",
                   .inputs = 13,
                   .classes = 3,
                   .samples = 178,
                   .credit = "Wine: S. Aeberhard, M. Forina, UCI Machine Learning Repository, CC BY 4.0",
                   .read = readWine},
    DataSourceInfo{.id = "breast_cancer",
                   .formula = "569 tumours, malignant or benign, 30 quantities measured of each",
                   .inputs = 30,
                   .classes = 2,
                   .samples = 569,
                   .credit = "Breast cancer: W. Wolberg, O. Mangasarian, N. Street, W. Street, UCI Machine Learning "
                             "Repository, CC BY 4.0",
                   .read = readBreastCancer},
    DataSourceInfo{.id = "csv",
                   .formula = "a table in a text file: a row a sample, one column to be learned",
                   .keys = kCsvKeys,
                   .task = Task::AsRead,
                   .inputs = 0,
                   .classes = 0,
                   .read = ownTable},
    DataSourceInfo{.id = "idx",
                   .formula = "pictures and their classes in the file format of MNIST",
                   .keys = kIdxKeys,
                   .inputs = 0,
                   .classes = 0,
                   .standardizeByDefault = false,
                   .read = readIdx},
};

template <class Values>
Standardization scalingOf(const Values& values, bool wanted)
{
    Standardization scaling{Vector::Zero(values.rows()), Vector::Ones(values.rows())};
    if (!wanted)
        return scaling;
    for (Index row = 0; row < values.rows(); ++row) {
        // In double, as the sums of a million samples need it.
        const auto feature = values.row(row).template cast<double>();
        const double mean = feature.mean();
        const double variance = (feature.array() - mean).square().mean();
        scaling.mean[row] = static_cast<Scalar>(mean);
        scaling.std[row] = variance > 0 ? static_cast<Scalar>(std::sqrt(variance)) : Scalar(1);
    }
    return scaling;
}

/// The columns `order` of a matrix. Some rows at a time, as what is read lies side by side in a row, and what is
/// written perhaps in a column.
template <class Picked>
Picked pickColumns(const Matrix& from, std::span<const Index> order)
{
    constexpr Index kRowsAtOnce = 16;
    Picked picked(from.rows(), static_cast<Index>(order.size()));
    for (Index row = 0; row < from.rows(); row += kRowsAtOnce) {
        const Index rows = std::min(kRowsAtOnce, from.rows() - row);
        for (std::size_t i = 0; i < order.size(); ++i)
            picked.col(static_cast<Index>(i)).segment(row, rows) = from.col(order[i]).segment(row, rows);
    }
    return picked;
}

Samples pick(const RawSamples& raw, std::span<const Index> order)
{
    Samples samples;
    samples.inputs = pickColumns<SampleMatrix>(raw.inputs, order);
    if (raw.targets.size() > 0)
        samples.targets = pickColumns<Matrix>(raw.targets, order);
    else
        for (const Index from : order)
            samples.labels.push_back(raw.labels[static_cast<std::size_t>(from)]);
    return samples;
}

DataPreview previewOf(const Dataset& data, const RawSamples& raw)
{
    DataPreview preview;
    preview.classification = data.classification;
    preview.inputs = static_cast<int>(data.inputs());
    preview.classes = data.classes;
    preview.classNames = raw.classNames;
    preview.featureNames = raw.featureNames;
    preview.trainSamples = static_cast<int>(data.train.size());
    preview.testSamples = static_cast<int>(data.test.size());
    preview.imageWidth = raw.imageWidth;
    preview.imageHeight = raw.imageHeight;
    preview.sheet = raw.sheet;

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
    if ((data.inputs() == 2 && data.classification) || (data.inputs() == 1 && !data.classification)) {
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

bool DataSourceInfo::hasKey(std::string_view key) const
{
    const auto isParameter = [key](const ParameterInfo& parameter) { return parameter.name == key; };
    return std::find(keys.begin(), keys.end(), key) != keys.end() ||
           std::any_of(parameters.begin(), parameters.end(), isParameter);
}

std::optional<bool> hasClasses(const DataConfig& config)
{
    const DataSourceInfo* info = findRow(dataSourceCatalogue(), config.source);
    if (info == nullptr)
        return std::nullopt;
    if (info->task != Task::AsRead)
        return info->task == Task::Classification;
    return config.task == "auto" ? std::nullopt : std::optional(config.task == "classification");
}

std::optional<DataShape> shapeOf(const DataConfig& config)
{
    const DataSourceInfo* info = findRow(dataSourceCatalogue(), config.source);
    if (info == nullptr || info->inputs == 0)
        return std::nullopt;
    DataShape shape{info->task == Task::Classification, info->inputs, info->classes,
                    info->samples > 0 ? info->samples : config.samples};
    if (info->hasKey("classes"))
        shape.classes = static_cast<int>(config.classes);
    if (info->hasKey("points")) {
        std::set<int> classes;
        for (const DrawnPoint& point : config.points)
            classes.insert(point.label);
        shape.classes = static_cast<int>(classes.size());
        shape.samples = static_cast<std::int64_t>(config.points.size());
    }
    return shape;
}

Result<Dataset> makeDataset(const DataConfig& config, std::int64_t seed, const ResourceReader& resources)
{
    const DataSourceInfo* info = findRow(dataSourceCatalogue(), config.source);
    assert(info);
    const std::int64_t dataSeed = config.seed.value_or(seed);
    RawSamples raw;
    if (info->generate) {
        Rng rng(dataSeed, Purpose::Data);
        raw = info->generate(config, rng);
    } else {
        Result<RawSamples> read = info->read(config, resources);
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
    if (testCount >= order.size())
        return Fault{FaultCode::NoTrainingSample,
                     "data.test_fraction",
                     {std::to_string(count), numberText(config.testFraction)}};

    Dataset data;
    data.classification = raw.targets.size() == 0;
    data.classes = static_cast<int>(raw.classNames.size());
    data.test = pick(raw, std::span(order).first(testCount));
    data.train = pick(raw, std::span(order).subspan(testCount));
    data.preview = std::make_shared<const DataPreview>(previewOf(data, raw));
    raw = {}; // a large file is not kept twice

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
