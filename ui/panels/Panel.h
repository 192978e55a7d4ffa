// SPDX-License-Identifier: GPL-3.0-or-later
// The one interface of all pictures: show(FrameData). A panel keeps no past and asks nobody: it draws what it is given,
// on the screen and, with the same code, into figures. It reads its numbers out where somebody points, says the same in
// a sentence, and explains itself. Lives on the GUI thread; held by cards in the Dashboard, made for a moment by
// Figures.
#pragma once

#include "ui/base/FrameData.h"
#include "ui/base/NumberTable.h"
#include "ui/base/Pointer.h"
#include "ui/base/Theme.h"
#include "ui/widgets/Readout.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <qcustomplot.h>

#include <optional>
#include <vector>

class QAction;
class QActionGroup;
class QHBoxLayout;
class QMenu;

namespace ui
{

class Canvas;
class PlotView;
class SegmentedSwitch;

/// How a panel is looked at: where its switches stand, and which part of it is seen.
struct PanelView {
    QMap<QString, int> switches;    ///< the choice of each switch, by its key
    QMap<QString, QCPRange> ranges; ///< of axes that a person holds (zoomed or frozen), by name; others follow the data
};

inline constexpr int kProgressSteps = 1000; ///< of a bar that shows which share of the work is done

class Panel : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(QWidget* parent = nullptr);

    [[nodiscard]] virtual QString title() const = 0;
    /// What is drawn and how to read it, in a few paragraphs.
    [[nodiscard]] virtual QString help() const = 0;
    /// What the card's "?" tells, as rich text: the help, the formulas with the numbers of this frame in them, what
    /// healthy looks like, and where it was published.
    [[nodiscard]] virtual QString explanation(const FrameData& frame) const = 0;
    /// What is to be seen now, as a whole sentence for those who cannot see it; kept up to date by show().
    [[nodiscard]] const QString& sentence() const { return m_sentence; }
    /// A short sentence about what is shown at this moment, with its numbers.
    [[nodiscard]] const QString& subtitle() const { return m_subtitle; }
    [[nodiscard]] bool inAlarm() const { return m_alarm; }
    /// Pictures that cost much may take turns with each other.
    [[nodiscard]] virtual bool heavy() const { return false; }
    /// Drawn from the run that is watched; false: from nothing but what is followed by name below.
    [[nodiscard]] virtual bool followsRun() const { return true; }
    /// Drawn from the config alone too, so that it must follow the finger.
    [[nodiscard]] virtual bool followsConfig() const { return false; }
    /// Drawn from the history too, so that it changes while an earlier moment is looked at and training goes on.
    [[nodiscard]] virtual bool followsHistory() const { return false; }

    /// Drawn from what theory says too, which may come a moment later.
    [[nodiscard]] virtual bool followsPrediction() const { return false; }
    /// Drawn from the race, too.
    [[nodiscard]] virtual bool followsRace() const { return false; }
    /// Drawn from the phase map, too.
    [[nodiscard]] virtual bool followsPhases() const { return false; }
    /// Drawn from what activations cost, too.
    [[nodiscard]] virtual bool followsCosts() const { return false; }
    /// Drawn from the watched unit too.
    [[nodiscard]] virtual bool followsWatch() const { return false; }
    /// Draws the runs beside the one that is watched, too; then its numbers and words tell of each of them.
    [[nodiscard]] virtual bool showsContenders() const { return false; }

    using QWidget::show;
    void show(const FrameData& frame);
    /// Takes effect with the next show().
    virtual void setTheme(const Theme& theme);
    [[nodiscard]] const Theme& theme() const { return *m_theme; }
    /// Letters for print, this many pixels high at 96 dpi.
    virtual void setPaper(double textSize);

    [[nodiscard]] PanelView view() const;
    void setView(const PanelView& view);
    /// The panel's switches, for the card's head; null if it has none.
    [[nodiscard]] QWidget* switches() const { return m_switchBar; }
    /// Switches that are used less, freezing and resetting the axes; null if there is nothing of the kind.
    [[nodiscard]] QMenu* viewMenu() const { return m_viewMenu; }
    /// The axes stay where they are, to compare before and after.
    void setFrozen(bool frozen);
    [[nodiscard]] bool isFrozen() const;

    /// Shows the place that is pointed at in another card; an empty pointer takes it away.
    void showPointer(const Pointer& pointer);
    /// Lets the person draw data in this panel, by mouse and keyboard; false if it is no place for it.
    virtual bool startDrawing() { return false; }
    /// What the panel reads out now, here or for another card's pointer.
    [[nodiscard]] const Readout& reading() const { return m_reading; }

    /// Title, subtitle and picture, into `target`.
    void paintFigure(QCPPainter& painter, const QRect& target);
    /// The numbers behind the picture of this frame, in the view that is chosen.
    [[nodiscard]] virtual NumberTable table(const FrameData& frame) const = 0;

