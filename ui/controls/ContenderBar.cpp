// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/ContenderBar.h"

#include "core/train/ConfigFields.h"
#include "core/train/Lineup.h"
#include "ui/base/ContenderLook.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/controls/ChoiceEditor.h"
#include "ui/controls/FieldEditor.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/LineSample.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace ui
{

namespace
{

constexpr int kSampleWidth = 34;
constexpr int kLabelWidth = 150;
constexpr int kEditorWidth = 170;
constexpr int kNumberWidth = 74;

struct BarMeasure {
    const char* name;
    const char* help;
    bool isShare;
    std::optional<double> (*of)(const core::Snapshot& snapshot);
};
constexpr std::array kBarMeasures{
    BarMeasure{QT_TRANSLATE_NOOP("ui::ContenderBar", "loss"),
               QT_TRANSLATE_NOOP("ui::ContenderBar", "The loss on the training set"), false,
               [](const core::Snapshot& snapshot) { return std::optional(snapshot.train.loss); }},
    BarMeasure{QT_TRANSLATE_NOOP("ui::ContenderBar", "accuracy"),
               QT_TRANSLATE_NOOP("ui::ContenderBar",
                                 "The share of right answers on the test set, or on the training set if there is none"),
               true, [](const core::Snapshot& snapshot) { return snapshot.heldOut().accuracy; }},
    BarMeasure{QT_TRANSLATE_NOOP("ui::ContenderBar", "delta ratio"),
               QT_TRANSLATE_NOOP("ui::ContenderBar", "delta of layer 1 divided by delta of the last layer"), false,
               [](const core::Snapshot& snapshot) { return snapshot.deltaRatio; }},
    BarMeasure{QT_TRANSLATE_NOOP("ui::ContenderBar", "dead"),
               QT_TRANSLATE_NOOP("ui::ContenderBar", "The share of gradient-dead units in the worst layer"), true,
               [](const core::Snapshot& snapshot) {
                   return worstShare(snapshot, &core::LayerStatistics::gradientDeadFraction);
               }},
    BarMeasure{
        QT_TRANSLATE_NOOP("ui::ContenderBar", "saturated"),
        QT_TRANSLATE_NOOP("ui::ContenderBar", "The share of saturated values in the worst layer"), true,
        [](const core::Snapshot& snapshot) { return worstShare(snapshot, &core::LayerStatistics::saturatedFraction); }},
};
enum ContenderColumn {
    Sample,
    Label,
    Controls,
    FirstNumber,
    Remove = FirstNumber + static_cast<int>(kBarMeasures.size())
};

/// What can be changed of a contender in its row: its activation, and what else it differs in.
std::vector<core::Field> editableFields(const core::ExperimentConfig& first, const core::ExperimentConfig& own)
{
    const std::vector<core::Setting> differing = core::differences(first, own);
    std::vector<core::Field> fields;
    for (core::Field& field : core::configFields(own)) {
        const bool differs = std::any_of(differing.begin(), differing.end(),
                                         [&](const core::Setting& setting) { return setting.key == field.path; });
        const bool isMeant = std::string_view(field.path).starts_with(kActivationPrefix) || differs;
        if (isMeant && FieldEditor::canEdit(field))
            fields.push_back(std::move(field));
    }
    return fields;
}

} // namespace

ContenderBar::ContenderBar(QWidget* parent)
    : QFrame(parent)
    , m_grid(new QGridLayout(this))
    , m_add(new QToolButton)
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Runs side by side"));
    m_grid->setContentsMargins(12, 6, 8, 6);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(Controls, 1);
    m_add->setText(tr("Compare with …"));
    m_add->setToolTip(tr("Another run beside these, from the same seed and with the same data"));
    m_grid->addWidget(m_add, 0, Controls, 2, 1, Qt::AlignLeft | Qt::AlignVCenter);
    for (std::size_t column = 0; column < kBarMeasures.size(); ++column) {
        auto* head = new QLabel(tr(kBarMeasures.at(column).name));
        head->setToolTip(tr(kBarMeasures.at(column).help));
        head->setObjectName(QStringLiteral("mutedText"));
        m_grid->addWidget(head, 0, FirstNumber + static_cast<int>(column), Qt::AlignRight);
    }
    connect(m_add, &QToolButton::clicked, this, &ContenderBar::addWanted);
    hide();
}

ContenderBar::Row ContenderBar::makeRow(int line)
{
    Row made;
    made.sample = new LineSample(kSampleWidth);
    made.label = new ElidedLabel;
    made.label->setFixedWidth(kLabelWidth);
    m_grid->addWidget(made.sample, line, Sample);
    m_grid->addWidget(made.label, line, Label);
    for (std::size_t column = 0; column < made.numbers.size(); ++column) {
        auto* number = new QLabel;
        number->setObjectName(QStringLiteral("valueText"));
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        number->setMinimumWidth(kNumberWidth);
        number->setToolTip(tr(kBarMeasures.at(column).help));
        made.numbers.at(column) = number;
        m_grid->addWidget(number, line, FirstNumber + static_cast<int>(column));
    }
    if (line == 1)
        return made; // beside the run that is watched stands what adds another
    made.controls = new QWidget;
    made.controlLine = new QHBoxLayout(made.controls);
    made.controlLine->setContentsMargins(0, 0, 0, 0);
    made.controlLine->setSpacing(12);
    made.controlLine->addStretch(1);
    m_grid->addWidget(made.controls, line, Controls);
    made.remove = new QToolButton;
    made.remove->setText(QStringLiteral("✕"));
    made.remove->setProperty("quiet", true);
    made.remove->setToolTip(tr("No longer compare with this one"));
    m_grid->addWidget(made.remove, line, Remove);
    connect(made.remove, &QToolButton::clicked, this, [this, index = line - 2] { emit removed(index); });
    return made;
}

