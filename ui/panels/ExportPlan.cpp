// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ExportPlan.h"

#include "ui/panels/ExportFormats.h"
#include "ui/panels/PanelCatalogue.h"
#include "ui/widgets/FigureExport.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

constexpr qint64 kMostPixels = 200'000'000; // a picture that fits into memory and into programs

/// One file of the request.
struct Target {
    int card = 0;
    const ExportFormat* format = nullptr;
    QString path;
};

std::vector<Target> targetsOf(const ExportRequest& request, const FrameData& frame)
{
    if (request.card != kEveryCard)
        return {{request.card, &exportFormat(request.options.formats.value(0)), request.path}};
    std::vector<Target> targets;
    for (const int card : picturedCards(frame))
        for (const QString& id : request.options.formats) {
            const ExportFormat& format = exportFormat(id);
            const QString name = figureName(card) + QLatin1Char('.') + QLatin1String(format.suffix);
            targets.push_back({card, &format, QDir(request.path).filePath(name)});
        }
    return targets;
}

ExportJob::Encoded encoded(const DrawnFigure& drawn)
{
    const QByteArray bytes = encodeFigure(drawn);
    if (bytes.isEmpty())
        return tooLargeFault(drawn.file.path, pixelSize(drawn.file.size, drawn.file.dpi));
    return std::vector<FileBytes>{{drawn.file.path, bytes}};
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

ExportJob::Step vectorsStep(const Target& target, const ExportRequest& request,
                            const std::shared_ptr<const Moment>& present)
{
    return [target, options = request.options, present]() -> ExportJob::Encode {
        const FrameData frame = present->frame();
        FigurePainter painter(target.card, options);
        const DrawnFigure drawn =
            drawFigure(figureFile(frame, target.card, options, target.format->idText(), target.path),
                       [&](QCPPainter& device) { painter.paint(device, frame); });
        return [drawn] { return encoded(drawn); };
    };
}

/// What draws pictures, one after the other, and the one that is being drawn. Made, used and deleted on the GUI thread.
struct Projector {
    Projector(Film shown, int card, const FigureOptions& options)
        : film(std::move(shown))
        , painter(card, options)
    {
    }
    Film film;
    FigurePainter painter;
    QImage picture;
};

/// The steps that draw one moment of the film, part by part; `encode` goes on with the picture.
void addPictureSteps(std::vector<ExportJob::Step>& steps, const std::shared_ptr<Projector>& projector, std::size_t at,
                     double scale, const std::function<ExportJob::Encode(const QImage&)>& encode)
{
    const int parts = projector->painter.parts();
    for (int part = 0; part < parts; ++part)
        steps.emplace_back([=]() -> ExportJob::Encode {
            projector->painter.addPart(projector->picture, projector->film.frame(at), scale, part);
            return part + 1 < parts ? ExportJob::Encode() : encode(std::exchange(projector->picture, {}));
        });
}

void addPixelsSteps(std::vector<ExportJob::Step>& steps, const Target& target, const ExportRequest& request,
                    const std::shared_ptr<const Moment>& present)
{
    const std::int64_t now = present->snapshot.step;
    const auto projector = std::make_shared<Projector>(Film(present, {}, now, now), target.card, request.options);
    const FigureFile file =
        figureFile(present->frame(), target.card, request.options, target.format->idText(), target.path);
    addPictureSteps(steps, projector, 0, static_cast<double>(request.options.dpi) / kScreenDpi,
                    [file](const QImage& picture) {
                        return [drawn = DrawnFigure{file, picture, {}}] { return encoded(drawn); };
                    });
}

/// A picture after the other; the last one brings the file.
void addAnimationSteps(std::vector<ExportJob::Step>& steps, const Target& target, const ExportRequest& request,
                       const std::shared_ptr<const Moment>& present, const EarlierMoments& earlier)
{
    const auto projector = std::make_shared<Projector>(Film(present, earlier, request.firstStep, request.lastStep),
                                                       target.card, request.options);
    const std::shared_ptr<AnimationEncoder> encoder = target.format->idText() == QLatin1String("gif")
                                                          ? makeGifEncoder(request.timing)
                                                          : makeWebpEncoder(request.timing);
    const QSize pixels = pixelSize(request.options.size, request.options.dpi);
    const std::size_t count = projector->film.count();
    for (std::size_t at = 0; at < count; ++at) {
        const auto encode = [=, isLast = at + 1 == count, path = target.path](const QImage& picture) {
            return [=]() -> ExportJob::Encoded {
                if (picture.isNull() || !encoder->add(picture))
                    return tooLargeFault(path, pixels);
                if (!isLast)
                    return std::vector<FileBytes>();
                const QByteArray bytes = encoder->finish();
                if (bytes.isEmpty())
                    return tooLargeFault(path, pixels);
                return std::vector<FileBytes>{{path, bytes}};
            };
        };
        addPictureSteps(steps, projector, at, static_cast<double>(request.options.dpi) / kScreenDpi, encode);
    }
}

} // namespace

bool formatFits(const QString& format, int card)
{
    const FormatKind kind = exportFormat(format).kind;
    return !(kind == FormatKind::Numbers && card == kWholeDashboard) &&
           !(kind == FormatKind::Animation && card == kEveryCard);
}

QStringList exportPaths(const ExportRequest& request, const Moment& present)
{
    QStringList paths;
    for (const Target& target : targetsOf(request, present.frame()))
        paths << target.path;
    return paths;
}

core::Outcome checkSize(const ExportRequest& request, const Moment& present)
{
    for (const Target& target : targetsOf(request, present.frame())) {
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
    for (const Target& target : targetsOf(request, present->frame()))
        switch (target.format->kind) {
        case FormatKind::Numbers:
            steps.push_back(numbersStep(target, request, present));
            break;
        case FormatKind::Vectors:
            steps.push_back(vectorsStep(target, request, present));
            break;
        case FormatKind::Pixels:
            addPixelsSteps(steps, target, request, present);
            break;
        case FormatKind::Animation:
            addAnimationSteps(steps, target, request, present, earlier);
            break;
        }
    return steps;
}

} // namespace ui
