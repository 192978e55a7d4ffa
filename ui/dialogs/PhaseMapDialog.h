// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what a phase map is to be made of: two keys and their values, a third to flip through, and how long and from
// which seed each network trains. Says how many runs that is, or why it cannot be. Used by MainWindow on the GUI
// thread.
#pragma once

#include "ui/base/PhaseMapState.h"

#include <QDialog>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QSpinBox;

namespace ui
{

class PhaseAxisRow;

/// What the fields of the dialog say, to be asked again with the same answers.
struct PhaseQuestion {
    core::PhaseSpan across;
    core::PhaseSpan up;
    std::optional<core::PhaseSpan> pages;
    std::int64_t steps = 300;
    core::LearningGoal goal;
};

class PhaseMapDialog : public QDialog
{
    Q_OBJECT

public:
    /// `config`: the experiment that the map is about. `before`: what was answered the last time.
    PhaseMapDialog(core::ExperimentConfig config, const std::optional<PhaseQuestion>& before,
                   QWidget* parent = nullptr);

    /// Nothing if it cannot be run.
    [[nodiscard]] std::optional<PhaseWish> wish() const;
    [[nodiscard]] PhaseQuestion question() const;

private:
    void fill(const std::optional<PhaseQuestion>& before);
    void look();
    [[nodiscard]] QString faultOf(const core::PhasePlan& plan) const;

    core::ExperimentConfig m_config;
    std::vector<core::Field> m_fields;
    PhaseAxisRow* m_across;
    PhaseAxisRow* m_up;
    PhaseAxisRow* m_pages;
    QSpinBox* m_steps;
    QSpinBox* m_seed;
    QSpinBox* m_goal;
    QLabel* m_sentence;
    QPushButton* m_begin = nullptr;
    std::optional<PhaseWish> m_wish;
};

} // namespace ui
