// SPDX-License-Identifier: GPL-3.0-or-later
// What two threads compute together has the bits of what one computes alone: kernels, and whole trainings.
#include "core/base/Rng.h"
#include "core/nn/SharedKernels.h"
#include "tests/core/SmallRun.h"

#include <QTest>

#include <bit>
#include <functional>
#include <limits>

using core::ExperimentConfig;
using core::Index;
using core::Matrix;
using core::Scalar;
using core::SecondCoreUse;
using core::Vector;

namespace
{

Matrix random(Index rows, Index columns, core::Rng& rng)
{
    Matrix matrix(rows, columns);
    for (Scalar& value : matrix.reshaped<Eigen::RowMajor>())
        value = static_cast<Scalar>(rng.normal());
    return matrix;
}

/// Not a number is the same as itself here, and 0 is not −0.
template <class Numbers>
bool sameBits(const Numbers& left, const Numbers& right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](float a, float b) {
        return std::bit_cast<std::uint32_t>(a) == std::bit_cast<std::uint32_t>(b);
    });
}

bool sameRecord(const core::StepRecord& left, const core::StepRecord& right)
{
    return left.batchLoss.mean == right.batchLoss.mean && sameBits(left.deltaRms, right.deltaRms) &&
           sameBits(left.weightGradNorm, right.weightGradNorm) && sameBits(left.updateRatio, right.updateRatio);
}

ExperimentConfig wide(std::int64_t width, std::int64_t batch, const std::function<void(ExperimentConfig&)>& change = {})
{
    ExperimentConfig config = smallrun::small("relu");
    config.data.source = "digits";
    config.network.width = width;
    config.network.depth = 2;
    config.training.batchSize = batch;
    config.optimizer.kind = "adam";
    if (change)
        change(config);
    return config;
}

} // namespace

Q_DECLARE_METATYPE(ExperimentConfig)

class TestSecondCore : public QObject
{
    Q_OBJECT

private slots:
    void products_data();
    void products();
    void productsTellWhatIsNotFinite();
    void gradients_data();
    void gradients();
    void moves();
    void runs_data();
    void runs();
    void narrowNetworksAreLeftAlone();
};

void TestSecondCore::products_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("inner");
    QTest::addColumn<int>("columns");
    const auto add = [](int rows, int inner, int columns) {
        QVERIFY(core::isWorthSharing(rows, inner, columns));
        QTest::addRow("%d x %d x %d", rows, inner, columns) << rows << inner << columns;
    };
    add(96, 200, 129);
    add(97, 301, 70);
    add(143, 130, 127);
    add(145, 193, 128);
    add(512, 784, 128);
    add(10, 900, 301);
    add(1, 16'000, 129);
    add(2100, 1000, 1);
    add(1003, 777, 3);
    add(517, 300, 17);
    add(700, 47, 65);
    for (int rows = 96; rows <= 144; rows += 5)
        add(rows, 700, 31 + rows % 7);
}

void TestSecondCore::products()
{
    QFETCH(int, rows);
    QFETCH(int, inner);
    QFETCH(int, columns);
    core::WorkCrew crew;
    core::Rng rng(1, core::Purpose::Data);
    const Matrix left = random(rows, inner, rng);
    const Matrix right = random(inner, columns, rng);
    const Vector bias = random(rows, 1, rng);
    for (const bool leftIsTurned : {false, true})
        for (const bool rightIsTurned : {false, true}) {
            Matrix alone = Matrix::Zero(rows, columns);
            Matrix shared = alone;
            core::Product product{.rows = rows,
                                  .inner = inner,
                                  .columns = columns,
                                  .left = left.data(),
                                  .leftRowStep = leftIsTurned ? 1 : inner,
                                  .leftInnerStep = leftIsTurned ? rows : 1,
                                  .right = right.data(),
                                  .rightStep = rightIsTurned ? inner : columns,
                                  .rightIsTransposed = rightIsTurned,
                                  .result = alone.data(),
                                  .resultStep = columns,
                                  .bias = leftIsTurned ? nullptr : bias.data()};
            QVERIFY(core::multiply(product, nullptr));
            product.result = shared.data();
            QVERIFY(core::multiply(product, &crew));
            QVERIFY(sameBits(alone.reshaped(), shared.reshaped()));
        }
}

void TestSecondCore::productsTellWhatIsNotFinite()
{
    core::WorkCrew crew;
    core::Rng rng(2, core::Purpose::Data);
    constexpr Index kSize = 150;
    Matrix left = random(kSize, kSize, rng);
    const Matrix right = random(kSize, kSize, rng);
    Matrix result(kSize, kSize);
    for (const Index row : {Index(0), Index(70), kSize - 1}) {
        const Scalar before = std::exchange(left(row, 3), std::numeric_limits<Scalar>::quiet_NaN());
        const core::Product product{.rows = kSize,
                                    .inner = kSize,
                                    .columns = kSize,
                                    .left = left.data(),
                                    .leftRowStep = kSize,
                                    .right = right.data(),
                                    .rightStep = kSize,
                                    .result = result.data(),
                                    .resultStep = kSize};
        QVERIFY(!core::multiply(product, &crew));
        left(row, 3) = before;
        QVERIFY(core::multiply(product, &crew));
    }
}

