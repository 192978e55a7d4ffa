// SPDX-License-Identifier: GPL-3.0-or-later
// The golden numbers of tests/data and the bundled resources, as the tests of core read them. A file that is missing or
// broken ends the test program.
#pragma once

#include "core/base/Types.h"
#include "core/data/Dataset.h"

#include <nlohmann/json.hpp>

#include <QFile>

#include <string>
#include <vector>

namespace goldens
{

inline QByteArray bytes(const char* name)
{
    QFile file(QStringLiteral(ACTISCOPE_TEST_DATA "/") + QString::fromUtf8(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tests/data/%s cannot be read", name);
    return file.readAll();
}

inline nlohmann::json json(const char* name)
{
    return nlohmann::json::parse(bytes(name).toStdString());
}

inline std::vector<double> numbers(const nlohmann::json& list)
{
    return list.get<std::vector<double>>();
}

/// A matrix from its elements, row by row.
inline core::Matrix matrix(const nlohmann::json& list, core::Index rows, core::Index columns)
{
    const std::vector<double> values = numbers(list);
    if (static_cast<core::Index>(values.size()) != rows * columns)
        qFatal("a golden matrix has another size than it says");
    core::Matrix result(rows, columns);
    for (core::Index i = 0; i < result.size(); ++i)
        result.data()[i] = static_cast<core::Scalar>(values[static_cast<std::size_t>(i)]);
    return result;
}

/// Reads the resources as they lie in the source tree.
inline std::optional<std::string> resource(std::string_view name)
{
    QFile file(QStringLiteral(ACTISCOPE_RESOURCES "/") +
               QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll().toStdString();
}

/// For data sets that are generated: there is no resource at all.
inline std::optional<std::string> noResource(std::string_view /*name*/)
{
    return std::nullopt;
}

} // namespace goldens
