// SPDX-License-Identifier: GPL-3.0-or-later
// The sidebar without a trainer: what it shows for every kind of every catalogue, that everything has words, and that
// what the user does comes out as settings.
#include "core/data/Dataset.h"
#include "core/nn/Activation.h"
#include "core/nn/Initializer.h"
#include "core/nn/Loss.h"
#include "core/nn/Optimizer.h"
#include "core/nn/Schedule.h"
#include "core/train/ConfigCheck.h"
#include "core/train/ConfigFields.h"
#include "ui/base/Words.h"
#include "ui/controls/ChoiceEditor.h"
#include "ui/controls/ConfigSection.h"
#include "ui/controls/NumberEditor.h"
#include "ui/controls/Sidebar.h"
#include "ui/controls/SwitchEditor.h"
#include "ui/widgets/PaceSlider.h"
#include "ui/widgets/ParameterSlider.h"
#include "ui/widgets/SectionHeader.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QTest>
#include <QWheelEvent>

#include <set>

using core::ExperimentConfig;
using core::Setting;
using ui::Sidebar;

namespace
{

/// Every config that differs from the default in one kind.
std::vector<ExperimentConfig> configsOfAllKinds()
{
    std::vector<ExperimentConfig> configs{ExperimentConfig{}};
    for (const core::Field& field : core::configFields(ExperimentConfig{}))
        for (const std::string& name : field.names) {
            ExperimentConfig config;
            if (core::applySetting(config, {field.path, name}))
                configs.push_back(config);
        }
    return configs;
}

/// A sidebar, and what it has emitted.
struct Bench {
    Bench()
    {
        QObject::connect(&sidebar, &Sidebar::edited, &sidebar,
                         [this](const Setting& setting) { settings.push_back(setting); });
        sidebar.resize(256, 900);
        sidebar.show();
        QVERIFY(QTest::qWaitForWindowActive(&sidebar));
        sidebar.showConfig(config);
    }
    /// As MainWindow and Session do: what is edited is merged and shown again.
    void follow()
    {
        QObject::connect(&sidebar, &Sidebar::edited, &sidebar, [this](const Setting& setting) {
            QVERIFY(core::applySetting(config, setting));
            sidebar.showConfig(config);
        });
    }
    [[nodiscard]] ui::ParameterSlider* slider(const char* path) const
    {
        auto* editor = qobject_cast<ui::NumberEditor*>(sidebar.editor(path));
        return editor ? editor->parameterSlider() : nullptr;
    }
    [[nodiscard]] QComboBox* box(const char* path) const
    {
        auto* editor = qobject_cast<ui::ChoiceEditor*>(sidebar.editor(path));
        return editor ? editor->comboBox() : nullptr;
    }

    ExperimentConfig config;
    Sidebar sidebar;
    std::vector<Setting> settings;
};

} // namespace

class TestControls : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldHasWords();
    void everyKindHasWords();
    void noWordsWithoutAnId();
    void everySettingHasAPlace();
    void allThatTheIssueNames_data();
    void allThatTheIssueNames();
    void showingEmitsNothing();
    void kindsBringTheirParameters();
    void editorsStayWhenNothingElseChanges();
    void choosingAKind();
    void switching();
    void dragging();
    void handIsNotDisturbed();
    void wheelOverAControlScrolls();
    void faultsAreShownInPlace();
    void foldingHidesASection();
    void whatIsRarelySetIsFolded();
    void paceIsLogarithmic();
};

void TestControls::everyFieldHasWords()
{
    for (const ExperimentConfig& config : configsOfAllKinds())
        for (const core::Field& field : core::configFields(config)) {
            QVERIFY2(ui::hasFieldWords(field.path), field.path.c_str());
            QVERIFY2(ui::fieldHelp(field.path).size() > 15, field.path.c_str());
            QVERIFY2(ui::fieldHelp(field.path).endsWith(QLatin1Char('.')), field.path.c_str());
        }
}

