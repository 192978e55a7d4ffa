// SPDX-License-Identifier: GPL-3.0-or-later
// One small histogram a layer, in a grid, row by row: all have the same axis of values, and each is scaled to its own
// peak. Where there are more layers than fit, some are left out, never the first, the last and the selected one. A
// plain value that paints itself; used by DistributionsPanel.
#pragma once

#include "ui/base/Theme.h"
#include "ui/panels/RidgePlottable.h"
#include "ui/panels/SymmetricLog.h"

#include <QCoreApplication>
#include <QPainter>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace ui
{

class SmallMultiples
{
    Q_DECLARE_TR_FUNCTIONS(ui::SmallMultiples)

public:
    /// The histograms by layer, their values as places on the axis; `places` of it are shown.
    void set(std::vector<Ridge> histograms, int selected, const QCPRange& places, const SymmetricLog& axis,
             const QString& quantity);

    void paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;
    /// A frame around a layer, and in all of them a line through a place on the axis.
    void paintReading(QPainter& painter, const QRectF& area, int layer, const std::optional<double>& axisPlace,
                      const Theme& theme, double textSize) const;

    /// The layers that there is room for.
    [[nodiscard]] std::vector<int> layersShown(const QRectF& area, double textSize) const;
    /// The layer (from 1) at a point, 0 if there is none.
    [[nodiscard]] int layerAt(const QPointF& point, const QRectF& area, double textSize) const;
    /// What a point in a cell means on the axis.
    [[nodiscard]] double axisPlaceAt(const QPointF& point, const QRectF& area, double textSize) const;
    /// Where a layer's histogram stands, below its name; null if it is left out.
    [[nodiscard]] QRectF cellOf(int layer, const QRectF& area, double textSize) const;

private:
    struct Grid {
        QRectF cells;
        int columns = 1;
        int rows = 1;
        double nameHeight = 0;
        double gap = 0;
        std::vector<int> layers; ///< in their order
        [[nodiscard]] QRectF histogram(std::size_t at) const;
    };
    struct Tick {
        double place = 0;
        QString text;
    };
    [[nodiscard]] Grid grid(const QRectF& area, double textSize) const;
    [[nodiscard]] std::vector<int> chosenLayers(std::size_t most) const;
    [[nodiscard]] std::vector<Tick> ticks(double width, double textSize) const;
    [[nodiscard]] double pixelOf(double place, const QRectF& cell) const;
    void paintCell(QPainter& painter, const QRectF& cell, int layer, const std::vector<Tick>& ticks, const Theme& theme,
                   double textSize) const;
    void paintHistogram(QPainter& painter, const QRectF& cell, const Ridge& histogram, const Theme& theme) const;
    void paintName(QPainter& painter, const Grid& grid, const QRectF& cell, int layer, const Theme& theme,
                   double textSize) const;
    void paintAxis(QPainter& painter, const QRectF& area, const Grid& grid, const std::vector<Tick>& ticks,
                   const Theme& theme, double textSize) const;

    std::vector<Ridge> m_histograms; ///< by layer
    int m_selected = 0;
    QCPRange m_places;
    SymmetricLog m_axis;
    QString m_quantity;
};

} // namespace ui
