// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Contestant.h"
#include "tests/bench/FmaPeak.h"
#include "tests/bench/Parts.h"
#include "tests/bench/Timing.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>
#include <stdexcept>

namespace bench
{

namespace
{

constexpr int kComparedSteps = 30;
/// Beyond it a peer does other mathematics; rounding alone stays far below.
constexpr double kLargestDifference = 1e-3;

/// What one contestant reached on one workload, round by round.
struct Result {
    ContestantInfo info;
    std::vector<double> stepsPerSecond;
    double difference = 0; ///< of its losses from ours, relative, over the first steps
};

std::vector<double> firstLosses(const ContestantInfo& info, const Workload& workload)
{
    const std::unique_ptr<Contestant> contestant = info.make(workload);
    std::vector<double> losses;
    for (int step = 0; step < kComparedSteps; ++step) {
        contestant->step();
        losses.push_back(contestant->loss());
    }
    return losses;
}

/// All start from the same weights and see the same batches, so that their losses have to be the same.
void compareLosses(std::vector<Result>& results, const Workload& workload)
{
    const std::vector<double> own = firstLosses(contestants().front(), workload);
    for (Result& result : results) {
        if (result.info.doublesPart)
            continue;
        const std::vector<double> losses = firstLosses(result.info, workload);
        for (std::size_t i = 0; i < own.size(); ++i) {
            const double difference = std::abs(losses[i] / own[i] - 1);
            if (!(difference < kLargestDifference)) // nor is NaN
                throw std::runtime_error(workload.id() + ": " + result.info.name + " trains something else: in step " +
                                         std::to_string(i + 1) + " its loss differs by " + std::to_string(difference));
            result.difference = std::max(result.difference, difference);
        }
    }
}

double timeOnce(const ContestantInfo& info, const Workload& workload, double seconds)
{
    // Anew in each round: other places in memory, and no one trains on where another would never come to.
    const std::unique_ptr<Contestant> contestant = info.make(workload);
    const double rate = repetitionsPerSecond([&] { contestant->step(); }, seconds);
    if (!std::isfinite(contestant->loss()))
        throw std::runtime_error(workload.id() + ": " + info.name + " has diverged");
    return rate;
}

/// How many times as fast as `other` the first one is: in the median of the rounds, and best against best.
struct Advantage {
    double typical = 0;
    double best = 0;
};

Advantage advantage(const Result& first, const Result& other)
{
    std::vector<double> ratios;
    for (std::size_t round = 0; round < other.stepsPerSecond.size(); ++round)
        ratios.push_back(first.stepsPerSecond[round] / other.stepsPerSecond[round]);
    return {median(ratios), largest(first.stepsPerSecond) / largest(other.stepsPerSecond)};
}

nlohmann::json asJson(const Result& result, const Result& first, double flops)
{
    const Advantage ratio = advantage(first, result);
    nlohmann::json json{{"name", result.info.name},
                        {"steps_per_second", result.stepsPerSecond},
                        {"median", median(result.stepsPerSecond)},
                        {"best", largest(result.stepsPerSecond)},
                        {"ratio_median", ratio.typical},
                        {"ratio_best", ratio.best}};
    if (result.info.doublesPart) {
        json["share"] = ratio.typical - 1;
    } else {
        json["gflops_best"] = flops * largest(result.stepsPerSecond) * 1e-9;
        json["largest_loss_difference"] = result.difference;
    }
    return json;
}

void printRow(const Result& result, const Result& first, double flops, const FmaPeak& peak)
{
    std::printf("  %-42s %11.4g %11.4g", result.info.name.c_str(), median(result.stepsPerSecond),
                largest(result.stepsPerSecond));
    const Advantage ratio = advantage(first, result);
    if (result.info.doublesPart) {
        std::printf("   they are %.1f %% of a step\n", 100 * (ratio.typical - 1));
        return;
    }
    const double gigaflops = flops * largest(result.stepsPerSecond) * 1e-9;
    std::printf(" %9.2f %6.1f %%", gigaflops, peak.avx2 > 0 ? 100 * gigaflops / peak.avx2 : 0);
    std::printf(" %7.1f %%", peak.avx512 > 0 ? 100 * gigaflops / peak.avx512 : 0);
    if (&result == &first)
        std::printf("\n");
    else
        std::printf(" %8.2f %8.2f   %.0e\n", ratio.typical, ratio.best, result.difference);
}

void print(const Workload& workload, const std::vector<Result>& results, const FmaPeak& peak)
{
    const double flops = workload.flopsPerStep();
    std::printf("\n%s  %s: %.4g MFLOP a step\n", workload.id().c_str(), workload.title().c_str(), flops * 1e-6);
    std::printf("  %-42s %11s %11s %9s %8s %9s %8s %8s   %s\n", "", "steps/s", "best", "GFLOP/s", "of AVX2",
                "of AVX512", "ratio", "of bests", "losses differ");
    for (const Result& result : results)
        printRow(result, results.front(), flops, peak);
    std::fflush(stdout);
}

nlohmann::json timeWorkload(const Workload& workload, const Options& options)
{
    std::vector<Result> results;
    for (const ContestantInfo& info : contestants())
        if (&info == &contestants().front() || options.wantsPeer(info.id))
            results.push_back({info, {}, 0});
    compareLosses(results, workload);
    FmaPeak peak;
    for (int round = 0; round < options.rounds; ++round) {
        const FmaPeak now = measureFmaPeak(options.seconds / 10);
        peak = {std::max(peak.avx2, now.avx2), std::max(peak.avx512, now.avx512)};
        for (Result& result : results)
            result.stepsPerSecond.push_back(timeOnce(result.info, workload, options.seconds));
    }
    print(workload, results, peak);
    nlohmann::json json{{"title", workload.title()},
                        {"flops_per_step", workload.flopsPerStep()},
                        {"peak_gflops", {{"avx2", peak.avx2}, {"avx512", peak.avx512}}}};
    for (const Result& result : results)
        json["contestants"][result.info.id] = asJson(result, results.front(), workload.flopsPerStep());
    return json;
}

/// All workloads side by side: how many times as fast the first contestant is, best against best.
void printSummary(const nlohmann::json& workloads)
{
    std::vector<const ContestantInfo*> peers;
    for (auto info = std::next(contestants().begin()); info != contestants().end(); ++info)
        if (!info->doublesPart && workloads.front()["contestants"].contains(info->id))
            peers.push_back(&*info);
    if (peers.empty())
        return;
    std::printf("\n%-44s", (contestants().front().name + ", against").c_str());
    for (const auto& [id, workload] : workloads.items())
        std::printf(" %8s", id.c_str());
    for (const ContestantInfo* peer : peers) {
        std::printf("\n  %-42s", peer->name.c_str());
        for (const nlohmann::json& workload : workloads)
            std::printf(" %8.2f", workload["contestants"][peer->id]["ratio_best"].get<double>());
    }
    std::printf("\n");
}

} // namespace

nlohmann::json timeWorkloads(const Options& options)
{
    nlohmann::json json = nlohmann::json::object();
    for (const Workload::Row& row : workloadRows())
        if (options.wants(row.id))
            json[std::string(row.id)] = timeWorkload(Workload(row), options);
    if (json.size() > 1)
        printSummary(json);
    return json;
}

} // namespace bench
