// SPDX-License-Identifier: GPL-3.0-or-later
// A formula in one line of rich text.
#include "ui/widgets/Formula.h"

#include <QCoreApplication>

namespace ui
{

namespace
{

using Kind = FormulaNode::Kind;

QString htmlOf(const FormulaNode& node);

/// In fences, unless it is a single sign.
QString htmlFenced(const FormulaNode& node)
{
    const bool single = node.kind == Kind::Text || node.kind == Kind::Variable || node.kind == Kind::Fenced;
    return single ? htmlOf(node) : QStringLiteral("(%1)").arg(htmlOf(node));
}

QString htmlOf(const FormulaNode& node)
{
    const auto part = [&node](std::size_t at) { return htmlOf(node.parts[at]); };
    QString all;
    switch (node.kind) {
    case Kind::Text:
        return node.text.toHtmlEscaped();
    case Kind::Variable:
        return QStringLiteral("<i>%1</i>").arg(node.text.toHtmlEscaped());
    case Kind::Row:
        for (const FormulaNode& each : node.parts)
            all += htmlOf(each);
        return all;
    case Kind::Raised:
        return QStringLiteral("%1<sup>%2</sup>").arg(part(0), part(1));
    case Kind::Fraction:
        return QStringLiteral("%1 / %2").arg(htmlFenced(node.parts[0]), htmlFenced(node.parts[1]));
    case Kind::Root:
        return QStringLiteral("√%1").arg(htmlFenced(node.parts[0]));
    case Kind::Fenced:
        return node.text.left(1) + part(0) + node.text.right(1);
    case Kind::Cases:
        for (std::size_t at = 0; at + 1 < node.parts.size(); at += 2) {
            const bool last = node.parts[at + 1].parts.empty() && node.parts[at + 1].kind == Kind::Row;
            all += last ? Formula::tr("%1 otherwise").arg(part(at))
                        : Formula::tr("%1 if %2; ").arg(part(at), part(at + 1));
        }
        return all;
    }
    return {};
}

} // namespace

QString Formula::html() const
{
    return htmlOf(m_root);
}

} // namespace ui
