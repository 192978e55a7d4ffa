// SPDX-License-Identifier: GPL-3.0-or-later
// A message across the window that stays until it is closed or no longer true, and stops nothing: a fault, or an
// invitation. Used by MainWindow, on the GUI thread.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui
{

class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Fault, Invitation };

    explicit MessageBar(Kind kind, QWidget* parent = nullptr);

    void showMessage(const QString& message);
    void clear();
    [[nodiscard]] QString message() const;
    [[nodiscard]] QPushButton* closeButton() const { return m_close; }

signals:
    /// By the user.
    void closed();

private:
    QLabel* m_text;
    QPushButton* m_close;
};

} // namespace ui
