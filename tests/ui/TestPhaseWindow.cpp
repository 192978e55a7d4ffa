// SPDX-License-Identifier: GPL-3.0-or-later
// The phase map in the window: its card, its menu entry, and a cell that becomes the experiment.
#include "tests/ui/OpenWindow.h"
#include "ui/EditHistory.h"
#include "ui/PhaseMap.h"
#include "ui/dialogs/PhaseMapDialog.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/PanelCatalogue.h"
#include "ui/panels/PhasePanel.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/PlotView.h"

#include <QApplication>
#include <QTest>
#include <QTimer>

using namespace ui;

class TestPhaseWindow : public QObject
{
    Q_OBJECT

private slots:
    void aCellBecomesTheExperiment();
    void theMenuAsksAndBegins();
};

void TestPhaseWindow::aCellBecomesTheExperiment()
{
    opened::Open open;
    Session& session = open.window.session();
    Dashboard& dashboard = open.window.dashboard();
    const int card = cardOf("phases");
    dashboard.bringIntoSight(card);
    core::ExperimentConfig base;
    base.data.samples = 200;
    base.network.width = 8;
    session.phases().begin({{core::phaseBase(base, 3, 50),
                             {"network.depth", {1, 2, 3}},
                             {"optimizer.learning_rate", {0.01, 0.1, 1}},
                             {}}});
    QTRY_COMPARE_WITH_TIMEOUT(session.phases().state()->ended, std::size_t(9), 600'000); // they give way to all else
    auto& panel = dynamic_cast<PhasePanel&>(dashboard.panel(card));
    QTRY_VERIFY2(panel.subtitle().contains(QStringLiteral("9 of 9")), qPrintable(panel.subtitle()));
    const core::ExperimentConfig before = session.config();
    const int steps = open.window.history().stack().count();
    QTRY_VERIFY(panel.plot().rect().contains(panel.cellAt(1, 2).center().toPoint()));
    QTest::mouseClick(&panel.plot(), Qt::LeftButton, {}, panel.cellAt(1, 2).center().toPoint());
    QCOMPARE(session.config().network.depth, 2);
    QCOMPARE(session.config().optimizer.parameters.at("learning_rate"), 1.0);
    QCOMPARE(session.config().data.samples, 200);
    QVERIFY(session.playing());
    QCOMPARE(open.window.history().stack().count(), steps + 1);
    open.window.history().stack().undo();
    QVERIFY(session.config() == before);
}

void TestPhaseWindow::theMenuAsksAndBegins()
{
    opened::Open open;
    QTimer::singleShot(0, &open.window, [] {
        auto* dialog = qobject_cast<PhaseMapDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        QVERIFY(dialog->wish());
        dialog->accept();
    });
    open.window.actions().action(Command::PhaseMap)->trigger();
    const PhaseMapState* state = open.window.session().phases().state();
    QVERIFY(state);
    QVERIFY(state->running);
    QCOMPARE(state->plan.across.key, std::string("network.depth"));
    QVERIFY(open.window.dashboard().card(cardOf("phases")).isVisible()); // it has been given a place
    open.window.actions().action(Command::CancelPhaseMap)->trigger();
    QVERIFY(!state->running);
}

QTEST_MAIN(TestPhaseWindow)
#include "TestPhaseWindow.moc"
