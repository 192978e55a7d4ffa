// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SegmentedSwitch.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace ui
{

SegmentedSwitch::SegmentedSwitch(const QString& name, const QStringList& choices, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (int index = 0; index < choices.size(); ++index) {
        auto* button = new QToolButton;
        button->setText(choices[index]);
        button->setAccessibleName(name + QStringLiteral(": ") + choices[index]);
        button->setCheckable(true);
        button->setProperty("segment", true);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        if (index == 0)
            button->setProperty("segmentEnd", QStringLiteral("first"));
        if (index == choices.size() - 1)
            button->setProperty("segmentEnd", QStringLiteral("last"));
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this, [this, index] { choose(index); });
        layout->addWidget(button);
        m_buttons.append(button);
    }
    setChoice(0);
}

void SegmentedSwitch::setChoice(int choice)
{
    m_choice = choice;
    for (int index = 0; index < m_buttons.size(); ++index) {
        m_buttons[index]->setChecked(index == choice);
        // One stop for the Tab key; the arrows move inside.
        m_buttons[index]->setFocusPolicy(index == choice ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void SegmentedSwitch::setChoiceToolTip(int choice, const QString& text)
{
    m_buttons[choice]->setToolTip(text);
}

void SegmentedSwitch::choose(int choice)
{
    const bool changed = choice != m_choice;
    setChoice(choice);
    if (changed)
        emit chosen(choice);
}

bool SegmentedSwitch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Right || key == Qt::Key_Down ? 1
                         : key == Qt::Key_Left || key == Qt::Key_Up  ? -1
                                                                     : 0;
        if (step != 0) {
            const int next = qBound(0, m_choice + step, static_cast<int>(m_buttons.size()) - 1);
            m_buttons[next]->setFocus(Qt::TabFocusReason);
            choose(next);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
