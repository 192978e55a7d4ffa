// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ExportPlan.h"

#include "ui/panels/ExportFormats.h"
#include "ui/panels/PanelCatalogue.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

constexpr double kScreenDpi = 96;
constexpr qint64 kMostPixels = 200'000'000; // a picture that fits into memory and into programs

/// One file of the request.
struct Target {
    int card = 0;
    const ExportFormat* format = nullptr;
    QString path;
};

std::vector<Target> targetsOf(const ExportRequest& request)
{
    if (request.card != kEveryCard)
        return {{request.card, &exportFormat(request.options.formats.value(0)), request.path}};
    std::vector<Target> targets;
    const int cards = static_cast<int>(panelCatalogue().size());
    for (int card = 0; card < cards; ++card)
        for (const QString& id : request.options.formats) {
            const ExportFormat& format = exportFormat(id);
            const QString name = figureName(card) + QLatin1Char('.') + QLatin1String(format.suffix);
            targets.push_back({card, &format, QDir(request.path).filePath(name)});
        }
    return targets;
}

ExportJob::Step numbersStep(const Target& target, const ExportRequest& request,
                            const std::shared_ptr<const Moment>& present)
{
    return [target, view = request.options.view, present]() -> ExportJob::Encode {
        const NumberTable table = figureTable(present->frame(), target.card, view);
        return [table, path = target.path]() -> ExportJob::Encoded {
            return std::vector<FileBytes>{{path, table.toCsv()}};
        };
    };
}

ExportJob::Step figureStep(const Target& target, const ExportRequest& request,
                           const std::shared_ptr<const Moment>& present)
{
    return [target, options = request.options, present]() -> ExportJob::Encode {
        const FrameData frame = present->frame();
        FigurePainter painter(target.card, options);
        const DrawnFigure drawn =
            drawFigure(figureFile(frame, target.card, options, target.format->idText(), target.path),
                       [&](QCPPainter& device) { painter.paint(device, frame); });
        return [drawn]() -> ExportJob::Encoded {
            const QByteArray bytes = encodeFigure(drawn);
            if (bytes.isEmpty())
                return tooLargeFault(drawn.file.path, drawn.file.size);
            return std::vector<FileBytes>{{drawn.file.path, bytes}};
        };
    };
}

/// A picture each; the last one brings the file.
std::vector<ExportJob::Step> animationSteps(const Target& target, const ExportRequest& request,
                                            const std::shared_ptr<const Moment>& present, const EarlierMoments& earlier)
{
    struct Projector { // made, used and deleted on the GUI thread
        Projector(Film shown, int card, const FigureOptions& options)
            : film(std::move(shown))
            , painter(card, options)
        {
        }
        Film film;
        FigurePainter painter;
    };
    const auto projector = std::make_shared<Projector>(Film(present, earlier, request.firstStep, request.lastStep),
                                                       target.card, request.options);
    const std::shared_ptr<AnimationEncoder> encoder = target.format->idText() == QLatin1String("gif")
                                                          ? makeGifEncoder(request.timing)
                                                          : makeWebpEncoder(request.timing);
    const double scale = request.options.dpi / kScreenDpi;
    const QSize pixels = pixelSize(request.options.size, request.options.dpi);
    const std::size_t count = projector->film.count();
    std::vector<ExportJob::Step> steps;
    for (std::size_t at = 0; at < count; ++at)
        steps.emplace_back([projector, encoder, at, count, scale, pixels, path = target.path]() -> ExportJob::Encode {
            const QImage picture = projector->painter.image(projector->film.frame(at), scale);
            return [encoder, picture, isLast = at + 1 == count, pixels, path]() -> ExportJob::Encoded {
                if (picture.isNull() || !encoder->add(picture))
                    return tooLargeFault(path, pixels);
                if (!isLast)
                    return std::vector<FileBytes>();
                const QByteArray bytes = encoder->finish();
                if (bytes.isEmpty())
                    return tooLargeFault(path, pixels);
                return std::vector<FileBytes>{{path, bytes}};
            };
        });
    return steps;
}

} // namespace

bool formatFits(const QString& format, int card)
{
    const FormatKind kind = exportFormat(format).kind;
    return !(kind == FormatKind::Numbers && card == kWholeDashboard) &&
           !(kind == FormatKind::Animation && card == kEveryCard);
}

QStringList exportPaths(const ExportRequest& request)
{
    QStringList paths;
    for (const Target& target : targetsOf(request))
        paths << target.path;
    return paths;
}

core::Outcome checkSize(const ExportRequest& request)
{
    for (const Target& target : targetsOf(request)) {
        if (target.format->kind != FormatKind::Pixels && target.format->kind != FormatKind::Animation)
            continue;
        const QSize pixels = pixelSize(request.options.size, request.options.dpi);
        const int most = target.format->mostPixels;
        if (static_cast<qint64>(pixels.width()) * pixels.height() > kMostPixels ||
            (most > 0 && (pixels.width() > most || pixels.height() > most)))
            return tooLargeFault(target.path, pixels);
    }
    return core::Done{};
}

std::vector<ExportJob::Step> exportSteps(const ExportRequest& request, const std::shared_ptr<const Moment>& present,
                                         const EarlierMoments& earlier)
{
    std::vector<ExportJob::Step> steps;
    for (const Target& target : targetsOf(request)) {
        if (target.format->kind == FormatKind::Numbers)
            steps.push_back(numbersStep(target, request, present));
        else if (target.format->kind == FormatKind::Animation)
            steps = animationSteps(target, request, present, earlier); // one film at a time
        else
            steps.push_back(figureStep(target, request, present));
    }
    return steps;
}

} // namespace ui
