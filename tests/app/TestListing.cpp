// SPDX-License-Identifier: GPL-3.0-or-later
// What `list --json` tells is enough to make editors, a check of files and a help text from it, and it is the truth.
#include "app/CatalogueJson.h"
#include "app/CommandLine.h"
#include "core/train/ConfigFields.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <array>
#include <cmath>
#include <set>

namespace
{

using Json = nlohmann::ordered_json;

/// Rows of this list, under the field that chooses among them.
struct Chooser {
    const char* what;
    const char* path;
};
constexpr std::array kChoosers{
    Chooser{"activations", "network.activation.kind"},
    Chooser{"normalizations", "network.normalization.kind"},
    Chooser{"residuals", "network.residual"},
    Chooser{"dropouts", "network.dropout.kind"},
    Chooser{"initializers", "initializer.kind"},
    Chooser{"losses", "loss.kind"},
    Chooser{"optimizers", "optimizer.kind"},
    Chooser{"schedules", "optimizer.schedule.kind"},
    Chooser{"datasets", "data.source"},
};

Json listOf(const std::string& what)
{
    for (const app::Listing& listing : app::listings())
        if (what == listing.what)
            return listing.make({});
    return {};
}

core::Value valueOf(const Json& json)
{
    if (json.is_boolean())
        return json.get<bool>();
    if (json.is_number())
        return json.get<double>();
    if (json.is_string())
        return json.get<std::string>();
    return json.is_array() ? core::Value(core::NumberRows()) : core::Value();
}

/// What is told of a setting is what the check of an experiment does with it.
void compareWithCheck(const core::ExperimentConfig& config, const std::string& path, const Json& told)
{
    const std::vector<core::Field> fields = core::configFields(config);
    const core::Field* field = core::findField(fields, path);
    QVERIFY2(field, path.c_str());
    QVERIFY2(!told["label"].get<std::string>().empty() && !told["help"].get<std::string>().empty(), path.c_str());
    QCOMPARE(told["type"].get<std::string>(), std::string(field->typeName()));
    QCOMPARE(told["hot"].get<bool>(), field->hot);
    if (!told["default"].is_null())
        QVERIFY2(field->check(valueOf(told["default"])), path.c_str());
    if (told["type"] == "number" || told["type"] == "integer") {
        const auto minimum = told["min"].get<double>();
        const auto maximum = told["max"].get<double>();
        const auto accepts = [&](double value) { return static_cast<bool>(field->check(value)); };
        QVERIFY2(accepts(minimum) == told["min_allowed"].get<bool>(), path.c_str());
        QVERIFY2(accepts(maximum), path.c_str());
        QVERIFY2(!accepts(std::nextafter(maximum, HUGE_VAL)), path.c_str());
        QVERIFY2(!accepts(std::nextafter(minimum, -HUGE_VAL)), path.c_str());
        QVERIFY2(told["slider_min"] >= told["min"] && told["slider_max"] <= told["max"], path.c_str());
    } else if (told.contains("names")) {
        for (const Json& name : told["names"])
            QVERIFY2(field->check(valueOf(name)), path.c_str());
        QVERIFY2(!field->check(std::string("no such name")), path.c_str());
    }
}

} // namespace

class TestListing : public QObject
{
    Q_OBJECT

private slots:
    void helpNamesAll();
    void rowsTellAll_data();
    void rowsTellAll();
    void settingsTellAll();
};

void TestListing::helpNamesAll()
{
    const QString help = app::helpText(*app::findCommand(QStringLiteral("list")));
    for (const app::Listing& listing : app::listings())
        QVERIFY2(help.contains(QString::fromUtf8(listing.what)), listing.what);
}

void TestListing::rowsTellAll_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("path");
    for (const Chooser& chooser : kChoosers)
        QTest::newRow(chooser.what) << QString::fromUtf8(chooser.what) << QString::fromUtf8(chooser.path);
}

void TestListing::rowsTellAll()
{
    QFETCH(QString, what);
    QFETCH(QString, path);
    const std::string kindPath = path.toStdString();
    const std::string group = kindPath.substr(0, kindPath.rfind('.') + 1);
    std::vector<std::string> ids;
    for (const Json& row : listOf(what.toStdString())) {
        ids.push_back(row["id"].get<std::string>());
        for (const char* key : {"name", "help"})
            QVERIFY2(!row[key].get<std::string>().empty(), ids.back().c_str());
        QVERIFY2(row.contains("formula"), ids.back().c_str());
        if (what != QLatin1String("datasets") && ids.back() != "custom") // what is typed has no other spelling
            for (const char* key : {"pytorch", "paper"})
                QVERIFY2(!row[key].get<std::string>().empty(), ids.back().c_str());
        core::ExperimentConfig config;
        QVERIFY2(core::applySetting(config, {kindPath, ids.back()}), ids.back().c_str());
        for (const char* part : {"parameters", "options", "common_parameters"})
            for (const Json& parameter : row.value(part, Json::array())) {
                compareWithCheck(config, group + parameter["name"].get<std::string>(), parameter);
                if (QTest::currentTestFailed())
                    return;
            }
    }
    const std::vector<core::Field> fields = core::configFields({});
    QCOMPARE(ids, core::findField(fields, kindPath)->names);
}

void TestListing::settingsTellAll()
{
    std::set<std::string> told;
    for (const Json& row : listOf("settings")) {
        const auto path = row["id"].get<std::string>();
        told.insert(path);
        core::ExperimentConfig config;
        if (!row["kinds"].empty()) {
            const std::vector<core::Field> fields = core::configFields({});
            QVERIFY(core::applySetting(
                config, {core::kindFieldBeside(fields, path)->path, row["kinds"][0].get<std::string>()}));
        }
        if (path == "network.layers") { // of which the check of a file sees each layer's keys
            QVERIFY(row["type"] == "array");
            config.network.layers.resize(1);
            for (const Json& item : row["items"])
                compareWithCheck(config, path + ".0." + item["name"].get<std::string>(), item);
            continue;
        }
        compareWithCheck(config, path, row);
        if (QTest::currentTestFailed())
            return;
    }
    for (const char* path : {"title", "network.layers", "network.activation.omega", "data.points", "loss.delta",
                             "optimizer.schedule.gamma", "diagnosis.vanishing.alarm"})
        QVERIFY2(told.count(path) == 1, path);
}

QTEST_MAIN(TestListing)
#include "TestListing.moc"
