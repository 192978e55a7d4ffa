// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Figures.h"

#include "core/nn/Optimizer.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/FindingsPicture.h"
#include "ui/panels/Panel.h"
#include "ui/panels/PanelCatalogue.h"

#include <QCoreApplication>
#include <QDir>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace ui
{

namespace
{

constexpr double kFindingsLine = 2;      ///< height of the line above a dashboard, in letters of the cards
constexpr double kFindingsLetters = 1.1; ///< its own letters, as a multiple of those

/// The context of this file's words.
struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(ui::FigureWords)
};

/// "Leaky ReLU (negative slope 0.2)" is a name with what was chosen; defaults need no mention.
QString activationText(const core::Choice& choice)
{
    QString text = kindName(kActivationKind, choice.kind);
    QStringList parameters;
    for (const auto& [name, value] : choice.parameters) {
        QString label = fieldLabel(kActivationPrefix + name);
        label[0] = label[0].toLower();
        parameters << QStringLiteral("%1 %2").arg(label, exactNumber(value));
    }
    if (!parameters.isEmpty())
        text += QStringLiteral(" (%1)").arg(parameters.join(QStringLiteral(", ")));
    return text;
}

/// The letters of a figure: legible on a slide, and in proportion when the figure is small.
double textSizeFor(const QSize& size)
{
    return std::clamp(std::min(size.width() / 60.0, size.height() / 37.0), 9.0, 40.0);
}

} // namespace

QString figureName(int card)
{
    return card == kWholeDashboard ? QStringLiteral("dashboard")
                                   : QString::fromLatin1(panelCatalogue()[static_cast<std::size_t>(card)].id);
}

QString figureCaption(const FrameData& frame)
{
    const core::ExperimentConfig& config = frame.snapshot.config;
    QStringList parts;
    parts << activationText(config.network.activation);
    parts << QStringLiteral("%1 × %2").arg(config.network.depth).arg(config.network.width);
    if (!config.network.layers.empty())
        parts << FigureWords::tr("each layer its own");
    if (config.network.normalization.kind != "none")
        parts << kindName("network.normalization.kind", config.network.normalization.kind);
    parts << kindName("initializer.kind", config.initializer.weights.kind);
    parts << FigureWords::tr("%1, rate %2")
                 .arg(kindName("optimizer.kind", config.optimizer.kind),
                      exactNumber(core::learningRate(config.optimizer)));
    if (config.optimizer.schedule.kind != "constant")
        parts
            << FigureWords::tr("schedule %1").arg(kindName("optimizer.schedule.kind", config.optimizer.schedule.kind));
    if (!config.loss.kind.empty())
        parts << kindName("loss.kind", config.loss.kind);
    parts << kindName("data.source", config.data.source);
    parts << FigureWords::tr("seed %1").arg(config.seed);
    parts << FigureWords::tr("step %1").arg(countText(frame.snapshot.step));
    return parts.join(QStringLiteral("  ·  "));
}

FigurePainter::FigurePainter(int card, FigureOptions options)
    : m_card(card)
    , m_options(std::move(options))
    , m_theme(Theme::of(m_options.theme))
    , m_panels(panelCatalogue().size())
{
    // Colours mixed with the paper's stay what they are; only what would be filled with it is not.
    if (m_options.transparent) {
        m_theme.card.setAlpha(0);
        m_theme.window.setAlpha(0);
    }
}

FigurePainter::~FigurePainter() = default;

QColor FigurePainter::background() const
{
    return m_theme.card;
}

QImage FigurePainter::image(const FrameData& frame, double scale)
{
    QImage picture;
    for (int part = 0; part < parts(); ++part)
        addPart(picture, frame, scale, part);
    return picture;
}

void FigurePainter::addPart(QImage& picture, const FrameData& frame, double scale, int part)
{
    if (part == 0)
        picture = makeImage(m_options.size, scale, background());
    paintOnto(picture, scale, [&](QCPPainter& painter) { paintPart(painter, frame, part); });
}

void FigurePainter::paint(QCPPainter& painter, const FrameData& frame)
{
    for (int part = 0; part < parts(); ++part)
        paintPart(painter, frame, part);
}

int FigurePainter::parts() const
{
    return m_card == kWholeDashboard ? kPlaces : 1;
}

void FigurePainter::paintPart(QCPPainter& painter, const FrameData& frame, int part)
{
    QRect picture(QPoint(0, 0), m_options.size);
    if (part == 0)
        painter.fillRect(picture, m_card == kWholeDashboard ? m_theme.window : m_theme.card);
    if (m_options.caption) {
        const double letters = captionLetters();
        const int height = static_cast<int>(letters * 2.1);
        picture.setHeight(m_options.size.height() - height);
        const QRectF line(letters, picture.height(), m_options.size.width() - 2 * letters, height);
        if (part == 0)
            paintCaption(painter, m_options.captionText.isEmpty() ? figureCaption(frame) : m_options.captionText, line);
    }
    if (m_card == kWholeDashboard)
        paintPage(painter, frame, part, picture);
    else
        paintPanel(painter, frame, static_cast<std::size_t>(m_card), picture,
                   m_options.textSize > 0 ? m_options.textSize : m_theme.textScale * textSizeFor(m_options.size));
}

