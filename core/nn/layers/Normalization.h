// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of normalisations and their layers: over the batch, over a layer's units, and by its rms.
#pragma once

#include "core/base/Catalogue.h"
#include "core/config/ExperimentConfig.h"
#include "core/nn/Layer.h"

#include <memory>
#include <string_view>
#include <vector>

namespace core
{

/// A layer with a learned scale, and but for rms a learned shift, for each unit.
class NormalizationLayer : public Layer
{
public:
    [[nodiscard]] virtual Index parametersEnd() const = 0;
    virtual void initialize(Vector& parameters) const = 0;
    /// What it has learned beside its parameters.
    virtual std::vector<VectorView> runningStatistics() { return {}; }
};

/// One row; `make` is null for "none".
struct NormalizationInfo {
    std::string_view id{};
    std::string_view formula{};
    std::span<const ParameterInfo> parameters{};
    Index parametersPerUnit = 0;
    bool needsBatch = false; ///< a mini-batch must have two samples at least
    std::unique_ptr<NormalizationLayer> (*make)(Index units, Index offset,
                                                std::span<const double> parameters) = nullptr;
    std::string_view pytorch{};
    std::string_view paper{};
};

std::span<const NormalizationInfo> normalizationCatalogue();

} // namespace core
