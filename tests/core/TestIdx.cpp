// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Dataset.h"
#include "core/data/ToyDatasets.h"
#include "tests/core/Goldens.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <initializer_list>
#include <zlib.h>

using namespace core;

namespace
{

QByteArray head(std::initializer_list<unsigned> sizes, char type = 8)
{
    QByteArray bytes("\0\0", 2);
    bytes += type;
    bytes += static_cast<char>(sizes.size());
    for (const unsigned size : sizes)
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes += static_cast<char>(size >> shift & 255U);
    return bytes;
}

/// Three pictures, two rows of three pixels: 0, 1, 2 …
QByteArray pictures()
{
    QByteArray bytes = head({3, 2, 3});
    for (int i = 0; i < 18; ++i)
        bytes += static_cast<char>(i * 15);
    return bytes;
}

QByteArray labels(const QByteArray& values = QByteArray("\7\2\7", 3))
{
    return head({static_cast<unsigned>(values.size())}) + values;
}

QByteArray gzipped(const QByteArray& bytes)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray input = bytes;
    QByteArray result(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return result;
}

} // namespace

class TestIdx : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void read_data();
    void read();
    void rowsWithoutPictures();
    void manyPictures();
    void faults_data();
    void faults();
    void missingFiles();
    void thumbnails();

private:
    void write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no room for pictures");
    }
    DataConfig config() const
    {
        DataConfig config;
        config.source = "idx";
        config.folder = m_folder.path().toStdString();
        config.path = "pictures";
        config.labels = "labels";
        return config;
    }

    QTemporaryDir m_folder;
};

void TestIdx::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

void TestIdx::read_data()
{
    QTest::addColumn<bool>("packed");
    QTest::newRow("plain") << false;
    QTest::newRow("gzipped") << true;
}

void TestIdx::read()
{
    QFETCH(bool, packed);
    write("pictures", packed ? gzipped(pictures()) : pictures());
    write("labels", packed ? gzipped(labels()) : labels());
    const Result<RawSamples> read = readIdx(config(), goldens::noResource);
    QVERIFY(read);
    const RawSamples& raw = read.value();
    QCOMPARE(raw.inputs.rows(), Index(6));
    QCOMPARE(raw.inputs.cols(), Index(3));
    QCOMPARE(raw.imageHeight, 2);
    QCOMPARE(raw.imageWidth, 3);
    for (Index i = 0; i < 18; ++i)
        QCOMPARE(raw.inputs(i % 6, i / 6), static_cast<Scalar>(static_cast<double>(i * 15) / 255));
    QCOMPARE(raw.classNames, (std::vector<std::string>{"2", "7"}));
    QCOMPARE(raw.labels, (std::vector<int>{1, 0, 1}));
}

void TestIdx::rowsWithoutPictures()
{
    write("pictures", head({2, 4}) + QByteArray(8, '\xFF'));
    write("labels", labels(QByteArray("\0\1", 2)));
    const RawSamples raw = readIdx(config(), goldens::noResource).value();
    QCOMPARE(raw.inputs.rows(), Index(4));
    QCOMPARE(raw.imageWidth, 0);
    QCOMPARE(raw.inputs(3, 1), 1.0F);
}

void TestIdx::manyPictures()
{
    // More than are put down at a time, and no multiple of that.
    constexpr int kCount = 333;
    QByteArray bytes = head({kCount, 1, 2});
    QByteArray classes;
    for (int i = 0; i < kCount; ++i) {
        bytes += static_cast<char>(i % 256);
        bytes += static_cast<char>(255 - i % 256);
        classes += static_cast<char>(i % 10);
    }
    write("pictures", bytes);
    write("labels", labels(classes));
    const RawSamples raw = readIdx(config(), goldens::noResource).value();
    for (Index i = 0; i < kCount; ++i) {
        QCOMPARE(raw.inputs(0, i), static_cast<Scalar>(static_cast<double>(i % 256) / 255));
        QCOMPARE(raw.inputs(1, i), static_cast<Scalar>(static_cast<double>(255 - i % 256) / 255));
        QCOMPARE(raw.labels[static_cast<std::size_t>(i)], static_cast<int>(i % 10));
    }
}

