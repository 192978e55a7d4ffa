// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/UnitBar.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace ui
{

namespace
{

/// Reached by Tab; a click leaves the keyboard to the picture.
QToolButton* makeButton(const QString& text, const QString& name)
{
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setProperty("quiet", true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

UnitBar::UnitBar(QWidget* parent)
    : QWidget(parent)
    , m_back(makeButton(QStringLiteral("← ") + tr("All units"), tr("Back to all units (Esc)")))
    , m_before(makeButton(QStringLiteral("‹"), tr("The unit before it (←)")))
    , m_after(makeButton(QStringLiteral("›"), tr("The unit after it (→)")))
    , m_button(new QPushButton)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 4);
    layout->setSpacing(4);
    layout->addWidget(m_back);
    layout->addWidget(m_before);
    layout->addWidget(m_after);
    layout->addStretch(1);
    layout->addWidget(m_button);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setAutoDefault(false);
    connect(m_back, &QToolButton::clicked, this, &UnitBar::backWanted);
    connect(m_before, &QToolButton::clicked, this, [this] { emit neighbourWanted(-1); });
    connect(m_after, &QToolButton::clicked, this, [this] { emit neighbourWanted(1); });
    connect(m_button, &QPushButton::clicked, this, &UnitBar::offerTaken);
    setOffer(Offer::Nothing);
}

void UnitBar::setOffer(Offer offer)
{
    m_offer = offer;
    m_button->setVisible(offer != Offer::Nothing);
    switch (offer) {
    case Offer::Nothing:
        return;
    case Offer::Autopsy:
        m_button->setText(tr("Why did it die?"));
        m_button->setToolTip(
            tr("Makes the run again, bit for bit, finds the update that killed the unit, and tries what "
               "would have saved it (Enter)"));
        break;
    case Offer::Cancel:
        m_button->setText(tr("Cancel"));
        m_button->setToolTip(tr("Ends the autopsy (Enter)"));
        break;
    case Offer::ShowUnit:
        m_button->setText(tr("Show the unit"));
        m_button->setToolTip(tr("Back from the autopsy to the unit (Enter)"));
        break;
    case Offer::ShowAutopsy:
        m_button->setText(tr("Show the autopsy"));
        m_button->setToolTip(tr("What has been found about its death (Enter)"));
        break;
    }
}

void UnitBar::setNeighbours(bool hasBefore, bool hasAfter)
{
    m_before->setEnabled(hasBefore);
    m_after->setEnabled(hasAfter);
}

} // namespace ui
