// SPDX-License-Identifier: GPL-3.0-or-later
// The buttons above a unit that is looked at from near: back, its neighbours, and the autopsy. Used by UnitsPanel.
#pragma once

#include "ui/base/UnitWatch.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace ui
{

class UnitBar : public QWidget
{
    Q_OBJECT

public:
    explicit UnitBar(QWidget* parent = nullptr);

    /// What the last button does now.
    enum class Offer {
        Nothing,
        Autopsy,     ///< to be made
        Cancel,      ///< while it is being made
        ShowUnit,    ///< while its picture is seen
        ShowAutopsy, ///< while the unit is seen
    };
    void setOffer(Offer offer);
    [[nodiscard]] Offer offer() const { return m_offer; }
    void setNeighbours(bool hasBefore, bool hasAfter);

signals:
    void backWanted();
    /// The unit so many places after this one.
    void neighbourWanted(int places);
    void offerTaken();

private:
    QToolButton* m_back;
    QToolButton* m_before;
    QToolButton* m_after;
    QPushButton* m_button;
    Offer m_offer = Offer::Nothing;
};

} // namespace ui
