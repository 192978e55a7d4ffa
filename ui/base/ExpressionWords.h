// SPDX-License-Identifier: GPL-3.0-or-later
// The words for mistakes in typed formulas. Used by FaultWords; window thread and command line.
#pragma once

#include <QStringList>

namespace ui
{

/// What is wrong and what to write instead, from the details of a fault BadExpression as core/nn/ExpressionParser.h
/// lists them.
QString expressionFaultText(const QStringList& details);

} // namespace ui
