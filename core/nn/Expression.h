// SPDX-License-Identifier: GPL-3.0-or-later
// An activation that the user types: a formula in x with parameters a, b, c, its exact derivative by forward-mode dual
// numbers. A small value that shares its immutable program; any thread may evaluate it.
#pragma once

#include "core/base/Result.h"
#include "core/base/Types.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace core
{

class ExpressionProgram;

class Expression
{
public:
    static constexpr std::size_t kParameterCount = 3;
    /// a, b and c.
    using Parameters = std::array<double, kParameterCount>;
    static constexpr Parameters kDefaultParameters{1, 1, 1};
    /// In characters.
    static constexpr int kLongestText = 4000;
    static constexpr int kDeepestNesting = 200;

    /// x (or z), a, b, c, pi, e, numbers, + − * / ^, parentheses, comparisons (1 or 0), if(condition, p, q) and the
    /// functions of expressionFunctions(). As in mathematics, ^ binds tightest and to the right: −x^2 is −(x^2). The
    /// usual signs · × ≤ ≥ ≠ − π and full-width characters are understood too. A mistake is one fault with its column
    /// and length.
    static Result<Expression> parse(std::string_view text);

    /// As it was typed.
    [[nodiscard]] const std::string& text() const { return *m_text; }
    /// Whether parameter 0 (a), 1 (b) or 2 (c) occurs.
    [[nodiscard]] bool uses(std::size_t parameter) const { return m_uses[parameter]; }
    [[nodiscard]] const ExpressionProgram& program() const { return *m_program; }

    /// f(z) into `f` and f′(z) into `df`, each as long as z or empty where it is not wanted; any may be z itself. NaN
    /// gives NaN. The bits of a result depend on nothing but its z and the parameters.
    void evaluate(std::span<const Scalar> z, std::span<Scalar> f, std::span<Scalar> df,
                  const Parameters& parameters = kDefaultParameters) const;

private:
    Expression() = default;

    std::shared_ptr<const std::string> m_text;
    std::shared_ptr<const ExpressionProgram> m_program;
    std::array<bool, kParameterCount> m_uses{};
};

} // namespace core
