// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ExportForm.h"

#include "ui/base/NumberText.h"
#include "ui/dialogs/SizePresets.h"
#include "ui/panels/ExportFormats.h"
#include "ui/widgets/FigureExport.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr double kMillimetersPerInch = 25.4;

} // namespace

ExportForm::ExportForm(const QStringList& cardTitles, const ExportRequest& proposal, const QString& caption,
                       const std::vector<std::int64_t>& steps, QWidget* parent)
    : QWidget(parent)
    , m_view(proposal.options.view)
    , m_caption(caption)
    , m_steps(steps)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(14);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeTargetRows(cardTitles, proposal);
    makeSizeRows(proposal);
    makeLookRows(proposal);
    makeAnimationRows(proposal);
    connectFields();
    showFittingRows();
    describe();
    setFocusProxy(m_card);
}

void ExportForm::fillFormats(const QString& chosen)
{
    m_format->clear();
    for (const ExportFormat& format : exportFormats()) {
        const bool needsMoments = format.kind == FormatKind::Animation && m_steps.size() < 2;
        if (formatFits(format.idText(), card()) && !needsMoments)
            m_format->addItem(format.translatedName(), format.idText());
    }
    m_format->setCurrentIndex(std::max(0, m_format->findData(chosen)));
}

void ExportForm::choosePreset()
{
    const int row = m_sizePreset->currentIndex();
    if (row >= static_cast<int>(sizePresets().size()))
        return;
    const SizePreset& preset = sizePresets()[static_cast<std::size_t>(row)];
    m_width->setValue(preset.size.width());
    m_height->setValue(preset.size.height());
    m_dpi->setValue(kind() == FormatKind::Animation ? kScreenDpi : preset.dpi);
    m_sizePreset->setCurrentIndex(row); // which the width alone did not fit
}

void ExportForm::showPresetOfSize()
{
    const int preset = m_sizePreset->findData(QSize(m_width->value(), m_height->value()));
    m_sizePreset->setCurrentIndex(preset < 0 ? m_sizePreset->count() - 1 : preset);
}

int ExportForm::card() const
{
    return m_card->currentData().toInt();
}

QStringList ExportForm::formats() const
{
    if (card() != kEveryCard)
        return {m_format->currentData().toString()};
    QStringList chosen;
    for (std::size_t row = 0; row < m_formatChecks.size(); ++row)
        if (m_formatChecks[row] && m_formatChecks[row]->isChecked())
            chosen << exportFormats()[row].idText();
    return chosen;
}

FormatKind ExportForm::kind() const
{
    return exportFormat(formats().value(0)).kind;
}

bool ExportForm::any(FormatKind wanted) const
{
    const QStringList chosen = formats();
    return std::any_of(chosen.begin(), chosen.end(),
                       [wanted](const QString& format) { return exportFormat(format).kind == wanted; });
}

void ExportForm::showFittingRows()
{
    const bool all = card() == kEveryCard;
    const bool animated = any(FormatKind::Animation);
    const bool pixels = any(FormatKind::Pixels) || animated;
    const bool picture = pixels || any(FormatKind::Vectors) || formats().isEmpty();
    const QStringList chosen = formats();
    const bool canBeTransparent = std::any_of(chosen.begin(), chosen.end(),
                                              [](const QString& format) { return exportFormat(format).transparent; });
    m_form->setRowVisible(m_format, !all);
    m_form->setRowVisible(m_formatBoxes, all);
    for (QWidget* field : std::initializer_list<QWidget*>{m_sizePreset, m_sizeFields, m_letters, m_theme, m_withCaption,
                                                          m_captionText, m_description})
        m_form->setRowVisible(field, picture);
    m_form->setRowVisible(m_dpi, pixels);
    m_form->setRowVisible(m_transparent, canBeTransparent);
    m_form->setRowVisible(m_svgText, chosen.contains(QStringLiteral("svg")));
    for (QWidget* field : {m_span, static_cast<QWidget*>(m_framesPerSecond), static_cast<QWidget*>(m_loops)})
        m_form->setRowVisible(field, animated);
    describe();
}

void ExportForm::describe()
{
    const double millimeters = kMillimetersPerInch / kScreenDpi;
    const QSize pixels = pixelSize({m_width->value(), m_height->value()}, m_dpi->value());
    QString text = any(FormatKind::Pixels) || any(FormatKind::Animation)
                       ? tr("%1 × %2 pixels").arg(pixels.width()).arg(pixels.height())
                       : tr("sharp at any size");
    if (any(FormatKind::Animation)) {
        const auto between = [this](std::int64_t step) {
            return step >= m_firstStep->value() && step <= m_lastStep->value();
        };
        const auto count = std::max<qint64>(1, std::count_if(m_steps.begin(), m_steps.end(), between));
        const double seconds = static_cast<double>(count) / m_framesPerSecond->value();
        text += QStringLiteral(" · ") + tr("%1 pictures, %2 seconds").arg(countText(count), readableNumber(seconds, 2));
    } else {
        text += QStringLiteral(" · ") + tr("%1 × %2 mm in print")
                                            .arg(qRound(m_width->value() * millimeters))
                                            .arg(qRound(m_height->value() * millimeters));
    }
    m_description->setText(text);
}

ExportRequest ExportForm::request() const
{
    ExportRequest request;
    request.card = card();
    FigureOptions& options = request.options;
    options.formats = formats();
    options.size = {m_width->value(), m_height->value()};
    options.dpi = m_dpi->value();
    options.theme = Theme::kindOf(m_theme->currentData().toString());
    options.caption = m_withCaption->isChecked();
    // Left as it was made, it goes on to follow the settings.
    options.captionText = m_captionText->text() == m_caption ? QString() : m_captionText->text();
    options.transparent = m_transparent->isChecked() && m_form->isRowVisible(m_transparent);
    options.textSize = m_letters->value() * kScreenDpi / kPointsPerInch;
    options.textAsOutlines = m_svgText->currentIndex() == 0;
    options.view = m_view;
    // The ends of the run are meant as such, also when it has gone on.
    if (m_firstStep->value() > m_firstStep->minimum())
        request.firstStep = m_firstStep->value();
    if (m_lastStep->value() < m_lastStep->maximum())
        request.lastStep = m_lastStep->value();
    request.timing = {static_cast<double>(m_framesPerSecond->value()), m_loops->isChecked()};
    return request;
}

} // namespace ui
