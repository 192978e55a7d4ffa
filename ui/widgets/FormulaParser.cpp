// SPDX-License-Identifier: GPL-3.0-or-later
// From a formula's plain text to its pieces: a small descent parser. In order of binding: cases ("a if c, else b",
// "c ? a : b"), remarks after a comma, comparisons, sums, products, quotients (which become fractions), powers, calls.
#include "core/nn/ExpressionTree.h"
#include "ui/base/Words.h"
#include "ui/widgets/Formula.h"
#include "ui/widgets/FormulaTokens.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

using Kind = FormulaNode::Kind;

FormulaNode text(const QString& written)
{
    return {Kind::Text, written, {}};
}

FormulaNode node(Kind kind, std::vector<FormulaNode> parts, const QString& written = {})
{
    return {kind, written, std::move(parts)};
}

/// Words become letters where mathematics has one.
QString greek(const QString& word)
{
    static const QMap<QString, QString> letters{
        {QStringLiteral("alpha"), QStringLiteral("α")},  {QStringLiteral("beta"), QStringLiteral("β")},
        {QStringLiteral("gamma"), QStringLiteral("γ")},  {QStringLiteral("delta"), QStringLiteral("δ")},
        {QStringLiteral("lambda"), QStringLiteral("λ")}, {QStringLiteral("omega"), QStringLiteral("ω")},
        {QStringLiteral("theta"), QStringLiteral("θ")},  {QStringLiteral("pi"), QStringLiteral("π")},
    };
    return letters.value(word, word);
}

class Parser
{
public:
    Parser(const QString& written, const QMap<QString, QString>& names)
        : m_names(names)
        , m_tokens(formulaTokens(written))
    {
    }

    FormulaNode parse(bool& understood)
    {
        FormulaNode whole = cases();
        // A remark such as ", slope learned" is said in words.
        if (peek() == QLatin1String(",")) {
            next();
            QStringList words;
            while (!atEnd())
                words << next();
            if (whole.kind != Kind::Row)
                whole = node(Kind::Row, {whole});
            const QString remark = catalogueText(words.join(QLatin1Char(' ')).toStdString());
            whole.parts.push_back(text(QStringLiteral("   (%1)").arg(remark)));
        }
        understood = m_understood && atEnd();
        return whole.kind == Kind::Row ? whole : node(Kind::Row, {whole});
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_tokens.size(); }
    [[nodiscard]] QString peek(qsizetype ahead = 0) const { return m_tokens.value(m_at + ahead); }
    QString next() { return m_tokens.value(m_at++); }
    bool take(const QString& token)
    {
        if (peek() != token)
            return false;
        ++m_at;
        return true;
    }
    void expect(const QString& token)
    {
        if (!take(token))
            m_understood = false;
    }
    static bool isName(const QString& token) { return !token.isEmpty() && (token[0].isLetter() || token[0] == u'∞'); }
    static bool isNumber(const QString& token)
    {
        return !token.isEmpty() && (token[0].isDigit() || (token[0] == u'.' && token.size() > 1));
    }
    [[nodiscard]] bool startsFactor() const;

    FormulaNode cases();
    FormulaNode comparison();
    FormulaNode sum();
    FormulaNode product();
    FormulaNode signedFactor();
    FormulaNode power();
    FormulaNode exponent();
    FormulaNode primary();
    FormulaNode named(const QString& name);
    FormulaNode replaced(const QString& value);
    bool takeCall(const QString& name, FormulaNode& made);
    FormulaNode arguments();

    const QMap<QString, QString>& m_names;
    QStringList m_tokens;
    qsizetype m_at = 0;
    int m_bars = 0; ///< open |
    bool m_understood = true;
};

/// The case and what holds else; further cases there stand behind the same brace.
FormulaNode otherwise(FormulaNode value, FormulaNode condition, FormulaNode rest)
{
    FormulaNode made = node(Kind::Cases, {std::move(value), std::move(condition)});
    if (rest.kind == Kind::Cases)
        made.parts.insert(made.parts.end(), rest.parts.begin(), rest.parts.end());
    else
        made.parts.insert(made.parts.end(), {std::move(rest), FormulaNode{}});
    return made;
}

