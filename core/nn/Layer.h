// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of a layer: a function of its input and of its parameters, with its gradient. A layer keeps its shape
// only; the parameters of all layers lie in one row that the network owns, and what a pass computes lies in a LayerPass
// that the caller owns. So a probe can read a network while nothing of it changes.
#pragma once

#include "core/base/Types.h"

#include <cstdint>

namespace core
{

class WorkCrew;

/// What a forward pass is for.
enum class Mode {
    Training,   ///< a mini-batch; batch normalisation uses the batch's own statistics, dropout drops
    Evaluation, ///< running statistics, nothing random
    Probe,      ///< nothing random, but batch normalisation uses the probe set's own statistics
};

/// What a pass is for and, where it is a training step, which one: what is random in a layer is a function of the
/// seed, the layer and the step, so that a run can be replayed from anywhere.
struct Occasion {
    Occasion(Mode what, std::uint64_t stepNumber = 0)
        : mode(what)
        , step(stepNumber)
    {
    }
    Mode mode;
    std::uint64_t step;
};

/// Where a layer's random numbers come from.
struct RandomSource {
    std::int64_t seed = 0;
    std::uint64_t layer = 0; ///< from 1
};

/// Where a tensor lies in the network's row of parameters.
struct ParameterSlot {
    Index offset = 0;
    Index rows = 0;
    Index columns = 1;

    [[nodiscard]] Index size() const { return rows * columns; }
    [[nodiscard]] Index end() const { return offset + size(); }
    [[nodiscard]] MatrixView matrix(Vector& row) const { return {row.data() + offset, rows, columns}; }
    [[nodiscard]] ConstMatrixView matrix(const Vector& row) const { return {row.data() + offset, rows, columns}; }
    [[nodiscard]] VectorView vector(Vector& row) const { return {row.data() + offset, size()}; }
    [[nodiscard]] ConstVectorView vector(const Vector& row) const { return {row.data() + offset, size()}; }
};

/// What one layer computes in a pass forth and back. Matrices are features × batch.
struct LayerPass {
    Matrix output;
    Matrix dOutput; ///< ∂loss/∂output; filled by the layer above
    Matrix saved;   ///< what the layer's way back needs, if more than input and output
    Vector savedScale;
    bool finite = true;         ///< what the layer has found out about `output` on its way
    bool gradientFinite = true; ///< and about the gradient that it has handed down
    WorkCrew* crew = nullptr;   ///< who helps with much work, if somebody does
    bool measures = false;      ///< wants `gradientSquares`
    double gradientSquares = 0; ///< of the gradient handed down, the sum of the squares; by layers that tell it
    Vector batchMean;
    Vector batchVariance;
    Vector perUnit[3];      ///< scratch of a layer's own, kept so that a step asks for no memory
    RowVector perSample[2]; ///< likewise
};

class Layer
{
public:
    virtual ~Layer() = default;

    /// Fills pass.output.
    virtual void forward(const Vector& parameters, const Matrix& input, Occasion occasion, LayerPass& pass) const = 0;
    /// From pass.dOutput: adds nothing, but sets ∂loss/∂parameters in `gradient` (if the layer has any) and, unless it
    /// is null, ∂loss/∂input. `dInput` may not be pass.dOutput.
    virtual void backward(const Vector& parameters, const Matrix& input, LayerPass& pass, Matrix* dInput,
                          Vector& gradient) const = 0;
    /// Takes what a training pass has seen into running statistics.
    virtual void learnStatistics(const LayerPass& /*pass*/) {}
};

} // namespace core
