// SPDX-License-Identifier: GPL-3.0-or-later
// Data of one's own, as a person brings it in: the dialog that looks at a table, and the edit that it ends in.
#include "core/data/DataPath.h"
#include "tests/ui/OpenWindow.h"
#include "ui/DataImport.h"
#include "ui/Document.h"
#include "ui/EditHistory.h"
#include "ui/base/Words.h"
#include "ui/dialogs/ImportDialog.h"
#include "ui/widgets/MessageBar.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

using opened::Open;
using ui::ImportDialog;

namespace
{

const QByteArray kTable("length;width;kind\n1.5;2;red\n2;3;blue\n3;5;red\n4;4;blue\n5;6;red\n");

/// A dialog that is open, with its parts.
struct Look {
    explicit Look(const core::DataConfig& data)
        : dialog(data)
    {
        dialog.show();
        understand();
    }
    void understand() { QTRY_VERIFY(dialog.summary() || !faults().isEmpty()); }
    void choose(const char* path, int row)
    {
        const QString name = ui::fieldLabel(path);
        for (QComboBox* box : dialog.findChildren<QComboBox*>())
            if (box->accessibleName() == name) {
                box->setCurrentIndex(row);
                emit box->activated(row);
            }
        understand();
    }
    [[nodiscard]] QString text() const
    {
        QString longest;
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->wordWrap())
                longest = label->text();
        return longest;
    }
    [[nodiscard]] QString faults() const
    {
        const auto* label = dialog.findChild<QLabel*>(QStringLiteral("faultText"));
        return label ? label->text() : QString();
    }
    [[nodiscard]] QTableWidget& table() const { return *dialog.findChild<QTableWidget*>(); }
    [[nodiscard]] QPushButton& importButton() const
    {
        for (QPushButton* button : dialog.findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Import"))
                return *button;
        qFatal("no button");
    }
    ImportDialog dialog;
};

} // namespace

class TestImport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aTableIsUnderstood();
    void choicesAreTried();
    void faultsAreTold();
    void oneEditThatCanBeUndone();
    void dropped();
    void choosingTheSourceAsksForTheFile();
    void pathsFollowTheDocument();
    void drawnDataBeginsWithSomething();

private:
    core::DataConfig tableOf(const QByteArray& text, const char* name = "table.csv")
    {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no room for a table");
        core::DataConfig data;
        data.source = "csv";
        data.path = file.fileName().toStdString();
        return data;
    }

    QTemporaryDir m_folder;
};

void TestImport::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

void TestImport::aTableIsUnderstood()
{
    const Look look(tableOf(kTable));
    QCOMPARE(look.text(), QStringLiteral("5 samples, 2 features, 2 classes: blue, red."));
    QCOMPARE(look.table().columnCount(), 3);
    QCOMPARE(look.table().rowCount(), 5);
    QCOMPARE(look.table().horizontalHeaderItem(0)->text(), QStringLiteral("length"));
    QCOMPARE(look.table().horizontalHeaderItem(2)->text(), QStringLiteral("kind (to be learned)"));
    QCOMPARE(look.table().item(0, 0)->text(), QStringLiteral("1.5"));
    QCOMPARE(look.table().verticalHeaderItem(0)->text(), QStringLiteral("2")); // its line in the file
    QVERIFY(look.importButton().isEnabled());
    // What is taken over leaves nothing to be found out again.
    const core::DataConfig data = look.dialog.data();
    QCOMPARE(data.separator, "semicolon");
    QCOMPARE(data.header, "yes");
    QCOMPARE(data.task, "classification");
    QCOMPARE(data.label, core::Value("kind"));
}

void TestImport::choicesAreTried()
{
    Look look(tableOf("a,b,c\n1,2.5,7\n3,4.5,8\n5,6.5,9\n"));
    QCOMPARE(look.text(), QStringLiteral("3 samples, 2 features, 3 classes: 7, 8, 9."));
    look.choose("data.task", 2);
    QCOMPARE(look.text(), QStringLiteral("3 samples, 2 features, and a number to be predicted: c."));
    look.choose("data.label", 1);
    QCOMPARE(look.text(), QStringLiteral("3 samples, 2 features, and a number to be predicted: b."));
    QCOMPARE(look.dialog.data().label, core::Value("b"));
    look.choose("data.header", 2);
    QVERIFY2(look.faults().contains(QStringLiteral("table.csv, line 1, column 1: “a” is no number")),
             qPrintable(look.faults()));
    QVERIFY(!look.importButton().isEnabled());
    look.choose("data.header", 0);
    look.choose("data.separator", 2);
    QVERIFY2(look.faults().contains(QStringLiteral("one column only")), qPrintable(look.faults()));
    look.choose("data.separator", 1);
    QVERIFY(look.importButton().isEnabled());
    QVERIFY(look.faults().isEmpty());
}

