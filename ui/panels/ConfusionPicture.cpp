// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ConfusionPicture.h"

#include "ui/base/NumberText.h"

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

/// The answer below a picture, as a share of the picture's height.
constexpr double kLabelShare = 0.5;

/// Ink on paper: 0 is white, 1 is black, in both themes, as the samples were written.
QImage toImage(const core::DataPreview& data, const core::DataPreview::Thumbnail& thumbnail)
{
    QImage image(data.imageWidth, data.imageHeight, QImage::Format_RGB32);
    for (int y = 0; y < data.imageHeight; ++y)
        for (int x = 0; x < data.imageWidth; ++x) {
            const auto at = static_cast<std::size_t>(y * data.imageWidth + x);
            const float value = at < thumbnail.pixels.size() ? thumbnail.pixels[at] : 0.0F;
            const int level = 255 - static_cast<int>(std::lround(std::clamp(value, 0.0F, 1.0F) * 235));
            image.setPixel(x, y, qRgb(level, level, level));
        }
    return image;
}

} // namespace

void ConfusionPicture::set(const core::DecisionMap& decision, const std::shared_ptr<const core::DataPreview>& data)
{
    m_classes = data ? data->classes : 0;
    const auto cells = static_cast<std::size_t>(m_classes) * static_cast<std::size_t>(m_classes);
    m_counts = decision.confusion.size() == cells ? decision.confusion : std::vector<std::int64_t>();
    const std::size_t count =
        data && data->imageWidth > 0 ? std::min(data->thumbnails.size(), decision.thumbnailAnswers.size()) : 0;
    // The pictures stay while the data does; only the answers change from frame to frame.
    if (data != m_data || m_thumbnails.size() != count) {
        m_thumbnails.clear();
        for (std::size_t at = 0; at < count; ++at)
            m_thumbnails.push_back({toImage(*data, data->thumbnails[at]), data->thumbnails[at].label, 0});
        m_data = data;
    }
    for (std::size_t at = 0; at < count; ++at)
        m_thumbnails[at].answer = decision.thumbnailAnswers[at];
}

std::int64_t ConfusionPicture::right() const
{
    std::int64_t sum = 0;
    for (int label = 0; label < m_classes && !m_counts.empty(); ++label)
        sum += m_counts[static_cast<std::size_t>(label * m_classes + label)];
    return sum;
}

std::int64_t ConfusionPicture::total() const
{
    std::int64_t sum = 0;
    for (const std::int64_t count : m_counts)
        sum += count;
    return sum;
}

QString ConfusionPicture::className(int label) const
{
    const auto at = static_cast<std::size_t>(label);
    if (m_data && label >= 0 && at < m_data->classNames.size())
        return QString::fromStdString(m_data->classNames[at]);
    return label < 0 ? QStringLiteral("?") : QString::number(label);
}

void ConfusionPicture::paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    painter.save();
    painter.fillRect(area, theme.card);
    paintMatrix(painter, matrixArea(area, textSize), theme, textSize);
    if (hasThumbnails())
        paintThumbnails(painter, thumbnailArea(area, textSize), theme, textSize);
    painter.restore();
}

QRectF ConfusionPicture::matrixArea(const QRectF& area, double textSize) const
{
    if (!hasThumbnails())
        return area;
    return {area.left(), area.top(), std::min(area.height() + textSize, area.width() * 0.54), area.height()};
}

QRectF ConfusionPicture::thumbnailArea(const QRectF& area, double textSize) const
{
    return area.adjusted(matrixArea(area, textSize).width() + textSize * 0.6, 0, -textSize * 0.3, 0);
}

QRectF ConfusionPicture::matrixIn(const QRectF& area, double textSize) const
{
    const double margin = leftMargin(area, textSize);
    const double below = textSize * 2.9;
    const double side = std::min(area.width() - margin - textSize * 0.4, area.height() - below - textSize * 0.4);
    const double cell = std::floor(side / m_classes);
    return {area.left() + margin, area.top() + textSize * 0.4 + std::max(0.0, (area.height() - below - side) / 3),
            cell * m_classes, cell * m_classes};
}

