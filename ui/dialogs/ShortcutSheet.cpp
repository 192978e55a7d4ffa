// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ShortcutSheet.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <map>

namespace ui
{

namespace
{

constexpr int kSheetColumns = 3;

/// One menu's shortcuts under its name.
QWidget* makeGroup(const std::vector<ShortcutLine>& lines, const QString& group)
{
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(5);
    auto* heading = new QLabel(group);
    heading->setObjectName(QStringLiteral("sectionTitle"));
    grid->addWidget(heading, 0, 0, 1, 2);
    int row = 1;
    for (const ShortcutLine& line : lines) {
        if (line.group != group)
            continue;
        auto* keys = new QLabel(line.keys);
        keys->setObjectName(QStringLiteral("valueText"));
        grid->addWidget(keys, row, 0, Qt::AlignLeft | Qt::AlignTop);
        grid->addWidget(new QLabel(line.meaning), row, 1, Qt::AlignLeft | Qt::AlignTop);
        ++row;
    }
    grid->setColumnStretch(1, 1);
    return box;
}

} // namespace

ShortcutSheet::ShortcutSheet(const std::vector<ShortcutLine>& lines, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard and mouse"));
    QStringList groups;
    std::map<QString, std::size_t> heights;
    for (const ShortcutLine& line : lines) {
        if (!groups.contains(line.group))
            groups << line.group;
        ++heights[line.group];
    }
    // Each group goes below the shortest column so far.
    std::array<QVBoxLayout*, kSheetColumns> columns{};
    std::array<std::size_t, kSheetColumns> filled{};
    auto* row = new QHBoxLayout;
    row->setSpacing(36);
    for (QVBoxLayout*& column : columns) {
        column = new QVBoxLayout;
        column->setSpacing(18);
        row->addLayout(column);
    }
    for (const QString& group : groups) {
        const auto shortest = static_cast<std::size_t>(std::min_element(filled.begin(), filled.end()) - filled.begin());
        columns[shortest]->addWidget(makeGroup(lines, group));
        filled[shortest] += heights[group] + 2;
    }
    for (QVBoxLayout* column : columns)
        column->addStretch(1);

    auto* buttons = new QDialogButtonBox;
    QPushButton* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(22, 18, 22, 14);
    page->setSpacing(16);
    page->addLayout(row);
    page->addWidget(buttons);
}

} // namespace ui
