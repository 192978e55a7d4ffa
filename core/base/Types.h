// SPDX-License-Identifier: GPL-3.0-or-later
// The number and matrix types that the mathematics of core is written in. Used by every room of core that computes.
// A matrix of a pass is features × batch, one column a sample, stored with the batch contiguous (row-major).
#pragma once

#include <Eigen/Core>

#include <cmath>
#include <span>

namespace core
{

/// float in the program; the same sources are compiled with double for the numerical gradient checks.
#ifdef ACTISCOPE_DOUBLE
using Scalar = double;
#else
using Scalar = float;
#endif

using Index = Eigen::Index;
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
/// Features × samples as well, but each sample contiguous: how data is kept that batches are picked from.
using SampleMatrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor>;
using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;
using RowVector = Eigen::Matrix<Scalar, 1, Eigen::Dynamic, Eigen::RowMajor>;
using MatrixView = Eigen::Map<Matrix>;
using ConstMatrixView = Eigen::Map<const Matrix>;
using VectorView = Eigen::Map<Vector>;
using ConstVectorView = Eigen::Map<const Vector>;

/// All numbers of a matrix or a vector, one after the other.
inline std::span<const Scalar> elements(const Matrix& matrix)
{
    return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}
inline std::span<Scalar> elements(Matrix& matrix)
{
    return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}
inline std::span<const Scalar> elements(ConstVectorView vector)
{
    return {vector.data(), static_cast<std::size_t>(vector.size())};
}

/// Euclidean, summed in double.
inline double norm(ConstVectorView values)
{
    return std::sqrt(values.cast<double>().squaredNorm());
}

} // namespace core
