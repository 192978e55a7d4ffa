// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/UnitsPanel.h"

#include "ui/base/NumberText.h"
#include "ui/panels/PanelTables.h"
#include "ui/widgets/Canvas.h"

#include <QMouseEvent>
#include <QVBoxLayout>

namespace ui
{

using core::UnitState;

UnitsPanel::UnitsPanel(QWidget* parent)
    : Panel(parent)
    , m_canvas(new Canvas([this](QPainter& painter, const QRectF& area) { paint(painter, area); }))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
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
    return tr("Every unit of every hidden layer, judged over the samples of the probe set. The first of these that "
              "holds wins:\n\n"
              "no derivative anywhere (dash): f′(z) = 0 for every z, as for a step. No gradient ever passes; that is "
              "the function's nature, and no unit has died of it.\n"
              "gradient-dead (cross): f′(z) = 0 on every sample, so no gradient passes and its weights stand still.\n"
              "asleep (small block): z ≤ 0 on every sample, where the activation's negative side is the weak one.\n"
              "saturated (stripes): 95 % of its samples or more lie in a saturating tail.\n"
              "alive (full): none of these.\n\n"
              "Point at a unit for its numbers. Click a row, or use the arrow keys, to select its layer in all cards.");
}

void UnitsPanel::display(const FrameData& frame)
{
    m_grid.setLayers(frame.snapshot.layers);
    m_grid.setSelected(frame.selectedLayer);
    m_message = m_grid.empty() ? tr("No hidden layer: there are no units to look at.") : QString();
    if (const QString diverged = divergenceSentence(frame.snapshot); !diverged.isEmpty())
        setSubtitle(diverged, true);
    else if (m_grid.empty())
        setSubtitle(tr("no hidden layer"));
    else if (m_grid.count(UnitState::NoDerivative) == m_grid.total())
        setSubtitle(UnitGrid::stateName(UnitState::NoDerivative));
    else {
        const int ill = m_grid.total() - m_grid.count(UnitState::Alive);
        setSubtitle(ill == 0 ? tr("all %1 units are alive").arg(countText(m_grid.total()))
                             : tr("%1 of %2 units are alive")
                                   .arg(countText(m_grid.count(UnitState::Alive)), countText(m_grid.total())));
    }
    m_canvas->refresh();
}

void UnitsPanel::paint(QPainter& painter, const QRectF& area) const
{
    if (m_message.isEmpty()) {
        m_grid.paint(painter, area, theme(), textSize());
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
        const auto* press = static_cast<QMouseEvent*>(event);
        setFocus(Qt::MouseFocusReason);
        if (const int layer = m_grid.layerAt(press->pos(), QRectF(m_canvas->rect()), textSize()); layer > 0)
            emit layerPicked(layer);
        return true;
    }
    return Panel::eventFilter(watched, event);
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
