// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/ExpressionPython.h"

#include "core/base/NumberText.h"
#include "core/nn/Expression.h"
#include "core/nn/ExpressionProgram.h"

#include <algorithm>
#include <numbers>
#include <string_view>
#include <utility>
#include <vector>

namespace core
{

namespace
{

/// What binds tighter has a higher number.
enum class Binding { Choice, Comparison, Sum, Product, Sign, Power, Value };

/// Source of one node.
struct Piece {
    std::string text{};
    Binding binding = Binding::Value;
    bool varies = false;
    Operation operation = Operation::Number;
};

std::string bracketed(const Piece& piece, Binding least)
{
    return piece.binding < least ? "(" + piece.text + ")" : piece.text;
}

/// As a tensor, also where it does not depend on x.
std::string tensor(const Piece& piece)
{
    return piece.varies ? piece.text : "torch.full_like(x, " + piece.text + ")";
}

std::string_view comparisonSign(Operation operation)
{
    constexpr std::array<std::string_view, 6> kComparisonSigns{"<", "<=", ">", ">=", "==", "!="};
    return kComparisonSigns[static_cast<std::size_t>(operation) - static_cast<std::size_t>(Operation::Less)];
}

bool isComparison(Operation operation)
{
    return operation >= Operation::Less && operation <= Operation::NotEqual;
}

class Writer
{
public:
    explicit Writer(const ExpressionTree& tree)
        : m_tree(tree)
        , m_varies(varyingNodes(tree))
        , m_pieces(tree.size())
        , m_conditions(tree.size())
    {
    }

    std::string write()
    {
        for (std::size_t i = 0; i < m_tree.size(); ++i) {
            Piece piece = pieceOf(m_tree[i], m_varies[i]);
            piece.varies = m_varies[i];
            piece.operation = m_tree[i].operation;
            m_pieces[i] = std::move(piece);
        }
        return tensor(m_pieces.back());
    }

private:
    [[nodiscard]] const Piece& argument(const ExpressionNode& node, std::size_t index) const
    {
        return m_pieces[static_cast<std::size_t>(node.arguments[index])];
    }

    Piece pieceOf(const ExpressionNode& node, bool varies)
    {
        switch (node.operation) {
        case Operation::Variable:
            return {"x"};
        case Operation::ParameterA:
            return {"a"};
        case Operation::ParameterB:
            return {"b"};
        case Operation::ParameterC:
            return {"c"};
        case Operation::Number:
            return {number(node.number)};
        case Operation::If:
            return choice(node);
        case Operation::Min:
        case Operation::Max:
        case Operation::Clamp:
            return varies ? bounded(node) : boundedNumber(node);
        default:
            break;
        }
        if (node.operation <= Operation::Power)
            return operators(node);
        if (isComparison(node.operation))
            return comparison(node, varies);
        return varies ? function(node) : numberFunction(node);
    }

    static std::string number(double value)
    {
        if (value == std::numbers::pi)
            return "math.pi";
        return value == std::numbers::e ? "math.e" : numberText(value);
    }

    [[nodiscard]] Piece operators(const ExpressionNode& node) const
    {
        const Piece& left = argument(node, 0);
        const auto binary = [&](std::string_view sign, Binding least, Binding right) {
            return Piece{bracketed(left, least) + std::string(sign) + bracketed(argument(node, 1), right),
                         std::min(least, right)};
        };
        switch (node.operation) {
        case Operation::Negate:
            return {std::string("-").append(bracketed(left, Binding::Sign)), Binding::Sign};
        case Operation::Add:
            return {binary(" + ", Binding::Sum, Binding::Product).text, Binding::Sum};
        case Operation::Subtract:
            return {binary(" - ", Binding::Sum, Binding::Product).text, Binding::Sum};
        case Operation::Multiply:
            return {binary(" * ", Binding::Product, Binding::Sign).text, Binding::Product};
        case Operation::Divide:
            return {binary(" / ", Binding::Product, Binding::Sign).text, Binding::Product};
        default:
            return {binary(" ** ", Binding::Value, Binding::Sign).text, Binding::Power};
        }
    }

