// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/TheoryWords.h"

#include <QCoreApplication>

namespace ui
{

namespace
{

/// The context of this file's words.
struct TheoryWords {
    Q_DECLARE_TR_FUNCTIONS(ui::TheoryWords)
};

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

} // namespace ui
