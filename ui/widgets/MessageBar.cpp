// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/MessageBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui
{

MessageBar::MessageBar(Kind kind, QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(QStringLiteral("card"));
    setProperty(kind == Kind::Fault ? "alarm" : "invitation", true);
    if (kind == Kind::Fault)
        m_text->setObjectName(QStringLiteral("faultText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_close, &QPushButton::clicked, this, [this] {
        clear();
        emit closed();
    });

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->addWidget(m_text, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    hide();
}

void MessageBar::showMessage(const QString& message)
{
    m_text->setText(message);
    setVisible(!message.isEmpty());
}

void MessageBar::clear()
{
    showMessage(QString());
}

QString MessageBar::message() const
{
    return m_text->text();
}

} // namespace ui
