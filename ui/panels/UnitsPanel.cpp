// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/UnitsPanel.h"

#include "ui/base/NumberText.h"
#include "ui/base/UnitWatch.h"
#include "ui/panels/PanelTables.h"
#include "ui/panels/UnitBar.h"
#include "ui/widgets/Canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

using core::UnitState;

UnitsPanel::UnitsPanel(QWidget* parent)
    : Panel(parent)
    , m_bar(new UnitBar)
    , m_canvas(new Canvas([this](QPainter& painter, const QRectF& area) { paint(painter, area); }))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_canvas, 1);
    m_bar->hide();
    connect(m_bar, &UnitBar::backWanted, this, [this] { emit unitWatched(std::nullopt); });
    connect(m_bar, &UnitBar::neighbourWanted, this, &UnitsPanel::lookAtNeighbour);
    connect(m_bar, &UnitBar::offerTaken, this, &UnitsPanel::takeOffer);
    m_canvas->setMinimumSize(120, 90);
    m_canvas->setCursor(Qt::PointingHandCursor);
    m_canvas->setOverlay([this](QPainter& painter, const QRectF& area) { paintReading(painter, area); });
    addCanvas(m_canvas);
    setAccessibleName(title());
}

QString UnitsPanel::title() const
{
    return tr("Units");
}

QString UnitsPanel::help() const
{
    return tr(
        "Every unit of every hidden layer, judged over the samples of the probe set. The first of these that "
        "holds wins:\n\n"
        "no derivative anywhere (dash): f′(z) = 0 for every z, as for a step. No gradient ever passes; that is "
        "the function's nature, and no unit has died of it.\n"
        "gradient-dead (cross): f′(z) = 0 on every sample, so no gradient passes and its weights stand still.\n"
        "asleep (small block): z ≤ 0 on every sample, where the activation's negative side is the weak one.\n"
        "saturated (stripes): 95 % of its samples or more lie in a saturating tail.\n"
        "alive (full): none of these.\n\n"
        "Point at a unit for its numbers. Click a row, or use the arrow keys, to select its layer in all cards. Click "
        "a unit, or press Enter, to look at it from near: its z under f and f′, its weights, its bias and "
        "gradient, and the samples that excite it most. If it is dead, “Why did it die?” makes the run again and "
        "finds the update that killed it.\n\n"
        "Contenders have a grid of their own each; the unit that is looked at from near is one of the run that is "
        "watched.");
}

void UnitsPanel::display(const FrameData& frame)
{
    displayGrid(frame);
    m_sight = frame.watch && m_unit.set(frame) ? Sight::Unit : Sight::Grid;
    if (m_sight == Sight::Unit)
        displayWatch(frame);
    m_bar->setVisible(m_sight != Sight::Grid && !onPaper());
    m_canvas->setCursor(m_sight == Sight::Grid ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_canvas->refresh();
}

void UnitsPanel::displayWatch(const FrameData& frame)
{
    m_lookedAt = m_unit.place();
    m_bar->setNeighbours(m_lookedAt.unit > 0, m_lookedAt.unit + 1 < grid().units(m_lookedAt.layer));
    setSubtitle(m_unit.heading());
    using Offer = UnitBar::Offer;
    const std::optional<AutopsyReport>& autopsy = frame.watch->autopsy;
    if (!autopsy) {
        m_prefersUnit = false;
        m_bar->setOffer(m_unit.state() == UnitState::GradientDead ? Offer::Autopsy : Offer::Nothing);
        return;
    }
    m_autopsy.set(*autopsy);
    if (!m_prefersUnit)
        m_sight = Sight::Autopsy;
    m_bar->setOffer(autopsy->state == AutopsyReport::State::Running ? Offer::Cancel
                    : m_prefersUnit                                 ? Offer::ShowAutopsy
                                                                    : Offer::ShowUnit);
}

void UnitsPanel::displayGrid(const FrameData& frame)
{
    m_grids.set(frame);
    m_message = grid().empty() ? tr("No hidden layer: there are no units to look at.") : QString();
    if (const QString diverged = divergenceSentence(frame.snapshot); !diverged.isEmpty())
        setSubtitle(diverged, true);
    else if (grid().empty())
        setSubtitle(tr("no hidden layer"));
    else if (grid().count(UnitState::NoDerivative) == grid().total())
        setSubtitle(UnitGrid::stateName(UnitState::NoDerivative));
    else {
        const int ill = grid().total() - grid().count(UnitState::Alive);
        setSubtitle(ill == 0 ? tr("all %1 units are alive").arg(countText(grid().total()))
                             : tr("%1 of %2 units are alive")
                                   .arg(countText(grid().count(UnitState::Alive)), countText(grid().total())));
    }
}

void UnitsPanel::paint(QPainter& painter, const QRectF& area) const
{
    if (m_sight == Sight::Unit) {
        m_unit.paint(painter, area, theme(), textSize());
        return;
    }
    if (m_sight == Sight::Autopsy) {
        m_autopsy.paint(painter, area, theme(), textSize());
        return;
    }
    if (m_message.isEmpty()) {
        m_grids.paint(painter, area, theme(), textSize());
        return;
    }
    painter.fillRect(area, theme().card);
    painter.setFont(themeFont(textSize() * 1.25));
    painter.setPen(theme().mutedText);
    painter.drawText(area, Qt::AlignCenter | Qt::TextWordWrap, m_message);
}

bool UnitsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_canvas && event->type() == QEvent::MouseButtonPress) {
        setFocus(Qt::MouseFocusReason);
        return m_sight != Sight::Grid || pressed(static_cast<QMouseEvent*>(event)->position());
    }
    return Panel::eventFilter(watched, event);
}

