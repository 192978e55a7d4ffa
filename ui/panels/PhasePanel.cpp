// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/PhasePanel.h"

#include "ui/base/FaultWords.h"
#include "ui/base/NotANumber.h"
#include "ui/base/NumberText.h"
#include "ui/base/PhaseWords.h"
#include "ui/base/TheoryWords.h"
#include "ui/base/Words.h"
#include "ui/panels/PhaseBar.h"
#include "ui/panels/PhaseLegend.h"
#include "ui/panels/PhaseMarks.h"
#include "ui/widgets/ImagePlottable.h"
#include "ui/widgets/PlotView.h"

#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr double kCoarsePaleness = 0.45; ///< towards the card: a cell that has its colour from a coarse one

} // namespace

PhasePanel::PhasePanel(QWidget* parent)
    : Panel(parent)
    , m_plot(new PlotView)
    , m_image(new ImagePlottable(m_plot->xAxis, m_plot->yAxis))
    , m_marks(new PhaseMarks(m_plot->xAxis, m_plot->yAxis))
    , m_legend(new PhaseLegend(m_plot))
    , m_bar(new PhaseBar)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_bar);
    for (QCPCurve*& halo : m_halos)
        halo = new QCPCurve(m_plot->xAxis, m_plot->yAxis);
    for (QCPCurve*& line : m_lines)
        line = new QCPCurve(m_plot->xAxis, m_plot->yAxis);
    m_plot->plotLayout()->insertRow(0);
    m_plot->plotLayout()->addElement(0, 0, m_legend);
    m_plot->plotLayout()->setRowStretchFactor(0, 0.001);
    m_plot->xAxis->setObjectName(QStringLiteral("phases.across"));
    m_plot->yAxis->setObjectName(QStringLiteral("phases.up"));
    for (QCPAxis* axis : {m_plot->xAxis, m_plot->yAxis})
        axis->grid()->setVisible(false);
    m_plot->axisRect()->setMinimumMargins(QMargins(4, 6, 8, 4));
    makeHead();
    addPlot(m_plot);
    addMenuSwitch(QStringLiteral("quantity"), tr("Colour"), phaseQuantityNames());
    connect(m_plot, &PlotView::clicked, this, [this](const QPoint& place) {
        if (const std::optional<QPoint> cell = cellUnder(place))
            open(*cell);
    });
    connect(m_bar, &PhaseBar::pageWanted, this, &PhasePanel::phasePageWanted);
    connect(m_bar, &PhaseBar::cancelled, this, &PhasePanel::phaseMapCancelled);
    setAccessibleName(title());
    setTheme(theme());
}

void PhasePanel::makeHead()
{
    m_button = new QToolButton;
    m_button->setObjectName(QStringLiteral("phaseMapButton"));
    m_button->setText(tr("Map …"));
    m_button->setToolTip(tr("Choose two keys and train a network for every pair of their values."));
    connect(m_button, &QToolButton::clicked, this, &PhasePanel::phaseMapWanted);
    addToHead(m_button);
}

QString PhasePanel::title() const
{
    return tr("Phase map");
}

QString PhasePanel::help() const
{
    return tr("What becomes of the network for every pair of values of two of its settings: each cell is a run of its "
              "own, from the same seed. It is trained behind the run that is watched, coarse at first, then finer; a "
              "pale cell has the colour of a coarser one until its own run has ended.\n\n"
              "The colour and the sign of a cell tell the outcome; the view menu colours by a statistic instead. The "
              "lines are what theory says before anything is trained: where a very deep network is critical, and where "
              "the gradient is expected to vanish or explode.\n\n"
              "A click on a cell opens its network in place of the present one, and Undo brings that back. With the "
              "keyboard: the arrow keys move a frame, Enter opens the cell, Page Up and Page Down flip through the "
              "third setting.");
}

PhaseQuantity PhasePanel::quantity() const
{
    return static_cast<PhaseQuantity>(choice(QStringLiteral("quantity")));
}

QPen PhasePanel::penOf(core::TheoryLine::Kind kind) const
{
    QPen pen(theme().text, m_plot->curveWidth());
    if (kind == core::TheoryLine::Kind::Vanishing)
        pen.setStyle(Qt::DashLine);
    else if (kind == core::TheoryLine::Kind::Exploding)
        pen.setStyle(Qt::DotLine);
    return pen;
}

