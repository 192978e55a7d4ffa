// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Exporter.h"

#include "ui/base/FaultWords.h"
#include "ui/panels/ExportFormats.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QMimeData>

#include <utility>

namespace ui
{

namespace
{

constexpr double kClipboardScale = 2;

} // namespace

Exporter::Exporter(ExporterSource source, QWidget* window)
    : QObject(window)
    , m_source(std::move(source))
    , m_window(window)
    , m_lastAnimation(QStringLiteral("animated_webp"))
{
}

std::shared_ptr<const Moment> Exporter::present() const
{
    const std::optional<FrameData> frame = m_source.frame();
    return frame ? std::make_shared<const Moment>(Moment::of(*frame)) : nullptr;
}

void Exporter::open(int card, const QString& format)
{
    std::shared_ptr<const Moment> moment = present();
    if (!moment || m_dialog)
        return; // one at a time
    ExportRequest proposal = m_last;
    proposal.card = card;
    proposal.options.view = m_source.view();
    if (format == QLatin1String("animation"))
        proposal.options.formats = {m_lastAnimation};
    else if (!format.isEmpty())
        proposal.options.formats = {format};
    m_dialog = new ExportDialog({m_source.cardTitles(), std::move(moment), m_source.earlier}, proposal, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ExportDialog::saveWanted, this, &Exporter::save);
    connect(m_dialog, &ExportDialog::stopWanted, this, &Exporter::stop);
    connect(m_dialog, &QDialog::finished, this, [this] {
        stop();
        m_dialog = nullptr;
    });
    m_dialog->open();
}

void Exporter::save()
{
    const ExportRequest request = m_dialog->request();
    if (const core::Outcome outcome = checkSize(request, *m_dialog->source().present); !outcome) {
        m_dialog->showMessage(faultTexts(outcome.faults()).join(QLatin1Char('\n')));
        return;
    }
    if (request.card == kEveryCard)
        QDir().mkpath(request.path); // whether files can be made in it, the job finds out
    const ExportSource& source = m_dialog->source();
    m_job = new ExportJob(exportSteps(request, source.present, source.earlier), exportPaths(request, *source.present),
                          this);
    connect(m_job, &ExportJob::progressed, m_dialog, &ExportDialog::showProgress);
    connect(m_job, &ExportJob::finished, this,
            [this, request](const core::Outcome& outcome) { end(outcome, request); });
    m_dialog->showProgress(0, 1);
    m_job->start();
}

void Exporter::stop()
{
    if (m_job)
        std::exchange(m_job, nullptr)->abandon();
}

void Exporter::end(const core::Outcome& outcome, const ExportRequest& request)
{
    std::exchange(m_job, nullptr)->deleteLater(); // it is still speaking
    if (!outcome) {
        m_dialog->showMessage(faultTexts(outcome.faults()).join(QLatin1Char('\n')));
        return;
    }
    m_last = request;
    if (exportFormat(request.options.formats.value(0)).kind == FormatKind::Animation)
        m_lastAnimation = request.options.formats.front();
    m_dialog->showMessage(QString());
    const qsizetype files = exportPaths(request, *m_dialog->source().present).size();
    m_dialog->accept();
    emit finished(request.card == kEveryCard ? tr("Files saved in %1: %2").arg(request.path, QString::number(files))
                                             : tr("Saved as %1").arg(request.path));
}

void Exporter::copyPicture(int card)
{
    const std::optional<FrameData> frame = m_source.frame();
    if (!frame)
        return;
    FigureOptions options = m_last.options;
    options.view = m_source.view();
    options.captionText.clear();
    const QImage picture = FigurePainter(card, options).image(*frame, kClipboardScale);
    if (picture.isNull())
        return;
    auto* data = new QMimeData;
    data->setImageData(picture);
    QGuiApplication::clipboard()->setMimeData(data);
    emit finished(tr("“%1” is on the clipboard as a picture.").arg(m_source.cardTitles().value(card)));
}

void Exporter::copyTable(int card)
{
    const std::optional<FrameData> frame = m_source.frame();
    if (!frame)
        return;
    const NumberTable table = figureTable(*frame, card, m_source.view());
    auto* data = new QMimeData;
    data->setText(table.toTabSeparated());
    data->setHtml(table.toHtml());
    data->setData(QStringLiteral("text/csv"), table.toCsv());
    QGuiApplication::clipboard()->setMimeData(data);
    emit finished(tr("The numbers of “%1” are on the clipboard as a table.").arg(m_source.cardTitles().value(card)));
}

} // namespace ui
