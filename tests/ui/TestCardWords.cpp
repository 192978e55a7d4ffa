// SPDX-License-Identifier: GPL-3.0-or-later
// What the cards say in words: the sentence for those who cannot see them, and the help with its numbers.
#include "tests/ui/HandOnCard.h"
#include "tests/ui/MadeUpRun.h"
#include "ui/base/NumberText.h"
#include "ui/panels/ActivationPanel.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/DecisionPanel.h"
#include "ui/panels/LossPanel.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/PlotView.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace ui;
using namespace hand;

class TestCardWords : public QObject
{
    Q_OBJECT

private slots:
    void everyCardHasItsSentence_data()
    {
        QTest::addColumn<int>("card");
        QTest::addColumn<QString>("words");
        QTest::newRow("activation") << 0 << QStringLiteral("Activation: Sigmoid; z of layer 3 has mean");
        QTest::newRow("distributions") << 1 << QStringLiteral("Distributions: z of layer 3 has mean");
        QTest::newRow("gradient") << 2
                                  << QStringLiteral("Gradient flow: layer 1 receives 0.00003 of layer 8's gradient; "
                                                    "vanishing");
        QTest::newRow("units") << 3 << QStringLiteral("Units: of 256 units, ");
        QTest::newRow("loss") << 4 << QStringLiteral("Loss: after 1200 steps the training loss is 0.301, 91 % right");
        QTest::newRow("decision") << 5 << QStringLiteral("Decision: the network answers 89 % of 150 test samples");
    }

    void everyCardHasItsSentence()
    {
        QFETCH(int, card);
        QFETCH(QString, words);
        auto run = madeup::moons(8, 32);
        Dashboard dashboard;
        dashboard.resize(1200, 760);
        static_cast<QWidget&>(dashboard).show();
        for (int frame = 0; frame < 3; ++frame)
            dashboard.show(run.frame());
        const QString said = dashboard.card(card).accessibleDescription();
        QVERIFY2(said.startsWith(words), qPrintable(said));
        QVERIFY(said.endsWith(QLatin1Char('.')));
        QVERIFY(!dashboard.card(card).accessibleName().isEmpty());
    }

    void theVoiceIsNotInterruptedBy60FramesASecond()
    {
        auto run = madeup::moons(8, 32);
        LossPanel panel;
        show(panel, run);
        QSignalSpy said(&panel, &Panel::sentenceChanged);
        for (int frame = 0; frame < 30; ++frame) {
            run.snapshot.step += 1;
            panel.show(run.frame());
        }
        QVERIFY(said.count() <= 2);
        // The last word is not lost.
        QTRY_VERIFY(panel.accessibleDescription().contains(QStringLiteral("1230")));
    }

    void theHelpFollowsTheLoss_data()
    {
        QTest::addColumn<QString>("loss");
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("answer");
        QTest::newRow("cross_entropy") << "cross_entropy"
                                       << "softmax"
                                       << "</sup> / Σ";
        QTest::newRow("binary_cross_entropy") << "binary_cross_entropy"
                                              << "log(1 + e^output)"
                                              << "1 / (1 + <i>e</i>";
        QTest::newRow("hinge") << "hinge"
                               << "1 − target"
                               << "(<i>o</i> + 1) / 2";
        QTest::newRow("huber") << "huber"
                               << "|e| &lt; delta"
                               << "(<i>o</i> + 1) / 2";
    }

    void theHelpFollowsTheLoss()
    {
        QFETCH(QString, loss);
        QFETCH(QString, formula);
        QFETCH(QString, answer);
        auto run = madeup::moons(8, 32);
        run.snapshot.config.loss = {loss.toStdString(), {}};
        const QString ofLoss = LossPanel().explanation(run.frame());
        QVERIFY2(ofLoss.contains(formula), qPrintable(ofLoss));
        const QString ofAnswer = DecisionPanel().explanation(run.frame());
        QVERIFY2(ofAnswer.contains(answer), qPrintable(ofAnswer));
    }

