// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of losses, each with its gradient with respect to the network's linear output, and what the output of a
// network trained with it says. Used by TrainingRun, Probe, Evaluator and DecisionMapper on the trainer's thread; the
// table of settings, the check and the window read the catalogue.
#pragma once

#include "core/base/Catalogue.h"
#include "core/base/Types.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"

#include <string>
#include <string_view>
#include <vector>

namespace core
{

/// One row.
struct LossInfo {
    std::string_view id{};
    std::string_view formula{}; ///< of one sample
    std::span<const ParameterInfo> parameters{};
    bool needsClasses = false;
    bool needsTwoClasses = false;
    bool oneOutputForTwoClasses = false; ///< one-hot above two
    bool takesClasses = false;           ///< targets are one row with the number of each sample's class
    bool logistic = false;               ///< a single output is the logit of class 1: targets 0, 1; else −1, +1
    /// Sum over the batch of the per-sample losses; its gradient into `dOutput` where that is not null.
    /// parameters: in the order of the row. output, dOutput: outputs × batch; target: likewise, or
    /// 1 × batch.
    double (*evaluate)(std::span<const double> parameters, const Matrix& output, const Matrix& target,
                       Matrix* dOutput) = nullptr;
    std::string_view pytorch{};
    std::string_view paper{};
};

std::span<const LossInfo> lossCatalogue();

/// Whether data with so many classes (0: regression) can be learned with this loss.
bool fitsClasses(const LossInfo& loss, int classes);

/// The ids of all losses that fit, comma-separated.
std::string fittingLosses(int classes);

/// The row of a choice, of which an empty kind stands for the default of the data's task; nullptr for an unknown kind.
const LossInfo* findLoss(const Choice& choice, bool classification);

/// Outputs of a network for this loss; `classes` is 0 for regression.
Index outputCount(const LossInfo& loss, int classes);

/// What the outputs shall become: the class (1 × samples) where the loss takes that; else outputs × samples, one-hot
/// for several outputs, −1 and +1 (of a logistic loss 0 and 1) for one output on two classes.
Matrix lossTargets(const LossInfo& loss, const Samples& samples, int classes);

/// The class that the outputs of one sample stand for: the largest, or the sign of a single one.
int answeredClass(const Matrix& output, Index sample);

/// What the outputs of one sample give to `wanted`: a probability where the loss makes one (softmax, sigmoid), else how
/// far the output has come from the target of the others to that of `wanted`, clipped to 0 … 1.
float probabilityOfClass(const LossInfo& loss, const Matrix& output, Index sample, int wanted);

/// A loss with its parameters fixed: a small value.
class LossFunction
{
public:
    /// The choice must be one that ConfigCheck accepts for such data.
    LossFunction(const Choice& choice, bool classification);

    [[nodiscard]] const LossInfo& info() const { return *m_info; }
    /// LossInfo::evaluate.
    double evaluate(const Matrix& output, const Matrix& target, Matrix* dOutput) const
    {
        return m_info->evaluate(m_parameters, output, target, dOutput);
    }

private:
    const LossInfo* m_info;
    std::vector<double> m_parameters;
};

} // namespace core
