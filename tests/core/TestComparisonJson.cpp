// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison file: what comes back of what was written, and where a fault in it is.
#include "core/io/ComparisonJson.h"
#include "core/io/ConfigJson.h"
#include "core/io/SweepCsv.h"
#include "core/train/ConfigFields.h"
#include "tests/core/Goldens.h"
#include "tests/core/SmallRun.h"

#include <QDir>
#include <QTest>

using namespace core;

namespace
{

const char* const kWhole = R"({ "format": "actiscope-comparison", "version": 1, "title": "Depth and slope",
  "experiment": { "network": { "width": 8 }, "optimizer": { "kind": "adam" } },
  "vary": {
    "network.depth": [1, 2e0, 30],
    "network.activation": [{ "kind": "relu" }, { "kind": "elu", "alpha": 0.50 }],
    "data.source": ["moons", "circles"]
  },
  "seeds": [3, 5], "accuracies": [0.9, 0.95], "evaluate_every": 10, "steps": 40 })";

ComparisonPlan planOf(const std::string& text)
{
    const Result<ComparisonPlan> plan = parseComparison(text);
    if (!plan)
        qFatal("no comparison: %s, line %d", plan.faults().front().where.c_str(), plan.faults().front().line);
    return plan.value();
}

QStringList textsOf(const SweepAxis& axis)
{
    QStringList texts;
    for (const SweepLevel& level : axis.levels)
        texts << QString::fromStdString(level.text);
    return texts;
}

/// The names of all runs, and what is run.
std::vector<std::pair<SweepRowName, ExperimentConfig>> runsOf(const ComparisonPlan& plan)
{
    std::vector<CombinationFault> faults;
    const Combinations combinations = combine(plan.experiment, plan.settings, plan.axes, faults);
    if (!faults.empty())
        qFatal("a fault at %s", faults.front().fault.where.c_str());
    std::vector<std::pair<SweepRowName, ExperimentConfig>> runs;
    for (const SweepCell& cell : cellsOf(combinations, plan.seeds.first, plan.seeds.last))
        runs.emplace_back(rowNameOf(cell), configOf(cell));
    return runs;
}

SweepAxis axisOf(const char* argument)
{
    const Result<SweepAxis> axis = parseAxis(argument);
    if (!axis)
        qFatal("no axis: %s", argument);
    return axis.value();
}

/// `text` with `from` replaced.
std::string with(const char* from, const char* to)
{
    return QString::fromUtf8(kWhole).replace(QString::fromUtf8(from), QString::fromUtf8(to)).toStdString();
}

} // namespace

class TestComparisonJson : public QObject
{
    Q_OBJECT

private slots:
    void reads();
    void whatMayBeLeftOut();
    void comesBack_data();
    void comesBack();
    void givenIsTheSameConfig_data();
    void givenIsTheSameConfig();
    void settled();
    void faults_data();
    void faults();
    void manyFaultsAtOnce();
    void isOne();
};

void TestComparisonJson::reads()
{
    const ComparisonPlan plan = planOf(kWhole);
    QCOMPARE(plan.title, std::string("Depth and slope"));
    QCOMPARE(plan.experiment.network.width, 8);
    QCOMPARE(plan.experiment.training.steps, 40);
    QCOMPARE(plan.seeds, (SeedRange{3, 5}));
    QCOMPARE(plan.options.accuracies, (std::vector<double>{0.9, 0.95}));
    QCOMPARE(plan.options.evaluateEvery, std::optional<std::int64_t>(10));
    QCOMPARE(plan.axes.size(), std::size_t(3)); // in the order of the file
    QCOMPARE(plan.axes[0].key, std::string("network.depth"));
    QCOMPARE(textsOf(plan.axes[0]), QStringList({QStringLiteral("1"), QStringLiteral("2e0"), QStringLiteral("30")}));
    QCOMPARE(textsOf(plan.axes[1]),
             QStringList({QStringLiteral("{\"kind\":\"relu\"}"), QStringLiteral("{\"kind\":\"elu\",\"alpha\":0.50}")}));
    QCOMPARE(plan.axes[2].key, std::string("data.source"));
    QCOMPARE(runsOf(plan).size(), std::size_t(3 * 2 * 2 * 3));
    // A value in a file and the same on the command line have one name.
    QCOMPARE(textsOf(axisOf("network.activation={\"kind\":\"relu\"},{ \"kind\": \"elu\", \"alpha\": 0.50 }")),
             textsOf(plan.axes[1]));
}

void TestComparisonJson::whatMayBeLeftOut()
{
    const ComparisonPlan plan = planOf(R"({"format": "actiscope-comparison", "version": 1, "seeds": [0, 0]})");
    QCOMPARE(plan.experiment, ExperimentConfig());
    QVERIFY(plan.axes.empty() && plan.title.empty());
    QCOMPARE(plan.options.accuracies, SweepOptions{}.accuracies);
    // The head of an experiment file may stand there, too.
    const ComparisonPlan whole =
        planOf(R"({"format": "actiscope-comparison", "version": 1, "seeds": [0, 0], "experiment":
                   {"format": "actiscope-experiment", "version": 1, "network": {"depth": 3}}})");
    QCOMPARE(whole.experiment.network.depth, 3);
}

