// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/ExpressionNames.h"

#include <algorithm>
#include <array>
#include <numbers>

namespace core
{

namespace
{

constexpr std::array kSymbols{
    ExpressionSymbol{"x", Operation::Variable},
    ExpressionSymbol{"z", Operation::Variable},
    ExpressionSymbol{"a", Operation::ParameterA},
    ExpressionSymbol{"b", Operation::ParameterB},
    ExpressionSymbol{"c", Operation::ParameterC},
    ExpressionSymbol{"pi", Operation::Number, std::numbers::pi},
    ExpressionSymbol{"e", Operation::Number, std::numbers::e},
};

struct Other {
    std::string_view typed{};
    std::string_view meant{};
};

/// How other programs and textbooks call them.
constexpr std::array kOtherNames{
    Other{"ln", "log"},
    Other{"lg", "log"},
    Other{"log2", "log"},
    Other{"log10", "log"},
    Other{"tg", "tan"},
    Other{"th", "tanh"},
    Other{"sh", "sinh"},
    Other{"ch", "cosh"},
    Other{"arctan", "atan"},
    Other{"arctg", "atan"},
    Other{"sgn", "sign"},
    Other{"fabs", "abs"},
    Other{"pow", "^"},
    Other{"power", "^"},
    Other{"where", "if"},
    Other{"maximum", "max"},
    Other{"minimum", "min"},
    Other{"clip", "clamp"},
    Other{"logistic", "sigmoid"},
    Other{"sig", "sigmoid"},
    Other{"square", "^"},
    Other{"t", "x"},
    Other{"y", "x"},
    Other{"X", "x"},
    Other{"alpha", "a"},
    Other{"beta", "b"},
    Other{"gamma", "c"},
};

} // namespace

const ExpressionSymbol* expressionSymbol(std::string_view name)
{
    const auto* const found = std::find_if(kSymbols.begin(), kSymbols.end(),
                                           [&](const ExpressionSymbol& symbol) { return symbol.name == name; });
    return found == kSymbols.end() ? nullptr : found;
}

std::string expressionNames()
{
    std::string names = "x, a, b, c, pi, e";
    for (const ExpressionFunction& function : expressionFunctions())
        names.append(", ").append(function.name);
    return names;
}

std::string_view usualName(std::string_view name)
{
    const auto* const found = std::find_if(kOtherNames.begin(), kOtherNames.end(),
                                           [&](const Other& candidate) { return candidate.typed == name; });
    return found == kOtherNames.end() ? std::string_view() : found->meant;
}

std::string productOfLetters(std::string_view name)
{
    constexpr std::size_t kLongest = 4;
    if (name.size() > kLongest || name.find_first_not_of("xzabc") != std::string_view::npos)
        return {};
    std::string product;
    for (const char letter : name)
        product.append(product.empty() ? "" : "*").append(1, letter);
    return product;
}

} // namespace core
