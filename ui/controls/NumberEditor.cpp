// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/NumberEditor.h"

#include "ui/base/Words.h"
#include "ui/widgets/ParameterSlider.h"

#include <QVBoxLayout>

namespace ui
{

namespace
{

/// A whole number from so large a range is chosen by typing; a slider could not hit it.
constexpr double kWidestSlider = 1e6;

NumberRange rangeOf(const core::Field& field)
{
    NumberRange range;
    range.minimum = field.minimum;
    range.maximum = field.maximum;
    range.minimumAllowed = field.minimumAllowed;
    range.scale = field.type == core::FieldType::Integer ? core::Scale::Integer : field.scale;
    range.sliderMinimum = field.sliderMinimum;
    range.sliderMaximum = field.sliderMaximum;
    if (range.scale == core::Scale::Integer && range.sliderMaximum - range.sliderMinimum > kWidestSlider)
        range.sliderMaximum = range.sliderMinimum;
    if (const double* number = std::get_if<double>(&field.defaultValue))
        range.defaultValue = *number;
    return range;
}

} // namespace

NumberEditor::NumberEditor(const core::Field& field, QWidget* parent)
    : FieldEditor(field, parent)
    , m_range(rangeOf(field))
    , m_slider(new ParameterSlider(m_range, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_slider);
    m_slider->setWords(fieldLabel(field.path), fieldHelp(field.path));
    connect(m_slider, &ParameterSlider::edited, this, [this](double value) { send(value); });
    connect(m_slider, &ParameterSlider::editingFinished, this, &FieldEditor::editingFinished);
}

void NumberEditor::showField(const core::Field& field, const core::Value& value)
{
    if (const NumberRange range = rangeOf(field); !(range == m_range)) {
        m_range = range;
        m_slider->setRange(range);
    }
    if (const double* number = std::get_if<double>(&value))
        m_slider->setValue(*number);
}

void NumberEditor::showMessage(const QString& message)
{
    m_slider->setMessage(message);
}

} // namespace ui
