// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ExportDialog.h"

#include "ui/dialogs/ExportForm.h"
#include "ui/dialogs/ExportPreview.h"
#include "ui/panels/ExportFormats.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

constexpr QSize kFirstExportSize{1160, 690};
constexpr int kFormWidth = 410;
constexpr int kPatience = 500; ///< milliseconds

std::vector<std::int64_t> stepsOf(const ExportSource& source)
{
    std::vector<std::int64_t> steps = source.earlier.steps ? source.earlier.steps() : std::vector<std::int64_t>();
    const std::int64_t now = source.present->snapshot.step;
    steps.erase(std::lower_bound(steps.begin(), steps.end(), now), steps.end());
    steps.push_back(now);
    return steps;
}

} // namespace

ExportDialog::ExportDialog(ExportSource source, const ExportRequest& proposal, QWidget* parent)
    : QDialog(parent)
    , m_source(std::move(source))
    , m_folder(proposal.path.isEmpty()       ? QDir::homePath()
               : proposal.card == kEveryCard ? proposal.path
                                             : QFileInfo(proposal.path).absolutePath())
    , m_form(new ExportForm(m_source.cardTitles, proposal, figureCaption(m_source.present->frame()), stepsOf(m_source)))
    , m_preview(new ExportPreview)
    , m_table(new QTableWidget)
    , m_views(new QStackedWidget)
    , m_pathLabel(new QLabel)
    , m_path(new QLineEdit)
    , m_browse(new QPushButton(tr("Bro&wse …")))
    , m_message(new QLabel)
    , m_progress(new QProgressBar)
{
    setWindowTitle(tr("Export"));
    layOut();
    connect(m_form, &ExportForm::targetEdited, this, [this] {
        proposePath();
        showPreview();
    });
    connect(m_form, &ExportForm::pictureEdited, this, &ExportDialog::showPreview);
    connect(m_path, &QLineEdit::textEdited, this, [this] {
        m_pathIsProposed = false;
        showMessage(QString());
    });
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(&m_filmTimer, &QTimer::timeout, this, &ExportDialog::showNextMoment);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    connect(&m_patience, &QTimer::timeout, m_progress, &QWidget::show);
    proposePath();
    showPreview();
}

