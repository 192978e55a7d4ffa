// SPDX-License-Identifier: GPL-3.0-or-later
// The way out of the window: the job, the dialog with its preview, the clipboard. Files are looked at, and where there
// must be none, looked for.
#include "tests/ui/MadeUpPast.h"
#include "ui/Exporter.h"
#include "ui/dialogs/ExportPreview.h"
#include "ui/panels/ExportFormats.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace ui;
using namespace madeup;

namespace
{

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <class Widget>
Widget* named(const QWidget& parent, const char* accessibleName)
{
    for (Widget* widget : parent.findChildren<Widget*>())
        if (widget->accessibleName() == QLatin1String(accessibleName))
            return widget;
    return nullptr;
}

void choose(QComboBox* box, const QString& data)
{
    box->setCurrentIndex(box->findData(data));
    emit box->activated(box->currentIndex());
}

void type(QLineEdit* edit, const QString& text)
{
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

private slots:
    void jobMakesAllFiles();
    void abandonedJobLeavesNothing();
    void jobTellsFaults();
    void everyFormatIsWritten_data();
    void everyFormatIsWritten();
    void allCardsAtOnce();
    void previewIsWhatIsWritten();
    void previewFollowsTheOptions();
    void numbersAreShownAsATable();
    void stoppedExportLeavesNothing();
    void unwritablePlaceKeepsTheDialogOpen();
    void tooLargeIsSaid();
    void asksBeforeReplacing();
    void remembersTheLastTime();
    void formatsFitTheCard();
    void copiesPictureAndTable();
    void everyFieldHasANameAndABuddy();
    void tabGoesThroughAllFields();
};

void TestExport::jobMakesAllFiles()
{
    QTemporaryDir folder;
    const QStringList paths{folder.filePath(QStringLiteral("a")), folder.filePath(QStringLiteral("b"))};
    std::vector<ExportJob::Step> steps;
    std::vector<int> order;
    for (int step = 0; step < 10; ++step)
        steps.emplace_back([&, step]() -> ExportJob::Encode {
            if (QThread::currentThread() == qApp->thread())
                order.push_back(step);
            return [&paths, step]() -> ExportJob::Encoded {
                if (QThread::currentThread() == qApp->thread())
                    return core::Fault{};
                if (step % 5 != 4)
                    return std::vector<FileBytes>();
                return std::vector<FileBytes>{{paths[step / 5], QByteArray::number(step)}};
            };
        });
    ExportJob job(std::move(steps), paths);
    QSignalSpy progress(&job, &ExportJob::progressed);
    bool ok = false;
    connect(&job, &ExportJob::finished, this, [&](const core::Outcome& outcome) { ok = outcome.ok(); });
    job.start();
    QVERIFY(!QFile::exists(paths[0]));
    QTRY_VERIFY(ok);
    QCOMPARE(order, std::vector<int>({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    QCOMPARE(progress.size(), 10);
    QCOMPARE(progress.last(), QVariantList({10, 10}));
    QCOMPARE(contents(paths[0]), QByteArray("4"));
    QCOMPARE(contents(paths[1]), QByteArray("9"));
}

void TestExport::abandonedJobLeavesNothing()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    std::vector<ExportJob::Step> steps(5, [path]() -> ExportJob::Encode {
        return [path]() -> ExportJob::Encoded { return std::vector<FileBytes>{{path, "x"}}; };
    });
    QPointer<ExportJob> job = new ExportJob(std::move(steps), {path});
    QSignalSpy ended(job, &ExportJob::finished);
    connect(job, &ExportJob::progressed, this, [&] {
        if (job)
            job->abandon();
    });
    job->start();
    QTRY_VERIFY(!job);
    QVERIFY(ended.isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestExport::jobTellsFaults()
{
    QTemporaryDir folder;
    const auto outcomeOf = [](std::vector<ExportJob::Step> steps, const QString& path) {
        ExportJob job(std::move(steps), {path});
        std::optional<core::Outcome> outcome;
        connect(&job, &ExportJob::finished, &job, [&](const core::Outcome& ended) { outcome = ended; });
        job.start();
        [&] { QTRY_VERIFY(outcome); }();
        return outcome ? *outcome : core::Outcome(core::Done{});
    };
    bool drawn = false;
    const ExportJob::Step draws = [&drawn]() -> ExportJob::Encode {
        drawn = true;
        return []() -> ExportJob::Encoded { return std::vector<FileBytes>(); };
    };
    QVERIFY(!outcomeOf({draws}, folder.filePath(QStringLiteral("no/such/file"))).ok());
    QVERIFY(!drawn); // known before the work
    const ExportJob::Step throws = []() -> ExportJob::Encode {
        return []() -> ExportJob::Encoded { throw std::bad_alloc(); };
    };
    QVERIFY(!outcomeOf({draws, throws}, folder.filePath(QStringLiteral("file"))).ok());
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestExport::everyFormatIsWritten_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
    QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
    QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
    QTest::newRow("webp") << QStringLiteral("webp") << QByteArray("RIFF");
    QTest::newRow("csv") << QStringLiteral("csv") << QByteArray("layer,unit,state");
    QTest::newRow("animated_webp") << QStringLiteral("animated_webp") << QByteArray("RIFF");
    QTest::newRow("gif") << QStringLiteral("gif") << QByteArray("GIF89a");
}

void TestExport::everyFormatIsWritten()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, start);
    const RunWithPast run;
    QWidget window;
    Exporter exporter(run.source(), &window);
    QSignalSpy finished(&exporter, &Exporter::finished);
    QTemporaryDir folder;
    ExportRequest last = animationRequest(format, folder.filePath(QStringLiteral("x.png")));
    exporter.setLastRequest(last);
    exporter.open(kUnits, format);
    QVERIFY(exporter.dialog());
    type(named<QLineEdit>(*exporter.dialog(), "File"), folder.filePath(QStringLiteral("mine")));
    QTest::keyClick(exporter.dialog(), Qt::Key_Return);
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!exporter.dialog());
    const QString path = folder.filePath(QStringLiteral("mine.") + QLatin1String(exportFormat(format).suffix));
    QVERIFY2(contents(path).startsWith(start), qPrintable(path));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QVERIFY(finished.first().first().toString().contains(path));
}

void TestExport::allCardsAtOnce()
{
    const RunWithPast run;
    QWidget window;
    Exporter exporter(run.source(), &window);
    QSignalSpy finished(&exporter, &Exporter::finished);
    QTemporaryDir folder;
    ExportRequest last;
    last.options.size = {400, 300};
    last.options.dpi = 96;
    exporter.setLastRequest(last);
    exporter.open(kEveryCard);
    auto* dialog = exporter.dialog();
    for (QCheckBox* box : dialog->findChildren<QCheckBox*>())
        if (box->text() == QLatin1String("SVG") || box->text() == QLatin1String("CSV"))
            box->setChecked(true);
    const QString target = folder.filePath(QStringLiteral("new folder"));
    type(named<QLineEdit>(*dialog, "Folder"), target);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(finished.size(), 1);
    QStringList expected;
    for (const char* name :
         {"activation", "chaos", "decision", "diagnosis", "distributions", "factors", "gradient", "loss", "units"})
        for (const char* format : {"csv", "png", "svg"})
            expected << QStringLiteral("%1.%2").arg(QLatin1String(name), QLatin1String(format));
    QCOMPARE(QDir(target).entryList(QDir::Files, QDir::Name), expected);
}

void TestExport::previewIsWhatIsWritten()
{
    const RunWithPast run;
    for (const int card : {kWholeDashboard, static_cast<int>(kUnits), static_cast<int>(kDecision)}) {
        ExportRequest request = animationRequest(QStringLiteral("png"), {});
        request.card = card;
        request.options.theme = ThemeKind::Dark;
        ExportDialog dialog({run.source().cardTitles(), run.present(), {}}, request);
        dialog.show();
        QTRY_VERIFY(dialog.preview().upToDate() && dialog.preview().pictures().size() == 1);
        const QImage shown = dialog.preview().pictures().front();
        const double scale = static_cast<double>(shown.width()) / request.options.size.width();
        const QImage drawn = FigurePainter(card, request.options).image(run.run.frame(), scale);
        QVERIFY(std::abs(drawn.width() - shown.width()) <= 1 && shown.width() > 400);
        QVERIFY2(difference(drawn.copy(0, 0, shown.width(), shown.height()), shown).second < 1.5, "another picture");
    }
}

void TestExport::previewFollowsTheOptions()
{
    const RunWithPast run;
    ExportRequest request = animationRequest(QStringLiteral("png"), {});
    request.card = kLoss;
    ExportDialog dialog({run.source().cardTitles(), run.present(), run.earlier()}, request);
    dialog.show();
    const auto settled = [&] { return dialog.preview().upToDate() && !dialog.preview().pictures().empty(); };
    QTRY_VERIFY(settled());
    const auto picture = [&] { return dialog.preview().pictures().front(); };
    QImage before = picture();
    const auto changes = [&] {
        [&] { QTRY_VERIFY(settled()); }();
        const QImage now = picture();
        return std::exchange(before, now) != now;
    };
    choose(named<QComboBox>(dialog, "Theme"), QStringLiteral("dark"));
    QVERIFY(changes());
    named<QSpinBox>(dialog, "Size of letters in points")->setValue(20);
    QVERIFY(changes());
    type(named<QLineEdit>(dialog, "Text of the caption"), QStringLiteral("Other words"));
    QVERIFY(changes());
    for (QCheckBox* box : dialog.findChildren<QCheckBox*>())
        if (box->text() == QLatin1String("Without background"))
            box->click();
    QVERIFY(changes());
    QVERIFY(picture().hasAlphaChannel());
    named<QSpinBox>(dialog, "Height in pixels")->setValue(500);
    QVERIFY(changes());
    QCOMPARE(dialog.request().options.size, QSize(480, 500));
    QCOMPARE(dialog.request().options.captionText, QStringLiteral("Other words"));
    // A film moves.
    choose(named<QComboBox>(dialog, "Format"), QStringLiteral("gif"));
    QTRY_VERIFY(settled());
    before = picture();
    QTRY_VERIFY(settled() && picture() != before);
}

void TestExport::numbersAreShownAsATable()
{
    const RunWithPast run;
    ExportRequest request = animationRequest(QStringLiteral("csv"), {});
    ExportDialog dialog({run.source().cardTitles(), run.present(), {}}, request);
    dialog.show();
    auto* table = dialog.findChild<QTableWidget*>();
    QVERIFY(table->isVisible());
    QVERIFY(!dialog.preview().isVisible());
    QCOMPARE(table->horizontalHeaderItem(2)->text(), QStringLiteral("state"));
    QCOMPARE(table->item(9, 1)->text(), QStringLiteral("2")); // of the second layer
    QVERIFY(!named<QComboBox>(dialog, "Theme")->isVisible());
    choose(named<QComboBox>(dialog, "Format"), QStringLiteral("pdf"));
    QVERIFY(dialog.preview().isVisible());
    QVERIFY(!named<QSpinBox>(dialog, "Dots per inch")->isVisible());
}

void TestExport::stoppedExportLeavesNothing()
{
    const RunWithPast run;
    QWidget window;
    Exporter exporter(run.source(), &window);
    QSignalSpy finished(&exporter, &Exporter::finished);
    QTemporaryDir folder;
    ExportRequest last = animationRequest(QStringLiteral("animated_webp"), folder.filePath(QStringLiteral("x.webp")));
    exporter.setLastRequest(last);
    exporter.open(kUnits);
    ExportDialog* dialog = exporter.dialog();
    auto* theme = named<QComboBox>(*dialog, "Theme");
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(!theme->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(dialog->isVisible());
    QVERIFY(theme->isEnabled());
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("faultText"))->text().contains(QStringLiteral("Stopped")));
    QTest::qWait(50);
    QTRY_VERIFY(exporter.findChildren<ExportJob*>().isEmpty());
    QVERIFY(finished.isEmpty());
    QVERIFY(QDir(folder.path()).isEmpty());
    // And it can be tried again.
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("units.webp")});
}

