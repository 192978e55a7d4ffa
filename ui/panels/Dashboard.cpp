// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Dashboard.h"

#include "ui/base/CostState.h"
#include "ui/base/NotANumber.h"
#include "ui/base/PhaseMapState.h"
#include "ui/base/RaceState.h"
#include "ui/base/UnitWatch.h"
#include "ui/panels/PanelCatalogue.h"
#include "ui/widgets/Card.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace ui
{

namespace
{

constexpr int kReminderMilliseconds = 20;

QList<int> inOrder()
{
    QList<int> places(static_cast<qsizetype>(panelCatalogue().size()));
    std::iota(places.begin(), places.end(), 0);
    return places;
}

} // namespace

QList<int> DashboardView::seen() const
{
    return (places.isEmpty() ? inOrder() : places).first(kPlaces);
}

Dashboard::Dashboard(QWidget* parent)
    : QWidget(parent)
    , m_places(inOrder())
    , m_column(new QSplitter(Qt::Vertical))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    m_column->setHandleWidth(8);
    m_column->setChildrenCollapsible(false);
    layout->addWidget(m_column);
    const int cards = static_cast<int>(panelCatalogue().size());
    for (int first = 0; first < cards; first += kPlaceColumns) {
        auto* row = new QSplitter(Qt::Horizontal);
        row->setHandleWidth(8);
        row->setChildrenCollapsible(false);
        m_column->addWidget(row);
        m_rows.push_back(row);
    }
    for (int index = 0; index < cards; ++index)
        addCard(index);
    for (QSplitter* row : m_rows)
        row->setSizes(QList<int>(kPlaceColumns, 1000));
    m_column->setSizes(QList<int>(static_cast<qsizetype>(m_rows.size()), 1000));
    QStringList titles;
    for (const Entry& entry : m_entries)
        titles << entry.panel->title();
    for (int index = 0; index < cards; ++index)
        card(index).setPictures(titles, index);
    setMaximizedCard(-1);

    m_reminder.setSingleShot(true);
    m_reminder.setInterval(kReminderMilliseconds);
    connect(&m_reminder, &QTimer::timeout, this, &Dashboard::frameNeeded);
    setTheme(*m_theme);
}

Dashboard::~Dashboard()
{
    // A card that is hidden while the window falls is left by the pointer, and would tell cards that are gone.
    for (const Entry& entry : m_entries)
        entry.panel->disconnect(this);
}

void Dashboard::addCard(int index)
{
    Entry entry;
    entry.panel = panelCatalogue()[static_cast<std::size_t>(index)].make();
    entry.card = new Card(entry.panel->title(), entry.panel, entry.panel->switches());
    entry.card->setViewMenu(entry.panel->viewMenu());
    entry.card->setMinimumSize(220, 180);
    m_rows[static_cast<std::size_t>(index / kPlaceColumns)]->addWidget(entry.card);
    connect(
        entry.card, &Card::pictureChosen, this, [this, index](int other) { exchangeCards(index, other); },
        Qt::QueuedConnection); // once its menu is closed
    connect(entry.panel, &Panel::layerPicked, this, &Dashboard::layerPicked);
    connect(entry.panel, &Panel::edited, this, &Dashboard::edited);
    connect(entry.panel, &Panel::editingFinished, this, &Dashboard::editingFinished);
    connect(entry.panel, &Panel::unitWatched, this, &Dashboard::unitWatched);
    connect(entry.panel, &Panel::autopsyWanted, this, &Dashboard::autopsyWanted);
    connect(entry.panel, &Panel::autopsyCancelled, this, &Dashboard::autopsyCancelled);
    connect(entry.panel, &Panel::raceWanted, this, &Dashboard::raceWanted);
    connect(entry.panel, &Panel::raceCancelled, this, &Dashboard::raceCancelled);
    connect(entry.panel, &Panel::phaseMapWanted, this, &Dashboard::phaseMapWanted);
    connect(entry.panel, &Panel::phaseMapCancelled, this, &Dashboard::phaseMapCancelled);
    connect(entry.panel, &Panel::phasePageWanted, this, &Dashboard::phasePageWanted);
    connect(entry.panel, &Panel::costsWanted, this, &Dashboard::costsWanted);
    connect(entry.panel, &Panel::experimentWanted, this, &Dashboard::experimentWanted);
    connect(entry.panel, &Panel::subtitleChanged, this,
            [this, entry] { entry.card->setSubtitle(entry.panel->subtitle(), entry.panel->inAlarm()); });
    connect(entry.panel, &Panel::viewChanged, this, [this, index] {
        m_entries[static_cast<std::size_t>(index)].stale = true;
        emit frameNeeded();
    });
    connect(entry.card, &Card::maximizeToggled, this,
            [this, index] { setMaximizedCard(m_maximized == index ? -1 : index); });
    connect(entry.card, &Card::exportRequested, this,
            [this, index](const QString& format) { emit exportRequested(index, format); });
    connect(entry.card, &Card::copyPictureRequested, this, [this, index] { emit copyPictureRequested(index); });
    connect(entry.card, &Card::copyTableRequested, this, [this, index] { emit copyTableRequested(index); });
    m_entries.push_back(entry);
    connectReading(index);
}

