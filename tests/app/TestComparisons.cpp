// SPDX-License-Identifier: GPL-3.0-or-later
// Every bundled comparison can be run, and shows what its title promises.
#include "app/ComparisonSource.h"
#include "app/Resources.h"
#include "core/analysis/RunComparison.h"
#include "core/train/Sweep.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <thread>

using core::Contender;

namespace
{

/// The contenders of a comparison that is done.
class Results
{
public:
    explicit Results(const core::ComparisonPlan& plan)
        : m_accuracies(plan.options.accuracies)
    {
        std::vector<core::CombinationFault> faults;
        const core::Combinations combinations = core::combine(plan.experiment, plan.settings, plan.axes, faults);
        const auto cells = core::cellsOf(combinations, plan.seeds.first, plan.seeds.last);
        for (const auto& combination : combinations)
            m_contenders.push_back({combination->values, {}});
        const auto datasets = std::make_shared<core::DatasetCache>(app::bundledResources());
        core::SweepPool pool(cells, plan.options, datasets,
                             static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
        const auto seeds = static_cast<std::size_t>(plan.seeds.last - plan.seeds.first + 1);
        while (!pool.isOver())
            for (core::SweepPool::Finished& finished : pool.take(std::chrono::milliseconds(50)))
                m_contenders[finished.cell / seeds].runs[cells[finished.cell].seed] = finished.row.value();
    }

    [[nodiscard]] std::size_t at(std::initializer_list<const char*> values) const
    {
        const std::vector<std::string> wanted(values.begin(), values.end());
        const auto found = std::find_if(m_contenders.begin(), m_contenders.end(),
                                        [&](const Contender& contender) { return contender.values == wanted; });
        if (found == m_contenders.end())
            qFatal("no such contender");
        return static_cast<std::size_t>(found - m_contenders.begin());
    }
    [[nodiscard]] double mean(std::string_view id, std::initializer_list<const char*> values) const
    {
        for (const core::Measure& measure : core::measuresOf(m_contenders, m_accuracies.size()))
            if (measure.info->id == id)
                return core::summarize(measure, m_contenders[at(values)]).mean.value();
        qFatal("no such measure");
    }
    [[nodiscard]] double accuracy(std::initializer_list<const char*> values) const
    {
        return mean("test_accuracy_final", values);
    }

private:
    std::vector<Contender> m_contenders;
    std::vector<double> m_accuracies;
};

/// What must be true with fewer seeds already.
struct Promise {
    const char* comparison;
    std::function<bool(const Results&)> kept;
};

const std::vector<Promise>& promises()
{
    static const std::vector<Promise> rows{
        {"classics-on-digits",
         [](const Results& results) {
             const auto loss = [&](const char* kind, const char* optimizer) {
                 return results.mean("test_loss_final", {kind, optimizer});
             };
             const char* adam = R"({"kind":"adam","learning_rate":0.001})";
             const char* sgd = R"({"kind":"sgd","learning_rate":0.1})";
             double largest = 0;
             for (const char* kind : {"tanh", "softsign", "relu", "leaky_relu", "elu", "selu", "gelu", "silu", "mish"})
                 largest = std::max({largest, loss(kind, adam), loss(kind, sgd)});
             return std::min(loss("sigmoid", adam), loss("sigmoid", sgd)) > 1.5 * largest;
         }},
        {"sigmoid-to-relu-by-depth",
         [](const Results& results) {
             return results.accuracy({"4", "sigmoid"}) > 0.8 && results.accuracy({"8", "sigmoid"}) < 0.6 &&
                    results.accuracy({"8", "relu"}) > 0.95;
         }},
        {"leaky-slope-under-dying",
         [](const Results& results) {
             return results.mean("gradient_dead_end", {"0"}) > 0.9 && results.accuracy({"0"}) < 0.6 &&
                    results.mean("gradient_dead_end", {"0.01"}) == 0 && results.accuracy({"0.01"}) > 0.97 &&
                    results.accuracy({"1"}) < 0.93;
         }},
        {"initializers-for-tanh-by-depth",
         [](const Results& results) {
             return results.accuracy({"5", "fan_in_uniform"}) > 0.97 &&
                    results.accuracy({"20", "fan_in_uniform"}) < 0.6 &&
                    results.accuracy({"20", "xavier_normal"}) > 0.97;
         }},
        {"batch-normalization-or-not",
         [](const Results& results) {
             return results.accuracy({"sigmoid", "none"}) < 0.6 && results.accuracy({"sigmoid", "batch"}) > 0.95 &&
                    results.accuracy({"relu", "none"}) > 0.97;
         }},
        {"dropout-and-l2-on-small-noisy",
         [](const Results& results) {
             const double gap = results.mean("generalization_gap", {"0", "0"});
             return gap > 0.1 && results.mean("generalization_gap", {"0.5", "0.01"}) < 0.6 * gap;
         }},
    };
    return rows;
}

} // namespace

class TestComparisons : public QObject
{
    Q_OBJECT

private slots:
    void everyOneIsRight_data();
    void everyOneIsRight();
    void everyOneHasAPromise();
    void keepsItsPromise_data();
    void keepsItsPromise();
};

void TestComparisons::everyOneIsRight_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : app::comparisonNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestComparisons::everyOneIsRight()
{
    QFETCH(QString, name);
    const auto document = app::readComparisonPreset(name, app::bundledResources());
    QVERIFY(document);
    QVERIFY(document.value().isComparison);
    const core::ComparisonPlan& plan = document.value().plan;
    QVERIFY(!plan.title.empty());
    std::vector<core::CombinationFault> faults;
    const core::Combinations combinations = core::combine(plan.experiment, plan.settings, plan.axes, faults);
    QVERIFY(faults.empty());
    core::DatasetCache datasets(app::bundledResources());
    QVERIFY(core::checkData(combinations, plan.axes, plan.seeds.first, datasets).empty());
    QVERIFY(plan.seeds.last - plan.seeds.first + 1 >= core::kFewestSeeds);
}

void TestComparisons::everyOneHasAPromise()
{
    QStringList names;
    for (const Promise& promise : promises())
        names << QString::fromUtf8(promise.comparison);
    QCOMPARE(app::comparisonNames(), names); // in the order of a lesson
}

void TestComparisons::keepsItsPromise_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t row = 0; row < promises().size(); ++row)
        QTest::newRow(promises()[row].comparison) << int(row);
}

void TestComparisons::keepsItsPromise()
{
    QFETCH(int, row);
    const Promise& promise = promises()[static_cast<std::size_t>(row)];
    const auto document = app::readComparisonPreset(QString::fromUtf8(promise.comparison), app::bundledResources());
    QVERIFY(document);
    core::ComparisonPlan plan = document.value().plan;
    plan.seeds.last = plan.seeds.first + 2;
    QVERIFY(promise.kept(Results(plan)));
}

QTEST_GUILESS_MAIN(TestComparisons)
#include "TestComparisons.moc"
