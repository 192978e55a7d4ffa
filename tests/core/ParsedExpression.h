// SPDX-License-Identifier: GPL-3.0-or-later
// Formulas as the tests parse and evaluate them.
#pragma once

#include "core/nn/Expression.h"
#include "tests/core/FloatChecks.h"

#include <QtGlobal>

#include <string>
#include <vector>

namespace parsedexpression
{

inline core::Expression parsed(const std::string& text)
{
    const core::Result<core::Expression> result = core::Expression::parse(text);
    if (!result)
        qFatal("%s is not understood: %s at %d", text.c_str(), result.faults()[0].details[1].c_str(),
               result.faults()[0].column);
    return result.value();
}

inline floatchecks::Values
evaluated(const core::Expression& expression, const std::vector<float>& z,
          const core::Expression::Parameters& parameters = core::Expression::kDefaultParameters)
{
    floatchecks::Values values{std::vector<float>(z.size()), std::vector<float>(z.size())};
    expression.evaluate(z, values.f, values.df, parameters);
    return values;
}

} // namespace parsedexpression
