// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/FindingsPicture.h"

#include "ui/base/FindingWords.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/UnitMarks.h"
#include "ui/widgets/SeverityMark.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

constexpr double kHeading = 1.08; ///< its letters, as a multiple of the text's
constexpr double kMark = 1.5;     ///< the sign's side, in letters
constexpr double kIndent = 2.4;   ///< of the words, in letters
constexpr double kFindingMargin = 0.6;
constexpr double kFindingGap = 0.8; ///< between findings
constexpr double kFindingLine = 1.45;

double wrappedHeight(const QString& text, double width, double textSize)
{
    const QRectF room(0, 0, width, 1e6);
    return std::ceil(QFontMetricsF(themeFont(textSize)).boundingRect(room, Qt::TextWordWrap, text).height());
}

} // namespace

void FindingsPicture::set(std::span<const core::Finding> findings, const core::Snapshot& snapshot)
{
    m_isOver = snapshot.status != core::RunStatus::Training;
    m_entries.clear();
    for (const core::Finding& finding : findings)
        m_entries.push_back({finding, findingHeading(finding), findingSentence(finding, snapshot),
                             joinedSentences({findingEvidence(finding) + QLatin1Char('.'), findingSince(finding)})});
}

int FindingsPicture::count(core::Severity severity) const
{
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(),
                                          [severity](const Entry& each) { return each.finding.severity == severity; }));
}

QString FindingsPicture::quietSentence() const
{
    return m_isOver ? tr("Nothing found.") : tr("Nothing found so far.");
}

QString FindingsPicture::sentence() const
{
    QStringList sentences;
    for (const Entry& entry : m_entries)
        sentences << entry.heading + QLatin1Char('.') << entry.sentence;
    return m_entries.empty() ? quietSentence() : joinedSentences(sentences);
}

std::vector<FindingsPicture::Place> FindingsPicture::places(const QRectF& area, double textSize, bool hasEvidence) const
{
    const double width = area.width() - (kIndent + 2 * kFindingMargin) * textSize;
    double y = area.top() + kFindingMargin * textSize;
    std::vector<Place> found;
    for (const Entry& entry : m_entries) {
        Place place;
        place.sentence = wrappedHeight(entry.sentence, width, textSize);
        place.evidence = hasEvidence ? wrappedHeight(entry.evidence, width, textSize) : 0;
        const double height = kFindingLine * kHeading * textSize + place.sentence + place.evidence;
        place.box = {area.left() + kFindingMargin * textSize, y, area.width() - 2 * kFindingMargin * textSize, height};
        found.push_back(place);
        y += height + kFindingGap * textSize;
    }
    return found;
}

std::vector<FindingsPicture::Place> FindingsPicture::places(const QRectF& area, double textSize) const
{
    const auto fits = [&](const Place& place) { return place.box.bottom() <= area.bottom(); };
    std::vector<Place> found = places(area, textSize, true);
    if (!found.empty() && !fits(found.back()))
        found = places(area, textSize, false); // what is wrong goes before how it is known
    if (found.empty() || fits(found.back()))
        return found;
    // The last line says how many are left out.
    const QRectF room = area.adjusted(0, 0, 0, -kFindingLine * textSize);
    const auto isOut = [&](const Place& place) { return place.box.bottom() > room.bottom(); };
    found.erase(std::find_if(found.begin() + 1, found.end(), isOut), found.end());
    return found;
}

void FindingsPicture::paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const
{
    painter.save();
    painter.fillRect(area, theme.card);
    if (m_entries.empty()) {
        const double side = kMark * textSize;
        const QPointF center = area.center();
        paintSeverity(painter, QRectF(center.x() - side / 2, center.y() - 2 * side, side, side), std::nullopt, theme);
        painter.setFont(themeFont(textSize * 1.25));
        painter.setPen(theme.mutedText);
        painter.drawText(area.adjusted(textSize, 0, -textSize, 0), Qt::AlignCenter | Qt::TextWordWrap, quietSentence());
        painter.restore();
        return;
    }
    const std::vector<Place> found = places(area, textSize);
    for (std::size_t at = 0; at < found.size(); ++at)
        paintEntry(painter, m_entries[at], found[at], theme, textSize);
    if (const std::size_t left = m_entries.size() - found.size(); left > 0) {
        painter.setFont(themeFont(textSize));
        painter.setPen(theme.mutedText);
        painter.drawText(area.adjusted((kFindingMargin + kIndent) * textSize, 0, 0, -2),
                         Qt::AlignLeft | Qt::AlignBottom, tr("+%1 more").arg(left));
    }
    painter.restore();
}

