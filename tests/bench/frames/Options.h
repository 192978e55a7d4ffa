// SPDX-License-Identifier: GPL-3.0-or-later
// The command line of the frame benchmark: which configurations of the window it measures, and how.
#pragma once

#include <QCoreApplication>
#include <QSize>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace bench
{

/// One window that is measured.
struct Configuration {
    QSize network{8, 16}; ///< depth × width
    QSize size{1600, 1000};
    double scale = 1; ///< device pixels a pixel
};

struct Options {
    std::vector<Configuration> configurations;
    int seconds = 8; ///< that the frames are counted
    int minutes = 0; ///< that the memory is watched
    QString theme;
    QString jsonPath;  ///< empty: none
    bool race = false; ///< one goes on behind the window, on all cores
    bool map = false;  ///< a phase map does
    bool details = false;
    bool help = false;
    /// Nanoseconds of the steady clock at which the process was started that shall measure the first configuration
    /// itself; absent: it starts one for each.
    std::optional<std::int64_t> startedAt;
};

/// Nothing, and a word about it on standard error, if the arguments are wrong. Needs no application object.
std::optional<Options> readOptions(const QStringList& arguments);

/// The arguments with which a process measures one configuration, and tells it as JSON on standard output.
QStringList measuringArguments(const Configuration& configuration, const Options& options, std::int64_t startedAt);

/// The text for --help.
QString usage();

/// "1280x800"
QString sizeText(const QSize& size);

} // namespace bench
