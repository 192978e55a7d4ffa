// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ContenderMaps.h"

#include "ui/panels/AnswerMap.h"
#include "ui/panels/MapGrid.h"
#include "ui/widgets/ImagePlottable.h"
#include "ui/widgets/PlotView.h"

#include <QCoreApplication>

#include <utility>

namespace ui
{

namespace
{

constexpr int kMapsRow = 1; // below the legend
constexpr double kSampleOfMany = 0.75;

/// The context of this file's words.
struct MapWords {
    Q_DECLARE_TR_FUNCTIONS(ui::MapWords)
};

} // namespace

bool ContenderMaps::show(const FrameData& frame, const QString& keyName, const QString& valueName)
{
    if (frame.contenders.empty())
        return clear();
    bool areOthers = m_cells.size() != frame.contenders.size();
    if (areOthers)
        build(frame.contenders.size());
    m_grid->setNames(keyName, valueName);
    const std::vector<RunScore> scores = scoresOf(frame);
    m_firstHead->show(scores.front(), {});
    for (std::size_t at = 0; at < m_cells.size(); ++at) {
        const core::Snapshot* snapshot = frame.contenders[at].snapshot;
        const bool isThere = snapshot && hasAnswerMap(*snapshot);
        const bool isLost = isThere && answersAreLost(snapshot->decision);
        areOthers = showAnswers(m_cells[at], isThere && !isLost ? snapshot : nullptr) || areOthers;
        m_cells[at].head->show(scores[at + 1], !isThere ? absenceText(frame)
                                               : isLost ? MapWords::tr("Its answers are no numbers any more.")
                                                        : QString());
    }
    return areOthers;
}

bool ContenderMaps::showAnswers(Cell& cell, const core::Snapshot* snapshot)
{
    const bool wasSeen = cell.image->visible();
    cell.image->setVisible(snapshot != nullptr);
    if (snapshot) {
        const core::DecisionMap& map = cell.answers = snapshot->decision;
        const int classes = snapshot->data->classes;
        cell.image->setImage(answerImage(map, classes, m_plot->theme()), {map.xMin, map.xMax}, {map.yMin, map.yMax},
                             classes <= 2);
    }
    return wasSeen != (snapshot != nullptr);
}

void ContenderMaps::build(std::size_t contenders)
{
    clear();
    m_grid = new MapGrid(m_plot);
    QCPAxisRect* first = m_plot->axisRect();
    m_firstHead = new MapHead(m_plot, first);
    m_firstHead->setLayer(QStringLiteral("map"));
    m_grid->add(m_firstHead, first);
    m_plot->plotLayout()->addElement(kMapsRow, 0, m_grid);
    for (std::size_t at = 0; at < contenders; ++at) {
        m_cells.push_back(makeCell());
        m_grid->add(m_cells.back().head, m_cells.back().rect);
    }
}

ContenderMaps::Cell ContenderMaps::makeCell()
{
    Cell cell;
    cell.rect = new QCPAxisRect(m_plot);
    cell.rect->setLayer(QStringLiteral("background"));
    cell.rect->setMinimumMargins(m_plot->axisRect()->minimumMargins());
    // One by one: axes() has them in another order every time, and figures would not be the same twice.
    for (const auto side : {QCPAxis::atLeft, QCPAxis::atBottom, QCPAxis::atRight, QCPAxis::atTop}) {
        QCPAxis* axis = cell.rect->axis(side);
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
        axis->grid()->setVisible(false);
    }
    m_plot->styleRect(cell.rect);
    for (const auto& [own, followed] : {std::pair(cell.rect->axis(QCPAxis::atBottom), m_plot->xAxis),
                                        std::pair(cell.rect->axis(QCPAxis::atLeft), m_plot->yAxis)}) {
        own->setTicker(followed->ticker());
        own->setRange(followed->range());
        m_plot->linkAxes(own, followed);
    }
    cell.head = new MapHead(m_plot, cell.rect);
    cell.head->setLayer(QStringLiteral("map"));
    cell.image = new ImagePlottable(cell.rect->axis(QCPAxis::atBottom), cell.rect->axis(QCPAxis::atLeft));
    cell.image->setLayer(QStringLiteral("map"));
    return cell;
}

bool ContenderMaps::clear()
{
    if (!m_grid)
        return false;
    for (Cell& cell : m_cells) {
        removeSamples(cell);
        m_plot->removePlottable(cell.image);
    }
    m_cells.clear();
    QCPAxisRect* first = m_plot->axisRect();
    m_grid->take(first);
    m_plot->plotLayout()->remove(std::exchange(m_grid, nullptr));
    m_firstHead = nullptr;
    m_plot->plotLayout()->addElement(kMapsRow, 0, first);
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis}) {
        axis->setTickLabels(true);
        axis->ticker()->setTickCount(MapGrid::kTicksAlone);
    }
    return true;
}

void ContenderMaps::removeSamples(Cell& cell)
{
    for (QCPGraph* graph : std::exchange(cell.samples, {}))
        m_plot->removeGraph(graph);
}

void ContenderMaps::showSamples(const std::vector<QCPGraph*>& first)
{
    for (Cell& cell : m_cells) {
        removeSamples(cell);
        if (!cell.image->visible())
            continue;
        for (const QCPGraph* shown : first) {
            QCPGraph* graph = m_plot->addGraph(cell.rect->axis(QCPAxis::atBottom), cell.rect->axis(QCPAxis::atLeft));
            graph->removeFromLegend();
            graph->setLayer(shown->layer());
            graph->setLineStyle(QCPGraph::lsNone);
            graph->setScatterStyle(shown->scatterStyle());
            graph->setData(shown->data());
            cell.samples.push_back(graph);
        }
    }
}

double ContenderMaps::sampleScale() const
{
    return m_grid ? kSampleOfMany : 1;
}

QCPAxisRect* ContenderMaps::rect(std::size_t run) const
{
    return run == 0 ? m_plot->axisRect() : m_cells.at(run - 1).rect;
}

const MapHead* ContenderMaps::head(std::size_t run) const
{
    return run == 0 ? m_firstHead : m_cells.at(run - 1).head;
}

const core::DecisionMap* ContenderMaps::answers(std::size_t run) const
{
    const Cell& cell = m_cells.at(run - 1);
    return cell.image->visible() ? &cell.answers : nullptr;
}

std::size_t ContenderMaps::runAt(const QPointF& place) const
{
    std::size_t run = 0;
    while (run < count() && !rect(run)->rect().contains(place.toPoint()))
        ++run;
    return run;
}

} // namespace ui
