// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvParser.h"
#include "core/data/CsvReader.h"
#include "core/data/Dataset.h"
#include "core/data/ToyDatasets.h"
#include "tests/core/Goldens.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <clocale>
#include <string>
#include <vector>

using namespace core;

namespace
{

using Lines = std::vector<std::string>;

/// "code line column first-detail": what a person could be told of a fault.
std::string told(const Fault& fault)
{
    return std::to_string(static_cast<int>(fault.code)) + " " + std::to_string(fault.line) + " " +
           std::to_string(fault.column) + " " + (fault.details.empty() ? "" : fault.details.front());
}

std::string expected(FaultCode code, int line, int column, const std::string& detail = {})
{
    return told({code, "", {detail}, line, column});
}

} // namespace

Q_DECLARE_METATYPE(core::DataConfig)

class TestCsv : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void understood_data();
    void understood();
    void values();
    void faults_data();
    void faults();
    void manyFaultsAreBounded();
    void files_data();
    void files();
    void utf8_data();
    void utf8();
    void separators_data();
    void separators();
    void acrossBuffers();
    void numbersInAnyLocale();
    void preview();
    void asData();

private:
    DataConfig write(const QByteArray& text)
    {
        DataConfig config;
        config.source = "csv";
        config.folder = m_folder.path().toStdString();
        config.path = "table.csv";
        QFile file(m_folder.filePath(QStringLiteral("table.csv")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no room for a table");
        return config;
    }

    QTemporaryDir m_folder;
};

void TestCsv::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

void TestCsv::understood_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("label"); // empty: the last; a number: a column; else a name
    QTest::addColumn<QString>("header");
    QTest::addColumn<QString>("task");
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("features");
    QTest::addColumn<QString>("classes"); // empty: regression
    QTest::addColumn<QString>("labels");
    const auto add = [](const char* name, const char* text, int samples, int features, const char* classes,
                        const char* labels, const char* label = "", const char* header = "auto",
                        const char* task = "auto") {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(label) << QString::fromUtf8(header)
                            << QString::fromUtf8(task) << samples << features << QString::fromUtf8(classes)
                            << QString::fromUtf8(labels);
    };
    add("words", "1,2,b\n3,4,a\n", 2, 2, "a b", "1 0");
    add("header", "x,y,class\n1,2,b\n3,4,a\n", 2, 2, "a b", "1 0");
    add("header of the label alone is none", "1,2,class\n3,4,a\n", 2, 2, "a class", "1 0");
    add("header of numbers, said", "1,2,3\n1,2,b\n3,4,a\n", 2, 2, "a b", "1 0", "", "yes");
    add("no header, said", "1,2,b\n3,4,a\n", 2, 2, "a b", "1 0", "", "no");
    add("whole numbers are classes, in their order", "1,10\n2,9\n3,2\n", 3, 1, "2 9 10", "2 1 0");
    add("1 and 1.0", "1,1\n2,1.0\n3,2\n", 3, 1, "1 2", "0 0 1");
    add("fractions", "1,0.5\n2,1\n", 2, 1, "", "");
    add("fractions as classes", "1,0.5\n2,-0.25\n", 2, 1, "-0.25 0.5", "1 0", "", "auto", "classification");
    add("whole numbers to predict", "1,0\n2,1\n", 2, 1, "", "", "", "auto", "regression");
    add("label by name", "kind,x\nb,1\na,2\n", 2, 1, "a b", "1 0", "kind");
    add("label by number", "b,1\na,2\n", 2, 1, "a b", "1 0", "0");
    add("label from the end", "1,b,2\n2,a,3\n", 2, 2, "a b", "1 0", "-2");
    add("label by name, all numbers", "1,2\n3,4\n5,7\n", 2, 1, "3 5", "0 1", "1!"); // the column called "1"
    add("semicolons", "1;2;b\n3;4;a\n", 2, 2, "a b", "1 0");
    add("tabs", "1\t2\tb\n3\t4\ta\n", 2, 2, "a b", "1 0");
    add("semicolons beside commas in text", "1;2;\"b,c\"\n3;4;\"a,c\"\n", 2, 2, "a,c b,c", "1 0");
    add("quotes", "\"1\",\"say \"\"b\"\"\"\n\"2\",\"a\"\n", 2, 1, "a say_\"b\"", "1 0");
    add("quoted line breaks and separators", "1,\"b,\nb\"\n2,a\n", 2, 1, "a b,/b", "1 0");
    add("blanks around cells", " 1 ,\tb \n 2 , a\n", 2, 1, "a b", "1 0");
    add("blank lines", "\n1,b\n\n  \n2,a\n\n", 2, 1, "a b", "1 0");
    add("carriage returns", "1,b\r\n2,a\r\n", 2, 1, "a b", "1 0");
    add("carriage returns alone", "1,b\r2,a\r", 2, 1, "a b", "1 0");
    add("no break at the end", "1,b\n2,a", 2, 1, "a b", "1 0");
    add("quote at the end", "1,b\n2,\"a\"", 2, 1, "a b", "1 0");
    add("byte order mark", "\xEF\xBB\xBFx,k\n1,b\n2,a\n", 2, 1, "a b", "1 0");
    add("other letters", "x,k\n1,Äpfel\n2,苹果\n", 2, 1, "Äpfel 苹果", "0 1");
    add("plus signs and exponents", "+1,b\n-2.5e-3,a\n.5,a\n", 3, 1, "a b", "1 0 0");
}

