// SPDX-License-Identifier: GPL-3.0-or-later
// Edits one yes-or-no of the experiment with a check box. Used by FieldEditor::make, on the GUI thread.
#pragma once

#include "ui/controls/FieldEditor.h"

class QCheckBox;
class QLabel;

namespace ui
{

class SwitchEditor : public FieldEditor
{
    Q_OBJECT

public:
    SwitchEditor(const core::Field& field, QWidget* parent);
    void showField(const core::Field& field, const core::Value& value) override;
    void showMessage(const QString& message) override;

    [[nodiscard]] QCheckBox* checkBox() const { return m_box; }

private:
    QCheckBox* m_box;
    QLabel* m_message;
};

} // namespace ui
