// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/ExpressionProgram.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <numbers>
#include <utility>

namespace core
{

using dualnumbers::Dual;
using vectormath::kPackSize;
using vectormath::Pack;

namespace
{

/// Small enough that a formula's registers stay in the first cache, long enough that an operation is chosen rarely.
constexpr Index kBlock = 512;
constexpr Index kBlockPacks = kBlock / kPackSize;

bool isParameter(Operation operation)
{
    return operation >= Operation::ParameterA && operation <= Operation::ParameterC;
}

double parameterOf(Operation operation, const std::array<double, 3>& parameters)
{
    return parameters[static_cast<std::size_t>(operation) - static_cast<std::size_t>(Operation::ParameterA)];
}

/// The value of a node whose arguments are known, for what does not depend on x.
double constantAt(const ExpressionNode& node, const std::vector<double>& values)
{
    std::array<Dual<double>, kMostArguments> arguments{};
    ExpressionNode local = node;
    for (int k = 0; k < arityOf(node.operation); ++k) {
        const auto index = static_cast<std::size_t>(k);
        arguments[index] = {values[static_cast<std::size_t>(node.arguments[index])], 0};
        local.arguments[index] = k;
    }
    return operationAt(local, arguments.data()).f;
}

} // namespace

ExpressionProgram::ExpressionProgram(ExpressionTree tree)
    : m_tree(std::move(tree))
    , m_varies(varyingNodes(m_tree))
    , m_values(m_tree.size())
{
    foldConstants();
    compile();
}

void ExpressionProgram::foldConstants()
{
    std::vector<bool> isBound(m_tree.size());
    for (std::size_t i = 0; i < m_tree.size(); ++i) {
        const ExpressionNode& node = m_tree[i];
        if (m_varies[i])
            continue;
        isBound[i] = isParameter(node.operation);
        for (int k = 0; k < arityOf(node.operation); ++k)
            isBound[i] = isBound[i] || isBound[static_cast<std::size_t>(node.arguments[static_cast<std::size_t>(k)])];
        if (isBound[i])
            m_bound.push_back(static_cast<int>(i));
        else
            m_values[i] = node.operation == Operation::Number ? node.number : constantAt(node, m_values);
    }
}

void ExpressionProgram::compile()
{
    std::vector<Source> sources(m_tree.size());
    std::vector<int> freeRegisters;
    const auto constantSource = [&](std::size_t node) {
        m_constants.push_back(static_cast<int>(node));
        return Source{Source::Kind::Constant, static_cast<int>(m_constants.size()) - 1};
    };
    for (std::size_t i = 0; i < m_tree.size(); ++i) {
        ExpressionNode node = m_tree[i];
        if (!m_varies[i])
            continue;
        if (node.operation == Operation::Variable) {
            sources[i] = {Source::Kind::Variable, 0};
            continue;
        }
        // e^v is cheaper and more accurate as the function it means.
        if (node.operation == Operation::Power &&
            m_tree[static_cast<std::size_t>(node.arguments[0])].operation == Operation::Number &&
            m_tree[static_cast<std::size_t>(node.arguments[0])].number == std::numbers::e)
            node = {Operation::Exp, {node.arguments[1]}, 0};
        Instruction instruction;
        instruction.arity = arityOf(node.operation);
        std::array<bool, kMostArguments> varies{};
        for (std::size_t k = 0; k < static_cast<std::size_t>(instruction.arity); ++k) {
            const auto argument = static_cast<std::size_t>(node.arguments[k]);
            varies[k] = m_varies[argument];
            Source& source = instruction.sources[k];
            source = varies[k] ? sources[argument] : constantSource(argument);
            // Every node is the argument of one other, so that its register is free from here on.
            if (source.kind == Source::Kind::Register)
                freeRegisters.push_back(source.index);
        }
        instruction.kernels = packKernels(node.operation, varies[0], varies[1]);
        if (freeRegisters.empty())
            freeRegisters.push_back(m_registers++);
        instruction.target = freeRegisters.back();
        freeRegisters.pop_back();
        sources[i] = {Source::Kind::Register, instruction.target};
        m_instructions.push_back(instruction);
    }
    m_result = m_varies.back() ? sources.back() : constantSource(m_tree.size() - 1);
}

const std::vector<double>& ExpressionProgram::constantValues(const std::array<double, 3>& parameters) const
{
    if (m_bound.empty())
        return m_values;
    thread_local std::vector<double> values; // as threadMemory
    values = m_values;
    for (const int index : m_bound) {
        const auto i = static_cast<std::size_t>(index);
        const ExpressionNode& node = m_tree[i];
        values[i] = isParameter(node.operation) ? parameterOf(node.operation, parameters) : constantAt(node, values);
    }
    return values;
}

namespace
{

/// Registers of this thread, kept: a step of training asks for no memory.
Pack* threadMemory(std::size_t packs)
{
    thread_local std::vector<Pack> memory;
    if (memory.size() < packs)
        memory.resize(packs);
    return memory.data();
}

} // namespace

/// The memory of one run.
struct ExpressionProgram::Workspace {
    Pack* constants = nullptr;
    Pack* variable = nullptr;
    Pack* registers = nullptr; ///< each of values, then derivatives
    Pack zero{};
    Pack one = vectormath::constant<Pack>(1);
    Index packs = 0; ///< of a block
    bool withDf = false;

