// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text that gives way: its letters get a little smaller, then its last parts are left out, then it ends in
// "…", and the whole stands in the tooltip. Used by cards.
#pragma once

#include <QColor>
#include <QFontMetricsF>
#include <QWidget>

namespace ui
{

/// As much of a line as fits into `width`: whole parts, between which " · " stands, while one of them fits.
QString fittingParts(const QString& text, const QFontMetricsF& metrics, double width);

class ElidedLabel : public QWidget
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] const QString& text() const { return m_text; }
    void setColor(const QColor& color);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QColor m_color;
};

} // namespace ui