void TestComparisonJson::comesBack_data()
{
    QTest::addColumn<QStringList>("vary");
    QTest::addColumn<QStringList>("set");
    const auto row = [](const char* name, const QStringList& vary, const QStringList& set) {
        QTest::newRow(name) << vary << set;
    };
    row("only the seeds", {}, {});
    row("numbers and words",
        {QStringLiteral("optimizer.learning_rate=0.1,1e-3"), QStringLiteral("network.activation.kind=relu,tanh")}, {});
    row("objects", {QStringLiteral("network.activation={\"kind\": \"elu\", \"alpha\": 2},{\"kind\":\"relu\"}")}, {});
    row("words that look like something else", {QStringLiteral("title=\"true\",\"1\",a \"b\",c,\"\"")}, {});
    row("other kinds with other defaults", {QStringLiteral("optimizer.kind=sgd,adam")}, {});
    row("a default that is given", {QStringLiteral("optimizer.kind=sgd,adam")},
        {QStringLiteral("optimizer.learning_rate=0.1")});
    row("an option of a varied kind", {QStringLiteral("network.activation.kind=elu,celu")},
        {QStringLiteral("network.activation.alpha=0.5")});
    row("rows of numbers",
        {QStringLiteral("data.points=[[0,0,0],[1,1,1],[0,1,0],[1,0,1]],[[0,1,0],[1,0,1],[0.5,0,0],[0,0,1]]")},
        {QStringLiteral("data.source=drawn"), QStringLiteral("data.test_fraction=0")});
    row("layers", {QStringLiteral("network.layers.1.activation.kind=tanh,relu")},
        {QStringLiteral("network.layers.0.units=5")});
}

void TestComparisonJson::comesBack()
{
    QFETCH(QStringList, vary);
    QFETCH(QStringList, set);
    ComparisonPlan plan;
    plan.title = "There \"and\" back";
    plan.experiment = smallrun::small("sigmoid");
    plan.seeds = {2, 4};
    plan.options = {{0.75}, 7};
    for (const QString& argument : vary)
        plan.axes.push_back(axisOf(argument.toUtf8().constData()));
    for (const QString& argument : set) {
        const auto settings = parseSetting(argument.toStdString());
        QVERIFY(settings);
        plan.settings.insert(plan.settings.end(), settings.value().begin(), settings.value().end());
    }
    for (const bool isSettled : {false, true}) {
        ComparisonPlan written = plan;
        if (isSettled)
            settle(written);
        const std::string text = comparisonToText(written);
        const ComparisonPlan read = planOf(text);
        QCOMPARE(read.title, plan.title);
        QCOMPARE(read.seeds, plan.seeds);
        QCOMPARE(read.options.accuracies, plan.options.accuracies);
        QCOMPARE(read.options.evaluateEvery, plan.options.evaluateEvery);
        QVERIFY(runsOf(read) == runsOf(plan)); // the same runs by the same names
        QCOMPARE(comparisonToText(read), text);
    }
}

