// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/ExpressionLexer.h"

#include "core/base/NumberText.h"
#include "core/nn/Expression.h"

#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace core
{

namespace
{

constexpr char32_t kInvalid = 0xffffffff;

/// The code point at the front, which is taken off; kInvalid where the bytes are none.
char32_t takeCodePoint(std::string_view& text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    std::size_t length = 1;
    char32_t code = lead;
    if (lead >= 0xf0 && lead < 0xf8) {
        length = 4;
        code = lead & 0x07U;
    } else if (lead >= 0xe0 && lead < 0xf0) {
        length = 3;
        code = lead & 0x0fU;
    } else if (lead >= 0xc2 && lead < 0xe0) {
        length = 2;
        code = lead & 0x1fU;
    } else if (lead >= 0x80) {
        length = text.size() + 1;
    }
    if (length > text.size())
        return kInvalid;
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xc0U) != 0x80)
            return kInvalid;
        code = (code << 6U) | (next & 0x3fU);
    }
    text.remove_prefix(length);
    // Longer than necessary, a surrogate, or beyond the last.
    constexpr std::array<char32_t, 5> kFirst{0, 0, 0x80, 0x800, 0x10000};
    const bool isValid = code >= kFirst[length] && (code < 0xd800 || code > 0xdfff) && code <= 0x10ffff;
    return isValid ? code : kInvalid;
}

void appendUtf8(std::string& text, char32_t code)
{
    const auto byte = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (code < 0x80) {
        byte(code);
    } else if (code < 0x800) {
        byte(0xc0 | code >> 6);
        byte(0x80 | (code & 0x3f));
    } else {
        if (code < 0x10000) {
            byte(0xe0 | code >> 12);
        } else {
            byte(0xf0 | code >> 18);
            byte(0x80 | (code >> 12 & 0x3f));
        }
        byte(0x80 | (code >> 6 & 0x3f));
        byte(0x80 | (code & 0x3f));
    }
}

/// One character for all that mean the same: typographic signs, and the full-width forms of Chinese keyboards.
char32_t plain(char32_t code)
{
    constexpr char32_t kFullWidth = 0xff01;
    if (code >= kFullWidth && code <= 0xff5e)
        return code - kFullWidth + U'!';
    switch (code) {
    case U'\t':
    case U'\n':
    case U'\r':
    case 0xa0:   // no-break space
    case 0x3000: // ideographic space
        return U' ';
    case U'·':
    case U'×':
    case 0x22c5: // dot operator
    case 0x2217: // asterisk operator
        return U'*';
    case U'÷':
    case 0x2215: // division slash
        return U'/';
    case U'−':
        return U'-';
    default:
        return code;
    }
}

bool isDigit(char32_t code)
{
    return code >= U'0' && code <= U'9';
}

bool isLetter(char32_t code)
{
    return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') || code == U'_';
}

struct Sign {
    std::u32string_view typed{};
    TokenKind kind{};
    std::string_view text{};
};

/// Longer ones before those that they begin with.
constexpr std::array kSigns{
    Sign{U"<=", TokenKind::LessEqual, "<="}, Sign{U">=", TokenKind::GreaterEqual, ">="},
    Sign{U"==", TokenKind::Equal, "=="},     Sign{U"!=", TokenKind::NotEqual, "!="},
    Sign{U"≤", TokenKind::LessEqual, "<="},  Sign{U"≥", TokenKind::GreaterEqual, ">="},
    Sign{U"≠", TokenKind::NotEqual, "!="},   Sign{U"<", TokenKind::Less, "<"},
    Sign{U">", TokenKind::Greater, ">"},     Sign{U"+", TokenKind::Plus, "+"},
    Sign{U"-", TokenKind::Minus, "-"},       Sign{U"*", TokenKind::Times, "*"},
    Sign{U"/", TokenKind::Divide, "/"},      Sign{U"^", TokenKind::Power, "^"},
    Sign{U"(", TokenKind::Open, "("},        Sign{U")", TokenKind::Close, ")"},
    Sign{U",", TokenKind::Comma, ","},
};

} // namespace

Fault expressionFault(int column, int length, std::string met, std::string_view mistake, std::vector<std::string> help)
{
    Fault fault{FaultCode::BadExpression, "", {std::move(met), std::string(mistake)}, 0, column, length};
    for (std::string& detail : help)
        fault.details.push_back(std::move(detail));
    return fault;
}

