// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of everything that can be set in an experiment: path, type, range, hot or not, and how to read and
// write it in an ExperimentConfig. The experiment file, --set, recorded changes, the check of ranges and the window's
// editors all use it.
#pragma once

#include "core/base/Catalogue.h"
#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace core
{

enum class FieldType {
    Number,
    Integer,
    Boolean,
    Text,
    Name,   ///< one of `names`
    Column, ///< of a table: its name, or its number from 0; negative numbers count from the last
    Points, ///< rows of three numbers: x, y, class
    Layers, ///< an object for each hidden layer; here only whether there are any: true or false
};

struct Field {
    std::string path; ///< "optimizer.learning_rate"
    FieldType type = FieldType::Number;
    double minimum = 0;
    double maximum = 0;
    bool minimumAllowed = true;
    std::vector<std::string> names; ///< Name: what is allowed
    Scale scale = Scale::Linear;
    double sliderMinimum = 0;
    double sliderMaximum = 0;
    Value defaultValue;
    bool hot = false;       ///< may change while the network runs; else a change rebuilds
    bool optional = false;  ///< setting it to monostate takes the value back to what the other keys imply
    bool isKind = false;    ///< chooses the row whose parameters are the sibling fields
    bool used = true;       ///< false: accepted, but without effect for the kinds chosen; not written to files
    bool isFormula = false; ///< a text that must be understood by core/nn/Expression
    bool implied = false;   ///< of a layer that has no value of its own here: the network's is in force; not written
    /// The value in force; monostate only where nothing is implied (data.seed).
    std::function<Value(const ExperimentConfig&)> get;
    std::function<void(ExperimentConfig&, const Value&)> set;

    /// "number", "integer", "boolean", "string", "column" or "array".
    [[nodiscard]] std::string_view typeName() const;
    /// The allowed values as text: "0 … 1000", "(0, 1e9]", "moons, circles, …".
    [[nodiscard]] std::string allowed() const;
    /// Whether `value` has the right type and range. Faults: WrongType, OutOfRange, UnknownName; of points the first
    /// that is wrong.
    [[nodiscard]] Outcome check(const Value& value) const;
};

/// All fields that an experiment with these kinds has, in the order of the file. `changes` is not among them.
std::vector<Field> configFields(const ExperimentConfig& config);

/// Every field that there can be but those of single layers: the default experiment's, each followed by those that
/// other kinds bring.
std::vector<Field> fieldsOfAllKinds();

/// The fields of `to`, and those of its layers if `from` lists its own: what a layer has lost differs as well.
std::vector<Field> fieldsOfEither(const ExperimentConfig& from, const ExperimentConfig& to);

/// The field with this path (or short form), or nullptr.
const Field* findField(const std::vector<Field>& fields, std::string_view path);

/// Where a file may write a bare value instead of an object: "loss" → its field ".kind", "network.dropout" → its field
/// ".rate". Any other path is returned as it is.
std::string shortForm(std::string_view path);
/// The same where the value is known: a bare word is a kind, "network.dropout": "alpha_dropout".
std::string fullPath(std::string_view path, const Value& value);

/// "network.layers.": what the paths of single layers begin with, followed by the layer's index from 0.
inline constexpr std::string_view kLayersPrefix = "network.layers.";
/// Beyond it no network goes.
inline constexpr std::size_t kMostLayers = 1000;

/// What may follow `group` ("network", "" for the top), comma-separated; empty if nothing does.
std::string keysIn(const std::vector<Field>& fields, std::string_view group);

/// The kinds for which `path` would be a field, comma-separated; empty if for none (an unknown key).
std::string kindsWithField(const ExperimentConfig& config, std::string_view path);

/// The field that decides which fields there are beside `path`, or nullptr.
const Field* kindFieldBeside(const std::vector<Field>& fields, std::string_view path);

/// Sets one field. A kind resets its object to that kind's defaults and keeps what was set and the new kind also has.
/// Faults: UnknownKey, KeyOfAnotherKind, WrongType, OutOfRange, UnknownName; the config is then as it was.
Outcome applySetting(ExperimentConfig& config, const Setting& setting);
/// The same for many settings in a row: `fields` are the config's, to be made anew when a kind was set.
Outcome applySetting(ExperimentConfig& config, const std::vector<Field>& fields, const Setting& setting);

/// Applies all kinds first, then the rest in their order; reports every fault.
Result<ExperimentConfig> withSettings(ExperimentConfig config, const std::vector<Setting>& settings);

/// The settings with all kinds moved to the front. Kinds are the same in all experiments: any config's fields will do.
std::vector<Setting> kindsFirst(std::vector<Setting> settings, const std::vector<Field>& fields);

/// What has to be set to come from one config to the other (fields only, kinds first).
std::vector<Setting> differences(const ExperimentConfig& from, const ExperimentConfig& to);

/// Those of the differences that a replay of the run needs: not how it is called, nor how fast it is watched.
std::vector<Setting> recordedDifferences(const ExperimentConfig& from, const ExperimentConfig& to);

/// The value as messages show it: numbers shortest, words in quotes.
std::string valueText(const Value& value);
/// "[1, 2, 0]"; long rows are cut off.
std::string rowText(const std::vector<double>& row);

} // namespace core
