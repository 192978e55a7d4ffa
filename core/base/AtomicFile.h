// SPDX-License-Identifier: GPL-3.0-or-later
// Whole files or nothing: a document is written beside its place, brought to the disk and then renamed, so that a full
// disk or a killed program leaves the old file as it was. Used by the command line and by whoever saves an experiment,
// on any thread.
#pragma once

#include "core/base/Result.h"

#include <string>
#include <string_view>

namespace core
{

/// Replaces or makes the file `path` with `content`. A link is followed: what it points to is replaced.
/// Faults: Unwritable with the file's name and the system's reason.
Outcome writeWholeFile(const std::string& path, std::string_view content);

/// The content of a file of at most `largest` bytes.
/// Faults: Unreadable with the system's reason, FileTooLarge.
Result<std::string> readWholeFile(const std::string& path, std::size_t largest);

} // namespace core
