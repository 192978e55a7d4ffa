// SPDX-License-Identifier: GPL-3.0-or-later
// The bundled line icons in a colour of the theme. Used wherever a button has a picture, on the GUI thread.
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

namespace ui
{

/// The icon of resources/icons with this name ("play"), drawn in `color`; faded where it is disabled. Null if there is
/// none.
QIcon tintedIcon(const QString& name, const QColor& color);

} // namespace ui
