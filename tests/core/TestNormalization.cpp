// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/layers/Normalization.h"
#include "tests/core/Goldens.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

using namespace core;

class TestNormalization : public QObject
{
    Q_OBJECT

private slots:
    void goldens_data();
    void goldens();
    void probingLearnsNothing();
    void aConstantUnitIsNoFault();
};

namespace
{

std::unique_ptr<NormalizationLayer> batchLayer(Index units, double momentum, double epsilon)
{
    return findRow(normalizationCatalogue(), "batch")->make(units, 0, std::array{momentum, epsilon});
}

Matrix result(const NormalizationLayer& layer, const Vector& parameters, const Matrix& input, Mode mode)
{
    LayerPass pass;
    layer.forward(parameters, input, mode, pass);
    return pass.output;
}

} // namespace

void TestNormalization::goldens_data()
{
    QTest::addColumn<int>("index");
    QTest::newRow("PyTorch's defaults") << 0;
    QTest::newRow("others") << 1;
}

void TestNormalization::goldens()
{
    QFETCH(int, index);
    const nlohmann::json row = goldens::json("batch_normalization.json")[static_cast<std::size_t>(index)];
    const Index units = row["units"];
    const Index batch = row["batch"];
    const auto layer = batchLayer(units, row["momentum"], row["epsilon"]);
    Vector parameters(2 * units);
    parameters << goldens::matrix(row["scale"], units, 1), goldens::matrix(row["shift"], units, 1);
    for (const nlohmann::json& one : row["passes"]) {
        const Matrix input = goldens::matrix(one["input"], units, batch);
        const Matrix expected = goldens::matrix(one["output"], units, batch);
        LayerPass pass;
        layer->forward(parameters, input, one["training"] ? Mode::Training : Mode::Evaluation, pass);
        const float error = (pass.output - expected).cwiseAbs().maxCoeff();
        QVERIFY2(error < 1e-5F * std::max(1.0F, expected.cwiseAbs().maxCoeff()), qPrintable(QString::number(error)));
        if (one["training"])
            layer->learnStatistics(pass);
    }
}

void TestNormalization::probingLearnsNothing()
{
    const auto layer = batchLayer(2, 0.1, 1e-5);
    Vector parameters(4);
    layer->initialize(parameters);
    QCOMPARE(parameters, (Vector(4) << 1, 1, 0, 0).finished());
    Matrix input(2, 4);
    input << 1, 2, 3, 6, -1, 0, 0, 5;
    // Before any batch the running mean is 0 and the running variance 1.
    const Matrix before = result(*layer, parameters, input, Mode::Evaluation);
    QVERIFY(before.isApprox(input / std::sqrt(1 + 1e-5F), 1e-6F));
    const Matrix probed = result(*layer, parameters, input, Mode::Probe);
    QCOMPARE(probed, result(*layer, parameters, input, Mode::Training));
    QVERIFY(std::abs(probed.row(0).mean()) < 1e-6F && std::abs(probed.row(0).squaredNorm() / 4 - 1) < 1e-4F);
    QCOMPARE(result(*layer, parameters, input, Mode::Evaluation), before);
}

void TestNormalization::aConstantUnitIsNoFault()
{
    const auto layer = batchLayer(1, 0.1, 1e-5);
    Vector parameters(2);
    parameters << 3, 0.5F;
    QCOMPARE(result(*layer, parameters, Matrix::Constant(1, 4, 7), Mode::Training), Matrix::Constant(1, 4, 0.5F));
}

QTEST_APPLESS_MAIN(TestNormalization)
#include "TestNormalization.moc"
