// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/frames/FrameTable.h"

#include "tests/bench/frames/ReferencePicture.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

namespace bench
{

namespace
{

constexpr const char* kLegend =
    R"(Window and slider are real, the trainer runs as fast as it can, the slider is dragged all the time.
CPU milliseconds of the window's thread:
  ref      a plain plot, timed meanwhile; it takes 2.0 where the budgets were made. In brackets: the number before it,
           as it would be there
  frame    all that is computed from one painted frame to the next: median, 95 %, largest
  slider   from the hand to the painted curve: 95 %
  card     the costliest card, shown and painted: 95 %
Milliseconds on the clock on the wall:
  screen   from the hand on the slider to the frame that shows it: median, 95 %
  age      from the moment in training to the frame that shows it: median, 95 %
  start    from the start of the process to the first painted frame, and to the first picture of a network: median
Besides: fps, frames a second; MB, resident memory with the first picture, and after the frames; steps/s, of training
while nobody touches the slider, and while it is dragged; core, the share of a core that training has then.
)";

/// A percentile of a summary; absent numbers are −1 and stand out.
double value(const nlohmann::json& summary, const char* what)
{
    return summary.is_object() ? summary.at(what).get<double>() : -1;
}

/// What a number of this configuration is multiplied with, to be as where the budgets were made.
double scaleOf(const nlohmann::json& configuration)
{
    return kReferenceMilliseconds / value(configuration.at("reference"), "median");
}

double costliestPanel(const nlohmann::json& configuration)
{
    double largest = 0;
    for (const nlohmann::json& panel : configuration.at("panels"))
        largest = std::max(largest, value(panel, "p95"));
    return largest;
}

struct Column {
    const char* head;
    int width; ///< negative: words, which begin at the left
};

constexpr std::array kColumns{
    Column{"network", -8}, Column{"window", -9}, Column{"scale", 5},   Column{"ref", 6},     Column{"frame", 7},
    Column{"95 %", 14},    Column{"max", 14},    Column{"slider", 14}, Column{"card", 14},   Column{"fps", 6},
    Column{"screen", 8},   Column{"95 %", 6},    Column{"age", 7},     Column{"95 %", 6},    Column{"start", 7},
    Column{"picture", 8},  Column{"MB", 6},      Column{"after", 6},   Column{"steps/s", 9}, Column{"dragged", 8},
    Column{"core", 6},
};
using Row = std::array<std::string, kColumns.size()>;

void printRow(const Row& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        std::printf("%*s", kColumns[i].width, cells[i].c_str());
    std::printf("\n");
    std::fflush(stdout);
}

std::string numberText(double number, int digits = 1)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, number);
    return text.data();
}

std::string pairText(const nlohmann::json& first, const nlohmann::json& second)
{
    return std::to_string(first.get<int>()) + "x" + std::to_string(second.get<int>());
}

void takeMeasured(Row& row, const nlohmann::json& configuration)
{
    const nlohmann::json& dragged = configuration.at("dragged");
    const double scale = scaleOf(configuration);
    const auto cpu = [&](double milliseconds) {
        return numberText(milliseconds) + " [" + numberText(milliseconds * scale) + "]";
    };
    row[3] = numberText(value(configuration.at("reference"), "median"));
    row[4] = numberText(value(dragged.at("frame"), "median"));
    row[5] = cpu(value(dragged.at("frame"), "p95"));
    row[6] = cpu(value(dragged.at("frame"), "max"));
    row[7] = cpu(value(configuration.at("slider_to_curve"), "p95"));
    row[8] = cpu(costliestPanel(configuration));
    row[9] = numberText(dragged.at("frames_per_second"));
    row[10] = numberText(value(dragged.at("slider_to_screen"), "median"));
    row[11] = numberText(value(dragged.at("slider_to_screen"), "p95"));
    row[12] = numberText(value(dragged.at("snapshot_age"), "median"));
    row[13] = numberText(value(dragged.at("snapshot_age"), "p95"));
    row[16] = numberText(configuration["memory"]["start"], 0);
    row[17] = numberText(configuration["memory"]["after_frames"], 0);
    row[18] = numberText(configuration["rest"]["steps_per_second"], 0);
    row[19] = numberText(dragged.at("steps_per_second"), 0);
    row[20] = numberText(100 * dragged.at("trainer_share").get<double>(), 0) + "%";
}

} // namespace

void printHeader(const Options& options, const nlohmann::json& all)
{
    std::printf("%sTheme %s, %d seconds each; load of the machine before: %.2f\n\n", kLegend, qPrintable(options.theme),
                options.seconds, all.at("load_before").get<double>());
    Row heads;
    std::transform(kColumns.begin(), kColumns.end(), heads.begin(), [](const Column& column) { return column.head; });
    printRow(heads);
    printRow({"budgets", "1600x1000", "1", numberText(kReferenceMilliseconds), "", "6.0", "12.0", "4.0", "3.0", "58",
              "", "", "", "", "250", "", "90"});
}

void printConfiguration(const nlohmann::json& configuration)
{
    Row row{pairText(configuration["network"]["depth"], configuration["network"]["width"]),
            pairText(configuration["size"][0], configuration["size"][1]),
            QByteArray::number(configuration.at("scale").get<double>()).toStdString()};
    row[14] = numberText(value(configuration.at("first_frame"), "median"), 0);
    row[15] = numberText(value(configuration.at("first_picture"), "median"), 0);
    if (configuration.contains("dragged"))
        takeMeasured(row, configuration);
    printRow(row);
}

void printDetails(const nlohmann::json& configuration)
{
    const auto line = [](const std::string& name, const nlohmann::json& summary, double scale) {
        std::printf("    %-46s median %6.1f  p95 %6.1f [%5.1f]  max %6.1f  (%.0f)\n", name.c_str(),
                    value(summary, "median"), value(summary, "p95"), value(summary, "p95") * scale,
                    value(summary, "max"), value(summary, "count"));
    };
    line("first frame", configuration.at("first_frame"), 1);
    line("first picture", configuration.at("first_picture"), 1);
    if (!configuration.contains("dragged"))
        return;
    const double scale = scaleOf(configuration);
    line("reference picture", configuration.at("reference"), scale);
    line("frame", configuration["dragged"]["frame"], scale);
    line("frame while nobody touches the slider", configuration["rest"]["frame"], scale);
    line("snapshot age while nobody touches the slider", configuration["rest"]["snapshot_age"], 1);
    line("slider to curve", configuration.at("slider_to_curve"), scale);
    for (const nlohmann::json& panel : configuration.at("panels"))
        line(panel.at("title").get<std::string>() + ", " + pairText(panel["size"][0], panel["size"][1]), panel, scale);
    const nlohmann::json& memory = configuration.at("memory");
    if (memory.contains("by_minute")) {
        std::printf("    MB by minute:");
        for (const nlohmann::json& megabytes : memory.at("by_minute"))
            std::printf(" %.1f", megabytes.get<double>());
        std::printf("; growth after the first: %.1f\n", memory.at("growth_after_first_minute").get<double>());
    }
    std::fflush(stdout);
}

} // namespace bench