FormulaNode Parser::cases()
{
    FormulaNode first = comparison();
    if (take(QStringLiteral("?"))) {
        FormulaNode value = comparison();
        expect(QStringLiteral(":"));
        return otherwise(std::move(value), std::move(first), cases());
    }
    if (!take(QStringLiteral("if")))
        return first;
    FormulaNode condition = comparison();
    // "a if c, b if d, else e": what follows a comma is the next case.
    const bool comma = take(QStringLiteral(","));
    if (!take(QStringLiteral("else")) && !comma)
        m_understood = false;
    return otherwise(std::move(first), std::move(condition), cases());
}

FormulaNode Parser::comparison()
{
    static const QSet<QString> signs{QStringLiteral("<"), QStringLiteral(">"), QStringLiteral("≤"),
                                     QStringLiteral("≥"), QStringLiteral("="), QStringLiteral("≠")};
    FormulaNode left = sum();
    while (signs.contains(peek())) {
        const QString sign = next();
        left = node(Kind::Row, {std::move(left), text(QStringLiteral(" %1 ").arg(sign)), sum()});
    }
    return left;
}

FormulaNode Parser::sum()
{
    std::vector<FormulaNode> parts{product()};
    while (peek() == QLatin1String("+") || peek() == QStringLiteral("−")) {
        parts.push_back(text(QStringLiteral(" %1 ").arg(next())));
        parts.push_back(product());
    }
    return parts.size() == 1 ? parts.front() : node(Kind::Row, std::move(parts));
}

bool Parser::startsFactor() const
{
    const QString token = peek();
    if (token == QLatin1String("if") || token == QLatin1String("else"))
        return false;
    return isName(token) || isNumber(token) || token == QLatin1String("(") || token == QStringLiteral("√") ||
           (token == QLatin1String("|") && m_bars == 0);
}

/// Fences around the whole of a numerator, a denominator or an exponent say nothing that the layout does not.
FormulaNode unfenced(FormulaNode made)
{
    if (made.kind != Kind::Fenced || made.text != QLatin1String("()"))
        return made;
    FormulaNode inner = std::move(made.parts.front());
    return inner;
}

FormulaNode Parser::product()
{
    FormulaNode left = signedFactor();
    while (true) {
        if (take(QStringLiteral("·"))) {
            FormulaNode right = signedFactor();
            left = node(Kind::Row, {std::move(left), text(QStringLiteral(" · ")), std::move(right)});
        } else if (take(QStringLiteral("/"))) {
            FormulaNode right = signedFactor();
            left = node(Kind::Fraction, {unfenced(std::move(left)), unfenced(std::move(right))});
        } else if (startsFactor()) {
            // Side by side is a product, too: 0.5 x, alpha (e^x − 1).
            FormulaNode right = power();
            left = node(Kind::Row, {std::move(left), text(QStringLiteral(" ")), std::move(right)});
        } else {
            return left;
        }
    }
}

FormulaNode Parser::signedFactor()
{
    if (take(QStringLiteral("−")))
        return node(Kind::Row, {text(QStringLiteral("−")), signedFactor()});
    return power();
}

FormulaNode Parser::exponent()
{
    if (take(QStringLiteral("−")))
        return node(Kind::Row, {text(QStringLiteral("−")), exponent()});
    return unfenced(power());
}

FormulaNode Parser::power()
{
    FormulaNode base = primary();
    while (true) {
        if (take(QStringLiteral("^"))) {
            base = node(Kind::Raised, {std::move(base), exponent()});
            continue;
        }
        QString raised;
        while (!peek().isEmpty() && kRaisedDigits.contains(peek()))
            raised += QString::number(kRaisedDigits.indexOf(next()));
        if (raised.isEmpty())
            return base;
        base = node(Kind::Raised, {std::move(base), text(raised)});
    }
}

FormulaNode Parser::arguments()
{
    std::vector<FormulaNode> parts{cases()};
    while (take(QStringLiteral(","))) {
        parts.push_back(text(QStringLiteral(", ")));
        parts.push_back(cases());
    }
    expect(QStringLiteral(")"));
    // The brace of cases is fence enough.
    if (parts.size() == 1 && parts.front().kind == Kind::Cases)
        return parts.front();
    return node(Kind::Fenced, {node(Kind::Row, std::move(parts))}, QStringLiteral("()"));
}