void TestExport::unwritablePlaceKeepsTheDialogOpen()
{
    const RunWithPast run;
    QWidget window;
    Exporter exporter(run.source(), &window);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    for (const int card : {static_cast<int>(kLoss), kEveryCard}) {
        exporter.open(card, QStringLiteral("png"));
        ExportDialog* dialog = exporter.dialog();
        type(named<QLineEdit>(*dialog, card == kEveryCard ? "Folder" : "File"),
             file.fileName() + QStringLiteral("/inside.png"));
        QTest::keyClick(dialog, Qt::Key_Return);
        const auto* message = dialog->findChild<QLabel*>(QStringLiteral("faultText"));
        QTRY_VERIFY(message->isVisible());
        QVERIFY2(message->text().contains(QStringLiteral("cannot be written")), qPrintable(message->text()));
        QVERIFY(dialog->isVisible());
        dialog->reject();
        QVERIFY(!exporter.dialog());
    }
}

void TestExport::tooLargeIsSaid()
{
    const RunWithPast run;
    QWidget window;
    Exporter exporter(run.source(), &window);
    QTemporaryDir folder;
    ExportRequest last = animationRequest(QStringLiteral("png"), folder.filePath(QStringLiteral("x.png")));
    last.options.dpi = 600;
    exporter.setLastRequest(last);
    exporter.open(kLoss);
    ExportDialog* dialog = exporter.dialog();
    named<QSpinBox>(*dialog, "Width in pixels")->setValue(8000);
    named<QSpinBox>(*dialog, "Height in pixels")->setValue(8000);
    QTest::keyClick(dialog, Qt::Key_Return);
    const auto* message = dialog->findChild<QLabel*>(QStringLiteral("faultText"));
    QVERIFY2(message->text().contains(QStringLiteral("50000 × 50000")), qPrintable(message->text()));
    QVERIFY(QDir(folder.path()).isEmpty());
    // WebP ends earlier.
    named<QSpinBox>(*dialog, "Height in pixels")->setValue(100);
    named<QSpinBox>(*dialog, "Dots per inch")->setValue(200);
    choose(named<QComboBox>(*dialog, "Format"), QStringLiteral("webp"));
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY2(message->text().contains(QStringLiteral("16667 × 208")), qPrintable(message->text()));
}

