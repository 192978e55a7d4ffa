// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Report that says in sentences what the numbers support, and no more.
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/report/ComparisonWords.h"
#include "ui/report/ReportParts.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace ui
{

namespace
{

constexpr qsizetype kMostNames = 12;

/// The context of this file's words.
struct SentenceWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ReportSentences)
};

/// All of them, unless that would be no sentence any more.
QString namesText(const QStringList& names)
{
    if (names.size() <= kMostNames)
        return listOfNames(names);
    return SentenceWords::tr("%1 and %2 more")
        .arg(names.mid(0, kMostNames).join(SentenceWords::tr(", ")))
        .arg(names.size() - kMostNames);
}

/// The names of a group's contenders, in the order of the ranking, that got this verdict.
QStringList namesWith(core::Verdict verdict, const core::Comparison& comparison, const QStringList& names)
{
    QStringList found;
    for (const std::size_t at : comparison.ranking)
        if (comparison.verdicts[at] == verdict)
            found << names[static_cast<qsizetype>(at)];
    return found;
}

QString divergenceSentence(const ComparedSweep& sweep)
{
    int runs = 0;
    int diverged = 0;
    QStringList names;
    for (const ContenderGroup& group : sweep.groups)
        for (std::size_t at = 0; at < group.contenders.size(); ++at) {
            const auto& all = group.contenders[at].runs;
            const auto count = static_cast<int>(std::count_if(all.begin(), all.end(), [](const auto& run) {
                return run.second && run.second->status == core::RunStatus::Diverged;
            }));
            runs += static_cast<int>(all.size());
            diverged += count;
            if (count == 0)
                continue;
            const QString name = group.names[static_cast<qsizetype>(at)];
            const QString full = group.title.isEmpty() ? name : SentenceWords::tr("%1 with %2").arg(name, group.title);
            names << SentenceWords::tr("%1 (%2 of %3)").arg(full).arg(count).arg(all.size());
        }
    if (diverged == 0)
        return SentenceWords::tr("No run diverged.");
    return SentenceWords::tr("%1 of %2 runs diverged: %3.").arg(diverged).arg(runs).arg(namesText(names));
}

/// Who is worse than the leader and who is not, so far as that can be said.
QStringList verdictSentences(const core::Comparison& comparison, const QStringList& names)
{
    const bool isSpeed = comparison.measure.info->ofAccuracy;
    const QStringList behind = namesWith(core::Verdict::WorseBeyondNoise, comparison, names);
    const QStringList equal = namesWith(core::Verdict::NotToldApart, comparison, names);
    const QStringList unknown = namesWith(core::Verdict::TooFewSeeds, comparison, names);
    QStringList sentences;
    if (!behind.isEmpty() && equal.isEmpty() && unknown.isEmpty())
        sentences << (isSpeed ? SentenceWords::tr("All others are slower beyond noise: %1.")
                              : SentenceWords::tr("All others are worse beyond noise: %1."))
                         .arg(namesText(behind));
    else if (!behind.isEmpty())
        sentences << (isSpeed ? SentenceWords::tr("Slower beyond noise: %1.")
                              : SentenceWords::tr("Worse beyond noise: %1."))
                         .arg(namesText(behind));
    if (!equal.isEmpty() && behind.isEmpty() && unknown.isEmpty())
        sentences << SentenceWords::tr(
            "But that is within the noise of the seeds: no other can be told apart from it.");
    else if (!equal.isEmpty())
        sentences << SentenceWords::tr("Cannot be told apart from it: %1.").arg(namesText(equal));
    if (!unknown.isEmpty())
        sentences << SentenceWords::tr("With fewer than %1 seeds in common nothing can be said about chance: %2.")
                         .arg(core::kFewestSeeds)
                         .arg(namesText(unknown));
    return sentences;
}

