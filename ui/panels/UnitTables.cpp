// SPDX-License-Identifier: GPL-3.0-or-later
// The part of PanelTables that is about units: all of them, or the one that is looked at from near.
#include "ui/base/UnitWatch.h"
#include "ui/panels/PanelTables.h"

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

constexpr std::size_t kMostInputs = 64; ///< of a sample that are written out; larger ones have their number

QString stateId(core::UnitState state)
{
    switch (state) {
    case core::UnitState::NoDerivative:
        return QStringLiteral("no_derivative");
    case core::UnitState::GradientDead:
        return QStringLiteral("gradient_dead");
    case core::UnitState::Asleep:
        return QStringLiteral("asleep");
    case core::UnitState::Saturated:
        return QStringLiteral("saturated");
    case core::UnitState::Alive:
        break;
    }
    return QStringLiteral("alive");
}

/// Columns of different lengths, side by side; a shorter one ends in empty cells.
class Columns
{
public:
    void add(const QString& name, std::vector<NumberCell> cells)
    {
        m_rows = std::max(m_rows, cells.size());
        m_columns.emplace_back(name, std::move(cells));
    }
    /// The first columns are the same in every row, of which there is at least one.
    [[nodiscard]] NumberTable table(QStringList names, const NumberTable::Row& first) const
    {
        for (const auto& [name, cells] : m_columns)
            names << name;
        NumberTable made(names);
        for (std::size_t at = 0; at < m_rows; ++at) {
            NumberTable::Row row = first;
            for (const auto& [name, cells] : m_columns)
                row.push_back(at < cells.size() ? cells[at] : NumberCell());
            made.addRow(std::move(row));
        }
        return made;
    }

private:
    std::vector<std::pair<QString, std::vector<NumberCell>>> m_columns;
    std::size_t m_rows = 1;
};

/// The histogram's bins, and before and after them what lies outside of a robust range: all samples are counted.
void addHistogram(Columns& columns, const core::Distribution& z)
{
    std::vector<NumberCell> lower, upper, counts;
    const auto add = [&](double from, double to, std::uint32_t count) {
        lower.emplace_back(from);
        upper.emplace_back(to);
        counts.emplace_back(static_cast<std::int64_t>(count));
    };
    const core::Histogram& histogram = z.histogram;
    const double width = (histogram.upper - histogram.lower) / core::Histogram::kBins;
    if (histogram.underflow > 0)
        add(z.min, histogram.lower, histogram.underflow);
    for (int bin = 0; bin < core::Histogram::kBins; ++bin)
        add(histogram.lower + width * bin, histogram.lower + width * (bin + 1),
            histogram.counts[static_cast<std::size_t>(bin)]);
    if (histogram.overflow > 0)
        add(histogram.upper, z.max, histogram.overflow);
    columns.add(QStringLiteral("z_lower"), std::move(lower));
    columns.add(QStringLiteral("z_upper"), std::move(upper));
    columns.add(QStringLiteral("samples"), std::move(counts));
}

/// Numbered from 1, as everywhere that a person reads.
void addWeights(Columns& columns, const QString& number, const QString& name, const std::vector<float>& weights)
{
    std::vector<NumberCell> numbers;
    for (std::size_t at = 1; at <= weights.size(); ++at)
        numbers.emplace_back(static_cast<std::int64_t>(at));
    columns.add(number, std::move(numbers));
    columns.add(name, {weights.begin(), weights.end()});
}

void addPast(Columns& columns, const std::vector<UnitWatch::Seen>& past)
{
    std::vector<NumberCell> steps, biases, gradients;
    for (const UnitWatch::Seen& seen : past) {
        steps.emplace_back(seen.step);
        biases.emplace_back(seen.bias);
        gradients.emplace_back(seen.gradientNorm);
    }
    columns.add(QStringLiteral("step"), std::move(steps));
    columns.add(QStringLiteral("bias"), std::move(biases));
    columns.add(QStringLiteral("gradient_norm"), std::move(gradients));
}

