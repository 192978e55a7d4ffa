// SPDX-License-Identifier: GPL-3.0-or-later
// A number with a slider, used as a person does: mouse, keys, wheel, typing.
#include "ui/widgets/ParameterSlider.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <memory>

using core::Scale;
using ui::NumberRange;
using ui::ParameterSlider;
using ui::SliderScale;

namespace
{

const NumberRange kSlope{-1e9, 1e9, true, Scale::Fine, 0, 1, 0.01};
const NumberRange kRate{0, 1e9, false, Scale::Logarithmic, 1e-5, 10, 0.1};
const NumberRange kDepth{0, 1000, true, Scale::Integer, 1, 50, 8};
const NumberRange kFraction{0, 0.9, true, Scale::Linear, 0, 0.9, 0.3};
const NumberRange kSeed{0, 9007199254740991, true, Scale::Integer, 0, 0, 1};

/// A slider in a window with something else that can have the focus.
struct Bench {
    explicit Bench(const NumberRange& range)
        : slider(new ParameterSlider(range))
        , other(new QLineEdit)
    {
        auto* column = new QVBoxLayout(&window);
        column->addWidget(slider);
        column->addWidget(other);
        slider->setWords(QStringLiteral("Value"), QStringLiteral("What it does."));
        window.resize(240, 160);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        other->setFocus();
    }

    void type(const QString& text)
    {
        slider->edit()->setFocus();
        slider->edit()->selectAll();
        for (const QChar sign : text) {
            // QTest's own keys are those of ASCII.
            QKeyEvent event(QEvent::KeyPress, 0, Qt::NoModifier, QString(sign));
            QApplication::sendEvent(slider->edit(), &event);
        }
        QTest::keyClick(slider->edit(), Qt::Key_Return);
    }

    QWidget window;
    ParameterSlider* slider;
    QLineEdit* other;
};

} // namespace

class TestParameterSlider : public QObject
{
    Q_OBJECT

private slots:
    void positionsAndValues_data();
    void positionsAndValues();
    void endsAreExact_data();
    void endsAreExact();
    void slopeHasRoomNearOnePercent();
    void draggingEmitsContinuously();
    void pressingTheGrooveGoesThere();
    void arrowsAlwaysMove_data();
    void arrowsAlwaysMove();
    void homeAndEnd();
    void wheelNeedsTheFocus();
    void typing_data();
    void typing();
    void refusedValues_data();
    void refusedValues();
    void messageGoesWithTheNextGoodValue();
    void escapeTakesBackWhatWasTyped();
    void typedValueStaysExact();
    void leavingTheFieldTakesTheValue();
    void doubleClickResets();
    void setValueIsSilent();
    void setValueWaitsForTheHand();
    void setValueWaitsForTyping();
    void wideRangesHaveNoSlider();
    void isNamedForScreenReaders();
};

void TestParameterSlider::positionsAndValues_data()
{
    QTest::addColumn<NumberRange>("range");
    QTest::newRow("slope") << kSlope;
    QTest::newRow("rate") << kRate;
    QTest::newRow("depth") << kDepth;
    QTest::newRow("fraction") << kFraction;
    QTest::newRow("bias") << NumberRange{-1e9, 1e9, true, Scale::Linear, -5, 5, 0};
    QTest::newRow("threshold") << NumberRange{-10, 10, true, Scale::Fine, -8, 1, 0};
    QTest::newRow("samples") << NumberRange{2, 1e7, true, Scale::Integer, 20, 5000, 1000};
}

void TestParameterSlider::positionsAndValues()
{
    QFETCH(NumberRange, range);
    const SliderScale scale(range);
    QVERIFY(scale.count() >= 9);
    double previous = scale.valueAt(0);
    for (int position = 1; position <= scale.count(); ++position) {
        const double value = scale.valueAt(position);
        QVERIFY2(value >= previous, qPrintable(QString::number(position)));
        QVERIFY(range.contains(value));
        QVERIFY(value >= range.sliderMinimum && value <= range.sliderMaximum);
        // A value leads back to a position that means the same, or its neighbour in the second digit.
        const double again = scale.valueAt(scale.positionOf(value));
        const bool exact = range.scale == Scale::Linear || range.scale == Scale::Integer;
        const double grain =
            exact ? 1e-12 : std::max(0.011 * std::abs(value), 1e-4 * (range.sliderMaximum - range.sliderMinimum));
        QVERIFY2(std::abs(again - value) <= grain, qPrintable(QString::number(value)));
        previous = value;
    }
}

