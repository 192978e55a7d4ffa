// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TintedIcon.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <optional>

namespace ui
{

namespace
{

constexpr std::array kIconSizes{16, 24, 32, 48, 64};

struct Pictures {
    QPixmap plain;
    QPixmap faded; ///< of a button that is disabled
};

Pictures drawn(QSvgRenderer& renderer, int size)
{
    Pictures pictures{QPixmap(size, size), QPixmap(size, size)};
    pictures.plain.fill(Qt::transparent);
    QPainter painter(&pictures.plain);
    renderer.render(&painter);
    painter.end();
    pictures.faded.fill(Qt::transparent);
    painter.begin(&pictures.faded);
    painter.setOpacity(0.4);
    painter.drawPixmap(0, 0, pictures.plain);
    return pictures;
}

} // namespace

QIcon tintedIcon(const QString& name, const QColor& color)
{
    QIcon icon;
    std::optional<QSvgRenderer> renderer;
    for (const int size : kIconSizes) {
        // All cards have the same buttons: each picture is drawn once.
        const QString key = QStringLiteral("tinted %1 %2 %3").arg(name, color.name()).arg(size);
        const QString fadedKey = key + QStringLiteral(" faded");
        Pictures pictures;
        if (!QPixmapCache::find(key, &pictures.plain) || !QPixmapCache::find(fadedKey, &pictures.faded)) {
            if (!renderer) {
                QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
                if (!file.open(QIODevice::ReadOnly))
                    return {};
                renderer.emplace(file.readAll().replace("#000", color.name().toLatin1()));
            }
            pictures = drawn(*renderer, size);
            QPixmapCache::insert(key, pictures.plain);
            QPixmapCache::insert(fadedKey, pictures.faded);
        }
        icon.addPixmap(pictures.plain);
        icon.addPixmap(pictures.faded, QIcon::Disabled);
    }
    return icon;
}

} // namespace ui
