// SPDX-License-Identifier: GPL-3.0-or-later
// The step at which a unit died is the one that looking at it after every step finds; what would have saved it agrees
// to the bit with plain runs; the probability of being born dead is that of the paper, and of many draws.
#include "core/analysis/BornDead.h"
#include "core/io/ConfigJson.h"
#include "core/train/Autopsy.h"
#include "tests/core/SmallRun.h"

#include <QTest>

#include <array>
#include <cmath>
#include <map>

using namespace core;
using namespace smallrun;

namespace
{

constexpr int kSteps = 800;

/// Where ReLUs die of too high a learning rate.
ExperimentConfig highRate()
{
    ExperimentConfig config;
    config.network.depth = 4;
    config.network.width = 32;
    config.network.activation.kind = "relu";
    config.optimizer = {{"adam", {{"learning_rate", 0.1}}}};
    config.training.steps = kSteps;
    return config;
}

std::shared_ptr<const Dataset> dataOf(const ExperimentConfig& config)
{
    return std::make_shared<const Dataset>(makeDataset(config.data, config.seed, goldens::resource).value());
}

/// What the Probe says of every unit after every step.
class BruteForce
{
public:
    explicit BruteForce(const ExperimentConfig& config, int steps = kSteps)
        : m_run(runOf(config))
    {
        for (int step = 0; step <= steps; ++step) {
            if (step > 0)
                m_run->step();
            m_run->observe(m_snapshot, {1, 2});
            for (const LayerStatistics& layer : m_snapshot.layers)
                for (std::size_t unit = 0; unit < layer.unitStatistics.size(); ++unit) {
                    std::int64_t& since = m_deadSince.try_emplace({layer.index, int(unit)}, -1).first->second;
                    if (layer.unitStatistics[unit].state != UnitState::GradientDead)
                        since = -1;
                    else if (since < 0)
                        since = step;
                }
        }
    }

    /// −1: alive at the end.
    [[nodiscard]] std::int64_t deadSince(int layer, int unit) const { return m_deadSince.at({layer, unit}); }
    [[nodiscard]] int dead() const
    {
        return int(std::ranges::count_if(m_deadSince, [](const auto& entry) { return entry.second >= 0; }));
    }
    [[nodiscard]] const std::map<std::pair<int, int>, std::int64_t>& all() const { return m_deadSince; }

private:
    std::unique_ptr<TrainingRun> m_run;
    Snapshot m_snapshot;
    std::map<std::pair<int, int>, std::int64_t> m_deadSince;
};

const BruteForce& bruteHighRate()
{
    static const BruteForce brute(highRate());
    return brute;
}

/// The unit that died last: its autopsy has the most to find.
AutopsyOrder lastDeath(const BruteForce& brute, const ExperimentConfig& config)
{
    AutopsyOrder order{config, kSteps, {}};
    std::int64_t latest = -1;
    for (const auto& [unit, since] : brute.all())
        if (since > latest) {
            latest = since;
            order.place.layer = unit.first;
            order.place.unit = unit.second;
        }
    return order;
}

bool allNegative(const std::vector<float>& z)
{
    return std::ranges::all_of(z, [](float value) { return value <= 0; });
}

} // namespace