void TestExport::asksBeforeReplacing()
{
    const RunWithPast run;
    QTemporaryDir folder;
    ExportRequest proposal;
    proposal.path = folder.filePath(QStringLiteral("x.png"));
    QFile existing(folder.filePath(QStringLiteral("dashboard.png")));
    QVERIFY(existing.open(QIODevice::WriteOnly));
    existing.close();
    ExportDialog dialog({run.source().cardTitles(), run.present(), {}}, proposal);
    QSignalSpy wanted(&dialog, &ExportDialog::saveWanted);
    dialog.show();
    QCOMPARE(dialog.request().path, existing.fileName());
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
}

void TestExport::remembersTheLastTime()
{
    const RunWithPast run;
    QWidget window;
    Exporter exporter(run.source(), &window);
    QTemporaryDir folder;
    exporter.open(kLoss, QStringLiteral("svg"));
    ExportDialog* dialog = exporter.dialog();
    named<QSpinBox>(*dialog, "Width in pixels")->setValue(500);
    named<QComboBox>(*dialog, "Text in SVG")->setCurrentIndex(1);
    type(named<QLineEdit>(*dialog, "File"), folder.filePath(QStringLiteral("loss.svg")));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!exporter.dialog());
    QVERIFY(contents(folder.filePath(QStringLiteral("loss.svg"))).contains("<text"));
    exporter.openAgain();
    const ExportRequest proposed = exporter.dialog()->request();
    QCOMPARE(proposed.card, static_cast<int>(kLoss));
    QCOMPARE(proposed.options.formats, QStringList{QStringLiteral("svg")});
    QCOMPARE(proposed.options.size.width(), 500);
    QVERIFY(!proposed.options.textAsOutlines);
    QCOMPARE(proposed.path, folder.filePath(QStringLiteral("loss.svg")));
    QCOMPARE(proposed.options.captionText, QString()); // it follows the settings
}

