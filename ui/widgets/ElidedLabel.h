// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text that gives way: its letters get a little smaller, then it ends in "…", and the whole stands in the
// tooltip. Used by cards.
#pragma once

#include <QColor>
#include <QWidget>

namespace ui
{

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
