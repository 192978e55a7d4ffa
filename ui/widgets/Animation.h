// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures in a row as one animated file: WebP (exact colors, small) or GIF (256 colors a picture, read everywhere). Qt
// reads such files but writes none. Used by the export; lives on one thread, any.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QString>

#include <memory>

namespace ui
{

struct AnimationTiming {
    double framesPerSecond = 12;
    bool loops = true; ///< for ever; else it stops at its last picture
};

class AnimationEncoder
{
public:
    AnimationEncoder() = default;
    virtual ~AnimationEncoder() = default;
    AnimationEncoder(const AnimationEncoder&) = delete;
    AnimationEncoder& operator=(const AnimationEncoder&) = delete;

    /// All pictures have the size of the first. False: it cannot be encoded.
    [[nodiscard]] virtual bool add(const QImage& image) = 0;
    /// The bytes of the file, once, after at least one picture; empty if there can be none.
    [[nodiscard]] virtual QByteArray finish() = 0;
};

std::unique_ptr<AnimationEncoder> makeWebpEncoder(const AnimationTiming& timing);
std::unique_ptr<AnimationEncoder> makeGifEncoder(const AnimationTiming& timing);

inline constexpr int kMillisecondsPerSecond = 1000;

/// When picture `index` begins, in units of 1 / `unitsPerSecond` seconds. Rounded so that errors do not add up.
int beginOfPicture(int index, const AnimationTiming& timing, int unitsPerSecond);

} // namespace ui
