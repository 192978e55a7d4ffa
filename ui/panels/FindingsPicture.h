// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a diagnosis: all findings one below the other, each with its sign, its sentence, and formula, number
// and threshold; or the worst of them in one line. A plain value that paints itself; used by DiagnosisPanel and, above
// the cards of a dashboard's figure, by FigurePainter.
#pragma once

#include "core/analysis/Diagnosis.h"
#include "core/probe/Snapshot.h"
#include "ui/base/Theme.h"
#include "ui/widgets/Readout.h"

#include <QCoreApplication>
#include <QPainter>
#include <QRectF>

#include <span>
#include <vector>

namespace ui
{

class FindingsPicture
{
    Q_DECLARE_TR_FUNCTIONS(ui::FindingsPicture)

public:
    void set(std::span<const core::Finding> findings, const core::Snapshot& snapshot);
    [[nodiscard]] bool empty() const { return m_entries.empty(); }
    [[nodiscard]] int count(core::Severity severity) const;
    /// What there is to say where nothing was found.
    [[nodiscard]] QString quietSentence() const;
    /// All findings in words.
    [[nodiscard]] QString sentence() const;

    void paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;
    /// As many of the worst as one line has room for.
    void paintLine(QPainter& painter, const QRectF& line, const Theme& theme, double textSize) const;

    /// The layer of the finding at a point of the area, 0: of the network, −1: there is no finding.
    [[nodiscard]] int layerAt(const QPointF& point, const QRectF& area, double textSize) const;
    /// The numbers of the finding there.
    [[nodiscard]] Readout describe(const QPointF& point, const QRectF& area, double textSize) const;

private:
    struct Entry {
        core::Finding finding;
        QString heading;
        QString sentence;
        QString evidence; ///< with the step since when
    };
    /// Where an entry stands, and how high its texts are.
    struct Place {
        QRectF box;
        double sentence = 0;
        double evidence = 0; ///< 0: there is no room for it
    };
    [[nodiscard]] std::vector<Place> places(const QRectF& area, double textSize) const;
    [[nodiscard]] std::vector<Place> places(const QRectF& area, double textSize, bool hasEvidence) const;
    [[nodiscard]] const Entry* entryAt(const QPointF& point, const QRectF& area, double textSize) const;
    void paintEntry(QPainter& painter, const Entry& entry, const Place& place, const Theme& theme,
                    double textSize) const;

    std::vector<Entry> m_entries; ///< the worst first
    bool m_isOver = false;        ///< the run
};

} // namespace ui
