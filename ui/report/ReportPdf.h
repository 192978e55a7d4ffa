// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a report as a PDF of A4 pages: letters stay text that can be searched, figures stay vectors. Used by the
// command `report`, on the GUI thread.
#pragma once

#include "ui/report/Report.h"

#include <QByteArray>

namespace ui
{

/// Empty if it cannot be made.
QByteArray reportPdf(const Report& report, ThemeKind theme);

} // namespace ui
