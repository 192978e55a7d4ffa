// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rng.h"
#include "core/data/DataPath.h"
#include "core/data/Dataset.h"
#include "core/data/ToyDatasets.h"
#include "tests/core/Goldens.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <numbers>
#include <optional>
#include <string>
#include <utility>
#include <vector>
#include <zlib.h>

using namespace core;

namespace
{

constexpr double kPi = std::numbers::pi;

DataConfig configOf(const char* source, std::int64_t samples = 200, double noise = 0.1, double testFraction = 0.3)
{
    DataConfig config;
    config.source = source;
    config.samples = samples;
    config.noise = noise;
    config.testFraction = testFraction;
    return config;
}

Dataset made(const DataConfig& config, std::int64_t seed = 1)
{
    Result<Dataset> data = makeDataset(config, seed, goldens::resource);
    if (!data)
        qFatal("%s cannot be made", config.source.c_str());
    return std::move(data).value();
}

bool near(Scalar actual, double expected)
{
    return std::abs(static_cast<double>(actual) - expected) < 1e-6;
}

/// All inputs, training part first, back in the data's own units.
Matrix rawInputs(const Dataset& data)
{
    Matrix all(data.inputs(), data.train.size() + data.test.size());
    all << data.train.inputs, data.test.inputs;
    return ((all.array().colwise() * data.inputScaling.std.array()).colwise() + data.inputScaling.mean.array())
        .matrix();
}

bool sameSamples(const Samples& left, const Samples& right)
{
    return left.inputs == right.inputs && left.labels == right.labels && left.targets == right.targets;
}

std::string gzipped(const std::string& text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string result(deflateBound(&stream, text.size()) + 64, '\0');
    std::string input = text;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

std::string digitsFile()
{
    return goldens::resource("datasets/digits.csv.gz").value();
}

/// A row of 64 pixels and what follows them.
std::string row(const std::string& end)
{
    std::string text;
    for (int pixel = 0; pixel < 64; ++pixel)
        text += std::to_string(pixel % 17) + ',';
    return text + end + '\n';
}

} // namespace

class TestDataset : public QObject
{
    Q_OBJECT

private slots:
    void moonsFollowTheFormula_data();
    void moonsFollowTheFormula();
    void circles();
    void exclusiveOr();
    void spirals();
    void gaussians();
    void sineWave();
    void curves();
    void noiseHasItsDeviation();
    void splitSizes_data();
    void splitSizes();
    void theSplitLosesNothing();
    void standardization();
    void standardizationOfTargets();
    void withoutStandardization();
    void seeds();
    void tables_data();
    void tables();
    void brokenTables();
    void drawnPoints();
    void knownShapes();
    void paths();
    void digits();
    void digitsInTheirOrder();
    void brokenDigits_data();
    void brokenDigits();
    void preview();
};

void TestDataset::moonsFollowTheFormula_data()
{
    QTest::addColumn<int>("samples");
    for (const int samples : {2, 3, 10, 101, 1000})
        QTest::addRow("%d", samples) << samples;
}

void TestDataset::moonsFollowTheFormula()
{
    QFETCH(int, samples);
    Rng rng(1, Purpose::Data);
    const RawSamples moons = makeMoons(samples, 0, rng);
    QCOMPARE(moons.inputs.cols(), Index(samples));
    QCOMPARE(moons.labels.size(), std::size_t(samples));
    // scikit-learn's make_moons: linspace(0, π, n // 2) outside, linspace(0, π, n − n // 2) inside.
    const int outer = samples / 2;
    const int inner = samples - outer;
    for (int i = 0; i < samples; ++i) {
        const bool isOuter = i < outer;
        const int steps = (isOuter ? outer : inner) - 1;
        const double t = steps > 0 ? kPi * (isOuter ? i : i - outer) / steps : 0;
        QCOMPARE(moons.labels[static_cast<std::size_t>(i)], isOuter ? 0 : 1);
        QVERIFY(near(moons.inputs(0, i), isOuter ? std::cos(t) : 1 - std::cos(t)));
        QVERIFY(near(moons.inputs(1, i), isOuter ? std::sin(t) : 0.5 - std::sin(t)));
    }
}

void TestDataset::circles()
{
    Rng rng(1, Purpose::Data);
    const RawSamples raw = makeCircles(101, 0, rng);
    QCOMPARE(std::count(raw.labels.begin(), raw.labels.end(), 0), 50);
    for (Index i = 0; i < 101; ++i)
        QVERIFY(near(raw.inputs.col(i).norm(), raw.labels[static_cast<std::size_t>(i)] == 0 ? 1 : 0.5));
}

void TestDataset::exclusiveOr()
{
    Rng rng(1, Purpose::Data);
    const RawSamples raw = makeXor(400, 0, rng);
    for (Index i = 0; i < 400; ++i) {
        const bool differ = (raw.inputs(0, i) > 0) != (raw.inputs(1, i) > 0);
        QCOMPARE(raw.labels[static_cast<std::size_t>(i)], differ ? 1 : 0);
        QVERIFY(raw.inputs.col(i).cwiseAbs().maxCoeff() <= 1);
    }
    // Half of each class, give or take 5 · √(400/4).
    QVERIFY(std::abs(std::count(raw.labels.begin(), raw.labels.end(), 1) - 200) < 50);
}

void TestDataset::spirals()
{
    Rng rng(1, Purpose::Data);
    const RawSamples raw = makeSpirals(200, 0, rng);
    QCOMPARE(std::count(raw.labels.begin(), raw.labels.end(), 1), 100);
    // The arms are each other turned by half a turn, and go outwards.
    for (Index i = 0; i < 100; ++i) {
        QVERIFY((raw.inputs.col(i) + raw.inputs.col(100 + i)).norm() < 1e-5F);
        QVERIFY(i == 0 || raw.inputs.col(i).norm() > raw.inputs.col(i - 1).norm());
    }
}

void TestDataset::sineWave()
{
    Rng rng(1, Purpose::Data);
    const RawSamples raw = makeSineWave(101, 0, rng);
    QVERIFY(near(raw.inputs(0, 0), -kPi) && near(raw.inputs(0, 50), 0) && near(raw.inputs(0, 100), kPi));
    for (Index i = 0; i < 101; ++i)
        QVERIFY(near(raw.targets(0, i), std::sin(static_cast<double>(raw.inputs(0, i)))));
    QVERIFY(raw.labels.empty());
}

void TestDataset::gaussians()
{
    DataConfig config = configOf("gaussians", 103, 0);
    config.classes = 4;
    config.testFraction = 0;
    const Dataset data = made(config);
    QCOMPARE(data.classes, 4);
    std::vector<int> counts(4);
    const Matrix raw = rawInputs(data);
    for (Index i = 0; i < raw.cols(); ++i) {
        const int label = data.train.labels[static_cast<std::size_t>(i)];
        ++counts.at(static_cast<std::size_t>(label));
        QVERIFY(std::abs(static_cast<double>(raw(0, i)) - std::cos(kPi / 2 * label)) < 1e-5);
        QVERIFY(std::abs(static_cast<double>(raw(1, i)) - std::sin(kPi / 2 * label)) < 1e-5);
    }
    QCOMPARE(counts, (std::vector<int>{26, 26, 26, 25}));
    // Round clouds: along each axis the deviation that was asked for, to 5 standard errors.
    config.noise = 0.5;
    config.samples = 20'000;
    const Matrix noisy = rawInputs(made(config));
    const double variance = (noisy.row(0).cast<double>().array() - noisy.row(0).cast<double>().mean()).square().mean();
    QVERIFY(std::abs(variance - (0.25 + 0.5)) < 5 * std::sqrt(2.0 / 20'000)); // and that of the four centres
}

void TestDataset::curves()
{
    const auto sorted = [](const char* source) {
        DataConfig config = configOf(source, 401, 0, 0);
        config.standardize = false;
        const Dataset data = made(config);
        std::map<Scalar, Scalar> points;
        for (Index i = 0; i < data.train.size(); ++i)
            points.emplace(data.train.inputs(0, i), data.train.targets(0, i));
        return points;
    };
    const auto stairs = sorted("staircase");
    QCOMPARE(stairs.size(), std::size_t(401));
    QCOMPARE(stairs.begin()->first, Scalar(-2));
    QCOMPARE(stairs.rbegin()->first, Scalar(2));
    for (const auto& [x, y] : stairs)
        QCOMPARE(y, x < -1 ? Scalar(-2) : x < 0 ? Scalar(-1) : x < 1 ? Scalar(0) : Scalar(1));
    const auto bump = sorted("bump");
    QCOMPARE(bump.begin()->first, Scalar(-3));
    QCOMPARE(bump.at(0), Scalar(1));
    for (const auto& [x, y] : bump)
        QVERIFY(near(y, std::exp(-static_cast<double>(x) * static_cast<double>(x))));
}

void TestDataset::noiseHasItsDeviation()
{
    Rng rng(5, Purpose::Data);
    Rng other(5, Purpose::Data);
    constexpr Index kSamples = 20000;
    const Matrix noise = makeMoons(kSamples, 0.3, rng).inputs - makeMoons(kSamples, 0, other).inputs;
    for (Index axis = 0; axis < 2; ++axis) {
        const double std = std::sqrt(noise.row(axis).cast<double>().squaredNorm() / kSamples);
        QVERIFY(std::abs(noise.row(axis).cast<double>().mean()) < 5 * 0.3 / std::sqrt(kSamples));
        QVERIFY(std::abs(std / 0.3 - 1) < 5 / std::sqrt(2.0 * kSamples));
    }
    const double covariance = noise.row(0).cast<double>().dot(noise.row(1).cast<double>()) / kSamples;
    QVERIFY(std::abs(covariance) < 5 * 0.09 / std::sqrt(kSamples));
}

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

void TestDataset::tables_data()
{
    QTest::addColumn<QString>("source");
    for (const char* source : {"iris", "wine", "breast_cancer"})
        QTest::newRow(source) << QString::fromUtf8(source);
}

void TestDataset::tables()
{
    QFETCH(QString, source);
    const nlohmann::json golden = goldens::json("tables.json")[source.toStdString()];
    DataConfig config = configOf(source.toUtf8().constData());
    config.testFraction = 0;
    const Dataset data = made(config);
    const auto mean = golden["mean"].get<std::vector<double>>();
    const auto deviation = golden["std"].get<std::vector<double>>();
    QCOMPARE(data.train.size(), golden["samples"].get<Index>());
    QCOMPARE(data.inputs(), golden["features"].get<Index>());
    QCOMPARE(data.preview->classNames, golden["class_names"].get<std::vector<std::string>>());
    QCOMPARE(data.classes, static_cast<int>(data.preview->classNames.size()));
    std::vector<int> counts(data.preview->classNames.size());
    for (const int label : data.train.labels)
        ++counts.at(static_cast<std::size_t>(label));
    QCOMPARE(counts, golden["class_counts"].get<std::vector<int>>());
    for (std::size_t feature = 0; feature < mean.size(); ++feature) {
        const auto row = static_cast<Index>(feature);
        QVERIFY(std::abs(static_cast<double>(data.inputScaling.mean[row]) / mean[feature] - 1) < 1e-5);
        QVERIFY(std::abs(static_cast<double>(data.inputScaling.std[row]) / deviation[feature] - 1) < 1e-5);
    }
    const DataSourceInfo& row = *findRow(dataSourceCatalogue(), source.toStdString());
    QCOMPARE(row.samples, data.train.size());
    QCOMPARE(Index(row.inputs), data.inputs());
    QCOMPARE(row.classes, data.classes);
    QVERIFY(!row.credit.empty());

    const RawSamples raw = row.read(config, goldens::resource).value();
    const auto first = golden["first"].get<std::vector<double>>();
    const auto last = golden["last"].get<std::vector<double>>();
    for (std::size_t feature = 0; feature < first.size(); ++feature) {
        QCOMPARE(raw.inputs(static_cast<Index>(feature), 0), static_cast<Scalar>(first[feature]));
        QCOMPARE(raw.inputs(static_cast<Index>(feature), raw.inputs.cols() - 1), static_cast<Scalar>(last[feature]));
    }
}

void TestDataset::brokenTables()
{
    const char* const texts[] = {"",
                                 "2,1\n1,0\n2,1\n",
                                 "3,1,a,b\n1,0\n2,1\n",
                                 "2,1,a,b\n1,0\n2,1\n3,1\n",
                                 "2,1,a,b\n1,0\n2,2\n",
                                 "2,1,a,b\n1,0\nx,1\n",
                                 "2,1,a,b\n1,0\nnan,1\n",
                                 "2,1,a,b\n1,0\n2,3,1\n",
                                 "1e9,1e9,a,b\n1,0\n",
                                 "-1,1,a,b\n"};
    for (const char* text : texts) {
        const ResourceReader reader = [text](std::string_view) { return std::optional<std::string>(text); };
        const Result<Dataset> data = makeDataset(configOf("iris"), 1, reader);
        QVERIFY2(!data, text);
        QCOMPARE(data.faults().front().code, FaultCode::BrokenResource);
    }
    const ResourceReader good = [](std::string_view) { return std::optional<std::string>("2,1,a,b\n1,0\n2,1\n"); };
    QVERIFY(makeDataset(configOf("iris"), 1, good));
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

void TestDataset::digits()
{
    const nlohmann::json golden = goldens::json("digits.json");
    const Dataset data = made(configOf("digits"));
    const std::int64_t samples = golden["samples"];
    QCOMPARE(samples, 1797);
    QCOMPARE(data.test.size(), Index(539)); // round(539.1)
    QCOMPARE(data.train.size(), Index(samples - 539));
    QCOMPARE(data.inputs(), Index(64));
    QCOMPARE(data.classes, 10);
    std::vector<int> counts(10);
    for (const Samples* part : {&data.train, &data.test})
        for (const int label : part->labels)
            ++counts.at(static_cast<std::size_t>(label));
    QCOMPARE(counts, golden["class_counts"].get<std::vector<int>>());
    // Not standardised by default: sixteenths from 0 to 1.
    const double sum = data.train.inputs.cast<double>().sum() + data.test.inputs.cast<double>().sum();
    QCOMPARE(sum * 16, golden["pixel_sum"].get<double>());
    QCOMPARE(data.train.inputs.minCoeff(), 0.0F);
    QCOMPARE(data.train.inputs.maxCoeff(), 1.0F);
    QCOMPARE(golden["darkest"].get<int>(), 16);
}

void TestDataset::digitsInTheirOrder()
{
    const nlohmann::json golden = goldens::json("digits.json");
    const Result<RawSamples> read = readDigits(goldens::resource);
    QVERIFY(read);
    const RawSamples& raw = read.value();
    for (const auto& [name, sample] : {std::pair{"first", Index(0)}, std::pair{"last", raw.inputs.cols() - 1}}) {
        const auto cells = golden[name].get<std::vector<int>>();
        for (Index pixel = 0; pixel < 64; ++pixel)
            QCOMPARE(raw.inputs(pixel, sample) * 16, float(cells[static_cast<std::size_t>(pixel)]));
        QCOMPARE(raw.labels[static_cast<std::size_t>(sample)], cells[64]);
    }
}

void TestDataset::brokenDigits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("readable");
    const auto add = [](const char* name, const std::string& bytes, bool readable = false) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << readable;
    };
    const std::string whole = digitsFile();
    add("two good rows", gzipped(row("3") + row("9")), true);
    add("empty", "");
    add("no gzip", "0,1,2,3");
    add("only the head of a gzip", whole.substr(0, 10));
    add("half", whole.substr(0, whole.size() / 2));
    add("without its last byte", whole.substr(0, whole.size() - 1));
    add("without its check sum", whole.substr(0, whole.size() - 8));
    std::string flipped = whole;
    flipped[flipped.size() - 6] = static_cast<char>(~flipped[flipped.size() - 6]);
    add("wrong check sum", flipped);
    flipped = whole;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x10);
    add("one bit flipped", flipped);
    add("no text", gzipped(""));
    add("words", gzipped("zero,one,two\n"));
    add("a cell too many", gzipped(row("3,4")));
    add("a cell too few", gzipped(row("")));
    add("a class of 10", gzipped(row("10")));
    add("a class of −1", gzipped(row("-1")));
    add("a number beyond all", gzipped(row("99999999999")));
    add("a fraction", gzipped(row("1.5")));
    std::string endless;
    endless.resize(50'000'000, '7');
    add("a text that never ends", gzipped(endless));
    add("too many rows", gzipped([] {
            std::string text;
            while (text.size() < 5'000'000)
                text += row("1");
            return text;
        }()));
}

void TestDataset::brokenDigits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, readable);
    const ResourceReader reader = [&](std::string_view) { return std::optional(bytes.toStdString()); };
    const Result<Dataset> data = makeDataset(configOf("digits"), 1, reader);
    QCOMPARE(data.ok(), readable);
    if (readable)
        return;
    QCOMPARE(data.faults().size(), std::size_t(1));
    QCOMPARE(data.faults().front().code, FaultCode::BrokenResource);
    QCOMPARE(data.faults().front().where, "datasets/digits.csv.gz");
    QCOMPARE(makeDataset(configOf("digits"), 1, goldens::noResource).faults().front().code, FaultCode::BrokenResource);
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
