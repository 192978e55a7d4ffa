// SPDX-License-Identifier: GPL-3.0-or-later
// Makes what is installed beside the program: the manual page, or a picture of an icon. Run while Actiscope is built;
// it needs no display.
#include "app/ManPage.h"

#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgRenderer>

#include <cstdio>

namespace
{

bool writeManPage(const QString& path)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(app::manPage().toLatin1()) > 0 && file.commit();
}

bool writeIcon(const QString& drawing, int size, const QString& path)
{
    QSvgRenderer renderer(drawing);
    if (!renderer.isValid() || size <= 0)
        return false;
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && image.save(&file, "PNG") && file.commit();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    bool written = false;
    if (words.size() == 2 && words[0] == QLatin1String("man"))
        written = writeManPage(words[1]);
    else if (words.size() == 4 && words[0] == QLatin1String("icon"))
        written = writeIcon(words[1], words[2].toInt(), words[3]);
    else
        std::fputs("Usage: make_files man PATH | icon DRAWING SIZE PATH\n", stderr);
    if (!written && !words.isEmpty())
        std::fprintf(stderr, "%s cannot be made.\n", qPrintable(words.last()));
    return written ? 0 : 1;
}
