// SPDX-License-Identifier: GPL-3.0-or-later
// Exported scripts are run with Debian's PyTorch: with the state they reproduce our own losses, without it they make
// the same kind of data and weights.
#include "app/ExperimentSource.h"
#include "app/Resources.h"
#include "core/io/ConfigJson.h"
#include "core/io/TorchExport.h"
#include "core/nn/Activation.h"
#include "core/nn/Initializer.h"
#include "core/nn/Optimizer.h"
#include "core/nn/Schedule.h"
#include "core/train/ConfigFields.h"
#include "core/train/TrainingRun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using core::ExperimentConfig;

namespace
{

constexpr int kSteps = 100;
constexpr int kPatience = 300'000; // milliseconds until a hang is called one

struct Case {
    std::string name;
    ExperimentConfig config;
    bool draws = false; ///< something is random in every step: the losses are alike, not the same
};

/// A small network with these settings ("network.depth=3").
ExperimentConfig small(const std::vector<std::string>& settings)
{
    std::vector<std::string> all{"network.depth=2",  "network.width=8",
                                 "data.samples=200", "optimizer.learning_rate=0.02",
                                 "seed=3",           "training.batch_size=16"};
    all.insert(all.end(), settings.begin(), settings.end());
    std::vector<core::Setting> parsed;
    for (const std::string& setting : all) {
        const auto result = core::parseSetting(setting);
        if (!result)
            qFatal("%s", setting.c_str());
        parsed.insert(parsed.end(), result.value().begin(), result.value().end());
    }
    const auto made = core::withSettings(ExperimentConfig{}, parsed);
    if (!made)
        qFatal("%s: %s", settings.empty() ? "" : settings.back().c_str(), made.faults().front().where.c_str());
    return made.value();
}

std::vector<Case> presetCases()
{
    std::vector<Case> cases;
    for (const QString& name : app::presetNames())
        cases.push_back({"preset " + name.toStdString(), app::readPreset(name, app::bundledResources()).value()});
    return cases;
}

std::vector<Case> activationCases()
{
    std::vector<Case> cases;
    for (const core::ActivationInfo& row : core::activationCatalogue())
        cases.push_back({"activation " + std::string(row.id), small({"network.activation.kind=" + std::string(row.id)}),
                         row.slopeIsRandom});
    const auto add = [&](const char* name, const std::vector<std::string>& settings, bool draws = false) {
        cases.push_back({name, small(settings), draws});
    };
    add("parameters", {R"(network.activation={"kind":"hard_tanh","min_val":-0.3,"max_val":2})"});
    add("bounds that cross", {R"(network.activation={"kind":"hard_tanh","min_val":0.5,"max_val":-0.5})"});
    add("slopes that cross", {R"(network.activation={"kind":"rrelu","lower":0.4,"upper":0.2})"}, true);
    add("slope per unit", {R"(network.activation={"kind":"prelu","per_unit":true})", "optimizer.weight_decay=0.01"});
    add("typed", {R"json(network.activation={"kind":"custom","a":1.1,"b":0.7,)json"
                  R"json("expression":"if(x > 0, a*x, b*(exp(x) - 1)) + 0.1*softplus(c*x)"})json"});
    add("shrunk", {R"(network.activation={"kind":"softshrink","lambda":0.1})"});
    return cases;
}

std::vector<Case> layerCases()
{
    std::vector<Case> cases;
    for (const std::string normalization : {"batch", "layer", "rms"})
        for (const std::string residual : {"none", "pre", "post"})
            cases.push_back({normalization + " normalization, residual " + residual,
                             small({"network.normalization=" + normalization, "network.residual=" + residual,
                                    "network.activation.kind=tanh"})});
    cases.push_back({"layers of their own",
                     small({R"(network.layers=[{"units":12,"activation":{"kind":"tanh"},"normalization":"layer"},)"
                            R"({"units":12,"activation":{"kind":"elu","alpha":0.7},"residual":"post"}])"})});
    cases.push_back({"no hidden layer", small({"network.depth=0"})});
    cases.push_back({"dropout", small({"network.dropout=0.2"}), true});
    cases.push_back({"alpha dropout", small({R"(network.dropout={"kind":"alpha_dropout","rate":0.1})"}), true});
    return cases;
}

std::vector<Case> trainingCases()
{
    std::vector<Case> cases;
    for (const core::OptimizerInfo& row : core::optimizerCatalogue())
        for (const core::ScheduleInfo& schedule : core::scheduleCatalogue())
            cases.push_back(
                {std::string(row.id) + ", " + std::string(schedule.id),
                 small({"optimizer.kind=" + std::string(row.id), "optimizer.schedule.kind=" + std::string(schedule.id),
                        "optimizer.schedule.warmup_steps=7", "optimizer.learning_rate=0.01"})});
    cases.push_back({"nesterov", small({"optimizer.momentum=0.8", "optimizer.nesterov=true"})});
    cases.push_back({"nesterov without momentum", small({"optimizer.nesterov=true"})});
    cases.push_back({"centered", small({"optimizer.kind=rmsprop", "optimizer.centered=true", "optimizer.momentum=0.5",
                                        "optimizer.learning_rate=0.001"})});
    cases.push_back({"penalties and clipping", small({"optimizer.l1=0.003", "optimizer.weight_decay=0.01",
                                                      "optimizer.clip_norm=0.3", "optimizer.clip_value=0.05"})});
    cases.push_back({"batch larger than the set", small({"training.batch_size=1000"})});

    ExperimentConfig changed = small({"optimizer.kind=adam"});
    changed.changes = {
        {0, {{"optimizer.learning_rate", 0.005}}},
        {10, {{"training.batch_size", 30.0}, {"optimizer.l1", 0.01}}},
        {25, {{"network.activation.kind", std::string("tanh")}, {"optimizer.beta1", 0.8}}},
        {40, {{"optimizer.clip_norm", 0.1}, {"optimizer.schedule.kind", std::string("exponential")}}},
        {60, {{"optimizer.clip_norm", 0.0}, {"optimizer.learning_rate", 0.002}}},
    };
    cases.push_back({"changed while it ran", changed});
    return cases;
}

std::vector<Case> dataCases()
{
    std::vector<Case> cases;
    for (const std::string source : {"iris", "wine", "breast_cancer"})
        cases.push_back({"data " + source, small({"data.source=" + source})});
    for (const std::string loss : {"mse", "l1", "huber"})
        for (const std::string source : {"sine_wave", "gaussians", "moons"})
            cases.push_back({loss + " on " + source, small({"data.source=" + source, "loss=" + loss})});
    for (const std::string loss : {"binary_cross_entropy", "hinge"})
        cases.push_back({"loss " + loss, small({"loss=" + loss})});
    cases.push_back({"huber with its own delta", small({"data.source=bump", R"(loss={"kind":"huber","delta":0.2})"})});
    cases.push_back({"no test set", small({"data.test_fraction=0"})});
    ExperimentConfig named = small({});
    named.title = "\"\"\" \\ a title\n'with' everything\r\t: 激活函数";
    cases.push_back({"a hostile title", named});
    return cases;
}

const std::vector<Case>& allCases()
{
    static const std::vector<Case> all = [] {
        std::vector<Case> made;
        for (const auto make : {presetCases, activationCases, layerCases, trainingCases, dataCases})
            for (Case& one : make())
                made.push_back(std::move(one));
        return made;
    }();
    return all;
}

/// Our own losses of the first steps.
std::vector<double> ownLosses(const ExperimentConfig& config)
{
    auto run = core::TrainingRun::create(config, app::bundledResources());
    std::vector<double> losses;
    while (run.value()->stepsMade() < kSteps && run.value()->status() == core::RunStatus::Training) {
        run.value()->step();
        losses.push_back(static_cast<double>(run.value()->lastRecord().batchLoss.mean));
    }
    return losses;
}

std::vector<double> lossesOf(const QString& script)
{
    std::vector<double> losses;
    QFile file(script + QStringLiteral(".csv"));
    if (!file.open(QIODevice::ReadOnly))
        return losses;
    file.readLine();
    while (!file.atEnd())
        losses.push_back(file.readLine().trimmed().split(',').value(1).toDouble());
    return losses;
}

QString errorOf(const QString& script)
{
    QFile file(script + QStringLiteral(".err"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestExportCode : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void reproducesTheLosses_data();
    void reproducesTheLosses();
    void initializesAlike_data();
    void initializesAlike();
    void makesTheSameData_data();
    void makesTheSameData();
    void anUnwritablePlaceIsAFault();
    void hasAHeadAndACredit();

private:
    [[nodiscard]] QString script(const std::string& name) const;
    void write(const QString& script, const ExperimentConfig& config, bool withState);
    void runAll(const QString& what, const QStringList& scripts);
    QJsonObject described(const QString& script);

    QTemporaryDir m_folder;
};

QString TestExportCode::script(const std::string& name) const
{
    QString file = QString::fromStdString(name);
    file.replace(QRegularExpression(QStringLiteral("[^a-z0-9]+")), QStringLiteral("-"));
    return m_folder.filePath(file + QStringLiteral(".py"));
}

void TestExportCode::write(const QString& script, const ExperimentConfig& config, bool withState)
{
    core::TorchOptions options;
    options.withState = withState;
    options.generator = "Actiscope";
    options.path = script.toStdString();
    const auto made = core::exportTorch(config, app::bundledResources(), options);
    QVERIFY2(made.ok() && core::writeTorchExport(made.value(), options.path).ok(), qPrintable(script));
}

void TestExportCode::runAll(const QString& what, const QStringList& scripts)
{
    QProcess python;
    python.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("OMP_NUM_THREADS"), QStringLiteral("1"));
    python.setProcessEnvironment(environment);
    // Debian's own Python: the one that python3-torch belongs to.
    python.start(QStringLiteral("/usr/bin/python3"),
                 QStringList{QStringLiteral(ACTISCOPE_TEST_DATA "/run_exported.py"), what} + scripts);
    QVERIFY2(python.waitForFinished(kPatience), "python3 with torch is needed");
    const QByteArray output = python.readAll();
    QVERIFY2(python.exitCode() == 0, output.right(2000).constData());
}

void TestExportCode::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QStringList scripts;
    for (const Case& one : allCases()) {
        scripts << script(one.name);
        QVERIFY2(scripts.count(scripts.last()) == 1, one.name.c_str());
        write(scripts.last(), one.config, true);
    }
    runAll(QString::number(kSteps), scripts);
}

void TestExportCode::reproducesTheLosses_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t row = 0; row < allCases().size(); ++row)
        QTest::newRow(allCases()[row].name.c_str()) << static_cast<int>(row);
}

