// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DrawingTools.h"

#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/widgets/TintedIcon.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace ui
{

namespace
{

constexpr int kFewestChips = 3;
constexpr int kNarrowestChip = 14; ///< ten of them fit into the narrowest card
constexpr double kChipSide = 24;

/// A class to draw: its number on its colour, so that nobody has to tell colours apart.
class ClassChip : public QToolButton
{
public:
    explicit ClassChip(int label)
        : m_label(label)
    {
        setCheckable(true);
        setText(QString::number(label));
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }
    void setLook(const Theme& theme, const QColor& color, bool isUsed)
    {
        m_theme = &theme;
        m_color = color;
        m_isUsed = isUsed;
        setMinimumWidth(kNarrowestChip);
        setMaximumWidth(theme.scaled(kChipSide * 1.2));
        setFixedHeight(theme.scaled(kChipSide));
        update();
    }
    [[nodiscard]] int label() const { return m_label; }
    [[nodiscard]] QSize sizeHint() const override { return {maximumWidth(), height()}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {kNarrowestChip, height()}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing, true);
        const QRectF whole(rect());
        const double gap = std::min(4.0, width() * 0.16);
        const bool isFull = m_isUsed || isChecked();
        const QColor ground = isFull ? m_color : mixed(m_theme->card, m_color, underMouse() ? 0.35 : 0.12);
        painter.setPen(QPen(m_color, 1.5));
        painter.setBrush(ground);
        painter.drawRoundedRect(whole.adjusted(gap, gap, -gap, -gap), 4, 4);
        if (isChecked() || hasFocus()) {
            painter.setPen(QPen(isChecked() ? m_theme->text : m_theme->accent, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 5, 5);
        }
        if (isChecked() && hasFocus()) {
            painter.setPen(QPen(m_theme->accent, 1, Qt::DotLine));
            painter.drawRoundedRect(whole.adjusted(3, 3, -3, -3), 4, 4);
        }
        constexpr int kMiddle = 145; // above it black letters are read more easily than white ones
        painter.setPen(qGray(ground.rgb()) > kMiddle ? Qt::black : Qt::white);
        painter.setFont(themeFont(std::min(12 * m_theme->textScale, width() * 0.62), QFont::DemiBold));
        painter.drawText(whole, Qt::AlignCenter, text());
    }

private:
    int m_label;
    const Theme* m_theme = &Theme::of(ThemeKind::Light);
    QColor m_color;
    bool m_isUsed = false;
};

} // namespace

DrawingTools::DrawingTools(QWidget* parent)
    : QWidget(parent)
    , m_eraser(new QToolButton)
    , m_clear(new QToolButton)
{
    setAccessibleName(tr("Drawing tools"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(2, 0, 2, 2);
    line->setSpacing(1);
    for (int label = 0; label < core::kDrawnClasses; ++label) {
        auto* chip = new ClassChip(label);
        chip->setObjectName(QStringLiteral("chip%1").arg(label));
        connect(chip, &QToolButton::clicked, this, [this, label] { choose(label); });
        m_chips << chip;
    }
    m_eraser->setObjectName(QStringLiteral("eraser"));
    m_eraser->setCheckable(true);
    m_eraser->setAccessibleName(tr("Erase points"));
    m_eraser->setToolTip(
        toolTipText(tr("Erase points"), tr("Click or drag over the points that shall go. The right mouse button erases "
                                           "too, whatever is chosen here.")));
    m_clear->setObjectName(QStringLiteral("clear"));
    m_clear->setAccessibleName(tr("Clear all points"));
    m_clear->setToolTip(toolTipText(tr("Clear all points"), tr("An empty sheet. Undo brings the points back.")));
    for (QToolButton* chip : m_chips)
        line->addWidget(chip);
    line->addSpacing(4);
    for (QToolButton* button : {m_eraser, m_clear}) {
        button->setProperty("quiet", true);
        line->addWidget(button);
    }
    line->addStretch(1);
    for (QToolButton* button : m_chips + QList{m_eraser})
        button->installEventFilter(this);
    connect(m_eraser, &QToolButton::clicked, this, [this] { choose(kEraser); });
    connect(m_clear, &QToolButton::clicked, this, &DrawingTools::clearWanted);
    arrange();
}

QToolButton* DrawingTools::buttonOf(int tool) const
{
    return tool == kEraser ? m_eraser : m_chips[tool];
}

QColor DrawingTools::colorOf(int label) const
{
    const ClassPlace place = placeOf(m_counts, label);
    return m_theme->classColor(place.rank, place.classes);
}

void DrawingTools::setTool(int tool)
{
    m_tool = tool;
    arrange();
}

void DrawingTools::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_eraser->setIcon(tintedIcon(QStringLiteral("eraser"), theme.text));
    m_clear->setIcon(tintedIcon(QStringLiteral("clear"), theme.text));
    for (QToolButton* button : {m_eraser, m_clear}) {
        button->setFixedSize(theme.scaled(22), theme.scaled(kChipSide));
        button->setIconSize({theme.scaled(16), theme.scaled(16)});
    }
    arrange();
}

void DrawingTools::setCounts(const ClassCounts& counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    arrange();
}

void DrawingTools::arrange()
{
    int last = m_tool;
    for (int label = 0; label < core::kDrawnClasses; ++label)
        if (m_counts[static_cast<std::size_t>(label)] > 0)
            last = std::max(last, label);
    const int shown = std::clamp(last + 2, kFewestChips, core::kDrawnClasses);
    for (int label = 0; label < core::kDrawnClasses; ++label) {
        const int count = m_counts[static_cast<std::size_t>(label)];
        auto* chip = static_cast<ClassChip*>(m_chips[label]);
        chip->setLook(*m_theme, colorOf(label), count > 0);
        chip->setVisible(label < shown);
        chip->setAccessibleName(tr("Draw class %1").arg(label));
        chip->setAccessibleDescription(tr("It has %1 points.").arg(countText(count)));
        chip->setToolTip(toolTipText(tr("Draw class %1").arg(label),
                                     tr("Click to draw a point, drag to draw many. It has %1 points. Key: %2.")
                                         .arg(countText(count))
                                         .arg(label)));
    }
    for (QToolButton* button : m_chips + QList{m_eraser}) {
        const bool isChosen = button == buttonOf(m_tool);
        button->setChecked(isChosen);
        // One stop for the Tab key; the arrows move inside.
        button->setFocusPolicy(isChosen ? Qt::TabFocus : Qt::NoFocus);
    }
    m_clear->setFocusPolicy(Qt::TabFocus);
    m_clear->setEnabled(m_counts != ClassCounts{});
}

void DrawingTools::choose(int tool)
{
    setTool(tool);
    emit chosen(tool);
}

bool DrawingTools::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        choose(key - Qt::Key_0);
        buttonOf(m_tool)->setFocus(Qt::TabFocusReason);
        return true;
    }
    const bool isForward = key == Qt::Key_Right || key == Qt::Key_Down;
    if (!isForward && key != Qt::Key_Left && key != Qt::Key_Up)
        return QWidget::eventFilter(watched, event);
    QList<QToolButton*> row;
    for (QToolButton* button : m_chips + QList{m_eraser})
        if (!button->isHidden())
            row << button;
    const auto here = row.indexOf(buttonOf(m_tool));
    QToolButton* next = row[std::clamp<qsizetype>(here + (isForward ? 1 : -1), 0, row.size() - 1)];
    choose(next == m_eraser ? kEraser : static_cast<int>(m_chips.indexOf(next)));
    next->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace ui
