// SPDX-License-Identifier: GPL-3.0-or-later
// Card 2: the distribution of z, a or delta in every layer, one ridge a layer. A click picks a layer.
#pragma once

#include "ui/panels/Panel.h"

namespace ui
{

class PlotView;
class RidgePlottable;
struct Ridge;

class DistributionsPanel : public Panel
{
    Q_OBJECT

public:
    explicit DistributionsPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool heavy() const override { return true; }
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] PlotView& plot() const { return *m_plot; }

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum Quantity { Z, A, Delta };
    [[nodiscard]] Quantity quantity() const { return static_cast<Quantity>(choice(QStringLiteral("quantity"))); }
    void pick(const QPoint& position);
    void describe(const FrameData& frame);

    PlotView* m_plot;
    RidgePlottable* m_ridges;
    int m_depth = 0;
    int m_selected = 0;
};

} // namespace ui
