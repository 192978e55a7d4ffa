// SPDX-License-Identifier: GPL-3.0-or-later
// Trajectories of ten steps against PyTorch, over several tensors that lie in one row here and apart there.
#include "core/nn/Optimizer.h"
#include "tests/core/Goldens.h"

#include <QTest>

#include <cmath>
#include <set>
#include <string>
#include <vector>

using namespace core;

class TestOptimizers : public QObject
{
    Q_OBJECT

private slots:
    void trajectories_data();
    void trajectories();
    void everyKindHasATrajectory();
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

void step(Optimizer& optimizer, Vector& parameters, Vector gradient)
{
    optimizer.step({parameters.data(), parameters.size()}, {gradient.data(), gradient.size()});
}

} // namespace

void TestOptimizers::trajectories_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const nlohmann::json& row : golden()["cases"])
        QTest::newRow((row["kind"].get<std::string>() + " " + row["parameters"].dump()).c_str()) << index++;
}

void TestOptimizers::trajectories()
{
    QFETCH(int, index);
    const nlohmann::json& row = golden()["cases"][static_cast<std::size_t>(index)];
    Choice choice{row["kind"], {}};
    for (const auto& [name, value] : row["parameters"].items())
        choice.parameters[name] = value;
    Vector parameters = vectorOf(golden()["start"]);
    const Vector curvature = vectorOf(golden()["curvature"]);
    const auto optimizer = findRow(optimizerCatalogue(), choice.kind)->make(parameters.size());
    optimizer->configure(choice);
    for (std::size_t i = 0; i < row["trajectory"].size(); ++i) {
        step(*optimizer, parameters, curvature.cwiseProduct(parameters) + vectorOf(golden()["pulls"][i]));
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

void TestOptimizers::everyKindHasATrajectory()
{
    std::set<std::string, std::less<>> covered;
    for (const nlohmann::json& row : golden()["cases"])
        covered.insert(row["kind"]);
    for (const OptimizerInfo& info : optimizerCatalogue())
        QVERIFY2(covered.contains(info.id), info.id.data());
}

void TestOptimizers::aNewRateKeepsTheState()
{
    // By hand: v = 1, then 0.5 · 1 + 1 = 1.5; steps of 0.1 · 1 and 0.01 · 1.5.
    const auto optimizer = findRow(optimizerCatalogue(), "sgd")->make(1);
    Vector parameter = Vector::Zero(1);
    optimizer->configure({"sgd", {{"learning_rate", 0.1}, {"momentum", 0.5}}});
    step(*optimizer, parameter, Vector::Ones(1));
    optimizer->configure({"sgd", {{"learning_rate", 0.01}, {"momentum", 0.5}}});
    step(*optimizer, parameter, Vector::Ones(1));
    QVERIFY(std::abs(parameter[0] + 0.115) < 1e-15);
}

QTEST_APPLESS_MAIN(TestOptimizers)
#include "TestOptimizers.moc"
