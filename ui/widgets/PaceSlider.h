// SPDX-License-Identifier: GPL-3.0-or-later
// How fast to train: from one step a second in even steps of one, two and five up to as fast as it goes, at the right
// end. Used by RunBar, on the GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace ui
{

class JumpSlider;

class PaceSlider : public QWidget
{
    Q_OBJECT

public:
    explicit PaceSlider(QWidget* parent = nullptr);

    /// Shows a pace without emitting; 0 is as fast as it goes. Any pace can be shown, also one between two positions.
    void setStepsPerSecond(double stepsPerSecond);
    [[nodiscard]] QSlider* slider() const;

signals:
    /// Continuously while dragging.
    void edited(double stepsPerSecond);
    void editingFinished();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fitText();
    void showText(double stepsPerSecond);
    [[nodiscard]] static QString paceText(double stepsPerSecond);

    JumpSlider* m_slider;
    QLabel* m_text;
};

} // namespace ui
