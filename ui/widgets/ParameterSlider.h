// SPDX-License-Identifier: GPL-3.0-or-later
// One number of the experiment: its name, its value, which can be typed, and a slider below. A number outside the
// slider's range may be typed as long as it is allowed; what is not allowed is refused in place, with the reason, and
// the old value stays. Double-click on the slider or the name goes back to the default. Used by the sidebar's editors
// and by dialogs, on the GUI thread.
#pragma once

#include "ui/widgets/SliderScale.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSlider;

namespace ui
{

class JumpSlider;

class ParameterSlider : public QWidget
{
    Q_OBJECT

public:
    explicit ParameterSlider(const NumberRange& range, QWidget* parent = nullptr);

    /// What it is called, for eyes and screen readers, and what it does, for the tool tip.
    void setWords(const QString& label, const QString& help);
    void setRange(const NumberRange& range);
    /// Shows a value without emitting anything. While the user drags or types, the value is kept for later.
    void setValue(double value);
    [[nodiscard]] double value() const { return m_value; }
    /// Says in place why a value was refused; empty: all is well.
    void setMessage(const QString& message);
    [[nodiscard]] QString message() const;
    /// True while the user is dragging the slider or has typed something that is not yet taken over.
    [[nodiscard]] bool busy() const;

    [[nodiscard]] QSlider* slider() const;
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }

signals:
    /// Continuously while dragging, once after typing.
    void edited(double value);
    /// The hand has left the slider, or a typed value was taken over.
    void editingFinished();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void fitEdit();
    void takePosition(int position);
    void takeText();
    void takeValue(double value);
    void finish();
    void stepBy(int steps);
    void resetToDefault();
    void showValue();
    [[nodiscard]] QString refusal(const QString& text, double value) const;

    NumberRange m_range;
    SliderScale m_scale;
    double m_value = 0;
    double m_shownLater = 0;
    bool m_hasLater = false;
    QLabel* m_label;
    QLineEdit* m_edit;
    JumpSlider* m_slider;
    QLabel* m_message;
};

} // namespace ui
