// SPDX-License-Identifier: GPL-3.0-or-later
// What a phase map is to run: which keys can be axes, their values, and the order of the runs from coarse to fine.
#include "core/train/PhasePlan.h"
#include "tests/core/SmallRun.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace core;

namespace
{

PhaseAxis axisFor(const ExperimentConfig& config, const PhaseSpan& span)
{
    const std::vector<Field> fields = phaseFields(config);
    return axisOf(span, *findField(fields, span.key));
}

/// Depth 1 … columns × slope, of `rows` slopes.
PhasePlan planOf(std::size_t columns, std::size_t rows)
{
    PhasePlan plan;
    plan.base = phaseBase(smallrun::small("leaky_relu"), 5, 30);
    plan.across = axisFor(plan.base, {"network.depth", 1, static_cast<double>(columns), columns});
    plan.up = axisFor(plan.base, {"network.activation.negative_slope", 0, 1, rows});
    return plan;
}

} // namespace

class TestPhasePlan : public QObject
{
    Q_OBJECT

private slots:
    void axesComeFromTheFields();
    void everyFieldHasASpan();
    void values();
    void suggestions();
    void theBaseIsPlain();
    void coarseToFine_data();
    void coarseToFine();
    void runsAreThoseOfTheirPlaces();
    void thirdKey();
    void whatCannotBeRun();
    void coloursOfCoarseCells();
};

void TestPhasePlan::axesComeFromTheFields()
{
    std::set<std::string> keys;
    for (const Field& field : phaseFields(smallrun::small("leaky_relu")))
        keys.insert(field.path);
    for (const char* key : {"seed", "network.depth", "network.width", "network.activation.negative_slope", "data.noise",
                            "initializer.gain", "optimizer.learning_rate", "training.batch_size", "training.steps"})
        QVERIFY2(keys.contains(key), key);
    for (const std::string& key : keys)
        QVERIFY2(!key.starts_with("diagnosis.") && key != "training.steps_per_second" && key != "probe.samples" &&
                     key != "title" && !key.ends_with(".kind"),
                 key.c_str());
    ExperimentConfig layers = smallrun::small("elu");
    layers.network.layers.resize(3);
    keys.clear();
    for (const Field& field : phaseFields(layers))
        keys.insert(field.path);
    QVERIFY(keys.contains("network.activation.alpha"));
    QVERIFY(!keys.contains("network.activation.negative_slope"));
    QVERIFY(std::none_of(keys.begin(), keys.end(), [](const std::string& k) { return k.starts_with(kLayersPrefix); }));
}

void TestPhasePlan::everyFieldHasASpan()
{
    for (const char* kind : {"leaky_relu", "celu", "swish", "custom"})
        for (const Field& field : phaseFields(smallrun::small(kind))) {
            const PhaseSpan span = usualSpan(field);
            QVERIFY2(span.from < span.to, field.path.c_str());
            QVERIFY2(span.spacing == Spacing::Linear || span.from > 0, field.path.c_str());
            const PhaseAxis axis = axisOf(span, field);
            QVERIFY2(!axis.values.empty(), field.path.c_str());
            QVERIFY2(std::is_sorted(axis.values.begin(), axis.values.end()), field.path.c_str());
            for (const double value : axis.values)
                QVERIFY2(field.check(value), qPrintable(QStringLiteral("%1 = %2").arg(
                                                 QString::fromStdString(field.path), QString::number(value))));
        }
}

void TestPhasePlan::values()
{
    const ExperimentConfig config = smallrun::small("leaky_relu");
    const auto valuesOf = [&](const PhaseSpan& span) { return axisFor(config, span).values; };
    QCOMPARE(valuesOf({"initializer.gain", 0, 1, 5}), (std::vector<double>{0, 0.25, 0.5, 0.75, 1}));
    QCOMPARE(valuesOf({"initializer.gain", 0, 1, 4}), (std::vector<double>{0, 0.33333, 0.66667, 1}));
    QCOMPARE(valuesOf({"optimizer.learning_rate", 0.001, 10, 5, Spacing::Logarithmic}),
             (std::vector<double>{0.001, 0.01, 0.1, 1, 10}));
    QCOMPARE(valuesOf({"network.depth", 1, 4, 4}), (std::vector<double>{1, 2, 3, 4}));
    QCOMPARE(valuesOf({"network.depth", 1, 3, 24}), (std::vector<double>{1, 2, 3})); // whole numbers, each once
    QCOMPARE(valuesOf({"network.width", 1, 8, 4, Spacing::Logarithmic}), (std::vector<double>{1, 2, 4, 8}));
    QCOMPARE(valuesOf({"initializer.gain", 0.7, 3, 1}), (std::vector<double>{0.7}));
}

void TestPhasePlan::suggestions()
{
    const auto keys = [](const char* kind) {
        const auto spans = usualSpans(smallrun::small(kind));
        return std::pair(spans.first.key, spans.second.key);
    };
    QCOMPARE(keys("leaky_relu"),
             std::pair(std::string("network.depth"), std::string("network.activation.negative_slope")));
    QCOMPARE(keys("elu"), std::pair(std::string("network.depth"), std::string("network.activation.alpha")));
    QCOMPARE(keys("tanh"), std::pair(std::string("network.depth"), std::string("initializer.gain")));
    const auto spans = usualSpans(smallrun::small("leaky_relu"));
    QCOMPARE(spans.first, (PhaseSpan{"network.depth", 1, 24, 24}));
    QCOMPARE(spans.second, (PhaseSpan{"network.activation.negative_slope", 0, 1, 24}));
}

