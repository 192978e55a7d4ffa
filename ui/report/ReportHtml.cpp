// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportHtml.h"

#include "ui/report/DotChart.h"
#include "ui/widgets/FigureExport.h"

#include <QCoreApplication>

#include <array>

namespace ui
{

namespace
{

/// The context of this file's words.
struct HtmlWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ReportHtml)
};

/// Any text as the content of an element. What XML cannot hold is left out.
QString escaped(const QString& text)
{
    QString plain;
    for (const QChar letter : text)
        if ((letter.unicode() >= 0x20 && letter.unicode() < 0xfffe) || letter == QLatin1Char('\n') ||
            letter == QLatin1Char('\t'))
            plain += letter;
    return plain.toHtmlEscaped();
}

QString element(const char* name, const QString& text)
{
    return QStringLiteral("<%1>%2</%1>\n").arg(QLatin1String(name), escaped(text));
}

/// The figure as an element of the page: without the head of a file, and as wide as the page lets it be.
QString inlineSvg(const ReportFigure& figure, const Theme& theme)
{
    FigureFile file;
    file.format = QStringLiteral("svg");
    file.size = figure.size;
    file.title = figure.title;
    file.description = figure.caption;
    file.background = theme.card;
    const QString svg =
        QString::fromUtf8(encodeFigure(drawFigure(file, [&](QCPPainter& painter) { figure.paint(painter, theme); })));
    const qsizetype begin = svg.indexOf(QLatin1String("<svg"));
    const qsizetype end = svg.indexOf(QLatin1Char('>'), begin);
    return QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %1 %2\">%3")
        .arg(figure.size.width())
        .arg(figure.size.height())
        .arg(svg.mid(end + 1).trimmed());
}

/// A colour of the page and of the figures, by what it is for.
struct NamedColor {
    const char* name; ///< of the page's variable; nullptr: of figures only
    QColor Theme::*color;
};

constexpr std::array kColors{
    NamedColor{"--page", &Theme::window}, NamedColor{"--card", &Theme::card},
    NamedColor{"--text", &Theme::text},   NamedColor{"--muted", &Theme::mutedText},
    NamedColor{"--line", &Theme::border}, NamedColor{"--accent", &Theme::accent},
    NamedColor{nullptr, &Theme::grid},    NamedColor{nullptr, &Theme::axis},
    NamedColor{nullptr, &Theme::alarm},
};

QString variables(const Theme& theme)
{
    QString rules = QStringLiteral(":root{");
    for (const NamedColor& color : kColors)
        if (color.name != nullptr)
            rules += QStringLiteral("%1:%2;").arg(QLatin1String(color.name), (theme.*color.color).name());
    return rules + QStringLiteral("}\n");
}

/// The figures are drawn in the colours of one theme; these rules show them in those of another.
QString recolored(const Theme& from, const Theme& to)
{
    QString rules;
    QStringList done;
    const auto replace = [&](const QColor& old, const QColor& fresh) {
        if (done.contains(old.name()))
            return;
        done << old.name();
        for (const char* property : {"fill", "stroke"})
            rules += QStringLiteral("svg [%1=\"%2\"]{%1:%3}\n").arg(QLatin1String(property), old.name(), fresh.name());
    };
    for (const NamedColor& color : kColors)
        if (color.color != &Theme::window && color.color != &Theme::border)
            replace(from.*color.color, to.*color.color);
    for (std::size_t at = 0; at < from.series.size(); ++at) {
        replace(from.series.at(at), to.series.at(at));
        // The pale boxes of quartiles.
        replace(mixed(from.card, from.series.at(at), kBoxShare), mixed(to.card, to.series.at(at), kBoxShare));
    }
    return rules;
}

QString styleSheet(const std::optional<ThemeKind>& theme)
{
    static const QString layout = QStringLiteral(
        "*{box-sizing:border-box}\n"
        "body{margin:0;background:var(--page);color:var(--text);font:17px/1.55 Inter,\"Noto Sans CJK SC\",\"PingFang "
        "SC\",\"Microsoft YaHei\",system-ui,sans-serif}\n"
        "main{max-width:60rem;margin:0 auto;padding:2.5rem 1.5rem}\n"
        "h1{font-size:2.1rem;line-height:1.2;margin:0}\n"
        "h2{font-size:1.35rem;margin:2.6rem 0 .8rem}\n"
        "h3{font-size:1.08rem;margin:0 0 .4rem}\n"
        ".muted,figcaption,footer{color:var(--muted)}\n"
        ".subtitle{margin:.4rem 0 0;overflow-wrap:anywhere}\n"
        ".card,figure{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:1.1rem 1.3rem;"
        "margin:0 0 1.4rem}\n"
        ".summary{border-left:5px solid var(--accent);font-size:1.08rem}\n"
        ".summary p{margin:.45rem 0}\n"
        "figure svg{display:block;width:100%;height:auto}\n"
        "figcaption,.notes{font-size:.88rem;margin-top:.6rem}\n"
        ".wide{overflow-x:auto}\n"
        "table{border-collapse:collapse;width:100%;font-size:.86rem;line-height:1.35;font-variant-numeric:tabular-nums}"
        "\n"
        "th{text-align:right;vertical-align:bottom;font-weight:600;color:var(--muted);border-bottom:2px solid "
        "var(--line)}\n"
        "td{text-align:right;white-space:nowrap;border-bottom:1px solid var(--line)}\n"
        "th,td{padding:.42rem .5rem}\n"
        "th:first-child,td:first-child{text-align:left}\n"
        "td:first-child{font-weight:600;white-space:normal;overflow-wrap:anywhere}\n"
        ".settings td:last-child{text-align:left;width:62%;white-space:normal;overflow-wrap:anywhere}\n"
        "pre{white-space:pre-wrap;overflow-wrap:anywhere;font-size:.86rem;margin:.3rem 0}\n"
        "footer{margin-top:2.5rem;font-size:.86rem}\n"
        "@media print{body{font-size:10.5pt;background:none}main{max-width:none;padding:0}"
        "figure,tr,.summary{break-inside:avoid}h2,h3{break-after:avoid}.card,figure{border-color:#ccc}}\n");
    const Theme& light = Theme::of(ThemeKind::Light);
    const Theme& dark = Theme::of(ThemeKind::Dark);
    if (theme)
        return variables(Theme::of(*theme)) + layout;
    return variables(light) + layout + QStringLiteral("@media screen and (prefers-color-scheme:dark){\n") +
           variables(dark) + recolored(light, dark) + QStringLiteral("}\n");
}

