// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/TintedIcon.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace ui
{

QIcon tintedIcon(const QString& name, const QColor& color)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray drawing = file.readAll();
    drawing.replace("#000", color.name().toLatin1());
    QSvgRenderer renderer(drawing);

    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
        QPixmap faded(size, size);
        faded.fill(Qt::transparent);
        painter.begin(&faded);
        painter.setOpacity(0.4);
        painter.drawPixmap(0, 0, pixmap);
        painter.end();
        icon.addPixmap(faded, QIcon::Disabled);
    }
    return icon;
}

} // namespace ui
