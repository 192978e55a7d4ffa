// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ImportDialog.h"

#include "core/data/DataPath.h"
#include "ui/base/FaultWords.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

constexpr std::size_t kPreviewRows = 20;
constexpr int kMostColumns = 50; // a table widget with thousands of columns is slow, and nobody reads them
constexpr QSize kFirstImportSize{760, 560};

} // namespace

ImportDialog::ImportDialog(core::DataConfig data, QWidget* parent)
    : QDialog(parent)
    , m_data(std::move(data))
    , m_separator(new QComboBox)
    , m_header(new QComboBox)
    , m_label(new QComboBox)
    , m_task(new QComboBox)
    , m_table(new QTableWidget)
    , m_sentence(new QLabel)
{
    m_pool.setMaxThreadCount(1);
    const QString file = QString::fromStdString(core::resolvedPath(m_data, m_data.path));
    setWindowTitle(tr("Import data from %1").arg(QFileInfo(file).fileName()));
    resize(kFirstImportSize);

    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setAlternatingRowColors(true);
    m_table->setAccessibleName(tr("The first rows of the file"));
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);

    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(22, 18, 22, 14);
    page->setSpacing(12);
    makeChoices();
    page->addWidget(m_table, 1);
    page->addWidget(m_sentence);
    auto* buttons = new QDialogButtonBox;
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    page->addWidget(buttons);
    lookAgain();
}

ImportDialog::~ImportDialog()
{
    m_pool.clear();
    m_pool.waitForDone(); // what is read there is told to this dialog
}

void ImportDialog::makeChoices()
{
    fillChoice(m_separator, "data.separator", {"auto", "comma", "semicolon", "tab"}, m_data.separator);
    fillChoice(m_header, "data.header", {"auto", "yes", "no"}, m_data.header);
    fillChoice(m_task, "data.task", {"auto", "classification", "regression"}, m_data.task);
    const std::pair<const char*, QComboBox*> places[] = {
        {"data.separator", m_separator}, {"data.header", m_header}, {"data.label", m_label}, {"data.task", m_task}};
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    int column = 0;
    for (const auto& [path, box] : places) {
        auto* name = new QLabel(fieldLabel(path));
        name->setBuddy(box);
        box->setAccessibleName(fieldLabel(path));
        box->setToolTip(toolTipText(fieldLabel(path), fieldHelp(path)));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        grid->addWidget(name, 0, column);
        grid->addWidget(box, 1, column);
        grid->setColumnStretch(column++, 1);
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(grid);
    const auto choose = [this](QComboBox* box, std::string core::DataConfig::*text) {
        connect(box, &QComboBox::activated, this, [this, box, text] {
            m_data.*text = box->currentData().toString().toStdString();
            lookAgain();
        });
    };
    choose(m_separator, &core::DataConfig::separator);
    choose(m_header, &core::DataConfig::header);
    choose(m_task, &core::DataConfig::task);
    connect(m_label, &QComboBox::activated, this, [this](int chosen) {
        m_data.label = static_cast<double>(chosen);
        lookAgain();
    });
}

void ImportDialog::fillChoice(QComboBox* box, const std::string& path, const std::vector<std::string>& ids,
                              const std::string& current)
{
    for (const std::string& id : ids) {
        box->addItem(kindName(path, id), QString::fromStdString(id));
        box->setItemData(box->count() - 1, toolTipText(kindName(path, id), kindHelp(path, id)), Qt::ToolTipRole);
    }
    box->setCurrentIndex(box->findData(QString::fromStdString(current)));
}

void ImportDialog::lookAgain()
{
    core::Result<core::CsvPreview> preview = core::previewCsv(m_data, kPreviewRows);
    if (!preview && preview.faults().front().code == core::FaultCode::UnknownColumn) {
        m_data.label = core::DataConfig{}.label; // it was a column of another table, or of other separators
        preview = core::previewCsv(m_data, kPreviewRows);
    }
    if (!preview) {
        ++m_reading;
        m_table->setColumnCount(0);
        m_label->clear();
        showFaults(preview.faults());
        return;
    }
    m_layout = preview.value().layout;
    m_data.label = static_cast<double>(m_layout.label);
    fillColumns();
    fillTable(preview.value());
    readAll();
}

QString ImportDialog::columnName(std::size_t column) const
{
    const QString name =
        column < m_layout.names.size() ? QString::fromStdString(m_layout.names[column]).simplified() : QString();
    return name.isEmpty() ? tr("Column %1").arg(column + 1) : name;
}

void ImportDialog::fillColumns()
{
    m_label->clear();
    for (std::size_t column = 0; column < m_layout.columns; ++column)
        m_label->addItem(columnName(column));
    m_label->setCurrentIndex(static_cast<int>(m_layout.label));
}

void ImportDialog::fillTable(const core::CsvPreview& preview)
{
    // The column to be learned is seen first where the table is too wide for all.
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < m_layout.columns; ++column)
        if (static_cast<int>(columns.size()) < kMostColumns - 1 && column != m_layout.label)
            columns.push_back(column);
    const auto place = std::lower_bound(columns.begin(), columns.end(), m_layout.label);
    columns.insert(place, m_layout.label);

    m_table->clear();
    m_table->setColumnCount(static_cast<int>(columns.size()));
    m_table->setRowCount(static_cast<int>(preview.rows.size()));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    for (int at = 0; at < m_table->columnCount(); ++at) {
        const std::size_t column = columns[static_cast<std::size_t>(at)];
        const bool isLabel = column == m_layout.label;
        auto* head =
            new QTableWidgetItem(isLabel ? tr("%1 (to be learned)").arg(columnName(column)) : columnName(column));
        if (isLabel)
            head->setFont(bold);
        m_table->setHorizontalHeaderItem(at, head);
        for (int row = 0; row < m_table->rowCount(); ++row) {
            const std::vector<std::string>& cells = preview.rows[static_cast<std::size_t>(row)];
            const QString text = column < cells.size() ? QString::fromStdString(cells[column]) : QString();
            auto* cell = new QTableWidgetItem(text);
            if (isLabel)
                cell->setFont(bold);
            m_table->setItem(row, at, cell);
        }
    }
    // Numbered as the faults are.
    QStringList lines;
    for (const int line : preview.lines)
        lines << QString::number(line);
    m_table->setVerticalHeaderLabels(lines);
    m_table->resizeColumnsToContents();
}

