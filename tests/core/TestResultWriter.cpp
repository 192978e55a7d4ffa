// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/LineFile.h"
#include "core/io/ResultWriter.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <limits>

#include <unistd.h>

using namespace core;

namespace
{

nlohmann::ordered_json parsed(const std::string& line)
{
    if (line.empty() || line.back() != '\n' || line.find('\n') != line.size() - 1)
        qFatal("not exactly one line");
    return nlohmann::ordered_json::parse(line);
}

QString keys(const nlohmann::ordered_json& object)
{
    QStringList names;
    for (const auto& item : object.items())
        names << QString::fromStdString(item.key());
    return names.join(QLatin1Char(' '));
}

Snapshot aSnapshot()
{
    Snapshot snapshot;
    snapshot.step = 100;
    snapshot.epoch = 3.2;
    snapshot.batchLoss = 0.1;
    snapshot.train = {0.3, 0.91, 700, false};
    snapshot.test = Score{0.33, std::nullopt, 300, false};
    snapshot.deltaRatio = 1e-30;
    LayerStatistics layer;
    layer.index = 1;
    layer.units = 32;
    layer.activation = "relu";
    layer.z.mean = std::numeric_limits<double>::quiet_NaN();
    layer.z.max = std::numeric_limits<double>::infinity();
    layer.z.min = -std::numeric_limits<double>::infinity();
    layer.deltaRms = 1.0 / 3;
    layer.updateRatio = 1e-3;
    snapshot.layers = {layer};
    return snapshot;
}

} // namespace

class TestResultWriter : public QObject
{
    Q_OBJECT

private slots:
    void experiment();
    void stepKeys();
    void stepNumbers();
    void absentIsNull();
    void learnedSlope();
    void summary();
    void findings();
    void linesAppearAtOnce();
    void faultsOfFiles();
    void readerLeaves();
};

void TestResultWriter::experiment()
{
    ExperimentConfig config;
    config.title = "a \"title\"";
    const core::Theory theory = core::meanField(config, {true, 2, 2, 100}, 1);
    const auto json = parsed(experimentLine(config, theory));
    QCOMPARE(keys(json), "type experiment theory");
    QCOMPARE(json["experiment"]["title"].get<std::string>(), config.title);
    QCOMPARE(json["experiment"]["network"]["depth"].get<int>(), 8);
    QCOMPARE(keys(json["theory"]), "layers q_star chi_star delta_ratio regime reasons");
    QCOMPARE(keys(json["theory"]["layers"][0]), "index q chi z_std a_std delta_rms_relative");
    QCOMPARE(json["theory"]["delta_ratio"].get<double>(), *theory.deltaRatio);
}

void TestResultWriter::stepKeys()
{
    const auto json = parsed(stepLine(aSnapshot(), {}));
    QCOMPARE(keys(json),
             "type step epoch status batch_loss learning_rate train test delta_ratio layers output findings");
    QCOMPARE(keys(json["train"]), "loss accuracy");
    QCOMPARE(keys(json["layers"][0]),
             "index units activation z a delta_rms weight_grad_norm weight_grad_rms weight_rms bias_mean bias_rms "
             "update_ratio normalization_factor backprop_factor skip_factor derivative_factor gradient_dead_fraction "
             "all_negative_fraction inactive_fraction saturated_fraction");
    QVERIFY(keys(json["layers"][0]["z"]).startsWith("mean std min max"));
    QCOMPARE(keys(json["output"]), "z delta_rms weight_grad_norm weight_rms update_ratio");
}

void TestResultWriter::stepNumbers()
{
    const std::string line = stepLine(aSnapshot(), {});
    const auto json = parsed(line);
    QCOMPARE(json["status"].get<std::string>(), "training");
    QCOMPARE(json["layers"][0]["z"]["mean"].get<std::string>(), "nan");
    QCOMPARE(json["layers"][0]["z"]["max"].get<std::string>(), "inf");
    QCOMPARE(json["layers"][0]["z"]["min"].get<std::string>(), "-inf");
    QCOMPARE(json["layers"][0]["delta_rms"].get<double>(), 1.0 / 3);
    QVERIFY(line.find("\"delta_ratio\":1e-30,") != std::string::npos);
    QVERIFY(line.find("\"epoch\":3.2,") != std::string::npos);
}

