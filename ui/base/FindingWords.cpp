// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/FindingWords.h"

#include "core/train/ConfigFields.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>
#include <map>

namespace ui
{

namespace
{

/// The context of this file's sentences.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(FindingWords)
};

QString words(const char* text)
{
    return text ? QCoreApplication::translate("FindingWords", text) : QString();
}

template <class Row>
const Row* rowOf(const std::vector<Row>& table, std::string_view code)
{
    const auto found = std::find_if(table.begin(), table.end(), [&](const Row& row) { return row.code == code; });
    return found == table.end() ? nullptr : &*found;
}

QString number(const core::Finding& finding, std::string_view name = "value", int digits = 2)
{
    return spokenNumber(finding.number(name), digits);
}

QString share(const core::Finding& finding, std::string_view name = "value")
{
    return percentText(finding.number(name));
}

/// How the value stands to its threshold.
QString comparison(core::Direction direction)
{
    return direction == core::Direction::Below     ? QStringLiteral("<")
           : direction == core::Direction::AtLeast ? QStringLiteral("≥")
                                                   : QStringLiteral(">");
}

QString quantityWords(core::Quantity quantity)
{
    switch (quantity) {
    case core::Quantity::Z:
        return Sentences::tr("the pre-activation z");
    case core::Quantity::Loss:
        return Sentences::tr("the loss");
    case core::Quantity::Delta:
        return Sentences::tr("the gradient delta");
    case core::Quantity::Parameter:
        break;
    }
    return Sentences::tr("a weight or bias");
}

QString divergedSentence(const core::Finding& finding, int depth)
{
    const QString where =
        finding.layer > depth ? Sentences::tr("the output layer") : Sentences::tr("layer %1").arg(finding.layer);
    return Sentences::tr("At step %1, in %2, %3 was no longer a finite number.")
        .arg(countText(finding.step), where, quantityWords(finding.quantity.value_or(core::Quantity::Z)));
}

QString vanishingSentence(const core::Finding& finding, int depth)
{
    if (finding.number("value") == 0)
        return Sentences::tr("No gradient at all reaches layer 1.");
    return Sentences::tr("Layer 1 receives %1 of the gradient of layer %2.")
        .arg(number(finding, "value", 1))
        .arg(depth);
}

QString classesSentence(const core::Finding& finding, const core::Snapshot& snapshot)
{
    const auto first = static_cast<std::size_t>(finding.number("first_missing"));
    const bool hasName = snapshot.data && first < snapshot.data->classNames.size();
    const QString name = hasName ? QString::fromStdString(snapshot.data->classNames[first]) : QString::number(first);
    return Sentences::tr("%1 of %2 classes are the answer to no sample, “%3” first.")
        .arg(number(finding, "missing"), number(finding, "classes"), name);
}

QString settingsText(const core::Cure& cure)
{
    QStringList texts;
    for (const core::Setting& setting : cure.settings)
        if (!setting.key.starts_with(core::kLayersPrefix))
            texts << settingText(setting);
    return texts.join(QStringLiteral(" · "));
}

/// What a cure sets first, for its label.
QString cureNumber(const core::Cure& cure)
{
    const auto* value = cure.settings.empty() ? nullptr : std::get_if<double>(&cure.settings.front().value);
    return value ? exactNumber(*value) : QString();
}

} // namespace

QString findingTitle(const core::Finding& finding)
{
    const FindingWordsRow* row = rowOf(findingWordsTable(), finding.code);
    return row ? words(row->title) : fromCore(finding.code);
}

