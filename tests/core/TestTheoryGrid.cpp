// SPDX-License-Identifier: GPL-3.0-or-later
// Theory against networks that are really drawn: fourteen activations, three initializers, three depths, with layers
// wide enough that theory, which is exact for infinitely wide ones, has to hold on the mean over ten seeds.
#include "core/analysis/MeanField.h"
#include "core/base/Rng.h"
#include "core/nn/NetworkBuilder.h"
#include "core/probe/Probe.h"

#include <QTest>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace
{

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSlow = true;
#else
constexpr bool kIsSlow = false;
#endif

constexpr core::Index kFeatures = 64;
constexpr core::Index kSamples = 8; ///< layers of 512 units bring enough numbers of their own
constexpr int kWidth = 512;
constexpr int kSeeds = kIsSlow ? 2 : 10;
constexpr std::size_t kStride = kIsSlow ? 3 : 1; ///< among the activations

/// In decades: how far the mean over the seeds may be from theory, and how much the seeds may differ.
struct Tolerance {
    double mean = kIsSlow ? 0.25 : 0.1;
    double spread = kIsSlow ? 0.3 : 0.15;
};

constexpr double kMostSpread = 0.5; ///< where finite width itself spreads the seeds

/// The choices of the grid, with the parameters that are not their defaults.
std::vector<core::Choice> activations()
{
    return {{"identity", {}}, {"sigmoid", {}},  {"tanh", {}},
            {"softsign", {}}, {"relu", {}},     {"leaky_relu", {{"negative_slope", 0.1}}},
            {"elu", {}},      {"selu", {}},     {"gelu", {}},
            {"silu", {}},     {"mish", {}},     {"softplus", {}},
            {"sine", {}},     {"hard_tanh", {}}};
}

/// Under he, z of these grows or shrinks by itself ever faster, so that in twenty layers small differences between
/// networks of this width become large ones: gelu's seeds differ by a factor of two, and the mean of ten is as
/// uncertain as three standard errors say.
bool isSpreadByWidth(const std::string& activation, const QString& initializer, int depth)
{
    return depth == 20 && initializer == QLatin1String("he_normal") &&
           (activation == "gelu" || activation == "silu" || activation == "mish" || activation == "softplus");
}

/// Gaussian features, each sample scaled to the same norm.
core::Dataset gaussianFeatures()
{
    core::Rng rng(3, core::Purpose::Data);
    core::Dataset data;
    data.classes = 2;
    data.train.inputs.resize(kFeatures, kSamples);
    for (core::Scalar& value : data.train.inputs.reshaped())
        value = static_cast<core::Scalar>(rng.normal());
    data.train.inputs.colwise().normalize();
    data.train.inputs *= std::sqrt(static_cast<core::Scalar>(kFeatures));
    for (core::Index i = 0; i < kSamples; ++i)
        data.train.labels.push_back(static_cast<int>(i % 2));
    data.inputScaling = {core::Vector::Zero(kFeatures), core::Vector::Ones(kFeatures)};
    data.preview = std::make_shared<const core::DataPreview>();
    return data;
}

/// Over samples and units: that within each unit, and that between the units.
double zStd(const core::LayerStatistics& layer)
{
    double mean = 0;
    double square = 0;
    for (const core::UnitStatistics& unit : layer.unitStatistics) {
        const auto zMean = static_cast<double>(unit.zMean);
        mean += zMean / layer.units;
        square += zMean * zMean / layer.units;
    }
    return std::sqrt(layer.zStdOverSamples * layer.zStdOverSamples + square - mean * mean);
}

/// Of one number from what theory says, in decades.
class Deviation
{
public:
    void add(double measured, const std::optional<double>& predicted)
    {
        m_decades.push_back(std::log10(measured / predicted.value()));
    }
    [[nodiscard]] double mean() const
    {
        double sum = 0;
        for (const double each : m_decades)
            sum += each;
        return sum / static_cast<double>(m_decades.size());
    }
    /// Standard deviation from seed to seed.
    [[nodiscard]] double spread() const
    {
        double squares = 0;
        for (const double each : m_decades)
            squares += (each - mean()) * (each - mean());
        return std::sqrt(squares / static_cast<double>(m_decades.size() - 1));
    }
    [[nodiscard]] double standardError() const { return spread() / std::sqrt(static_cast<double>(m_decades.size())); }
    [[nodiscard]] QString text() const
    {
        return QStringLiteral("%1 ± %2").arg(mean(), 0, 'f', 3).arg(spread(), 0, 'f', 3);
    }

private:
    std::vector<double> m_decades; ///< by seed
};

/// One activation in networks of one kind.
struct Comparison {
    core::Choice activation;
    core::Theory theory;
    Deviation deltaRatio;
    std::vector<Deviation> zStd; ///< by layer

    void add(const core::Snapshot& snapshot)
    {
        deltaRatio.add(snapshot.deltaRatio.value(), theory.deltaRatio);
        for (std::size_t l = 0; l < zStd.size(); ++l)
            zStd[l].add(::zStd(snapshot.layers[l]), theory.layers[l].zStd);
    }
    /// What does not agree, in words.
    [[nodiscard]] QStringList misses(bool isSpreadByWidth) const
    {
        QStringList found;
        const auto check = [&](const Deviation& deviation, const QString& name) {
            const Tolerance tolerance;
            const bool agrees =
                isSpreadByWidth
                    ? std::abs(deviation.mean()) <= tolerance.mean + 3 * deviation.standardError() &&
                          deviation.spread() <= kMostSpread
                    : std::abs(deviation.mean()) <= tolerance.mean && deviation.spread() <= tolerance.spread;
            if (!agrees)
                found << QStringLiteral("%1, %2: %3")
                             .arg(QString::fromStdString(activation.kind), name, deviation.text());
        };
        check(deltaRatio, QStringLiteral("delta_ratio"));
        for (std::size_t l = 0; l < zStd.size(); ++l)
            check(zStd[l], QStringLiteral("z_std of layer %1").arg(l + 1));
        return found;
    }
};

} // namespace

