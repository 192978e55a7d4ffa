// SPDX-License-Identifier: GPL-3.0-or-later
// Raw samples before splitting and scaling: the generated data sets and the bundled real ones. Used by Dataset.cpp
// only.
#pragma once

#include "core/base/Result.h"
#include "core/base/Rng.h"
#include "core/data/Dataset.h"

namespace core
{

/// Samples in the data's own units, in their own order.
struct RawSamples {
    Matrix inputs;           ///< features × n
    std::vector<int> labels; ///< classification
    Matrix targets;          ///< regression: 1 × n
    std::vector<std::string> classNames;
    int imageWidth = 0; ///< 0: no pictures
    int imageHeight = 0;
};

// Generated from `rng`, the data stream; `noise` is the standard deviation of gaussian noise on the coordinates.
RawSamples makeMoons(Index samples, double noise, Rng& rng);
RawSamples makeCircles(Index samples, double noise, Rng& rng);
RawSamples makeXor(Index samples, double noise, Rng& rng);
RawSamples makeSpirals(Index samples, double noise, Rng& rng);
RawSamples makeSineWave(Index samples, double noise, Rng& rng);

/// The 8 × 8 handwritten digits, features from 0 to 1.
Result<RawSamples> readDigits(const ResourceReader& resources);

} // namespace core