QString findingSentence(const core::Finding& finding, const core::Snapshot& snapshot)
{
    const auto depth = static_cast<int>(snapshot.layers.size());
    using Sentence = std::function<QString()>;
    const std::map<std::string_view, Sentence> sentences{
        {"diverged", [&] { return divergedSentence(finding, depth); }},
        {"vanishing", [&] { return vanishingSentence(finding, depth); }},
        {"exploding",
         [&] {
             return Sentences::tr("Layer 1 receives %1 times the gradient of layer %2.")
                 .arg(number(finding))
                 .arg(depth);
         }},
        {"dead",
         [&] {
             return Sentences::tr("In layer %1, %2 of the units have no derivative on any sample, and learn nothing.")
                 .arg(finding.layer)
                 .arg(share(finding));
         }},
        {"collapsed",
         [&] {
             return Sentences::tr("Layer %1 hardly tells the samples apart: its units differ by %2 among them.")
                 .arg(finding.layer)
                 .arg(number(finding));
         }},
        {"saturated",
         [&] {
             return Sentences::tr("In layer %1, %2 of the values lie where the activation is nearly flat.")
                 .arg(finding.layer)
                 .arg(share(finding));
         }},
        {"asleep",
         [&] {
             return Sentences::tr("In layer %1, %2 of the units are on their weak side on every sample.")
                 .arg(finding.layer)
                 .arg(share(finding));
         }},
        {"learning_rate_high",
         [&] {
             return Sentences::tr("Each step changes the weights by about %1 of their size.").arg(number(finding));
         }},
        {"learning_rate_low",
         [&] { return Sentences::tr("No layer changes by more than %1 of its size in a step.").arg(number(finding)); }},
        {"plateau",
         [&] {
             return Sentences::tr("For %1 steps the loss has not fallen; it is %2, and %3 is that of knowing nothing.")
                 .arg(countText(static_cast<qint64>(finding.number("value"))), number(finding, "loss"),
                      number(finding, "baseline_loss"));
         }},
        {"classes_never_predicted", [&] { return classesSentence(finding, snapshot); }},
        {"poor_initialization",
         [&] {
             return Sentences::
                 tr("Before the first step, z differs from sample to sample by %1 in layer 1 and by %2 in layer %3.")
                     .arg(number(finding, "z_std_first"), number(finding, "z_std_layer"))
                     .arg(finding.layer);
         }},
        {"overfitting",
         [&] {
             return Sentences::tr("The test loss is %1, the training loss only %2.")
                 .arg(number(finding, "test_loss"), number(finding, "train_loss"));
         }},
        {"useless_depth",
         [&] {
             return Sentences::tr("%1 layers without a non-linearity can do no more than one.").arg(number(finding));
         }},
    };
    const auto found = sentences.find(finding.code);
    return found == sentences.end() ? QString() : found->second();
}

QString findingHeading(const core::Finding& finding)
{
    const QString word = finding.severity == core::Severity::Alarm ? Sentences::tr("Alarm") : Sentences::tr("Notice");
    return Sentences::tr("%1: %2", "a severity and the name of a finding").arg(word, findingTitle(finding));
}

QString findingEvidence(const core::Finding& finding)
{
    const FindingWordsRow* row = rowOf(findingWordsTable(), finding.code);
    if (!row)
        return {};
    const core::DiagnosisRule& rule = core::ruleOf(finding);
    if (rule.thresholds == nullptr)
        return words(row->formula);
    return QStringLiteral("%1 = %2 %3 %4")
        .arg(words(row->formula), readableNumber(finding.number("value")), comparison(rule.direction),
             readableNumber(finding.number("threshold")));
}

QString findingSince(const core::Finding& finding)
{
    return Sentences::tr("Since step %1.").arg(countText(finding.step));
}

QString findingExplanation(const core::Finding& finding)
{
    const FindingWordsRow* row = rowOf(findingWordsTable(), finding.code);
    if (!row)
        return {};
    const core::DiagnosisRule& rule = core::ruleOf(finding);
    QString formula = words(row->formula).toHtmlEscaped();
    if (rule.thresholds != nullptr)
        formula += QStringLiteral(" = <b>%1</b> %2 %3")
                       .arg(readableNumber(finding.number("value")), comparison(rule.direction).toHtmlEscaped(),
                            readableNumber(finding.number("threshold")));
    QString html = QStringLiteral("<p>%1</p><p>%2</p>").arg(words(row->meaning).toHtmlEscaped(), formula);
    QStringList ends{findingSince(finding)};
    if (rule.thresholds != nullptr)
        ends << Sentences::tr("The thresholds stand in the experiment's file under diagnosis.%1.")
                    .arg(fromCore(finding.code));
    html += QStringLiteral("<p>%1</p>").arg(joinedSentences(ends).toHtmlEscaped());
    if (row->others)
        html +=
            QStringLiteral("<p>%1 %2</p>").arg(Sentences::tr("What others go by:"), words(row->others).toHtmlEscaped());
    return html;
}

QString cureLabel(const core::Cure& cure)
{
    const CureWordsRow* row = rowOf(cureWordsTable(), cure.code);
    if (!row)
        return fromCore(cure.code);
    const QString label = words(row->label);
    return label.contains(QStringLiteral("%1")) ? label.arg(cureNumber(cure)) : label;
}

QString cureHelp(const core::Cure& cure)
{
    const CureWordsRow* row = rowOf(cureWordsTable(), cure.code);
    const QString help = row ? words(row->help) : QString();
    return joinedSentences({help, Sentences::tr("Sets: %1.").arg(settingsText(cure))});
}

} // namespace ui
