// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Dataset.h"
#include "core/nn/Activation.h"
#include "core/nn/Optimizer.h"
#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace core;

namespace
{

ExperimentConfig withOne(const char* key, Value value, ExperimentConfig config = {})
{
    const Outcome outcome = applySetting(config, {key, std::move(value)});
    if (!outcome)
        qFatal("%s was refused", key);
    return config;
}

double number(const ExperimentConfig& config, std::string_view path)
{
    const auto fields = configFields(config);
    return std::get<double>(findField(fields, path)->get(config));
}

} // namespace

class TestConfigFields : public QObject
{
    Q_OBJECT

private slots:
    void theDefaultsAreThoseOfTheContract_data();
    void theDefaultsAreThoseOfTheContract();
    void everyFieldIsConsistentForEveryKind();
    void faults_data();
    void faults();
    void aFaultLeavesTheConfigAsItWas();
    void aKindKeepsWhatWasSetAndItAlsoHas();
    void aKindBringsItsOwnDefaults();
    void kindsGoFirst();
    void allFaultsAreReported();
    void theLossFollowsTheTask();
    void differencesLeadFromOneToTheOther();
    void differencesOfLayers();
    void effects_data();
    void effects();
};

void TestConfigFields::theDefaultsAreThoseOfTheContract_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value"); // as the design's section 6 writes it
    const std::vector<std::pair<const char*, const char*>> rows{
        {"title", "\"\""},
        {"seed", "1"},
        {"data.source", "\"moons\""},
        {"data.samples", "1000"},
        {"data.noise", "0.1"},
        {"data.test_fraction", "0.3"},
        {"data.standardize", "true"},
        {"network.depth", "8"},
        {"network.width", "32"},
        {"network.activation.kind", "\"leaky_relu\""},
        {"network.activation.negative_slope", "0.01"},
        {"network.normalization", "\"none\""},
        {"network.residual", "\"none\""},
        {"network.dropout", "0"},
        {"initializer.kind", "\"he_normal\""},
        {"initializer.gain", "1"},
        {"initializer.bias", "0"},
        {"initializer.bias_std", "0"},
        {"loss", "\"cross_entropy\""},
        {"optimizer.kind", "\"sgd\""},
        {"optimizer.learning_rate", "0.1"},
        {"optimizer.momentum", "0"},
        {"optimizer.nesterov", "false"},
        {"optimizer.weight_decay", "0"},
        {"optimizer.clip_norm", "0"},
        {"optimizer.clip_value", "0"},
        {"optimizer.l1", "0"},
        {"optimizer.schedule", "\"constant\""},
        {"optimizer.schedule.warmup_steps", "0"},
        {"training.batch_size", "32"},
        {"training.steps", "2000"},
        {"training.steps_per_second", "0"},
        {"probe.samples", "2048"},
    };
    for (const auto& [path, value] : rows)
        QTest::newRow(path) << QString::fromLatin1(path) << QString::fromLatin1(value);
}

void TestConfigFields::theDefaultsAreThoseOfTheContract()
{
    QFETCH(QString, path);
    QFETCH(QString, value);
    const ExperimentConfig config;
    const auto fields = configFields(config);
    const Field* field = findField(fields, path.toStdString());
    QVERIFY(field != nullptr);
    QCOMPARE(QString::fromStdString(valueText(field->get(config))), value);
    QCOMPARE(QString::fromStdString(valueText(field->defaultValue)), value);
}

void TestConfigFields::everyFieldIsConsistentForEveryKind()
{
    const ExperimentConfig defaults;
    for (const Field& kind : configFields(defaults)) {
        if (!kind.isKind)
            continue;
        for (const std::string& name : kind.names) {
            ExperimentConfig config;
            kind.set(config, name);
            std::set<std::string> paths;
            for (const Field& field : configFields(config)) {
                const char* path = field.path.c_str();
                QVERIFY2(paths.insert(field.path).second, path);
                const Value value = field.get(config);
                QVERIFY2(field.check(value).ok(), path);
                QVERIFY2(field.minimum <= field.maximum, path);
                QVERIFY2(field.sliderMinimum >= field.minimum && field.sliderMaximum <= field.maximum, path);
                ExperimentConfig copy = config;
                field.set(copy, value);
                QVERIFY2(differences(config, copy).empty(), path);
            }
        }
    }
}

