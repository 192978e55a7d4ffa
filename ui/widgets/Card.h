// SPDX-License-Identifier: GPL-3.0-or-later
// The frame around one picture: title, a sentence about what is shown, switches, and the buttons for the view, help,
// export and maximizing. Holds any widget, and shows when that has the keyboard. Used by the Dashboard.
#pragma once

#include "ui/base/Theme.h"

#include <QFrame>
#include <QStringList>

class QLabel;
class QMenu;
class QToolButton;

namespace ui
{

class ElidedLabel;

class Card : public QFrame
{
    Q_OBJECT

public:
    /// Takes both widgets; `switches` may be null.
    Card(const QString& title, QWidget* content, QWidget* switches, QWidget* parent = nullptr);

    void setSubtitle(const QString& subtitle, bool alarm);
    /// What is to be seen now, for those who cannot see it.
    void setSentence(const QString& sentence);
    /// What could be in this card's place, and which of it this card is: a small button before the title offers it.
    void setPictures(const QStringList& titles, int own);
    /// A button that opens this menu, for switches that are used less; null: none.
    void setViewMenu(QMenu* menu);
    /// Whether the axes are frozen: the view button says so.
    void setFrozen(bool frozen);
    /// Opens the help beside its button: rich text, as tall as it needs to be or as the screen is.
    void showHelp(const QString& html);
    void setMaximized(bool maximized);
    [[nodiscard]] bool isMaximized() const { return m_maximized; }
    void setTheme(const Theme& theme);

signals:
    void pictureChosen(int picture);
    void maximizeToggled();
    /// showHelp(…) is wanted.
    void helpRequested();
    /// An id of exportFormats(), or "animation".
    void exportRequested(const QString& format);
    void copyPictureRequested();
    void copyTableRequested();

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addButton(const QString& name);
    void makeExportMenu();
    void showPictureButton();

    QString m_title;
    QWidget* m_content;
    const Theme* m_theme = &Theme::of(ThemeKind::Light);
    ElidedLabel* m_titleLabel;
    ElidedLabel* m_subtitle;
    QWidget* m_head;
    QToolButton* m_pictureButton;
    QToolButton* m_viewButton;
    QToolButton* m_helpButton;
    QToolButton* m_exportButton;
    QToolButton* m_maximizeButton;
    bool m_maximized = false;
    bool m_frozen = false;
};

} // namespace ui
