// SPDX-License-Identifier: GPL-3.0-or-later
// From a formula's plain text to its numbers, names and signs. Used by FormulaParser.
#pragma once

#include <QString>
#include <QStringList>

namespace ui
{

/// What is raised by itself: the 2 of "x²".
inline const QString kRaisedDigits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");

/// The pieces in their order, without the blanks between them; signs of ASCII become those of mathematics.
QStringList formulaTokens(const QString& written);

} // namespace ui
