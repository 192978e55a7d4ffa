// SPDX-License-Identifier: GPL-3.0-or-later
// How fast training is, beside LibTorch, beside plain Eigen, and beside what the core can do at all. A program to be
// run by hand on a quiet machine; it prints, and judges nothing but that all compared do the same mathematics.
#include "tests/bench/Contestant.h"
#include "tests/bench/Options.h"
#include "tests/bench/Parts.h"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>

namespace bench
{

const std::vector<Part>& parts()
{
    static const std::vector<Part> rows{
        {"activations", timeActivations}, {"histograms", timeHistograms}, {"depth", timeDepth},
        {"networks", timeManyNetworks},   {"lockstep", timeLockstep},     {"observation", timeObservation},
        {"cores", timeSecondCore},
    };
    return rows;
}

namespace
{

/// The load of the machine as this starts: what the figures are worth depends on it.
double loadBefore()
{
    double load = -1;
    return getloadavg(&load, 1) == 1 ? load : -1;
}

nlohmann::json runAll(const Options& options)
{
    nlohmann::json json{{"rounds", options.rounds}, {"seconds", options.seconds}, {"load_before", loadBefore()}};
    std::printf("%d rounds of %.3g CPU seconds each; load of the machine before: %.2f\n", options.rounds,
                options.seconds, loadBefore());
    for (const std::string& remark : remarksOnPeers()) {
        std::printf("%s\n", remark.c_str());
        json["remarks"].push_back(remark);
    }
    json["workloads"] = timeWorkloads(options);
    for (const Part& part : parts())
        if (options.wants(part.id))
            json[std::string(part.id)] = part.run(options);
    return json;
}

/// The exit code. The file is opened first: nobody wants to be told after minutes that it cannot be written.
int runWith(const Options& options)
{
    std::ofstream file;
    if (!options.jsonPath.empty())
        file.open(options.jsonPath);
    const auto fails = [&] { return !options.jsonPath.empty() && !file; };
    if (!fails()) {
        const nlohmann::json json = runAll(options);
        if (!options.jsonPath.empty()) {
            file << json.dump(2) << '\n';
            file.close();
        }
    }
    if (!fails())
        return 0;
    std::fprintf(stderr, "%s cannot be written\n", options.jsonPath.c_str());
    return 1;
}

} // namespace

} // namespace bench

int main(int argc, char** argv)
try {
    const std::optional<bench::Options> options = bench::readOptions(argc, argv);
    if (!options)
        return 2;
    if (options->help) {
        std::fputs(bench::usage().c_str(), stdout);
        return 0;
    }
    return bench::runWith(*options);
} catch (const std::exception& fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    return 1;
}
