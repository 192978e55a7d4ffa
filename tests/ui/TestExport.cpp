// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the window besides figures: numbers as tables, animations, and the way there: the job, the dialog with
// its preview, the clipboard. Files are read back and compared with what went in.
#include "tests/ui/MadeUpRun.h"
#include "ui/Exporter.h"
#include "ui/dialogs/ExportPreview.h"
#include "ui/panels/ExportFormats.h"
#include "ui/widgets/Animation.h"

#include "core/base/NumberText.h"

#include <QApplication>
#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <webp/demux.h>

using namespace ui;

namespace
{

enum Cards { kActivation, kDistributions, kGradient, kUnits, kLoss, kDecision };

/// A reader of RFC 4180 that knows nothing of the writer.
std::vector<QStringList> readCsv(const QByteArray& bytes)
{
    std::vector<QStringList> rows;
    QStringList row;
    QString field;
    bool quoted = false;
    const QString text = QString::fromUtf8(bytes);
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar letter = text[at];
        if (quoted) {
            if (letter != QLatin1Char('"'))
                field += letter;
            else if (at + 1 < text.size() && text[at + 1] == QLatin1Char('"'))
                field += text[++at];
            else
                quoted = false;
        } else if (letter == QLatin1Char('"')) {
            quoted = true;
        } else if (letter == QLatin1Char(',')) {
            row << std::exchange(field, {});
        } else if (letter == QLatin1Char('\n')) {
            row << std::exchange(field, {});
            rows.push_back(std::exchange(row, {}));
        } else if (letter != QLatin1Char('\r')) {
            field += letter;
        }
    }
    return rows;
}

/// A table that was written and read back: columns by name.
struct ReadBack {
    explicit ReadBack(const NumberTable& table)
        : rows(readCsv(table.toCsv()))
        , names(rows.front())
    {
        rows.erase(rows.begin());
    }
    [[nodiscard]] QString text(std::size_t row, const QString& column) const
    {
        return rows.at(row).at(names.indexOf(column));
    }
    [[nodiscard]] double number(std::size_t row, const char* column) const
    {
        return core::numberFromText(text(row, QLatin1String(column)).toStdString()).value();
    }

    std::vector<QStringList> rows;
    QStringList names;
};

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A run with earlier moments, as the window would have them.
struct RunWithPast {
    RunWithPast()
    {
        run = madeup::moons(4, 8, {"sigmoid", {}}, 3, 200);
        for (std::int64_t step = 0; step < 200; step += 25) {
            steps.push_back(step);
            past.push_back(madeup::moons(4, 8, {"sigmoid", {}}, static_cast<double>(step) / 70, 1).snapshot);
            past.back().step = step;
        }
    }
    [[nodiscard]] EarlierMoments earlier() const
    {
        return {[this] { return steps; }, [this](std::size_t index) { return past[index]; }};
    }
    [[nodiscard]] std::shared_ptr<const Moment> present() const
    {
        return std::make_shared<const Moment>(Moment::of(run.frame()));
    }
    [[nodiscard]] ExporterSource source() const
    {
        ExporterSource made;
        made.frame = [this] { return std::optional(run.frame()); };
        made.view = [] { return DashboardView(); };
        made.cardTitles = [] {
            return QStringList{QStringLiteral("Activation"), QStringLiteral("Distributions"),
                               QStringLiteral("Gradient"),   QStringLiteral("Units"),
                               QStringLiteral("Loss"),       QStringLiteral("Decision")};
        };
        made.earlier = earlier();
        return made;
    }

    madeup::Run run;
    std::vector<std::int64_t> steps;
    std::vector<core::Snapshot> past;
};

ExportRequest animationRequest(const QString& format, const QString& path)
{
    ExportRequest request;
    request.card = kUnits;
    request.options.formats = {format};
    request.options.size = {480, 300};
    request.options.dpi = 96;
    request.path = path;
    return request;
}

/// What the encoder was given, frame by frame.
std::vector<QImage> paintedFrames(const RunWithPast& run, const ExportRequest& request)
{
    Film film(run.present(), run.earlier(), request.firstStep, request.lastStep);
    FigurePainter painter(request.card, request.options);
    std::vector<QImage> frames;
    for (std::size_t at = 0; at < film.count(); ++at)
        frames.push_back(painter.image(film.frame(at), 1));
    return frames;
}

