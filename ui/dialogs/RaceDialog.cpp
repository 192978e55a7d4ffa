// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/RaceDialog.h"

#include "ui/Race.h"
#include "ui/base/FaultWords.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/dialogs/AxisEditor.h"
#include "ui/report/ComparisonWords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui
{

namespace
{

constexpr int kNarrowest = 30; ///< of the list of comparisons, in letters
constexpr int kMostSeeds = 1000;
constexpr int kMostRaceSteps = 10'000'000;
constexpr std::size_t kMostRuns = 1000; ///< whose points are drawn anew while others come in
constexpr const char* kDepth = "network.depth";

QSpinBox* makeSpinBox(int most, const QString& name, const QString& help)
{
    auto* box = new QSpinBox;
    box->setRange(1, most);
    box->setGroupSeparatorShown(true);
    box->setAccessibleName(name);
    box->setToolTip(toolTipText(name, help));
    return box;
}

} // namespace

RaceDialog::RaceDialog(const RacePlan& proposal, const std::vector<ComparisonEntry>& ready, QWidget* parent)
    : QDialog(parent)
    , m_base(proposal.base)
    , m_ready(ready)
    , m_comparisons(new QComboBox)
    , m_varied(new QLabel)
    , m_choices(new QWidget)
    , m_axis(new AxisEditor(m_base, kActivationKind))
    , m_hasSecond(new QCheckBox(tr("and each of them with several values of")))
    , m_second(new AxisEditor(m_base, kDepth))
    , m_seeds(makeSpinBox(kMostSeeds, tr("Seeds"),
                          tr("Every contender runs once with each seed. One says nothing about chance; five show large "
                             "differences, ten or more small ones.")))
    , m_steps(makeSpinBox(kMostRaceSteps, tr("Steps"), tr("Mini-batch updates of every run.")))
    , m_accuracy(makeSpinBox(100, tr("Accuracy to be reached"),
                             tr("It is told after how many steps each run reached it, and how many never did.")))
    , m_sentence(new QLabel)
{
    setWindowTitle(tr("Race"));
    m_comparisons->addItem(tr("The experiment in the window"));
    for (const ComparisonEntry& entry : m_ready)
        m_comparisons->addItem(entry.title);
    makeRows();
    propose(proposal);
    connect(m_comparisons, &QComboBox::currentIndexChanged, this, &RaceDialog::chooseComparison);
    for (AxisEditor* axis : {m_axis, m_second})
        connect(axis, &AxisEditor::edited, this, &RaceDialog::check);
    for (QSpinBox* box : {m_seeds, m_steps, m_accuracy})
        connect(box, &QSpinBox::valueChanged, this, &RaceDialog::check);
    connect(m_hasSecond, &QCheckBox::toggled, this, [this](bool on) {
        m_second->setVisible(on);
        check();
    });
    check();
}

void RaceDialog::makeRows()
{
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(22, 18, 22, 14);
    page->setSpacing(12);
    auto* intro = new QLabel(tr("The experiment in the window races against itself, with other values of one setting. "
                                "Everything else is the same: data, random draws and mini-batches go by the seed."));
    intro->setWordWrap(true);
    intro->setObjectName(QStringLiteral("mutedText"));
    page->addWidget(intro);
    m_comparisons->setAccessibleName(tr("What is compared"));
    m_comparisons->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_comparisons->setMinimumContentsLength(kNarrowest);
    m_comparisons->setVisible(!m_ready.empty());
    page->addWidget(m_comparisons);
    m_varied->setWordWrap(true);
    m_varied->hide();
    page->addWidget(m_varied);
    auto* choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->addWidget(m_axis);
    choices->addWidget(m_hasSecond);
    choices->addWidget(m_second);
    m_second->setVisible(false);
    page->addWidget(m_choices);
    m_accuracy->setSuffix(QStringLiteral(" %"));
    auto* form = new QFormLayout;
    form->addRow(tr("Seeds"), m_seeds);
    form->addRow(tr("Steps"), m_steps);
    form->addRow(tr("Accuracy to be reached"), m_accuracy);
    page->addLayout(form);
    m_sentence->setWordWrap(true);
    page->addWidget(m_sentence);
    auto* buttons = new QDialogButtonBox;
    m_begin = buttons->addButton(tr("Begin the race"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    page->addWidget(buttons);
}

void RaceDialog::propose(const RacePlan& proposal)
{
    m_seeds->setValue(proposal.seeds);
    m_steps->setValue(static_cast<int>(std::min<std::int64_t>(proposal.base.training.steps, kMostRaceSteps)));
    m_accuracy->setValue(static_cast<int>(std::lround(kPercent * proposal.accuracy)));
    const std::array<AxisEditor*, 2> editors{m_axis, m_second};
    for (std::size_t at = 0; at < std::min(proposal.axes.size(), editors.size()); ++at) {
        editors.at(at)->setKey(proposal.axes[at].key);
        if (editors.at(at)->key() != proposal.axes[at].key)
            continue; // it cannot be varied in this experiment
        QStringList values;
        for (const core::SweepLevel& level : proposal.axes[at].levels)
            values << fromCore(level.text);
        editors.at(at)->setValues(values);
    }
    m_hasSecond->setChecked(proposal.axes.size() > 1);
    m_second->setVisible(m_hasSecond->isChecked());
}

const core::ComparisonPlan* RaceDialog::readyPlan() const
{
    const int row = m_comparisons->currentIndex();
    return row > 0 ? &m_ready[static_cast<std::size_t>(row - 1)].plan : nullptr;
}

/// "Activation: Sigmoid, Tanh" a line for each setting.
QString RaceDialog::describeReady(const core::ComparisonPlan& plan) const
{
    QStringList lines;
    for (const core::SweepAxis& axis : plan.axes) {
        QStringList values;
        for (const core::SweepLevel& level : axis.levels)
            values << valueName(axis.key, level.text);
        lines << tr("%1: %2").arg(fieldLabel(axis.key), values.join(tr(", ")));
    }
    return lines.join(QLatin1Char('\n'));
}

void RaceDialog::chooseComparison(int /*row*/)
{
    const core::ComparisonPlan* ready = readyPlan();
    m_choices->setVisible(!ready);
    m_varied->setVisible(ready);
    if (ready) {
        m_varied->setText(describeReady(*ready));
        m_seeds->setValue(static_cast<int>(ready->seeds.last - ready->seeds.first + 1));
        m_steps->setValue(static_cast<int>(std::min<std::int64_t>(ready->experiment.training.steps, kMostRaceSteps)));
        if (!ready->options.accuracies.empty())
            m_accuracy->setValue(static_cast<int>(std::lround(kPercent * ready->options.accuracies.front())));
    } else {
        m_steps->setValue(static_cast<int>(std::min<std::int64_t>(m_base.training.steps, kMostRaceSteps)));
    }
    adjustSize();
    check();
}

core::Result<RacePlan> RaceDialog::plan() const
{
    RacePlan plan;
    plan.seeds = m_seeds->value();
    plan.accuracy = static_cast<double>(m_accuracy->value()) / kPercent;
    if (const core::ComparisonPlan* ready = readyPlan()) {
        plan.title = ready->title;
        plan.base = ready->experiment;
        plan.base.training.steps = m_steps->value();
        plan.settings = ready->settings;
        plan.axes = ready->axes;
        plan.firstSeed = ready->seeds.first;
        return plan;
    }
    plan.base = m_base;
    plan.base.training.steps = m_steps->value();
    plan.firstSeed = m_base.seed;
    for (const AxisEditor* editor : {m_axis, m_second}) {
        if (editor == m_second && !m_hasSecond->isChecked())
            break;
        core::Result<core::SweepAxis> axis = editor->axis();
        if (!axis)
            return axis.faults();
        plan.axes.push_back(std::move(axis).value());
    }
    return plan;
}

QString RaceDialog::sentence() const
{
    return m_sentence->text();
}

void RaceDialog::check()
{
    const auto say = [this](const QString& text, bool isFault) {
        m_sentence->setText(text);
        m_sentence->setObjectName(isFault ? QStringLiteral("faultText") : QString());
        m_sentence->style()->unpolish(m_sentence);
        m_sentence->style()->polish(m_sentence);
        m_begin->setEnabled(!isFault);
    };
    const core::Result<RacePlan> wanted = plan();
    if (!wanted) {
        say(tr("Tick at least one kind, or type numbers with commas between them, each once."), true);
        return;
    }
    const RacePlan& race = wanted.value();
    if (race.axes.size() > 1 && race.axes[0].key == race.axes[1].key) {
        say(tr("The second setting is the same as the first: choose another."), true);
        return;
    }
    std::size_t contenders = 1;
    for (const core::SweepAxis& axis : race.axes)
        contenders *= axis.levels.size();
    const std::size_t runs = contenders * static_cast<std::size_t>(race.seeds);
    const auto number = [](std::size_t count) { return countText(static_cast<qint64>(count)); };
    if (runs > kMostRuns) {
        say(tr("That would be %1 runs. The window races at most %2; the command “sweep” has no such limit.")
                .arg(number(runs), number(kMostRuns)),
            true);
        return;
    }
    if (const auto combinations = Race::contenders(race); !combinations) {
        say(joinedSentences(faultTexts(combinations.faults())), true);
        return;
    }
    say(tr("%1 contenders with %2 seeds each: %3 runs of %4 steps.")
            .arg(number(contenders), number(static_cast<std::size_t>(race.seeds)), number(runs),
                 countText(race.base.training.steps)),
        false);
}

} // namespace ui
