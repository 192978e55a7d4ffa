// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Explanation.h"

#include "ui/base/NumberText.h"

namespace ui
{

void Explanation::say(const QString& text)
{
    for (const QString& paragraph : text.split(QStringLiteral("\n\n"))) {
        QString lines = paragraph.toHtmlEscaped();
        lines.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
        m_html += QStringLiteral("<p>%1</p>").arg(lines);
    }
}

void Explanation::heading(const QString& text)
{
    m_html += QStringLiteral("<h4>%1</h4>").arg(text.toHtmlEscaped());
}

void Explanation::formula(const QString& html)
{
    // A table cell is what Qt's rich text can indent and keep together.
    m_html +=
        QStringLiteral("<table cellpadding=\"4\" style=\"margin-left: 8px\"><tr><td>%1</td></tr></table>").arg(html);
}

void Explanation::list(const QStringList& items)
{
    m_html += QStringLiteral("<ul style=\"margin-left: -22px\">");
    for (const QString& item : items)
        m_html += QStringLiteral("<li>%1</li>").arg(item.toHtmlEscaped());
    m_html += QStringLiteral("</ul>");
}

void Explanation::hands()
{
    say(tr("The wheel zooms about the pointer, a drag moves the view, a double click shows everything again. The "
           "card's view menu freezes the axes, so that before and after can be compared."));
}

void Explanation::healthy(const QStringList& items)
{
    heading(tr("What healthy looks like"));
    list(items);
}

void Explanation::published(const QStringList& items)
{
    heading(tr("Published in"));
    list(items);
}

QString variable(const QString& name, const QString& index)
{
    QString text = QStringLiteral("<i>%1</i>").arg(name.toHtmlEscaped());
    if (!index.isEmpty())
        text += QStringLiteral("<sub>%1</sub>").arg(index.toHtmlEscaped());
    return text;
}

QString equals(const QString& name, const std::optional<double>& value)
{
    return QStringLiteral("%1 = <b>%2</b>").arg(name, readableNumber(value, 3).toHtmlEscaped());
}

} // namespace ui
