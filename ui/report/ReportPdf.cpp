// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportPdf.h"

#include "ui/widgets/FigureExport.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextObjectInterface>
#include <QTextTable>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr double kPageMargin = 62;
constexpr double kFooter = 34; ///< below the text, within the margin
constexpr double kPageTextSize = 13;
constexpr double kTableTextSize = 9.5;
constexpr double kCellPadding = 3;
constexpr int kFigureType = QTextFormat::UserObject + 1;
constexpr int kFigureIndex = QTextFormat::UserProperty + 1;

/// The context of this file's words.
struct PdfWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ReportPdf)
};

/// Draws the figures where they stand in the text: title, picture and caption as one, so that no page parts them.
class FigureObject : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    FigureObject(const Report& report, const Theme& theme, const QSizeF& page)
        : m_report(report)
        , m_theme(theme)
        , m_page(page)
    {
    }

    QSizeF intrinsicSize(QTextDocument* /*document*/, int /*position*/, const QTextFormat& format) override
    {
        const ReportFigure& figure = figureOf(format);
        return {m_page.width() - 1, titleHeight() + scaleOf(figure) * figure.size.height() + captionHeight(figure)};
    }

    /// The painter of the page, as QCustomPlot wants it.
    void setPainter(QCPPainter* painter) { m_painter = painter; }

    void drawObject(QPainter* /*painter*/, const QRectF& rect, QTextDocument* /*document*/, int /*position*/,
                    const QTextFormat& format) override
    {
        const ReportFigure& figure = figureOf(format);
        const double scale = scaleOf(figure);
        m_painter->save();
        m_painter->translate(rect.topLeft());
        m_painter->setFont(themeFont(kPageTextSize * 1.1, QFont::DemiBold));
        m_painter->setPen(m_theme.text);
        m_painter->drawText(QRectF(0, 0, rect.width(), titleHeight()), Qt::AlignLeft | Qt::AlignTop, figure.title);
        m_painter->save();
        m_painter->translate(0, titleHeight());
        m_painter->scale(scale, scale);
        figure.paint(*m_painter, m_theme);
        m_painter->restore();
        m_painter->setFont(captionFont());
        m_painter->setPen(m_theme.mutedText);
        m_painter->drawText(
            QRectF(0, titleHeight() + scale * figure.size.height(), rect.width(), captionHeight(figure)),
            Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, figure.caption);
        m_painter->restore();
    }

private:
    [[nodiscard]] const ReportFigure& figureOf(const QTextFormat& format) const
    {
        return m_report.figures[static_cast<std::size_t>(format.intProperty(kFigureIndex))];
    }
    [[nodiscard]] static QFont captionFont() { return themeFont(kPageTextSize * 0.86); }
    [[nodiscard]] static double titleHeight() { return kPageTextSize * 1.9; }
    [[nodiscard]] double captionHeight(const ReportFigure& figure) const
    {
        const QRectF room(0, 0, m_page.width() - 1, m_page.height());
        return QFontMetricsF(captionFont()).boundingRect(room, Qt::TextWordWrap, figure.caption).height() +
               kPageTextSize;
    }
    /// As wide as the page, but no higher than it.
    [[nodiscard]] double scaleOf(const ReportFigure& figure) const
    {
        const double room = m_page.height() - titleHeight() - captionHeight(figure) - kPageTextSize;
        return std::min((m_page.width() - 1) / figure.size.width(), room / figure.size.height());
    }

    const Report& m_report;
    const Theme& m_theme;
    QSizeF m_page;
    QCPPainter* m_painter = nullptr;
};

/// Puts the parts of a report into a document, one after the other.
class DocumentWriter
{
public:
    DocumentWriter(QTextDocument& document, const Report& report, const Theme& theme)
        : m_cursor(&document)
        , m_report(report)
        , m_theme(theme)
    {
    }

    void write()
    {
        const ReportHeadings headings = ReportHeadings::translated();
        line(m_report.title, 2.0, QFont::DemiBold, m_theme.text, 0, true);
        line(m_report.subtitle, 0.9, QFont::Normal, m_theme.mutedText);
        heading(headings.summary);
        paragraphs(m_report.summary, 1.06);
        for (std::size_t at = 0; at < m_report.figures.size(); ++at)
            figure(static_cast<int>(at));
        heading(headings.numbers);
        for (const ReportTable& one : m_report.tables) {
            if (!one.title.isEmpty())
                line(one.title, 1, QFont::DemiBold, m_theme.text, kPageTextSize);
            table(one);
        }
        notes(m_report.tableNotes);
        heading(headings.settings);
        settings();
        notes(m_report.settingsNotes);
        heading(headings.methods);
        paragraphs(m_report.methods, 1);
        heading(headings.reproduce);
        for (const QString& command : m_report.commands)
            line(command, 0.9, QFont::Normal, m_theme.text, kPageTextSize * 0.3);
    }

private:
    void line(const QString& text, double scale, QFont::Weight weight, const QColor& color, double above = 0,
              bool isFirst = false)
    {
        QTextBlockFormat block;
        block.setTopMargin(above);
        block.setBottomMargin(kPageTextSize * 0.35);
        block.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
        if (isFirst)
            m_cursor.setBlockFormat(block);
        else
            m_cursor.insertBlock(block);
        m_cursor.insertText(text, letters(scale * kPageTextSize, weight, color));
    }

    void heading(const QString& text) { line(text, 1.3, QFont::DemiBold, m_theme.text, kPageTextSize * 1.3); }

    void paragraphs(const QStringList& texts, double scale)
    {
        for (const QString& text : texts)
            line(text, scale, QFont::Normal, m_theme.text);
    }

