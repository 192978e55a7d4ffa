// SPDX-License-Identifier: GPL-3.0-or-later
// An activation in double, one value at a time, whatever the program trains with: what theory integrates. Used by
// core/analysis, on any thread; one object belongs to one thread.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/nn/Activation.h"
#include "core/nn/ExpressionCurve.h"

#include <array>
#include <optional>
#include <vector>

namespace core
{

class ExactActivation
{
public:
    struct Value {
        double f = 0;
        double df = 0; ///< f′
    };

    /// The choice must be one that ConfigCheck accepts. A slope that is learned or drawn is its initial or mean one.
    explicit ExactActivation(const Choice& choice);

    [[nodiscard]] Value at(double z);
    /// Where f or f′ of a typed formula jumps; those of the catalogue's rows are not told.
    [[nodiscard]] const std::vector<double>& kinks() const { return m_kinks; }

private:
    std::size_t m_kernel = 0; ///< the formula's place in formulas::All
    std::array<double, ActivationInfo::kMaxParameters> m_parameters{};
    std::optional<ExpressionCurve> m_typed;
    std::vector<double> m_kinks;
};

} // namespace core