    /// What table(), explanation() and describeFrame() say of the run that is watched, and of each that is drawn beside
    /// it: its rows begin with its name then.
    [[nodiscard]] NumberTable tableOfAll(const FrameData& frame) const;
    [[nodiscard]] QString explanationOfAll(const FrameData& frame) const;
    [[nodiscard]] QString sentenceOfAll(const FrameData& frame) const;

signals:
    void layerPicked(int layer);
    /// The person has set something of the experiment in this panel; undo calls it by this name.
    void edited(const core::Setting& setting, const QString& name);
    /// The hand is off: the next edit is another one.
    void editingFinished();
    /// This unit is to be looked at from near; none: no longer.
    void unitWatched(std::optional<core::UnitPlace> unit);
    /// It is to be found out why the watched unit is dead; or no longer.
    void autopsyWanted();
    void autopsyCancelled();
    /// Somebody wants to say what is to be raced; or that it ends here.
    void raceWanted();
    void raceCancelled();
    /// Somebody wants to say what a phase map is to be made of; that it ends here; or to see another of its pages.
    void phaseMapWanted();
    void phaseMapCancelled();
    void phasePageWanted(int page);
    /// What activations cost is to be measured.
    void costsWanted();
    /// This experiment is to be watched in place of the present one; undo calls it by this name.
    void experimentWanted(const core::ExperimentConfig& config, const QString& name);
    /// Somebody points at this panel; an empty pointer: no longer.
    void pointed(const ui::Pointer& pointer);
    void subtitleChanged();
    /// sentence() was said anew to assistive technology: a few times a second at most.
    void sentenceChanged();
    void frozenChanged(bool frozen);
    /// A switch was moved, or there is more room now: the panel has to be shown the frame again.
    void viewChanged();

protected:
    virtual void display(const FrameData& frame) = 0;
    virtual void paintContent(QCPPainter& painter, const QRect& target) = 0;
    /// A line under the picture that a figure must carry, or nothing.
    [[nodiscard]] virtual QString credit() const { return {}; }

    /// What is to be seen in this frame, with its numbers, without the panel's title.
    [[nodiscard]] virtual QString describeFrame(const FrameData& frame) const = 0;
    /// Where a hand is in this panel and what it does, whatever the frame; mostly nothing.
    [[nodiscard]] virtual QString handSentence() const { return {}; }
    /// Shows the numbers at a place of this picture, and tells what of it concerns the other cards.
    virtual Pointer readAt(QWidget* picture, const QPointF& place) = 0;
    /// Shows the numbers at what is pointed at in another card, as far as this panel has them.
    virtual void readFor(const Pointer& pointer) = 0;
    /// Takes away whatever readAt and readFor show.
    virtual void stopReading();
    /// Layers that the arrow keys can choose.
    [[nodiscard]] virtual bool picksLayers() const { return false; }

    /// Pictures in which one can point: the axes of a plot can be zoomed and frozen as well.
    void addPlot(PlotView* plot);
    void addCanvas(Canvas* canvas);
    void setReading(Readout reading) { m_reading = std::move(reading); }
    [[nodiscard]] int layerCount() const { return m_layerCount; }
    [[nodiscard]] int layerShown() const { return m_selectedLayer; }
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

    /// A widget of the panel's own in the card's head, after the switches that are there already.
    void addToHead(QWidget* widget);
    SegmentedSwitch* addSwitch(const QString& key, const QString& name, const QStringList& choices);
    /// A switch for which the head has no room: entries of the view menu.
    void addMenuSwitch(const QString& key, const QString& name, const QStringList& choices);
    /// Another quantity or scale: zoomed axes mean nothing any more. Which switches those are.
    [[nodiscard]] virtual bool changesAxes(const QString& /*key*/) const { return true; }
    [[nodiscard]] int choice(const QString& key) const;
    void setSubtitle(const QString& subtitle, bool alarm = false);
    [[nodiscard]] double textSize() const { return m_textSize; }
    [[nodiscard]] bool onPaper() const { return m_paper; }

    /// "The run has diverged at step 12 in layer 3." or nothing.
    [[nodiscard]] static QString divergenceSentence(const core::Snapshot& snapshot);
    /// The layer that all cards look at, or nullptr if the snapshot has no such layer.
    [[nodiscard]] static const core::LayerStatistics* selectedLayer(const FrameData& frame);

private:
    QMenu& neededViewMenu();
    void onSwitched(const QString& key);
    void point(QWidget* picture, const QPointF& place);
    void leave();
    void readAgain();
    void say(const QString& sentence);

    const Theme* m_theme = &Theme::of(ThemeKind::Light);
    std::vector<PlotView*> m_plots;
    QWidget* m_pointedPicture = nullptr; ///< under the mouse
    QPointF m_pointedPlace;
    Pointer m_ownPointer;
    Pointer m_otherPointer; ///< in another card
    Readout m_reading;
    QString m_sentence;
    QTimer m_sentencePause; ///< running: the newest sentence waits
    int m_layerCount = 0;
    int m_selectedLayer = 0;
    QMenu* m_viewMenu = nullptr;
    QAction* m_freezeAction = nullptr;
    QMap<QString, QActionGroup*> m_menuSwitches;
    QWidget* m_switchBar = nullptr;
    QHBoxLayout* m_switchLayout = nullptr;
    QMap<QString, SegmentedSwitch*> m_switches;
    QString m_subtitle;
    bool m_alarm = false;
    bool m_paper = false;
    static constexpr double kScreenTextSize = 11;
    double m_textSize = kScreenTextSize;
};

} // namespace ui
