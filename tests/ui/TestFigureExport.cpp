// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as files: sizes, formats, fonts, and what happens when they cannot be written.
#include "tests/ui/MadeUpPast.h"
#include "ui/panels/Figures.h"
#include "ui/widgets/SvgOutlines.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace ui;

namespace
{

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Pixels that are not the background.
int inked(const QImage& image)
{
    const QRgb background = image.pixel(0, 0);
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) != background ? 1 : 0;
    return count;
}

} // namespace

class TestFigureExport : public QObject
{
    Q_OBJECT

private slots:
    void writesAllFiguresInAllFormats()
    {
        QTemporaryDir directory;
        FigureOptions options;
        options.formats = {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
        options.dpi = 96;
        const auto run = madeup::digits();
        QVERIFY(writeFigures(run.frame(), options, directory.filePath(QStringLiteral("new/figures"))).ok());
        const QDir written(directory.filePath(QStringLiteral("new/figures")));
        QStringList expected;
        for (const char* name : {"activation", "chaos", "dashboard", "decision", "diagnosis", "distributions",
                                 "factors", "gradient", "loss", "units"})
            for (const char* format : {"pdf", "png", "svg"})
                expected << QStringLiteral("%1.%2").arg(QLatin1String(name), QLatin1String(format));
        QCOMPARE(written.entryList(QDir::Files, QDir::Name), expected);
    }

    void pngHasItsPixels_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("dpi");
        QTest::addColumn<QSize>("pixels");
        QTest::newRow("default") << QSize(960, 600) << 192 << QSize(1920, 1200);
        QTest::newRow("screen") << QSize(420, 330) << 96 << QSize(420, 330);
        QTest::newRow("print") << QSize(400, 300) << 300 << QSize(1250, 938);
    }

