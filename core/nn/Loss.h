// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of losses, each with its gradient with respect to the network's linear output.
#pragma once

#include "core/base/Catalogue.h"
#include "core/base/Types.h"
#include "core/data/Dataset.h"

#include <string_view>
#include <vector>

namespace core
{

/// One row.
struct LossInfo {
    std::string_view id{};
    std::string_view formula{}; ///< of one sample
    std::span<const ParameterInfo> parameters{};
    bool needsClasses = false;
    bool oneOutputForTwoClasses = false; ///< targets −1, +1; one-hot above two
    /// Sum over the batch of the per-sample losses; its gradient into `dOutput` where that is not null.
    /// output, target, dOutput: outputs × batch.
    double (*evaluate)(const Matrix& output, const Matrix& target, Matrix* dOutput) = nullptr;
    std::string_view pytorch{};
};

std::span<const LossInfo> lossCatalogue();

/// Outputs of a network for this loss; `classes` is 0 for regression.
Index outputCount(const LossInfo& loss, int classes);

/// What the outputs shall become: outputs × samples; one-hot for several outputs, −1 and +1 for one output on two
/// classes.
Matrix lossTargets(const LossInfo& loss, const Samples& samples, int classes);

/// The class that the outputs of one sample stand for: the largest, or the sign of a single one.
int answeredClass(const Matrix& output, Index sample);

} // namespace core
