// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Animation.h"

#include <webp/encode.h>
#include <webp/mux.h>

#include <cmath>

namespace ui
{

namespace
{

constexpr int kEffort = 2; // of 0 … 9: more costs much time and saves little of plots

struct DeleteEncoder {
    void operator()(WebPAnimEncoder* encoder) const { WebPAnimEncoderDelete(encoder); }
};

/// libwebp's encoder: it stores what changes from picture to picture.
class WebpEncoder : public AnimationEncoder
{
public:
    explicit WebpEncoder(const AnimationTiming& timing)
        : m_timing(timing)
    {
    }

    bool add(const QImage& image) override;
    QByteArray finish() override;

private:
    bool begin(const QSize& size);

    AnimationTiming m_timing;
    WebPConfig m_config{};
    std::unique_ptr<WebPAnimEncoder, DeleteEncoder> m_encoder;
    int m_count = 0;
};

bool WebpEncoder::begin(const QSize& size)
{
    WebPAnimEncoderOptions options;
    if (!WebPAnimEncoderOptionsInit(&options) || !WebPConfigInit(&m_config) ||
        !WebPConfigLosslessPreset(&m_config, kEffort))
        return false;
    options.anim_params.loop_count = m_timing.loops ? 0 : 1;
    options.kmax = 0; // no whole pictures in between, which would be encoded for each picture only to be compared
    m_encoder.reset(WebPAnimEncoderNew(size.width(), size.height(), &options));
    return m_encoder != nullptr;
}

bool WebpEncoder::add(const QImage& image)
{
    if (!m_encoder && !begin(image.size()))
        return false;
    const QImage pixels = image.convertToFormat(QImage::Format_RGBA8888);
    WebPPicture picture;
    if (!WebPPictureInit(&picture))
        return false;
    picture.use_argb = 1;
    picture.width = pixels.width();
    picture.height = pixels.height();
    const bool added = WebPPictureImportRGBA(&picture, pixels.constBits(), static_cast<int>(pixels.bytesPerLine())) &&
                       WebPAnimEncoderAdd(m_encoder.get(), &picture,
                                          beginOfPicture(m_count, m_timing, kMillisecondsPerSecond), &m_config);
    WebPPictureFree(&picture);
    m_count += added ? 1 : 0;
    return added;
}

QByteArray WebpEncoder::finish()
{
    if (!m_encoder || !WebPAnimEncoderAdd(m_encoder.get(), nullptr,
                                          beginOfPicture(m_count, m_timing, kMillisecondsPerSecond), nullptr))
        return {};
    WebPData data;
    WebPDataInit(&data);
    QByteArray bytes;
    if (WebPAnimEncoderAssemble(m_encoder.get(), &data))
        bytes = QByteArray(reinterpret_cast<const char*>(data.bytes), static_cast<qsizetype>(data.size));
    WebPDataClear(&data);
    return bytes;
}

} // namespace

std::unique_ptr<AnimationEncoder> makeWebpEncoder(const AnimationTiming& timing)
{
    return std::make_unique<WebpEncoder>(timing);
}

int beginOfPicture(int index, const AnimationTiming& timing, int unitsPerSecond)
{
    return static_cast<int>(std::lround(index * unitsPerSecond / timing.framesPerSecond));
}

} // namespace ui