void TestControls::everyKindHasWords()
{
    int kinds = 0;
    for (const core::Field& field : core::configFields(ExperimentConfig{})) {
        if (field.names.size() < 2)
            continue;
        std::set<QString> names;
        for (const std::string& id : field.names) {
            const std::string what = field.path + " " + id;
            QVERIFY2(ui::hasKindWords(field.path, id), what.c_str());
            QVERIFY2(!ui::kindName(field.path, id).contains(QLatin1Char('_')), what.c_str());
            QVERIFY2(ui::kindHelp(field.path, id).endsWith(QLatin1Char('.')), what.c_str());
            names.insert(ui::kindName(field.path, id));
            ++kinds;
        }
        QCOMPARE(names.size(), field.names.size());
    }
    const std::size_t rows = core::activationCatalogue().size() + core::initializerCatalogue().size() +
                             core::lossCatalogue().size() + core::optimizerCatalogue().size() +
                             core::scheduleCatalogue().size() + core::dataSourceCatalogue().size();
    QVERIFY(kinds >= static_cast<int>(rows));
}

void TestControls::noWordsWithoutAnId()
{
    // A row that no catalogue has any more is a leftover.
    std::set<std::string> paths;
    std::vector<ExperimentConfig> configs = configsOfAllKinds();
    configs.emplace_back().network.layers.resize(8);
    for (const ExperimentConfig& config : configs)
        for (const core::Field& field : core::configFields(config))
            paths.insert(ui::commonPath(field.path));
    for (const ui::FieldWords& words : ui::fieldWordsTable())
        QVERIFY2(paths.count(std::string(words.path)) == 1, words.label);
    for (const ui::KindWords& words : ui::kindWordsTable()) {
        bool found = false;
        for (const ExperimentConfig& config : configsOfAllKinds()) {
            const auto fields = core::configFields(config);
            const core::Field* field = core::findField(fields, words.path);
            found =
                found || (field && std::find(field->names.begin(), field->names.end(), words.id) != field->names.end());
        }
        QVERIFY2(found, std::string(words.id).c_str());
    }
}

void TestControls::everySettingHasAPlace()
{
    // Elsewhere in the window, or not offered: the title, the pace, and what only experts change in files.
    const std::set<std::string> elsewhere{"title", "training.steps_per_second", "data.seed", "probe.samples"};
    for (const ExperimentConfig& config : configsOfAllKinds()) {
        Bench bench;
        bench.sidebar.showConfig(config);
        for (const core::Field& field : core::configFields(config)) {
            const bool isElsewhere = elsewhere.count(field.path) == 1 || field.path.starts_with("diagnosis.");
            const bool wanted = ui::FieldEditor::canEdit(field) && !isElsewhere;
            QVERIFY2((bench.sidebar.editor(field.path) != nullptr) == wanted, field.path.c_str());
        }
    }
}

void TestControls::allThatTheIssueNames_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::newRow("noise") << QStringLiteral("data.noise") << 0.0 << 0.5;
    QTest::newRow("depth") << QStringLiteral("network.depth") << 1.0 << 50.0;
    QTest::newRow("width") << QStringLiteral("network.width") << 1.0 << 128.0;
    QTest::newRow("slope") << QStringLiteral("network.activation.negative_slope") << 0.0 << 1.0;
}

void TestControls::allThatTheIssueNames()
{
    QFETCH(QString, path);
    QFETCH(double, from);
    QFETCH(double, to);
    Bench bench;
    ui::ParameterSlider* slider = bench.slider(qPrintable(path));
    QVERIFY(slider);
    slider->slider()->setFocus();
    QTest::keyClick(slider->slider(), Qt::Key_Home);
    QCOMPARE(slider->value(), from);
    QTest::keyClick(slider->slider(), Qt::Key_End);
    QCOMPARE(slider->value(), to);
}

void TestControls::showingEmitsNothing()
{
    Bench bench;
    for (const ExperimentConfig& config : configsOfAllKinds())
        bench.sidebar.showConfig(config);
    QVERIFY(bench.settings.empty());
}

