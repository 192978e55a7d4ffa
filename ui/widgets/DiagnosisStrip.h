// SPDX-License-Identifier: GPL-3.0-or-later
// A slim strip above the cards that names what is wrong, with its numbers and its cures; not there while nothing is. It
// shows the worst finding, and all of them with their explanations when it is asked why. Its height does not follow its
// contents, and it goes only when nothing has been found for a while, so that the cards below stay where they are. Used
// by MainWindow, on the GUI thread.
#pragma once

#include "core/analysis/Cures.h"
#include "ui/base/FrameData.h"
#include "ui/base/Theme.h"

#include <QFrame>

#include <string_view>
#include <vector>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace ui
{

class FindingRow;

class DiagnosisStrip : public QFrame
{
    Q_OBJECT

public:
    explicit DiagnosisStrip(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void show(const FrameData& frame);
    [[nodiscard]] FindingRow& worst() const { return *m_worst; }
    /// Shows and hides the list of all findings.
    [[nodiscard]] QToolButton* whyButton() const { return m_why; }
    /// The findings of the list, in its order.
    [[nodiscard]] std::vector<FindingRow*> rows() const;

signals:
    void cureWanted(const core::Cure& cure, const QString& name);
    /// The list wants to be filled.
    void frameNeeded();

private:
    struct Entry {
        FindingRow* row;
        QLabel* explanation;
    };

    void showNothing(const core::Snapshot& snapshot);
    /// Cures are worked out anew only when something else is found, or the experiment is another.
    void findCures(const FrameData& frame);
    void showList(const FrameData& frame);
    void makeEntries(std::size_t count);
    void setSeverity(core::Severity severity);

    FindingRow* m_worst;
    QToolButton* m_why;
    QScrollArea* m_list;
    QVBoxLayout* m_listLayout;
    std::vector<Entry> m_entries;
    std::vector<std::string_view> m_codes;
    std::vector<std::vector<core::Cure>> m_cures; ///< of the first findings, as many as are shown
    core::ExperimentConfig m_config;
    const Theme* m_theme;
};

} // namespace ui