void TestConfigFields::faults_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<Value>("value");
    QTest::addColumn<FaultCode>("code");
    QTest::addColumn<QString>("firstDetail");
    const double infinite = std::numeric_limits<double>::infinity();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("depth below") << "network.depth" << Value(-1.0) << FaultCode::OutOfRange << "-1";
    QTest::newRow("depth above") << "network.depth" << Value(1e9) << FaultCode::OutOfRange << "1000000000";
    QTest::newRow("depth beyond integers") << "network.depth" << Value(1e300) << FaultCode::OutOfRange << "1e+300";
    QTest::newRow("depth infinite") << "network.depth" << Value(infinite) << FaultCode::OutOfRange << "inf";
    QTest::newRow("depth a fraction") << "network.depth" << Value(2.5) << FaultCode::WrongType << "2.5";
    QTest::newRow("depth NaN") << "network.depth" << Value(nan) << FaultCode::WrongType << "nan";
    QTest::newRow("depth a word") << "network.depth" << Value("deep") << FaultCode::WrongType << "\"deep\"";
    QTest::newRow("depth a boolean") << "network.depth" << Value(true) << FaultCode::WrongType << "true";
    QTest::newRow("width 0") << "network.width" << Value(0.0) << FaultCode::OutOfRange << "0";
    QTest::newRow("width above") << "network.width" << Value(4097.0) << FaultCode::OutOfRange << "4097";
    QTest::newRow("rate 0") << "optimizer.learning_rate" << Value(0.0) << FaultCode::OutOfRange << "0";
    QTest::newRow("rate NaN") << "optimizer.learning_rate" << Value(nan) << FaultCode::OutOfRange << "nan";
    QTest::newRow("rate above") << "optimizer.learning_rate" << Value(2e9) << FaultCode::OutOfRange << "2000000000";
    QTest::newRow("fraction") << "data.test_fraction" << Value(0.95) << FaultCode::OutOfRange << "0.95";
    QTest::newRow("noise") << "data.noise" << Value(-0.1) << FaultCode::OutOfRange << "-0.1";
    QTest::newRow("samples") << "data.samples" << Value(1.0) << FaultCode::OutOfRange << "1";
    QTest::newRow("seed") << "seed" << Value(9007199254740992.0) << FaultCode::OutOfRange << "9007199254740992";
    QTest::newRow("nesterov a number") << "optimizer.nesterov" << Value(1.0) << FaultCode::WrongType << "1";
    QTest::newRow("unknown kind") << "network.activation.kind" << Value("rleu") << FaultCode::UnknownName << "\"rleu\"";
    QTest::newRow("unknown normalization")
        << "network.normalization" << Value("group") << FaultCode::UnknownName << "\"group\"";
    QTest::newRow("unknown residual") << "network.residual" << Value("both") << FaultCode::UnknownName << "\"both\"";
    QTest::newRow("all dropped") << "network.dropout" << Value(1.0) << FaultCode::OutOfRange << "1";
    QTest::newRow("beyond the last layer")
        << "network.layers.8.units" << Value(5.0) << FaultCode::UnknownKey << "0, 1, 2, 3, 4, 5, 6, 7";
    QTest::newRow("another kind's key") << "network.activation.alpha" << Value(1.0) << FaultCode::KeyOfAnotherKind
                                        << "leaky_relu";
    QTest::newRow("adam's key") << "optimizer.beta1" << Value(0.5) << FaultCode::KeyOfAnotherKind << "sgd";
    QTest::newRow("huber's key") << "loss.delta" << Value(0.5) << FaultCode::KeyOfAnotherKind << "cross_entropy";
    QTest::newRow("a schedule's key") << "optimizer.schedule.gamma" << Value(0.5) << FaultCode::KeyOfAnotherKind
                                      << "constant";
    QTest::newRow("no schedule") << "optimizer.schedule" << Value("linear") << FaultCode::UnknownName << "\"linear\"";
    QTest::newRow("clip norm") << "optimizer.clip_norm" << Value(-1.0) << FaultCode::OutOfRange << "-1";
    QTest::newRow("warm-up") << "optimizer.schedule.warmup_steps" << Value(1.5) << FaultCode::WrongType << "1.5";
    QTest::newRow("no key") << "network.heigth" << Value(1.0) << FaultCode::UnknownKey
                            << "depth, width, activation, normalization, residual, dropout, layers";
    QTest::newRow("no group") << "netwrok.depth" << Value(1.0) << FaultCode::UnknownKey
                              << "title, seed, data, network, initializer, loss, optimizer, training, probe, diagnosis";
    QTest::newRow("layers a number") << "network.layers" << Value(3.0) << FaultCode::WrongType << "3";
    QTest::newRow("a group") << "network.activation" << Value("relu") << FaultCode::WrongType << "\"relu\"";
    QTest::newRow("a layer") << "network.layers.2" << Value(3.0) << FaultCode::WrongType << "3";
    QTest::newRow("a layer's group") << "network.layers.2.activation" << Value("relu") << FaultCode::WrongType
                                     << "\"relu\"";
    QTest::newRow("empty") << "" << Value(1.0) << FaultCode::UnknownKey
                           << "title, seed, data, network, initializer, loss, optimizer, training, probe, diagnosis";
}

