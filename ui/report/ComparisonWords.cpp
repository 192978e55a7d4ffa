// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ComparisonWords.h"

#include "core/base/NumberText.h"
#include "core/io/ConfigJson.h"
#include "core/nn/Activation.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace ui
{

namespace
{

const QString kBetweenValues = QStringLiteral(" · ");

/// The context of this file's words.
struct ComparisonWords {
    Q_DECLARE_TR_FUNCTIONS(ui::ComparisonWords)
};

/// One row a measure of core's catalogue.
struct MeasureWords {
    std::string_view id;
    const char* name;
};

constexpr std::array kMeasures{
    MeasureWords{"test_accuracy_final", QT_TRANSLATE_NOOP("ui::ComparisonWords", "Final test accuracy")},
    MeasureWords{"test_loss_final", QT_TRANSLATE_NOOP("ui::ComparisonWords", "Final test loss")},
    MeasureWords{"train_accuracy_final", QT_TRANSLATE_NOOP("ui::ComparisonWords", "Final training accuracy")},
    MeasureWords{"train_loss_final", QT_TRANSLATE_NOOP("ui::ComparisonWords", "Final training loss")},
    MeasureWords{"generalization_gap", QT_TRANSLATE_NOOP("ui::ComparisonWords", "Generalization gap")},
    MeasureWords{"delta_ratio_start", QT_TRANSLATE_NOOP("ui::ComparisonWords", "Delta ratio at the start")},
    MeasureWords{"delta_ratio_end", QT_TRANSLATE_NOOP("ui::ComparisonWords", "Delta ratio at the end")},
    MeasureWords{"gradient_dead_end",
                 QT_TRANSLATE_NOOP("ui::ComparisonWords", "Dead units in the worst layer at the end")},
    MeasureWords{"saturated_end",
                 QT_TRANSLATE_NOOP("ui::ComparisonWords", "Saturated share of the worst layer at the end")},
    MeasureWords{"seconds_per_step", QT_TRANSLATE_NOOP("ui::ComparisonWords", "Seconds a step")},
};

bool isActivationKey(const std::string& key)
{
    return commonPath(key) == kActivationKind;
}

/// Without control characters, which no picture and no page can hold.
QString printable(QString text)
{
    return text.removeIf([](QChar letter) { return letter.category() == QChar::Other_Control; });
}

/// The words for an id if there are any, else the id as it is: names of files and formulas are nobody's words.
QString wordOrText(const std::string& key, const std::string& id)
{
    for (const std::string& path : {key, key + ".kind"})
        if (hasKindWords(path, id) ||
            (isActivationKey(path) && core::findRow(core::activationCatalogue(), id) != nullptr))
            return kindName(path, id);
    return printable(fromCore(id));
}

QString settingValue(const core::Setting& setting)
{
    if (const bool* checked = std::get_if<bool>(&setting.value))
        return *checked ? ComparisonWords::tr("on") : ComparisonWords::tr("off");
    if (const double* number = std::get_if<double>(&setting.value))
        return exactNumber(*number);
    if (const std::string* id = std::get_if<std::string>(&setting.value))
        return wordOrText(setting.key, *id);
    return {};
}

} // namespace

QString shareText(double share)
{
    return QStringLiteral("%1 %").arg(100 * share, 0, 'f', 1);
}

QString measureName(const core::Measure& measure, std::span<const double> accuracies)
{
    if (measure.info->ofAccuracy)
        return ComparisonWords::tr("Steps to %1 % accuracy").arg(readableNumber(100 * accuracies[measure.accuracy], 4));
    for (const MeasureWords& words : kMeasures)
        if (words.id == measure.info->id)
            return ComparisonWords::tr(words.name);
    return fromCore(measure.info->id);
}

QString measureAxis(const core::Measure& measure, std::span<const double> accuracies)
{
    const QString name = measureName(measure, accuracies);
    return measure.info->isShare ? QStringLiteral("%1 (%)").arg(name) : name;
}

QString worstName(const core::Measure& measure)
{
    if (measure.info->ofAccuracy)
        return ComparisonWords::tr("never reached");
    if (measure.info->isLog10)
        return ComparisonWords::tr("no gradient");
    return ComparisonWords::tr("diverged");
}

double shownValue(const core::MeasureInfo& info, double value)
{
    if (info.isShare)
        return 100 * value;
    return info.isLog10 ? std::pow(10, value) : value;
}

QString measureText(const core::MeasureInfo& info, double value)
{
    if (info.isShare)
        return shareText(value);
    if (info.ofAccuracy)
        return countText(std::llround(value));
    const bool isRough = info.isLog10 || info.id == "generalization_gap"; // more digits would only be noise
    return readableNumber(shownValue(info, value), isRough ? 2 : 3);
}

QString measureText(const core::MeasureInfo& info, const std::optional<double>& value)
{
    return value ? measureText(info, *value) : QStringLiteral("–");
}

QString differenceText(const core::MeasureInfo& info, double difference)
{
    if (std::isinf(difference))
        return readableNumber(difference);
    const QString sign = difference < 0 ? QString(QChar(0x2212)) : QStringLiteral("+");
    const double size = std::abs(difference);
    if (info.isShare)
        return sign + QString::number(100 * size, 'f', 1);
    return sign + (info.ofAccuracy ? countText(std::llround(size)) : readableNumber(size, 2));
}

QString valueName(const std::string& key, const std::string& text)
{
    const auto parsed = core::parseSetting(key + "=" + text);
    if (!parsed || parsed.value().empty())
        return printable(fromCore(text));
    QString name;
    QStringList others;
    for (const core::Setting& setting : parsed.value()) {
        const QString value = settingValue(setting);
        const bool isName = setting.key == key || setting.key.ends_with(".kind");
        if (value.isEmpty())
            return printable(fromCore(text)); // a list has no better words than its own
        if (isName && name.isEmpty())
            name = value;
        else
            others << QStringLiteral("%1 %2").arg(fieldLabel(setting.key), value);
    }
    if (others.isEmpty())
        return name;
    const QString rest = others.join(ComparisonWords::tr(", "));
    return name.isEmpty() ? rest : QStringLiteral("%1 (%2)").arg(name, rest);
}

std::optional<double> valueNumber(const std::string& text)
{
    const std::optional<double> number = core::numberFromText(text);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

QString titledValue(const std::string& key, const std::string& text)
{
    return ComparisonWords::tr("%1: %2").arg(fieldLabel(key), valueName(key, text));
}

QString contenderName(std::span<const std::string> keys, std::span<const std::string> values)
{
    QStringList parts;
    for (std::size_t at = 0; at < keys.size(); ++at) {
        const QString name = valueName(keys[at], values[at]);
        const bool isWord = !valueNumber(values[at]) && values[at] != "true" && values[at] != "false";
        parts << (isWord ? name : QStringLiteral("%1 %2").arg(fieldLabel(keys[at]), name));
    }
    return parts.isEmpty() ? ComparisonWords::tr("the experiment") : parts.join(ComparisonWords::tr(", "));
}

QString contendersHeading(std::span<const std::string> keys)
{
    QStringList parts;
    if (keys.size() > 1)
        for (const std::string& key : keys)
            parts << fieldLabel(key);
    return parts.join(kBetweenValues);
}

QString contenderLabel(std::span<const std::string> keys, std::span<const std::string> values)
{
    if (keys.size() < 2)
        return contenderName(keys, values);
    QStringList parts;
    for (std::size_t at = 0; at < keys.size(); ++at)
        parts << valueName(keys[at], values[at]);
    return parts.join(kBetweenValues);
}

QString listOfNames(const QStringList& names)
{
    if (names.size() < 2)
        return names.join(QString());
    return ComparisonWords::tr("%1 and %2")
        .arg(names.mid(0, names.size() - 1).join(ComparisonWords::tr(", ")), names.last());
}

} // namespace ui
