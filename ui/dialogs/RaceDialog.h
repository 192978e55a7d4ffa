// SPDX-License-Identifier: GPL-3.0-or-later
// Who races: which setting differs and by which values, how many seeds each, for how many steps. It says how many runs
// that is, and why it cannot be run. Used by RaceFlow, on the GUI thread.
#pragma once

#include "core/base/Result.h"
#include "ui/base/ComparisonEntry.h"
#include "ui/base/RaceState.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace ui
{

class AxisEditor;

class RaceDialog : public QDialog
{
    Q_OBJECT

public:
    /// Begins with `proposal`: its experiment, and its axes as far as they can be varied there. Offers the ready
    /// comparisons besides.
    explicit RaceDialog(const RacePlan& proposal, const std::vector<ComparisonEntry>& ready = {},
                        QWidget* parent = nullptr);

    /// As it stands; faults tell why it cannot be run.
    [[nodiscard]] core::Result<RacePlan> plan() const;
    [[nodiscard]] QComboBox& comparisons() const { return *m_comparisons; }
    [[nodiscard]] AxisEditor& axis() const { return *m_axis; }
    [[nodiscard]] QSpinBox& seeds() const { return *m_seeds; }
    [[nodiscard]] QSpinBox& steps() const { return *m_steps; }
    [[nodiscard]] QPushButton& beginButton() const { return *m_begin; }
    [[nodiscard]] QString sentence() const;

private:
    void makeRows();
    void check();
    void propose(const RacePlan& proposal);
    void chooseComparison(int row);
    [[nodiscard]] const core::ComparisonPlan* readyPlan() const;
    [[nodiscard]] QString describeReady(const core::ComparisonPlan& plan) const;

    core::ExperimentConfig m_base;
    const std::vector<ComparisonEntry>& m_ready;
    QComboBox* m_comparisons;
    QLabel* m_varied;   ///< what a ready comparison varies
    QWidget* m_choices; ///< of the experiment in the window
    AxisEditor* m_axis;
    QCheckBox* m_hasSecond;
    AxisEditor* m_second;
    QSpinBox* m_seeds;
    QSpinBox* m_steps;
    QSpinBox* m_accuracy;
    QLabel* m_sentence;
    QPushButton* m_begin;
};

} // namespace ui