void TestConfigFields::faults()
{
    QFETCH(QString, key);
    QFETCH(Value, value);
    QFETCH(FaultCode, code);
    QFETCH(QString, firstDetail);
    ExperimentConfig config;
    const Outcome outcome = applySetting(config, {key.toStdString(), value});
    QVERIFY(!outcome);
    QCOMPARE(outcome.faults().size(), std::size_t(1));
    QCOMPARE(outcome.faults().front().code, code);
    QCOMPARE(QString::fromStdString(outcome.faults().front().where), key);
    QCOMPARE(QString::fromStdString(outcome.faults().front().details.front()), firstDetail);
}

void TestConfigFields::aFaultLeavesTheConfigAsItWas()
{
    ExperimentConfig config;
    QVERIFY(!applySetting(config, {"network.depth", Value(5000.0)}));
    QVERIFY(!applySetting(config, {"optimizer.kind", Value("sdg")}));
    QVERIFY(config == ExperimentConfig{});
}

void TestConfigFields::aKindKeepsWhatWasSetAndItAlsoHas()
{
    ExperimentConfig config = withOne("optimizer.learning_rate", 0.02);
    config = withOne("optimizer.momentum", 0.9, config);
    config = withOne("optimizer.kind", "adam", config);
    QCOMPARE(number(config, "optimizer.learning_rate"), 0.02);
    config = withOne("optimizer.kind", "sgd", config);
    QCOMPARE(number(config, "optimizer.learning_rate"), 0.02);
    QCOMPARE(number(config, "optimizer.momentum"), 0.0); // adam has none, so it was forgotten
}

