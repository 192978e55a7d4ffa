// SPDX-License-Identifier: GPL-3.0-or-later
// From a fault of core (a code, a place and details) to one kind sentence in the user's language that says what is
// wrong, where, and what to do. Used by the window, the command line and dialogs, on any one thread. Needs Qt Core
// only.
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QStringList>

namespace ui
{

/// "network.depth is -1, but it must be 0 … 1000." A place in a file leads it: "line 7: …"; `document` names the file:
/// "experiment.json, line 7: …".
QString faultText(const core::Fault& fault, const QString& document = {});

QStringList faultTexts(const core::Faults& faults, const QString& document = {});

/// The one of the comma-separated `names` that was probably meant, or an empty text.
QString likelyName(const QString& typed, const QString& names);

} // namespace ui
