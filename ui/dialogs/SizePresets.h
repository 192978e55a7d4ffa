// SPDX-License-Identifier: GPL-3.0-or-later
// The sizes that people ask for: slides, columns of papers, posters, screens. Used by ExportForm.
#pragma once

#include <QSize>
#include <QString>

#include <span>

namespace ui
{

/// One row.
struct SizePreset {
    QSize size; ///< pixels at 96 dpi
    int dpi;    ///< that go with its use
    const char* name;

    [[nodiscard]] QString translatedName() const;
};

std::span<const SizePreset> sizePresets();

} // namespace ui
