// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/FileDialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace ui
{

namespace
{

/// The context of this file's words.
struct FileWords {
    Q_DECLARE_TR_FUNCTIONS(ui::FileWords)
};

QString nameFilter()
{
    return FileWords::tr("Actiscope experiments (%1)").arg(QStringLiteral("*.actiscope *.json"));
}

QString pictureFilter()
{
    return FileWords::tr("Pictures in the format of MNIST (%1)").arg(QStringLiteral("*idx3* *.idx *.gz"));
}

QString askWhere(QWidget* parent, const QString& title, const QString& proposal, const QString& filter,
                 const char* suffix)
{
    QFileDialog dialog(parent, title, QFileInfo(proposal).absolutePath(), filter);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QLatin1String(suffix));
    dialog.selectFile(QFileInfo(proposal).fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

QString everything()
{
    return FileWords::tr("All files (%1)").arg(QLatin1Char('*'));
}

} // namespace

QString askWhichExperiment(QWidget* parent, const QString& folder)
{
    const QString filter = FileWords::tr("Experiments and comparisons (%1)").arg(QStringLiteral("*.actiscope *.json"));
    return QFileDialog::getOpenFileName(parent, FileWords::tr("Open an experiment"), folder,
                                        filter + QStringLiteral(";;") + everything());
}

QString askWhereToSave(QWidget* parent, const QString& proposal)
{
    return askWhere(parent, FileWords::tr("Save the experiment as"), proposal, nameFilter(), kExperimentSuffix);
}

QString askWhereToSaveCode(QWidget* parent, const QString& proposal)
{
    return askWhere(parent, FileWords::tr("Save the PyTorch script as"), proposal,
                    FileWords::tr("Python scripts (%1)").arg(QStringLiteral("*.py")), "py");
}

QString askWhereToSaveRace(QWidget* parent, const QString& proposal)
{
    const std::pair<QString, const char*> kinds[] = {
        {FileWords::tr("Report as a web page (%1)").arg(QStringLiteral("*.html")), "html"},
        {FileWords::tr("Report as PDF (%1)").arg(QStringLiteral("*.pdf")), "pdf"},
        {FileWords::tr("Table of all runs (%1)").arg(QStringLiteral("*.csv")), "csv"}};
    QStringList filters;
    for (const auto& [filter, suffix] : kinds)
        filters << filter;
    QFileDialog dialog(parent, FileWords::tr("Save the results of the race as"), QFileInfo(proposal).absolutePath());
    dialog.setNameFilters(filters);
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QLatin1String(kinds[0].second));
    dialog.selectFile(QFileInfo(proposal).fileName());
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& chosen) {
        for (const auto& [filter, suffix] : kinds)
            if (filter == chosen)
                dialog.setDefaultSuffix(QLatin1String(suffix));
    });
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

QString askWhichData(QWidget* parent, const QString& folder)
{
    const QString tables = FileWords::tr("Tables (%1)").arg(QStringLiteral("*.csv *.tsv *.txt"));
    return QFileDialog::getOpenFileName(parent, FileWords::tr("Import data"), folder,
                                        tables + QStringLiteral(";;") + pictureFilter() + QStringLiteral(";;") +
                                            everything());
}

QString askWhichPictures(QWidget* parent, const QString& folder)
{
    return QFileDialog::getOpenFileName(parent, FileWords::tr("Which pictures?"), folder,
                                        pictureFilter() + QStringLiteral(";;") + everything());
}

QString askWhichLabels(QWidget* parent, const QString& folder)
{
    const QString labels = FileWords::tr("Labels of pictures (%1)").arg(QStringLiteral("*idx1* *.idx *.gz"));
    return QFileDialog::getOpenFileName(parent, FileWords::tr("Which classes do the pictures belong to?"), folder,
                                        labels + QStringLiteral(";;") + everything());
}

UnsavedChanges askAboutUnsavedChanges(QWidget* parent, const QString& name)
{
    QMessageBox box(QMessageBox::Question, FileWords::tr("Unsaved changes"),
                    name.isEmpty() ? FileWords::tr("Save the changes to this experiment?")
                                   : FileWords::tr("Save the changes to “%1”?").arg(name),
                    QMessageBox::NoButton, parent);
    box.setInformativeText(FileWords::tr("Without saving, they are lost."));
    const QPushButton* save = box.addButton(FileWords::tr("Save"), QMessageBox::AcceptRole);
    const QPushButton* giveUp = box.addButton(FileWords::tr("Do not save"), QMessageBox::DestructiveRole);
    QPushButton* keep = box.addButton(FileWords::tr("Cancel"), QMessageBox::RejectRole);
    box.setEscapeButton(keep);
    box.exec();
    if (box.clickedButton() == save)
        return UnsavedChanges::Save;
    return box.clickedButton() == giveUp ? UnsavedChanges::GiveUp : UnsavedChanges::Keep;
}

} // namespace ui
