// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ToyDatasets.h"

#include <map>

namespace core
{

void numberClasses(RawSamples& raw)
{
    std::map<int, int> numbers;
    for (const int label : raw.labels)
        numbers.emplace(label, 0);
    int next = 0;
    for (auto& [label, number] : numbers) {
        number = next++;
        raw.classNames.push_back(std::to_string(label));
    }
    for (int& label : raw.labels)
        label = numbers.at(label);
}

Result<RawSamples> readDrawn(const DataConfig& config, const ResourceReader& /*resources*/)
{
    if (config.points.empty())
        return Fault{FaultCode::NoSamples, "data.points", {}};
    RawSamples raw;
    raw.inputs.resize(2, static_cast<Index>(config.points.size()));
    for (const DrawnPoint& point : config.points) {
        const auto sample = static_cast<Index>(raw.labels.size());
        raw.inputs(0, sample) = static_cast<Scalar>(point.x);
        raw.inputs(1, sample) = static_cast<Scalar>(point.y);
        raw.labels.push_back(point.label);
    }
    numberClasses(raw);
    if (raw.classNames.size() < 2)
        return Fault{FaultCode::OneClass, "data.points", {raw.classNames.front()}};
    return raw;
}

} // namespace core
