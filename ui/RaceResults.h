// SPDX-License-Identifier: GPL-3.0-or-later
// What a race has brought, as files: the table that `sweep` would write and the comparison that makes it again, or a
// report. Used by RaceFlow, on the GUI thread.
#pragma once

#include "core/base/Result.h"
#include "ui/base/RaceState.h"

#include <QString>

namespace ui
{

/// A CSV file has its comparison file beside it; .html and .pdf are reports, in this language. Whole or not at all.
/// Faults: Unwritable.
core::Outcome writeRace(const RaceState& race, const QString& path, const QString& language);

} // namespace ui
