// SPDX-License-Identifier: GPL-3.0-or-later
// What a network answers where its input space cannot be drawn: the confusion matrix with its numbers and, for
// pictures, some samples with their answers, the wrong ones framed. A plain value that paints itself; used by
// DecisionPanel.
#pragma once

#include "core/data/DataPreview.h"
#include "core/probe/Snapshot.h"
#include "ui/base/Theme.h"
#include "ui/widgets/Readout.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QRectF>

#include <memory>
#include <vector>

namespace ui
{

class ConfusionPicture
{
    Q_DECLARE_TR_FUNCTIONS(ui::ConfusionPicture)

public:
    void set(const core::DecisionMap& decision, const std::shared_ptr<const core::DataPreview>& data);
    [[nodiscard]] bool empty() const { return m_counts.empty(); }
    [[nodiscard]] bool hasThumbnails() const { return !m_thumbnails.empty(); }
    [[nodiscard]] std::int64_t right() const;
    [[nodiscard]] std::int64_t total() const;

    void paint(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;
    /// What stands at a point of the area painted: a cell of the matrix, or a sample. Empty where there is nothing.
    [[nodiscard]] Readout describe(const QPointF& point, const QRectF& area, double textSize) const;
    [[nodiscard]] QString className(int label) const;

private:
    struct Thumbnail {
        QImage image;
        int label = 0;
        int answer = 0;
    };
    void paintMatrix(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;
    void paintCell(QPainter& painter, const QRectF& cell, int truth, int answer, const Theme& theme) const;
    void paintThumbnails(QPainter& painter, const QRectF& area, const Theme& theme, double textSize) const;
    /// The part of the area that belongs to the matrix; the samples have the rest.
    [[nodiscard]] QRectF matrixArea(const QRectF& area, double textSize) const;
    [[nodiscard]] QRectF thumbnailArea(const QRectF& area, double textSize) const;
    /// The matrix itself, without its names.
    /// Room for the names of the classes.
    [[nodiscard]] double leftMargin(const QRectF& area, double textSize) const;
    [[nodiscard]] QRectF matrixIn(const QRectF& area, double textSize) const;
    struct Pitch {
        int columns = 1;
        double side = 0;
        double x = 0;
        double y = 0;
    };
    [[nodiscard]] Pitch thumbnailPitch(const QRectF& area, double textSize) const;
    [[nodiscard]] std::int64_t count(int truth, int answer) const;
    [[nodiscard]] std::int64_t countOfTruth(int truth) const;

    int m_classes = 0;
    std::vector<std::int64_t> m_counts;
    std::vector<Thumbnail> m_thumbnails;
    std::shared_ptr<const core::DataPreview> m_data;
};

} // namespace ui
