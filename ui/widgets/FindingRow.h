// SPDX-License-Identifier: GPL-3.0-or-later
// One finding of the diagnosis on one line: a mark, its name over its sentence, and a button for each cure. Used by
// DiagnosisStrip.
#pragma once

#include "core/analysis/Cures.h"
#include "ui/base/Theme.h"

#include <QWidget>

#include <optional>
#include <vector>

class QHBoxLayout;
class QPushButton;

namespace ui
{

class ElidedLabel;

class FindingRow : public QWidget
{
    Q_OBJECT

public:
    explicit FindingRow(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// The moment is that of the finding.
    void show(const core::Finding& finding, const core::Snapshot& moment, const std::vector<core::Cure>& cures);
    /// A line without a finding.
    void showQuiet(const QString& sentence);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] const std::vector<QPushButton*>& buttons() const { return m_buttons; }
    /// Hides cures, the last first, until the sentence fits; the first always stays.
    void makeRoom();
    /// What else stands at the right end of the line.
    void addAtEnd(QWidget* widget);

signals:
    /// The name is that of the change.
    void cureWanted(const core::Cure& cure, const QString& name);

private:
    class Mark;

    void showCures(const std::vector<core::Cure>& cures);
    void color();

    Mark* m_mark;
    ElidedLabel* m_title;
    ElidedLabel* m_sentence;
    QHBoxLayout* m_cureRow;
    std::vector<core::Cure> m_cures;
    std::vector<QPushButton*> m_buttons;
    std::optional<core::Severity> m_severity;
    const Theme* m_theme;
};

} // namespace ui
