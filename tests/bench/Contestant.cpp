// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Contestant.h"

#include "core/data/BatchOrder.h"
#include "core/nn/Loss.h"
#include "core/train/TrainingRun.h"
#include "tests/bench/Peer.h"

#include <dlfcn.h>

#include <cstdlib>
#include <filesystem>
#include <limits>

namespace bench
{

namespace
{

class OwnRun final : public Contestant
{
public:
    explicit OwnRun(const Workload& workload, core::BatchStatistics statistics = core::BatchStatistics::Off)
        : m_run(workload.config(), workload.data())
    {
        m_run.setBatchStatistics(statistics);
    }

    void step() override { m_run.step(); }
    double loss() override
    {
        return m_run.divergence() ? std::numeric_limits<double>::quiet_NaN()
                                  : static_cast<double>(m_run.lastRecord().batchLoss.mean);
    }

private:
    core::TrainingRun m_run;
};

/// A step of ours that shuffles and gathers twice, other samples each time: what it takes longer is their share. Alone
/// they would find all caches to themselves.
class DoubleBatches final : public Contestant
{
public:
    explicit DoubleBatches(const Workload& workload)
        : m_run(workload)
        , m_workload(workload)
        , m_targets(
              core::lossTargets(core::LossFunction(workload.config().loss, workload.data()->classification).info(),
                                workload.data()->train, workload.data()->classes))
        , m_batches(workload.data()->train.inputs, m_targets, workload.config().seed + 1)
    {
    }

    void step() override
    {
        m_batches.next(m_workload.config().training.batchSize);
        m_run.step();
    }
    double loss() override { return m_run.loss(); }

private:
    OwnRun m_run;
    const Workload& m_workload;
    core::Matrix m_targets;
    core::BatchSource m_batches;
};

/// A peer with the same batches in the same order as ours.
class PeerRun final : public Contestant
{
public:
    PeerRun(std::unique_ptr<Peer> peer, const Workload& workload)
        : m_peer(std::move(peer))
        , m_order(workload.data()->train.size(), workload.config().seed)
        , m_batchSize(workload.config().training.batchSize)
    {
    }

    void step() override { m_peer->step(m_order.next(m_batchSize)); }
    double loss() override { return m_peer->loss(); }

private:
    std::unique_ptr<Peer> m_peer;
    core::BatchOrder m_order;
    std::int64_t m_batchSize;
};

template <class Contestant>
std::unique_ptr<bench::Contestant> make(const Workload& workload)
{
    return std::make_unique<Contestant>(workload);
}

/// The peers, and what is to be said about them.
class Peers
{
public:
    Peers()
    {
#ifdef BENCH_PLAIN_EIGEN
        if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
            load("plain_eigen", BENCH_PLAIN_EIGEN);
        else
            remarks.emplace_back("Without plain Eigen: it is compiled for processors that have AVX2.");
#else
        remarks.emplace_back("Without plain Eigen: it is compiled for x86-64 only.");
#endif
#ifdef BENCH_LIBTORCH
        // Read when the library is loaded. Threads that wait would be counted.
        setenv("OPENBLAS_NUM_THREADS", "1", 1);
        setenv("OMP_NUM_THREADS", "1", 1);
        if (void* torch = load("libtorch", BENCH_LIBTORCH))
            tellBlas(torch);
#else
        remarks.emplace_back("Without LibTorch: it was not found when this was configured (Debian: libtorch-dev).");
#endif
    }

    std::vector<ContestantInfo> rows;
    std::vector<std::string> remarks;

private:
    /// Which library multiplies LibTorch's matrices is decided by the system's alternatives.
    void tellBlas(void* torch)
    {
        Dl_info found{};
        if (dladdr(dlsym(torch, "sgemm_"), &found) == 0)
            return;
        const std::string library = std::filesystem::canonical(found.dli_fname).string();
        remarks.push_back("LibTorch multiplies matrices with " + library);
        if (library.find("openblas") == std::string::npos)
            remarks.emplace_back("That is no OpenBLAS: install libopenblas0-pthread before the figures mean anything.");
    }

    /// The module, which stays loaded, or nullptr.
    void* load(const char* id, const char* path)
    {
        void* module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
        if (!module) {
            remarks.push_back(std::string("Without ") + id + ": " + dlerror());
            return nullptr;
        }
        const auto maker = reinterpret_cast<decltype(&makePeer)>(dlsym(module, "makePeer"));
        const auto describer = reinterpret_cast<decltype(&describePeer)>(dlsym(module, "describePeer"));
        const auto makeRun = [maker](const Workload& workload) -> std::unique_ptr<Contestant> {
            return std::make_unique<PeerRun>(std::unique_ptr<Peer>(maker(workload.task())), workload);
        };
        rows.push_back({id, describer(), makeRun});
        return module;
    }
};

const Peers& peers()
{
    static const Peers loaded;
    return loaded;
}

} // namespace

const std::vector<ContestantInfo>& contestants()
{
    static const std::vector<ContestantInfo> rows = [] {
        std::vector<ContestantInfo> all{{"actiscope", "Actiscope, batch statistics off", make<OwnRun>}};
        all.insert(all.end(), peers().rows.begin(), peers().rows.end());
        const auto measuring = [](core::BatchStatistics statistics) {
            return [statistics](const Workload& workload) -> std::unique_ptr<Contestant> {
                return std::make_unique<OwnRun>(workload, statistics);
            };
        };
        all.push_back({"scalars", "Actiscope, scalars of every step", measuring(core::BatchStatistics::Scalars), true});
        all.push_back(
            {"histograms", "Actiscope, and histograms of z and a", measuring(core::BatchStatistics::Histograms), true});
        all.push_back({"batches", "Actiscope, shuffling and gathering twice", make<DoubleBatches>, true});
        return all;
    }();
    return rows;
}

const std::vector<std::string>& remarksOnPeers()
{
    return peers().remarks;
}

} // namespace bench
