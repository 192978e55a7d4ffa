// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Contenders.h"

#include "core/train/ConfigFields.h"
#include "ui/base/ContenderLook.h"
#include "ui/base/Words.h"

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

/// Where layers have activations of their own, the one that is compared is that of all.
core::ExperimentConfig ready(core::ExperimentConfig first, const std::vector<core::Setting>& settings)
{
    const bool setsActivation = std::any_of(settings.begin(), settings.end(), [](const core::Setting& setting) {
        return setting.key.starts_with(kActivationPrefix);
    });
    for (core::LayerConfig& layer : first.network.layers)
        if (setsActivation)
            layer.activation.reset();
    return first;
}

core::Result<core::ExperimentConfig> configOf(const core::ExperimentConfig& first,
                                              const std::vector<core::Setting>& settings)
{
    return core::companionOf(ready(first, settings), settings);
}

/// An activation with all its parameters as they are now: who drags the slope of the run that is watched does not drag
/// the other along.
std::vector<core::Setting> wholeSettings(const std::vector<core::Setting>& settings,
                                         const core::ExperimentConfig& config)
{
    const std::vector<core::Field> fields = core::configFields(config);
    // Settings may be written in short.
    std::vector<std::string> paths;
    for (const core::Setting& setting : settings)
        if (const core::Field* field = core::findField(fields, core::fullPath(setting.key, setting.value)))
            paths.push_back(field->path);
    const bool setsActivation = std::any_of(
        paths.begin(), paths.end(), [](const std::string& path) { return path.starts_with(kActivationPrefix); });
    std::vector<core::Setting> whole;
    for (const core::Field& field : fields) {
        const bool isMeant = std::find(paths.begin(), paths.end(), field.path) != paths.end() ||
                             (setsActivation && field.path.starts_with(kActivationPrefix));
        if (isMeant && field.used)
            whole.push_back({field.path, field.get(config)});
    }
    return whole;
}

} // namespace

ContenderSpecs Contenders::specs() const
{
    ContenderSpecs specs;
    for (const Entry& entry : m_entries)
        specs.push_back(entry.spec);
    return specs;
}

core::Result<ContenderSpecs> Contenders::with(const std::vector<core::Setting>& settings,
                                              const core::ExperimentConfig& first) const
{
    ContenderSpecs all = specs();
    if (all.size() >= core::Lineup::kMostCompanions)
        return core::Faults{{core::FaultCode::OutOfRange,
                             "contenders",
                             {std::to_string(all.size() + 1), "1 … " + std::to_string(core::Lineup::kMostCompanions)}}};
    const core::Result<core::ExperimentConfig> config = configOf(first, settings);
    if (!config)
        return config.faults();
    int place = 0;
    while (std::any_of(all.begin(), all.end(), [&](const ContenderSpec& spec) { return spec.place == place; }))
        ++place;
    all.push_back({place, wholeSettings(settings, config.value())});
    return all;
}

core::Result<ContenderSpecs> Contenders::edited(std::size_t index, const core::Setting& setting,
                                                const core::ExperimentConfig& first) const
{
    ContenderSpecs all = specs();
    std::vector<core::Setting>& settings = all.at(index).settings;
    const std::vector<core::Field> fields = core::configFields(m_entries.at(index).config);
    const core::Field* field = core::findField(fields, core::fullPath(setting.key, setting.value));
    // Another kind brings parameters of its own.
    if (field && field->isKind)
        std::erase_if(settings, [&](const core::Setting& each) {
            const core::Field* kind = core::kindFieldBeside(fields, each.key);
            return kind && kind->path == field->path;
        });
    std::erase_if(settings, [&](const core::Setting& each) { return each.key == setting.key; });
    settings.push_back(setting);
    const core::Result<core::ExperimentConfig> config = configOf(first, settings);
    if (!config)
        return config.faults();
    settings = wholeSettings(settings, config.value());
    return all;
}

ContenderSpecs Contenders::without(std::size_t index) const
{
    ContenderSpecs all = specs();
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(index));
    return all;
}

void Contenders::set(const ContenderSpecs& specs, const core::ExperimentConfig& first)
{
    std::vector<Entry> next;
    for (const ContenderSpec& spec : specs) {
        const auto before = std::find_if(m_entries.begin(), m_entries.end(),
                                         [&](const Entry& entry) { return entry.spec.place == spec.place; });
        if (before != m_entries.end())
            next.push_back(std::move(*before));
        else
            next.emplace_back().run = ++m_lastRun;
        Entry& entry = next.back();
        entry.spec = spec;
        core::Result<core::ExperimentConfig> config = configOf(first, spec.settings);
        entry.faults = config ? core::Faults() : config.faults();
        entry.config = config ? std::move(config).value() : first;
    }
    m_entries = std::move(next);
}

std::vector<core::Companion> Contenders::companions() const
{
    std::vector<core::Companion> companions;
    for (const Entry& entry : m_entries)
        if (entry.faults.empty())
            companions.push_back({entry.run, entry.config});
    return companions;
}

void Contenders::take(std::span<const core::CompanionSnapshot> snapshots, std::uint64_t generation)
{
    for (Entry& entry : m_entries) {
        if (generation != entry.history.generation())
            entry.history.clear();
        const auto own = std::find_if(snapshots.begin(), snapshots.end(),
                                      [&](const core::CompanionSnapshot& each) { return each.id == entry.run; });
        entry.newest = own == snapshots.end() ? nullptr : &own->snapshot;
    }
}

void Contenders::keep()
{
    for (Entry& entry : m_entries)
        if (entry.newest)
            entry.moments.add(*entry.newest);
}

void Contenders::add(const core::StepRecord& record)
{
    for (Entry& entry : m_entries)
        if (entry.run == record.run)
            entry.history.add(record);
}

std::span<const Contender> Contenders::shown(std::optional<std::int64_t> step) const
{
    m_shown.clear();
    for (const Entry& entry : m_entries) {
        Contender contender{entry.newest, &entry.history, &entry.config, contenderLabel(entry.spec.settings),
                            entry.spec.place};
        if (step) {
            // One that had diverged by then stands still since.
            const core::SnapshotHistory& moments = entry.moments;
            const core::Snapshot* kept = moments.empty() ? nullptr : &moments.at(moments.indexNear(*step));
            const bool isOfThen = kept && (kept->step == *step || (kept->divergence && kept->step < *step));
            contender.snapshot = isOfThen ? kept : nullptr;
            if (isOfThen)
                contender.config = &kept->config;
        }
        m_shown.push_back(std::move(contender));
    }
    return m_shown;
}

} // namespace ui
