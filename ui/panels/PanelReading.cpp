// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Panel that answers hands: pointing, layers by arrow keys, and how the axes are looked at.
#include "ui/panels/Panel.h"
#include "ui/widgets/Canvas.h"
#include "ui/widgets/PlotView.h"

#include <QActionGroup>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace ui
{

void Panel::addPlot(PlotView* plot)
{
    m_plots.push_back(plot);
    plot->installEventFilter(this);
    connect(plot, &PlotView::zoomChanged, this, &Panel::readAgain);
    QMenu& menu = neededViewMenu();
    if (m_freezeAction)
        return;
    m_freezeAction = menu.addAction(tr("Freeze the axes"));
    m_freezeAction->setCheckable(true);
    m_freezeAction->setToolTip(tr("The axes stay where they are, so that before and after can be compared."));
    connect(m_freezeAction, &QAction::toggled, this, &Panel::setFrozen);
    QAction* reset = menu.addAction(tr("Reset zoom"));
    connect(reset, &QAction::triggered, this, [this] {
        for (PlotView* each : m_plots)
            each->resetZoom();
    });
    connect(&menu, &QMenu::aboutToShow, this, [this, reset] {
        reset->setEnabled(
            std::any_of(m_plots.begin(), m_plots.end(), [](const PlotView* each) { return each->isZoomed(); }));
    });
}

void Panel::addCanvas(Canvas* canvas)
{
    canvas->setMouseTracking(true);
    canvas->installEventFilter(this);
}

QMenu& Panel::neededViewMenu()
{
    if (!m_viewMenu) {
        m_viewMenu = new QMenu(this);
        m_viewMenu->setToolTipsVisible(true);
    }
    return *m_viewMenu;
}

void Panel::addMenuSwitch(const QString& key, const QString& name, const QStringList& choices)
{
    QMenu& menu = neededViewMenu();
    auto* group = new QActionGroup(this);
    for (const QString& text : choices) {
        auto* action = new QAction(QStringLiteral("%1: %2").arg(name, text), group);
        action->setCheckable(true);
        action->setChecked(group->actions().size() == 1);
        menu.insertAction(m_freezeAction, action);
    }
    menu.insertSeparator(m_freezeAction);
    connect(group, &QActionGroup::triggered, this, [this, key] { onSwitched(key); });
    m_menuSwitches.insert(key, group);
}

void Panel::onSwitched(const QString& key)
{
    if (changesAxes(key))
        for (PlotView* plot : m_plots)
            plot->releaseAxes();
    emit viewChanged();
}

void Panel::setFrozen(bool frozen)
{
    if (m_plots.empty() || isFrozen() == frozen)
        return;
    for (PlotView* plot : m_plots)
        plot->setFrozen(frozen);
    m_freezeAction->setChecked(frozen);
    emit frozenChanged(frozen);
}

bool Panel::isFrozen() const
{
    return !m_plots.empty() && m_plots.front()->isFrozen();
}

void Panel::showPointer(const Pointer& pointer)
{
    if (pointer == m_otherPointer)
        return;
    m_otherPointer = pointer;
    readAgain();
}

void Panel::stopReading()
{
    for (PlotView* plot : m_plots)
        plot->setCrosshair({});
}

void Panel::readAgain()
{
    m_reading = {};
    if (m_pointedPicture && m_pointedPicture->isVisible()) {
        stopReading();
        // A pointer at rest points elsewhere when the axes move on below it.
        const Pointer before = std::exchange(m_ownPointer, readAt(m_pointedPicture, m_pointedPlace));
        if (m_ownPointer != before)
            emit pointed(m_ownPointer);
    } else if (!m_otherPointer.empty()) {
        stopReading();
        readFor(m_otherPointer);
    } else {
        stopReading();
    }
}

void Panel::point(QWidget* picture, const QPointF& place)
{
    m_pointedPicture = picture;
    m_pointedPlace = place;
    readAgain();
}

void Panel::leave()
{
    m_pointedPicture = nullptr;
    readAgain();
    if (m_ownPointer.empty())
        return;
    m_ownPointer = {};
    emit pointed(m_ownPointer);
}

bool Panel::eventFilter(QObject* watched, QEvent* event)
{
    auto* picture = qobject_cast<QWidget*>(watched);
    if (event->type() == QEvent::MouseMove && picture)
        point(picture, static_cast<QMouseEvent*>(event)->position());
    else if ((event->type() == QEvent::Leave || event->type() == QEvent::Hide) && picture == m_pointedPicture)
        leave();
    else if (event->type() == QEvent::MouseButtonPress)
        setFocus(Qt::MouseFocusReason);
    return QWidget::eventFilter(watched, event);
}

void Panel::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0 || !picksLayers() || m_layerCount == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    emit layerPicked(std::clamp(m_selectedLayer + step, 1, m_layerCount));
}

} // namespace ui
