// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SectionHeader.h"

#include "ui/base/Theme.h"

#include <QPainter>
#include <QPainterPath>

namespace ui
{

namespace
{

constexpr double kTextSize = 11;
constexpr double kLetterSpacing = 1;
constexpr int kHeight = 18;
constexpr double kChevron = 3.5; ///< half of its width

QFont headerFont()
{
    QFont font = themeFont(kTextSize, QFont::DemiBold);
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
    return {QFontMetrics(headerFont()).horizontalAdvance(text()) + kHeight, kHeight};
}

void SectionHeader::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = palette().color(hasFocus()     ? QPalette::Highlight
                                         : underMouse() ? QPalette::WindowText
                                                        : QPalette::PlaceholderText);
    painter.setFont(headerFont());
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
