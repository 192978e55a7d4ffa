// SPDX-License-Identifier: GPL-3.0-or-later
// Experiments as documents: opened, changed, saved, undone, asked about, and found again after a crash; all through the
// window, as a person does it.
#include "OpenWindow.h"
#include "ui/DocumentFlow.h"
#include "ui/Recovery.h"
#include "ui/controls/StatusLine.h"
#include "ui/widgets/MessageBar.h"

#include "core/base/AtomicFile.h"

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QLockFile>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace opened;
using ui::Command;

namespace
{

core::ExperimentConfig readBack(const QString& path)
{
    const auto text = core::readWholeFile(path.toStdString(), core::kLargestExperimentText);
    return text ? core::parseExperiment(text.value()).value() : core::ExperimentConfig();
}

void writeExperiment(const QString& path, const core::ExperimentConfig& config)
{
    QVERIFY(core::writeWholeFile(path.toStdString(), core::experimentToText(config)));
}

/// Presses the button with these words in the question that comes next; counts the questions.
class Answer : public QObject
{
public:
    explicit Answer(const char* button)
    {
        m_timer.setInterval(5);
        connect(&m_timer, &QTimer::timeout, this, [this, button] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box)
                return;
            ++asked;
            for (QAbstractButton* each : box->buttons())
                if (each->text() == QLatin1String(button)) {
                    each->click();
                    return;
                }
            QFAIL("no such button");
        });
        m_timer.start();
    }
    int asked = 0;

private:
    QTimer m_timer;
};

ui::WindowSetup setupIn(const QTemporaryDir& folder)
{
    ui::WindowSetup setup{readResource, presetNames()};
    setup.preferencesFile = folder.filePath(QStringLiteral("window.ini"));
    setup.recoveryFolder = folder.filePath(QStringLiteral("unsaved"));
    return setup;
}

void trigger(Open& open, Command command)
{
    open.window.actions().action(command)->trigger();
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private slots:
    void savedFileHoldsTheExperiment();
    void savedFileReplaysWhatWasChanged();
    void savedRightAfterAnEditHoldsTheEdit();
    void saveAsksForAPlaceOnce();
    void unwritablePlaceKeepsTheDocument();
    void brokenFileIsAMessage();
    void droppedFileOpens();
    void recentFilesNewestFirst();
    void undoAndRedoOfEveryKindOfControl();
    void dragIsOneStep();
    void backAtTheBeginningIsNoStep();
    void undoIsNamed();
    void chosenPresetCanBeUndone();
    void newAndQuitAskBeforeLosing();
    void replayOfAFileIsNoModification();
    void closedWindowReopensAsItWas();
    void projectorsLettersAreLargeFromTheStart();
    void lastFileIsOpenedAgain();
    void damagedPreferencesAreSetAside_data();
    void damagedPreferencesAreSetAside();
    void killedProgramLosesNothing();
    void runningProgramsKeepTheirs();
    void invitationIsShownUntilClosed();
};

void TestDocument::savedFileHoldsTheExperiment()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.actiscope"));
    Open open;
    open.window.session().edit({"network.depth", 3.0});
    QTRY_COMPARE(open.window.session().snapshot()->config.network.depth, 3);
    QVERIFY(open.window.isWindowModified());
    QVERIFY(open.window.document().saveAs(path));
    QVERIFY(!open.window.isWindowModified());
    QVERIFY(open.window.windowTitle().contains(QStringLiteral("mine.actiscope")));
    const core::ExperimentConfig saved = readBack(path);
    QCOMPARE(saved.network.depth, 3);
    QCOMPARE(saved.network.activation.kind, std::string("sigmoid"));
    // Under the preset's title it would be taken for the preset.
    QCOMPARE(saved.title, std::string("mine"));
}

void TestDocument::savedFileReplaysWhatWasChanged()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("changed.actiscope"));
    Open open;
    QTRY_VERIFY(open.window.session().snapshot()->step > 5);
    open.window.session().edit({"optimizer.learning_rate", 0.2});
    QTRY_VERIFY(!open.window.session().snapshot()->changes->empty());
    QVERIFY(open.window.document().saveAs(path));
    const core::ExperimentConfig saved = readBack(path);
    QCOMPARE(saved.changes.size(), std::size_t(1));
    QVERIFY(saved.changes.front().step > 5);
    QCOMPARE(saved.changes.front().set.front().key, std::string("optimizer.learning_rate"));
    QVERIFY(saved.optimizer.parameters.at("learning_rate") != 0.2); // it began with another
}

