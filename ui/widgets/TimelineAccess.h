// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline tells screen readers: it is a slider over the steps of the run. Made by Qt when one asks.
#pragma once

#include <QAccessibleWidget>

namespace ui
{

class Timeline;

class TimelineAccess : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    /// Makes Qt ask this class about every Timeline.
    static void install();

    explicit TimelineAccess(Timeline* timeline);
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    void* interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QVariant currentValue() const override;
    void setCurrentValue(const QVariant& value) override;
    [[nodiscard]] QVariant maximumValue() const override;
    [[nodiscard]] QVariant minimumValue() const override { return 0; }
    [[nodiscard]] QVariant minimumStepSize() const override { return 1; }

private:
    [[nodiscard]] Timeline& timeline() const;
};

} // namespace ui