void PhasePanel::setTheme(const Theme& newTheme)
{
    Panel::setTheme(newTheme);
    m_plot->setTheme(newTheme);
    m_marks->setTheme(newTheme);
    m_bar->setTheme(newTheme);
    for (std::size_t kind = 0; kind < kLines; ++kind) {
        m_halos[kind]->setPen(QPen(newTheme.card, 2.6 * m_plot->curveWidth()));
        m_lines[kind]->setPen(penOf(static_cast<core::TheoryLine::Kind>(kind)));
    }
}

void PhasePanel::setPaper(double size)
{
    Panel::setPaper(size);
    m_plot->setTextSize(size, true);
    setTheme(theme());
}

void PhasePanel::showNothing(const QString& message)
{
    m_map = {};
    m_cursor.reset();
    m_plot->setMessage(message);
    m_plot->queueReplot();
}

void PhasePanel::display(const FrameData& frame)
{
    m_bar->show(onPaper() ? nullptr : frame.phases);
    if (!frame.phases) {
        setSubtitle({});
        showNothing(tr("No map has been made yet. “Map …” in the head of this card begins one."));
        return;
    }
    const PhaseMapState& map = *frame.phases;
    if (!map.running && map.ended == 0) {
        setSubtitle({});
        showNothing(map.faults.empty() ? tr("The map was cancelled before its first run had ended.")
                                       : faultTexts(map.faults).join(QLatin1Char('\n')));
        return;
    }
    if (map.plan != m_map.plan) {
        m_plot->releaseAxes();
        m_cursor.reset();
    }
    m_map = map;
    m_plot->setMessage({});
    showAxes();
    showCells();
    showTheory();
    describe();
    m_plot->queueReplot();
}

void PhasePanel::showAxes()
{
    m_across = PhaseScale(m_map.plan.across);
    m_up = PhaseScale(m_map.plan.up);
    m_across.applyTo(m_plot->xAxis);
    m_up.applyTo(m_plot->yAxis);
    m_plot->xAxis->setLabel(fieldLabel(m_map.plan.across.key));
    m_plot->yAxis->setLabel(fieldLabel(m_map.plan.up.key));
    m_plot->setFollowedRange(m_plot->xAxis, m_across.range());
    m_plot->setFollowedRange(m_plot->yAxis, m_up.range());
}

void PhasePanel::showCells()
{
    const core::PhasePlan& plan = m_map.plan;
    m_colours = PhaseColours(quantity(), m_map, theme());
    const bool hasSigns = quantity() == PhaseQuantity::Outcome;
    QImage image(static_cast<int>(plan.columns()), static_cast<int>(plan.rows()), QImage::Format_RGB32);
    image.fill(theme().card);
    std::vector<std::optional<core::RunOutcome>> signs(plan.columns() * plan.rows());
    for (std::size_t row = 0; row < plan.rows(); ++row)
        for (std::size_t column = 0; column < plan.columns(); ++column) {
            const std::size_t own = plan.placeOf(column, row, m_map.page);
            const std::optional<std::size_t> place =
                core::colouredBy(plan, column, row, m_map.page, [this](std::size_t at) { return m_map.isKnown(at); });
            if (!place)
                continue;
            const PhaseRecord& record = *m_map.records[*place];
            const QColor color = m_colours.of(record);
            image.setPixelColor(static_cast<int>(column), image.height() - 1 - static_cast<int>(row),
                                *place == own ? color : mixed(color, theme().card, kCoarsePaleness));
            if (hasSigns && *place == own)
                signs[row * plan.columns() + column] = record.outcome;
        }
    m_image->setImage(std::move(image), m_across.range(), m_up.range(), false);
    m_marks->setScales(m_across, m_up);
    m_marks->setOutcomes(std::move(signs), plan.columns());
    m_marks->setFramed(onPaper() ? std::nullopt : m_cursor);
    m_legend->setColours(m_colours, counts());
}

