// SPDX-License-Identifier: GPL-3.0-or-later
// Edits one number of the experiment with a ParameterSlider. Used by FieldEditor::make, on the GUI thread.
#pragma once

#include "ui/controls/FieldEditor.h"
#include "ui/widgets/SliderScale.h"

namespace ui
{

class ParameterSlider;

class NumberEditor : public FieldEditor
{
    Q_OBJECT

public:
    NumberEditor(const core::Field& field, QWidget* parent);
    void showField(const core::Field& field, const core::Value& value) override;
    void showMessage(const QString& message) override;

    [[nodiscard]] ParameterSlider* parameterSlider() const { return m_slider; }

private:
    NumberRange m_range;
    ParameterSlider* m_slider;
};

} // namespace ui
