// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/PhaseMapDialog.h"

#include "ui/base/FaultWords.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/dialogs/PhaseAxisRow.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <utility>

namespace ui
{

namespace
{

constexpr int kMostMapSteps = 1'000'000;

QSpinBox* box(int lowest, int highest, const QString& suffix = {})
{
    auto* made = new QSpinBox;
    made->setRange(lowest, highest);
    made->setSuffix(suffix);
    return made;
}

} // namespace

PhaseMapDialog::PhaseMapDialog(core::ExperimentConfig config, const std::optional<PhaseQuestion>& before,
                               QWidget* parent)
    : QDialog(parent)
    , m_config(std::move(config))
    , m_fields(core::phaseFields(m_config))
    , m_steps(box(1, kMostMapSteps))
    , m_seed(box(0, std::numeric_limits<int>::max()))
    , m_goal(box(1, kPercent, QStringLiteral(" %")))
    , m_sentence(new QLabel)
{
    setWindowTitle(tr("Phase map"));
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(22, 18, 22, 14);
    page->setSpacing(12);
    auto* intro = new QLabel(tr("A network of the present experiment is trained for every pair of values of two of its "
                                "settings, behind the run that is watched."));
    intro->setWordWrap(true);
    page->addWidget(intro);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    const QStringList heads{QString(), tr("setting"), tr("from"), tr("to"), tr("values"), tr("spread")};
    for (int column = 1; column < heads.size(); ++column)
        grid->addWidget(new QLabel(heads[column]), 0, column);
    m_across = new PhaseAxisRow(tr("From left to right"), m_fields, false, grid, 1, this);
    m_up = new PhaseAxisRow(tr("From bottom to top"), m_fields, false, grid, 2, this);
    m_pages = new PhaseAxisRow(tr("To flip through"), m_fields, true, grid, 3, this);
    grid->setColumnStretch(1, 1);
    page->addLayout(grid);
    auto* form = new QFormLayout;
    form->addRow(tr("Steps of each run"), m_steps);
    form->addRow(fieldLabel("seed"), m_seed);
    form->addRow(tr("Learned from an accuracy of"), m_goal);
    m_goal->setToolTip(tr("Of the training set. Without classes: the share of the loss of answering 0 to everything "
                          "that must be gone."));
    page->addLayout(form);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    page->addWidget(m_sentence);
    auto* buttons = new QDialogButtonBox;
    m_begin = buttons->addButton(tr("Begin"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    page->addWidget(buttons);
    fill(before);
    for (const PhaseAxisRow* row : {m_across, m_up, m_pages})
        connect(row, &PhaseAxisRow::edited, this, &PhaseMapDialog::look);
    for (const QSpinBox* each : {m_steps, m_seed, m_goal})
        connect(each, &QSpinBox::valueChanged, this, &PhaseMapDialog::look);
    look();
}

void PhaseMapDialog::fill(const std::optional<PhaseQuestion>& before)
{
    PhaseQuestion question = before.value_or(PhaseQuestion());
    const auto [across, up] = core::usualSpans(m_config);
    // The experiment may have been changed to one that has no such setting.
    const auto isHere = [this](const core::PhaseSpan& span) { return core::findField(m_fields, span.key) != nullptr; };
    if (!before || !isHere(question.across) || !isHere(question.up)) {
        question.across = across;
        question.up = up;
    }
    if (question.pages && !isHere(*question.pages))
        question.pages.reset();
    m_across->setSpan(question.across);
    m_up->setSpan(question.up);
    m_pages->setSpan(question.pages);
    m_steps->setValue(static_cast<int>(question.steps));
    m_seed->setValue(static_cast<int>(std::min<std::int64_t>(m_config.seed, std::numeric_limits<int>::max())));
    m_goal->setValue(static_cast<int>(question.goal.accuracy * kPercent + 0.5));
}

PhaseQuestion PhaseMapDialog::question() const
{
    PhaseQuestion question;
    question.across = m_across->span().value_or(core::PhaseSpan());
    question.up = m_up->span().value_or(core::PhaseSpan());
    question.pages = m_pages->span();
    question.steps = m_steps->value();
    question.goal.accuracy = static_cast<double>(m_goal->value()) / kPercent;
    question.goal.lossShare = static_cast<double>(kPercent - m_goal->value()) / kPercent;
    return question;
}

QString PhaseMapDialog::faultOf(const core::PhasePlan& plan) const
{
    std::vector<std::string> keys{plan.across.key, plan.up.key};
    if (plan.pages)
        keys.push_back(plan.pages->key);
    std::sort(keys.begin(), keys.end());
    if (const auto twice = std::adjacent_find(keys.begin(), keys.end()); twice != keys.end())
        return tr("%1 is chosen twice: choose another setting in one of the places.").arg(fieldLabel(*twice));
    if (plan.size() > core::kMostPhaseRuns)
        return tr("These are %1 runs, and a map has at most %2: choose fewer values.")
            .arg(countText(static_cast<qint64>(plan.size())), countText(static_cast<qint64>(core::kMostPhaseRuns)));
    return joinedSentences(faultTexts(core::faultsAtCorners(plan)));
}

void PhaseMapDialog::look()
{
    m_wish.reset();
    QString fault;
    for (const PhaseAxisRow* row : {m_across, m_up, m_pages})
        if (fault.isEmpty())
            fault = row->fault();
    if (fault.isEmpty()) {
        core::PhasePlan plan{core::phaseBase(m_config, m_seed->value(), m_steps->value()), *m_across->axis(),
                             *m_up->axis(), m_pages->axis()};
        fault = faultOf(plan);
        if (fault.isEmpty())
            m_wish = PhaseWish{std::move(plan), question().goal};
    }
    m_begin->setEnabled(m_wish.has_value());
    m_begin->setDefault(m_wish.has_value());
    const auto runs = m_wish ? static_cast<qint64>(m_wish->plan.size()) : 0;
    m_sentence->setText(m_wish ? tr("%1 runs of %2 steps each.").arg(countText(runs), countText(m_steps->value()))
                               : fault);
    const QString name = m_wish ? QString() : QStringLiteral("faultText");
    if (m_sentence->objectName() == name)
        return;
    m_sentence->setObjectName(name);
    m_sentence->style()->unpolish(m_sentence);
    m_sentence->style()->polish(m_sentence);
}

std::optional<PhaseWish> PhaseMapDialog::wish() const
{
    return m_wish;
}

} // namespace ui
