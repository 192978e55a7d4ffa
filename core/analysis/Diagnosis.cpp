// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Diagnosis.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core
{

namespace
{

/// A fall of the loss that is more than noise.
constexpr double kFall = 0.99;

bool isBeyond(double value, double threshold, Direction direction)
{
    switch (direction) {
    case Direction::Below:
        return value < threshold;
    case Direction::Above:
        return value > threshold;
    case Direction::AtLeast:
        break;
    }
    return value >= threshold;
}

std::optional<Severity> severityOf(const DiagnosisRule& rule, const DiagnosisConfig& config, const RuleReading& reading)
{
    if (rule.thresholds == nullptr)
        return rule.severity;
    const Thresholds& thresholds = config.*rule.thresholds;
    if (isBeyond(reading.value, reading.alarm.value_or(thresholds.alarm), rule.direction))
        return Severity::Alarm;
    return isBeyond(reading.value, thresholds.notice, rule.direction) ? std::optional(Severity::Notice) : std::nullopt;
}

/// The reading that is worst; that of `preferred` if it is no less severe, so that a finding keeps to its layer.
const RuleReading* worstOf(const std::vector<RuleReading>& readings, const DiagnosisRule& rule,
                           const DiagnosisConfig& config, int preferred)
{
    const auto rank = [&](const RuleReading& reading) {
        const std::optional<Severity> severity = severityOf(rule, config, reading);
        return severity ? static_cast<int>(*severity) + 1 : 0;
    };
    const RuleReading* worst = nullptr;
    for (const RuleReading& reading : readings) {
        const bool isWorse = worst == nullptr || rank(reading) > rank(*worst) ||
                             (rank(reading) == rank(*worst) && worst->layer != preferred &&
                              (reading.layer == preferred ||
                               isBeyond(reading.value, worst->value,
                                        rule.direction == Direction::Below ? Direction::Below : Direction::Above)));
        if (isWorse)
            worst = &reading;
    }
    return worst;
}

const DiagnosisRule& ruleWithId(std::string_view id)
{
    return *findRow(diagnosisRules(), id);
}

} // namespace

double Finding::number(std::string_view name) const
{
    for (const FindingNumber& number : numbers)
        if (number.name == name)
            return number.value;
    return std::numeric_limits<double>::quiet_NaN();
}

const DiagnosisRule& ruleOf(const Finding& finding)
{
    return ruleWithId(finding.code);
}

std::vector<Finding> findingsOf(const Snapshot& snapshot)
{
    Diagnosis diagnosis;
    diagnosis.watch(snapshot);
    return diagnosis.findings();
}

Diagnosis::Diagnosis()
    : m_states(diagnosisRules().size())
{
}

void Diagnosis::Lasting::see(bool now, std::int64_t step, bool atOnce)
{
    if (now == holds) {
        differsSince.reset();
        return;
    }
    if (!differsSince)
        differsSince = step;
    if (!atOnce && step - *differsSince < kSettleSteps)
        return;
    holds = now;
    since = *differsSince;
    differsSince.reset();
}

void Diagnosis::watch(const Snapshot& snapshot)
{
    const bool isFirst = m_lastStep < 0 || snapshot.generation != m_generation || snapshot.step < m_lastStep;
    if (isFirst)
        begin(snapshot);
    // Thresholds are moved to see what they do: at once. What a run ends with has no time to last.
    const bool hasEnded = snapshot.status != RunStatus::Training;
    const bool atOnce = isFirst || hasEnded || snapshot.config.diagnosis != m_thresholds;
    m_thresholds = snapshot.config.diagnosis;
    m_lastStep = snapshot.step;
    if (!snapshot.divergence)
        remember(snapshot);

    m_findings.clear();
    const std::span<const DiagnosisRule> rules = diagnosisRules();
    for (std::size_t at = 0; at < rules.size(); ++at) {
        const bool isCertain = rules[at].thresholds == nullptr;
        if (!snapshot.divergence || isCertain) // statistics of what is not finite say nothing
            apply(rules[at], snapshot, atOnce || isCertain, m_states[at]);
        if (m_states[at].notice.holds)
            m_findings.push_back(*m_states[at].last);
    }
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
}

void Diagnosis::begin(const Snapshot& snapshot)
{
    m_generation = snapshot.generation;
    m_states.assign(m_states.size(), {});
    m_memory = {};
    m_memory.lowestLoss = std::numeric_limits<double>::infinity();
    if (snapshot.step != 0)
        return;
    for (const LayerStatistics& layer : snapshot.layers) {
        m_memory.deadAtStart.push_back(layer.gradientDeadFraction);
        m_memory.zAtStart.push_back(layer.zStdOverSamples);
    }
}

void Diagnosis::remember(const Snapshot& snapshot)
{
    const bool hasChanged = snapshot.config.network != m_network || snapshot.config.optimizer != m_optimizer;
    m_network = snapshot.config.network;
    m_optimizer = snapshot.config.optimizer;
    if (!hasChanged && !(snapshot.train.loss < kFall * m_memory.lowestLoss))
        return;
    m_memory.lowestLoss = snapshot.train.loss;
    m_memory.lowestLossStep = snapshot.step;
}

void Diagnosis::apply(const DiagnosisRule& rule, const Snapshot& snapshot, bool isFirst, RuleState& state)
{
    m_readings.clear();
    rule.read(snapshot, m_memory, m_readings);
    std::erase_if(m_readings, [](const RuleReading& reading) { return std::isnan(reading.value); });
    const RuleReading* worst = worstOf(m_readings, rule, m_thresholds, state.layer);
    const std::optional<Severity> severity = worst ? severityOf(rule, m_thresholds, *worst) : std::nullopt;
    const bool atOnce = isFirst && rule.atOnce;
    state.alarm.see(severity == Severity::Alarm, snapshot.step, atOnce);
    state.notice.see(severity.has_value(), snapshot.step, atOnce);
    if (!state.notice.holds || !severity) {
        state.layer = state.notice.holds ? state.layer : 0;
        return; // what has just ceased keeps its last numbers until that is certain
    }
    Finding finding{rule.id,
                    state.alarm.holds ? Severity::Alarm : Severity::Notice,
                    worst->layer,
                    state.notice.since,
                    {{"value", worst->value}},
                    {}};
    if (rule.thresholds != nullptr) {
        const Thresholds& thresholds = m_thresholds.*rule.thresholds;
        const bool isAlarm = *severity == Severity::Alarm;
        finding.numbers.push_back({"threshold", isAlarm ? worst->alarm.value_or(thresholds.alarm) : thresholds.notice});
    }
    finding.numbers.insert(finding.numbers.end(), worst->more.begin(), worst->more.end());
    if (snapshot.divergence && rule.id == "diverged") {
        finding.step = snapshot.divergence->step;
        finding.quantity = snapshot.divergence->quantity;
    }
    state.layer = worst->layer;
    state.last = std::move(finding);
}

GradientFinding gradientFinding(const Snapshot& snapshot)
{
    if (snapshot.divergence)
        return GradientFinding::Diverged;
    if (!snapshot.deltaRatio || *snapshot.deltaRatio == 0)
        return GradientFinding::NoGradient;
    if (!std::isfinite(*snapshot.deltaRatio))
        return GradientFinding::Diverged;
    const RuleReading reading{0, *snapshot.deltaRatio};
    const auto severity = [&](std::string_view rule) {
        return severityOf(ruleWithId(rule), snapshot.config.diagnosis, reading);
    };
    if (const std::optional<Severity> vanishing = severity("vanishing"))
        return *vanishing == Severity::Alarm ? GradientFinding::VanishingAlarm : GradientFinding::VanishingNotice;
    if (const std::optional<Severity> exploding = severity("exploding"))
        return *exploding == Severity::Alarm ? GradientFinding::ExplodingAlarm : GradientFinding::ExplodingNotice;
    return GradientFinding::Healthy;
}

} // namespace core