void TestConfigFields::aKindBringsItsOwnDefaults()
{
    // torch.optim.Adam: lr 1e-3, betas (0.9, 0.999), eps 1e-8
    const ExperimentConfig config = withOne("optimizer.kind", "adam");
    QCOMPARE(number(config, "optimizer.learning_rate"), 1e-3);
    QCOMPARE(number(config, "optimizer.beta1"), 0.9);
    QCOMPARE(number(config, "optimizer.beta2"), 0.999);
    QCOMPARE(number(config, "optimizer.epsilon"), 1e-8);
    // torch.optim.Adagrad, RMSprop, AdamW
    const ExperimentConfig adagrad = withOne("optimizer.kind", "adagrad");
    QCOMPARE(number(adagrad, "optimizer.learning_rate"), 1e-2);
    QCOMPARE(number(adagrad, "optimizer.lr_decay"), 0.0);
    QCOMPARE(number(adagrad, "optimizer.initial_accumulator_value"), 0.0);
    QCOMPARE(number(adagrad, "optimizer.epsilon"), 1e-10);
    const ExperimentConfig rmsprop = withOne("optimizer.kind", "rmsprop");
    QCOMPARE(number(rmsprop, "optimizer.learning_rate"), 1e-2);
    QCOMPARE(number(rmsprop, "optimizer.alpha"), 0.99);
    QCOMPARE(number(rmsprop, "optimizer.epsilon"), 1e-8);
    QCOMPARE(number(rmsprop, "optimizer.momentum"), 0.0);
    QCOMPARE(number(withOne("optimizer.kind", "adamw"), "optimizer.weight_decay"), 1e-2);
    QCOMPARE(number(withOne("loss", "huber"), "loss.delta"), 1.0);
    QCOMPARE(number(withOne("optimizer.schedule", "step"), "optimizer.schedule.gamma"), 0.1);
    // torch.nn.BatchNorm1d: momentum 0.1, eps 1e-5
    const ExperimentConfig batch = withOne("network.normalization", "batch");
    QCOMPARE(number(batch, "network.normalization.momentum"), 0.1);
    QCOMPARE(number(batch, "network.normalization.epsilon"), 1e-5);
}

void TestConfigFields::kindsGoFirst()
{
    const auto config = withSettings({}, {{"network.activation.alpha", 0.5},
                                          {"network.depth", 3.0},
                                          {"network.activation.kind", "elu"},
                                          {"network.depth", 4.0}});
    QVERIFY(config.ok());
    QCOMPARE(number(config.value(), "network.activation.alpha"), 0.5);
    QCOMPARE(config.value().network.depth, 4);
}

void TestConfigFields::allFaultsAreReported()
{
    const auto config = withSettings({}, {{"network.depth", -1.0}, {"sed", 3.0}, {"loss", "mes"}, {"seed", 5.0}});
    QVERIFY(!config);
    QCOMPARE(config.faults().size(), std::size_t(3));
}

void TestConfigFields::theLossFollowsTheTask()
{
    ExperimentConfig config;
    const auto loss = [&config] {
        const auto fields = configFields(config);
        return QString::fromStdString(std::get<std::string>(findField(fields, "loss")->get(config)));
    };
    QCOMPARE(loss(), "cross_entropy");
    config = withOne("data.source", "sine_wave", config);
    QCOMPARE(loss(), "mse");
    config = withOne("loss", "cross_entropy", config);
    QCOMPARE(checkConfig(config).front().code, FaultCode::LossNeedsClasses);
    config = withOne("loss", {}, config);
    QCOMPARE(loss(), "mse");
    QVERIFY(checkConfig(config).empty());
    config = withOne("loss.kind", "huber", config);
    config = withOne("loss.delta", 0.3, config);
    QVERIFY(config.loss == Choice({"huber", {{"delta", 0.3}}}));
    config = withOne("loss", {}, config);
    QVERIFY(config.loss == Choice());
}

void TestConfigFields::differencesLeadFromOneToTheOther()
{
    ExperimentConfig from;
    ExperimentConfig to = withOne("network.activation.kind", "elu");
    to = withOne("network.activation.alpha", 0.7, to);
    to = withOne("data.seed", 5.0, to);
    to = withOne("optimizer.kind", "adam", to);
    to.title = "other";
    const auto there = differences(from, to);
    const auto arrived = withSettings(from, there);
    QVERIFY(arrived.ok());
    QVERIFY(differences(arrived.value(), to).empty());
    const auto back = withSettings(to, differences(to, from));
    QVERIFY(back.ok());
    QVERIFY(differences(back.value(), from).empty());
}

