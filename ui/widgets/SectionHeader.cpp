// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SectionHeader.h"

#include "ui/base/Theme.h"

#include <QPainter>
#include <QPainterPath>

namespace ui
{

namespace
{

constexpr double kTextShare = 11.0 / 13; ///< of the window's letters
constexpr double kHeightShare = 18.0 / 13;
constexpr double kLetterSpacing = 1;
constexpr double kChevron = 3.5; ///< half of its width

QFont headerFont(const QWidget& header)
{
    QFont font = themeFont(QFontInfo(header.font()).pixelSize() * kTextShare, QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, kLetterSpacing);
    return font;
}

} // namespace

SectionHeader::SectionHeader(const QString& title, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(title.toUpper());
    setAccessibleName(title);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize SectionHeader::sizeHint() const
{
    const int height = qRound(QFontInfo(font()).pixelSize() * kHeightShare);
    return {QFontMetrics(headerFont(*this)).horizontalAdvance(text()) + height, height};
}

void SectionHeader::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = palette().color(hasFocus()     ? QPalette::Highlight
                                         : underMouse() ? QPalette::WindowText
                                                        : QPalette::PlaceholderText);
    painter.setFont(headerFont(*this));
    painter.setPen(color);
    painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, text());

    QPainterPath chevron;
    chevron.moveTo(-kChevron, -kChevron / 2);
    chevron.lineTo(0, kChevron / 2);
    chevron.lineTo(kChevron, -kChevron / 2);
    painter.translate(width() - kChevron - 5, height() / 2.0);
    if (isChecked())
        painter.rotate(90);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(chevron);
}

void SectionHeader::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void SectionHeader::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace ui
