// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/FileDialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

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

} // namespace

QString askWhichExperiment(QWidget* parent, const QString& folder)
{
    const QString all = FileWords::tr("All files (%1)").arg(QLatin1Char('*'));
    return QFileDialog::getOpenFileName(parent, FileWords::tr("Open an experiment"), folder,
                                        nameFilter() + QStringLiteral(";;") + all);
}

QString askWhereToSave(QWidget* parent, const QString& proposal)
{
    QFileDialog dialog(parent, FileWords::tr("Save the experiment as"), QFileInfo(proposal).absolutePath(),
                       nameFilter());
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QLatin1String(kExperimentSuffix));
    dialog.selectFile(QFileInfo(proposal).fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
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
