// SPDX-License-Identifier: GPL-3.0-or-later
// What typed formulas cost, as a multiple of the same function written by hand as a kernel. A program to be run by hand
// on a quiet machine; it prints, and judges nothing.
#include "core/nn/Expression.h"
#include "core/nn/kernels/VectorMath.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <functional>
#include <vector>

namespace
{

using core::Scalar;
using core::vectormath::kPackSize;
using core::vectormath::Pack;

constexpr std::size_t kCount = 1U << 20U;
constexpr int kRounds = 31;

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// The median of some rounds.
double milliseconds(const std::function<void()>& work)
{
    std::vector<double> times(kRounds);
    for (double& time : times) {
        const double start = threadMilliseconds();
        work();
        time = threadMilliseconds() - start;
    }
    std::nth_element(times.begin(), times.begin() + kRounds / 2, times.end());
    return times[kRounds / 2];
}

/// silu and its derivative, as a kernel of the catalogue computes it.
template <bool withDf>
void silu(const std::vector<Scalar>& z, std::vector<Scalar>& f, std::vector<Scalar>& df)
{
    for (std::size_t i = 0; i < kCount; i += static_cast<std::size_t>(kPackSize)) {
        Pack x{};
        std::memcpy(&x, &z[i], sizeof(Pack));
        const Pack e = core::vectormath::exp(-core::vectormath::abs(x));
        const Pack reciprocal = 1 / (1 + e);
        const Pack s = core::vectormath::select(x < 0, e * reciprocal, reciprocal);
        const Pack value = x * s;
        std::memcpy(&f[i], &value, sizeof(Pack));
        if constexpr (withDf) {
            const Pack slope = s + x * e * reciprocal * reciprocal;
            std::memcpy(&df[i], &slope, sizeof(Pack));
        }
    }
}

} // namespace

int main()
{
    std::vector<Scalar> z(kCount);
    for (std::size_t i = 0; i < kCount; ++i)
        z[i] = static_cast<Scalar>(8 * (2 * static_cast<double>(i) / static_cast<double>(kCount) - 1));
    std::vector<Scalar> f(kCount);
    std::vector<Scalar> df(kCount);
    const double both = milliseconds([&] { silu<true>(z, f, df); });
    const double alone = milliseconds([&] { silu<false>(z, f, df); });
    std::printf("2^20 floats            f and f'            f alone\n");
    std::printf("silu by hand           %6.2f ms            %6.2f ms\n", both, alone);
    for (const char* text : {"x/(1+exp(-x))", "x*sigmoid(x)", "max(0, x)", "if(x>0, x, 0.1*x)", "tanh(x)",
                             "x*tanh(log1p(exp(x)))", "sin(a*x)", "x*(1+erf(x/sqrt(2)))/2", "abs(x)^1.5"}) {
        const core::Expression expression = core::Expression::parse(text).value();
        const double typed = milliseconds([&] { expression.evaluate(z, f, df); });
        const double typedAlone = milliseconds([&] { expression.evaluate(z, f, {}); });
        std::printf("%-22s %6.2f ms = %4.1f x   %6.2f ms = %4.1f x\n", text, typed, typed / both, typedAlone,
                    typedAlone / alone);
    }
    return 0;
}
