// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PhaseBar.h"

#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/Panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <cmath>

namespace ui
{

namespace
{

QToolButton* arrow(Qt::ArrowType type, const QString& name)
{
    auto* button = new QToolButton;
    button->setArrowType(type);
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

PhaseBar::PhaseBar(QWidget* parent)
    : QWidget(parent)
    , m_flip(new QWidget)
    , m_before(arrow(Qt::LeftArrow, tr("Page before (Page Up)")))
    , m_after(arrow(Qt::RightArrow, tr("Next page (Page Down)")))
    , m_slider(new QSlider(Qt::Horizontal))
    , m_page(new QLabel)
    , m_progress(new QProgressBar)
    , m_time(new QLabel)
    , m_cancel(new QToolButton)
{
    m_slider->setPageStep(1);
    m_slider->setMinimumWidth(50);
    m_progress->setRange(0, kProgressSteps);
    m_progress->setTextVisible(false);
    m_progress->setMinimumWidth(40);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Progress of the phase map"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Ends the runs here; what has come in stays."));
    m_cancel->setObjectName(QStringLiteral("phaseCancel"));
    auto* flip = new QHBoxLayout(m_flip);
    flip->setContentsMargins(0, 0, 0, 0);
    flip->setSpacing(3);
    flip->addWidget(m_page);
    flip->addWidget(m_before);
    flip->addWidget(m_slider, 1);
    flip->addWidget(m_after);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_flip, 1);
    row->addWidget(m_progress, 1);
    row->addWidget(m_time);
    row->addWidget(m_cancel);
    connect(m_slider, &QSlider::valueChanged, this, &PhaseBar::pageWanted);
    connect(m_before, &QToolButton::clicked, this, [this] { emit pageWanted(m_slider->value() - 1); });
    connect(m_after, &QToolButton::clicked, this, [this] { emit pageWanted(m_slider->value() + 1); });
    connect(m_cancel, &QToolButton::clicked, this, &PhaseBar::cancelled);
    hide();
}

void PhaseBar::setTheme(const Theme& theme)
{
    for (QLabel* label : {m_page, m_time})
        label->setFont(themeFont(12 * theme.textScale));
    m_cancel->setFont(themeFont(12 * theme.textScale));
}

void PhaseBar::show(const PhaseMapState* map)
{
    const bool flips = map && map->plan.pages;
    const bool runs = map && map->running;
    setVisible(flips || runs);
    m_flip->setVisible(flips);
    for (QWidget* part :
         {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_time), static_cast<QWidget*>(m_cancel)})
        part->setVisible(runs);
    if (flips) {
        const core::PhaseAxis& pages = *map->plan.pages;
        const QSignalBlocker quiet(m_slider);
        m_slider->setRange(0, static_cast<int>(pages.values.size()) - 1);
        m_slider->setValue(static_cast<int>(map->page));
        m_slider->setAccessibleName(fieldLabel(pages.key));
        m_page->setText(QStringLiteral("%1 %2").arg(fieldLabel(pages.key), readableNumber(pages.values[map->page], 5)));
        m_before->setEnabled(map->page > 0);
        m_after->setEnabled(map->page + 1 < pages.values.size());
    }
    if (runs) {
        m_progress->setValue(static_cast<int>(std::lround(map->progress * kProgressSteps)));
        m_time->setText(map->remainingSeconds ? tr("%1 s left").arg(std::ceil(*map->remainingSeconds)) : QString());
    }
}

} // namespace ui
