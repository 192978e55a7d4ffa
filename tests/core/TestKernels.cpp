// SPDX-License-Identifier: GPL-3.0-or-later
// Every path of kernels that this processor can run, against plain loops in double.
#include "core/base/Rng.h"
#include "core/nn/kernels/Kernels.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <vector>

using core::Index;
using core::Kernels;
using core::Matrix;
using core::Scalar;
using core::Vector;

namespace
{

constexpr Scalar kNan = std::numeric_limits<Scalar>::quiet_NaN();
constexpr Scalar kInfinity = std::numeric_limits<Scalar>::infinity();

Matrix random(Index rows, Index columns, core::Rng& rng)
{
    Matrix matrix(rows, columns);
    for (Scalar& value : matrix.reshaped<Eigen::RowMajor>())
        value = static_cast<Scalar>(rng.normal());
    return matrix;
}

/// Rounding of a sum of `inner` products of about 1, generously.
double tolerance(Index inner)
{
    return 4e-6 * (1 + std::sqrt(static_cast<double>(inner)));
}

struct Shape {
    Index rows;
    Index inner;
    Index columns;
};

std::vector<Shape> shapes()
{
    std::vector<Shape> all;
    for (Index rows = 1; rows <= 33; ++rows)
        for (const Index columns : {1, 3, 8, 15, 16, 17, 31, 32, 47, 64, 70})
            all.push_back({rows, 1 + (rows * 7 + columns) % 23, columns});
    for (const Index inner : {191, 192, 193, 383, 384, 385, 700})
        all.push_back({13, inner, 37});
    all.push_back({100, 300, 130});
    return all;
}

} // namespace

class TestKernels : public QObject
{
    Q_OBJECT

private slots:
    void thePlainOneComesFirst();
    void pathsKeepToThemselves();
    void products_data() { addPaths(); }
    void products();
    void productsTellWhatIsNotFinite_data() { addPaths(); }
    void productsTellWhatIsNotFinite();
    void nothingElseIsTouched_data() { addPaths(); }
    void nothingElseIsTouched();
    void gathers_data() { addPaths(); }
    void gathers();
    void denseGradients_data() { addPaths(); }
    void denseGradients();
    void histograms_data() { addPaths(); }
    void histograms();
    void sums_data() { addPaths(); }
    void sums();
    void elementProducts_data() { addPaths(); }
    void elementProducts();
    void crossEntropy_data() { addPaths(); }
    void crossEntropy();
    void sureAnswersKeepTheirSmallGradient_data() { addPaths(); }
    void sureAnswersKeepTheirSmallGradient();
    void updates_data() { addPaths(); }
    void updates();
    void aValueDoesNotDependOnItsPlace_data() { addPaths(); }
    void aValueDoesNotDependOnItsPlace();

private:
    static void addPaths();
    static const Kernels& path();
};

void TestKernels::addPaths()
{
    QTest::addColumn<int>("place");
    for (std::size_t place = 0; place < core::availableKernels().size(); ++place)
        QTest::newRow(std::string(core::availableKernels()[place]->name).c_str()) << static_cast<int>(place);
}

const Kernels& TestKernels::path()
{
    const auto* place = static_cast<const int*>(QTest::qData("place", qMetaTypeId<int>()));
    return *core::availableKernels()[static_cast<std::size_t>(*place)];
}

void TestKernels::thePlainOneComesFirst()
{
    QCOMPARE(core::availableKernels().front()->name, std::string_view("plain"));
    std::set<std::string_view> names;
    for (const Kernels* kernels : core::availableKernels())
        names.insert(kernels->name);
    QCOMPARE(names.size(), core::availableKernels().size());
    QVERIFY(names.contains(core::kernels().name));
}

