// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/UpdateMeter.h"

#include "core/nn/kernels/Kernels.h"

namespace core
{

void UpdateMeter::add(const Scalar* after, Index count, Squares& squares) const
{
    squares.change += kernels().sumOfSquaredDifferences(m_before.data(), after, count);
    squares.after += kernels().sumOfSquares(after, count);
}

} // namespace core