    Workspace(Index constantCount, Index registerCount, Index packsOfBlock)
        : constants(threadMemory(static_cast<std::size_t>(constantCount + (2 * registerCount + 1) * packsOfBlock)))
        , variable(constants + constantCount)
        , registers(variable + packsOfBlock)
        , packs(packsOfBlock)
    {
    }
    [[nodiscard]] Pack* valuesOf(int index) const { return registers + 2 * index * packs; }
    [[nodiscard]] Pack* slopesOf(int index) const { return valuesOf(index) + packs; }
    [[nodiscard]] Operand<Pack> operand(const Source& source) const
    {
        switch (source.kind) {
        case Source::Kind::Variable:
            return {variable, &one, 1, 0};
        case Source::Kind::Constant:
            return {constants + source.index, &zero, 0, 0};
        default:
            return {valuesOf(source.index), slopesOf(source.index), 1, 1};
        }
    }
};

void ExpressionProgram::runBlock(Workspace& workspace, Index packs) const
{
    for (const Instruction& instruction : m_instructions) {
        std::array<Operand<Pack>, kMostArguments> operands;
        for (std::size_t k = 0; k < static_cast<std::size_t>(instruction.arity); ++k)
            operands[k] = workspace.operand(instruction.sources[k]);
        const auto kernel = workspace.withDf ? instruction.kernels.dual : instruction.kernels.value;
        kernel(operands.data(), workspace.valuesOf(instruction.target), workspace.slopesOf(instruction.target), packs);
    }
    // NaN goes through every formula, and where the value is none the slope is none either.
    const Operand<Pack> result = workspace.operand(m_result);
    Pack* const f = workspace.valuesOf(m_registers);
    Pack* const df = workspace.slopesOf(m_registers);
    for (Index i = 0; i < packs; ++i) {
        const Pack x = workspace.variable[i];
        const Pack value =
            vectormath::select(x == x, result.f[i * result.step], x); // NOLINT(misc-redundant-expression)
        f[i] = value;
        if (workspace.withDf)
            df[i] = vectormath::select(value == value, result.df[i * result.slopeStep], value); // NOLINT
    }
}

void ExpressionProgram::run(const Scalar* z, Scalar* f, Scalar* df, Index count,
                            const std::array<double, 3>& parameters) const
{
    // One register more takes the result.
    const Index packsOfAll = (count + kPackSize - 1) / kPackSize;
    Workspace workspace(static_cast<Index>(m_constants.size()), m_registers + 1, std::min(kBlockPacks, packsOfAll));
    workspace.withDf = df != nullptr;
    const std::vector<double>& values = constantValues(parameters);
    for (std::size_t i = 0; i < m_constants.size(); ++i)
        workspace.constants[i] =
            vectormath::constant<Pack>(static_cast<Scalar>(values[static_cast<std::size_t>(m_constants[i])]));

    for (Index from = 0; from < count; from += kBlock) {
        const Index size = std::min(kBlock, count - from);
        const Index packs = (size + kPackSize - 1) / kPackSize;
        const auto bytes = static_cast<std::size_t>(size) * sizeof(Scalar);
        workspace.variable[packs - 1] = Pack{};
        std::memcpy(workspace.variable, z + from, bytes);
        runBlock(workspace, packs);
        if (f)
            std::memcpy(f + from, workspace.valuesOf(m_registers), bytes);
        if (df)
            std::memcpy(df + from, workspace.slopesOf(m_registers), bytes);
    }
}

} // namespace core
