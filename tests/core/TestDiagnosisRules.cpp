// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule of the diagnosis is right on small networks that are really trained: it names the trouble of a scenario
// made for it, is silent where all is well, and each cure that it offers helps.
#include "core/analysis/Cures.h"
#include "core/io/ConfigJson.h"
#include "core/train/ConfigFields.h"
#include "tests/core/SmallRun.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace core;

Q_DECLARE_METATYPE(core::ExperimentConfig)

namespace
{

constexpr int kRecordEvery = 10;

/// What was found in a run, and how it ended.
struct Story {
    std::vector<Finding> ever; ///< each code once, as it was first found
    std::vector<Finding> last;
    Snapshot end;
};

const Finding* findingIn(const std::vector<Finding>& findings, std::string_view code)
{
    const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& f) { return f.code == code; });
    return found == findings.end() ? nullptr : &*found;
}

Story told(const ExperimentConfig& config)
{
    const auto run = smallrun::runOf(config);
    Diagnosis diagnosis;
    Story story;
    while (true) {
        run->observe(story.end, {.decisionResolution = 1});
        diagnosis.watch(story.end);
        for (const Finding& finding : diagnosis.findings())
            if (!findingIn(story.ever, finding.code))
                story.ever.push_back(finding);
        if (run->status() != RunStatus::Training)
            break;
        for (int step = 0; step < kRecordEvery && run->status() == RunStatus::Training; ++step)
            run->step();
    }
    story.last = diagnosis.findings();
    return story;
}

QByteArray codesOf(const std::vector<Finding>& findings)
{
    QByteArrayList codes;
    for (const Finding& finding : findings)
        codes << QByteArray(finding.code.data(), static_cast<qsizetype>(finding.code.size())) +
                     (finding.severity == Severity::Alarm ? "!" : "") + " " + QByteArray::number(finding.layer) + " " +
                     QByteArray::number(finding.number("value"));
    return codes.join(", ");
}

/// Small and fast; the settings are those that make the scenario.
ExperimentConfig scenario(const std::vector<Setting>& settings, int steps = 300)
{
    ExperimentConfig config = smallrun::small();
    config.network.width = 16;
    config.data.samples = 200;
    config.training.steps = steps;
    Result<ExperimentConfig> made = withSettings(config, settings);
    if (!made)
        qFatal("a scenario is wrong at %s", made.faults().front().where.c_str());
    return std::move(made).value();
}

std::string kind(const char* id)
{
    return id;
}

struct Scenario {
    const char* rule;
    const char* name;
    Severity severity;
    ExperimentConfig config;
};

std::vector<Scenario> scenarios()
{
    using enum Severity;
    const auto deep = [](const char* activation, double depth) {
        return std::vector<Setting>{{"network.activation.kind", kind(activation)},
                                    {"network.depth", depth},
                                    {"initializer.kind", kind("xavier_normal")}};
    };
    const auto with = [](std::vector<Setting> settings, const std::vector<Setting>& more) {
        settings.insert(settings.end(), more.begin(), more.end());
        return settings;
    };
    const std::vector<Setting> relu{{"network.activation.kind", kind("relu")}};
    const std::vector<Setting> adam{{"optimizer.kind", kind("adam")}};
    return {
        {"vanishing", "eight sigmoid layers", Alarm, scenario(deep("sigmoid", 8))},
        {"vanishing", "five sigmoid layers", Notice, scenario(deep("sigmoid", 5))},
        {"exploding", "weights too large", Alarm,
         scenario(with(deep("relu", 12), {{"initializer.gain", 4.0}, {"optimizer.learning_rate", 1e-9}}))},
        {"diverged", "a learning rate of 1", Alarm,
         scenario(with(relu, {{"data.source", kind("sine_wave")}, {"optimizer.learning_rate", 1.0}}))},
        {"dead", "born below zero", Alarm,
         scenario(with(with(relu, adam), {{"initializer.bias", -2.0}, {"optimizer.learning_rate", 0.01}}))},
        {"dead", "killed by large steps", Alarm, scenario(with(with(relu, adam), {{"optimizer.learning_rate", 0.3}}))},
        {"asleep", "leaking below zero", Alarm,
         scenario({{"network.activation.kind", kind("leaky_relu")},
                   {"initializer.bias", -3.0},
                   {"optimizer.learning_rate", 0.01}})},
        {"saturated", "tanh with large weights", Alarm, scenario({{"initializer.gain", 10.0}})},
        {"collapsed", "all weights zero", Alarm, scenario({{"initializer.kind", kind("zeros")}})},
        {"collapsed", "six sigmoid layers", Notice, scenario(deep("sigmoid", 6))},
        {"plateau", "eight sigmoid layers", Notice, scenario(deep("sigmoid", 8), 400)},
        {"learning_rate_high", "adam at 0.3", Notice,
         scenario(with(adam, {{"network.activation.kind", kind("leaky_relu")},
                              {"data.noise", 0.5},
                              {"optimizer.learning_rate", 0.3}}))},
        {"learning_rate_low", "sgd at 1e-5", Notice, scenario({{"optimizer.learning_rate", 1e-5}})},
        {"learning_rate_low", "sgd at 1e-9", Alarm, scenario({{"optimizer.learning_rate", 1e-9}})},
        {"poor_initialization", "weights too small", Alarm,
         scenario(with(deep("tanh", 6), {{"initializer.gain", 0.1}}))},
        {"overfitting", "few noisy samples", Alarm,
         scenario(with(with(relu, adam), {{"data.samples", 80.0},
                                          {"data.noise", 0.6},
                                          {"network.width", 64.0},
                                          {"optimizer.learning_rate", 0.01}}),
                  600)},
        {"useless_depth", "no non-linearity", Notice, scenario(deep("identity", 3))},
        {"classes_never_predicted", "five clouds, eight sigmoid layers", Alarm,
         scenario(with(deep("sigmoid", 8), {{"data.source", kind("gaussians")}, {"data.classes", 5.0}}))},
    };
}

