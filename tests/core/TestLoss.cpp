// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/Loss.h"
#include "tests/core/Goldens.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <vector>

using namespace core;

namespace
{

const nlohmann::json& golden()
{
    static const nlohmann::json file = goldens::json("losses.json");
    return file;
}

const LossInfo& loss(std::string_view id)
{
    return *findRow(lossCatalogue(), id);
}

LossFunction lossFunction(const std::string& id, const nlohmann::json& parameters = nlohmann::json::object())
{
    Choice choice{id, {}};
    for (const auto& [name, value] : parameters.items())
        choice.parameters[name] = value;
    return LossFunction(choice, true);
}

double evaluate(const std::string& id, const Matrix& output, const Matrix& target, Matrix& gradient)
{
    return lossFunction(id).evaluate(output, target, &gradient);
}

Samples labelled(std::vector<int> labels)
{
    Samples samples;
    samples.inputs = Matrix::Zero(2, static_cast<Index>(labels.size()));
    samples.labels = std::move(labels);
    return samples;
}

} // namespace

class TestLoss : public QObject
{
    Q_OBJECT

private slots:
    void goldens_data();
    void goldens();
    void everyKindHasGoldens();
    void confidenceBeyondTheRangeOfExp();
    void nonFiniteOutputsShow_data();
    void nonFiniteOutputsShow();
    void infinitelyWrongIsInfinite_data();
    void infinitelyWrongIsInfinite();
    void fits_data();
    void fits();
    void defaults();
    void outputs_data();
    void outputs();
    void targets();
    void answers();
    void probabilities();
};

void TestLoss::goldens_data()
{
    QTest::addColumn<int>("index");
    int index = 0;
    for (const nlohmann::json& row : golden())
        QTest::newRow((row["loss"].get<std::string>() + ", " + row["name"].get<std::string>()).c_str()) << index++;
}

void TestLoss::goldens()
{
    QFETCH(int, index);
    const nlohmann::json& row = golden()[static_cast<std::size_t>(index)];
    const Index outputs = row["outputs"];
    const Index batch = row["batch"];
    const LossFunction function = lossFunction(row["loss"], row["parameters"]);
    const Matrix output = goldens::matrix(row["output"], outputs, batch);
    Matrix target;
    if (row.contains("labels")) // PyTorch has two outputs for two classes, as cross-entropy has here
        target = lossTargets(function.info(), labelled(row["labels"]), static_cast<int>(outputs));
    else
        target = goldens::matrix(row["target"], outputs, batch);
    Matrix gradient;
    const double sum = function.evaluate(output, target, &gradient);
    QVERIFY2(std::abs(sum - row["sum"].get<double>()) <= 1e-6 * std::abs(row["sum"].get<double>()),
             qPrintable(QString::number(sum)));
    QCOMPARE(function.evaluate(output, target, nullptr), sum);
    // PyTorch's own tails are rounded.
    const double noise = row.value("exact", false) ? 0 : 1e-12;
    const std::vector<double> expected = goldens::numbers(row["gradient"]);
    for (Index i = 0; i < gradient.size(); ++i) {
        const double wanted = expected[static_cast<std::size_t>(i)];
        const double error = std::abs(static_cast<double>(gradient.data()[i]) - wanted);
        QVERIFY2(error <= 1e-6 * std::abs(wanted) + noise, qPrintable(QString::number(error)));
    }
}

void TestLoss::everyKindHasGoldens()
{
    std::set<std::string, std::less<>> covered;
    for (const nlohmann::json& row : golden())
        covered.insert(row["loss"]);
    for (const LossInfo& info : lossCatalogue())
        QVERIFY2(covered.contains(info.id), info.id.data());
}

void TestLoss::confidenceBeyondTheRangeOfExp()
{
    Matrix output(2, 2);
    output << 3e38F, -200, -3e37F, 200;
    const Matrix target = Matrix::Zero(1, 2); // both are of class 0
    Matrix gradient;
    const double sum = evaluate("cross_entropy", output, target, gradient);
    QCOMPARE(sum, 400.0);
    Matrix expected(2, 2);
    expected << 0, -1, 0, 1;
    QVERIFY(gradient.isApprox(expected, 1e-6F));
}

