// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong through a user's or a file's fault, as values: a code, where, and details, but no words. The words
// are made in ui/base/Words, in the user's language. Used everywhere, on every thread.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace core
{

/// The comment behind each code lists what `Fault::details` holds.
enum class FaultCode {
    JsonSyntax,         ///< what the parser met
    NotAnExperiment,    ///< –  the file is JSON, but no actiscope-experiment
    UnsupportedVersion, ///< the version found, the version understood
    NestedTooDeep,      ///< deepest nesting allowed
    UnknownKey,         ///< the keys allowed there, comma-separated
    KeyOfAnotherKind,   ///< the kind chosen, the kinds that have this key
    DuplicateKey,       ///< line of its first occurrence
    WrongType,          ///< the value found, the type expected: number, integer, boolean, string, object, array
    OutOfRange,         ///< the value, the allowed interval, e.g. "0 … 1000" or "(0, 1e9]"
    UnknownName,        ///< the value, the names allowed, comma-separated
    NotHot,             ///< –  a recorded change of a key that cannot change while running
    DepthFixedByLayers, ///< the depth, the number of layers that network.layers lists
    NoTrainingSample,   ///< samples in all, test fraction
    BatchTooSmall,      ///< batch size, least size with batch normalisation
    TooMuchMemory,      ///< gigabytes needed, gigabytes allowed
    LossNeedsClasses,   ///< the loss chosen, the losses that fit
    LossIsBinary,       ///< the loss chosen, the number of classes, the losses that fit
    UnknownPreset,      ///< the presets there are, comma-separated
    Unreadable,         ///< the system's reason
    Unwritable,         ///< the system's reason
    BrokenResource,     ///< –  a bundled file is missing or damaged
    BadArgument,        ///< the argument, what is expected there
    TrainerFailed,      ///< the system's reason; the training thread goes on
    MissingArgument,    ///< what is expected there
    FileTooLarge,       ///< megabytes allowed
    MissingKey,         ///< the type expected
    // Of data files: `where` is the file, line and column (of cells, not characters) say where in it.
    NoSamples,      ///< –  nothing in it but perhaps a header
    NotText,        ///< –  bytes that are no text in UTF-8
    OpenQuote,      ///< –  a quoted cell never ends
    UnevenRow,      ///< cells found, cells expected
    MissingCell,    ///< name of the column, may be empty
    CellNoNumber,   ///< the text, name of the column, may be empty
    CellNotFinite,  ///< the text, name of the column: a number that no float holds
    UnknownColumn,  ///< the column wanted, the columns there are, comma-separated
    NoFeature,      ///< –  there is one column only
    OneClass,       ///< the class that all samples have
    TooManyClasses, ///< classes allowed
    TooMuchData,    ///< millions of numbers allowed
    MoreFaults,     ///< how many faults of this file are not told
    BrokenArchive,  ///< –  a gzipped file is damaged or cut off
    NotIdx,         ///< what it must be: images, labels
    IdxSize,        ///< bytes of content found, bytes that its head promises
    CountsDiffer,   ///< images, labels
    BadExpression,  ///< what was met, the mistake, and what helps; the mistakes are listed in ExpressionParser.h
};

/// One fault. `where` is a JSON path ("network.depth"), a file name or an argument; line and column count from 1, 0 =
/// none; `length` is how many characters from there are at fault, where that is known.
struct Fault {
    FaultCode code{};
    std::string where;
    std::vector<std::string> details;
    int line = 0;
    int column = 0;
    int length = 0;
};

using Faults = std::vector<Fault>;

/// Either a value or the faults that prevented it (at least one).
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Fault fault)
        : m_state(std::in_place_index<1>, Faults{std::move(fault)})
    {
    }
    Result(Faults faults)
        : m_state(std::in_place_index<1>, std::move(faults))
    {
        assert(!this->faults().empty());
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T& value() &
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] const T& value() const&
    {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T&& value() &&
    {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    [[nodiscard]] const Faults& faults() const
    {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }

private:
    std::variant<T, Faults> m_state;
};

/// Success without a value, or the faults.
struct Done {
};
using Outcome = Result<Done>;

} // namespace core
