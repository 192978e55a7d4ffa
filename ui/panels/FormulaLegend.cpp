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

constexpr double kFormulaLetters = 1.15;
constexpr double kBetweenFormulas = 1.4;
constexpr double kSmallestFormula = 0.7; ///< a formula that needs smaller letters is cut

} // namespace

FormulaLegend::FormulaLegend(PlotView* plot)
    : QCPLayoutElement(plot)
    , m_plot(plot)
{
    setMargins(QMargins(8, 0, 8, 0));
}

double FormulaLegend::letters() const
{
    return m_plot->textSize() * kFormulaLetters;
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
    const auto [ascent, descent] = reach(letters());
    const int height = static_cast<int>(std::ceil(std::max(ascent + descent, letters() * 1.2) + 4));
    setMinimumSize(0, height);
    setMaximumSize(QWIDGETSIZE_MAX, height);
    m_picture = {};
}

FormulaLegend::Reach FormulaLegend::reach(double size) const
{
    Reach reach;
    for (const Formula* formula : {&m_function, &m_derivative}) {
        const double ascent = formula->ascent(size, m_setIn);
        reach.ascent = std::max(reach.ascent, ascent);
        reach.descent = std::max(reach.descent, formula->size(size, m_setIn).height() - ascent);
    }
    return reach;
}

double FormulaLegend::paintOne(QPainter& painter, const Formula& formula, const QPen& pen, const QPointF& base,
                               double size) const
{
    const double axis = base.y() - Formula::axis(size);
    painter.setPen(pen);
    painter.drawLine(QLineF(base.x(), axis, base.x() + swatch() * 0.8, axis));
    formula.paint(painter, base + QPointF(swatch(), -formula.ascent(size, m_setIn)), size, m_plot->theme().text,
                  m_setIn);
    return base.x() + swatch() + formula.size(size, m_setIn).width();
}

void FormulaLegend::paint(QPainter& painter, const QRectF& area) const
{
    const Formula shortName = Formula().defining(QStringLiteral("f′"));
    const auto width = [this](const Formula& formula, double size) {
        return swatch() + formula.size(size, m_setIn).width();
    };
    const double between = letters() * kBetweenFormulas;
    const auto fits = [&](const Formula& second, double size) {
        return width(m_function, size) + between + width(second, size) <= area.width();
    };
    const bool both = fits(m_derivative, letters());
    double size = letters();
    while (!both && !fits(shortName, size) && size > letters() * kSmallestFormula)
        size *= 0.95;
    // Both stand on one line.
    const auto [ascent, descent] = reach(size);
    const double base = area.center().y() + (ascent - descent) / 2;
    const double end = paintOne(painter, m_function, m_functionPen, {area.left(), base}, size);
    paintOne(painter, both ? m_derivative : shortName, m_derivativePen, {end + between, base}, size);
}

void FormulaLegend::draw(QCPPainter* painter)
{
    if (m_function.empty())
        return;
    if (painter->modes().testFlag(QCPPainter::pmVectorized)) {
        paint(*painter, QRectF(rect()));
        return;
    }
    // Laying a formula out costs as much as all curves together, and it hardly ever changes.
    const double ratio = m_plot->bufferDevicePixelRatio();
    const QSize pixels = rect().size() * ratio;
    if (m_picture.size() != pixels) {
        m_picture = QPixmap(pixels);
        m_picture.setDevicePixelRatio(ratio);
        m_picture.fill(Qt::transparent);
        QPainter once(&m_picture);
        once.setRenderHint(QPainter::Antialiasing);
        paint(once, QRectF(QPointF(), QSizeF(rect().size())));
    }
    painter->drawPixmap(rect().topLeft(), m_picture);
}

} // namespace ui
