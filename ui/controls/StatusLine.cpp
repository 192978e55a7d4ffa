// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/StatusLine.h"

#include "ui/base/NumberText.h"

#include <QLabel>

#include <algorithm>
#include <cmath>

namespace ui
{

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_sentence(new QLabel(this))
{
    setSizeGripEnabled(false);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setContentsMargins(8, 2, 8, 2);
    // A long title must not keep the window from being made narrow.
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_sentence, 1);
    setExperiment(QString(), false);
}

void StatusLine::setExperiment(const QString& title, bool varied)
{
    if (title.isEmpty())
        m_experiment = tr("your experiment");
    else
        m_experiment = varied ? tr("a variation of “%1”").arg(title) : tr("“%1”").arg(title);
}

void StatusLine::showRun(const core::Snapshot* snapshot, bool playing, double stepsPerSecond)
{
    if (!snapshot) {
        m_sentence->setText(tr("Building the network for %1 …").arg(m_experiment));
        return;
    }
    if (snapshot->status == core::RunStatus::Diverged)
        m_sentence->setText(divergence(*snapshot));
    else if (playing && stepsPerSecond > 0)
        m_sentence->setText(
            tr("Training %1 · %2 · %3 steps a second")
                .arg(m_experiment, place(*snapshot), countText(std::llround(std::max(stepsPerSecond, 1.0)))));
    else if (playing)
        m_sentence->setText(tr("Training %1 · %2").arg(m_experiment, place(*snapshot)));
    else if (snapshot->status == core::RunStatus::Done)
        m_sentence->setText(
            tr("Done: %1 has made its %2 steps. Press Play to go on.").arg(m_experiment, countText(snapshot->step)));
    else
        m_sentence->setText(tr("Paused: %1 · %2. Press Play to go on, or Step for a single update.")
                                .arg(m_experiment, place(*snapshot)));
}

void StatusLine::showMoment(std::int64_t step, std::int64_t newest, bool playing)
{
    const QString words = playing
                              ? tr("Looking at step %1, while training goes on at step %2. Press End to return to now.")
                              : tr("Looking at step %1 of %2. Press End to return to now.");
    m_sentence->setText(words.arg(countText(step), countText(newest)));
}

QString StatusLine::place(const core::Snapshot& snapshot) const
{
    return tr("step %1 · epoch %2").arg(countText(snapshot.step), countText(std::llround(std::floor(snapshot.epoch))));
}

QString StatusLine::divergence(const core::Snapshot& snapshot) const
{
    if (!snapshot.divergence)
        return tr("The run has diverged. Lower the learning rate or the gain, or press Restart.");
    const auto name = [&]() -> QString {
        switch (snapshot.divergence->quantity) {
        case core::Quantity::Z:
            return tr("z");
        case core::Quantity::Loss:
            return tr("the loss");
        case core::Quantity::Delta:
            return tr("delta");
        case core::Quantity::Parameter:
            return tr("a weight");
        }
        return {};
    };
    const bool hidden = snapshot.divergence->layer <= static_cast<int>(snapshot.layers.size());
    const QString where = hidden ? tr("in layer %1").arg(snapshot.divergence->layer) : tr("in the output layer");
    return tr("Diverged at step %1: %2 %3 has become infinite or is no number any more. Lower the learning rate or the "
              "gain, or press Restart.")
        .arg(countText(snapshot.divergence->step), name(), where);
}

QString StatusLine::sentence() const
{
    return m_sentence->text();
}

} // namespace ui
