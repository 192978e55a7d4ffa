// SPDX-License-Identifier: GPL-3.0-or-later
// The strip and the card of the diagnosis as a person uses them: the strip names the trouble, its cure is one click and
// one undo, and it is not there when all is well. Every rule and every cure has its words.
#include "tests/ui/HandOnCard.h"
#include "tests/ui/MadeUpRun.h"
#include "tests/ui/OpenWindow.h"
#include "ui/EditHistory.h"
#include "ui/base/FindingWords.h"
#include "ui/panels/DiagnosisPanel.h"
#include "ui/widgets/DiagnosisStrip.h"
#include "ui/widgets/FindingRow.h"
#include "ui/widgets/TrialBar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QUndoStack>

using namespace ui;
using core::Finding;
using core::Severity;

namespace
{

Finding vanishing()
{
    return {"vanishing", Severity::Alarm, 0, 0, {{"value", 3e-5}, {"threshold", 1e-3}}, {}};
}

/// A run at step 100, with what is found in it.
struct Shown {
    Shown()
    {
        run.snapshot.config.network.activation = {"sigmoid", {}};
        run.snapshot.step = 100;
        strip.setTheme(Theme::of(ThemeKind::Dark));
        holder.resize(900, 400);
        strip.setParent(&holder);
        holder.show();
    }
    void show(const std::vector<Finding>& findings)
    {
        FrameData frame = run.frame();
        FrameData shown{frame.snapshot, frame.history, run.snapshot.config, frame.selectedLayer};
        shown.findings = findings;
        strip.show(shown);
    }

    decltype(madeup::moons(8, 32)) run = madeup::moons(8, 32);
    QWidget holder;
    DiagnosisStrip strip;
};

} // namespace

