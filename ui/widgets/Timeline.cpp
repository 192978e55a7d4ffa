// SPDX-License-Identifier: GPL-3.0-or-later
// How the timeline is used; what it looks like is in TimelinePicture.cpp.
#include "ui/widgets/Timeline.h"

#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/widgets/TimelineAccess.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyle>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <map>

namespace ui
{

namespace
{

constexpr int kPage = 10;           ///< moments
constexpr double kMarkReach = 0.75; ///< of a mark for the pointer, in units
constexpr int kMostChanges = 8;     ///< of changes in a tool tip

} // namespace

Timeline::Timeline(QWidget* parent)
    : QWidget(parent)
    , m_liveButton(new QToolButton(this))
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("The run from its first step to the newest. Left and Right go from moment to moment, "
                                "Home to the first one, End back to now."));
    TimelineAccess::install();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    m_liveButton->setText(tr("Live"));
    m_liveButton->setAccessibleName(tr("Back to now"));
    m_liveButton->setToolTip(
        toolTipText(tr("Live"), tr("Back from an earlier moment to the newest one. Training has gone on meanwhile if "
                                   "it was playing. Key: End")));
    m_liveButton->setFocusPolicy(Qt::TabFocus);
    connect(m_liveButton, &QToolButton::clicked, this, &Timeline::liveWanted);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(m_liveButton);
    setTheme(*m_theme);
}

void Timeline::setTheme(const Theme& theme)
{
    m_theme = &theme;
    const int margin = theme.scaled(10);
    layout()->setContentsMargins(margin, 1, margin, 0);
    setFixedHeight(sizeHint().height());
    showLive();
    update();
}

void Timeline::show(const FrameData& frame)
{
    takeLosses(frame.history);
    const bool wasLive = std::exchange(m_live, !frame.cursor.has_value());
    const std::int64_t before = std::exchange(m_step, frame.snapshot.step);
    m_loss = frame.snapshot.train.loss;
    m_changes = frame.snapshot.changes;
    m_lastStep = std::max(frame.history.lastStep(), frame.snapshot.step);
    m_track = placeOfTrack();
    setCursor(isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    if (wasLive != m_live)
        showLive();
    // While training runs, the newest step is no news to be read out sixty times a second.
    if (QAccessible::isActive() && (wasLive != m_live || (!m_live && before != m_step))) {
        QAccessibleValueChangeEvent event(this, static_cast<double>(m_step));
        QAccessible::updateAccessibility(&event);
    }
    update();
}

void Timeline::takeLosses(const core::History& history)
{
    if (history.revision() == m_revision && !m_losses.empty())
        return;
    m_revision = history.revision();
    m_losses.clear();
    for (const core::EvaluationRecord& record : history.evaluations())
        m_losses.push_back({record.step, static_cast<double>(record.trainLoss)});
}

void Timeline::showLive()
{
    m_liveButton->setEnabled(!m_live);
    m_liveButton->setProperty("primary", !m_live);
    m_liveButton->style()->unpolish(m_liveButton);
    m_liveButton->style()->polish(m_liveButton);
}

QString Timeline::valueText() const
{
    return tr("step %1 of %2").arg(countText(m_live ? m_lastStep : m_step), countText(m_lastStep));
}

qint64 Timeline::stepAt(double x) const
{
    const double share = std::clamp((x - m_track.left()) / m_track.width(), 0.0, 1.0);
    return std::llround(share * static_cast<double>(m_lastStep));
}

double Timeline::xOf(std::int64_t step) const
{
    return m_track.left() +
           m_track.width() * static_cast<double>(step) / static_cast<double>(std::max<qint64>(m_lastStep, 1));
}

QString Timeline::reading(std::int64_t step, double loss) const
{
    return tr("step %1 · loss %2").arg(countText(step), readableNumber(loss));
}

QString Timeline::readingNear(std::int64_t step) const
{
    const auto after = std::lower_bound(m_losses.begin(), m_losses.end(), step,
                                        [](const LossPoint& point, std::int64_t value) { return point.step < value; });
    auto nearest = after;
    if (after != m_losses.begin() && (after == m_losses.end() || step - (after - 1)->step <= after->step - step))
        nearest = after - 1;
    return nearest == m_losses.end() ? tr("step %1").arg(countText(step)) : reading(nearest->step, nearest->loss);
}

QString Timeline::changesAt(double x) const
{
    if (!m_changes)
        return {};
    // A slider that was dragged has changed many times: its last value at this place is what counts.
    std::map<std::string, std::pair<std::int64_t, QString>> lastOfKey;
    for (const core::Change& change : *m_changes)
        if (change.step <= m_lastStep && std::abs(xOf(change.step) - x) <= kMarkReach * unit())
            for (const core::Setting& setting : change.set)
                lastOfKey[setting.key] = {change.step, settingText(setting)};
    std::vector<std::pair<std::int64_t, QString>> changes;
    for (const auto& [key, change] : lastOfKey)
        changes.push_back(change);
    std::sort(changes.begin(), changes.end());
    QStringList lines;
    for (const auto& [step, words] : changes)
        if (lines.size() < kMostChanges)
            lines << tr("step %1: %2").arg(countText(step), words);
    return lines.join(QLatin1Char('\n'));
}

QString Timeline::hintAt(double x) const
{
    if (isEmpty() || x < m_track.left() - unit() || x > m_track.right() + unit())
        return {};
    const QString changes = changesAt(x);
    return changes.isEmpty() ? readingNear(stepAt(x)) : changes;
}

void Timeline::scrub(double x)
{
    if (x >= m_track.right())
        emit liveWanted();
    else
        emit scrubbed(stepAt(x));
}

void Timeline::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || isEmpty()) {
        QWidget::mousePressEvent(event);
        return;
    }
    m_scrubbing = true;
    QToolTip::hideText();
    scrub(event->position().x());
}

void Timeline::mouseMoveEvent(QMouseEvent* event)
{
    const double x = event->position().x();
    if (m_scrubbing) {
        scrub(x);
        return;
    }
    const QString hint = hintAt(x);
    m_pointer = hint.isEmpty() ? std::nullopt : std::optional(std::clamp(x, m_track.left(), m_track.right()));
    if (hint.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event->globalPosition().toPoint(), hint, this);
    update();
}

void Timeline::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_scrubbing = false;
}

void Timeline::mouseDoubleClickEvent(QMouseEvent* event)
{
    m_scrubbing = false;
    if (event->button() == Qt::LeftButton && !isEmpty())
        emit liveWanted();
}

void Timeline::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_track = placeOfTrack();
}

void Timeline::leaveEvent(QEvent* event)
{
    m_pointer.reset();
    update();
    QWidget::leaveEvent(event);
}

void Timeline::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    // After the newest moment comes the next step, which is the window's business.
    const bool isWindows = isEmpty() || (event->modifiers() & ~Qt::KeypadModifier) || (key == Qt::Key_Right && m_live);
    if (isWindows)
        QWidget::keyPressEvent(event);
    else if (key == Qt::Key_Left || key == Qt::Key_Right)
        emit neighbourWanted(key == Qt::Key_Left ? -1 : 1);
    else if (key == Qt::Key_PageDown || key == Qt::Key_PageUp)
        emit neighbourWanted(key == Qt::Key_PageDown ? -kPage : kPage);
    else if (key == Qt::Key_Home)
        emit scrubbed(0);
    else if (key == Qt::Key_End)
        emit liveWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
