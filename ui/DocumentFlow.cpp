// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/DocumentFlow.h"

#include "ui/Document.h"
#include "ui/base/ComparisonEntry.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Preferences.h"
#include "ui/base/Words.h"
#include "ui/dialogs/FileDialogs.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <utility>

namespace ui
{

namespace
{

const QString kDocumentsFolder = QStringLiteral("documents_folder");
const QString kLastFile = QStringLiteral("last_file");
const QString kLastPreset = QStringLiteral("last_preset");

} // namespace

DocumentFlow::DocumentFlow(Document& document, Preferences& preferences, QWidget& window)
    : QObject(&window)
    , m_document(document)
    , m_preferences(preferences)
    , m_window(window)
{
    connect(&m_document, &Document::fileUsed, this, [this](const QString& path) {
        m_preferences.addRecentFile(path);
        m_preferences.set(kDocumentsFolder, QFileInfo(path).absolutePath());
    });
}

bool DocumentFlow::mayGo()
{
    if (!m_document.modified())
        return true;
    switch (askAboutUnsavedChanges(&m_window, m_document.name())) {
    case UnsavedChanges::Save:
        return save();
    case UnsavedChanges::GiveUp:
        m_document.giveUpChanges();
        return true;
    case UnsavedChanges::Keep:
        break;
    }
    return false;
}

void DocumentFlow::makeNew()
{
    if (!mayGo())
        return;
    m_document.makeNew();
    emit opened();
}

void DocumentFlow::open()
{
    const QString path = askWhichExperiment(&m_window, QFileInfo(proposedPath()).absolutePath());
    if (!path.isEmpty())
        openFile(path);
}

void DocumentFlow::openFile(const QString& path)
{
    if (isComparisonFile(path)) {
        emit comparisonChosen(path);
        return;
    }
    if (!mayGo())
        return;
    if (const core::Outcome outcome = m_document.openFile(path); outcome)
        emit opened();
    else
        tell(outcome.faults(), path);
}

void DocumentFlow::openPreset(const std::string& name)
{
    const PresetEntry* preset = m_document.findPreset(name);
    if (!preset) {
        tell({{core::FaultCode::BrokenResource, "experiments/" + name + ".json", {}}}, {});
        return;
    }
    // Without a file nothing is lost: choosing a preset can be undone.
    if (m_document.isFile() && !mayGo())
        return;
    m_document.openPreset(*preset);
    emit opened();
}

QString DocumentFlow::proposedPath() const
{
    if (!m_document.path().isEmpty())
        return m_document.path();
    QString folder = m_preferences.text(kDocumentsFolder);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString name = shortTitle(m_document.name()).simplified();
    static const QRegularExpression unwanted(QStringLiteral("[/\\\\:*?\"<>|]"));
    name.remove(unwanted);
    if (name.isEmpty())
        name = tr("Experiment");
    return QDir(folder).filePath(name + QLatin1Char('.') + QLatin1String(kExperimentSuffix));
}

bool DocumentFlow::save()
{
    return m_document.path().isEmpty() ? saveAs() : saveTo(m_document.path());
}

bool DocumentFlow::saveAs()
{
    const QString path = askWhereToSave(&m_window, proposedPath());
    return !path.isEmpty() && saveTo(path);
}

bool DocumentFlow::saveTo(const QString& path)
{
    if (const core::Outcome outcome = m_document.saveAs(path); !outcome) {
        tell(outcome.faults(), path);
        return false;
    }
    emit saved(path);
    return true;
}

void DocumentFlow::tell(const core::Faults& faults, const QString& path)
{
    emit failed(faultTexts(faults, QFileInfo(path).fileName()).join(QLatin1Char('\n')));
}

void DocumentFlow::begin(core::ExperimentConfig config, const QString& file)
{
    if (!file.isEmpty())
        m_document.open(std::move(config), file);
    else if (m_document.recover())
        emit failed(tr("Actiscope has ended unexpectedly. What was not saved is here again; please save it if you want "
                       "to keep it."));
    else if (!reopenLast())
        m_document.open(std::move(config), {});
}

bool DocumentFlow::reopenLast()
{
    const QString file = m_preferences.text(kLastFile);
    if (!file.isEmpty() && QFileInfo(file).isFile())
        return bool(m_document.openFile(file));
    const PresetEntry* preset = m_document.findPreset(m_preferences.text(kLastPreset).toStdString());
    if (!preset)
        return false;
    m_document.open(preset->config, {});
    return true;
}

void DocumentFlow::rememberLast()
{
    m_preferences.set(kLastFile, m_document.path());
    const PresetEntry* preset = m_document.preset();
    m_preferences.set(kLastPreset, preset ? QString::fromStdString(preset->name) : QString());
}

} // namespace ui
