// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PanelCatalogue.h"

#include "ui/panels/ActivationPanel.h"
#include "ui/panels/ChaosPanel.h"
#include "ui/panels/CostPanel.h"
#include "ui/panels/DecisionPanel.h"
#include "ui/panels/DiagnosisPanel.h"
#include "ui/panels/DistributionsPanel.h"
#include "ui/panels/FactorsPanel.h"
#include "ui/panels/GradientPanel.h"
#include "ui/panels/LossPanel.h"
#include "ui/panels/PhasePanel.h"
#include "ui/panels/RacePanel.h"
#include "ui/panels/UnitsPanel.h"

#include <algorithm>
#include <array>

namespace ui
{

namespace
{

template <class Made>
Panel* make()
{
    return new Made;
}

constexpr std::array<PanelInfo, 12> kPanels{{
    {"activation", make<ActivationPanel>},
    {"distributions", make<DistributionsPanel>},
    {"gradient", make<GradientPanel>},
    {"units", make<UnitsPanel>},
    {"loss", make<LossPanel>},
    {"decision", make<DecisionPanel>},
    {"factors", make<FactorsPanel>},
    {"chaos", make<ChaosPanel>},
    {"race", make<RacePanel>, [](const FrameData& frame) { return frame.race != nullptr; }},
    {"phases", make<PhasePanel>, [](const FrameData& frame) { return frame.phases != nullptr; }},
    {"diagnosis", make<DiagnosisPanel>},
    {"cost", make<CostPanel>, [](const FrameData& frame) { return frame.costs != nullptr; }},
}};

} // namespace

std::span<const PanelInfo> panelCatalogue()
{
    return kPanels;
}

std::vector<int> picturedCards(const FrameData& frame)
{
    std::vector<int> cards;
    for (std::size_t card = 0; card < kPanels.size(); ++card)
        if (!kPanels[card].hasPicture || kPanels[card].hasPicture(frame))
            cards.push_back(static_cast<int>(card));
    return cards;
}

int cardOf(std::string_view id)
{
    const auto* found =
        std::find_if(kPanels.begin(), kPanels.end(), [id](const PanelInfo& info) { return id == info.id; });
    return static_cast<int>(found - kPanels.begin());
}

} // namespace ui
