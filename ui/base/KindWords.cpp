// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Words.h"

#include <QCoreApplication>

namespace ui
{

namespace
{

constexpr std::string_view kSource = "data.source";
constexpr std::string_view kSeparator = "data.separator";
constexpr std::string_view kHeader = "data.header";
constexpr std::string_view kTask = "data.task";
constexpr std::string_view kNormalization = "network.normalization.kind";
constexpr std::string_view kResidual = "network.residual";
constexpr std::string_view kDropout = "network.dropout.kind";
constexpr std::string_view kInitializer = "initializer.kind";
constexpr std::string_view kLoss = "loss.kind";
constexpr std::string_view kOptimizer = "optimizer.kind";
constexpr std::string_view kSchedule = "optimizer.schedule.kind";

} // namespace

const std::vector<KindWords>& kindWordsTable()
{
    static const std::vector<KindWords> table{
        {kSource, "moons", QT_TRANSLATE_NOOP("Words", "Two moons"),
         QT_TRANSLATE_NOOP(
             "Words",
             "Two half circles that reach into each other: easy for a network, impossible for a straight line.")},
        {kSource, "circles", QT_TRANSLATE_NOOP("Words", "Circles"),
         QT_TRANSLATE_NOOP("Words", "A ring around another one: the border has to close upon itself.")},
        {kSource, "spirals", QT_TRANSLATE_NOOP("Words", "Two spirals"),
         QT_TRANSLATE_NOOP("Words",
                           "Two arms wound around each other: the hardest task in the plane, it needs some depth.")},
        {kSource, "xor", QT_TRANSLATE_NOOP("Words", "XOR"),
         QT_TRANSLATE_NOOP("Words",
                           "Opposite corners belong together: the smallest task that a linear model cannot solve.")},
        {kSource, "sine_wave", QT_TRANSLATE_NOOP("Words", "Sine wave"),
         QT_TRANSLATE_NOOP("Words", "A curve to be fitted: one number in, one number out.")},
        {kSource, "gaussians", QT_TRANSLATE_NOOP("Words", "Gaussian clouds"),
         QT_TRANSLATE_NOOP("Words",
                           "Round clouds on a circle, one for each class: more than two classes in one picture.")},
        {kSource, "drawn", QT_TRANSLATE_NOOP("Words", "Drawn points"),
         QT_TRANSLATE_NOOP("Words", "Points of your own, set by hand: make the task that shows what you mean.")},
        {kSource, "staircase", QT_TRANSLATE_NOOP("Words", "Staircase"),
         QT_TRANSLATE_NOOP("Words", "A curve of flat stairs and steep edges: hard for smooth activations.")},
        {kSource, "bump", QT_TRANSLATE_NOOP("Words", "Bump"),
         QT_TRANSLATE_NOOP("Words", "A single bell on flat ground: the smallest thing that a network is built from.")},
        {kSource, "iris", QT_TRANSLATE_NOOP("Words", "Iris flowers"),
         QT_TRANSLATE_NOOP("Words",
                           "150 flowers of three species, told apart by four lengths: the classic of statistics.")},
        {kSource, "wine", QT_TRANSLATE_NOOP("Words", "Wine"),
         QT_TRANSLATE_NOOP(
             "Words", "178 wines of three growers, told apart by 13 measurements. Few samples: mind overfitting.")},
        {kSource, "breast_cancer", QT_TRANSLATE_NOOP("Words", "Breast cancer"),
         QT_TRANSLATE_NOOP("Words", "569 tumours, malignant or benign, told apart by 30 measurements of their cells.")},
        {kSource, "csv", QT_TRANSLATE_NOOP("Words", "Table (CSV)"),
         QT_TRANSLATE_NOOP(
             "Words", "A table of your own in a text file. “Import data …” in the File menu shows what is in it.")},
        {kSource, "idx", QT_TRANSLATE_NOOP("Words", "Pictures (IDX)"),
         QT_TRANSLATE_NOOP("Words", "Pictures and their classes in the format of MNIST, also gzipped.")},
        {kSource, "digits", QT_TRANSLATE_NOOP("Words", "Handwritten digits"),
         QT_TRANSLATE_NOOP("Words",
                           "1,797 digits written by hand, eight by eight pixels each: 64 inputs, ten classes.")},

        {kSeparator, "auto", QT_TRANSLATE_NOOP("Words", "Automatic"),
         QT_TRANSLATE_NOOP("Words", "The sign that stands equally often in all rows.")},
        {kSeparator, "comma", QT_TRANSLATE_NOOP("Words", "Comma"), QT_TRANSLATE_NOOP("Words", "As in 1.5,2,red.")},
        {kSeparator, "semicolon", QT_TRANSLATE_NOOP("Words", "Semicolon"),
         QT_TRANSLATE_NOOP("Words", "As in 1.5;2;red.")},
        {kSeparator, "tab", QT_TRANSLATE_NOOP("Words", "Tabulator"),
         QT_TRANSLATE_NOOP("Words", "As spreadsheets copy their cells.")},
        {kHeader, "auto", QT_TRANSLATE_NOOP("Words", "Automatic"),
         QT_TRANSLATE_NOOP("Words", "The first row is a header if there are words where numbers should be.")},
        {kHeader, "yes", QT_TRANSLATE_NOOP("Words", "The first row"),
         QT_TRANSLATE_NOOP("Words", "The first row has the names of the columns.")},
        {kHeader, "no", QT_TRANSLATE_NOOP("Words", "None"),
         QT_TRANSLATE_NOOP("Words", "The first row is a sample like all others.")},
        {kTask, "auto", QT_TRANSLATE_NOOP("Words", "Automatic"),
         QT_TRANSLATE_NOOP("Words",
                           "Classes, if there are words to be learned or at most 20 different whole numbers.")},
        {kTask, "classification", QT_TRANSLATE_NOOP("Words", "Classes"),
         QT_TRANSLATE_NOOP("Words", "Every different value is a class.")},
        {kTask, "regression", QT_TRANSLATE_NOOP("Words", "A number"),
         QT_TRANSLATE_NOOP("Words", "The value is a number to be predicted.")},

        {kActivationKind, "identity", QT_TRANSLATE_NOOP("Words", "Identity"),
         QT_TRANSLATE_NOOP("Words", "Does nothing: however many layers, the network stays a linear model.")},
        {kActivationKind, "step", QT_TRANSLATE_NOOP("Words", "Step"),
         QT_TRANSLATE_NOOP("Words", "All or nothing: a neuron as McCulloch and Pitts drew it in 1943. It has no slope "
                                    "anywhere, so that no gradient comes through and nothing below it can learn.")},
        {kActivationKind, "sigmoid", nullptr,
         QT_TRANSLATE_NOOP(
             "Words", "The classic S from 0 to 1. Its slope is at most 1/4, so that every layer takes at least three "
                      "quarters of the gradient.")},
        {kActivationKind, "hard_sigmoid", QT_TRANSLATE_NOOP("Words", "Hard sigmoid"),
         QT_TRANSLATE_NOOP("Words", "A sigmoid made of three straight lines: quick to compute, and flat from ±3 on.")},
        {kActivationKind, "log_sigmoid", QT_TRANSLATE_NOOP("Words", "Log-sigmoid"),
         QT_TRANSLATE_NOOP(
             "Words",
             "The logarithm of the sigmoid: a softplus turned around, straight on the left and flat on the right.")},
        {kActivationKind, "tanh", nullptr,
         QT_TRANSLATE_NOOP(
             "Words",
             "An S around zero with slope 1 in the middle: better than the sigmoid, but it saturates as well.")},
        {kActivationKind, "hard_tanh", QT_TRANSLATE_NOOP("Words", "Hard tanh"),
         QT_TRANSLATE_NOOP("Words",
                           "Straight between a floor and a ceiling, flat outside: a tanh made of three lines.")},
        {kActivationKind, "softsign", nullptr,
         QT_TRANSLATE_NOOP("Words",
                           "An S like the tanh, whose slope fades far more slowly: as 1/z² and not exponentially.")},
        {kActivationKind, "arctan", QT_TRANSLATE_NOOP("Words", "Arctangent"),
         QT_TRANSLATE_NOOP("Words", "An S between ±π/2, whose slope fades as 1/z².")},
        {kActivationKind, "tanhshrink", nullptr,
         QT_TRANSLATE_NOOP("Words", "What the tanh takes away: flat around zero, straight far outside.")},
        {kActivationKind, "relu", nullptr,
         QT_TRANSLATE_NOOP(
             "Words", "Passes what is positive and blocks the rest. A unit that is negative for every sample gets no "
                      "gradient any more: it is dead.")},
        {kActivationKind, "relu6", nullptr,
         QT_TRANSLATE_NOOP(
             "Words", "A ReLU with a ceiling at 6, made for small numbers of few bits. Units can die at both ends.")},
        {kActivationKind, "leaky_relu", nullptr,
         QT_TRANSLATE_NOOP("Words", "A ReLU that lets a little through on the left, so that no unit can die.")},
        {kActivationKind, "prelu", nullptr,
         QT_TRANSLATE_NOOP("Words", "A Leaky ReLU that learns its slope along with the weights.")},
        {kActivationKind, "rrelu", nullptr,
         QT_TRANSLATE_NOOP("Words", "A Leaky ReLU whose slope on the left is drawn at random in training, and is the "
                                    "mean of its bounds afterwards.")},
        {kActivationKind, "threshold", QT_TRANSLATE_NOOP("Words", "Threshold"),
         QT_TRANSLATE_NOOP("Words", "Passes what is above a threshold and puts one number in place of the rest.")},
        {kActivationKind, "elu", nullptr,
         QT_TRANSLATE_NOOP("Words",
                           "Linear on the right, a smooth bend down to −α on the left: means stay closer to zero.")},
        {kActivationKind, "celu", nullptr,
         QT_TRANSLATE_NOOP(
             "Words", "An ELU whose curve has no kink whatever its α: the exponential is stretched along with it.")},
        {kActivationKind, "selu", nullptr,
         QT_TRANSLATE_NOOP(
             "Words", "An ELU scaled so that, with LeCun's initializer, mean 0 and variance 1 restore themselves from "
                      "layer to layer.")},
        {kActivationKind, "gelu", nullptr,
         QT_TRANSLATE_NOOP("Words", "Passes z by the probability that a normal number is smaller: smooth, with a "
                                    "little dip below zero. The usual choice in transformers.")},
        {kActivationKind, "gelu_tanh", QT_TRANSLATE_NOOP("Words", "GELU, by tanh"),
         QT_TRANSLATE_NOOP("Words", "The GELU by an approximation with tanh, as the first GPT networks computed it.")},
        {kActivationKind, "silu", nullptr,
         QT_TRANSLATE_NOOP(
             "Words",
             "z times its own sigmoid: smooth, with a dip to −0.28 below zero, and a gradient on both sides.")},
        {kActivationKind, "swish", nullptr,
         QT_TRANSLATE_NOOP("Words", "A SiLU with a parameter: β = 0 is a straight line, a large β nearly a ReLU.")},
        {kActivationKind, "hard_swish", QT_TRANSLATE_NOOP("Words", "Hard swish"),
         QT_TRANSLATE_NOOP("Words", "A Swish put together from a parabola and two lines, made for phones.")},
        {kActivationKind, "mish", nullptr,
         QT_TRANSLATE_NOOP("Words", "Much like SiLU, with a slightly deeper dip: z times the tanh of its softplus.")},
        {kActivationKind, "softplus", nullptr,
         QT_TRANSLATE_NOOP("Words", "A ReLU with a round bend: its slope is the sigmoid.")},
        {kActivationKind, "squareplus", nullptr,
         QT_TRANSLATE_NOOP(
             "Words",
             "A softplus without an exponential: half of a hyperbola, whose slope fades only as 1/z² on the left.")},
        {kActivationKind, "softshrink", nullptr,
         QT_TRANSLATE_NOOP("Words",
                           "Pulls everything towards zero by λ; what is smaller becomes 0. It makes signals sparse.")},
        {kActivationKind, "hardshrink", nullptr,
         QT_TRANSLATE_NOOP("Words",
                           "Sets what is smaller than λ to 0 and leaves the rest as it is; so it jumps at ±λ.")},
        {kActivationKind, "sine", QT_TRANSLATE_NOOP("Words", "Sine"),
         QT_TRANSLATE_NOOP("Words", "A wave: it never saturates, but its slope changes its sign again and again. It "
                                    "can draw fine details of pictures and sounds.")},
        {kActivationKind, "gaussian", QT_TRANSLATE_NOOP("Words", "Gaussian"),
         QT_TRANSLATE_NOOP("Words", "A bell: strong around zero, nothing far away on either side. Each unit answers to "
                                    "a place, not to a direction.")},
        {kActivationKind, "abs", QT_TRANSLATE_NOOP("Words", "Absolute value"),
         QT_TRANSLATE_NOOP("Words", "Folds the left side over to the right: the gradient keeps its full strength on "
                                    "both sides and changes its sign.")},
        {kActivationKind, "bent_identity", QT_TRANSLATE_NOOP("Words", "Bent identity"),
         QT_TRANSLATE_NOOP("Words", "A line with a bend: slope 1/2 far on the left, 3/2 far on the right, so that no "
                                    "gradient can vanish in it.")},
        {kActivationKind, "exponential", QT_TRANSLATE_NOOP("Words", "Exponential"),
         QT_TRANSLATE_NOOP("Words",
                           "Grows without any measure: a few layers of it are enough to make a network explode.")},
        {kActivationKind, "custom", QT_TRANSLATE_NOOP("Words", "Your own formula"),
         QT_TRANSLATE_NOOP(
             "Words", "Type any formula: its curve, its exact derivative, its kinks and its tails are found, and the "
                      "network trains with it at once.")},

        {kNormalization, "none", QT_TRANSLATE_NOOP("Words", "None"),
         QT_TRANSLATE_NOOP("Words", "Sums enter the activation as they are.")},
        {kNormalization, "batch", QT_TRANSLATE_NOOP("Words", "Batch normalization"),
         QT_TRANSLATE_NOOP(
             "Words", "Gives each unit mean 0 and variance 1 over the mini-batch, then a scale and a shift that are "
                      "learned. It keeps deep networks trainable whose weights are badly scaled.")},
        {kNormalization, "layer", QT_TRANSLATE_NOOP("Words", "Layer normalization"),
         QT_TRANSLATE_NOOP("Words",
                           "Over the units of each sample, not over the batch: it does the same in training and "
                           "afterwards, and a batch of one is enough.")},
        {kNormalization, "rms", QT_TRANSLATE_NOOP("Words", "RMS normalization"),
         QT_TRANSLATE_NOOP("Words", "Divides each sample's sums by their root mean square; the mean is left alone.")},
        {kResidual, "none", QT_TRANSLATE_NOOP("Words", "No skip"),
         QT_TRANSLATE_NOOP("Words", "Everything goes through the layer.")},
        {kResidual, "pre", QT_TRANSLATE_NOOP("Words", "Skip before the activation"),
         QT_TRANSLATE_NOOP("Words",
                           "The layer's input is added to z, before f is applied, where both are equally wide.")},
        {kResidual, "post", QT_TRANSLATE_NOOP("Words", "Skip around the layer"),
         QT_TRANSLATE_NOOP("Words",
                           "The layer's input is added to its output, where both are equally wide: the gradient "
                           "has a way back on which nothing weakens it.")},
        {kDropout, "dropout", QT_TRANSLATE_NOOP("Words", "Dropout"),
         QT_TRANSLATE_NOOP("Words", "A silenced unit gives 0, and the others give more, so that the mean stays.")},
        {kDropout, "alpha_dropout", QT_TRANSLATE_NOOP("Words", "Alpha dropout"),
         QT_TRANSLATE_NOOP("Words",
                           "Made for SELU: a silenced unit gives SELU's lowest value, and mean and variance stay.")},

        {kInitializer, "xavier_normal", QT_TRANSLATE_NOOP("Words", "Xavier, normal"),
         QT_TRANSLATE_NOOP(
             "Words", "Also called Glorot: keeps signals and gradients equally strong in a linear network. The usual "
                      "choice for tanh.")},
        {kInitializer, "xavier_uniform", QT_TRANSLATE_NOOP("Words", "Xavier, uniform"),
         QT_TRANSLATE_NOOP("Words", "The same variance as Xavier normal, evenly distributed between two limits.")},
        {kInitializer, "he_normal", QT_TRANSLATE_NOOP("Words", "He, normal"),
         QT_TRANSLATE_NOOP(
             "Words", "Twice LeCun's variance, because a ReLU blocks half of the signal. The usual choice for ReLU "
                      "and its relatives.")},
        {kInitializer, "he_uniform", QT_TRANSLATE_NOOP("Words", "He, uniform"),
         QT_TRANSLATE_NOOP("Words", "The same variance as He normal, evenly distributed between two limits.")},
        {kInitializer, "lecun_normal", QT_TRANSLATE_NOOP("Words", "LeCun, normal"),
         QT_TRANSLATE_NOOP("Words", "Keeps the variance of the signals on their way forward. SELU needs it.")},
        {kInitializer, "lecun_uniform", QT_TRANSLATE_NOOP("Words", "LeCun, uniform"),
         QT_TRANSLATE_NOOP("Words", "The same variance as LeCun normal, evenly distributed between two limits.")},
        {kInitializer, "fan_in_uniform", QT_TRANSLATE_NOOP("Words", "Fan-in, uniform"),
         QT_TRANSLATE_NOOP(
             "Words",
             "Evenly distributed between ±1/√fan_in, as PyTorch draws the weights of a linear layer. A third of "
             "LeCun's variance: signals fade from layer to layer.")},

        {kInitializer, "normal", QT_TRANSLATE_NOOP("Words", "Normal"),
         QT_TRANSLATE_NOOP("Words", "A bell curve of the width you choose, the same for every layer.")},
        {kInitializer, "uniform", QT_TRANSLATE_NOOP("Words", "Uniform"),
         QT_TRANSLATE_NOOP("Words", "Evenly distributed between the limits you choose, the same for every layer.")},
        {kInitializer, "orthogonal", QT_TRANSLATE_NOOP("Words", "Orthogonal"),
         QT_TRANSLATE_NOOP("Words",
                           "Rows or columns stand at right angles to each other: a linear layer turns what goes "
                           "through, and makes nothing longer or shorter.")},
        {kInitializer, "lsuv", QT_TRANSLATE_NOOP("Words", "LSUV"),
         QT_TRANSLATE_NOOP("Words", "Orthogonal weights, then scaled layer by layer until what comes out has unit "
                                    "variance on the training data itself.")},
        {kInitializer, "randomized_asymmetric", QT_TRANSLATE_NOOP("Words", "Randomized asymmetric"),
         QT_TRANSLATE_NOOP("Words",
                           "Made against dying ReLUs: every unit gets one weight, or its bias, that is positive "
                           "for sure, so that fewer are born dead.")},
        {kInitializer, "zeros", QT_TRANSLATE_NOOP("Words", "Zeros"),
         QT_TRANSLATE_NOOP(
             "Words", "All weights 0: no signal, no gradient, nothing to tell the units apart. A demonstration of why "
                      "weights are drawn at random.")},
        {kInitializer, "constant", QT_TRANSLATE_NOOP("Words", "Constant"),
         QT_TRANSLATE_NOOP(
             "Words",
             "All weights the same: the units of a layer then learn the same and stay one unit in many copies.")},

        {kLoss, "cross_entropy", QT_TRANSLATE_NOOP("Words", "Cross-entropy"),
         QT_TRANSLATE_NOOP(
             "Words",
             "For classes: the negative logarithm of the probability given to the right answer. Guessing one of "
             "two classes costs 0.693.")},
        {kLoss, "binary_cross_entropy", QT_TRANSLATE_NOOP("Words", "Binary cross-entropy"),
         QT_TRANSLATE_NOOP(
             "Words",
             "Cross-entropy for two classes with a single output, whose sigmoid is the probability of class 1.")},
        {kLoss, "hinge", QT_TRANSLATE_NOOP("Words", "Hinge"),
         QT_TRANSLATE_NOOP("Words",
                           "For two classes with a single output: an answer that is right by a margin of 1 costs "
                           "nothing and sends no gradient. The loss of support vector machines.")},
        {kLoss, "mse", QT_TRANSLATE_NOOP("Words", "Mean squared error"),
         QT_TRANSLATE_NOOP("Words",
                           "The squared distance to the target, averaged: the usual loss for fitting a curve.")},
        {kLoss, "l1", QT_TRANSLATE_NOOP("Words", "Mean absolute error"),
         QT_TRANSLATE_NOOP("Words",
                           "The distance to the target, averaged: its gradient has the same size near and far, so that "
                           "outliers pull no harder than others.")},
        {kLoss, "huber", QT_TRANSLATE_NOOP("Words", "Huber"),
         QT_TRANSLATE_NOOP(
             "Words", "Squared for small errors, linear for large ones: it settles as calmly as the squared error, "
                      "and outliers cannot carry it away.")},

        {kOptimizer, "sgd", QT_TRANSLATE_NOOP("Words", "SGD"),
         QT_TRANSLATE_NOOP(
             "Words",
             "Stochastic gradient descent: a step against the gradient, as long as the gradient is large. Where "
             "it has vanished, nothing moves.")},
        {kOptimizer, "adagrad", QT_TRANSLATE_NOOP("Words", "Adagrad"),
         QT_TRANSLATE_NOOP("Words",
                           "Divides every step by the root of the sum of all squared gradients so far: weights with "
                           "small gradients move as well, and all steps become shorter with time.")},
        {kOptimizer, "rmsprop", QT_TRANSLATE_NOOP("Words", "RMSprop"),
         QT_TRANSLATE_NOOP("Words",
                           "Divides every step by the size of the latest gradients, so that the steps do not become "
                           "shorter with time as those of Adagrad do.")},
        {kOptimizer, "adam", QT_TRANSLATE_NOOP("Words", "Adam"),
         QT_TRANSLATE_NOOP(
             "Words",
             "Divides every step by the usual size of its gradient, so that weights with small gradients move as "
             "well.")},
        {kOptimizer, "adamw", QT_TRANSLATE_NOOP("Words", "AdamW"),
         QT_TRANSLATE_NOOP("Words",
                           "Adam whose weight decay is not divided by the size of the gradient: all weights shrink by "
                           "the same share in every step.")},

        {kSchedule, "constant", QT_TRANSLATE_NOOP("Words", "Constant"),
         QT_TRANSLATE_NOOP("Words", "The learning rate stays as it is set.")},
        {kSchedule, "step", QT_TRANSLATE_NOOP("Words", "Drops"),
         QT_TRANSLATE_NOOP(
             "Words", "The learning rate stays for a while and then drops at once; the loss often falls with it.")},
        {kSchedule, "exponential", QT_TRANSLATE_NOOP("Words", "Exponential"),
         QT_TRANSLATE_NOOP("Words", "The learning rate changes by the same share in every step.")},
        {kSchedule, "cosine", QT_TRANSLATE_NOOP("Words", "Cosine"),
         QT_TRANSLATE_NOOP("Words",
                           "The learning rate falls to 0 along half a cosine wave: slowly at first, fast in the "
                           "middle, slowly at the end.")},
    };
    return table;
}

} // namespace ui
