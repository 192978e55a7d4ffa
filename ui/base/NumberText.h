// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers as text, rounded for reading and independent of the system's locale: a decimal point everywhere. Used by
// every part of the window that shows a number.
#pragma once

#include <QString>

#include <optional>

namespace ui
{

/// `digits` significant digits, trailing zeros dropped; from 1e5 up and below 1e-3 in powers of ten: 1.2·10⁻⁵.
/// science: 1.2·10⁻⁵. NaN is "NaN", infinities are "∞" and "−∞".
QString readableNumber(double value, int digits = 3);
/// The same for a number that may be absent, which is "–".
QString readableNumber(const std::optional<double>& value, int digits = 3);
/// For a voice, which stumbles over raised digits: 0.00002, down to nine places; beyond, as readableNumber.
QString spokenNumber(double value, int digits = 2);
QString spokenNumber(const std::optional<double>& value, int digits = 2);
inline constexpr int kPercent = 100; ///< of a whole
/// A share as "42 %"; small ones that are not 0 as "< 1 %".
QString percentText(double share);
/// Whole numbers with a thin space between thousands: 12 345.
QString countText(qint64 value);
/// The shortest text that reads back to the same number: 0.01, 1e-05. For fields that are typed into.
QString exactNumber(double value);

} // namespace ui
