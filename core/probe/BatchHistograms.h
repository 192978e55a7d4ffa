// SPDX-License-Identifier: GPL-3.0-or-later
// Histograms of z and a of every hidden layer over one mini-batch, cheap enough for every step. What TrainingRun keeps
// where BatchStatistics::Histograms is asked for; keeps its memory.
#pragma once

#include "core/nn/Network.h"
#include "core/nn/kernels/Kernels.h"
#include "core/probe/Snapshot.h"

#include <array>
#include <cstdint>
#include <vector>

namespace core
{

static_assert(kHistogramBins == Histogram::kBins); // all histograms are alike

/// Over the actual range of its numbers.
struct BatchHistogram {
    ValueRange range;
    std::array<std::uint32_t, kHistogramBins> counts{};
};

class BatchHistograms
{
public:
    struct Layer {
        BatchHistogram z;
        BatchHistogram a;
    };

    /// From a pass forth all of whose numbers are finite.
    void take(const NetworkPass& pass);
    [[nodiscard]] const std::vector<Layer>& layers() const { return m_layers; }

private:
    std::vector<Layer> m_layers;
};

} // namespace core
