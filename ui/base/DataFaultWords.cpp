// SPDX-License-Identifier: GPL-3.0-or-later
// The part of FaultWords about data: tables, pictures and their archives.
#include "ui/base/FaultParts.h"
#include "ui/base/Words.h"

namespace ui
{

using core::FaultCode;

namespace
{

/// "column “length”" where it has a name; the place before the sentence has its number.
QString inColumn(const FaultParts& parts, std::size_t name)
{
    return parts.has(name) ? FaultWords::tr("the column “%1”").arg(parts.detail(name)) : FaultWords::tr("this column");
}

QString tableFault(FaultCode code, const FaultParts& parts)
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

QString fileFault(FaultCode code, const FaultParts& parts)
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

} // namespace

QString dataFaultText(FaultCode code, const FaultParts& parts)
{
    const QString ofTable = tableFault(code, parts);
    return ofTable.isEmpty() ? fileFault(code, parts) : ofTable;
}

} // namespace ui