class TestTheoryGrid : public QObject
{
    Q_OBJECT

private slots:
    void drawnNetworksAgree_data();
    void drawnNetworksAgree();
};

void TestTheoryGrid::drawnNetworksAgree_data()
{
    QTest::addColumn<QString>("initializer");
    QTest::addColumn<int>("depth");
    for (const char* initializer : {"xavier_normal", "he_normal", "lecun_normal"})
        for (const int depth : {5, 10, 20})
            QTest::addRow("%s, depth %d", initializer, depth) << QString::fromLatin1(initializer) << depth;
}

void TestTheoryGrid::drawnNetworksAgree()
{
    QFETCH(QString, initializer);
    QFETCH(int, depth);
    const core::Dataset data = gaussianFeatures();
    core::ExperimentConfig config;
    config.network.depth = depth;
    config.network.width = kWidth;
    config.initializer.weights = core::Choice{initializer.toStdString(), {}};
    core::Probe probe(data, core::LossFunction(config.loss, data.classification), kSamples);

    std::vector<Comparison> comparisons;
    const std::vector<core::Choice> choices = activations();
    for (std::size_t at = 0; at < choices.size(); at += kStride) {
        config.network.activation = choices[at];
        core::Theory theory = core::meanField(config, data.shape(), core::meanInputSquare(data, kSamples));
        comparisons.push_back(
            {choices[at], std::move(theory), {}, std::vector<Deviation>(static_cast<std::size_t>(depth))});
    }
    core::Snapshot snapshot;
    for (int seed = 1; seed <= kSeeds; ++seed) {
        config.seed = seed;
        // Weights are the same whatever the activation: they are drawn once for all.
        core::Network network = core::buildNetwork(config, kFeatures, data.classes);
        for (Comparison& comparison : comparisons) {
            config.network.activation = comparison.activation;
            const core::ActivationFunction function(comparison.activation);
            for (std::size_t l = 0; l < network.depth(); ++l)
                network.configure(l, function, config.network.dropout);
            probe.read(network, config.network, snapshot, false);
            comparison.add(snapshot);
        }
    }
    QStringList misses;
    for (const Comparison& comparison : comparisons)
        misses << comparison.misses(isSpreadByWidth(comparison.activation.kind, initializer, depth));
    QVERIFY2(misses.isEmpty(), qPrintable(misses.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestTheoryGrid)
#include "TestTheoryGrid.moc"