void ContenderBar::setRowCount(std::size_t count)
{
    while (m_rows.size() > count) {
        const Row& gone = m_rows.back();
        for (QWidget* widget : {static_cast<QWidget*>(gone.sample), static_cast<QWidget*>(gone.label), gone.controls,
                                static_cast<QWidget*>(gone.remove)}) // the first row has neither controls nor a button
            if (widget) {
                widget->hide();
                widget->deleteLater(); // it may be its own button that was pressed
            }
        for (QLabel* number : gone.numbers)
            delete number;
        m_rows.pop_back();
    }
    while (m_rows.size() < count) {
        m_rows.push_back(makeRow(static_cast<int>(m_rows.size()) + 1));
        styleRow(m_rows.back());
    }
}

void ContenderBar::showContenders(const FrameData& frame, const QStringList& faults)
{
    setVisible(!frame.contenders.empty());
    m_add->setEnabled(frame.contenders.size() < core::Lineup::kMostCompanions);
    setRowCount(frame.contenders.empty() ? 0 : frame.contenders.size() + 1);
    if (frame.contenders.empty())
        return;
    m_rows.front().label->setText(watchedTitle(frame.activation()));
    for (std::size_t at = 0; at < frame.contenders.size(); ++at) {
        const Contender& contender = frame.contenders[at];
        const QString fault = faults.value(static_cast<qsizetype>(at));
        Row& shown = m_rows[at + 1];
        shown.place = contender.place;
        shown.label->setText(contender.label);
        shown.label->setToolTip(fault.isEmpty() ? contender.label : fault);
        shown.remove->setAccessibleName(tr("No longer compare with %1").arg(contender.label));
        showControls(static_cast<int>(at), frame.config, *contender.config);
        styleRow(shown);
        if (!fault.isEmpty())
            shown.label->setText(tr("%1: cannot run. %2").arg(contender.label, fault));
    }
    showNumbers(frame);
}

void ContenderBar::showControls(int index, const core::ExperimentConfig& first, const core::ExperimentConfig& own)
{
    Row& shown = m_rows.at(static_cast<std::size_t>(index) + 1);
    const std::vector<core::Field> fields = editableFields(first, own);
    std::vector<FieldEditor*> editors;
    for (const core::Field& field : fields) {
        FieldEditor* there = editor(index, field.path);
        editors.push_back(there ? there : makeEditor(index, field));
    }
    for (FieldEditor* before : shown.editors)
        if (std::find(editors.begin(), editors.end(), before) == editors.end()) {
            before->hide();
            before->deleteLater(); // it may be the one that is being used
        }
    for (std::size_t at = 0; at < editors.size(); ++at)
        shown.controlLine->insertWidget(static_cast<int>(at), editors[at]);
    shown.editors = std::move(editors);
    for (std::size_t at = 0; at < fields.size(); ++at)
        shown.editors[at]->showField(fields[at], fields[at].get(own));
}

FieldEditor* ContenderBar::makeEditor(int index, const core::Field& field)
{
    FieldEditor* made = FieldEditor::make(field, row(index).controls);
    if (auto* choice = qobject_cast<ChoiceEditor*>(made))
        choice->setCompact();
    made->setFixedWidth(kEditorWidth);
    made->show();
    connect(made, &FieldEditor::edited, this,
            [this, index](const core::Setting& setting) { emit edited(index, setting); });
    connect(made, &FieldEditor::editingFinished, this, &ContenderBar::editingFinished);
    return made;
}

void ContenderBar::showNumbers(const FrameData& frame)
{
    if (m_rows.size() != frame.contenders.size() + 1)
        return;
    showScores(m_rows.front(), &frame.snapshot);
    for (std::size_t at = 0; at < frame.contenders.size(); ++at)
        showScores(m_rows[at + 1], frame.contenders[at].snapshot);
}

void ContenderBar::showScores(const Row& shown, const core::Snapshot* snapshot)
{
    for (std::size_t column = 0; column < kBarMeasures.size(); ++column) {
        const std::optional<double> value = snapshot ? kBarMeasures.at(column).of(*snapshot) : std::nullopt;
        const bool isShare = kBarMeasures.at(column).isShare;
        shown.numbers.at(column)->setText(!value    ? QStringLiteral("–")
                                          : isShare ? percentText(*value)
                                                    : readableNumber(*value));
    }
    if (snapshot && snapshot->divergence)
        shown.numbers.front()->setText(tr("diverged"));
}

QString ContenderBar::label(int index) const
{
    return row(index).label->text();
}

QStringList ContenderBar::numbers(int index) const
{
    QStringList texts;
    for (const QLabel* number : row(index).numbers)
        texts << number->text();
    return texts;
}

FieldEditor* ContenderBar::editor(int index, const std::string& path) const
{
    const std::vector<FieldEditor*>& editors = row(index).editors;
    const auto found =
        std::find_if(editors.begin(), editors.end(), [&](const FieldEditor* editor) { return editor->path() == path; });
    return found == editors.end() ? nullptr : *found;
}

void ContenderBar::styleRow(const Row& shown)
{
    shown.sample->setPen(shown.place < 0 ? QPen(m_theme->series[0], 2.4 * m_theme->lineScale)
                                         : contenderPen(*m_theme, shown.place, 2.4 * m_theme->lineScale));
    shown.label->setFont(themeFont(13 * m_theme->textScale));
    shown.label->setColor(m_theme->text);
}

void ContenderBar::setTheme(const Theme& theme)
{
    m_theme = &theme;
    for (const Row& each : m_rows)
        styleRow(each);
}

} // namespace ui
