// SPDX-License-Identifier: GPL-3.0-or-later
// The tables and digits that come with the program, and what is said of damaged ones.
#include "core/data/Dataset.h"
#include "core/data/ToyDatasets.h"
#include "tests/core/Goldens.h"
#include "tests/core/MadeDataset.h"

#include <QTest>

#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>
#include <zlib.h>

using namespace core;
using namespace madedata;

namespace
{

std::string gzipped(const std::string& text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string result(deflateBound(&stream, text.size()) + 64, '\0');
    std::string input = text;
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

std::string digitsFile()
{
    return goldens::resource("datasets/digits.csv.gz").value();
}

/// A row of 64 pixels and what follows them.
std::string row(const std::string& end)
{
    std::string text;
    for (int pixel = 0; pixel < 64; ++pixel)
        text += std::to_string(pixel % 17) + ',';
    return text + end + '\n';
}

} // namespace

class TestBundledData : public QObject
{
    Q_OBJECT

private slots:
    void tables_data();
    void tables();
    void brokenTables();
    void digits();
    void digitsInTheirOrder();
    void brokenDigits_data();
    void brokenDigits();
};

void TestBundledData::tables_data()
{
    QTest::addColumn<QString>("source");
    for (const char* source : {"iris", "wine", "breast_cancer"})
        QTest::newRow(source) << QString::fromUtf8(source);
}

void TestBundledData::tables()
{
    QFETCH(QString, source);
    const nlohmann::json golden = goldens::json("tables.json")[source.toStdString()];
    DataConfig config = configOf(source.toUtf8().constData());
    config.testFraction = 0;
    const Dataset data = made(config);
    const auto mean = golden["mean"].get<std::vector<double>>();
    const auto deviation = golden["std"].get<std::vector<double>>();
    QCOMPARE(data.train.size(), golden["samples"].get<Index>());
    QCOMPARE(data.inputs(), golden["features"].get<Index>());
    QCOMPARE(data.preview->classNames, golden["class_names"].get<std::vector<std::string>>());
    QCOMPARE(data.classes, static_cast<int>(data.preview->classNames.size()));
    std::vector<int> counts(data.preview->classNames.size());
    for (const int label : data.train.labels)
        ++counts.at(static_cast<std::size_t>(label));
    QCOMPARE(counts, golden["class_counts"].get<std::vector<int>>());
    for (std::size_t feature = 0; feature < mean.size(); ++feature) {
        const auto row = static_cast<Index>(feature);
        QVERIFY(std::abs(static_cast<double>(data.inputScaling.mean[row]) / mean[feature] - 1) < 1e-5);
        QVERIFY(std::abs(static_cast<double>(data.inputScaling.std[row]) / deviation[feature] - 1) < 1e-5);
    }
    const DataSourceInfo& row = *findRow(dataSourceCatalogue(), source.toStdString());
    QCOMPARE(row.samples, data.train.size());
    QCOMPARE(Index(row.inputs), data.inputs());
    QCOMPARE(row.classes, data.classes);
    QVERIFY(!row.credit.empty());

    const RawSamples raw = row.read(config, goldens::resource).value();
    const auto first = golden["first"].get<std::vector<double>>();
    const auto last = golden["last"].get<std::vector<double>>();
    for (std::size_t feature = 0; feature < first.size(); ++feature) {
        QCOMPARE(raw.inputs(static_cast<Index>(feature), 0), static_cast<Scalar>(first[feature]));
        QCOMPARE(raw.inputs(static_cast<Index>(feature), raw.inputs.cols() - 1), static_cast<Scalar>(last[feature]));
    }
}

void TestBundledData::brokenTables()
{
    const char* const texts[] = {"",
                                 "2,1\n1,0\n2,1\n",
                                 "3,1,a,b\n1,0\n2,1\n",
                                 "2,1,a,b\n1,0\n2,1\n3,1\n",
                                 "2,1,a,b\n1,0\n2,2\n",
                                 "2,1,a,b\n1,0\nx,1\n",
                                 "2,1,a,b\n1,0\nnan,1\n",
                                 "2,1,a,b\n1,0\n2,3,1\n",
                                 "1e9,1e9,a,b\n1,0\n",
                                 "-1,1,a,b\n"};
    for (const char* text : texts) {
        const ResourceReader reader = [text](std::string_view) { return std::optional<std::string>(text); };
        const Result<Dataset> data = makeDataset(configOf("iris"), 1, reader);
        QVERIFY2(!data, text);
        QCOMPARE(data.faults().front().code, FaultCode::BrokenResource);
    }
    const ResourceReader good = [](std::string_view) { return std::optional<std::string>("2,1,a,b\n1,0\n2,1\n"); };
    QVERIFY(makeDataset(configOf("iris"), 1, good));
}

void TestBundledData::digits()
{
    const nlohmann::json golden = goldens::json("digits.json");
    const Dataset data = made(configOf("digits"));
    const std::int64_t samples = golden["samples"];
    QCOMPARE(samples, 1797);
    QCOMPARE(data.test.size(), Index(539)); // round(539.1)
    QCOMPARE(data.train.size(), Index(samples - 539));
    QCOMPARE(data.inputs(), Index(64));
    QCOMPARE(data.classes, 10);
    std::vector<int> counts(10);
    for (const Samples* part : {&data.train, &data.test})
        for (const int label : part->labels)
            ++counts.at(static_cast<std::size_t>(label));
    QCOMPARE(counts, golden["class_counts"].get<std::vector<int>>());
    // Not standardised by default: sixteenths from 0 to 1.
    const double sum = data.train.inputs.cast<double>().sum() + data.test.inputs.cast<double>().sum();
    QCOMPARE(sum * 16, golden["pixel_sum"].get<double>());
    QCOMPARE(data.train.inputs.minCoeff(), 0.0F);
    QCOMPARE(data.train.inputs.maxCoeff(), 1.0F);
    QCOMPARE(golden["darkest"].get<int>(), 16);
}

void TestBundledData::digitsInTheirOrder()
{
    const nlohmann::json golden = goldens::json("digits.json");
    const Result<RawSamples> read = readDigits(goldens::resource);
    QVERIFY(read);
    const RawSamples& raw = read.value();
    for (const auto& [name, sample] : {std::pair{"first", Index(0)}, std::pair{"last", raw.inputs.cols() - 1}}) {
        const auto cells = golden[name].get<std::vector<int>>();
        for (Index pixel = 0; pixel < 64; ++pixel)
            QCOMPARE(raw.inputs(pixel, sample) * 16, float(cells[static_cast<std::size_t>(pixel)]));
        QCOMPARE(raw.labels[static_cast<std::size_t>(sample)], cells[64]);
    }
}

void TestBundledData::brokenDigits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("readable");
    const auto add = [](const char* name, const std::string& bytes, bool readable = false) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << readable;
    };
    const std::string whole = digitsFile();
    add("two good rows", gzipped(row("3") + row("9")), true);
    add("empty", "");
    add("no gzip", "0,1,2,3");
    add("only the head of a gzip", whole.substr(0, 10));
    add("half", whole.substr(0, whole.size() / 2));
    add("without its last byte", whole.substr(0, whole.size() - 1));
    add("without its check sum", whole.substr(0, whole.size() - 8));
    std::string flipped = whole;
    flipped[flipped.size() - 6] = static_cast<char>(~flipped[flipped.size() - 6]);
    add("wrong check sum", flipped);
    flipped = whole;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x10);
    add("one bit flipped", flipped);
    add("no text", gzipped(""));
    add("words", gzipped("zero,one,two\n"));
    add("a cell too many", gzipped(row("3,4")));
    add("a cell too few", gzipped(row("")));
    add("a class of 10", gzipped(row("10")));
    add("a class of −1", gzipped(row("-1")));
    add("a number beyond all", gzipped(row("99999999999")));
    add("a fraction", gzipped(row("1.5")));
    std::string endless;
    endless.resize(50'000'000, '7');
    add("a text that never ends", gzipped(endless));
    add("too many rows", gzipped([] {
            std::string text;
            while (text.size() < 5'000'000)
                text += row("1");
            return text;
        }()));
}

void TestBundledData::brokenDigits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, readable);
    const ResourceReader reader = [&](std::string_view) { return std::optional(bytes.toStdString()); };
    const Result<Dataset> data = makeDataset(configOf("digits"), 1, reader);
    QCOMPARE(data.ok(), readable);
    if (readable)
        return;
    QCOMPARE(data.faults().size(), std::size_t(1));
    QCOMPARE(data.faults().front().code, FaultCode::BrokenResource);
    QCOMPARE(data.faults().front().where, "datasets/digits.csv.gz");
    QCOMPARE(makeDataset(configOf("digits"), 1, goldens::noResource).faults().front().code, FaultCode::BrokenResource);
}

QTEST_APPLESS_MAIN(TestBundledData)
#include "TestBundledData.moc"
