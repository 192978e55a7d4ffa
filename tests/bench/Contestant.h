// SPDX-License-Identifier: GPL-3.0-or-later
// Who is timed on a workload: a table of our own run and of the peers. A further way of running (other kernels, other
// statistics) is a row of it.
#pragma once

#include "tests/bench/Workload.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace bench
{

/// Something that makes steps on one workload, from its initial weights on.
class Contestant
{
public:
    Contestant() = default;
    Contestant(const Contestant&) = delete;
    Contestant& operator=(const Contestant&) = delete;
    virtual ~Contestant() = default;

    virtual void step() = 0;
    /// That the last step descended; not finite once the training has failed.
    virtual double loss() = 0;
};

struct ContestantInfo {
    std::string id;
    std::string name;
    std::function<std::unique_ptr<Contestant>(const Workload&)> make;
    bool doublesPart = false; ///< ourselves, with a part of the step done twice, to be seen as a share of it
};

/// All that can run here; the first one is ourselves. Loads the peers.
const std::vector<ContestantInfo>& contestants();

/// What they compute with, what was not built, and what is not as it should be: one sentence each.
const std::vector<std::string>& remarksOnPeers();

} // namespace bench
