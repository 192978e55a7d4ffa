// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/layers/Normalization.h"

#include <array>
#include <limits>

namespace core
{

namespace
{

constexpr ParameterInfo epsilonParameter(double defaultValue)
{
    return {.name = "epsilon",
            .defaultValue = defaultValue,
            .minimum = 0,
            .maximum = 1,
            .scale = Scale::Logarithmic,
            .sliderMinimum = 1e-8,
            .sliderMaximum = 1e-1,
            .minimumAllowed = false};
}

constexpr std::array kBatchParameters{
    ParameterInfo{.name = "momentum", .defaultValue = 0.1, .minimum = 0, .maximum = 1, .scale = Scale::Linear},
    epsilonParameter(1e-5),
};
constexpr std::array kLayerParameters{epsilonParameter(1e-5)};
constexpr std::array kRmsParameters{
    epsilonParameter(std::numeric_limits<float>::epsilon())}; // what PyTorch takes for float

/// What has a learned scale and a learned shift for each unit: z = scale · saved + shift.
class ShiftedNormalization : public NormalizationLayer
{
public:
    [[nodiscard]] Index parametersEnd() const override { return m_shift.end(); }

    void initialize(Vector& parameters) const override
    {
        m_scale.vector(parameters).setOnes();
        m_shift.vector(parameters).setZero();
    }

protected:
    ShiftedNormalization(Index units, Index offset)
        : m_scale{offset, units, 1}
        , m_shift{m_scale.end(), units, 1}
    {
    }

    void scaleAndShift(const Vector& parameters, LayerPass& pass) const
    {
        pass.output = (pass.saved.array().colwise() * m_scale.vector(parameters).array()).colwise() +
                      m_shift.vector(parameters).array();
    }

    void writeGradient(const LayerPass& pass, Vector& gradient) const
    {
        m_shift.vector(gradient) = pass.dOutput.rowwise().sum();
        m_scale.vector(gradient) = (pass.dOutput.array() * pass.saved.array()).rowwise().sum();
    }

    [[nodiscard]] const ParameterSlot& scale() const { return m_scale; }
    [[nodiscard]] const ParameterSlot& shift() const { return m_shift; }

private:
    ParameterSlot m_scale;
    ParameterSlot m_shift;
};

/// z = scale · (u − mean)/√(variance + epsilon) + shift, over the batch (Ioffe and Szegedy, 2015). In evaluation the
/// running statistics take the batch's place; as in PyTorch they follow with `momentum`, the variance in its unbiased
/// form.
class BatchNormalization final : public ShiftedNormalization
{
public:
    BatchNormalization(Index units, Index offset, double momentum, double epsilon)
        : ShiftedNormalization(units, offset)
        , m_momentum(static_cast<Scalar>(momentum))
        , m_epsilon(static_cast<Scalar>(epsilon))
        , m_runningMean(Vector::Zero(units))
        , m_runningVariance(Vector::Ones(units))
    {
    }

    void forward(const Vector& parameters, const Matrix& input, Occasion occasion, LayerPass& pass) const override
    {
        if (occasion.mode == Mode::Evaluation) {
            pass.batchMean = m_runningMean;
            pass.batchVariance = m_runningVariance;
        } else {
            pass.batchMean = input.rowwise().mean();
            pass.batchVariance = (input.colwise() - pass.batchMean).rowwise().squaredNorm() / Scalar(input.cols());
        }
        pass.savedScale = (pass.batchVariance.array() + m_epsilon).rsqrt();
        pass.saved = (input.colwise() - pass.batchMean).array().colwise() * pass.savedScale.array();
        scaleAndShift(parameters, pass);
    }

    void backward(const Vector& parameters, const Matrix& /*input*/, LayerPass& pass, Matrix* dInput,
                  Vector& gradient) const override
    {
        writeGradient(pass, gradient);
        if (!dInput)
            return;
        // Mean and variance depend on every sample: their share is taken out of each one's gradient.
        const auto count = static_cast<Scalar>(pass.dOutput.cols());
        auto& [meanGradient, meanProduct, factor] = pass.perUnit;
        meanGradient = shift().vector(gradient) / count;
        meanProduct = scale().vector(gradient) / count;
        factor = scale().vector(parameters).array() * pass.savedScale.array();
        *dInput = ((pass.dOutput.colwise() - meanGradient).array() - pass.saved.array().colwise() * meanProduct.array())
                      .colwise() *
                  factor.array();
    }

    void learnStatistics(const LayerPass& pass) override
    {
        const auto count = static_cast<Scalar>(pass.output.cols());
        m_runningMean += m_momentum * (pass.batchMean - m_runningMean);
        m_runningVariance += m_momentum * (pass.batchVariance * (count / (count - 1)) - m_runningVariance);
    }

    std::vector<VectorView> runningStatistics() override
    {
        return {{m_runningMean.data(), m_runningMean.size()}, {m_runningVariance.data(), m_runningVariance.size()}};
    }

private:
    Scalar m_momentum;
    Scalar m_epsilon;
    Vector m_runningMean;
    Vector m_runningVariance;
};

/// z = scale · (u − mean)/√(variance + epsilon) + shift, over the units of each sample (Ba, Kiros and Hinton, 2016).
class LayerNormalization final : public ShiftedNormalization
{
public:
    LayerNormalization(Index units, Index offset, double epsilon)
        : ShiftedNormalization(units, offset)
        , m_epsilon(static_cast<Scalar>(epsilon))
    {
    }

