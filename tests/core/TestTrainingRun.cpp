// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/TrainingRun.h"
#include "tests/core/Goldens.h"
#include "tests/core/SmallRun.h"

#include <QTest>

#include <cmath>

using namespace core;
using namespace smallrun;

class TestTrainingRun : public QObject
{
    Q_OBJECT

private slots:
    void divergence_data();
    void divergence();
    void firstInOrderOfComputation();
    void noHiddenLayer();
    void oneUnit();
    void batchLargerThanTheSet();
    void noTestSet();
    void seeds();
    void anotherDepthKeepsTheFirstBatch();
    void epochs();
    void theRecordOfAStep();
    void knowingNothing_data();
    void knowingNothing();
    void everyLossSeparatesTwoClasses_data();
    void everyLossSeparatesTwoClasses();
    void theRateFollowsItsSchedule();
    void brokenResource();
};

void TestTrainingRun::divergence_data()
{
    QTest::addColumn<QString>("activation");
    QTest::addColumn<int>("depth");
    QTest::addColumn<double>("value"); ///< of all weights; 0: he_normal
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("loss");
    QTest::addColumn<int>("layer"); ///< 0: wherever
    QTest::addColumn<int>("quantity");
    QTest::addColumn<int>("step"); ///< 0: whenever
    const auto row = [](const char* name, const char* activation, int depth, double value, double rate,
                        const char* loss, int layer, Quantity quantity, int step) {
        QTest::newRow(name) << QString::fromUtf8(activation) << depth << value << rate << QString::fromUtf8(loss)
                            << layer << int(quantity) << step;
    };
    row("relu, learning rate 1e6", "relu", 8, 0, 1e6, "cross_entropy", 0, Quantity::Z, 0);
    // One unit a layer and all weights alike: the sizes can be counted. Outputs are mse's, x is about 1.
    // 1e15 a layer: z = 1e15, 1e30, 1e45.
    row("z of the third layer", "identity", 3, 1e15, 0.1, "mse", 3, Quantity::Z, 1);
    row("z of the output", "identity", 2, 1e15, 0.1, "mse", 3, Quantity::Z, 1);
    // z = 1e12, 1e24, output 1e36, its delta 1e36 (÷ 22), ÷ 1e-12 → 1e47 at layer 2.
    row("delta of the second layer", "identity", 2, 1e12, 0.1, "mse", 2, Quantity::Delta, 1);
    // z = 1e9, 1e18, output 1e27; delta 1e26, 1e35 at layer 2, 1e44 at layer 1.
    row("delta of the first layer", "identity", 2, 1e9, 0.1, "mse", 1, Quantity::Delta, 1);
    // z = 1e12, output 1e24; delta 1e23, 1e35 at layer 1; times the rate 1e44.
    row("parameters of the first layer", "identity", 1, 1e12, 1e9, "mse", 1, Quantity::Parameter, 1);
    // Without hidden layers: gradient 1e31, times the rate 1e40.
    row("parameters of the output", "identity", 0, 1e32, 1e9, "mse", 1, Quantity::Parameter, 1);
}

void TestTrainingRun::divergence()
{
    QFETCH(QString, activation);
    QFETCH(int, depth);
    QFETCH(double, value);
    QFETCH(double, rate);
    QFETCH(QString, loss);
    QFETCH(int, layer);
    QFETCH(int, quantity);
    QFETCH(int, step);
    ExperimentConfig config = small();
    config.network.activation.kind = activation.toStdString();
    config.network.depth = depth;
    config.network.width = value == 0 ? 8 : 1;
    if (value != 0)
        config.initializer.weights = {"constant", {{"value", value}}};
    config.optimizer.parameters["learning_rate"] = rate;
    config.loss = {loss.toStdString(), {}};
    const auto run = runOf(config);
    QVERIFY(!run->divergence());
    makeSteps(*run, 200);
    QVERIFY(run->divergence());
    const Divergence found = *run->divergence();
    QCOMPARE(int(found.quantity), quantity);
    QVERIFY2(layer == 0 || found.layer == layer, qPrintable(QString::number(found.layer)));
    QVERIFY2(step == 0 || found.step == step, qPrintable(QString::number(found.step)));
    QVERIFY(found.layer >= 1 && found.layer <= depth + 1);
    QCOMPARE(run->stepsMade(), found.step); // it has stopped there
    QCOMPARE(run->status(), RunStatus::Diverged);
    const Snapshot snapshot = observed(*run);
    QCOMPARE(snapshot.status, RunStatus::Diverged);
    QCOMPARE(snapshot.divergence->step, found.step);
    QCOMPARE(snapshot.step, found.step);
}