void TestParameterSlider::endsAreExact_data()
{
    positionsAndValues_data();
}

void TestParameterSlider::endsAreExact()
{
    QFETCH(NumberRange, range);
    const SliderScale scale(range);
    QCOMPARE(scale.valueAt(0), range.sliderMinimum);
    QCOMPARE(scale.valueAt(scale.count()), range.sliderMaximum);
    QCOMPARE(scale.positionOf(range.sliderMinimum - 1), 0);
    QCOMPARE(scale.positionOf(range.sliderMaximum + 1), scale.count());
}

void TestParameterSlider::slopeHasRoomNearOnePercent()
{
    // On a slider of 190 pixels a tenth of the way belongs to slopes below 0.01, and 0.005 and 0.02 are pixels apart.
    const SliderScale scale(kSlope);
    const double pixel = scale.count() / 190.0;
    QVERIFY(scale.positionOf(0.01) > 19 * pixel);
    QVERIFY(scale.positionOf(0.01) - scale.positionOf(0.005) > 5 * pixel);
    QVERIFY(scale.positionOf(0.02) - scale.positionOf(0.01) > 5 * pixel);
    QCOMPARE(scale.valueAt(scale.positionOf(0.01)), 0.01);
}

void TestParameterSlider::draggingEmitsContinuously()
{
    Bench bench(kDepth);
    QSlider* slider = bench.slider->slider();
    QSignalSpy edited(bench.slider, &ParameterSlider::edited);
    QSignalSpy finished(bench.slider, &ParameterSlider::editingFinished);
    const int y = slider->height() / 2;
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(4, y));
    for (int x = 8; x < slider->width() + 30; x += 4)
        QTest::mouseMove(slider, QPoint(x, y));
    QCOMPARE(bench.slider->value(), 50.0);
    QVERIFY2(edited.count() > 20, qPrintable(QString::number(edited.count())));
    QVERIFY(bench.slider->busy());
    QCOMPARE(finished.count(), 0); // the press and what follows are one gesture
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() + 30, y));
    QVERIFY(!bench.slider->busy());
    QCOMPARE(finished.count(), 1);
    QCOMPARE(bench.slider->edit()->text(), QStringLiteral("50"));
}

