// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SweepCommand.h"

#include "app/Console.h"
#include "app/ExperimentSource.h"
#include "app/SweepRunner.h"
#include "core/base/NumberText.h"
#include "core/io/SweepCsv.h"
#include "core/train/ConfigCheck.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <thread>

namespace app
{

namespace
{

constexpr double kLargestSeed = 9007199254740991.0; // 2^53 − 1
constexpr double kMostCombinations = 100'000;
constexpr double kMostRuns = 1'000'000;
constexpr const char* kStepsKey = "training.steps";

/// A pair of whole numbers, such as the seeds 1..5 and the shard 2/4.
struct Pair {
    std::int64_t first = 1;
    std::int64_t second = 1;
};

QString translated(const char* text)
{
    return QCoreApplication::translate("CommandLine", text);
}

std::optional<std::int64_t> wholeNumber(const QString& text)
{
    const std::optional<double> number = core::numberFromText(text.toStdString());
    if (!number || *number < 0 || *number > kLargestSeed || std::trunc(*number) != *number)
        return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

/// The two numbers around `separator`, the second not less than the first.
std::optional<Pair> pairOf(const QString& text, const QString& separator)
{
    const QStringList parts = text.split(separator);
    const std::optional<std::int64_t> first = wholeNumber(parts.value(0));
    const std::optional<std::int64_t> second = wholeNumber(parts.value(1));
    if (parts.size() != 2 || !first || !second || *first > *second)
        return std::nullopt;
    return Pair{*first, *second};
}

Pair readSeeds(const Arguments& arguments, ArgumentReader& reader)
{
    const QString text = arguments.value("--seeds");
    const std::optional<Pair> seeds = pairOf(text, QStringLiteral(".."));
    if (text.isEmpty())
        reader.missing(QStringLiteral("sweep"), QStringLiteral("--seeds A..B"));
    else if (!seeds)
        reader.bad("--seeds", text, QStringLiteral("A..B, 0 ≤ A ≤ B < 2^53"));
    return seeds.value_or(Pair{});
}

Pair readShard(const Arguments& arguments, ArgumentReader& reader)
{
    if (!arguments.has("--shard"))
        return {};
    const QString text = arguments.value("--shard");
    const std::optional<Pair> shard = pairOf(text, QStringLiteral("/"));
    if (!shard || shard->first < 1)
        reader.bad("--shard", text, QStringLiteral("I/N, 1 ≤ I ≤ N"));
    return shard.value_or(Pair{});
}

std::vector<double> readAccuracies(const Arguments& arguments, ArgumentReader& reader)
{
    if (!arguments.has("--accuracy"))
        return core::SweepOptions{}.accuracies;
    std::vector<double> accuracies;
    for (const QString& text : arguments.value("--accuracy").split(QLatin1Char(','))) {
        const std::optional<double> accuracy = core::numberFromText(text.toStdString());
        if (!accuracy || !(*accuracy > 0 && *accuracy <= 1))
            reader.bad("--accuracy", text, QStringLiteral("(0, 1]"));
        else if (std::find(accuracies.begin(), accuracies.end(), *accuracy) == accuracies.end())
            accuracies.push_back(*accuracy);
    }
    return accuracies;
}

std::vector<core::SweepAxis> readAxes(const Arguments& arguments, ArgumentReader& reader)
{
    std::vector<core::SweepAxis> axes;
    for (const QString& argument : arguments.values("--vary")) {
        core::Result<core::SweepAxis> axis = core::parseAxis(argument.toStdString());
        if (!axis) {
            reader.add(axis.faults());
            continue;
        }
        const std::string& key = axis.value().key;
        if (std::any_of(axes.begin(), axes.end(), [&](const core::SweepAxis& other) { return other.key == key; }))
            reader.bad("--vary", argument, translated(QT_TRANSLATE_NOOP("CommandLine", "each key once")));
        if (key == kStepsKey && arguments.has("--steps"))
            reader.bad("--vary", argument, translated(QT_TRANSLATE_NOOP("CommandLine", "not together with --steps")));
        axes.push_back(std::move(axis).value());
    }
    return axes;
}

void checkNumberOfRuns(std::span<const core::SweepAxis> axes, const Pair& seeds, ArgumentReader& reader)
{
    double combinations = 1;
    for (const core::SweepAxis& axis : axes)
        combinations *= static_cast<double>(axis.levels.size());
    const double runs = combinations * static_cast<double>(seeds.second - seeds.first + 1);
    if (combinations > kMostCombinations || runs > kMostRuns)
        reader.bad("sweep", QString::number(runs, 'f', 0),
                   translated(QT_TRANSLATE_NOOP("CommandLine", "at most %1 runs of %2 combinations"))
                       .arg(kMostRuns, 0, 'f', 0)
                       .arg(kMostCombinations, 0, 'f', 0));
}

/// What is asked for, but for the list of runs.
SweepJob readJob(const Arguments& arguments, ArgumentReader& reader)
{
    SweepJob job;
    job.axes = readAxes(arguments, reader);
    job.options.accuracies = readAccuracies(arguments, reader);
    if (const auto every = reader.integer("--evaluate-every", 1, core::kLargestStep))
        job.options.evaluateEvery = *every;
    const qint64 cores = std::max(1U, std::thread::hardware_concurrency());
    job.jobs = static_cast<int>(reader.integer("--jobs", 1, 1024).value_or(cores));
    job.out = arguments.value("--out");
    job.quiet = arguments.has("--quiet");
    if (job.out.isEmpty())
        reader.missing(QStringLiteral("sweep"), QStringLiteral("--out PATH.csv"));
    reader.keepDocument("--out");
    if (arguments.has("--resume") && job.out == QLatin1String("-"))
        reader.bad("--resume", job.out, translated(QT_TRANSLATE_NOOP("CommandLine", "--out with a file")));
    return job;
}

int printCombinationFaults(const std::vector<core::CombinationFault>& faults)
{
    const auto isOurs = [](const core::CombinationFault& f) { return f.fault.code == core::FaultCode::BrokenResource; };
    for (const core::CombinationFault& fault : faults)
        printFaults({fault.fault}, QString::fromStdString(fault.combination));
    return std::any_of(faults.begin(), faults.end(), isOurs) ? kFault : kBadInput;
}

/// The experiment with every combination of values, all checked.
core::Combinations readCombinations(const Arguments& arguments, const core::ResourceReader& resources,
                                    const SweepJob& job, ArgumentReader& reader)
{
    SourceFaults problem;
    const std::optional<core::ExperimentConfig> base = loadDocument(arguments, resources, problem);
    core::Faults faults;
    std::vector<core::Setting> settings = readSettings(arguments, faults);
    reader.add(faults);
    if (const auto steps = reader.integer("--steps", 0, core::kLargestStep))
        settings.push_back({kStepsKey, static_cast<double>(*steps)});
    printFaults(reader.faults());
    printFaults(problem.faults, problem.document);
    if (!base || !reader.faults().empty())
        return {};
    std::vector<core::CombinationFault> wrong;
    core::Combinations combinations = core::combine(*base, settings, job.axes, wrong);
    printCombinationFaults(wrong);
    return combinations;
}

/// Leaves out the runs whose rows are in the file already.
core::Outcome resume(SweepJob& job)
{
    const std::string header = core::sweepHeader(job.axes, job.options);
    const auto file = core::readSweptFile(QFile::encodeName(job.out).toStdString(), header);
    if (!file)
        return file.faults();
    job.bytes = file.value().bytes;
    std::vector<core::SweepCell> missing;
    for (const core::SweepCell& cell : job.cells) {
        const auto row = file.value().rows.find(core::rowNameOf(cell));
        if (row == file.value().rows.end()) {
            missing.push_back(cell);
            continue;
        }
        const std::int64_t steps = cell.combination->config.training.steps;
        if (row->second.value_or(steps) != steps)
            return core::Fault{
                core::FaultCode::BadArgument,
                "--out",
                {job.out.toStdString(), translated(QT_TRANSLATE_NOOP("CommandLine", "a file whose runs have %1 steps"))
                                            .arg(steps)
                                            .toStdString()}};
    }
    job.cells = std::move(missing);
    return core::Done{};
}

} // namespace

int runSweep(const Arguments& arguments, const core::ResourceReader& resources)
{
    ArgumentReader reader(arguments);
    SweepJob job = readJob(arguments, reader);
    const Pair seeds = readSeeds(arguments, reader);
    const Pair shard = readShard(arguments, reader);
    checkNumberOfRuns(job.axes, seeds, reader);
    const core::Combinations combinations = readCombinations(arguments, resources, job, reader);
    if (combinations.empty())
        return kBadInput;

    job.datasets = std::make_shared<core::DatasetCache>(resources);
    if (const auto faults = core::checkData(combinations, job.axes, seeds.first, *job.datasets); !faults.empty())
        return printCombinationFaults(faults);
    job.cells = core::shardOf(core::cellsOf(combinations, seeds.first, seeds.second), shard.first, shard.second);
    if (arguments.has("--resume"))
        if (const core::Outcome outcome = resume(job); !outcome) {
            printFaults(outcome.faults());
            return kBadInput;
        }
    catchSignals();
    return SweepRunner(std::move(job)).run();
}

} // namespace app
