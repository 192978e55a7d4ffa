// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/BatchHistograms.h"

namespace core
{

namespace
{

void fill(const Matrix& values, BatchHistogram& histogram)
{
    histogram.range = kernels().range(values.data(), values.size());
    kernels().countBins(values.data(), values.size(), histogram.range, histogram.counts.data());
}

} // namespace

void BatchHistograms::take(const NetworkPass& pass)
{
    m_layers.resize(pass.hidden.size());
    for (std::size_t l = 0; l < pass.hidden.size(); ++l) {
        fill(pass.hidden[l].z(), m_layers[l].z);
        fill(pass.hidden[l].a(), m_layers[l].a);
    }
}

} // namespace core
