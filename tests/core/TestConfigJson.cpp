// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/ConfigJson.h"
#include "core/io/JsonTree.h"
#include "core/train/ConfigFields.h"

#include <nlohmann/json.hpp>

#include <QElapsedTimer>
#include <QTest>

using namespace core;

namespace
{

const std::string kHead = R"({"format": "actiscope-experiment", "version": 1)";

std::string experiment(const std::string& rest)
{
    return kHead + ", " + rest + "}";
}

struct Hostile {
    const char* name;
    std::string text;
    FaultCode code;
    const char* where;
    int line;
    int column;
};

std::vector<Hostile> hostileTexts()
{
    const std::string depthBomb(100000, '[');
    std::vector<Hostile> rows{
        {"empty", "", FaultCode::JsonSyntax, "", 1, 1},
        {"blank", "  \n ", FaultCode::JsonSyntax, "", 2, 1},
        {"truncated", kHead + ",\n \"seed\"", FaultCode::JsonSyntax, "", 2, 7},
        {"truncated string", "{\"form", FaultCode::JsonSyntax, "", 1, 6},
        {"no JSON", "format: actiscope", FaultCode::JsonSyntax, "", 1, 2},
        {"trailing comma", kHead + ",\n}", FaultCode::JsonSyntax, "", 2, 1},
        {"text behind", kHead + "} x", FaultCode::JsonSyntax, "", 1, 50},
        {"comment", "// hello\n{}", FaultCode::JsonSyntax, "", 1, 1},
        {"NaN", experiment("\n\"data\": {\n\"noise\": NaN}"), FaultCode::JsonSyntax, "", 3, 10},
        {"infinity", experiment("\"data\": {\"noise\": -Infinity}"), FaultCode::JsonSyntax, "", 1, 69},
        {"1e400", experiment("\n\"data\":\n{\"noise\": 1e400}"), FaultCode::OutOfRange, "data.noise", 3, 0},
        {"broken UTF-8", experiment("\"title\": \"\xff\""), FaultCode::JsonSyntax, "", 1, 60},
        {"overlong UTF-8", experiment("\"title\": \"\xc0\xaf\""), FaultCode::JsonSyntax, "", 1, 60},
        {"half a surrogate", experiment("\"title\": \"\\ud800\""), FaultCode::JsonSyntax, "", 1, 66},
        {"UTF-16", std::string("\xff\xfe{\0}\0", 6), FaultCode::JsonSyntax, "", 1, 1},
        {"zero byte", std::string("{\0}", 3), FaultCode::JsonSyntax, "", 1, 2},
        {"100,000 brackets", depthBomb, FaultCode::NestedTooDeep, "", 1, 0},
        {"brackets inside", experiment("\"title\":\n" + depthBomb), FaultCode::NestedTooDeep, "", 2, 0},
        {"a list", "[1, 2]", FaultCode::NotAnExperiment, "", 1, 0},
        {"a number", "7", FaultCode::NotAnExperiment, "", 1, 0},
        {"another program's", R"({"name": "x", "dependencies": {}})", FaultCode::NotAnExperiment, "", 1, 0},
        {"another format", R"({"format": "x", "version": 1})", FaultCode::NotAnExperiment, "format", 1, 0},
        {"no format", R"({"version": 1})", FaultCode::NotAnExperiment, "format", 1, 0},
        {"no version", R"({"format": "actiscope-experiment"})", FaultCode::MissingKey, "version", 1, 0},
        {"version 2", R"({"format": "actiscope-experiment", "version": 2})", FaultCode::UnsupportedVersion, "version",
         1, 0},
        {"version text", R"({"format": "actiscope-experiment", "version": "1"})", FaultCode::WrongType, "version", 1,
         0},
        {"unknown key", experiment("\n\"sed\": 1"), FaultCode::UnknownKey, "sed", 2, 0},
        {"path as a key", experiment("\n\"network.depth\": 5"), FaultCode::UnknownKey, "network.depth", 2, 0},
        {"path as a key inside", experiment("\"network\": {\n\"normalization.kind\": \"batch\"}"),
         FaultCode::UnknownKey, "network.normalization.kind", 2, 0},
        {"empty key", experiment("\n\"\": {\"seed\": 5}"), FaultCode::UnknownKey, "", 2, 0},
        {"unknown inside", experiment("\n\"network\": {\n\"dept\": 1}"), FaultCode::UnknownKey, "network.dept", 3, 0},
        {"layers, no list", experiment("\"network\": {\n\"layers\": {}}"), FaultCode::WrongType, "network.layers", 2,
         0},
        {"layer, no object", experiment("\"network\": {\"depth\": 1,\n\"layers\": [\n3]}"), FaultCode::WrongType,
         "network.layers.0", 3, 0},
        {"too few layers", experiment("\"network\": {\n\"depth\": 3,\n\"layers\": [{}]}"),
         FaultCode::DepthFixedByLayers, "network.depth", 2, 0},
        {"no layers", experiment("\"network\": {\"depth\": 3,\n\"layers\": []}"), FaultCode::DepthFixedByLayers,
         "network.depth", 2, 0},
        {"1e999 in a point", experiment("\"data\": {\"source\": \"drawn\", \"points\": [[1, 1, 0],\n[1, 1e999, 0]]}"),
         FaultCode::OutOfRange, "data.points.1.1", 2, 0},
        {"path, no text", experiment("\"data\": {\"source\": \"csv\",\n\"path\": 3}"), FaultCode::WrongType,
         "data.path", 2, 0},
        {"unknown in a layer", experiment("\"network\": {\"depth\": 2, \"layers\": [{},\n{\"width\": 3}]}"),
         FaultCode::UnknownKey, "network.layers.1.width", 2, 0},
        {"out of range in a layer", experiment("\"network\": {\"depth\": 1, \"layers\": [{\n\"units\": 0}]}"),
         FaultCode::OutOfRange, "network.layers.0.units", 2, 0},
        {"another kind's in a layer",
         experiment("\"network\": {\"depth\": 1, \"layers\": [{\"activation\": {\"kind\": \"relu\",\n\"alpha\": 1}}]}"),
         FaultCode::KeyOfAnotherKind, "network.layers.0.activation.alpha", 2, 0},
        {"dropout of 1", experiment("\"network\": {\n\"dropout\": 1}"), FaultCode::OutOfRange, "network.dropout", 2, 0},
        {"unknown dropout", experiment("\"network\": {\n\"dropout\": \"spatial\"}"), FaultCode::UnknownName,
         "network.dropout", 2, 0},
        {"another kind's", experiment("\"network\": {\"activation\": {\"kind\": \"relu\",\n\"alpha\": 1}}"),
         FaultCode::KeyOfAnotherKind, "network.activation.alpha", 2, 0},
        {"duplicate", experiment("\"seed\": 1,\n\n\"seed\": 2"), FaultCode::DuplicateKey, "seed", 3, 0},
        {"duplicate inside", experiment("\"network\": {\"depth\": 1,\n\"depth\": 2}"), FaultCode::DuplicateKey,
         "network.depth", 2, 0},
        {"depth -1", experiment("\n\"network\": {\n\"depth\": -1\n}"), FaultCode::OutOfRange, "network.depth", 3, 0},
        {"depth 1e9", experiment("\n\"network\": {\n\"depth\":\n1e9\n}"), FaultCode::OutOfRange, "network.depth", 4, 0},
        {"depth 2.5", experiment("\"network\": {\"depth\": 2.5}"), FaultCode::WrongType, "network.depth", 1, 0},
        {"depth true", experiment("\"network\": {\"depth\": true}"), FaultCode::WrongType, "network.depth", 1, 0},
        {"depth null", experiment("\"network\": {\"depth\": null}"), FaultCode::WrongType, "network.depth", 1, 0},
        {"depth text", experiment("\"network\": {\"depth\": \"8\"}"), FaultCode::WrongType, "network.depth", 1, 0},
        {"depth list", experiment("\"network\": {\"depth\": [8]}"), FaultCode::WrongType, "network.depth", 1, 0},
        {"depth object", experiment("\"network\": {\"depth\": {\"a\": 1}}"), FaultCode::WrongType, "network.depth", 1,
         0},
        {"network text", experiment("\"network\": \"deep\""), FaultCode::WrongType, "network", 1, 0},
        {"network list", experiment("\"network\": []"), FaultCode::WrongType, "network", 1, 0},
        {"activation text", experiment("\"network\": {\"activation\": \"relu\"}"), FaultCode::WrongType,
         "network.activation", 1, 0},
        {"seed null", experiment("\"data\": {\"seed\": null}"), FaultCode::WrongType, "data.seed", 1, 0},
        {"title number", experiment("\"title\": 5"), FaultCode::WrongType, "title", 1, 0},
        {"unknown kind", experiment("\"optimizer\": {\"kind\": \"sdg\"}"), FaultCode::UnknownName, "optimizer.kind", 1,
         0},
        {"unknown loss", experiment("\n\"loss\": \"mes\""), FaultCode::UnknownName, "loss", 2, 0},
        {"found by the check", experiment("\"data\": {\"samples\": 2,\n\"test_fraction\": 0.9}"),
         FaultCode::NoTrainingSample, "data.test_fraction", 2, 0},
        {"loss for classes", experiment("\"data\": {\"source\": \"sine_wave\"},\n\"loss\": \"cross_entropy\""),
         FaultCode::LossNeedsClasses, "loss", 2, 0},
        {"loss for two classes", experiment("\"data\": {\"source\": \"digits\"},\n\"loss\": {\"kind\": \"hinge\"}"),
         FaultCode::LossIsBinary, "loss", 2, 0},
        {"another loss's key", experiment("\"loss\": {\"kind\": \"mse\",\n\"delta\": 1}"), FaultCode::KeyOfAnotherKind,
         "loss.delta", 2, 0},
        {"loss number", experiment("\"loss\": 5"), FaultCode::WrongType, "loss", 1, 0},
        {"loss list", experiment("\"loss\": [\"mse\"]"), FaultCode::WrongType, "loss", 1, 0},
        {"unknown schedule", experiment("\"optimizer\": {\"schedule\":\n\"cosinus\"}"), FaultCode::UnknownName,
         "optimizer.schedule", 2, 0},
        {"another schedule's key", experiment("\"optimizer\": {\"schedule\": {\"kind\": \"cosine\",\n\"gamma\": 0.5}}"),
         FaultCode::KeyOfAnotherKind, "optimizer.schedule.gamma", 2, 0},
        {"too much memory", experiment("\"network\": {\"depth\": 1000, \"width\": 4096}"), FaultCode::TooMuchMemory,
         "network", 1, 0},
        {"changes object", experiment("\"changes\": {}"), FaultCode::WrongType, "changes", 1, 0},
        {"change number", experiment("\"changes\": [1]"), FaultCode::WrongType, "changes.0", 1, 0},
        {"change without step", experiment("\"changes\": [\n{\"set\": {}}]"), FaultCode::MissingKey, "changes.0.step",
         2, 0},
        {"change without set", experiment("\"changes\": [\n{\"step\": 1}]"), FaultCode::MissingKey, "changes.0.set", 2,
         0},
        {"change of step -1", experiment("\"changes\": [{\"set\": {},\n\"step\": -1}]"), FaultCode::OutOfRange,
         "changes.0.step", 2, 0},
        {"change of step 1e30", experiment("\"changes\": [{\"set\": {}, \"step\": 1e30}]"), FaultCode::OutOfRange,
         "changes.0.step", 1, 0},
        {"change unknown key", experiment("\"changes\": [{\"set\": {}, \"step\": 1,\n\"at\": 2}]"),
         FaultCode::UnknownKey, "changes.0.at", 2, 0},
        {"change not hot", experiment("\"changes\": [{\"step\": 1, \"set\":\n{\"network.depth\":\n3}}]"),
         FaultCode::NotHot, "changes.0.set.network.depth", 3, 0},
        {"change out of range", experiment("\"changes\": [{\"step\": 1, \"set\":\n{\"optimizer.momentum\": -1}}]"),
         FaultCode::OutOfRange, "changes.0.set.optimizer.momentum", 2, 0},
        {"change of nothing", experiment("\"changes\": [{\"step\": 1, \"set\":\n{\"optimizer.momentun\": 1}}]"),
         FaultCode::UnknownKey, "changes.0.set.optimizer.momentun", 2, 0},
        {"giant", std::string(kLargestExperimentText + 1, ' '), FaultCode::FileTooLarge, "", 0, 0},
    };
    return rows;
}

} // namespace

