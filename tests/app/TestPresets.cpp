// SPDX-License-Identifier: GPL-3.0-or-later
// Every bundled experiment shows what its title promises, whatever the seed.
#include "app/ExperimentSource.h"
#include "app/Resources.h"
#include "core/train/TrainingRun.h"

#include <QTest>

#include <algorithm>
#include <functional>

using core::LayerStatistics;
using core::Snapshot;

namespace
{

/// What must be true of a run's beginning and end.
struct Promise {
    const char* preset;
    std::int64_t steps; ///< enough for the effect
    std::function<bool(const Snapshot& start, const Snapshot& end)> kept;
};

double deadShare(const Snapshot& snapshot)
{
    double dead = 0;
    for (const LayerStatistics& layer : snapshot.layers)
        dead += layer.gradientDeadFraction;
    return dead / static_cast<double>(snapshot.layers.size());
}

double testAccuracy(const Snapshot& snapshot)
{
    return snapshot.test->accuracy.value();
}

const std::vector<Promise>& promises()
{
    // The thresholds are those of the diagnosis: 1e-2 and 1e-3 vanishing, 70 and 1e3 exploding.
    static const std::vector<Promise> rows{
        {"vanishing-sigmoid", 1000,
         [](const Snapshot& start, const Snapshot& end) {
             // ln 2 = 0.693 is the loss of knowing nothing
             return start.deltaRatio < 1e-3 && end.deltaRatio < 1e-3 && end.train.loss > 0.68;
         }},
        {"relu-he", 1000,
         [](const Snapshot& start, const Snapshot& end) {
             return start.deltaRatio > 1e-2 && end.deltaRatio > 1e-2 && testAccuracy(end) > 0.95;
         }},
        {"saturated-sigmoid", 1500,
         [](const Snapshot& start, const Snapshot& end) {
             // Glorot & Bengio 2010, figure 2: from 0.5 down to where the derivative is gone
             return start.layers.back().a.mean > 0.4 && end.layers.back().a.mean < 0.03;
         }},
        {"dying-relu", 1000,
         [](const Snapshot& start, const Snapshot& end) {
             return deadShare(start) > 0.6 && deadShare(end) > 0.6 && testAccuracy(end) < 0.7;
         }},
        {"leaky-rescue", 1000,
         [](const Snapshot&, const Snapshot& end) { return deadShare(end) == 0 && testAccuracy(end) > 0.95; }},
        {"exploding", 100, [](const Snapshot& start, const Snapshot&) { return start.deltaRatio > 1e3; }},
        {"selu-self-normalizing", 1000,
         [](const Snapshot& start, const Snapshot& end) {
             const auto isNormal = [](const LayerStatistics& layer) {
                 return std::abs(layer.a.mean) < 0.5 && layer.a.std > 0.5 && layer.a.std < 1.5;
             };
             return std::all_of(start.layers.begin(), start.layers.end(), isNormal) && testAccuracy(end) > 0.85;
         }},
        {"batchnorm-rescue", 2000,
         [](const Snapshot& start, const Snapshot& end) { return start.deltaRatio > 1e-2 && testAccuracy(end) > 0.9; }},
        {"linear-collapse", 1000,
         [](const Snapshot&, const Snapshot& end) {
             // Logistic regression reaches 0.88 on these moons; who bends the border reaches 1.
             return testAccuracy(end) > 0.8 && testAccuracy(end) < 0.93;
         }},
        {"digits", 1500, [](const Snapshot&, const Snapshot& end) { return testAccuracy(end) >= 0.95; }},
    };
    return rows;
}

} // namespace

class TestPresets : public QObject
{
    Q_OBJECT

private slots:
    void everyPresetHasAPromise();
    void everyPresetHasATitleAndAPace();
    void keepsItsPromise_data();
    void keepsItsPromise();
};

void TestPresets::everyPresetHasAPromise()
{
    QStringList names;
    for (const Promise& promise : promises())
        names << QString::fromUtf8(promise.preset);
    names.sort();
    QStringList found = app::presetNames();
    QCOMPARE(found.mid(0, 2), QStringList({QStringLiteral("vanishing-sigmoid"), QStringLiteral("relu-he")}));
    found.sort();
    QCOMPARE(found, names);
}

void TestPresets::everyPresetHasATitleAndAPace()
{
    for (const QString& name : app::presetNames()) {
        const auto config = app::readPreset(name, app::bundledResources());
        QVERIFY2(config.ok(), qPrintable(name));
        QVERIFY2(!config.value().title.empty(), qPrintable(name));
        const auto& training = config.value().training;
        const double seconds = static_cast<double>(training.steps) / training.stepsPerSecond;
        QVERIFY2(seconds >= 10 && seconds <= 30, qPrintable(QStringLiteral("%1: %2 s").arg(name).arg(seconds)));
    }
}

void TestPresets::keepsItsPromise_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<qint64>("seed");
    for (std::size_t row = 0; row < promises().size(); ++row)
        for (const qint64 seed : {1, 20, 300})
            QTest::addRow("%s, seed %lld", promises()[row].preset, static_cast<long long>(seed)) << int(row) << seed;
}

void TestPresets::keepsItsPromise()
{
    QFETCH(int, row);
    QFETCH(qint64, seed);
    const Promise& promise = promises()[static_cast<std::size_t>(row)];
    const core::ResourceReader resources = app::bundledResources();
    auto config = app::readPreset(QString::fromUtf8(promise.preset), resources);
    QVERIFY(config.ok());
    config.value().seed = seed;
    auto run = core::TrainingRun::create(config.value(), resources);
    QVERIFY(run.ok());
    Snapshot start;
    run.value()->observe(start);
    while (run.value()->stepsMade() < promise.steps && run.value()->status() == core::RunStatus::Training)
        run.value()->step();
    Snapshot end;
    run.value()->observe(end);
    const QString story = QStringLiteral("delta_ratio %1 → %2, accuracy %3, loss %4, dead %5")
                              .arg(start.deltaRatio.value_or(-1))
                              .arg(end.deltaRatio.value_or(-1))
                              .arg(testAccuracy(end))
                              .arg(end.train.loss)
                              .arg(deadShare(end));
    QVERIFY2(promise.kept(start, end), qPrintable(story));
}

QTEST_GUILESS_MAIN(TestPresets)
#include "TestPresets.moc"
