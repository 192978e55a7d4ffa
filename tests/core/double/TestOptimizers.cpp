// SPDX-License-Identifier: GPL-3.0-or-later
// Trajectories of ten steps against PyTorch, over several tensors that lie in one row here and apart there: every
// optimizer with every schedule, clipped and penalised.
#include "core/nn/Descent.h"
#include "tests/core/Goldens.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace core;

class TestOptimizers : public QObject
{
    Q_OBJECT

private slots:
    void trajectories_data();
    void trajectories();
    void everyPairHasATrajectory();
    void schedulesFarOut_data();
    void schedulesFarOut();
    void clippingNeverLengthens();
    void aGradientThatIsNoNumberStaysOne_data();
    void aGradientThatIsNoNumberStaysOne();
    void aSteadyGradientIsNoTrapForCentering();
    void aNewRateKeepsTheState();
};

namespace
{

const nlohmann::json& golden()
{
    static const nlohmann::json file = goldens::json("optimizers.json");
    return file;
}

Vector vectorOf(const nlohmann::json& list)
{
    const std::vector<double> values = goldens::numbers(list);
    return ConstVectorView(values.data(), static_cast<Index>(values.size()));
}

Choice choiceOf(const std::string& kind, const nlohmann::json& parameters)
{
    Choice choice{kind, {}};
    for (const auto& [name, value] : parameters.items())
        choice.parameters[name] = value;
    return choice;
}

OptimizerConfig configOf(const nlohmann::json& row)
{
    OptimizerConfig config{choiceOf(row["kind"], row["parameters"])};
    const nlohmann::json& common = row["common"];
    config.clipNorm = common.value("clip_norm", 0.0);
    config.clipValue = common.value("clip_value", 0.0);
    config.l1 = common.value("l1", 0.0);
    config.warmupSteps = common.value("warmup_steps", 0);
    if (common.contains("schedule")) {
        nlohmann::json parameters = common["schedule"];
        parameters.erase("kind");
        config.schedule = choiceOf(common["schedule"]["kind"], parameters);
    }
    return config;
}

OptimizerConfig plainSgd(double rate)
{
    return {{"sgd", {{"learning_rate", rate}}}};
}

void step(Descent& descent, Vector& parameters, Vector gradient, std::int64_t stepsBefore)
{
    descent.step({parameters.data(), parameters.size()}, {gradient.data(), gradient.size()}, stepsBefore);
}

} // namespace

void TestOptimizers::trajectories_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const nlohmann::json& row : golden()["cases"])
        QTest::newRow(
            (row["kind"].get<std::string>() + " " + row["parameters"].dump() + " " + row["common"].dump()).c_str())
            << index++;
}

void TestOptimizers::trajectories()
{
    QFETCH(int, index);
    const nlohmann::json& row = golden()["cases"][static_cast<std::size_t>(index)];
    Vector parameters = vectorOf(golden()["start"]);
    const Vector curvature = vectorOf(golden()["curvature"]);
    Descent descent(configOf(row), parameters.size());
    for (std::size_t i = 0; i < row["trajectory"].size(); ++i) {
        const auto stepsBefore = static_cast<std::int64_t>(i);
        const double rate = row["rates"][i];
        QVERIFY(std::abs(descent.rateAt(stepsBefore) - rate) <= 1e-12 * rate);
        step(descent, parameters, curvature.cwiseProduct(parameters) + vectorOf(golden()["pulls"][i]), stepsBefore);
        const Vector expected = vectorOf(row["trajectory"][i]);
        for (Index at = 0; at < expected.size(); ++at) {
            const double error = std::abs(parameters[at] - expected[at]);
            QVERIFY2(error <= 1e-9 * std::abs(expected[at]),
                     qPrintable(QStringLiteral("step %1, parameter %2: %3 instead of %4")
                                    .arg(i + 1)
                                    .arg(at)
                                    .arg(parameters[at], 0, 'g', 15)
                                    .arg(expected[at], 0, 'g', 15)));
        }
    }
}

void TestOptimizers::everyPairHasATrajectory()
{
    std::set<std::pair<std::string, std::string>> covered;
    for (const nlohmann::json& row : golden()["cases"]) {
        const OptimizerConfig config = configOf(row);
        covered.emplace(config.kind, config.schedule.kind);
    }
    for (const OptimizerInfo& optimizer : optimizerCatalogue())
        for (const ScheduleInfo& schedule : scheduleCatalogue())
            QVERIFY2(covered.contains({std::string(optimizer.id), std::string(schedule.id)}),
                     (std::string(optimizer.id) + " × " + std::string(schedule.id)).c_str());
}

