// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SweepCommand.h"

#include "app/ComparisonSource.h"
#include "app/Console.h"
#include "app/SweepRunner.h"
#include "core/io/SweepCsv.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <thread>

namespace app
{

namespace
{

NumberPair readShard(const Arguments& arguments, ArgumentReader& reader)
{
    if (!arguments.has("--shard"))
        return {};
    const QString text = arguments.value("--shard");
    const std::optional<NumberPair> shard = numberPair(text, QStringLiteral("/"));
    if (!shard || shard->first < 1)
        reader.bad("--shard", text, QStringLiteral("I/N, 1 ≤ I ≤ N"));
    return shard.value_or(NumberPair{});
}

void checkNumberOfRuns(const core::ComparisonPlan& plan, ArgumentReader& reader)
{
    const double combinations = core::combinationsOf(plan.axes);
    const double runs = combinations * static_cast<double>(plan.seeds.last - plan.seeds.first + 1);
    if (combinations > core::kMostCombinations || runs > core::kMostRuns)
        reader.bad("sweep", QString::number(runs, 'f', 0),
                   translated(QT_TRANSLATE_NOOP("CommandLine", "at most %1 runs of %2 combinations"))
                       .arg(core::kMostRuns, 0, 'f', 0)
                       .arg(core::kMostCombinations, 0, 'f', 0));
}

/// How it is run, and where its table goes.
SweepJob readJob(const Arguments& arguments, ArgumentReader& reader)
{
    SweepJob job;
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

/// What is to be run, or nothing: then its faults have been told.
std::optional<core::ComparisonPlan> readPlan(const Arguments& arguments, const core::ResourceReader& resources,
                                             ArgumentReader& reader)
{
    SourceFaults problem;
    std::optional<ComparisonDocument> document = loadComparison(arguments, resources, problem);
    const bool isRead = document.has_value();
    core::ComparisonPlan plan =
        withArguments(std::move(document).value_or(ComparisonDocument{{}, true}), arguments, reader);
    checkNumberOfRuns(plan, reader);
    printFaults(reader.faults());
    printFaults(problem.faults, problem.document);
    return isRead && reader.faults().empty() ? std::optional(std::move(plan)) : std::nullopt;
}

/// Every combination of values, all checked.
core::Combinations combined(const core::ComparisonPlan& plan)
{
    std::vector<core::CombinationFault> wrong;
    core::Combinations combinations = core::combine(plan.experiment, plan.settings, plan.axes, wrong);
    printCombinationFaults(wrong);
    return combinations;
}

/// What is to lie beside the table. A document in its place is kept, if it says the same.
core::Outcome describe(SweepJob& job, const core::ComparisonPlan& plan, const Arguments& arguments)
{
    const QString path = pathBeside(job.out);
    if (path.isEmpty())
        return core::Done{};
    const bool goesOn = arguments.has("--resume");
    std::string text = textBeside(path, goesOn ? unitedWith(path, plan) : plan);
    const QString document = arguments.words.value(0);
    if (!document.isEmpty() && QFileInfo(document) == QFileInfo(path)) {
        const auto own = readComparisonFile(document);
        if (own && textBeside(path, own.value().plan) == text)
            return core::Done{};
        const QString expected =
            translated(QT_TRANSLATE_NOOP("CommandLine", "a table with another name than the comparison's"));
        return core::Fault{core::FaultCode::BadArgument, "--out", {job.out.toStdString(), expected.toStdString()}};
    }
    job.description = Description{QFile::encodeName(path).toStdString(), std::move(text)};
    return core::Done{};
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
    const NumberPair shard = readShard(arguments, reader);
    const std::optional<core::ComparisonPlan> plan = readPlan(arguments, resources, reader);
    if (!plan)
        return kBadInput;
    const core::Combinations combinations = combined(*plan);
    if (combinations.empty())
        return kBadInput;

    job.axes = plan->axes;
    job.options = plan->options;
    job.datasets = std::make_shared<core::DatasetCache>(resources);
    if (const auto faults = core::checkData(combinations, job.axes, plan->seeds.first, *job.datasets); !faults.empty())
        return printCombinationFaults(faults);
    job.cells =
        core::shardOf(core::cellsOf(combinations, plan->seeds.first, plan->seeds.last), shard.first, shard.second);
    core::Outcome outcome = arguments.has("--resume") ? resume(job) : core::Done{};
    if (outcome)
        outcome = describe(job, *plan, arguments);
    if (!outcome) {
        printFaults(outcome.faults());
        return kBadInput;
    }
    catchSignals();
    return SweepRunner(std::move(job)).run();
}

} // namespace app
