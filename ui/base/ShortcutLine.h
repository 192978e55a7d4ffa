// SPDX-License-Identifier: GPL-3.0-or-later
// One line of the sheet of shortcuts: made by Actions, shown by ShortcutSheet.
#pragma once

#include <QString>

namespace ui
{

struct ShortcutLine {
    QString group; ///< the menu that it stands in
    QString keys;
    QString meaning;
};

} // namespace ui