void TestExportCode::reproducesTheLosses()
{
    QFETCH(int, row);
    const Case& one = allCases()[static_cast<std::size_t>(row)];
    const QString file = script(one.name);
    QCOMPARE(errorOf(file), QString());
    const std::vector<double> own = ownLosses(one.config);
    const std::vector<double> losses = lossesOf(file);
    QVERIFY(!own.empty());
    QCOMPARE(losses.size(), own.size());
    const std::size_t compared = one.draws ? 0 : own.size();
    for (std::size_t i = 0; i < compared; ++i)
        QVERIFY2(std::abs(losses[i] - own[i]) <= 1e-4 * std::max(0.1, own[i]),
                 qPrintable(QStringLiteral("step %1: %2, here %3").arg(i + 1).arg(losses[i]).arg(own[i])));
    if (one.draws) {
        const auto mean = [](const std::vector<double>& values) {
            return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        };
        QVERIFY2(std::abs(mean(losses) - mean(own)) < 0.15 * mean(own),
                 qPrintable(QStringLiteral("%1, here %2").arg(mean(losses)).arg(mean(own))));
    }
}

QJsonObject TestExportCode::described(const QString& script)
{
    runAll(QStringLiteral("describe"), {script});
    if (const QString error = errorOf(script); !error.isEmpty()) {
        qWarning("%s", qPrintable(error));
        return {};
    }
    QFile file(script + QStringLiteral(".json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

void TestExportCode::initializesAlike_data()
{
    QTest::addColumn<std::string>("kind");
    for (const core::InitializerInfo& row : core::initializerCatalogue())
        QTest::newRow(std::string(row.id).c_str()) << std::string(row.id);
}

void TestExportCode::initializesAlike()
{
    QFETCH(std::string, kind);
    const ExperimentConfig config =
        small({"network.width=100", "initializer.kind=" + kind, "initializer.gain=1.5", "initializer.bias=0.25",
               "network.activation.kind=tanh", "data.samples=400"});
    const QString file = script("initializer " + kind);
    write(file, config, false);
    const QJsonObject made = described(file);
    QVERIFY(!made.isEmpty());
    auto run = core::TrainingRun::create(config, app::bundledResources());
    const core::Network& network = run.value()->network();
    const core::Dense& dense = *network.hidden(1).dense;
    const Eigen::VectorXd weights = dense.weights().vector(network.parameters()).cast<double>();
    const double mean = weights.mean();
    const double std = std::sqrt((weights.array() - mean).square().mean());
    const double largest = weights.cwiseAbs().maxCoeff();
    const double scale = std::max(largest, 1e-12);
    // 10,000 weights: the standard error of their standard deviation is 0.7 %.
    QVERIFY2(std::abs(made[QLatin1String("weight_std")].toDouble() - std) <= 0.04 * std + 1e-6, kind.c_str());
    QVERIFY(std::abs(made[QLatin1String("weight_mean")].toDouble() - mean) <= 0.06 * scale);
    // A uniform ends where it ends; a normal has no end.
    QVERIFY(std::abs(made[QLatin1String("weight_largest")].toDouble() - largest) <=
            (kind.ends_with("uniform") ? 0.02 : 0.4) * scale);
    const double bias = static_cast<double>(dense.biases().vector(network.parameters()).mean());
    QVERIFY(std::abs(made[QLatin1String("bias_mean")].toDouble() - bias) <= 0.05);
    QCOMPARE(made[QLatin1String("output_bias")].toDouble(), 0.0);
}

void TestExportCode::makesTheSameData_data()
{
    QTest::addColumn<std::string>("source");
    for (const core::DataSourceInfo& row : core::dataSourceCatalogue())
        if (row.generate)
            QTest::newRow(std::string(row.id).c_str()) << std::string(row.id);
}

void TestExportCode::makesTheSameData()
{
    QFETCH(std::string, source);
    const ExperimentConfig config = small({"data.source=" + source, "data.samples=4001", "data.standardize=false",
                                           "data.noise=0.2", "data.test_fraction=0.25"});
    const QString file = script("source " + source);
    write(file, config, false);
    const QJsonObject made = described(file);
    QVERIFY(!made.isEmpty());
    const auto data = core::makeDataset(config.data, config.seed, app::bundledResources());
    const core::Samples& train = data.value().train;
    QCOMPARE(made[QLatin1String("samples")].toInteger(), static_cast<qint64>(train.size()));
    QCOMPARE(made[QLatin1String("test_samples")].toInteger(), static_cast<qint64>(data.value().test.size()));
    const int classes = std::max(1, data.value().classes);
    QCOMPARE(made[QLatin1String("class_means")].toArray().size(), classes);
    for (int label = 0; label < classes; ++label) {
        std::vector<core::Index> members;
        for (core::Index i = 0; i < train.size(); ++i)
            if (train.labels.empty() || train.labels[static_cast<std::size_t>(i)] == label)
                members.push_back(i);
        for (core::Index feature = 0; feature < train.inputs.rows(); ++feature) {
            double sum = 0;
            double squares = 0;
            for (const core::Index i : members) {
                const auto value = static_cast<double>(train.inputs(feature, i));
                sum += value;
                squares += value * value;
            }
            const double mean = sum / static_cast<double>(members.size());
            const double std = std::sqrt(squares / static_cast<double>(members.size()) - mean * mean);
            // At least 750 samples: five standard errors.
            const double tolerance = 5 * std / std::sqrt(static_cast<double>(members.size()) / 2);
            QVERIFY(std::abs(made[QLatin1String("class_means")][label][static_cast<qsizetype>(feature)].toDouble() -
                             mean) < tolerance);
            QVERIFY(std::abs(made[QLatin1String("class_stds")][label][static_cast<qsizetype>(feature)].toDouble() -
                             std) < tolerance);
        }
    }
    if (train.labels.empty()) {
        const auto targets = train.targets.cast<double>().array();
        const double std = std::sqrt((targets - targets.mean()).square().mean());
        QVERIFY(std::abs(made[QLatin1String("target_std")].toDouble() - std) < 0.05 * std);
    }
}

void TestExportCode::anUnwritablePlaceIsAFault()
{
    const core::TorchExport made{"print()", {{"a.npy", "b"}}};
    const auto written =
        core::writeTorchExport(made, m_folder.filePath(QStringLiteral("no/such/folder/script.py")).toStdString());
    QVERIFY(!written.ok());
    QCOMPARE(written.faults().front().code, core::FaultCode::Unwritable);
}

void TestExportCode::hasAHeadAndACredit()
{
    core::TorchOptions options;
    options.path = "a.py";
    const auto made = core::exportTorch(small({"data.source=iris"}), app::bundledResources(), options);
    QVERIFY(made.ok());
    QVERIFY(made.value().script.starts_with("# SPDX-License-Identifier: MIT-0\n"));
    QVERIFY(made.value().script.find("# Iris: R. A. Fisher") != std::string::npos);
    QCOMPARE(made.value().files.size(), 4u);
}

QTEST_GUILESS_MAIN(TestExportCode)
#include "TestExportCode.moc"