std::vector<std::pair<const char*, ExperimentConfig>> healthyOnes()
{
    const auto preset = [](const char* name, int steps) {
        Result<ExperimentConfig> read = readExperiment(std::string(ACTISCOPE_RESOURCES "/experiments/") + name);
        if (!read)
            qFatal("no preset %s", name);
        ExperimentConfig config = std::move(read).value();
        config.training.steps = steps;
        return config;
    };
    const std::vector<Setting> tanh{{"initializer.kind", kind("xavier_normal")}, {"optimizer.learning_rate", 0.1}};
    std::vector<Setting> regression = tanh;
    regression.push_back({"data.source", kind("sine_wave")});
    return {
        {"relu-he", preset("relu-he.json", 600)},
        {"digits", preset("digits.json", 300)},
        {"selu-self-normalizing", preset("selu-self-normalizing.json", 300)},
        {"three tanh layers", scenario(tanh, 600)},
        {"a sine", scenario(regression, 600)},
        {"gelu with adam",
         scenario({{"network.activation.kind", kind("gelu")}, {"optimizer.kind", kind("adam")}}, 600)},
        {"batch normalization", scenario({{"network.activation.kind", kind("relu")},
                                          {"network.normalization.kind", kind("batch")},
                                          {"data.samples", 1000.0},
                                          {"optimizer.learning_rate", 0.05}})},
    };
}

/// What has to fall: too much learning by heart shows in the test set alone.
double lossOf(const Story& story, const QByteArray& rule)
{
    return rule == "overfitting" ? story.end.test->loss : story.end.train.loss;
}

} // namespace

class TestDiagnosisRules : public QObject
{
    Q_OBJECT

private slots:
    void firesOnItsScenario_data();
    void firesOnItsScenario();
    void isSilentWhenHealthy_data();
    void isSilentWhenHealthy();
    void everyRuleHasItsScenario();
    void everyThresholdHasItsRule();
};

void TestDiagnosisRules::firesOnItsScenario_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<bool>("alarm");
    QTest::addColumn<ExperimentConfig>("config");
    for (const Scenario& s : scenarios())
        QTest::addRow("%s: %s", s.rule, s.name) << QByteArray(s.rule) << (s.severity == Severity::Alarm) << s.config;
}

void TestDiagnosisRules::firesOnItsScenario()
{
    QFETCH(QByteArray, rule);
    QFETCH(bool, alarm);
    QFETCH(ExperimentConfig, config);
    const Story sick = told(config);
    const Finding* finding = findingIn(sick.last, rule.constData());
    QVERIFY2(finding, codesOf(sick.last));
    QVERIFY2((finding->severity == Severity::Alarm) == alarm, codesOf(sick.last));

    // Each cure takes the finding away, or the loss down.
    const std::vector<Cure> cures = curesFor(*finding, config);
    QVERIFY(!cures.empty());
    for (const Cure& cure : cures) {
        Result<ExperimentConfig> cured = withSettings(config, cure.settings);
        QVERIFY(cured);
        const Story better = told(cured.value());
        const bool isGone = findingIn(better.last, rule.constData()) == nullptr;
        const bool isLower = lossOf(better, rule) < lossOf(sick, rule) / 2;
        const QByteArray told = QByteArray(cure.code.data()) + ": " + codesOf(better.last) + " loss " +
                                QByteArray::number(lossOf(better, rule)) + ", before " +
                                QByteArray::number(lossOf(sick, rule));
        QVERIFY2(isGone || isLower, told);
    }
}

void TestDiagnosisRules::isSilentWhenHealthy_data()
{
    QTest::addColumn<ExperimentConfig>("config");
    for (const auto& [name, config] : healthyOnes())
        QTest::newRow(name) << config;
}

void TestDiagnosisRules::isSilentWhenHealthy()
{
    QFETCH(ExperimentConfig, config);
    const Story story = told(config);
    QVERIFY2(story.ever.empty(), codesOf(story.ever));
    QVERIFY(story.end.train.loss < 0.5 * story.end.baselineLoss);
}

void TestDiagnosisRules::everyRuleHasItsScenario()
{
    std::set<std::string_view> tested;
    const std::vector<Scenario> all = scenarios();
    for (const Scenario& s : all)
        tested.insert(s.rule);
    for (const DiagnosisRule& rule : diagnosisRules())
        QVERIFY2(tested.count(rule.id) == 1, rule.id.data());
    QCOMPARE(tested.size(), diagnosisRules().size());
}

void TestDiagnosisRules::everyThresholdHasItsRule()
{
    std::size_t rules = 0;
    for (const DiagnosisRule& rule : diagnosisRules())
        rules += rule.thresholds != nullptr ? 1 : 0;
    QCOMPARE(rules, kThresholdsEntries.size());
    for (const ThresholdsEntry& entry : kThresholdsEntries) {
        const DiagnosisRule* rule = findRow(diagnosisRules(), entry.rule);
        QVERIFY2(rule, entry.rule.data());
        QVERIFY2(rule->thresholds == entry.thresholds, entry.rule.data());
    }
    // What a rule offers exists.
    const std::vector<std::string_view> codes = cureCodes();
    for (const DiagnosisRule& rule : diagnosisRules())
        for (const std::string_view cure : rule.cures)
            QVERIFY2(cure.empty() || std::find(codes.begin(), codes.end(), cure) != codes.end(), rule.id.data());
}

QTEST_APPLESS_MAIN(TestDiagnosisRules)
#include "TestDiagnosisRules.moc"