void TestSecondCore::gradients_data()
{
    QTest::addColumn<int>("units");
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("batch");
    const auto add = [](int units, int inputs, int batch) {
        QVERIFY(core::isWorthSharing(units, batch, inputs));
        QTest::addRow("%d x %d, %d", units, inputs, batch) << units << inputs << batch;
    };
    add(512, 784, 128);
    add(1, 129, 17'000);
    add(3, 12'000, 61);
    add(1500, 1500, 1);
    add(211, 191, 67);
    add(100, 128, 193);
}

void TestSecondCore::gradients()
{
    QFETCH(int, units);
    QFETCH(int, inputs);
    QFETCH(int, batch);
    core::WorkCrew crew;
    core::Rng rng(3, core::Purpose::Data);
    const Matrix delta = random(units, batch, rng);
    const Matrix input = random(inputs, batch, rng);
    Vector alone = Vector::Zero(units * inputs + units);
    Vector shared = alone;
    core::DenseGradient dense{units, inputs, batch, delta.data(), input.data(), alone.data()};
    core::denseGradient(dense, nullptr);
    dense.gradient = shared.data();
    core::denseGradient(dense, &crew);
    QVERIFY(sameBits(alone, shared));
}

/// Every parameter once, and sums that do not depend on who has made them.
void TestSecondCore::moves()
{
    core::WorkCrew crew;
    for (const Index count : {1, 1000, 65'535, 65'536, 70'001, 700'003}) {
        constexpr Index kFirst = 7;
        std::vector<int> moved(static_cast<std::size_t>(kFirst + count), 0);
        const auto move = [&](Index first, Index length, core::UpdateSquares* squares) {
            for (Index i = first; i < first + length; ++i) {
                ++moved[static_cast<std::size_t>(i)];
                squares->change += 1.0 / static_cast<double>(i);
                squares->after += 1.0 / static_cast<double>(i + 1);
            }
            return first + length < kFirst + count; // the last part has failed
        };
        core::UpdateSquares alone;
        core::UpdateSquares shared;
        QVERIFY(!core::moveInParts(kFirst, count, &alone, nullptr, move));
        QVERIFY(!core::moveInParts(kFirst, count, &shared, &crew, move));
        QCOMPARE(alone.change, shared.change);
        QCOMPARE(alone.after, shared.after);
        QVERIFY(std::all_of(moved.begin(), moved.begin() + kFirst, [](int times) { return times == 0; }));
        QVERIFY(std::all_of(moved.begin() + kFirst, moved.end(), [](int times) { return times == 2; }));
    }
    QVERIFY(core::moveInParts(0, 100'000, nullptr, &crew,
                              [](Index, Index, core::UpdateSquares* squares) { return squares == nullptr; }));
}

void TestSecondCore::runs_data()
{
    QTest::addColumn<ExperimentConfig>("config");
    QTest::newRow("wide") << wide(160, 128);
    QTest::newRow("odd sizes") << wide(173, 101);
    QTest::newRow("batch of one") << wide(1450, 1);
    QTest::newRow("deep") << wide(150, 90, [](auto& config) {
        config.network.depth = 4;
        config.network.activation.kind = "tanh";
        config.network.normalization.kind = "batch";
        config.network.residual = "post";
    });
    QTest::newRow("dropout, momentum, clipping") << wide(300, 64, [](auto& config) {
        config.optimizer = core::OptimizerConfig{};
        config.optimizer.kind = "sgd";
        config.optimizer.parameters = {{"momentum", 0.9}};
        config.optimizer.clipNorm = 1;
        config.network.dropout = {"dropout", {{"rate", 0.2}}};
    });
    for (const char* optimizer : {"adagrad", "rmsprop"})
        QTest::newRow(optimizer) << wide(300, 64, [optimizer](auto& config) { config.optimizer.kind = optimizer; });
}

void TestSecondCore::runs()
{
    QFETCH(ExperimentConfig, config);
    const auto alone = smallrun::runOf(config);
    const auto helped = smallrun::runOf(config);
    const auto atTimes = smallrun::runOf(config);
    helped->setSecondCore(SecondCoreUse::Always);
    atTimes->setSecondCore(SecondCoreUse::WhereQuicker);
    for (int step = 0; step < 50; ++step) {
        for (core::TrainingRun* run : {alone.get(), helped.get(), atTimes.get()})
            run->step();
        QVERIFY(sameRecord(alone->lastRecord(), helped->lastRecord()));
        QVERIFY(sameRecord(alone->lastRecord(), atTimes->lastRecord()));
    }
    QVERIFY(!alone->divergence());
    QVERIFY(sameBits(alone->network().parameters(), helped->network().parameters()));
    QVERIFY(sameBits(alone->network().parameters(), atTimes->network().parameters()));
}

void TestSecondCore::narrowNetworksAreLeftAlone()
{
    core::SecondCore core;
    const auto narrow = smallrun::runOf(smallrun::small());
    const auto large = smallrun::runOf(wide(160, 128));
    QVERIFY(core.beginStep(large->network(), 128) == nullptr);
    core.setUse(SecondCoreUse::Always);
    QVERIFY(core.beginStep(narrow->network(), 16) == nullptr);
    QVERIFY(core.beginStep(large->network(), 1) == nullptr);
    QVERIFY(core.beginStep(large->network(), 128) != nullptr);
    core.setUse(SecondCoreUse::Never);
    QVERIFY(core.beginStep(large->network(), 128) == nullptr);
}

QTEST_APPLESS_MAIN(TestSecondCore)
#include "TestSecondCore.moc"
