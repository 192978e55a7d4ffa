// SPDX-License-Identifier: GPL-3.0-or-later
// How soon a phase map stands: 24 × 24 networks of 16 units a layer, depth 1 to 24 × slope, 300 steps each, on all
// cores, with theory's lines. Printed are the seconds to the coarse picture of 6 × 6 runs and to the whole, and what
// processors have worked for it.
#include "ui/PhaseMap.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>

namespace
{

constexpr std::size_t kSide = 24;
constexpr std::size_t kCoarse = 4; ///< stride of the coarse picture

std::optional<std::string> resource(std::string_view name)
{
    std::ifstream file(ACTISCOPE_RESOURCES "/" + std::string(name), std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

core::PhasePlan plan()
{
    core::ExperimentConfig config;
    config.network.width = 16;
    core::PhasePlan plan{core::phaseBase(config, 1, 300), {}, {}, {}};
    const std::vector<core::Field> fields = core::phaseFields(plan.base);
    plan.across = core::axisOf({"network.depth", 1, 24, kSide}, *core::findField(fields, "network.depth"));
    const char* slope = "network.activation.negative_slope";
    plan.up = core::axisOf({slope, 0, 1, kSide}, *core::findField(fields, slope));
    return plan;
}

bool isCoarse(const ui::PhaseMapState& map)
{
    for (std::size_t row = 0; row < kSide; row += kCoarse)
        for (std::size_t column = 0; column < kSide; column += kCoarse)
            if (!map.isKnown(map.plan.placeOf(column, row, 0)))
                return false;
    return true;
}

double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    ui::PhaseMap map(resource);
    QElapsedTimer since;
    constexpr double kMilliseconds = 1000;
    double coarse = 0;
    double theory = 0;
    const auto seconds = [&] { return static_cast<double>(since.elapsed()) / kMilliseconds; };
    QObject::connect(&map, &ui::PhaseMap::changed, &application, [&] {
        const ui::PhaseMapState& state = *map.state();
        if (coarse == 0 && isCoarse(state))
            coarse = seconds();
        if (theory == 0 && state.theory[0])
            theory = seconds();
        if (!state.running && state.theory[0])
            QCoreApplication::quit();
    });
    since.start();
    map.begin({plan(), {}});
    QCoreApplication::exec();
    std::printf("Phase map, %zu runs: coarse picture after %.2f s, theory after %.2f s, whole after %.2f s; processors "
                "worked %.2f s\n",
                map.state()->ended, coarse, theory, seconds(), processorSeconds());
    for (const core::RunOutcomeInfo& info : core::runOutcomes())
        std::printf("  %s: %td\n", info.id.data(),
                    std::count_if(map.state()->records.begin(), map.state()->records.end(),
                                  [&](const auto& record) { return record && record->outcome == info.outcome; }));
}