void TestTrainingRun::firstInOrderOfComputation()
{
    // The step before is made again, and the batch that follows is put through the network by hand.
    ExperimentConfig config = small("relu");
    config.network.depth = 8;
    config.optimizer.parameters["learning_rate"] = 1e6;
    const auto diverging = runOf(config);
    makeSteps(*diverging, 200);
    const Divergence found = diverging->divergence().value();
    QCOMPARE(found.quantity, Quantity::Z);
    const auto before = runOf(config);
    makeSteps(*before, static_cast<int>(found.step) - 1);
    QVERIFY(!before->divergence());
    QVERIFY(before->network().parameters().allFinite());

    BatchOrder order(before->data().train.size(), config.seed);
    for (std::int64_t step = 1; step < found.step; ++step)
        order.next(config.training.batchSize);
    const std::span<const Index> batch = order.next(config.training.batchSize);
    Matrix inputs(2, static_cast<Index>(batch.size()));
    for (std::size_t i = 0; i < batch.size(); ++i)
        inputs.col(static_cast<Index>(i)) = before->data().train.inputs.col(batch[i]);
    NetworkPass pass;
    before->network().forward(inputs, Mode::Training, pass);
    int first = 1;
    while (first <= 8 && pass.hidden[static_cast<std::size_t>(first) - 1].z().allFinite())
        ++first;
    QCOMPARE(found.layer, first);
    QVERIFY(first <= 8 || !pass.output.output.allFinite());
}

void TestTrainingRun::noHiddenLayer()
{
    ExperimentConfig config = small();
    config.network.depth = 0;
    const auto run = runOf(config);
    const double before = observed(*run).train.loss;
    makeSteps(*run, 60);
    const Snapshot snapshot = observed(*run);
    QVERIFY(snapshot.train.loss < before);
    QVERIFY(snapshot.layers.empty());
    QVERIFY(!snapshot.deltaRatio);
    QCOMPARE(run->network().parameters().size(), Index(2 * 2 + 2));
    QCOMPARE(run->lastRecord().deltaRms.size(), std::size_t(1));
}

void TestTrainingRun::oneUnit()
{
    for (const char* activation : {"tanh", "relu", "prelu"}) {
        ExperimentConfig config = small(activation);
        config.network.width = 1;
        const auto run = runOf(config);
        makeSteps(*run, 60);
        const Snapshot snapshot = observed(*run);
        QCOMPARE(snapshot.layers.size(), std::size_t(3));
        QCOMPARE(snapshot.layers[2].units, 1);
        QCOMPARE(snapshot.layers[2].unitStatistics.size(), std::size_t(1));
        QVERIFY(std::isfinite(snapshot.train.loss));
    }
}

void TestTrainingRun::batchLargerThanTheSet()
{
    ExperimentConfig whole = small();
    whole.training.batchSize = 70; // the training part of 100
    ExperimentConfig larger = whole;
    larger.training.batchSize = 1'000'000;
    const auto run = runOf(larger);
    makeSteps(*run, 40);
    QVERIFY(run->network().parameters() == trained(whole, 40));
    QCOMPARE(observed(*run).epoch, 40.0);
    // The loss over the whole set is what the next update descends.
    const double loss = observed(*run).train.loss;
    run->step();
    QVERIFY(std::abs(observed(*run).batchLoss.value() - loss) < 1e-5);
}