void TestOptimizers::aNewRateKeepsTheState()
{
    // By hand: v = 1, then 0.5 · 1 + 1 = 1.5; steps of 0.1 · 1 and 0.01 · 1.5.
    OptimizerConfig config{{"sgd", {{"learning_rate", 0.1}, {"momentum", 0.5}}}};
    Descent descent(config, 1);
    Vector parameter = Vector::Zero(1);
    step(descent, parameter, Vector::Ones(1), 0);
    config.parameters["learning_rate"] = 0.01;
    descent.configure(config);
    step(descent, parameter, Vector::Ones(1), 1);
    QVERIFY(std::abs(parameter[0] + 0.115) < 1e-15);
}

void TestOptimizers::schedulesFarOut_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("end");
    QTest::newRow("constant") << "constant" << 1.0;
    QTest::newRow("step") << "step" << 0.0;
    QTest::newRow("exponential") << "exponential" << 0.0;
    QTest::newRow("cosine") << "cosine" << 0.0;
}

void TestOptimizers::schedulesFarOut()
{
    QFETCH(QString, kind);
    QFETCH(double, end);
    OptimizerConfig config = plainSgd(1);
    config.schedule = {kind.toStdString(), {}};
    config.warmupSteps = 100;
    const RateSchedule schedule(config);
    double before = 1;
    for (std::int64_t stepsBefore = 99; stepsBefore < 20'000; ++stepsBefore) {
        const double factor = schedule.factorAt(stepsBefore);
        QVERIFY(factor >= 0 && factor <= before);
        before = factor;
    }
    QVERIFY(std::abs(schedule.factorAt(1'000'000'000) - end) < 1e-12);
    QVERIFY(schedule.factorAt(0) > 0 && schedule.factorAt(0) <= 0.01);
}

void TestOptimizers::clippingNeverLengthens()
{
    for (const double size : {1e-9, 0.5, 2.0, 1e30, 1e150}) {
        OptimizerConfig config = plainSgd(1);
        config.clipNorm = 2;
        Descent descent(config, 4);
        Vector parameters = Vector::Zero(4);
        step(descent, parameters, Vector::Constant(4, size / 2), 0);
        const double wanted = std::min(size, 2.0);
        QVERIFY(std::abs(parameters.norm() - wanted) <= 1e-6 * wanted);
    }
}

void TestOptimizers::aGradientThatIsNoNumberStaysOne_data()
{
    QTest::addColumn<QString>("kind");
    for (const OptimizerInfo& info : optimizerCatalogue())
        QTest::newRow(info.id.data()) << QString::fromUtf8(info.id.data());
}

void TestOptimizers::aGradientThatIsNoNumberStaysOne()
{
    QFETCH(QString, kind);
    for (const double limit : {0.0, 1.0})
        for (const bool centered : {false, true}) {
            OptimizerConfig config{{kind.toStdString(), {}}};
            if (centered && kind == QStringLiteral("rmsprop"))
                config.parameters["centered"] = 1;
            config.clipNorm = config.clipValue = limit;
            Descent descent(config, 3);
            Vector parameters = Vector::Ones(3);
            Vector gradient = Vector::Ones(3);
            gradient[1] = std::numeric_limits<double>::quiet_NaN();
            step(descent, parameters, gradient, 0);
            QVERIFY(std::isnan(parameters[1]));
        }
}

void TestOptimizers::aSteadyGradientIsNoTrapForCentering()
{
    // The variance is then 0 in truth, and by rounding a little less.
    Descent descent({{"rmsprop", {{"centered", 1}, {"alpha", 0.5}, {"learning_rate", 1e-9}}}}, 3);
    Vector parameters = Vector::Zero(3);
    for (int i = 0; i < 300; ++i) {
        step(descent, parameters, Vector::Constant(3, 0.1 + 1e-3 * (i % 3 == 0 ? 1e-16 : 0)), i);
        QVERIFY(parameters.allFinite());
    }
}

QTEST_APPLESS_MAIN(TestOptimizers)
#include "TestOptimizers.moc"
