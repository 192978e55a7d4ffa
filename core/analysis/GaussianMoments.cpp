// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/GaussianMoments.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace core
{

namespace
{

/// Of the standard normal, in both directions: further out its density is no double any more.
constexpr double kFarthest = 38;
constexpr double kTolerance = 1e-13; ///< of an interval, relative to the whole
/// A jump halves the error with every halving of the interval that it lies in.
constexpr int kDeepest = 50;
/// A typed formula may swing more often than can be followed.
constexpr int kMostPieces = 20'000;

/// The three integrands, or integrals, side by side.
struct Triple {
    std::array<double, 3> parts{};

    void add(const Triple& other, double factor)
    {
        for (std::size_t i = 0; i < parts.size(); ++i)
            parts[i] += factor * other.parts[i];
    }
    [[nodiscard]] double distanceFrom(const Triple& other, const Triple& scale) const
    {
        double largest = 0;
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (scale.parts[i] > 0)
                largest = std::max(largest, std::abs(parts[i] - other.parts[i]) / scale.parts[i]);
        return largest;
    }
};

/// Nodes and weights of Kronrod's 15-point rule, from the ends to the middle; every second node, from the second on, is
/// one of Gauss's 7-point rule. Piessens et al.: QUADPACK (1983).
struct KronrodNode {
    double place;
    double kronrod;
    double gauss;
};
constexpr std::array<KronrodNode, 8> kNodes{{
    {0.991455371120812639206854697526329, 0.022935322010529224963732008058970, 0},
    {0.949107912342758524526189684047851, 0.063092092629978553290700663189204, 0.129484966168869693270611432679082},
    {0.864864423359769072789712788640926, 0.104790010322250183839876322541518, 0},
    {0.741531185599394439863864773280788, 0.140653259715525918745189590510238, 0.279705391489276667901467771423780},
    {0.586087235467691130294144838258730, 0.169004726639267902826583426598550, 0},
    {0.405845151377397166906606412076961, 0.190350578064785409913256402421014, 0.381830050505118944950369775488975},
    {0.207784955007898467600689403773245, 0.204432940075298892414161999234649, 0},
    {0, 0.209482141084727828012999174891714, 0.417959183673469387755102040816327},
}};

class Quadrature
{
public:
    Quadrature(ExactActivation& activation, double mean, double deviation)
        : m_activation(activation)
        , m_mean(mean)
        , m_deviation(deviation)
    {
    }

    /// Nothing where the function swings too fast.
    std::optional<Triple> integral()
    {
        std::vector<Piece> pieces;
        const std::vector<double> ends = mesh();
        for (std::size_t i = 0; i + 1 < ends.size(); ++i)
            pieces.push_back(measured(ends[i], ends[i + 1]));
        for (const Piece& piece : pieces)
            for (std::size_t part = 0; part < m_scale.parts.size(); ++part)
                m_scale.parts[part] += std::abs(piece.kronrod.parts[part]);
        Triple total;
        for (const Piece& piece : pieces)
            total.add(refined(piece, 0), 1);
        return m_isResolved ? std::optional(total) : std::nullopt;
    }

private:
    struct Piece {
        double from = 0;
        double to = 0;
        Triple kronrod;
        Triple gauss;
    };

    /// Where the density changes, and where functions of size one do: fine about z = 0, coarser further out.
    [[nodiscard]] std::vector<double> mesh() const
    {
        std::vector<double> ends;
        for (double t = -kFarthest; t <= kFarthest; t += std::abs(t) < 10 ? 1 : 4)
            ends.push_back(t);
        ends.push_back(kFarthest);
        const auto addPlace = [&](double z) {
            const double t = (z - m_mean) / m_deviation;
            if (std::abs(t) < kFarthest)
                ends.push_back(t);
        };
        addPlace(0);
        for (double z = 0x1p-6; z < 0x1p12; z *= 2) {
            addPlace(z);
            addPlace(-z);
        }
        for (const double kink : m_activation.kinks())
            addPlace(kink);
        std::sort(ends.begin(), ends.end());
        ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
        return ends;
    }

    /// Squares are taken of what the root of the density has made small: only what the integral is too large for
    /// overflows.
    Triple integrand(double t)
    {
        const ExactActivation::Value value = m_activation.at(m_mean + m_deviation * t);
        const double root = std::exp(-t * t / 4);
        const double f = value.f * root;
        const double df = value.df * root;
        return {{f * root, f * f, df * df}};
    }

    Piece measured(double from, double to)
    {
        Piece piece{from, to, {}, {}};
        const double half = (to - from) / 2;
        const double middle = from + half;
        const auto add = [&](const KronrodNode& node, double t) {
            const Triple value = integrand(t);
            piece.kronrod.add(value, half * node.kronrod);
            piece.gauss.add(value, half * node.gauss);
        };
        for (const KronrodNode& node : kNodes) {
            add(node, middle - half * node.place);
            if (node.place > 0)
                add(node, middle + half * node.place);
        }
        return piece;
    }

    Triple refined(const Piece& piece, int depth)
    {
        const double middle = (piece.from + piece.to) / 2;
        // What is not finite is so for good.
        const bool isGood = !(piece.kronrod.distanceFrom(piece.gauss, m_scale) > kTolerance);
        if (isGood || depth >= kDeepest || middle <= piece.from || middle >= piece.to)
            return piece.kronrod;
        if (m_piecesLeft-- == 0)
            m_isResolved = false;
        if (!m_isResolved)
            return piece.kronrod;
        Triple sum = refined(measured(piece.from, middle), depth + 1);
        sum.add(refined(measured(middle, piece.to), depth + 1), 1);
        return sum;
    }

    ExactActivation& m_activation;
    double m_mean;
    double m_deviation;
    Triple m_scale; ///< the sizes of the three integrals
    int m_piecesLeft = kMostPieces;
    bool m_isResolved = true;
};

} // namespace

std::optional<GaussianMoments> gaussianMoments(ExactActivation& activation, double mean, double deviation)
{
    GaussianMoments moments;
    if (deviation == 0) {
        const ExactActivation::Value value = activation.at(mean);
        moments = {value.f, value.f * value.f, value.df * value.df};
    } else {
        constexpr double kDensity = std::numbers::inv_sqrtpi / std::numbers::sqrt2;
        const std::optional<Triple> integral = Quadrature(activation, mean, deviation).integral();
        if (!integral)
            return std::nullopt;
        moments = {kDensity * integral->parts[0], kDensity * integral->parts[1], kDensity * integral->parts[2]};
    }
    const bool exists =
        std::isfinite(moments.mean) && std::isfinite(moments.square) && std::isfinite(moments.slopeSquare);
    return exists ? std::optional(moments) : std::nullopt;
}

} // namespace core
