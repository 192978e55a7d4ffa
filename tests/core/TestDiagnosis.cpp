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

    void theFirstMomentIsJudgedAtOnce();
    void whatFlickersIsNotReported();
    void whatLastsIsReportedFromItsBeginning();
    void theWorstComesFirst();
    void anotherRunBeginsAnew();
    void movedThresholdsHoldAtOnce();
    void theEndIsJudgedAtOnce();
    void whatWasFoundBeforeADivergenceStays();
    void aMomentAlone();
};

namespace
{

QStringList codesOf(const std::vector<Finding>& findings)
{
    QStringList codes;
    for (const Finding& finding : findings)
        codes << QString::fromUtf8(finding.code.data(), static_cast<qsizetype>(finding.code.size()));
    return codes;
}

Snapshot snapshotOf(double ratio, std::int64_t step = 0)
{
    Snapshot snapshot;
    snapshot.step = step;
    snapshot.deltaRatio = ratio;
    snapshot.baselineLoss = 1; // and a training loss of 0: it has learned
    snapshot.layers.resize(1);
    LayerStatistics& layer = snapshot.layers.front();
    layer.index = 1;
    layer.units = 1;
    layer.zStdOverSamples = layer.aStdOverSamples = 1;
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
    QVERIFY(findingsOf(Snapshot{}).empty());
    // Something would come back, and nothing arrives.
    Snapshot snapshot = snapshotOf(0);
    QCOMPARE(codesOf(findingsOf(snapshot)), QStringList{"vanishing"});
    snapshot.deltaRatio.reset();
    QVERIFY(findingsOf(snapshot).empty());
    snapshot.output.deltaRms = 1;
    QCOMPARE(codesOf(findingsOf(snapshot)), QStringList{"vanishing"});
}

void TestDiagnosis::divergence()
{
    Snapshot snapshot = snapshotOf(1);
    snapshot.divergence = Divergence{3, 1, Quantity::Z};
    QCOMPARE(gradientFinding(snapshot), GradientFinding::Diverged);
    snapshot.deltaRatio.reset();
    QCOMPARE(gradientFinding(snapshot), GradientFinding::Diverged);
}

void TestDiagnosis::theFirstMomentIsJudgedAtOnce()
{
    Diagnosis diagnosis;
    diagnosis.watch(snapshotOf(1e-4));
    QCOMPARE(codesOf(diagnosis.findings()), QStringList{"vanishing"});
    const Finding& finding = diagnosis.findings().front();
    QCOMPARE(finding.severity, Severity::Alarm);
    QCOMPARE(finding.step, 0);
    QCOMPARE(finding.number("value"), 1e-4);
    QCOMPARE(finding.number("threshold"), 1e-3);
    QVERIFY(std::isnan(finding.number("no such number")));
}

void TestDiagnosis::whatFlickersIsNotReported()
{
    Diagnosis healthy;
    Diagnosis sick;
    healthy.watch(snapshotOf(1));
    sick.watch(snapshotOf(1e-4));
    for (int step = 1; step < 500; ++step) {
        const Snapshot moment = snapshotOf(step % 30 < 15 ? 1e-4 : 1, step);
        healthy.watch(moment);
        sick.watch(moment);
        QVERIFY(healthy.findings().empty());
        QCOMPARE(codesOf(sick.findings()), QStringList{"vanishing"});
    }
}

void TestDiagnosis::whatLastsIsReportedFromItsBeginning()
{
    // As often as `run` records, or as the window looks: what is found is the same.
    for (const int every : {1, 5, 10}) {
        Diagnosis diagnosis;
        for (int step = 0; step <= 400; step += every) {
            diagnosis.watch(snapshotOf(step < 100 || step >= 300 ? 1 : step < 200 ? 5e-3 : 5e-4, step));
            const bool isFound = step >= 100 + kSettleSteps && step < 300 + kSettleSteps;
            QCOMPARE(!diagnosis.findings().empty(), isFound);
            if (!isFound)
                continue;
            QCOMPARE(diagnosis.findings().front().step, 100);
            QCOMPARE(diagnosis.findings().front().severity == Severity::Alarm, step >= 200 + kSettleSteps);
        }
    }
}

void TestDiagnosis::theWorstComesFirst()
{
    Snapshot snapshot = snapshotOf(5e-3);
    snapshot.layers.front().saturatedFraction = 0.9;
    QCOMPARE(codesOf(findingsOf(snapshot)), (QStringList{"saturated", "vanishing"}));
    snapshot.deltaRatio = 1e-4;
    QCOMPARE(codesOf(findingsOf(snapshot)), (QStringList{"vanishing", "saturated"}));
}

void TestDiagnosis::anotherRunBeginsAnew()
{
    Diagnosis diagnosis;
    diagnosis.watch(snapshotOf(1e-4));
    Snapshot other = snapshotOf(1);
    other.generation = 1;
    diagnosis.watch(other);
    QVERIFY(diagnosis.findings().empty());
}

void TestDiagnosis::movedThresholdsHoldAtOnce()
{
    Diagnosis diagnosis;
    diagnosis.watch(snapshotOf(0.5));
    Snapshot later = snapshotOf(0.5, 1);
    later.config.diagnosis.vanishing.notice = 0.6;
    diagnosis.watch(later);
    QCOMPARE(codesOf(diagnosis.findings()), QStringList{"vanishing"});
}

void TestDiagnosis::theEndIsJudgedAtOnce()
{
    // A run that is over in a moment is seen at its beginning and at its end.
    Diagnosis diagnosis;
    diagnosis.watch(snapshotOf(1));
    Snapshot end = snapshotOf(1e-4, 800);
    end.status = RunStatus::Done;
    diagnosis.watch(end);
    QCOMPARE(codesOf(diagnosis.findings()), QStringList{"vanishing"});
    QCOMPARE(diagnosis.findings().front().step, 800);
}

void TestDiagnosis::whatWasFoundBeforeADivergenceStays()
{
    Diagnosis diagnosis;
    diagnosis.watch(snapshotOf(1e6));
    Snapshot end = snapshotOf(std::numeric_limits<double>::quiet_NaN(), 9);
    end.divergence = Divergence{9, 1, Quantity::Parameter};
    diagnosis.watch(end);
    QCOMPARE(codesOf(diagnosis.findings()), (QStringList{"diverged", "exploding"}));
    QCOMPARE(diagnosis.findings().front().step, 9);
    QCOMPARE(diagnosis.findings().front().layer, 1);
    QVERIFY(diagnosis.findings().front().quantity == Quantity::Parameter);
    QCOMPARE(codesOf(findingsOf(end)), QStringList{"diverged"});
}

void TestDiagnosis::aMomentAlone()
{
    QVERIFY(findingsOf(snapshotOf(1, 700)).empty());
    const std::vector<Finding> findings = findingsOf(snapshotOf(1e-4, 700));
    QCOMPARE(codesOf(findings), QStringList{"vanishing"});
    QCOMPARE(findings.front().step, 700);
}

QTEST_APPLESS_MAIN(TestDiagnosis)
#include "TestDiagnosis.moc"
