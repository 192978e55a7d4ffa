// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/data/DataPath.h"
#include "core/data/Dataset.h"
#include "core/data/ToyDatasets.h"
#include "tests/core/Goldens.h"
#include "tests/core/MadeDataset.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace core;
using namespace madedata;

namespace
{

bool sameSamples(const Samples& left, const Samples& right)
{
    return left.inputs == right.inputs && left.labels == right.labels && left.targets == right.targets;
}

} // namespace

class TestDataset : public QObject
{
    Q_OBJECT

private slots:
    void splitSizes_data();
    void splitSizes();
    void theSplitLosesNothing();
    void standardization();
    void standardizationOfTargets();
    void withoutStandardization();
    void seeds();
    void drawnPoints();
    void knownShapes();
    void paths();
    void preview();
};

void TestDataset::splitSizes_data()
{
    QTest::addColumn<int>("samples");
    QTest::addColumn<double>("fraction");
    QTest::addColumn<int>("test");
    const auto row = [](int samples, double fraction, int test) {
        QTest::addRow("%d, %g", samples, fraction) << samples << fraction << test;
    };
    row(1000, 0.3, 300);
    row(1000, 0, 0);
    row(10, 0.9, 9);
    row(11, 0.3, 3);    // 3.3
    row(12, 0.3, 4);    // 3.6
    row(2, 0.2, 0);     // 0.4
    row(2, 0.4, 1);     // 0.8
    row(999, 0.9, 899); // 899.1
}

void TestDataset::splitSizes()
{
    QFETCH(int, samples);
    QFETCH(double, fraction);
    QFETCH(int, test);
    const Dataset data = made(configOf("moons", samples, 0.1, fraction));
    QCOMPARE(data.test.size(), Index(test));
    QCOMPARE(data.train.size(), Index(samples - test));
    QCOMPARE(data.train.labels.size(), std::size_t(samples - test));
    QCOMPARE(data.test.labels.size(), std::size_t(test));
}

void TestDataset::theSplitLosesNothing()
{
    DataConfig config = configOf("moons", 301);
    config.standardize = false;
    const Dataset data = made(config);
    Rng rng(1, Purpose::Data);
    const RawSamples raw = makeMoons(301, 0.1, rng);
    std::multimap<std::pair<float, float>, int> left;
    for (Index i = 0; i < 301; ++i)
        left.emplace(std::pair{raw.inputs(0, i), raw.inputs(1, i)}, raw.labels[static_cast<std::size_t>(i)]);
    for (const Samples* part : {&data.train, &data.test})
        for (Index i = 0; i < part->size(); ++i) {
            const auto found = left.find({part->inputs(0, i), part->inputs(1, i)});
            QVERIFY(found != left.end());
            QCOMPARE(part->labels[static_cast<std::size_t>(i)], found->second);
            left.erase(found);
        }
    QVERIFY(left.empty());
    // A random part, not the end of the list: of 90 test samples 45 of each class, give or take 5 · √(90/4).
    QVERIFY(std::abs(std::count(data.test.labels.begin(), data.test.labels.end(), 1) - 45) < 24);
}

void TestDataset::standardization()
{
    const Dataset data = made(configOf("circles", 500, 0.2));
    for (Index axis = 0; axis < 2; ++axis) {
        const auto feature = data.train.inputs.row(axis).cast<double>();
        QVERIFY(std::abs(feature.mean()) < 1e-6);
        QVERIFY(std::abs((feature.array() - feature.mean()).square().mean() - 1) < 1e-5);
    }
    // The test part is scaled by the training part's numbers: taken back, both are the raw circles.
    DataConfig raw = configOf("circles", 500, 0.2);
    raw.standardize = false;
    QVERIFY(rawInputs(data).isApprox(rawInputs(made(raw)), 1e-5F));
    QVERIFY(std::abs(data.test.inputs.row(0).mean()) > 1e-5F);

    DataConfig digits = configOf("digits");
    digits.standardize = true;
    const Dataset constant = made(digits);
    QVERIFY(constant.train.inputs.row(0).isZero(0)); // the corner pixel is white in every picture
    QVERIFY(constant.train.inputs.allFinite() && constant.test.inputs.allFinite());
}

void TestDataset::standardizationOfTargets()
{
    const Dataset data = made(configOf("sine_wave", 300));
    QVERIFY(!data.classification);
    const auto target = data.train.targets.row(0).cast<double>();
    QVERIFY(std::abs(target.mean()) < 1e-6);
    QVERIFY(std::abs(target.array().square().mean() - 1) < 1e-5);
    QCOMPARE(data.test.targets.cols(), data.test.size());
}

void TestDataset::withoutStandardization()
{
    DataConfig config = configOf("sine_wave", 300, 0);
    config.standardize = false;
    const Dataset data = made(config);
    for (Index i = 0; i < data.test.size(); ++i)
        QVERIFY(near(data.test.targets(0, i), std::sin(static_cast<double>(data.test.inputs(0, i)))));
    QVERIFY(data.inputScaling.std.isOnes() && data.targetScaling.mean.isZero());
}

