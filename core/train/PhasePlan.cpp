// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/PhasePlan.h"

#include "core/base/NumberText.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace core
{

namespace
{

constexpr std::size_t kCoarsest = 8; ///< stride of the first level at most: nine runs of 24 × 24
constexpr std::size_t kFewest = 3;   ///< of the first level along the longer axis
constexpr int kDigits = 5;           ///< of a value on an axis

/// Where the slider's range is no picture: it is made for a hand that knows where it goes.
struct UsualRange {
    std::string_view key;
    double from;
    double to;
    Spacing spacing;
};
constexpr std::array kUsualRanges{
    UsualRange{"network.depth", 1, 24, Spacing::Linear},
    UsualRange{"network.width", 4, 64, Spacing::Logarithmic},
    UsualRange{"initializer.gain", 0.5, 3, Spacing::Linear},
    UsualRange{"initializer.bias_std", 0, 2, Spacing::Linear},
    UsualRange{"optimizer.learning_rate", 1e-3, 10, Spacing::Logarithmic},
    UsualRange{"seed", 1, 24, Spacing::Linear},
};

bool startsWithAny(std::string_view path, std::initializer_list<std::string_view> prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [path](std::string_view prefix) { return path.starts_with(prefix); });
}

/// To so many digits, as a person would type it.
double toFewDigits(double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, kDigits);
    return numberFromText({text.data(), static_cast<std::size_t>(end.ptr - text.data())}).value_or(value);
}

PhaseAxis endsOf(const PhaseAxis& axis)
{
    if (axis.values.size() < 2)
        return axis;
    return {axis.key, {axis.values.front(), axis.values.back()}};
}

SweepAxis sweepAxis(const PhaseAxis& axis)
{
    SweepAxis swept{axis.key, {}};
    for (const double value : axis.values)
        swept.levels.push_back({numberText(value), {{axis.key, value}}});
    return swept;
}

std::vector<SweepAxis> sweepAxes(const PhasePlan& plan)
{
    std::vector<SweepAxis> axes;
    if (plan.pages)
        axes.push_back(sweepAxis(*plan.pages));
    axes.push_back(sweepAxis(plan.up));
    axes.push_back(sweepAxis(plan.across));
    return axes;
}

/// What can be wrong with a number is wrong at one of its ends, if anywhere: too small, too large, too much memory.
std::vector<CombinationFault> faultsOfCorners(const PhasePlan& plan)
{
    PhasePlan corners{plan.base, endsOf(plan.across), endsOf(plan.up), {}};
    if (plan.pages)
        corners.pages = endsOf(*plan.pages);
    std::vector<CombinationFault> faults;
    combine(corners.base, {}, sweepAxes(corners), faults);
    return faults;
}

/// The network of each place. The corners can be run, so all of them can; what only the data tells is asked before
/// each run.
Combinations networksOf(const PhasePlan& plan)
{
    // Numbers change nothing about which fields there are.
    const std::vector<Field> fields = configFields(plan.base);
    const auto fieldOf = [&](const std::string& key) { return findField(fields, key); };
    const Field* across = fieldOf(plan.across.key);
    const Field* up = fieldOf(plan.up.key);
    const Field* flip = plan.pages ? fieldOf(plan.pages->key) : nullptr;
    Combinations networks;
    networks.reserve(plan.size());
    SweepCombination network{{}, plan.base};
    for (std::size_t page = 0; page < plan.pageCount(); ++page) {
        if (flip)
            flip->set(network.config, plan.pages->values[page]);
        for (const double value : plan.up.values) {
            up->set(network.config, value);
            for (const double other : plan.across.values) {
                across->set(network.config, other);
                networks.push_back(std::make_shared<const SweepCombination>(network));
            }
        }
    }
    return networks;
}

} // namespace

