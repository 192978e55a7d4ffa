// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/FaultWords.h"

#include "ui/base/ExpressionWords.h"
#include "ui/base/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace ui
{

namespace
{

using core::FaultCode;

/// The context of this file's words.
struct FaultWords {
    Q_DECLARE_TR_FUNCTIONS(ui::FaultWords)
};

/// Text from a file as it may be shown: no control characters, and not endless.
QString shown(const std::string& text)
{
    constexpr int kLongest = 400;
    QString result;
    for (const QChar character : QString::fromStdString(text)) {
        if (character.category() == QChar::Other_Control)
            result += QStringLiteral("\\u%1").arg(character.unicode(), 4, 16, QLatin1Char('0'));
        else
            result += character;
        if (result.size() > kLongest)
            return result + QStringLiteral("…");
    }
    return result;
}

/// What a person calls the types of JSON.
QString typeWords(const std::string& type)
{
    if (type == "number")
        return FaultWords::tr("a number");
    if (type == "integer")
        return FaultWords::tr("a whole number");
    if (type == "boolean")
        return FaultWords::tr("true or false");
    if (type == "string")
        return FaultWords::tr("a text in quotes");
    if (type == "object")
        return FaultWords::tr("an object {…}");
    if (type == "array")
        return FaultWords::tr("a list […]");
    if (type == "column")
        return FaultWords::tr("the name of a column, or its number from 0");
    if (type == "point")
        return FaultWords::tr("a point [x, y, class]");
    return shown(type);
}

/// A fault's parts, ready to be put into a sentence.
class Parts
{
public:
    explicit Parts(const core::Fault& fault)
        : m_fault(fault)
    {
    }
    [[nodiscard]] QString where() const { return shown(m_fault.where); }
    /// The last part of a path: "dept" of "network.dept".
    [[nodiscard]] QString key() const { return where().section(QLatin1Char('.'), -1); }
    [[nodiscard]] bool has(std::size_t index) const
    {
        return index < m_fault.details.size() && !m_fault.details[index].empty();
    }
    [[nodiscard]] const std::string& raw(std::size_t index) const
    {
        static const std::string none;
        return index < m_fault.details.size() ? m_fault.details[index] : none;
    }
    [[nodiscard]] QString detail(std::size_t index) const { return shown(raw(index)); }
    [[nodiscard]] QStringList details() const
    {
        QStringList result;
        for (const std::string& text : m_fault.details)
            result << shown(text);
        return result;
    }
    /// The detail without the quotes of a string.
    [[nodiscard]] QString unquoted(std::size_t index) const
    {
        const QString text = detail(index);
        const QLatin1Char quote('"');
        const bool quoted = text.size() >= 2 && text.startsWith(quote) && text.endsWith(quote);
        return quoted ? text.mid(1, text.size() - 2) : text;
    }

private:
    const core::Fault& m_fault;
};

/// Why the system could not do it: its usual reasons are known by the words of the C locale, any other stays as it is.
QString reason(const QString& text)
{
    static constexpr std::array kReasons{
        QT_TRANSLATE_NOOP("Reason", "No such file or directory"),
        QT_TRANSLATE_NOOP("Reason", "Permission denied"),
        QT_TRANSLATE_NOOP("Reason", "No space left on device"),
        QT_TRANSLATE_NOOP("Reason", "Is a directory"),
        QT_TRANSLATE_NOOP("Reason", "Not a directory"),
        QT_TRANSLATE_NOOP("Reason", "Read-only file system"),
        QT_TRANSLATE_NOOP("Reason", "File too large"),
        QT_TRANSLATE_NOOP("Reason", "File name too long"),
        QT_TRANSLATE_NOOP("Reason", "Disk quota exceeded"),
        QT_TRANSLATE_NOOP("Reason", "Input/output error"),
        QT_TRANSLATE_NOOP("Reason", "Broken pipe"),
    };
    const auto known =
        std::find_if(kReasons.begin(), kReasons.end(), [&](const char* words) { return text == QLatin1String(words); });
    return known == kReasons.end() ? text : QCoreApplication::translate("Reason", *known);
}

QString withGuess(const QString& sentence, const QString& typed, const QString& names)
{
    const QString guess = likelyName(typed, names);
    return guess.isEmpty() ? sentence : joinedSentences({sentence, FaultWords::tr("Did you mean %1?").arg(guess)});
}

QString textFault(FaultCode code, const Parts& parts)
{
    switch (code) {
    case FaultCode::JsonSyntax:
        if (!parts.has(0))
            return FaultWords::tr("The text ends too early. Something is missing, such as a closing bracket or quote.");
        return FaultWords::tr("This is no valid JSON: “%1” was not expected here.").arg(parts.detail(0));
    case FaultCode::NotAnExperiment:
        return FaultWords::tr("This is no Actiscope experiment: the file must be an object that begins with "
                              "\"format\": \"actiscope-experiment\", \"version\": 1.");
    case FaultCode::UnsupportedVersion:
        return FaultWords::tr("The file has version %1, but this program understands version %2. "
                              "A newer Actiscope may be able to open it.")
            .arg(parts.detail(0), parts.detail(1));
    case FaultCode::NestedTooDeep:
        return FaultWords::tr("Brackets are nested too deep: at most %1 levels are allowed.").arg(parts.detail(0));
    case FaultCode::FileTooLarge:
        return FaultWords::tr("The file is too large to be an experiment: at most %1 MB are allowed.")
            .arg(parts.detail(0));
    case FaultCode::DuplicateKey:
        return FaultWords::tr("%1 is given twice, first on line %2. Please remove one of the two.")
            .arg(parts.where(), parts.detail(0));
    case FaultCode::BadExpression:
        return expressionFaultText(parts.details());
    case FaultCode::MissingKey:
        return FaultWords::tr("%1 is missing. Please add it as %2.").arg(parts.where(), typeWords(parts.raw(0)));
    default:
        return {};
    }
}

QString valueFault(FaultCode code, const Parts& parts)
{
    switch (code) {
    case FaultCode::UnknownKey:
        return withGuess(FaultWords::tr("There is no key %1. Allowed there: %2.").arg(parts.where(), parts.detail(0)),
                         parts.key(), parts.detail(0));
    case FaultCode::KeyOfAnotherKind:
        return FaultWords::tr("%1 does not go with %2; it belongs to %3. Please remove it or choose another kind.")
            .arg(parts.where(), parts.detail(0), parts.detail(1));
    case FaultCode::WrongType: {
        QString sentence =
            FaultWords::tr("%1 is %2, but it must be %3.").arg(parts.where(), parts.detail(0), typeWords(parts.raw(1)));
        if (!parts.has(2))
            return sentence;
        return joinedSentences({sentence, FaultWords::tr("To choose a kind, set %1.").arg(parts.detail(2))});
    }
    case FaultCode::OutOfRange:
        return FaultWords::tr("%1 is %2, but it must be %3.").arg(parts.where(), parts.detail(0), parts.detail(1));
    case FaultCode::UnknownName:
        return withGuess(FaultWords::tr("%1 is %2, which is not known here. Please choose one of: %3.")
                             .arg(parts.where(), parts.detail(0), parts.detail(1)),
                         parts.unquoted(0), parts.detail(1));
    case FaultCode::NotHot:
        return FaultWords::tr("%1 cannot change while the network runs. Please remove it from the changes, "
                              "or set it for the whole experiment.")
            .arg(parts.where());
    case FaultCode::DepthFixedByLayers:
        return FaultWords::tr("%1 is %2, but network.layers lists %3 layers one by one. Please make both agree, or "
                              "leave network.layers out.")
            .arg(parts.where(), parts.detail(0), parts.detail(1));
    default:
        return {};
    }
}

QString combinationFault(FaultCode code, const Parts& parts)
{
    switch (code) {
    case FaultCode::NoTrainingSample:
        return FaultWords::tr("No sample is left to train with: the test set takes %2 of %1 samples. "
                              "Please raise data.samples or lower data.test_fraction.")
            .arg(parts.detail(0), parts.detail(1));
    case FaultCode::BatchTooSmall:
        return FaultWords::tr("A batch has %1 sample, but batch normalization needs at least %2. "
                              "Please raise training.batch_size, or the number of samples.")
            .arg(parts.detail(0), parts.detail(1));
    case FaultCode::TooMuchMemory:
        return FaultWords::tr("This experiment would need %1 GB of memory, and %2 GB are allowed. "
                              "Please choose a smaller depth, width, batch or number of samples.")
            .arg(parts.detail(0), parts.detail(1));
    case FaultCode::LossNeedsClasses:
        return FaultWords::tr(
                   "The loss %1 needs classes, but this data has numbers to predict. Please choose one of: %2.")
            .arg(parts.detail(0), parts.detail(1));
    case FaultCode::LossIsBinary:
        return FaultWords::tr("The loss %1 has one output for two classes, but this data has %2 classes. "
                              "Please choose one of: %3.")
            .arg(parts.detail(0), parts.detail(1), parts.detail(2));
    default:
        return {};
    }
}

/// "column “length”" where it has a name; the place before the sentence has its number.
QString inColumn(const Parts& parts, std::size_t name)
{
    return parts.has(name) ? FaultWords::tr("the column “%1”").arg(parts.detail(name)) : FaultWords::tr("this column");
}

QString tableFault(FaultCode code, const Parts& parts)
{
    switch (code) {
    case FaultCode::OpenQuote:
        return FaultWords::tr("A quote is opened here and never closed. Please close it, or double it if it belongs to "
                              "the text.");
    case FaultCode::UnevenRow:
        return FaultWords::tr("This row has %1 cells, but the first row has %2. Please make them equally many.")
            .arg(parts.detail(0), parts.detail(1));
    case FaultCode::MissingCell:
        return FaultWords::tr("The value is missing in %1. Please fill it in, or remove the row.")
            .arg(inColumn(parts, 0));
    case FaultCode::CellNoNumber: {
        const QString sentence =
            FaultWords::tr("“%1” is no number, but %2 needs one.").arg(parts.detail(0), inColumn(parts, 1));
        if (!parts.detail(0).contains(QLatin1Char(',')))
            return sentence;
        return joinedSentences({sentence, FaultWords::tr("Decimals are written with a point, as in 3.14.")});
    }
    case FaultCode::CellNotFinite:
        return FaultWords::tr("“%1” in %2 is no number that can be learned from. Please correct it, or remove the row.")
            .arg(parts.detail(0), inColumn(parts, 1));
    case FaultCode::UnknownColumn:
        return FaultWords::tr("There is no column %1 to be learned. There are: %2. Please correct data.label.")
            .arg(parts.detail(0), parts.detail(1));
    case FaultCode::NoFeature:
        return FaultWords::tr("The table has one column only, but it needs at least one to learn from and one to be "
                              "learned. Is another separator meant?");
    case FaultCode::TooManyClasses:
        return FaultWords::tr("The column to be learned has more than %1 different values, which are too many to be "
                              "classes. Please choose another column in data.label, or regression as data.task.")
            .arg(parts.detail(0));
    case FaultCode::MoreFaults:
        return FaultWords::tr("There are %1 more faults like these.").arg(parts.detail(0));
    default:
        return {};
    }
}

QString fileFault(FaultCode code, const Parts& parts)
{
    switch (code) {
    case FaultCode::NoSamples:
        return FaultWords::tr("%1 has no samples. Please add some.").arg(parts.where());
    case FaultCode::NotText:
        return FaultWords::tr("This is no text in UTF-8. Please save the table as text (CSV, UTF-8) and try again.");
    case FaultCode::OneClass:
        return FaultWords::tr("All samples belong to one class, “%1”. At least two are needed to tell them apart.")
            .arg(parts.detail(0));
    case FaultCode::TooMuchData:
        return FaultWords::tr("This is too much data: at most %1 million numbers are allowed.").arg(parts.detail(0));
    case FaultCode::BrokenArchive:
        return FaultWords::tr("%1 is damaged or cut off. Please fetch it again.").arg(parts.where());
    case FaultCode::NotIdx:
        return (parts.raw(0) == "labels"
                    ? FaultWords::tr("%1 is no IDX file of labels: bytes in one dimension. Are the two files swapped?")
                    : FaultWords::tr("%1 is no IDX file of pictures: bytes in two or three dimensions. Are the two "
                                     "files swapped?"))
            .arg(parts.where());
    case FaultCode::IdxSize:
        return FaultWords::tr("%1 is not as long as its head says: it holds %2 bytes instead of %3. Please fetch it "
                              "again.")
            .arg(parts.where(), parts.detail(0), parts.detail(1));
    case FaultCode::CountsDiffer:
        return FaultWords::tr("There are %1 pictures, but %2 labels in %3. Please choose files that belong together.")
            .arg(parts.detail(0), parts.detail(1), parts.where());
    default:
        return {};
    }
}

/// The file that a fault of data is in: it is not the experiment that has to be corrected.
QString dataFileOf(const core::Fault& fault)
{
    const bool isInTable = fault.code >= FaultCode::NotText && fault.code <= FaultCode::MoreFaults;
    const QString file = QString::fromStdString(fault.where);
    return isInTable && !file.startsWith(QLatin1String("data.")) ? file.section(QLatin1Char('/'), -1) : QString();
}

QString outsideFault(FaultCode code, const Parts& parts)
{
    switch (code) {
    case FaultCode::UnknownPreset:
        return withGuess(
            FaultWords::tr("There is no preset “%1”. Please choose one of: %2.").arg(parts.where(), parts.detail(0)),
            parts.where(), parts.detail(0));
    case FaultCode::Unreadable:
        return FaultWords::tr("%1 cannot be read: %2. Please check the name and the permissions.")
            .arg(parts.where(), reason(parts.detail(0)));
    case FaultCode::Unwritable:
        return FaultWords::tr("%1 cannot be written: %2. Please choose another place, or make room there.")
            .arg(parts.where(), reason(parts.detail(0)));
    case FaultCode::BrokenResource:
        return FaultWords::tr("A part of the program is missing or damaged: %1. Please install Actiscope again.")
            .arg(parts.where());
    case FaultCode::BadArgument:
        return withGuess(
            parts.where().isEmpty()
                ? FaultWords::tr("“%1” does not fit here. Expected: %2.").arg(parts.detail(0), parts.detail(1))
                : FaultWords::tr("%1: “%2” does not fit here. Expected: %3.")
                      .arg(parts.where(), parts.detail(0), parts.detail(1)),
            parts.detail(0), parts.detail(1));
    case FaultCode::TrainerFailed:
        return FaultWords::tr("Something unforeseen happened while training: %1.").arg(parts.detail(0));
    case FaultCode::MissingArgument:
        return FaultWords::tr("%1 is incomplete. Expected: %2.").arg(parts.where(), parts.detail(0));
    default:
        return {};
    }
}

QString sentenceOf(const core::Fault& fault)
{
    const Parts parts(fault);
    for (const auto words : {textFault, valueFault, combinationFault, tableFault, fileFault, outsideFault})
        if (QString sentence = words(fault.code, parts); !sentence.isEmpty())
            return sentence;
    return {};
}

/// How many letters must be changed, put in or left out to come from one word to the other (Levenshtein 1966).
int editDistance(const QString& from, const QString& to)
{
    std::vector<int> row(static_cast<std::size_t>(to.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (int i = 0; i < from.size(); ++i) {
        int diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int change = diagonal + (from[i] == to[static_cast<int>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

QString faultText(const core::Fault& fault, const QString& document)
{
    const QString sentence = sentenceOf(fault);
    QStringList place;
    if (const QString file = dataFileOf(fault); !file.isEmpty() && document.isEmpty() && !sentence.contains(file))
        place << file;
    // What speaks of a whole file names it itself.
    if (!document.isEmpty() && !sentence.contains(document))
        place << document;
    if (fault.line > 0)
        place << FaultWords::tr("line %1").arg(fault.line);
    // The column of a typed formula counts in the formula, wherever that stands.
    if (fault.column > 0 && fault.code == core::FaultCode::BadExpression && !fault.where.empty())
        place << fromCore(fault.where);
    if (fault.column > 0)
        place << FaultWords::tr("column %1").arg(fault.column);
    return place.isEmpty() ? sentence : FaultWords::tr("%1: %2").arg(place.join(FaultWords::tr(", ")), sentence);
}

QStringList faultTexts(const core::Faults& faults, const QString& document)
{
    QStringList texts;
    for (const core::Fault& fault : faults)
        texts << faultText(fault, document);
    return texts;
}

QString likelyName(const QString& typed, const QString& names)
{
    constexpr int kLongest = 40;
    QString best;
    int bestDistance = 3; // more than two slips are another word
    if (typed.size() > kLongest)
        return best;
    for (const QString& name : names.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const int distance = editDistance(typed, name);
        if (distance < bestDistance && distance < name.size()) {
            best = name;
            bestDistance = distance;
        }
    }
    return best;
}

} // namespace ui