std::vector<std::pair<int, QImage>> decodeWebp(const QByteArray& bytes, int& loops)
{
    const WebPData data{reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                        static_cast<std::size_t>(bytes.size())};
    const std::unique_ptr<WebPAnimDecoder, void (*)(WebPAnimDecoder*)> decoder(WebPAnimDecoderNew(&data, nullptr),
                                                                               WebPAnimDecoderDelete);
    std::vector<std::pair<int, QImage>> frames;
    WebPAnimInfo info;
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info))
        return frames;
    loops = static_cast<int>(info.loop_count);
    while (WebPAnimDecoderHasMoreFrames(decoder.get())) {
        std::uint8_t* pixels = nullptr;
        int end = 0;
        if (!WebPAnimDecoderGetNext(decoder.get(), &pixels, &end))
            break;
        const QImage frame(pixels, static_cast<int>(info.canvas_width), static_cast<int>(info.canvas_height),
                           QImage::Format_RGBA8888);
        frames.emplace_back(end, frame.convertToFormat(QImage::Format_RGB32));
    }
    return frames;
}

/// Largest and mean difference of a channel.
std::pair<int, double> difference(const QImage& a, const QImage& b)
{
    int most = 0;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb first = a.pixel(x, y);
            const QRgb second = b.pixel(x, y);
            const int here = std::max({std::abs(qRed(first) - qRed(second)), std::abs(qGreen(first) - qGreen(second)),
                                       std::abs(qBlue(first) - qBlue(second))});
            most = std::max(most, here);
            sum += here;
        }
    return {most, sum / (a.width() * a.height())};
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
    void csvIsExactAndQuoted();
    void tablesForTheClipboard();
    void activationTable();
    void distributionsTable();
    void gradientTable();
    void unitsTable();
    void lossTable();
    void decisionTables();
    void tablesOfNothing();
    void filmKnowsOnlyThePast();
    void webpHoldsEveryFrame();
    void gifHoldsEveryFrame();
    void timesAddUp_data();
    void timesAddUp();
    void gifKeepsTheColorsOfAreas();
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

void TestExport::csvIsExactAndQuoted()
{
    NumberTable table({QStringLiteral("a"), QStringLiteral("b,c"), QStringLiteral("d")});
    table.addRow({0.1, 0.1F, std::int64_t{-7}});
    table.addRow({std::numeric_limits<double>::quiet_NaN(), -std::numeric_limits<float>::infinity(),
                  QStringLiteral("say \"so\",\r\nthen go")});
    table.addRow({std::optional<double>(), std::optional<double>(1e-300), QString()});
    QCOMPARE(table.toCsv(),
             QByteArray("a,\"b,c\",d\r\n0.1,0.1,-7\r\nnan,-inf,\"say \"\"so\"\",\r\nthen go\"\r\n,1e-300,\r\n"));
    const ReadBack read(table);
    QCOMPARE(read.number(0, "a"), 0.1);
    QCOMPARE(static_cast<float>(read.number(0, "b,c")), 0.1F);
}

void TestExport::tablesForTheClipboard()
{
    NumberTable table({QStringLiteral("x<1"), QStringLiteral("y")});
    table.addRow({1.5, QStringLiteral("two\twords")});
    QCOMPARE(table.toTabSeparated(), QStringLiteral("x<1\ty\n1.5\ttwo words\n"));
    const QString html = table.toHtml();
    QVERIFY2(html.contains(QStringLiteral("<tr><td>x&lt;1</td><td>y</td></tr>")), qPrintable(html));
    QCOMPARE(html.count(QStringLiteral("<tr>")), 2);
    QCOMPARE(html.count(QStringLiteral("</tr>")), 2);
}

void TestExport::activationTable()
{
    auto run = madeup::moons(8, 32, {"leaky_relu", {{"negative_slope", 0.2}}});
    const ReadBack read(figureTable(run.frame(), kActivation, {}));
    QCOMPARE(read.names, QStringList({QStringLiteral("z"), QStringLiteral("f"), QStringLiteral("df"),
                                      QStringLiteral("density_of_layer_3")}));
    QCOMPARE(read.rows.size(), std::size_t{401 + core::Histogram::kBins});
    double area = 0;
    for (std::size_t row = 0; row < read.rows.size(); ++row) {
        const double z = read.number(row, "z");
        QVERIFY(std::abs(read.number(row, "f") - (z > 0 ? z : 0.2 * z)) < 1e-6);
        QCOMPARE(static_cast<float>(read.number(row, "df")), z > 0 ? 1.0F : 0.2F);
        if (row > 0)
            area += read.number(row, "density_of_layer_3") * (z - read.number(row - 1, "z"));
    }
    QVERIFY2(std::abs(area - 1) < 0.03, qPrintable(QString::number(area)));
}

