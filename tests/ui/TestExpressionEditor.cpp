// SPDX-License-Identifier: GPL-3.0-or-later
// A formula is typed into the window: it trains at once, and while it is no formula, the last one goes on.
#include "OpenWindow.h"

#include "core/nn/Expression.h"
#include "ui/EditHistory.h"
#include "ui/controls/ExpressionEditor.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/Panel.h"

#include <QLabel>
#include <QLineEdit>

using namespace opened;

namespace
{

core::ExperimentConfig typed()
{
    core::ExperimentConfig config = firstExperiment();
    config.network.activation = {"custom", {}};
    return config;
}

struct Typing {
    Typing()
        : open(typed())
    {
    }
    [[nodiscard]] ui::ExpressionEditor* editor() const
    {
        return qobject_cast<ui::ExpressionEditor*>(open.window.sidebar().editor("network.activation.expression"));
    }
    void type(const QString& text) const
    {
        QLineEdit* line = editor()->line();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    [[nodiscard]] std::string expression() const { return open.config().network.activation.expression; }
    [[nodiscard]] bool complains() const
    {
        return !editor()->findChild<QLabel*>(QStringLiteral("faultText"))->isHidden();
    }

    Open open;
};

} // namespace

class TestExpressionEditor : public QObject
{
    Q_OBJECT

private slots:
    void trainsAtOnce();
    void theLastGoodFormulaGoesOn();
    void parametersComeWithTheirLetters();
    void saysWhatItHasFound();
};

void TestExpressionEditor::trainsAtOnce()
{
    Typing typing;
    QVERIFY(typing.editor());
    QCOMPARE(typing.editor()->line()->text(), QStringLiteral("x * sigmoid(x)"));
    typing.type(QStringLiteral("max(0, x)"));
    QVERIFY(!typing.complains());
    QCOMPARE(typing.expression(), std::string("max(0, x)"));
    QTRY_COMPARE(typing.open.window.session().snapshot()->layers.front().activationChoice.expression,
                 std::string("max(0, x)"));
    QTest::keyClick(typing.editor()->line(), Qt::Key_Return); // the end of one edit
    typing.open.window.history().stack().undo();
    QVERIFY(typing.expression() != "max(0, x)");
}

void TestExpressionEditor::theLastGoodFormulaGoesOn()
{
    Typing typing;
    typing.type(QStringLiteral("tanh(x)"));
    typing.type(QStringLiteral("tanh(x) + 2 * tnh("));
    QVERIFY(typing.complains());
    QVERIFY(core::Expression::parse(typing.expression()).ok());
    const QString said = typing.editor()->findChild<QLabel*>(QStringLiteral("faultText"))->text();
    QVERIFY2(said.contains(QStringLiteral("tnh")) && said.contains(QStringLiteral("tanh")), qPrintable(said));
    QCOMPARE(typing.editor()->line()->text(), QStringLiteral("tanh(x) + 2 * tnh("));
    // Frames and other edits leave the unfinished text alone.
    typing.open.window.session().edit({"optimizer.learning_rate", 0.02});
    QCOMPARE(typing.editor()->line()->text(), QStringLiteral("tanh(x) + 2 * tnh("));
    const auto step = typing.open.step();
    QTRY_VERIFY(typing.open.step() > step);
}

void TestExpressionEditor::parametersComeWithTheirLetters()
{
    Typing typing;
    QVERIFY(!typing.open.window.sidebar().editor("network.activation.a"));
    typing.type(QStringLiteral("b * x"));
    QVERIFY(!typing.open.window.sidebar().editor("network.activation.a"));
    QVERIFY(typing.open.window.sidebar().editor("network.activation.b"));
}

void TestExpressionEditor::saysWhatItHasFound()
{
    Typing typing;
    typing.type(QStringLiteral("clamp(x, -1, 2)"));
    QTRY_COMPARE(typing.open.window.session().snapshot()->layers.front().activationChoice.expression,
                 std::string("clamp(x, -1, 2)"));
    const QString words = typing.open.window.dashboard().panel(0).explanation(typing.open.window.session().frame());
    for (const char* fact : {"−50", "−1, 2", "exactly 0"})
        QVERIFY2(words.contains(QString::fromUtf8(fact)), qPrintable(words));
}

QTEST_MAIN(TestExpressionEditor)
#include "TestExpressionEditor.moc"