void TestPhasePlan::theBaseIsPlain()
{
    ExperimentConfig config = smallrun::small();
    config.changes.push_back({10, {{"network.activation.kind", std::string("relu")}}});
    config.training.stepsPerSecond = 3;
    const ExperimentConfig base = phaseBase(config, 9, 300);
    QVERIFY(base.changes.empty());
    QCOMPARE(base.seed, 9);
    QCOMPARE(base.training.steps, 300);
    QCOMPARE(base.training.stepsPerSecond, 0.0);
}

void TestPhasePlan::coarseToFine_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("first"); ///< runs of the coarsest level
    QTest::newRow("24 × 24") << 24 << 24 << 9;
    QTest::newRow("6 × 6") << 6 << 6 << 9;
    QTest::newRow("5 × 7") << 5 << 7 << 12;
    QTest::newRow("40 × 3") << 40 << 3 << 5;
    QTest::newRow("1 × 9") << 1 << 9 << 5;
    QTest::newRow("2 × 1") << 2 << 1 << 2;
}

void TestPhasePlan::coarseToFine()
{
    QFETCH(int, columns);
    QFETCH(int, rows);
    QFETCH(int, first);
    const PhasePlan plan = planOf(static_cast<std::size_t>(columns), static_cast<std::size_t>(rows));
    std::vector<CombinationFault> faults;
    const std::vector<PhaseRun> runs = runsOf(plan, faults);
    QVERIFY(faults.empty());
    QCOMPARE(runs.size(), plan.size());
    std::set<std::size_t> places;
    std::size_t stride = coarsestStride(plan);
    int ofFirst = 0;
    for (const PhaseRun& run : runs) {
        const std::size_t column = run.place % plan.columns();
        const std::size_t row = run.place / plan.columns();
        while (column % stride != 0 || row % stride != 0)
            stride /= 2; // levels only become finer
        ofFirst += stride == coarsestStride(plan) ? 1 : 0;
        places.insert(run.place);
    }
    QCOMPARE(places.size(), plan.size()); // each once
    QCOMPARE(ofFirst, first);
}

void TestPhasePlan::runsAreThoseOfTheirPlaces()
{
    const PhasePlan plan = planOf(4, 3);
    std::vector<CombinationFault> faults;
    for (const PhaseRun& run : runsOf(plan, faults)) {
        const ExperimentConfig config = configOf(run.cell);
        QCOMPARE(config.network.depth, std::int64_t(run.place % 4 + 1));
        QCOMPARE(config.network.activation.parameters.at("negative_slope"), plan.up.values[run.place / 4]);
        QCOMPARE(config.seed, 5);
        QCOMPARE(config.training.steps, 30);
    }
}

void TestPhasePlan::thirdKey()
{
    PhasePlan plan = planOf(8, 8);
    plan.pages = axisFor(plan.base, {"seed", 1, 3, 3});
    std::vector<CombinationFault> faults;
    const std::vector<PhaseRun> runs = runsOf(plan, faults);
    QCOMPARE(runs.size(), std::size_t(3 * 64));
    std::set<std::size_t> pagesOfFirst;
    const std::size_t ofFirst = 3 * 16; // stride 2
    for (std::size_t at = 0; at < runs.size(); ++at) {
        const std::size_t page = runs[at].place / 64;
        QCOMPARE(configOf(runs[at].cell).seed, std::int64_t(page + 1));
        if (at < ofFirst)
            pagesOfFirst.insert(page);
    }
    QCOMPARE(pagesOfFirst.size(), std::size_t(3)); // every page is coarse before one is fine
}

void TestPhasePlan::whatCannotBeRun()
{
    PhasePlan plan = planOf(3, 2);
    plan.across = axisFor(plan.base, {"network.depth", 1, 1000, 3});
    plan.up = axisFor(plan.base, {"network.width", 8, 4096, 2});
    std::vector<CombinationFault> faults;
    QVERIFY(runsOf(plan, faults).empty());
    QCOMPARE(faults.front().fault.code, FaultCode::TooMuchMemory);
    QCOMPARE(faultsAtCorners(plan).front().code, FaultCode::TooMuchMemory);
    QVERIFY(faultsAtCorners(planOf(24, 24)).empty());
    plan = planOf(3, 2);
    plan.base.network.layers.resize(3); // depth is fixed by the list
    QVERIFY(runsOf(plan, faults).empty());
    QCOMPARE(faults.front().fault.code, FaultCode::DepthFixedByLayers);
}

void TestPhasePlan::coloursOfCoarseCells()
{
    const PhasePlan plan = planOf(8, 8);
    const auto byOf = [&](std::set<std::size_t> known, std::size_t column, std::size_t row) {
        return colouredBy(plan, column, row, 0, [&](std::size_t place) { return known.contains(place); });
    };
    QCOMPARE(coarsestStride(plan), std::size_t(2));
    QCOMPARE(byOf({}, 3, 3), std::nullopt);
    const std::size_t coarse = plan.placeOf(2, 2, 0);
    QCOMPARE(byOf({coarse}, 3, 3), std::optional(coarse));
    QCOMPARE(byOf({coarse}, 4, 3), std::nullopt); // another coarse cell's
    const std::size_t own = plan.placeOf(3, 3, 0);
    QCOMPARE(byOf({coarse, own}, 3, 3), std::optional(own));
}

QTEST_APPLESS_MAIN(TestPhasePlan)
#include "TestPhasePlan.moc"