void TestExport::distributionsTable()
{
    const auto run = madeup::moons(8, 32);
    const ReadBack z(figureTable(run.frame(), kDistributions, {}));
    QCOMPARE(z.rows.size(), std::size_t{8});
    const core::Distribution& third = run.snapshot.layers[2].z;
    QCOMPARE(z.number(2, "layer"), 3.0);
    QCOMPARE(z.number(2, "z_mean"), third.mean);
    QCOMPARE(z.number(2, "z_std"), third.std);
    QCOMPARE(z.number(2, "z_quantile_95"), third.quantiles[4]);
    QCOMPARE(z.number(2, "z_upper"), third.histogram.upper);
    QCOMPARE(z.number(2, "bin_1"), static_cast<double>(third.histogram.counts[0]));
    QCOMPARE(z.number(2, "bin_64"), static_cast<double>(third.histogram.counts[63]));
    // The table is of what is shown: here of delta.
    DashboardView view;
    view[QStringLiteral("distributions")].switches[QStringLiteral("quantity")] = 2;
    const ReadBack delta(figureTable(run.frame(), kDistributions, view));
    QCOMPARE(delta.number(4, "delta_mean"), run.snapshot.layers[4].delta.mean);
    QVERIFY(delta.names.contains(QStringLiteral("log10_abs_delta_lower")));
}

void TestExport::gradientTable()
{
    const auto run = madeup::moons(8, 32);
    const ReadBack delta(figureTable(run.frame(), kGradient, {}));
    const auto& records = run.history.records();
    QCOMPARE(delta.rows.size(), records.size());
    QCOMPARE(delta.names.size(), 2 + 8);
    for (const std::size_t row : {std::size_t{0}, records.size() / 2, records.size() - 1}) {
        QCOMPARE(static_cast<std::int64_t>(delta.number(row, "first_step")), records[row].firstStep);
        QCOMPARE(static_cast<std::int64_t>(delta.number(row, "last_step")), records[row].lastStep);
        QCOMPARE(static_cast<float>(delta.number(row, "delta_rms_layer_1")), records[row].deltaRms[0]);
        QCOMPARE(static_cast<float>(delta.number(row, "delta_rms_layer_8")), records[row].deltaRms[7]);
    }
    DashboardView view;
    view[QStringLiteral("gradient")].switches[QStringLiteral("quantity")] = 1;
    const ReadBack weights(figureTable(run.frame(), kGradient, view));
    QCOMPARE(static_cast<float>(weights.number(5, "weight_grad_norm_layer_2")), records[5].weightGradNorm[1]);
}

void TestExport::unitsTable()
{
    const auto run = madeup::moons(4, 16);
    const ReadBack read(figureTable(run.frame(), kUnits, {}));
    QCOMPARE(read.rows.size(), std::size_t{64});
    const core::UnitStatistics& unit = run.snapshot.layers[2].unitStatistics[5];
    QCOMPARE(read.number(37, "layer"), 3.0);
    QCOMPARE(read.number(37, "unit"), 6.0);
    QCOMPARE(static_cast<float>(read.number(37, "z_mean")), unit.zMean);
    QCOMPARE(static_cast<float>(read.number(37, "delta_rms")), unit.deltaRms);
    std::size_t dead = 0;
    std::size_t deadRows = 0;
    for (std::size_t row = 0; row < 64; ++row) {
        const auto& one = run.snapshot.layers[row / 16].unitStatistics[row % 16];
        dead += one.state == core::UnitState::GradientDead ? 1 : 0;
        deadRows += read.text(row, QStringLiteral("state")) == QLatin1String("gradient_dead") ? 1 : 0;
    }
    QVERIFY(dead > 0);
    QCOMPARE(deadRows, dead);
}