/// Whatever several files may define, such as inline functions, exists once in the program: if it were the one for the
/// wider processor, the program would end on the others.
void TestKernels::pathsKeepToThemselves()
{
#ifdef ACTISCOPE_KERNEL_OBJECTS
    const QString objects = QStringLiteral(ACTISCOPE_KERNEL_OBJECTS);
    for (const QString& object : objects.split(QLatin1Char(','))) {
        QProcess nm;
        nm.start(QStringLiteral(ACTISCOPE_NM),
                 {QStringLiteral("--defined-only"), QStringLiteral("--extern-only"), object});
        QVERIFY(nm.waitForFinished());
        const QString names = QString::fromUtf8(nm.readAllStandardOutput());
        QVERIFY(names.contains(QStringLiteral("kernelsV")));
        for (const QString& line : names.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
            QVERIFY2(line.contains(QStringLiteral("x86_64_v")) || line.contains(QStringLiteral("kernelsV")),
                     qPrintable(line));
    }
#else
    QSKIP("This build has no paths for other processors, or sanitizers in them.");
#endif
}

void TestKernels::products()
{
    core::Rng rng(1, core::Purpose::Data);
    for (const Shape& shape : shapes())
        for (const int turns : {0, 1, 2, 3}) {
            const bool turned = (turns & 1) != 0;
            const bool rightTurned = (turns & 2) != 0;
            const Matrix left = random(shape.rows, shape.inner, rng);
            const Matrix stored = turned ? Matrix(left.transpose()) : left;
            const Matrix right = random(shape.inner, shape.columns, rng);
            const Matrix storedRight = rightTurned ? Matrix(right.transpose()) : right;
            const Vector bias = random(shape.rows, 1, rng);
            Matrix result = Matrix::Constant(shape.rows, shape.columns, kNan);
            const bool finite = path().multiply({.rows = shape.rows,
                                                 .inner = shape.inner,
                                                 .columns = shape.columns,
                                                 .left = stored.data(),
                                                 .leftRowStep = turned ? 1 : shape.inner,
                                                 .leftInnerStep = turned ? shape.rows : 1,
                                                 .right = storedRight.data(),
                                                 .rightStep = storedRight.cols(),
                                                 .rightIsTransposed = rightTurned,
                                                 .result = result.data(),
                                                 .resultStep = shape.columns,
                                                 .bias = turned ? nullptr : bias.data()});
            Eigen::MatrixXd expected = left.cast<double>() * right.cast<double>();
            if (!turned)
                expected.colwise() += bias.cast<double>();
            const double error = (result.cast<double>() - expected).cwiseAbs().maxCoeff();
            QVERIFY2(
                finite && error < tolerance(shape.inner),
                qPrintable(
                    QStringLiteral("%1 × %2 × %3: %4").arg(shape.rows).arg(shape.inner).arg(shape.columns).arg(error)));
        }
}

void TestKernels::productsTellWhatIsNotFinite()
{
    for (const Scalar bad : {kNan, kInfinity, -kInfinity})
        for (const Index columns : {1, 5, 16, 33, 100})
            for (Index place = 0; place < columns; ++place) {
                const Matrix left = Matrix::Ones(3, 2);
                Matrix right = Matrix::Ones(2, columns);
                right(1, place) = bad;
                Matrix result(3, columns);
                const core::Product product{.rows = 3,
                                            .inner = 2,
                                            .columns = columns,
                                            .left = left.data(),
                                            .leftRowStep = 2,
                                            .right = right.data(),
                                            .rightStep = columns,
                                            .result = result.data(),
                                            .resultStep = columns};
                QVERIFY(!path().multiply(product));
                right(1, place) = 0;
                QVERIFY(path().multiply(product));
            }
}

void TestKernels::nothingElseIsTouched()
{
    constexpr Scalar kMark = 12345;
    for (const Index columns : {1, 7, 16, 30}) {
        const Matrix left = Matrix::Ones(5, 4);
        const Matrix right = Matrix::Ones(4, columns);
        Matrix result = Matrix::Constant(7, columns + 20, kMark);
        path().multiply({.rows = 5,
                         .inner = 4,
                         .columns = columns,
                         .left = left.data(),
                         .leftRowStep = 4,
                         .right = right.data(),
                         .rightStep = columns,
                         .result = &result(1, 10),
                         .resultStep = columns + 20});
        QVERIFY((result.block(1, 10, 5, columns).array() == 4).all());
        result.block(1, 10, 5, columns).setConstant(kMark);
        QVERIFY((result.array() == kMark).all());
    }
}

void TestKernels::gathers()
{
    core::Rng rng(2, core::Purpose::Data);
    for (Index count = 1; count < 40; ++count)
        for (Index features = 1; features < 40; ++features) {
            const Matrix samples = random(50, features, rng);
            std::vector<Index> which;
            for (Index i = 0; i < count; ++i)
                which.push_back(static_cast<Index>(rng.below(50)));
            Vector memory = Vector::Constant(features * count + 1, -7);
            path().gather(samples.data(), features, which.data(), count, memory.data());
            const Eigen::Map<const Matrix> batch(memory.data(), features, count);
            for (Index i = 0; i < count; ++i)
                QVERIFY(batch.col(i) == samples.row(which[static_cast<std::size_t>(i)]).transpose());
            QCOMPARE(memory[features * count], Scalar(-7));
        }
}

void TestKernels::denseGradients()
{
    core::Rng rng(6, core::Purpose::Data);
    for (const Index units : {1, 2, 3, 8, 17, 40})
        for (const Index inputs : {1, 2, 4, 9, 16, 33, 70})
            for (const Index batch : {1, 3, 10, 16, 32, 67, 200}) {
                const Matrix delta = random(units, batch, rng);
                const Matrix input = random(inputs, batch, rng);
                Vector gradient = Vector::Constant(units * inputs + units + 1, -7);
                path().denseGradient({.units = units,
                                      .inputs = inputs,
                                      .batch = batch,
                                      .delta = delta.data(),
                                      .input = input.data(),
                                      .gradient = gradient.data()});
                const Eigen::Map<const Matrix> weights(gradient.data(), units, inputs);
                const Eigen::MatrixXd expected = delta.cast<double>() * input.cast<double>().transpose();
                QVERIFY((weights.cast<double>() - expected).cwiseAbs().maxCoeff() < tolerance(batch));
                const auto biases = gradient.segment(units * inputs, units).cast<double>();
                QVERIFY((biases - delta.cast<double>().rowwise().sum()).cwiseAbs().maxCoeff() < tolerance(batch));
                QCOMPARE(gradient[units * inputs + units], Scalar(-7));
            }
}

void TestKernels::histograms()
{
    core::Rng rng(7, core::Purpose::Data);
    for (const Index count : {1, 2, 15, 16, 17, 100, 1000}) {
        // Whole numbers and a power of two as width: no edge is rounded.
        Vector values(count);
        for (Scalar& value : values)
            value = static_cast<Scalar>(rng.below(129)) - 64;
        const core::ValueRange range = path().range(values.data(), count);
        QCOMPARE(range.smallest, values.minCoeff());
        QCOMPARE(range.largest, values.maxCoeff());
        std::array<std::uint32_t, core::kHistogramBins> expected{};
        for (const Scalar value : values)
            ++expected[static_cast<std::size_t>(std::min<Scalar>((value + 64) / 2, 63))];
        std::array<std::uint32_t, core::kHistogramBins> counts{};
        path().countBins(values.data(), count, {-64, 64}, counts.data());
        QVERIFY(counts == expected);
    }
    // Where edges are rounded, they are rounded alike on all paths.
    for (const Index count : {40, 63, 64, 65, 512, 1000}) {
        Vector values(count);
        for (Scalar& value : values)
            value = static_cast<Scalar>(rng.normal());
        const core::ValueRange range = path().range(values.data(), count);
        std::array<std::uint32_t, core::kHistogramBins> expected{};
        core::availableKernels().front()->countBins(values.data(), count, range, expected.data());
        std::array<std::uint32_t, core::kHistogramBins> counts{};
        path().countBins(values.data(), count, range, counts.data());
        QVERIFY(counts == expected);
    }
    // All are the same: they lie in one bin.
    const Vector same = Vector::Constant(40, 3);
    std::array<std::uint32_t, core::kHistogramBins> counts{};
    path().countBins(same.data(), 40, {3, 3}, counts.data());
    QCOMPARE(counts.front(), std::uint32_t(40));
}

void TestKernels::sums()
{
    core::Rng rng(3, core::Purpose::Data);
    for (Index rows = 1; rows < 36; ++rows)
        for (const Index columns : {1, 2, 15, 16, 17, 64, 100}) {
            const Matrix values = random(rows, columns, rng);
            const double squares = values.cast<double>().squaredNorm();
            QVERIFY(std::abs(path().sumOfSquares(values.data(), values.size()) - squares) <= 5e-7 * squares);
            const Matrix others = random(rows, columns, rng);
            const double differences = (values.cast<double>() - others.cast<double>()).squaredNorm();
            QVERIFY(std::abs(path().sumOfSquaredDifferences(values.data(), others.data(), values.size()) -
                             differences) <= 5e-7 * differences);
        }
    // What no float could hold.
    const Vector extremes = Vector::Constant(19, Scalar(1e30));
    QVERIFY(std::abs(path().sumOfSquares(extremes.data(), 19) / (19 * 1e60) - 1) < 1e-6);
    const Vector tiny = Vector::Constant(19, Scalar(1e-30));
    QVERIFY(std::abs(path().sumOfSquares(tiny.data(), 19) / (19 * 1e-60) - 1) < 1e-6);
    const Vector broken{{1, 2, kNan, 3}};
    QVERIFY(std::isnan(path().sumOfSquares(broken.data(), 4)));
}

void TestKernels::elementProducts()
{
    core::Rng rng(4, core::Purpose::Data);
    for (Index count = 1; count < 70; ++count) {
        const Vector left = random(count, 1, rng);
        Vector right = random(count, 1, rng);
        Vector result(count);
        double squares = 0;
        QVERIFY(path().multiplyElements(left.data(), right.data(), result.data(), count, &squares));
        QVERIFY(std::abs(squares - result.cast<double>().squaredNorm()) <= 5e-7 * squares);
        QVERIFY(path().multiplyElements(left.data(), right.data(), result.data(), count, nullptr));
        QVERIFY(result == left.cwiseProduct(right));
        right[count / 2] = kInfinity;
        QVERIFY(!path().multiplyElements(left.data(), right.data(), right.data(), count, nullptr));
    }
}

void TestKernels::crossEntropy()
{
    core::Rng rng(5, core::Purpose::Data);
    for (const Index classes : {2, 3, 10, 40})
        for (const Index batch : {1, 5, 16, 33, 64})
            for (const Scalar size : {Scalar(1), Scalar(30)}) {
                const Matrix outputs = size * random(classes, batch, rng);
                Vector labels(batch);
                for (Scalar& label : labels)
                    label = static_cast<Scalar>(rng.below(static_cast<std::uint64_t>(classes)));
                Matrix gradient(classes, batch);
                const double loss = path().crossEntropy(outputs.data(), classes, batch, labels.data(), gradient.data());
                double expected = 0;
                for (Index i = 0; i < batch; ++i) {
                    const Eigen::VectorXd z = outputs.col(i).cast<double>();
                    const Eigen::VectorXd shares = (z.array() - z.maxCoeff()).exp();
                    const auto label = static_cast<Index>(labels[i]);
                    expected += std::log(shares.sum()) + z.maxCoeff() - z[label];
                    for (Index row = 0; row < classes; ++row) {
                        const double share = shares[row] / shares.sum();
                        const double others = (shares.sum() - shares[label]) / shares.sum();
                        const double slope = row == label ? -others : share;
                        QVERIFY(std::abs(static_cast<double>(gradient(row, i)) - slope) < 1e-6);
                    }
                }
                QVERIFY(std::abs(loss - expected) < 1e-6 * std::max(1.0, expected));
                QCOMPARE(path().crossEntropy(outputs.data(), classes, batch, labels.data(), nullptr), loss);
            }
}

void TestKernels::sureAnswersKeepTheirSmallGradient()
{
    const Matrix outputs{{Scalar(40)}, {Scalar(0)}};
    const Vector labels{{Scalar(0)}};
    Matrix gradient(2, 1);
    const double loss = path().crossEntropy(outputs.data(), 2, 1, labels.data(), gradient.data());
    const double expected = std::exp(-40.0);
    QVERIFY(std::abs(loss / expected - 1) < 1e-5);
    QVERIFY(std::abs(static_cast<double>(gradient(0, 0)) / -expected - 1) < 1e-5);
    QVERIFY(std::abs(static_cast<double>(gradient(1, 0)) / expected - 1) < 1e-5);
}

void TestKernels::updates()
{
    core::Rng rng(6, core::Purpose::Data);
    const Kernels& plain = *core::availableKernels().front();
    for (const Index count : {1, 5, 16, 100, 333}) {
        const Vector parameters = random(count, 1, rng);
        const Vector gradient = random(count, 1, rng);
        const Vector first = random(count, 1, rng);
        const Vector second = random(count, 1, rng).cwiseAbs2();
        const auto run = [&](const Kernels& kernels, int rule, Vector& p, bool& finite,
                             core::UpdateSquares* squares = nullptr) {
            p = parameters;
            Vector m = first;
            Vector v = second;
            const core::ParameterUpdate update{count, p.data(), gradient.data(), m.data(), v.data(), squares};
            if (rule < 2)
                finite = kernels.stepSgd(update, {Scalar(0.1), Scalar(0.9), Scalar(0.01), rule == 1});
            else
                finite = kernels.stepAdam(update, {.stepSize = Scalar(0.1),
                                                   .correction = Scalar(1.1),
                                                   .oneMinusBeta1 = Scalar(0.1),
                                                   .oneMinusBeta2 = Scalar(0.001),
                                                   .epsilon = Scalar(1e-8),
                                                   .coupledDecay = Scalar(rule == 2 ? 0.1 : 0),
                                                   .shrinkage = Scalar(rule == 2 ? 1 : 0.99)});
        };
        for (int rule = 0; rule < 4; ++rule) {
            Vector expected;
            Vector found;
            bool finite = false;
            run(plain, rule, expected, finite);
            QVERIFY(finite);
            run(path(), rule, found, finite);
            QVERIFY(finite);
            QVERIFY((expected - found).cwiseAbs().maxCoeff() < 1e-6F * (1 + expected.cwiseAbs().maxCoeff()));
            // To measure changes no bit.
            core::UpdateSquares squares{1, 2}; // which are added to
            Vector measured;
            run(path(), rule, measured, finite, &squares);
            QVERIFY(measured == found);
            const double change = (found.cast<double>() - parameters.cast<double>()).squaredNorm();
            const double after = found.cast<double>().squaredNorm();
            QVERIFY(std::abs(squares.change - 1 - change) <= 1e-12 * (1 + change));
            QVERIFY(std::abs(squares.after - 2 - after) <= 1e-12 * (2 + after));
        }
    }
    Vector parameters{{1, kInfinity, 2}};
    Vector state = Vector::Zero(3);
    const Vector gradient = Vector::Zero(3);
    QVERIFY(
        !path().stepSgd({3, parameters.data(), gradient.data(), state.data(), nullptr}, {Scalar(0.1), 0, 0, false}));
}

void TestKernels::aValueDoesNotDependOnItsPlace()
{
    core::Rng rng(7, core::Purpose::Data);
    const Vector z = 3 * random(100, 1, rng);
    const Scalar parameters[3] = {Scalar(0.3), Scalar(0.7), Scalar(1)};
    for (const Kernels::Activation activation : path().activations) {
        Vector f(100);
        Vector df(100);
        activation(z.data(), f.data(), df.data(), 100, parameters);
        for (Index i = 0; i < 100; ++i) {
            Scalar one = 0;
            Scalar slope = 0;
            activation(&z[i], &one, &slope, 1, parameters);
            QVERIFY(std::memcmp(&one, &f[i], sizeof(one)) == 0 && std::memcmp(&slope, &df[i], sizeof(slope)) == 0);
        }
    }
}

QTEST_GUILESS_MAIN(TestKernels)
#include "TestKernels.moc"
