// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PanelTables.h"

#include "core/nn/Activation.h"
#include "ui/base/NotANumber.h"
#include "ui/base/Words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace ui
{

namespace
{

using Row = NumberTable::Row;

const core::LayerStatistics* layerOf(const FrameData& frame)
{
    const auto& layers = frame.snapshot.layers;
    const bool exists = frame.selectedLayer >= 1 && frame.selectedLayer <= static_cast<int>(layers.size());
    return exists ? &layers[static_cast<std::size_t>(frame.selectedLayer - 1)] : nullptr;
}

/// The activation as it is being edited, with the slope that the selected layer has learned if it learns one.
core::ActivationFunction shownActivation(const FrameData& frame, const core::LayerStatistics* layer)
{
    const core::Choice& choice = frame.activation();
    core::ActivationFunction activation(choice);
    if (activation.info().slopeIsLearned && layer && layer->learnedSlope && layer->activationChoice.kind == choice.kind)
        return activation.withLearnedSlope(static_cast<core::Scalar>(*layer->learnedSlope));
    return activation;
}

/// How dense the values lie at z, so that the whole is 1; infinite where all are one number.
double densityAt(const core::Distribution& distribution, double z)
{
    const core::Histogram& histogram = distribution.histogram;
    const double total = histogram.total();
    const double width = (histogram.upper - histogram.lower) / core::Histogram::kBins;
    if (!(total > 0) || !(z >= histogram.lower) || !(z <= histogram.upper))
        return 0;
    if (!(width > 0))
        return std::numeric_limits<double>::infinity();
    const int bin = std::min(static_cast<int>((z - histogram.lower) / width), core::Histogram::kBins - 1);
    return histogram.counts[static_cast<std::size_t>(bin)] / (total * width);
}

std::int64_t count(std::uint64_t value)
{
    return static_cast<std::int64_t>(value);
}

NumberTable mapTable(const core::Snapshot& snapshot)
{
    const core::DecisionMap& map = snapshot.decision;
    const bool manyClasses = snapshot.data->classes > 2 && map.confidence.size() == map.answer.size();
    QStringList columns{QStringLiteral("x1"), QStringLiteral("x2"), QStringLiteral("answer")};
    if (manyClasses)
        columns << QStringLiteral("confidence");
    NumberTable table(columns);
    const auto place = [&map](double lower, double upper, int at) { // answered in the middle of each cell
        return lower + (upper - lower) * (at + 0.5) / map.resolution;
    };
    for (int row = 0; row < map.resolution; ++row)
        for (int column = 0; column < map.resolution; ++column) {
            const auto at = static_cast<std::size_t>(row * map.resolution + column);
            Row cells{place(map.xMin, map.xMax, column), place(map.yMin, map.yMax, row), map.answer[at]};
            if (manyClasses)
                cells.emplace_back(map.confidence[at]);
            table.addRow(std::move(cells));
        }
    return table;
}

NumberTable confusionTable(const core::Snapshot& snapshot)
{
    const auto classes = static_cast<std::size_t>(snapshot.data->classes);
    const auto& names = snapshot.data->classNames;
    const auto className = [&names](std::size_t label) {
        return label < names.size() ? QString::fromStdString(names[label]) : QString::number(label);
    };
    QStringList columns{QStringLiteral("true_class")};
    for (std::size_t label = 0; label < classes; ++label)
        columns << QStringLiteral("answered_%1").arg(className(label));
    NumberTable table(columns);
    for (std::size_t truth = 0; truth < classes; ++truth) {
        Row row{className(truth)};
        for (std::size_t answer = 0; answer < classes; ++answer)
            row.emplace_back(snapshot.decision.confusion[truth * classes + answer]);
        table.addRow(std::move(row));
    }
    return table;
}

QStringList factorColumns(const QString& first)
{
    return {first,
            QStringLiteral("normalization_factor"),
            QStringLiteral("backprop_factor"),
            QStringLiteral("skip_factor"),
            QStringLiteral("derivative_factor"),
            QStringLiteral("gain")};
}

Row factorRow(std::int64_t first, const core::LayerStatistics& layer)
{
    Row row{first};
    std::optional<double> gain = 1;
    for (const std::optional<double>& factor :
         {layer.normalizationFactor, layer.backpropFactor, layer.skipFactor, layer.derivativeFactor}) {
        row.push_back(factor ? NumberCell(*factor) : NumberCell());
        gain = gain && factor ? std::optional(*gain * *factor) : std::nullopt;
    }
    row.push_back(gain ? NumberCell(*gain) : NumberCell());
    return row;
}

} // namespace

NumberTable activationTable(const FrameData& frame, double reach)
{
    const core::LayerStatistics* layer = layerOf(frame);
    QStringList columns{QStringLiteral("z"), QStringLiteral("f"), QStringLiteral("df")};
    if (layer)
        columns << QStringLiteral("density_of_layer_%1").arg(layer->index);
    NumberTable table(columns);
    if (!core::findRow(core::activationCatalogue(), frame.activation().kind))
        return table;
    std::vector<core::Scalar> z;
    for (int point = 0; point < kCurvePoints; ++point)
        z.push_back(static_cast<core::Scalar>(reach * (2.0 * point / (kCurvePoints - 1) - 1)));
    if (layer && std::isfinite(layer->z.histogram.lower) && std::isfinite(layer->z.histogram.upper)) {
        const core::Histogram& histogram = layer->z.histogram;
        for (int bin = 0; bin < core::Histogram::kBins; ++bin)
            z.push_back(static_cast<core::Scalar>(histogram.lower + (histogram.upper - histogram.lower) * (bin + 0.5) /
                                                                        core::Histogram::kBins));
        std::sort(z.begin(), z.end());
        z.erase(std::unique(z.begin(), z.end()), z.end());
    }
    std::vector<core::Scalar> f(z.size());
    std::vector<core::Scalar> df(z.size());
    shownActivation(frame, layer).evaluate(z, f, df);
    for (std::size_t at = 0; at < z.size(); ++at) {
        Row row{z[at], f[at], df[at]};
        if (layer)
            row.emplace_back(densityAt(layer->z, static_cast<double>(z[at])));
        table.addRow(std::move(row));
    }
    return table;
}

const core::Distribution& distributionOf(const core::LayerStatistics& layer, LayerQuantity quantity)
{
    static const core::Distribution kUnknown = [] {
        core::Distribution unknown;
        unknown.mean = unknown.std = unknown.min = unknown.max = kNaN;
        unknown.quantiles.fill(unknown.mean);
        unknown.histogram.lower = unknown.histogram.upper = unknown.mean;
        return unknown;
    }();
    switch (quantity) {
    case LayerQuantity::Z:
        return layer.z;
    case LayerQuantity::A:
        return layer.a;
    case LayerQuantity::Delta:
        return layer.delta;
    case LayerQuantity::Weights:
        return layer.weights;
    case LayerQuantity::Update:
        break;
    }
    return layer.update ? *layer.update : kUnknown;
}

NumberTable distributionsTable(const FrameData& frame, LayerQuantity quantity)
{
    const bool isDelta = quantity == LayerQuantity::Delta;
    static const std::array<QString, 5> kNames{QStringLiteral("z"), QStringLiteral("a"), QStringLiteral("delta"),
                                               QStringLiteral("weight"), QStringLiteral("update")};
    const QString& name = kNames[static_cast<std::size_t>(quantity)];
    QStringList columns{QStringLiteral("layer")};
    for (const char* statistic :
         {"mean", "std", "min", "max", "quantile_05", "quantile_25", "median", "quantile_75", "quantile_95"})
        columns << name + QLatin1Char('_') + QLatin1String(statistic);
    columns << QStringLiteral("zeros") << QStringLiteral("non_finite");
    // What the bins divide: delta's logarithm, or the quantity itself.
    const QString binned = isDelta ? QStringLiteral("log10_abs_delta") : name;
    columns << binned + QStringLiteral("_lower") << binned + QStringLiteral("_upper") << QStringLiteral("underflow")
            << QStringLiteral("overflow");
    for (int bin = 1; bin <= core::Histogram::kBins; ++bin)
        columns << QStringLiteral("bin_%1").arg(bin);
    NumberTable table(columns);
    for (const core::LayerStatistics& layer : frame.snapshot.layers) {
        const core::Distribution& shown = distributionOf(layer, quantity);
        Row row{static_cast<std::int64_t>(layer.index), shown.mean, shown.std, shown.min, shown.max};
        row.insert(row.end(), shown.quantiles.begin(), shown.quantiles.end());
        row.insert(row.end(), {count(shown.zeros), count(shown.nonFinite), shown.histogram.lower, shown.histogram.upper,
                               count(shown.histogram.underflow), count(shown.histogram.overflow)});
        for (const std::uint32_t bin : shown.histogram.counts)
            row.emplace_back(count(bin));
        table.addRow(std::move(row));
    }
    return table;
}

NumberTable gradientProfileTable(const FrameData& frame)
{
    NumberTable table({QStringLiteral("layer"), QStringLiteral("delta_rms"), QStringLiteral("delta_rms_relative"),
                       QStringLiteral("predicted_delta_rms_relative"), QStringLiteral("weight_grad_norm"),
                       QStringLiteral("update_ratio")});
    const auto& layers = frame.snapshot.layers;
    const auto cell = [](const std::optional<double>& value) { return value ? NumberCell(*value) : NumberCell(); };
    for (std::size_t at = 0; at < layers.size(); ++at) {
        const bool isPredicted = frame.prediction && at < frame.prediction->theory.layers.size();
        table.addRow({static_cast<std::int64_t>(layers[at].index), layers[at].deltaRms,
                      layers[at].deltaRms / layers.back().deltaRms,
                      isPredicted ? cell(frame.prediction->theory.layers[at].deltaRmsRelative) : NumberCell(),
                      layers[at].weightGradNorm, cell(layers[at].updateRatio)});
    }
    return table;
}

NumberTable gradientTable(const FrameData& frame, std::vector<float> core::StepRecord::*quantity)
{
    const QString name = quantity == &core::StepRecord::weightGradNorm ? QStringLiteral("weight_grad_norm")
                         : quantity == &core::StepRecord::updateRatio  ? QStringLiteral("update_ratio")
                                                                       : QStringLiteral("delta_rms");
    const std::size_t depth = frame.snapshot.layers.size();
    QStringList columns{QStringLiteral("first_step"), QStringLiteral("last_step")};
    for (std::size_t layer = 1; layer <= depth; ++layer)
        columns << QStringLiteral("%1_layer_%2").arg(name).arg(layer);
    NumberTable table(columns);
    for (const core::StepRecord& record : frame.history.records()) {
        const std::vector<float>& values = record.*quantity;
        Row row{record.firstStep, record.lastStep};
        for (std::size_t layer = 0; layer < depth; ++layer)
            row.push_back(layer < values.size() ? NumberCell(values[layer]) : NumberCell());
        table.addRow(std::move(row));
    }
    return table;
}

NumberTable factorsTable(const FrameData& frame)
{
    NumberTable table(factorColumns(QStringLiteral("layer")));
    for (const core::LayerStatistics& layer : frame.snapshot.layers)
        table.addRow(factorRow(layer.index, layer));
    return table;
}

NumberTable factorsOverTimeTable(const FrameData& frame)
{
    NumberTable table(factorColumns(QStringLiteral("step")));
    const auto layer = static_cast<std::size_t>(std::max(frame.selectedLayer, 1) - 1);
    std::int64_t last = -1;
    const auto add = [&](const core::Snapshot& moment) {
        if (moment.step <= last || layer >= moment.layers.size())
            return;
        last = moment.step;
        table.addRow(factorRow(moment.step, moment.layers[layer]));
    };
    if (frame.moments)
        for (std::size_t at = 0; at < frame.moments->size(); ++at)
            add(frame.moments->at(at));
    add(frame.snapshot);
    return table;
}

NumberTable chaosTable(const FrameData& frame)
{
    NumberTable table({QStringLiteral("weight_variance"), QStringLiteral("bias_variance"), QStringLiteral("chi")});
    if (!frame.prediction || !frame.prediction->map)
        return table;
    const core::ChaosMap& map = *frame.prediction->map;
    for (std::size_t row = 0; row < map.rows; ++row)
        for (std::size_t column = 0; column < map.columns; ++column)
            table.addRow({map.weightAt(column), map.biasAt(row),
                          std::pow(10, static_cast<double>(map.logChi[row * map.columns + column]))});
    return table;
}

NumberTable lossTable(const FrameData& frame)
{
    NumberTable table({QStringLiteral("step"), QStringLiteral("training_loss"), QStringLiteral("test_loss"),
                       QStringLiteral("training_accuracy"), QStringLiteral("test_accuracy"),
                       QStringLiteral("batch_first_step"), QStringLiteral("batch_loss_mean"),
                       QStringLiteral("batch_loss_min"), QStringLiteral("batch_loss_max")});
    const bool hasTest = frame.snapshot.test.has_value();
    const bool hasAccuracy = frame.snapshot.train.accuracy.has_value();
    const auto& records = frame.history.records();
    const auto& evaluations = frame.history.evaluations();
    const auto cell = [](float value, bool exists) { return exists ? NumberCell(value) : NumberCell(); };
    std::size_t record = 0;
    std::size_t evaluation = 0;
    while (record < records.size() || evaluation < evaluations.size()) {
        constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();
        const std::int64_t recorded = record < records.size() ? records[record].lastStep : kNever;
        const std::int64_t evaluated = evaluation < evaluations.size() ? evaluations[evaluation].step : kNever;
        Row row(static_cast<std::size_t>(table.columns().size()));
        row[0] = std::min(recorded, evaluated);
        if (evaluated <= recorded) {
            const core::EvaluationRecord& scores = evaluations[evaluation++];
            row[1] = scores.trainLoss;
            row[2] = cell(scores.testLoss, hasTest);
            row[3] = cell(scores.trainAccuracy, hasAccuracy);
            row[4] = cell(scores.testAccuracy, hasTest && hasAccuracy);
        }
        if (recorded <= evaluated) {
            const core::StepRecord& batches = records[record++];
            row[5] = batches.firstStep;
            row[6] = batches.batchLoss.mean;
            row[7] = batches.batchLoss.min;
            row[8] = batches.batchLoss.max;
        }
        table.addRow(std::move(row));
    }
    return table;
}

NumberTable decisionTable(const FrameData& frame)
{
    const core::Snapshot& snapshot = frame.snapshot;
    const core::DecisionMap& map = snapshot.decision;
    if (!snapshot.data)
        return {};
    const auto cells = static_cast<std::size_t>(map.resolution) * static_cast<std::size_t>(map.resolution);
    const auto classes = static_cast<std::size_t>(snapshot.data->classes);
    if (snapshot.data->inputs == 2 && map.resolution > 1 && map.answer.size() >= cells)
        return mapTable(snapshot);
    if (!map.confusion.empty() && map.confusion.size() >= classes * classes)
        return confusionTable(snapshot);
    NumberTable table({QStringLiteral("x"), QStringLiteral("answer")});
    for (std::size_t at = 0; at < std::min(map.curveX.size(), map.curveY.size()); ++at)
        table.addRow({map.curveX[at], map.curveY[at]});
    return table;
}

NumberTable findingsTable(const FrameData& frame)
{
    NumberTable table({QStringLiteral("code"), QStringLiteral("severity"), QStringLiteral("layer"),
                       QStringLiteral("since_step"), QStringLiteral("value"), QStringLiteral("threshold"),
                       QStringLiteral("formula"), QStringLiteral("other_numbers")});
    for (const core::Finding& finding : frame.findings) {
        QStringList others;
        for (const core::FindingNumber& number : finding.numbers)
            if (number.name != "value" && number.name != "threshold")
                others << QStringLiteral("%1=%2").arg(fromCore(number.name), NumberCell(number.value).text());
        const bool hasThreshold = core::ruleOf(finding).thresholds != nullptr;
        table.addRow({fromCore(finding.code),
                      finding.severity == core::Severity::Alarm ? QStringLiteral("alarm") : QStringLiteral("notice"),
                      finding.layer > 0 ? NumberCell(static_cast<std::int64_t>(finding.layer)) : NumberCell(),
                      finding.step, hasThreshold ? NumberCell(finding.number("value")) : NumberCell(),
                      hasThreshold ? NumberCell(finding.number("threshold")) : NumberCell(),
                      fromCore(core::ruleOf(finding).formula), others.join(QStringLiteral("; "))});
    }
    return table;
}

} // namespace ui