void TestExport::lossTable()
{
    const auto run = madeup::moons(4, 16);
    const ReadBack read(figureTable(run.frame(), kLoss, {}));
    QCOMPARE(read.names.mid(0, 3),
             QStringList({QStringLiteral("step"), QStringLiteral("training_loss"), QStringLiteral("test_loss")}));
    std::size_t evaluations = 0;
    std::size_t records = 0;
    double step = -1;
    for (std::size_t row = 0; row < read.rows.size(); ++row) {
        QVERIFY(read.number(row, "step") > step);
        step = read.number(row, "step");
        if (!read.text(row, QStringLiteral("training_loss")).isEmpty()) {
            const core::EvaluationRecord& known = run.history.evaluations()[evaluations++];
            QCOMPARE(static_cast<std::int64_t>(step), known.step);
            QCOMPARE(static_cast<float>(read.number(row, "training_loss")), known.trainLoss);
            QCOMPARE(static_cast<float>(read.number(row, "test_accuracy")), known.testAccuracy);
        }
        if (!read.text(row, QStringLiteral("batch_loss_max")).isEmpty()) {
            const core::StepRecord& known = run.history.records()[records++];
            QCOMPARE(static_cast<std::int64_t>(step), known.lastStep);
            QCOMPARE(static_cast<float>(read.number(row, "batch_loss_max")), known.batchLoss.max);
        }
    }
    QCOMPARE(evaluations, run.history.evaluations().size());
    QCOMPARE(records, run.history.records().size());
    // Without a test set, there is nothing rather than a NaN.
    const auto regression = madeup::regression();
    const ReadBack bare(figureTable(regression.frame(), kLoss, {}));
    QCOMPARE(bare.text(0, QStringLiteral("test_loss")), QString());
    QCOMPARE(bare.text(0, QStringLiteral("training_accuracy")), QString());
}

void TestExport::decisionTables()
{
    const auto moons = madeup::moons(4, 16);
    const ReadBack map(figureTable(moons.frame(), kDecision, {}));
    const core::DecisionMap& drawn = moons.snapshot.decision;
    QCOMPARE(map.rows.size(), drawn.answer.size());
    QVERIFY(std::abs(map.number(0, "x1") - (drawn.xMin + 0.005 * (drawn.xMax - drawn.xMin))) < 1e-12);
    QCOMPARE(static_cast<float>(map.number(4321, "answer")), drawn.answer[4321]);
    const auto regression = madeup::regression();
    const ReadBack curve(figureTable(regression.frame(), kDecision, {}));
    QCOMPARE(static_cast<float>(curve.number(50, "x")), regression.snapshot.decision.curveX[50]);
    QCOMPARE(static_cast<float>(curve.number(50, "answer")), regression.snapshot.decision.curveY[50]);
    const auto digits = madeup::digits();
    const ReadBack matrix(figureTable(digits.frame(), kDecision, {}));
    QCOMPARE(matrix.rows.size(), std::size_t{10});
    QCOMPARE(matrix.text(3, QStringLiteral("true_class")), QStringLiteral("3"));
    QCOMPARE(static_cast<std::int64_t>(matrix.number(3, "answered_3")), digits.snapshot.decision.confusion[33]);
}

void TestExport::tablesOfNothing()
{
    // A linear model, nothing trained yet, numbers that are none: tables have their columns, and nothing falls over.
    auto linear = madeup::moons(0, 8, {"sigmoid", {}}, 1, 0);
    linear.snapshot.decision = {};
    const auto lost = madeup::diverged();
    for (int card = kActivation; card <= kDecision; ++card) {
        QVERIFY(!figureTable(linear.frame(), card, {}).columns().isEmpty());
        QVERIFY(!figureTable(lost.frame(), card, {}).rows().empty());
    }
    const ReadBack nan(figureTable(lost.frame(), kDistributions, {}));
    QCOMPARE(nan.text(2, QStringLiteral("z_mean")), QStringLiteral("nan"));
}

void TestExport::filmKnowsOnlyThePast()
{
    const RunWithPast run;
    Film film(run.present(), run.earlier(), 40, 10000);
    QCOMPARE(film.count(), std::size_t{7}); // 50 … 175, and 200
    for (const std::size_t at : {std::size_t{0}, std::size_t{3}, std::size_t{5}, std::size_t{1}}) {
        const FrameData frame = film.frame(at);
        const std::int64_t step = 50 + 25 * static_cast<std::int64_t>(at);
        QCOMPARE(frame.snapshot.step, step);
        QCOMPARE(frame.history.lastStep(), step);
        QCOMPARE(frame.history.evaluations().back().step, step / 10 * 10);
    }
    QCOMPARE(film.frame(6).snapshot.step, 200);
    QCOMPARE(Film(run.present(), {}, 0, 10).count(), std::size_t{1});
}