void TestTrainingRun::noTestSet()
{
    for (const char* source : {"moons", "digits"}) {
        ExperimentConfig config = small();
        config.data.source = source;
        config.data.testFraction = 0;
        const auto run = runOf(config);
        run->step();
        const Snapshot snapshot = observed(*run);
        QVERIFY(!snapshot.test);
        QVERIFY(snapshot.train.accuracy);
        if (config.data.source == "digits") {
            QVERIFY(!snapshot.decision.confusionOfTest);
            std::int64_t counted = 0;
            for (const std::int64_t count : snapshot.decision.confusion)
                counted += count;
            QCOMPARE(counted, std::int64_t(1797));
        }
    }
}

void TestTrainingRun::seeds()
{
    ExperimentConfig one = small();
    one.data.seed = 1;
    ExperimentConfig two = one;
    two.seed = 2;
    const auto first = runOf(one);
    const auto second = runOf(two);
    QVERIFY(first->data().train.inputs == second->data().train.inputs);
    QVERIFY(first->data().test.labels == second->data().test.labels);
    QVERIFY(first->network().parameters() != second->network().parameters());
    two.data.seed.reset();
    QVERIFY(runOf(two)->data().train.inputs != first->data().train.inputs);
}

void TestTrainingRun::anotherDepthKeepsTheFirstBatch()
{
    // Data, split, shuffle and the first layer do not depend on what comes above.
    ExperimentConfig deep = small("relu");
    deep.network.depth = 6;
    const auto one = runOf(small());
    const auto other = runOf(deep);
    QVERIFY(one->data().train.inputs == other->data().train.inputs);
    const auto zOfFirst = [](TrainingRun& run) { return observed(run).layers[0].z; };
    QCOMPARE(zOfFirst(*one).mean, zOfFirst(*other).mean);
    QCOMPARE(zOfFirst(*one).histogram.counts, zOfFirst(*other).histogram.counts);
}

void TestTrainingRun::epochs()
{
    // 70 training samples by 16: 4 steps an epoch, the short fifth is dropped.
    const auto run = runOf(small());
    QCOMPARE(observed(*run).epoch, 0.0);
    makeSteps(*run, 6);
    QCOMPARE(observed(*run).epoch, 1.5);
    ExperimentConfig changed = small();
    changed.training.batchSize = 35; // 2 steps an epoch from here on
    run->apply(changed);
    makeSteps(*run, 3);
    QCOMPARE(observed(*run).epoch, 3.0);
}

void TestTrainingRun::theRecordOfAStep()
{
    // With the whole set as the batch, the fused batch statistics are those of the probe before the step.
    ExperimentConfig config = small("sigmoid");
    config.training.batchSize = 70;
    // No part of the gradient's norm:
    config.optimizer.parameters["weight_decay"] = 0.1;
    config.optimizer.clipNorm = 1e-3;
    config.optimizer.l1 = 0.01;
    const auto run = runOf(config);
    makeSteps(*run, 3);
    const Snapshot before = observed(*run);
    const Vector parameters = run->network().parameters();
    run->step();
    const StepRecord& record = run->lastRecord();
    QCOMPARE(record.firstStep, std::int64_t(4));
    QCOMPARE(record.lastStep, std::int64_t(4));
    const auto near = [](float actual, double expected) {
        return std::abs(static_cast<double>(actual) / expected - 1) < 1e-3;
    };
    QVERIFY(near(record.batchLoss.mean, before.train.loss));
    for (std::size_t l = 0; l < 4; ++l) {
        const bool isOutput = l == 3;
        QVERIFY(near(record.deltaRms[l], isOutput ? before.output.deltaRms : before.layers[l].deltaRms));
        QVERIFY(
            near(record.weightGradNorm[l], isOutput ? before.output.weightGradNorm : before.layers[l].weightGradNorm));
        const Dense& dense = isOutput ? run->network().output() : *run->network().hidden(l).dense;
        const auto now = dense.weights().vector(run->network().parameters()).cast<double>();
        const auto then = dense.weights().vector(parameters).cast<double>();
        QVERIFY(near(record.updateRatio[l], (now - then).norm() / now.norm()));
    }
    const Snapshot after = observed(*run);
    QCOMPARE(float(after.layers[1].updateRatio.value()), record.updateRatio[1]);
}

