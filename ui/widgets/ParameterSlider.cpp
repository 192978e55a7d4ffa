// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ParameterSlider.h"

#include "ui/base/NotANumber.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/widgets/JumpSlider.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <charconv>
#include <cmath>

namespace ui
{

namespace
{

constexpr const char* kWidestNumber = "0.00000000000"; ///< for which there is room without scrolling
// Looks like plain text until the pointer or the keyboard is there.
constexpr const char* kEditStyle =
    "QLineEdit { background: transparent; border: 1px solid transparent; padding: 0px 1px; }"
    "QLineEdit:hover { border: 1px solid palette(mid); }"
    "QLineEdit:focus { border: 1px solid palette(highlight); }";

/// A number as people type it, with a decimal point; NaN for anything else.
double parsedNumber(QString text)
{
    text = text.trimmed();
    text.replace(QChar(0x2212), QLatin1Char('-'));
    if (text.startsWith(QLatin1Char('+')))
        text.remove(0, 1);
    const std::string bytes = text.toStdString();
    double value = 0;
    const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), value);
    const bool whole = error == std::errc() && end == bytes.data() + bytes.size();
    return whole && std::isfinite(value) ? value : kNaN;
}

/// The shortest text that reads back to the same number, as people write it: whole numbers in full, 1e-5 without a
/// zero.
QString typedText(double value, core::Scale scale)
{
    if (scale == core::Scale::Integer)
        return QString::number(value, 'f', 0);
    QString text = exactNumber(value);
    text.replace(QLatin1String("e-0"), QLatin1String("e-"));
    text.replace(QLatin1String("e+0"), QLatin1String("e"));
    text.replace(QLatin1String("e+"), QLatin1String("e"));
    return text;
}

} // namespace

ParameterSlider::ParameterSlider(const NumberRange& range, QWidget* parent)
    : QWidget(parent)
    , m_range(range)
    , m_scale(range)
    , m_value(range.defaultValue)
    , m_label(new QLabel(this))
    , m_edit(new QLineEdit(this))
    , m_slider(new JumpSlider(Qt::Horizontal, this))
    , m_message(new QLabel(this))
{
    m_label->installEventFilter(this);
    m_edit->setObjectName(QStringLiteral("valueText"));
    m_edit->setStyleSheet(QLatin1String(kEditStyle));
    m_edit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_edit->setTextMargins(0, 0, -2, 0); // so that the numbers end where the sliders and lists below them end
    m_edit->installEventFilter(this);
    m_slider->setFocusPolicy(Qt::StrongFocus);
    m_slider->installEventFilter(this);
    m_message->setObjectName(QStringLiteral("faultText"));
    m_message->setWordWrap(true);
    m_message->hide();

    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_label, 1);
    row->addWidget(m_edit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_slider);
    column->addWidget(m_message);

    connect(m_slider, &QSlider::valueChanged, this, &ParameterSlider::takePosition);
    connect(m_slider, &JumpSlider::letGo, this, &ParameterSlider::finish);
    connect(m_edit, &QLineEdit::editingFinished, this, &ParameterSlider::takeText);
    setRange(range);
    fitEdit();
}

void ParameterSlider::setWords(const QString& label, const QString& help)
{
    m_label->setText(label);
    m_slider->setAccessibleName(label);
    m_edit->setAccessibleName(tr("%1, value").arg(label));
    m_slider->setAccessibleDescription(help);
    setToolTip(toolTipText(label, help));
}

void ParameterSlider::setRange(const NumberRange& range)
{
    m_range = range;
    m_scale = SliderScale(range);
    const QSignalBlocker blocker(m_slider);
    m_slider->setRange(0, m_scale.count());
    m_slider->setSingleStep(m_scale.singleStep());
    m_slider->setPageStep(m_scale.pageStep());
    m_slider->setVisible(range.hasSlider());
    showValue();
}

void ParameterSlider::setValue(double value)
{
    if (busy()) {
        m_shownLater = value;
        m_hasLater = true;
        return;
    }
    m_hasLater = false;
    m_value = value;
    showValue();
}

