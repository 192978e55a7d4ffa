// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/ChoiceEditor.h"

#include "ui/base/Words.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

namespace ui
{

namespace
{

/// A list that turns with the wheel only when it has been chosen: scrolling the sidebar must change nothing.
class CalmComboBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override
    {
        if (hasFocus())
            QComboBox::wheelEvent(event);
        else
            event->ignore();
    }
};

} // namespace

ChoiceEditor::ChoiceEditor(const core::Field& field, QWidget* parent)
    : FieldEditor(field, parent)
    , m_label(new QLabel(fieldLabel(field.path), this))
    , m_box(new CalmComboBox(this))
    , m_formula(new QLabel(this))
    , m_message(new QLabel(this))
{
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setAccessibleName(fieldLabel(field.path));
    // Without this the longest name would make the sidebar wider than it is.
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    m_formula->setObjectName(QStringLiteral("mutedText"));
    m_formula->setWordWrap(true);
    m_formula->setTextFormat(Qt::PlainText); // "|e| < delta" begins no tag
    m_message->setObjectName(QStringLiteral("faultText"));
    m_message->setWordWrap(true);
    m_message->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 2);
    column->setSpacing(3);
    column->addWidget(m_label);
    column->addWidget(m_box);
    column->addWidget(m_formula);
    column->addWidget(m_message);
    fill(field);
    connect(m_box, &QComboBox::activated, this, [this](int row) {
        showKind();
        send(m_ids.at(static_cast<std::size_t>(row)));
        emit editingFinished();
    });
}

void ChoiceEditor::hideLabel()
{
    m_label->hide();
}

void ChoiceEditor::setCompact()
{
    m_isCompact = true;
    hideLabel();
    m_formula->hide();
}

void ChoiceEditor::fill(const core::Field& field)
{
    m_ids = field.names;
    m_box->clear();
    for (const std::string& id : m_ids) {
        const QString name = kindName(path(), id);
        m_box->addItem(name);
        m_box->setItemData(m_box->count() - 1, toolTipText(name, kindHelp(path(), id)), Qt::ToolTipRole);
    }
}

void ChoiceEditor::showField(const core::Field& field, const core::Value& value)
{
    const bool isNew = !m_isShown || field.names != m_ids;
    if (field.names != m_ids)
        fill(field);
    m_isShown = true;
    const std::string* id = std::get_if<std::string>(&value);
    const auto found = id ? std::find(m_ids.begin(), m_ids.end(), *id) : m_ids.end();
    const int row = found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
    if (row == m_box->currentIndex() && !isNew)
        return; // while another setting is dragged
    m_box->setCurrentIndex(row);
    showKind();
}

void ChoiceEditor::showKind()
{
    const int row = m_box->currentIndex();
    if (row < 0) {
        m_formula->hide();
        return;
    }
    const std::string& id = m_ids[static_cast<std::size_t>(row)];
    const QString formula = kindFormula(path(), id);
    m_formula->setText(formula);
    m_formula->setVisible(!formula.isEmpty() && !m_isCompact);
    const QString help = kindHelp(path(), id);
    setToolTip(toolTipText(fieldLabel(path()), fieldHelp(path())) + toolTipText(kindName(path(), id), help));
    m_box->setAccessibleDescription(help);
}

void ChoiceEditor::showMessage(const QString& message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

} // namespace ui