void TestControls::kindsBringTheirParameters()
{
    Bench bench;
    QVERIFY(bench.slider("network.activation.negative_slope"));
    bench.config.network.activation = {"elu", {}};
    bench.sidebar.showConfig(bench.config);
    QVERIFY(!bench.slider("network.activation.negative_slope"));
    QVERIFY(bench.slider("network.activation.alpha"));
    QCOMPARE(bench.slider("network.activation.alpha")->value(), 1.0);
    bench.config.data.source = "digits";
    bench.sidebar.showConfig(bench.config);
    QVERIFY(!bench.slider("data.noise"));
    bench.config.optimizer = {"adam", {}};
    bench.sidebar.showConfig(bench.config);
    QCOMPARE(bench.slider("optimizer.learning_rate")->value(), 0.001); // PyTorch's default
    QVERIFY(!bench.slider("optimizer.schedule.gamma"));
    bench.config.optimizer.schedule = {"step", {}};
    bench.config.loss = {"huber", {{"delta", 0.5}}};
    bench.sidebar.showConfig(bench.config);
    QCOMPARE(bench.slider("optimizer.schedule.gamma")->value(), 0.1);
    QCOMPARE(bench.slider("loss.delta")->value(), 0.5);
}

void TestControls::editorsStayWhenNothingElseChanges()
{
    Bench bench;
    const ui::FieldEditor* depth = bench.sidebar.editor("network.depth");
    QLineEdit* edit = bench.slider("network.depth")->edit();
    edit->setFocus();
    bench.config.network.activation = {"selu", {}};
    bench.config.network.depth = 12;
    bench.sidebar.showConfig(bench.config);
    QCOMPARE(bench.sidebar.editor("network.depth"), depth);
    QVERIFY(edit->hasFocus());
    QCOMPARE(edit->text(), QStringLiteral("12"));
}

void TestControls::choosingAKind()
{
    Bench bench;
    bench.follow();
    QComboBox* box = bench.box("network.activation.kind");
    QVERIFY(box);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    QCOMPARE(bench.settings.size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(bench.settings[0].key), QStringLiteral("network.activation.kind"));
    QCOMPARE(QString::fromStdString(std::get<std::string>(bench.settings[0].value)),
             QString::fromUtf8(core::activationCatalogue()[0].id.data()));
    QVERIFY(box->hasFocus());
    QVERIFY(!box->toolTip().isEmpty() || !box->parentWidget()->toolTip().isEmpty());
}

void TestControls::switching()
{
    Bench bench;
    auto* editor = qobject_cast<ui::SwitchEditor*>(bench.sidebar.editor("data.standardize"));
    QVERIFY(editor);
    QVERIFY(editor->checkBox()->isChecked());
    QTest::keyClick(editor->checkBox(), Qt::Key_Space);
    QVERIFY(bench.settings == std::vector<Setting>({{"data.standardize", false}}));
    bench.config.data.source = "digits";
    bench.sidebar.showConfig(bench.config);
    QVERIFY(!editor->checkBox()->isChecked()); // the digits' own default
}

void TestControls::dragging()
{
    Bench bench;
    bench.follow();
    QSlider* slider = bench.slider("network.width")->slider();
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(3, slider->height() / 2));
    for (int x = 3; x < slider->width(); x += 5)
        QTest::mouseMove(slider, QPoint(x, slider->height() / 2));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() - 3, slider->height() / 2));
    QVERIFY(bench.settings.size() > 15);
    for (const Setting& setting : bench.settings)
        QCOMPARE(QString::fromStdString(setting.key), QStringLiteral("network.width"));
    QCOMPARE(bench.config.network.width, static_cast<std::int64_t>(bench.slider("network.width")->value()));
}

void TestControls::handIsNotDisturbed()
{
    Bench bench;
    QSlider* slider = bench.slider("network.depth")->slider();
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
    const double held = bench.slider("network.depth")->value();
    bench.sidebar.showConfig(bench.config); // still the old depth
    QCOMPARE(bench.slider("network.depth")->value(), held);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
}

