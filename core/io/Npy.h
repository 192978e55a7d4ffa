// SPDX-License-Identifier: GPL-3.0-or-later
// Arrays in NumPy's file format (.npy, version 1.0), as bytes: what numpy.load reads. Used by the export to PyTorch.
#pragma once

#include "core/base/Types.h"

#include <cstdint>
#include <span>
#include <string>

namespace core
{

/// One dimension, float64.
std::string npyBytes(std::span<const double> values);
/// One dimension, int64.
std::string npyBytes(std::span<const std::int64_t> values);
/// `rows` × values.size() / rows, int32: the rows lie one behind the other.
std::string npyBytes(std::span<const std::int32_t> values, std::size_t rows);
/// Two dimensions, float32: a row a sample, from features × samples.
std::string npyBytes(const Matrix& featuresBySamples);
/// One dimension, float32.
std::string npyBytes(const Vector& values);

} // namespace core
