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
using core::Verdict;

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
        const core::Combinations combinations =
            core::combine(plan.experiment, plan.settings, plan.axes, faults);
        const auto cells = core::cellsOf(combinations, plan.seeds.first, plan.seeds.last);
        for (const auto& combination : combinations)
            m_contenders.push_back({combination->values, {}});
        const auto datasets = std::make_shared<core::DatasetCache>(app::bundledResources());
        core::SweepPool pool(cells, plan.options, datasets, static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
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
    [[nodiscard]] core::Comparison compared(std::string_view id) const
    {
        for (const core::Measure& measure : core::measuresOf(m_contenders, m_accuracies.size()))
            if (measure.info->id == id)
                return core::compare(m_contenders, measure);
        qFatal("no such measure");
    }
    [[nodiscard]] double mean(std::string_view id, std::initializer_list<const char*> values) const
    {
        return compared(id).summaries[at(values)].mean.value();
    }

private:
    std::vector<Contender> m_contenders;
    std::vector<double> m_accuracies;
};

} // namespace

class TestComparisons : public QObject
{
    Q_OBJECT

private slots:
    void everyOneIsRight_data();
    void everyOneIsRight();
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

QTEST_GUILESS_MAIN(TestComparisons)
#include "TestComparisons.moc"
