// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a report as one HTML file that needs nothing else: its figures are vectors in it, and no script is in it. It
// is well-formed XML as well. Used by the command `report`, on the GUI thread.
#pragma once

#include "ui/report/Report.h"

#include <QByteArray>

#include <optional>

namespace ui
{

/// In the colours of `theme`; without one, light, or dark where the reader's system is. On paper the latter is light.
/// `language` is that of its words: "en", "zh_CN".
QByteArray reportHtml(const Report& report, const std::optional<ThemeKind>& theme, const QString& language);

} // namespace ui
