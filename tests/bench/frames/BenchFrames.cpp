// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the real window costs, how old what it shows is, how long the window takes to open and how much
// memory it needs: for small and large networks, windows and scales. A program to be run by hand on a quiet machine; it
// prints, and judges nothing.
#include "app/Language.h"
#include "tests/bench/frames/Matrix.h"
#include "tests/bench/frames/Meter.h"
#include "tests/bench/frames/Options.h"
#include "tests/bench/frames/WindowBench.h"
#include "ui/base/Theme.h"

#include <QCoreApplication>

#include <cstdio>
#include <exception>
#include <fstream>

namespace
{

/// Begins as the program does (app/Window), and tells what it has measured on standard output.
int measure(int argc, char** argv, const bench::Options& options)
{
    bench::Meter application(argc, argv);
    app::Language language;
    language.choose(QStringLiteral("en"));
    QApplication::setStyle(QStringLiteral("Fusion"));
    ui::loadFonts();
    QApplication::setFont(ui::themeFont());
    bench::WindowBench window(application, options);
    std::puts(window.run().dump().c_str());
    return 0;
}

int measureAll(int argc, char** argv, const bench::Options& options)
{
    const QCoreApplication application(argc, argv);
    if (options.jsonPath.isEmpty()) {
        bench::measureMatrix(options);
        return 0;
    }
    // The file is opened first: nobody wants to be told after minutes that it cannot be written.
    std::ofstream file(options.jsonPath.toStdString());
    if (file)
        file << bench::measureMatrix(options).dump(2) << '\n';
    file.close();
    if (file)
        return 0;
    std::fprintf(stderr, "%s cannot be written\n", qPrintable(options.jsonPath));
    return 1;
}

} // namespace

int main(int argc, char** argv)
try {
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const std::optional<bench::Options> options = bench::readOptions(arguments);
    if (!options)
        return 2;
    if (options->help) {
        const QCoreApplication application(argc, argv); // names the program
        std::fputs(qPrintable(bench::usage()), stdout);
        return 0;
    }
    return options->startedAt ? measure(argc, argv, *options) : measureAll(argc, argv, *options);
} catch (const std::exception& fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    return 1;
}
