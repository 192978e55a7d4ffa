// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/layers/Activate.h"

#include "core/base/Rng.h"
#include "core/nn/kernels/Kernels.h"

#include <cassert>

namespace core
{

namespace
{

/// Nothing where nobody asked.
std::span<Scalar> elementsIf(Matrix* matrix)
{
    return matrix ? elements(*matrix) : std::span<Scalar>();
}

} // namespace

Activate::Activate(const ActivationFunction& function, Index units, Index offset, const RandomSource& random)
    : m_function(function)
    , m_slopes{offset, units, 1}
    , m_random(random)
{
}

void Activate::forward(const Vector& parameters, const Matrix& input, Occasion occasion, LayerPass& pass) const
{
    if (occasion.mode == Mode::Training && m_function.info().slopeIsRandom) {
        drawSlopes(input, occasion.step, pass);
        return;
    }
    const bool comesBack = occasion.mode != Mode::Evaluation;
    if (!comesBack)
        pass.saved.resize(0, 0);
    evaluate(parameters, input, &pass.output, comesBack ? &pass.saved : nullptr);
}

void Activate::drawSlopes(const Matrix& input, std::uint64_t step, LayerPass& pass) const
{
    Rng rng(m_random.seed, Purpose::Slopes, m_random.layer, step);
    const double lower = m_function.parameter(0);
    const double upper = m_function.parameter(1);
    pass.saved.resize(input.rows(), input.cols());
    for (Scalar& slope : pass.saved.reshaped<Eigen::RowMajor>())
        slope = static_cast<Scalar>(rng.uniform(lower, upper));
    pass.saved = (input.array() > Scalar(0)).select(Scalar(1), pass.saved.array());
    pass.output = input.cwiseProduct(pass.saved);
}

void Activate::backward(const Vector& /*parameters*/, const Matrix& input, LayerPass& pass, Matrix* dInput,
                        Vector& gradient) const
{
    m_slopes.vector(gradient).setZero();
    if (m_function.info().slopeIsLearned) { // ∂f/∂slope = min(z, 0)
        const auto products = pass.dOutput.array() * input.array().min(Scalar(0));
        if (hasSlopePerUnit())
            m_slopes.vector(gradient) = products.rowwise().sum();
        else
            gradient[m_slopes.offset] = products.sum();
    }
    if (!dInput)
        return;
    assert(pass.saved.size() == input.size()); // an evaluation has no way back
    dInput->resize(input.rows(), input.cols());
    pass.gradientFinite = kernels().multiplyElements(pass.saved.data(), pass.dOutput.data(), dInput->data(),
                                                     input.size(), pass.measures ? &pass.gradientSquares : nullptr);
}

void Activate::evaluate(const Vector& parameters, const Matrix& z, Matrix* f, Matrix* df) const
{
    for (Matrix* wanted : {f, df})
        if (wanted)
            wanted->resize(z.rows(), z.cols());
    if (!m_function.info().slopeIsLearned) {
        m_function.evaluate(elements(z), elementsIf(f), elementsIf(df));
        return;
    }
    if (!hasSlopePerUnit()) {
        function(parameters).evaluate(elements(z), elementsIf(f), elementsIf(df));
        return;
    }
    const auto samples = static_cast<std::size_t>(z.cols());
    const auto rowOf = [&](std::span<Scalar> all, Index unit) {
        return all.empty() ? all : all.subspan(static_cast<std::size_t>(unit) * samples, samples);
    };
    for (Index unit = 0; unit < z.rows(); ++unit)
        m_function.withLearnedSlope(parameters[m_slopes.offset + unit])
            .evaluate({z.data() + unit * z.cols(), samples}, rowOf(elementsIf(f), unit), rowOf(elementsIf(df), unit));
}

void Activate::setFunction(const ActivationFunction& function, Vector& parameters)
{
    const bool startsAgain = &function.info() != &m_function.info() ||
                             function.parameter(0) != m_function.parameter(0) ||
                             function.parameter(1) != m_function.parameter(1);
    m_function = function;
    if (startsAgain)
        initialize(parameters);
}

void Activate::initialize(Vector& parameters) const
{
    m_slopes.vector(parameters).setZero();
    if (!m_function.info().slopeIsLearned)
        return;
    const auto initial = static_cast<Scalar>(m_function.parameter(0));
    m_slopes.vector(parameters).head(hasSlopePerUnit() ? m_slopes.rows : 1).setConstant(initial);
}

ActivationFunction Activate::function(const Vector& parameters) const
{
    const auto slopes = m_slopes.vector(parameters);
    return m_function.withLearnedSlope(hasSlopePerUnit() ? slopes.mean() : slopes[0]);
}

std::optional<double> Activate::learnedSlope(const Vector& parameters) const
{
    return m_function.info().slopeIsLearned ? std::optional(function(parameters).parameter(0)) : std::nullopt;
}

} // namespace core