void Dashboard::connectReading(int index)
{
    const Entry entry = m_entries[static_cast<std::size_t>(index)];
    connect(entry.panel, &Panel::pointed, this, [this, entry](const Pointer& pointer) {
        for (const Entry& other : m_entries)
            if (other.panel != entry.panel)
                other.panel->showPointer(pointer);
    });
    connect(entry.panel, &Panel::sentenceChanged, entry.card,
            [entry] { entry.card->setSentence(entry.panel->accessibleDescription()); });
    connect(entry.panel, &Panel::frozenChanged, this, [this, entry](bool frozen) {
        entry.card->setFrozen(frozen);
        emit frozenChanged();
    });
    connect(entry.card, &Card::helpRequested, this, [this, index] { showHelp(index); });
}

void Dashboard::showHelp(int index)
{
    m_helpWanted = index;
    emit frameNeeded();
    // Before the first frame there are no numbers yet, but words.
    if (std::exchange(m_helpWanted, -1) >= 0)
        m_entries[static_cast<std::size_t>(index)].card->showHelp(
            m_entries[static_cast<std::size_t>(index)].panel->help());
}

void Dashboard::setFrozen(bool frozen)
{
    for (const Entry& entry : m_entries)
        entry.panel->setFrozen(frozen);
}

bool Dashboard::isFrozen() const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [](const Entry& entry) { return entry.panel->isFrozen(); });
}

void Dashboard::setTheme(const Theme& theme)
{
    m_theme = &theme;
    for (Entry& entry : m_entries) {
        entry.panel->setTheme(theme);
        entry.card->setTheme(theme);
        entry.panel->update();
        entry.stale = true;
    }
    emit frameNeeded();
}

DashboardView Dashboard::view() const
{
    DashboardView view;
    for (std::size_t index = 0; index < m_entries.size(); ++index)
        view.panels.insert(QString::fromLatin1(panelCatalogue()[index].id), m_entries[index].panel->view());
    view.places = m_places;
    return view;
}

QByteArrayList Dashboard::arrangement() const
{
    QByteArrayList states{m_column->saveState()};
    for (const QSplitter* row : m_rows)
        states << row->saveState();
    return states;
}

void Dashboard::setArrangement(const QByteArrayList& arrangement)
{
    if (arrangement.size() != static_cast<qsizetype>(m_rows.size()) + 1)
        return; // of another version of the window
    m_column->restoreState(arrangement.first());
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rows[row]->restoreState(arrangement[static_cast<qsizetype>(row) + 1]);
}

