// SPDX-License-Identifier: GPL-3.0-or-later
// A typed formula as it is evaluated: a flat list of operations on blocks of values, values and derivatives in one
// pass. What does not depend on x is computed once a call, in double. Made by Expression::parse; immutable, so that any
// number of threads evaluates it at once.
#pragma once

#include "core/nn/ExpressionKernels.h"
#include "core/nn/ExpressionTree.h"

#include <array>
#include <span>
#include <vector>

namespace core
{

class ExpressionProgram
{
public:
    explicit ExpressionProgram(ExpressionTree tree);

    [[nodiscard]] const ExpressionTree& tree() const { return m_tree; }
    /// f(z) into `f` and f′(z) into `df`, for `count` values; either may be null, or alias z.
    void run(const Scalar* z, Scalar* f, Scalar* df, Index count, const std::array<double, 3>& parameters) const;

private:
    /// Where an argument comes from.
    struct Source {
        enum class Kind { Variable, Constant, Register } kind = Kind::Constant;
        int index = 0; ///< of the constant or the register
    };
    struct Instruction {
        OperationKernels<vectormath::Pack> kernels{};
        std::array<Source, kMostArguments> sources{};
        int arity = 0;
        int target = 0; ///< register
    };
    struct Workspace;

    void foldConstants();
    void compile();
    /// By node, with these parameters. Valid until this thread asks again.
    [[nodiscard]] const std::vector<double>& constantValues(const std::array<double, 3>& parameters) const;
    void runBlock(Workspace& workspace, Index packs) const;

    ExpressionTree m_tree;
    std::vector<bool> m_varies;   ///< by node: depends on x
    std::vector<double> m_values; ///< by node, of those that depend on nothing
    std::vector<int> m_bound;     ///< nodes that depend on parameters only, in order
    std::vector<int> m_constants; ///< the nodes that Source::Kind::Constant counts
    std::vector<Instruction> m_instructions;
    Source m_result;
    int m_registers = 0;
};

} // namespace core