void TestCsv::understood()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, label);
    QFETCH(QString, header);
    QFETCH(QString, task);
    QFETCH(int, samples);
    QFETCH(int, features);
    QFETCH(QString, classes);
    QFETCH(QString, labels);
    DataConfig config = write(text);
    bool isNumber = false;
    const int column = label.toInt(&isNumber);
    if (isNumber)
        config.label = static_cast<double>(column);
    else if (!label.isEmpty())
        config.label = label.remove(QLatin1Char('!')).toStdString();
    config.header = header.toStdString();
    config.task = task.toStdString();
    const Result<RawSamples> read = readCsv(config);
    if (!read)
        QFAIL(told(read.faults().front()).c_str());
    const RawSamples& raw = read.value();
    QCOMPARE(raw.inputs.cols(), Index(samples));
    QCOMPARE(raw.inputs.rows(), Index(features));
    QStringList names;
    for (const std::string& name : raw.classNames)
        names << QString::fromStdString(name)
                     .replace(QLatin1Char(' '), QLatin1Char('_'))
                     .replace(QLatin1Char('\n'), QLatin1Char('/'));
    QCOMPARE(names.join(QLatin1Char(' ')), classes);
    QStringList numbers;
    for (const int number : raw.labels)
        numbers << QString::number(number);
    QCOMPARE(numbers.join(QLatin1Char(' ')), labels);
    QCOMPARE(raw.targets.cols(), Index(classes.isEmpty() ? samples : 0));
}

void TestCsv::values()
{
    DataConfig config = write("height;weight;age;name\n1.5;-2e3;7;a\n0.25;1e-50;8;b\n");
    const Result<RawSamples> read = readCsv(config);
    QVERIFY(read);
    Matrix inputs(3, 2);
    inputs << 1.5F, 0.25F, -2000.0F, 0.0F, 7.0F, 8.0F;
    QCOMPARE(read.value().inputs, inputs);
    QCOMPARE(read.value().featureNames, (std::vector<std::string>{"height", "weight", "age"}));

    config.label = "weight";
    config.task = "regression";
    // The other columns are features, so that words among them are faults.
    QCOMPARE(told(readCsv(config).faults().front()), expected(FaultCode::CellNoNumber, 2, 4, "a"));

    config = write("1,0.5,2\n3,0.25,4\n");
    config.label = 1.0;
    const RawSamples raw = readCsv(config).value();
    QCOMPARE(raw.targets(0, 0), 0.5F);
    QCOMPARE(raw.targets(0, 1), 0.25F);
    QCOMPARE(raw.inputs(1, 1), 4.0F);
    QVERIFY(raw.labels.empty());
}