void PhasePanel::showTheory()
{
    const core::PhaseTheory* theory = m_map.theory[m_map.page].get();
    std::vector<std::pair<QPen, QString>> names;
    for (std::size_t kind = 0; kind < kLines; ++kind) {
        QVector<double> keys;
        QVector<double> values;
        std::vector<double> levels;
        for (const core::TheoryLine& line : theory ? theory->lines : std::vector<core::TheoryLine>()) {
            if (static_cast<std::size_t>(line.kind) != kind)
                continue;
            for (const core::Stroke& stroke : line.strokes) {
                for (const core::GridPoint& point : stroke) {
                    keys << m_across.coordAt(point.column);
                    values << m_up.coordAt(point.row);
                }
                keys << kNaN;
                values << kNaN;
            }
            levels.push_back(line.level);
        }
        const auto lineKind = static_cast<core::TheoryLine::Kind>(kind);
        if (!levels.empty())
            names.emplace_back(penOf(lineKind), theoryLineName(lineKind, levels));
        m_halos[kind]->setData(keys, values);
        m_lines[kind]->setData(keys, values);
    }
    m_legend->setLines(std::move(names));
}

std::array<int, 5> PhasePanel::counts() const
{
    std::array<int, 5> counts{};
    for (std::size_t at = 0; at < m_map.plan.columns() * m_map.plan.rows(); ++at)
        if (const auto& record = m_map.records[m_map.plan.placeOf(0, 0, m_map.page) + at])
            ++counts[static_cast<std::size_t>(record->outcome)];
    return counts;
}

void PhasePanel::describe()
{
    const auto size = static_cast<qint64>(m_map.plan.size());
    const QString ended = tr("%1 of %2 runs").arg(countText(static_cast<qint64>(m_map.ended)), countText(size));
    QString text = QStringLiteral("%1 · %2").arg(phaseAxesName(m_map.plan), ended);
    if (m_map.failed > 0)
        text += QStringLiteral(" · ") + tr("%1 could not be run").arg(countText(static_cast<qint64>(m_map.failed)));
    setSubtitle(text, m_map.failed > 0);
}

void PhasePanel::paintContent(QCPPainter& painter, const QRect& target)
{
    m_plot->paintInto(painter, target);
}

QRectF PhasePanel::cellAt(int column, int row) const
{
    return m_marks->cellAt(column, row);
}

std::optional<QPoint> PhasePanel::cellUnder(const QPointF& place) const
{
    if (m_map.revision == 0 || !m_plot->axisRect()->rect().contains(place.toPoint()))
        return std::nullopt;
    const auto index = [](const PhaseScale& scale, double coord) {
        return static_cast<int>(std::lround(scale.placeAt(coord)));
    };
    const QPoint cell(index(m_across, m_plot->xAxis->pixelToCoord(place.x())),
                      index(m_up, m_plot->yAxis->pixelToCoord(place.y())));
    const QRect all(0, 0, static_cast<int>(m_map.plan.columns()), static_cast<int>(m_map.plan.rows()));
    return all.contains(cell) ? std::optional(cell) : std::nullopt;
}

std::size_t PhasePanel::placeOf(const QPoint& cell) const
{
    return m_map.plan.placeOf(static_cast<std::size_t>(cell.x()), static_cast<std::size_t>(cell.y()), m_map.page);
}

void PhasePanel::open(const QPoint& cell)
{
    const std::size_t place = placeOf(cell);
    if (place >= m_map.networks.size())
        return; // still being planned
    m_cursor = cell;
    const QString name = tr("Open %1").arg(phasePlaceName(m_map.plan, place));
    emit experimentWanted(m_map.networks[place]->config, name);
    emit viewChanged();
}

void PhasePanel::moveCursor(int right, int up)
{
    const QPoint last(static_cast<int>(m_map.plan.columns()) - 1, static_cast<int>(m_map.plan.rows()) - 1);
    if (m_cursor)
        m_cursor = QPoint(std::clamp(m_cursor->x() + right, 0, last.x()), std::clamp(m_cursor->y() + up, 0, last.y()));
    else
        m_cursor = QPoint(last.x() / 2, last.y() / 2);
    emit viewChanged();
}

void PhasePanel::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const auto page = static_cast<int>(m_map.page);
    if (m_map.revision == 0)
        Panel::keyPressEvent(event);
    else if (key == Qt::Key_Left || key == Qt::Key_Right)
        moveCursor(key == Qt::Key_Right ? 1 : -1, 0);
    else if (key == Qt::Key_Up || key == Qt::Key_Down)
        moveCursor(0, key == Qt::Key_Up ? 1 : -1);
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_cursor)
        open(*m_cursor);
    else if ((key == Qt::Key_PageUp || key == Qt::Key_PageDown) && m_map.plan.pages)
        emit phasePageWanted(page + (key == Qt::Key_PageDown ? 1 : -1));
    else
        Panel::keyPressEvent(event);
}

} // namespace ui
