// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/Npy.h"

#include <bit>
#include <cassert>
#include <cstring>

namespace core
{

namespace
{

static_assert(std::endian::native == std::endian::little, "The heads below say that the bytes are little-endian.");

/// The format's head: its mark, its version, the length of what follows, and a Python dictionary that tells the type
/// and the shape, filled up so that the numbers begin at a multiple of 64 bytes.
std::string head(std::string_view type, const std::string& shape)
{
    constexpr std::string_view kMark{"\x93NUMPY\x01\x00", 8};
    constexpr std::size_t kAlignment = 64;
    std::string text = "{'descr': '" + std::string(type) + "', 'fortran_order': False, 'shape': (" + shape + "), }";
    const std::size_t unfilled = kMark.size() + 2 + text.size() + 1;
    text.append((kAlignment - unfilled % kAlignment) % kAlignment, ' ');
    text += '\n';
    std::string bytes(kMark);
    bytes += static_cast<char>(text.size() & 0xff);
    bytes += static_cast<char>(text.size() >> 8);
    return bytes + text;
}

template <class Number>
void append(std::string& bytes, std::span<const Number> values)
{
    const std::size_t before = bytes.size();
    bytes.resize(before + values.size_bytes());
    if (!values.empty())
        std::memcpy(bytes.data() + before, values.data(), values.size_bytes());
}

template <class Number>
std::string oneDimension(std::string_view type, std::span<const Number> values)
{
    std::string bytes = head(type, std::to_string(values.size()) + ",");
    append(bytes, values);
    return bytes;
}

} // namespace

std::string npyBytes(std::span<const double> values)
{
    return oneDimension("<f8", values);
}

std::string npyBytes(std::span<const std::int64_t> values)
{
    return oneDimension("<i8", values);
}

std::string npyBytes(std::span<const std::int32_t> values, std::size_t rows)
{
    assert(rows > 0 && values.size() % rows == 0);
    std::string bytes = head("<i4", std::to_string(rows) + ", " + std::to_string(values.size() / rows));
    append(bytes, values);
    return bytes;
}

std::string npyBytes(const Matrix& featuresBySamples)
{
    const Eigen::MatrixXf samples = featuresBySamples.cast<float>(); // column by column: sample by sample
    std::string bytes = head("<f4", std::to_string(samples.cols()) + ", " + std::to_string(samples.rows()));
    append(bytes, std::span<const float>(samples.data(), static_cast<std::size_t>(samples.size())));
    return bytes;
}

std::string npyBytes(const Vector& values)
{
    const Eigen::VectorXf floats = values.cast<float>();
    return oneDimension("<f4", std::span<const float>(floats.data(), static_cast<std::size_t>(floats.size())));
}

} // namespace core
