// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ExportForm that makes its rows and connects them.
#include "ui/dialogs/ExportForm.h"
#include "ui/dialogs/SizePresets.h"
#include "ui/panels/ExportFormats.h"
#include "ui/widgets/FigureExport.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace ui
{

namespace
{

constexpr int kLeastSide = 100;
constexpr int kMostSide = 8000;
constexpr int kLeastDpi = 48;
constexpr int kMostDpi = 1200;
constexpr int kMostLetterPoints = 96;
constexpr int kMostFrames = 60;

QSpinBox* makeSpinBox(int minimum, int maximum, int value, const QString& name)
{
    auto* box = new QSpinBox;
    box->setLocale(QLocale::c());
    box->setRange(minimum, maximum);
    box->setValue(value);
    box->setAccessibleName(name);
    return box;
}

/// Fields side by side in one row of the form.
QWidget* inOneRow(std::initializer_list<QWidget*> fields)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget* field : fields)
        layout->addWidget(field);
    layout->addStretch(1);
    return row;
}

int clampedStep(std::int64_t step)
{
    return static_cast<int>(std::clamp<std::int64_t>(step, 0, std::numeric_limits<int>::max()));
}

} // namespace

void ExportForm::addRow(const QString& label, QWidget* field, QWidget* buddy)
{
    m_form->addRow(label, field);
    if (auto* words = qobject_cast<QLabel*>(m_form->labelForField(field)); words && buddy)
        words->setBuddy(buddy);
}

void ExportForm::makeTargetRows(const QStringList& cardTitles, const ExportRequest& proposal)
{
    m_card = new QComboBox;
    m_card->setAccessibleName(tr("Figure"));
    m_card->addItem(tr("Whole dashboard"), kWholeDashboard);
    for (int card = 0; card < static_cast<int>(cardTitles.size()); ++card)
        m_card->addItem(cardTitles[card], card);
    m_card->addItem(tr("All cards, each in its own file"), kEveryCard);
    m_card->setCurrentIndex(std::max(0, m_card->findData(proposal.card)));
    m_format = new QComboBox;
    m_format->setAccessibleName(tr("Format"));
    m_format->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_format->setMinimumContentsLength(24);
    fillFormats(proposal.options.formats.value(0));
    m_formatBoxes = new QWidget;
    auto* boxes = new QHBoxLayout(m_formatBoxes);
    boxes->setContentsMargins(0, 3, 0, 3);
    boxes->setSpacing(12);
    for (const ExportFormat& format : exportFormats()) {
        QCheckBox* box = nullptr;
        if (formatFits(format.idText(), kEveryCard)) {
            box = new QCheckBox(format.shortName());
            box->setToolTip(format.translatedName());
            box->setChecked(proposal.options.formats.contains(format.idText()));
            boxes->addWidget(box);
        }
        m_formatChecks.push_back(box);
    }
    boxes->addStretch(1);
    addRow(tr("&Figure"), m_card, m_card);
    addRow(tr("For&mat"), m_format, m_format);
    addRow(tr("For&mats"), m_formatBoxes, m_formatChecks.front());
}

void ExportForm::makeSizeRows(const ExportRequest& proposal)
{
    const FigureOptions& options = proposal.options;
    m_sizePreset = new QComboBox;
    m_sizePreset->setAccessibleName(tr("Size"));
    for (const SizePreset& preset : sizePresets())
        m_sizePreset->addItem(preset.translatedName(), preset.size);
    m_sizePreset->addItem(tr("Other"));
    m_width = makeSpinBox(kLeastSide, kMostSide, options.size.width(), tr("Width in pixels"));
    m_height = makeSpinBox(kLeastSide, kMostSide, options.size.height(), tr("Height in pixels"));
    m_dpi = makeSpinBox(kLeastDpi, kMostDpi, options.dpi, tr("Dots per inch"));
    m_sizeFields = inOneRow({m_width, new QLabel(QStringLiteral("×")), m_height});
    m_description = new QLabel;
    m_description->setObjectName(QStringLiteral("mutedText"));
    addRow(tr("Si&ze"), m_sizePreset, m_sizePreset);
    addRow(tr("&Width × height"), m_sizeFields, m_width);
    addRow(tr("&Dots per inch"), m_dpi, m_dpi);
    m_form->addRow(QString(), m_description);
    showPresetOfSize();
}