class TestConfigJson : public QObject
{
    Q_OBJECT

private slots:
    void ownDataComesBack();
    void pointsThatAreNone();
    void hostile_data();
    void hostile();
    void hostileButAllowed_data();
    void hostileButAllowed();
    void allFaultsAtOnce();
    void manyKeysDoNotHang_data();
    void manyKeysDoNotHang();
    void theShortestFileIsTheDefault();
    void theDefaultIsWrittenAsInTheContract();
    void roundTrips_data();
    void roundTrips();
    void readsLayers();
    void readsChanges();
    void settings_data();
    void settings();
    void settingsThatAreNone();
    void numbers_data();
    void numbers();
};

void TestConfigJson::hostile_data()
{
    QTest::addColumn<int>("row");
    int row = 0;
    for (const Hostile& one : hostileTexts())
        QTest::newRow(one.name) << row++;
}

void TestConfigJson::hostile()
{
    QFETCH(int, row);
    const Hostile one = hostileTexts().at(static_cast<std::size_t>(row));
    const auto config = parseExperiment(one.text);
    QVERIFY(!config);
    const Fault& fault = config.faults().front();
    QCOMPARE(fault.code, one.code);
    QCOMPARE(fault.where, std::string(one.where));
    QCOMPARE(fault.line, one.line);
    QCOMPARE(fault.column, one.column);
    QCOMPARE(config.faults().size(), std::size_t(1));
}

