// SPDX-License-Identifier: GPL-3.0-or-later
// The one interface of all pictures: show(FrameData). A panel keeps no past and asks nobody: it draws what it is given,
// on the screen and, with the same code, into figures. Lives on the GUI thread; held by cards in the Dashboard, made
// for a moment by Figures.
#pragma once

#include "ui/base/FrameData.h"
#include "ui/base/Theme.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QWidget>

class QCPPainter;
class QHBoxLayout;

namespace ui
{

class SegmentedSwitch;

/// Which of its views a panel shows: the choice of each of its switches, by name.
using PanelView = QMap<QString, int>;

class Panel : public QWidget
{
    Q_OBJECT

public:
    explicit Panel(QWidget* parent = nullptr);

    [[nodiscard]] virtual QString title() const = 0;
    /// What the card's "?" tells: what is drawn, how to read it.
    [[nodiscard]] virtual QString help() const = 0;
    /// A short sentence about what is shown at this moment, with its numbers.
    [[nodiscard]] const QString& subtitle() const { return m_subtitle; }
    [[nodiscard]] bool inAlarm() const { return m_alarm; }
    /// Pictures that cost much may take turns with each other.
    [[nodiscard]] virtual bool heavy() const { return false; }
    /// Drawn from the config alone too, so that it must follow the finger.
    [[nodiscard]] virtual bool followsConfig() const { return false; }

    using QWidget::show;
    void show(const FrameData& frame) { display(frame); }
    /// Takes effect with the next show().
    virtual void setTheme(const Theme& theme);
    [[nodiscard]] const Theme& theme() const { return *m_theme; }
    /// Letters for print, this many pixels high at 96 dpi.
    virtual void setPaper(double textSize);

    [[nodiscard]] PanelView view() const;
    void setView(const PanelView& view);
    /// The panel's switches, for the card's head; null if it has none.
    [[nodiscard]] QWidget* switches() const { return m_switchBar; }

    /// Title, subtitle and picture, into `target`.
    void paintFigure(QCPPainter& painter, const QRect& target);

signals:
    void layerPicked(int layer);
    void subtitleChanged();
    /// A switch was moved: the panel has to be shown the frame again.
    void viewChanged();

protected:
    virtual void display(const FrameData& frame) = 0;
    virtual void paintContent(QCPPainter& painter, const QRect& target) = 0;
    /// A line under the picture that a figure must carry, or nothing.
    [[nodiscard]] virtual QString credit() const { return {}; }

    SegmentedSwitch* addSwitch(const QString& key, const QString& name, const QStringList& choices);
    [[nodiscard]] int choice(const QString& key) const;
    void setSubtitle(const QString& subtitle, bool alarm = false);
    [[nodiscard]] double textSize() const { return m_textSize; }
    [[nodiscard]] bool onPaper() const { return m_paper; }

    /// "The run has diverged at step 12 in layer 3." or nothing.
    [[nodiscard]] static QString divergenceSentence(const core::Snapshot& snapshot);
    /// The layer that all cards look at, or nullptr if the snapshot has no such layer.
    [[nodiscard]] static const core::LayerStatistics* selectedLayer(const FrameData& frame);

private:
    const Theme* m_theme = &Theme::of(ThemeKind::Light);
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