void TestCsv::faults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("task");
    QTest::addColumn<Lines>("faults");
    const auto add = [](const char* name, const QByteArray& text, const Lines& faults, const char* task = "auto") {
        QTest::newRow(name) << text << QByteArray(task) << faults;
    };
    add("nothing", "", {expected(FaultCode::NoSamples, 0, 0)});
    add("blank lines only", "\n\n \n", {expected(FaultCode::NoSamples, 0, 0)});
    add("a header only", "x,y\n", {expected(FaultCode::NoSamples, 0, 0)});
    add("one column", "1\n2\n", {expected(FaultCode::NoFeature, 1, 0)});
    add("missing and no number", "x,y,k\n1,2,a\n,5,b\n6,seven,a\n",
        {expected(FaultCode::MissingCell, 3, 1, "x"), expected(FaultCode::CellNoNumber, 4, 2, "seven")});
    add("missing label", "1,a\n2,\n3,b\n", {expected(FaultCode::MissingCell, 2, 2)});
    add("not finite", "1,a\nnan,b\ninf,b\n-Infinity,a\n1e39,a\n1e999,b\n",
        {expected(FaultCode::CellNotFinite, 2, 1, "nan"), expected(FaultCode::CellNotFinite, 3, 1, "inf"),
         expected(FaultCode::CellNotFinite, 4, 1, "-Infinity"), expected(FaultCode::CellNotFinite, 5, 1, "1e39"),
         expected(FaultCode::CellNotFinite, 6, 1, "1e999")});
    add("not finite to be learned", "1,0.5\n2,nan\n", {expected(FaultCode::CellNotFinite, 2, 2, "nan")});
    add("rows of other lengths", "1,2,a\n3,b\n4,5,6,a\n",
        {expected(FaultCode::UnevenRow, 2, 2, "2"), expected(FaultCode::UnevenRow, 3, 4, "4")});
    add("one class", "1,a\n2,a\n", {expected(FaultCode::OneClass, 0, 0, "a")});
    add("one number is one class", "1,3\n2,3\n", {expected(FaultCode::OneClass, 0, 0, "3")});
    add("word where a number is predicted", "1,0.5\n2,two\n", {expected(FaultCode::CellNoNumber, 2, 2, "two")},
        "regression");
    add("decimal commas", "1,5;2,5;a\n1,6;2,6;b\n",
        {expected(FaultCode::CellNoNumber, 2, 1, "1,6"), expected(FaultCode::CellNoNumber, 2, 2, "2,6")});
    add("open quote", "1,a\n2,\"b\n3,a\n", {expected(FaultCode::OpenQuote, 2, 2)});
    add("line after a quoted break", "1,\"a\nb\"\nx,c\n", {expected(FaultCode::CellNoNumber, 3, 1, "x")});
    add("Latin-1", "1,a\n2,\xE9t\xE9\n", {expected(FaultCode::NotText, 2, 0)});
    add("UTF-16",
        QByteArray("\xFF\xFE"
                   "1\0,\0a\0\n\0",
                   10),
        {expected(FaultCode::NotText, 1, 0)});
    add("a packed file", QByteArray("PK\3\4\0\0\0\0,\0\0,", 12), {expected(FaultCode::NotText, 1, 0)});
    QByteArray strayWord("x,y\n");
    for (int i = 0; i < 50; ++i)
        strayWord += QByteArray::number(i) + "," + QByteArray::number(i / 8.0) + "\n";
    add("a stray word among numbers", strayWord + "7,NA\n", {expected(FaultCode::CellNoNumber, 52, 2, "NA")});
    QByteArray names;
    for (int i = 0; i < 1200; ++i)
        names += "1,name" + QByteArray::number(i) + "\n";
    add("too many classes", names, {expected(FaultCode::TooManyClasses, 0, 0, "1000")});
}

void TestCsv::faults()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, task);
    QFETCH(Lines, faults);
    DataConfig config = write(text);
    config.task = task.toStdString();
    const Result<RawSamples> read = readCsv(config);
    QVERIFY(!read);
    Lines found;
    for (const Fault& fault : read.faults()) {
        found.push_back(told(fault));
        QVERIFY(fault.where.ends_with("/table.csv"));
    }
    QCOMPARE(found, faults);
}