void TestIdx::faults_data()
{
    QTest::addColumn<QByteArray>("pictureFile");
    QTest::addColumn<QByteArray>("labelFile");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("detail");
    const auto add = [](const char* name, const QByteArray& pictureFile, const QByteArray& labelFile, FaultCode code,
                        const char* detail = "") {
        QTest::newRow(name) << pictureFile << labelFile << static_cast<int>(code) << QString::fromUtf8(detail);
    };
    const QByteArray whole = pictures();
    add("empty", "", labels(), FaultCode::NotIdx, "images");
    add("text", "a,b,c\n", labels(), FaultCode::NotIdx, "images");
    add("half a head", whole.left(9), labels(), FaultCode::NotIdx, "images");
    add("floats", head({3, 2, 3}, 13) + QByteArray(72, 0), labels(), FaultCode::NotIdx, "images");
    add("swapped", labels(), whole, FaultCode::NotIdx, "images");
    add("labels are pictures", whole, whole, FaultCode::NotIdx, "labels");
    add("a byte too few", whole.chopped(1), labels(), FaultCode::IdxSize, "17");
    add("a byte too many", whole + "x", labels(), FaultCode::IdxSize, "19");
    add("no pictures", head({0, 2, 3}), labels(), FaultCode::NoSamples);
    add("no pixels", head({3, 0, 3}), labels(), FaultCode::NoSamples);
    add("a head that lies", head({60000, 28, 28}) + "xx", labels(), FaultCode::IdxSize);
    add("a head beyond all", head({4294967295U, 4294967295U, 4294967295U}), labels(), FaultCode::TooMuchData, "500");
    add("another count", whole, labels(QByteArray("\0\1", 2)), FaultCode::CountsDiffer, "3");
    add("one class", whole, labels(QByteArray("\1\1\1", 3)), FaultCode::OneClass, "1");
    QByteArray noise = whole;
    for (int i = 0; i < 3000; ++i)
        noise += static_cast<char>(i * i % 251);
    noise.replace(4, 4, head({503}).mid(4));
    const QByteArray packed = gzipped(noise);
    add("cut off", packed.left(packed.size() / 2), labels(), FaultCode::IdxSize);
    QByteArray flipped = packed;
    flipped[flipped.size() - 6] = static_cast<char>(~flipped[flipped.size() - 6]);
    add("wrong check sum", flipped, labels(), FaultCode::BrokenArchive);
}

void TestIdx::faults()
{
    QFETCH(QByteArray, pictureFile);
    QFETCH(QByteArray, labelFile);
    QFETCH(int, code);
    QFETCH(QString, detail);
    write("pictures", pictureFile);
    write("labels", labelFile);
    const Result<RawSamples> read = readIdx(config(), goldens::noResource);
    QVERIFY(!read);
    const Fault& fault = read.faults().front();
    QCOMPARE(static_cast<int>(fault.code), code);
    if (!detail.isEmpty())
        QCOMPARE(QString::fromStdString(fault.details.front()), detail);
}

void TestIdx::missingFiles()
{
    DataConfig lost = config();
    lost.path = "no-such";
    lost.labels = ".";
    const Result<RawSamples> read = readIdx(lost, goldens::noResource);
    QVERIFY(!read);
    QCOMPARE(read.faults().size(), std::size_t(2));
    QCOMPARE(read.faults()[0].details.front(), "No such file or directory");
    QCOMPARE(read.faults()[1].details.front(), "Is a directory");
}

void TestIdx::thumbnails()
{
    write("pictures", pictures());
    write("labels", labels());
    DataConfig all = config();
    all.testFraction = 0;
    const Dataset data = makeDataset(all, 1, goldens::noResource).value();
    QCOMPARE(data.preview->imageWidth, 3);
    QCOMPARE(data.preview->thumbnails.size(), std::size_t(3));
    QCOMPARE(data.preview->thumbnails[0].pixels.size(), std::size_t(6));
    QVERIFY(data.inputScaling.std.isOnes()); // not standardised by default
}

QTEST_APPLESS_MAIN(TestIdx)
#include "TestIdx.moc"