class TestAutopsy : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithLookingAtEveryStep()
    {
        const ExperimentConfig config = highRate();
        const BruteForce& brute = bruteHighRate();
        QVERIFY2(brute.dead() > 0.4 * 128, qPrintable(QString::number(brute.dead())));
        const auto data = dataOf(config);
        int died = 0;
        int at = 0;
        for (const auto& [unit, since] : brute.all()) {
            if (++at % 9 != 0 && since < kSteps / 2)
                continue;
            Autopsy autopsy({config, kSteps, {unit.first, unit.second}}, data);
            const auto finding = autopsy.find();
            QVERIFY(finding);
            QCOMPARE(finding->units, 128);
            QCOMPARE(finding->aliveUnits, 128 - brute.dead());
            QCOMPARE(finding->step, std::int64_t(kSteps));
            const Fate fate = since < 0 ? Fate::Alive : since == 0 ? Fate::DeadFromStart : Fate::Died;
            QCOMPARE(finding->fate, fate);
            QCOMPARE(finding->death.has_value(), fate == Fate::Died);
            if (fate == Fate::Died) {
                QCOMPARE(finding->death->step, since);
                ++died;
            }
            QCOMPARE(autopsy.counterfactuals().empty(), fate == Fate::Alive);
        }
        QVERIFY2(died >= 5, qPrintable(QString::number(died)));
    }

    void tellsTheUpdate()
    {
        const ExperimentConfig config = highRate();
        const BruteForce& brute = bruteHighRate();
        const AutopsyOrder order = lastDeath(brute, config);
        const auto data = dataOf(config);
        Autopsy autopsy(order, data);
        const Death death = *autopsy.find()->death;
        QCOMPARE(death.step, brute.deadSince(order.place.layer, order.place.unit));
        QVERIFY(!death.byChange && death.changed.empty());
        QVERIFY(!allNegative(death.zBefore));
        QVERIFY(allNegative(death.zAfter));

        const auto run = runOf(config);
        makeSteps(*run, int(death.step) - 1);
        const auto layer = std::size_t(order.place.layer - 1);
        const Dense& dense = *run->network().hidden(layer).dense;
        const auto bias = [&] { return double(run->network().parameters()[dense.biases().offset + order.place.unit]); };
        const auto zRange = [&] { return observed(*run).layers[layer].unitStatistics[std::size_t(order.place.unit)]; };
        QCOMPARE(death.biasBefore, bias());
        QCOMPARE(*std::ranges::max_element(death.zBefore), zRange().zMax);
        QCOMPARE(death.learningRate, 0.1);
        run->step();
        QCOMPARE(death.biasAfter, bias());
        QCOMPARE(*std::ranges::max_element(death.zAfter), zRange().zMax);
        QCOMPARE(*std::ranges::min_element(death.zAfter), zRange().zMin);
        QCOMPARE(death.gradientNorm, std::sqrt(run->gradient().cast<double>().squaredNorm()));
        const auto weights = dense.weights().matrix(run->gradient());
        QCOMPARE(death.unitGradientNorm, std::sqrt(weights.row(order.place.unit).cast<double>().squaredNorm()));
        QCOMPARE(death.batchSamples.size(), std::size_t(32));
        QVERIFY(std::ranges::equal(death.batchSamples, run->batch()));
    }

    void counterfactualsAreRuns()
    {
        ExperimentConfig config = highRate();
        config.data.samples = 300;
        config.initializer = {{"xavier_uniform", {}}, 1.5, 0.2, 0.1};
        // What is changed before, in and after the update of the death.
        config.changes = {{20, {{"training.batch_size", 16.0}}}, {700, {{"optimizer.learning_rate", 0.05}}}};
        const BruteForce brute(config);
        const AutopsyOrder order = lastDeath(brute, config);
        const auto data = dataOf(config);
        Autopsy autopsy(order, data);
        const AutopsyFinding finding = *autopsy.find();
        QCOMPARE(finding.fate, Fate::Died);
        const std::vector<Counterfactual> questions = autopsy.counterfactuals();
        QCOMPARE(questions.size(), std::size_t(4));
        for (const Counterfactual& question : questions) {
            QVERIFY(checkConfig(question.experiment).empty());
            QVERIFY(!question.isAsItWas);
            QCOMPARE(question.fromStep, question.remedy <= Remedy::HalfRate ? finding.death->step - 1 : 0);
            const CounterfactualAnswer answer = *autopsy.answer(question);
            // Read back from its file, it is the same run.
            const auto plain = runOf(parseExperiment(experimentToText(question.experiment)).value());
            makeSteps(*plain, kSteps);
            QVERIFY(std::ranges::equal(answer.parameters, plain->network().parameters()));
            const Snapshot seen = observed(*plain);
            int alive = 0;
            for (const LayerStatistics& layer : seen.layers)
                alive += int(std::lround((1 - layer.gradientDeadFraction) * layer.units));
            QCOMPARE(answer.aliveUnits, alive);
            QCOMPARE(answer.units, 128);
            const UnitState state =
                seen.layers[std::size_t(order.place.layer - 1)].unitStatistics[std::size_t(order.place.unit)].state;
            QCOMPARE(answer.unitAlive, state != UnitState::GradientDead);
            if (question.remedy == Remedy::NegativeSlope)
                QVERIFY(answer.unitAlive && answer.aliveUnits == 128);
            if (question.remedy == Remedy::HalfRate) // what is set later is halved as well
                QCOMPARE(plain->config().optimizer.parameters.at("learning_rate"), 0.025);
        }
    }

    void whatWasSoAlreadyIsNotTried()
    {
        const ExperimentConfig config = highRate(); // he_normal, no bias
        const BruteForce& brute = bruteHighRate();
        Autopsy autopsy(lastDeath(brute, config), dataOf(config));
        QVERIFY(autopsy.find());
        for (const Counterfactual& question : autopsy.counterfactuals())
            QCOMPARE(question.isAsItWas, question.remedy >= Remedy::HeNormal);
    }

    void deadFromTheStart()
    {
        ExperimentConfig config = highRate();
        config.initializer.bias = -4;
        config.optimizer.parameters["learning_rate"] = 1e-4;
        const BruteForce brute(config, 50);
        int unit = 0;
        while (brute.deadSince(1, unit) != 0)
            ++unit;
        Autopsy autopsy({config, 50, {1, unit}}, dataOf(config));
        QCOMPARE(autopsy.find()->fate, Fate::DeadFromStart);
        for (const Counterfactual& question : autopsy.counterfactuals()) {
            QCOMPARE(question.fromStep, std::int64_t(0));
            const CounterfactualAnswer answer = *autopsy.answer(question);
            QVERIFY(std::ranges::equal(answer.parameters, trained(question.experiment, 50)));
            if (question.remedy == Remedy::ZeroBias)
                QVERIFY(answer.unitAlive);
            if (question.remedy == Remedy::HalfRate)
                QVERIFY(!answer.unitAlive);
        }
    }

    void diedOfAChange_data()
    {
        QTest::addColumn<int>("last");
        QTest::newRow("long ago") << 60;
        QTest::newRow("a moment ago") << 40; // and no update since
    }

    void diedOfAChange()
    {
        QFETCH(int, last);
        ExperimentConfig config = highRate();
        config.network.activation.kind = "leaky_relu";
        config.initializer.bias = -4;
        config.optimizer.parameters["learning_rate"] = 1e-4;
        config.changes = {{40, {{"network.activation.kind", std::string("relu")}}}};
        ExperimentConfig relu = config;
        relu.network.activation.kind = "relu";
        const BruteForce brute(relu, 1);
        int unit = 0;
        while (brute.deadSince(1, unit) != 0)
            ++unit;
        Autopsy autopsy({config, last, {1, unit}}, dataOf(config));
        const AutopsyFinding finding = *autopsy.find();
        QCOMPARE(finding.fate, Fate::Died);
        QCOMPARE(finding.death->step, std::int64_t(40));
        QVERIFY(finding.death->byChange);
        QCOMPARE(finding.death->changed, config.changes[0].set);
        const Counterfactual slope = autopsy.counterfactuals().front();
        QCOMPARE(slope.remedy, Remedy::NegativeSlope);
        QVERIFY(autopsy.answer(slope)->unitAlive);
    }

    void batchNormalisationAndDropout()
    {
        ExperimentConfig config = highRate();
        config.network.normalization.kind = "batch";
        config.data.samples = 300;
        config.network.dropout = {"dropout", {{"rate", 0.2}}};
        config.optimizer.parameters["learning_rate"] = 0.5;
        constexpr int kFew = 300;
        const BruteForce brute(config, kFew);
        const auto data = dataOf(config);
        int found = 0;
        for (const auto& [unit, since] : brute.all())
            if (since > 0 && found < 4) {
                Autopsy autopsy({config, kFew, {unit.first, unit.second}}, data);
                QCOMPARE(autopsy.find()->death->step, since);
                ++found;
            }
        QVERIFY(found > 0);
    }

    void isStoppedAndTellsHowFarItIs()
    {
        const ExperimentConfig config = highRate();
        const auto data = dataOf(config);
        const BruteForce& brute = bruteHighRate();
        const AutopsyOrder order = lastDeath(brute, config);
        double last = 0;
        bool inOrder = true;
        AutopsyWatch watch;
        watch.progress = [&](double share) {
            inOrder = inOrder && share >= last && share <= 1;
            last = share;
        };
        Autopsy autopsy(order, data);
        QVERIFY(autopsy.find(watch));
        QVERIFY(inOrder);
        QCOMPARE(last, 1.0);

        // Both ways there, and in an answer.
        for (const double when : {0.2, 0.5001}) {
            std::stop_source source;
            AutopsyWatch stopped;
            stopped.stop = source.get_token();
            stopped.progress = [&](double share) {
                if (share >= when)
                    source.request_stop();
            };
            QVERIFY(!Autopsy(order, data).find(stopped));
        }
        std::stop_source source;
        source.request_stop();
        QVERIFY(!autopsy.answer(autopsy.counterfactuals().front(), {source.get_token()}));
    }

    void divergedRunEndsWhereItDiverged()
    {
        ExperimentConfig config = highRate();
        config.optimizer = {{"sgd", {{"learning_rate", 1e4}}}};
        const auto run = runOf(config);
        makeSteps(*run, 100);
        QVERIFY(run->divergence());
        Autopsy autopsy({config, 100, {1, 0}}, dataOf(config));
        const auto finding = autopsy.find();
        QVERIFY(finding && finding->divergence);
        QCOMPARE(finding->step, run->stepsMade());
    }

    void bornDeadIsThatOfThePaper()
    {
        // 1 − Π (1 − 2^−N), in the plain arithmetic of small numbers.
        const std::array<std::int64_t, 3> widths{2, 3, 4};
        QCOMPARE(bornDeadProbability(widths), 1 - 0.75 * 0.875 * 0.9375);
        const std::array<std::int64_t, 2> wide{100, 100};
        QCOMPARE(bornDeadProbability(wide), std::ldexp(1.0, -99)); // where 1 − 2^−100 is 1
        ExperimentConfig config = highRate();
        config.network.depth = 10;
        config.network.width = 4;
        QCOMPARE(*bornDead(config).probability, 1 - std::pow(1 - 0.0625, 10));
    }

    /// There is a number or a reason, and never both.
    void bornDeadHasAReason()
    {
        const auto reasonAfter = [&](const std::function<void(ExperimentConfig&)>& edit) {
            ExperimentConfig config = highRate();
            edit(config);
            const BornDead told = bornDead(config);
            if (told.probability.has_value() == told.reason.has_value())
                qFatal("neither a probability nor a reason, or both");
            return told.reason;
        };
        using Reason = BornDeadReason;
        QVERIFY(!reasonAfter([](auto&) {}));
        QVERIFY(!reasonAfter([](auto& c) { c.initializer.weights.kind = "orthogonal"; }));
        QVERIFY(reasonAfter([](auto& c) { c.initializer.weights.kind = "randomized_asymmetric"; }) ==
                Reason::Initializer);
        QVERIFY(reasonAfter([](auto& c) { c.initializer.weights.kind = "zeros"; }) == Reason::Initializer);
        QVERIFY(reasonAfter([](auto& c) { c.initializer.bias = 0.1; }) == Reason::Bias);
        QVERIFY(reasonAfter([](auto& c) { c.initializer.biasStd = 0.1; }) == Reason::Bias);
        QVERIFY(reasonAfter([](auto& c) { c.network.activation.kind = "leaky_relu"; }) == Reason::Activation);
        QVERIFY(reasonAfter([](auto& c) { c.network.normalization.kind = "layer"; }) == Reason::Normalization);
        QVERIFY(reasonAfter([](auto& c) { c.network.residual = "pre"; }) == Reason::Residual);
    }

    /// Nets of 2 × 10 in many draws: no more of them are dead than the bound says, and not much less.
    void bornDeadBoundsWhatIsDrawn()
    {
        ExperimentConfig config = highRate();
        config.data.samples = 100;
        config.network.depth = 10;
        config.network.width = 2;
        constexpr int kDraws = 400;
        int dead = 0;
        for (config.seed = 1; config.seed <= kDraws; ++config.seed) {
            const auto data = dataOf(config);
            const TrainingRun run(config, data);
            Liveness liveness(*data, 2048);
            bool anyLayer = false;
            for (std::size_t layer = 0; layer < 10; ++layer)
                anyLayer =
                    anyLayer || (liveness.isDead(run.network(), layer, 0) && liveness.isDead(run.network(), layer, 1));
            dead += anyLayer ? 1 : 0;
        }
        const double bound = *bornDead(config).probability;
        const double share = double(dead) / kDraws;
        const double deviation = std::sqrt(bound * (1 - bound) / kDraws);
        QVERIFY2(share <= bound + 4 * deviation && share > bound / 2,
                 qPrintable(QStringLiteral("%1 of %2").arg(share).arg(bound)));
    }
};

QTEST_APPLESS_MAIN(TestAutopsy)
#include "TestAutopsy.moc"
