// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AutopsyWords.h"

#include "ui/base/NumberText.h"
#include "ui/base/TheoryWords.h"
#include "ui/base/Words.h"

#include <algorithm>

namespace ui
{

namespace
{

constexpr std::size_t kSamplesNamed = 8;

QString rangeText(const std::vector<float>& values)
{
    if (values.empty())
        return QStringLiteral("–");
    const auto [least, largest] = std::minmax_element(values.begin(), values.end());
    return QStringLiteral("%1 … %2").arg(readableNumber(static_cast<double>(*least)),
                                         readableNumber(static_cast<double>(*largest)));
}

} // namespace

QString AutopsyWords::verdict(const AutopsyReport& report)
{
    if (report.state == AutopsyReport::State::Failed)
        return tr("The autopsy could not be made.");
    if (!report.finding)
        return tr("The run is made again, and the unit looked at after every step: %1.")
            .arg(percentText(report.progress));
    const core::AutopsyFinding& finding = *report.finding;
    switch (finding.fate) {
    case core::Fate::Alive:
        return tr("The unit is alive at step %1.").arg(countText(finding.step));
    case core::Fate::DeadFromStart:
        return tr("The unit is dead from the start: at step 0 and at every step since.");
    case core::Fate::Died:
        break;
    }
    return finding.death->byChange
               ? tr("The unit died at step %1, of a changed setting.").arg(countText(finding.death->step))
               : tr("The unit died at step %1.").arg(countText(finding.death->step));
}

QStringList AutopsyWords::storyOfDeath(const core::Death& death)
{
    QStringList sentences;
    QStringList settings;
    for (const core::Setting& setting : death.changed)
        settings << settingText(setting);
    if (death.byChange)
        sentences
            << tr("It came with a setting, before any update: %1.").arg(settings.join(tr("; ", "between settings")));
    else {
        sentences
            << tr("That update (learning rate %1) moved its z from %2 to %3 over the probe set, and its bias from "
                  "%4 to %5.")
                   .arg(readableNumber(death.learningRate), rangeText(death.zBefore), rangeText(death.zAfter),
                        readableNumber(death.biasBefore), readableNumber(death.biasAfter));
        sentences << tr("The gradient of its weights was %1, that of all parameters %2.")
                         .arg(readableNumber(death.unitGradientNorm), readableNumber(death.gradientNorm));
        QStringList samples;
        for (std::size_t at = 0; at < std::min(death.batchSamples.size(), kSamplesNamed); ++at)
            samples << QString::number(death.batchSamples[at]);
        if (death.batchSamples.size() > kSamplesNamed)
            samples << QStringLiteral("…");
        sentences << tr("Its mini-batch was of %1 samples (%2).")
                         .arg(countText(static_cast<qint64>(death.batchSamples.size())),
                              samples.join(tr(", ", "between the numbers of samples")));
        if (!settings.isEmpty())
            sentences << tr("Just before, this was set: %1.").arg(settings.join(tr("; ", "between settings")));
    }
    return sentences;
}

QStringList AutopsyWords::story(const AutopsyReport& report)
{
    if (!report.finding)
        return {};
    const core::AutopsyFinding& finding = *report.finding;
    QStringList sentences;
    if (finding.death)
        sentences = storyOfDeath(*finding.death);
    if (finding.fate == core::Fate::DeadFromStart)
        sentences << bornDeadText(report.bornDead);
    if (finding.divergence)
        sentences << tr("The run diverged at step %1.").arg(countText(finding.divergence->step));
    sentences << tr("At step %1, %2 of %3 units are alive.")
                     .arg(countText(finding.step), countText(finding.aliveUnits), countText(finding.units));
    return sentences;
}

QString AutopsyWords::trial(const core::Counterfactual& question)
{
    const QString step = countText(question.fromStep);
    const bool fromStart = question.fromStep == 0;
    switch (question.remedy) {
    case core::Remedy::NegativeSlope:
        return fromStart ? tr("Leaky ReLU, slope 0.01, from the start")
                         : tr("Leaky ReLU, slope 0.01, from step %1").arg(step);
    case core::Remedy::HalfRate:
        return fromStart ? tr("half the learning rate, from the start")
                         : tr("half the learning rate, from step %1").arg(step);
    case core::Remedy::HeNormal:
        return tr("weights drawn by He normal");
    case core::Remedy::ZeroBias:
        return tr("biases that begin at 0");
    }
    return {};
}

QString AutopsyWords::answer(const AutopsyReport::Trial& trial, bool isRunning)
{
    if (trial.question.isAsItWas)
        return tr("was so already");
    if (!trial.answer)
        return isRunning ? tr("is being run …") : tr("waits");
    if (trial.answer->divergence)
        return tr("this run diverges at step %1").arg(countText(trial.answer->divergence->step));
    const QString units = countText(trial.answer->aliveUnits);
    const QString all = countText(trial.answer->units);
    return trial.answer->unitAlive ? tr("alive, with %1 of %2 units").arg(units, all)
                                   : tr("dead; %1 of %2 units alive").arg(units, all);
}

int AutopsyWords::runningTrial(const AutopsyReport& report)
{
    if (report.state != AutopsyReport::State::Running)
        return -1;
    for (std::size_t at = 0; at < report.trials.size(); ++at)
        if (!report.trials[at].answer && !report.trials[at].question.isAsItWas)
            return static_cast<int>(at);
    return -1;
}

} // namespace ui
