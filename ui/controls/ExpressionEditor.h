// SPDX-License-Identifier: GPL-3.0-or-later
// A formula that is typed. What is wrong in it is underlined and told as one types; meanwhile the last formula that was
// right goes on. Used by FieldEditor::make, on the GUI thread.
#pragma once

#include "ui/controls/FieldEditor.h"

class QLabel;
class QLineEdit;

namespace ui
{

class ExpressionEditor : public FieldEditor
{
    Q_OBJECT

public:
    ExpressionEditor(const core::Field& field, QWidget* parent);
    void showField(const core::Field& field, const core::Value& value) override;
    void showMessage(const QString& message) override;

    [[nodiscard]] QLineEdit* line() const { return m_line; }

private:
    void read(const QString& text);
    /// Underlines `length` characters from `column` (from 1) on; nothing if `length` is 0.
    void underline(int column, int length);

    QLineEdit* m_line;
    QLabel* m_message;
};

} // namespace ui
