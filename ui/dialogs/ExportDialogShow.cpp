// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ExportDialog that shows what would be saved: a picture, a film, or a table.
#include "ui/dialogs/ExportDialog.h"
#include "ui/dialogs/ExportForm.h"
#include "ui/dialogs/ExportPreview.h"
#include "ui/panels/ExportFormats.h"
#include "ui/panels/PanelCatalogue.h"
#include "ui/widgets/Animation.h"

#include <QStackedWidget>
#include <QTableWidget>

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

constexpr int kRowsShown = 40;
constexpr int kColumnsShown = 24;

} // namespace

void ExportDialog::showPreview()
{
    const ExportRequest request = m_form->request();
    const QString format = request.options.formats.value(0);
    if (exportFormat(format).kind == FormatKind::Animation) {
        showFilm(request);
    } else {
        m_filmTimer.stop();
        m_film.reset();
    }
    if (request.options.formats == QStringList{QStringLiteral("csv")} && request.card >= 0) {
        showTable();
        return;
    }
    m_views->setCurrentWidget(m_preview);
    m_painters.clear();
    const std::vector<int> cards =
        request.card == kEveryCard ? picturedCards(m_source.present->frame()) : std::vector<int>{request.card};
    const int pictures = static_cast<int>(cards.size());
    for (const int card : cards)
        m_painters.push_back(std::make_unique<FigurePainter>(card, request.options));
    m_preview->show(pictures, request.options.size, [this](QImage& picture, int index, int part, double scale) {
        const FrameData frame = m_film ? m_film->frame(m_moment) : m_source.present->frame();
        FigurePainter& painter = *m_painters[static_cast<std::size_t>(index)];
        painter.addPart(picture, frame, scale, part);
        return part + 1 < painter.parts();
    });
}

void ExportDialog::showFilm(const ExportRequest& request)
{
    const std::pair<std::int64_t, std::int64_t> span(request.firstStep, request.lastStep);
    if (!m_film || span != m_span) { // else it goes on where it is
        m_film = std::make_unique<Film>(m_source.present, m_source.earlier, span.first, span.second);
        m_span = span;
        m_moment = 0;
    }
    m_filmTimer.start(static_cast<int>(kMillisecondsPerSecond / request.timing.framesPerSecond));
}

void ExportDialog::showNextMoment()
{
    // A picture that is slow to draw delays the film; it never piles up.
    if (!m_preview->upToDate() || m_saving)
        return;
    m_moment = (m_moment + 1) % m_film->count();
    m_preview->redraw();
}

void ExportDialog::showTable()
{
    const ExportRequest request = m_form->request();
    const NumberTable table = figureTable(m_source.present->frame(), request.card, request.options.view);
    const int columns = static_cast<int>(std::min<qsizetype>(kColumnsShown, table.columns().size()));
    const int rows = static_cast<int>(std::min<std::size_t>(kRowsShown, table.rows().size()));
    m_table->clear();
    m_table->setColumnCount(columns);
    m_table->setRowCount(rows);
    m_table->setHorizontalHeaderLabels(table.columns().mid(0, columns));
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            auto* item = new QTableWidgetItem(table.text(static_cast<std::size_t>(row), column));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            m_table->setItem(row, column, item);
        }
    m_table->resizeColumnsToContents();
    m_views->setCurrentWidget(m_table);
}

} // namespace ui
