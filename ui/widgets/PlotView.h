// SPDX-License-Identifier: GPL-3.0-or-later
// A plot in house style: QCustomPlot with the theme's colours, the house font and the drawing rules that keep a frame
// cheap. The same plot paints itself on the screen and, as vectors, into a figure. Used by panels on the GUI thread.
#pragma once

#include "ui/base/Theme.h"

#include <qcustomplot.h>

#include <functional>

namespace ui
{

class PlotView : public QCustomPlot
{
    Q_OBJECT

public:
    explicit PlotView(QWidget* parent = nullptr);

    /// Colours for everything that the plot has; new axis rects are styled by styleRect.
    void setTheme(const Theme& theme);
    [[nodiscard]] const Theme& theme() const { return *m_theme; }
    /// Pixel size of tick labels; names of axes and legends follow. `paper` draws for print: no hairlines.
    void setTextSize(double pixelSize, bool paper);
    [[nodiscard]] double textSize() const { return m_textSize; }
    void styleRect(QCPAxisRect* rect) const;
    void styleLegend(QCPLegend* legend) const;
    /// Puts the legend on a line of its own above everything, where it hides no data. Called once the plot's layout
    /// stands.
    void placeLegendAbove();

    /// Words in place of the plot, for what cannot be drawn; an empty text brings the plot back.
    void setMessage(const QString& message);
    [[nodiscard]] const QString& message() const { return m_message; }

    /// The thinnest line that looks right on this medium, and that of the main curves.
    [[nodiscard]] double hairline() const;
    [[nodiscard]] double curveWidth() const { return (m_paper ? 2.4 : 2.0) * m_theme->lineScale; }
    [[nodiscard]] QFont font(double scale = 1, QFont::Weight weight = QFont::Normal) const;

    /// One replot when control returns to the event loop, however often it is asked for.
    void queueReplot() { replot(QCustomPlot::rpQueuedReplot); }
    /// Paints the plot into `target`, as vectors where the device has them.
    void paintInto(QCPPainter& painter, const QRect& target);
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 90}; }
    [[nodiscard]] QSize sizeHint() const override { return {420, 300}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void draw(QCPPainter* painter) override;

private:
    void paintMessage(QPainter& painter, const QRect& area) const;

    const Theme* m_theme = &Theme::of(ThemeKind::Light);
    static constexpr double kScreenTextSize = 11;
    double m_textSize = kScreenTextSize;
    bool m_paper = false;
    QString m_message;
};

/// A range that holds [lower, upper] and ends at round numbers, so that it does not tremble while the data moves.
QCPRange roundedRange(double lower, double upper);

/// Ticks for an axis of layers 1 … count: all of them while there is room, else the first and round numbers.
QSharedPointer<QCPAxisTicker> layerTicker(int count);

/// Round powers of ten around [lower, upper] (both positive) for a logarithmic axis.
QCPRange decadeRange(double lower, double upper);

} // namespace ui
