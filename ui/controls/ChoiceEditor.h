// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses one kind of a catalogue (an activation, an initializer …) and shows its formula below. Used by
// FieldEditor::make, on the GUI thread.
#pragma once

#include "ui/controls/FieldEditor.h"

class QComboBox;
class QLabel;

namespace ui
{

class ChoiceEditor : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceEditor(const core::Field& field, QWidget* parent);
    void showField(const core::Field& field, const core::Value& value) override;
    void showMessage(const QString& message) override;
    /// The name above the list is superfluous where a section says the same.
    void hideLabel();
    /// Nothing but the list: what it is stands beside it, and there is room for no more.
    void setCompact();

    [[nodiscard]] QComboBox* comboBox() const { return m_box; }

private:
    void fill(const core::Field& field);
    void showKind();

    std::vector<std::string> m_ids;
    bool m_isShown = false; ///< has been given a value
    bool m_isCompact = false;
    QLabel* m_label;
    QComboBox* m_box;
    QLabel* m_formula;
    QLabel* m_message;
};

} // namespace ui
