// SPDX-License-Identifier: GPL-3.0-or-later
// A look at a table before it is learned from: its first rows, how they are understood, and what is wrong with them.
// The file is read on a thread of its own. Used by DataImport, on the GUI thread.
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "core/data/CsvReader.h"

#include <QDialog>
#include <QThreadPool>

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace ui
{

class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `data`: source csv, its path, and what is known about it.
    explicit ImportDialog(core::DataConfig data, QWidget* parent = nullptr);
    ~ImportDialog() override;

    /// How the table is to be read, nothing left to be found out: what was automatic is what was found.
    [[nodiscard]] core::DataConfig data() const;
    /// What the whole table holds; nothing while it is read, or if there are faults.
    [[nodiscard]] const std::optional<core::CsvSummary>& summary() const { return m_summary; }

signals:
    /// The whole table has been read, as the choices have it.
    void understood();

private:
    void makeChoices();
    void fillChoice(QComboBox* box, const std::string& path, const std::vector<std::string>& ids,
                    const std::string& current);
    void lookAgain();
    void fillColumns();
    void fillTable(const core::CsvPreview& preview);
    void readAll();
    void showResult(const core::Result<core::CsvSummary>& result);
    void allowImport(bool allowed);
    void say(const QString& sentence, bool isFault);
    void showFaults(const core::Faults& faults);
    [[nodiscard]] QString columnName(std::size_t column) const;

    core::DataConfig m_data; ///< with the column to be learned by its number
    core::CsvLayout m_layout;
    std::optional<core::CsvSummary> m_summary;
    int m_reading = 0; ///< what an earlier reading brings is out of date
    QThreadPool m_pool;

    QComboBox* m_separator;
    QComboBox* m_header;
    QComboBox* m_label;
    QComboBox* m_task;
    QTableWidget* m_table;
    QLabel* m_sentence;
    QPushButton* m_import = nullptr;
};

} // namespace ui
