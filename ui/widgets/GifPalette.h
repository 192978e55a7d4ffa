// SPDX-License-Identifier: GPL-3.0-or-later
// The 255 colors that stand for all colors of a picture in a GIF. Colors of areas and lines, which many pixels share,
// stay exactly what they are, so that paper stays white and curves keep the theme's color; the rest is shared out among
// the shades of maps and edges. Used by the GIF encoder.
#pragma once

#include <QImage>
#include <QRect>

#include <gif_lib.h>

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace ui
{

class GifPalette
{
public:
    static constexpr int kColors = 255; ///< one of 256 is left for "as before"

    /// For the pixels (0xffRRGGBB) that will be drawn.
    explicit GifPalette(const std::vector<QRgb>& pixels);

    [[nodiscard]] const std::vector<GifColorType>& colors() const { return m_colors; }
    /// The place of the color that stands for this one.
    [[nodiscard]] GifByteType indexOf(QRgb color);

private:
    void addRest(const std::vector<QRgb>& rest);
    [[nodiscard]] GifByteType nearest(QRgb color) const;

    std::vector<GifColorType> m_colors;
    std::unordered_map<QRgb, GifByteType> m_known;
};

} // namespace ui