void TestDataset::seeds()
{
    for (const char* source : {"moons", "circles", "spirals", "xor", "sine_wave", "digits"}) {
        DataConfig config = configOf(source);
        const Dataset one = made(config, 1);
        QVERIFY(sameSamples(one.train, made(config, 1).train) && sameSamples(one.test, made(config, 1).test));
        QVERIFY(!sameSamples(one.train, made(config, 2).train));
        config.seed = 1;
        QVERIFY(sameSamples(one.train, made(config, 2).train) && sameSamples(one.test, made(config, 2).test));
    }
    // More noise moves the points, but leaves the split as it was.
    const Dataset quiet = made(configOf("moons", 300, 0));
    const Dataset loud = made(configOf("moons", 300, 0.4));
    QCOMPARE(quiet.train.labels, loud.train.labels);
}

void TestDataset::drawnPoints()
{
    DataConfig config = configOf("drawn");
    config.testFraction = 0;
    config.points = {{1, 2, 7}, {-1, 0.5, 3}, {0, 0, 7}};
    const Dataset data = made(config);
    QCOMPARE(data.classes, 2);
    QCOMPARE(data.preview->classNames, (std::vector<std::string>{"3", "7"}));
    for (const DataPreview::Point& point : data.preview->points)
        QCOMPARE(point.label, point.x < 0 ? 0 : 1);
    config.points.clear();
    QCOMPARE(makeDataset(config, 1, goldens::noResource).faults().front().code, FaultCode::NoSamples);
    config.points = {{1, 2, 7}, {0, 0, 7}};
    const Fault one = makeDataset(config, 1, goldens::noResource).faults().front();
    QCOMPARE(one.code, FaultCode::OneClass);
    QCOMPARE(one.details.front(), "7");
}

void TestDataset::knownShapes()
{
    for (const DataSourceInfo& row : dataSourceCatalogue()) {
        DataConfig config = configOf(std::string(row.id).c_str());
        config.points = {{0, 0, 0}, {1, 1, 1}, {2, 2, 5}};
        config.path = "some";
        const std::optional<DataShape> shape = shapeOf(config);
        QCOMPARE(shape.has_value(), !row.hasKey("path"));
        if (!shape)
            continue;
        const DataShape real = made(config).shape();
        QCOMPARE(shape->classification, real.classification);
        QCOMPARE(shape->inputs, real.inputs);
        QCOMPARE(shape->classes, real.classes);
        QCOMPARE(shape->samples, real.samples);
        QCOMPARE(hasClasses(config), std::optional(real.classification));
    }
    DataConfig table = configOf("csv");
    QCOMPARE(hasClasses(table), std::optional<bool>());
    table.task = "regression";
    QCOMPARE(hasClasses(table), std::optional(false));
}

void TestDataset::paths()
{
    QCOMPARE(pathFrom("/home/a/lesson", "/home/a/lesson/data/x.csv"), "data/x.csv");
    QCOMPARE(pathFrom("/home/a/lesson", "/home/a/lessons/x.csv"), "/home/a/lessons/x.csv");
    QCOMPARE(pathFrom("/home/a/lesson", "/home/a/x.csv"), "/home/a/x.csv");
    QCOMPARE(pathFrom("", "/home/a/x.csv"), "/home/a/x.csv");
    DataConfig config = configOf("csv");
    config.folder = "/home/a/lesson";
    config.path = "../x.csv";
    QCOMPARE(resolvedPath(config, config.path), "/home/a/x.csv");
    QCOMPARE(movedTo("/home/a/lesson", config).path, "../x.csv"); // as it was written
    QCOMPARE(movedTo("/home/a", config).path, "x.csv");
    QCOMPARE(movedTo("/elsewhere", config).path, "/home/a/x.csv");
    QCOMPARE(movedTo("/elsewhere", config).folder, "/elsewhere");
    QCOMPARE(withAbsolutePaths(config).path, "/home/a/x.csv");
    config.path = "/data/x.csv";
    QCOMPARE(resolvedPath(config, config.path), "/data/x.csv");
    QCOMPARE(movedTo("/elsewhere", config).path, "/data/x.csv");
    QCOMPARE(resolvedPath(config, ""), "");
}

void TestDataset::preview()
{
    const Dataset moons = made(configOf("moons", 300));
    QCOMPARE(moons.preview->points.size(), std::size_t(300));
    QCOMPARE(moons.preview->trainSamples, 210);
    QCOMPARE(moons.preview->testSamples, 90);
    const Matrix raw = rawInputs(moons);
    for (Index i = 0; i < 300; ++i) {
        const DataPreview::Point& point = moons.preview->points[static_cast<std::size_t>(i)];
        QCOMPARE(point.test, i >= 210);
        QVERIFY(std::abs(point.x - raw(0, i)) < 1e-5F && std::abs(point.y - raw(1, i)) < 1e-5F);
    }
    const Dataset many = made(configOf("moons", 100'000));
    QCOMPARE(many.preview->points.size(), std::size_t(DataPreview::kMaxPoints));
    QCOMPARE(std::count_if(many.preview->points.begin(), many.preview->points.end(), [](auto& p) { return p.test; }),
             DataPreview::kMaxPoints * 3 / 10 + 1); // 614.4, and what is left over

    const Dataset digits = made(configOf("digits"));
    QCOMPARE(digits.preview->thumbnails.size(), std::size_t(DataPreview::kMaxThumbnails));
    for (std::size_t i = 0; i < digits.preview->thumbnails.size(); ++i) {
        QCOMPARE(digits.preview->thumbnails[i].label, digits.test.labels[i]);
        QCOMPARE(digits.preview->thumbnails[i].pixels[20], digits.test.inputs(20, static_cast<Index>(i)));
    }
}

QTEST_APPLESS_MAIN(TestDataset)
#include "TestDataset.moc"
