// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/SizePresets.h"

#include <QCoreApplication>

#include <array>

namespace ui
{

namespace
{

constexpr const char* kPresetContext = "ui::ExportForm"; // whose words they are

/// A column of a paper is as wide as those of Nature and its kin, and as finely printed as they ask for drawings.
constexpr std::array<SizePreset, 7> kSizePresets{{
    {{960, 600}, 192, QT_TRANSLATE_NOOP("ui::ExportForm", "Figure, 960 × 600")},
    {{1280, 720}, 192, QT_TRANSLATE_NOOP("ui::ExportForm", "Slide 16:9, 1280 × 720")},
    {{1024, 768}, 192, QT_TRANSLATE_NOOP("ui::ExportForm", "Slide 4:3, 1024 × 768")},
    {{336, 227}, 600, QT_TRANSLATE_NOOP("ui::ExportForm", "Column of a paper, 89 × 60 mm")},
    {{692, 416}, 600, QT_TRANSLATE_NOOP("ui::ExportForm", "Two columns of a paper, 183 × 110 mm")},
    {{1512, 945}, 200, QT_TRANSLATE_NOOP("ui::ExportForm", "Card of a poster, 400 × 250 mm")},
    {{1920, 1080}, 96, QT_TRANSLATE_NOOP("ui::ExportForm", "Screen, 1920 × 1080")},
}};

} // namespace

QString SizePreset::translatedName() const
{
    return QCoreApplication::translate(kPresetContext, name);
}

std::span<const SizePreset> sizePresets()
{
    return kSizePresets;
}

} // namespace ui
