// SPDX-License-Identifier: GPL-3.0-or-later
// The table of FindingWords. What other tools go by: SageMaker Debugger's built-in rules; AutoTrainer (Zhang et al.,
// ICSE 2021); the DeadReLU callback of keras-contrib; Karpathy's "Neural Networks: Zero to Hero" for the update ratio.
#include "ui/base/FindingWords.h"

#include <QCoreApplication>

namespace ui
{

const std::vector<FindingWordsRow>& findingWordsTable()
{
    static const std::vector<FindingWordsRow> table{
        {"diverged", QT_TRANSLATE_NOOP("FindingWords", "Diverged"),
         QT_TRANSLATE_NOOP("FindingWords", "z, loss, delta or a parameter is not finite"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "A number has grown beyond what the computer can hold, and from then on nothing can be learned. Mostly "
             "the updates were too large."),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "SageMaker Debugger and AutoTrainer stop here as well: a loss or gradient that is NaN or infinite.")},
        {"vanishing", QT_TRANSLATE_NOOP("FindingWords", "Vanishing gradient"),
         QT_TRANSLATE_NOOP("FindingWords", "delta_ratio = rms delta of layer 1 / rms delta of layer L"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "On its way back every layer multiplies the gradient by its weights and by f′(z). Where the product "
             "shrinks, the first layers hardly learn."),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "SageMaker Debugger: mean |gradient| below 1e-7. AutoTrainer: ratio of first to last layer below 1e-3.")},
        {"exploding", QT_TRANSLATE_NOOP("FindingWords", "Exploding gradient"),
         QT_TRANSLATE_NOOP("FindingWords", "delta_ratio = rms delta of layer 1 / rms delta of layer L"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "On its way back every layer multiplies the gradient by its weights and by f′(z), and a normalization "
             "divides it by the spread of what it is given: under batch norm it grows with depth in any case (Yang et "
             "al., 2019). Where it has grown much, the first layers may be thrown about."),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "SageMaker Debugger: a gradient that is NaN or infinite. AutoTrainer: ratio of first to last layer "
             "above 70.")},
        {"dead", QT_TRANSLATE_NOOP("FindingWords", "Dead units"),
         QT_TRANSLATE_NOOP("FindingWords", "units with f′(z) = 0 on every sample / units"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "A unit without derivative on any sample gets no gradient, and its weights never change again. A "
             "quarter more than before the first step is an alarm."),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "SageMaker Debugger: 50 % of a layer active in less than 1 % of the samples. AutoTrainer: 70 % zero "
             "gradients. keras-contrib: 10 % dead. A healthy He-initialized ReLU network of 8 × 32 has layers with "
             "20 to 25 % dead units.")},
        {"collapsed", QT_TRANSLATE_NOOP("FindingWords", "Collapsed representation"),
         QT_TRANSLATE_NOOP("FindingWords",
                           "rms over the units of the standard deviation over the samples, the smaller one of z and a"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "The layer answers nearly the same to every sample. What comes after it cannot tell them apart."),
         QT_TRANSLATE_NOOP("FindingWords", "SageMaker Debugger: a tensor whose values are all zero.")},
        {"saturated", QT_TRANSLATE_NOOP("FindingWords", "Saturated layer"),
         QT_TRANSLATE_NOOP("FindingWords", "(sample, unit) pairs with z in a saturating tail / pairs"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "Far out the activation is nearly flat: |f′| is below a tenth of its largest value, and little gradient "
             "comes through."),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "SageMaker Debugger: tanh beyond |z| = 9.5, sigmoid below z = −23 or above 17, in all units of a layer.")},
        {"asleep", QT_TRANSLATE_NOOP("FindingWords", "Units asleep"),
         QT_TRANSLATE_NOOP("FindingWords", "units with z ≤ 0 on every sample and a weak negative side / units"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "On all samples these units are on the weak side of the activation. They add little, and wake up "
             "slowly."),
         nullptr},
        {"learning_rate_high", QT_TRANSLATE_NOOP("FindingWords", "Learning rate too high"),
         QT_TRANSLATE_NOOP("FindingWords", "rms(ΔW) / rms(W) of the last update, the middle one of all layers"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "Each step changes the weights by a large part of themselves. The loss jumps about instead of "
             "settling."),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "A rule of thumb wants this ratio near 10 to the −3. AutoTrainer looks for a loss that jumps.")},
        {"learning_rate_low", QT_TRANSLATE_NOOP("FindingWords", "Learning rate too low"),
         QT_TRANSLATE_NOOP("FindingWords", "rms(ΔW) / rms(W) of the last update, the largest one of all layers"),
         QT_TRANSLATE_NOOP("FindingWords",
                           "Even the layer that moves most hardly moves, while there is still much to be learned."),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "A rule of thumb wants this ratio near 10 to the −3. SageMaker Debugger: a weight update ratio below "
             "1e-8 or above 10.")},
        {"plateau", QT_TRANSLATE_NOOP("FindingWords", "Loss on a plateau"),
         QT_TRANSLATE_NOOP("FindingWords", "steps since the training loss last fell by 1 %"),
         QT_TRANSLATE_NOOP("FindingWords",
                           "The loss does not fall, and is still close to that of a network that knows nothing."),
         QT_TRANSLATE_NOOP("FindingWords", "SageMaker Debugger: a loss that does not fall by 0.1 % within 10 steps.")},
        {"classes_never_predicted", QT_TRANSLATE_NOOP("FindingWords", "Classes never predicted"),
         QT_TRANSLATE_NOOP("FindingWords", "classes that are the answer to no training sample / classes"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "The network answers some classes to nobody, mostly because it has learned nothing of the inputs yet."),
         nullptr},
        {"poor_initialization", QT_TRANSLATE_NOOP("FindingWords", "Poor initialization"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "standard deviation of z over the samples in layer 1 / that of another layer, or its inverse, at step 0"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "With weights that fit the activation the signal keeps its size from layer to layer. Here it does not, "
             "and the gradient suffers in the same way."),
         QT_TRANSLATE_NOOP("FindingWords",
                           "SageMaker Debugger: a ratio above 10 between the largest and the smallest variance.")},
        {"overfitting", QT_TRANSLATE_NOOP("FindingWords", "Overfitting"),
         QT_TRANSLATE_NOOP("FindingWords", "(test loss − training loss) / loss of knowing nothing"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "The training samples are being learned by heart: on samples that it has not seen, the network is much "
             "worse."),
         QT_TRANSLATE_NOOP("FindingWords",
                           "SageMaker Debugger: a validation loss that is 10 % above the training loss.")},
        {"useless_depth", QT_TRANSLATE_NOOP("FindingWords", "Depth without use"),
         QT_TRANSLATE_NOOP("FindingWords", "layers of a network without any non-linearity, more than 1"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "A chain of linear layers is one linear layer: depth adds parameters, but no new functions."),
         nullptr},
    };
    return table;
}

