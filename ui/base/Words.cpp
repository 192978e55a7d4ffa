// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Words.h"

#include "core/data/Dataset.h"
#include "core/nn/Activation.h"
#include "core/nn/Initializer.h"
#include "core/nn/Loss.h"
#include "core/nn/Optimizer.h"
#include "core/nn/Residual.h"
#include "core/nn/Schedule.h"
#include "core/nn/layers/Dropout.h"
#include "core/nn/layers/Normalization.h"
#include "core/train/ConfigFields.h"

#include "ui/base/NumberText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <charconv>

namespace ui
{

namespace
{

constexpr const char* kWordsContext = "Words";

QString translatedWords(const char* text)
{
    return QCoreApplication::translate(kWordsContext, text);
}

/// "network.layers.3.units" → 4; 0 for a setting that is no single layer's.
int layerOf(std::string_view path)
{
    int index = -1;
    if (path.starts_with(core::kLayersPrefix)) {
        path.remove_prefix(core::kLayersPrefix.size());
        std::from_chars(path.data(), path.data() + path.size(), index);
    }
    return index + 1;
}

const FieldWords* findField(std::string_view wanted)
{
    const std::string path = commonPath(wanted);
    const auto& table = fieldWordsTable();
    const auto row =
        std::find_if(table.begin(), table.end(), [&](const FieldWords& words) { return words.path == path; });
    return row == table.end() ? nullptr : &*row;
}

/// An object that is one of several kinds is called as the choice of its kind.
const FieldWords* findLabelled(std::string_view path)
{
    const FieldWords* words = findField(path);
    return words ? words : findField(std::string(path) + ".kind");
}

const KindWords* findKind(std::string_view wanted, std::string_view id)
{
    const std::string path = commonPath(wanted);
    const auto& table = kindWordsTable();
    const auto row = std::find_if(table.begin(), table.end(),
                                  [&](const KindWords& words) { return words.path == path && words.id == id; });
    return row == table.end() ? nullptr : &*row;
}

/// "weight_decay" → "Weight decay": for an id that has no words yet.
QString readable(std::string_view id)
{
    const std::size_t dot = id.rfind('.');
    QString text = fromCore(dot == std::string_view::npos ? id : id.substr(dot + 1));
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

bool isActivation(std::string_view path)
{
    return commonPath(path) == kActivationKind;
}

/// What a textbook says about the function, each fact a sentence.
QStringList activationFacts(const core::ActivationInfo& info)
{
    const auto say = [](const char* text, std::string_view fact) {
        return translatedWords(text).arg(catalogueText(fact));
    };
    QStringList facts;
    if (info.isTyped)
        return facts; // they are found where it is drawn
    if (!info.range.empty())
        facts << say(QT_TRANSLATE_NOOP("Words", "Range: %1."), info.range);
    facts << (info.monotone ? translatedWords(QT_TRANSLATE_NOOP("Words", "Monotone."))
                            : translatedWords(QT_TRANSLATE_NOOP("Words", "Not monotone.")));
    if (!info.kinks.empty())
        facts << say(QT_TRANSLATE_NOOP("Words", "Kink at %1."), info.kinks);
    if (!info.vanishing.empty())
        facts << say(QT_TRANSLATE_NOOP("Words", "Its derivative vanishes at: %1."), info.vanishing);
    if (!info.initializer.empty())
        facts << translatedWords(QT_TRANSLATE_NOOP("Words", "Usual initializer: %1."))
                     .arg(kindName("initializer.kind", info.initializer));
    if (!info.paper.empty())
        facts << say(QT_TRANSLATE_NOOP("Words", "Paper: %1."), info.paper);
    return facts;
}

template <class Row>
QString formulaIn(std::span<const Row> rows, std::string_view id)
{
    const Row* row = core::findRow(rows, id);
    return row ? catalogueText(row->formula) : QString();
}

/// A catalogue has its ids under "room.kind" or, where the room has nothing else to set, under "room".
bool chooses(std::string_view wanted, std::string_view room)
{
    const std::string path = commonPath(wanted);
    return path == room || path == std::string(room) + ".kind";
}

} // namespace

QString fromCore(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string commonPath(std::string_view path)
{
    if (layerOf(path) == 0)
        return std::string(path);
    const std::string_view rest = path.substr(path.find('.', core::kLayersPrefix.size()) + 1);
    return (rest == "units" ? std::string(core::kLayersPrefix) : std::string("network.")) + std::string(rest);
}

QString fieldLabel(std::string_view path)
{
    const FieldWords* words = findLabelled(path);
    return words ? translatedWords(words->label) : readable(path);
}

QString fieldHelp(std::string_view path)
{
    const FieldWords* words = findField(path);
    return words ? translatedWords(words->help) : QString();
}

QString englishFieldLabel(std::string_view path)
{
    const FieldWords* words = findLabelled(path);
    return words ? QString::fromUtf8(words->label) : readable(path);
}

QString englishFieldHelp(std::string_view path)
{
    const FieldWords* words = findField(path);
    return words ? QString::fromUtf8(words->help) : QString();
}

bool hasFieldWords(std::string_view path)
{
    return findField(path) != nullptr;
}

QString settingText(const core::Setting& setting)
{
    const int layer = layerOf(setting.key);
    const QString field = fieldLabel(setting.key);
    const QString label =
        layer > 0 ? translatedWords(QT_TRANSLATE_NOOP("Words", "Layer %1, %2")).arg(layer).arg(field) : field;
    const auto named = [&](const QString& value) {
        return translatedWords(QT_TRANSLATE_NOOP("Words", "%1: %2")).arg(label, value);
    };
    if (const bool* checked = std::get_if<bool>(&setting.value))
        return named(*checked ? translatedWords(QT_TRANSLATE_NOOP("Words", "on"))
                              : translatedWords(QT_TRANSLATE_NOOP("Words", "off")));
    if (const double* number = std::get_if<double>(&setting.value))
        return label + QLatin1Char(' ') + exactNumber(*number);
    if (setting.key.ends_with(".expression"))
        return named(fromCore(std::get<std::string>(setting.value)));
    if (const std::string* id = std::get_if<std::string>(&setting.value))
        return named(kindName(setting.key, *id));
    return label;
}

QString kindName(std::string_view path, std::string_view id)
{
    const KindWords* words = findKind(path, id);
    return words && words->name ? translatedWords(words->name) : englishKindName(path, id);
}

QString englishKindName(std::string_view path, std::string_view id)
{
    if (isActivation(path)) {
        if (const auto* row = core::findRow(core::activationCatalogue(), id))
            return fromCore(row->name);
    }
    const KindWords* words = findKind(path, id);
    return words && words->name ? QString::fromUtf8(words->name) : readable(id);
}

QString kindHelp(std::string_view path, std::string_view id)
{
    QStringList sentences;
    if (const KindWords* words = findKind(path, id))
        sentences << translatedWords(words->help);
    if (isActivation(path)) {
        if (const auto* row = core::findRow(core::activationCatalogue(), id))
            sentences << activationFacts(*row);
    } else if (chooses(path, "data.source")) {
        const auto* row = core::findRow(core::dataSourceCatalogue(), id);
        if (row && !row->credit.empty())
            sentences << fromCore(row->credit) + (row->credit.ends_with('.') ? QString() : QStringLiteral("."));
    }
    return joinedSentences(sentences);
}

QString englishKindHelp(std::string_view path, std::string_view id)
{
    const KindWords* words = findKind(path, id);
    return words ? QString::fromUtf8(words->help) : QString();
}

QString kindFormula(std::string_view path, std::string_view id)
{
    if (isActivation(path))
        return formulaIn(core::activationCatalogue(), id);
    if (chooses(path, "initializer"))
        return formulaIn(core::initializerCatalogue(), id);
    if (chooses(path, "loss"))
        return formulaIn(core::lossCatalogue(), id);
    if (chooses(path, "optimizer"))
        return formulaIn(core::optimizerCatalogue(), id);
    if (chooses(path, "network.normalization"))
        return id == "none" ? QString() : formulaIn(core::normalizationCatalogue(), id);
    if (chooses(path, "network.residual"))
        return id == "none" ? QString() : formulaIn(core::residualCatalogue(), id);
    if (chooses(path, "network.dropout"))
        return formulaIn(core::dropoutCatalogue(), id);
    if (chooses(path, "optimizer.schedule"))
        return formulaIn(core::scheduleCatalogue(), id);
    return {};
}

bool hasKindWords(std::string_view path, std::string_view id)
{
    return findKind(path, id) != nullptr;
}

QString joinedSentences(const QStringList& sentences)
{
    constexpr QChar kFullStop{0x3002};
    QString text;
    for (const QString& sentence : sentences) {
        if (!text.isEmpty() && !text.endsWith(kFullStop))
            text += QLatin1Char(' ');
        text += sentence;
    }
    return text;
}

QString toolTipText(const QString& name, const QString& text)
{
    QString html = QStringLiteral("<p><b>%1</b></p>").arg(name.toHtmlEscaped());
    if (!text.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
    return html;
}

} // namespace ui
