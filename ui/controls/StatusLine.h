// SPDX-License-Identifier: GPL-3.0-or-later
// What is going on, in one sentence along the bottom of the window. Used by MainWindow, on the GUI thread.
#pragma once

#include "core/probe/Snapshot.h"

#include <QStatusBar>

class QLabel;

namespace ui
{

class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    /// What the experiment is called; `varied`: its settings are not those it was opened with.
    void setExperiment(const QString& title, bool varied);
    /// `snapshot` may be null while the first network is being built.
    void showRun(const core::Snapshot* snapshot, bool playing, double stepsPerSecond);
    /// Instead of showRun while an earlier moment is looked at; `newest` is the step of the newest.
    void showMoment(std::int64_t step, std::int64_t newest, bool playing);
    [[nodiscard]] QString sentence() const;

private:
    [[nodiscard]] QString place(const core::Snapshot& snapshot) const;
    [[nodiscard]] QString divergence(const core::Snapshot& snapshot) const;

    QString m_experiment;
    QLabel* m_sentence;
};

} // namespace ui
