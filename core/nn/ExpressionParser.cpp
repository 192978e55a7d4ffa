// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/ExpressionParser.h"

#include "core/nn/Expression.h"
#include "core/nn/ExpressionLexer.h"
#include "core/nn/ExpressionNames.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace core
{

namespace
{

bool isComparison(TokenKind kind)
{
    return kind >= TokenKind::Less && kind <= TokenKind::NotEqual;
}

Operation comparisonOf(TokenKind kind)
{
    return static_cast<Operation>(static_cast<int>(Operation::Less) + static_cast<int>(kind) -
                                  static_cast<int>(TokenKind::Less));
}

bool beginsValue(TokenKind kind)
{
    return kind == TokenKind::Number || kind == TokenKind::Name || kind == TokenKind::Open;
}

/// Recursive descent. Every step gives the index of its node, or −1 after a fault.
class Parser
{
public:
    explicit Parser(std::string_view text)
        : m_lexer(text)
    {
    }
    Result<ExpressionTree> parse();

private:
    int comparison();
    int sum();
    int product();
    int signedValue();
    int power();
    int value();
    int named();
    int call(const ExpressionFunction& function, const Token& name);
    bool arguments(std::vector<int>& found);
    int parenthesized();
    bool close(const Token& open);
    int unknownName(const Token& name);

    bool advance();
    int add(Operation operation, std::array<int, kMostArguments> arguments, double number = 0);
    int fail(Fault fault);
    int failHere(std::string_view mistake, std::vector<std::string> help = {});
    /// One level deeper, or a fault.
    bool descend();

    ExpressionLexer m_lexer;
    Token m_token;
    Token m_previous;
    ExpressionTree m_tree;
    std::optional<Fault> m_fault;
    int m_depth = 0;
};

Result<ExpressionTree> Parser::parse()
{
    if (m_lexer.fault())
        return *m_lexer.fault();
    if (!advance())
        return *m_fault;
    if (m_token.kind == TokenKind::End)
        return expressionFault(1, 0, "", "empty");
    if (comparison() >= 0 && m_token.kind != TokenKind::End)
        failHere(m_token.kind == TokenKind::Close ? "unopened" : "comma");
    if (m_fault)
        return *m_fault;
    return std::move(m_tree);
}

bool Parser::advance()
{
    m_previous = m_token;
    Result<Token> next = m_lexer.next();
    if (!next) {
        fail(next.faults().front());
        return false;
    }
    m_token = std::move(next).value();
    return true;
}

int Parser::add(Operation operation, std::array<int, kMostArguments> arguments, double number)
{
    m_tree.push_back({operation, arguments, number});
    return static_cast<int>(m_tree.size()) - 1;
}

int Parser::fail(Fault fault)
{
    if (!m_fault)
        m_fault = std::move(fault);
    return -1;
}

int Parser::failHere(std::string_view mistake, std::vector<std::string> help)
{
    return fail(expressionFault(m_token.column, m_token.length, m_token.text, mistake, std::move(help)));
}

bool Parser::descend()
{
    if (++m_depth <= Expression::kDeepestNesting)
        return true;
    failHere("nesting", {std::to_string(Expression::kDeepestNesting)});
    return false;
}

int Parser::comparison()
{
    const int left = sum();
    if (left < 0 || !isComparison(m_token.kind))
        return left;
    const Operation operation = comparisonOf(m_token.kind);
    if (!advance())
        return -1;
    const int right = sum();
    if (right < 0)
        return -1;
    if (isComparison(m_token.kind))
        return failHere("chain");
    return add(operation, {left, right});
}

int Parser::sum()
{
    int left = product();
    while (left >= 0 && (m_token.kind == TokenKind::Plus || m_token.kind == TokenKind::Minus)) {
        const Operation operation = m_token.kind == TokenKind::Plus ? Operation::Add : Operation::Subtract;
        if (!advance())
            return -1;
        const int right = product();
        left = right < 0 ? -1 : add(operation, {left, right});
    }
    return left;
}

int Parser::product()
{
    int left = signedValue();
    while (left >= 0 && (m_token.kind == TokenKind::Times || m_token.kind == TokenKind::Divide)) {
        const Operation operation = m_token.kind == TokenKind::Times ? Operation::Multiply : Operation::Divide;
        if (!advance())
            return -1;
        const int right = signedValue();
        left = right < 0 ? -1 : add(operation, {left, right});
    }
    if (left >= 0 && beginsValue(m_token.kind))
        return failHere("multiplication", {m_previous.text + "*" + m_token.text});
    return left;
}

int Parser::signedValue()
{
    if (m_token.kind != TokenKind::Plus && m_token.kind != TokenKind::Minus)
        return power();
    const bool isNegative = m_token.kind == TokenKind::Minus;
    if (!descend() || !advance())
        return -1;
    const int inner = signedValue();
    --m_depth;
    if (inner < 0 || !isNegative)
        return inner;
    return add(Operation::Negate, {inner});
}

int Parser::power()
{
    const int base = value();
    if (base < 0 || m_token.kind != TokenKind::Power)
        return base;
    if (!descend() || !advance())
        return -1;
    const int exponent = signedValue();
    --m_depth;
    return exponent < 0 ? -1 : add(Operation::Power, {base, exponent});
}

int Parser::value()
{
    switch (m_token.kind) {
    case TokenKind::Number: {
        const double number = m_token.number;
        return advance() ? add(Operation::Number, {}, number) : -1;
    }
    case TokenKind::Name:
        return named();
    case TokenKind::Open:
        return parenthesized();
    default:
        return failHere("value");
    }
}

int Parser::named()
{
    const Token name = m_token;
    if (const ExpressionSymbol* const symbol = expressionSymbol(name.text))
        return advance() ? add(symbol->operation, {}, symbol->number) : -1;
    const auto functions = expressionFunctions();
    const auto function = std::find_if(functions.begin(), functions.end(), [&](const ExpressionFunction& candidate) {
        return candidate.name == name.text;
    });
    return function == functions.end() ? unknownName(name) : call(*function, name);
}

int Parser::call(const ExpressionFunction& function, const Token& name)
{
    if (!advance())
        return -1;
    if (m_token.kind != TokenKind::Open) {
        constexpr std::array<std::string_view, kMostArguments + 1> kExamples{"", "(x)", "(x, 0)", "(x, 0, 1)"};
        std::string example(function.name);
        example +=
            function.operation == Operation::If ? "(x > 0, x, 0)" : kExamples[static_cast<std::size_t>(function.arity)];
        return fail(expressionFault(name.column, name.length, name.text, "call", {example}));
    }
    std::vector<int> found;
    if (!arguments(found))
        return -1;
    if (static_cast<int>(found.size()) != function.arity)
        return fail(expressionFault(name.column, name.length, name.text, "arguments",
                                    {std::to_string(function.arity), std::to_string(found.size())}));
    std::array<int, kMostArguments> nodes{};
    std::copy(found.begin(), found.end(), nodes.begin());
    return add(function.operation, nodes);
}

bool Parser::arguments(std::vector<int>& found)
{
    const Token open = m_token;
    if (!descend() || !advance())
        return false;
    if (m_token.kind == TokenKind::Close) {
        --m_depth;
        return advance();
    }
    for (;;) {
        const int argument = comparison();
        if (argument < 0)
            return false;
        found.push_back(argument);
        if (m_token.kind != TokenKind::Comma)
            break;
        if (!advance())
            return false;
    }
    --m_depth;
    return close(open);
}

int Parser::parenthesized()
{
    const Token open = m_token;
    if (!descend() || !advance())
        return -1;
    const int inner = comparison();
    --m_depth;
    return inner >= 0 && close(open) ? inner : -1;
}

bool Parser::close(const Token& open)
{
    if (m_token.kind == TokenKind::Close)
        return advance();
    failHere(m_token.kind == TokenKind::Comma ? "comma" : "unclosed", {std::to_string(open.column)});
    return false;
}

int Parser::unknownName(const Token& name)
{
    if (const std::string product = productOfLetters(name.text); !product.empty())
        return failHere("product", {product});
    return failHere("name", {expressionNames(), std::string(usualName(name.text))});
}

} // namespace

Result<ExpressionTree> parseExpression(std::string_view text)
{
    return Parser(text).parse();
}

} // namespace core
