// SPDX-License-Identifier: GPL-3.0-or-later
// Raw samples before splitting and scaling: generated, bundled and read from files of one's own. Used by Dataset.cpp
// and the readers of files.
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
    std::vector<std::string> featureNames; ///< empty where they have none
    int imageWidth = 0;                    ///< 0: no pictures
    int imageHeight = 0;
    std::optional<Sheet> sheet; ///< drawn only: the part of the plane that is to be seen
};

// Generated from `rng`, the data stream; `noise` is the standard deviation of gaussian noise on the coordinates.
RawSamples makeMoons(Index samples, double noise, Rng& rng);
RawSamples makeCircles(Index samples, double noise, Rng& rng);
RawSamples makeXor(Index samples, double noise, Rng& rng);
RawSamples makeSpirals(Index samples, double noise, Rng& rng);
/// `classes` blobs around points on the unit circle, the first at (1, 0).
RawSamples makeGaussians(Index samples, int classes, double noise, Rng& rng);
RawSamples makeSineWave(Index samples, double noise, Rng& rng);
RawSamples makeStaircase(Index samples, double noise, Rng& rng);
RawSamples makeBump(Index samples, double noise, Rng& rng);

// Bundled. Faults: BrokenResource.
/// The 8 × 8 handwritten digits, features from 0 to 1.
Result<RawSamples> readDigits(const ResourceReader& resources);
/// Those with a head of samples, features and class names.
Result<RawSamples> readIris(const DataConfig& config, const ResourceReader& resources);
Result<RawSamples> readWine(const DataConfig& config, const ResourceReader& resources);
Result<RawSamples> readBreastCancer(const DataConfig& config, const ResourceReader& resources);

// Of one's own.
Result<RawSamples> readIdx(const DataConfig& config, const ResourceReader& resources);
/// Faults: NoSamples, OneClass.
Result<RawSamples> readDrawn(const DataConfig& config, const ResourceReader& resources);

/// Labels that are any numbers become classes: in sorted order, numbered from 0, called by their number.
void numberClasses(RawSamples& raw);

} // namespace core
