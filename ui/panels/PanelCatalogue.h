// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of the pictures there are, in the order of their numbers. Cards and figures are made from it: a
// new picture is one class and one row.
#pragma once

#include <QString>

#include <span>
#include <string_view>
#include <vector>

namespace ui
{

class Panel;
struct FrameData;

/// One row.
struct PanelInfo {
    const char* id = nullptr; ///< the name of the figure's file
    Panel* (*make)() = nullptr;
    /// Whether there is a picture of this frame; null: always. What nobody has begun is no figure.
    bool (*hasPicture)(const FrameData& frame) = nullptr;
};

/// The first kPlaces are seen until a person chooses others.
std::span<const PanelInfo> panelCatalogue();
/// The index of the row with this id, which there must be.
int cardOf(std::string_view id);
/// Those of which there is a picture of this frame.
std::vector<int> picturedCards(const FrameData& frame);

inline constexpr int kPlaces = 6;       ///< for cards that are seen together, in the window and on a page
inline constexpr int kPlaceColumns = 3; ///< in which they stand

} // namespace ui
