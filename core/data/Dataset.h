// SPDX-License-Identifier: GPL-3.0-or-later
// A data set ready for training: made or read, split, standardised. Immutable once made, shared between threads.
#pragma once

#include "core/base/Catalogue.h"
#include "core/base/Result.h"
#include "core/base/Types.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/DataPreview.h"

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

/// One row of the catalogue of data sources.
struct DataSourceInfo {
    std::string_view id{};
    std::string_view formula{}; ///< how it is made, or what it holds
    std::span<const ParameterInfo>
        parameters{}; ///< samples and noise where the data is generated, none where it is real
    bool classification = true;
    int inputs = 2;
    int classes = 2; ///< 0 for regression
    bool standardizeByDefault = true;
    std::int64_t samples = 0;  ///< 0: as many as asked for
    std::string_view credit{}; ///< creators, source and licence of real data
    /// One of the two makes the samples.
    RawSamples (*generate)(Index samples, double noise, Rng& rng) = nullptr;
    Result<RawSamples> (*read)(const ResourceReader& resources) = nullptr;
};

std::span<const DataSourceInfo> dataSourceCatalogue();

/// Beyond it a float could not hold the coordinates.
inline constexpr double kLargestNoise = 1e30;

/// Affine scaling of each feature: standardised = (raw − mean) / std; a constant feature becomes 0.
struct Standardization {
    Vector mean;
    Vector std; ///< 1 where nothing is scaled
    void apply(Matrix& values) const;
};

struct Samples {
    Matrix inputs;           ///< features × n, standardised
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
};

/// Makes or reads the data, splits it (test = round(n · test_fraction) of a seeded permutation) and standardises it by
/// its training part. `seed` is used where the config has no data seed of its own.
Result<Dataset> makeDataset(const DataConfig& config, std::int64_t seed, const ResourceReader& resources);

} // namespace core
