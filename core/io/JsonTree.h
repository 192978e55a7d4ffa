// SPDX-License-Identifier: GPL-3.0-or-later
// JSON text as a tree that remembers the line of every key and value, so that faults can name their place. Used by
// ConfigJson on the thread that reads a file. Hostile texts (deep nesting, broken UTF-8, half a file) end in faults,
// never in recursion.
#pragma once

#include "core/base/Result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core
{

struct JsonMember;

struct JsonNode {
    enum class Kind { Null, Boolean, Number, String, Array, Object };
    Kind kind = Kind::Null;
    bool truth = false;
    double number = 0;
    std::string text;                ///< a string's characters; a number as it was written
    std::vector<JsonMember> members; ///< of an object in order of appearance; of an array with empty keys
    int line = 1;

    /// As messages show it: "…" for strings, {…} and […] for what is too long to show.
    [[nodiscard]] std::string shown() const;
};

struct JsonMember {
    std::string key;
    int line = 1;
    JsonNode value;
};

inline constexpr std::size_t kDeepestNesting = 32;

/// Faults: JsonSyntax, NestedTooDeep, DuplicateKey, and OutOfRange for a number that no double can hold.
/// A text with duplicate keys only still gives a tree: `duplicates` takes them.
Result<JsonNode> parseJson(std::string_view text, Faults& duplicates);

/// The value as JSON text without spaces; numbers as they were written.
std::string compactText(const JsonNode& node);

/// The numbers of a list, or nothing if there is anything else in it.
std::optional<std::vector<double>> numbersOf(const JsonNode& list);

/// "network" and "depth" → "network.depth"; "" and "seed" → "seed".
std::string joinPath(std::string_view group, std::string_view key);

} // namespace core
