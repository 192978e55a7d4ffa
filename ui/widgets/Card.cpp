// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Card.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/TintedIcon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <utility>

namespace ui
{

Card::Card(const QString& title, QWidget* content, QWidget* switches, QWidget* parent)
    : QFrame(parent)
    , m_title(title)
    , m_titleLabel(new ElidedLabel)
    , m_subtitle(new ElidedLabel)
    , m_head(new QWidget)
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(title);
    m_titleLabel->setText(title);
    auto* line = new QHBoxLayout(m_head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    // In a narrow card the title gives way, never a switch.
    line->addWidget(m_titleLabel, 1);
    if (switches) {
        line->addWidget(switches);
        line->addSpacing(2);
        switches->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        switches->show();
    }
    m_helpButton = addButton(tr("Help on “%1”").arg(title));
    m_exportButton = addButton(tr("Export “%1”").arg(title));
    m_maximizeButton = addButton(tr("Maximize “%1”").arg(title));
    for (QToolButton* button : {m_helpButton, m_exportButton, m_maximizeButton})
        line->addWidget(button);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 7, 6, 6);
    layout->setSpacing(1);
    layout->addWidget(m_head);
    layout->addWidget(m_subtitle);
    layout->addSpacing(3);
    layout->addWidget(content, 1);

    auto* menu = new QMenu(m_exportButton);
    const std::array<std::pair<QString, QString>, 3> formats{{
        {tr("As picture (PNG)…"), QStringLiteral("png")},
        {tr("As vectors (SVG)…"), QStringLiteral("svg")},
        {tr("As document (PDF)…"), QStringLiteral("pdf")},
    }};
    for (const auto& [text, format] : formats)
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, chosen = format] { emit exportRequested(chosen); });
    m_exportButton->setMenu(menu);
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    connect(m_helpButton, &QToolButton::clicked, this, &Card::showHelp);
    connect(m_maximizeButton, &QToolButton::clicked, this, &Card::maximizeToggled);
}

QToolButton* Card::addButton(const QString& name)
{
    auto* button = new QToolButton;
    button->setProperty("quiet", true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

void Card::setSubtitle(const QString& subtitle, bool alarm)
{
    m_subtitle->setText(subtitle);
    const bool wasAlarm = property("alarm").toBool();
    if (wasAlarm != alarm) {
        setProperty("alarm", alarm);
        m_subtitle->setProperty("alarm", alarm);
    }
}

void Card::setMaximized(bool maximized)
{
    m_maximized = maximized;
    const QString name = maximized ? tr("Restore all cards") : tr("Maximize “%1”").arg(m_title);
    m_maximizeButton->setToolTip(name);
    m_maximizeButton->setAccessibleName(name);
}

void Card::setTheme(const Theme& theme)
{
    m_titleLabel->setFont(themeFont(13 * theme.textScale, QFont::DemiBold));
    m_subtitle->setFont(themeFont(12 * theme.textScale));
    m_head->setFixedHeight(theme.scaled(26));
    for (QToolButton* button : {m_helpButton, m_exportButton, m_maximizeButton}) {
        button->setFixedSize(theme.scaled(20), theme.scaled(22));
        button->setIconSize({theme.scaled(16), theme.scaled(16)});
    }
    m_titleLabel->setColor(theme.text);
    m_subtitle->setColor(property("alarm").toBool() ? theme.alarm : theme.mutedText);
    m_helpButton->setIcon(tintedIcon(QStringLiteral("help"), theme.mutedText));
    m_exportButton->setIcon(tintedIcon(QStringLiteral("export"), theme.mutedText));
    m_maximizeButton->setIcon(
        tintedIcon(m_maximized ? QStringLiteral("restore") : QStringLiteral("maximize"), theme.mutedText));
}

void Card::showHelp()
{
    auto* popover = new QFrame(this, Qt::Popup);
    popover->setObjectName(QStringLiteral("popover"));
    popover->setAttribute(Qt::WA_DeleteOnClose);
    popover->setAccessibleName(tr("Help on “%1”").arg(m_title));
    auto* layout = new QVBoxLayout(popover);
    layout->setContentsMargins(16, 12, 16, 14);
    auto* heading = new QLabel(m_title);
    heading->setObjectName(QStringLiteral("cardTitle"));
    auto* text = new QLabel(m_help);
    text->setWordWrap(true);
    text->setFixedWidth(340);
    layout->addWidget(heading);
    layout->addWidget(text);
    popover->adjustSize();
    // Under the button, but on the screen.
    QPoint place = m_helpButton->mapToGlobal(QPoint(m_helpButton->width(), m_helpButton->height() + 4));
    place.rx() -= popover->width();
    if (const QScreen* here = screen()) {
        const QRect room = here->availableGeometry();
        place.setX(qBound(room.left(), place.x(), qMax(room.left(), room.right() - popover->width())));
        place.setY(qBound(room.top(), place.y(), qMax(room.top(), room.bottom() - popover->height())));
    }
    popover->move(place);
    popover->show();
}

void Card::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->pos().y() <= m_subtitle->geometry().bottom())
        emit maximizeToggled();
    else
        QFrame::mouseDoubleClickEvent(event);
}

} // namespace ui