void TestParameterSlider::pressingTheGrooveGoesThere()
{
    Bench bench(kFraction);
    QSlider* slider = bench.slider->slider();
    QTest::mouseClick(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
    QVERIFY2(std::abs(bench.slider->value() - 0.45) <= 0.021, qPrintable(QString::number(bench.slider->value())));
}

void TestParameterSlider::arrowsAlwaysMove_data()
{
    positionsAndValues_data();
}

void TestParameterSlider::arrowsAlwaysMove()
{
    QFETCH(NumberRange, range);
    Bench bench(range);
    bench.slider->setValue(range.sliderMinimum);
    bench.slider->slider()->setFocus();
    // From end to end: rounding for reading must never hold the handle.
    int presses = 0;
    while (bench.slider->value() < range.sliderMaximum && presses < 6000) {
        QTest::keyClick(bench.slider->slider(), Qt::Key_Right);
        ++presses;
    }
    QCOMPARE(bench.slider->value(), range.sliderMaximum);
    QTest::keyClick(bench.slider->slider(), Qt::Key_PageDown);
    QVERIFY(bench.slider->value() < range.sliderMaximum);
}

void TestParameterSlider::homeAndEnd()
{
    Bench bench(kRate);
    bench.slider->slider()->setFocus();
    QTest::keyClick(bench.slider->slider(), Qt::Key_Home);
    QCOMPARE(bench.slider->value(), 1e-5);
    QCOMPARE(bench.slider->edit()->text(), QStringLiteral("1e-5"));
    QTest::keyClick(bench.slider->slider(), Qt::Key_End);
    QCOMPARE(bench.slider->value(), 10.0);
}

void TestParameterSlider::wheelNeedsTheFocus()
{
    Bench bench(kDepth);
    bench.slider->setValue(8);
    QSlider* slider = bench.slider->slider();
    const auto turn = [&] {
        QWheelEvent event(QPointF(20, 8), slider->mapToGlobal(QPointF(20, 8)), QPoint(), QPoint(0, 120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(slider, &event);
    };
    turn();
    QCOMPARE(bench.slider->value(), 8.0);
    slider->setFocus();
    turn();
    QVERIFY(bench.slider->value() > 8);
}

void TestParameterSlider::typing_data()
{
    QTest::addColumn<NumberRange>("range");
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::newRow("plain") << kRate << QStringLiteral("0.25") << 0.25;
    QTest::newRow("exponent") << kRate << QStringLiteral("1e-3") << 1e-3;
    QTest::newRow("capital exponent") << kRate << QStringLiteral("2E-4") << 2e-4;
    QTest::newRow("plus and spaces") << kRate << QStringLiteral("  +3 ") << 3.0;
    QTest::newRow("no leading zero") << kRate << QStringLiteral(".5") << 0.5;
    QTest::newRow("minus sign of typography") << kSlope << QStringLiteral("−0.5") << -0.5;
    QTest::newRow("outside the slider") << kRate << QStringLiteral("1e6") << 1e6;
    QTest::newRow("whole number with a point") << kDepth << QStringLiteral("12.0") << 12.0;
    QTest::newRow("deeper than the slider") << kDepth << QStringLiteral("200") << 200.0;
    QTest::newRow("a long seed") << kSeed << QStringLiteral("9007199254740991") << 9007199254740991.0;
}

void TestParameterSlider::typing()
{
    QFETCH(NumberRange, range);
    QFETCH(QString, text);
    QFETCH(double, value);
    Bench bench(range);
    QSignalSpy edited(bench.slider, &ParameterSlider::edited);
    QSignalSpy finished(bench.slider, &ParameterSlider::editingFinished);
    bench.type(text);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.first().first().toDouble(), value);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(bench.slider->value(), value);
    QVERIFY(bench.slider->message().isEmpty());
}

void TestParameterSlider::refusedValues_data()
{
    QTest::addColumn<NumberRange>("range");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a word") << kRate << QStringLiteral("fast") << QStringLiteral("not a number");
    QTest::newRow("nothing") << kRate << QString() << QStringLiteral("not a number");
    QTest::newRow("nan") << kRate << QStringLiteral("nan") << QStringLiteral("not a number");
    QTest::newRow("infinity") << kRate << QStringLiteral("inf") << QStringLiteral("not a number");
    QTest::newRow("two numbers") << kRate << QStringLiteral("1 2") << QStringLiteral("not a number");
    QTest::newRow("overflow") << kRate << QStringLiteral("1e999") << QStringLiteral("not a number");
    QTest::newRow("decimal comma") << kRate << QStringLiteral("0,1") << QStringLiteral("decimal point");
    QTest::newRow("open end") << kRate << QStringLiteral("0") << QStringLiteral("more than 0");
    QTest::newRow("negative") << kRate << QStringLiteral("-1") << QStringLiteral("at least 0");
    QTest::newRow("too large") << kDepth << QStringLiteral("1001") << QStringLiteral("at most 1000");
    QTest::newRow("half a layer") << kDepth << QStringLiteral("2.5") << QStringLiteral("not a whole number");
    QTest::newRow("markup") << kDepth << QStringLiteral("<b>2</b>") << QStringLiteral("not a number");
}

void TestParameterSlider::refusedValues()
{
    QFETCH(NumberRange, range);
    QFETCH(QString, text);
    QFETCH(QString, reason);
    Bench bench(range);
    const double before = bench.slider->value();
    const QString shown = bench.slider->edit()->text();
    QSignalSpy edited(bench.slider, &ParameterSlider::edited);
    if (text.isEmpty()) {
        bench.slider->edit()->setFocus();
        bench.slider->edit()->selectAll();
        QTest::keyClick(bench.slider->edit(), Qt::Key_Delete);
        QTest::keyClick(bench.slider->edit(), Qt::Key_Return);
    } else {
        bench.type(text);
    }
    QCOMPARE(edited.count(), 0);
    QCOMPARE(bench.slider->value(), before);
    QCOMPARE(bench.slider->edit()->text(), shown);
    QVERIFY2(bench.slider->message().contains(reason), qPrintable(bench.slider->message()));
}

void TestParameterSlider::messageGoesWithTheNextGoodValue()
{
    Bench bench(kDepth);
    bench.type(QStringLiteral("-3"));
    QVERIFY(!bench.slider->message().isEmpty());
    bench.type(QStringLiteral("3"));
    QVERIFY(bench.slider->message().isEmpty());
}

void TestParameterSlider::escapeTakesBackWhatWasTyped()
{
    Bench bench(kDepth);
    bench.slider->edit()->setFocus();
    bench.slider->edit()->selectAll();
    QTest::keyClicks(bench.slider->edit(), QStringLiteral("77"));
    QTest::keyClick(bench.slider->edit(), Qt::Key_Escape);
    QCOMPARE(bench.slider->edit()->text(), QStringLiteral("8"));
    bench.other->setFocus();
    QCOMPARE(bench.slider->value(), 8.0);
}

void TestParameterSlider::typedValueStaysExact()
{
    Bench bench(kRate);
    bench.type(QStringLiteral("0.0123456789"));
    bench.slider->edit()->setFocus();
    bench.other->setFocus();
    QCOMPARE(bench.slider->value(), 0.0123456789);
    QCOMPARE(bench.slider->edit()->text(), QStringLiteral("0.0123456789"));
}

void TestParameterSlider::leavingTheFieldTakesTheValue()
{
    Bench bench(kDepth);
    bench.slider->edit()->setFocus();
    bench.slider->edit()->selectAll();
    QTest::keyClicks(bench.slider->edit(), QStringLiteral("21"));
    bench.other->setFocus();
    QCOMPARE(bench.slider->value(), 21.0);
}

void TestParameterSlider::doubleClickResets()
{
    Bench bench(kSlope);
    bench.slider->setValue(0.6);
    QSlider* slider = bench.slider->slider();
    QTest::mouseDClick(slider, Qt::LeftButton, {}, QPoint(slider->width() / 3, slider->height() / 2));
    QCOMPARE(bench.slider->value(), 0.01);
    QVERIFY(!bench.slider->busy());
}

void TestParameterSlider::setValueIsSilent()
{
    Bench bench(kRate);
    QSignalSpy edited(bench.slider, &ParameterSlider::edited);
    bench.slider->setValue(0.5);
    bench.slider->setValue(1e6);
    QCOMPARE(edited.count(), 0);
    QCOMPARE(bench.slider->slider()->value(), bench.slider->slider()->maximum());
    QCOMPARE(bench.slider->edit()->text(), QStringLiteral("1e6"));
}

void TestParameterSlider::setValueWaitsForTheHand()
{
    Bench bench(kDepth);
    QSlider* slider = bench.slider->slider();
    QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
    const int held = slider->value();
    bench.slider->setValue(2);
    QCOMPARE(slider->value(), held);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, slider->height() / 2));
    QCOMPARE(bench.slider->value(), 2.0);
}

