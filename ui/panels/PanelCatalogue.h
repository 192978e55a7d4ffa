// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of the pictures there are, in the order of the window's cards. Cards and figures are made from it: a
// new picture is one class and one row.
#pragma once

#include <QString>

#include <span>

namespace ui
{

class Panel;

/// One row.
struct PanelInfo {
    const char* id = nullptr; ///< the name of the figure's file
    Panel* (*make)() = nullptr;
};

std::span<const PanelInfo> panelCatalogue();

} // namespace ui