void Dashboard::setView(const DashboardView& view)
{
    for (std::size_t index = 0; index < m_entries.size(); ++index) {
        const auto found = view.panels.constFind(QString::fromLatin1(panelCatalogue()[index].id));
        if (found == view.panels.constEnd())
            continue;
        m_entries[index].panel->setView(*found);
        m_entries[index].stale = true;
    }
    setPlaces(view.places);
    emit frameNeeded();
}

void Dashboard::setPlaces(const QList<int>& places)
{
    QList<int> sorted = places;
    std::sort(sorted.begin(), sorted.end());
    if (sorted != inOrder() || places == m_places)
        return; // of another version of the window, or nothing new
    m_places = places;
    arrange();
}

void Dashboard::exchangeCards(int one, int other)
{
    if (one == other)
        return;
    m_places.swapItemsAt(placeOf(one), placeOf(other));
    arrange();
    if (m_maximized == one)
        setMaximizedCard(other);
    panel(other).setFocus(Qt::OtherFocusReason);
}

void Dashboard::bringIntoSight(int card)
{
    const QList<int> seen = view().seen();
    if (m_maximized >= 0)
        setMaximizedCard(card);
    else if (!seen.contains(card))
        exchangeCards(card, seen.back());
}

void Dashboard::arrange()
{
    QList<QList<int>> sizes;
    for (const QSplitter* row : m_rows)
        sizes << row->sizes();
    for (int place = 0; place < cardCount(); ++place)
        m_rows[static_cast<std::size_t>(place / kPlaceColumns)]->insertWidget(place % kPlaceColumns,
                                                                              &card(m_places[place]));
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rows[row]->setSizes(sizes[static_cast<qsizetype>(row)]);
    setMaximizedCard(m_maximized);
}

void Dashboard::setMaximizedCard(int card)
{
    m_maximized = card;
    for (int row = 0; row < static_cast<int>(m_rows.size()); ++row)
        m_rows[static_cast<std::size_t>(row)]->setVisible(card < 0 ? row * kPlaceColumns < kPlaces
                                                                   : placeOf(card) / kPlaceColumns == row);
    for (int index = 0; index < cardCount(); ++index) {
        Entry& entry = m_entries[static_cast<std::size_t>(index)];
        entry.card->setVisible(card < 0 || card == index);
        entry.card->setMaximized(card == index);
        entry.card->setTheme(*m_theme);
    }
    emit frameNeeded();
}

int Dashboard::currentCard() const
{
    if (m_maximized >= 0)
        return m_maximized;
    const QWidget* focus = QApplication::focusWidget();
    int underPointer = 0;
    for (int index = 0; index < cardCount(); ++index) {
        if (focus && card(index).isAncestorOf(focus))
            return index;
        if (card(index).underMouse())
            underPointer = index;
    }
    return underPointer;
}

void Dashboard::startDrawing()
{
    for (int card = 0; card < cardCount(); ++card) {
        if (!panel(card).startDrawing())
            continue;
        if (m_maximized >= 0)
            setMaximizedCard(card);
        panel(card).setFocus(Qt::ShortcutFocusReason);
        return;
    }
}

void Dashboard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_maximized >= 0)
        setMaximizedCard(-1);
    else
        QWidget::keyPressEvent(event);
}

