// SPDX-License-Identifier: GPL-3.0-or-later
// The updates of the optimizers, each one pass over parameters, gradient and state. Included by KernelPath.cpp.
#pragma once

#include "core/nn/kernels/Kernels.h"
#include "core/nn/kernels/VectorFunctions.h"
#include "core/nn/kernels/WideSums.h"

namespace core::optimizerkernels
{
inline namespace ACTISCOPE_KERNEL_PATH
{

using vectormath::constant;
using vectormath::FiniteCheck;
using vectormath::kPackSize;
using vectormath::load;
using vectormath::loadPart;
using vectormath::Pack;
using vectormath::store;
using vectormath::storePart;
using widesums::Doubles;
using widesums::sumOfLanes;
using widesums::widened;

/// One register of each row of an update.
struct Lane {
    Pack parameter;
    Pack gradient;
    Pack first;
    Pack second;
};

/// Calls `rule` on each register of the rows, and stores what it has made of them. `second` may be absent. There is one
/// piece of code for all lanes, so that bits do not depend on where a row is cut: compilers contract a · b + c as they
/// see fit. What is measured changes nothing of it.
template <bool hasSecond, bool measures, class Rule>
bool changeLanes(const ParameterUpdate& update, const Rule& rule)
{
    FiniteCheck check;
    Doubles change{};
    Doubles after{};
    for (Index i = 0; i < update.count; i += kPackSize) {
        const Index count = update.count - i;
        const bool isFull = count >= kPackSize;
        const auto from = [&](const Scalar* row) { return isFull ? load(row + i) : loadPart(row + i, count); };
        const auto put = [&](Scalar* row, Pack values) {
            isFull ? store(row + i, values) : storePart(row + i, values, count);
        };
        Lane lane{from(update.parameters), from(update.gradient), from(update.first),
                  hasSecond ? from(update.second) : Pack{}};
        const Pack before = lane.parameter;
        rule(lane);
        put(update.parameters, lane.parameter);
        put(update.first, lane.first);
        if constexpr (hasSecond)
            put(update.second, lane.second);
        check.take(lane.parameter);
        if constexpr (measures) {
            const Doubles difference = widened(lane.parameter) - widened(before);
            change += difference * difference;
            after += widened(lane.parameter) * widened(lane.parameter);
        }
    }
    if constexpr (measures) {
        update.squares->change += sumOfLanes(change);
        update.squares->after += sumOfLanes(after);
    }
    return check.passed();
}

template <bool hasSecond, class Rule>
bool forEachLane(const ParameterUpdate& update, const Rule& rule)
{
    return update.squares ? changeLanes<hasSecond, true>(update, rule) : changeLanes<hasSecond, false>(update, rule);
}

inline bool stepSgd(const ParameterUpdate& update, const SgdNumbers& numbers)
{
    const Pack rate = constant<Pack>(numbers.rate);
    const Pack momentum = constant<Pack>(numbers.momentum);
    const Pack weightDecay = constant<Pack>(numbers.weightDecay);
    const auto decayed = [&](const Lane& lane) { return lane.gradient + weightDecay * lane.parameter; };
    if (numbers.nesterov)
        return forEachLane<false>(update, [&](Lane& lane) {
            const Pack gradient = decayed(lane);
            lane.first = momentum * lane.first + gradient;
            lane.parameter -= rate * (gradient + momentum * lane.first);
        });
    return forEachLane<false>(update, [&](Lane& lane) {
        lane.first = momentum * lane.first + decayed(lane);
        lane.parameter -= rate * lane.first;
    });
}

inline bool stepAdam(const ParameterUpdate& update, const AdamNumbers& numbers)
{
    const Pack stepSize = constant<Pack>(numbers.stepSize);
    const Pack correction = constant<Pack>(numbers.correction);
    const Pack share1 = constant<Pack>(numbers.oneMinusBeta1);
    const Pack share2 = constant<Pack>(numbers.oneMinusBeta2);
    const Pack epsilon = constant<Pack>(numbers.epsilon);
    const Pack decay = constant<Pack>(numbers.coupledDecay);
    const Pack shrinkage = constant<Pack>(numbers.shrinkage);
    return forEachLane<true>(update, [&](Lane& lane) {
        const Pack gradient = lane.gradient + decay * lane.parameter;
        lane.first += share1 * (gradient - lane.first);
        lane.second += share2 * (gradient * gradient - lane.second);
        lane.parameter =
            shrinkage * lane.parameter - stepSize * lane.first / (vectormath::sqrt(lane.second) * correction + epsilon);
    });
}

} // namespace ACTISCOPE_KERNEL_PATH
} // namespace core::optimizerkernels
