// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PaceSlider.h"

#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/widgets/JumpSlider.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui
{

namespace
{

constexpr std::array<double, 13> kPaces{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000};
constexpr int kFastest = static_cast<int>(kPaces.size()); ///< the position of "as fast as it goes"
constexpr int kSliderWidth = 110;

int positionOf(double stepsPerSecond)
{
    if (stepsPerSecond <= 0)
        return kFastest;
    const auto distance = [&](double pace) { return std::abs(std::log(pace / stepsPerSecond)); };
    const auto nearest = std::min_element(kPaces.begin(), kPaces.end(),
                                          [&](double left, double right) { return distance(left) < distance(right); });
    return static_cast<int>(nearest - kPaces.begin());
}

} // namespace

PaceSlider::PaceSlider(QWidget* parent)
    : QWidget(parent)
    , m_slider(new JumpSlider(Qt::Horizontal, this))
    , m_text(new QLabel(this))
{
    auto* label = new QLabel(tr("Pace"), this);
    m_text->setObjectName(QStringLiteral("paceText"));
    m_slider->setRange(0, kFastest);
    m_slider->setSingleStep(1);
    m_slider->setPageStep(3);
    m_slider->setFixedWidth(kSliderWidth);
    m_slider->setFocusPolicy(Qt::StrongFocus);
    m_slider->setAccessibleName(tr("Pace"));
    setToolTip(
        toolTipText(tr("Pace"), tr("How many steps to make a second, so that an effect can be watched as it unfolds. "
                                   "At the right end: as fast as it goes.")));
    showText(0);
    fitText();

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_slider);
    row->addWidget(m_text);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(m_slider, &QSlider::valueChanged, this, [this](int position) {
        const double pace = position >= kFastest ? 0 : kPaces[static_cast<std::size_t>(position)];
        showText(pace);
        emit edited(pace);
        if (!m_slider->isHeld())
            emit editingFinished();
    });
    connect(m_slider, &JumpSlider::letGo, this, &PaceSlider::editingFinished);
}

void PaceSlider::setStepsPerSecond(double stepsPerSecond)
{
    const QSignalBlocker blocker(m_slider);
    if (!m_slider->isHeld())
        m_slider->setValue(positionOf(stepsPerSecond));
    showText(stepsPerSecond);
}

QSlider* PaceSlider::slider() const
{
    return m_slider;
}

void PaceSlider::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitText();
}

void PaceSlider::fitText()
{
    // As wide as its longest text, so that nothing moves while dragging.
    const QFontMetrics metrics = m_text->fontMetrics();
    const int longest =
        std::max(metrics.horizontalAdvance(paceText(kPaces.back())), metrics.horizontalAdvance(paceText(0)));
    m_text->setMinimumWidth(longest + 6);
}

void PaceSlider::showText(double stepsPerSecond)
{
    m_text->setText(paceText(stepsPerSecond));
}

QString PaceSlider::paceText(double stepsPerSecond)
{
    if (stepsPerSecond <= 0)
        return tr("as fast as it goes");
    if (stepsPerSecond == 1)
        return tr("1 step a second");
    return tr("%1 steps a second").arg(countText(std::llround(stepsPerSecond)));
}

} // namespace ui
