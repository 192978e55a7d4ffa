// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses a setting and the values it shall have in a comparison: kinds are ticked, numbers are typed. Used by
// RaceDialog, PhaseMapDialog and CompareDialog, on the GUI thread.
#pragma once

#include "core/base/Result.h"
#include "core/train/ConfigFields.h"
#include "core/train/SweepPlan.h"

#include <QWidget>

#include <string>
#include <vector>

class QComboBox;
class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace ui
{

class AxisEditor : public QWidget
{
    Q_OBJECT

public:
    /// Offers what can be varied in this experiment; begins with `key`.
    AxisEditor(const core::ExperimentConfig& base, const std::string& key, QWidget* parent = nullptr);
    /// The same of these fields alone.
    AxisEditor(const core::ExperimentConfig& base, const std::string& key, std::vector<core::Field> fields,
               QWidget* parent = nullptr);

    /// Faults: of a text that is no list of values.
    [[nodiscard]] core::Result<core::SweepAxis> axis() const;
    [[nodiscard]] std::string key() const;
    void setKey(const std::string& key);
    /// Kinds to be ticked, or numbers.
    void setValues(const QStringList& values);
    /// What is ticked or typed, be it right or wrong.
    [[nodiscard]] QStringList values() const;
    /// The keyboard ticks or types them next.
    void focusValues();

signals:
    void edited();

private:
    void showKey();
    [[nodiscard]] const core::Field& field() const;

    core::ExperimentConfig m_base;
    std::vector<core::Field> m_fields; ///< that can be varied
    QComboBox* m_keys;
    QStackedWidget* m_stack;
    QListWidget* m_kinds;
    QLineEdit* m_numbers;
};

/// The settings of this experiment that a comparison can vary.
std::vector<core::Field> variableFields(const core::ExperimentConfig& config);

} // namespace ui