    /// "x > 0", as a condition.
    [[nodiscard]] std::string condition(int index) const
    {
        const ExpressionNode& node = m_tree[static_cast<std::size_t>(index)];
        if (isComparison(node.operation))
            return m_conditions[static_cast<std::size_t>(index)];
        return bracketed(m_pieces[static_cast<std::size_t>(index)], Binding::Sum) + " != 0";
    }

    Piece comparison(const ExpressionNode& node, bool varies)
    {
        std::string text = bracketed(argument(node, 0), Binding::Sum) + " " +
                           std::string(comparisonSign(node.operation)) + " " +
                           bracketed(argument(node, 1), Binding::Sum);
        Piece piece{varies ? "(" + text + ").to(x.dtype)" : "float(" + text + ")"};
        m_conditions[static_cast<std::size_t>(&node - m_tree.data())] = std::move(text);
        return piece;
    }

    [[nodiscard]] Piece choice(const ExpressionNode& node) const
    {
        const Piece& yes = argument(node, 1);
        const Piece& no = argument(node, 2);
        const std::string holds = condition(node.arguments[0]);
        if (argument(node, 0).varies)
            return {"torch.where(" + holds + ", " + tensor(yes) + ", " + tensor(no) + ")"};
        const bool isTensor = yes.varies || no.varies;
        return {"(" + (isTensor ? tensor(yes) : yes.text) + " if " + holds + " else " +
                (isTensor ? tensor(no) : no.text) + ")"};
    }

    [[nodiscard]] Piece bounded(const ExpressionNode& node) const
    {
        const Piece& first = argument(node, 0);
        const Piece& second = argument(node, 1);
        if (node.operation != Operation::Clamp)
            return {(node.operation == Operation::Min ? "torch.minimum(" : "torch.maximum(") + tensor(first) + ", " +
                    tensor(second) + ")"};
        const Piece& third = argument(node, 2);
        // Both bounds must be of one kind.
        const bool isTensor = second.varies || third.varies;
        return {"torch.clamp(" + tensor(first) + ", " + (isTensor ? tensor(second) : second.text) + ", " +
                (isTensor ? tensor(third) : third.text) + ")"};
    }

    [[nodiscard]] Piece boundedNumber(const ExpressionNode& node) const
    {
        const std::string& first = argument(node, 0).text;
        const std::string& second = argument(node, 1).text;
        if (node.operation == Operation::Clamp)
            return {"min(max(" + first + ", " + second + "), " + argument(node, 2).text + ")"};
        return {(node.operation == Operation::Min ? "min(" : "max(") + first + ", " + second + ")"};
    }

    [[nodiscard]] Piece function(const ExpressionNode& node) const
    {
        const std::string inner = "(" + argument(node, 0).text + ")";
        if (node.operation == Operation::Softplus)
            return {"torch.nn.functional.softplus" + inner};
        return {"torch." + std::string(nameOf(node.operation)) + inner};
    }

    /// A function of what does not depend on x.
    [[nodiscard]] Piece numberFunction(const ExpressionNode& node) const
    {
        const Piece& inner = argument(node, 0);
        const std::string bracket = bracketed(inner, Binding::Sum);
        switch (node.operation) {
        case Operation::Abs:
            return {"abs(" + inner.text + ")"};
        case Operation::Sign:
            return {"((" + bracket + " > 0) - (" + bracket + " < 0))"};
        case Operation::Relu:
            return {"max(" + inner.text + ", 0)"};
        case Operation::Sigmoid:
            return {"1 / (1 + math.exp(-" + bracketed(inner, Binding::Sign) + "))", Binding::Product};
        case Operation::Softplus:
            return {"math.log1p(math.exp(" + inner.text + "))"};
        default:
            return {"math." + std::string(nameOf(node.operation)) + "(" + inner.text + ")"};
        }
    }

    static std::string_view nameOf(Operation operation)
    {
        const auto functions = expressionFunctions();
        return std::find_if(functions.begin(), functions.end(),
                            [&](const ExpressionFunction& candidate) { return candidate.operation == operation; })
            ->name;
    }

    const ExpressionTree& m_tree;
    std::vector<bool> m_varies;
    std::vector<Piece> m_pieces;
    std::vector<std::string> m_conditions; ///< of comparisons, before they are made numbers
};

} // namespace

std::string toPython(const Expression& expression)
{
    return Writer(expression.program().tree()).write();
}

} // namespace core
