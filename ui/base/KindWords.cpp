// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Words.h"

#include <QCoreApplication>

namespace ui
{

namespace
{

constexpr std::string_view kSource = "data.source";
constexpr std::string_view kActivation = "network.activation.kind";
constexpr std::string_view kNormalization = "network.normalization.kind";
constexpr std::string_view kInitializer = "initializer.kind";
constexpr std::string_view kLoss = "loss";
constexpr std::string_view kOptimizer = "optimizer.kind";

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
        {kSource, "digits", QT_TRANSLATE_NOOP("Words", "Handwritten digits"),
         QT_TRANSLATE_NOOP("Words",
                           "1,797 digits written by hand, eight by eight pixels each: 64 inputs, ten classes.")},

        {kActivation, "identity", QT_TRANSLATE_NOOP("Words", "Identity"),
         QT_TRANSLATE_NOOP("Words", "Does nothing: however many layers, the network stays a linear model.")},
        {kActivation, "sigmoid", nullptr,
         QT_TRANSLATE_NOOP(
             "Words", "The classic S from 0 to 1. Its slope is at most 1/4, so that every layer takes at least three "
                      "quarters of the gradient.")},
        {kActivation, "tanh", nullptr,
         QT_TRANSLATE_NOOP(
             "Words",
             "An S around zero with slope 1 in the middle: better than the sigmoid, but it saturates as well.")},
        {kActivation, "relu", nullptr,
         QT_TRANSLATE_NOOP(
             "Words", "Passes what is positive and blocks the rest. A unit that is negative for every sample gets no "
                      "gradient any more: it is dead.")},
        {kActivation, "leaky_relu", nullptr,
         QT_TRANSLATE_NOOP("Words", "A ReLU that lets a little through on the left, so that no unit can die.")},
        {kActivation, "prelu", nullptr,
         QT_TRANSLATE_NOOP("Words", "A Leaky ReLU that learns its slope along with the weights.")},
        {kActivation, "elu", nullptr,
         QT_TRANSLATE_NOOP("Words",
                           "Linear on the right, a smooth bend down to −α on the left: means stay closer to zero.")},
        {kActivation, "selu", nullptr,
         QT_TRANSLATE_NOOP(
             "Words", "An ELU scaled so that, with LeCun's initializer, mean 0 and variance 1 restore themselves from "
                      "layer to layer.")},

        {kNormalization, "none", QT_TRANSLATE_NOOP("Words", "None"),
         QT_TRANSLATE_NOOP("Words", "Sums enter the activation as they are.")},
        {kNormalization, "batch", QT_TRANSLATE_NOOP("Words", "Batch normalization"),
         QT_TRANSLATE_NOOP(
             "Words", "Gives each unit mean 0 and variance 1 over the mini-batch, then a scale and a shift that are "
                      "learned. It keeps deep networks trainable whose weights are badly scaled.")},

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
        {kLoss, "mse", QT_TRANSLATE_NOOP("Words", "Mean squared error"),
         QT_TRANSLATE_NOOP("Words",
                           "The squared distance to the target, averaged: the usual loss for fitting a curve.")},

        {kOptimizer, "sgd", QT_TRANSLATE_NOOP("Words", "SGD"),
         QT_TRANSLATE_NOOP(
             "Words",
             "Stochastic gradient descent: a step against the gradient, as long as the gradient is large. Where "
             "it has vanished, nothing moves.")},
        {kOptimizer, "adam", QT_TRANSLATE_NOOP("Words", "Adam"),
         QT_TRANSLATE_NOOP(
             "Words",
             "Divides every step by the usual size of its gradient, so that weights with small gradients move as "
             "well.")},
    };
    return table;
}

} // namespace ui
