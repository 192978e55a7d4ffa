// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline looks like. All lengths are in units: the size of the theme's small letters.
#include "ui/widgets/Timeline.h"

#include "ui/base/NumberText.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace ui
{

namespace
{

constexpr double kTimelineTextSize = 11;
constexpr double kHeight = 4;
constexpr double kTimelineGap = 0.8;
constexpr double kMarkTop = 0.35;
constexpr double kMarkHeight = 0.6;
constexpr double kGroupGap = 1.5;
constexpr double kLossTop = 1.15;
constexpr double kLossBottom = 2.95;
constexpr double kGroove = 3.3;
constexpr double kHandle = 0.5; ///< radius
constexpr double kSmallestTrack = 20;

/// From here on a loss is drawn on a logarithmic scale: on a linear one its end could not be told from nothing.
constexpr double kLogarithmicFrom = 20;

/// A number as wide as this one will ever be with as many digits, so that nothing trembles.
QString widest(const QString& number)
{
    QString zeros = number;
    for (QChar& letter : zeros)
        if (letter.isDigit())
            letter = QLatin1Char('0');
    return zeros;
}

/// A long line that goes up and down at every pixel. Stroked as one, a pen that is wider than a pixel of the device
/// takes ten times as long as stretch by stretch.
void drawDenseLine(QPainter& painter, const QPolygonF& line)
{
    if (painter.pen().widthF() * painter.device()->devicePixelRatioF() <= 1) {
        painter.drawPolyline(line);
        return;
    }
    QVector<QLineF> stretches;
    stretches.reserve(line.size());
    for (qsizetype at = 1; at < line.size(); ++at)
        stretches.append(QLineF(line[at - 1], line[at]));
    painter.drawLines(stretches);
}

/// The middle of a pixel: upright lines are sharp there.
double sharp(double x)
{
    return std::floor(x) + 0.5;
}

} // namespace

double Timeline::unit() const
{
    return kTimelineTextSize * m_theme->textScale;
}

QSize Timeline::sizeHint() const
{
    return {static_cast<int>(unit() * 60), static_cast<int>(std::lround(unit() * kHeight))};
}

QSize Timeline::minimumSizeHint() const
{
    return {static_cast<int>(unit() * kSmallestTrack), sizeHint().height()};
}

QRectF Timeline::placeOfTrack() const
{
    const QFontMetricsF metrics(themeFont(unit()));
    const double gap = kTimelineGap * unit();
    const double left = unit() + metrics.horizontalAdvance(tr("step %1").arg(0)) + gap;
    const double right = m_liveButton->geometry().left() - 2 * gap -
                         metrics.horizontalAdvance(widest(countText(std::max<qint64>(m_lastStep, 1000))));
    return {left, 0, std::max(right - left, 1.0), static_cast<double>(height())};
}

void Timeline::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_Widget, &option, &painter, this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(themeFont(unit()));
    m_track = placeOfTrack(); // the button may have become wider
    if (isEmpty()) {
        painter.setPen(m_theme->mutedText);
        const QRectF line = QRectF(rect()).adjusted(unit(), 0, 0, 0);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         tr("Once it trains, the whole run lies here, and you can look at any earlier moment."));
        return;
    }
    paintEnds(painter);
    paintMarks(painter);
    paintLoss(painter);
    paintGroove(painter);
    paintCursor(painter);
    if (!m_live)
        paintReading(painter);
}

void Timeline::paintEnds(QPainter& painter) const
{
    const double gap = kTimelineGap * unit();
    painter.setPen(m_theme->mutedText);
    painter.drawText(QRectF(0, 0, m_track.left() - gap, height()), Qt::AlignRight | Qt::AlignVCenter,
                     tr("step %1").arg(0));
    painter.drawText(QRectF(m_track.right() + gap, 0, width() - m_track.right(), height()),
                     Qt::AlignLeft | Qt::AlignVCenter, countText(m_lastStep));
}

