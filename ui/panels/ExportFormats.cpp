// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ExportFormats.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ui
{

namespace
{

constexpr const char* kFormatContext = "ExportFormats";

constexpr std::array<ExportFormat, 7> kFormats{{
    {"png", "png", FormatKind::Pixels, true, 0,
     QT_TRANSLATE_NOOP("ExportFormats", "PNG: pixels, for slides and the web")},
    {"svg", "svg", FormatKind::Vectors, true, 0, QT_TRANSLATE_NOOP("ExportFormats", "SVG: vectors, to go on editing")},
    {"pdf", "pdf", FormatKind::Vectors, true, 0, QT_TRANSLATE_NOOP("ExportFormats", "PDF: vectors, for papers")},
    {"webp", "webp", FormatKind::Pixels, true, 16383,
     QT_TRANSLATE_NOOP("ExportFormats", "WebP: pixels, in small files")},
    {"csv", "csv", FormatKind::Numbers, false, 0, QT_TRANSLATE_NOOP("ExportFormats", "CSV: the numbers behind it")},
    {"animated_webp", "webp", FormatKind::Animation, false, 16383,
     QT_TRANSLATE_NOOP("ExportFormats", "Animated WebP: exact and small")},
    {"gif", "gif", FormatKind::Animation, false, 65535,
     QT_TRANSLATE_NOOP("ExportFormats", "Animated GIF: opens everywhere")},
}};

} // namespace

QString ExportFormat::translatedName() const
{
    return QCoreApplication::translate(kFormatContext, name);
}

QString ExportFormat::shortName() const
{
    return translatedName().section(QLatin1Char(':'), 0, 0).section(QChar(0xff1a), 0, 0);
}

std::span<const ExportFormat> exportFormats()
{
    return kFormats;
}

const ExportFormat& exportFormat(const QString& id)
{
    const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                    [&](const ExportFormat& format) { return id == QLatin1String(format.id); });
    return found == kFormats.end() ? kFormats.front() : *found;
}

} // namespace ui