void TestExport::formatsFitTheCard()
{
    const RunWithPast run;
    const auto formatsOf = [&](int card, const EarlierMoments& earlier) {
        ExportRequest request;
        request.card = card;
        ExportDialog dialog({run.source().cardTitles(), run.present(), earlier}, request);
        QStringList ids;
        auto* box = named<QComboBox>(dialog, "Format");
        for (int row = 0; row < box->count(); ++row)
            ids << box->itemData(row).toString();
        return ids;
    };
    QVERIFY(formatsOf(kLoss, run.earlier()).contains(QStringLiteral("gif")));
    QVERIFY(!formatsOf(kLoss, {}).contains(QStringLiteral("gif")));
    QVERIFY(formatsOf(kLoss, {}).contains(QStringLiteral("csv")));
    QVERIFY(!formatsOf(kWholeDashboard, {}).contains(QStringLiteral("csv")));
}

void TestExport::copiesPictureAndTable()
{
    const RunWithPast run;
    QWidget window;
    Exporter exporter(run.source(), &window);
    QSignalSpy finished(&exporter, &Exporter::finished);
    exporter.copyPicture(kUnits);
    const QImage picture = QGuiApplication::clipboard()->image();
    QCOMPARE(picture.size(), QSize(1920, 1200));
    exporter.copyTable(kUnits);
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    const NumberTable table = figureTable(run.run.frame(), kUnits, {});
    QCOMPARE(data->text(), table.toTabSeparated());
    QCOMPARE(data->data(QStringLiteral("text/csv")), table.toCsv());
    QVERIFY(data->html().contains(QStringLiteral("<td>z_mean</td>")));
    QCOMPARE(finished.size(), 2);
    QVERIFY(finished.first().first().toString().contains(QStringLiteral("Units")));
}

