// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window, used as a person does, with a trainer that trains. Nothing here depends on wall time.
#include "OpenWindow.h"
#include "ui/DocumentFlow.h"
#include "ui/Exporter.h"
#include "ui/controls/ChoiceEditor.h"
#include "ui/controls/StatusLine.h"
#include "ui/panels/Dashboard.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/MessageBar.h"
#include "ui/widgets/PaceSlider.h"

#include "core/io/ConfigJson.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace opened;
using ui::MainWindow;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void firstStartTrainsAndSaysSo();
    void playAndPause();
    void stepMakesOneUpdate();
    void keysOfTheWindow();
    void spaceOnACheckBoxIsTheCheckBoxs();
    void depthDraggedWithTheMouseNeverStalls();
    void slopeDraggedThroughItsRange();
    void refusedValueStaysInPlace();
    void activationBringsItsParameters();
    void presetsOpen_data();
    void presetsOpen();
    void variationIsSaid();
    void doneCanGoOn();
    void divergenceIsSaid();
    void brokenPresetIsAMessage();
    void faultOfTheTrainerIsAMessage();
    void paceFromOneToFastest();
    void themeSwitches();
    void nothingIsClipped_data();
    void nothingIsClipped();
    void exportWorksWhileTraining();
    void cardsExportAndCopy();
    void closesWhileTraining();
};

void TestMainWindow::firstStartTrainsAndSaysSo()
{
    Open open;
    QTRY_VERIFY(open.step() > 0);
    const QString sentence = open.window.statusLine().sentence();
    QTRY_VERIFY2(open.window.statusLine().sentence().startsWith(QStringLiteral("Training “Vanishing gradients")),
                 qPrintable(sentence));
    QVERIFY(open.window.windowTitle().contains(QStringLiteral("Vanishing gradients")));
    QVERIFY(open.button("play")->text().contains(QStringLiteral("Pause")));
    QVERIFY(open.window.runBar().findChild<QComboBox*>()->currentText().contains(QStringLiteral("Vanishing")));
}

void TestMainWindow::playAndPause()
{
    Open open;
    click(open.button("play"));
    QVERIFY(!open.window.session().playing());
    QTRY_VERIFY(open.window.statusLine().sentence().startsWith(QStringLiteral("Paused")));
    QVERIFY(open.button("play")->text().contains(QStringLiteral("Play")));
    click(open.button("play"));
    const std::int64_t step = open.step();
    QTRY_VERIFY(open.step() > step + 3);
}

void TestMainWindow::stepMakesOneUpdate()
{
    Open open;
    click(open.button("play"));
    open.window.session().restart();
    QTRY_COMPARE(open.window.session().snapshot()->step, 0);
    click(open.button("step"));
    QTRY_COMPARE(open.window.session().snapshot()->step, 1);
    click(open.button("step"));
    QTRY_COMPARE(open.window.session().snapshot()->step, 2);
    QVERIFY(open.window.statusLine().sentence().contains(QStringLiteral("step 2")));
}

void TestMainWindow::keysOfTheWindow()
{
    Open open;
    open.window.setFocus();
    QTest::keyClick(&open.window, Qt::Key_Space);
    QVERIFY(!open.window.session().playing());
    QTest::keyClick(&open.window, Qt::Key_R);
    QTRY_COMPARE(open.window.session().snapshot()->step, 0);
    QTest::keyClick(&open.window, Qt::Key_Right);
    QTRY_COMPARE(open.window.session().snapshot()->step, 1);
    QTest::keyClick(&open.window, Qt::Key_F11);
    QVERIFY(open.window.isFullScreen());
    QTest::keyClick(&open.window, Qt::Key_F11);
    QVERIFY(!open.window.isFullScreen());
}

void TestMainWindow::spaceOnACheckBoxIsTheCheckBoxs()
{
    Open open;
    auto* box = open.window.sidebar().findChild<QCheckBox*>();
    QVERIFY(box);
    const bool before = box->isChecked();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QCOMPARE(box->isChecked(), !before);
    QVERIFY(open.window.session().playing());
    // Letters and spaces typed into a field stay there.
    QLineEdit* edit = open.slider("network.depth")->edit();
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_R);
    QTest::keyClick(edit, Qt::Key_Space);
    QVERIFY(open.window.session().playing());
}

