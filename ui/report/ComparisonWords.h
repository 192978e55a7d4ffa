// SPDX-License-Identifier: GPL-3.0-or-later
// What is compared, in words and in readable numbers: measures, varied values, contenders. Used by the pictures and the
// report of a comparison, on the GUI thread (or the only one).
#pragma once

#include "core/analysis/RunComparison.h"

#include <QString>
#include <QStringList>

#include <span>
#include <string>
#include <vector>

namespace ui
{

/// "Final test accuracy", "Steps to 95 % accuracy".
QString measureName(const core::Measure& measure, std::span<const double> accuracies);
/// Its name as that of an axis: with the unit that shownValue() counts in.
QString measureAxis(const core::Measure& measure, std::span<const double> accuracies);
/// What happened to runs that have no number: "diverged", "never reached", "no gradient".
QString worstName(const core::Measure& measure);
/// Shares in percent, and the quantity itself in place of its logarithm.
double shownValue(const core::MeasureInfo& info, double value);
/// "97.2 %", "1240", "0.031", "2.4·10⁻⁵".
QString measureText(const core::MeasureInfo& info, double value);
QString measureText(const core::MeasureInfo& info, const std::optional<double>& value);
/// A difference of two, with its sign: "−1.2 %".
QString differenceText(const core::MeasureInfo& info, double difference);

/// A share with one decimal, as accuracies are told apart by it: "97.2 %".
QString shareText(double share);

/// A varied value as `--vary` gave it: "Leaky ReLU" for network.activation.kind=leaky_relu, "ELU (Alpha 2)" for an
/// object, "8" for a number.
QString valueName(const std::string& key, const std::string& text);
/// The value by which a key's axis is drawn, if it is a number.
std::optional<double> valueNumber(const std::string& text);
/// "Depth: 8", for a heading.
QString titledValue(const std::string& key, const std::string& text);
/// Its values, in a line: "Leaky ReLU, Depth 8".
QString contenderName(std::span<const std::string> keys, std::span<const std::string> values);
/// The same for a legend: where several values vary, they alone, under a heading that says what they are: "Leaky ReLU ·
/// 8" under "Activation · Depth". Where one does, the heading is empty.
QString contenderLabel(std::span<const std::string> keys, std::span<const std::string> values);
QString contendersHeading(std::span<const std::string> keys);

/// "a, b and c".
QString listOfNames(const QStringList& names);

} // namespace ui
