// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about files: which one to open, where to save, what to do with unsaved changes. Used by DocumentFlow,
// DataImport, CodeExport and RaceFlow, on the GUI thread.
#pragma once

#include <QString>

class QWidget;

namespace ui
{

/// The ending that experiment files are given.
inline constexpr const char* kExperimentSuffix = "actiscope";

/// An empty text: the user has changed their mind.
QString askWhichExperiment(QWidget* parent, const QString& folder);
/// The same; what was typed without an ending gets the usual one.
QString askWhereToSave(QWidget* parent, const QString& proposal);

/// For a Python script; what was typed without an ending gets ".py".
QString askWhereToSaveCode(QWidget* parent, const QString& proposal);

/// For what a race has brought: a table, or a report; what was typed without an ending gets that of the filter.
QString askWhereToSaveRace(QWidget* parent, const QString& proposal);

/// A table, or pictures.
QString askWhichData(QWidget* parent, const QString& folder);
QString askWhichPictures(QWidget* parent, const QString& folder);
QString askWhichLabels(QWidget* parent, const QString& folder);

enum class UnsavedChanges { Save, GiveUp, Keep };
UnsavedChanges askAboutUnsavedChanges(QWidget* parent, const QString& name);

} // namespace ui