void ImportDialog::readAll()
{
    m_summary.reset();
    allowImport(false);
    say(tr("Reading …"), false);
    m_pool.clear();
    m_pool.start([this, data = m_data, reading = ++m_reading] {
        const core::Result<core::CsvSummary> result = core::summarizeCsv(data);
        QMetaObject::invokeMethod(
            this,
            [this, result, reading] {
                if (reading == m_reading)
                    showResult(result);
            },
            Qt::QueuedConnection);
    });
}

void ImportDialog::showResult(const core::Result<core::CsvSummary>& result)
{
    if (!result) {
        showFaults(result.faults());
        emit understood();
        return;
    }
    m_summary = result.value();
    const std::vector<std::string>& classes = m_summary->classNames;
    const QString samples = tr("%1 samples").arg(countText(m_summary->samples));
    const QString features = m_summary->features == 1 ? tr("one feature") : tr("%1 features").arg(m_summary->features);
    if (classes.empty()) {
        m_sentence->setText(
            tr("%1, %2, and a number to be predicted: %3.").arg(samples, features, columnName(m_layout.label)));
    } else {
        constexpr std::size_t kNamed = 12;
        QStringList names;
        for (std::size_t at = 0; at < std::min(classes.size(), kNamed); ++at)
            names << QString::fromStdString(classes[at]).simplified();
        if (classes.size() > kNamed)
            names << QStringLiteral("…");
        m_sentence->setText(
            tr("%1, %2, %3: %4.").arg(samples, features, tr("%1 classes").arg(classes.size()), names.join(tr(", "))));
    }
    allowImport(true);
    emit understood();
}

void ImportDialog::allowImport(bool allowed)
{
    // It shines only when it can be pressed.
    m_import->setEnabled(allowed);
    m_import->setAutoDefault(allowed);
    m_import->setDefault(allowed);
}

void ImportDialog::say(const QString& sentence, bool isFault)
{
    m_sentence->setText(sentence);
    const QString name = isFault ? QStringLiteral("faultText") : QString();
    if (m_sentence->objectName() == name)
        return;
    m_sentence->setObjectName(name);
    m_sentence->style()->unpolish(m_sentence);
    m_sentence->style()->polish(m_sentence);
}

void ImportDialog::showFaults(const core::Faults& faults)
{
    m_summary.reset();
    allowImport(false);
    say(faultTexts(faults).join(QLatin1Char('\n')), true);
}

core::DataConfig ImportDialog::data() const
{
    core::DataConfig data = m_data;
    data.separator = m_layout.separator == ',' ? "comma" : m_layout.separator == ';' ? "semicolon" : "tab";
    data.header = m_layout.hasHeader ? "yes" : "no";
    if (m_summary)
        data.task = m_summary->classNames.empty() ? "regression" : "classification";
    const std::vector<std::string>& names = m_layout.names;
    const bool isNamed = m_layout.label < names.size() && !names[m_layout.label].empty() &&
                         std::count(names.begin(), names.end(), names[m_layout.label]) == 1;
    if (isNamed)
        data.label = names[m_layout.label];
    return data;
}

} // namespace ui
