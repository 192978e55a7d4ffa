// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Diagnosis.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace core;

Q_DECLARE_METATYPE(core::GradientFinding)

class TestDiagnosis : public QObject
{
    Q_OBJECT

private slots:
    void defaults_data();
    void defaults();
    void ownThresholds();
    void noRatio();
    void divergence();
};

namespace
{

Snapshot snapshotOf(double ratio)
{
    Snapshot snapshot;
    snapshot.deltaRatio = ratio;
    return snapshot;
}

} // namespace

void TestDiagnosis::defaults_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<GradientFinding>("finding");
    const auto row = [](double ratio, GradientFinding finding) { QTest::addRow("%g", ratio) << ratio << finding; };
    // The defaults of the contract: below 1e-2 a notice, below 1e-3 an alarm; above 70 a notice, above 1e3 an alarm.
    using enum GradientFinding;
    row(1e-300, VanishingAlarm);
    row(0.000999, VanishingAlarm);
    row(0.001001, VanishingNotice);
    row(0.00999, VanishingNotice);
    row(0.01001, Healthy);
    row(1, Healthy);
    row(69.9, Healthy);
    row(70.1, ExplodingNotice);
    row(999, ExplodingNotice);
    row(1001, ExplodingAlarm);
    row(1e300, ExplodingAlarm);
    row(0, NoGradient);
    row(std::numeric_limits<double>::quiet_NaN(), Diverged);
}

void TestDiagnosis::defaults()
{
    QFETCH(double, ratio);
    QFETCH(GradientFinding, finding);
    QCOMPARE(gradientFinding(snapshotOf(ratio)), finding);
}

void TestDiagnosis::ownThresholds()
{
    Snapshot snapshot = snapshotOf(0.2);
    snapshot.config.diagnosis.vanishing = {0.5, 0.1};
    QCOMPARE(gradientFinding(snapshot), GradientFinding::VanishingNotice);
    snapshot.config.diagnosis.vanishing = {0.5, 0.3};
    QCOMPARE(gradientFinding(snapshot), GradientFinding::VanishingAlarm);
    snapshot = snapshotOf(5);
    snapshot.config.diagnosis.exploding = {4, 10};
    QCOMPARE(gradientFinding(snapshot), GradientFinding::ExplodingNotice);
    snapshot.config.diagnosis.exploding = {2, 4};
    QCOMPARE(gradientFinding(snapshot), GradientFinding::ExplodingAlarm);
}

void TestDiagnosis::noRatio()
{
    QCOMPARE(gradientFinding(Snapshot{}), GradientFinding::NoGradient);
}

void TestDiagnosis::divergence()
{
    Snapshot snapshot = snapshotOf(1);
    snapshot.divergence = Divergence{3, 1, Quantity::Z};
    QCOMPARE(gradientFinding(snapshot), GradientFinding::Diverged);
    snapshot.deltaRatio.reset();
    QCOMPARE(gradientFinding(snapshot), GradientFinding::Diverged);
}

QTEST_APPLESS_MAIN(TestDiagnosis)
#include "TestDiagnosis.moc"
