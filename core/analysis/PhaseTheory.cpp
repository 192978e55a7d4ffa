// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/PhaseTheory.h"

#include "core/probe/Probe.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core
{

namespace
{

constexpr std::size_t kMostTheoryPoints = 13; ///< along one axis
constexpr double kRoundingNoise = 1e-6;
constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();

/// So many of the places 0 … count − 1, the ends among them.
std::vector<std::size_t> pickedOf(std::size_t count)
{
    const std::size_t points = std::min(count, kMostTheoryPoints);
    std::vector<std::size_t> picked;
    for (std::size_t point = 0; point < points; ++point)
        picked.push_back(points > 1 ? (point * (count - 1) + (points - 1) / 2) / (points - 1) : 0);
    return picked;
}

/// What decides about theory.
struct Question {
    NetworkConfig network;
    InitializerConfig initializer;
    Choice loss;
    DataConfig data;
    std::int64_t seed = 0;
    bool operator==(const Question&) const = default;
};

class Asker
{
public:
    explicit Asker(DatasetCache& datasets)
        : m_datasets(datasets)
    {
    }

    /// The theory of this network; an axis may be of no account to it, and then it is not worked out again.
    const Theory& ask(const ExperimentConfig& config)
    {
        Question question{config.network, config.initializer, config.loss, config.data, config.seed};
        if (m_asked == question)
            return m_answer;
        m_answer = {};
        if (const auto data = m_datasets.get(config.data, config.seed); data)
            m_answer = meanField(config, data.value()->shape(), meanInputSquare(*data.value(), config.probeSamples));
        m_asked = std::move(question);
        return m_answer;
    }

private:
    DatasetCache& m_datasets;
    std::optional<Question> m_asked;
    Theory m_answer;
};

/// What is 1 but for rounding is 1, so that no line is drawn through noise.
double logOf(const std::optional<double>& value)
{
    const double log = value ? std::log10(*value) : kNotKnown;
    return std::abs(log) < kRoundingNoise ? 0 : log;
}

void addLine(PhaseTheory& theory, TheoryLine line, const std::vector<double>& logs,
             const std::vector<std::size_t>& columns, const std::vector<std::size_t>& rows)
{
    line.strokes = contours(logs, columns.size(), rows.size(), std::log10(line.level));
    if (line.strokes.empty())
        return;
    const auto placeIn = [](const std::vector<std::size_t>& picked, double at) {
        const std::size_t lower = std::min(static_cast<std::size_t>(at), picked.size() - 2);
        const double part = at - static_cast<double>(lower);
        return static_cast<double>(picked[lower]) * (1 - part) + static_cast<double>(picked[lower + 1]) * part;
    };
    for (Stroke& stroke : line.strokes)
        for (GridPoint& point : stroke)
            point = {placeIn(columns, point.column), placeIn(rows, point.row)};
    theory.lines.push_back(std::move(line));
}

} // namespace

PhaseTheory phaseTheory(const PhasePlan& plan, std::span<const PhaseRun> runs, std::size_t page, DatasetCache& datasets,
                        const std::stop_token& stop)
{
    std::vector<const SweepCombination*> networks(plan.size());
    for (const PhaseRun& run : runs)
        networks[run.place] = run.cell.combination.get();
    const std::vector<std::size_t> columns = pickedOf(plan.columns());
    const std::vector<std::size_t> rows = pickedOf(plan.rows());
    PhaseTheory theory;
    std::vector<double> chi(columns.size() * rows.size(), kNotKnown);
    std::vector<double> ratio = chi;
    Asker asker(datasets);
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (stop.stop_requested())
                return {};
            const std::size_t place = plan.placeOf(columns[column], rows[row], page);
            const Theory& here = asker.ask(networks[place]->config);
            chi[row * columns.size() + column] = logOf(here.chiStar);
            ratio[row * columns.size() + column] = logOf(here.deltaRatio);
            for (const TheoryReason reason : here.reasons)
                if (std::find(theory.reasons.begin(), theory.reasons.end(), reason) == theory.reasons.end())
                    theory.reasons.push_back(reason);
        }
    const DiagnosisConfig& thresholds = plan.base.diagnosis;
    addLine(theory, {TheoryLine::Kind::Critical, 1, {}}, chi, columns, rows);
    for (const double level : {thresholds.vanishing.alarm, thresholds.vanishing.notice})
        addLine(theory, {TheoryLine::Kind::Vanishing, level, {}}, ratio, columns, rows);
    for (const double level : {thresholds.exploding.alarm, thresholds.exploding.notice})
        addLine(theory, {TheoryLine::Kind::Exploding, level, {}}, ratio, columns, rows);
    return theory;
}

} // namespace core
