// SPDX-License-Identifier: GPL-3.0-or-later
// A line that tells how a cure does that is tried out beside the run: both losses at the same step, and what can be
// done now. Not there while nothing is tried. Used by MainWindow, on the GUI thread.
#pragma once

#include "ui/base/Theme.h"
#include "ui/base/TrialScore.h"

#include <QFrame>

#include <optional>

class QPushButton;

namespace ui
{

class ElidedLabel;

class TrialBar : public QFrame
{
    Q_OBJECT

public:
    explicit TrialBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// `name`: of the cure. No score: neither run has come anywhere yet.
    void show(const QString& name, const std::optional<TrialScore>& score, bool hasEnded);
    /// The trial cannot go on, for this reason.
    void showFault(const QString& name, const QString& reason);
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QPushButton* adoptButton() const { return m_adopt; }
    [[nodiscard]] QPushButton* stopButton() const { return m_stop; }

signals:
    /// The experiment that is tried shall become the one that is watched.
    void adopted();
    void stopped();

private:
    void say(const QString& sentence, const QColor& color);

    ElidedLabel* m_sentence;
    QPushButton* m_adopt;
    QPushButton* m_stop;
    const Theme* m_theme = &Theme::of(ThemeKind::Light);
};

} // namespace ui
