// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TimelineAccess.h"

#include "ui/widgets/Timeline.h"

namespace ui
{

namespace
{

QAccessibleInterface* accessOf(const QString& /*className*/, QObject* object)
{
    auto* timeline = qobject_cast<Timeline*>(object);
    return timeline ? new TimelineAccess(timeline) : nullptr;
}

} // namespace

void TimelineAccess::install()
{
    QAccessible::installFactory(accessOf); // a second time changes nothing
}

TimelineAccess::TimelineAccess(Timeline* timeline)
    : QAccessibleWidget(timeline, QAccessible::Slider)
{
}

Timeline& TimelineAccess::timeline() const
{
    return *static_cast<Timeline*>(widget());
}

QString TimelineAccess::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? timeline().valueText() : QAccessibleWidget::text(kind);
}

void* TimelineAccess::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ValueInterface)
        return static_cast<QAccessibleValueInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
}

QVariant TimelineAccess::currentValue() const
{
    return static_cast<double>(timeline().isLive() ? timeline().lastStep() : timeline().step());
}

void TimelineAccess::setCurrentValue(const QVariant& value)
{
    emit timeline().scrubbed(value.toLongLong());
}

QVariant TimelineAccess::maximumValue() const
{
    return static_cast<double>(timeline().lastStep());
}

} // namespace ui
