// SPDX-License-Identifier: GPL-3.0-or-later
// A small row of buttons of which one is chosen: z | a | delta. Reached with Tab, changed with the arrow keys or a
// click. Used by panels in their card's head.
#pragma once

#include <QStringList>
#include <QWidget>

class QToolButton;

namespace ui
{

class SegmentedSwitch : public QWidget
{
    Q_OBJECT

public:
    /// `name` tells assistive technology what is being chosen.
    explicit SegmentedSwitch(const QString& name, const QStringList& choices, QWidget* parent = nullptr);

    [[nodiscard]] int choice() const { return m_choice; }
    /// Does not signal.
    void setChoice(int choice);
    void setChoiceToolTip(int choice, const QString& text);

signals:
    void chosen(int choice);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(int choice);

    QList<QToolButton*> m_buttons;
    int m_choice = 0;
};

} // namespace ui
