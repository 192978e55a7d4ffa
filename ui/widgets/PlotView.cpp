// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PlotView.h"

#include "ui/widgets/CornerButton.h"
#include "ui/widgets/TintedIcon.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui
{

namespace
{

constexpr double kLegendScale = 1.08; ///< of the plot's letters
constexpr double kSmallestLegend = 0.72;
constexpr double kLegendMargin = 20;
constexpr double kLegendShare = 0.35; ///< of a plot's height, at most
constexpr int kRoomBelowLetters = 3;
constexpr double kPixelsAPoint = 1.6;
constexpr int kFewestPointsAcross = 100;
constexpr int kMostPointsAcross = 400;

/// Of a legend in letters of some size: of all its entries in one line, and of the widest one.
struct LegendWidth {
    double line = 0;
    double widest = 0;
    int entries = 0; ///< in the last of its lines may be empty places besides
};

LegendWidth legendWidth(const QCPLegend& legend, double size)
{
    const QFontMetricsF metrics(themeFont(size));
    LegendWidth width;
    for (int item = 0; item < legend.itemCount(); ++item)
        if (auto* named =
                qobject_cast<QCPPlottableLegendItem*>(legend.item(item))) { // of which plottable() is not const
            const double own = legend.iconSize().width() + legend.iconTextPadding() +
                               metrics.horizontalAdvance(named->plottable()->name());
            width.line += own + (width.entries++ > 0 ? legend.columnSpacing() : 0);
            width.widest = std::max(width.widest, own);
        }
    return width;
}

} // namespace

PlotView::PlotView(QWidget* parent)
    : QCustomPlot(parent)
    , m_resetButton(new CornerButton(this))
{
    setLocale(QLocale::c());
    setNoAntialiasingOnDrag(true);
    // Antialiased fills cost most and are seen least.
    setNotAntialiasedElements(QCP::aeFills);
    setPlottingHint(QCP::phFastPolylines, true);
    // What several plots have drawn is brought to the screen together.
    setPlottingHint(QCP::phImmediateRefresh, false);
    // Nothing is ever drawn there: a buffer of its own would only be cleared and blended in each frame.
    layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmLogical);
    axisRect()->setMinimumMargins(QMargins(4, 6, 8, 4));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus); // the panel around it takes the keys
    m_resetButton->setToolTip(tr("Show everything again (double click)"));
    m_resetButton->setAccessibleName(tr("Reset zoom"));
    m_resetButton->hide();
    connect(m_resetButton, &QAbstractButton::clicked, this, &PlotView::resetZoom);
    connect(this, &QCustomPlot::beforeReplot, this, &PlotView::fitLegend);
}

QFont PlotView::font(double scale, QFont::Weight weight) const
{
    return themeFont(m_textSize * scale, weight);
}

double PlotView::hairline() const
{
    if (m_paper)
        return 1.3;
    if (m_theme->lineScale > 1)
        return m_theme->lineScale;
    // On a fine screen a pen of exactly 1 is one device pixel, too thin to be seen.
    return devicePixelRatioF() > 1 ? 1.01 : 1.0;
}

std::size_t PlotView::pointsAcross() const
{
    const auto onScreen = static_cast<int>(width() / kPixelsAPoint);
    return static_cast<std::size_t>(m_paper ? kMostPointsAcross
                                            : std::clamp(onScreen, kFewestPointsAcross, kMostPointsAcross));
}

void PlotView::setTheme(const Theme& theme)
{
    m_theme = &theme;
    if (!m_paper)
        m_textSize = kScreenTextSize * theme.textScale;
    setBackground(theme.card);
    for (QCPAxisRect* rect : axisRects())
        styleRect(rect);
    if (legend)
        styleLegend(legend);
    styleHeading();
    m_resetButton->setIcon(tintedIcon(QStringLiteral("zoom-out"), theme.mutedText));
    showResetButton();
}

