// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of activation functions and the one class that evaluates them. A new activation is one formula pair in
// kernels/ActivationFormulas.h or RectifierFormulas.h, named in the list of
// kernels/ActivationKernels.h, and one row in a part of the catalogue, such as
// ActivationCatalogueOthers.cpp. Used by layers (trainer's thread), the curve card and `curve`.
#pragma once

#include "core/base/Catalogue.h"
#include "core/base/Types.h"
#include "core/config/ExperimentConfig.h"
#include "core/nn/ExpressionAnalysis.h"

#include <array>
#include <limits>
#include <memory>
#include <span>
#include <string_view>

namespace core
{

/// Where |f′| fades for good. A tail is the unbounded interval beyond the outermost z at which |f′| reaches 0.1 ·
/// reference.
enum class Tails {
    None,
    Both,  ///< reference: max|f′|
    Left,  ///< reference: the right-hand slope at 0
    Right, ///< reference: max|f′|
};

/// The interval between the saturating tails; infinite where there is no tail.
struct SaturationRange {
    double lower = -std::numeric_limits<double>::infinity();
    double upper = std::numeric_limits<double>::infinity();
};

/// One row of the catalogue.
struct ActivationInfo {
    static constexpr std::size_t kMaxParameters = 3;
    using Parameters = std::array<Scalar, kMaxParameters>;
    /// Where the tails begin, in closed form.
    using Saturation = SaturationRange (*)(const Parameters& parameters);

    std::string_view id{};
    std::string_view name{};       ///< as textbooks write it, the same in all languages
    std::string_view formula{};    ///< f in plain text with Unicode signs
    std::string_view derivative{}; ///< f′ likewise
    std::span<const ParameterInfo> parameters{};
    Tails tails = Tails::None;
    Saturation saturation = nullptr; ///< of a row with tails
    bool negativeSideIsWeak = false; ///< z ≤ 0 on all samples means "asleep"
    bool slopeIsLearned = false;     ///< parameter 0 is only the initial value of a trained one
    bool isFlat = false;             ///< f′ is 0 everywhere: no gradient ever comes through
    bool isTyped = false;            ///< f is Choice::expression, its parameters a, b and c
    bool slopeIsRandom = false;      ///< in training drawn for each value, between parameters 0 and 1; else their mean
    std::string_view range{};        ///< of f, as an interval
    bool monotone = true;            ///< with the default parameters
    std::string_view kinks{};        ///< where f′ jumps, e.g. "0"; empty if nowhere
    std::string_view vanishing{};    ///< where f′ is or tends to 0; empty if nowhere
    std::string_view initializer{};  ///< the usual companion, an id of the initialiser catalogue
    std::string_view pytorch{};      ///< how PyTorch spells it
    std::string_view paper{};
    std::size_t kernel = 0; ///< its formula's place in Kernels::activations; typed functions have none
};

std::span<const ActivationInfo> activationCatalogue();

/// What a typed activation is as long as nobody has typed anything.
inline constexpr std::string_view kExpressionByDefault = "x * sigmoid(x)";

/// What was typed for this activation.
std::string_view expressionOf(const Choice& choice);

/// An activation with its parameters fixed: a small value.
class ActivationFunction
{
public:
    /// The choice must be one that ConfigCheck accepts.
    explicit ActivationFunction(const Choice& choice);

    [[nodiscard]] const ActivationInfo& info() const { return *m_info; }
    /// f(z) into `f` and f′(z) into `df`, each as long as z or empty where it is not wanted.
    void evaluate(std::span<const Scalar> z, std::span<Scalar> f, std::span<Scalar> df) const;
    /// The same function with this slope in place of the initial one, where the slope is learned.
    [[nodiscard]] ActivationFunction withLearnedSlope(Scalar slope) const;
    [[nodiscard]] double parameter(std::size_t index) const { return static_cast<double>(m_parameters[index]); }
    [[nodiscard]] SaturationRange saturationRange() const;
    /// False where f′ is 0 everywhere, as for a step: its units pass no gradient, and are not called dead.
    [[nodiscard]] bool hasDerivative() const;
    /// What a typed function is like, found numerically; nullptr for a row of the catalogue that has its facts.
    [[nodiscard]] const ExpressionAnalysis* analysis() const;

private:
    struct Typed;

    const ActivationInfo* m_info;
    ActivationInfo::Parameters m_parameters{};
    std::shared_ptr<const Typed> m_typed; ///< of a typed function; shared by its copies
};

} // namespace core