void TestComparisonJson::givenIsTheSameConfig_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(ACTISCOPE_RESOURCES "/experiments"));
    for (const QString& name : folder.entryList({QStringLiteral("*.json")}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestComparisonJson::givenIsTheSameConfig()
{
    QFETCH(QString, file);
    ExperimentConfig config = readExperiment(file.toStdString()).value();
    config.data.folder.clear();
    config.changes = {{5, {{"optimizer.learning_rate", 0.25}}}};
    config.network.layers.resize(static_cast<std::size_t>(config.network.depth));
    config.network.layers[1].units = 7;
    config.network.layers[1].activation = Choice{"elu", {{"alpha", 1.0}}};
    nlohmann::ordered_json json = givenToJson(config);
    QVERIFY2(!json.contains("diagnosis"), json.dump().c_str()); // nothing that goes without saying
    json["format"] = "actiscope-experiment";
    json["version"] = 1;
    const Result<ExperimentConfig> read = parseExperiment(json.dump());
    QVERIFY(read);
    QVERIFY2(read.value() == config, json.dump(2).c_str());
}

void TestComparisonJson::settled()
{
    ComparisonPlan plan = planOf(kWhole);
    plan.settings = {{"network.width", 5.0}};
    settle(plan);
    QVERIFY(plan.settings.empty());
    QCOMPARE(plan.experiment.network.width, 5);
    plan.settings = {{"network.activation.alpha", 0.5}}; // of elu only, which is varied
    settle(plan);
    QCOMPARE(plan.settings.size(), std::size_t(1));
}

void TestComparisonJson::faults_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("where");
    QTest::addColumn<int>("line");
    const auto row = [](const char* from, const char* to, FaultCode code, const char* where, int line) {
        QTest::addRow("%s → %s", from, to)
            << QString::fromStdString(with(from, to)) << int(code) << QString::fromUtf8(where) << line;
    };
    row("\"version\": 1,", "", FaultCode::MissingKey, "version", 1);
    row("\"version\": 1,", "\"version\": 2,", FaultCode::UnsupportedVersion, "version", 1);
    row("\"title\": \"Depth", "\"titel\": \"Depth", FaultCode::UnknownKey, "titel", 1);
    row("\"Depth and slope\"", "5", FaultCode::WrongType, "title", 1);
    row("{ \"width\": 8 }", "{ \"width\": 8.5 }", FaultCode::WrongType, "experiment.network.width", 2);
    row("\"width\": 8", "\"widht\": 8", FaultCode::UnknownKey, "experiment.network.widht", 2);
    row("\"width\": 8", "\"width\": 8, \"width\": 9", FaultCode::DuplicateKey, "experiment.network.width", 2);
    row("{ \"network\": { \"width\": 8 }, \"optimizer\": { \"kind\": \"adam\" } }", "[]", FaultCode::WrongType,
        "experiment", 2);
    row("[1, 2e0, 30]", "4", FaultCode::WrongType, "vary.network.depth", 4);
    row("[1, 2e0, 30]", "[]", FaultCode::BadArgument, "vary.network.depth", 4);
    row("[1, 2e0, 30]", "[1,\n -2, 30]", FaultCode::OutOfRange, "vary.network.depth", 5);
    row("[1, 2e0, 30]", "[1, 1]", FaultCode::BadArgument, "vary.network.depth.1", 4);
    row("\"network.depth\"", "\"network.dept\"", FaultCode::UnknownKey, "vary.network.dept", 4);
    row("\"network.depth\"", "\"seed\"", FaultCode::BadArgument, "vary.seed", 4);
    row("\"alpha\": 0.50", "\"alhpa\": 0.50", FaultCode::UnknownKey, "vary.network.activation.alhpa", 5);
    row("[3, 5]", "[5, 3]", FaultCode::OutOfRange, "seeds", 8);
    row("[3, 5]", "[3]", FaultCode::OutOfRange, "seeds", 8);
    row("[3, 5]", "[-1, 5]", FaultCode::OutOfRange, "seeds", 8);
    row("\"seeds\": [3, 5],", "", FaultCode::MissingKey, "seeds", 1);
    row("[0.9, 0.95]", "[0.9, 1.5]", FaultCode::OutOfRange, "accuracies", 8);
    row("[0.9, 0.95]", "0.9", FaultCode::OutOfRange, "accuracies", 8);
    row("\"evaluate_every\": 10", "\"evaluate_every\": 0", FaultCode::OutOfRange, "evaluate_every", 8);
    row("\"steps\": 40", "\"steps\": 0.5", FaultCode::WrongType, "steps", 8);
    row("\"steps\": 40", "\"set\": { \"network.widht\": 3 }", FaultCode::UnknownKey, "set.network.widht", 8);
    row("\"format\": \"actiscope-comparison\"", "\"format\": \"poem\"", FaultCode::NotAnExperiment, "format", 0);
    row("\"steps\": 40 }", "\"steps\": 40", FaultCode::JsonSyntax, "", 8);
}

void TestComparisonJson::faults()
{
    QFETCH(QString, text);
    QFETCH(int, code);
    QFETCH(QString, where);
    QFETCH(int, line);
    const Result<ComparisonPlan> plan = parseComparison(text.toStdString());
    QVERIFY(!plan);
    const Fault& fault = plan.faults().front();
    QCOMPARE(int(fault.code), code);
    QCOMPARE(QString::fromStdString(fault.where), where);
    QCOMPARE(fault.line, line);
    QCOMPARE(plan.faults().size(), std::size_t(1));
    QCOMPARE(fault.column > 0, fault.code == FaultCode::JsonSyntax);
}

void TestComparisonJson::manyFaultsAtOnce()
{
    const Result<ComparisonPlan> plan = parseComparison(
        "{\"format\": \"actiscope-comparison\", \"version\": 1,\n\"experiment\": {\"seed\": -1,\n\"title\": 3},\n"
        "\"vary\": {\"a\": 1},\n\"what\": 0,\n\"seeds\": 7}");
    QVERIFY(!plan);
    QStringList places;
    for (const Fault& fault : plan.faults())
        places << QStringLiteral("%1:%2").arg(fault.line).arg(QString::fromStdString(fault.where));
    QCOMPARE(places, (QStringList{QStringLiteral("2:experiment.seed"), QStringLiteral("3:experiment.title"),
                                  QStringLiteral("4:vary.a"), QStringLiteral("5:what"), QStringLiteral("6:seeds")}));
}

void TestComparisonJson::isOne()
{
    QVERIFY(isComparison(kWhole));
    QVERIFY(isComparison("{\"format\": \"actiscope-comparison\"}")); // though it is none that could be run
    for (const char* text : {"", "[]", "7", "{}", "{\"format\": \"actiscope-experiment\", \"version\": 1}",
                             "{\"format\": 7}", "[{\"format\": \"actiscope-comparison\"}]"})
        QVERIFY2(!isComparison(text), text);
}

QTEST_APPLESS_MAIN(TestComparisonJson)
#include "TestComparisonJson.moc"
