// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/SharedKernels.h"

namespace core
{

namespace
{

/// A length in pieces of `step`; the last one takes what is left over, too.
struct Pieces {
    Index length = 0;
    Index step = 1;

    [[nodiscard]] Index count() const { return std::max<Index>(length / step, 1); }
    [[nodiscard]] Index begin(Index piece) const { return piece * step; }
    [[nodiscard]] Index end(Index piece) const { return piece + 1 < count() ? begin(piece + 1) : length; }
    [[nodiscard]] Index size(Index piece) const { return end(piece) - begin(piece); }
};

} // namespace

bool isWorthSharing(Index rows, Index inner, Index columns)
{
    constexpr double kMany = 2e6; // products of numbers: some 40 microseconds
    return static_cast<double>(rows) * static_cast<double>(inner) * static_cast<double>(columns) >= kMany;
}

bool multiply(const Product& product, WorkCrew* crew)
{
    const Pieces rows{product.rows, kRowsOfPiece};
    const Pieces columns{product.columns, kColumnsOfPiece};
    const Index pieces = rows.count() * columns.count();
    if (!crew || pieces == 1 || !isWorthSharing(product.rows, product.inner, product.columns))
        return kernels().multiply(product);
    std::atomic<bool> finite = true;
    crew->share(static_cast<int>(pieces), [&](int place) {
        const Index row = place % rows.count();
        const Index column = place / rows.count();
        const Index firstRow = rows.begin(row);
        const Index firstColumn = columns.begin(column);
        Product piece = product;
        piece.rows = rows.size(row);
        piece.columns = columns.size(column);
        piece.left += firstRow * product.leftRowStep;
        piece.right += firstColumn * (product.rightIsTransposed ? product.rightStep : 1);
        piece.result += firstRow * product.resultStep + firstColumn;
        if (product.bias)
            piece.bias += firstRow;
        if (!kernels().multiply(piece))
            finite.store(false, std::memory_order_relaxed);
    });
    return finite.load(std::memory_order_relaxed);
}

void denseGradient(const DenseGradient& dense, WorkCrew* crew)
{
    const Pieces inputs{dense.inputs, kColumnsOfPiece};
    if (!crew || inputs.count() == 1 || !isWorthSharing(dense.units, dense.batch, dense.inputs)) {
        kernels().denseGradient(dense);
        return;
    }
    crew->share(static_cast<int>(inputs.count()), [&](int place) {
        DenseGradient piece = dense;
        piece.firstInput = inputs.begin(place);
        piece.endInput = inputs.end(place);
        kernels().denseGradient(piece);
    });
}

} // namespace core
