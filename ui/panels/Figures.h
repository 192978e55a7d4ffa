// SPDX-License-Identifier: GPL-3.0-or-later
// The cards as figures for slides and papers: the same panels, drawn for print with title, caption and larger letters.
// Used by the window's export and by `run --figures`; needs a QApplication (any platform, also one without a display),
// GUI thread.
#pragma once

#include "core/base/Result.h"
#include "ui/base/FrameData.h"
#include "ui/base/Theme.h"
#include "ui/panels/Dashboard.h"
#include "ui/widgets/FigureExport.h"

#include <QImage>
#include <QSize>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace ui
{

struct FigureOptions {
    QSize size{960, 600}; ///< pixels at 96 dpi
    int dpi = 192;        ///< of pictures in pixels
    QStringList formats{QStringLiteral("png")};
    ThemeKind theme = ThemeKind::Light;
    bool caption = true;        ///< a line with the experiment's settings …
    QString captionText{};      ///< … or with these words, if there are any
    bool transparent = false;   ///< no background
    double textSize = 0;        ///< of letters, in pixels at 96 dpi; 0: in proportion to the size
    bool textAsOutlines = true; ///< SVG: paths need no font, text can be edited
    DashboardView view;         ///< which switches stand where; absent ones are as at the start
};

/// The settings in one line: activation, depth × width, initializer, optimizer, learning rate, seed, step.
QString figureCaption(const FrameData& frame);

/// Number −1 of the cards: all of them on one page.
inline constexpr int kWholeDashboard = -1;
/// "activation" … "decision", "dashboard"
QString figureName(int card);

/// Draws one card (from 0, as in panelCatalogue) or the dashboard, for one moment after the other.
class FigurePainter
{
public:
    FigurePainter(int card, FigureOptions options);
    ~FigurePainter();
    FigurePainter(const FigurePainter&) = delete;
    FigurePainter& operator=(const FigurePainter&) = delete;

    /// Into (0, 0) … options.size.
    void paint(QCPPainter& painter, const FrameData& frame);
    /// What takes long is painted in parts, between which the window may do other things: each onto those before.
    [[nodiscard]] int parts() const;
    void paintPart(QCPPainter& painter, const FrameData& frame, int part);
    /// Onto the picture, which the first part makes.
    void addPart(QImage& picture, const FrameData& frame, double scale, int part);
    /// As pixels, `scale` times as many as options.size says. Null if it does not fit into memory.
    [[nodiscard]] QImage image(const FrameData& frame, double scale);
    /// What lies behind everything, with alpha 0 for nothing.
    [[nodiscard]] QColor background() const;

private:
    [[nodiscard]] double captionLetters() const;
    [[nodiscard]] double dashboardLetters(const QRect& page) const;
    void paintFindings(QCPPainter& painter, const FrameData& frame, const QRect& page, int height) const;
    void paintCaption(QCPPainter& painter, const QString& text, const QRectF& line) const;
    void paintPanel(QCPPainter& painter, const FrameData& frame, std::size_t which, const QRect& target,
                    double textSize);
    /// What was found, in a line, and one of the cards below it.
    void paintPage(QCPPainter& painter, const FrameData& frame, int place, QRect page);
    void paintCell(QCPPainter& painter, const FrameData& frame, int place, const QRect& dashboard, double textSize);

    int m_card;
    FigureOptions m_options;
    Theme m_theme;
    std::vector<std::unique_ptr<Panel>> m_panels; ///< by card, made when they are first drawn
};

/// The file of a figure that is to be drawn by a FigurePainter.
FigureFile figureFile(const FrameData& frame, int card, const FigureOptions& options, const QString& format,
                      const QString& path);

/// The numbers behind one card. The dashboard has none.
NumberTable figureTable(const FrameData& frame, int card, const DashboardView& view);

/// One card (from 0, as in panelCatalogue) or the dashboard into the file `path`, in the first of the formats.
core::Outcome writeFigure(const FrameData& frame, int card, const FigureOptions& options, const QString& path);

/// All cards and the dashboard into `directory` (made if it is not there), each in all formats. Fault: Unwritable.
core::Outcome writeFigures(const FrameData& frame, const FigureOptions& options, const QString& directory);

} // namespace ui