void TestConfigJson::hostileButAllowed_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("byte order mark") << QStringLiteral("\uFEFF") + QString::fromStdString(experiment("\"seed\": 1"));
    QTest::newRow("windows lines") << QString::fromStdString(kHead + ",\r\n\"seed\": 1\r\n}\r\n");
    QTest::newRow("8.0") << QString::fromStdString(experiment("\"network\": {\"depth\": 8.0}"));
    QTest::newRow("80e-1") << QString::fromStdString(experiment("\"network\": {\"depth\": 80e-1}"));
    QTest::newRow("version 1.0") << QStringLiteral(R"({"format": "actiscope-experiment", "version": 1.0})");
    QTest::newRow("largest seed") << QString::fromStdString(experiment("\"seed\": 9007199254740991"));
    QTest::newRow("empty objects") << QString::fromStdString(
        experiment("\"data\": {}, \"network\": {\"activation\": {}}, \"diagnosis\": {}, \"changes\": []"));
    QTest::newRow("objects for names") << QString::fromStdString(
        experiment("\"network\": {\"normalization\": {\"kind\": \"batch\"}}, \"loss\": {\"kind\": \"mse\"}"));
    QTest::newRow("names for objects") << QString::fromStdString(
        experiment("\"loss\": \"huber\", \"optimizer\": {\"schedule\": \"cosine\"}"));
    QTest::newRow("parameter before kind")
        << QString::fromStdString(experiment("\"network\": {\"activation\": {\"alpha\": 2, \"kind\": \"elu\"}}"));
    QTest::newRow("samples of real data")
        << QString::fromStdString(experiment("\"data\": {\"source\": \"digits\", \"samples\": 50, \"noise\": 1}"));
}