const std::vector<CureWordsRow>& cureWordsTable()
{
    static const std::vector<CureWordsRow> table{
        {"rectify", QT_TRANSLATE_NOOP("FindingWords", "ReLU with He weights"),
         QT_TRANSLATE_NOOP(
             "FindingWords",
             "ReLU has the derivative 1 wherever a unit is active, and He's weights keep the size of signal and "
             "gradient.")},
        {"leak", QT_TRANSLATE_NOOP("FindingWords", "Leaky ReLU"),
         QT_TRANSLATE_NOOP("FindingWords", "A small slope on the negative side: no unit is ever without a gradient.")},
        {"usual_initializer", QT_TRANSLATE_NOOP("FindingWords", "Fitting weights"),
         QT_TRANSLATE_NOOP("FindingWords",
                           "The initialization that goes with the activation, with gain 1 and without biases.")},
        {"batch_normalization", QT_TRANSLATE_NOOP("FindingWords", "Batch normalization"),
         QT_TRANSLATE_NOOP("FindingWords",
                           "Brings z back to mean 0 and variance 1 in every layer, where the activation is alive.")},
        {"shallower", QT_TRANSLATE_NOOP("FindingWords", "Depth %1"),
         QT_TRANSLATE_NOOP("FindingWords", "Fewer layers, fewer factors on the way back.")},
        {"lower_learning_rate", QT_TRANSLATE_NOOP("FindingWords", "Learning rate %1"),
         QT_TRANSLATE_NOOP("FindingWords", "Smaller steps stay in control.")},
        {"slower_descent", QT_TRANSLATE_NOOP("FindingWords", "Learning rate %1"),
         QT_TRANSLATE_NOOP("FindingWords",
                           "The units died while training: smaller steps throw fewer of them over the edge.")},
        {"fitting_learning_rate", QT_TRANSLATE_NOOP("FindingWords", "Learning rate %1"),
         QT_TRANSLATE_NOOP("FindingWords", "Steps of about a thousandth of the weights.")},
        {"adam", QT_TRANSLATE_NOOP("FindingWords", "Adam"),
         QT_TRANSLATE_NOOP("FindingWords", "Gives every weight steps of its own size, however small its gradient.")},
        {"clip_norm", QT_TRANSLATE_NOOP("FindingWords", "Clip the gradient"),
         QT_TRANSLATE_NOOP("FindingWords",
                           "A gradient longer than 1 is shortened to 1: no single batch can throw the weights away.")},
        {"smaller", QT_TRANSLATE_NOOP("FindingWords", "Smaller network"),
         QT_TRANSLATE_NOOP("FindingWords", "With fewer weights there is less that can be learned by heart.")},
        {"weight_decay", QT_TRANSLATE_NOOP("FindingWords", "Weight decay %1"),
         QT_TRANSLATE_NOOP("FindingWords", "Pulls all weights towards 0, so that only what pays off stays.")},
        {"dropout", QT_TRANSLATE_NOOP("FindingWords", "Dropout %1"),
         QT_TRANSLATE_NOOP("FindingWords",
                           "Silences units at random while training, so that none can rely on a single other one.")},
    };
    return table;
}

} // namespace ui
