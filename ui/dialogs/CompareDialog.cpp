// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CompareDialog.h"

#include "core/train/Lineup.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Words.h"
#include "ui/dialogs/AxisEditor.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

namespace
{

std::vector<core::Field> fieldsThatMayDiffer(const core::ExperimentConfig& base)
{
    std::vector<core::Field> fields = variableFields(base);
    std::erase_if(fields, [](const core::Field& field) { return !core::mayDiffer(field.path); });
    return fields;
}

} // namespace

CompareDialog::CompareDialog(const core::ExperimentConfig& base, std::size_t room, QWidget* parent)
    : QDialog(parent)
    , m_base(base)
    , m_room(room)
    , m_axis(new AxisEditor(base, kActivationKind, fieldsThatMayDiffer(base)))
    , m_sentence(new QLabel)
{
    setWindowTitle(tr("Compare with …"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(22, 18, 22, 14);
    page->setSpacing(12);
    auto* intro =
        new QLabel(tr("Another run trains beside the one in the window, step by step: the same seed, data and "
                      "mini-batches, another value of one setting. All begin anew, so that they are at the "
                      "same step."));
    intro->setWordWrap(true);
    intro->setObjectName(QStringLiteral("mutedText"));
    page->addWidget(intro);
    page->addWidget(m_axis);
    m_sentence->setWordWrap(true);
    page->addWidget(m_sentence);
    auto* buttons = new QDialogButtonBox;
    m_begin = buttons->addButton(tr("Compare"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    page->addWidget(buttons);
    connect(m_axis, &AxisEditor::edited, this, &CompareDialog::followKey);
    followKey();
    m_axis->focusValues();
}

void CompareDialog::followKey()
{
    // Nothing is proposed: a lecture that compares has something in mind.
    if (m_key != m_axis->key()) {
        m_key = m_axis->key();
        m_axis->setValues({});
    }
    check();
}

QString CompareDialog::fault() const
{
    const core::Result<core::SweepAxis> axis = m_axis->axis();
    if (!axis)
        return tr("These are no numbers that this setting can have. Please type some, with commas between them.");
    if (axis.value().levels.size() > m_room)
        return m_room == 1 ? tr("There is room for one more run only.")
                           : tr("There is room for %1 more runs only.").arg(m_room);
    for (const core::SweepLevel& level : axis.value().levels)
        if (const auto config = core::companionOf(m_base, level.settings); !config)
            return joinedSentences(faultTexts(config.faults()));
    return {};
}

std::vector<std::vector<core::Setting>> CompareDialog::contenders() const
{
    std::vector<std::vector<core::Setting>> all;
    if (m_axis->values().isEmpty() || !fault().isEmpty())
        return all;
    const core::Result<core::SweepAxis> axis = m_axis->axis();
    for (const core::SweepLevel& level : axis.value().levels)
        all.push_back(level.settings);
    return all;
}

QString CompareDialog::sentence() const
{
    return m_sentence->text();
}

void CompareDialog::check()
{
    const bool isOpen = m_axis->values().isEmpty();
    const QString wrong = isOpen ? QString() : fault();
    if (isOpen)
        m_sentence->setText(tr("Tick what to compare with, or type numbers with commas between them."));
    else if (!wrong.isEmpty())
        m_sentence->setText(wrong);
    else
        m_sentence->setText(tr("Runs that will train beside this one: %1.").arg(contenders().size()));
    m_sentence->setObjectName(wrong.isEmpty() ? QStringLiteral("mutedText") : QStringLiteral("faultText"));
    m_sentence->style()->unpolish(m_sentence);
    m_sentence->style()->polish(m_sentence);
    m_begin->setEnabled(!isOpen && wrong.isEmpty());
}

} // namespace ui
