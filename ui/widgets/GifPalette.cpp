// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/GifPalette.h"

#include <algorithm>
#include <limits>

namespace ui
{

namespace
{

constexpr std::size_t kExactColors = 96;    ///< kept as they are where not all of them can be
constexpr std::size_t kShareOfExact = 2000; ///< a color of at least one in so many pixels is one to be kept

GifColorType gifColor(QRgb color)
{
    return {static_cast<GifByteType>(qRed(color)), static_cast<GifByteType>(qGreen(color)),
            static_cast<GifByteType>(qBlue(color))};
}

} // namespace

GifPalette::GifPalette(const std::vector<QRgb>& pixels)
{
    std::unordered_map<QRgb, std::size_t> counts;
    for (const QRgb pixel : pixels)
        ++counts[pixel];
    std::vector<std::pair<std::size_t, QRgb>> byCount;
    byCount.reserve(counts.size());
    for (const auto& [color, count] : counts)
        byCount.emplace_back(count, color);
    std::sort(byCount.begin(), byCount.end(), std::greater<>());
    const bool allFit = byCount.size() <= kColors;
    for (const auto& [count, color] : byCount) {
        if (!allFit && (m_colors.size() == kExactColors || count * kShareOfExact < pixels.size()))
            break;
        m_known.emplace(color, static_cast<GifByteType>(m_colors.size()));
        m_colors.push_back(gifColor(color));
    }
    if (allFit)
        return;
    std::vector<QRgb> rest;
    std::copy_if(pixels.begin(), pixels.end(), std::back_inserter(rest),
                 [this](QRgb pixel) { return !m_known.contains(pixel); });
    addRest(rest);
}

void GifPalette::addRest(const std::vector<QRgb>& rest)
{
    std::vector<GifByteType> red;
    std::vector<GifByteType> green;
    std::vector<GifByteType> blue;
    for (const QRgb pixel : rest) {
        red.push_back(static_cast<GifByteType>(qRed(pixel)));
        green.push_back(static_cast<GifByteType>(qGreen(pixel)));
        blue.push_back(static_cast<GifByteType>(qBlue(pixel)));
    }
    std::vector<GifByteType> indices(rest.size());
    std::array<GifColorType, 256> made{};
    int count = static_cast<int>(kColors - m_colors.size());
    if (GifQuantizeBuffer(static_cast<unsigned>(rest.size()), 1, &count, red.data(), green.data(), blue.data(),
                          indices.data(), made.data()) == GIF_OK)
        m_colors.insert(m_colors.end(), made.begin(), made.begin() + count);
}

GifByteType GifPalette::indexOf(QRgb color)
{
    if (const auto known = m_known.find(color); known != m_known.end())
        return known->second;
    return m_known.emplace(color, nearest(color)).first->second;
}

GifByteType GifPalette::nearest(QRgb color) const
{
    int best = std::numeric_limits<int>::max();
    std::size_t index = 0;
    for (std::size_t at = 0; at < m_colors.size(); ++at) {
        const int red = m_colors[at].Red - qRed(color);
        const int green = m_colors[at].Green - qGreen(color);
        const int blue = m_colors[at].Blue - qBlue(color);
        const int distance = 2 * red * red + 4 * green * green + 3 * blue * blue; // as the eye weighs them, roughly
        if (distance < best) {
            best = distance;
            index = at;
        }
    }
    return static_cast<GifByteType>(index);
}

} // namespace ui