void TestConfigJson::hostileButAllowed()
{
    QFETCH(QString, text);
    const auto config = parseExperiment(text.toStdString());
    if (!config)
        qWarning() << QString::fromStdString(config.faults().front().where);
    QVERIFY(config.ok());
}

void TestConfigJson::allFaultsAtOnce()
{
    const auto config = parseExperiment(experiment("\n\"sed\": 1,\n\"network\": {\"depth\": -1, \"width\": \"x\",\n"
                                                   "\"activation\": {\"kind\": \"rleu\", \"alpha\": 1, \"zeta\": 2}},\n"
                                                   "\"seed\": 1, \"seed\": 2"));
    QVERIFY(!config);
    std::vector<std::string> places;
    for (const Fault& fault : config.faults())
        places.push_back(std::to_string(fault.line) + " " + fault.where);
    // alpha may belong to the kind that was meant; zeta, which no kind has, is a fault of its own
    const std::vector<std::string> expected{
        "2 sed", "3 network.depth", "3 network.width", "4 network.activation.kind", "4 network.activation.zeta",
        "5 seed"};
    QCOMPARE(places, expected);
}

void TestConfigJson::manyKeysDoNotHang_data()
{
    QTest::addColumn<QString>("opening");
    QTest::addColumn<QString>("repeated");
    QTest::newRow("unknown keys") << "\"a\": 1"
                                  << ", \"%1\": 1";
    QTest::newRow("same key") << "\"a\": 1"
                              << ", \"a\": 1";
    QTest::newRow("a list") << "\"title\": [0"
                            << ",%1";
    QTest::newRow("changes") << "\"changes\": [{\"step\": 1, \"set\": {}}"
                             << R"(,{"step":%1,"set":{"optimizer.momentum":0.5}})";
}

