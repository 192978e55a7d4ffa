// SPDX-License-Identifier: GPL-3.0-or-later
// The looks of the window and of the figures: colours, sizes, fonts and the style sheet; light, dark, and for
// projectors, with large type, heavy lines and high contrast. A theme is a constant value; panels, widgets and figures
// are given one. The colours can be told apart with the common forms of colour blindness. Used by all of ui on the GUI
// thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QString>
#include <QStringList>

#include <array>

namespace ui
{

enum class ThemeKind { Light, Dark, Projector };

struct Theme {
    ThemeKind kind = ThemeKind::Light;
    double textScale = 1; ///< of all letters of the window
    double lineScale = 1; ///< of curves and axes

    QColor window;  ///< behind the cards
    QColor chrome;  ///< toolbar, sidebar, timeline
    QColor card;    ///< cards and plots
    QColor field;   ///< line edits, combo boxes, buttons
    QColor hovered; ///< a button or menu entry under the pointer
    QColor border;  ///< of cards and between areas
    QColor outline; ///< of fields and buttons
    QColor text;
    QColor mutedText; ///< units, subtitles, tick labels
    QColor grid;
    QColor axis;
    QColor accent;     ///< what can be moved or is chosen
    QColor accentText; ///< text on accent

    /// Colours of curves that are not layers. Past four, add line styles.
    std::array<QColor, 4> series;

    QColor healthy;
    QColor notice;
    QColor alarm;
    QColor silent; ///< nothing there: no gradient, dead units

    static const Theme& of(ThemeKind kind);
    /// What files, settings and the command line call it: "light", "dark" or "projector".
    [[nodiscard]] QString id() const;
    /// The ids of all themes, in the order of ThemeKind.
    static QStringList ids();
    /// Light if there is no theme of this id.
    static ThemeKind kindOf(const QString& id);
    /// The next one, in a circle.
    static ThemeKind after(ThemeKind kind);
    /// What people call it.
    static QString name(ThemeKind kind);
    /// Light or dark, as the system's other windows are. Ask before the first setPalette().
    static ThemeKind ofSystem();

    [[nodiscard]] bool dark() const { return kind == ThemeKind::Dark; }
    /// The colour of hidden layer `index` (from 1) of `count`: viridis, from 0.3 up on dark.
    [[nodiscard]] QColor layerColor(int index, int count) const;
    /// Heat maps: viridis at t in [0, 1].
    [[nodiscard]] QRgb heat(double t) const;
    /// Decision maps: blue at 0, the card's colour at 1/2, orange at 1.
    [[nodiscard]] QRgb diverging(double t) const;
    /// The colour of a class: the two ends of `diverging` for two classes, a palette of its own for more.
    [[nodiscard]] QColor classColor(int label, int classes) const;

    /// For QApplication::setStyleSheet, above the style "Fusion" and with palette(). Objects are addressed by these
    /// names: widgets named "sidebar", "timeline", "card"; labels named "cardTitle", "cardSubtitle", "sectionTitle",
    /// "valueText", "mutedText", "faultText", "bigNumber"; buttons with the property "segment" (true), "primary" (true)
    /// or "quiet" (true).
    [[nodiscard]] QString styleSheet() const;
    [[nodiscard]] QPalette palette() const;
    /// A length of the window's frame that goes with its letters, in whole pixels.
    [[nodiscard]] int scaled(double pixels) const;
};

/// `color` towards `other` by t in [0, 1].
QColor mixed(const QColor& color, const QColor& other, double t);

/// Makes the bundled fonts known to Qt; where they are not bundled (tests of a single room), the system's Inter is
/// used.
void loadFonts();
/// Inter, then the system's font for Chinese, then whatever there is.
QStringList fontFamilies();
/// The font of the window at this size in pixels.
QFont themeFont(double pixelSize = 13, QFont::Weight weight = QFont::Normal);

} // namespace ui