ExpressionLexer::ExpressionLexer(std::string_view text)
{
    decode(text);
}

void ExpressionLexer::decode(std::string_view text)
{
    while (!text.empty()) {
        const int column = static_cast<int>(m_typed.size()) + 1;
        if (column > Expression::kLongestText) {
            m_fault = expressionFault(column, 0, "", "length", {std::to_string(Expression::kLongestText)});
            return;
        }
        const char32_t code = takeCodePoint(text);
        if (code == kInvalid) {
            m_fault = expressionFault(column, 1, "", "encoding");
            return;
        }
        m_typed += code;
        m_characters += plain(code);
    }
}

char32_t ExpressionLexer::peek(std::size_t ahead) const
{
    return m_position + ahead < m_characters.size() ? m_characters[m_position + ahead] : U'\0';
}

std::string ExpressionLexer::slice(std::size_t from, std::size_t to) const
{
    std::string text;
    for (std::size_t i = from; i < to; ++i)
        appendUtf8(text, m_typed[i]);
    return text;
}

Token ExpressionLexer::token(TokenKind kind, std::size_t length)
{
    Token result{kind, static_cast<int>(m_position) + 1, static_cast<int>(length)};
    m_position += length;
    return result;
}

Result<Token> ExpressionLexer::number()
{
    std::size_t length = 0;
    const auto skipDigits = [&] {
        while (isDigit(peek(length)))
            ++length;
    };
    skipDigits();
    if (peek(length) == U'.') {
        ++length;
        skipDigits();
    }
    const bool hasExponent = peek(length) == U'e' || peek(length) == U'E';
    const std::size_t signLength = peek(length + 1) == U'+' || peek(length + 1) == U'-' ? 1 : 0;
    if (hasExponent && isDigit(peek(length + 1 + signLength))) {
        length += 1 + signLength;
        skipDigits();
    }
    std::size_t whole = length;
    while (isDigit(peek(whole)) || peek(whole) == U'.')
        ++whole;
    const int column = static_cast<int>(m_position) + 1;
    const std::string typed = slice(m_position, m_position + whole);
    if (whole != length || typed == ".")
        return expressionFault(column, static_cast<int>(whole), typed, "number");

    Token result = token(TokenKind::Number, length);
    for (std::size_t i = 0; i < length; ++i)
        result.text += static_cast<char>(m_characters[m_position - length + i]);
    const auto value = numberFromText(result.text);
    if (!value || *value > static_cast<double>(std::numeric_limits<float>::max()))
        return expressionFault(column, static_cast<int>(length), typed, "range");
    result.number = *value;
    return result;
}

Token ExpressionLexer::name()
{
    std::size_t length = 0;
    while (isLetter(peek(length)) || isDigit(peek(length)))
        ++length;
    Token result = token(TokenKind::Name, length);
    for (std::size_t i = 0; i < length; ++i)
        result.text += static_cast<char>(m_characters[m_position - length + i]);
    return result;
}

Result<Token> ExpressionLexer::sign()
{
    if (peek() == U'*' && peek(1) == U'*')
        return expressionFault(static_cast<int>(m_position) + 1, 2, "**", "power");
    const std::u32string_view rest = std::u32string_view(m_characters).substr(m_position);
    for (const Sign& candidate : kSigns)
        if (rest.substr(0, candidate.typed.size()) == candidate.typed) {
            Token result = token(candidate.kind, candidate.typed.size());
            result.text = candidate.text;
            return result;
        }
    const std::string_view mistake = peek() == U'=' ? "equals" : "character";
    return expressionFault(static_cast<int>(m_position) + 1, 1, slice(m_position, m_position + 1), mistake);
}

Result<Token> ExpressionLexer::next()
{
    while (m_position < m_characters.size() && peek() == U' ')
        ++m_position;
    if (m_position == m_characters.size())
        return token(TokenKind::End, 0);
    if (isDigit(peek()) || peek() == U'.')
        return number();
    if (isLetter(peek()))
        return name();
    if (peek() == U'π') {
        Token result = token(TokenKind::Name, 1);
        result.text = "pi";
        return result;
    }
    return sign();
}

} // namespace core
