// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/FaultWords.h"

#include "ui/base/ExpressionWords.h"
#include "ui/base/FaultParts.h"
#include "ui/base/Words.h"

#include <algorithm>
#include <array>

namespace ui
{

namespace
{

using core::FaultCode;

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
    if (type == "layers")
        return FaultWords::tr("a list of objects, one for each hidden layer");
    if (type == "column")
        return FaultWords::tr("the name of a column, or its number from 0");
    if (type == "point")
        return FaultWords::tr("a point [x, y, class]");
    return shownText(type);
}

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

QString textFault(FaultCode code, const FaultParts& parts)
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

QString valueFault(FaultCode code, const FaultParts& parts)
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

QString combinationFault(FaultCode code, const FaultParts& parts)
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

/// The file that a fault of data is in: it is not the experiment that has to be corrected.
QString dataFileOf(const core::Fault& fault)
{
    const bool isInTable = fault.code >= FaultCode::NotText && fault.code <= FaultCode::MoreFaults;
    const QString file = QString::fromStdString(fault.where);
    const bool isFile = isInTable && !file.isEmpty() && !file.startsWith(QLatin1String("data."));
    return isFile ? file.section(QLatin1Char('/'), -1) : QString();
}

QString outsideFault(FaultCode code, const FaultParts& parts)
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
    const FaultParts parts(fault);
    for (const auto words : {textFault, valueFault, combinationFault, dataFaultText, outsideFault})
        if (QString sentence = words(fault.code, parts); !sentence.isEmpty())
            return sentence;
    return {};
}

} // namespace

QString faultText(const core::Fault& fault, const QString& document)
{
    const QString sentence = sentenceOf(fault);
    QStringList place;
    // What speaks of a whole file names it itself.
    const auto isNamed = [&](const QString& file) { return fromCore(fault.where) == file && sentence.contains(file); };
    if (const QString file = dataFileOf(fault);
        !file.isEmpty() && document.isEmpty() && !isNamed(fromCore(fault.where)))
        place << file;
    if (!document.isEmpty() && !isNamed(document))
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

} // namespace ui
