// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ResultWriter.h"

#include "core/base/NumberText.h"
#include "core/data/DataPath.h"
#include "core/io/ConfigJson.h"
#include "core/io/TheoryJson.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <string_view>

namespace core
{

namespace
{

/// Builds one line of JSON in place: a run may write a million of them.
class JsonLine
{
public:
    JsonLine& begin(std::string_view key = {}) { return open(key, '{'); }
    JsonLine& end() { return close('}'); }
    JsonLine& beginList(std::string_view key) { return open(key, '['); }
    JsonLine& endList() { return close(']'); }

    JsonLine& put(std::string_view key, std::string_view text)
    {
        startValue(key);
        m_text.append("\"").append(text).append("\""); // ids and formulas only: nothing in them needs escaping
        return *this;
    }
    JsonLine& put(std::string_view key, const char* text) { return put(key, std::string_view(text)); }
    JsonLine& put(std::string_view key, double value)
    {
        if (!std::isfinite(value))
            return put(key, numberText(value));
        startValue(key);
        m_text += numberText(value);
        return *this;
    }
    JsonLine& put(std::string_view key, std::int64_t value)
    {
        startValue(key);
        m_text += std::to_string(value);
        return *this;
    }
    JsonLine& put(std::string_view key, const std::optional<double>& value)
    {
        return value ? put(key, *value) : putNull(key);
    }
    JsonLine& putNull(std::string_view key) { return putJson(key, "null"); }
    JsonLine& putJson(std::string_view key, std::string_view json)
    {
        startValue(key);
        m_text.append(json);
        return *this;
    }
    std::string text() { return std::move(m_text) + "\n"; }

private:
    void startValue(std::string_view key)
    {
        if (!m_text.empty() && m_text.back() != '{' && m_text.back() != '[')
            m_text += ',';
        if (!key.empty())
            m_text.append("\"").append(key).append("\":");
    }
    JsonLine& open(std::string_view key, char bracket)
    {
        startValue(key);
        m_text += bracket;
        return *this;
    }
    JsonLine& close(char bracket)
    {
        m_text += bracket;
        return *this;
    }

    std::string m_text;
};

void putDistribution(JsonLine& line, std::string_view key, const Distribution& distribution)
{
    line.begin(key)
        .put("mean", distribution.mean)
        .put("std", distribution.std)
        .put("min", distribution.min)
        .put("max", distribution.max);
    line.beginList("quantiles");
    for (const double quantile : distribution.quantiles)
        line.put({}, quantile);
    line.endList();
    line.put("non_finite", static_cast<std::int64_t>(distribution.nonFinite)).end();
}

void putScore(JsonLine& line, std::string_view key, const std::optional<Score>& score)
{
    if (!score) {
        line.putNull(key);
        return;
    }
    line.begin(key).put("loss", score->loss).put("accuracy", score->accuracy).end();
}

void putLayer(JsonLine& line, const LayerStatistics& layer)
{
    line.begin()
        .put("index", std::int64_t(layer.index))
        .put("units", std::int64_t(layer.units))
        .put("activation", layer.activation);
    putDistribution(line, "z", layer.z);
    putDistribution(line, "a", layer.a);
    line.put("delta_rms", layer.deltaRms)
        .put("weight_grad_norm", layer.weightGradNorm)
        .put("weight_grad_rms", layer.weightGradRms)
        .put("weight_rms", layer.weightRms)
        .put("bias_mean", layer.biasMean)
        .put("bias_rms", layer.biasRms)
        .put("update_ratio", layer.updateRatio)
        .put("normalization_factor", layer.normalizationFactor)
        .put("backprop_factor", layer.backpropFactor)
        .put("skip_factor", layer.skipFactor)
        .put("derivative_factor", layer.derivativeFactor)
        .put("gradient_dead_fraction", layer.gradientDeadFraction)
        .put("all_negative_fraction", layer.allNegativeFraction)
        .put("inactive_fraction", layer.inactiveFraction)
        .put("saturated_fraction", layer.saturatedFraction);
    if (layer.learnedSlope)
        line.put("learned_slope", layer.learnedSlope);
    line.end();
}

void putFindings(JsonLine& line, std::span<const Finding> findings)
{
    line.beginList("findings");
    for (const Finding& finding : findings) {
        line.begin()
            .put("code", finding.code)
            .put("severity", finding.severity == Severity::Alarm ? "alarm" : "notice")
            .put("layer", std::int64_t(finding.layer))
            .put("step", finding.step);
        if (finding.quantity)
            line.put("quantity", quantityId(*finding.quantity));
        line.begin("numbers");
        for (const FindingNumber& number : finding.numbers)
            line.put(number.name, number.value);
        line.end().put("formula", ruleOf(finding).formula).end();
    }
    line.endList();
}

} // namespace

std::string experimentLine(const ExperimentConfig& config, const Theory& theory)
{
    const auto replace = nlohmann::json::error_handler_t::replace;
    ExperimentConfig anywhere = config; // it can be run again from wherever it is copied to
    anywhere.data = withAbsolutePaths(config.data);
    JsonLine line;
    line.begin()
        .put("type", "experiment")
        .putJson("experiment", experimentToJson(anywhere).dump(-1, ' ', false, replace))
        .putJson("theory", theoryToJson(theory).dump())
        .end();
    return line.text();
}

std::string stepLine(const Snapshot& snapshot, std::span<const Finding> findings)
{
    JsonLine line;
    line.begin()
        .put("type", "step")
        .put("step", snapshot.step)
        .put("epoch", snapshot.epoch)
        .put("status", statusId(snapshot.status))
        .put("batch_loss", snapshot.batchLoss)
        .put("learning_rate", snapshot.learningRate);
    putScore(line, "train", snapshot.train);
    putScore(line, "test", snapshot.test);
    line.put("delta_ratio", snapshot.deltaRatio);
    line.beginList("layers");
    for (const LayerStatistics& layer : snapshot.layers)
        putLayer(line, layer);
    line.endList();
    line.begin("output");
    putDistribution(line, "z", snapshot.output.z);
    line.put("delta_rms", snapshot.output.deltaRms)
        .put("weight_grad_norm", snapshot.output.weightGradNorm)
        .put("weight_rms", snapshot.output.weightRms)
        .put("update_ratio", snapshot.output.updateRatio)
        .end();
    putFindings(line, findings);
    line.end();
    return line.text();
}

std::string summaryLine(const Snapshot& last, std::span<const Finding> findings)
{
    JsonLine line;
    line.begin().put("type", "summary").put("status", statusId(last.status)).put("steps", last.step);
    line.begin("final");
    putScore(line, "train", last.train);
    putScore(line, "test", last.test);
    line.put("delta_ratio", last.deltaRatio).end();
    if (last.divergence)
        line.begin("diverged")
            .put("step", last.divergence->step)
            .put("layer", std::int64_t(last.divergence->layer))
            .put("quantity", quantityId(last.divergence->quantity))
            .end();
    else
        line.putNull("diverged");
    putFindings(line, findings);
    line.end();
    return line.text();
}

std::string_view statusId(RunStatus status)
{
    switch (status) {
    case RunStatus::Training:
        return "training";
    case RunStatus::Done:
        return "done";
    case RunStatus::Diverged:
        return "diverged";
    case RunStatus::Stopped:
        break;
    }
    return "stopped";
}

std::string_view quantityId(Quantity quantity)
{
    switch (quantity) {
    case Quantity::Z:
        return "z";
    case Quantity::Loss:
        return "loss";
    case Quantity::Delta:
        return "delta";
    case Quantity::Parameter:
        break;
    }
    return "parameter";
}

} // namespace core
