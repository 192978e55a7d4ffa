// SPDX-License-Identifier: GPL-3.0-or-later
// Once warm, neither a step nor an observation asks for memory: every call of malloc is counted. Snapshots and history
// are bounded, so that a run of days takes no more than one of minutes; and what it takes is what is checked before.
#include "tests/core/SmallRun.h"

#include <QTest>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <functional>
#include <memory>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define ACTISCOPE_COUNTS_ALLOCATIONS
#include <malloc.h>

namespace
{
std::atomic<int> allocations = 0;
}

// The C library's own names of what these take the place of.
extern "C" {
void* __libc_malloc(std::size_t size);                          // NOLINT(bugprone-reserved-identifier)
void* __libc_calloc(std::size_t count, std::size_t size);       // NOLINT(bugprone-reserved-identifier)
void* __libc_realloc(void* memory, std::size_t size);           // NOLINT(bugprone-reserved-identifier)
void* __libc_memalign(std::size_t alignment, std::size_t size); // NOLINT(bugprone-reserved-identifier)

void* malloc(std::size_t size) noexcept
{
    ++allocations;
    return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) noexcept
{
    ++allocations;
    return __libc_calloc(count, size);
}
void* realloc(void* memory, std::size_t size) noexcept
{
    ++allocations;
    return __libc_realloc(memory, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept
{
    ++allocations;
    return __libc_memalign(alignment, size);
}
int posix_memalign(void** memory, std::size_t alignment, std::size_t size) noexcept
{
    ++allocations;
    *memory = __libc_memalign(alignment, size);
    return *memory ? 0 : ENOMEM;
}
}
#endif

namespace
{

#ifdef ACTISCOPE_COUNTS_ALLOCATIONS
template <class Work>
int allocationsOf(const Work& work)
{
    const int before = allocations;
    work();
    return allocations - before;
}
#endif

core::ExperimentConfig with(const std::function<void(core::ExperimentConfig&)>& change)
{
    core::ExperimentConfig config = smallrun::small();
    config.training.steps = 1'000'000;
    change(config);
    return config;
}

} // namespace

Q_DECLARE_METATYPE(core::ExperimentConfig)

class TestAllocations : public QObject
{
    Q_OBJECT

private slots:
    void counterCounts();
    void warmRunAsksForNoMemory_data();
    void warmRunAsksForNoMemory();
    void aRunTakesWhatTheCheckCounts_data();
    void aRunTakesWhatTheCheckCounts();
};

void TestAllocations::counterCounts()
{
#ifdef ACTISCOPE_COUNTS_ALLOCATIONS
    QCOMPARE(allocationsOf([] { core::Vector(1000).setZero(); }), 1);
    std::unique_ptr<int> kept; // what the compiler sees die it does not even make
    QCOMPARE(allocationsOf([&] { kept = std::make_unique<int>(1); }), 1);
    QCOMPARE(allocationsOf([] {}), 0);
#else
    QSKIP("Allocations are counted with the GNU C library, without sanitizers.");
#endif
}

void TestAllocations::warmRunAsksForNoMemory_data()
{
    QTest::addColumn<core::ExperimentConfig>("config");
    const auto add = [](const char* name, const std::function<void(core::ExperimentConfig&)>& change) {
        QTest::newRow(name) << with(change);
    };
    add("plain", [](auto&) {});
    for (const char* activation : {"relu", "prelu", "rrelu", "gelu", "swish"})
        add(activation, [activation](auto& config) { config.network.activation.kind = activation; });
    add("typed", [](auto& config) {
        config.network.activation = core::Choice{"custom", {}, "x/(1+exp(-x)) + if(x > 1, sin(x), min(x, erf(x)))"};
    });
    for (const char* normalization : {"batch", "layer", "rms"})
        add(normalization, [normalization](auto& config) { config.network.normalization.kind = normalization; });
    for (const char* residual : {"pre", "post"})
        add(residual, [residual](auto& config) { config.network.residual = residual; });
    for (const char* dropout : {"dropout", "alpha_dropout"})
        add(dropout, [dropout](auto& config) { config.network.dropout = {dropout, {{"rate", 0.3}}}; });
    for (const char* optimizer : {"sgd", "adagrad", "rmsprop", "adam", "adamw"})
        add(optimizer, [optimizer](auto& config) { config.optimizer.kind = optimizer; });
    for (const char* loss : {"mse", "cross_entropy", "binary_cross_entropy", "hinge", "huber"})
        add(loss, [loss](auto& config) { config.loss.kind = loss; });
    add("clipping and penalties", [](auto& config) {
        config.optimizer.clipNorm = 1;
        config.optimizer.clipValue = 0.1;
        config.optimizer.l1 = 1e-3;
    });
    add("widths", [](auto& config) {
        config.network.layers.resize(3);
        config.network.layers[0].units = 5;
        config.network.layers[2].units = 11;
    });
    add("regression", [](auto& config) { config.data.source = "sine_wave"; });
    add("digits", [](auto& config) { config.data.source = "digits"; });
    add("wide", [](auto& config) { config.network.width = 400; });
}

void TestAllocations::warmRunAsksForNoMemory()
{
#ifdef ACTISCOPE_COUNTS_ALLOCATIONS
    QFETCH(core::ExperimentConfig, config);
    const auto run = smallrun::runOf(config);
    run->setSecondCore(core::SecondCoreUse::Always);
    for (const auto statistics :
         {core::BatchStatistics::Off, core::BatchStatistics::Scalars, core::BatchStatistics::Histograms}) {
        run->setBatchStatistics(statistics);
        smallrun::makeSteps(*run, 20);
        QCOMPARE(allocationsOf([&] { smallrun::makeSteps(*run, 20); }), 0);
    }
    core::Snapshot snapshot;
    const core::ObserveOptions options{
        .evaluationSamples = 2048, .decisionResolution = 64, .unit = core::UnitPlace{2, 3}};
    for (int look = 0; look < 3; ++look) {
        run->observe(snapshot, options);
        smallrun::makeSteps(*run, 20);
    }
    const int steps = allocationsOf([&] { smallrun::makeSteps(*run, 20); });
    const int look = allocationsOf([&] { run->observe(snapshot, options); });
    QCOMPARE(steps, 0);
    QCOMPARE(look, 0);
#else
    QSKIP("Allocations are counted with the GNU C library, without sanitizers.");
#endif
}

void TestAllocations::aRunTakesWhatTheCheckCounts_data()
{
    QTest::addColumn<core::ExperimentConfig>("config");
    QTest::addColumn<double>("least"); // share of what is counted
    const auto add = [](const char* name, double least, const std::function<void(core::ExperimentConfig&)>& change) {
        QTest::newRow(name) << with(change) << least;
    };
    // Where the parameters take most of it, it is known to two per cent.
    const auto wide = [](core::ExperimentConfig& config) {
        config.network.depth = 2;
        config.network.width = 800;
    };
    add("wide", 0.98, wide);
    add("wide, adam", 0.98, [&](auto& config) {
        wide(config);
        config.optimizer.kind = "adam";
    });
    add("wide, normalized", 0.98, [&](auto& config) {
        wide(config);
        config.network.normalization.kind = "batch";
    });
    add("funnel", 0.98, [](auto& config) {
        config.network.layers.resize(3);
        config.network.layers[0].units = 1500;
        config.network.layers[1].units = 600;
        config.network.layers[2].units = 30;
    });
    // Where passes do, layers lend each other memory, and less is taken.
    const auto deep = [](core::ExperimentConfig& config) {
        config.data.samples = 2000;
        config.network.depth = 12;
        config.network.width = 128;
        config.training.batchSize = 512;
    };
    add("deep", 0.5, deep);
    add("deep, with dropout and skips", 0.5, [&](auto& config) {
        deep(config);
        config.network.dropout = {"dropout", {{"rate", 0.2}}};
        config.network.residual = "post";
    });
    add("deep, normalized", 0.5, [&](auto& config) {
        deep(config);
        config.network.normalization.kind = "layer";
    });
}

void TestAllocations::aRunTakesWhatTheCheckCounts()
{
#ifdef ACTISCOPE_COUNTS_ALLOCATIONS
    QFETCH(core::ExperimentConfig, config);
    QFETCH(double, least);
    const auto taken = [] {
        const struct mallinfo2 info = mallinfo2();
        return static_cast<double>(info.uordblks + info.hblkhd);
    };
    core::Result<core::Dataset> made = core::makeDataset(config.data, config.seed, goldens::resource);
    const auto data = std::make_shared<const core::Dataset>(std::move(made).value());
    const double before = taken();
    core::TrainingRun run(config, data);
    run.keepNextUpdate();
    run.step();
    core::Snapshot snapshot;
    run.observe(snapshot, {.decisionResolution = 64}); // two full blocks, so that the memory for one is still there
    const double share = (taken() - before) / core::memoryNeeded(config);
    constexpr double kMost = 1.02; // snapshot and lists of small things are not counted
    QVERIFY2(share >= least && share <= kMost, qPrintable(QString::number(share)));
#else
    QSKIP("Allocations are counted with the GNU C library, without sanitizers.");
#endif
}

QTEST_GUILESS_MAIN(TestAllocations)
#include "TestAllocations.moc"