/// "Optimizer: Adam. The best …": of one measure within one group.
QString groupSentences(const core::Comparison& comparison, const ContenderGroup& group,
                       std::span<const double> accuracies)
{
    if (group.contenders.size() > kMostCompared)
        return SentenceWords::tr(
                   "%1: %2 contenders are too many to be compared each with each; they stand in the order "
                   "of their medians.")
            .arg(measureName(comparison.measure, accuracies))
            .arg(group.contenders.size());
    if (comparison.ranking.empty())
        return {};
    const std::size_t leader = comparison.ranking.front();
    const core::Summary& summary = comparison.summaries[leader];
    if (!summary.mean)
        return {}; // nobody has a number: there is no best
    const core::MeasureInfo& info = *comparison.measure.info;
    const QString name = group.names[static_cast<qsizetype>(leader)];
    const QString mean = measureText(info, *summary.mean);
    QStringList sentences;
    if (group.contenders.size() == 1)
        sentences << SentenceWords::tr("%1: %2 on average.").arg(name, mean);
    else if (info.ofAccuracy)
        sentences << (summary.worst == 0
                          ? SentenceWords::tr("The fastest is %1, with %2 steps on average.").arg(name, mean)
                          : SentenceWords::tr("The fastest is %1, with %2 steps on average of the %3 of %4 runs that "
                                              "got there.")
                                .arg(name, mean)
                                .arg(summary.count)
                                .arg(summary.count + summary.worst));
    else
        sentences << SentenceWords::tr("%1: %2 has the best average, %3.")
                         .arg(measureName(comparison.measure, accuracies), name, mean);
    const QString text = joinedSentences(sentences + verdictSentences(comparison, group.names));
    return group.title.isEmpty() ? text : SentenceWords::tr("%1 – %2").arg(group.title, text);
}

QString reachedSentence(const MeasureResult& result, const core::SweepTable& table)
{
    int reached = 0;
    int runs = 0;
    for (const core::Comparison& comparison : result.byGroup)
        for (const core::Summary& summary : comparison.summaries) {
            reached += summary.count;
            runs += summary.count + summary.worst;
        }
    return SentenceWords::tr("%1 of %2 runs reached %3 % accuracy.")
        .arg(reached)
        .arg(runs)
        .arg(readableNumber(100 * table.accuracies[result.measure.accuracy], 4));
}

/// What one measure says, a text for each group.
QStringList resultSentences(const ComparedSweep& sweep, const MeasureResult& result)
{
    QStringList texts;
    for (std::size_t at = 0; at < sweep.groups.size(); ++at)
        if (const QString text = groupSentences(result.byGroup[at], sweep.groups[at], sweep.table.accuracies);
            !text.isEmpty())
            texts << text;
    return texts;
}

} // namespace

QStringList summarySentences(const ComparedSweep& sweep)
{
    QStringList sentences;
    if (const MeasureResult* main = sweep.main())
        sentences << resultSentences(sweep, *main);
    for (const MeasureResult& result : sweep.results) {
        if (!result.measure.info->ofAccuracy)
            continue;
        const QString reached = reachedSentence(result, sweep.table);
        const QStringList texts = resultSentences(sweep, result);
        if (sweep.groups.size() == 1)
            sentences << joinedSentences(QStringList{reached} + texts);
        else
            sentences << reached << texts;
    }
    sentences << divergenceSentence(sweep);
    return sentences;
}

QStringList methodSentences(const ComparedSweep& sweep)
{
    QStringList sentences{
        SentenceWords::tr("Every contender was trained with the same seeds: data, initial weights and the order of the "
                          "samples change from seed to seed, and are compared seed by seed."),
        SentenceWords::tr(
            "Contenders are ranked by what runs end with, not by the best they passed through. A run that "
            "diverged counts as worse than every number, and one that never reached an accuracy as slower "
            "than every other; none is dropped or averaged away. Medians and quartiles are those of all "
            "runs, means and standard deviations (n − 1) those of the runs that have a number."),
        SentenceWords::tr("Differences are judged by paired t tests over the seeds, from %1 seeds on by a studentised "
                          "bootstrap, with Holm's correction over all pairs: the chance that one difference or more is "
                          "wrongly called real is at most %2 %. A run that never reached an accuracy is taken as if it "
                          "had needed all its steps; where runs diverged, how often they did is compared instead.")
            .arg(core::kSeedsForBootstrap)
            .arg(100 * core::kFamilyError),
        SentenceWords::tr("“Cannot be told apart” does not mean equal: more seeds might tell them apart.")};
    if (sweep.groups.size() > 1)
        sentences << SentenceWords::tr("Each group and each measure was tested for itself.");
    return sentences;
}

} // namespace ui
