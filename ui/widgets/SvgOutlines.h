// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the letters of an SVG document that Qt has written into outlines: the reader of a figure need not have its
// fonts. Used by FigureExport.
#pragma once

#include <QByteArray>

namespace ui
{

/// The same document with a <path> for each <text>. What is no SVG comes back as it was.
QByteArray withOutlinedText(const QByteArray& svg);

} // namespace ui