void TestConfigJson::manyKeysDoNotHang()
{
    QFETCH(QString, opening);
    QFETCH(QString, repeated);
    std::string text = opening.toStdString();
    const std::string start = repeated.section(QStringLiteral("%1"), 0, 0).toStdString();
    const std::string end = repeated.section(QStringLiteral("%1"), 1).toStdString();
    const bool numbered = repeated.contains(QStringLiteral("%1"));
    for (int i = 1; text.size() < 2'000'000; ++i)
        text += numbered ? start + std::to_string(i) + end : start;
    if (opening.contains(QLatin1Char('[')))
        text += "]";
    const auto config = parseExperiment(experiment(text)); // ended by the test's time limit if it hangs
    QVERIFY(config.ok() || config.faults().size() <= 1100);
}

void TestConfigJson::theShortestFileIsTheDefault()
{
    const auto config = parseExperiment(kHead + "}");
    QVERIFY(config.ok());
    QVERIFY(config.value() == ExperimentConfig{});
}

void TestConfigJson::theDefaultIsWrittenAsInTheContract()
{
    const auto expected = nlohmann::ordered_json::parse(R"(
    { "format": "actiscope-experiment", "version": 1, "title": "", "seed": 1,
      "data": { "source": "moons", "samples": 1000, "noise": 0.1, "test_fraction": 0.3, "standardize": true },
      "network": { "depth": 8, "width": 32,
                   "activation": { "kind": "leaky_relu", "negative_slope": 0.01 },
                   "normalization": "none", "residual": "none", "dropout": 0 },
      "initializer": { "kind": "he_normal", "negative_slope": 0, "gain": 1, "bias": 0, "bias_std": 0 },
      "loss": "cross_entropy",
      "optimizer": { "kind": "sgd", "learning_rate": 0.1, "momentum": 0, "nesterov": false, "weight_decay": 0,
                     "clip_norm": 0, "clip_value": 0, "l1": 0, "schedule": { "kind": "constant", "warmup_steps": 0 } },
      "training": { "batch_size": 32, "steps": 2000, "steps_per_second": 0 },
      "probe": { "samples": 2048 },
      "diagnosis": { "vanishing": { "notice": 0.01, "alarm": 0.001 }, "exploding": { "notice": 70, "alarm": 1000 },
                     "dead": { "notice": 0.5, "alarm": 0.75 }, "asleep": { "notice": 0.5, "alarm": 0.75 },
                     "saturated": { "notice": 0.25, "alarm": 0.5 }, "collapsed": { "notice": 0.001, "alarm": 1e-6 },
                     "plateau": { "notice": 200, "alarm": 1000 },
                     "learning_rate_high": { "notice": 0.01, "alarm": 10 },
                     "learning_rate_low": { "notice": 0.0001, "alarm": 1e-8 },
                     "poor_initialization": { "notice": 10, "alarm": 1000 },
                     "overfitting": { "notice": 0.5, "alarm": 2 },
                     "classes_never_predicted": { "notice": 0.01, "alarm": 0.5 } },
      "changes": [ ] })");
    QCOMPARE(experimentToJson({}).dump(2), expected.dump(2));
}