void TestImport::faultsAreTold()
{
    const Look look(tableOf("x,y,kind\n1,2,red\n3,,blue\n4,five,red\n"));
    const QStringList lines = look.faults().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 2);
    QVERIFY(
        lines[0].startsWith(QStringLiteral("table.csv, line 3, column 2: The value is missing in the column “y”.")));
    QVERIFY(lines[1].startsWith(QStringLiteral("table.csv, line 4, column 2: “five” is no number")));
    QVERIFY(!look.importButton().isEnabled());

    core::DataConfig lost = tableOf(kTable);
    lost.path += ".gone";
    const Look nothing(lost);
    QVERIFY(nothing.faults().contains(QStringLiteral("No such file or directory")));
    QVERIFY(!nothing.importButton().isEnabled());
}

void TestImport::oneEditThatCanBeUndone()
{
    Open open;
    const core::ExperimentConfig before = open.config();
    core::DataConfig data = Look(tableOf(kTable)).dialog.data();
    open.window.dataImport().take(data);
    QCOMPARE(open.config().data.source, "csv");
    QCOMPARE(open.window.history().stack().count(), 1);
    QTRY_COMPARE(open.window.session().snapshot()->data->classNames, (std::vector<std::string>{"blue", "red"}));
    QCOMPARE(open.window.session().snapshot()->data->trainSamples, 3); // 5 − round(1.5)

    // From classes to a number: the loss that goes with it.
    open.window.session().edit({"loss", std::string("cross_entropy")});
    data.task = "regression";
    data.label = "width";
    data.path = tableOf("length,width\n1,2\n2,4\n3,6\n4,9\n", "numbers.csv").path;
    data.separator = "comma";
    open.window.dataImport().take(data);
    QVERIFY(open.config().loss.kind.empty());
    QTRY_VERIFY(!open.window.session().snapshot()->data->classification);
    open.window.history().stack().undo();
    open.window.history().stack().undo();
    QCOMPARE(open.config().data, before.data);
}

void TestImport::dropped()
{
    Open open;
    const core::DataConfig data = tableOf(kTable);
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(QString::fromStdString(data.path))});
    bool seen = false;
    QTimer accepts;
    connect(&accepts, &QTimer::timeout, &accepts, [&] {
        auto* dialog = qobject_cast<ImportDialog*>(QApplication::activeModalWidget());
        if (dialog && dialog->summary()) {
            seen = true;
            dialog->accept();
        }
    });
    accepts.start(10);
    QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&open.window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&open.window, &drop);
    QTRY_VERIFY(seen);
    QTRY_COMPARE(open.config().data.source, "csv");
    QCOMPARE(open.config().data.path, data.path);
    // Nothing else than a table is taken for one.
    QVERIFY(!ui::DataImport::isDataFile(QStringLiteral("/a/lesson.actiscope")));
    QVERIFY(!ui::DataImport::isDataFile(QStringLiteral("/a/lesson.json")));
    QVERIFY(ui::DataImport::isDataFile(QStringLiteral("/a/train-images-idx3-ubyte.gz")));
}

void TestImport::choosingTheSourceAsksForTheFile()
{
    Open open;
    bool asked = false;
    QTimer rejects;
    connect(&rejects, &QTimer::timeout, &rejects, [&] {
        if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
            asked = true;
            dialog->reject();
        }
    });
    rejects.start(10);
    emit open.window.sidebar().edited({"data.source", std::string("csv")});
    emit open.window.sidebar().editingFinished();
    QTRY_VERIFY(asked);
    QCOMPARE(open.config().data.source, "moons");
    QVERIFY(open.window.messageBar().isHidden());
}

void TestImport::pathsFollowTheDocument()
{
    Open open;
    open.window.dataImport().take(Look(tableOf(kTable)).dialog.data());
    QTRY_COMPARE(open.window.session().snapshot()->data->classNames, (std::vector<std::string>{"blue", "red"}));
    const std::uint64_t run = open.window.session().snapshot()->generation;
    // Beside the table its name is enough; elsewhere it needs its whole path. Saving begins no new run.
    const QString beside = m_folder.filePath(QStringLiteral("lesson.actiscope"));
    QVERIFY(open.window.document().saveAs(beside));
    QCOMPARE(core::readExperiment(beside.toStdString()).value().data.path, "table.csv");
    QDir(m_folder.path()).mkdir(QStringLiteral("other"));
    const QString elsewhere = m_folder.filePath(QStringLiteral("other/lesson.actiscope"));
    QVERIFY(open.window.document().saveAs(elsewhere));
    const core::ExperimentConfig read = core::readExperiment(elsewhere.toStdString()).value();
    QCOMPARE(read.data.path, m_folder.filePath(QStringLiteral("table.csv")).toStdString());
    QVERIFY(core::makeDataset(read.data, 1, opened::readResource));
    QTest::qWait(50);
    QCOMPARE(open.window.session().snapshot()->generation, run);
    QVERIFY(open.window.document().openFile(beside));
    QTRY_VERIFY(open.window.session().snapshot()->generation > run);
    QCOMPARE(open.window.session().snapshot()->data->trainSamples, 3);
}

void TestImport::drawnDataBeginsWithSomething()
{
    Open open;
    open.window.session().edit({"data.source", std::string("drawn")});
    QCOMPARE(open.config().data.source, "drawn");
    QVERIFY(open.config().data.points.size() >= 4);
    QTRY_COMPARE(open.window.session().snapshot()->data->points.size(), open.config().data.points.size());
}

QTEST_MAIN(TestImport)
#include "TestImport.moc"