void TestDocument::savedRightAfterAnEditHoldsTheEdit()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("quick.actiscope"));
    Open open;
    QTRY_VERIFY(open.step() > 3);
    // No event is processed in between: the trainer has not even heard of it.
    open.window.session().edit({"network.depth", 5.0});
    QVERIFY(open.window.document().saveAs(path));
    QCOMPARE(readBack(path).network.depth, 5);
    QTRY_COMPARE(open.window.session().snapshot()->config.network.depth, 5);
    open.window.session().edit({"optimizer.learning_rate", 0.3});
    QVERIFY(open.window.document().saveAs(path));
    const core::ExperimentConfig saved = readBack(path);
    QVERIFY(!saved.changes.empty());
    QCOMPARE(std::get<double>(saved.changes.back().set.back().value), 0.3);
}

void TestDocument::saveAsksForAPlaceOnce()
{
    QTemporaryDir folder;
    Open open(setupIn(folder), {firstExperiment()});
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    int dialogs = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        ++dialogs;
        auto* name = dialog->findChild<QLineEdit*>();
        name->setText(folder.filePath(QStringLiteral("first")));
        QTest::keyClick(name, Qt::Key_Return);
    });
    timer.start(5);
    trigger(open, Command::Save);
    QCOMPARE(dialogs, 1);
    QCOMPARE(open.window.document().path(), folder.filePath(QStringLiteral("first.actiscope")));
    trigger(open, Command::Save);
    QCOMPARE(dialogs, 1);
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("first.actiscope"))));
}

void TestDocument::unwritablePlaceKeepsTheDocument()
{
    QTemporaryDir folder;
    Open open;
    const QString path = folder.filePath(QStringLiteral("old.actiscope"));
    QVERIFY(open.window.document().saveAs(path));
    open.window.history().edit({"network.depth", 4.0});
    const core::Outcome outcome = open.window.document().saveAs(folder.filePath(QStringLiteral("none/x.actiscope")));
    QVERIFY(!outcome);
    QCOMPARE(open.window.document().path(), path);
    QVERIFY(open.window.document().modified());
    QCOMPARE(readBack(path).network.depth, 8);
}

void TestDocument::brokenFileIsAMessage()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("broken.json"));
    QVERIFY(core::writeWholeFile(path.toStdString(),
                                 "{ \"format\": \"actiscope-experiment\", \"version\": 1,\n \"sed\": 1 }"));
    Open open;
    const core::ExperimentConfig before = open.config();
    open.window.documentFlow().openFile(path);
    const QString message = open.window.messageBar().message();
    QVERIFY2(message.contains(QStringLiteral("broken.json")) && message.contains(QStringLiteral("line 2")) &&
                 message.contains(QStringLiteral("seed")),
             qPrintable(message));
    QVERIFY(open.config() == before);
    open.window.documentFlow().openFile(QStringLiteral("/no/such/file.actiscope"));
    QVERIFY(open.window.messageBar().message().contains(QStringLiteral("file.actiscope")));
    QVERIFY(open.window.session().playing());
}

void TestDocument::droppedFileOpens()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("dropped.actiscope"));
    core::ExperimentConfig config = firstExperiment();
    config.title = "Dropped";
    config.network.depth = 2;
    writeExperiment(path, config);
    Open open;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint middle = open.window.rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&open.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&open.window, &drop);
    QTRY_COMPARE(open.config().network.depth, 2);
    QCOMPARE(open.window.document().path(), path);
    QMimeData text;
    text.setText(QStringLiteral("no file"));
    QDragEnterEvent refused(middle, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    refused.ignore();
    QApplication::sendEvent(&open.window, &refused);
    QVERIFY(!refused.isAccepted());
}

