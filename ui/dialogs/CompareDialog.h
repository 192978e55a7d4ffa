// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what shall run beside the experiment in the window: other activations, or other values of any setting that runs
// side by side may differ in. Used by CompareFlow, on the GUI thread.
#pragma once

#include "core/config/ExperimentConfig.h"

#include <QDialog>

#include <string>
#include <vector>

class QLabel;
class QPushButton;

namespace ui
{

class AxisEditor;

class CompareDialog : public QDialog
{
    Q_OBJECT

public:
    /// `room`: for so many contenders there is.
    CompareDialog(const core::ExperimentConfig& base, std::size_t room, QWidget* parent = nullptr);

    /// What each of them is to differ in; none while something is wrong.
    [[nodiscard]] std::vector<std::vector<core::Setting>> contenders() const;
    [[nodiscard]] AxisEditor& axis() const { return *m_axis; }
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QPushButton* beginButton() const { return m_begin; }

private:
    void followKey();
    void check();
    /// Why what is chosen cannot begin, or nothing.
    [[nodiscard]] QString fault() const;

    core::ExperimentConfig m_base;
    std::size_t m_room;
    AxisEditor* m_axis;
    QLabel* m_sentence;
    QPushButton* m_begin = nullptr;
    std::string m_key;
};

} // namespace ui
