// SPDX-License-Identifier: GPL-3.0-or-later
// A data set ready for training: made or read, split, standardised. Immutable once made, shared between threads.
#pragma once

#include "core/base/Catalogue.h"
#include "core/base/Result.h"
#include "core/base/Types.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/DataPreview.h"
#include "core/data/DataShape.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core
{

/// Brings a bundled file ("datasets/digits.csv.gz", "experiments/digits.json") as bytes, or nothing if there is none.
using ResourceReader = std::function<std::optional<std::string>(std::string_view name)>;

struct RawSamples;
class Rng;

/// What is to be learned from a source.
enum class Task {
    Classification,
    Regression,
    AsRead, ///< the file and the config decide
};

/// One row of the catalogue of data sources.
struct DataSourceInfo {
    std::string_view id{};
    std::string_view formula{}; ///< how it is made, or what it holds
    std::span<const ParameterInfo>
        parameters{}; ///< samples, noise and the like where the data is generated, none where it is real
    /// The other keys of `data` that only some sources have: path, label, points …
    std::span<const std::string_view> keys{};
    Task task = Task::Classification;
    int inputs = 2;  ///< 0: known once it is read
    int classes = 2; ///< 0: none, or known once it is made
    bool standardizeByDefault = true;
    std::int64_t samples = 0;  ///< 0: as many as asked for, or as there are
    std::string_view credit{}; ///< creators, source and licence of real data
    /// Python that makes the same data with PyTorch, as the body of a function of the row's parameters; of generated
    /// data only.
    std::string_view python{};
    /// One of the two makes the samples.
    RawSamples (*generate)(const DataConfig& config, Rng& rng) = nullptr;
    Result<RawSamples> (*read)(const DataConfig& config, const ResourceReader& resources) = nullptr;

    [[nodiscard]] bool hasKey(std::string_view key) const;
};

std::span<const DataSourceInfo> dataSourceCatalogue();

/// What a config says about its data without making or reading it; nothing where only the file knows.
std::optional<DataShape> shapeOf(const DataConfig& config);

/// Whether the data has classes; nothing where only the file knows.
std::optional<bool> hasClasses(const DataConfig& config);

/// Beyond it a float could not hold the coordinates.
inline constexpr double kLargestNoise = 1e30;

/// Affine scaling of each feature: standardised = (raw − mean) / std; a constant feature becomes 0.
struct Standardization {
    Vector mean;
    Vector std; ///< 1 where nothing is scaled
    template <class Values>
    void apply(Values& values) const
    {
        values = ((values.colwise() - mean).array().colwise() / std.array()).matrix();
    }
};

struct Samples {
    SampleMatrix inputs;     ///< features × n, standardised
    std::vector<int> labels; ///< classification: the class of each sample
    Matrix targets;          ///< regression: outputs × n, standardised
    [[nodiscard]] Index size() const { return inputs.cols(); }
};

struct Dataset {
    bool classification = true;
    int classes = 0;
    Samples train;
    Samples test; ///< size 0: no test set
    Standardization inputScaling;
    Standardization targetScaling;
    std::shared_ptr<const DataPreview> preview;
    [[nodiscard]] Index inputs() const { return train.inputs.rows(); }
    [[nodiscard]] DataShape shape() const { return {classification, inputs(), classes, train.size() + test.size()}; }
};

/// Makes or reads the data, splits it (test = round(n · test_fraction) of a seeded permutation) and standardises it by
/// its training part. `seed` is used where the config has no data seed of its own. The config is one that checkConfig
/// accepts; files are read on the thread that calls.
/// Faults: BrokenResource, those of the source's file, and NoTrainingSample where only the file knows its samples.
Result<Dataset> makeDataset(const DataConfig& config, std::int64_t seed, const ResourceReader& resources);

} // namespace core
