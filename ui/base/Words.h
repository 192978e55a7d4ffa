// SPDX-License-Identifier: GPL-3.0-or-later
// From the ids of core to words in the user's language: what a setting is called and what it does, what a kind of
// activation, initializer … is called, and what it is like. Core has no words; everything that a person reads about an
// id comes from here. Used by controls, dialogs, panels and the command line's help, on the GUI thread (or the only
// one).
#pragma once

#include "core/config/ExperimentConfig.h"

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace ui
{

/// The name of a setting ("optimizer.learning_rate" → "Learning rate"). An id without words is shown as itself, made
/// readable.
QString fieldLabel(std::string_view path);
/// What the setting does and which values are usual, in a few sentences.
QString fieldHelp(std::string_view path);
/// Both in English in every language, for what programs read.
QString englishFieldLabel(std::string_view path);
QString englishFieldHelp(std::string_view path);
bool hasFieldWords(std::string_view path);
/// The path by which a setting of a single layer has its words: "network.layers.3.activation.kind" →
/// "network.activation.kind". Any other path is returned as it is.
std::string commonPath(std::string_view path);

/// The setting that chooses the activation, and what the paths of all begin with that belong to it.
inline constexpr const char* kActivationKind = "network.activation.kind";
inline constexpr const char* kActivationPrefix = "network.activation.";

/// A setting with its value: "Depth 12", "Activation: Leaky ReLU", "Standardize: on".
QString settingText(const core::Setting& setting);

/// The name of a kind: kindName("network.activation.kind", "leaky_relu") → "Leaky ReLU".
QString kindName(std::string_view path, std::string_view id);
/// The same in English in every language, for what programs read.
QString englishKindName(std::string_view path, std::string_view id);
/// The kind in a few sentences, with the facts of its catalogue row.
QString kindHelp(std::string_view path, std::string_view id);
/// The sentences alone, in English in every language.
QString englishKindHelp(std::string_view path, std::string_view id);
/// Its formula in plain text, or empty.
QString kindFormula(std::string_view path, std::string_view id);
bool hasKindWords(std::string_view path, std::string_view id);

/// A text of core's catalogues (a formula, where a kink is …) with its words in the user's language.
QString catalogueText(std::string_view text);

/// The title of an experiment: a bundled one's in the user's language, any other as its author wrote it.
QString experimentTitle(std::string_view title);
/// What stands before its colon; the rest explains.
QString shortTitle(const QString& title);

/// Sentences one after another; Chinese ones need no space between them, as their full stop brings its own.
QString joinedSentences(const QStringList& sentences);

/// A name and a text as a tool tip that breaks its lines.
QString toolTipText(const QString& name, const QString& text);

/// Text of core (always UTF-8) for Qt.
QString fromCore(std::string_view text);

/// The tables behind these functions: one row an id, the words still in English and marked for translation.
struct FieldWords {
    std::string_view path;
    const char* label;
    const char* help;
};
const std::vector<FieldWords>& fieldWordsTable();
/// The part of it that is the diagnosis's.
std::vector<FieldWords> thresholdWords();

struct KindWords {
    std::string_view path; ///< of the field that chooses among these kinds
    std::string_view id;
    const char* name; ///< nullptr: the catalogue's own name, the same in all languages
    const char* help;
};
const std::vector<KindWords>& kindWordsTable();
const std::vector<const char*>& catalogueTexts();
const std::vector<const char*>& presetTitles();

} // namespace ui
