// SPDX-License-Identifier: GPL-3.0-or-later
// MNIST's file format, also gzipped: http://yann.lecun.com/exdb/mnist/ describes it. A head (two zero bytes, the type
// of the numbers, how many dimensions, the size of each as four bytes, the highest first), then the bytes.
#include "core/data/CsvReader.h"
#include "core/data/DataPath.h"
#include "core/data/ToyDatasets.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>
#include <zlib.h>

namespace core
{

namespace
{

constexpr int kBytesType = 0x08;
constexpr double kWhite = 255;

struct Close {
    void operator()(gzFile_s* file) const { gzclose(file); }
};

/// An open file, gzipped or not, with its head taken apart.
class IdxFile
{
public:
    /// `dimensions`: the fewest and the most that it may have.
    static Result<IdxFile> open(const std::string& path, int fewest, int most, const char* what)
    {
        IdxFile file;
        file.m_path = path;
        std::error_code error;
        if (std::filesystem::is_directory(path, error))
            return file.unreadable(EISDIR);
        errno = 0;
        file.m_file.reset(gzopen(path.c_str(), "rbe"));
        if (!file.m_file)
            return file.unreadable(errno);
        std::array<unsigned char, 4> head{};
        const int got = gzread(file.m_file.get(), head.data(), head.size());
        const Fault notIdx{FaultCode::NotIdx, path, {what}};
        if (got < 0)
            return file.broken();
        const int dimensions = head[3];
        if (got < 4 || head[0] != 0 || head[1] != 0 || head[2] != kBytesType || dimensions < fewest ||
            dimensions > most)
            return notIdx;
        for (int i = 0; i < dimensions; ++i) {
            if (gzread(file.m_file.get(), head.data(), head.size()) != 4)
                return notIdx;
            std::size_t size = 0;
            for (const unsigned char byte : head)
                size = size * 256 + byte;
            file.m_sizes.push_back(size);
        }
        if (const Outcome sane = file.checkSize(); !sane)
            return sane.faults();
        return file;
    }

    [[nodiscard]] const std::vector<std::size_t>& sizes() const { return m_sizes; }
    /// Bytes of one sample.
    [[nodiscard]] std::size_t sampleSize() const
    {
        std::size_t size = 1;
        for (std::size_t i = 1; i < m_sizes.size(); ++i)
            size *= m_sizes[i];
        return size;
    }

    /// Calls `take` with every sample's number and bytes.
    template <class Take>
    Outcome readAll(Take take)
    {
        std::vector<unsigned char> sample(sampleSize());
        for (std::size_t at = 0; at < m_sizes[0]; ++at) {
            const int got = gzread(m_file.get(), sample.data(), static_cast<unsigned>(sample.size()));
            if (got < 0)
                return broken();
            if (static_cast<std::size_t>(got) < sample.size())
                return wrongSize(at * sample.size() + static_cast<std::size_t>(got));
            take(at, sample);
        }
        unsigned char more = 0;
        const int left = gzread(m_file.get(), &more, 1);
        if (left < 0)
            return broken();
        return left == 0 ? Outcome(Done{}) : wrongSize(m_sizes[0] * sample.size() + 1);
    }

private:
    IdxFile() = default;

    /// Before memory is taken for what a head promises: no gzipped file holds more than a thousand times its size.
    Outcome checkSize()
    {
        constexpr std::size_t kHighestRatio = 1032;
        std::size_t values = 1;
        for (const std::size_t size : m_sizes) {
            if (size > 0 && values > kMostNumbers / size)
                return Fault{FaultCode::TooMuchData, m_path, {std::to_string(kMostNumbers / 1'000'000)}};
            values *= size;
        }
        if (values == 0)
            return Fault{FaultCode::NoSamples, m_path, {}};
        std::error_code error;
        const auto bytes = static_cast<std::size_t>(std::filesystem::file_size(m_path, error));
        if (!error && values / kHighestRatio > bytes)
            return wrongSize(bytes);
        return Done{};
    }

    [[nodiscard]] Fault wrongSize(std::size_t found) const
    {
        return {FaultCode::IdxSize, m_path, {std::to_string(found), std::to_string(m_sizes[0] * sampleSize())}};
    }
    [[nodiscard]] Fault unreadable(int reason) const
    {
        return {FaultCode::Unreadable, m_path, {std::generic_category().message(reason)}};
    }
    [[nodiscard]] Fault broken()
    {
        int number = 0;
        gzerror(m_file.get(), &number);
        return number == Z_ERRNO ? unreadable(errno) : Fault{FaultCode::BrokenArchive, m_path, {}};
    }

    std::unique_ptr<gzFile_s, Close> m_file;
    std::string m_path;
    std::vector<std::size_t> m_sizes;
};

Result<std::vector<int>> readLabels(const std::string& path)
{
    Result<IdxFile> opened = IdxFile::open(path, 1, 1, "labels");
    if (!opened)
        return opened.faults();
    std::vector<int> labels(opened.value().sizes()[0]);
    const Outcome outcome =
        opened.value().readAll([&](std::size_t at, const std::vector<unsigned char>& bytes) { labels[at] = bytes[0]; });
    if (!outcome)
        return outcome.faults();
    return labels;
}

Outcome readImages(const std::string& path, RawSamples& raw)
{
    Result<IdxFile> opened = IdxFile::open(path, 2, 3, "images");
    if (!opened)
        return opened.faults();
    IdxFile& file = opened.value();
    const std::vector<std::size_t>& sizes = file.sizes();
    if (sizes.size() == 3) {
        raw.imageHeight = static_cast<int>(sizes[1]);
        raw.imageWidth = static_cast<int>(sizes[2]);
    }
    raw.inputs.resize(static_cast<Index>(file.sampleSize()), static_cast<Index>(sizes[0]));
    // Some at a time: a sample is a column, and its numbers lie far apart.
    constexpr std::size_t kAtOnce = 64;
    Matrix some(static_cast<Index>(kAtOnce), raw.inputs.rows());
    return file.readAll([&](std::size_t at, const std::vector<unsigned char>& bytes) {
        const auto row = static_cast<Index>(at % kAtOnce);
        for (std::size_t pixel = 0; pixel < bytes.size(); ++pixel)
            some(row, static_cast<Index>(pixel)) = static_cast<Scalar>(bytes[pixel] / kWhite);
        if (at % kAtOnce == kAtOnce - 1 || at + 1 == sizes[0])
            raw.inputs.middleCols(static_cast<Index>(at) - row, row + 1) = some.topRows(row + 1).transpose();
    });
}

} // namespace

Result<RawSamples> readIdx(const DataConfig& config, const ResourceReader& /*resources*/)
{
    const std::string path = resolvedPath(config, config.path);
    const std::string labelPath = resolvedPath(config, config.labels);
    Result<std::vector<int>> labels = readLabels(labelPath);
    RawSamples raw;
    const Outcome images = readImages(path, raw);
    Faults faults;
    if (!images)
        faults = images.faults();
    if (!labels)
        faults.insert(faults.end(), labels.faults().begin(), labels.faults().end());
    if (!faults.empty())
        return faults;
    raw.labels = std::move(labels).value();
    const auto samples = static_cast<std::size_t>(raw.inputs.cols());
    if (samples != raw.labels.size())
        return Fault{FaultCode::CountsDiffer, labelPath, {std::to_string(samples), std::to_string(raw.labels.size())}};
    numberClasses(raw);
    if (raw.classNames.size() < 2)
        return Fault{FaultCode::OneClass, labelPath, {raw.classNames.front()}};
    return raw;
}

} // namespace core