void TestControls::wheelOverAControlScrolls()
{
    Bench bench;
    const auto wants = [](QWidget* target) {
        QWheelEvent event(QPointF(20, 8), target->mapToGlobal(QPointF(20, 8)), QPoint(), QPoint(0, -120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(target, &event);
        return event.isAccepted();
    };
    bench.slider("network.width")->slider()->setFocus();
    // What a control does not want, Qt hands to what is around it: the sidebar scrolls.
    QVERIFY(!wants(bench.box("network.activation.kind")));
    QVERIFY(!wants(bench.slider("network.depth")->slider()));
    QVERIFY(bench.settings.empty());
    QVERIFY(wants(bench.slider("network.width")->slider()));
    QCOMPARE(bench.settings.size(), std::size_t(1));
}

void TestControls::faultsAreShownInPlace()
{
    Bench bench;
    ExperimentConfig config;
    config.training.batchSize = 1;
    config.network.normalization = {"batch", {}};
    const core::Faults faults = core::checkConfig(config);
    QVERIFY(!faults.empty());
    QVERIFY(bench.sidebar.showFaults("training.batch_size", faults));
    QVERIFY(!bench.slider("training.batch_size")->message().isEmpty());
    QVERIFY(bench.sidebar.showFaults("network.normalization.kind", faults));
    QVERIFY(bench.slider("training.batch_size")->message().isEmpty());
    QVERIFY(!bench.sidebar.showFaults("title", faults));
    bench.sidebar.clearFaults();
    for (const QLabel* label : bench.sidebar.findChildren<QLabel*>(QStringLiteral("faultText")))
        QVERIFY(!label->isVisible());
}

void TestControls::foldingHidesASection()
{
    Bench bench;
    ui::SectionHeader* header = nullptr;
    for (ui::SectionHeader* each : bench.sidebar.findChildren<ui::SectionHeader*>())
        if (each->accessibleName() == QStringLiteral("Network"))
            header = each;
    QVERIFY(header);
    QVERIFY(bench.slider("network.depth")->isVisible());
    QTest::mouseClick(header, Qt::LeftButton);
    QVERIFY(!bench.slider("network.depth")->isVisible());
    QTest::keyClick(header, Qt::Key_Space);
    QVERIFY(bench.slider("network.depth")->isVisible());
}

void TestControls::whatIsRarelySetIsFolded()
{
    Bench bench;
    const auto sectionOf = [&bench](const char* path) {
        const QWidget* widget = bench.sidebar.editor(path);
        while (widget && !qobject_cast<const ui::ConfigSection*>(widget))
            widget = widget->parentWidget();
        return qobject_cast<const ui::ConfigSection*>(widget);
    };
    QVERIFY(!sectionOf("optimizer.momentum")->isFolded());
    for (const char* path : {"optimizer.clip_norm", "optimizer.clip_value", "optimizer.l1", "optimizer.schedule.kind",
                             "optimizer.schedule.warmup_steps"}) {
        QVERIFY2(sectionOf(path) != sectionOf("optimizer.momentum"), path);
        QVERIFY2(sectionOf(path)->isFolded(), path);
    }
}

void TestControls::paceIsLogarithmic()
{
    ui::PaceSlider pace;
    double previous = 0;
    connect(&pace, &ui::PaceSlider::edited, this, [&](double value) {
        QVERIFY(value == 0 || value > previous);
        QVERIFY(value == 0 || previous == 0 || value / previous <= 2.5 + 1e-9);
        previous = value;
    });
    pace.setStepsPerSecond(1);
    pace.show();
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(pace.slider(), Qt::Key_Right);
    QCOMPARE(previous, 0.0);
    // A file's own pace is shown as it is, and does not come back changed.
    int emitted = 0;
    connect(&pace, &ui::PaceSlider::edited, this, [&] { ++emitted; });
    pace.setStepsPerSecond(37);
    QCOMPARE(emitted, 0);
    QVERIFY(pace.findChild<QLabel*>(QStringLiteral("paceText"))->text().contains(QStringLiteral("37")));
}

QTEST_MAIN(TestControls)
#include "TestControls.moc"
