// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of an autopsy: the verdict, z before and after the update that was its death, and each trial with its
// answer as it comes. A plain value that paints itself; used by UnitsPanel.
#pragma once

#include "ui/base/Theme.h"
#include "ui/base/UnitWatch.h"

#include <QCoreApplication>
#include <QPainter>
#include <QRectF>

namespace ui
{

class AutopsyPicture
{
    Q_DECLARE_TR_FUNCTIONS(ui::AutopsyPicture)

public:
    void set(const AutopsyReport& report) { m_report = report; }
    [[nodiscard]] const AutopsyReport& report() const { return m_report; }
    void paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;

private:
    void paintDeath(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;
    void paintTrials(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;

    AutopsyReport m_report;
};

} // namespace ui
