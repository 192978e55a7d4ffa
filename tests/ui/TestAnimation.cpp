// SPDX-License-Identifier: GPL-3.0-or-later
// Animations: which moments they show, and that a reader who did not write them sees every picture again.
#include "tests/ui/MadeUpPast.h"
#include "ui/widgets/Animation.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QTest>

#include <webp/demux.h>

using namespace ui;
using namespace madeup;

namespace
{

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

} // namespace

class TestAnimation : public QObject
{
    Q_OBJECT

private slots:
    void filmKnowsOnlyThePast();
    void webpHoldsEveryFrame();
    void gifHoldsEveryFrame();
    void timesAddUp_data();
    void timesAddUp();
    void gifKeepsTheColorsOfAreas();
};

void TestAnimation::filmKnowsOnlyThePast()
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

void TestAnimation::webpHoldsEveryFrame()
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

void TestAnimation::gifHoldsEveryFrame()
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

void TestAnimation::timesAddUp_data()
{
    QTest::addColumn<double>("rate");
    for (const double rate : {1.0, 3.0, 7.0, 12.0, 60.0})
        QTest::addRow("%g", rate) << rate;
}

void TestAnimation::timesAddUp()
{
    QFETCH(double, rate);
    for (const int units : {100, 1000})
        for (const int index : {0, 1, 10, 1000})
            QVERIFY(std::abs(beginOfPicture(index, {rate, true}, units) - index * units / rate) <= 0.5);
}

void TestAnimation::gifKeepsTheColorsOfAreas()
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

QTEST_MAIN(TestAnimation)
#include "TestAnimation.moc"
