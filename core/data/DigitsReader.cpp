// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ToyDatasets.h"

#include <charconv>
#include <limits>
#include <zlib.h>

namespace core
{

namespace
{

constexpr int kSide = 8;
constexpr int kPixels = kSide * kSide;
constexpr int kClasses = 10;
constexpr double kDarkest = 16;

/// The text of a gzipped file, or nothing if it is damaged or longer than `limit`.
std::optional<std::string> gunzip(const std::string& bytes, std::size_t limit)
{
    z_stream stream{};
    constexpr int kGzip = 16;
    if (bytes.size() > std::numeric_limits<uInt>::max() || inflateInit2(&stream, kGzip + MAX_WBITS) != Z_OK)
        return std::nullopt;
    std::string text(limit, '\0');
    // zlib only reads its input, but its interface is older than const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // NOLINT
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data()); // NOLINT
    stream.avail_out = static_cast<uInt>(text.size());
    const int status = inflate(&stream, Z_FINISH);
    text.resize(stream.total_out);
    inflateEnd(&stream);
    if (status != Z_STREAM_END)
        return std::nullopt;
    return text;
}

/// All whole numbers of a comma-separated text, or nothing if there is anything else in it.
std::optional<std::vector<int>> parseNumbers(std::string_view text)
{
    std::vector<int> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at != end) {
        int value = 0;
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc{})
            return std::nullopt;
        numbers.push_back(value);
        at = next;
        while (at != end && (*at == ',' || *at == '\n' || *at == '\r'))
            ++at;
    }
    return numbers;
}

} // namespace

Result<RawSamples> readDigits(const ResourceReader& resources)
{
    constexpr std::string_view kName = "datasets/digits.csv.gz";
    constexpr std::size_t kLimit = 4U << 20U;
    const Fault broken{FaultCode::BrokenResource, std::string(kName), {}};
    const std::optional<std::string> bytes = resources(kName);
    const std::optional<std::string> text = bytes ? gunzip(*bytes, kLimit) : std::nullopt;
    const std::optional<std::vector<int>> numbers = text ? parseNumbers(*text) : std::nullopt;
    constexpr std::size_t kRow = kPixels + 1;
    if (!numbers || numbers->empty() || numbers->size() % kRow != 0)
        return broken;

    RawSamples raw;
    const auto samples = static_cast<Index>(numbers->size() / kRow);
    raw.inputs.resize(kPixels, samples);
    raw.labels.resize(static_cast<std::size_t>(samples));
    raw.imageWidth = kSide;
    raw.imageHeight = kSide;
    for (int digit = 0; digit < kClasses; ++digit)
        raw.classNames.push_back(std::to_string(digit));
    for (Index sample = 0; sample < samples; ++sample) {
        const int* row = numbers->data() + static_cast<std::size_t>(sample) * kRow;
        for (Index pixel = 0; pixel < kPixels; ++pixel)
            raw.inputs(pixel, sample) = static_cast<Scalar>(row[pixel] / kDarkest);
        const int label = row[kPixels];
        if (label < 0 || label >= kClasses)
            return broken;
        raw.labels[static_cast<std::size_t>(sample)] = label;
    }
    return raw;
}

} // namespace core