void TestConfigJson::roundTrips_data()
{
    QTest::addColumn<QString>("rest");
    QTest::newRow("defaults") << "\"seed\": 1";
    QTest::newRow("numbers") << R"("data": {"noise": 0.30000000000000004, "test_fraction": 1e-300})";
    QTest::newRow("words") << R"("title": "\u00e9\u6f22 \"q\" \\ \u0001")";
    QTest::newRow("own data seed") << R"("data": {"seed": 9007199254740991, "standardize": false})";
    QTest::newRow("digits") << R"("data": {"source": "digits", "samples": 50})";
    QTest::newRow("regression") << R"("data": {"source": "sine_wave"})";
    QTest::newRow("kinds")
        << R"("network": {"activation": {"kind": "elu", "alpha": 0.3}, "normalization": {"kind": "batch",
        "epsilon": 0.01}}, "initializer": {"kind": "lecun_uniform", "gain": 2}, "optimizer": {"kind": "adam", "beta1": 0.8})";
    QTest::newRow("typed") << R"("network": {"depth": 2, "activation": {"kind": "custom", "expression": "a*x*x/2",
        "a": 2}, "layers": [{}, {"activation": {"kind": "custom"}}]})";
    QTest::newRow("dropout") << R"("network": {"dropout": 0.25, "residual": "post"})";
    QTest::newRow("alpha dropout") << R"("network": {"dropout": {"kind": "alpha_dropout", "rate": 0.1}})";
    QTest::newRow("layers") << R"("network": {"depth": 3, "layers": [{}, {"units": 7, "normalization": "layer",
        "dropout": 0.5}, {"activation": {"kind": "elu", "alpha": 2}, "residual": "pre",
        "normalization": {"kind": "batch", "momentum": 0.2}, "dropout": {"kind": "alpha_dropout", "rate": 0.2}}]})";
    QTest::newRow("changes of layers") << R"("network": {"depth": 2}, "changes": [{"step": 3,
        "set": {"network.layers.1.activation.kind": "elu", "network.layers.1.dropout.rate": 0.5}}])";
    QTest::newRow("loss") << R"("loss": {"kind": "huber", "delta": 0.3})";
    QTest::newRow("schedule by name") << R"("optimizer": {"schedule": "cosine", "clip_norm": 1})";
    QTest::newRow("schedule")
        << R"("optimizer": {"kind": "adamw", "l1": 1e-5, "schedule": {"step_size": 7, "kind": "step", "warmup_steps": 5}})";
    QTest::newRow("changes of schedule") << R"("changes": [{"step": 3, "set": {"optimizer.schedule": "exponential",
        "optimizer.schedule.gamma": 0.9, "optimizer.clip_value": 1}}])";
    QTest::newRow("changes") << R"("changes": [{"step": 3, "set": {"network.activation": {"kind": "elu", "alpha": 2},
        "optimizer.nesterov": true}}, {"step": 3, "set": {"training.batch_size": 8}}])";
}

