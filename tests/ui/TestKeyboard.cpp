// SPDX-License-Identifier: GPL-3.0-or-later
// The window without a mouse: everything is reached with keys, says what it is, and shows where the focus is.
#include "OpenWindow.h"
#include "ui/Exporter.h"
#include "ui/dialogs/ShortcutSheet.h"
#include "ui/panels/Dashboard.h"
#include "ui/widgets/Card.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace opened;
using ui::Command;

namespace
{

QWidget* focused()
{
    return QApplication::focusWidget();
}

void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget* target = QApplication::activePopupWidget();
    if (!target)
        target = focused();
    QVERIFY(target);
    QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
}

/// Presses Tab until the focus is there; false if it never comes there.
template <class Arrived>
bool tabTo(Arrived arrived)
{
    for (int i = 0; i < 300; ++i) {
        if (focused() && arrived(focused()))
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

QString spokenName(const QWidget* widget)
{
    const QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    return interface ? interface->text(QAccessible::Name) : QString();
}

} // namespace

class TestKeyboard : public QObject
{
    Q_OBJECT

private slots:
    void aLessonByKeysAlone();
    void everythingInTheTabOrderSaysWhatItIs();
    void tabComesRoundAndBack();
    void cardsByNumber();
    void plainKeysLeaveFieldsAlone();
    void undoWhileAFieldHasTheFocus();
    void noKeyHasTwoMeanings();
    void sheetNamesEveryKey();
};

void TestKeyboard::aLessonByKeysAlone()
{
    Open open;
    open.window.dashboard().setFocus();
    // A preset: the list is unfolded, walked through, and chosen from.
    auto* presets = open.window.runBar().findChild<QComboBox*>();
    QVERIFY(tabTo([&](QWidget* widget) { return widget == presets; }));
    press(Qt::Key_Home);
    for (int i = 0; i < presets->count() && open.config().network.activation.kind != "leaky_relu"; ++i)
        press(Qt::Key_Down);
    QCOMPARE(open.config().network.activation.kind, std::string("leaky_relu"));

    // Its slope.
    QSlider* slope = open.slider("network.activation.negative_slope")->slider();
    const core::ExperimentConfig before = open.config();
    QVERIFY(tabTo([&](QWidget* widget) { return widget == slope; }));
    press(Qt::Key_Right);
    press(Qt::Key_Right);
    QVERIFY(!(open.config() == before));
    QTRY_VERIFY(open.window.session().snapshot()->config.network.activation == open.config().network.activation);

    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(open.config() == before);

    // A card fills the window, and gives it back.
    QVERIFY(tabTo([&](QWidget* widget) { return qobject_cast<QToolButton*>(widget) != nullptr; }));
    press(Qt::Key_3);
    QCOMPARE(open.window.dashboard().maximizedCard(), 2);
    QVERIFY(!open.window.dashboard().card(0).isVisible());
    press(Qt::Key_Escape);
    QCOMPARE(open.window.dashboard().maximizedCard(), -1);

    // A figure for the slides.
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lesson.png"));
    press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(open.window.exporter().dialog() && open.window.exporter().dialog()->isActiveWindow());
    QVERIFY(tabTo([](QWidget* widget) {
        const auto* edit = qobject_cast<QLineEdit*>(widget);
        return edit && edit->text().contains(QLatin1Char('/'));
    }));
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(focused(), path);
    press(Qt::Key_Return);
    QTRY_VERIFY(!open.window.exporter().dialog());
    QVERIFY(!QImage(path).isNull());
}

void TestKeyboard::everythingInTheTabOrderSaysWhatItIs()
{
    Open open;
    open.window.dashboard().setFocus();
    QSet<QWidget*> seen;
    for (int i = 0; i < 400 && !seen.contains(focused()); ++i) {
        seen.insert(focused());
        if (focused() != &open.window.dashboard())
            QVERIFY2(!spokenName(focused()).isEmpty(), focused()->metaObject()->className());
        press(Qt::Key_Tab);
    }
    QVERIFY2(seen.size() > 25, qPrintable(QString::number(seen.size())));
    for (int card = 0; card < open.window.dashboard().cardCount(); ++card)
        QVERIFY(!spokenName(&open.window.dashboard().card(card)).isEmpty());
    for (const char* path : {"network.depth", "optimizer.learning_rate", "training.batch_size"})
        QVERIFY2(seen.contains(open.slider(path)->slider()) && seen.contains(open.slider(path)->edit()), path);
    for (const char* button : {"play", "step", "restart", "new-seed", "theme", "export"})
        QVERIFY2(seen.contains(open.button(button)), button);
}

void TestKeyboard::tabComesRoundAndBack()
{
    Open open;
    auto* presets = open.window.runBar().findChild<QComboBox*>();
    QVERIFY(tabTo([&](QWidget* widget) { return widget == presets; }));
    press(Qt::Key_Tab);
    QVERIFY(focused() != presets);
    QVERIFY(tabTo([&](QWidget* widget) { return widget == presets; }));
    press(Qt::Key_Tab);
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(focused(), static_cast<QWidget*>(presets));
}

void TestKeyboard::cardsByNumber()
{
    Open open;
    open.window.dashboard().setFocus();
    constexpr int kDigits = 10; // there are more cards than digits
    QVERIFY(open.window.dashboard().cardCount() >= kDigits);
    for (int card = 0; card < kDigits; ++card) {
        press(Qt::Key_0 + (card + 1) % kDigits);
        QCOMPARE(open.window.dashboard().maximizedCard(), card);
        QVERIFY(open.window.dashboard().card(card).isVisible());
    }
    press(Qt::Key_0); // the same again brings all back
    QCOMPARE(open.window.dashboard().maximizedCard(), -1);
}

void TestKeyboard::plainKeysLeaveFieldsAlone()
{
    Open open;
    QLineEdit* edit = open.slider("network.depth")->edit();
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("12"));
    QCOMPARE(open.window.dashboard().maximizedCard(), -1);
    press(Qt::Key_Return);
    QCOMPARE(open.config().network.depth, 12);
    QVERIFY(open.window.session().playing());
}

