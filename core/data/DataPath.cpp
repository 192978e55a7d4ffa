// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/DataPath.h"

#include <filesystem>
#include <system_error>

namespace core
{

namespace
{

namespace fs = std::filesystem;

/// Without a look at the disk, so that a file that is missing keeps its place.
fs::path absolute(const fs::path& path)
{
    std::error_code error;
    const fs::path whole = fs::absolute(path, error);
    return (error ? path : whole).lexically_normal();
}

} // namespace

std::string resolvedPath(const DataConfig& config, const std::string& path)
{
    return path.empty() ? path : (fs::path(config.folder) / path).lexically_normal().string();
}

std::string pathFrom(const std::string& folder, const std::string& file)
{
    if (folder.empty())
        return absolute(file).string();
    const fs::path inside = absolute(file).lexically_relative(absolute(folder));
    const bool isInside = !inside.empty() && *inside.begin() != "..";
    return isInside ? inside.string() : absolute(file).string();
}

DataConfig movedTo(const std::string& folder, DataConfig config)
{
    const bool isAnother = config.folder.empty() || absolute(folder) != absolute(config.folder);
    for (std::string* path : {&config.path, &config.labels})
        if (!path->empty() && isAnother)
            *path = pathFrom(folder, resolvedPath(config, *path));
    config.folder = folder;
    return config;
}

DataConfig withAbsolutePaths(DataConfig config)
{
    for (std::string* path : {&config.path, &config.labels})
        if (!path->empty())
            *path = absolute(resolvedPath(config, *path)).string();
    config.folder.clear();
    return config;
}

std::string folderOf(const std::string& file)
{
    return absolute(file).parent_path().string();
}

} // namespace core
