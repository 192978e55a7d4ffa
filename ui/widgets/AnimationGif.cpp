// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Animation.h"
#include "ui/widgets/GifPalette.h"

#include <gif_lib.h>

#include <algorithm>
#include <array>

namespace ui
{

namespace
{

constexpr int kHundredths = 100;
constexpr int kUnchanged = GifPalette::kColors; ///< the index of pixels that stay as they were
constexpr int kColorTableSize = 256;

int appendBytes(GifFileType* file, const GifByteType* bytes, int count)
{
    static_cast<QByteArray*>(file->UserData)->append(reinterpret_cast<const char*>(bytes), count);
    return count;
}

const QRgb* lineOf(const QImage& image, int y)
{
    return reinterpret_cast<const QRgb*>(image.constScanLine(y));
}

/// Where two pictures of one size differ.
QRect changedArea(const QImage& before, const QImage& now)
{
    QRect area;
    for (int y = 0; y < now.height(); ++y) {
        const QRgb* const first = lineOf(now, y);
        const QRgb* const end = first + now.width();
        const QRgb* const old = lineOf(before, y);
        const auto left = std::mismatch(first, end, old).first;
        if (left == end)
            continue;
        auto right = end;
        while (right[-1] == old[right - first - 1])
            --right;
        area |= QRect(static_cast<int>(left - first), y, static_cast<int>(right - left), 1);
    }
    return area.isNull() ? QRect(0, 0, 1, 1) : area; // every picture has to have something
}

/// giflib writes; each picture is the part that changes, with colors of its own.
class GifEncoder : public AnimationEncoder
{
public:
    explicit GifEncoder(const AnimationTiming& timing)
        : m_timing(timing)
    {
    }
    ~GifEncoder() override
    {
        if (m_file)
            EGifCloseFile(m_file, nullptr);
    }

    GifEncoder(const GifEncoder&) = delete;
    GifEncoder& operator=(const GifEncoder&) = delete;

    bool add(const QImage& image) override;
    QByteArray finish() override;

private:
    bool begin(const QSize& size);
    bool writeControl();
    bool writePart(const QImage& picture, const QRect& part);

    AnimationTiming m_timing;
    QByteArray m_bytes;
    GifFileType* m_file = nullptr;
    QImage m_before;
    int m_count = 0;
};

bool GifEncoder::begin(const QSize& size)
{
    int error = 0;
    m_file = EGifOpen(&m_bytes, appendBytes, &error);
    if (!m_file)
        return false;
    EGifSetGifVersion(m_file, true);
    if (EGifPutScreenDesc(m_file, size.width(), size.height(), 8, 0, nullptr) != GIF_OK)
        return false;
    if (!m_timing.loops)
        return true;
    constexpr std::array<GifByteType, 3> kForEver{1, 0, 0};
    return EGifPutExtensionLeader(m_file, APPLICATION_EXT_FUNC_CODE) == GIF_OK &&
           EGifPutExtensionBlock(m_file, 11, "NETSCAPE2.0") == GIF_OK &&
           EGifPutExtensionBlock(m_file, kForEver.size(), kForEver.data()) == GIF_OK &&
           EGifPutExtensionTrailer(m_file) == GIF_OK;
}

bool GifEncoder::writeControl()
{
    GraphicsControlBlock control{};
    control.DisposalMode = DISPOSE_DO_NOT;
    control.DelayTime =
        beginOfPicture(m_count + 1, m_timing, kHundredths) - beginOfPicture(m_count, m_timing, kHundredths);
    control.TransparentColor = m_count > 0 ? kUnchanged : NO_TRANSPARENT_COLOR;
    std::array<GifByteType, 4> bytes{};
    EGifGCBToExtension(&control, bytes.data());
    return EGifPutExtension(m_file, GRAPHICS_EXT_FUNC_CODE, bytes.size(), bytes.data()) == GIF_OK;
}

bool GifEncoder::writePart(const QImage& picture, const QRect& part)
{
    const auto stays = [&](int x, int y) { return m_count > 0 && lineOf(picture, y)[x] == lineOf(m_before, y)[x]; };
    std::vector<QRgb> changed;
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left(); x <= part.right(); ++x)
            if (!stays(x, y))
                changed.push_back(lineOf(picture, y)[x]);
    GifPalette palette(changed);
    std::array<GifColorType, kColorTableSize> table{};
    std::copy(palette.colors().begin(), palette.colors().end(), table.begin());
    const std::unique_ptr<ColorMapObject, void (*)(ColorMapObject*)> colors(
        GifMakeMapObject(kColorTableSize, table.data()), GifFreeMapObject);
    if (!colors ||
        EGifPutImageDesc(m_file, part.left(), part.top(), part.width(), part.height(), false, colors.get()) != GIF_OK)
        return false;
    std::vector<GifPixelType> line(static_cast<std::size_t>(part.width()));
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            line[static_cast<std::size_t>(x - part.left())] =
                stays(x, y) ? static_cast<GifPixelType>(kUnchanged) : palette.indexOf(lineOf(picture, y)[x]);
        if (EGifPutLine(m_file, line.data(), part.width()) != GIF_OK)
            return false;
    }
    return true;
}

bool GifEncoder::add(const QImage& image)
{
    const QImage picture = image.convertToFormat(QImage::Format_RGB32);
    if (!m_file && !begin(picture.size()))
        return false;
    const QRect part = m_count > 0 ? changedArea(m_before, picture) : picture.rect();
    if (!writeControl() || !writePart(picture, part))
        return false;
    m_before = picture;
    ++m_count;
    return true;
}

QByteArray GifEncoder::finish()
{
    if (!m_file || m_count == 0)
        return {};
    const bool closed = EGifCloseFile(m_file, nullptr) == GIF_OK;
    m_file = nullptr;
    return closed ? m_bytes : QByteArray();
}

} // namespace

std::unique_ptr<AnimationEncoder> makeGifEncoder(const AnimationTiming& timing)
{
    return std::make_unique<GifEncoder>(timing);
}

} // namespace ui