void TestConfigFields::differencesOfLayers()
{
    ExperimentConfig alike;
    alike.network.depth = 3;
    ExperimentConfig own = withOne("network.layers.1.activation.kind", "tanh", alike);
    own = withOne("network.layers.2.units", 4.0, own);
    QCOMPARE(own.network.layers.size(), std::size_t(3));
    QVERIFY(!own.network.layers[0].activation);
    QCOMPARE(differences(alike, own).size(), std::size_t(2));
    // Back to what all have: what was a layer's own has to be set to that.
    const std::vector<Setting> back = differences(own, alike);
    QCOMPARE(back.size(), std::size_t(3)); // and then the list of layers goes
    const auto arrived = withSettings(own, back);
    QVERIFY(arrived.ok());
    QVERIFY(differences(arrived.value(), alike).empty());
    QCOMPARE(effectOfChange(own, alike), Effect::Rebuild);
    // Nothing in place of a value: the layer follows the network again.
    const auto followed = withSettings(own, {{"network.layers.1.activation.kind", {}}});
    QVERIFY(followed.ok());
    QVERIFY(!followed.value().network.layers[1].activation);
}

void TestConfigFields::effects_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<Value>("value");
    QTest::addColumn<Effect>("effect");
    QTest::newRow("same") << "network.depth" << Value(8.0) << Effect::None;
    QTest::newRow("default written out") << "network.activation.negative_slope" << Value(0.01) << Effect::None;
    for (const auto& [key, value] :
         std::vector<std::pair<const char*, Value>>{{"optimizer.learning_rate", 0.5},
                                                    {"optimizer.momentum", 0.9},
                                                    {"optimizer.weight_decay", 0.1},
                                                    {"optimizer.clip_norm", 1.0},
                                                    {"optimizer.clip_value", 1.0},
                                                    {"optimizer.l1", 1e-3},
                                                    {"optimizer.schedule", "cosine"},
                                                    {"optimizer.schedule.warmup_steps", 10.0},
                                                    {"training.batch_size", 7.0},
                                                    {"training.steps_per_second", 5.0},
                                                    {"training.steps", 5.0},
                                                    {"network.activation.kind", "relu"},
                                                    {"network.activation.negative_slope", 0.2},
                                                    {"network.dropout", 0.2},
                                                    {"network.dropout", "alpha_dropout"},
                                                    {"network.layers.3.activation.kind", "tanh"},
                                                    {"network.layers.3.activation.negative_slope", 0.3},
                                                    {"network.layers.3.dropout.rate", 0.3},
                                                    {"probe.samples", 100.0},
                                                    {"title", "new"},
                                                    {"diagnosis.vanishing.alarm", 1e-5}})
        QTest::newRow(key) << QString::fromLatin1(key) << value << Effect::Hot;
    for (const auto& [key, value] : std::vector<std::pair<const char*, Value>>{{"seed", 2.0},
                                                                               {"data.seed", 2.0},
                                                                               {"data.source", "xor"},
                                                                               {"data.noise", 0.2},
                                                                               {"data.samples", 99.0},
                                                                               {"data.standardize", false},
                                                                               {"network.depth", 3.0},
                                                                               {"network.width", 3.0},
                                                                               {"network.normalization", "batch"},
                                                                               {"network.residual", "pre"},
                                                                               {"network.layers.3.units", 5.0},
                                                                               {"network.layers.3.residual", "post"},
                                                                               {"initializer.kind", "xavier_normal"},
                                                                               {"initializer.gain", 2.0},
                                                                               {"initializer.bias", 1.0},
                                                                               {"loss", "mse"},
                                                                               {"loss.kind", "huber"},
                                                                               {"optimizer.kind", "adam"}})
        QTest::newRow(key) << QString::fromLatin1(key) << value << Effect::Rebuild;
}

void TestConfigFields::effects()
{
    QFETCH(QString, key);
    QFETCH(Value, value);
    QFETCH(Effect, effect);
    QCOMPARE(effectOfChange({}, withOne(key.toLatin1().constData(), value)), effect);
}

QTEST_APPLESS_MAIN(TestConfigFields)
#include "TestConfigFields.moc"