void TestMainWindow::depthDraggedWithTheMouseNeverStalls()
{
    Open open;
    QTRY_VERIFY(open.step() > 0);
    QSlider* slider = open.slider("network.depth")->slider();
    open.window.sidebar().ensureWidgetVisible(slider);
    const int y = slider->height() / 2;
    const auto at = [&](int depth) { return QPoint(7 + (depth - 1) * (slider->width() - 14) / 49, y); };
    QTest::mousePress(slider, Qt::LeftButton, {}, at(2));
    std::int64_t shown = 0;
    for (int depth = 2; depth <= 30; ++depth) {
        const int before = open.frames;
        QTest::mouseMove(slider, at(depth));
        QTRY_VERIFY(open.frames > before);
        shown = std::max(shown, open.window.session().snapshot()->config.network.depth);
    }
    QTest::mouseRelease(slider, Qt::LeftButton, {}, at(30));
    QVERIFY(std::abs(open.config().network.depth - 30) <= 1);
    QVERIFY2(shown > 8, "no network in between was ever shown");
    QTRY_COMPARE(open.window.session().snapshot()->config.network.depth, open.config().network.depth);
    const std::int64_t step = open.step();
    QTRY_VERIFY(open.step() > step + 3);
    QVERIFY(open.window.session().playing());
}

void TestMainWindow::slopeDraggedThroughItsRange()
{
    core::ExperimentConfig config = firstExperiment();
    config.network.activation = {"leaky_relu", {}};
    config.optimizer.parameters["learning_rate"] = 1e-4; // no slope makes this diverge, which would need a new network
    Open open(config);
    QSlider* slider = open.slider("network.activation.negative_slope")->slider();
    open.window.sidebar().ensureWidgetVisible(slider);
    const std::uint64_t generation = open.window.session().snapshot()->generation;
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(2, slider->height() / 2));
    for (int x = 2; x <= slider->width(); x += 3) {
        const int before = open.frames;
        QTest::mouseMove(slider, QPoint(x, slider->height() / 2));
        QTRY_VERIFY(open.frames > before);
    }
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width(), slider->height() / 2));
    QCOMPARE(open.config().network.activation.parameters.at("negative_slope"), 1.0);
    QTRY_COMPARE(open.window.session().snapshot()->config.network.activation.parameters.at("negative_slope"), 1.0);
    QCOMPARE(open.window.session().snapshot()->generation, generation); // hot: the same network all the way
}

void TestMainWindow::refusedValueStaysInPlace()
{
    Open open;
    ui::ParameterSlider* batch = open.slider("training.batch_size");
    const auto type = [&](ui::ParameterSlider* slider, const char* text) {
        slider->edit()->setFocus();
        slider->edit()->selectAll();
        QTest::keyClicks(slider->edit(), QLatin1String(text));
        QTest::keyClick(slider->edit(), Qt::Key_Return);
    };
    // Refused by the field's own range …
    type(batch, "0");
    QVERIFY(batch->message().contains(QStringLiteral("at least 1")));
    QCOMPARE(open.config().training.batchSize, 32);
    // … and by what it does not go together with.
    open.window.session().edit({"network.normalization.kind", std::string("batch")});
    type(batch, "1");
    QVERIFY2(!batch->message().isEmpty(), "batch normalization needs two samples");
    QCOMPARE(open.config().training.batchSize, 32);
    QCOMPARE(batch->edit()->text(), QStringLiteral("32"));
    type(batch, "64");
    QVERIFY(batch->message().isEmpty());
    QCOMPARE(open.config().training.batchSize, 64);
    // A network that would need more memory than allowed.
    type(open.slider("network.width"), "4096");
    type(open.slider("network.depth"), "1000");
    QVERIFY(!open.slider("network.depth")->message().isEmpty());
    QCOMPARE(open.config().network.depth, 8);
    QVERIFY(open.window.session().playing());
}

void TestMainWindow::activationBringsItsParameters()
{
    Open open;
    QVERIFY(!open.slider("network.activation.negative_slope"));
    auto* editor = qobject_cast<ui::ChoiceEditor*>(open.window.sidebar().editor("network.activation.kind"));
    QVERIFY(editor);
    editor->comboBox()->setFocus();
    QTest::keyClicks(editor->comboBox(), QStringLiteral("Leaky"));
    emit editor->comboBox()->activated(editor->comboBox()->currentIndex());
    QCOMPARE(QString::fromStdString(open.config().network.activation.kind), QStringLiteral("leaky_relu"));
    QVERIFY(open.slider("network.activation.negative_slope"));
    QVERIFY(editor->comboBox()->hasFocus());
    QTRY_VERIFY(open.window.session().snapshot()->config.network.activation.kind == "leaky_relu");
}