    void notes(const QStringList& texts)
    {
        for (const QString& text : texts)
            line(text, 0.86, QFont::Normal, m_theme.mutedText, kPageTextSize * 0.4);
    }

    void figure(int index)
    {
        QTextCharFormat format;
        format.setObjectType(kFigureType);
        format.setProperty(kFigureIndex, index);
        m_cursor.insertBlock(QTextBlockFormat());
        m_cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
    }

    void table(const ReportTable& one)
    {
        const int columns = static_cast<int>(one.header.size());
        QTextTable* drawn = startTable(static_cast<int>(one.rows.size()) + 1, columns);
        QTextTableFormat format = drawn->format();
        format.setHeaderRowCount(1);
        drawn->setFormat(format);
        for (int column = 0; column < columns; ++column) {
            cell(drawn, 0, column, one.header[column], QFont::DemiBold, m_theme.mutedText);
            for (int row = 0; row < static_cast<int>(one.rows.size()); ++row) {
                QString text = one.rows[static_cast<std::size_t>(row)][column];
                if (column > 0 && std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isDigit(); }))
                    text.replace(QLatin1Char(' '), QChar::Nbsp); // a number stays on its line
                cell(drawn, row + 1, column, text, column == 0 ? QFont::DemiBold : QFont::Normal, m_theme.text);
            }
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    void settings()
    {
        QTextTable* drawn = startTable(static_cast<int>(m_report.settings.size()), 2);
        for (int row = 0; row < drawn->rows(); ++row) {
            const auto& [name, value] = m_report.settings[static_cast<std::size_t>(row)];
            cell(drawn, row, 0, name, QFont::DemiBold, m_theme.text);
            cell(drawn, row, 1, value, QFont::Normal, m_theme.text, Qt::AlignLeft);
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    QTextTable* startTable(int rows, int columns)
    {
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellSpacing(0);
        format.setCellPadding(kCellPadding);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        m_cursor.insertBlock(QTextBlockFormat());
        return m_cursor.insertTable(rows, columns, format);
    }

    void cell(QTextTable* table, int row, int column, const QString& text, QFont::Weight weight, const QColor& color,
              Qt::Alignment alignment = Qt::AlignRight)
    {
        QTextTableCell place = table->cellAt(row, column);
        QTextTableCellFormat format;
        format.setBottomBorder(0.75);
        format.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBottomBorderBrush(m_theme.border);
        format.setVerticalAlignment(row == 0 ? QTextCharFormat::AlignBottom : QTextCharFormat::AlignTop);
        place.setFormat(format);
        QTextCursor cursor = place.firstCursorPosition();
        QTextBlockFormat block;
        block.setAlignment(column == 0 ? Qt::AlignLeft : alignment);
        cursor.setBlockFormat(block);
        cursor.insertText(text, letters(kTableTextSize, weight, color));
    }

    [[nodiscard]] static QTextCharFormat letters(double size, QFont::Weight weight, const QColor& color)
    {
        QTextCharFormat format;
        format.setFont(themeFont(size, weight));
        format.setForeground(color);
        return format;
    }

    QTextCursor m_cursor;
    const Report& m_report;
    const Theme& m_theme;
};

void drawPages(QCPPainter& painter, QPdfWriter& writer, QTextDocument& document, const QSizeF& paper,
               const Theme& theme, const QString& version)
{
    const QSizeF page = document.pageSize();
    const int pages = document.pageCount();
    for (int at = 0; at < pages; ++at) {
        if (at > 0)
            writer.newPage();
        painter.fillRect(QRectF(QPointF(0, 0), paper), theme.card);
        painter.save();
        painter.translate(kPageMargin, kPageMargin - at * page.height());
        document.drawContents(&painter, QRectF(0, at * page.height(), page.width(), page.height()));
        painter.restore();
        const QRectF footer(kPageMargin, kPageMargin + page.height() + kFooter / 2, page.width(), kFooter);
        painter.setFont(themeFont(kTableTextSize));
        painter.setPen(theme.mutedText);
        painter.drawText(footer, Qt::AlignLeft | Qt::AlignTop, version);
        painter.drawText(footer, Qt::AlignRight | Qt::AlignTop, PdfWords::tr("Page %1 of %2").arg(at + 1).arg(pages));
    }
}

} // namespace

QByteArray reportPdf(const Report& report, ThemeKind kind)
{
    const Theme& theme = Theme::of(kind);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(kPdfDpi);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(report.title);
    writer.setCreator(report.version);
    const QSizeF paper = QPageSize(QPageSize::A4).size(QPageSize::Point) * kScreenDpi / 72.0;
    const QSizeF page(std::floor(paper.width() - 2 * kPageMargin), std::floor(paper.height() - 2 * kPageMargin));

    QTextDocument document;
    document.setDocumentMargin(0);
    document.setUseDesignMetrics(true);
    document.setDefaultFont(themeFont(kPageTextSize));
    FigureObject figures(report, theme, page);
    document.documentLayout()->registerHandler(kFigureType, &figures);
    document.setPageSize(page);
    DocumentWriter(document, report, theme).write();

    QCPPainter painter;
    if (!painter.begin(&writer))
        return {};
    painter.setModes(QCPPainter::pmVectorized | QCPPainter::pmNoCaching | QCPPainter::pmNonCosmetic);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    painter.scale(static_cast<double>(kPdfDpi) / kScreenDpi, static_cast<double>(kPdfDpi) / kScreenDpi);
    figures.setPainter(&painter);
    drawPages(painter, writer, document, paper, theme, report.version);
    painter.end();
    buffer.close();
    return bytes;
}

} // namespace ui

#include "ReportPdf.moc"
