// SPDX-License-Identifier: GPL-3.0-or-later
// What theory says, in words. Used by panels.
#pragma once

#include "core/analysis/BornDead.h"
#include "core/analysis/MeanField.h"

#include <QString>

namespace ui
{

/// "ordered", "critical", "chaotic".
QString regimeName(core::Regime regime);
/// Why theory has no number, as a whole sentence.
QString theoryReasonText(core::TheoryReason reason);
/// The first reason of a theory that lacks numbers, or nothing.
QString whyNoTheory(const core::Theory& theory);
/// How likely a whole layer is born dead, or why nobody can tell, as a whole sentence.
QString bornDeadText(const core::BornDead& bornDead);

} // namespace ui