void addExcitations(Columns& columns, const core::UnitDetail& unit)
{
    std::vector<NumberCell> samples, values;
    for (const core::UnitDetail::Excitation& excitation : unit.excitations) {
        samples.emplace_back(static_cast<std::int64_t>(excitation.sample));
        values.emplace_back(excitation.z);
    }
    columns.add(QStringLiteral("exciting_sample"), std::move(samples));
    columns.add(QStringLiteral("its_z"), std::move(values));
    const std::size_t inputs = unit.excitations.empty() ? 0 : unit.inputs.size() / unit.excitations.size();
    if (inputs > kMostInputs)
        return;
    for (std::size_t input = 0; input < inputs; ++input) {
        std::vector<NumberCell> cells;
        for (std::size_t at = 0; at < unit.excitations.size(); ++at)
            cells.emplace_back(unit.inputs[at * inputs + input]);
        columns.add(QStringLiteral("its_x%1").arg(input + 1), std::move(cells));
    }
}

NumberTable closeUpTable(const UnitWatch& watch, const core::UnitStatistics& unit,
                         const std::optional<core::UnitDetail>& detail)
{
    // Of a moment when nobody watched, the unit's detail is not known: its columns are there, and empty.
    const bool isKnown = detail && detail->place == watch.place;
    Columns columns;
    if (isKnown)
        addHistogram(columns, detail->z);
    else
        for (const char* name : {"z_lower", "z_upper", "samples"})
            columns.add(QLatin1String(name), {});
    const core::UnitDetail known = isKnown ? *detail : core::UnitDetail();
    addWeights(columns, QStringLiteral("input"), QStringLiteral("incoming_weight"), known.incoming);
    addWeights(columns, QStringLiteral("unit_above"), QStringLiteral("outgoing_weight"), known.outgoing);
    addPast(columns, watch.seen);
    addExcitations(columns, known);
    return columns.table({QStringLiteral("layer"), QStringLiteral("unit"), QStringLiteral("state")},
                         {static_cast<std::int64_t>(watch.place.layer), static_cast<std::int64_t>(watch.place.unit) + 1,
                          stateId(unit.state)});
}

/// The unit that is looked at from near, or nullptr.
const core::UnitStatistics* watchedUnit(const FrameData& frame)
{
    if (!frame.watch)
        return nullptr;
    const auto layer = static_cast<std::size_t>(frame.watch->place.layer - 1);
    const auto unit = static_cast<std::size_t>(frame.watch->place.unit);
    const auto& layers = frame.snapshot.layers;
    return layer < layers.size() && unit < layers[layer].unitStatistics.size() ? &layers[layer].unitStatistics[unit]
                                                                               : nullptr;
}

} // namespace

NumberTable unitsTable(const FrameData& frame)
{
    if (const core::UnitStatistics* watched = watchedUnit(frame))
        return closeUpTable(*frame.watch, *watched, frame.snapshot.unit);
    NumberTable table({QStringLiteral("layer"), QStringLiteral("unit"), QStringLiteral("state"),
                       QStringLiteral("z_mean"), QStringLiteral("z_min"), QStringLiteral("z_max"),
                       QStringLiteral("a_mean"), QStringLiteral("inactive_share"), QStringLiteral("saturated_share"),
                       QStringLiteral("negative_share"), QStringLiteral("delta_rms")});
    for (const core::LayerStatistics& layer : frame.snapshot.layers) {
        std::int64_t number = 0;
        for (const core::UnitStatistics& unit : layer.unitStatistics)
            table.addRow({static_cast<std::int64_t>(layer.index), ++number, stateId(unit.state), unit.zMean, unit.zMin,
                          unit.zMax, unit.aMean, unit.inactiveShare, unit.saturatedShare, unit.negativeShare,
                          unit.deltaRms});
    }
    return table;
}

} // namespace ui
