// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Contours.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <map>

namespace core
{

namespace
{

constexpr double kVeryHigh = 1e6; ///< above the level, in place of an infinite value

/// An edge of the grid, from a corner to the right or up.
struct Edge {
    std::size_t column = 0;
    std::size_t row = 0;
    bool goesUp = false;
    auto operator<=>(const Edge&) const = default;
};

/// The crossed edges, each joined to one or two others through the squares beside it.
class Contour
{
public:
    Contour(std::span<const double> values, std::size_t columns, double level)
        : m_values(values)
        , m_columns(columns)
        , m_level(level)
    {
    }

    void addSquare(std::size_t column, std::size_t row)
    {
        const std::array<double, 4> corners{height(column, row), height(column + 1, row), height(column + 1, row + 1),
                                            height(column, row + 1)};
        if (std::any_of(corners.begin(), corners.end(), [](double value) { return std::isnan(value); }))
            return;
        const std::array<Edge, 4> edges{Edge{column, row, false}, Edge{column + 1, row, true},
                                        Edge{column, row + 1, false}, Edge{column, row, true}};
        std::vector<Edge> crossed;
        for (std::size_t side = 0; side < 4; ++side)
            if ((corners[side] >= 0) != (corners[(side + 1) % 4] >= 0))
                crossed.push_back(edges[side]);
        // A saddle: its middle says which corners belong together. Neighbouring edges cut off the corner between them.
        const double middle = corners[0] + corners[1] + corners[2] + corners[3];
        if (crossed.size() == 4 && (middle >= 0) != (corners[0] >= 0))
            std::rotate(crossed.begin(), crossed.begin() + 1, crossed.end());
        for (std::size_t pair = 0; pair + 1 < crossed.size(); pair += 2) {
            m_joined[crossed[pair]].push_back(crossed[pair + 1]);
            m_joined[crossed[pair + 1]].push_back(crossed[pair]);
        }
    }

    std::vector<Stroke> strokes()
    {
        std::vector<Stroke> strokes;
        for (const bool onlyEnds : {true, false})
            for (const auto& [edge, others] : m_joined)
                if (!others.empty() && (others.size() == 1 || !onlyEnds))
                    strokes.push_back(follow(edge));
        return strokes;
    }

private:
    [[nodiscard]] double height(std::size_t column, std::size_t row) const
    {
        return std::clamp(m_values[row * m_columns + column] - m_level, -kVeryHigh, kVeryHigh);
    }
    [[nodiscard]] GridPoint crossing(const Edge& edge) const
    {
        const double here = height(edge.column, edge.row);
        const double there = edge.goesUp ? height(edge.column, edge.row + 1) : height(edge.column + 1, edge.row);
        const double part = here / (here - there);
        return {static_cast<double>(edge.column) + (edge.goesUp ? 0 : part),
                static_cast<double>(edge.row) + (edge.goesUp ? part : 0)};
    }
    /// Goes from edge to edge and takes away what it has passed.
    Stroke follow(Edge edge)
    {
        Stroke stroke{crossing(edge)};
        for (auto* onward = &m_joined[edge]; !onward->empty(); onward = &m_joined[edge]) {
            const Edge next = onward->back();
            onward->pop_back();
            std::vector<Edge>& back = m_joined[next];
            back.erase(std::find(back.begin(), back.end(), edge));
            edge = next;
            stroke.push_back(crossing(edge));
        }
        return stroke;
    }

    std::span<const double> m_values;
    std::size_t m_columns;
    double m_level;
    std::map<Edge, std::vector<Edge>> m_joined;
};

} // namespace

std::vector<Stroke> contours(std::span<const double> values, std::size_t columns, std::size_t rows, double level)
{
    assert(values.size() == columns * rows);
    Contour contour(values, columns, level);
    for (std::size_t row = 0; row + 1 < rows; ++row)
        for (std::size_t column = 0; column + 1 < columns; ++column)
            contour.addSquare(column, row);
    return contour.strokes();
}

} // namespace core