void ExportForm::makeLookRows(const ExportRequest& proposal)
{
    const FigureOptions& options = proposal.options;
    m_letters =
        makeSpinBox(0, kMostLetterPoints, static_cast<int>(std::lround(options.textSize * kPointsPerInch / kScreenDpi)),
                    tr("Size of letters in points"));
    m_letters->setSpecialValueText(tr("automatic"));
    m_letters->setSuffix(tr(" pt"));
    m_letters->setToolTip(tr("Automatic: in proportion to the figure. Papers often ask for 7 to 9 points."));
    m_theme = new QComboBox;
    m_theme->setAccessibleName(tr("Theme"));
    for (const QString& id : Theme::ids())
        m_theme->addItem(Theme::name(Theme::kindOf(id)), id);
    m_theme->setCurrentIndex(m_theme->findData(Theme::of(options.theme).id()));
    m_transparent = new QCheckBox(tr("Without background"));
    m_transparent->setChecked(options.transparent);
    m_transparent->setToolTip(tr("The paper or slide behind the figure shows through."));
    m_svgText = new QComboBox;
    m_svgText->setAccessibleName(tr("Text in SVG"));
    m_svgText->addItem(tr("as outlines: the same everywhere"));
    m_svgText->addItem(tr("as text: can be edited"));
    m_svgText->setCurrentIndex(options.textAsOutlines ? 0 : 1);
    m_withCaption = new QCheckBox(tr("A line below with the settings"));
    m_withCaption->setChecked(options.caption);
    m_captionText = new QLineEdit(options.captionText.isEmpty() ? m_caption : options.captionText);
    m_captionText->setAccessibleName(tr("Text of the caption"));
    m_captionText->setCursorPosition(0);
    m_captionText->setEnabled(options.caption);
    addRow(tr("&Letters"), m_letters, m_letters);
    addRow(tr("&Theme"), m_theme, m_theme);
    addRow(tr("&Background"), m_transparent, m_transparent);
    addRow(tr("Te&xt in SVG"), m_svgText, m_svgText);
    addRow(tr("&Caption"), m_withCaption, m_withCaption);
    m_form->addRow(QString(), m_captionText);
}

void ExportForm::makeAnimationRows(const ExportRequest& proposal)
{
    const int first = clampedStep(m_steps.empty() ? 0 : m_steps.front());
    const int last = clampedStep(m_steps.empty() ? 0 : m_steps.back());
    m_firstStep = makeSpinBox(first, last, clampedStep(proposal.firstStep), tr("First step"));
    m_lastStep = makeSpinBox(first, last, clampedStep(proposal.lastStep), tr("Last step"));
    m_span = inOneRow({m_firstStep, new QLabel(QStringLiteral("…")), m_lastStep});
    m_framesPerSecond = makeSpinBox(1, kMostFrames, static_cast<int>(std::lround(proposal.timing.framesPerSecond)),
                                    tr("Pictures a second"));
    m_loops = new QCheckBox(tr("Again and again"));
    m_loops->setChecked(proposal.timing.loops);
    addRow(tr("&Steps"), m_span, m_firstStep);
    addRow(tr("&Pictures a second"), m_framesPerSecond, m_framesPerSecond);
    addRow(tr("&Repeat"), m_loops, m_loops);
}

void ExportForm::connectFields()
{
    connect(m_card, &QComboBox::activated, this, [this] {
        fillFormats(m_format->currentData().toString());
        showFittingRows();
        emit targetEdited();
    });
    connect(m_format, &QComboBox::activated, this, [this] {
        showFittingRows();
        emit targetEdited();
    });
    for (QCheckBox* box : m_formatChecks)
        if (box)
            connect(box, &QCheckBox::toggled, this, [this] {
                showFittingRows();
                emit targetEdited();
            });
    connect(m_sizePreset, &QComboBox::activated, this, &ExportForm::choosePreset);
    for (QSpinBox* box : {m_width, m_height})
        connect(box, &QSpinBox::valueChanged, this, &ExportForm::showPresetOfSize);
    connect(m_withCaption, &QCheckBox::toggled, m_captionText, &QWidget::setEnabled);
    for (QSpinBox* box : {m_width, m_height, m_dpi, m_letters, m_firstStep, m_lastStep, m_framesPerSecond})
        connect(box, &QSpinBox::valueChanged, this, &ExportForm::describe);
    for (QSpinBox* box : {m_width, m_height, m_letters, m_firstStep, m_lastStep, m_framesPerSecond})
        connect(box, &QSpinBox::valueChanged, this, &ExportForm::pictureEdited);
    for (QCheckBox* box : {m_withCaption, m_transparent})
        connect(box, &QCheckBox::toggled, this, &ExportForm::pictureEdited);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &ExportForm::pictureEdited);
    connect(m_captionText, &QLineEdit::textChanged, this, &ExportForm::pictureEdited);
    // The span cannot be turned round.
    connect(m_firstStep, &QSpinBox::valueChanged, this,
            [this](int step) { m_lastStep->setValue(std::max(step, m_lastStep->value())); });
    connect(m_lastStep, &QSpinBox::valueChanged, this,
            [this](int step) { m_firstStep->setValue(std::min(step, m_firstStep->value())); });
}

} // namespace ui
