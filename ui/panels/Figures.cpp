// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Figures.h"

#include "core/nn/Optimizer.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/Panel.h"
#include "ui/panels/PanelCatalogue.h"
#include "ui/widgets/FigureExport.h"

#include <QCoreApplication>
#include <QDir>

#include <qcustomplot.h>

#include <algorithm>
#include <memory>

namespace ui
{

namespace
{

constexpr int kColumns = 3;

/// The context of this file's words.
struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(ui::FigureWords)
};

/// "Leaky ReLU (negative slope 0.2)" is a name with what was chosen; defaults need no mention.
QString activationText(const core::Choice& choice)
{
    QString text = kindName("network.activation.kind", choice.kind);
    QStringList parameters;
    for (const auto& [name, value] : choice.parameters) {
        QString label = fieldLabel("network.activation." + name);
        label[0] = label[0].toLower();
        parameters << QStringLiteral("%1 %2").arg(label, exactNumber(value));
    }
    if (!parameters.isEmpty())
        text += QStringLiteral(" (%1)").arg(parameters.join(QStringLiteral(", ")));
    return text;
}

/// A parameter's value: as chosen, or the default of its row.
double learningRate(const core::Choice& optimizer)
{
    constexpr std::string_view kName = "learning_rate";
    if (const auto chosen = optimizer.parameters.find(kName); chosen != optimizer.parameters.end())
        return chosen->second;
    if (const core::OptimizerInfo* info = core::findRow(core::optimizerCatalogue(), optimizer.kind))
        for (const core::ParameterInfo& parameter : info->parameters)
            if (parameter.name == kName)
                return parameter.defaultValue;
    return 0;
}

/// The letters of a figure: legible on a slide, and in proportion when the figure is small.
double textSizeFor(const QSize& size)
{
    return std::clamp(std::min(size.width() / 60.0, size.height() / 37.0), 9.0, 40.0);
}

void paintPanel(QCPPainter& painter, const FrameData& frame, const PanelInfo& info, const FigureOptions& options,
                const QRect& target, double textSize)
{
    const std::unique_ptr<Panel> panel(info.make());
    panel->resize(target.size());
    panel->setTheme(Theme::of(options.theme));
    panel->setPaper(textSize);
    panel->setView(options.view.value(QString::fromLatin1(info.id)));
    panel->show(frame);
    panel->paintFigure(painter, target);
}

void paintDashboard(QCPPainter& painter, const FrameData& frame, const FigureOptions& options, const QRect& target)
{
    const Theme& theme = Theme::of(options.theme);
    const auto panels = panelCatalogue();
    const int rows = (static_cast<int>(panels.size()) + kColumns - 1) / kColumns;
    const double textSize = std::clamp(std::min(target.width() / 105.0, target.height() / 60.0), 8.0, 30.0);
    painter.fillRect(target, theme.window);
    const int gap = std::max(4, static_cast<int>(textSize * 0.5));
    for (std::size_t at = 0; at < panels.size(); ++at) {
        const int column = static_cast<int>(at) % kColumns;
        const int row = static_cast<int>(at) / kColumns;
        const int left = target.left() + gap + column * (target.width() - gap) / kColumns;
        const int right = target.left() + (column + 1) * (target.width() - gap) / kColumns;
        const int top = target.top() + gap + row * (target.height() - gap) / rows;
        const int bottom = target.top() + (row + 1) * (target.height() - gap) / rows;
        const QRect cell(left, top, right - left, bottom - top);
        paintPanel(painter, frame, panels[at], options, cell, textSize);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.border, 1));
        painter.drawRect(cell);
    }
}

void paintFigure(QCPPainter& painter, const FrameData& frame, int card, const FigureOptions& options)
{
    const Theme& theme = Theme::of(options.theme);
    QRect picture(QPoint(0, 0), options.size);
    painter.fillRect(picture, card == kWholeDashboard ? theme.window : theme.card);
    if (options.caption) {
        const double letters =
            std::clamp(std::min(options.size.width() / 76.0, options.size.height() / 45.0), 8.0, 32.0);
        const int height = static_cast<int>(letters * 2.1);
        const QRectF line(letters, options.size.height() - height, options.size.width() - 2 * letters, height);
        picture.setHeight(options.size.height() - height);
        QFont font = themeFont(letters);
        const double width = QFontMetricsF(font).horizontalAdvance(figureCaption(frame));
        if (width > line.width())
            font = themeFont(letters * line.width() / width * 0.98);
        painter.setFont(font);
        painter.setPen(theme.mutedText);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, figureCaption(frame));
    }
    if (card == kWholeDashboard)
        paintDashboard(painter, frame, options, picture);
    else
        paintPanel(painter, frame, panelCatalogue()[static_cast<std::size_t>(card)], options, picture,
                   textSizeFor(options.size));
}

core::Outcome writeOne(const FrameData& frame, int card, const FigureOptions& options, const QString& format,
                       const QString& path)
{
    FigureFile file;
    file.path = path;
    file.format = format;
    file.size = options.size;
    file.dpi = options.dpi;
    file.title = QStringLiteral("Actiscope: ") + figureName(card);
    file.description = figureCaption(frame);
    file.background = Theme::of(options.theme).card;
    return writeFigureFile(file, [&](QCPPainter& painter) { paintFigure(painter, frame, card, options); });
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
    if (config.network.normalization.kind != "none")
        parts << kindName("network.normalization.kind", config.network.normalization.kind);
    parts << kindName("initializer.kind", config.initializer.weights.kind);
    parts << FigureWords::tr("%1, rate %2")
                 .arg(kindName("optimizer.kind", config.optimizer.kind), exactNumber(learningRate(config.optimizer)));
    parts << kindName("data.source", config.data.source);
    parts << FigureWords::tr("seed %1").arg(config.seed);
    parts << FigureWords::tr("step %1").arg(countText(frame.snapshot.step));
    return parts.join(QStringLiteral("  ·  "));
}

core::Outcome writeFigure(const FrameData& frame, int card, const FigureOptions& options, const QString& path)
{
    return writeOne(frame, card, options, options.formats.value(0, QStringLiteral("png")), path);
}

core::Outcome writeFigures(const FrameData& frame, const FigureOptions& options, const QString& directory)
{
    if (!QDir().mkpath(directory))
        return core::Fault{core::FaultCode::Unwritable, directory.toStdString(), {}, 0, 0};
    const int cards = static_cast<int>(panelCatalogue().size());
    for (int card = kWholeDashboard; card < cards; ++card)
        for (const QString& format : options.formats) {
            const QString path = QDir(directory).filePath(figureName(card) + QLatin1Char('.') + format);
            if (core::Outcome outcome = writeOne(frame, card, options, format, path); !outcome)
                return outcome;
        }
    return core::Done{};
}

} // namespace ui
