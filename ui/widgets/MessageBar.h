// SPDX-License-Identifier: GPL-3.0-or-later
// A message across the window that stays until it is closed or no longer true, and stops nothing. Used by MainWindow,
// on the GUI thread.
#pragma once

#include <QFrame>

class QLabel;

namespace ui
{

class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showMessage(const QString& message);
    void clear();
    [[nodiscard]] QString message() const;

private:
    QLabel* m_text;
};

} // namespace ui
