// SPDX-License-Identifier: GPL-3.0-or-later
// A formula as textbooks print it: italic variables, raised exponents, fractions, roots, and cases behind a brace. Made
// from the plain text of a catalogue's row, such as "z if z > 0, else alpha · (e^z − 1)", so that a row needs no second
// spelling. A plain value that paints itself, on the screen and as vectors. Used by ActivationPanel.
#pragma once

#include <QColor>
#include <QCoreApplication>
#include <QFont>
#include <QHash>
#include <QMap>
#include <QPainter>
#include <QPointF>
#include <QSizeF>
#include <QString>

#include <memory>
#include <vector>

namespace ui
{

/// A piece of a formula and what it is made of.
struct FormulaNode {
    enum class Kind {
        Text,     ///< upright: numbers, operators, names of functions, words
        Variable, ///< italic
        Row,      ///< parts one after the other
        Raised,   ///< base, exponent
        Fraction, ///< numerator, denominator
        Root,     ///< what is below the root
        Fenced,   ///< what is inside; text: the two fences
        Cases,    ///< value, condition, value, condition, … (a condition may be empty: a Row without parts)
    };
    Kind kind = Kind::Row;
    QString text{};
    std::vector<FormulaNode> parts{};
};

/// The letters that formulas are set in. Kept, they remember how much room each piece of text takes: a formula in which
/// one number has changed is laid out at the cost of that number.
class FormulaLetters
{
public:
    struct Piece {
        double width = 0;
        double ascent = 0;
        double descent = 0;
    };

    const QFont& font(double size, bool italic) { return face(size, italic).font; }
    Piece piece(const QString& text, double size, bool italic);

private:
    struct Face {
        double size = 0;
        bool italic = false;
        QFont font;
        QHash<QString, Piece> pieces{};
    };
    Face& face(double size, bool italic);

    std::vector<Face> m_faces;
};

class Formula
{
    Q_DECLARE_TR_FUNCTIONS(ui::Formula)

public:
    Formula() = default;
    /// Names that are replaced: a parameter by its value. What cannot be understood is set as it is written.
    explicit Formula(const QString& text, const QMap<QString, QString>& names = {});
    /// "f(z) = …"; of an empty formula just "f(z)".
    [[nodiscard]] Formula defining(const QString& name) const;

    [[nodiscard]] bool empty() const { return m_root.parts.empty(); }
    /// Whether the whole text was understood.
    [[nodiscard]] bool understood() const { return m_understood; }
    [[nodiscard]] const FormulaNode& root() const { return m_root; }
    /// In one line of rich text, for words around it; fractions lie on their side.
    [[nodiscard]] QString html() const;
    [[nodiscard]] QSizeF size(double textSize, FormulaLetters& letters) const;
    /// From its top to the line that its letters stand on.
    [[nodiscard]] double ascent(double textSize, FormulaLetters& letters) const;
    /// From there up to the middle of its minus and equals signs.
    [[nodiscard]] static double axis(double textSize);
    void paint(QPainter& painter, const QPointF& topLeft, double textSize, const QColor& color,
               FormulaLetters& letters) const;

private:
    bool m_understood = true; // before what sets it
    FormulaNode m_root;
};

/// Reads a formula's plain text; `understood` tells whether all of it was.
FormulaNode parseFormula(const QString& text, const QMap<QString, QString>& names, bool& understood);

} // namespace ui
