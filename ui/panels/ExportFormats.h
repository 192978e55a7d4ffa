// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of what a card can be saved as. The dialog, the menus and the export are made from it. GUI thread.
#pragma once

#include <QString>

#include <span>

namespace ui
{

enum class FormatKind { Pixels, Vectors, Numbers, Animation };

/// One row.
struct ExportFormat {
    const char* id = nullptr;
    const char* suffix = nullptr; ///< of the file, without its dot
    FormatKind kind = FormatKind::Pixels;
    bool transparent = false; ///< whether it can be without a background
    int mostPixels = 0;       ///< of width and height; 0: as memory allows
    const char* name = nullptr;

    [[nodiscard]] QString idText() const { return QString::fromLatin1(id); }
    [[nodiscard]] QString translatedName() const;
    /// "PNG", "CSV" …
    [[nodiscard]] QString shortName() const;
};

std::span<const ExportFormat> exportFormats();
/// That of this id; the first if there is none.
const ExportFormat& exportFormat(const QString& id);

} // namespace ui
