// SPDX-License-Identifier: GPL-3.0-or-later
// A unit from near, against the network's own parameters and a pass of its own; and how it is asked for.
#include "core/train/Trainer.h"
#include "tests/core/SmallRun.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace core;
using namespace smallrun;

namespace
{

Snapshot watched(TrainingRun& run, const UnitPlace& place)
{
    Snapshot snapshot;
    ObserveOptions options;
    options.unit = place;
    run.observe(snapshot, options);
    return snapshot;
}

/// The loss over the whole training set with one parameter moved: what a gradient is measured with.
double lossWith(const ExperimentConfig& config, int steps, Index parameter, double distance)
{
    const auto run = runOf(config);
    makeSteps(*run, steps);
    Checkpoint checkpoint = run->checkpoint();
    checkpoint.memory[parameter] += static_cast<Scalar>(distance);
    run->restore(checkpoint);
    return observed(*run).train.loss;
}

} // namespace

class TestUnitDetail : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheNetwork_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("layer");
        QTest::addColumn<int>("unit");
        QTest::newRow("first layer") << QStringLiteral("moons") << 1 << 0;
        QTest::newRow("between") << QStringLiteral("moons") << 2 << 7;
        QTest::newRow("last layer") << QStringLiteral("moons") << 3 << 5;
        QTest::newRow("pictures") << QStringLiteral("digits") << 1 << 3;
        QTest::newRow("regression") << QStringLiteral("sine_wave") << 3 << 2;
    }

    void agreesWithTheNetwork()
    {
        QFETCH(QString, source);
        QFETCH(int, layer);
        QFETCH(int, unit);
        ExperimentConfig config = small();
        config.data.source = source.toStdString();
        const auto run = runOf(config);
        makeSteps(*run, 20);
        const Snapshot snapshot = watched(*run, {layer, unit});
        QVERIFY(snapshot.unit);
        const UnitDetail& detail = *snapshot.unit;
        QCOMPARE(detail.place, (UnitPlace{layer, unit}));

        const Network& network = run->network();
        const auto index = static_cast<std::size_t>(layer - 1);
        const Dense& dense = *network.hidden(index).dense;
        const Dense& above = layer < 3 ? *network.hidden(index + 1).dense : network.output();
        const auto own = dense.weights().matrix(network.parameters());
        const auto next = above.weights().matrix(network.parameters());
        QVERIFY(std::ranges::equal(detail.incoming, own.row(unit)));
        QVERIFY(std::ranges::equal(detail.outgoing, next.col(unit)));
        QCOMPARE(detail.bias, double(network.parameters()[dense.biases().offset + unit]));

        NetworkPass pass;
        const Matrix inputs = run->data().train.inputs;
        network.forward(inputs, Mode::Probe, pass);
        const auto z = pass.hidden[index].z().row(unit);
        QCOMPARE(detail.z.min, double(z.minCoeff()));
        QCOMPARE(detail.z.max, double(z.maxCoeff()));
        QVERIFY(std::abs(detail.z.mean - z.cast<double>().mean()) < 1e-9);
        std::vector<float> sorted(z.begin(), z.end());
        std::ranges::sort(sorted, std::greater());
        QCOMPARE(detail.excitations.size(), UnitDetail::kExcitations);
        QCOMPARE(detail.inputs.size(), UnitDetail::kExcitations * std::size_t(inputs.rows()));
        for (std::size_t at = 0; at < detail.excitations.size(); ++at) {
            QCOMPARE(detail.excitations[at].z, sorted[at]);
            QCOMPARE(detail.excitations[at].z, z[detail.excitations[at].sample]);
        }
        if (snapshot.data->inputs == 2) { // a sample that is drawn is found where it is drawn
            const DataPreview::Point& point = snapshot.data->points[std::size_t(detail.excitations.front().sample)];
            QVERIFY(!point.test);
            QVERIFY(std::abs(point.x - detail.inputs[0]) < 1e-5F && std::abs(point.y - detail.inputs[1]) < 1e-5F);
        }
    }

    void gradientIsThatOfTheMeanLoss()
    {
        const ExperimentConfig config = small();
        const auto run = runOf(config);
        makeSteps(*run, 10);
        const UnitDetail detail = *watched(*run, {2, 3}).unit;
        const Dense& dense = *run->network().hidden(1).dense;
        const auto slope = [&](Index parameter) {
            constexpr double kDistance = 1e-2;
            return (lossWith(config, 10, parameter, kDistance) - lossWith(config, 10, parameter, -kDistance)) /
                   (2 * kDistance);
        };
        const double bias = slope(dense.biases().offset + 3);
        QVERIFY2(std::abs(detail.biasGradient - bias) < 0.01 * std::abs(bias) + 1e-5,
                 qPrintable(QStringLiteral("%1, %2").arg(detail.biasGradient).arg(bias)));
        double squares = 0;
        for (Index column = 0; column < 8; ++column)
            squares += std::pow(slope(dense.weights().offset + 3 * 8 + column), 2);
        QVERIFY2(std::abs(detail.gradientNorm - std::sqrt(squares)) < 0.01 * std::sqrt(squares),
                 qPrintable(QStringLiteral("%1, %2").arg(detail.gradientNorm).arg(std::sqrt(squares))));
    }

    void aDeadUnitHasNoGradient()
    {
        ExperimentConfig config = small("relu");
        config.initializer.bias = -10;
        const auto run = runOf(config);
        const UnitDetail detail = *watched(*run, {1, 0}).unit;
        QCOMPARE(detail.gradientNorm, 0.0);
        QCOMPARE(detail.biasGradient, 0.0);
        QVERIFY(detail.z.max < 0);
        QVERIFY(detail.excitations.front().z < 0);
    }

    void whatIsNotThereIsLeftOut()
    {
        const auto run = runOf(small());
        for (const UnitPlace place : {UnitPlace{0, 0}, UnitPlace{4, 0}, UnitPlace{1, 8}, UnitPlace{1, -1}})
            QVERIFY(!watched(*run, place).unit);
        QVERIFY(!observed(*run).unit);
        // NaN excites nobody.
        Checkpoint checkpoint = run->checkpoint();
        checkpoint.memory.setConstant(std::numeric_limits<Scalar>::quiet_NaN());
        run->restore(checkpoint);
        const UnitDetail detail = *watched(*run, {1, 1}).unit;
        QVERIFY(detail.excitations.empty() && detail.inputs.empty());
        QCOMPARE(detail.z.nonFinite, std::uint64_t(70));
    }

    void isAskedForOfATrainer()
    {
        Trainer trainer(goldens::resource);
        Snapshot snapshot;
        const auto newest = [&]() -> const Snapshot& {
            if (const Snapshot* fetched = trainer.fetchSnapshot())
                snapshot = *fetched;
            return snapshot;
        };
        trainer.apply(small());
        QTRY_VERIFY(newest().generation == 1);
        QVERIFY(!snapshot.unit);
        QVERIFY(snapshot.dataset.lock());
        // Also of a run that pauses, and of the next one too.
        trainer.watchUnit(UnitPlace{2, 5});
        QTRY_VERIFY(newest().unit && newest().unit->place == (UnitPlace{2, 5}));
        QCOMPARE(snapshot.step, std::int64_t(0));
        QVERIFY(snapshot.changes->empty());
        trainer.restart();
        QTRY_VERIFY(newest().generation == 2);
        QVERIFY(snapshot.unit.has_value());
        trainer.watchUnit(std::nullopt);
        QTRY_VERIFY(!newest().unit);
        // The data lives as long as its run.
        const std::weak_ptr<const Dataset> before = snapshot.dataset;
        ExperimentConfig other = small();
        other.data.source = "circles";
        trainer.apply(other);
        QTRY_VERIFY(newest().generation == 3);
        QVERIFY(before.expired());
    }
};

QTEST_GUILESS_MAIN(TestUnitDetail)
#include "TestUnitDetail.moc"
