// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ExportDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

namespace
{

constexpr int kSmallest = 100;
constexpr int kLargest = 8000;
constexpr int kLeastDpi = 48;
constexpr int kMostDpi = 600;
constexpr double kDotsPerInch = 96;
constexpr double kMillimetersPerInch = 25.4;

const QStringList kFormats{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};

QSpinBox* makeSpinBox(int minimum, int maximum, int value, const QString& name)
{
    auto* box = new QSpinBox;
    box->setLocale(QLocale::c());
    box->setRange(minimum, maximum);
    box->setValue(value);
    box->setAccessibleName(name);
    return box;
}

} // namespace

ExportDialog::ExportDialog(const QStringList& cardTitles, const ExportRequest& proposal, QWidget* parent)
    : QDialog(parent)
    , m_folder(proposal.path.isEmpty() ? QDir::homePath() : QFileInfo(proposal.path).absolutePath())
    , m_view(proposal.options.view)
    , m_card(new QComboBox)
    , m_format(new QComboBox)
    , m_sizePreset(new QComboBox)
    , m_width(makeSpinBox(kSmallest, kLargest, proposal.options.size.width(), tr("Width in pixels")))
    , m_height(makeSpinBox(kSmallest, kLargest, proposal.options.size.height(), tr("Height in pixels")))
    , m_dpi(makeSpinBox(kLeastDpi, kMostDpi, proposal.options.dpi, tr("Dots per inch")))
    , m_theme(new QComboBox)
    , m_caption(new QCheckBox(tr("Name the settings in a line below")))
    , m_path(new QLineEdit)
    , m_description(new QLabel)
    , m_message(new QLabel)
{
    setWindowTitle(tr("Export a figure"));
    m_card->addItem(tr("Whole dashboard"));
    m_card->addItems(cardTitles);
    m_card->setCurrentIndex(proposal.card - kWholeDashboard);
    m_format->addItems({tr("PNG: pixels, for slides and the web"), tr("SVG: vectors, to go on editing"),
                        tr("PDF: vectors, for papers")});
    m_format->setCurrentIndex(
        std::max(0, static_cast<int>(kFormats.indexOf(proposal.options.formats.value(0, kFormats.front())))));
    m_theme->addItems({tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(proposal.options.theme == ThemeKind::Dark ? 1 : 0);
    m_caption->setChecked(proposal.options.caption);
    m_caption->setToolTip(tr("Activation, depth and width, initializer, optimizer, learning rate, seed and step"));
    addRows();
    connectFields();
    proposePath();
    describe();
}

void ExportDialog::addRows()
{
    const QList<QPair<QString, QSize>> sizes{
        {tr("Figure, 960 × 600"), {960, 600}},      {tr("Slide 16:9, 1280 × 720"), {1280, 720}},
        {tr("Slide 4:3, 1024 × 768"), {1024, 768}}, {tr("Column of a paper, 480 × 360"), {480, 360}},
        {tr("Screen, 1920 × 1080"), {1920, 1080}},  {tr("Other"), {}},
    };
    for (const auto& [name, size] : sizes)
        m_sizePreset->addItem(name, size);
    const int known = m_sizePreset->findData(QSize(m_width->value(), m_height->value()));
    m_sizePreset->setCurrentIndex(known < 0 ? m_sizePreset->count() - 1 : known);

    auto* size = new QHBoxLayout;
    size->setSpacing(8);
    size->addWidget(m_width);
    size->addWidget(new QLabel(QStringLiteral("×")));
    size->addWidget(m_height);
    size->addStretch(1);
    auto* browseButton = new QPushButton(tr("Browse …"));
    browseButton->setAutoDefault(false);
    auto* path = new QHBoxLayout;
    path->setSpacing(8);
    path->addWidget(m_path, 1);
    path->addWidget(browseButton);
    m_path->setMinimumWidth(300);
    m_description->setObjectName(QStringLiteral("mutedText"));
    m_message->setObjectName(QStringLiteral("faultText"));
    m_message->setWordWrap(true);
    m_message->hide();

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(9);
    form->addRow(tr("Figure"), m_card);
    form->addRow(tr("Format"), m_format);
    form->addRow(tr("Size"), m_sizePreset);
    form->addRow(tr("Width × height"), size);
    form->addRow(tr("Dots per inch"), m_dpi);
    form->addRow(tr("Theme"), m_theme);
    form->addRow(tr("Caption"), m_caption);
    form->addRow(tr("File"), path);
    form->addRow(QString(), m_description);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_message);
    column->addWidget(buttons);

    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ExportDialog::connectFields()
{
    connect(m_card, &QComboBox::activated, this, &ExportDialog::proposePath);
    connect(m_format, &QComboBox::activated, this, &ExportDialog::proposePath);
    connect(m_sizePreset, &QComboBox::activated, this, [this] {
        if (const QSize chosen = m_sizePreset->currentData().toSize(); chosen.isValid()) {
            const QSignalBlocker widthBlocker(m_width);
            const QSignalBlocker heightBlocker(m_height);
            m_width->setValue(chosen.width());
            m_height->setValue(chosen.height());
        }
        describe();
    });
    for (QSpinBox* box : {m_width, m_height})
        connect(box, &QSpinBox::valueChanged, this, [this] {
            const int preset = m_sizePreset->findData(QSize(m_width->value(), m_height->value()));
            m_sizePreset->setCurrentIndex(preset < 0 ? m_sizePreset->count() - 1 : preset);
            describe();
        });
    connect(m_dpi, &QSpinBox::valueChanged, this, &ExportDialog::describe);
    connect(m_path, &QLineEdit::textEdited, this, [this] {
        m_pathIsProposed = false;
        showMessage(QString());
    });
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.card = m_card->currentIndex() + kWholeDashboard;
    request.options.formats = {kFormats.at(m_format->currentIndex())};
    request.options.size = {m_width->value(), m_height->value()};
    request.options.dpi = m_dpi->value();
    request.options.theme = m_theme->currentIndex() == 1 ? ThemeKind::Dark : ThemeKind::Light;
    request.options.caption = m_caption->isChecked();
    request.options.view = m_view;
    request.path = m_path->text().trimmed();
    if (!request.path.isEmpty() && QFileInfo(request.path).suffix().isEmpty())
        request.path += QLatin1Char('.') + request.options.formats.front();
    return request;
}

void ExportDialog::proposePath()
{
    const QString suffix = QLatin1Char('.') + kFormats.at(m_format->currentIndex());
    if (m_pathIsProposed) {
        m_path->setText(QDir(m_folder).filePath(figureName(m_card->currentIndex() + kWholeDashboard) + suffix));
    } else {
        // The name is the user's, its ending follows the format.
        const QFileInfo file(m_path->text());
        if (kFormats.contains(file.suffix().toLower()))
            m_path->setText(file.path() + QLatin1Char('/') + file.completeBaseName() + suffix);
    }
    showMessage(QString());
    describe();
}

void ExportDialog::describe()
{
    const bool pixels = m_format->currentIndex() == 0;
    m_dpi->setEnabled(pixels);
    const double scale = m_dpi->value() / kDotsPerInch;
    const double millimeters = kMillimetersPerInch / kDotsPerInch;
    m_description->setText(pixels ? tr("%1 × %2 pixels in the file")
                                        .arg(qRound(m_width->value() * scale))
                                        .arg(qRound(m_height->value() * scale))
                                  : tr("%1 × %2 millimeters, sharp at any size")
                                        .arg(qRound(m_width->value() * millimeters))
                                        .arg(qRound(m_height->value() * millimeters)));
}

void ExportDialog::browse()
{
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Save the figure as"), request().path, QString(),
                                                        nullptr, QFileDialog::DontConfirmOverwrite);
    if (chosen.isEmpty())
        return;
    m_pathIsProposed = false;
    m_path->setText(chosen);
    showMessage(QString());
}

void ExportDialog::save()
{
    const QString path = request().path;
    if (path.isEmpty() || QFileInfo(path).isDir()) {
        showMessage(tr("Please give the file a name."));
        return;
    }
    if (QFileInfo::exists(path) && m_confirmedPath != path) {
        showMessage(tr("“%1” exists already. Press Replace to overwrite it, or choose another name.")
                        .arg(QFileInfo(path).fileName()));
        m_confirmedPath = path;
        m_save->setText(tr("Replace"));
        return;
    }
    emit saveWanted();
}

void ExportDialog::showMessage(const QString& message)
{
    m_confirmedPath.clear();
    m_save->setText(tr("Save"));
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

} // namespace ui
