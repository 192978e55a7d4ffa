// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how far an update moves some tensors, piece by piece while they are in the nearest cache. Filled by Descent,
// read by TrainingRun; keeps its memory.
#pragma once

#include "core/base/Types.h"
#include "core/nn/Layer.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace core
{

class UpdateMeter
{
public:
    /// Sums of squares over one tensor.
    struct Squares {
        double change = 0; ///< of the update
        double after = 0;  ///< of the parameters after it
    };

    /// In the order of their offsets.
    explicit UpdateMeter(std::vector<ParameterSlot> tensors)
        : m_tensors(std::move(tensors))
        , m_squares(m_tensors.size())
    {
    }

    [[nodiscard]] const Squares& squares(std::size_t tensor) const { return m_squares[tensor]; }

    /// Calls move(first, count), which tells whether all went well, on parts that make up all parameters, and measures.
    template <class Move>
    bool measure(ConstVectorView parameters, const Move& move)
    {
        bool isFine = true;
        Index next = 0;
        for (std::size_t tensor = 0; tensor < m_tensors.size(); ++tensor) {
            const ParameterSlot& slot = m_tensors[tensor];
            isFine = (next == slot.offset || move(next, slot.offset - next)) && isFine;
            m_squares[tensor] = {};
            for (next = slot.offset; next < slot.end();) {
                const Index count = std::min(static_cast<Index>(m_before.size()), slot.end() - next);
                std::copy_n(parameters.data() + next, count, m_before.begin());
                isFine = move(next, count) && isFine;
                add(parameters.data() + next, count, m_squares[tensor]);
                next += count;
            }
        }
        return (next == parameters.size() || move(next, parameters.size() - next)) && isFine;
    }

private:
    void add(const Scalar* after, Index count, Squares& squares) const;

    std::vector<ParameterSlot> m_tensors;
    std::vector<Squares> m_squares;
    std::array<Scalar, 2048> m_before{}; ///< the piece as it was
};

} // namespace core
