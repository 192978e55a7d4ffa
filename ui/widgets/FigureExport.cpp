// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FigureExport.h"

#include "ui/widgets/SvgOutlines.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <qcustomplot.h>
#include <webp/encode.h>

#include <cmath>
#include <memory>

namespace ui
{

namespace
{

constexpr int kMetersToInch = 10000;

void prepareVectors(QCPPainter& painter)
{
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching | QCPPainter::pmNonCosmetic);
    painter.setRenderHint(QPainter::LosslessImageRendering);
}

void paintBackground(QCPPainter& painter, const FigureFile& file)
{
    if (file.background.alpha() > 0)
        painter.fillRect(QRect(QPoint(0, 0), file.size), file.background);
}

QByteArray drawSvg(const FigureFile& file, const PaintFigure& paint)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(kScreenDpi);
    generator.setSize(file.size);
    generator.setViewBox(QRect(QPoint(0, 0), file.size));
    generator.setTitle(file.title);
    generator.setDescription(file.description);
    {
        QCPPainter painter;
        if (!painter.begin(&generator))
            return {};
        prepareVectors(painter);
        paintBackground(painter, file);
        paint(painter);
    }
    buffer.close();
    return bytes;
}

QByteArray drawPdf(const FigureFile& file, const PaintFigure& paint)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kPdfDpi);
        const QSizeF points = QSizeF(file.size) * 72.0 / kScreenDpi;
        writer.setPageSize(QPageSize(points, QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(file.title);
        writer.setCreator(QStringLiteral("Actiscope"));
        QCPPainter painter;
        if (!painter.begin(&writer))
            return {};
        prepareVectors(painter);
        painter.scale(static_cast<double>(kPdfDpi) / kScreenDpi, static_cast<double>(kPdfDpi) / kScreenDpi);
        paintBackground(painter, file);
        paint(painter);
    }
    return bytes;
}

QByteArray encodeWebp(const QImage& image)
{
    const QImage pixels = image.convertToFormat(QImage::Format_RGBA8888);
    std::uint8_t* encoded = nullptr;
    const std::size_t size = WebPEncodeLosslessRGBA(pixels.constBits(), pixels.width(), pixels.height(),
                                                    static_cast<int>(pixels.bytesPerLine()), &encoded);
    QByteArray bytes(reinterpret_cast<const char*>(encoded), static_cast<qsizetype>(size));
    WebPFree(encoded);
    return bytes;
}

/// Writing a part of it is no error yet; trying to write the rest tells what is wrong.
bool writeAll(QSaveFile& target, const QByteArray& bytes)
{
    qint64 written = 0;
    while (written < bytes.size()) {
        const qint64 more = target.write(bytes.constData() + written, bytes.size() - written);
        if (more <= 0)
            return false;
        written += more;
    }
    return target.flush();
}

core::Fault unwritable(const QString& path, const QString& reason)
{
    return {core::FaultCode::Unwritable, path.toStdString(), {reason.toStdString()}, 0, 0};
}

} // namespace

QSize pixelSize(const QSize& size, int dpi)
{
    const double scale = static_cast<double>(dpi) / kScreenDpi;
    return {static_cast<int>(std::lround(size.width() * scale)), static_cast<int>(std::lround(size.height() * scale))};
}

QImage makeImage(const QSize& size, double scale, const QColor& background)
{
    const QSize pixels(static_cast<int>(std::lround(size.width() * scale)),
                       static_cast<int>(std::lround(size.height() * scale)));
    const bool opaque = background.alpha() == 255;
    QImage image(pixels, opaque ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
    image.fill(background);
    return image;
}

void paintOnto(QImage& image, double scale, const PaintFigure& paint)
{
    if (image.isNull())
        return;
    QCPPainter painter(&image);
    painter.setModes(QCPPainter::pmNoCaching | QCPPainter::pmNonCosmetic);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    paint(painter);
}

DrawnFigure drawFigure(const FigureFile& file, const PaintFigure& paint)
{
    DrawnFigure drawn{file, {}, {}};
    if (file.format == QLatin1String("svg")) {
        drawn.vectors = drawSvg(file, paint);
    } else if (file.format == QLatin1String("pdf")) {
        drawn.vectors = drawPdf(file, paint);
    } else {
        const double scale = static_cast<double>(file.dpi) / kScreenDpi;
        drawn.image = makeImage(file.size, scale, file.background);
        paintOnto(drawn.image, scale, paint);
    }
    return drawn;
}

QByteArray encodeFigure(const DrawnFigure& figure)
{
    const FigureFile& file = figure.file;
    if (file.format == QLatin1String("svg"))
        return file.textAsOutlines ? withOutlinedText(figure.vectors) : withPortableText(figure.vectors);
    if (file.format == QLatin1String("pdf"))
        return figure.vectors;
    if (figure.image.isNull())
        return {};
    if (file.format == QLatin1String("webp"))
        return encodeWebp(figure.image);
    QImage image = figure.image;
    const int dotsPerMeter = static_cast<int>(std::lround(file.dpi * kMetersToInch / 254.0));
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    return encodePng(image, file.title, file.description);
}

QByteArray encodePng(const QImage& image, const QString& title, const QString& description)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    if (!title.isEmpty())
        writer.setText(QStringLiteral("Title"), title);
    if (!description.isEmpty())
        writer.setText(QStringLiteral("Description"), description);
    return writer.write(image) ? bytes : QByteArray();
}

core::Outcome checkWritable(const QStringList& paths)
{
    for (const QString& path : paths) {
        QSaveFile target(path);
        target.setDirectWriteFallback(false);
        if (!target.open(QIODevice::WriteOnly))
            return unwritable(path, target.errorString());
        target.cancelWriting();
    }
    return core::Done{};
}

core::Outcome writeFiles(const std::vector<FileBytes>& files, const std::atomic<bool>* cancelled)
{
    std::vector<std::unique_ptr<QSaveFile>> targets;
    for (const FileBytes& file : files) {
        targets.push_back(std::make_unique<QSaveFile>(file.path));
        QSaveFile& target = *targets.back();
        target.setDirectWriteFallback(false);
        if (!target.open(QIODevice::WriteOnly) || !writeAll(target, file.bytes))
            return unwritable(file.path, target.errorString());
    }
    if (cancelled && *cancelled)
        return core::Done{};
    for (std::size_t at = 0; at < files.size(); ++at)
        if (!targets[at]->commit())
            return unwritable(files[at].path, targets[at]->errorString());
    return core::Done{};
}

core::Fault tooLargeFault(const QString& path, const QSize& pixels)
{
    return unwritable(path, QStringLiteral("%1 × %2 px").arg(pixels.width()).arg(pixels.height()));
}

core::Outcome writeFigureFile(const FigureFile& file, const PaintFigure& paint)
{
    // Asked first: an unwritable place should not cost the drawing.
    if (core::Outcome outcome = checkWritable({file.path}); !outcome)
        return outcome;
    const QByteArray bytes = encodeFigure(drawFigure(file, paint));
    if (bytes.isEmpty())
        return tooLargeFault(file.path, file.size);
    return writeFiles({{file.path, bytes}});
}

} // namespace ui
