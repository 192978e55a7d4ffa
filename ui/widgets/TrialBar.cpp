// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TrialBar.h"

#include "ui/base/NumberText.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <cmath>

namespace ui
{

namespace
{

/// The share of the run's loss below which, and above whose inverse, one speaks of a difference.
constexpr double kClearlyLower = 0.9;

} // namespace

TrialBar::TrialBar(QWidget* parent)
    : QFrame(parent)
    , m_sentence(new ElidedLabel)
    , m_adopt(new QPushButton(tr("Take it over")))
    , m_stop(new QPushButton(tr("Leave it")))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Trial of a cure"));
    m_adopt->setProperty("primary", true);
    m_adopt->setToolTip(tr("The cure becomes the experiment; Undo brings the old one back."));
    m_stop->setToolTip(tr("Ends the trial; nothing of the experiment has changed."));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_adopt);
    row->addWidget(m_stop);
    connect(m_adopt, &QPushButton::clicked, this, &TrialBar::adopted);
    connect(m_stop, &QPushButton::clicked, this, &TrialBar::stopped);
    hide();
}

void TrialBar::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_sentence->setFont(themeFont(13 * theme.textScale));
    m_sentence->setColor(theme.text);
}

QString TrialBar::sentence() const
{
    return accessibleDescription();
}

void TrialBar::say(const QString& sentence, const QColor& color)
{
    if (accessibleDescription() != sentence) {
        m_sentence->setText(sentence);
        setAccessibleDescription(sentence);
    }
    m_sentence->setColor(color);
    setVisible(true);
}

void TrialBar::showFault(const QString& name, const QString& reason)
{
    m_adopt->setEnabled(false);
    say(tr("“%1” cannot be tried. %2").arg(name, reason), m_theme->alarm);
}

void TrialBar::show(const QString& name, const std::optional<TrialScore>& score, bool hasEnded)
{
    m_adopt->setEnabled(true);
    if (!score) {
        say(tr("“%1” is being tried beside this run, from the same seed …").arg(name), m_theme->text);
        return;
    }
    const auto result = [](const TrialScore::At& at) {
        const QString loss = readableNumber(at.loss);
        return at.accuracy ? tr("%1 (%2 right)").arg(loss, percentText(*at.accuracy)) : loss;
    };
    const QString numbers = tr("after %1 steps its loss is %2, instead of %3.")
                                .arg(countText(score->own.step), result(score->trial), result(score->own));
    const bool helps = score->trial.loss < kClearlyLower * score->own.loss ||
                       (std::isfinite(score->trial.loss) && !std::isfinite(score->own.loss));
    const bool harms = score->own.loss < kClearlyLower * score->trial.loss || !std::isfinite(score->trial.loss);
    const QString verdict = score->own.step == 0 ? QString()
                            : helps              ? tr("“%1” helps:")
                            : harms              ? tr("“%1” makes it worse:")
                                                 : tr("“%1” makes no difference so far:");
    const QString start = verdict.isEmpty() ? tr("“%1” is being tried:") : verdict;
    QString sentence = QStringLiteral("%1 %2").arg(start.arg(name), numbers);
    if (hasEnded && score->last.step > score->trial.step)
        sentence += QLatin1Char(' ') +
                    tr("It ends at %1 after %2 steps.").arg(result(score->last), countText(score->last.step));
    say(sentence, helps ? m_theme->healthy : harms ? m_theme->alarm : m_theme->text);
}

} // namespace ui