void TestKeyboard::undoWhileAFieldHasTheFocus()
{
    Open open;
    QLineEdit* edit = open.slider("network.depth")->edit();
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("12"));
    // While typing, undo is the field's; once taken over, it is the window's.
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(open.window.history().stack().count(), 0);
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("12"));
    press(Qt::Key_Return);
    QCOMPARE(open.config().network.depth, 12);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(open.config().network.depth, 8);
    QCOMPARE(edit->text(), QStringLiteral("8"));
    press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(open.config().network.depth, 12);
}

void TestKeyboard::noKeyHasTwoMeanings()
{
    Open open;
    QSet<QKeySequence> keys;
    int actions = 0;
    for (QAction* top : open.window.menuBar()->actions())
        for (QAction* action : top->menu()->actions()) {
            if (action->isSeparator() || action->menu())
                continue;
            ++actions;
            QVERIFY(!action->text().isEmpty());
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
                keys.insert(key);
            }
        }
    QVERIFY(actions > 18);
}

void TestKeyboard::sheetNamesEveryKey()
{
    Open open;
    open.window.dashboard().setFocus();
    QStringList words;
    QTimer::singleShot(0, &open.window, [&] {
        auto* sheet = open.window.findChild<ui::ShortcutSheet*>();
        QVERIFY(sheet);
        for (const QLabel* label : sheet->findChildren<QLabel*>())
            words << label->text();
        QTest::keyClick(sheet, Qt::Key_Escape);
    });
    press(Qt::Key_Question, Qt::ShiftModifier);
    for (const char* key : {"Space", "→", "←", "R", "1 … 9, 0", "Esc", "F11", "Ctrl+E", "Ctrl+Z", "End", "F1, ?"})
        QVERIFY2(words.contains(QString::fromUtf8(key)), key);
}

QTEST_MAIN(TestKeyboard)
#include "TestKeyboard.moc"
