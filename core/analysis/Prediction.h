// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that theory has to say about an experiment, as one value for the window and for figures: what is expected
// in each layer, and where the network stands on the map of the edge of chaos. Made on any thread.
#pragma once

#include "core/analysis/ChaosMap.h"
#include "core/analysis/MeanField.h"

#include <memory>
#include <optional>

namespace core
{

struct Prediction {
    Theory theory;
    /// Where a network of layers like the first one stands; nothing where theory does not apply, where layers differ,
    /// or where normalisation makes the variances of no account.
    std::optional<Variances> standing;
    std::shared_ptr<const ChaosMap> map; ///< null where there is no standing
};

/// `shape` and `inputSquare` as for meanField. The map of `before`, if there is one, is taken over where it is the
/// same.
Prediction predict(const ExperimentConfig& config, const DataShape& shape, double inputSquare,
                   const Prediction* before = nullptr);

} // namespace core
