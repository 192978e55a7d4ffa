// SPDX-License-Identifier: GPL-3.0-or-later
// The window's middle: six of the cards in two rows of three, in splitters; the others wait behind the stage until a
// person exchanges one for them, or maximizes them. Hands each frame to the panels that can be seen
// and have something new to show; the costly ones take turns. What one card is pointed at, it tells the others. Used by
// MainWindow on the GUI thread.
#pragma once

#include "ui/base/FrameData.h"
#include "ui/base/Theme.h"
#include "ui/panels/Panel.h"

#include <QByteArrayList>
#include <QMap>
#include <QTimer>
#include <QWidget>

#include <vector>

class QSplitter;

namespace ui
{

class Card;

/// How everything is looked at.
struct DashboardView {
    QMap<QString, PanelView> panels; ///< by id
    /// Cards by their place, those that are seen first; empty: in the order of panelCatalogue.
    QList<int> places;

    /// The cards that are seen together.
    [[nodiscard]] QList<int> seen() const;
};

class Dashboard : public QWidget
{
    Q_OBJECT

public:
    explicit Dashboard(QWidget* parent = nullptr);
    ~Dashboard() override;

    using QWidget::show;
    /// Shows what is new in this frame. A panel that cannot be seen, or waits for its turn, stays stale until a later
    /// frame.
    void show(const FrameData& frame);
    void setTheme(const Theme& theme);
    /// Which switches stand where: figures are exported as they are seen.
    [[nodiscard]] DashboardView view() const;
    /// Looks at everything as this view does; panels that it does not name stay as they are.
    void setView(const DashboardView& view);

    [[nodiscard]] int cardCount() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] Panel& panel(int card) const { return *m_entries[static_cast<std::size_t>(card)].panel; }
    [[nodiscard]] Card& card(int card) const { return *m_entries[static_cast<std::size_t>(card)].card; }
    /// The card that fills the dashboard, −1 if all are seen.
    [[nodiscard]] int maximizedCard() const { return m_maximized; }
    void setMaximizedCard(int card);
    /// These two cards change places.
    void exchangeCards(int one, int other);
    [[nodiscard]] int placeOf(int card) const { return static_cast<int>(m_places.indexOf(card)); }
    /// Gives it a place where it is seen, if it has none: that of the last one.
    void bringIntoSight(int card);
    /// How the room is shared out among the cards, to be restored another day.
    [[nodiscard]] QByteArrayList arrangement() const;
    void setArrangement(const QByteArrayList& arrangement);
    /// The axes of all cards stay where they are, to compare before and after.
    void setFrozen(bool frozen);
    [[nodiscard]] bool isFrozen() const;
    /// The card that a command without a name speaks of: the maximized one, else that with the focus, else that under
    /// the pointer, else the first.
    [[nodiscard]] int currentCard() const;

    /// Goes to the card on which data can be drawn, and begins there.
    void startDrawing();

signals:
    void layerPicked(int layer);
    /// A card has set something of the experiment; undo calls it by this name.
    void edited(const core::Setting& setting, const QString& name);
    void editingFinished();
    void unitWatched(std::optional<core::UnitPlace> unit);
    void autopsyWanted();
    void autopsyCancelled();
    void raceWanted();
    void raceCancelled();
    void phaseMapWanted();
    void phaseMapCancelled();
    void phasePageWanted(int page);
    void costsWanted();
    void experimentWanted(const core::ExperimentConfig& config, const QString& name);
    /// `card` counts from 0 as in panelCatalogue. `format`: an id of exportFormats(), or "animation".
    void exportRequested(int card, const QString& format);
    void copyPictureRequested(int card);
    void copyTableRequested(int card);
    /// A stale panel can be seen now: show(…) is wanted once more, with the newest frame, even if nothing runs.
    void frameNeeded();
    /// isFrozen() may have changed: a card was frozen or thawed by its own menu.
    void frozenChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Entry {
        Panel* panel = nullptr;
        Card* card = nullptr;
        bool stale = true;
    };
    /// What of a contender was drawn last.
    struct SeenContender {
        int place = 0;
        std::int64_t step = -1; ///< −1: there was none of this moment
        double trainLoss = 0;
        core::ExperimentConfig config;
        bool operator==(const SeenContender&) const = default;
    };
    static std::vector<SeenContender> seenContenders(const FrameData& frame);
    /// What of a frame was drawn last; everything else of it follows from this.
    struct Seen {
        std::uint64_t generation = 0;
        std::int64_t step = -1;
        core::RunStatus status = core::RunStatus::Training;
        int resolution = 0;
        double trainLoss = 0;
        int selectedLayer = -1;
        const void* data = nullptr;
        core::ExperimentConfig snapshotConfig;
        core::ExperimentConfig config;
        std::uint64_t revision = 0;
        std::optional<std::int64_t> cursor{};
        const void* prediction = nullptr;
        std::optional<std::uint64_t> trial{}; ///< revision of its history
        std::uint64_t watch = 0;              ///< UnitWatch::revision, 0: nothing is watched
        std::uint64_t race = 0;               ///< RaceState::revision, 0: there is none
        std::uint64_t phases = 0;             ///< PhaseMapState::revision, 0: there is none
        std::vector<SeenContender> contenders{};
        std::uint64_t costs = 0; ///< CostState::revision, 0: nothing was measured
    };

    void addCard(int index);
    void connectReading(int index);
    void showHelp(int index);
    void markStale(const FrameData& frame);
    void arrange();
    void setPlaces(const QList<int>& places);

    std::vector<Entry> m_entries;
    QList<int> m_places; ///< the card at each place, row by row; from kPlaces on behind the stage
    QSplitter* m_column;
    std::vector<QSplitter*> m_rows;
    const Theme* m_theme = &Theme::of(ThemeKind::Light);
    Seen m_seen;
    bool m_lastColumnsTurn = false;
    int m_maximized = -1;
    int m_helpWanted = -1; ///< the card whose help waits for a frame
    QTimer m_reminder;     ///< asks for a frame when somebody is left waiting
};

} // namespace ui
