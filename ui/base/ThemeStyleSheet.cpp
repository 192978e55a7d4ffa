// SPDX-License-Identifier: GPL-3.0-or-later
// The style sheet of the whole window, written once with names of colours in place of colours, and with lengths in "sp"
// where they go with the letters.
#include "ui/base/Theme.h"

#include <QRegularExpression>

#include <utility>

namespace ui
{

namespace
{

/// "12sp" at a scale of 1.25 → "15px".
QString withLengths(const QString& sheet, const Theme& theme)
{
    static const QRegularExpression length(QStringLiteral("(\\d+)sp\\b"));
    QString scaled;
    qsizetype end = 0;
    for (auto matches = length.globalMatch(sheet); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        scaled += QStringView(sheet).mid(end, match.capturedStart() - end);
        scaled += QStringLiteral("%1px").arg(theme.scaled(match.captured(1).toInt()));
        end = match.capturedEnd();
    }
    return scaled.append(QStringView(sheet).mid(end));
}

const char* const kStyleSheet = R"(
* { outline: none; }
QMainWindow, QDialog { background: @window; }
QMenuBar, QMenu, QStatusBar, QStatusBar QWidget, QToolBar, QToolBar QWidget { font-size: 13sp; }
QLabel, QCheckBox, QRadioButton { background: transparent; color: @text; }
QLabel:disabled, QCheckBox:disabled { color: @faded; }
QToolTip { background: @card; color: @text; border: 1px solid @outline; padding: 4px 6px; }

QToolBar { background: @chrome; border: none; border-bottom: 1px solid @border; padding: 6px 10px; spacing: 6px; }
QToolBar::separator { background: @border; width: 1px; margin: 5px 6px; }
QStatusBar { background: @chrome; color: @muted; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QMenuBar { background: @chrome; color: @text; }
QMenuBar::item:selected { background: @hovered; }
#sidebar { background: @chrome; border: none; border-right: 1px solid @border; }
#sidebar > QWidget > QWidget { background: transparent; }
#timeline { background: @chrome; border: none; border-top: 1px solid @border; }
#card { background: @card; border: 1px solid @border; border-radius: 8px; }
#card[alarm="true"] { border: 1px solid @alarm; }
#card[notice="true"] { border: 1px solid @notice; }
#card[invitation="true"] { border: 1px solid @accent; }
#popover { background: @card; border: 1px solid @outline; border-radius: 8px; }
#note { background: @card; color: @text; border: 1px solid @accent; border-radius: 5px; padding: 4px 8px; font-size: 12sp; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @hovered; border-radius: 3px; }

#cardTitle { color: @text; font-weight: 600; }
#cardSubtitle, #mutedText { color: @muted; font-size: 12sp; }
#sectionTitle { color: @muted; font-size: 11sp; font-weight: 600; letter-spacing: 1px; }
#valueText { color: @accent; font-weight: 600; }
#faultText { color: @alarm; }
#bigNumber { color: @text; font-size: 26sp; font-weight: 600; }

QPushButton, QToolButton, QComboBox, QLineEdit, QAbstractSpinBox, QPlainTextEdit {
    background: @field; color: @text; border: 1px solid @outline; border-radius: 5px; min-height: 18sp; padding: 3px 8px;
    selection-background-color: @accent; selection-color: @accentText; }
QPushButton, QToolButton { padding: 3px 12px; }
QPushButton:hover, QToolButton:hover, QComboBox:hover { background: @hovered; }
QPushButton:pressed, QToolButton:pressed { background: @border; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus {
    border: 1px solid @accent; }
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled, QLineEdit:disabled, QAbstractSpinBox:disabled {
    color: @faded; background: @chrome; border-color: @border; }
QPushButton:checked, QToolButton:checked { background: @chosen; border-color: @accent; color: @text; }
QPushButton[primary="true"], QToolButton[primary="true"], QPushButton:default {
    background: @accent; color: @accentText; border-color: @accent; font-weight: 600; }
QPushButton[primary="true"]:disabled, QToolButton[primary="true"]:disabled, QPushButton:default:disabled {
    background: @chrome; color: @faded; border-color: @border; }
QPushButton[primary="true"]:hover, QToolButton[primary="true"]:hover, QPushButton:default:hover { background: @accentHovered; }
QPushButton[primary="true"]:focus, QToolButton[primary="true"]:focus { border: 2px solid @text; padding: 2px 11px; }
QToolButton[quiet="true"] { background: transparent; border: 1px solid transparent; color: @muted; padding: 0px;
    min-height: 0px; border-radius: 4px; }
QToolButton[quiet="true"]:hover { background: @hovered; color: @text; }
QToolButton[quiet="true"]:checked { background: @chosen; border: 1px solid @accent; color: @text; }
QToolButton[quiet="true"]:focus { border: 1px solid @accent; }
QToolButton[segment="true"] { background: transparent; border: 1px solid @border; color: @muted; padding: 0px 5px;
    min-height: 18sp; border-radius: 0px; font-size: 11sp; margin-left: -1px; }
QToolButton[segment="true"]:hover { background: @hovered; }
QToolButton[segment="true"]:checked { background: @chosen; color: @text; }
QToolButton[segment="true"]:focus { border: 1px solid @accent; color: @text; }
QToolButton[segmentEnd="first"] { border-top-left-radius: 4px; border-bottom-left-radius: 4px; margin-left: 0px; }
QToolButton[segmentEnd="last"] { border-top-right-radius: 4px; border-bottom-right-radius: 4px; }
QToolButton::menu-indicator { image: none; }

QComboBox { padding-right: 22px; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/chevron-down-@kind.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: @card; color: @text; border: 1px solid @outline; padding: 3px;
    selection-background-color: @chosen; selection-color: @text; }
QAbstractSpinBox { padding: 3px 18px 3px 6px; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right; width: 18px; border: none; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right; width: 18px; border: none; }
QAbstractSpinBox::up-arrow { image: url(:/icons/chevron-up-@kind.svg); width: 8px; height: 8px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/chevron-down-@kind.svg); width: 8px; height: 8px; }

QSlider { min-height: 20sp; background: transparent; }
QSlider::groove:horizontal { background: @groove; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; height: 4px; border-radius: 2px; }
QSlider::handle:horizontal { background: @handle; border: 1px solid @handleEdge; width: 12px; height: 12px; margin: -5px 0px;
    border-radius: 7px; }
QSlider::handle:horizontal:hover { border: 1px solid @accent; }
QSlider::handle:horizontal:focus { border: 2px solid @accent; width: 10px; height: 10px; }
QSlider::sub-page:horizontal:disabled { background: @outline; }

QCheckBox::indicator { width: 14sp; height: 14sp; border: 1px solid @outline; border-radius: 3px; background: @field; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(:/icons/check-@kind.svg); }
QCheckBox:focus { color: @accent; }

QMenu { background: @card; color: @text; border: 1px solid @outline; padding: 4px; }
QMenu::item { padding: 5px 22px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @chosen; }
QMenu::item:disabled { color: @faded; }
QMenu::separator { background: @border; height: 1px; margin: 4px 8px; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0px; }
QScrollBar::handle { background: @groove; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @outline; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none;
    width: 0px; height: 0px; }
QProgressBar { background: @groove; border: none; border-radius: 2px; max-height: 4px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
)";

} // namespace

QString Theme::styleSheet() const
{
    const std::pair<const char*, QColor> colors[] = {
        {"@window", window},
        {"@chrome", chrome},
        {"@card", card},
        {"@field", field},
        {"@hovered", hovered},
        {"@border", border},
        {"@outline", outline},
        {"@muted", mutedText},
        {"@text", text},
        {"@faded", mixed(text, card, 0.55)},
        {"@accentText", accentText},
        {"@accentHovered", mixed(accent, text, 0.12)},
        {"@accent", accent},
        {"@alarm", alarm},
        {"@notice", notice},
        {"@chosen", mixed(card, accent, dark() ? 0.24 : 0.15)},
        {"@groove", dark() ? mixed(chrome, text, 0.2) : mixed(chrome, text, 0.16)},
        {"@handleEdge", dark() ? mixed(chrome, text, 0.7) : mixed(chrome, text, 0.45)},
        {"@handle", dark() ? mixed(chrome, text, 0.85) : QColor(Qt::white)},
    };
    QString sheet = QString::fromUtf8(kStyleSheet);
    sheet.replace(QLatin1String("@kind"), dark() ? QLatin1String("dark") : QLatin1String("light"));
    // Longer names stand before those they begin with: @accentText before @accent.
    for (const auto& [name, color] : colors)
        sheet.replace(QLatin1String(name), color.name());
    return withLengths(sheet, *this);
}

} // namespace ui
