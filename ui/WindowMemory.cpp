// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/WindowMemory.h"

#include "ui/base/Preferences.h"
#include "ui/controls/Sidebar.h"
#include "ui/panels/Dashboard.h"

#include <QMainWindow>

namespace ui
{

namespace
{

const QString kGeometry = QStringLiteral("geometry");
const QString kCards = QStringLiteral("cards");
const QString kSwitches = QStringLiteral("switches");
const QString kPlacesOfCards = QStringLiteral("places");
const QString kFolding = QStringLiteral("folded_sections");

/// Zoomed axes belong to one run; only how the switches stand is worth remembering.
QVariantMap switchesOf(const DashboardView& view)
{
    QVariantMap all;
    for (auto card = view.panels.cbegin(); card != view.panels.cend(); ++card) {
        QVariantMap switches;
        for (auto each = card->switches.cbegin(); each != card->switches.cend(); ++each)
            switches.insert(each.key(), each.value());
        all.insert(card.key(), switches);
    }
    return all;
}

DashboardView viewFrom(const QVariantMap& all)
{
    DashboardView view;
    for (auto card = all.cbegin(); card != all.cend(); ++card) {
        const QVariantMap switches = card.value().toMap();
        for (auto each = switches.cbegin(); each != switches.cend(); ++each)
            view.panels[card.key()].switches.insert(each.key(), each.value().toInt());
    }
    return view;
}

} // namespace

void WindowMemory::keep(const QMainWindow& window, const Dashboard& dashboard, const Sidebar& sidebar)
{
    m_preferences.set(kGeometry, window.saveGeometry());
    m_preferences.set(kCards, QVariant::fromValue(dashboard.arrangement()));
    m_preferences.set(kSwitches, switchesOf(dashboard.view()));
    QVariantList places;
    for (const int card : dashboard.view().places)
        places << card;
    m_preferences.set(kPlacesOfCards, places);
    m_preferences.set(kFolding, sidebar.folding());
}

void WindowMemory::restore(QMainWindow& window, Dashboard& dashboard, Sidebar& sidebar) const
{
    window.restoreGeometry(m_preferences.value(kGeometry).toByteArray());
    dashboard.setArrangement(m_preferences.value(kCards).value<QByteArrayList>());
    DashboardView view = viewFrom(m_preferences.value(kSwitches).toMap());
    for (const QVariant& card : m_preferences.value(kPlacesOfCards).toList())
        view.places << card.toInt();
    dashboard.setView(view);
    sidebar.setFolding(m_preferences.text(kFolding));
}

} // namespace ui
