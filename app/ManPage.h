// SPDX-License-Identifier: GPL-3.0-or-later
// The manual page, written from the table of the command line and the table of settings, so that it tells what the
// program does. Used by the program that makes the files to install, while Actiscope is built, on the only thread
// there.
#pragma once

#include <QString>

namespace app
{

/// actiscope(1) as roff for groff's man macros, pure ASCII.
QString manPage();

} // namespace app
