// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Listing.h"

#include "app/CatalogueJson.h"
#include "app/ComparisonSource.h"
#include "app/Console.h"
#include "app/Resources.h"
#include "core/train/ConfigCheck.h"
#include "ui/base/Words.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

#include <array>

namespace app
{

namespace
{

using Json = nlohmann::ordered_json;

/// As a table, for people: id, parameters with their defaults, and the formula or title in their language.
QString tableText(const Json& list)
{
    std::vector<std::array<QString, 3>> rows;
    std::array<qsizetype, 2> widths{};
    for (const Json& row : list) {
        QStringList parameters;
        for (const Json& parameter : row["parameters"])
            parameters << QString::fromStdString(parameter["name"].get<std::string>() + "=" +
                                                 parameter["default"].dump());
        const auto formula = row["formula"].get<std::string>();
        rows.push_back(
            {QString::fromStdString(row["id"].get<std::string>()), parameters.join(QLatin1Char(' ')),
             formula.empty() ? ui::experimentTitle(row["name"].get<std::string>()) : ui::catalogueText(formula)});
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths.at(i) = std::max(widths.at(i), rows.back().at(i).size());
    }
    QString text;
    for (const auto& row : rows) {
        QString line = row[0].leftJustified(static_cast<int>(widths[0]) + 2);
        if (widths[1] > 0)
            line += row[1].leftJustified(static_cast<int>(widths[1]) + 2);
        text += (line + row[2]).trimmed() + QLatin1Char('\n');
    }
    return text;
}

/// What is wrong with the file that the experiment learns from, if it does.
core::Faults faultsOfData(const core::ExperimentConfig& config)
{
    if (core::shapeOf(config.data))
        return {};
    const auto data = core::makeDataset(config.data, config.seed, bundledResources());
    return data ? core::checkWithData(config, data.value().shape()) : data.faults();
}

std::vector<core::CombinationFault> faultsOfData(const core::ComparisonPlan& plan)
{
    std::vector<core::CombinationFault> faults;
    const core::Combinations all = core::combine(plan.experiment, plan.settings, plan.axes, faults);
    core::DatasetCache datasets(bundledResources());
    return faults.empty() ? core::checkData(all, plan.axes, plan.seeds.first, datasets) : faults;
}

} // namespace

int runList(const Arguments& arguments, const core::ResourceReader& resources)
{
    QStringList names;
    for (const Listing& listing : listings()) {
        if (arguments.words.first() == QString::fromUtf8(listing.what)) {
            const Json list = listing.make(resources);
            return printResult(arguments.has("--json") ? QString::fromStdString(list.dump(2)) + QLatin1Char('\n')
                                                       : tableText(list));
        }
        names << QString::fromUtf8(listing.what);
    }
    ArgumentReader reader(arguments);
    reader.bad("list", arguments.words.first(), names.join(QStringLiteral(", ")));
    printFaults(reader.faults());
    return kBadInput;
}

int runCheck(const Arguments& arguments)
{
    const QString file = arguments.words.first();
    const auto document = readComparisonFile(file);
    if (!document) {
        printFaults(document.faults(), file);
        return kBadInput;
    }
    const core::ComparisonPlan& plan = document.value().plan;
    if (document.value().isComparison) {
        const auto faults = faultsOfData(plan);
        for (const core::CombinationFault& fault : faults)
            printFaults({fault.fault}, QString::fromStdString(fault.combination));
        if (!faults.empty())
            return kBadInput;
        return printResult(QCoreApplication::translate("CommandLine", "%1 is a valid comparison.").arg(file) +
                           QLatin1Char('\n'));
    }
    if (const core::Faults faults = faultsOfData(plan.experiment); !faults.empty()) {
        printFaults(faults);
        return kBadInput;
    }
    return printResult(QCoreApplication::translate("CommandLine", "%1 is a valid experiment.").arg(file) +
                       QLatin1Char('\n'));
}

} // namespace app
