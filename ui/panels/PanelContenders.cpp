// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Panel that tells of the runs side by side: what a card says of one run, it says of each.
#include "ui/base/ContenderLook.h"
#include "ui/base/Words.h"
#include "ui/panels/Explanation.h"
#include "ui/panels/Panel.h"

namespace ui
{

NumberTable Panel::tableOfAll(const FrameData& frame) const
{
    if (frame.contenders.empty() || !showsContenders())
        return table(frame);
    NumberTable all({QStringLiteral("run")});
    all.addRows(watchedLabel(frame.activation()), table(frame));
    for (const Contender& contender : frame.contenders)
        if (const std::optional<FrameData> own = frameOf(contender, frame))
            all.addRows(contender.label, table(*own));
    return all;
}

QString Panel::sentenceOfAll(const FrameData& frame) const
{
    QStringList sentences{describeFrame(frame)};
    if (showsContenders())
        for (const Contender& contender : frame.contenders)
            if (const std::optional<FrameData> own = frameOf(contender, frame))
                sentences << tr("Beside it, %1: %2").arg(contender.label, describeFrame(*own));
    if (const QString hand = handSentence(); !hand.isEmpty())
        sentences << hand;
    return joinedSentences(sentences);
}

QString Panel::explanationOfAll(const FrameData& frame) const
{
    const QString explained = explanation(frame);
    if (frame.contenders.empty() || !showsContenders())
        return explained;
    QStringList runs{tr("%1: %2").arg(watchedLabel(frame.activation()), describeFrame(frame))};
    for (const Contender& contender : frame.contenders)
        if (const std::optional<FrameData> own = frameOf(contender, frame))
            runs << tr("%1: %2").arg(contender.label, describeFrame(*own));
    Explanation beside;
    beside.heading(tr("Side by side"));
    beside.list(runs);
    return explained + beside.html();
}

} // namespace ui
