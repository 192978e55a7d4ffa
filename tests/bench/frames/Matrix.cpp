// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/frames/Matrix.h"

#include "tests/bench/frames/Clocks.h"
#include "tests/bench/frames/FrameTable.h"

#include <QProcess>

#include <stdexcept>

namespace bench
{

namespace
{

constexpr int kStarts = 5;

/// What a process of its own tells of this configuration.
nlohmann::json measured(const Configuration& configuration, const Options& options)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::number(configuration.scale));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  measuringArguments(configuration, options, steadyNanoseconds()), QIODevice::ReadOnly);
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        throw std::runtime_error("A configuration could not be measured");
    return nlohmann::json::parse(process.readAllStandardOutput().toStdString());
}

nlohmann::json measuredWithStarts(const Configuration& configuration, const Options& options)
{
    Options start = options;
    start.seconds = 0;
    std::vector<double> frames, pictures;
    for (int i = 0; i < kStarts; ++i) {
        const nlohmann::json times = measured(configuration, start);
        frames.push_back(times.at("first_frame"));
        pictures.push_back(times.at("first_picture"));
    }
    nlohmann::json result = options.seconds > 0 ? measured(configuration, options) : nlohmann::json::object();
    result["first_frame"] = summaryOf(frames);
    result["first_picture"] = summaryOf(pictures);
    result["network"] = {{"depth", configuration.network.width()}, {"width", configuration.network.height()}};
    result["size"] = {configuration.size.width(), configuration.size.height()};
    result["scale"] = configuration.scale;
    return result;
}

} // namespace

nlohmann::json measureMatrix(const Options& options)
{
    nlohmann::json all{{"seconds", options.seconds},
                       {"minutes", options.minutes},
                       {"theme", options.theme.toStdString()},
                       {"load_before", loadOfMachine()}};
    printHeader(options, all);
    for (const Configuration& configuration : options.configurations) {
        const nlohmann::json& row = all["configurations"].emplace_back(measuredWithStarts(configuration, options));
        printConfiguration(row);
        if (options.details)
            printDetails(row);
    }
    return all;
}

} // namespace bench