void TestResultWriter::absentIsNull()
{
    Snapshot snapshot = aSnapshot();
    snapshot.batchLoss.reset();
    snapshot.test.reset();
    snapshot.deltaRatio.reset();
    const auto json = parsed(stepLine(snapshot, {}));
    QVERIFY(json["batch_loss"].is_null());
    QVERIFY(json["test"].is_null());
    QVERIFY(json["delta_ratio"].is_null());
    QVERIFY(json["layers"][0]["skip_factor"].is_null());
    QVERIFY(parsed(stepLine(aSnapshot(), {}))["test"]["accuracy"].is_null());
}

void TestResultWriter::learnedSlope()
{
    Snapshot snapshot = aSnapshot();
    snapshot.layers[0].learnedSlope = 0.25;
    QCOMPARE(parsed(stepLine(snapshot, {}))["layers"][0]["learned_slope"].get<double>(), 0.25);
}

void TestResultWriter::summary()
{
    Snapshot snapshot = aSnapshot();
    snapshot.status = RunStatus::Stopped;
    const auto stopped = parsed(summaryLine(snapshot, {}));
    QCOMPARE(keys(stopped), "type status steps final diverged findings");
    QCOMPARE(stopped["status"].get<std::string>(), "stopped");
    QCOMPARE(stopped["steps"].get<int>(), 100);
    QCOMPARE(keys(stopped["final"]), "train test delta_ratio");
    QVERIFY(stopped["diverged"].is_null());

    snapshot.status = RunStatus::Diverged;
    snapshot.divergence = Divergence{7, 3, Quantity::Delta};
    const auto diverged = parsed(summaryLine(snapshot, {}));
    QCOMPARE(diverged["diverged"].dump(), R"({"step":7,"layer":3,"quantity":"delta"})");
}

void TestResultWriter::findings()
{
    const Finding finding{"vanishing", Severity::Alarm, 0, 40, {{"value", 3e-5}, {"threshold", 1e-3}}, {}};
    const Finding end{"diverged", Severity::Alarm, 2, 7, {{"value", 7}}, Quantity::Delta};
    const auto json = parsed(stepLine(aSnapshot(), std::vector{finding, end}))["findings"];
    QCOMPARE(json[0].dump(), R"({"code":"vanishing","severity":"alarm","layer":0,"step":40,)"
                             R"("numbers":{"value":3e-05,"threshold":0.001},)"
                             R"("formula":"delta_ratio = rms delta of layer 1 / rms delta of layer L"})");
    QCOMPARE(json[1]["quantity"].get<std::string>(), "delta");
    QCOMPARE(parsed(summaryLine(aSnapshot(), std::vector{finding}))["findings"].dump(), "[" + json[0].dump() + "]");
}

void TestResultWriter::linesAppearAtOnce()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath("a.jsonl");
    auto file = LineFile::open(path.toStdString());
    QVERIFY(file.ok());
    QVERIFY(file.value().write("one\n"));
    QFile reader(path);
    QVERIFY(reader.open(QIODevice::ReadOnly));
    QCOMPARE(reader.readAll(), QByteArray("one\n"));
    QVERIFY(file.value().write("two\n"));
    QCOMPARE(reader.readAll(), QByteArray("two\n"));
}

void TestResultWriter::faultsOfFiles()
{
    const QTemporaryDir folder;
    const auto missing = LineFile::open(folder.filePath("no/such").toStdString());
    QVERIFY(!missing);
    QCOMPARE(missing.faults().front().code, FaultCode::Unwritable);
    if (!QFileInfo::exists("/dev/full"))
        QSKIP("no full device on this system");
    auto full = LineFile::open("/dev/full");
    QVERIFY(full.ok());
    QVERIFY(!full.value().write("line\n"));
    QVERIFY(!full.value().readerLeft());
}

void TestResultWriter::readerLeaves()
{
    std::signal(SIGPIPE, SIG_IGN); // as the program does
    int ends[2] = {};
    QCOMPARE(::pipe(ends), 0);
    ::close(ends[0]);
    const std::string path = "/dev/fd/" + std::to_string(ends[1]);
    auto file = LineFile::open(path);
    ::close(ends[1]);
    if (!file)
        QSKIP("this system does not open pipes by name");
    QVERIFY(!file.value().write("line\n"));
    QVERIFY(file.value().readerLeft());
}

QTEST_APPLESS_MAIN(TestResultWriter)
#include "TestResultWriter.moc"
