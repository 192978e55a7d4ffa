// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/ContenderLook.h"

#include "core/config/ExperimentConfig.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"

#include <QCoreApplication>
#include <QList>

#include <array>

namespace ui
{

QPen contenderPen(const Theme& theme, int place, double width)
{
    const std::array<QColor, 3> colors{theme.series[2], theme.series[3], theme.mutedText};
    // A dash and two dots, dots, long dashes: test sets have short ones, and a cure that is tried a dash and a dot.
    const std::array<QList<qreal>, 3> dashes{{{5, 2, 1, 2, 1, 2}, {1, 2}, {9, 3}}};
    const auto at = static_cast<std::size_t>(place) % colors.size();
    QPen pen(colors.at(at), width);
    pen.setDashPattern(dashes.at(at));
    return pen;
}

QString contenderLabel(const std::vector<core::Setting>& settings)
{
    QStringList parts;
    QStringList numbers; // of the activation: its name stands for theirs
    for (const core::Setting& setting : settings) {
        const auto* kind = std::get_if<std::string>(&setting.value);
        const auto* number = std::get_if<double>(&setting.value);
        if (kind && setting.key == kActivationKind)
            parts.prepend(kindName(setting.key, *kind));
        else if (number && setting.key.starts_with(kActivationPrefix))
            numbers << exactNumber(*number);
        else
            parts << settingText(setting);
    }
    if (!numbers.isEmpty() && !parts.isEmpty())
        parts.front() += QStringLiteral(" (%1)").arg(numbers.join(QStringLiteral("; ")));
    return parts.join(QCoreApplication::translate("Contender", ", ", "between the settings of a contender"));
}

QString watchedLabel(const core::Choice& activation)
{
    return kindName(kActivationKind, activation.kind);
}

QString watchedTitle(const core::Choice& activation)
{
    return QCoreApplication::translate("Contender", "This run: %1").arg(watchedLabel(activation));
}

} // namespace ui