    void forward(const Vector& parameters, const Matrix& input, Occasion /*occasion*/, LayerPass& pass) const override
    {
        auto& [mean, variance] = pass.perSample;
        mean = input.colwise().mean();
        pass.saved = input.rowwise() - mean;
        variance = pass.saved.colwise().squaredNorm() / static_cast<Scalar>(input.rows());
        pass.savedScale = (variance.array() + m_epsilon).rsqrt();
        pass.saved.array().rowwise() *= pass.savedScale.transpose().array();
        scaleAndShift(parameters, pass);
    }

    void backward(const Vector& parameters, const Matrix& /*input*/, LayerPass& pass, Matrix* dInput,
                  Vector& gradient) const override
    {
        writeGradient(pass, gradient);
        if (!dInput)
            return;
        // Mean and variance depend on every unit: their share is taken out of each one's gradient.
        *dInput = pass.dOutput.array().colwise() * scale().vector(parameters).array();
        auto& [mean, meanProduct] = pass.perSample;
        mean = dInput->colwise().mean();
        meanProduct = dInput->cwiseProduct(pass.saved).colwise().mean();
        dInput->array() -= pass.saved.array().rowwise() * meanProduct.array();
        dInput->rowwise() -= mean;
        dInput->array().rowwise() *= pass.savedScale.transpose().array();
    }

private:
    Scalar m_epsilon;
};

/// z = scale · u/√(mean of u² + epsilon), over the units of each sample (Zhang and Sennrich, 2019).
class RmsNormalization final : public NormalizationLayer
{
public:
    RmsNormalization(Index units, Index offset, double epsilon)
        : m_scale{offset, units, 1}
        , m_epsilon(static_cast<Scalar>(epsilon))
    {
    }

    [[nodiscard]] Index parametersEnd() const override { return m_scale.end(); }

    void initialize(Vector& parameters) const override { m_scale.vector(parameters).setOnes(); }

    void forward(const Vector& parameters, const Matrix& input, Occasion /*occasion*/, LayerPass& pass) const override
    {
        RowVector& square = pass.perSample[0];
        square = input.colwise().squaredNorm() / static_cast<Scalar>(input.rows());
        pass.savedScale = (square.array() + m_epsilon).rsqrt();
        pass.saved = input.array().rowwise() * pass.savedScale.transpose().array();
        pass.output = pass.saved.array().colwise() * m_scale.vector(parameters).array();
    }

    void backward(const Vector& parameters, const Matrix& /*input*/, LayerPass& pass, Matrix* dInput,
                  Vector& gradient) const override
    {
        m_scale.vector(gradient) = (pass.dOutput.array() * pass.saved.array()).rowwise().sum();
        if (!dInput)
            return;
        *dInput = pass.dOutput.array().colwise() * m_scale.vector(parameters).array();
        RowVector& meanProduct = pass.perSample[0];
        meanProduct = dInput->cwiseProduct(pass.saved).colwise().mean();
        dInput->array() -= pass.saved.array().rowwise() * meanProduct.array();
        dInput->array().rowwise() *= pass.savedScale.transpose().array();
    }

private:
    ParameterSlot m_scale;
    Scalar m_epsilon;
};

std::unique_ptr<NormalizationLayer> makeLayer(Index units, Index offset, std::span<const double> parameters)
{
    return std::make_unique<LayerNormalization>(units, offset, parameters[0]);
}

std::unique_ptr<NormalizationLayer> makeRms(Index units, Index offset, std::span<const double> parameters)
{
    return std::make_unique<RmsNormalization>(units, offset, parameters[0]);
}

std::unique_ptr<NormalizationLayer> makeBatch(Index units, Index offset, std::span<const double> parameters)
{
    return std::make_unique<BatchNormalization>(units, offset, parameters[0], parameters[1]);
}

constexpr std::array kNormalizations{
    NormalizationInfo{.id = "none", .formula = "z = u", .pytorch = "–", .paper = "–"},
    NormalizationInfo{.id = "batch",
                      .formula = "z = scale · (u − mean) / √(variance + epsilon) + shift, over the mini-batch",
                      .parameters = kBatchParameters,
                      .parametersPerUnit = 2,
                      .needsBatch = true,
                      .make = makeBatch,
                      .pytorch = "torch.nn.BatchNorm1d(units, eps=epsilon, momentum=momentum)",
                      .paper = "Ioffe, Szegedy: Batch Normalization (2015)"},
    NormalizationInfo{.id = "layer",
                      .formula = "z = scale · (u − mean) / √(variance + epsilon) + shift, over the units of a sample",
                      .parameters = kLayerParameters,
                      .parametersPerUnit = 2,
                      .make = makeLayer,
                      .pytorch = "torch.nn.LayerNorm(units, eps=epsilon)",
                      .paper = "Ba, Kiros, Hinton: Layer Normalization (2016)"},
    NormalizationInfo{.id = "rms",
                      .formula = "z = scale · u / √(mean u² + epsilon), over the units of a sample",
                      .parameters = kRmsParameters,
                      .parametersPerUnit = 1,
                      .make = makeRms,
                      .pytorch = "torch.nn.RMSNorm(units, eps=epsilon)",
                      .paper = "Zhang, Sennrich: Root Mean Square Layer Normalization (2019)"},
};

} // namespace

std::span<const NormalizationInfo> normalizationCatalogue()
{
    return kNormalizations;
}

} // namespace core
