// SPDX-License-Identifier: GPL-3.0-or-later
// Data sets as the tests make them.
#pragma once

#include "core/data/Dataset.h"
#include "tests/core/Goldens.h"

#include <QtGlobal>

#include <cmath>
#include <numbers>
#include <utility>

namespace madedata
{

inline constexpr double kPi = std::numbers::pi;

inline core::DataConfig configOf(const char* source, std::int64_t samples = 200, double noise = 0.1,
                                 double testFraction = 0.3)
{
    core::DataConfig config;
    config.source = source;
    config.samples = samples;
    config.noise = noise;
    config.testFraction = testFraction;
    return config;
}

inline core::Dataset made(const core::DataConfig& config, std::int64_t seed = 1)
{
    core::Result<core::Dataset> data = core::makeDataset(config, seed, goldens::resource);
    if (!data)
        qFatal("%s cannot be made", config.source.c_str());
    return std::move(data).value();
}

inline bool near(core::Scalar actual, double expected)
{
    return std::abs(static_cast<double>(actual) - expected) < 1e-6;
}

/// All inputs, training part first, back in the data's own units.
inline core::Matrix rawInputs(const core::Dataset& data)
{
    core::Matrix all(data.inputs(), data.train.size() + data.test.size());
    all << data.train.inputs, data.test.inputs;
    return ((all.array().colwise() * data.inputScaling.std.array()).colwise() + data.inputScaling.mean.array())
        .matrix();
}

} // namespace madedata
