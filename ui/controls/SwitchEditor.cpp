// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/SwitchEditor.h"

#include "ui/base/Words.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

namespace ui
{

SwitchEditor::SwitchEditor(const core::Field& field, QWidget* parent)
    : FieldEditor(field, parent)
    , m_box(new QCheckBox(fieldLabel(field.path), this))
    , m_message(new QLabel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(2);
    column->addWidget(m_box);
    column->addWidget(m_message);
    m_message->setObjectName(QStringLiteral("faultText"));
    m_message->setWordWrap(true);
    m_message->hide();
    setToolTip(toolTipText(fieldLabel(field.path), fieldHelp(field.path)));
    // `clicked` comes from the user only, `toggled` would also come from showField.
    connect(m_box, &QCheckBox::clicked, this, [this](bool checked) {
        send(checked);
        emit editingFinished();
    });
}

void SwitchEditor::showField(const core::Field& /*field*/, const core::Value& value)
{
    if (const bool* checked = std::get_if<bool>(&value))
        m_box->setChecked(*checked);
}

void SwitchEditor::showMessage(const QString& message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

} // namespace ui
