// SPDX-License-Identifier: GPL-3.0-or-later
// A made-up run with earlier moments, as the window would have them, and a film of it: for the tests of exports.
#pragma once

#include "tests/ui/MadeUpRun.h"
#include "ui/Exporter.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

namespace madeup
{

/// The cards by their numbers, as in panelCatalogue.
enum Cards { kActivation, kDistributions, kGradient, kUnits, kLoss, kDecision };

/// The number of the card with this id.
inline int cardNamed(const char* id)
{
    int card = 0;
    while (ui::figureName(card) != QLatin1String(id))
        ++card;
    return card;
}

/// A run with earlier moments, as the window would have them.
struct RunWithPast {
    RunWithPast()
    {
        run = moons(4, 8, {"sigmoid", {}}, 3, 200);
        for (std::int64_t step = 0; step < 200; step += 25) {
            steps.push_back(step);
            past.push_back(moons(4, 8, {"sigmoid", {}}, static_cast<double>(step) / 70, 1).snapshot);
            past.back().step = step;
        }
    }
    [[nodiscard]] ui::EarlierMoments earlier() const
    {
        return {[this] { return steps; }, [this](std::size_t index) { return past[index]; }};
    }
    [[nodiscard]] std::shared_ptr<const ui::Moment> present() const
    {
        return std::make_shared<const ui::Moment>(ui::Moment::of(run.frame()));
    }
    [[nodiscard]] ui::ExporterSource source() const
    {
        ui::ExporterSource made;
        made.frame = [this] { return std::optional(run.frame()); };
        made.view = [] { return ui::DashboardView(); };
        made.cardTitles = [] {
            return QStringList{QStringLiteral("Activation"), QStringLiteral("Distributions"),
                               QStringLiteral("Gradient"),   QStringLiteral("Units"),
                               QStringLiteral("Loss"),       QStringLiteral("Decision")};
        };
        made.earlier = earlier();
        return made;
    }

    Run run;
    std::vector<std::int64_t> steps;
    std::vector<core::Snapshot> past;
};

inline ui::ExportRequest animationRequest(const QString& format, const QString& path)
{
    ui::ExportRequest request;
    request.card = kUnits;
    request.options.formats = {format};
    request.options.size = {480, 300};
    request.options.dpi = 96;
    request.path = path;
    return request;
}

/// Largest and mean difference of a channel.
inline std::pair<int, double> difference(const QImage& a, const QImage& b)
{
    int most = 0;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb first = a.pixel(x, y);
            const QRgb second = b.pixel(x, y);
            const int here = std::max({std::abs(qRed(first) - qRed(second)), std::abs(qGreen(first) - qGreen(second)),
                                       std::abs(qBlue(first) - qBlue(second))});
            most = std::max(most, here);
            sum += here;
        }
    return {most, sum / (a.width() * a.height())};
}

} // namespace madeup