void TestDocument::recentFilesNewestFirst()
{
    QTemporaryDir folder;
    Open open(setupIn(folder), {firstExperiment()});
    QMenu* menu = open.window.actions().submenu(ui::Submenu::RecentFiles);
    QVERIFY(!menu->isEnabled());
    QStringList paths;
    for (int i = 0; i < 12; ++i) {
        paths << folder.filePath(QStringLiteral("%1.actiscope").arg(i));
        QVERIFY(open.window.document().saveAs(paths.last()));
    }
    QVERIFY(menu->isEnabled());
    QCOMPARE(menu->actions().first()->text(), QStringLiteral("11.actiscope"));
    QVERIFY(menu->actions().size() <= ui::Preferences::kMostRecentFiles + 2);
    menu->actions().at(1)->trigger();
    QCOMPARE(open.window.document().path(), paths[10]);
    QCOMPARE(menu->actions().first()->text(), QStringLiteral("10.actiscope"));
    menu->actions().last()->trigger();
    QVERIFY(!menu->isEnabled());
}

void TestDocument::undoAndRedoOfEveryKindOfControl()
{
    Open open;
    const std::vector<core::Setting> settings{
        {"network.depth", 3.0},
        {"network.activation.kind", std::string("relu")},
        {"optimizer.kind", std::string("adam")},
        {"data.standardize", false},
        {"data.source", std::string("circles")},
        {"seed", 7.0},
        {"training.steps_per_second", 50.0},
    };
    std::vector<core::ExperimentConfig> states{open.config()};
    for (const core::Setting& setting : settings) {
        open.window.history().edit(setting);
        open.window.history().endGesture();
        QVERIFY2(!(open.config() == states.back()), setting.key.c_str());
        states.push_back(open.config());
    }
    for (std::size_t at = states.size() - 1; at-- > 0;) {
        QTest::keyClick(&open.window, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(open.config() == states[at]);
    }
    QVERIFY(!open.window.actions().action(Command::Undo)->isEnabled());
    QVERIFY(!open.window.isWindowModified());
    for (std::size_t at = 1; at < states.size(); ++at) {
        trigger(open, Command::Redo);
        QVERIFY(open.config() == states[at]);
    }
    QVERIFY(!open.window.actions().action(Command::Redo)->isEnabled());
    QTRY_VERIFY(open.window.session().snapshot()->config.data.source == "circles");
    QTRY_VERIFY(open.window.session().snapshot()->step > 2); // it still trains
}

void TestDocument::dragIsOneStep()
{
    Open open;
    QSlider* slider = open.slider("network.depth")->slider();
    open.window.sidebar().ensureWidgetVisible(slider);
    const int y = slider->height() / 2;
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 4, y));
    for (int x = slider->width() / 4; x < slider->width(); x += 7)
        QTest::mouseMove(slider, QPoint(x, y));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() - 8, y));
    QVERIFY(open.config().network.depth > 8);
    QCOMPARE(open.window.history().stack().count(), 1);
    // A second drag is a second step.
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 3, y));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() / 3, y));
    QCOMPARE(open.window.history().stack().count(), 2);
    trigger(open, Command::Undo);
    trigger(open, Command::Undo);
    QCOMPARE(open.config().network.depth, 8);
    QCOMPARE(open.slider("network.depth")->edit()->text(), QStringLiteral("8"));
}

void TestDocument::backAtTheBeginningIsNoStep()
{
    Open open;
    open.window.history().edit({"network.depth", 9.0});
    open.window.history().edit({"network.depth", 8.0});
    open.window.history().endGesture();
    QCOMPARE(open.window.history().stack().count(), 0);
    QVERIFY(!open.window.isWindowModified());
}

void TestDocument::undoIsNamed()
{
    Open open;
    QAction* undo = open.window.actions().action(Command::Undo);
    QVERIFY(!undo->isEnabled());
    open.window.history().edit({"network.depth", 12.0});
    QVERIFY2(undo->text().contains(QStringLiteral("Depth 12")), qPrintable(undo->text()));
    open.window.history().endGesture();
    open.window.history().edit({"network.activation.kind", std::string("leaky_relu")});
    QVERIFY2(undo->text().contains(QStringLiteral("Leaky ReLU")), qPrintable(undo->text()));
    undo->trigger();
    QVERIFY(undo->text().contains(QStringLiteral("Depth 12")));
    QVERIFY(open.window.actions().action(Command::Redo)->text().contains(QStringLiteral("Leaky ReLU")));
}