void TestCsv::manyFaultsAreBounded()
{
    QByteArray text("1,a\n2,b\n");
    for (int i = 0; i < 100'000; ++i)
        text += "no number,a\n";
    const Result<RawSamples> read = readCsv(write("x,k\n" + text));
    QVERIFY(!read);
    QCOMPARE(read.faults().size(), kMostDataFaults + 1);
    QCOMPARE(told(read.faults().back()), expected(FaultCode::MoreFaults, 0, 0, "99990"));
}

void TestCsv::files_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("reason");
    QTest::newRow("missing") << QStringLiteral("no-such.csv") << QStringLiteral("No such file or directory");
    QTest::newRow("folder") << QStringLiteral(".") << QStringLiteral("Is a directory");
    QTest::newRow("under a file") << QStringLiteral("table.csv/x") << QStringLiteral("Not a directory");
}

void TestCsv::files()
{
    QFETCH(QString, path);
    QFETCH(QString, reason);
    DataConfig config = write("1,a\n2,b\n");
    config.path = path.toStdString();
    const Result<RawSamples> read = readCsv(config);
    QVERIFY(!read);
    QCOMPARE(read.faults().front().code, FaultCode::Unreadable);
    QCOMPARE(QString::fromStdString(read.faults().front().details.front()), reason);
    // Absolute paths need no folder.
    config.path = config.folder + "/table.csv";
    config.folder = "/nowhere";
    QVERIFY(readCsv(config));
}

void TestCsv::utf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("valid");
    // Of the Unicode Standard, table 3-7: the first and last well-formed sequences, and what is beside them.
    const auto add = [](const char* name, const QByteArray& bytes, bool valid) {
        QTest::newRow(name) << bytes << valid;
    };
    add("ASCII", "a\x7F", true);
    add("zero", QByteArray("a\0b", 3), false);
    add("two bytes", "\xC2\x80\xDF\xBF", true);
    add("too long for ASCII", "\xC1\xBF", false);
    add("three bytes", "\xE0\xA0\x80\xEF\xBF\xBF", true);
    add("too long for two", "\xE0\x9F\xBF", false);
    add("surrogate", "\xED\xA0\x80", false);
    add("before the surrogates", "\xED\x9F\xBF", true);
    add("four bytes", "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", true);
    add("too long for three", "\xF0\x8F\xBF\xBF", false);
    add("beyond Unicode", "\xF4\x90\x80\x80", false);
    add("continuation alone", "\x80", false);
    add("ten continuations", QByteArray(10, '\x80'), false);
    add("cut off", "a\xE2\x82", false);
}

void TestCsv::utf8()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, valid);
    QCOMPARE(isUtf8(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))), valid);
}

void TestCsv::separators_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("separator");
    QTest::newRow("commas") << QByteArray("a,b,c\n1,2,3\n") << ',';
    QTest::newRow("semicolons with decimal commas") << QByteArray("1,5;2,5;3,5\n1;2;3\n") << ';';
    QTest::newRow("decimal commas everywhere") << QByteArray("1,5;2,5;3,5\n1,5;2,5;3,5\n") << ';';
    QTest::newRow("tabs with text") << QByteArray("a, b; c\t1\nd\t2\n") << '\t';
    QTest::newRow("a semicolon in a text") << QByteArray("a,b\n1,x;y\n2,z\n") << ',';
    QTest::newRow("only in quotes") << QByteArray("\"a;b\",c\n\"d;e\",f\n") << ',';
    QTest::newRow("uneven commas") << QByteArray("1,2,3\n1,2\n") << ',';
    QTest::newRow("none") << QByteArray("1\n2\n") << ',';
}

void TestCsv::separators()
{
    QFETCH(QByteArray, text);
    QFETCH(char, separator);
    const DataConfig config = write(text);
    const auto parser = CsvParser::open(config.folder + "/" + config.path);
    QVERIFY(parser);
    QCOMPARE(parser.value().separator(), separator);
}