double ConfusionPicture::leftMargin(const QRectF& area, double textSize) const
{
    const QFontMetricsF metrics(themeFont(textSize));
    double widest = 0;
    for (int label = 0; label < m_classes; ++label)
        widest = std::max(widest, metrics.horizontalAdvance(className(label)));
    return std::clamp(widest + textSize * 2.3, textSize * 2.9, std::max(textSize * 2.9, area.width() * 0.35));
}

std::int64_t ConfusionPicture::count(int truth, int answer) const
{
    return m_counts[static_cast<std::size_t>(truth * m_classes + answer)];
}

std::int64_t ConfusionPicture::countOfTruth(int truth) const
{
    std::int64_t sum = 0;
    for (int answer = 0; answer < m_classes; ++answer)
        sum += count(truth, answer);
    return sum;
}

Readout ConfusionPicture::describe(const QPointF& point, const QRectF& area, double textSize) const
{
    if (empty())
        return {};
    const QRectF matrix = matrixIn(matrixArea(area, textSize), textSize);
    Readout readout;
    if (matrix.width() > 0 && matrix.contains(point)) {
        const double cell = matrix.width() / m_classes;
        const int truth = std::clamp(static_cast<int>((point.y() - matrix.top()) / cell), 0, m_classes - 1);
        const int answer = std::clamp(static_cast<int>((point.x() - matrix.left()) / cell), 0, m_classes - 1);
        const auto ofTruth = static_cast<double>(countOfTruth(truth));
        readout.heading = truth == answer ? tr("right answers") : tr("wrong answers");
        readout.rows = {{tr("truth"), className(truth)},
                        {tr("answer"), className(answer)},
                        {tr("samples"), countText(count(truth, answer))}};
        if (ofTruth > 0)
            readout.rows.push_back(
                {tr("of this class"), percentText(static_cast<double>(count(truth, answer)) / ofTruth)});
        return readout;
    }
    if (!hasThumbnails())
        return {};
    const QRectF pictures = thumbnailArea(area, textSize);
    const Pitch pitch = thumbnailPitch(pictures, textSize);
    const auto column = pitch.x > 0 ? static_cast<int>((point.x() - pictures.left()) / pitch.x) : 0;
    const auto at = static_cast<int>((point.y() - pictures.top()) / pitch.y) * pitch.columns + column;
    if (!pictures.contains(point) || column >= pitch.columns || at < 0 || at >= static_cast<int>(m_thumbnails.size()))
        return {};
    const Thumbnail& thumbnail = m_thumbnails[static_cast<std::size_t>(at)];
    readout.heading = tr("sample");
    readout.rows = {{tr("truth"), className(thumbnail.label)}, {tr("answer"), className(thumbnail.answer)}};
    return readout;
}

void ConfusionPicture::paintMatrix(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    const double margin = leftMargin(area, textSize);
    const QFontMetricsF metrics(themeFont(textSize));
    const QRectF matrix = matrixIn(area, textSize);
    const double cell = matrix.width() / m_classes;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int truth = 0; truth < m_classes; ++truth)
        for (int answer = 0; answer < m_classes; ++answer)
            paintCell(painter, QRectF(matrix.left() + cell * answer, matrix.top() + cell * truth, cell - 1, cell - 1),
                      truth, answer, theme);
    painter.setFont(themeFont(textSize));
    painter.setPen(theme.mutedText);
    for (int label = 0; label < m_classes; ++label) {
        const QString name = className(label);
        painter.drawText(
            QRectF(area.left() + textSize * 1.2, matrix.top() + cell * label, margin - textSize * 1.6, cell),
            Qt::AlignRight | Qt::AlignVCenter, metrics.elidedText(name, Qt::ElideRight, margin - textSize * 2.1));
        painter.drawText(
            QRectF(matrix.left() + cell * label - textSize, matrix.bottom(), cell + 2 * textSize, textSize * 1.5),
            Qt::AlignCenter,
            // A short one may stand out a little; long ones must not run into each other.
            name.size() < 3 ? name : metrics.elidedText(name, Qt::ElideRight, cell - textSize * 0.4));
    }
    painter.drawText(QRectF(matrix.left(), matrix.bottom() + textSize * 1.3, matrix.width(), textSize * 1.5),
                     Qt::AlignCenter, tr("answer"));
    painter.save();
    painter.translate(area.left() + textSize * 0.8, matrix.center().y());
    painter.rotate(-90);
    painter.drawText(QRectF(-matrix.height() / 2, -textSize, matrix.height(), textSize * 2), Qt::AlignCenter,
                     tr("truth"));
    painter.restore();
}

