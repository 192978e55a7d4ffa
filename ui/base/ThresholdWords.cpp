// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the diagnosis's thresholds, the last part of the table of settings.
#include "ui/base/Words.h"

#include <QCoreApplication>

namespace ui
{

std::vector<FieldWords> thresholdWords()
{
    return {
        {"diagnosis.vanishing.notice", QT_TRANSLATE_NOOP("Words", "Vanishing: notice below"),
         QT_TRANSLATE_NOOP(
             "Words", "From which ratio of the first layer's delta to the last one's on the gradient is called weak.")},
        {"diagnosis.vanishing.alarm", QT_TRANSLATE_NOOP("Words", "Vanishing: alarm below"),
         QT_TRANSLATE_NOOP(
             "Words",
             "From which ratio of the first layer's delta to the last one's on the gradient is called vanishing.")},
        {"diagnosis.exploding.notice", QT_TRANSLATE_NOOP("Words", "Exploding: notice above"),
         QT_TRANSLATE_NOOP(
             "Words",
             "From which ratio of the first layer's delta to the last one's on the gradient is called strong.")},
        {"diagnosis.exploding.alarm", QT_TRANSLATE_NOOP("Words", "Exploding: alarm above"),
         QT_TRANSLATE_NOOP(
             "Words",
             "From which ratio of the first layer's delta to the last one's on the gradient is called exploding.")},
        {"diagnosis.dead.notice", QT_TRANSLATE_NOOP("Words", "Dead units: notice from"),
         QT_TRANSLATE_NOOP("Words", "Which share of a layer's units may have no derivative on any sample.")},
        {"diagnosis.dead.alarm", QT_TRANSLATE_NOOP("Words", "Dead units: alarm from"),
         QT_TRANSLATE_NOOP("Words", "From which share of dead units in a layer on there is an alarm. A quarter more "
                                    "than before the first step is one in any case.")},
        {"diagnosis.asleep.notice", QT_TRANSLATE_NOOP("Words", "Units asleep: notice from"),
         QT_TRANSLATE_NOOP("Words", "Which share of a layer's units may be on their weak side on every sample.")},
        {"diagnosis.asleep.alarm", QT_TRANSLATE_NOOP("Words", "Units asleep: alarm from"),
         QT_TRANSLATE_NOOP("Words", "From which share of units asleep in a layer on there is an alarm.")},
        {"diagnosis.saturated.notice", QT_TRANSLATE_NOOP("Words", "Saturation: notice from"),
         QT_TRANSLATE_NOOP("Words", "Which share of a layer's values may lie where the activation is nearly flat.")},
        {"diagnosis.saturated.alarm", QT_TRANSLATE_NOOP("Words", "Saturation: alarm from"),
         QT_TRANSLATE_NOOP("Words", "From which share of saturated values in a layer on there is an alarm.")},
        {"diagnosis.collapsed.notice", QT_TRANSLATE_NOOP("Words", "Collapse: notice below"),
         QT_TRANSLATE_NOOP("Words", "How little a layer may differ from sample to sample: a standard deviation.")},
        {"diagnosis.collapsed.alarm", QT_TRANSLATE_NOOP("Words", "Collapse: alarm below"),
         QT_TRANSLATE_NOOP("Words",
                           "Below which standard deviation over the samples a layer tells them apart no more.")},
        {"diagnosis.plateau.notice", QT_TRANSLATE_NOOP("Words", "Plateau: notice from"),
         QT_TRANSLATE_NOOP("Words", "After how many steps in which the loss has not fallen by 1 % it is mentioned.")},
        {"diagnosis.plateau.alarm", QT_TRANSLATE_NOOP("Words", "Plateau: alarm from"),
         QT_TRANSLATE_NOOP("Words", "After how many steps in which the loss has not fallen by 1 % there is an alarm.")},
        {"diagnosis.learning_rate_high.notice", QT_TRANSLATE_NOOP("Words", "Learning rate too high: notice above"),
         QT_TRANSLATE_NOOP("Words", "How large an update may be, compared with the weights: 0.01 is 10 to the −2.")},
        {"diagnosis.learning_rate_high.alarm", QT_TRANSLATE_NOOP("Words", "Learning rate too high: alarm above"),
         QT_TRANSLATE_NOOP("Words", "From which size of an update, compared with the weights, on there is an alarm.")},
        {"diagnosis.learning_rate_low.notice", QT_TRANSLATE_NOOP("Words", "Learning rate too low: notice below"),
         QT_TRANSLATE_NOOP("Words", "How small an update may be, compared with the weights: 0.0001 is 10 to the −4.")},
        {"diagnosis.learning_rate_low.alarm", QT_TRANSLATE_NOOP("Words", "Learning rate too low: alarm below"),
         QT_TRANSLATE_NOOP("Words", "Below which size of an update, compared with the weights, there is an alarm.")},
        {"diagnosis.poor_initialization.notice", QT_TRANSLATE_NOOP("Words", "Initialization: notice above"),
         QT_TRANSLATE_NOOP("Words", "By which factor the spread of z may change from the first layer to another one.")},
        {"diagnosis.poor_initialization.alarm", QT_TRANSLATE_NOOP("Words", "Initialization: alarm above"),
         QT_TRANSLATE_NOOP("Words", "From which factor between the spreads of z in two layers on there is an alarm.")},
        {"diagnosis.overfitting.notice", QT_TRANSLATE_NOOP("Words", "Overfitting: notice above"),
         QT_TRANSLATE_NOOP("Words", "How much larger the test loss may be than the training loss, compared with the "
                                    "loss of knowing nothing.")},
        {"diagnosis.overfitting.alarm", QT_TRANSLATE_NOOP("Words", "Overfitting: alarm above"),
         QT_TRANSLATE_NOOP("Words", "From which distance of test loss and training loss, compared with the loss of "
                                    "knowing nothing, on there is an alarm.")},
        {"diagnosis.classes_never_predicted.notice", QT_TRANSLATE_NOOP("Words", "Classes never predicted: notice from"),
         QT_TRANSLATE_NOOP("Words", "Which share of the classes may be the answer to no sample.")},
        {"diagnosis.classes_never_predicted.alarm", QT_TRANSLATE_NOOP("Words", "Classes never predicted: alarm from"),
         QT_TRANSLATE_NOOP("Words", "From which share of classes that are never the answer on there is an alarm.")},
    };
}

} // namespace ui