    void aTailIsToldOnItsSideOnly_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("told");
        QTest::newRow("tanh") << "tanh"
                              << "saturated, <i>z</i> &lt; −1.82 or <i>z</i> &gt; 1.82: <b>21 %";
        QTest::newRow("elu") << "elu"
                             << "saturated, <i>z</i> &lt; −2.3: <b>21 %";
        QTest::newRow("relu6") << "relu6"
                               << "saturated, <i>z</i> &gt; 6: <b>21 %";
        QTest::newRow("relu") << "relu" << QString();
    }

    void aTailIsToldOnItsSideOnly()
    {
        QFETCH(QString, kind);
        QFETCH(QString, told);
        auto run = madeup::moons(1, 8, {kind.toStdString(), {}});
        ActivationPanel panel;
        panel.show(run.frame());
        static const QRegularExpression saturated(QStringLiteral("saturated, [^:]*: <b>[^<]*"));
        QCOMPARE(saturated.match(panel.explanation(run.frame())).captured(), told);
    }

    void theHelpCarriesTheNumbers_data()
    {
        QTest::addColumn<int>("card");
        QTest::addColumn<QString>("words");
        QTest::newRow("activation") << 0 << QStringLiteral("Sigmoid|42 %|Learning representations");
        QTest::newRow("distributions") << 1 << QStringLiteral("Layer 3|Glorot");
        // 10^-6.6 / 10^-2
        QTest::newRow("gradient") << 2 << QStringLiteral("2.5·10⁻⁷ / 0.01|2.5·10⁻⁵|below 0.01 a notice|Hochreiter");
        QTest::newRow("units") << 3 << QStringLiteral("/ 256 units|Dying ReLU");
        QTest::newRow("loss") << 4 << QStringLiteral("0.301|0.693|Prechelt");
        QTest::newRow("decision") << 5 << QStringLiteral("133 / 150|Cybenko");
    }

    void theHelpCarriesTheNumbers()
    {
        QFETCH(int, card);
        QFETCH(QString, words);
        auto run = madeup::moons(8, 32);
        run.selectedLayer = card == 0 ? 1 : 3;
        Dashboard dashboard;
        dashboard.resize(1200, 760);
        static_cast<QWidget&>(dashboard).show();
        connect(&dashboard, &Dashboard::frameNeeded, this, [&] { dashboard.show(run.frame()); });
        for (int frame = 0; frame < 3; ++frame)
            dashboard.show(run.frame());
        auto* button = dashboard.card(card).findChildren<QToolButton*>().first();
        for (auto* each : dashboard.card(card).findChildren<QToolButton*>())
            if (each->accessibleName().startsWith(QStringLiteral("Help")))
                button = each;
        QTest::mouseClick(button, Qt::LeftButton);
        auto* text = dashboard.card(card).findChild<QTextBrowser*>();
        QVERIFY(text);
        const QString said = text->toPlainText();
        for (const QString& word : words.split(QLatin1Char('|')))
            QVERIFY2(said.contains(word), qPrintable(word + QStringLiteral(" in ") + said));
        QVERIFY(said.contains(QStringLiteral("What healthy looks like")));
        QVERIFY(said.contains(QStringLiteral("Published in")));
        QTest::keyClick(text, Qt::Key_Escape);
        QTRY_VERIFY(!dashboard.card(card).findChild<QTextBrowser*>());
    }

    void numbersForAVoiceHaveNoRaisedDigits()
    {
        QCOMPARE(spokenNumber(2.4e-5, 1), QStringLiteral("0.00002"));
        QCOMPARE(spokenNumber(0.0009996, 2), QStringLiteral("0.001"));
        QCOMPARE(spokenNumber(-0.5, 2), QStringLiteral("−0.5"));
        QCOMPARE(spokenNumber(1234.4, 2), QStringLiteral("1234"));
        QCOMPARE(spokenNumber(0, 2), QStringLiteral("0"));
    }
};

QTEST_MAIN(TestCardWords)
#include "TestCardWords.moc"
