// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Curve.h"

#include "app/Console.h"
#include "core/base/NumberText.h"
#include "core/io/ConfigJson.h"
#include "core/nn/Activation.h"
#include "core/train/ConfigFields.h"

#include <QCoreApplication>

#include <vector>

namespace app
{

namespace
{

constexpr qint64 kMostPoints = 10'000'000;
const std::string kActivationPrefix = "network.activation.";

/// The activation with its parameters.
core::Choice activationOf(const Arguments& arguments, ArgumentReader& reader)
{
    core::ExperimentConfig config;
    const core::Outcome kind =
        core::applySetting(config, {"network.activation.kind", arguments.words.first().toStdString()});
    if (!kind) {
        core::Fault fault = kind.faults().front();
        fault.where = "curve";
        reader.add({fault});
        return {};
    }
    if (arguments.has("--expression"))
        if (const core::Outcome typed = core::applySetting(
                config, {kActivationPrefix + "expression", arguments.value("--expression").toStdString()});
            !typed) {
            core::Fault fault = typed.faults().front();
            fault.where = "--expression";
            reader.add({fault});
        }
    for (const QString& argument : arguments.values("--param")) {
        const auto settings = core::parseSetting(argument.toStdString());
        if (!settings) {
            reader.bad("--param", argument, QStringLiteral("K=V"));
            continue;
        }
        if (settings.value().empty())
            reader.bad("--param", argument, QStringLiteral("K=V"));
        for (core::Setting setting : settings.value()) {
            if (setting.key == "kind") {
                reader.bad("--param", argument,
                           translated(QT_TRANSLATE_NOOP("CommandLine", "a parameter of this activation")));
                continue;
            }
            setting.key = kActivationPrefix + setting.key;
            if (const core::Outcome outcome = core::applySetting(config, setting); !outcome) {
                core::Fault fault = outcome.faults().front();
                fault.where.erase(0, kActivationPrefix.size());
                reader.add({fault});
            }
        }
    }
    return config.network.activation;
}

std::vector<core::Scalar> listedPoints(const Arguments& arguments, ArgumentReader& reader)
{
    std::vector<core::Scalar> points;
    for (const QString& text : arguments.value("--at").split(QLatin1Char(','))) {
        const auto value = core::numberFromText(text.trimmed().toStdString());
        if (value)
            points.push_back(static_cast<core::Scalar>(*value));
        else
            reader.bad("--at", text, translated(QT_TRANSLATE_NOOP("CommandLine", "numbers with commas between them")));
    }
    return points;
}

std::vector<core::Scalar> rangeOfPoints(const Arguments& arguments, ArgumentReader& reader)
{
    std::vector<core::Scalar> points;
    const auto from = reader.number("--from");
    const auto to = reader.number("--to");
    const auto count = reader.integer("--points", 2, kMostPoints);
    for (const char* option : {"--from", "--to", "--points"})
        if (!arguments.has(option))
            reader.missing(QStringLiteral("curve"),
                           translated(QT_TRANSLATE_NOOP("CommandLine", "--from A --to B --points N, or --at X1,X2,…")));
    if (from && to && !(*from < *to))
        reader.bad("--to", arguments.value("--to"), translated(QT_TRANSLATE_NOOP("CommandLine", "more than --from")));
    if (!reader.faults().empty())
        return points;
    points.reserve(static_cast<std::size_t>(*count));
    for (qint64 i = 0; i < *count; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(*count - 1);
        // Exact at both ends, and no overflow between far apart ones.
        points.push_back(static_cast<core::Scalar>(*from * (1 - share) + *to * share));
    }
    return points;
}

} // namespace

int runCurve(const Arguments& arguments)
{
    ArgumentReader reader(arguments);
    const core::Choice choice = activationOf(arguments, reader);
    const bool listed = arguments.has("--at");
    for (const char* option : {"--from", "--to", "--points"})
        if (listed && arguments.has(option))
            reader.bad(option, arguments.value(option), translated(QT_TRANSLATE_NOOP("CommandLine", "not with --at")));
    const std::vector<core::Scalar> x = listed ? listedPoints(arguments, reader) : rangeOfPoints(arguments, reader);
    if (!reader.faults().empty()) {
        printFaults(reader.faults());
        return kBadInput;
    }

    std::vector<core::Scalar> f(x.size());
    std::vector<core::Scalar> df(x.size());
    core::ActivationFunction(choice).evaluate(x, f, df);
    std::string text = "x,f,df\n";
    for (std::size_t i = 0; i < x.size(); ++i)
        text.append(core::numberText(x[i]) + ',' + core::numberText(f[i]) + ',' + core::numberText(df[i]) + '\n');
    return printResult(QString::fromStdString(text));
}

} // namespace app
