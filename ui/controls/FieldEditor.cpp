// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/FieldEditor.h"

#include "ui/controls/ChoiceEditor.h"
#include "ui/controls/ExpressionEditor.h"
#include "ui/controls/NumberEditor.h"
#include "ui/controls/SwitchEditor.h"

namespace ui
{

FieldEditor::FieldEditor(const core::Field& field, QWidget* parent)
    : QWidget(parent)
    , m_path(field.path)
{
}

FieldEditor* FieldEditor::make(const core::Field& field, QWidget* parent)
{
    switch (field.type) {
    case core::FieldType::Name:
        return new ChoiceEditor(field, parent);
    case core::FieldType::Boolean:
    case core::FieldType::Layers:
        return new SwitchEditor(field, parent);
    case core::FieldType::Number:
    case core::FieldType::Integer:
        return new NumberEditor(field, parent);
    case core::FieldType::Text:
        return field.isFormula ? new ExpressionEditor(field, parent) : nullptr;
    case core::FieldType::Column:
    case core::FieldType::Points:
        break;
    }
    return nullptr;
}

bool FieldEditor::canEdit(const core::Field& field)
{
    switch (field.type) {
    case core::FieldType::Name:
        return field.used && field.names.size() > 1;
    case core::FieldType::Boolean:
    case core::FieldType::Layers:
        return field.used;
    case core::FieldType::Number:
    case core::FieldType::Integer:
        return field.used && field.maximum > field.minimum;
    case core::FieldType::Text:
        return field.isFormula;
    case core::FieldType::Column:
    case core::FieldType::Points:
        break;
    }
    return false;
}

void FieldEditor::send(core::Value value)
{
    emit edited({m_path, std::move(value)});
}

} // namespace ui