void PlotView::setTextSize(double pixelSize, bool paper)
{
    m_textSize = pixelSize;
    m_paper = paper;
    setPlottingHint(QCP::phFastPolylines, !paper);
    setTheme(*m_theme);
}

void PlotView::styleRect(QCPAxisRect* rect) const
{
    const QPen axisPen(m_theme->axis, m_theme->lineScale);
    const QPen gridPen(m_theme->grid, 1);
    rect->setBackground(m_theme->card);
    for (QCPAxis* axis : rect->axes()) {
        axis->setBasePen(axisPen);
        axis->setTickPen(axisPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLengthIn(0);
        axis->setTickLengthOut(3);
        axis->setTickLabelFont(font());
        axis->setLabelFont(font(1.05));
        axis->setTickLabelColor(m_theme->mutedText);
        axis->setLabelColor(m_theme->mutedText);
        axis->setTickLabelPadding(3);
        axis->setLabelPadding(2);
        axis->grid()->setPen(gridPen);
        axis->grid()->setZeroLinePen(axisPen);
        axis->grid()->setSubGridVisible(false);
    }
}

void PlotView::styleLegend(QCPLegend* styled) const
{
    QColor veil = m_theme->card; // lines that pass behind a legend within the plot must not strike its words through
    veil.setAlphaF(0.85F);
    styled->setBrush(qobject_cast<QCPLayoutInset*>(styled->layout()) ? QBrush(veil) : Qt::NoBrush);
    styled->setBorderPen(Qt::NoPen);
    styled->setTextColor(m_theme->text);
    styled->setFont(font(kLegendScale));
    styled->setIconSize(static_cast<int>(m_textSize * 1.9), static_cast<int>(m_textSize));
    styled->setMargins(QMargins(2, 0, 2, 0));
    styled->setColumnSpacing(12);
    styled->setRowSpacing(0);
    // The library's icons reach over their edge where nothing clips them.
    styled->setIconTextPadding(m_paper ? 11 : 6);
}

void PlotView::placeLegendAbove()
{
    legend->setVisible(true);
    legend->setFillOrder(QCPLegend::foColumnsFirst);
    axisRect()->insetLayout()->take(legend);
    auto* line = new QCPLayoutGrid;
    line->setMargins(QMargins(4, 0, 4, 0));
    line->addElement(0, 0, legend);
    line->addElement(0, 1, new QCPLayoutElement(this));
    line->setColumnStretchFactor(0, 0.001);
    plotLayout()->insertRow(0);
    plotLayout()->addElement(0, 0, line);
    plotLayout()->setRowStretchFactor(0, 0.001);
}

void PlotView::setLegendHeading(const QString& heading)
{
    if (m_heading && heading.isEmpty()) {
        plotLayout()->remove(std::exchange(m_heading, nullptr));
        plotLayout()->simplify();
    }
    if (heading.isEmpty())
        return;
    if (!m_heading) {
        m_heading = new QCPTextElement(this);
        m_heading->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
        m_heading->setMargins(QMargins(6, 0, 4, 0));
        plotLayout()->insertRow(0);
        plotLayout()->addElement(0, 0, m_heading);
        plotLayout()->setRowStretchFactor(0, 0.001);
        styleHeading();
    }
    m_heading->setText(heading);
}

void PlotView::styleHeading()
{
    if (!m_heading)
        return;
    m_heading->setFont(font(kLegendScale));
    m_heading->setTextColor(m_theme->mutedText);
}

void PlotView::fitLegend()
{
    if (!legend || !legend->visible() || legend->itemCount() == 0)
        return;
    // In a narrow card the letters get smaller before a second line is begun.
    const bool isWithin = qobject_cast<QCPLayoutInset*>(legend->layout());
    const double room = (isWithin ? axisRect()->width() : viewport().width()) - kLegendMargin;
    double size = m_textSize * kLegendScale;
    LegendWidth width = legendWidth(*legend, size);
    while (width.line > room && size > m_textSize * kSmallestLegend) {
        size -= 0.5;
        width = legendWidth(*legend, size);
    }
    const bool wraps = width.line > room;
    const double spacing = legend->columnSpacing();
    int columns = 0;
    if (wraps) // then they need not be small, as long as their lines leave the picture its place
        for (size = m_textSize * kLegendScale;; size -= 0.5) {
            width = legendWidth(*legend, size);
            columns = std::max(1, static_cast<int>((room + spacing) / (width.widest + spacing)));
            const int lines = (width.entries + columns - 1) / columns;
            const double height = lines * (QFontMetricsF(themeFont(size)).height() + kRoomBelowLetters);
            if (height <= kLegendShare * viewport().height() || size <= m_textSize * kSmallestLegend)
                break;
        }
    if (columns != legend->wrap()) {
        legend->setWrap(columns);
        legend->setFillOrder(QCPLegend::foColumnsFirst, true);
    }
    // Items clip what they draw to a height that leaves no room below large letters.
    for (int at = 0; at < legend->itemCount(); ++at)
        if (QCPAbstractLegendItem* item = legend->item(at)) // the last line may have empty places
            item->setMargins(QMargins(0, 0, 0, kRoomBelowLetters));
    const QFont fitting = themeFont(size);
    if (fitting != legend->font())
        legend->setFont(fitting);
}

void PlotView::setMessage(const QString& message)
{
    if (m_message == message)
        return;
    m_message = message;
    showResetButton();
    update();
}

void PlotView::paintInto(QCPPainter& painter, const QRect& target)
{
    if (!heldRanges().isEmpty())
        cropGraphs();
    painter.save();
    painter.translate(target.topLeft());
    toPainter(&painter, target.width(), target.height());
    painter.restore();
}

void PlotView::draw(QCPPainter* painter)
{
    if (m_message.isEmpty())
        QCustomPlot::draw(painter);
    else
        paintMessage(*painter, viewport());
}

void PlotView::paintEvent(QPaintEvent* event)
{
    if (m_message.isEmpty()) {
        QCustomPlot::paintEvent(event);
        if (m_crosshair.empty())
            return;
        QPainter over(this);
        m_crosshair.paint(over, *this);
        return;
    }
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->card);
    paintMessage(painter, rect());
}