void Timeline::paintMarks(QPainter& painter) const
{
    if (!m_changes)
        return;
    // A dragged slider changes something at every pixel: one bar, with the mark at its end, where the value stayed.
    std::vector<std::pair<double, double>> groups;
    for (const core::Change& change : *m_changes) {
        const double x = sharp(xOf(change.step));
        if (change.step > m_lastStep)
            continue;
        if (groups.empty() || x - groups.back().second > kGroupGap * unit())
            groups.emplace_back(x, x);
        groups.back().second = x;
    }
    const double half = kMarkHeight * unit() / 2;
    const double top = kMarkTop * unit();
    QColor faint = m_theme->notice;
    faint.setAlphaF(0.5F);
    for (const auto& [first, last] : groups) {
        painter.setPen(QPen(faint, m_theme->lineScale, Qt::DotLine));
        painter.drawLine(QPointF(last, kLossTop * unit()), QPointF(last, kGroove * unit()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->notice);
        painter.drawRect(QRectF(QPointF(first, top), QPointF(last, top + half / 2)));
        painter.drawPolygon(QPolygonF({{last - half, top}, {last + half, top}, {last, top + kMarkHeight * unit()}}));
    }
}

QPolygonF Timeline::lossLine() const
{
    double lower = std::numeric_limits<double>::infinity();
    double upper = 0;
    for (const LossPoint& point : m_losses)
        if (std::isfinite(point.loss) && point.loss > 0) {
            lower = std::min(lower, point.loss);
            upper = std::max(upper, point.loss);
        }
    QPolygonF line;
    if (upper <= 0)
        return line;
    const bool logarithmic = upper > lower * kLogarithmicFrom;
    const double top = kLossTop * unit();
    const double height = (kLossBottom - kLossTop) * unit();
    const auto yOf = [&](double loss) {
        const double share =
            logarithmic ? std::log(std::max(loss, lower) / lower) / std::log(upper / lower) : loss / upper;
        return top + height * (1 - share);
    };
    // In each column of pixels the smallest and the largest, in the order in which they came.
    for (std::size_t at = 0; at < m_losses.size();) {
        const double column = std::floor(xOf(m_losses[at].step) - m_track.left());
        const LossPoint* smallest = nullptr;
        const LossPoint* largest = nullptr;
        for (; at < m_losses.size() && std::floor(xOf(m_losses[at].step) - m_track.left()) <= column; ++at) {
            if (!std::isfinite(m_losses[at].loss))
                continue;
            if (!smallest || m_losses[at].loss < smallest->loss)
                smallest = &m_losses[at];
            if (!largest || m_losses[at].loss > largest->loss)
                largest = &m_losses[at];
        }
        if (!smallest)
            continue;
        const auto [first, second] = std::minmax(smallest, largest);
        line << QPointF(xOf(first->step), yOf(first->loss));
        if (second != first)
            line << QPointF(xOf(second->step), yOf(second->loss));
    }
    return line;
}

void Timeline::paintLoss(QPainter& painter) const
{
    const QPolygonF line = lossLine();
    if (line.isEmpty())
        return;
    const double bottom = kGroove * unit();
    QPolygonF area = line;
    area << QPointF(line.last().x(), bottom) << QPointF(line.first().x(), bottom);
    const auto paint = [&](double from, double to, double strength) {
        if (from >= to)
            return;
        painter.setClipRect(QRectF(QPointF(from, 0), QPointF(to, height())));
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(m_theme->chrome, m_theme->series[0], 0.16 * strength));
        painter.drawPolygon(area);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(mixed(m_theme->chrome, m_theme->series[0], strength), m_theme->lineScale));
        painter.setBrush(Qt::NoBrush);
        drawDenseLine(painter, line);
    };
    const double cursor = m_live ? width() : cursorX();
    paint(0, cursor, 1);
    // What comes after the moment that is looked at is there, but stands back.
    paint(cursor, width(), 0.4);
    painter.setClipping(false);
}

void Timeline::paintGroove(QPainter& painter) const
{
    const double y = kGroove * unit();
    const QColor rest = mixed(m_theme->chrome, m_theme->text, 0.2);
    const double thickness = 0.25 * unit();
    painter.setPen(QPen(rest, thickness, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(m_track.left(), y), QPointF(m_track.right(), y));
    painter.setPen(QPen(m_theme->accent, thickness, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(m_track.left(), y), QPointF(cursorX(), y));
}

void Timeline::paintCursor(QPainter& painter) const
{
    const double y = kGroove * unit();
    if (m_pointer && !m_scrubbing) {
        painter.setPen(QPen(m_theme->mutedText, 1, Qt::DotLine));
        painter.drawLine(QPointF(*m_pointer, kLossTop * unit()), QPointF(*m_pointer, y));
    }
    const double x = sharp(cursorX());
    if (!m_live) {
        painter.setPen(QPen(m_theme->text, 1.4 * m_theme->lineScale));
        painter.drawLine(QPointF(x, kMarkTop * unit()), QPointF(x, y));
    }
    const bool focused = hasFocus();
    const double radius = kHandle * unit();
    painter.setPen(QPen(focused ? m_theme->accent : m_theme->text, (focused ? 2 : 1.2) * m_theme->lineScale));
    painter.setBrush(m_live ? m_theme->chrome : m_theme->text);
    painter.drawEllipse(QPointF(x, y), radius, radius);
}

void Timeline::paintReading(QPainter& painter) const
{
    const QString text = reading(m_step, m_loss);
    const QFont font = themeFont(unit(), QFont::DemiBold);
    const double width = QFontMetricsF(font).horizontalAdvance(text) + kTimelineGap * unit();
    const double height = 1.5 * unit();
    const double x = cursorX();
    const bool left = x + width + kTimelineGap * unit() > m_track.right();
    const QRectF pill(left ? x - width - kTimelineGap * unit() / 2 : x + kTimelineGap * unit() / 2, kMarkTop * unit(),
                      width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->text);
    painter.drawRoundedRect(pill, 0.3 * unit(), 0.3 * unit());
    painter.setPen(m_theme->chrome);
    painter.setFont(font);
    painter.drawText(pill, Qt::AlignCenter, text);
}

} // namespace ui
