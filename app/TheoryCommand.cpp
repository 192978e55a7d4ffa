// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TheoryCommand.h"

#include "app/Console.h"
#include "app/ExperimentSource.h"
#include "core/io/TheoryJson.h"
#include "core/probe/Probe.h"
#include "core/train/ConfigCheck.h"

#include <nlohmann/json.hpp>

namespace app
{

int runTheory(const Arguments& arguments, const core::ResourceReader& resources)
{
    SourceFaults problem;
    const std::optional<core::ExperimentConfig> config = loadExperiment(arguments, resources, problem);
    printFaults(problem.faults, problem.document);
    if (!config)
        return kBadInput;
    const core::Result<core::Dataset> data = core::makeDataset(config->data, config->seed, resources);
    if (!data) {
        printFaults(data.faults());
        return kBadInput;
    }
    if (const core::Faults faults = core::checkWithData(*config, data.value().shape()); !faults.empty()) {
        printFaults(faults);
        return kBadInput;
    }
    const double inputSquare = core::meanInputSquare(data.value(), config->probeSamples);
    const core::Theory theory = core::meanField(*config, data.value().shape(), inputSquare);
    return printResult(QString::fromStdString(core::theoryToJson(theory).dump(2)) + QLatin1Char('\n'));
}

} // namespace app