void TestConfigJson::roundTrips()
{
    QFETCH(QString, rest);
    const auto config = parseExperiment(experiment(rest.toStdString()));
    QVERIFY(config.ok());
    const std::string once = experimentToText(config.value());
    const auto again = parseExperiment(once);
    QVERIFY(again.ok());
    QVERIFY(differences(config.value(), again.value()).empty());
    QVERIFY(config.value().changes == again.value().changes);
    QCOMPARE(experimentToText(again.value()), once);
}

void TestConfigJson::readsLayers()
{
    const auto parsed =
        parseExperiment(experiment(R"("network": {"layers": [{"units": 5}, {"activation": {"kind": "tanh"},
        "dropout": "alpha_dropout"}], "width": 9, "depth": 2, "activation": {"kind": "elu"}, "dropout": 0.5})"));
    QVERIFY(parsed.ok());
    const NetworkConfig& network = parsed.value().network;
    QCOMPARE(network.unitsOf(0), std::int64_t(5));
    QCOMPARE(network.unitsOf(1), std::int64_t(9));
    QVERIFY(network.activationOf(0) == (Choice{"elu", {}}));
    QVERIFY(network.activationOf(1) == (Choice{"tanh", {}}));
    QVERIFY(network.dropoutOf(0) == (Choice{"dropout", {{"rate", 0.5}}}));
    QVERIFY(network.dropoutOf(1) == (Choice{"alpha_dropout", {}})); // an object of its own, with its own default
    // Only what is a layer's own is written for it.
    const auto layers = experimentToJson(parsed.value())["network"]["layers"];
    QCOMPARE(
        layers.dump(),
        std::string(R"([{"units":5},{"activation":{"kind":"tanh"},"dropout":{"kind":"alpha_dropout","rate":0}}])"));
}

void TestConfigJson::readsChanges()
{
    const auto config = parseExperiment(experiment(R"("changes": [{"step": 0, "set": {"optimizer.learning_rate": 0.5,
                       "network.activation": {"negative_slope": 0.2}, "network.activation.kind": "leaky_relu"}}])"));
    QVERIFY(config.ok());
    const std::vector<Change> expected{{0,
                                        {{"optimizer.learning_rate", 0.5},
                                         {"network.activation.negative_slope", 0.2},
                                         {"network.activation.kind", std::string("leaky_relu")}}}};
    QVERIFY(config.value().changes == expected);
}

void TestConfigJson::settings_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("settings");
    QTest::newRow("number") << "network.depth=8"
                            << "network.depth:8";
    QTest::newRow("name") << "loss=mse"
                          << "loss:\"mse\"";
    QTest::newRow("quoted") << "title=\"8\""
                            << "title:\"8\"";
    QTest::newRow("equals inside") << "title=a=b"
                                   << "title:\"a=b\"";
    QTest::newRow("empty") << "title="
                           << "title:\"\"";
    QTest::newRow("truth") << "optimizer.nesterov=true"
                           << "optimizer.nesterov:true";
    QTest::newRow("null") << "data.seed=null"
                          << "data.seed:null";
    QTest::newRow("NaN is no JSON") << "data.noise=NaN"
                                    << "data.noise:\"NaN\"";
    QTest::newRow("object") << R"(network.activation={"kind":"elu","alpha":2})"
                            << "network.activation.kind:\"elu\" network.activation.alpha:2";
}

