// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Resources.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
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
    QStringList names = QDir(QStringLiteral(":/experiments")).entryList({QStringLiteral("*.json")}, QDir::Files);
    for (QString& name : names)
        name.chop(5); // ".json"
    // In the order of a lesson; what it does not know comes after it, by name.
    const auto place = [](const QString& name) {
        const auto found = std::find(kLesson.begin(), kLesson.end(), name);
        return std::make_pair(found - kLesson.begin(), name);
    };
    std::sort(names.begin(), names.end(), [&](const QString& a, const QString& b) { return place(a) < place(b); });
    return names;
}

} // namespace app
