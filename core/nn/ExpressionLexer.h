// SPDX-License-Identifier: GPL-3.0-or-later
// The words and signs of a typed formula. Used by ExpressionParser only.
#pragma once

#include "core/base/Result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core
{

enum class TokenKind {
    End,
    Number,
    Name,
    Plus,
    Minus,
    Times,
    Divide,
    Power,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Equal,
    NotEqual,
    Open,
    Close,
    Comma,
};

struct Token {
    TokenKind kind = TokenKind::End;
    int column = 1; ///< in characters, from 1
    int length = 0;
    std::string text{}; ///< in plain ASCII signs, but for a name
    double number = 0;
};

/// A fault of a formula.
Fault expressionFault(int column, int length, std::string met, std::string_view mistake,
                      std::vector<std::string> help = {});

/// Takes the text apart, one token at a time.
class ExpressionLexer
{
public:
    explicit ExpressionLexer(std::string_view text);

    /// Why there is nothing to read: too long, or no UTF-8.
    [[nodiscard]] const std::optional<Fault>& fault() const { return m_fault; }
    Result<Token> next();

private:
    void decode(std::string_view text);
    [[nodiscard]] char32_t peek(std::size_t ahead = 0) const;
    [[nodiscard]] std::string slice(std::size_t from, std::size_t to) const;
    [[nodiscard]] Token token(TokenKind kind, std::size_t length);
    Result<Token> number();
    Token name();
    Result<Token> sign();

    std::u32string m_characters; ///< signs that mean the same are already one
    std::u32string m_typed;
    std::size_t m_position = 0;
    std::optional<Fault> m_fault;
};

} // namespace core
