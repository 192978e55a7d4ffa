// SPDX-License-Identifier: GPL-3.0-or-later
// Where the files of a data set are: paths in an experiment are relative to the folder of its file. Used by the readers
// of data files, and by whoever writes an experiment to another place. Any thread.
#pragma once

#include "core/config/ExperimentConfig.h"

#include <string>

namespace core
{

/// Where the file is that `path` (one of the config's) names; empty stays empty.
std::string resolvedPath(const DataConfig& config, const std::string& path);

/// `file` (absolute) as an experiment in `folder` should name it: relative if it is in there, else absolute.
std::string pathFrom(const std::string& folder, const std::string& file);

/// The same data for an experiment in that folder. If it is another one, paths are written anew, as pathFrom does.
DataConfig movedTo(const std::string& folder, DataConfig config);

/// The same data for an experiment that may be read from anywhere.
DataConfig withAbsolutePaths(DataConfig config);

/// The folder of a file, absolute.
std::string folderOf(const std::string& file);

} // namespace core
