// SPDX-License-Identifier: GPL-3.0-or-later
// How the runs beside the one that is watched are drawn, in every card and in their bar alike: each has a colour and a
// line style of its own, so that nobody has to tell them by colour alone.
#pragma once

#include "ui/base/Theme.h"

#include <QPen>
#include <QString>

#include <string>
#include <vector>

namespace core
{
struct Choice;
struct Setting;
} // namespace core

namespace ui
{

/// The pen of the contender at this place, from 0.
QPen contenderPen(const Theme& theme, int place, double width);

/// What it differs in: "Tanh", "Leaky ReLU (0.3)", "Depth 4".
QString contenderLabel(const std::vector<core::Setting>& settings);

/// The run that is watched, by its activation, among its contenders: "Sigmoid".
QString watchedLabel(const core::Choice& activation);
/// "This run: Sigmoid"
QString watchedTitle(const core::Choice& activation);

} // namespace ui
