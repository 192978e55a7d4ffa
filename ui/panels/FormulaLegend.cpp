// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/FormulaLegend.h"

#include "ui/widgets/PlotView.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui
{

namespace
{

constexpr double kLetters = 1.15;
constexpr double kBetween = 1.4;
constexpr double kSmallest = 0.7; ///< a formula that needs smaller letters is cut

} // namespace

FormulaLegend::FormulaLegend(PlotView* plot)
    : QCPLayoutElement(plot)
    , m_plot(plot)
{
    setMargins(QMargins(8, 0, 8, 0));
}

double FormulaLegend::letters() const
{
    return m_plot->textSize() * kLetters;
}

void FormulaLegend::setFormulas(Formula function, Formula derivative)
{
    m_function = std::move(function);
    m_derivative = std::move(derivative);
    takeRoom();
}

void FormulaLegend::setPens(const QPen& function, const QPen& derivative)
{
    m_functionPen = function;
    m_derivativePen = derivative;
    takeRoom();
}

void FormulaLegend::takeRoom()
{
    const double tallest = std::max(m_function.size(letters()).height(), m_derivative.size(letters()).height());
    const int height = static_cast<int>(std::ceil(std::max(tallest, letters() * 1.2) + 4));
    setMinimumSize(0, height);
    setMaximumSize(QWIDGETSIZE_MAX, height);
}

double FormulaLegend::drawOne(QCPPainter& painter, const Formula& formula, const QPen& pen, double x, double size) const
{
    const QSizeF room = formula.size(size);
    const double middle = rect().top() + rect().height() / 2.0;
    painter.setPen(pen);
    painter.drawLine(QLineF(x, middle, x + swatch() * 0.8, middle));
    formula.paint(painter, QPointF(x + swatch(), middle - room.height() / 2), size, m_plot->theme().text);
    return x + swatch() + room.width();
}

void FormulaLegend::draw(QCPPainter* painter)
{
    if (m_function.empty())
        return;
    const double room = rect().width();
    const Formula shortName = Formula().defining(QStringLiteral("f′"));
    const auto width = [this](const Formula& formula, double size) { return swatch() + formula.size(size).width(); };
    const double between = letters() * kBetween;
    const auto fits = [&](const Formula& second, double size) {
        return width(m_function, size) + between + width(second, size) <= room;
    };
    const bool both = fits(m_derivative, letters());
    double size = letters();
    while (!both && !fits(shortName, size) && size > letters() * kSmallest)
        size *= 0.95;
    const double end = drawOne(*painter, m_function, m_functionPen, rect().left(), size);
    drawOne(*painter, both ? m_derivative : shortName, m_derivativePen, end + between, size);
}

} // namespace ui