void TestTrainingRun::knowingNothing_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("loss");
    QTest::addColumn<double>("expected");
    const auto row = [](const char* source, const char* loss, double expected) {
        QTest::addRow("%s, %s", source, loss) << QString::fromLatin1(source) << QString::fromLatin1(loss) << expected;
    };
    row("moons", "cross_entropy", std::log(2));
    row("gaussians", "cross_entropy", std::log(3));
    row("moons", "binary_cross_entropy", std::log(2));
    row("moons", "hinge", 1);
    row("moons", "mse", 1);
    row("sine_wave", "mse", 1); // the variance of standardised targets
}

void TestTrainingRun::knowingNothing()
{
    QFETCH(QString, source);
    QFETCH(QString, loss);
    QFETCH(double, expected);
    ExperimentConfig config = small();
    config.data.source = source.toStdString();
    config.loss = {loss.toStdString(), {}};
    const double baseline = observed(*runOf(config)).baselineLoss;
    QVERIFY2(std::abs(baseline - expected) < 1e-5, qPrintable(QString::number(baseline)));
}

void TestTrainingRun::everyLossSeparatesTwoClasses_data()
{
    QTest::addColumn<QString>("loss");
    for (const LossInfo& info : lossCatalogue())
        QTest::newRow(info.id.data()) << QString::fromUtf8(info.id.data());
}

void TestTrainingRun::everyLossSeparatesTwoClasses()
{
    QFETCH(QString, loss);
    ExperimentConfig config = small();
    config.network.depth = 1;
    config.loss = {loss.toStdString(), {}};
    config.optimizer = {{"adam", {{"learning_rate", 0.02}}}};
    const auto run = runOf(config);
    makeSteps(*run, 600);
    const Snapshot snapshot = observed(*run);
    QVERIFY2(snapshot.train.accuracy.value() > 0.9, qPrintable(QString::number(*snapshot.train.accuracy)));
    // The map is of the same opinion, in the same direction.
    const DecisionMap& map = snapshot.decision;
    int right = 0;
    for (const DataPreview::Point& point : snapshot.data->points) {
        const auto cell = [&map](double value, double lower, double upper) {
            return static_cast<std::size_t>((value - lower) / (upper - lower) * map.resolution);
        };
        const std::size_t column = cell(static_cast<double>(point.x), map.xMin, map.xMax);
        const std::size_t row = cell(static_cast<double>(point.y), map.yMin, map.yMax);
        const float answer = map.answer[row * static_cast<std::size_t>(map.resolution) + column];
        QVERIFY(answer >= 0 && answer <= 1);
        right += (answer > 0.5F) == (point.label == 1) ? 1 : 0;
    }
    QVERIFY(right > 0.85 * static_cast<double>(snapshot.data->points.size()));
}

void TestTrainingRun::theRateFollowsItsSchedule()
{
    ExperimentConfig config = small();
    config.optimizer.schedule = {"step", {{"step_size", 2}, {"gamma", 0.5}}};
    config.optimizer.warmupSteps = 2;
    const auto run = runOf(config);
    for (const double expected : {0.05, 0.1, 0.05, 0.05, 0.025}) {
        QCOMPARE(observed(*run).learningRate, expected);
        run->step();
    }
    config.optimizer.schedule = {"constant", {}}; // as a hand does it: from the next step on
    run->apply(config);
    QCOMPARE(observed(*run).learningRate, 0.1);
}

void TestTrainingRun::brokenResource()
{
    ExperimentConfig config = small();
    config.data.source = "digits";
    const auto run = TrainingRun::create(config, goldens::noResource);
    QVERIFY(!run);
    QCOMPARE(run.faults().front().code, FaultCode::BrokenResource);
}

QTEST_APPLESS_MAIN(TestTrainingRun)
#include "TestTrainingRun.moc"
