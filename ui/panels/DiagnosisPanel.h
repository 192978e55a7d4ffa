// SPDX-License-Identifier: GPL-3.0-or-later
// Card 11: all that the diagnosis has found, in words, with formula, number and threshold. A click picks the layer that
// a finding speaks of.
#pragma once

#include "ui/panels/FindingsPicture.h"
#include "ui/panels/Panel.h"

namespace ui
{

class Canvas;

class DiagnosisPanel : public Panel
{
    Q_OBJECT

public:
    explicit DiagnosisPanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] QString explanation(const FrameData& frame) const override;
    [[nodiscard]] NumberTable table(const FrameData& frame) const override;

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    [[nodiscard]] QString describeFrame(const FrameData& frame) const override;
    Pointer readAt(QWidget* picture, const QPointF& place) override;
    void readFor(const Pointer& pointer) override;
    void stopReading() override;
    [[nodiscard]] bool picksLayers() const override { return true; }

private:
    FindingsPicture m_picture;
    Canvas* m_canvas;
    std::optional<QPointF> m_readPlace;
};

} // namespace ui
