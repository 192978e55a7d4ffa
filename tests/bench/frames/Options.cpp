// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/frames/Options.h"

#include "ui/base/Theme.h"

#include <QCommandLineParser>

#include <cstdio>

namespace bench
{

namespace
{

const QString kNetwork = QStringLiteral("network");
const QString kSize = QStringLiteral("size");
const QString kScale = QStringLiteral("scale");
const QString kSeconds = QStringLiteral("seconds");
const QString kMinutes = QStringLiteral("minutes");
const QString kTheme = QStringLiteral("theme");
const QString kRace = QStringLiteral("race");
const QString kMap = QStringLiteral("map");
const QString kDetails = QStringLiteral("details");
const QString kJson = QStringLiteral("json");
const QString kHelp = QStringLiteral("help");
const QString kMeasure = QStringLiteral("measure");

void declare(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "What a frame of the window costs while a trainer runs at full speed and a slider is moved.\n"
        "Each configuration is measured in a process of its own; QT_QPA_PLATFORM says on which platform.\n"
        "LIST: one value or several with commas between them; all combinations are measured."));
    QCommandLineOption measure(kMeasure, {}, QStringLiteral("NANOSECONDS"));
    measure.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({
        {kNetwork, QStringLiteral("Depth and width of the network [8x16,50x64]."), QStringLiteral("LIST"),
         QStringLiteral("8x16,50x64")},
        {kSize, QStringLiteral("Width and height of the window [1280x800,1600x1000]."), QStringLiteral("LIST"),
         QStringLiteral("1280x800,1600x1000")},
        {kScale, QStringLiteral("Device pixels a pixel [1,2]."), QStringLiteral("LIST"), QStringLiteral("1,2")},
        {kSeconds, QStringLiteral("How long frames are counted [8]; 0: only the start is timed."), QStringLiteral("N"),
         QStringLiteral("8")},
        {kMinutes, QStringLiteral("How long the memory is watched after that [0]."), QStringLiteral("N"),
         QStringLiteral("0")},
        {kTheme, ui::Theme::ids().join(QStringLiteral(", ")) + QStringLiteral(" [light]."), QStringLiteral("ID"),
         QStringLiteral("light")},
        {kRace, QStringLiteral("A race goes on behind the window, on all cores.")},
        {kMap, QStringLiteral("A phase map does.")},
        {kDetails, QStringLiteral("Also prints the cards one by one, the starts, and the memory by the minute.")},
        {kJson, QStringLiteral("Also writes everything to a file."), QStringLiteral("PATH")},
        {kHelp, QStringLiteral("Prints this.")},
        measure,
    });
}

std::optional<QSize> readSize(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    return parts.size() == 2 && !size.isEmpty() ? std::optional(size) : std::nullopt;
}

std::optional<double> readScale(const QString& text)
{
    const double scale = text.toDouble();
    return scale >= 1 && scale <= 4 ? std::optional(scale) : std::nullopt;
}

std::optional<int> readCount(const QString& text)
{
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    return isNumber && count >= 0 ? std::optional(count) : std::nullopt;
}

/// Reads options; the first value that is none of its option is told, and remembered.
class Reader
{
public:
    explicit Reader(const QCommandLineParser& parser)
        : m_parser(parser)
    {
    }

    template <class Read>
    auto one(const QString& option, Read read)
    {
        return taken(option, m_parser.value(option), read);
    }
    template <class Read>
    auto list(const QString& option, Read read)
    {
        std::vector<decltype(one(option, read))> values;
        for (const QString& text : m_parser.value(option).split(QLatin1Char(',')))
            values.push_back(taken(option, text, read));
        return values;
    }
    [[nodiscard]] bool isGood() const { return m_isGood; }

private:
    template <class Read>
    auto taken(const QString& option, const QString& text, Read read)
    {
        const auto value = read(text);
        if (!value && m_isGood)
            std::fprintf(stderr, "--%s cannot be \"%s\"\n", qPrintable(option), qPrintable(text));
        m_isGood = m_isGood && value;
        return value.value_or(typename decltype(read(text))::value_type{});
    }

    const QCommandLineParser& m_parser;
    bool m_isGood = true;
};

} // namespace

std::optional<Options> readOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments) || !parser.positionalArguments().isEmpty()) {
        const QString fault = parser.errorText();
        std::fprintf(stderr, "%s\n",
                     fault.isEmpty() ? "Words without an option mean nothing here." : qPrintable(fault));
        return std::nullopt;
    }
    Options options;
    Reader reader(parser);
    for (const QSize& network : reader.list(kNetwork, readSize))
        for (const QSize& size : reader.list(kSize, readSize))
            for (const double scale : reader.list(kScale, readScale))
                options.configurations.push_back({network, size, scale});
    options.seconds = reader.one(kSeconds, readCount);
    options.minutes = reader.one(kMinutes, readCount);
    options.theme = reader.one(kTheme, [](const QString& text) {
        return ui::Theme::ids().contains(text) ? std::optional(text) : std::nullopt;
    });
    options.jsonPath = parser.value(kJson);
    options.race = parser.isSet(kRace);
    options.map = parser.isSet(kMap);
    options.details = parser.isSet(kDetails);
    options.help = parser.isSet(kHelp);
    if (parser.isSet(kMeasure))
        options.startedAt = parser.value(kMeasure).toLongLong();
    return reader.isGood() ? std::optional(options) : std::nullopt;
}

QStringList measuringArguments(const Configuration& configuration, const Options& options, std::int64_t startedAt)
{
    const auto option = [](const QString& name, const QString& value) {
        return QStringLiteral("--%1=%2").arg(name, value);
    };
    QStringList arguments{
        option(kNetwork, sizeText(configuration.network)),    option(kSize, sizeText(configuration.size)),
        option(kScale, QString::number(configuration.scale)), option(kSeconds, QString::number(options.seconds)),
        option(kMinutes, QString::number(options.minutes)),   option(kTheme, options.theme),
        option(kMeasure, QString::number(startedAt))};
    if (options.race)
        arguments << QStringLiteral("--") + kRace;
    if (options.map)
        arguments << QStringLiteral("--") + kMap;
    return arguments;
}

QString usage()
{
    QCommandLineParser parser;
    declare(parser);
    return parser.helpText();
}

QString sizeText(const QSize& size)
{
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
}

} // namespace bench