void PlotView::paintMessage(QPainter& painter, const QRect& area) const
{
    painter.setFont(font(1.25));
    painter.setPen(m_theme->mutedText);
    const int margin = static_cast<int>(2 * m_textSize);
    painter.drawText(area.adjusted(margin, margin, -margin, -margin), Qt::AlignCenter | Qt::TextWordWrap, m_message);
}

QCPRange roundedRange(double lower, double upper)
{
    if (!std::isfinite(lower) || !std::isfinite(upper))
        return {-1, 1};
    if (upper - lower < 1e-12 * std::max({1.0, std::abs(lower), std::abs(upper)})) {
        const double half = std::max(std::abs(lower) * 0.1, 1e-3);
        lower -= half;
        upper += half;
    }
    // The step is 1, 2 or 5 times a power of ten, about an eighth of the range.
    const double rough = (upper - lower) / 8;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double ratio = rough / power;
    const double step = power * (ratio < 1.5 ? 1 : ratio < 3.5 ? 2 : ratio < 7.5 ? 5 : 10);
    return {std::floor(lower / step + 1e-9) * step, std::ceil(upper / step - 1e-9) * step};
}

QSharedPointer<QCPAxisTicker> layerTicker(int count)
{
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    const int step = count <= 12 ? 1 : count <= 30 ? 5 : count <= 100 ? 10 : 50;
    for (int layer = 1; layer <= count; ++layer)
        if (layer == 1 || layer % step == 0)
            ticker->addTick(layer, QString::number(layer));
    return ticker;
}

QCPRange decadeRange(double lower, double upper)
{
    double first = std::floor(std::log10(lower));
    double last = std::ceil(std::log10(upper));
    if (last - first < 1) {
        first = std::floor(first - 0.5);
        last = first + 2;
    }
    return {std::pow(10.0, first), std::pow(10.0, last)};
}

} // namespace ui
