// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the runs that go side by side: a row for the one that is watched and one for each contender, with its
// colour and line style, what it differs in, how it does now, and the controls of its activation. Not there while
// nothing is compared. Used by MainWindow (through CompareFlow), on the GUI thread.
#pragma once

#include "core/train/ConfigFields.h"
#include "ui/base/FrameData.h"
#include "ui/base/Theme.h"

#include <QFrame>
#include <QStringList>

#include <array>
#include <string>
#include <vector>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace ui
{

class ElidedLabel;
class FieldEditor;
class LineSample;

class ContenderBar : public QFrame
{
    Q_OBJECT

public:
    explicit ContenderBar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// Who there is and what is set of each. `faults`: why a contender cannot run, or an empty text, one each.
    void showContenders(const FrameData& frame, const QStringList& faults);
    /// How they do at the moment that is looked at.
    void showNumbers(const FrameData& frame);
    [[nodiscard]] QToolButton* addButton() const { return m_add; }
    [[nodiscard]] QToolButton* removeButton(int index) const { return row(index).remove; }
    /// What is said of a contender; of the run that is watched: −1.
    [[nodiscard]] QString label(int index) const;
    /// A text for each of its measures.
    [[nodiscard]] QStringList numbers(int index) const;
    /// Of a setting of a contender; null: it has no such control.
    [[nodiscard]] FieldEditor* editor(int index, const std::string& path) const;

signals:
    void edited(int index, const core::Setting& setting);
    void editingFinished();
    void removed(int index);
    void addWanted();

private:
    struct Row {
        LineSample* sample = nullptr;
        ElidedLabel* label = nullptr;
        QWidget* controls = nullptr;
        QHBoxLayout* controlLine = nullptr;
        std::vector<FieldEditor*> editors;
        std::array<QLabel*, 5> numbers{}; ///< one a measure
        QToolButton* remove = nullptr;    ///< null: it cannot be removed
        int place = -1;                   ///< of a contender
    };
    [[nodiscard]] const Row& row(int index) const { return m_rows.at(static_cast<std::size_t>(index + 1)); }
    Row makeRow(int line);
    void setRowCount(std::size_t count);
    void showControls(int index, const core::ExperimentConfig& first, const core::ExperimentConfig& own);
    FieldEditor* makeEditor(int index, const core::Field& field);
    void showScores(const Row& row, const core::Snapshot* snapshot);
    void styleRow(const Row& row);

    QGridLayout* m_grid;
    QToolButton* m_add;
    std::vector<Row> m_rows; ///< the run that is watched first
    const Theme* m_theme = &Theme::of(ThemeKind::Light);
};

} // namespace ui