void TestDocument::chosenPresetCanBeUndone()
{
    Open open;
    open.window.history().edit({"network.depth", 5.0});
    open.window.history().endGesture();
    open.choosePreset(QStringLiteral("relu-he"));
    QCOMPARE(open.config().network.activation.kind, std::string("relu"));
    QVERIFY(!open.window.isWindowModified());
    trigger(open, Command::Undo);
    QCOMPARE(open.config().network.activation.kind, std::string("sigmoid"));
    QCOMPARE(open.config().network.depth, 5);
    QVERIFY(open.window.isWindowModified());
    QCOMPARE(open.window.document().preset()->name, std::string("vanishing-sigmoid"));
    QTRY_COMPARE(open.window.session().snapshot()->config.network.depth, 5);
}

void TestDocument::newAndQuitAskBeforeLosing()
{
    Open open;
    open.window.history().edit({"network.depth", 5.0});
    {
        Answer answer("Cancel");
        trigger(open, Command::NewFile);
        QCOMPARE(answer.asked, 1);
        QCOMPARE(open.config().network.depth, 5);
        QVERIFY(!open.window.close());
        QCOMPARE(answer.asked, 2);
    }
    {
        Answer answer("Do not save");
        trigger(open, Command::NewFile);
        QCOMPARE(answer.asked, 1);
        QVERIFY(open.config() == core::ExperimentConfig());
        QVERIFY(!open.window.isWindowModified());
        QVERIFY(open.window.close()); // nothing is lost: no question
        QCOMPARE(answer.asked, 1);
    }
}

void TestDocument::replayOfAFileIsNoModification()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("replay.actiscope"));
    core::ExperimentConfig config = firstExperiment();
    config.training.stepsPerSecond = 0;
    config.changes = {{3, {{"optimizer.learning_rate", 0.25}}}};
    writeExperiment(path, config);
    Open open;
    open.window.documentFlow().openFile(path);
    QTRY_COMPARE(open.config().optimizer.parameters.at("learning_rate"), 0.25);
    QVERIFY(!open.window.isWindowModified());
    open.window.history().edit({"optimizer.learning_rate", 0.5});
    QVERIFY(open.window.isWindowModified());
    trigger(open, Command::Undo);
    QVERIFY(!open.window.isWindowModified());
}

void TestDocument::closedWindowReopensAsItWas()
{
    QTemporaryDir folder;
    {
        Open open(setupIn(folder), {firstExperiment()});
        open.window.resize(1300, 777);
        open.window.setTheme(ui::ThemeKind::Dark);
        open.choosePreset(QStringLiteral("relu-he"));
        open.window.sidebar().setFolding(QStringLiteral("ufu"));
        QVERIFY(open.window.close());
    }
    Open open(setupIn(folder), {firstExperiment()});
    QCOMPARE(open.window.size(), QSize(1300, 777));
    QCOMPARE(open.window.theme(), ui::ThemeKind::Dark);
    QCOMPARE(open.config().network.activation.kind, std::string("relu"));
    QVERIFY(open.window.sidebar().folding().startsWith(QStringLiteral("ufu")));
    open.window.setTheme(ui::ThemeKind::Light);
}

void TestDocument::projectorsLettersAreLargeFromTheStart()
{
    QTemporaryDir folder;
    const ui::WindowSetup setup = setupIn(folder);
    ui::Preferences(setup.preferencesFile).set(QStringLiteral("theme"), QStringLiteral("projector"));
    Open open(setup, {firstExperiment()});
    const int letters = QApplication::font().pixelSize();
    const QList<QWidget*> parts{open.window.menuBar(), &open.window.statusLine(), &open.window.runBar(),
                                open.button("play"), open.slider("network.depth")};
    for (const QWidget* part : parts)
        QVERIFY2(QFontInfo(part->font()).pixelSize() == letters, part->metaObject()->className());
    open.window.setTheme(ui::ThemeKind::Light);
    for (const QWidget* part : parts)
        QTRY_VERIFY2(QFontInfo(part->font()).pixelSize() < letters, part->metaObject()->className());
}