void TestLoss::nonFiniteOutputsShow_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<float>("value");
    for (const LossInfo& info : lossCatalogue()) {
        const QString kind = QString::fromUtf8(info.id.data());
        QTest::addRow("%s, NaN", info.id.data()) << kind << std::numeric_limits<float>::quiet_NaN();
        if (info.id == "cross_entropy" || info.id == "mse") // the slope of the others has a bound
            QTest::addRow("%s, infinity", info.id.data()) << kind << std::numeric_limits<float>::infinity();
    }
}

void TestLoss::nonFiniteOutputsShow()
{
    QFETCH(QString, kind);
    QFETCH(float, value);
    for (Index place = 0; place < 3; ++place) {
        Matrix output = Matrix::Zero(3, 4);
        output(place, 2) = value;
        Matrix target = Matrix::Zero(3, 4);
        target.row(1).setOnes();
        if (loss(kind.toStdString()).takesClasses)
            target = Matrix::Ones(1, 4);
        Matrix gradient;
        QVERIFY(!std::isfinite(evaluate(kind.toStdString(), output, target, gradient)));
        QVERIFY(!gradient.col(2).allFinite());
        QVERIFY(gradient.leftCols(2).allFinite());
    }
}

void TestLoss::infinitelyWrongIsInfinite_data()
{
    QTest::addColumn<QString>("kind");
    for (const LossInfo& info : lossCatalogue())
        if (info.oneOutputForTwoClasses)
            QTest::newRow(info.id.data()) << QString::fromUtf8(info.id.data());
}

void TestLoss::infinitelyWrongIsInfinite()
{
    QFETCH(QString, kind);
    const LossInfo& info = loss(kind.toStdString());
    for (const int label : {0, 1}) {
        const Matrix target = lossTargets(info, labelled({label}), 2);
        const float infinity = std::numeric_limits<float>::infinity();
        Matrix gradient;
        const double sum =
            evaluate(kind.toStdString(), Matrix::Constant(1, 1, label == 1 ? -infinity : infinity), target, gradient);
        QVERIFY(std::isinf(sum) && sum > 0);
        QVERIFY(label == 1 ? gradient(0, 0) < 0 : gradient(0, 0) > 0);
    }
}

void TestLoss::fits_data()
{
    QTest::addColumn<int>("classes");
    QTest::addColumn<QString>("kinds");
    QTest::newRow("regression") << 0 << "mse, l1, huber";
    QTest::newRow("two classes") << 2 << "cross_entropy, binary_cross_entropy, hinge, mse, l1, huber";
    QTest::newRow("three classes") << 3 << "cross_entropy, mse, l1, huber";
}

void TestLoss::fits()
{
    QFETCH(int, classes);
    QFETCH(QString, kinds);
    QCOMPARE(QString::fromStdString(fittingLosses(classes)), kinds);
    for (const LossInfo& info : lossCatalogue())
        QCOMPARE(fitsClasses(info, classes),
                 kinds.split(QStringLiteral(", ")).contains(QString::fromUtf8(info.id.data())));
}

void TestLoss::defaults()
{
    QCOMPARE(LossFunction({}, true).info().id, "cross_entropy");
    QCOMPARE(LossFunction({}, false).info().id, "mse");
    QVERIFY(findLoss({"mes", {}}, true) == nullptr);
}

void TestLoss::outputs_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("classes");
    QTest::addColumn<int>("outputs");
    const auto row = [](const char* kind, int classes, int outputs) {
        QTest::addRow("%s, %d classes", kind, classes) << QString::fromUtf8(kind) << classes << outputs;
    };
    row("cross_entropy", 2, 2);
    row("cross_entropy", 10, 10);
    row("binary_cross_entropy", 2, 1);
    row("hinge", 2, 1);
    row("l1", 2, 1);
    row("huber", 10, 10);
    row("mse", 0, 1);
    row("mse", 2, 1);
    row("mse", 3, 3);
}

