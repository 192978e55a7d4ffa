// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/TheoryWords.h"

#include "ui/base/NumberText.h"

#include <QCoreApplication>

namespace ui
{

namespace
{

/// The context of this file's words.
struct TheoryWords {
    Q_DECLARE_TR_FUNCTIONS(ui::TheoryWords)
};

QString bornDeadReasonText(core::BornDeadReason reason)
{
    using core::BornDeadReason;
    switch (reason) {
    case BornDeadReason::Activation:
        return TheoryWords::tr("How likely a whole layer is born dead is known of layers of ReLU only.");
    case BornDeadReason::Normalization:
        return TheoryWords::tr("How likely a whole layer is born dead is known without normalization only.");
    case BornDeadReason::Residual:
        return TheoryWords::tr("How likely a whole layer is born dead is known without skip connections only.");
    case BornDeadReason::Initializer:
        return TheoryWords::tr(
            "How likely a whole layer is born dead is known of random weights that are symmetric about 0 only.");
    case BornDeadReason::Bias:
        break;
    }
    return TheoryWords::tr("How likely a whole layer is born dead is known of biases that begin at 0 only.");
}

} // namespace

QString regimeName(core::Regime regime)
{
    switch (regime) {
    case core::Regime::Ordered:
        return TheoryWords::tr("ordered");
    case core::Regime::Critical:
        return TheoryWords::tr("critical");
    case core::Regime::Chaotic:
        break;
    }
    return TheoryWords::tr("chaotic");
}

QString theoryReasonText(core::TheoryReason reason)
{
    using core::TheoryReason;
    switch (reason) {
    case TheoryReason::NoHiddenLayer:
        return TheoryWords::tr("There is no hidden layer to say anything about.");
    case TheoryReason::Dropout:
        return TheoryWords::tr("Theory does not apply here: dropout takes units away at random.");
    case TheoryReason::Residual:
        return TheoryWords::tr("Theory does not apply here: the skip connections carry the signal past the layers.");
    case TheoryReason::Normalization:
        return TheoryWords::tr("Theory does not apply here: each sample is normalized over its units.");
    case TheoryReason::Initializer:
        return TheoryWords::tr("Theory does not apply here: these weights are not independent draws about 0.");
    case TheoryReason::Integral:
        return TheoryWords::tr("Theory has no number here: an integral over this activation does not exist.");
    case TheoryReason::EveryQIsFixed:
        return TheoryWords::tr("Every variance of z stays what it is, so there is no single limit.");
    case TheoryReason::LayersDiffer:
        break;
    }
    return TheoryWords::tr("The layers differ from one another, so there is no limit for ever more of them.");
}

QString whyNoTheory(const core::Theory& theory)
{
    return theory.reasons.empty() ? QString() : theoryReasonText(theory.reasons.front());
}

QString bornDeadText(const core::BornDead& bornDead)
{
    if (bornDead.reason)
        return bornDeadReasonText(*bornDead.reason);
    return TheoryWords::tr("That a whole layer of this network is born dead has a probability of at most %1.")
        .arg(readableNumber(bornDead.probability.value_or(0), 2));
}

} // namespace ui
