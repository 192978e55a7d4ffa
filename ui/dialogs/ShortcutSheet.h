// SPDX-License-Identifier: GPL-3.0-or-later
// All keys and mouse habits on one sheet, to be read at a glance. Used by MainWindow, on the GUI thread.
#pragma once

#include "ui/base/ShortcutLine.h"

#include <QDialog>

#include <vector>

namespace ui
{

class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(const std::vector<ShortcutLine>& lines, QWidget* parent = nullptr);
};

} // namespace ui
