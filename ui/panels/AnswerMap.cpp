// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AnswerMap.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui
{

bool hasAnswerMap(const core::Snapshot& snapshot)
{
    const core::DecisionMap& map = snapshot.decision;
    const auto cells = static_cast<std::size_t>(map.resolution) * static_cast<std::size_t>(map.resolution);
    return snapshot.data && snapshot.data->inputs == 2 && map.resolution > 1 && map.answer.size() >= cells;
}

bool answersAreLost(const core::DecisionMap& map)
{
    return std::none_of(map.answer.begin(), map.answer.end(), [](float value) { return std::isfinite(value); });
}

QImage answerImage(const core::DecisionMap& map, int classes, const Theme& theme)
{
    QImage image(map.resolution, map.resolution, QImage::Format_RGB32);
    std::array<QRgb, 256> colors{};
    for (std::size_t level = 0; level < colors.size(); ++level)
        colors[level] = theme.diverging(static_cast<double>(level) / 255);
    const QRgb unknown = theme.silent.rgb();
    for (int y = 0; y < map.resolution; ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(map.resolution - 1 - y));
        for (int x = 0; x < map.resolution; ++x) {
            const auto at = static_cast<std::size_t>(y * map.resolution + x);
            const float answer = map.answer[at];
            if (!std::isfinite(answer)) {
                line[x] = unknown;
            } else if (classes > 2) {
                const double certain = at < map.confidence.size() ? static_cast<double>(map.confidence[at]) : 1.0;
                const QColor color = theme.classColor(static_cast<int>(answer), classes);
                line[x] = mixed(theme.card, color, 0.15 + 0.75 * std::clamp(certain, 0.0, 1.0)).rgb();
            } else {
                line[x] = colors[static_cast<std::size_t>(std::clamp(answer, 0.0F, 1.0F) * 255)];
            }
        }
    }
    return image;
}

std::optional<MapAnswer> answerAt(const core::DecisionMap& map, int classes, double x, double y)
{
    const auto cell = [&map](double at, double lower, double upper) {
        return static_cast<int>(std::lround((at - lower) / (upper - lower) * (map.resolution - 1)));
    };
    const int column = cell(x, map.xMin, map.xMax);
    const int row = cell(y, map.yMin, map.yMax);
    if (column < 0 || row < 0 || column >= map.resolution || row >= map.resolution)
        return std::nullopt;
    const auto at = static_cast<std::size_t>(row * map.resolution + column);
    const auto answer = static_cast<double>(map.answer[at]);
    if (!std::isfinite(answer))
        return MapAnswer{};
    if (classes > 2) {
        const bool isTold = at < map.confidence.size();
        return MapAnswer{static_cast<int>(answer),
                         isTold ? std::optional(static_cast<double>(map.confidence[at])) : std::nullopt};
    }
    const int label = answer >= 0.5 ? 1 : 0;
    return MapAnswer{label, label == 1 ? answer : 1 - answer};
}

} // namespace ui
