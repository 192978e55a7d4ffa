// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how far an update moves each of some tensors. Filled by Descent, read by TrainingRun.
#pragma once

#include "core/base/Types.h"
#include "core/nn/Layer.h"
#include "core/nn/kernels/Kernels.h"

#include <utility>
#include <vector>

namespace core
{

class UpdateMeter
{
public:
    /// In the order of their offsets.
    explicit UpdateMeter(std::vector<ParameterSlot> tensors)
        : m_tensors(std::move(tensors))
        , m_squares(m_tensors.size())
    {
    }

    /// Over one tensor.
    [[nodiscard]] const UpdateSquares& squares(std::size_t tensor) const { return m_squares[tensor]; }

    /// Calls move(first, count, squares) on the tensors, and with null on what lies between them. Whether all calls
    /// have told that all went well.
    template <class Move>
    bool measure(Index parameterCount, const Move& move)
    {
        bool isFine = true;
        Index next = 0;
        for (std::size_t tensor = 0; tensor < m_tensors.size(); ++tensor) {
            const ParameterSlot& slot = m_tensors[tensor];
            isFine = (next == slot.offset || move(next, slot.offset - next, nullptr)) && isFine;
            m_squares[tensor] = {};
            isFine = move(slot.offset, slot.size(), &m_squares[tensor]) && isFine;
            next = slot.end();
        }
        return (next == parameterCount || move(next, parameterCount - next, nullptr)) && isFine;
    }

private:
    std::vector<ParameterSlot> m_tensors;
    std::vector<UpdateSquares> m_squares;
};

} // namespace core
