// SPDX-License-Identifier: GPL-3.0-or-later
// What the diagnosis has found, in words: a name, a sentence with its numbers, an explanation with formula, threshold
// and what other tools go by, and the words of the cures. Used by DiagnosisStrip and DiagnosisPanel, on the GUI thread.
#pragma once

#include "core/analysis/Cures.h"
#include "core/analysis/Diagnosis.h"

#include <QString>

#include <string_view>
#include <vector>

namespace ui
{

/// "Vanishing gradient"
QString findingTitle(const core::Finding& finding);
/// "Alarm: Vanishing gradient"
QString findingHeading(const core::Finding& finding);
/// "Layer 1 receives 0.00003 of the gradient of layer 8." The snapshot is the moment of the finding.
QString findingSentence(const core::Finding& finding, const core::Snapshot& snapshot);
/// "dead units / units = 0.8 ≥ 0.75", formula, number and threshold; without them where the rule has no threshold.
QString findingEvidence(const core::Finding& finding);
/// "Since step 120."
QString findingSince(const core::Finding& finding);
/// Rich text: since when, formula with number and threshold, what it means, and what others go by.
QString findingExplanation(const core::Finding& finding);

/// What the button says: "ReLU with He weights".
QString cureLabel(const core::Cure& cure);
/// What it does and why that helps, with the settings that it changes.
QString cureHelp(const core::Cure& cure);

/// The tables behind these functions: one row a rule or a cure, still in English and marked for translation.
struct FindingWordsRow {
    std::string_view code;
    const char* title;
    const char* formula; ///< of the value
    const char* meaning;
    const char* others; ///< thresholds that other tools use; nullptr: none are known
};
const std::vector<FindingWordsRow>& findingWordsTable();

struct CureWordsRow {
    std::string_view code;
    const char* label; ///< %1: the value that is set, where there is one
    const char* help;
};
const std::vector<CureWordsRow>& cureWordsTable();

} // namespace ui
