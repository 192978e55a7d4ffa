// SPDX-License-Identifier: GPL-3.0-or-later
// The small heading of a section that can be folded: its name at the left, a chevron at the right. Checked: folded.
// Used by ConfigSection, on the GUI thread.
#pragma once

#include <QAbstractButton>

namespace ui
{

class SectionHeader : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SectionHeader(const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
};

} // namespace ui
