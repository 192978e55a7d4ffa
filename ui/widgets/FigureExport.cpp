// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FigureExport.h"

#include "ui/widgets/SvgOutlines.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <qcustomplot.h>

#include <cmath>

namespace ui
{

namespace
{

using Paint = std::function<void(QCPPainter&)>;

constexpr int kScreenDpi = 96;
constexpr int kPdfDpi = 1200; // fine enough that no letter is moved to a grid
constexpr int kMetersToInch = 10000;

void prepareVectors(QCPPainter& painter)
{
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching | QCPPainter::pmNonCosmetic);
    painter.setRenderHint(QPainter::LosslessImageRendering);
}

QByteArray encodePng(const FigureFile& file, const Paint& paint)
{
    const double scale = static_cast<double>(file.dpi) / kScreenDpi;
    const QSize pixels(static_cast<int>(std::lround(file.size.width() * scale)),
                       static_cast<int>(std::lround(file.size.height() * scale)));
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull())
        return {};
    image.fill(file.background);
    const int dotsPerMeter = static_cast<int>(std::lround(file.dpi * kMetersToInch / 254.0));
    image.setDotsPerMeterX(dotsPerMeter);
    image.setDotsPerMeterY(dotsPerMeter);
    {
        QCPPainter painter(&image);
        painter.setModes(QCPPainter::pmNoCaching | QCPPainter::pmNonCosmetic);
        painter.setRenderHint(QPainter::TextAntialiasing);
        painter.scale(scale, scale);
        paint(painter);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setText(QStringLiteral("Title"), file.title);
    writer.setText(QStringLiteral("Description"), file.description);
    return writer.write(image) ? bytes : QByteArray();
}

QByteArray encodeSvg(const FigureFile& file, const Paint& paint)
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
        painter.fillRect(QRect(QPoint(0, 0), file.size), file.background);
        paint(painter);
    }
    buffer.close();
    return withOutlinedText(bytes);
}

QByteArray encodePdf(const FigureFile& file, const Paint& paint)
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
        painter.fillRect(QRect(QPoint(0, 0), file.size), file.background);
        paint(painter);
    }
    return bytes;
}

core::Fault unwritable(const QString& path, const QString& reason)
{
    return {core::FaultCode::Unwritable, path.toStdString(), {reason.toStdString()}, 0, 0};
}

} // namespace

core::Outcome writeFigureFile(const FigureFile& file, const Paint& paint)
{
    // Asked first: an unwritable place should not cost the drawing.
    QSaveFile target(file.path);
    target.setDirectWriteFallback(false);
    if (!target.open(QIODevice::WriteOnly))
        return unwritable(file.path, target.errorString());
    const QByteArray bytes = file.format == QLatin1String("svg")   ? encodeSvg(file, paint)
                             : file.format == QLatin1String("pdf") ? encodePdf(file, paint)
                                                                   : encodePng(file, paint);
    if (bytes.isEmpty()) {
        target.cancelWriting();
        return unwritable(file.path, QStringLiteral("%1 × %2 px").arg(file.size.width()).arg(file.size.height()));
    }
    if (target.write(bytes) != bytes.size() || !target.commit())
        return unwritable(file.path, target.errorString());
    return core::Done{};
}

} // namespace ui
