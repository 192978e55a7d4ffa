// SPDX-License-Identifier: GPL-3.0-or-later
// The frame around one picture: title, a sentence about what is shown, switches, and the buttons for help, export and
// maximizing. Holds any widget. Used by the Dashboard.
#pragma once

#include "ui/base/Theme.h"

#include <QFrame>
#include <QString>

class QLabel;
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
    void setHelp(const QString& help) { m_help = help; }
    void setMaximized(bool maximized);
    [[nodiscard]] bool isMaximized() const { return m_maximized; }
    void setTheme(const Theme& theme);

signals:
    void maximizeToggled();
    /// "png", "svg" or "pdf"
    void exportRequested(const QString& format);

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    QToolButton* addButton(const QString& name);
    void showHelp();

    QString m_title;
    QString m_help;
    ElidedLabel* m_titleLabel;
    ElidedLabel* m_subtitle;
    QWidget* m_head;
    QToolButton* m_helpButton;
    QToolButton* m_exportButton;
    QToolButton* m_maximizeButton;
    bool m_maximized = false;
};

} // namespace ui
