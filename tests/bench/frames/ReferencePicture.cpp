// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/frames/ReferencePicture.h"

#include "tests/bench/frames/Clocks.h"

#include <qcustomplot.h>

#include <cmath>

namespace bench
{

namespace
{

constexpr QSize kPictureSize{420, 330};
constexpr int kWarmUps = 5;
constexpr int kPoints = 1000;

void addCurve(QCustomPlot& plot, const QColor& color, double phase)
{
    QCPGraph* graph = plot.addGraph();
    graph->setPen(QPen(color, 2));
    graph->setAntialiased(true);
    QVector<double> x(kPoints), y(kPoints);
    for (int i = 0; i < kPoints; ++i) {
        x[i] = 10.0 * i / (kPoints - 1) - 5;
        y[i] = std::tanh(x[i] + phase);
    }
    graph->setData(x, y, true);
}

} // namespace

std::vector<double> timeReferencePicture(int times)
{
    QCustomPlot plot;
    addCurve(plot, Qt::blue, 0);
    addCurve(plot, Qt::red, 1);
    plot.xAxis->setRange(-5, 5);
    plot.yAxis->setRange(-1.1, 1.1);
    std::vector<double> milliseconds;
    for (int i = 0; i < kWarmUps + times; ++i) {
        const double before = threadMilliseconds();
        const QPixmap picture = plot.toPixmap(kPictureSize.width(), kPictureSize.height());
        if (i >= kWarmUps)
            milliseconds.push_back(threadMilliseconds() - before);
    }
    return milliseconds;
}

} // namespace bench
