// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/ExpressionEditor.h"

#include "core/nn/Expression.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Words.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTextCharFormat>
#include <QVBoxLayout>

namespace ui
{

ExpressionEditor::ExpressionEditor(const core::Field& field, QWidget* parent)
    : FieldEditor(field, parent)
    , m_line(new QLineEdit(this))
    , m_message(new QLabel(this))
{
    auto* label = new QLabel(fieldLabel(field.path), this);
    label->setBuddy(m_line);
    m_line->setAccessibleName(fieldLabel(field.path));
    m_line->setMaxLength(core::Expression::kLongestText);
    m_message->setObjectName(QStringLiteral("faultText"));
    m_message->setWordWrap(true);
    m_message->hide();
    setToolTip(toolTipText(fieldLabel(field.path), fieldHelp(field.path)));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 2);
    column->setSpacing(3);
    column->addWidget(label);
    column->addWidget(m_line);
    column->addWidget(m_message);
    connect(m_line, &QLineEdit::textEdited, this, &ExpressionEditor::read);
    connect(m_line, &QLineEdit::editingFinished, this, &FieldEditor::editingFinished);
}

void ExpressionEditor::read(const QString& text)
{
    const std::string typed = text.toStdString();
    const core::Result<core::Expression> expression = core::Expression::parse(typed);
    if (expression) {
        underline(0, 0);
        showMessage(QString());
        send(typed);
        return;
    }
    const core::Fault& fault = expression.faults().front();
    underline(fault.column, std::max(fault.length, 1));
    showMessage(faultText(fault));
}

void ExpressionEditor::underline(int column, int length)
{
    // A line edit shows formats only as an input method gives them; the text itself stays as it is.
    QList<QInputMethodEvent::Attribute> attributes;
    if (length > 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(m_message->palette().color(QPalette::Link));
        attributes.append({QInputMethodEvent::TextFormat, column - 1 - m_line->cursorPosition(), length, format});
    }
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(m_line, &event);
}

void ExpressionEditor::showField(const core::Field& /*field*/, const core::Value& value)
{
    const std::string* text = std::get_if<std::string>(&value);
    // While somebody types, what is not a formula yet stays.
    if (!text || m_line->hasFocus() || m_line->text() == fromCore(*text))
        return;
    m_line->setText(fromCore(*text));
    underline(0, 0);
    showMessage(QString());
}

void ExpressionEditor::showMessage(const QString& message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

} // namespace ui
