// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as files: sizes, formats, fonts, and what happens when they cannot be written.
#include "tests/ui/MadeUpRun.h"
#include "ui/panels/Figures.h"
#include "ui/widgets/SvgOutlines.h"

#include <QDir>
#include <QFile>
#include <QImage>
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
        for (const char* name : {"activation", "dashboard", "decision", "distributions", "gradient", "loss", "units"})
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
        run.snapshot.config.seed = 42;
        const QString caption = figureCaption(run.frame());
        for (const char* part :
             {"Leaky ReLU", "negative slope 0.2", "8 × 32", "Xavier, normal", "Adam", "0.003", "seed 42", "1200"})
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
