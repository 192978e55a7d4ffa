// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Formula.h"

#include "ui/base/Theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainterPath>

#include <algorithm>

namespace ui
{

namespace
{

using Kind = FormulaNode::Kind;

// In letters.
constexpr double kScript = 0.74;         ///< size of an exponent
constexpr double kSmallestScript = 0.62; ///< of the formula's own size
constexpr double kAxis = 0.3;            ///< height of the fraction line above the base line
constexpr double kFractionGap = 0.12;    ///< between the line and what it divides
constexpr double kColumnGap = 1.1;       ///< between value and condition
constexpr double kBraceWidth = 0.55;

struct Box {
    double width = 0;
    double ascent = 0;
    double descent = 0;
    [[nodiscard]] double height() const { return ascent + descent; }
};

/// Lays out and, where there is a painter, paints at once: one description of every piece for both.
class Setter
{
public:
    Setter(QPainter* painter, double size, const QColor& color, FormulaLetters& letters)
        : m_painter(painter)
        , m_size(size)
        , m_color(color)
        , m_letters(letters)
    {
    }

    Box set(const FormulaNode& node, double x, double base, double size) const;

private:
    [[nodiscard]] Box measure(const FormulaNode& node, double size) const
    {
        return Setter(nullptr, m_size, m_color, m_letters).set(node, 0, 0, size);
    }
    [[nodiscard]] double smaller(double size) const { return std::max(size * kScript, m_size * kSmallestScript); }
    [[nodiscard]] QPen pen(double size) const { return {m_color, size * 0.075, Qt::SolidLine, Qt::RoundCap}; }

    Box setText(const QString& text, bool italic, double x, double base, double size) const;
    Box setRow(const FormulaNode& node, double x, double base, double size) const;
    Box setRaised(const FormulaNode& node, double x, double base, double size) const;
    Box setFraction(const FormulaNode& node, double x, double base, double size) const;
    Box setRoot(const FormulaNode& node, double x, double base, double size) const;
    Box setFenced(const FormulaNode& node, double x, double base, double size) const;
    Box setCases(const FormulaNode& node, double x, double base, double size) const;
    void drawFence(QChar fence, const QRectF& area, double size) const;