void ConfusionPicture::paintCell(QPainter& painter, const QRectF& cell, int truth, int answer, const Theme& theme) const
{
    const std::int64_t count = this->count(truth, answer);
    const std::int64_t ofTruth = countOfTruth(truth);
    const double share = ofTruth > 0 ? static_cast<double>(count) / static_cast<double>(ofTruth) : 0;
    const bool right = truth == answer;
    // Blue where it is right, orange where it is wrong; a single mistake can be seen.
    const double strength = count == 0 ? 0 : right ? 0.25 + 0.6 * share : 0.3 + 0.7 * std::sqrt(share);
    const QColor base = mixed(theme.card, theme.text, theme.dark() ? 0.06 : 0.04);
    const QColor fill = mixed(base, right ? theme.series[0] : theme.series[1], std::min(strength, 0.9));
    painter.fillRect(cell, fill);
    if (count == 0)
        return;
    const bool darkFill = fill.lightnessF() < 0.5F;
    painter.setPen(darkFill ? QColor(0xffffff) : QColor(0x10151b));
    const QString text = QString::number(count);
    const double size =
        std::min(cell.height() * 0.52, cell.width() / (0.62 * std::max<double>(2.0, static_cast<double>(text.size()))));
    if (size < 5)
        return;
    painter.setFont(themeFont(size, right ? QFont::DemiBold : QFont::Normal));
    painter.drawText(cell, Qt::AlignCenter, text);
}

ConfusionPicture::Pitch ConfusionPicture::thumbnailPitch(const QRectF& area, double textSize) const
{
    // As many columns as make the pictures largest.
    const auto count = static_cast<int>(m_thumbnails.size());
    const double gap = textSize * 0.35;
    Pitch pitch;
    for (int tried = 1; tried <= count; ++tried) {
        const int rows = (count + tried - 1) / tried;
        const double wide = (area.width() - gap * (tried - 1)) / tried;
        const double high = (area.height() - gap * (rows - 1)) / rows / (1 + kLabelShare);
        if (std::min(wide, high) > pitch.side) {
            pitch.side = std::min(wide, high);
            pitch.columns = tried;
        }
    }
    if (pitch.columns > 1)
        pitch.x = std::min((area.width() - pitch.side) / (pitch.columns - 1), pitch.side * 1.6);
    pitch.y = pitch.side * (1 + kLabelShare) + gap;
    return pitch;
}

void ConfusionPicture::paintThumbnails(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    const Pitch pitch = thumbnailPitch(area, textSize);
    const double side = pitch.side;
    const auto count = static_cast<int>(m_thumbnails.size());
    for (int at = 0; at < count; ++at) {
        const Thumbnail& thumbnail = m_thumbnails[static_cast<std::size_t>(at)];
        const QRectF box(area.left() + pitch.x * (at % pitch.columns), area.top() + pitch.y * (at / pitch.columns),
                         side, side);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(box, thumbnail.image);
        const bool wrong = thumbnail.label != thumbnail.answer;
        const double pen = wrong ? std::max(2.0, side * 0.09) : 1;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(wrong ? theme.alarm : theme.border, pen, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(box.adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2));
        painter.setFont(themeFont(std::max(side * 0.44, 7.0), wrong ? QFont::DemiBold : QFont::Normal));
        painter.setPen(wrong ? theme.alarm : theme.text);
        painter.drawText(QRectF(box.left() - side / 2, box.bottom(), side * 2, side * kLabelShare), Qt::AlignCenter,
                         className(thumbnail.answer));
    }
}

} // namespace ui