QString figureHtml(const ReportFigure& figure, const Theme& theme)
{
    return QStringLiteral("<figure>\n") + element("h3", figure.title) + inlineSvg(figure, theme) + QLatin1Char('\n') +
           element("figcaption", figure.caption) + QStringLiteral("</figure>\n");
}

QString rowHtml(const char* cell, const QStringList& texts)
{
    QString row = QStringLiteral("<tr>");
    for (const QString& text : texts)
        row += element(cell, text).trimmed();
    return row + QStringLiteral("</tr>\n");
}

QString tableHtml(const ReportTable& table)
{
    QString html = QStringLiteral("<div class=\"card wide\">\n");
    if (!table.title.isEmpty())
        html += element("h3", table.title);
    html += QStringLiteral("<table>\n<thead>") + rowHtml("th", table.header) + QStringLiteral("</thead>\n<tbody>\n");
    for (const QStringList& row : table.rows)
        html += rowHtml("td", row);
    return html + QStringLiteral("</tbody>\n</table>\n</div>\n");
}

QString notesHtml(const QStringList& notes)
{
    QString html;
    for (const QString& note : notes)
        html += QStringLiteral("<p class=\"notes muted\">%1</p>\n").arg(escaped(note));
    return html;
}

QString settingsHtml(const Report& report)
{
    QString html = QStringLiteral("<div class=\"card\">\n<table class=\"settings\">\n<tbody>\n");
    for (const auto& [name, value] : report.settings)
        html += rowHtml("td", {name, value});
    return html + QStringLiteral("</tbody>\n</table>\n") + notesHtml(report.settingsNotes) + QStringLiteral("</div>\n");
}

QString bodyHtml(const Report& report, const Theme& theme)
{
    const ReportHeadings headings = ReportHeadings::translated();
    QString html = element("h1", report.title);
    html += QStringLiteral("<p class=\"subtitle muted\">%1</p>\n").arg(escaped(report.subtitle));
    html += element("h2", headings.summary) + QStringLiteral("<div class=\"card summary\">\n");
    for (const QString& sentence : report.summary)
        html += element("p", sentence);
    html += QStringLiteral("</div>\n") + element("h2", headings.figures);
    for (const ReportFigure& figure : report.figures)
        html += figureHtml(figure, theme);
    html += element("h2", headings.numbers);
    for (const ReportTable& table : report.tables)
        html += tableHtml(table);
    html += notesHtml(report.tableNotes);
    html += element("h2", headings.settings) + settingsHtml(report);
    html += element("h2", headings.methods);
    for (const QString& sentence : report.methods)
        html += element("p", sentence);
    html += element("h2", headings.reproduce) + QStringLiteral("<div class=\"card\">\n");
    for (const QString& command : report.commands)
        html += QStringLiteral("<pre><code>%1</code></pre>\n").arg(escaped(command));
    return html + QStringLiteral("</div>\n") + element("footer", HtmlWords::tr("Made by %1.").arg(report.version));
}

} // namespace

QByteArray reportHtml(const Report& report, const std::optional<ThemeKind>& theme, const QString& language)
{
    QString tag = language;
    tag.replace(QLatin1Char('_'), QLatin1Char('-'));
    const QString head =
        QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                       "<meta name=\"color-scheme\" content=\"%2\"/>\n")
            .arg(escaped(tag), theme ? (*theme == ThemeKind::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                     : QStringLiteral("light dark"));
    const QString page = head + element("title", report.title) + QStringLiteral("<style>\n") + styleSheet(theme) +
                         QStringLiteral("</style>\n</head>\n<body>\n<main>\n") +
                         bodyHtml(report, Theme::of(theme.value_or(ThemeKind::Light))) +
                         QStringLiteral("</main>\n</body>\n</html>\n");
    return page.toUtf8();
}

} // namespace ui
