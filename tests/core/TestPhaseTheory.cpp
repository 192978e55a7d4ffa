// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that theory draws over a phase map: contours of known shapes, and known critical lines.
#include "core/analysis/PhaseTheory.h"
#include "tests/core/SmallRun.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace core;

namespace
{

template <class Height>
std::vector<double> grid(std::size_t columns, std::size_t rows, const Height& height)
{
    std::vector<double> values;
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column)
            values.push_back(height(static_cast<double>(column), static_cast<double>(row)));
    return values;
}

PhaseAxis axisFor(const ExperimentConfig& config, const PhaseSpan& span)
{
    const std::vector<Field> fields = phaseFields(config);
    return axisOf(span, *findField(fields, span.key));
}

PhaseTheory theoryOf(const ExperimentConfig& config, const PhaseSpan& across, const PhaseSpan& up)
{
    PhasePlan plan{phaseBase(config, 1, 10), axisFor(config, across), axisFor(config, up), {}};
    std::vector<CombinationFault> faults;
    const std::vector<PhaseRun> runs = runsOf(plan, faults);
    DatasetCache datasets(goldens::resource);
    return phaseTheory(plan, runs, 0, datasets, {});
}

const TheoryLine* lineOf(const PhaseTheory& theory, TheoryLine::Kind kind)
{
    for (const TheoryLine& line : theory.lines)
        if (line.kind == kind)
            return &line;
    return nullptr;
}

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

} // namespace

class TestPhaseTheory : public QObject
{
    Q_OBJECT

private slots:
    void aPlaneHasAStraightLine();
    void aCircleIsClosed();
    void saddlesDoNotCross();
    void whatIsNoNumberIsLeftOut();
    void tanhIsCriticalAtGainOne();
    void sigmoidVanishesWithDepth();
    void whatTheorySaysNothingOf();
    void noLineThroughNoise();
};

void TestPhaseTheory::aPlaneHasAStraightLine()
{
    const std::vector<Stroke> strokes =
        contours(grid(5, 4, [](double x, double y) { return x + 0.5 * y; }), 5, 4, 2.25);
    QCOMPARE(strokes.size(), std::size_t(1)); // one, from border to border
    for (const GridPoint& point : strokes.front())
        QVERIFY(std::abs(point.column + 0.5 * point.row - 2.25) < 1e-9);
    const auto [low, high] = std::minmax(strokes.front().front().row, strokes.front().back().row);
    QCOMPARE(low, 0.0);
    QCOMPARE(high, 3.0);
}

void TestPhaseTheory::aCircleIsClosed()
{
    const auto squared = [](double x, double y) { return (x - 5) * (x - 5) + (y - 5) * (y - 5); };
    const std::vector<Stroke> strokes = contours(grid(11, 11, squared), 11, 11, 9.5);
    QCOMPARE(strokes.size(), std::size_t(1));
    QCOMPARE(strokes.front().front(), strokes.front().back());
    for (const GridPoint& point : strokes.front())
        QVERIFY(std::abs(std::sqrt(squared(point.column, point.row)) - std::sqrt(9.5)) < 0.1);
}

void TestPhaseTheory::saddlesDoNotCross()
{
    for (const double middle : {0.1, -0.1}) {
        const std::vector<Stroke> strokes = contours(std::vector<double>{1 + middle, -1, -1, 1 + middle}, 2, 2, 0);
        QCOMPARE(strokes.size(), std::size_t(2));
        for (const Stroke& stroke : strokes) {
            QCOMPARE(stroke.size(), std::size_t(2));
            // High ground in the middle: each line cuts off a low corner, which are those where column + row = 1.
            const double towards = (stroke[0].column + stroke[1].column - 1) * (stroke[0].row + stroke[1].row - 1);
            QVERIFY(middle > 0 ? towards < 0 : towards > 0);
        }
    }
}

void TestPhaseTheory::whatIsNoNumberIsLeftOut()
{
    QVERIFY(contours(std::vector<double>{-1, kNaN, -1, 1}, 2, 2, 0).empty());
    const std::vector<Stroke> strokes = contours(std::vector<double>{-1, kInfinity, -kInfinity, 1}, 2, 2, 0);
    QCOMPARE(strokes.size(), std::size_t(1));
    for (const GridPoint& point : strokes.front())
        QVERIFY(point.column >= 0 && point.column <= 1 && point.row >= 0 && point.row <= 1);
}

void TestPhaseTheory::tanhIsCriticalAtGainOne()
{
    // Poole et al. (2016): without biases tanh is ordered for a weight variance below 1 and chaotic above, at any
    // depth.
    ExperimentConfig config = smallrun::small("tanh");
    config.initializer.weights.kind = "xavier_normal";
    const PhaseTheory theory =
        theoryOf(config, {"network.depth", 2, 10, 9}, {"initializer.gain", 0.5, 2, 31, Spacing::Logarithmic});
    const TheoryLine* critical = lineOf(theory, TheoryLine::Kind::Critical);
    QVERIFY(critical);
    QCOMPARE(critical->level, 1.0);
    double first = kInfinity;
    double last = -kInfinity;
    for (const Stroke& stroke : critical->strokes)
        for (const GridPoint& point : stroke) {
            QVERIFY2(std::abs(point.row - 15) < 2, qPrintable(QString::number(point.row)));
            first = std::min(first, point.column);
            last = std::max(last, point.column);
        }
    QCOMPARE(first, 0.0);
    QCOMPARE(last, 8.0);
}

void TestPhaseTheory::sigmoidVanishesWithDepth()
{
    // chi is far below 1 for all of them: there is no critical line, but a depth at which the gradient is lost.
    ExperimentConfig config = smallrun::small("sigmoid");
    config.initializer.weights.kind = "xavier_normal";
    const PhaseTheory theory = theoryOf(config, {"network.depth", 1, 12, 12}, {"data.noise", 0, 0.3, 4});
    QVERIFY(!lineOf(theory, TheoryLine::Kind::Critical));
    const TheoryLine* vanishing = lineOf(theory, TheoryLine::Kind::Vanishing);
    QVERIFY(vanishing);
    QCOMPARE(vanishing->level, 1e-3);
    // Each layer takes about 1/4 of the gradient: 4^-5 is 1e-3.
    for (const GridPoint& point : vanishing->strokes.front())
        QVERIFY2(std::abs(point.column - 5) < 0.5, qPrintable(QString::number(point.column)));
}

void TestPhaseTheory::whatTheorySaysNothingOf()
{
    ExperimentConfig config = smallrun::small("tanh");
    config.network.residual = "pre";
    const PhaseTheory theory = theoryOf(config, {"network.depth", 1, 4, 4}, {"initializer.gain", 0.5, 2, 4});
    QVERIFY(theory.lines.empty());
    QCOMPARE(theory.reasons, std::vector<TheoryReason>{TheoryReason::Residual});
}

void TestPhaseTheory::noLineThroughNoise()
{
    // ReLU with He's variance is critical for every width, up to the last digit.
    const PhaseTheory theory =
        theoryOf(smallrun::small("relu"), {"network.width", 3, 20, 18}, {"network.depth", 2, 9, 8});
    QVERIFY(!lineOf(theory, TheoryLine::Kind::Critical));
}

QTEST_APPLESS_MAIN(TestPhaseTheory)
#include "TestPhaseTheory.moc"
