// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SvgOutlines.h"

#include "ui/base/Theme.h"

#include <QFont>
#include <QPainterPath>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace ui
{

namespace
{

QString number(double value)
{
    return QString::number(value, 'f', 2);
}

/// The `d` of an SVG path.
QString pathData(const QPainterPath& path)
{
    QString text;
    for (int at = 0; at < path.elementCount(); ++at) {
        const QPainterPath::Element element = path.elementAt(at);
        const QString point = number(element.x) + QLatin1Char(' ') + number(element.y) + QLatin1Char(' ');
        if (element.isMoveTo())
            text += QLatin1Char('M') + point;
        else if (element.isLineTo())
            text += QLatin1Char('L') + point;
        else if (element.isCurveTo())
            text += QLatin1Char('C') + point;
        else
            text += point;
    }
    return text.trimmed();
}

QFont fontOf(const QXmlStreamAttributes& attributes)
{
    QFont font = themeFont(attributes.value(QLatin1String("font-size")).toDouble());
    font.setWeight(static_cast<QFont::Weight>(attributes.value(QLatin1String("font-weight")).toInt()));
    font.setItalic(attributes.value(QLatin1String("font-style")) == QLatin1String("italic"));
    return font;
}

/// Reads to the end of the <text> and writes its letters as a path.
void writeOutline(QXmlStreamReader& reader, QXmlStreamWriter& writer)
{
    const QXmlStreamAttributes attributes = reader.attributes();
    const QPointF origin(attributes.value(QLatin1String("x")).toDouble(),
                         attributes.value(QLatin1String("y")).toDouble());
    const QString text = reader.readElementText(QXmlStreamReader::IncludeChildElements);
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addText(origin, fontOf(attributes), text);
    if (path.isEmpty())
        return;
    writer.writeStartElement(QStringLiteral("path"));
    writer.writeAttribute(QStringLiteral("fill"), attributes.value(QLatin1String("fill")).toString());
    writer.writeAttribute(QStringLiteral("fill-opacity"), attributes.value(QLatin1String("fill-opacity")).toString());
    writer.writeAttribute(QStringLiteral("stroke"), QStringLiteral("none"));
    writer.writeAttribute(QStringLiteral("fill-rule"), QStringLiteral("nonzero"));
    // What is written, for those who search the file or have it read to them.
    writer.writeAttribute(QStringLiteral("aria-label"), text);
    writer.writeAttribute(QStringLiteral("d"), pathData(path));
    writer.writeEndElement();
}

} // namespace

QByteArray withOutlinedText(const QByteArray& svg)
{
    QByteArray outlined;
    QXmlStreamReader reader(svg);
    // Else every name would come back with a prefix.
    reader.setNamespaceProcessing(false);
    QXmlStreamWriter writer(&outlined);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QLatin1String("text"))
            writeOutline(reader, writer);
        else if (reader.tokenType() != QXmlStreamReader::Invalid && reader.tokenType() != QXmlStreamReader::NoToken)
            writer.writeCurrentToken(reader);
    }
    return reader.hasError() ? svg : outlined;
}

QByteArray withPortableText(const QByteArray& svg)
{
    const QStringList families = fontFamilies() + QStringList{QStringLiteral("sans-serif")};
    const auto attribute = [](const QString& value) {
        return QByteArrayLiteral("font-family=\"") + value.toUtf8() + '"';
    };
    QByteArray portable = svg;
    return portable.replace(attribute(families.front()), attribute(families.join(QStringLiteral(", "))));
}

} // namespace ui
