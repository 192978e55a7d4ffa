// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment as a PyTorch script, as a person saves it from the window. What is in it is the business of
// app/TestExportCode.
#include "tests/ui/OpenWindow.h"
#include "ui/CodeExport.h"
#include "ui/controls/Actions.h"
#include "ui/widgets/MessageBar.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using opened::Open;

class TestCodeExport : public QObject
{
    Q_OBJECT

private slots:
    void theMenuAsksWhere();
    void changesWhileRunningAreInIt();
    void aPlaceThatCannotBeWrittenIsTold();
    void closingTheWindowLeavesNothingHalfDone();
};

void TestCodeExport::theMenuAsksWhere()
{
    Open open;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.py"));
    QString proposed;
    // The question is open while the key is handled.
    QTimer::singleShot(200, &open.window, [&] {
        auto* dialog = open.window.findChild<QFileDialog*>();
        QVERIFY(dialog);
        proposed = QFileInfo(dialog->selectedFiles().value(0)).fileName();
        dialog->findChild<QLineEdit*>()->setText(QString(path).remove(QStringLiteral(".py")));
        dialog->setDirectory(folder.path());
        QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
    });
    QSignalSpy finished(&open.window.codeExport(), &ui::CodeExport::finished);
    QTest::keyClick(&open.window, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY2(proposed.endsWith(QStringLiteral(".py")), qPrintable(proposed));
    QVERIFY(finished[0][0].toString().contains(path));
    QVERIFY(QFileInfo(path).size() > 1000);
    QVERIFY(QFileInfo::exists(folder.filePath(QStringLiteral("mine_data/initial_parameters.npy"))));
}

void TestCodeExport::changesWhileRunningAreInIt()
{
    Open open;
    open.window.session().setPlaying(false);
    QTRY_VERIFY(open.window.session().snapshot() && open.window.session().snapshot()->step > 0);
    open.window.history().edit({"optimizer.learning_rate", 0.0375});
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("changed.py"));
    QSignalSpy finished(&open.window.codeExport(), &ui::CodeExport::finished);
    open.window.codeExport().write(path);
    QTRY_COMPARE(finished.size(), 1);
    QFile script(path);
    QVERIFY(script.open(QIODevice::ReadOnly));
    const QByteArray text = script.readAll();
    QVERIFY(text.contains("def change_settings(step"));
    QVERIFY(text.contains("lr=0.0375"));
}

void TestCodeExport::aPlaceThatCannotBeWrittenIsTold()
{
    Open open;
    open.window.codeExport().write(QStringLiteral("/no/such/folder/script.py"));
    QTRY_VERIFY(open.window.messageBar().isVisible());
    QVERIFY(open.window.messageBar().message().contains(QStringLiteral("/no/such/folder")));
    QVERIFY(!open.window.codeExport().isBusy());
}

void TestCodeExport::closingTheWindowLeavesNothingHalfDone()
{
    const QTemporaryDir folder;
    {
        Open open;
        open.window.codeExport().write(folder.filePath(QStringLiteral("never.py")));
    }
    // It may have been quicker than the window; nothing is left half done.
    if (QFileInfo::exists(folder.filePath(QStringLiteral("never.py"))))
        QVERIFY(QFileInfo::exists(folder.filePath(QStringLiteral("never_data/losses.npy"))));
}

QTEST_MAIN(TestCodeExport)
#include "TestCodeExport.moc"