    QPainter* m_painter;
    double m_size;
    QColor m_color;
    FormulaLetters& m_letters;
};

Box Setter::set(const FormulaNode& node, double x, double base, double size) const
{
    switch (node.kind) {
    case Kind::Text:
        return setText(node.text, false, x, base, size);
    case Kind::Variable:
        return setText(node.text, true, x, base, size);
    case Kind::Row:
        return setRow(node, x, base, size);
    case Kind::Raised:
        return setRaised(node, x, base, size);
    case Kind::Fraction:
        return setFraction(node, x, base, size);
    case Kind::Root:
        return setRoot(node, x, base, size);
    case Kind::Fenced:
        return setFenced(node, x, base, size);
    case Kind::Cases:
        return setCases(node, x, base, size);
    }
    return {};
}

Box Setter::setText(const QString& text, bool italic, double x, double base, double size) const
{
    const FormulaLetters::Piece piece = m_letters.piece(text, size, italic);
    Box box{piece.width, piece.ascent, piece.descent};
    // A slanted letter leans over its end.
    if (italic)
        box.width += size * 0.06;
    if (m_painter) {
        m_painter->setFont(m_letters.font(size, italic));
        m_painter->setPen(m_color);
        m_painter->drawText(QPointF(x, base), text);
    }
    return box;
}

Box Setter::setRow(const FormulaNode& node, double x, double base, double size) const
{
    Box box;
    for (const FormulaNode& part : node.parts) {
        const Box made = set(part, x + box.width, base, size);
        box.width += made.width;
        box.ascent = std::max(box.ascent, made.ascent);
        box.descent = std::max(box.descent, made.descent);
    }
    return box;
}

Box Setter::setRaised(const FormulaNode& node, double x, double base, double size) const
{
    const Box main = set(node.parts[0], x, base, size);
    const double small = smaller(size);
    const double depth = measure(node.parts[1], small).descent;
    const double rise = std::max(main.ascent - small * 0.35, size * 0.36) + depth * 0.3;
    const Box script = set(node.parts[1], x + main.width + size * 0.04, base - rise, small);
    return {main.width + script.width + size * 0.08, std::max(main.ascent, script.ascent + rise),
            std::max(main.descent, script.descent - rise)};
}

Box Setter::setFraction(const FormulaNode& node, double x, double base, double size) const
{
    // A fraction inside of a fraction gets smaller, the outer one does not.
    const double inner = size < m_size ? smaller(size) : size * 0.92;
    const Box top = measure(node.parts[0], inner);
    const Box bottom = measure(node.parts[1], inner);
    const double side = size * 0.12;
    const double width = std::max(top.width, bottom.width) + 2 * side;
    const double line = base - size * kAxis;
    const double gap = size * kFractionGap;
    if (m_painter) {
        set(node.parts[0], x + (width - top.width) / 2, line - gap - top.descent, inner);
        set(node.parts[1], x + (width - bottom.width) / 2, line + gap + bottom.ascent, inner);
        m_painter->setPen(pen(size));
        m_painter->drawLine(QLineF(x + side / 2, line, x + width - side / 2, line));
    }
    return {width, size * kAxis + gap + top.height(), bottom.height() + gap - size * kAxis};
}

Box Setter::setRoot(const FormulaNode& node, double x, double base, double size) const
{
    const Box inner = measure(node.parts[0], size);
    const double hook = size * 0.55;
    const double gap = size * 0.14;
    if (m_painter) {
        const double top = base - inner.ascent - gap;
        const double bottom = base + inner.descent * 0.6;
        const QPolygonF line({{x + size * 0.04, base - size * 0.28},
                              {x + hook * 0.32, base - size * 0.34},
                              {x + hook * 0.58, bottom},
                              {x + hook, top},
                              {x + hook + inner.width + size * 0.1, top}});
        m_painter->setPen(pen(size));
        m_painter->setBrush(Qt::NoBrush);
        m_painter->drawPolyline(line);
        set(node.parts[0], x + hook + size * 0.04, base, size);
    }
    return {hook + inner.width + size * 0.16, inner.ascent + gap + size * 0.06, inner.descent};
}

void Setter::drawFence(QChar fence, const QRectF& area, double size) const
{
    m_painter->setPen(pen(size));
    m_painter->setBrush(Qt::NoBrush);
    QPainterPath path;
    if (fence == u'|') {
        path.moveTo(area.center().x(), area.top());
        path.lineTo(area.center().x(), area.bottom());
    } else if (fence == u'(' || fence == u')') {
        const bool left = fence == u'(';
        const double outer = left ? area.left() : area.right();
        const double inner = left ? area.right() : area.left();
        path.moveTo(inner, area.top());
        path.cubicTo(outer, area.top() + area.height() * 0.25, outer, area.bottom() - area.height() * 0.25, inner,
                     area.bottom());
    } else {
        const double middle = area.center().x();
        const double y = area.center().y();
        const double bend = std::min(size * 0.35, area.height() / 4);
        path.moveTo(area.right(), area.top());
        path.quadTo(middle, area.top(), middle, area.top() + bend);
        path.lineTo(middle, y - bend);
        path.quadTo(middle, y, area.left(), y);
        path.quadTo(middle, y, middle, y + bend);
        path.lineTo(middle, area.bottom() - bend);
        path.quadTo(middle, area.bottom(), area.right(), area.bottom());
    }
    m_painter->drawPath(path);
}

Box Setter::setFenced(const FormulaNode& node, double x, double base, double size) const
{
    const Box inner = measure(node.parts[0], size);
    const double fence = size * 0.26;
    const double side = size * 0.09;
    const double room = fence + 2 * side;
    Box box{inner.width + 2 * room, std::max(inner.ascent, size * 0.78), std::max(inner.descent, size * 0.2)};
    if (m_painter) {
        const double top = base - box.ascent;
        drawFence(node.text[0], QRectF(x + side, top, fence, box.height()), size);
        set(node.parts[0], x + room, base, size);
        drawFence(node.text[1], QRectF(x + room + inner.width + side, top, fence, box.height()), size);
    }
    return box;
}

Box Setter::setCases(const FormulaNode& node, double x, double base, double size) const
{
    struct Line {
        Box value;
        Box condition;
        double height = 0;
        double ascent = 0;
    };
    const double inner = size * 0.92;
    const FormulaNode otherwise{Kind::Text, Formula::tr("otherwise"), {}};
    const auto condition = [&](std::size_t at) -> const FormulaNode& {
        const FormulaNode& written = node.parts[at + 1];
        return written.kind == Kind::Row && written.parts.empty() ? otherwise : written;
    };
    std::vector<Line> lines;
    double values = 0;
    double conditions = 0;
    double height = 0;
    for (std::size_t at = 0; at + 1 < node.parts.size(); at += 2) {
        Line line{measure(node.parts[at], inner), measure(condition(at), inner)};
        line.ascent = std::max({line.value.ascent, line.condition.ascent, inner * 0.8});
        line.height = line.ascent + std::max({line.value.descent, line.condition.descent, inner * 0.28});
        values = std::max(values, line.value.width);
        conditions = std::max(conditions, line.condition.width);
        height += line.height;
        lines.push_back(line);
    }
    const double middle = base - size * kAxis;
    const double left = x + size * (kBraceWidth + 0.2);
    if (m_painter) {
        double y = middle - height / 2;
        drawFence(u'{', QRectF(x + size * 0.08, y, size * kBraceWidth * 0.8, height), size);
        for (std::size_t at = 0; at < lines.size(); ++at) {
            set(node.parts[2 * at], left, y + lines[at].ascent, inner);
            set(condition(2 * at), left + values + size * kColumnGap, y + lines[at].ascent, inner);
            y += lines[at].height;
        }
    }
    return {size * (kBraceWidth + 0.2 + kColumnGap) + values + conditions, height / 2 + size * kAxis,
            height / 2 - size * kAxis};
}

} // namespace

FormulaLetters::Face& FormulaLetters::face(double size, bool italic)
{
    const auto found = std::find_if(m_faces.begin(), m_faces.end(),
                                    [&](const Face& face) { return face.size == size && face.italic == italic; });
    if (found != m_faces.end())
        return *found;
    QFont font = themeFont(size);
    font.setItalic(italic);
    return m_faces.emplace_back(Face{size, italic, font});
}

FormulaLetters::Piece FormulaLetters::piece(const QString& text, double size, bool italic)
{
    Face& own = face(size, italic);
    if (const auto found = own.pieces.constFind(text); found != own.pieces.constEnd())
        return *found;
    constexpr qsizetype kMost = 256; // numbers come and go
    if (own.pieces.size() >= kMost)
        own.pieces.clear();
    const QFontMetricsF metrics(own.font);
    const Piece piece{metrics.horizontalAdvance(text), metrics.capHeight() * 1.12, metrics.descent() * 0.75};
    own.pieces.insert(text, piece);
    return piece;
}

Formula::Formula(const QString& text, const QMap<QString, QString>& names)
    : m_root(parseFormula(text, names, m_understood))
{
    if (!m_understood)
        m_root = {Kind::Row, {}, {{Kind::Text, text, {}}}};
}

Formula Formula::defining(const QString& name) const
{
    Formula made = *this;
    made.m_root = {Kind::Row,
                   {},
                   {{Kind::Variable, name, {}},
                    {Kind::Fenced, QStringLiteral("()"), {{Kind::Variable, QStringLiteral("z"), {}}}}}};
    if (!empty())
        made.m_root.parts.insert(made.m_root.parts.end(), {{Kind::Text, QStringLiteral(" = "), {}}, m_root});
    return made;
}

QSizeF Formula::size(double textSize, FormulaLetters& letters) const
{
    const Box box = Setter(nullptr, textSize, {}, letters).set(m_root, 0, 0, textSize);
    return {box.width, box.height()};
}

double Formula::ascent(double textSize, FormulaLetters& letters) const
{
    return Setter(nullptr, textSize, {}, letters).set(m_root, 0, 0, textSize).ascent;
}

double Formula::axis(double textSize)
{
    return textSize * kAxis;
}

void Formula::paint(QPainter& painter, const QPointF& topLeft, double textSize, const QColor& color,
                    FormulaLetters& letters) const
{
    const Box box = Setter(nullptr, textSize, color, letters).set(m_root, 0, 0, textSize);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    Setter(&painter, textSize, color, letters).set(m_root, topLeft.x(), topLeft.y() + box.ascent, textSize);
    painter.restore();
}

} // namespace ui