void TestExport::everyFieldHasANameAndABuddy()
{
    const RunWithPast run;
    for (const ExportFormat& format : exportFormats()) {
        ExportRequest request = animationRequest(format.idText(), {});
        ExportDialog dialog({run.source().cardTitles(), run.present(), run.earlier()}, request);
        dialog.show();
        QVERIFY(dialog.minimumSizeHint().width() <= 1280 && dialog.minimumSizeHint().height() <= 760);
        for (const QLabel* label : dialog.findChildren<QLabel*>()) {
            if (!label->isVisible())
                continue;
            QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            if (label->text().contains(QLatin1Char('&')))
                QVERIFY2(label->buddy(), qPrintable(label->text()));
        }
        for (const QComboBox* box : dialog.findChildren<QComboBox*>())
            QVERIFY(!box->accessibleName().isEmpty());
        for (const QSpinBox* box : dialog.findChildren<QSpinBox*>())
            QVERIFY(!box->accessibleName().isEmpty());
    }
}

void TestExport::tabGoesThroughAllFields()
{
    const RunWithPast run;
    ExportDialog dialog({run.source().cardTitles(), run.present(), run.earlier()},
                        animationRequest(QStringLiteral("gif"), {}));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QCOMPARE(QApplication::focusWidget(), named<QComboBox>(dialog, "Figure"));
    QStringList visited;
    for (int press = 0; press < 40; ++press) {
        const auto* box = qobject_cast<QAbstractButton*>(QApplication::focusWidget());
        visited << (box ? box->text() : QApplication::focusWidget()->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        if (QApplication::focusWidget() == named<QComboBox>(dialog, "Figure"))
            break;
    }
    const QStringList expected{
        QStringLiteral("Figure"),
        QStringLiteral("Format"),
        QStringLiteral("Size"),
        QStringLiteral("Width in pixels"),
        QStringLiteral("Height in pixels"),
        QStringLiteral("Dots per inch"),
        QStringLiteral("Size of letters in points"),
        QStringLiteral("Theme"),
        QStringLiteral("A line below with the settings"),
        QStringLiteral("Text of the caption"),
        QStringLiteral("First step"),
        QStringLiteral("Last step"),
        QStringLiteral("Pictures a second"),
        QStringLiteral("Again and again"),
        QStringLiteral("File"),
        QStringLiteral("Bro&wse …"),
    };
    QCOMPARE(visited.mid(0, expected.size()), expected);
    QVERIFY(visited.contains(QStringLiteral("Save")) && visited.contains(QStringLiteral("Cancel")));
}

QTEST_MAIN(TestExport)
#include "TestExport.moc"
