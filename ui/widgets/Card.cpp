// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Card.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/TintedIcon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QShortcut>
#include <QStyle>
#include <QTextBrowser>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <memory>
#include <utility>

namespace ui
{

namespace
{

constexpr int kHelpLetters = 68; ///< in a line: what reads well
constexpr int kWideCard = 320;   ///< one that has room for all its buttons
constexpr int kHelpMargin = 24;  ///< above and below the text

} // namespace

Card::Card(const QString& title, QWidget* content, QWidget* switches, QWidget* parent)
    : QFrame(parent)
    , m_title(title)
    , m_content(content)
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
    m_pictureButton = addButton(tr("Another picture in the place of “%1”").arg(title));
    m_pictureButton->setPopupMode(QToolButton::InstantPopup);
    m_pictureButton->hide();
    line->addWidget(m_pictureButton);
    // In a narrow card the title gives way, never a switch.
    line->addWidget(m_titleLabel, 1);
    if (switches) {
        line->addWidget(switches);
        line->addSpacing(2);
        switches->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        switches->show();
    }
    m_viewButton = addButton(tr("View of “%1”").arg(title));
    m_viewButton->hide();
    m_helpButton = addButton(tr("Help on “%1”").arg(title));
    m_exportButton = addButton(tr("Export “%1”").arg(title));
    m_maximizeButton = addButton(tr("Maximize “%1”").arg(title));
    for (QToolButton* button : {m_viewButton, m_helpButton, m_exportButton, m_maximizeButton})
        line->addWidget(button);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 7, 6, 6);
    layout->setSpacing(1);
    layout->addWidget(m_head);
    layout->addWidget(m_subtitle);
    layout->addSpacing(3);
    layout->addWidget(content, 1);

    makeExportMenu();
    connect(m_helpButton, &QToolButton::clicked, this, &Card::helpRequested);
    connect(m_maximizeButton, &QToolButton::clicked, this, &Card::maximizeToggled);
    content->installEventFilter(this);
}

void Card::makeExportMenu()
{
    auto* menu = new QMenu(m_exportButton);
    connect(menu->addAction(tr("Copy as picture")), &QAction::triggered, this, &Card::copyPictureRequested);
    connect(menu->addAction(tr("Copy as table")), &QAction::triggered, this, &Card::copyTableRequested);
    menu->addSeparator();
    const std::array<std::pair<QString, QString>, 5> formats{{
        {tr("Save as picture (PNG)…"), QStringLiteral("png")},
        {tr("Save as vectors (SVG)…"), QStringLiteral("svg")},
        {tr("Save as document (PDF)…"), QStringLiteral("pdf")},
        {tr("Save numbers (CSV)…"), QStringLiteral("csv")},
        {tr("Save as animation…"), QStringLiteral("animation")},
    }};
    for (const auto& [text, format] : formats)
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, chosen = format] { emit exportRequested(chosen); });
    m_exportButton->setMenu(menu);
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
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
    if (property("alarm").toBool() == alarm)
        return;
    setProperty("alarm", alarm);
    m_subtitle->setColor(alarm ? m_theme->alarm : m_theme->mutedText);
    // A style sheet looks at properties only when it is asked to.
    style()->unpolish(this);
    style()->polish(this);
}

void Card::setSentence(const QString& sentence)
{
    setAccessibleDescription(QStringLiteral("%1: %2").arg(m_title, sentence));
}

void Card::setPictures(const QStringList& titles, int own)
{
    auto* menu = new QMenu(tr("Another picture here"), m_pictureButton);
    for (int picture = 0; picture < titles.size(); ++picture) {
        QAction* action = menu->addAction(titles[picture]);
        action->setCheckable(true);
        action->setChecked(picture == own);
        connect(action, &QAction::triggered, this, [this, action, picture, own] {
            action->setChecked(picture == own); // this card stays what it is, wherever it goes
            emit pictureChosen(picture);
        });
    }
    m_pictureButton->setMenu(menu);
    if (!m_viewButton->menu())
        setViewMenu(new QMenu(m_viewButton));
    m_viewButton->menu()->addMenu(menu);
    showPictureButton();
}

void Card::showPictureButton()
{
    // In a narrow card the title needs the room; the view menu has the same.
    m_pictureButton->setVisible(m_pictureButton->menu() && width() >= m_theme->scaled(kWideCard));
}

void Card::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    showPictureButton();
}

void Card::setViewMenu(QMenu* menu)
{
    m_viewButton->setMenu(menu);
    m_viewButton->setPopupMode(QToolButton::InstantPopup);
    m_viewButton->setVisible(menu != nullptr);
}

