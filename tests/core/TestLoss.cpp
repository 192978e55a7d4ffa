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
    void outputs_data();
    void outputs();
    void targets();
    void answers();
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
    const LossInfo& info = loss(row["loss"].get<std::string>());
    const Matrix output = goldens::matrix(row["output"], outputs, batch);
    Matrix target;
    if (row.contains("labels")) // PyTorch has two outputs for two classes, as cross-entropy has here
        target = lossTargets(info, labelled(row["labels"]), static_cast<int>(outputs));
    else
        target = goldens::matrix(row["target"], outputs, batch);
    Matrix gradient;
    const double sum = info.evaluate(output, target, &gradient);
    QVERIFY2(std::abs(sum - row["sum"].get<double>()) <= 1e-6 * std::abs(row["sum"].get<double>()),
             qPrintable(QString::number(sum)));
    QCOMPARE(info.evaluate(output, target, nullptr), sum);
    const std::vector<double> expected = goldens::numbers(row["gradient"]);
    for (Index i = 0; i < gradient.size(); ++i) {
        const double wanted = expected[static_cast<std::size_t>(i)];
        const double error = std::abs(static_cast<double>(gradient.data()[i]) - wanted);
        QVERIFY2(error <= 1e-6 * std::abs(wanted) + 1e-12, qPrintable(QString::number(error)));
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
    Matrix target(2, 2);
    target << 1, 1, 0, 0;
    Matrix gradient;
    const double sum = loss("cross_entropy").evaluate(output, target, &gradient);
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
        Matrix gradient;
        QVERIFY(!std::isfinite(loss(kind.toStdString()).evaluate(output, target, &gradient)));
        QVERIFY(!gradient.col(2).allFinite());
        QVERIFY(gradient.leftCols(2).allFinite());
    }
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
    QCOMPARE(lossTargets(loss("cross_entropy"), labelled({0, 2, 1, 2}), 3), oneHot);
    QCOMPARE(lossTargets(loss("mse"), labelled({0, 2, 1, 2}), 3), oneHot);
    Matrix signs(1, 3);
    signs << -1, 1, -1;
    QCOMPARE(lossTargets(loss("mse"), labelled({0, 1, 0}), 2), signs);
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

QTEST_APPLESS_MAIN(TestLoss)
#include "TestLoss.moc"
