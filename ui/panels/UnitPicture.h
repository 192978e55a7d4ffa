// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of one unit from near: its z under f and f′, its weights, bias and gradient since it is watched, and the
// samples that excite it most. A plain value that paints itself; used by UnitsPanel.
#pragma once

#include "core/nn/Activation.h"
#include "ui/base/FrameData.h"
#include "ui/base/Theme.h"
#include "ui/base/UnitWatch.h"
#include "ui/widgets/Readout.h"

#include <QCoreApplication>
#include <QPainter>
#include <QRectF>

#include <memory>
#include <optional>
#include <vector>

namespace ui
{

class UnitPicture
{
    Q_DECLARE_TR_FUNCTIONS(ui::UnitPicture)

public:
    /// Takes over the watched unit of the frame; false if the network has no such unit.
    bool set(const FrameData& frame);
    [[nodiscard]] const core::UnitPlace& place() const { return m_place; }
    [[nodiscard]] core::UnitState state() const { return m_unit.state; }
    /// "layer 2, unit 5: gradient-dead"
    [[nodiscard]] QString heading() const;
    /// What the state means for this unit, with its numbers.
    [[nodiscard]] QString meaning() const;

    void paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;
    /// The numbers at a point: of a weight, of z, of a sample.
    [[nodiscard]] Readout describe(const QPointF& point, const QRectF& area, double textSize) const;

private:
    struct Layout {
        QRectF curves, bars, ticks;
        QRectF incoming, outgoing;
        QRectF bias, gradient;
        QRectF samples;
    };
    /// How weights are laid out: pictures as pictures, others in lines.
    struct Cells {
        int columns = 1;
        int rows = 1;
        bool isPicture = false;
    };
    [[nodiscard]] double headHeight(const QRectF& area, double textSize) const;
    [[nodiscard]] Layout layout(const QRectF& area, double textSize) const;
    [[nodiscard]] Cells cellsOf(const std::vector<float>& weights, bool isIncoming) const;
    [[nodiscard]] QRectF weightArea(const QRectF& area, const std::vector<float>& weights, bool isIncoming,
                                    double textSize) const;
    [[nodiscard]] static double largestOf(const std::vector<float>& weights);
    [[nodiscard]] bool hasPictures() const;
    [[nodiscard]] QRectF sampleBox(std::size_t at, const QRectF& area, double textSize) const;
    void computeCurves();
    void paintZ(QPainter& painter, const Layout& layout, const Theme& theme, double textSize) const;
    void paintCurves(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;
    void paintWeightsOf(QPainter& painter, const QRectF& area, bool isIncoming, const Theme& theme,
                        double textSize) const;
    void paintPast(QPainter& painter, const Layout& layout, const Theme& theme, double textSize) const;
    void paintSamples(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;
    void paintPlane(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;

    core::UnitPlace m_place;
    int m_unitsInLayer = 0;
    core::UnitStatistics m_unit;
    std::int64_t m_samples = 0;
    std::optional<core::UnitDetail> m_detail; ///< absent until it has come, or of a moment when nobody watched
    std::vector<UnitWatch::Seen> m_seen;
    std::shared_ptr<const core::DataPreview> m_data;
    core::Choice m_activation;
    std::optional<double> m_learnedSlope;
    double m_lower = -1; ///< of z, as it is drawn
    double m_upper = 1;
    std::vector<core::Scalar> m_z, m_f, m_df;
};

} // namespace ui
