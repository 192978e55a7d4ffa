// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the training benchmark.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bench
{

struct Options {
    int rounds = 5;
    double seconds = 0.3;           ///< that each is measured in a round
    std::vector<std::string> only;  ///< parts of the benchmark, by id; empty: all
    std::vector<std::string> peers; ///< of the contestants, by id; empty: all
    std::string jsonPath;           ///< empty: none
    bool help = false;

    [[nodiscard]] bool wants(std::string_view part) const;
    [[nodiscard]] bool wantsPeer(std::string_view id) const;
};

/// Nothing, and a word about it on standard error, if the arguments are wrong.
std::optional<Options> readOptions(int argc, char** argv);

/// The text for --help.
std::string usage();

} // namespace bench