void Card::setFrozen(bool frozen)
{
    m_frozen = frozen;
    const QString name =
        frozen ? tr("View of “%1”: the axes are frozen").arg(m_title) : tr("View of “%1”").arg(m_title);
    m_viewButton->setToolTip(name);
    m_viewButton->setAccessibleName(name);
    setTheme(*m_theme);
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
    m_theme = &theme;
    m_titleLabel->setFont(themeFont(13 * theme.textScale, QFont::DemiBold));
    m_subtitle->setFont(themeFont(12 * theme.textScale));
    m_head->setFixedHeight(theme.scaled(26));
    for (QToolButton* button : {m_viewButton, m_helpButton, m_exportButton, m_maximizeButton}) {
        button->setFixedSize(theme.scaled(20), theme.scaled(22));
        button->setIconSize({theme.scaled(16), theme.scaled(16)});
    }
    showPictureButton();
    m_pictureButton->setFixedSize(theme.scaled(18), theme.scaled(22));
    m_pictureButton->setIconSize({theme.scaled(10), theme.scaled(10)});
    m_pictureButton->setIcon(tintedIcon(QStringLiteral("pictures"), theme.mutedText));
    m_viewButton->setIcon(m_frozen ? tintedIcon(QStringLiteral("freeze"), theme.accent)
                                   : tintedIcon(QStringLiteral("view"), theme.mutedText));
    m_titleLabel->setColor(theme.text);
    m_subtitle->setColor(property("alarm").toBool() ? theme.alarm : theme.mutedText);
    m_helpButton->setIcon(tintedIcon(QStringLiteral("help"), theme.mutedText));
    m_exportButton->setIcon(tintedIcon(QStringLiteral("export"), theme.mutedText));
    m_maximizeButton->setIcon(
        tintedIcon(m_maximized ? QStringLiteral("restore") : QStringLiteral("maximize"), theme.mutedText));
}

void Card::showHelp(const QString& html)
{
    auto* popover = new QFrame(this, Qt::Popup);
    popover->setObjectName(QStringLiteral("popover"));
    popover->setAttribute(Qt::WA_DeleteOnClose);
    popover->setAccessibleName(tr("Help on “%1”").arg(m_title));
    auto* layout = new QVBoxLayout(popover);
    layout->setContentsMargins(16, 12, 8, 12);
    auto* heading = new QLabel(m_title);
    heading->setObjectName(QStringLiteral("cardTitle"));
    auto* text = new QTextBrowser;
    text->setAccessibleName(popover->accessibleName());
    text->setFrameShape(QFrame::NoFrame);
    text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text->viewport()->setAutoFillBackground(false);
    text->document()->setDocumentMargin(0);
    layout->addWidget(heading);
    layout->addWidget(text, 1);
    text->ensurePolished(); // the style's font decides how much room the words take
    text->document()->setDefaultFont(text->font());
    text->setHtml(html);

    const QRect room = screen() ? screen()->availableGeometry() : QRect(0, 0, 800, 600);
    const int width = qMin(fontMetrics().averageCharWidth() * kHelpLetters, room.width() * 3 / 4);
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 4;
    const std::unique_ptr<QTextDocument> measured(text->document()->clone());
    measured->setTextWidth(width);
    text->setFixedWidth(width + scrollBar);
    const int wanted = static_cast<int>(measured->size().height()) + 8;
    text->setFixedHeight(qMin(wanted, room.height() - heading->sizeHint().height() - 2 * kHelpMargin));
    popover->adjustSize();
    // Under the button, but on the screen.
    QPoint place = m_helpButton->mapToGlobal(QPoint(m_helpButton->width(), m_helpButton->height() + 4));
    place.rx() -= popover->width();
    place.setX(qBound(room.left(), place.x(), qMax(room.left(), room.right() - popover->width())));
    place.setY(qBound(room.top(), place.y(), qMax(room.top(), room.bottom() - popover->height())));
    popover->move(place);
    auto* escape = new QShortcut(QKeySequence::Cancel, popover);
    connect(escape, &QShortcut::activated, popover, &QWidget::close);
    popover->show();
    text->setFocus();
}

void Card::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (!m_content->hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(m_theme->accent, 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);
}

bool Card::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QFrame::eventFilter(watched, event);
}

void Card::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->pos().y() <= m_subtitle->geometry().bottom())
        emit maximizeToggled();
    else
        QFrame::mouseDoubleClickEvent(event);
}

} // namespace ui