    void pngHasItsPixels()
    {
        QFETCH(QSize, size);
        QFETCH(int, dpi);
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("loss.png"));
        FigureOptions options;
        options.size = size;
        options.dpi = dpi;
        const auto run = madeup::moons(8, 32);
        QVERIFY(writeFigure(run.frame(), 4, options, path).ok());
        const QImage image(path);
        QTEST(image.size(), "pixels");
        QVERIFY(inked(image) > image.width() * image.height() / 100);
        // Dots a meter: dpi / 0.0254
        QVERIFY(std::abs(image.dotsPerMeterX() - dpi / 0.0254) < 1);
    }

    void svgIsValidAndNeedsNoFont()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("gradient.svg"));
        FigureOptions options;
        options.formats = {QStringLiteral("svg")};
        const auto run = madeup::moons(8, 32);
        QVERIFY(writeFigure(run.frame(), 2, options, path).ok());
        const QByteArray svg = contents(path);
        QXmlStreamReader reader(svg);
        int texts = 0;
        int paths = 0;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement) {
                QCOMPARE(reader.namespaceUri(), QStringLiteral("http://www.w3.org/2000/svg"));
                texts += reader.name() == QLatin1String("text") ? 1 : 0;
                paths += reader.name() == QLatin1String("path") &&
                         reader.attributes().hasAttribute(QLatin1String("aria-label"));
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(texts, 0);
        QVERIFY(paths > 10);
        QVERIFY(svg.contains("width=\"254mm\"")); // 960 / 96 inches
        const QImage drawn = QImage::fromData(svg, "SVG");
        QVERIFY(!drawn.isNull());
        QVERIFY(inked(drawn) > 5000);
    }

    void theDiagnosisIsInTheFigures()
    {
        const auto run = madeup::moons(8, 32);
        FrameData frame = run.frame();
        const std::vector<core::Finding> findings{
            {"vanishing", core::Severity::Alarm, 0, 0, {{"value", 3e-5}, {"threshold", 1e-3}}, {}},
            {"saturated", core::Severity::Notice, 4, 120, {{"value", 0.42}, {"threshold", 0.25}}, {}},
            {"overfitting",
             core::Severity::Notice,
             0,
             300,
             {{"value", 1.9}, {"threshold", 1.5}, {"test_loss", 0.57}, {"train_loss", 0.3}},
             {}},
        };
        frame.findings = findings;
        const Moment moment = Moment::of(frame); // as the window's export keeps it
        const auto wordsOf = [&](int card, const FrameData& shown) {
            FigurePainter painter(card, {});
            return drawFigure(figureFile(shown, card, {}, QStringLiteral("svg"), {}),
                              [&](QCPPainter& device) { painter.paint(device, shown); })
                .vectors;
        };
        const int diagnosis = madeup::cardNamed("diagnosis");
        const QByteArray list = wordsOf(diagnosis, moment.frame());
        for (const char* words : {"Alarm: Vanishing gradient", "0.00003", "0.001", "Notice: Saturated layer", "42 %",
                                  "Since step 120", "Notice: Overfitting", "0.57"})
            QVERIFY2(list.contains(words), words);
        const QByteArray page = wordsOf(kWholeDashboard, moment.frame());
        for (const char* words : {"Alarm: Vanishing gradient", "Layer 1 receives 0.00003", "+1 more"})
            QVERIFY2(page.contains(words), words);
        QVERIFY(!page.contains("Overfitting")); // there is no room for all
        for (const int card : {diagnosis, kWholeDashboard})
            QVERIFY(wordsOf(card, run.frame()).contains("Nothing found so far."));
    }

    void figuresAreTheSameEveryTime()
    {
        const auto run = madeup::moons(8, 32);
        const auto drawn = [&] {
            FigurePainter painter(kWholeDashboard, {});
            return drawFigure(figureFile(run.frame(), kWholeDashboard, {}, QStringLiteral("svg"), {}),
                              [&](QCPPainter& device) { painter.paint(device, run.frame()); })
                .vectors;
        };
        QHashSeed::setDeterministicGlobalSeed();
        const QByteArray first = drawn();
        for (int time = 0; time < 8; ++time) {
            QHashSeed::resetRandomGlobalSeed(); // as in another start of the program
            QCOMPARE(drawn(), first);
        }
    }

    void svgTextCanStayText()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("loss.svg"));
        FigureOptions options;
        options.formats = {QStringLiteral("svg")};
        options.textAsOutlines = false;
        const auto run = madeup::moons(8, 32);
        QVERIFY(writeFigure(run.frame(), 4, options, path).ok());
        const QByteArray svg = contents(path);
        QVERIFY(svg.contains("<text"));
        QVERIFY(svg.contains("training"));
        QVERIFY(svg.contains("font-family=\"Inter, ") && svg.contains("sans-serif\""));
        QVERIFY(!svg.contains("aria-label"));
        QXmlStreamReader reader(svg);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    }

    void withoutBackground_data()
    {
        QTest::addColumn<int>("card");
        QTest::addColumn<ThemeKind>("theme");
        for (int card = kWholeDashboard; card < 6; ++card)
            for (const QString& theme : Theme::ids())
                QTest::addRow("%s %s", qPrintable(figureName(card)), qPrintable(theme)) << card << Theme::kindOf(theme);
    }

    void withoutBackground()
    {
        QFETCH(int, card);
        QFETCH(ThemeKind, theme);
        QTemporaryDir directory;
        FigureOptions options;
        options.dpi = 96;
        options.theme = theme;
        options.transparent = true;
        const auto run = madeup::moons(8, 32);
        const QString path = directory.filePath(QStringLiteral("figure.png"));
        QVERIFY(writeFigure(run.frame(), card, options, path).ok());
        const QImage image(path);
        for (const QPoint corner : {QPoint(0, 0), QPoint(959, 0), QPoint(0, 599), QPoint(959, 599)})
            QCOMPARE(qAlpha(image.pixel(corner)), 0);
        // Over the paper that is not there, it is the picture that it would be with it.
        QImage composed(image.size(), QImage::Format_RGB32);
        composed.fill(Theme::of(theme).card);
        {
            QPainter painter(&composed);
            painter.drawImage(0, 0, image);
        }
        options.transparent = false;
        const QImage opaque = FigurePainter(card, options).image(run.frame(), 1);
        int different = 0;
        for (int y = 0; y < opaque.height(); ++y)
            for (int x = 0; x < opaque.width(); ++x)
                different += std::abs(qGreen(opaque.pixel(x, y)) - qGreen(composed.pixel(x, y))) > 40 ? 1 : 0;
        const int allowed = opaque.width() * opaque.height() / 200; // grids, drawn in the paper's own shade
        QVERIFY2(different < allowed, qPrintable(QString::number(different)));
    }

    void vectorsCanBeWithoutBackground()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("activation.svg"));
        FigureOptions options;
        options.formats = {QStringLiteral("svg")};
        options.transparent = true;
        const auto run = madeup::moons(8, 32);
        QVERIFY(writeFigure(run.frame(), 0, options, path).ok());
        const QImage fromFile = QImage::fromData(contents(path), "SVG");
        QVERIFY(!fromFile.isNull());
        QCOMPARE(qAlpha(fromFile.pixel(2, 2)), 0);
    }

    void webpHoldsThePicture()
    {
        FigureOptions options;
        const auto run = madeup::digits();
        FigurePainter painter(5, options);
        FigureFile file = figureFile(run.frame(), 5, options, QStringLiteral("webp"), {});
        file.dpi = 96;
        const DrawnFigure drawn = drawFigure(file, [&](QCPPainter& device) { painter.paint(device, run.frame()); });
        const QByteArray bytes = encodeFigure(drawn);
        QVERIFY(bytes.startsWith("RIFF") && bytes.mid(8, 8) == "WEBPVP8L"); // lossless
        QVERIFY(bytes.size() < encodePng(drawn.image).size());
    }

    void lettersHaveTheSizeThatIsAskedFor()
    {
        const auto run = madeup::moons(8, 32);
        FigureOptions options;
        options.textSize = 30;
        const QImage large = FigurePainter(3, options).image(run.frame(), 1);
        options.textSize = 12;
        const QImage small = FigurePainter(3, options).image(run.frame(), 1);
        const auto titleHeight = [](const QImage& image) {
            for (int y = 0; y < 70; ++y)
                for (int x = 0; x < 40; ++x)
                    if (qGray(image.pixel(x, y)) < 120)
                        return y; // the first line with ink
            return 0;
        };
        QVERIFY(titleHeight(large) > titleHeight(small));
        QVERIFY(large != small);
    }

    void captionCanBeWords()
    {
        FigureOptions options;
        options.formats = {QStringLiteral("svg")};
        options.textAsOutlines = false;
        options.captionText = QStringLiteral("What happens when sigmoids are stacked");
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("a.svg"));
        const auto run = madeup::moons(8, 32);
        QVERIFY(writeFigure(run.frame(), 0, options, path).ok());
        QVERIFY(contents(path).contains("sigmoids are stacked"));
    }

    void allFilesOrNone()
    {
        QTemporaryDir directory;
        const QString good = directory.filePath(QStringLiteral("good"));
        const QString bad = directory.filePath(QStringLiteral("no/such/folder/bad"));
        QVERIFY(!writeFiles({{good, "1"}, {bad, "2"}}).ok());
        QVERIFY(!QFile::exists(good));
        QVERIFY(!checkWritable({good, bad}).ok());
        const std::atomic<bool> cancelled = true;
        QVERIFY(writeFiles({{good, "1"}}, &cancelled).ok());
        QVERIFY(QDir(directory.path()).isEmpty());
        QVERIFY(writeFiles({{good, "1"}}).ok());
        QCOMPARE(contents(good), QByteArray("1"));
    }

    void outlinesLeaveOtherThingsAlone()
    {
        QCOMPARE(withOutlinedText("no xml <at all"), QByteArray("no xml <at all"));
        const QByteArray outlined = withOutlinedText(
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"3\"/>"
            "<text fill=\"#ff0000\" x=\"1\" y=\"9\" font-size=\"9\" font-weight=\"400\">f</text></svg>");
        QVERIFY(outlined.contains("<rect width=\"3\""));
        QVERIFY(outlined.contains("aria-label=\"f\""));
        QVERIFY(!outlined.contains("<text"));
    }

    void pdfHasVectorsAndItsFonts()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("activation.pdf"));
        FigureOptions options;
        options.formats = {QStringLiteral("pdf")};
        const auto run = madeup::moons(8, 32);
        QVERIFY(writeFigure(run.frame(), 0, options, path).ok());
        const QByteArray pdf = contents(path);
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        QVERIFY(pdf.contains("/MediaBox [0 0 720"));                              // 960 / 96 inches of 72 points
        QVERIFY(pdf.contains("/FontFile2") || pdf.contains("/FontFile3"));        // embedded
        QVERIFY(!pdf.contains("/Subtype /Image") && !pdf.contains("/DCTDecode")); // drawn, not photographed
    }

    void heatMapsAreLosslessInPdf()
    {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("decision.pdf"));
        FigureOptions options;
        options.formats = {QStringLiteral("pdf")};
        const auto run = madeup::moons(8, 32);
        QVERIFY(writeFigure(run.frame(), 5, options, path).ok());
        const QByteArray pdf = contents(path);
        QVERIFY(pdf.contains("/Image"));
        QVERIFY(!pdf.contains("/DCTDecode"));
    }

    void captionSaysTheSettings()
    {
        auto run = madeup::moons(8, 32, {"leaky_relu", {{"negative_slope", 0.2}}});
        run.snapshot.config.optimizer = {"adam", {{"learning_rate", 0.003}}};
        run.snapshot.config.optimizer.schedule = {"cosine", {}};
        run.snapshot.config.loss = {"hinge", {}};
        run.snapshot.config.seed = 42;
        const QString caption = figureCaption(run.frame());
        for (const char* part : {"Leaky ReLU", "negative slope 0.2", "8 × 32", "Xavier, normal", "Adam", "0.003",
                                 "schedule Cosine", "Hinge", "seed 42", "1200"})
            QVERIFY2(caption.contains(QString::fromUtf8(part)), qPrintable(caption));
    }

    void captionCanBeLeftOut()
    {
        QTemporaryDir directory;
        const auto run = madeup::moons(8, 32);
        FigureOptions options;
        options.dpi = 96;
        QVERIFY(writeFigure(run.frame(), 3, options, directory.filePath(QStringLiteral("with.png"))).ok());
        options.caption = false;
        QVERIFY(writeFigure(run.frame(), 3, options, directory.filePath(QStringLiteral("without.png"))).ok());
        const QRect bottom(0, 575, 960, 25);
        const QImage with = QImage(directory.filePath(QStringLiteral("with.png"))).copy(bottom);
        const QImage without = QImage(directory.filePath(QStringLiteral("without.png"))).copy(bottom);
        QVERIFY(inked(with) > 200);
        QVERIFY(inked(with) != inked(without));
    }

    void unwritablePlacesAreFaults()
    {
        QTemporaryDir directory;
        const QString blocked = directory.filePath(QStringLiteral("file"));
        QFile file(blocked);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto run = madeup::moons(2, 4);
        const auto outcome = writeFigures(run.frame(), {}, blocked + QStringLiteral("/inside"));
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.faults().front().code, core::FaultCode::Unwritable);
        const auto single = writeFigure(run.frame(), 0, {}, blocked + QStringLiteral("/a.png"));
        QVERIFY(!single.ok());
        QVERIFY(!single.faults().front().details.empty());
    }
};

QTEST_MAIN(TestFigureExport)
#include "TestFigureExport.moc"