void ExportDialog::layOut()
{
    // Tab goes from the options to what they show, then to the path and the buttons.
    for (QWidget* widget : std::initializer_list<QWidget*>{m_form, m_views, m_path, m_browse})
        widget->setParent(this);
    m_table->setAccessibleName(tr("The first rows of the table"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->setGridStyle(Qt::DotLine);
    m_views->addWidget(m_preview);
    m_views->addWidget(m_table);
    m_form->setMinimumWidth(kFormWidth);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(22);
    upper->addWidget(m_views, 1);
    auto* options = new QVBoxLayout;
    options->addWidget(m_form);
    options->addStretch(1);
    upper->addLayout(options);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(14);
    column->addLayout(upper, 1);
    column->addLayout(makeLowerRows());
    resize(kFirstExportSize);
    setTabOrder(m_browse, m_save);
    setTabOrder(m_save, m_cancel);
    m_form->setFocus();
}

QLayout* ExportDialog::makeLowerRows()
{
    m_message->setObjectName(QStringLiteral("faultText"));
    m_message->setWordWrap(true);
    m_message->hide();
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_path->setMinimumWidth(300);
    m_pathLabel->setBuddy(m_path);
    m_browse->setAutoDefault(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    m_cancel->setIcon({});
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAutoDefault(false);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_pathLabel);
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    row->addSpacing(20);
    row->addWidget(buttons);
    auto* rows = new QVBoxLayout;
    rows->setSpacing(10);
    rows->addWidget(m_message);
    rows->addWidget(m_progress);
    rows->addLayout(row);
    return rows;
}

bool ExportDialog::savesFolder() const
{
    return m_form->request().card == kEveryCard;
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request = m_form->request();
    request.path = m_path->text().trimmed();
    if (!request.path.isEmpty() && !savesFolder() && QFileInfo(request.path).suffix().isEmpty())
        request.path += QLatin1Char('.') + QLatin1String(exportFormat(request.options.formats.value(0)).suffix);
    return request;
}

void ExportDialog::proposePath()
{
    const ExportRequest request = m_form->request();
    if (savesFolder() != m_pathIsFolder) {
        // A file is no folder, but has one.
        if (!m_pathIsProposed)
            m_folder = m_pathIsFolder ? m_path->text() : QFileInfo(m_path->text()).absolutePath();
        m_pathIsFolder = savesFolder();
        m_pathIsProposed = true;
    }
    m_pathLabel->setText(savesFolder() ? tr("F&older") : tr("F&ile"));
    m_path->setAccessibleName(savesFolder() ? tr("Folder") : tr("File"));
    const QString suffix = QLatin1Char('.') + QLatin1String(exportFormat(request.options.formats.value(0)).suffix);
    if (m_pathIsProposed && savesFolder()) {
        m_path->setText(m_folder);
    } else if (m_pathIsProposed) {
        m_path->setText(QDir(m_folder).filePath(figureName(request.card) + suffix));
    } else if (!savesFolder()) {
        // The name is the user's, its ending follows the format.
        const QFileInfo file(m_path->text());
        const auto formats = exportFormats();
        const bool known = std::any_of(formats.begin(), formats.end(), [&](const ExportFormat& format) {
            return file.suffix().toLower() == QLatin1String(format.suffix);
        });
        if (known)
            m_path->setText(file.path() + QLatin1Char('/') + file.completeBaseName() + suffix);
    }
    showMessage(QString());
}

void ExportDialog::browse()
{
    const QString chosen = savesFolder()
                               ? QFileDialog::getExistingDirectory(this, tr("Save the figures into"), m_path->text())
                               : QFileDialog::getSaveFileName(this, tr("Save the figure as"), request().path, QString(),
                                                              nullptr, QFileDialog::DontConfirmOverwrite);
    if (chosen.isEmpty())
        return;
    m_pathIsProposed = false;
    m_path->setText(chosen);
    showMessage(QString());
}

void ExportDialog::save()
{
    const ExportRequest request = this->request();
    if (request.options.formats.isEmpty()) {
        showMessage(tr("Please choose at least one format."));
        return;
    }
    if (request.path.isEmpty() || (!savesFolder() && QFileInfo(request.path).isDir())) {
        showMessage(savesFolder() ? tr("Please choose a folder.") : tr("Please give the file a name."));
        return;
    }
    QStringList existing = exportPaths(request, *m_source.present);
    existing.erase(
        std::remove_if(existing.begin(), existing.end(), [](const QString& path) { return !QFileInfo::exists(path); }),
        existing.end());
    if (!existing.isEmpty() && existing != m_confirmedPaths) {
        showMessage(
            existing.size() == 1
                ? tr("“%1” exists already. Press Replace to overwrite it, or choose another name.")
                      .arg(QFileInfo(existing.front()).fileName())
                : tr("%1 of the files exist already. Press Replace to overwrite them, or choose another folder.")
                      .arg(existing.size()));
        m_confirmedPaths = existing;
        m_save->setText(tr("Replace"));
        return;
    }
    emit saveWanted();
}

void ExportDialog::setSaving(bool saving)
{
    m_saving = saving;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_form, m_path, m_browse, m_save})
        widget->setEnabled(!saving);
    m_cancel->setText(saving ? tr("Stop") : tr("Cancel"));
    m_save->setDefault(!saving);
    if (saving) {
        m_patience.start();
    } else {
        m_patience.stop();
        m_progress->hide();
    }
}

void ExportDialog::showProgress(int done, int all)
{
    if (!m_saving) {
        showMessage(QString());
        setSaving(true);
    }
    m_progress->setRange(0, all);
    m_progress->setValue(done);
}

void ExportDialog::showMessage(const QString& message)
{
    setSaving(false);
    m_confirmedPaths.clear();
    m_save->setText(tr("Save"));
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

void ExportDialog::reject()
{
    if (!m_saving) {
        QDialog::reject();
        return;
    }
    emit stopWanted();
    showMessage(tr("Stopped. Nothing has been saved."));
}

} // namespace ui
