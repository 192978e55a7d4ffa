// SPDX-License-Identifier: GPL-3.0-or-later
// The head of the gradient card: the delta ratio in big digits, the word that the diagnosis gives it with a mark of its
// own, and which colour belongs to which layer. Used by GradientPanel, on the screen and in figures.
#pragma once

#include "core/analysis/Diagnosis.h"
#include "ui/base/Theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QRectF>

#include <optional>

namespace ui
{

struct GradientBanner {
    Q_DECLARE_TR_FUNCTIONS(ui::GradientBanner)

public:
    core::GradientFinding finding = core::GradientFinding::NoGradient;
    std::optional<double> deltaRatio;
    int depth = 0;

    void paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;
    /// vanishing, healthy, exploding, no gradient, diverged
    [[nodiscard]] static QString word(core::GradientFinding finding);
    [[nodiscard]] static QColor color(core::GradientFinding finding, const Theme& theme);
    [[nodiscard]] static bool isAlarm(core::GradientFinding finding);
    [[nodiscard]] static double height(double textSize) { return textSize * 3.1; }

private:
    void paintMark(QPainter& painter, const QRectF& box, const QColor& markColor) const;
    void paintLegend(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;
};

} // namespace ui
