// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Words.h"

#include <QCoreApplication>

namespace ui
{

namespace
{

std::vector<FieldWords> settingWords()
{
    std::vector<FieldWords> words{
        {"title", QT_TRANSLATE_NOOP("Words", "Title"), QT_TRANSLATE_NOOP("Words", "What the experiment is called.")},
        {"seed", QT_TRANSLATE_NOOP("Words", "Seed"),
         QT_TRANSLATE_NOOP("Words",
                           "Where the random numbers start: data, weights and the order of the samples. The same seed "
                           "gives exactly the same run again; another one shows whether an effect was only luck.")},
        {"data.source", QT_TRANSLATE_NOOP("Words", "Data set"),
         QT_TRANSLATE_NOOP(
             "Words",
             "What the network has to learn: points in the plane, a curve, pictures, or a table of your own.")},
        {"data.samples", QT_TRANSLATE_NOOP("Words", "Samples"),
         QT_TRANSLATE_NOOP("Words", "How many points are drawn, training and test together. A few hundred make a clear "
                                    "picture; more make the task easier to generalize.")},
        {"data.noise", QT_TRANSLATE_NOOP("Words", "Noise"),
         QT_TRANSLATE_NOOP("Words",
                           "How far the points are scattered: the standard deviation of the gaussian noise. "
                           "At 0.1 the moons touch; from about 0.3 on they overlap and no network can be perfect.")},
        {"data.classes", QT_TRANSLATE_NOOP("Words", "Classes"),
         QT_TRANSLATE_NOOP("Words", "How many clouds there are. The more there are, the closer they lie together.")},
        {"data.path", QT_TRANSLATE_NOOP("Words", "File"),
         QT_TRANSLATE_NOOP("Words", "The file with the data. Its name is relative to the folder of the experiment.")},
        {"data.labels", QT_TRANSLATE_NOOP("Words", "File of labels"),
         QT_TRANSLATE_NOOP("Words", "The file with the class of each picture, in the order of the pictures.")},
        {"data.label", QT_TRANSLATE_NOOP("Words", "Column to be learned"),
         QT_TRANSLATE_NOOP(
             "Words", "The column that the network has to predict from the others: its name, or its number from 0; "
                      "−1 is the last one.")},
        {"data.separator", QT_TRANSLATE_NOOP("Words", "Separator"),
         QT_TRANSLATE_NOOP("Words", "What stands between the cells of a row.")},
        {"data.header", QT_TRANSLATE_NOOP("Words", "Header"),
         QT_TRANSLATE_NOOP("Words",
                           "Whether the first row has the names of the columns. Automatic: it has if there is anything "
                           "but numbers in it, the column to be learned aside.")},
        {"data.task", QT_TRANSLATE_NOOP("Words", "Task"),
         QT_TRANSLATE_NOOP(
             "Words", "Whether classes are to be told apart or a number is to be predicted. Automatic: classes, if "
                      "there are words to be learned or at most 20 different whole numbers.")},
        {"data.points", QT_TRANSLATE_NOOP("Words", "Points"),
         QT_TRANSLATE_NOOP("Words", "The points that were drawn, each with its class.")},
        {"data.test_fraction", QT_TRANSLATE_NOOP("Words", "Test fraction"),
         QT_TRANSLATE_NOOP("Words",
                           "Share of the samples that is kept away from training and only used to measure how well "
                           "the network does on data it has never seen. 0: no test set.")},
        {"data.standardize", QT_TRANSLATE_NOOP("Words", "Standardize"),
         QT_TRANSLATE_NOOP("Words",
                           "Scales every feature to mean 0 and standard deviation 1, so that the first layer gets "
                           "inputs of a size that the initializers were made for.")},
        {"data.seed", QT_TRANSLATE_NOOP("Words", "Data seed"),
         QT_TRANSLATE_NOOP(
             "Words", "A seed for the data alone: the data stays the same while the seed of the experiment varies.")},
        {"network.depth", QT_TRANSLATE_NOOP("Words", "Depth"),
         QT_TRANSLATE_NOOP("Words",
                           "Number of hidden layers. On its way back the gradient is multiplied once a layer: with "
                           "every layer more it can shrink or grow by the same factor again. 0 is a linear model.")},
        {"network.width", QT_TRANSLATE_NOOP("Words", "Width"),
         QT_TRANSLATE_NOOP("Words",
                           "Units in each hidden layer. Wide layers average out the luck of single weights, so that "
                           "theory describes them better; narrow ones vary from seed to seed.")},
        {"network.activation.kind", QT_TRANSLATE_NOOP("Words", "Activation"),
         QT_TRANSLATE_NOOP("Words",
                           "The function f that every hidden unit applies to its sum z. Without one, all layers "
                           "together would be a single linear layer.")},
        {"network.activation.negative_slope", QT_TRANSLATE_NOOP("Words", "Negative slope"),
         QT_TRANSLATE_NOOP("Words",
                           "Slope of f left of zero. Any slope above 0 keeps some gradient flowing, so that a unit "
                           "can come back. PyTorch and JAX use 0.01; two Keras interfaces use 0.2 and 0.3.")},
        {"network.activation.initial_slope", QT_TRANSLATE_NOOP("Words", "Initial slope"),
         QT_TRANSLATE_NOOP(
             "Words", "Slope left of zero before training; the network then learns it like a weight. Usual: 0.25.")},
        {"network.activation.per_unit", QT_TRANSLATE_NOOP("Words", "One slope a unit"),
         QT_TRANSLATE_NOOP("Words", "Every unit learns a slope of its own; else all units of a layer share one.")},
        {"network.activation.lower", QT_TRANSLATE_NOOP("Words", "Smallest slope"),
         QT_TRANSLATE_NOOP("Words",
                           "In training each slope left of zero is drawn at random between this one and the largest. "
                           "Usual: 1/8.")},
        {"network.activation.upper", QT_TRANSLATE_NOOP("Words", "Largest slope"),
         QT_TRANSLATE_NOOP("Words",
                           "In training each slope left of zero is drawn at random between the smallest and this one. "
                           "Usual: 1/3.")},
        {"network.activation.threshold", QT_TRANSLATE_NOOP("Words", "Threshold"),
         QT_TRANSLATE_NOOP("Words", "Only what is above it passes. 0: as a ReLU does.")},
        {"network.activation.value", QT_TRANSLATE_NOOP("Words", "Value below"),
         QT_TRANSLATE_NOOP("Words", "What f is where nothing passes. Usual: 0.")},
        {"network.activation.min_val", QT_TRANSLATE_NOOP("Words", "Floor"),
         QT_TRANSLATE_NOOP("Words", "The smallest value of f; below it the slope is 0. Usual: −1.")},
        {"network.activation.max_val", QT_TRANSLATE_NOOP("Words", "Ceiling"),
         QT_TRANSLATE_NOOP("Words",
                           "The largest value of f; above it the slope is 0. Usual: 1. A ceiling below the floor makes "
                           "f constant.")},
        {"network.activation.beta", QT_TRANSLATE_NOOP("Words", "β"),
         QT_TRANSLATE_NOOP(
             "Words", "How sharp the bend at zero is: the larger, the closer the curve comes to a ReLU. Usual: 1.")},
        {"network.activation.expression", QT_TRANSLATE_NOOP("Words", "Formula"),
         QT_TRANSLATE_NOOP(
             "Words", "f(x) with + − * / ^, parentheses, comparisons and if(condition, p, q), numbers, pi, e, the "
                      "parameters a, b and c, and min, max, abs, sign, exp, log, sqrt, sin, cos, tanh, erf, sigmoid, "
                      "softplus, relu, clamp and some more. The derivative is exact.")},
        {"network.activation.a", QT_TRANSLATE_NOOP("Words", "a"),
         QT_TRANSLATE_NOOP("Words", "Stands for a in the formula that you type.")},
        {"network.activation.b", QT_TRANSLATE_NOOP("Words", "b"),
         QT_TRANSLATE_NOOP("Words",
                           "Squareplus: how wide the bend at zero is; the curve passes z = 0 at √b / 2. 0: a ReLU. "
                           "Usual: 4. In a formula of your own it stands for b.")},
        {"network.activation.c", QT_TRANSLATE_NOOP("Words", "c"),
         QT_TRANSLATE_NOOP("Words", "Stands for c in the formula that you type.")},
        {"network.activation.lambda", QT_TRANSLATE_NOOP("Words", "λ"),
         QT_TRANSLATE_NOOP("Words", "Half the width of the dead zone around zero. Usual: 0.5.")},
        {"network.activation.omega", QT_TRANSLATE_NOOP("Words", "ω"),
         QT_TRANSLATE_NOOP("Words",
                           "The frequency: how many radians the wave turns for each unit of z. Large ones draw finer "
                           "details and are harder to train. Usual: 1; 30 in networks made of sines.")},
        {"network.activation.alpha", QT_TRANSLATE_NOOP("Words", "α"),
         QT_TRANSLATE_NOOP(
             "Words", "How far down the curve goes on the left: it settles at −α. Usual: 1; any other makes a kink "
                      "at zero in an ELU, none in a CELU.")},
        {"network.normalization.kind", QT_TRANSLATE_NOOP("Words", "Normalization"),
         QT_TRANSLATE_NOOP("Words",
                           "Rescales what enters the activation, so that z stays where the activation has a slope.")},
        {"network.normalization.momentum", QT_TRANSLATE_NOOP("Words", "Averaging rate"),
         QT_TRANSLATE_NOOP("Words",
                           "How fast the averages that are used after training follow the mini-batches. Usual: 0.1.")},
        {"network.normalization.epsilon", QT_TRANSLATE_NOOP("Words", "ε"),
         QT_TRANSLATE_NOOP("Words", "Added to the variance, so that nothing is divided by zero. Usual: 1e-5.")},
        {"network.residual", QT_TRANSLATE_NOOP("Words", "Residual connections"),
         QT_TRANSLATE_NOOP("Words", "A way around each hidden layer on which the gradient is not weakened.")},
        {"network.dropout.kind", QT_TRANSLATE_NOOP("Words", "Dropout"),
         QT_TRANSLATE_NOOP("Words", "Silences some of the hidden units at random in every training step, so that none "
                                    "can rely on another. Evaluation always uses all of them.")},
        {"network.dropout.rate", QT_TRANSLATE_NOOP("Words", "Dropout rate"),
         QT_TRANSLATE_NOOP("Words", "Share of the hidden units that is silenced at random in every training step. 0: "
                                    "none. Usual: 0.1 to 0.5.")},
        {"network.layers", QT_TRANSLATE_NOOP("Words", "Each layer its own"),
         QT_TRANSLATE_NOOP("Words", "Lets every hidden layer have its own units, activation, normalization, skip and "
                                    "dropout. What a layer does not have of its own follows the network.")},
        {"network.layers.units", QT_TRANSLATE_NOOP("Words", "Units"),
         QT_TRANSLATE_NOOP("Words", "Units of this hidden layer.")},
        {"initializer.kind", QT_TRANSLATE_NOOP("Words", "Initializer"),
         QT_TRANSLATE_NOOP("Words", "How the weights are drawn before training. Their size decides whether signals and "
                                    "gradients keep their strength from layer to layer.")},
        {"initializer.gain", QT_TRANSLATE_NOOP("Words", "Gain"),
         QT_TRANSLATE_NOOP("Words",
                           "Multiplies all weights at the start. A gain slightly too large or too small is taken to "
                           "the power of the depth: 1.5 over 30 layers is a factor of 190,000.")},
        {"initializer.negative_slope", QT_TRANSLATE_NOOP("Words", "Slope it allows for"),
         QT_TRANSLATE_NOOP("Words",
                           "The slope left of zero that the initializer reckons with: 0 for ReLU, the activation's own "
                           "slope for Leaky ReLU.")},
        {"initializer.std", QT_TRANSLATE_NOOP("Words", "Standard deviation"),
         QT_TRANSLATE_NOOP("Words",
                           "How far the weights are spread, whatever the width. For a layer of 32 inputs, 0.18 keeps a "
                           "linear signal as strong as it came.")},
        {"initializer.limit", QT_TRANSLATE_NOOP("Words", "Limit"),
         QT_TRANSLATE_NOOP("Words", "The weights lie evenly between minus and plus this number, whatever the width.")},
        {"initializer.value", QT_TRANSLATE_NOOP("Words", "Weight"),
         QT_TRANSLATE_NOOP(
             "Words", "All weights begin with this one number, so that all units of a layer stay the same for ever.")},
        {"initializer.bias", QT_TRANSLATE_NOOP("Words", "Bias"),
         QT_TRANSLATE_NOOP("Words",
                           "Mean of the hidden biases at the start, usually 0. A clearly negative bias puts ReLU units "
                           "to sleep before training has begun.")},
        {"initializer.bias_std", QT_TRANSLATE_NOOP("Words", "Bias spread"),
         QT_TRANSLATE_NOOP("Words", "Standard deviation of the hidden biases at the start. Usual: 0.")},
        {"loss.kind", QT_TRANSLATE_NOOP("Words", "Loss"),
         QT_TRANSLATE_NOOP("Words",
                           "What training makes small: how wrong the network's answers are. Its gradient is what "
                           "travels back through the layers.")},
        {"loss.delta", QT_TRANSLATE_NOOP("Words", "δ"),
         QT_TRANSLATE_NOOP(
             "Words", "From this error on the loss grows linearly, no longer with the square, so that outliers pull "
                      "no harder than this. Usual: 1.")},
        {"optimizer.kind", QT_TRANSLATE_NOOP("Words", "Optimizer"),
         QT_TRANSLATE_NOOP("Words", "The rule that turns gradients into changes of the weights.")},
        {"optimizer.learning_rate", QT_TRANSLATE_NOOP("Words", "Learning rate"),
         QT_TRANSLATE_NOOP(
             "Words",
             "How far the weights move along the gradient in one step. Too small: nothing seems to happen. "
             "Too large: the loss jumps or the run diverges. Usual: 0.01 to 0.5 for SGD, 0.0003 to 0.01 for Adam.")},
        {"optimizer.momentum", QT_TRANSLATE_NOOP("Words", "Momentum"),
         QT_TRANSLATE_NOOP("Words",
                           "Share of the previous step that is added to the next, like a ball that keeps rolling. "
                           "0.9 makes steps up to ten times as long where the gradient keeps its direction.")},
        {"optimizer.nesterov", QT_TRANSLATE_NOOP("Words", "Nesterov momentum"),
         QT_TRANSLATE_NOOP("Words",
                           "Looks at the gradient a little ahead in the direction of the momentum. It needs a momentum "
                           "above 0.")},
        {"optimizer.weight_decay", QT_TRANSLATE_NOOP("Words", "Weight decay"),
         QT_TRANSLATE_NOOP(
             "Words", "Pulls all weights a little towards zero in every step. 0: not at all; usual: 1e-5 to 1e-2.")},
        {"optimizer.beta1", QT_TRANSLATE_NOOP("Words", "β₁"),
         QT_TRANSLATE_NOOP("Words", "How much of the past the average of the gradients keeps. Usual: 0.9.")},
        {"optimizer.beta2", QT_TRANSLATE_NOOP("Words", "β₂"),
         QT_TRANSLATE_NOOP("Words",
                           "How much of the past the average of the squared gradients keeps, by which Adam divides its "
                           "steps. Usual: 0.999.")},
        {"optimizer.epsilon", QT_TRANSLATE_NOOP("Words", "ε"),
         QT_TRANSLATE_NOOP("Words",
                           "Added to the divisor of the step. Gradients well below it hardly move their weights, even "
                           "with Adam. Usual: 1e-8.")},
        {"optimizer.alpha", QT_TRANSLATE_NOOP("Words", "α"),
         QT_TRANSLATE_NOOP("Words",
                           "How much of the past the average of the squared gradients keeps, by which RMSprop divides "
                           "its steps. Usual: 0.99.")},
        {"optimizer.centered", QT_TRANSLATE_NOOP("Words", "Centered"),
         QT_TRANSLATE_NOOP("Words",
                           "Divides by how much the gradient varies about its mean instead of by its size: where it "
                           "keeps its direction, the steps grow.")},
        {"optimizer.lr_decay", QT_TRANSLATE_NOOP("Words", "Rate decay"),
         QT_TRANSLATE_NOOP("Words",
                           "Divides the learning rate by 1 + decay × steps made, on top of any schedule. Usual: 0.")},
        {"optimizer.initial_accumulator_value", QT_TRANSLATE_NOOP("Words", "Start of the sum"),
         QT_TRANSLATE_NOOP("Words",
                           "What the sum of the squared gradients begins with. Above 0 it shortens the first steps, "
                           "which are otherwise as long as the learning rate. Usual: 0.")},
        {"optimizer.clip_norm", QT_TRANSLATE_NOOP("Words", "Clip norm"),
         QT_TRANSLATE_NOOP("Words",
                           "Shortens the gradient of all weights together to this length where it is longer; its "
                           "direction stays. It tames exploding gradients. 0: off; usual: 1.")},
        {"optimizer.clip_value", QT_TRANSLATE_NOOP("Words", "Clip values"),
         QT_TRANSLATE_NOOP("Words",
                           "Cuts each element of the gradient off at minus and plus this number, after the norm has "
                           "been clipped; the direction changes. 0: off; usual: 0.5 to 1.")},
        {"optimizer.l1", QT_TRANSLATE_NOOP("Words", "L1 penalty"),
         QT_TRANSLATE_NOOP("Words",
                           "Pulls all weights and biases towards zero with the same force, however small they are, so "
                           "that what is not needed comes close to 0. 0: off; usual: 1e-5 to 1e-3.")},
        {"optimizer.schedule.kind", QT_TRANSLATE_NOOP("Words", "Schedule"),
         QT_TRANSLATE_NOOP("Words",
                           "What the learning rate is multiplied with, step by step. Large steps at first and small "
                           "ones at the end find lower losses than steps of one size.")},
        {"optimizer.schedule.step_size", QT_TRANSLATE_NOOP("Words", "Steps between drops"),
         QT_TRANSLATE_NOOP("Words", "After so many steps the learning rate drops, again and again.")},
        {"optimizer.schedule.gamma", QT_TRANSLATE_NOOP("Words", "γ"),
         QT_TRANSLATE_NOOP("Words",
                           "What the learning rate is multiplied with at every drop, or in every step. Below 1 it "
                           "falls, above 1 it grows.")},
        {"optimizer.schedule.steps", QT_TRANSLATE_NOOP("Words", "Steps down to 0"),
         QT_TRANSLATE_NOOP("Words", "After so many steps the learning rate has come down to 0, and stays there.")},
        {"optimizer.schedule.warmup_steps", QT_TRANSLATE_NOOP("Words", "Warm-up steps"),
         QT_TRANSLATE_NOOP("Words",
                           "In so many steps the learning rate rises evenly to its full height, because the first "
                           "gradients are often wild. 0: no warm-up.")},
        {"training.batch_size", QT_TRANSLATE_NOOP("Words", "Batch size"),
         QT_TRANSLATE_NOOP(
             "Words", "Samples whose gradients are averaged for one step. Small batches are noisy and quick, large "
                      "ones smooth and slow. Usual: 16 to 128.")},
        {"training.steps", QT_TRANSLATE_NOOP("Words", "Steps"),
         QT_TRANSLATE_NOOP("Words", "After so many updates training pauses; you can always let it go on.")},
        {"training.steps_per_second", QT_TRANSLATE_NOOP("Words", "Pace"),
         QT_TRANSLATE_NOOP("Words", "Steps a second. 0: as fast as it goes.")},
        {"probe.samples", QT_TRANSLATE_NOOP("Words", "Probe samples"),
         QT_TRANSLATE_NOOP("Words", "How many training samples the pictures of the layers are made from.")},
    };
    return words;
}

} // namespace

const std::vector<FieldWords>& fieldWordsTable()
{
    static const std::vector<FieldWords> table = [] {
        std::vector<FieldWords> words = settingWords();
        const std::vector<FieldWords> thresholds = thresholdWords();
        words.insert(words.end(), thresholds.begin(), thresholds.end());
        return words;
    }();
    return table;
}

} // namespace ui