/// What stands in the place of a name; a negative number in fences where its sign would be misread.
FormulaNode Parser::replaced(const QString& value)
{
    if (isName(value))
        return node(Kind::Variable, {}, value);
    static const QSet<QString> operators{QStringLiteral("+"), QStringLiteral("−"), QStringLiteral("·"),
                                         QStringLiteral("/"), QStringLiteral("^")};
    const bool isRaised = peek() == QLatin1String("^") || (!peek().isEmpty() && kRaisedDigits.contains(peek()));
    if (value.startsWith(QStringLiteral("−")) && (isRaised || operators.contains(m_tokens.value(m_at - 2))))
        return node(Kind::Fenced, {text(value)}, QStringLiteral("()"));
    return text(value);
}

/// What typed formulas write as calls, and textbooks do not; false if `name` is none of these.
bool Parser::takeCall(const QString& name, FormulaNode& made)
{
    if (name == QLatin1String("sqrt")) {
        expect(QStringLiteral("("));
        made = node(Kind::Root, {unfenced(arguments())});
        return true;
    }
    if (name == QLatin1String("abs") && take(QStringLiteral("("))) {
        made = node(Kind::Fenced, {cases()}, QStringLiteral("||"));
        expect(QStringLiteral(")"));
        return true;
    }
    if (name == QLatin1String("if") && take(QStringLiteral("("))) {
        FormulaNode condition = comparison();
        expect(QStringLiteral(","));
        FormulaNode value = cases();
        expect(QStringLiteral(","));
        made = otherwise(std::move(value), std::move(condition), cases());
        expect(QStringLiteral(")"));
        return true;
    }
    return false;
}

FormulaNode Parser::named(const QString& name)
{
    if (FormulaNode made; takeCall(name, made))
        return made;
    static const QSet<QString> functions{QStringLiteral("arctan"), QStringLiteral("ln"),   QStringLiteral("clip"),
                                         QStringLiteral("sp"),     QStringLiteral("mish"), QStringLiteral("sech")};
    if (m_names.contains(name))
        return replaced(m_names[name]);
    // f, s, Φ before a parenthesis are functions as well; s(z) is no product.
    const bool letterCall = name.size() == 1 && name != QLatin1String("x") && name != QLatin1String("z") &&
                            name != QLatin1String("e") && peek() == QLatin1String("(");
    const auto typed = core::expressionFunctions();
    const bool isTyped = std::any_of(typed.begin(), typed.end(), [&](const core::ExpressionFunction& known) {
        return fromCore(known.name) == name;
    });
    if (!functions.contains(name) && !isTyped && !letterCall) {
        const QString letter = greek(name);
        QString spaced = letter;
        spaced.replace(QLatin1Char('_'), QLatin1Char(' '));
        return name == QStringLiteral("∞") ? text(name) : node(Kind::Variable, {}, spaced);
    }
    FormulaNode function = letterCall ? node(Kind::Variable, {}, name) : text(name);
    QString raised;
    while (!peek().isEmpty() && kRaisedDigits.contains(peek()))
        raised += QString::number(kRaisedDigits.indexOf(next()));
    if (!raised.isEmpty())
        function = node(Kind::Raised, {std::move(function), text(raised)});
    if (take(QStringLiteral("(")))
        return node(Kind::Row, {std::move(function), arguments()});
    // tanh z
    if (startsFactor())
        return node(Kind::Row, {std::move(function), text(QStringLiteral(" ")), power()});
    return function;
}

FormulaNode Parser::primary()
{
    const QString token = next();
    if (isNumber(token))
        return text(token);
    if (token == QLatin1String("("))
        return arguments();
    if (token == QStringLiteral("√"))
        return node(Kind::Root, {unfenced(power())});
    if (token == QLatin1String("|")) {
        ++m_bars;
        FormulaNode inner = sum();
        --m_bars;
        expect(QStringLiteral("|"));
        return node(Kind::Fenced, {std::move(inner)}, QStringLiteral("||"));
    }
    if (isName(token))
        return named(token);
    m_understood = false;
    return text(token);
}

} // namespace

FormulaNode parseFormula(const QString& written, const QMap<QString, QString>& names, bool& understood)
{
    return Parser(written, names).parse(understood);
}

} // namespace ui
