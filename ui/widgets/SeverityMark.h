// SPDX-License-Identifier: GPL-3.0-or-later
// The sign of a finding: a triangle for an alarm, a disc for a notice, a ring where there is none; told apart also
// without colours. Used by FindingRow and by the picture of all findings.
#pragma once

#include "core/analysis/Diagnosis.h"
#include "ui/base/Theme.h"

#include <QPainter>
#include <QRectF>

#include <optional>

namespace ui
{

void paintSeverity(QPainter& painter, const QRectF& box, const std::optional<core::Severity>& severity,
                   const Theme& theme);

} // namespace ui
