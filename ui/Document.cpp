// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Document.h"

#include "core/base/AtomicFile.h"
#include "core/data/DataPath.h"
#include "core/io/ConfigJson.h"
#include "ui/EditHistory.h"
#include "ui/Session.h"
#include "ui/base/Words.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

/// So long after an edit at the latest is it kept for recovery.
constexpr int kKeepMilliseconds = 2000;

std::string encoded(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

/// It may be read from another folder.
core::ExperimentConfig anywhere(core::ExperimentConfig experiment)
{
    experiment.data = core::withAbsolutePaths(std::move(experiment.data));
    return experiment;
}

} // namespace

Document::Document(Session& session, EditHistory& history, const std::vector<PresetEntry>& presets,
                   const QString& recoveryFolder, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_history(history)
    , m_presets(presets)
    , m_recovery(recoveryFolder)
{
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(kKeepMilliseconds);
    connect(&m_keepTimer, &QTimer::timeout, this, &Document::keepForRecovery);
    connect(&m_session, &Session::configChanged, this, [this] {
        if (!m_keepTimer.isActive())
            m_keepTimer.start();
        emit changed();
    });
    connect(&m_history.stack(), &QUndoStack::cleanChanged, this, &Document::changed);
}

QString Document::name() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).fileName();
    const PresetEntry* from = preset();
    return from ? from->title : experimentTitle(m_session.config().title);
}

const PresetEntry* Document::preset() const
{
    if (!m_path.isEmpty())
        return nullptr;
    const std::string& title = m_session.config().title;
    const auto found = std::find_if(m_presets.begin(), m_presets.end(),
                                    [&](const PresetEntry& preset) { return preset.config.title == title; });
    return found == m_presets.end() ? nullptr : &*found;
}

const PresetEntry* Document::findPreset(const std::string& name) const
{
    const auto found = std::find_if(m_presets.begin(), m_presets.end(),
                                    [&](const PresetEntry& preset) { return preset.name == name; });
    return found == m_presets.end() ? nullptr : &*found;
}

const core::ExperimentConfig& Document::origin() const
{
    const PresetEntry* from = preset();
    return from ? from->config : m_opened;
}

bool Document::modified() const
{
    if (m_recovered)
        return true;
    // A file may hold changes that its replay makes by itself: only what the user has done counts.
    return m_path.isEmpty() ? !(m_session.config() == origin()) : !m_history.stack().isClean();
}

bool Document::varied() const
{
    const auto compared = [](core::ExperimentConfig config) {
        config.training.stepsPerSecond = 0;
        config.changes.clear();
        return config;
    };
    return !(compared(m_session.config()) == compared(origin()));
}

void Document::startOver(const QString& path)
{
    m_path = path;
    m_recovered = false;
    m_opened = m_session.config();
    m_recovery.forget();
}

void Document::open(core::ExperimentConfig config, const QString& path)
{
    m_session.open(std::move(config));
    m_history.stack().clear();
    startOver(path);
    if (!path.isEmpty())
        emit fileUsed(path);
    emit changed();
}

void Document::makeNew()
{
    open({}, {});
}

core::Outcome Document::openFile(const QString& path)
{
    core::Result<core::ExperimentConfig> parsed = core::readExperiment(encoded(path));
    if (!parsed)
        return parsed.faults();
    open(std::move(parsed).value(), QFileInfo(path).absoluteFilePath());
    return core::Done{};
}

void Document::openPreset(const PresetEntry& preset)
{
    if (isFile()) {
        open(preset.config, {});
        return;
    }
    m_history.record(tr("Experiment: %1").arg(shortTitle(preset.title)), [&] { m_session.open(preset.config); });
    m_opened = m_session.config();
    emit changed();
}

core::Outcome Document::saveAs(const QString& path)
{
    core::ExperimentConfig experiment = m_session.recordedExperiment();
    if (m_path.isEmpty() && varied()) {
        // Under a preset's title it would be taken for that preset.
        experiment.title = QFileInfo(path).completeBaseName().toStdString();
    }
    // The session goes on with its own paths, which lead to the same files: saving begins no new run.
    experiment.data = core::movedTo(core::folderOf(encoded(path)), experiment.data);
    core::Outcome outcome = core::writeWholeFile(encoded(path), core::experimentToText(experiment));
    if (!outcome)
        return outcome;
    core::ExperimentConfig titled = m_session.config();
    titled.title = experiment.title;
    m_session.change(std::move(titled));
    startOver(QFileInfo(path).absoluteFilePath());
    m_history.stack().setClean();
    emit fileUsed(m_path);
    emit changed();
    return outcome;
}

bool Document::recover()
{
    const std::optional<Recovery::Rescued> rescued = m_recovery.rescue();
    if (!rescued)
        return false;
    core::Result<core::ExperimentConfig> parsed = core::parseExperiment(rescued->experiment);
    if (!parsed)
        return false;
    open(std::move(parsed).value(), {});
    m_path = rescued->path;
    m_recovered = true;
    keepForRecovery();
    emit changed();
    return true;
}

void Document::keepForRecovery()
{
    if (modified())
        m_recovery.keep({m_path, core::experimentToText(anywhere(m_session.recordedExperiment()))});
    else
        m_recovery.forget();
}

} // namespace ui
