// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Resources.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace app
{

namespace
{

/// The experiments in the order in which one would show them to a class.
constexpr std::array kLesson{
    QLatin1String("vanishing-sigmoid"),     QLatin1String("relu-he"),
    QLatin1String("saturated-sigmoid"),     QLatin1String("dying-relu"),
    QLatin1String("leaky-rescue"),          QLatin1String("exploding"),
    QLatin1String("selu-self-normalizing"), QLatin1String("batchnorm-rescue"),
    QLatin1String("linear-collapse"),       QLatin1String("digits"),
};

constexpr std::array kComparisons{
    QLatin1String("classics-on-digits"),         QLatin1String("sigmoid-to-relu-by-depth"),
    QLatin1String("leaky-slope-under-dying"),    QLatin1String("initializers-for-tanh-by-depth"),
    QLatin1String("batch-normalization-or-not"), QLatin1String("dropout-and-l2-on-small-noisy"),
};

/// The files in `folder` without their ending, in this order; what it does not know comes after it, by name.
QStringList namesIn(const char* folder, std::span<const QLatin1String> order)
{
    QStringList names =
        QDir(QStringLiteral(":/") + QLatin1String(folder)).entryList({QStringLiteral("*.json")}, QDir::Files);
    for (QString& name : names)
        name.chop(5); // ".json"
    const auto place = [order](const QString& name) {
        const auto found = std::find(order.begin(), order.end(), name);
        return std::make_pair(found - order.begin(), name);
    };
    std::sort(names.begin(), names.end(), [&](const QString& a, const QString& b) { return place(a) < place(b); });
    return names;
}

} // namespace

core::ResourceReader bundledResources()
{
    return [](std::string_view name) -> std::optional<std::string> {
        QFile file(QStringLiteral(":/") + QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
        if (!file.open(QIODevice::ReadOnly))
            return std::nullopt;
        return file.readAll().toStdString();
    };
}

QStringList presetNames()
{
    return namesIn("experiments", kLesson);
}

QStringList comparisonNames()
{
    return namesIn("comparisons", kComparisons);
}

} // namespace app
