// SPDX-License-Identifier: GPL-3.0-or-later
// Makes files of drawings: PNG, WebP, SVG or PDF; whole, or not at all. Vectors stay vectors, PDF embeds its fonts, SVG
// has its letters as outlines unless they are to stay text. Drawing needs the GUI thread; encoding and writing, which
// take longer, any thread. Used by Figures.
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QSize>
#include <QString>

#include <atomic>
#include <functional>
#include <vector>

class QCPPainter;

namespace ui
{

inline constexpr int kScreenDpi = 96;
inline constexpr int kPdfDpi = 1200; ///< fine enough that no letter is moved to a grid

/// Draws into (0, 0) … size at 96 dpi, whatever the format.
using PaintFigure = std::function<void(QCPPainter&)>;

struct FigureFile {
    QString path;
    QString format;       ///< "png", "webp", "svg" or "pdf"
    QSize size{960, 600}; ///< pixels at 96 dpi
    int dpi = 192;        ///< PNG and WebP: they have size · dpi / 96 pixels
    QString title;
    QString description;
    QColor background = Qt::white; ///< with alpha 0: none
    bool textAsOutlines = true;    ///< SVG only
};

/// What has been drawn and is not encoded yet.
struct DrawnFigure {
    FigureFile file;
    QImage image;       ///< PNG and WebP
    QByteArray vectors; ///< SVG and PDF
};

/// An empty picture of size · scale pixels. Null if it would not fit into memory.
QImage makeImage(const QSize& size, double scale, const QColor& background);
/// Draws onto a picture of this scale.
void paintOnto(QImage& image, double scale, const PaintFigure& paint);
/// size · dpi / 96, rounded.
QSize pixelSize(const QSize& size, int dpi);

DrawnFigure drawFigure(const FigureFile& file, const PaintFigure& paint);
/// The bytes of the file; empty if it cannot be made. On any thread.
QByteArray encodeFigure(const DrawnFigure& figure);
/// The picture as PNG, with a title and a description if there are any.
QByteArray encodePng(const QImage& image, const QString& title = {}, const QString& description = {});

/// A file that is to be.
struct FileBytes {
    QString path;
    QByteArray bytes;
};

/// Whether files can be made there, without leaving anything. Fault: Unwritable.
core::Outcome checkWritable(const QStringList& paths);
/// All of the files, or none where one cannot be written or `cancelled` becomes true. On any thread. Fault: Unwritable.
core::Outcome writeFiles(const std::vector<FileBytes>& files, const std::atomic<bool>* cancelled = nullptr);
/// That there is no such picture: too large for its format or for the memory.
core::Fault tooLargeFault(const QString& path, const QSize& pixels);

/// All at once. Fault: Unwritable, with the file's name and the system's reason.
core::Outcome writeFigureFile(const FigureFile& file, const PaintFigure& paint);

} // namespace ui