void FindingsPicture::paintEntry(QPainter& painter, const Entry& entry, const Place& place, const Theme& theme,
                                 double textSize) const
{
    const double side = kMark * textSize;
    const double heading = kFindingLine * kHeading * textSize;
    paintSeverity(painter, QRectF(place.box.left(), place.box.top() + 1, side, side), entry.finding.severity, theme);
    QRectF words = place.box.adjusted(kIndent * textSize, 0, 0, 0);
    words.setHeight(heading);
    paintText(painter, words, entry.heading, themeFont(textSize * kHeading, QFont::DemiBold), theme.text);
    painter.setFont(themeFont(textSize));
    const auto paintBelow = [&](const QString& text, double height, const QColor& color) {
        words = QRectF(words.left(), words.bottom(), words.width(), height);
        painter.setPen(color);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
    };
    paintBelow(entry.sentence, place.sentence, theme.text);
    if (place.evidence > 0)
        paintBelow(entry.evidence, place.evidence, theme.mutedText);
}

void FindingsPicture::paintLine(QPainter& painter, const QRectF& line, const Theme& theme, double textSize) const
{
    const QFont strong = themeFont(textSize, QFont::DemiBold);
    const QFont plain = themeFont(textSize);
    const double gap = textSize * 0.6;
    double x = line.left();
    const auto paintWords = [&](const QString& text, const QFont& font, const QColor& color) {
        const QFontMetricsF metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, std::max(0.0, line.right() - x));
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(QRectF(x, line.top(), line.right() - x + textSize, line.height()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
        x += metrics.horizontalAdvance(shown) + gap;
    };
    const auto paintMark = [&](const std::optional<core::Severity>& severity) {
        const double side = textSize * 1.2;
        paintSeverity(painter, QRectF(x, line.center().y() - side / 2, side, side), severity, theme);
        x += side + gap;
    };
    if (m_entries.empty()) {
        paintMark(std::nullopt);
        paintWords(quietSentence(), plain, theme.mutedText);
        return;
    }
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        const Entry& entry = m_entries[at];
        const QString more = tr("+%1 more").arg(m_entries.size() - at);
        const double needed = textSize * 1.2 + 2 * gap + QFontMetricsF(strong).horizontalAdvance(entry.heading) +
                              QFontMetricsF(plain).horizontalAdvance(entry.sentence);
        const bool isLast = at + 1 == m_entries.size();
        const double room = line.right() - (isLast ? 0 : gap + QFontMetricsF(plain).horizontalAdvance(more)) - x;
        if (at > 0 && needed > room) {
            paintWords(more, plain, theme.mutedText);
            return;
        }
        paintMark(entry.finding.severity);
        paintWords(entry.heading, strong, theme.text);
        paintWords(entry.sentence, plain, theme.text);
        x += 2 * gap;
    }
}

const FindingsPicture::Entry* FindingsPicture::entryAt(const QPointF& point, const QRectF& area, double textSize) const
{
    const std::vector<Place> found = places(area, textSize);
    for (std::size_t at = 0; at < found.size(); ++at)
        if (found[at].box.contains(point))
            return &m_entries[at];
    return nullptr;
}

int FindingsPicture::layerAt(const QPointF& point, const QRectF& area, double textSize) const
{
    const Entry* entry = entryAt(point, area, textSize);
    return entry ? entry->finding.layer : -1;
}

Readout FindingsPicture::describe(const QPointF& point, const QRectF& area, double textSize) const
{
    const Entry* entry = entryAt(point, area, textSize);
    if (!entry)
        return {};
    Readout readout;
    readout.heading = entry->heading;
    const core::Finding& finding = entry->finding;
    if (core::ruleOf(finding).thresholds != nullptr) {
        readout.rows.push_back({tr("number"), readableNumber(finding.number("value"))});
        readout.rows.push_back({tr("threshold"), readableNumber(finding.number("threshold"))});
    }
    readout.rows.push_back({tr("since step"), countText(finding.step)});
    return readout;
}

} // namespace ui