void TestMainWindow::presetsOpen_data()
{
    QTest::addColumn<QString>("name");
    QVERIFY(presetNames().size() >= 10);
    for (const QString& name : presetNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestMainWindow::presetsOpen()
{
    QFETCH(QString, name);
    Open open;
    open.choosePreset(name);
    const auto config = core::parseExperiment(readResource("experiments/" + name.toStdString() + ".json").value());
    QVERIFY(open.config() == config.value());
    QTRY_VERIFY(open.window.session().snapshot()->config.title == config.value().title);
    QTRY_VERIFY(open.window.session().snapshot()->step > 0);
    QVERIFY(open.window.messageBar().message().isEmpty());
    QVERIFY(open.window.windowTitle().contains(QString::fromStdString(config.value().title)));
}

void TestMainWindow::variationIsSaid()
{
    Open open;
    QVERIFY(!open.window.statusLine().sentence().contains(QStringLiteral("variation")));
    open.window.session().edit({"network.depth", 4.0});
    QTRY_VERIFY(open.window.statusLine().sentence().contains(QStringLiteral("a variation of “Vanishing")));
    open.window.session().edit({"network.depth", 8.0});
    QTRY_VERIFY(!open.window.statusLine().sentence().contains(QStringLiteral("variation")));
    open.window.session().edit({"training.steps_per_second", 5.0});
    QVERIFY(!open.window.statusLine().sentence().contains(QStringLiteral("variation")));
}

void TestMainWindow::doneCanGoOn()
{
    core::ExperimentConfig config = firstExperiment();
    config.training.steps = 20;
    config.training.stepsPerSecond = 0;
    Open open(config);
    QTRY_VERIFY(open.window.statusLine().sentence().startsWith(QStringLiteral("Done")));
    QVERIFY(open.window.statusLine().sentence().contains(QStringLiteral("20")));
    QVERIFY(open.button("play")->text().contains(QStringLiteral("Play")));
    click(open.button("play"));
    QTRY_VERIFY(open.window.statusLine().sentence().contains(QStringLiteral("40")));
}

void TestMainWindow::divergenceIsSaid()
{
    core::ExperimentConfig config = firstExperiment();
    config.network.activation = {"relu", {}};
    config.optimizer.parameters["learning_rate"] = 1e6;
    Open open(config);
    QTRY_VERIFY(open.window.statusLine().sentence().startsWith(QStringLiteral("Diverged at step")));
    QVERIFY(open.window.statusLine().sentence().contains(QStringLiteral("layer")));
    open.window.session().edit({"optimizer.learning_rate", 0.1});
    QTRY_VERIFY(open.window.statusLine().sentence().startsWith(QStringLiteral("Training")));
}

void TestMainWindow::brokenPresetIsAMessage()
{
    Open open;
    const core::ExperimentConfig before = open.config();
    open.window.documentFlow().openPreset("no-such-preset");
    QVERIFY(!open.window.messageBar().message().isEmpty());
    QVERIFY(open.window.messageBar().isVisible());
    QVERIFY(open.config() == before);
    click(open.window.messageBar().findChild<QPushButton*>());
    QVERIFY(!open.window.messageBar().isVisible());
}

void TestMainWindow::faultOfTheTrainerIsAMessage()
{
    // A program whose data set is missing: the window lives on, and other data works.
    const auto withoutData = [](std::string_view name) {
        return name.starts_with("datasets/") ? std::nullopt : readResource(name);
    };
    MainWindow window({withoutData, presetNames()}, {firstExperiment()});
    window.show();
    QTRY_VERIFY(window.session().snapshot());
    window.session().edit({"data.source", std::string("digits")});
    QTRY_VERIFY(!window.messageBar().message().isEmpty());
    QVERIFY(!window.session().playing());
    window.session().edit({"data.source", std::string("circles")});
    window.session().setPlaying(true);
    QTRY_VERIFY(window.session().snapshot()->config.data.source == "circles" && window.session().snapshot()->step > 5);
}

void TestMainWindow::paceFromOneToFastest()
{
    Open open;
    QSlider* slider = open.window.runBar().findChild<ui::PaceSlider*>()->slider();
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(open.config().training.stepsPerSecond, 1.0);
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(open.config().training.stepsPerSecond, 0.0);
    const std::int64_t step = open.step();
    QTRY_VERIFY(open.step() > step + 100);
}

void TestMainWindow::themeSwitches()
{
    Open open;
    const auto lightness = [&] {
        return open.window.grab().toImage().pixelColor(5, open.window.height() / 2).lightness();
    };
    open.window.setTheme(ui::ThemeKind::Light);
    const int light = lightness();
    click(open.button("theme"));
    const int dark = lightness();
    QVERIFY2(light > 200 && dark < 60, qPrintable(QStringLiteral("%1 %2").arg(light).arg(dark)));
    // Round by the projector's, which is large as well as light.
    click(open.button("theme"));
    QVERIFY(lightness() > 200);
    QCOMPARE(open.window.theme(), ui::ThemeKind::Projector);
    const int letters = QApplication::font().pixelSize();
    click(open.button("theme"));
    QCOMPARE(lightness(), light);
    QVERIFY(QApplication::font().pixelSize() < letters);
}

void TestMainWindow::nothingIsClipped_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("activation");
    for (const char* activation : {"sigmoid", "leaky_relu", "prelu"}) {
        QTest::addRow("1280x800 %s", activation) << QSize(1280, 800) << QString::fromLatin1(activation);
        QTest::addRow("1920x1080 %s", activation) << QSize(1920, 1080) << QString::fromLatin1(activation);
    }
}

void TestMainWindow::nothingIsClipped()
{
    QFETCH(QSize, size);
    QFETCH(QString, activation);
    core::ExperimentConfig config = firstExperiment();
    config.network.activation = {activation.toStdString(), {}};
    config.network.normalization = {"batch", {}};
    config.optimizer = {"adam", {}};
    Open open(config);
    open.window.resize(size);
    QCOMPARE(open.window.size(), size);
    QTRY_VERIFY(open.frames > 2);
    QVERIFY(!open.window.sidebar().horizontalScrollBar()->isVisible());
    const QWidget* content = open.window.sidebar().widget();
    QVERIFY2(content->minimumSizeHint().width() <= open.window.sidebar().viewport()->width(),
             "the sidebar is too narrow");
    for (const QLabel* label : content->findChildren<QLabel*>())
        if (label->isVisible() && !label->wordWrap())
            QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
    for (const QToolButton* button : open.window.runBar().findChildren<QToolButton*>())
        if (button->objectName() != QLatin1String("qt_toolbar_ext_button"))
            QVERIFY2(button->isVisible() && button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    QVERIFY(!open.window.runBar().findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button"))->isVisible());
}

void TestMainWindow::exportWorksWhileTraining()
{
    Open open;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("figure"));
    QTest::keyClick(&open.window, Qt::Key_E, Qt::ControlModifier);
    ui::ExportDialog* dialog = open.window.exporter().dialog();
    QVERIFY(dialog);
    for (QLineEdit* edit : dialog->findChildren<QLineEdit*>())
        if (edit->text().contains(QLatin1Char('/'))) {
            edit->selectAll();
            QTest::keyClicks(edit, path);
        }
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!open.window.exporter().dialog());
    const QImage image(path + QStringLiteral(".png"));
    QCOMPARE(image.size(), QSize(1920, 1200));
    QVERIFY(open.window.statusLine().currentMessage().contains(path));
    const std::int64_t step = open.step();
    QTRY_VERIFY(open.step() > step); // training went on, and goes on
}

void TestMainWindow::cardsExportAndCopy()
{
    Open open;
    emit open.window.dashboard().card(3).exportRequested(QStringLiteral("csv"));
    QVERIFY(open.window.exporter().dialog());
    QCOMPARE(open.window.exporter().dialog()->request().card, 3);
    QCOMPARE(open.window.exporter().dialog()->request().options.formats, QStringList{QStringLiteral("csv")});
    open.window.exporter().dialog()->reject();
    emit open.window.dashboard().card(4).copyTableRequested();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("step\ttraining_loss")));
    emit open.window.dashboard().card(4).copyPictureRequested();
    QVERIFY(!QGuiApplication::clipboard()->image().isNull());
}

void TestMainWindow::closesWhileTraining()
{
    for (int i = 0; i < 3; ++i) {
        core::ExperimentConfig config = firstExperiment();
        config.title.clear(); // an experiment of one's own, as it was opened: nothing to ask about
        config.training.stepsPerSecond = i == 0 ? 0 : 1;
        Open open(config);
        QVERIFY(open.window.close());
    }
}

QTEST_MAIN(TestMainWindow)
#include "TestMainWindow.moc"