void TestExport::webpHoldsEveryFrame()
{
    const RunWithPast run;
    const ExportRequest request = animationRequest(QStringLiteral("animated_webp"), {});
    const std::vector<QImage> painted = paintedFrames(run, request);
    const auto encoder = makeWebpEncoder({12, true});
    for (const QImage& frame : painted)
        QVERIFY(encoder->add(frame));
    int loops = -1;
    const auto decoded = decodeWebp(encoder->finish(), loops);
    QCOMPARE(loops, 0);
    QCOMPARE(decoded.size(), painted.size());
    for (std::size_t at = 0; at < painted.size(); ++at) {
        QCOMPARE(decoded[at].first, qRound(1000.0 * static_cast<double>(at + 1) / 12));
        QCOMPARE(difference(decoded[at].second, painted[at]).first, 0); // lossless
    }
    QVERIFY(difference(painted[1], painted[6]).first > 0);
}

void TestExport::gifHoldsEveryFrame()
{
    const RunWithPast run;
    ExportRequest request = animationRequest(QStringLiteral("gif"), {});
    for (const int card : {kUnits, kDecision, kLoss}) {
        request.card = card;
        const std::vector<QImage> painted = paintedFrames(run, request);
        const auto encoder = makeGifEncoder({10, true});
        for (const QImage& frame : painted)
            QVERIFY(encoder->add(frame));
        QByteArray bytes = encoder->finish();
        QVERIFY(bytes.startsWith("GIF89a"));
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer, "gif");
        QCOMPARE(reader.imageCount(), static_cast<int>(painted.size()));
        QCOMPARE(reader.loopCount(), -1); // for ever
        for (const QImage& frame : painted) {
            const QImage decoded = reader.read().convertToFormat(QImage::Format_RGB32);
            QCOMPARE(reader.nextImageDelay(), 100);
            const auto [most, mean] = difference(decoded, frame);
            QVERIFY2(most <= 40 && mean < 3,
                     qPrintable(QStringLiteral("card %1: %2 %3").arg(card).arg(most).arg(mean)));
            QCOMPARE(decoded.pixel(0, 0), frame.pixel(0, 0)); // paper is exactly paper
        }
    }
}

void TestExport::timesAddUp_data()
{
    QTest::addColumn<double>("rate");
    for (const double rate : {1.0, 3.0, 7.0, 12.0, 60.0})
        QTest::addRow("%g", rate) << rate;
}

void TestExport::timesAddUp()
{
    QFETCH(double, rate);
    for (const int units : {100, 1000})
        for (const int index : {0, 1, 10, 1000})
            QVERIFY(std::abs(beginOfPicture(index, {rate, true}, units) - index * units / rate) <= 0.5);
}

void TestExport::gifKeepsTheColorsOfAreas()
{
    // An area and a line in colors of the theme, beside a ramp of more colors than a GIF has.
    QImage picture(600, 200, QImage::Format_RGB32);
    const QColor area(0x0072b2);
    picture.fill(Qt::white);
    for (int x = 0; x < 600; ++x)
        for (int y = 100; y < 200; ++y)
            picture.setPixel(x, y, qRgb(x * 255 / 599, (y - 100) * 255 / 99, 128));
    QPainter painter(&picture);
    painter.fillRect(10, 10, 200, 60, area);
    painter.end();
    const auto encoder = makeGifEncoder({});
    QVERIFY(encoder->add(picture));
    QByteArray bytes = encoder->finish();
    QBuffer buffer(&bytes);
    const QImage decoded = QImageReader(&buffer, "gif").read();
    QCOMPARE(decoded.pixel(100, 40), area.rgb());
    QCOMPARE(decoded.pixel(400, 40), qRgb(255, 255, 255));
    const auto [most, mean] = difference(decoded, picture);
    QVERIFY2(most <= 48 && mean < 10, qPrintable(QStringLiteral("%1 %2").arg(most).arg(mean)));
}

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
    for (const char* name : {"activation", "decision", "distributions", "gradient", "loss", "units"})
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
