// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/FrameData.h"

#include <algorithm>

namespace ui
{

std::optional<FrameData> frameOf(const Contender& contender, const FrameData& watched)
{
    if (!contender.snapshot || !contender.history || !contender.config)
        return std::nullopt;
    FrameData frame{*contender.snapshot, *contender.history, *contender.config};
    frame.selectedLayer = std::min(watched.selectedLayer, static_cast<int>(contender.snapshot->layers.size()));
    frame.cursor = watched.cursor;
    return frame;
}

} // namespace ui