void ParameterSlider::setMessage(const QString& message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

QSlider* ParameterSlider::slider() const
{
    return m_slider;
}

QString ParameterSlider::message() const
{
    return m_message->text();
}

bool ParameterSlider::busy() const
{
    return m_slider->isHeld() || (m_edit->hasFocus() && m_edit->isModified());
}

void ParameterSlider::showValue()
{
    // The handle stays where the hand or the arrow keys have put it, as long as that means this value: rounding must
    // not push it back.
    if (m_scale.valueAt(m_slider->value()) != m_value) {
        const QSignalBlocker blocker(m_slider);
        m_slider->setValue(m_scale.positionOf(m_value));
    }
    // The same text would be painted again, in every editor while the slider of one is dragged.
    if (const QString text = typedText(m_value, m_range.scale); text != m_edit->text())
        m_edit->setText(text);
    m_edit->setCursorPosition(0);
    m_edit->setModified(false);
}

void ParameterSlider::takePosition(int position)
{
    takeValue(m_scale.valueAt(position));
    if (!m_slider->isHeld())
        finish();
}

void ParameterSlider::takeText()
{
    if (!m_edit->isModified())
        return;
    const QString text = m_edit->text();
    const double typed = parsedNumber(text);
    if (!m_range.contains(typed)) {
        showValue();
        setMessage(refusal(text.trimmed(), typed));
        return;
    }
    m_edit->setModified(false);
    takeValue(typed);
    showValue();
    finish();
}

void ParameterSlider::takeValue(double value)
{
    setMessage(QString());
    m_hasLater = false;
    if (value == m_value)
        return;
    m_value = value;
    m_edit->setText(typedText(value, m_range.scale));
    m_edit->setModified(false);
    emit edited(value);
}

void ParameterSlider::finish()
{
    if (m_hasLater)
        setValue(m_shownLater);
    emit editingFinished();
}

void ParameterSlider::stepBy(int steps)
{
    if (m_edit->isModified())
        takeText();
    if (m_range.hasSlider())
        m_slider->setValue(m_slider->value() + steps);
    else if (m_range.contains(m_value + steps))
        takeValue(m_value + steps);
    m_edit->selectAll();
}

void ParameterSlider::resetToDefault()
{
    takeValue(m_range.defaultValue);
    showValue();
    finish();
}

QString ParameterSlider::refusal(const QString& text, double value) const
{
    const QString lowest = typedText(m_range.minimum, m_range.scale);
    if (std::isnan(value) && text.contains(QLatin1Char(',')))
        return tr("Please write “%1” with a decimal point, such as 0.01.").arg(text);
    if (std::isnan(value))
        return tr("“%1” is not a number. Please write it like 0.01 or 1e-2.").arg(text);
    if (value > m_range.maximum)
        return tr("%1 is too large: at most %2.").arg(text, typedText(m_range.maximum, m_range.scale));
    if (value < m_range.minimum)
        return tr("%1 is too small: at least %2.").arg(text, lowest);
    if (!m_range.minimumAllowed && value == m_range.minimum)
        return tr("%1 is not allowed: it has to be more than %2.").arg(text, lowest);
    return tr("%1 is not a whole number.").arg(text);
}

void ParameterSlider::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitEdit();
}

void ParameterSlider::fitEdit()
{
    m_edit->setFixedWidth(m_edit->fontMetrics().horizontalAdvance(QLatin1String(kWidestNumber)));
}

bool ParameterSlider::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonDblClick && (watched == m_slider || watched == m_label)) {
        resetToDefault();
        return true;
    }
    if (watched == m_edit && event->type() == QEvent::ShortcutOverride && !m_edit->isModified()) {
        // Nothing is being typed: undo and redo are the window's.
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && m_edit->isModified()) {
            showValue();
            setMessage(QString());
            return true;
        }
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            stepBy(key == Qt::Key_Up ? m_scale.singleStep() : -m_scale.singleStep());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ParameterSlider::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(tr("Reset to %1").arg(typedText(m_range.defaultValue, m_range.scale)), this,
                   &ParameterSlider::resetToDefault);
    menu.exec(event->globalPos());
}

} // namespace ui