void TestDocument::lastFileIsOpenedAgain()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("last.actiscope"));
    {
        Open open(setupIn(folder), {firstExperiment()});
        open.window.history().edit({"network.width", 17.0});
        QVERIFY(open.window.document().saveAs(path));
        QVERIFY(open.window.close());
    }
    {
        Open open(setupIn(folder), {firstExperiment()});
        QCOMPARE(open.window.document().path(), path);
        QCOMPARE(open.config().network.width, 17);
        QVERIFY(open.window.close());
    }
    // A file that is gone is no fault: the window begins with its first experiment.
    QVERIFY(QFile::remove(path));
    Open open(setupIn(folder), {firstExperiment()});
    QCOMPARE(open.config().network.width, 32);
}

void TestDocument::damagedPreferencesAreSetAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("noise") << QByteArray("\x00\xff\x13[geometry\n=;;%\x00", 16);
    QTest::newRow("other words") << QByteArray("<html>\nthis was never\nours</html>\n");
    QTest::newRow("wrong values") << QByteArray("[General]\ntheme=17\ngeometry=x\ncards=nothing\nfolded_sections=\n"
                                                "recent_files=@Invalid()\nlast_file=/\n");
}

void TestDocument::damagedPreferencesAreSetAside()
{
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    const ui::WindowSetup setup = setupIn(folder);
    QFile file(setup.preferencesFile);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    {
        Open open(setup, {firstExperiment()});
        if (content.contains('\0')) {
            QVERIFY(QFile::exists(setup.preferencesFile + QStringLiteral(".broken")));
            QVERIFY(open.window.messageBar().message().contains(QStringLiteral(".broken")));
        }
        open.window.setTheme(ui::ThemeKind::Dark);
        QVERIFY(open.window.close());
    }
    Open again(setup, {firstExperiment()});
    QCOMPARE(again.window.theme(), ui::ThemeKind::Dark);
    again.window.setTheme(ui::ThemeKind::Light);
}

void TestDocument::killedProgramLosesNothing()
{
    QTemporaryDir folder;
    const ui::WindowSetup setup = setupIn(folder);
    const QString path = folder.filePath(QStringLiteral("mine.actiscope"));
    // A program of its own, which is killed without a chance to say anything.
    const pid_t child = ::fork();
    if (child == 0) {
        ui::Recovery recovery(setup.recoveryFolder);
        core::ExperimentConfig config = firstExperiment();
        config.network.depth = 21;
        recovery.keep({path, core::experimentToText(config)});
        recovery.finish();
        ::kill(::getpid(), SIGKILL);
    }
    QVERIFY(child > 0);
    int status = 0;
    ::waitpid(child, &status, 0);
    {
        Open open(setup, {firstExperiment()});
        QCOMPARE(open.config().network.depth, 21);
        QCOMPARE(open.window.document().path(), path);
        QVERIFY(open.window.isWindowModified());
        QVERIFY(open.window.messageBar().message().contains(QStringLiteral("unexpectedly")));
        QVERIFY(open.window.document().saveAs(path));
        QVERIFY(!open.window.isWindowModified());
        QVERIFY(open.window.close());
    }
    QCOMPARE(readBack(path).network.depth, 21);
    Open open(setup, {firstExperiment()});
    QVERIFY(open.window.messageBar().message().isEmpty());
    QVERIFY(!open.window.isWindowModified());
}

void TestDocument::runningProgramsKeepTheirs()
{
    QTemporaryDir folder;
    ui::Recovery running(folder.path());
    running.keep({QString(), "experiment"});
    running.finish();
    ui::Recovery other(folder.path());
    QVERIFY(!other.rescue());
    running.forget();
    QVERIFY(QDir(folder.path()).entryList(QDir::Files).isEmpty());
    QVERIFY(!other.rescue());
}

void TestDocument::invitationIsShownUntilClosed()
{
    QTemporaryDir folder;
    {
        Open open(setupIn(folder), {firstExperiment()});
        QVERIFY(open.window.invitation().isVisible());
        QCOMPARE(open.window.invitation().message().count(QRegularExpression(QStringLiteral("[.!](\\s|$)"))), 4);
        click(open.window.invitation().closeButton());
        QVERIFY(!open.window.invitation().isVisible());
        QVERIFY(open.window.close());
    }
    Open open(setupIn(folder), {firstExperiment()});
    QVERIFY(!open.window.invitation().isVisible());
    trigger(open, Command::FirstSteps);
    QVERIFY(open.window.invitation().isVisible());
}

QTEST_MAIN(TestDocument)
#include "TestDocument.moc"