void TestParameterSlider::setValueWaitsForTyping()
{
    Bench bench(kDepth);
    bench.slider->edit()->setFocus();
    bench.slider->edit()->selectAll();
    QTest::keyClicks(bench.slider->edit(), QStringLiteral("4"));
    bench.slider->setValue(30);
    QCOMPARE(bench.slider->edit()->text(), QStringLiteral("4"));
    QTest::keyClicks(bench.slider->edit(), QStringLiteral("2"));
    QTest::keyClick(bench.slider->edit(), Qt::Key_Return);
    QCOMPARE(bench.slider->value(), 42.0);
}

void TestParameterSlider::wideRangesHaveNoSlider()
{
    Bench bench(kSeed);
    QVERIFY(!bench.slider->slider()->isVisible());
    bench.slider->edit()->setFocus();
    QTest::keyClick(bench.slider->edit(), Qt::Key_Up);
    QCOMPARE(bench.slider->value(), 2.0);
    QTest::keyClick(bench.slider->edit(), Qt::Key_Down);
    QTest::keyClick(bench.slider->edit(), Qt::Key_Down);
    QTest::keyClick(bench.slider->edit(), Qt::Key_Down);
    QCOMPARE(bench.slider->value(), 0.0);
}

void TestParameterSlider::isNamedForScreenReaders()
{
    Bench bench(kRate);
    QCOMPARE(bench.slider->slider()->accessibleName(), QStringLiteral("Value"));
    QVERIFY(bench.slider->edit()->accessibleName().contains(QStringLiteral("Value")));
    QVERIFY(bench.slider->toolTip().contains(QStringLiteral("What it does.")));
}

QTEST_MAIN(TestParameterSlider)
#include "TestParameterSlider.moc"
