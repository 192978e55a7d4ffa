// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/DecisionMapper.h"

#include <algorithm>
#include <cassert>

namespace core
{

DecisionMapper::DecisionMapper(const Dataset& data, const LossInfo& loss)
    : m_data(&data)
    , m_loss(&loss)
{
    const std::vector<DataPreview::Point>& points = data.preview->points;
    if (points.empty())
        return;
    if (const std::optional<Sheet>& sheet = data.preview->sheet) {
        m_xMin = sheet->xMin;
        m_xMax = sheet->xMax;
        m_yMin = sheet->yMin;
        m_yMax = sheet->yMax;
        return;
    }
    const auto [left, right] =
        std::minmax_element(points.begin(), points.end(), [](auto& a, auto& b) { return a.x < b.x; });
    const auto [low, high] =
        std::minmax_element(points.begin(), points.end(), [](auto& a, auto& b) { return a.y < b.y; });
    constexpr double kMargin = 0.12;
    const double xMargin = kMargin * static_cast<double>(right->x - left->x);
    const double yMargin = kMargin * static_cast<double>(high->y - low->y);
    m_xMin = left->x - xMargin;
    m_xMax = right->x + xMargin;
    m_yMin = low->y - yMargin;
    m_yMax = high->y + yMargin;
}

void DecisionMapper::draw(const Network& network, int resolution, DecisionMap& map, const Interrupt& interrupt)
{
    assert(resolution > 0);
    map.resolution = 0;
    map.xMin = m_xMin;
    map.xMax = m_xMax;
    map.yMin = m_yMin;
    map.yMax = m_yMax;
    if (m_data->inputs() == 2 && m_data->classification)
        drawMap(network, resolution, map, interrupt);
    else if (m_data->inputs() == 1 && !m_data->classification)
        drawCurve(network, map, interrupt);
}

void DecisionMapper::drawMap(const Network& network, int resolution, DecisionMap& map, const Interrupt& interrupt)
{
    const auto cells = static_cast<std::size_t>(resolution) * static_cast<std::size_t>(resolution);
    map.resolution = resolution;
    map.answer.resize(cells);
    map.confidence.resize(m_data->classes > 2 ? cells : 0);
    // Some rows at a time, so that the pass stays small at any resolution.
    constexpr int kSamplesAtOnce = 2048;
    const int rowsAtOnce = std::max(1, kSamplesAtOnce / resolution);
    for (int firstRow = 0; firstRow < resolution; firstRow += rowsAtOnce) {
        const int rows = std::min(rowsAtOnce, resolution - firstRow);
        const Index samples = static_cast<Index>(rows) * resolution;
        m_inputs.resize(2, samples);
        for (Index i = 0; i < samples; ++i) {
            const double column = (static_cast<double>(i % resolution) + 0.5) / resolution;
            const Index fullRows = firstRow + i / resolution;
            const double row = (static_cast<double>(fullRows) + 0.5) / resolution;
            m_inputs(0, i) = static_cast<Scalar>(m_xMin + column * (m_xMax - m_xMin));
            m_inputs(1, i) = static_cast<Scalar>(m_yMin + row * (m_yMax - m_yMin));
        }
        m_data->inputScaling.apply(m_inputs);
        const Matrix& output = network.answer(m_inputs, m_pass, interrupt);
        const std::size_t from = static_cast<std::size_t>(firstRow) * static_cast<std::size_t>(resolution);
        for (Index i = 0; i < samples; ++i) {
            const std::size_t cell = from + static_cast<std::size_t>(i);
            if (m_data->classes == 2) {
                map.answer[cell] = probabilityOfClass(*m_loss, output, i, 1);
            } else {
                const int answer = answeredClass(output, i);
                map.answer[cell] = static_cast<float>(answer);
                map.confidence[cell] = probabilityOfClass(*m_loss, output, i, answer);
            }
        }
    }
}

void DecisionMapper::drawCurve(const Network& network, DecisionMap& map, const Interrupt& interrupt)
{
    constexpr Index kPoints = 256;
    m_inputs.resize(1, kPoints);
    map.curveX.resize(kPoints);
    map.curveY.resize(kPoints);
    for (Index i = 0; i < kPoints; ++i) {
        const double x = m_xMin + (m_xMax - m_xMin) * static_cast<double>(i) / (kPoints - 1);
        map.curveX[static_cast<std::size_t>(i)] = static_cast<float>(x);
        m_inputs(0, i) = static_cast<Scalar>(x);
    }
    m_data->inputScaling.apply(m_inputs);
    const Matrix& output = network.answer(m_inputs, m_pass, interrupt);
    for (Index i = 0; i < kPoints; ++i)
        map.curveY[static_cast<std::size_t>(i)] =
            static_cast<float>(output(0, i) * m_data->targetScaling.std[0] + m_data->targetScaling.mean[0]);
}

} // namespace core