void TestConfigJson::settings()
{
    QFETCH(QString, argument);
    QFETCH(QString, settings);
    const auto parsed = parseSetting(argument.toStdString());
    QVERIFY(parsed.ok());
    QStringList shown;
    for (const Setting& setting : parsed.value())
        shown << QString::fromStdString(setting.key + ":" + valueText(setting.value));
    QCOMPARE(shown.join(QLatin1Char(' ')), settings);
}

void TestConfigJson::settingsThatAreNone()
{
    for (const char* argument : {"", "network.depth", "=3", "network.activation={}", "network.layers=[{}, {}]",
                                 R"(data.points=[[1, 2, 0], [1, "a", 0]])"}) {
        const auto parsed = parseSetting(argument);
        QVERIFY2(!parsed, argument);
        QCOMPARE(parsed.faults().front().code, FaultCode::BadArgument);
    }
}

void TestConfigJson::numbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("floatText");
    QTest::newRow("tenth") << 0.1 << "0.1"
                           << "0.1";
    QTest::newRow("third") << 1.0 / 3 << "0.3333333333333333"
                           << "0.33333334";
    QTest::newRow("zero") << 0.0 << "0"
                          << "0";
    QTest::newRow("minus zero") << -0.0 << "-0"
                                << "-0";
    QTest::newRow("small") << 1e-30 << "1e-30"
                           << "1e-30";
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << "inf"
                              << "inf";
    QTest::newRow("minus infinite") << -std::numeric_limits<double>::infinity() << "-inf"
                                    << "-inf";
    QTest::newRow("NaN") << -std::numeric_limits<double>::quiet_NaN() << "nan"
                         << "nan";
}

void TestConfigJson::numbers()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QFETCH(QString, floatText);
    QCOMPARE(QString::fromStdString(numberText(value)), text);
    QCOMPARE(QString::fromStdString(numberText(static_cast<float>(value))), floatText);
    const auto back = numberFromText(text.toStdString());
    QVERIFY(back.has_value());
    QVERIFY(*back == value || (std::isnan(*back) && std::isnan(value)));
}

void TestConfigJson::ownDataComesBack()
{
    core::ExperimentConfig config;
    config.data.folder = "/home/a/lesson";
    config.data.source = "csv";
    config.data.path = "data/x.csv";
    config.data.label = "kind";
    config.data.header = "no";
    config.data.separator = "tab";
    config.data.task = "regression";
    config.data.standardize = true; // a file has all defaults filled in
    QCOMPARE(core::parseExperiment(core::experimentToText(config), "/home/a/lesson").value().data, config.data);
    config.data = {};
    config.data.source = "drawn";
    config.data.standardize = true;
    config.data.points = {{0.5, -1, 0}, {1e-3, 2, 9}};
    const std::string text = core::experimentToText(config);
    QCOMPARE(core::parseExperiment(text).value().data, config.data);
    QVERIFY(text.find("[0.5, -1, 0],\n") != std::string::npos); // a line a point
}

void TestConfigJson::pointsThatAreNone()
{
    const auto faults = core::parseExperiment("{\"format\": \"actiscope-experiment\", \"version\": 1, \"data\": {\n"
                                              "\"source\": \"drawn\", \"points\": [[0, 0, 0],\n"
                                              "[1, 1],\n"
                                              "[1, 1, 12], \"x\"]}}")
                            .faults();
    QCOMPARE(faults.size(), std::size_t(3));
    QCOMPARE(faults[0].where, "data.points.1");
    QCOMPARE(faults[0].line, 3);
    QCOMPARE(faults[0].details.front(), "[1, 1]");
    QCOMPARE(faults[1].where, "data.points.2.2");
    QCOMPARE(faults[1].line, 4);
    QCOMPARE(faults[2].where, "data.points.3");
    QCOMPARE(faults[2].details.front(), "\"x\"");
}

QTEST_APPLESS_MAIN(TestConfigJson)
#include "TestConfigJson.moc"