void TestLoss::outputs()
{
    QFETCH(QString, kind);
    QFETCH(int, classes);
    QFETCH(int, outputs);
    QCOMPARE(outputCount(loss(kind.toStdString()), classes), Index(outputs));
}

void TestLoss::targets()
{
    Matrix oneHot(3, 4);
    oneHot << 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1;
    Matrix classes(1, 4);
    classes << 0, 2, 1, 2;
    QCOMPARE(lossTargets(loss("cross_entropy"), labelled({0, 2, 1, 2}), 3), classes);
    QCOMPARE(lossTargets(loss("mse"), labelled({0, 2, 1, 2}), 3), oneHot);
    Matrix signs(1, 3);
    signs << -1, 1, -1;
    for (const char* kind : {"hinge", "mse", "l1", "huber"})
        QCOMPARE(lossTargets(loss(kind), labelled({0, 1, 0}), 2), signs);
    Matrix truths(1, 3);
    truths << 0, 1, 0;
    QCOMPARE(lossTargets(loss("binary_cross_entropy"), labelled({0, 1, 0}), 2), truths);
    Samples regression;
    regression.inputs = Matrix::Zero(1, 2);
    regression.targets = Matrix::Constant(1, 2, 0.3F);
    QCOMPARE(lossTargets(loss("mse"), regression, 0), regression.targets);
}

void TestLoss::answers()
{
    Matrix outputs(3, 3);
    outputs << 0, 5, -3, 1, 2, -2, -1, 4, -1;
    QCOMPARE(answeredClass(outputs, 0), 1);
    QCOMPARE(answeredClass(outputs, 1), 0);
    QCOMPARE(answeredClass(outputs, 2), 2);
    Matrix single(1, 2);
    single << -0.1F, 0.1F;
    QCOMPARE(answeredClass(single, 0), 0);
    QCOMPARE(answeredClass(single, 1), 1);
}

void TestLoss::probabilities()
{
    const auto near = [](float value, double wanted) { return std::abs(static_cast<double>(value) - wanted) < 1e-6; };
    Matrix single(1, 4);
    single << 0.5F, -3, 200, -200;
    const LossInfo& logistic = loss("binary_cross_entropy");
    QVERIFY(near(probabilityOfClass(logistic, single, 0, 1), 0.6224593312));
    QVERIFY(near(probabilityOfClass(logistic, single, 0, 0), 0.3775406688));
    QVERIFY(near(probabilityOfClass(logistic, single, 1, 1), 0.0474258732));
    QCOMPARE(probabilityOfClass(logistic, single, 2, 1), 1.0F);
    QCOMPARE(probabilityOfClass(logistic, single, 3, 1), 0.0F);
    for (const char* kind : {"hinge", "mse", "l1", "huber"}) {
        QCOMPARE(probabilityOfClass(loss(kind), single, 0, 1), 0.75F);
        QCOMPARE(probabilityOfClass(loss(kind), single, 0, 0), 0.25F);
        QCOMPARE(probabilityOfClass(loss(kind), single, 1, 1), 0.0F);
        QCOMPARE(probabilityOfClass(loss(kind), single, 1, 0), 1.0F);
    }
    Matrix three(3, 1);
    three << 0.7F, 1.2F, -0.1F;
    QVERIFY(near(probabilityOfClass(loss("cross_entropy"), three, 0, 1), 0.5321803));
    QCOMPARE(probabilityOfClass(loss("mse"), three, 0, 0), 0.7F);
    QCOMPARE(probabilityOfClass(loss("mse"), three, 0, 1), 1.0F);
    QCOMPARE(probabilityOfClass(loss("mse"), three, 0, 2), 0.0F);
}

QTEST_APPLESS_MAIN(TestLoss)
#include "TestLoss.moc"
