// SPDX-License-Identifier: GPL-3.0-or-later
// The editor of one setting, made from its row in the table of settings (core/train/ConfigFields): a slider with a
// typed value, a check box or a list of kinds. A new row of a catalogue needs nothing here but words. Used by
// ConfigSection, on the GUI thread.
#pragma once

#include "core/train/ConfigFields.h"

#include <QWidget>

namespace ui
{

class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    /// The editor that fits the field.
    static FieldEditor* make(const core::Field& field, QWidget* parent);
    /// Whether there is anything to edit: a field of use with more than one possible value.
    static bool canEdit(const core::Field& field);

    [[nodiscard]] const std::string& path() const { return m_path; }

    /// Shows the field's range and value without emitting; leaves the user's hand alone.
    virtual void showField(const core::Field& field, const core::Value& value) = 0;
    /// Says in place why the last value was refused; empty: all is well.
    virtual void showMessage(const QString& message) = 0;

signals:
    /// Continuously while dragging.
    void edited(const core::Setting& setting);
    /// The hand has left the control.
    void editingFinished();

protected:
    FieldEditor(const core::Field& field, QWidget* parent);
    void send(core::Value value);

private:
    std::string m_path;
};

} // namespace ui
