// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Panel.h"

#include "ui/base/NumberText.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/PlotView.h"
#include "ui/widgets/SegmentedSwitch.h"

#include <QActionGroup>
#include <QHBoxLayout>

namespace ui
{

namespace
{

/// A voice that is interrupted sixty times a second says nothing.
constexpr int kSentencePauseMilliseconds = 250;

} // namespace

Panel::Panel(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    m_sentencePause.setSingleShot(true);
    m_sentencePause.setInterval(kSentencePauseMilliseconds);
    connect(&m_sentencePause, &QTimer::timeout, this, [this] { say(m_sentence); });
}

void Panel::show(const FrameData& frame)
{
    m_layerCount = static_cast<int>(frame.snapshot.layers.size());
    m_selectedLayer = frame.selectedLayer;
    display(frame);
    readAgain();
    m_sentence = sentenceOfAll(frame);
    if (!m_sentencePause.isActive())
        say(m_sentence);
}

void Panel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // A larger picture shows more of the data, once what is in it has its new size too.
    QMetaObject::invokeMethod(this, &Panel::viewChanged, Qt::QueuedConnection);
}

void Panel::say(const QString& sentence)
{
    if (accessibleDescription() == sentence)
        return;
    setAccessibleDescription(sentence);
    emit sentenceChanged();
    m_sentencePause.start();
}

void Panel::setTheme(const Theme& theme)
{
    m_theme = &theme;
    if (!m_paper)
        m_textSize = kScreenTextSize * theme.textScale;
}

void Panel::setPaper(double textSize)
{
    m_paper = true;
    m_textSize = textSize;
}

PanelView Panel::view() const
{
    PanelView view;
    for (auto entry = m_switches.cbegin(); entry != m_switches.cend(); ++entry)
        view.switches.insert(entry.key(), entry.value()->choice());
    for (auto entry = m_menuSwitches.cbegin(); entry != m_menuSwitches.cend(); ++entry)
        view.switches.insert(entry.key(), choice(entry.key()));
    for (const PlotView* plot : m_plots)
        view.ranges.insert(plot->heldRanges());
    return view;
}

void Panel::setView(const PanelView& view)
{
    for (auto entry = m_switches.cbegin(); entry != m_switches.cend(); ++entry)
        if (view.switches.contains(entry.key()))
            entry.value()->setChoice(view.switches.value(entry.key()));
    for (auto entry = m_menuSwitches.cbegin(); entry != m_menuSwitches.cend(); ++entry)
        if (view.switches.contains(entry.key()))
            entry.value()->actions().at(view.switches.value(entry.key()))->setChecked(true);
    for (PlotView* plot : m_plots)
        plot->setHeldRanges(view.ranges);
}

void Panel::addToHead(QWidget* widget)
{
    if (!m_switchBar) {
        m_switchBar = new QWidget(this);
        m_switchBar->hide();
        m_switchLayout = new QHBoxLayout(m_switchBar);
        m_switchLayout->setContentsMargins(0, 0, 0, 0);
        m_switchLayout->setSpacing(4);
    }
    m_switchLayout->addWidget(widget);
}

SegmentedSwitch* Panel::addSwitch(const QString& key, const QString& name, const QStringList& choices)
{
    auto* added = new SegmentedSwitch(name, choices);
    connect(added, &SegmentedSwitch::chosen, this, [this, key] { onSwitched(key); });
    addToHead(added);
    m_switches.insert(key, added);
    return added;
}

int Panel::choice(const QString& key) const
{
    if (const SegmentedSwitch* found = m_switches.value(key))
        return found->choice();
    const QActionGroup* group = m_menuSwitches.value(key);
    return static_cast<int>(group->actions().indexOf(group->checkedAction()));
}

void Panel::setSubtitle(const QString& subtitle, bool alarm)
{
    if (subtitle == m_subtitle && alarm == m_alarm)
        return;
    m_subtitle = subtitle;
    m_alarm = alarm;
    emit subtitleChanged();
}

void Panel::paintFigure(QCPPainter& painter, const QRect& target)
{
    const double margin = m_textSize;
    const double titleHeight = m_textSize * 1.9;
    const double subtitleHeight = m_textSize * 1.6;
    painter.fillRect(target, m_theme->card);
    QRectF line(target.left() + margin, target.top() + margin * 0.6, target.width() - 2 * margin, titleHeight);
    painter.setPen(m_theme->text);
    painter.setFont(themeFont(m_textSize * 1.35, QFont::DemiBold));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, title());
    line = QRectF(line.left(), line.bottom(), line.width(), subtitleHeight);
    painter.setPen(m_alarm ? m_theme->alarm : m_theme->mutedText);
    const QFont subtitleFont = themeFont(m_textSize);
    painter.setFont(subtitleFont);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     fittingParts(m_subtitle, QFontMetricsF(subtitleFont), line.width()));

    QRect content = target;
    content.setTop(static_cast<int>(line.bottom() + m_textSize * 0.3));
    content.adjust(static_cast<int>(margin * 0.5), 0, -static_cast<int>(margin * 0.5), -static_cast<int>(margin * 0.5));
    if (const QString text = credit(); !text.isEmpty()) {
        const QRectF bottom(line.left(), content.bottom() - subtitleHeight, line.width(), subtitleHeight);
        painter.setPen(m_theme->mutedText);
        painter.setFont(themeFont(m_textSize * 0.85));
        painter.drawText(bottom, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
        content.setBottom(static_cast<int>(bottom.top()));
    }
    paintContent(painter, content);
}

QString Panel::divergenceSentence(const core::Snapshot& snapshot)
{
    if (!snapshot.divergence)
        return {};
    const QString step = countText(snapshot.divergence->step);
    if (snapshot.divergence->layer > static_cast<int>(snapshot.layers.size()))
        return tr("The run has diverged at step %1 in the output layer.").arg(step);
    return tr("The run has diverged at step %1 in layer %2.").arg(step).arg(snapshot.divergence->layer);
}

const core::LayerStatistics* Panel::selectedLayer(const FrameData& frame)
{
    const auto& layers = frame.snapshot.layers;
    const int index = frame.selectedLayer;
    if (index < 1 || index > static_cast<int>(layers.size()))
        return nullptr;
    return &layers[static_cast<std::size_t>(index - 1)];
}

} // namespace ui
