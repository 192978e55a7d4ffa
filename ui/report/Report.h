// SPDX-License-Identifier: GPL-3.0-or-later
// The report of a comparison as a value: its sentences, figures, tables and settings, whatever they are written into.
// ReportHtml and ReportPdf write it. Used by the command `report`, on the GUI thread.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/io/SweepTable.h"
#include "ui/base/Theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

class QCPPainter;

namespace ui
{

/// What a report is made of.
struct ReportSource {
    core::SweepTable table;
    QStringList files;                                ///< the table's
    QString title;                                    ///< of the comparison, if it has one
    std::optional<core::ExperimentConfig> experiment; ///< what was varied, if it is known
    QStringList commands;                             ///< by which it can be had again
    QString version;                                  ///< of the program
};

struct ReportFigure {
    QString title;
    QString caption; ///< how it is to be read
    QSize size;      ///< pixels at 96 dpi
    /// Into (0, 0) … size.
    std::function<void(QCPPainter&, const Theme&)> paint;
};

struct ReportTable {
    QString title; ///< empty if there is no other
    QStringList header;
    std::vector<QStringList> rows; ///< the first cell is a name, the others are numbers
};

struct Report {
    QString title;
    QString subtitle;
    QStringList summary; ///< sentences, one after the other
    std::vector<ReportFigure> figures;
    std::vector<ReportTable> tables;
    QStringList tableNotes;
    std::vector<std::pair<QString, QString>> settings; ///< name and value
    QStringList settingsNotes;
    QStringList methods; ///< how the statistics were done
    QStringList commands;
    QString version;
};

/// The headings of a report's parts, the same in every form of it.
struct ReportHeadings {
    QString summary;
    QString figures;
    QString numbers;
    QString settings;
    QString methods;
    QString reproduce;

    static ReportHeadings translated();
};

/// The table must have a contender.
Report makeReport(const ReportSource& source);

} // namespace ui
