// SPDX-License-Identifier: GPL-3.0-or-later
// A plot in house style: QCustomPlot with the theme's colours, the house font and the drawing rules that keep a frame
// cheap. The same plot paints itself on the screen and, as vectors, into a figure. The wheel zooms about the pointer, a
// drag moves the view, a double click lets the axes follow the data again. Used by panels on the GUI thread.
#pragma once

#include "ui/base/Theme.h"
#include "ui/widgets/Crosshair.h"

#include <QMap>
#include <qcustomplot.h>

#include <functional>
#include <vector>

class QAbstractButton;

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
    /// Words on a line of their own above such a legend; empty: none.
    void setLegendHeading(const QString& heading);

    /// Words in place of the plot, for what cannot be drawn; an empty text brings the plot back.
    void setMessage(const QString& message);
    [[nodiscard]] const QString& message() const { return m_message; }

    /// The thinnest line that looks right on this medium, and that of the main curves.
    [[nodiscard]] double hairline() const;
    [[nodiscard]] double curveWidth() const { return (m_paper ? 2.4 : 2.0) * m_theme->lineScale; }
    [[nodiscard]] QFont font(double scale = 1, QFont::Weight weight = QFont::Normal) const;
    /// As many points of one line as can be told apart across the plot; more would only cost time.
    [[nodiscard]] std::size_t pointsAcross() const;

    /// Where the axis goes to show the data as they are now. It goes there at once, unless it is held: the person has
    /// zoomed, or has frozen the axes. The axis needs a name (objectName) that is its own in this plot.
    void setFollowedRange(QCPAxis* axis, const QCPRange& range);
    /// Both axes always show the same range.
    void linkAxes(QCPAxis* one, QCPAxis* other);
    /// The axes stay where they are, whatever the data does, so that before and after can be compared.
    void setFrozen(bool frozen);
    [[nodiscard]] bool isFrozen() const { return m_frozen; }
    [[nodiscard]] bool isZoomed() const;
    /// Back to where the axes would be if nobody had zoomed.
    void resetZoom();
    /// The axes mean something else now (another quantity, another scale): what was held is let go.
    void releaseAxes();
    /// The ranges that are held, by the axes' names; and the same for a plot that shall look alike.
    [[nodiscard]] QMap<QString, QCPRange> heldRanges() const;
    void setHeldRanges(const QMap<QString, QCPRange>& ranges) { m_wantedRanges = ranges; }

    /// What is pointed at, painted over the plot; an empty one takes it away.
    void setCrosshair(Crosshair crosshair);
    [[nodiscard]] const Crosshair& crosshair() const { return m_crosshair; }

    /// One replot when control returns to the event loop, however often it is asked for.
    void queueReplot() { replot(QCustomPlot::rpQueuedReplot); }
    /// Paints the plot into `target`, as vectors where the device has them. Where axes are held, data outside of them
    /// is given up: not every format clips.
    void paintInto(QCPPainter& painter, const QRect& target);
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 90}; }
    [[nodiscard]] QSize sizeHint() const override { return {420, 300}; }

signals:
    /// Pressed and released at one place: a click, no drag.
    void clicked(const QPoint& place);
    /// By hand, or back.
    void zoomChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void draw(QCPPainter* painter) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    struct Followed {
        QCPAxis* axis = nullptr;
        QCPRange newest; ///< where the data wants it
        QCPRange base;   ///< where it goes when nobody zooms: the newest, or what was frozen
        bool zoomed = false;
        bool fresh = true; ///< has not been given a range since it was released
    };
    void fitLegend();
    void styleHeading();
    void paintMessage(QPainter& painter, const QRect& area) const;
    Followed& follow(QCPAxis* axis);
    void onRangeChanged(QCPAxis* axis, const QCPRange& range, const QCPRange& before);
    void showResetButton();
    void cropGraphs();

    const Theme* m_theme = &Theme::of(ThemeKind::Light);
    static constexpr double kScreenTextSize = 11;
    double m_textSize = kScreenTextSize;
    bool m_paper = false;
    QString m_message;
    QCPTextElement* m_heading = nullptr; ///< of the legend, if it has one
    std::vector<Followed> m_followed;
    QMap<QString, QCPRange> m_wantedRanges; ///< of axes that have not been given a range yet
    Crosshair m_crosshair;
    QAbstractButton* m_resetButton;
    QPoint m_pressed;
    bool m_frozen = false;
    bool m_dragging = false;
    bool m_acting = false; ///< a range that changes now is changed by hand
};

/// A range that holds [lower, upper] and ends at round numbers, so that it does not tremble while the data moves.
QCPRange roundedRange(double lower, double upper);

/// Ticks for an axis of layers 1 … count: all of them while there is room, else the first and round numbers.
QSharedPointer<QCPAxisTicker> layerTicker(int count);

/// Round powers of ten around [lower, upper] (both positive) for a logarithmic axis.
QCPRange decadeRange(double lower, double upper);

} // namespace ui