double FigurePainter::captionLetters() const
{
    return m_options.textSize > 0
               ? m_options.textSize
               : m_theme.textScale *
                     std::clamp(std::min(m_options.size.width() / 76.0, m_options.size.height() / 45.0), 8.0, 32.0);
}

void FigurePainter::paintCaption(QCPPainter& painter, const QString& text, const QRectF& line) const
{
    const double letters = captionLetters();
    QFont font = themeFont(letters);
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    if (width > line.width())
        font = themeFont(std::floor(letters * line.width() / width * 0.98)); // a larger one would be cut off
    painter.setFont(font);
    painter.setPen(m_theme.mutedText);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
}

void FigurePainter::paintPanel(QCPPainter& painter, const FrameData& frame, std::size_t which, const QRect& target,
                               double textSize)
{
    const PanelInfo& info = panelCatalogue()[which];
    std::unique_ptr<Panel>& panel = m_panels[which];
    if (!panel) {
        panel.reset(info.make());
        panel->resize(target.size());
        panel->setTheme(m_theme);
        panel->setPaper(textSize);
        panel->setView(m_options.view.panels.value(QString::fromLatin1(info.id)));
    }
    panel->show(frame);
    panel->paintFigure(painter, target);
}

double FigurePainter::dashboardLetters(const QRect& page) const
{
    return m_options.textSize > 0
               ? m_options.textSize
               : m_theme.textScale * std::clamp(std::min(page.width() / 105.0, page.height() / 60.0), 8.0, 30.0);
}

void FigurePainter::paintPage(QCPPainter& painter, const FrameData& frame, int place, QRect page)
{
    const double textSize = dashboardLetters(page);
    // There is always a line for it, so that the cards of an animation stay where they are.
    const int findings = static_cast<int>(textSize * kFindingsLine);
    if (place == 0)
        paintFindings(painter, frame, page, findings);
    page.setTop(page.top() + findings);
    paintCell(painter, frame, place, page, textSize);
}

void FigurePainter::paintFindings(QCPPainter& painter, const FrameData& frame, const QRect& page, int height) const
{
    const double letters = dashboardLetters(page) * kFindingsLetters;
    FindingsPicture findings;
    findings.set(frame.findings, frame.snapshot);
    findings.paintLine(painter,
                       QRectF(page.left() + letters, page.top() + letters * 0.3, page.width() - 2 * letters, height),
                       m_theme, letters);
}

void FigurePainter::paintCell(QCPPainter& painter, const FrameData& frame, int place, const QRect& dashboard,
                              double textSize)
{
    constexpr int rows = (kPlaces + kPlaceColumns - 1) / kPlaceColumns;
    const int gap = std::max(4, static_cast<int>(textSize * 0.5));
    const int column = place % kPlaceColumns;
    const int row = place / kPlaceColumns;
    const int left = dashboard.left() + gap + column * (dashboard.width() - gap) / kPlaceColumns;
    const int right = dashboard.left() + (column + 1) * (dashboard.width() - gap) / kPlaceColumns;
    const int top = dashboard.top() + gap + row * (dashboard.height() - gap) / rows;
    const int bottom = dashboard.top() + (row + 1) * (dashboard.height() - gap) / rows;
    const QRect cell(left, top, right - left, bottom - top);
    paintPanel(painter, frame, static_cast<std::size_t>(m_options.view.seen()[place]), cell, textSize);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.border, 1));
    painter.drawRect(cell);
}

FigureFile figureFile(const FrameData& frame, int card, const FigureOptions& options, const QString& format,
                      const QString& path)
{
    FigureFile file;
    file.path = path;
    file.format = format;
    file.size = options.size;
    file.dpi = options.dpi;
    file.title = QStringLiteral("Actiscope: ") + figureName(card);
    file.description = figureCaption(frame);
    file.background = FigurePainter(card, options).background();
    file.textAsOutlines = options.textAsOutlines;
    return file;
}

NumberTable figureTable(const FrameData& frame, int card, const DashboardView& view)
{
    if (card < 0)
        return {};
    const PanelInfo& info = panelCatalogue()[static_cast<std::size_t>(card)];
    const std::unique_ptr<Panel> panel(info.make());
    panel->setView(view.panels.value(QString::fromLatin1(info.id)));
    return panel->tableOfAll(frame);
}

core::Outcome writeFigure(const FrameData& frame, int card, const FigureOptions& options, const QString& path)
{
    FigurePainter painter(card, options);
    return writeFigureFile(figureFile(frame, card, options, options.formats.value(0, QStringLiteral("png")), path),
                           [&](QCPPainter& device) { painter.paint(device, frame); });
}

core::Outcome writeFigures(const FrameData& frame, const FigureOptions& options, const QString& directory)
{
    if (!QDir().mkpath(directory))
        return core::Fault{core::FaultCode::Unwritable, directory.toStdString(), {}, 0, 0};
    std::vector<int> cards = picturedCards(frame);
    cards.insert(cards.begin(), kWholeDashboard);
    for (const int card : cards)
        for (const QString& format : options.formats) {
            FigureOptions one = options;
            one.formats = {format};
            const QString path = QDir(directory).filePath(figureName(card) + QLatin1Char('.') + format);
            if (core::Outcome outcome = writeFigure(frame, card, one, path); !outcome)
                return outcome;
        }
    return core::Done{};
}

} // namespace ui