QRectF UnitsPanel::gridArea(std::size_t run) const
{
    return m_grids.areaOf(run, QRectF(m_canvas->rect()), textSize());
}

bool UnitsPanel::pressed(const QPointF& place)
{
    const std::size_t run = m_grids.runAt(place, QRectF(m_canvas->rect()), textSize());
    if (const int layer = m_grids.grid(run).layerAt(place, gridArea(run), textSize());
        layer > 0 && layer <= grid().depth())
        emit layerPicked(layer);
    if (const auto unit = grid().unitAt(place, gridArea(), textSize()); unit && run == 0)
        lookAt(*unit); // a contender's is not kept
    return true;
}

void UnitsPanel::lookAt(const core::UnitPlace& unit)
{
    m_lookedAt = unit;
    m_prefersUnit = false;
    emit unitWatched(unit);
}

void UnitsPanel::lookAtNeighbour(int places)
{
    const int unit = m_lookedAt.unit + places;
    if (unit >= 0 && unit < grid().units(m_lookedAt.layer))
        lookAt({m_lookedAt.layer, unit});
}

void UnitsPanel::takeOffer()
{
    switch (m_bar->offer()) {
    case UnitBar::Offer::Nothing:
        return;
    case UnitBar::Offer::Autopsy:
        emit autopsyWanted();
        return;
    case UnitBar::Offer::Cancel:
        emit autopsyCancelled();
        return;
    case UnitBar::Offer::ShowUnit:
    case UnitBar::Offer::ShowAutopsy:
        m_prefersUnit = !m_prefersUnit;
        emit viewChanged();
        return;
    }
}

bool UnitsPanel::unitKey(int key)
{
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (m_sight == Sight::Grid) {
        const int units = grid().units(layerShown());
        if (isEnter && units > 0)
            lookAt({layerShown(), std::min(m_lookedAt.layer == layerShown() ? m_lookedAt.unit : 0, units - 1)});
        return isEnter && units > 0;
    }
    if (key == Qt::Key_Escape || key == Qt::Key_Backspace) {
        emit unitWatched(std::nullopt);
    } else if (key == Qt::Key_Left || key == Qt::Key_Right) {
        lookAtNeighbour(key == Qt::Key_Left ? -1 : 1);
    } else if (key == Qt::Key_Up || key == Qt::Key_Down) {
        const int layer = m_lookedAt.layer + (key == Qt::Key_Up ? -1 : 1);
        if (const int units = grid().units(layer); units > 0) {
            emit layerPicked(layer);
            lookAt({layer, std::min(m_lookedAt.unit, units - 1)});
        }
    } else if (isEnter) {
        takeOffer();
    } else {
        return false;
    }
    return true;
}

void UnitsPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() & ~Qt::KeypadModifier || !unitKey(event->key()))
        Panel::keyPressEvent(event);
}

void UnitsPanel::paintContent(QCPPainter& painter, const QRect& target)
{
    paint(painter, QRectF(target));
}

NumberTable UnitsPanel::table(const FrameData& frame) const
{
    return unitsTable(frame);
}

} // namespace ui