std::vector<Field> phaseFields(const ExperimentConfig& config)
{
    std::vector<Field> fields = configFields(config);
    std::erase_if(fields, [](const Field& field) {
        const bool isNumber = field.type == FieldType::Number || field.type == FieldType::Integer;
        // The pace, the probe and what the diagnosis thinks of it change nothing of a run.
        return !isNumber || !field.used ||
               startsWithAny(field.path, {kLayersPrefix, "diagnosis.", "probe.", "training.steps_per_second"});
    });
    return fields;
}

PhaseSpan usualSpan(const Field& field)
{
    for (const UsualRange& usual : kUsualRanges)
        if (usual.key == field.path)
            return {field.path, usual.from, usual.to, PhaseSpan{}.count, usual.spacing};
    PhaseSpan span{field.path, field.sliderMinimum, field.sliderMaximum, PhaseSpan{}.count, Spacing::Linear};
    if (field.scale == Scale::Logarithmic && span.from > 0)
        span.spacing = Spacing::Logarithmic;
    if (!(span.to > span.from))
        span.to = span.from + 1;
    return span;
}

PhaseAxis axisOf(const PhaseSpan& span, const Field& field)
{
    PhaseAxis axis{span.key, {}};
    for (std::size_t index = 0; index < span.count; ++index) {
        const double part = span.count > 1 ? static_cast<double>(index) / static_cast<double>(span.count - 1) : 0;
        const double value = span.spacing == Spacing::Logarithmic ? span.from * std::pow(span.to / span.from, part)
                                                                  : span.from + (span.to - span.from) * part;
        axis.values.push_back(field.type == FieldType::Integer ? std::round(value) : toFewDigits(value));
    }
    axis.values.erase(std::unique(axis.values.begin(), axis.values.end()), axis.values.end());
    return axis;
}

std::pair<PhaseSpan, PhaseSpan> usualSpans(const ExperimentConfig& config)
{
    const std::vector<Field> fields = phaseFields(config);
    const Field* shape = findField(fields, "initializer.gain");
    for (const Field& field : fields)
        if (field.path.starts_with("network.activation.")) {
            shape = &field;
            break;
        }
    return {usualSpan(*findField(fields, "network.depth")), usualSpan(*shape)};
}

ExperimentConfig phaseBase(ExperimentConfig config, std::int64_t seed, std::int64_t steps)
{
    config.seed = seed;
    config.training.steps = steps;
    config.training.stepsPerSecond = 0;
    config.changes.clear();
    return config;
}

std::size_t coarsestStride(const PhasePlan& plan)
{
    const std::size_t longest = std::max(plan.columns(), plan.rows());
    std::size_t stride = 1;
    while (stride < kCoarsest && longest >= stride * 2 * kFewest)
        stride *= 2;
    return stride;
}

Faults faultsAtCorners(const PhasePlan& plan)
{
    Faults faults;
    for (CombinationFault& found : faultsOfCorners(plan))
        faults.push_back(std::move(found.fault));
    return faults;
}

std::vector<PhaseRun> runsOf(const PhasePlan& plan, std::vector<CombinationFault>& faults)
{
    std::vector<PhaseRun> runs;
    faults = faultsOfCorners(plan);
    if (!faults.empty())
        return runs;
    const Combinations networks = networksOf(plan);
    runs.reserve(plan.size());
    const std::size_t coarsest = coarsestStride(plan);
    for (std::size_t stride = coarsest; stride > 0; stride /= 2)
        for (std::size_t page = 0; page < plan.pageCount(); ++page)
            for (std::size_t row = 0; row < plan.rows(); row += stride)
                for (std::size_t column = 0; column < plan.columns(); column += stride) {
                    const bool isOld = stride < coarsest && row % (2 * stride) == 0 && column % (2 * stride) == 0;
                    if (isOld)
                        continue;
                    const std::size_t place = plan.placeOf(column, row, page);
                    runs.push_back({{networks[place], networks[place]->config.seed}, place});
                }
    return runs;
}

} // namespace core
