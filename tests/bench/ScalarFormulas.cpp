// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ScalarFormulas.h"

#include <array>
#include <cmath>
#include <numbers>

namespace bench
{

namespace
{

float sigmoid(float x)
{
    return 1 / (1 + std::exp(-x));
}
float sigmoidSlope(float x)
{
    const float s = sigmoid(x);
    return s * (1 - s);
}

float softplus(float x)
{
    return std::log1p(std::exp(x));
}
float softplusSlope(float x)
{
    return sigmoid(x);
}

float logSigmoid(float x)
{
    return -softplus(-x);
}
float logSigmoidSlope(float x)
{
    return sigmoid(-x);
}

float hyperbolicTangent(float x)
{
    return std::tanh(x);
}
float hyperbolicTangentSlope(float x)
{
    const float a = std::tanh(x);
    return 1 - a * a;
}

float tanhshrink(float x)
{
    return x - std::tanh(x);
}
float tanhshrinkSlope(float x)
{
    return 1 - hyperbolicTangentSlope(x);
}

float arctan(float x)
{
    return std::atan(x);
}
float arctanSlope(float x)
{
    return 1 / (1 + x * x);
}

float relu(float x)
{
    return x > 0 ? x : 0;
}
float reluSlope(float x)
{
    return x > 0 ? 1 : 0;
}

float elu(float x)
{
    return x > 0 ? x : std::expm1(x);
}
float eluSlope(float x)
{
    return x > 0 ? 1 : std::exp(x);
}

float normalDistribution(float x)
{
    return (1 + std::erf(x / std::numbers::sqrt2_v<float>)) / 2;
}
float normalDistributionSlope(float x)
{
    return std::exp(-x * x / 2) * std::numbers::inv_sqrtpi_v<float> / std::numbers::sqrt2_v<float>;
}

float gelu(float x)
{
    return x * normalDistribution(x);
}
float geluSlope(float x)
{
    return normalDistribution(x) + x * normalDistributionSlope(x);
}

float silu(float x)
{
    return x * sigmoid(x);
}
float siluSlope(float x)
{
    const float s = sigmoid(x);
    return s + x * s * (1 - s);
}

float mish(float x)
{
    return x * std::tanh(softplus(x));
}
float mishSlope(float x)
{
    const float t = std::tanh(softplus(x));
    return t + x * sigmoid(x) * (1 - t * t);
}

float sine(float x)
{
    return std::sin(x);
}
float sineSlope(float x)
{
    return std::cos(x);
}

float gaussian(float x)
{
    return std::exp(-x * x);
}
float gaussianSlope(float x)
{
    return -2 * x * gaussian(x);
}

float exponential(float x)
{
    return std::exp(x);
}
float exponentialSlope(float x)
{
    return std::exp(x);
}

template <float (*formula)(float)>
void loop(const float* z, float* result, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        result[i] = formula(z[i]);
}

constexpr std::array kFormulas{
    ScalarFormula{"sigmoid", loop<sigmoid>, loop<sigmoidSlope>},
    ScalarFormula{"softplus", loop<softplus>, loop<softplusSlope>},
    ScalarFormula{"log_sigmoid", loop<logSigmoid>, loop<logSigmoidSlope>},
    ScalarFormula{"tanh", loop<hyperbolicTangent>, loop<hyperbolicTangentSlope>},
    ScalarFormula{"tanhshrink", loop<tanhshrink>, loop<tanhshrinkSlope>},
    ScalarFormula{"arctan", loop<arctan>, loop<arctanSlope>},
    ScalarFormula{"relu", loop<relu>, loop<reluSlope>},
    ScalarFormula{"elu", loop<elu>, loop<eluSlope>},
    ScalarFormula{"gelu", loop<gelu>, loop<geluSlope>},
    ScalarFormula{"silu", loop<silu>, loop<siluSlope>},
    ScalarFormula{"mish", loop<mish>, loop<mishSlope>},
    ScalarFormula{"sine", loop<sine>, loop<sineSlope>},
    ScalarFormula{"gaussian", loop<gaussian>, loop<gaussianSlope>},
    ScalarFormula{"exponential", loop<exponential>, loop<exponentialSlope>},
};

} // namespace

const ScalarFormula* findScalarFormula(std::string_view id)
{
    for (const ScalarFormula& formula : kFormulas)
        if (formula.id == id)
            return &formula;
    return nullptr;
}

} // namespace bench