void TestCsv::acrossBuffers()
{
    // Far longer than any buffer, with every kind of cell at its borders.
    QByteArray text("number,words,\"k\"\r\n");
    constexpr int kRows = 60'000;
    for (int i = 0; i < kRows; ++i)
        text += QByteArray::number(i) + ",\"" + QByteArray::number(i * 0.5) + "\",\"cl\"\"a, \r\n" +
                QByteArray::number(i % 3) + "\"\r\n";
    const Result<RawSamples> read = readCsv(write(text));
    QVERIFY(read);
    const RawSamples& raw = read.value();
    QCOMPARE(raw.inputs.cols(), Index(kRows));
    QCOMPARE(raw.classNames.size(), std::size_t(3));
    QCOMPARE(raw.classNames[1], std::string("cl\"a, \r\n1"));
    for (Index i = 0; i < kRows; ++i) {
        QCOMPARE(raw.inputs(0, i), Scalar(i));
        QCOMPARE(raw.inputs(1, i), Scalar(i) / 2);
        QCOMPARE(raw.labels[static_cast<std::size_t>(i)], static_cast<int>(i % 3));
    }
}

void TestCsv::numbersInAnyLocale()
{
    const char* const german = std::setlocale(LC_ALL, "de_DE.UTF-8");
    const Result<RawSamples> read = readCsv(write("1.5,a\n2.5,b\n"));
    std::setlocale(LC_ALL, "C");
    QVERIFY(read);
    QCOMPARE(read.value().inputs(0, 0), 1.5F);
    if (german == nullptr)
        qInfo("this machine has no German locale: only the C locale was tried");
}

void TestCsv::preview()
{
    DataConfig config = write("x;y;k\n1;2;a\n3;oops;b\n5;6;a\n");
    const Result<CsvPreview> preview = previewCsv(config, 2);
    QVERIFY(preview);
    const CsvLayout& layout = preview.value().layout;
    QCOMPARE(layout.separator, ';');
    QVERIFY(layout.hasHeader);
    QCOMPARE(layout.columns, std::size_t(3));
    QCOMPARE(layout.label, std::size_t(2));
    QCOMPARE(layout.names, (std::vector<std::string>{"x", "y", "k"}));
    QCOMPARE(preview.value().rows, (std::vector<std::vector<std::string>>{{"1", "2", "a"}, {"3", "oops", "b"}}));
    config.label = "z";
    QCOMPARE(told(previewCsv(config, 2).faults().front()), expected(FaultCode::UnknownColumn, 0, 0, "\"z\""));
    config.label = 3.0;
    QCOMPARE(told(previewCsv(config, 2).faults().front()), expected(FaultCode::UnknownColumn, 0, 0, "3"));
    config.label = "x";
    config.header = "no";
    QCOMPARE(previewCsv(config, 2).faults().front().code, FaultCode::UnknownColumn);
}

void TestCsv::asData()
{
    DataConfig config = write("x,y,kind\n0,0,red\n1,0,blue\n0,1,blue\n1,1,red\n2,2,red\n");
    config.testFraction = 0.2;
    const Result<Dataset> made = makeDataset(config, 1, goldens::noResource);
    QVERIFY(made);
    const Dataset& data = made.value();
    QVERIFY(data.classification);
    QCOMPARE(data.classes, 2);
    QCOMPARE(data.train.size(), Index(4));
    QCOMPARE(data.test.size(), Index(1));
    QCOMPARE(data.preview->classNames, (std::vector<std::string>{"blue", "red"}));
    QCOMPARE(data.preview->featureNames, (std::vector<std::string>{"x", "y"}));
    QVERIFY(std::abs(data.train.inputs.row(0).mean()) < 1e-6F); // standardised by default
    config.testFraction = 0.9;
    write("1,a\n2,b\n");
    QCOMPARE(makeDataset(config, 1, goldens::noResource).faults().front().code, FaultCode::NoTrainingSample);
}

QTEST_APPLESS_MAIN(TestCsv)
#include "TestCsv.moc"
