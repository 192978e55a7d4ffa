// SPDX-License-Identifier: GPL-3.0-or-later
// The head of the activation's plot: which colour is f and which is f′, and the formulas of both as textbooks print
// them. What does not fit is left out from the right: first the formula of f′. Used by ActivationPanel.
#pragma once

#include "ui/widgets/Formula.h"

#include <qcustomplot.h>

namespace ui
{

class PlotView;

class FormulaLegend : public QCPLayoutElement
{
    Q_OBJECT

public:
    explicit FormulaLegend(PlotView* plot);

    void setFormulas(Formula function, Formula derivative);
    void setPens(const QPen& function, const QPen& derivative);
    [[nodiscard]] const Formula& function() const { return m_function; }

protected:
    void draw(QCPPainter* painter) override;

private:
    [[nodiscard]] double letters() const;
    [[nodiscard]] double swatch() const { return letters() * 1.7; }
    void takeRoom();
    void paint(QPainter& painter, const QRectF& area) const;
    /// The line and the formula that it stands for; `base`: where they begin, on the line of the letters.
    double paintOne(QPainter& painter, const Formula& formula, const QPen& pen, const QPointF& base, double size) const;
    struct Reach {
        double ascent = 0;
        double descent = 0;
    };
    /// Above and below the line of the letters, of the higher and of the deeper formula.
    [[nodiscard]] Reach reach(double size) const;

    PlotView* m_plot;
    Formula m_function;
    Formula m_derivative;
    mutable FormulaLetters m_setIn;
    QPen m_functionPen;
    QPen m_derivativePen;
    QPixmap m_picture; ///< of the screen; null: to be painted anew
};

} // namespace ui
