// SPDX-License-Identifier: GPL-3.0-or-later
// The letters of an SVG document that Qt has written: turned into outlines, so that the reader of a figure need not
// have its fonts, or kept as text that can be edited and searched. Used by FigureExport, on any thread.
#pragma once

#include <QByteArray>

namespace ui
{

/// The same document with a <path> for each <text>. What is no SVG comes back as it was.
QByteArray withOutlinedText(const QByteArray& svg);

/// The same document, with fonts named that may stand in where the house font is not installed.
QByteArray withPortableText(const QByteArray& svg);

} // namespace ui
