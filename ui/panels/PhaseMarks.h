// SPDX-License-Identifier: GPL-3.0-or-later
// The signs of the outcomes in the cells of a phase map, so that nothing is told by colour alone, and the frame around
// the cell that the keyboard stands on. Used by PhasePanel.
#pragma once

#include "core/analysis/RunOutcome.h"
#include "ui/base/Theme.h"
#include "ui/panels/PhaseScale.h"

#include <qcustomplot.h>

#include <array>
#include <optional>
#include <vector>

namespace ui
{

class PhaseMarks : public QCPAbstractPlottable
{
    Q_OBJECT

public:
    PhaseMarks(QCPAxis* keyAxis, QCPAxis* valueAxis);

    void setScales(const PhaseScale& across, const PhaseScale& up);
    /// Row by row; nothing where no sign is to be drawn.
    void setOutcomes(std::vector<std::optional<core::RunOutcome>> outcomes, std::size_t columns);
    /// The cell that is framed.
    void setFramed(std::optional<QPoint> cell) { m_framed = cell; }
    void setTheme(const Theme& theme) { m_theme = &theme; }
    /// In pixels of the plot.
    [[nodiscard]] QRectF cellAt(double column, double row) const;

    double selectTest(const QPointF& position, bool onlySelectable, QVariant* details = nullptr) const override;
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain = QCP::sdBoth) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain = QCP::sdBoth,
                           const QCPRange& keys = QCPRange()) const override;

protected:
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

private:
    void drawSigns(QCPPainter& painter) const;
    void drawFrame(QCPPainter& painter) const;

    PhaseScale m_across;
    PhaseScale m_up;
    std::vector<std::optional<core::RunOutcome>> m_outcomes;
    std::size_t m_columns = 0;
    std::optional<QPoint> m_framed;
    const Theme* m_theme = &Theme::of(ThemeKind::Light);
};

} // namespace ui