void Dashboard::markStale(const FrameData& frame)
{
    const core::Snapshot& snapshot = frame.snapshot;
    const bool sameSnapshot = snapshot.generation == m_seen.generation && snapshot.step == m_seen.step &&
                              snapshot.status == m_seen.status && snapshot.decision.resolution == m_seen.resolution &&
                              sameNumber(snapshot.train.loss, m_seen.trainLoss) && snapshot.data.get() == m_seen.data &&
                              frame.selectedLayer == m_seen.selectedLayer && snapshot.config == m_seen.snapshotConfig;
    const bool sameConfig = frame.config == m_seen.config;
    const std::optional<std::uint64_t> trial = frame.trial ? std::optional(frame.trial->revision()) : std::nullopt;
    const bool sameHistory =
        frame.history.revision() == m_seen.revision && frame.cursor == m_seen.cursor && trial == m_seen.trial;
    const bool samePrediction = frame.prediction.get() == m_seen.prediction;
    const std::uint64_t watch = frame.watch ? frame.watch->revision : 0;
    const bool sameWatch = watch == m_seen.watch;
    const std::uint64_t race = frame.race ? frame.race->revision : 0;
    const bool sameRace = race == m_seen.race;
    const std::uint64_t phases = frame.phases ? frame.phases->revision : 0;
    const bool samePhases = phases == m_seen.phases;
    std::vector<SeenContender> contenders = seenContenders(frame);
    const bool sameContenders = contenders == m_seen.contenders;
    const std::uint64_t costs = frame.costs ? frame.costs->revision : 0;
    const bool sameCosts = costs == m_seen.costs;
    for (Entry& entry : m_entries)
        entry.stale = entry.stale || ((!sameSnapshot || !sameContenders) && entry.panel->followsRun()) ||
                      (!samePrediction && entry.panel->followsPrediction()) ||
                      (!sameWatch && entry.panel->followsWatch()) || (!sameRace && entry.panel->followsRace()) ||
                      (!samePhases && entry.panel->followsPhases()) || (!sameCosts && entry.panel->followsCosts()) ||
                      (!sameConfig && entry.panel->followsConfig()) || (!sameHistory && entry.panel->followsHistory());
    if (!sameSnapshot)
        m_seen = {snapshot.generation,          snapshot.step,       snapshot.status,
                  snapshot.decision.resolution, snapshot.train.loss, frame.selectedLayer,
                  snapshot.data.get(),          snapshot.config,     frame.config};
    else if (!sameConfig)
        m_seen.config = frame.config;
    m_seen.revision = frame.history.revision();
    m_seen.cursor = frame.cursor;
    m_seen.trial = trial;
    m_seen.prediction = frame.prediction.get();
    m_seen.watch = watch;
    m_seen.race = race;
    m_seen.phases = phases;
    m_seen.costs = costs;
    m_seen.contenders = std::move(contenders);
}

std::vector<Dashboard::SeenContender> Dashboard::seenContenders(const FrameData& frame)
{
    std::vector<SeenContender> all;
    for (const Contender& contender : frame.contenders) {
        const core::Snapshot* snapshot = contender.snapshot;
        const double loss = snapshot && std::isfinite(snapshot->train.loss) ? snapshot->train.loss : 0;
        all.push_back({contender.place, snapshot ? snapshot->step : -1, loss, *contender.config});
    }
    return all;
}

void Dashboard::show(const FrameData& frame)
{
    markStale(frame);
    bool somebodyWaits = false;
    m_lastColumnsTurn = !m_lastColumnsTurn;
    for (int index = 0; index < cardCount(); ++index) {
        // Costly panels come in turns: those of the last column this frame, the others in the next. Gradient flow costs
        // about as much as those of the other columns together.
        Entry& entry = m_entries[static_cast<std::size_t>(index)];
        const bool isInLastColumn = index % kPlaceColumns == kPlaceColumns - 1;
        const bool itsTurn = !entry.panel->heavy() || isInLastColumn == m_lastColumnsTurn;
        if (!entry.stale || !entry.panel->isVisible())
            continue;
        if (!itsTurn) {
            somebodyWaits = true;
            continue;
        }
        entry.panel->show(frame);
        entry.stale = false;
    }
    if (somebodyWaits)
        m_reminder.start();
    else
        m_reminder.stop();
    if (const int wanted = std::exchange(m_helpWanted, -1); wanted >= 0) {
        const Entry& entry = m_entries[static_cast<std::size_t>(wanted)];
        entry.card->showHelp(entry.panel->explanationOfAll(frame));
    }
}

} // namespace ui