class TestDiagnosisStrip : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleAndCureHasWords()
    {
        const core::Snapshot snapshot = madeup::moons(8, 32).snapshot;
        for (const core::DiagnosisRule& rule : core::diagnosisRules()) {
            const Finding finding{rule.id, Severity::Alarm, 1, 3, {{"value", 2}, {"threshold", 1}}, {}};
            QVERIFY2(findingTitle(finding) != QLatin1String(rule.id.data()), rule.id.data());
            QVERIFY2(findingSentence(finding, snapshot).endsWith(QLatin1Char('.')), rule.id.data());
            QVERIFY2(!findingSentence(finding, snapshot).contains(QLatin1Char('%') + QString::number(1)),
                     rule.id.data());
            QVERIFY2(findingExplanation(finding).contains(QStringLiteral("<p>")), rule.id.data());
        }
        QCOMPARE(findingWordsTable().size(), core::diagnosisRules().size());
        for (const std::string_view code : core::cureCodes()) {
            const core::Cure cure{code, {{"network.depth", 2.0}}};
            QVERIFY2(cureLabel(cure) != QLatin1String(code.data()), code.data());
            QVERIFY2(cureHelp(cure).contains(QStringLiteral("2")), code.data());
        }
        QCOMPARE(cureWordsTable().size(), core::cureCodes().size());
    }

    void theNumbersStandInTheSentence()
    {
        const auto run = madeup::moons(8, 32);
        QCOMPARE(findingSentence(vanishing(), run.snapshot),
                 QStringLiteral("Layer 1 receives 0.00003 of the gradient of layer 8."));
        const QString why = findingExplanation(vanishing());
        QVERIFY2(why.contains(QStringLiteral("delta_ratio")), qPrintable(why));
        QVERIFY2(why.contains(QStringLiteral("&lt; 0.001")), qPrintable(why));
        QVERIFY2(why.contains(QStringLiteral("SageMaker Debugger: mean |gradient| below 1e-7")), qPrintable(why));
    }

    void isThereOnlyWhenSomethingIsFound()
    {
        Shown shown;
        shown.show({});
        QVERIFY(shown.strip.isHidden());
        shown.show({vanishing()});
        QVERIFY(!shown.strip.isHidden());
        QVERIFY(shown.strip.accessibleDescription().contains(QStringLiteral("Alarm: Vanishing gradient")));
        // A run that has just begun may still show something: nothing jumps.
        const int height = shown.strip.sizeHint().height();
        shown.run.snapshot.step = 3;
        shown.show({});
        QVERIFY(!shown.strip.isHidden());
        QCOMPARE(shown.strip.sizeHint().height(), height);
        shown.run.snapshot.step = core::kSettleSteps;
        shown.show({});
        QVERIFY(shown.strip.isHidden());
    }

    void theListShowsAll()
    {
        Shown shown;
        const Finding dead{"dead", Severity::Notice, 2, 7, {{"value", 0.6}, {"threshold", 0.5}, {"at_start", 0.2}}, {}};
        shown.show({vanishing(), dead});
        QVERIFY(shown.strip.whyButton()->text().contains(QStringLiteral("+1")));
        QSignalSpy needed(&shown.strip, &DiagnosisStrip::frameNeeded);
        QTest::keyClick(shown.strip.whyButton(), Qt::Key_Space);
        QCOMPARE(needed.count(), 1);
        shown.show({vanishing(), dead});
        QCOMPARE(shown.strip.rows().size(), 2U);
        QCOMPARE(shown.strip.rows()[1]->title(), QStringLiteral("Notice: Dead units"));
        QVERIFY(shown.strip.rows()[1]->sentence().contains(QStringLiteral("60 %")));
        const int height = shown.strip.sizeHint().height();
        shown.show({vanishing()});
        QCOMPARE(shown.strip.rows().size(), 1U);
        QCOMPARE(shown.strip.sizeHint().height(), height);
    }

    void aCureIsTriedWithOneClickAndTakenOverWithAnother()
    {
        opened::Open open;
        DiagnosisStrip& strip = open.window.diagnosis();
        QTRY_VERIFY(strip.isVisible());
        QVERIFY(strip.worst().title().contains(QStringLiteral("Vanishing gradient")));
        const core::ExperimentConfig before = open.config();
        const int steps = open.window.history().stack().count();
        QPushButton* button = strip.worst().buttons().front();
        QCOMPARE(button->text(), QStringLiteral("ReLU with He weights"));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        // It is tried beside the run, of which nothing changes.
        TrialBar& bar = open.window.trialBar();
        QVERIFY(open.window.session().trial());
        QVERIFY(open.config() == before);
        QTRY_VERIFY2_WITH_TIMEOUT(bar.isVisible() && bar.sentence().contains(QStringLiteral("helps")),
                                  qPrintable(bar.sentence()), 60000);
        QVERIFY(bar.sentence().startsWith(QStringLiteral("“ReLU with He weights”")));
        QTest::mouseClick(bar.stopButton(), Qt::LeftButton);
        QVERIFY(!open.window.session().trial());
        QVERIFY(!bar.isVisible());
        QTest::mouseClick(strip.worst().buttons().front(), Qt::LeftButton);
        QTRY_VERIFY(bar.isVisible());
        QTest::mouseClick(bar.adoptButton(), Qt::LeftButton);
        QVERIFY(!bar.isVisible());
        QCOMPARE(open.config().network.activation.kind, std::string("relu"));
        QCOMPARE(open.config().initializer.weights.kind, std::string("he_normal"));
        QCOMPARE(open.window.history().stack().count(), steps + 1);
        QCOMPARE(open.window.history().stack().undoText(), QStringLiteral("Cure: ReLU with He weights"));
        // It helps, and the strip goes.
        QTRY_VERIFY_WITH_TIMEOUT(!strip.isVisible(), 30000);
        open.window.history().stack().undo();
        QVERIFY(open.config() == before);
        QTRY_VERIFY_WITH_TIMEOUT(strip.isVisible(), 30000);
    }

    void anEarlierMomentIsJudgedAlone()
    {
        opened::Open open;
        Session& session = open.window.session();
        QTRY_VERIFY(session.snapshot()->step > 20);
        QVERIFY(!session.frame().findings.empty());
        session.viewFirst();
        QVERIFY(!session.isLive());
        const FrameData frame = session.frame();
        QVERIFY(!frame.findings.empty());
        QVERIFY(frame.findings.front().step == frame.snapshot.step);
        const std::vector<Finding> alone = core::findingsOf(frame.snapshot);
        QVERIFY(std::equal(alone.begin(), alone.end(), frame.findings.begin(), frame.findings.end()));
    }

    void findingsAreListedReadAndPicked()
    {
        const auto run = madeup::moons(8, 32);
        std::vector<core::Finding> findings;
        for (const core::DiagnosisRule& rule : core::diagnosisRules())
            findings.push_back(
                {rule.id, core::Severity::Alarm, 4, 7, {{"value", 2}, {"threshold", 1}}, core::Quantity::Z});
        DiagnosisPanel panel;
        panel.setTheme(Theme::of(ThemeKind::Light));
        hand::show(panel, run);
        QVERIFY(panel.sentence().contains(QStringLiteral("Nothing found")));
        FrameData frame = run.frame();
        const auto headings = [&](std::size_t count) {
            frame.findings = std::span(findings).first(count);
            panel.show(frame);
            QStringList found;
            for (int y = 0; y < panel.height(); y += 3) {
                hand::point(*hand::pictureOf(panel), QPointF(60, y));
                if (const QString heading = panel.reading().heading; !heading.isEmpty() && !found.contains(heading))
                    found << heading;
            }
            return found;
        };
        QCOMPARE(headings(3).size(), 3);
        const QImage image = panel.grab().toImage();
        int alarming = 0; // pixels of the signs
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < 40; ++x)
                alarming += image.pixelColor(x, y) == Theme::of(ThemeKind::Light).alarm ? 1 : 0;
        QVERIFY(alarming > 100);
        QCOMPARE(panel.subtitle(), QStringLiteral("alarms: 3 · notices: 0"));
        QVERIFY(panel.sentence().startsWith(headings(3).front()));
        // Of many, as many as there is room for, the worst first.
        const QStringList some = headings(findings.size());
        QVERIFY(some.size() > 3 && some.size() < static_cast<qsizetype>(findings.size()));
        QCOMPARE(some.first(3), headings(3));
        QSignalSpy picked(&panel, &Panel::layerPicked);
        QTest::mouseClick(hand::pictureOf(panel), Qt::LeftButton, {}, QPoint(60, 20));
        QCOMPARE(picked.takeFirst().at(0).toInt(), 4);
    }
};

QTEST_MAIN(TestDiagnosisStrip)
#include "TestDiagnosisStrip.moc"
