// SPDX-License-Identifier: GPL-3.0-or-later
// The bundled tables: a head of samples, features and class names, then a line a sample with its class last.
#include "core/base/NumberText.h"
#include "core/data/ToyDatasets.h"

#include <limits>
#include <string_view>

namespace core
{

namespace
{

/// What stands before the next `end`; the text is left behind it.
std::string_view takeUntil(std::string_view& text, char end)
{
    const auto at = text.find(end);
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return taken;
}

std::vector<std::string_view> cellsOf(std::string_view line)
{
    std::vector<std::string_view> cells;
    while (!line.empty())
        cells.push_back(takeUntil(line, ','));
    return cells;
}

bool takeSample(RawSamples& raw, Index sample, const std::vector<std::string_view>& cells)
{
    if (static_cast<Index>(cells.size()) != raw.inputs.rows() + 1)
        return false;
    std::vector<double> numbers;
    for (const std::string_view cell : cells)
        numbers.push_back(numberFromText(cell).value_or(std::numeric_limits<double>::quiet_NaN()));
    for (Index feature = 0; feature < raw.inputs.rows(); ++feature)
        raw.inputs(feature, sample) = static_cast<Scalar>(numbers[static_cast<std::size_t>(feature)]);
    const double label = numbers.back();
    if (!raw.inputs.col(sample).allFinite() || !(label >= 0 && label < static_cast<double>(raw.classNames.size())))
        return false;
    raw.labels.push_back(static_cast<int>(label));
    return true;
}

Result<RawSamples> readTable(std::string_view name, const ResourceReader& resources)
{
    const Fault broken{FaultCode::BrokenResource, std::string(name), {}};
    const std::optional<std::string> content = resources(name);
    if (!content)
        return broken;
    std::string plain = *content;
    std::erase(plain, '\r');
    std::string_view text = plain;
    const std::vector<std::string_view> head = cellsOf(takeUntil(text, '\n'));
    const std::optional<double> samples = head.size() > 3 ? numberFromText(head[0]) : std::nullopt;
    const std::optional<double> features = head.size() > 3 ? numberFromText(head[1]) : std::nullopt;
    // Not what a damaged head says, but what the file can hold, bounds the memory.
    const auto most = static_cast<double>(text.size());
    if (!samples || !features || !(*samples >= 1 && *features >= 1 && *samples * *features <= most))
        return broken;
    RawSamples raw;
    raw.classNames.assign(head.begin() + 2, head.end());
    raw.inputs.resize(static_cast<Index>(*features), static_cast<Index>(*samples));
    for (Index sample = 0; sample < raw.inputs.cols(); ++sample)
        if (!takeSample(raw, sample, cellsOf(takeUntil(text, '\n'))))
            return broken;
    if (!text.empty())
        return broken;
    return raw;
}

} // namespace

Result<RawSamples> readIris(const DataConfig& /*config*/, const ResourceReader& resources)
{
    return readTable("datasets/iris.csv", resources);
}

Result<RawSamples> readWine(const DataConfig& /*config*/, const ResourceReader& resources)
{
    return readTable("datasets/wine_data.csv", resources);
}

Result<RawSamples> readBreastCancer(const DataConfig& /*config*/, const ResourceReader& resources)
{
    return readTable("datasets/breast_cancer.csv", resources);
}

} // namespace core
