// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CodeExport.h"

#include "core/io/TorchExport.h"
#include "ui/Session.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Preferences.h"
#include "ui/dialogs/FileDialogs.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QProgressDialog>
#include <QRegularExpression>
#include <QStandardPaths>

#include <utility>

namespace ui
{

namespace
{

const QString kCodeFolder = QStringLiteral("code_folder");

/// A file name that every system takes and that Python could import.
QString scriptName(const QString& experiment)
{
    static const QRegularExpression kOther(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString name = experiment;
    name.replace(kOther, QStringLiteral("_"));
    return (name.isEmpty() ? QStringLiteral("experiment") : name.left(60)) + QStringLiteral(".py");
}

} // namespace

CodeExport::CodeExport(Session& session, core::ResourceReader resources, Preferences& preferences, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_resources(std::move(resources))
    , m_preferences(preferences)
    , m_window(window)
{
    m_pool.setMaxThreadCount(1);
}

CodeExport::~CodeExport()
{
    cancel();
}

void CodeExport::open(const QString& name)
{
    if (isBusy())
        return;
    QString folder = m_preferences.text(kCodeFolder);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = askWhereToSaveCode(&m_window, folder + QLatin1Char('/') + scriptName(name));
    if (path.isEmpty())
        return;
    m_preferences.set(kCodeFolder, QFileInfo(path).absolutePath());
    write(path);
}

void CodeExport::write(const QString& path)
{
    if (isBusy())
        return;
    auto wanted = std::make_shared<std::atomic<bool>>(true);
    m_wanted = wanted;
    m_progress = new QProgressDialog(tr("Writing the PyTorch script …"), tr("Cancel"), 0, 0, &m_window);
    m_progress->setWindowModality(Qt::WindowModal);
    m_progress->setMinimumDuration(500); // most are done before anybody could read it
    connect(m_progress, &QProgressDialog::canceled, this, &CodeExport::cancel);
    core::TorchOptions options;
    options.withState = true;
    options.generator = "Actiscope " + QApplication::applicationVersion().toStdString();
    options.path = QFile::encodeName(path).toStdString();
    options.goesOn = [wanted] { return wanted->load(); };
    m_pool.start([this, wanted, path, options, config = m_session.recordedExperiment(), resources = m_resources] {
        const core::Result<core::TorchExport> made = core::exportTorch(config, resources, options);
        if (!wanted->load())
            return;
        const core::Outcome outcome =
            made ? core::writeTorchExport(made.value(), options.path) : core::Outcome(made.faults());
        QMetaObject::invokeMethod(this, [this, wanted, outcome, path] {
            if (wanted->load())
                end(outcome, path);
        });
    });
}

void CodeExport::cancel()
{
    if (m_wanted)
        m_wanted->store(false);
    m_wanted.reset();
    if (m_progress)
        m_progress->deleteLater();
}

void CodeExport::end(const core::Outcome& outcome, const QString& path)
{
    cancel(); // nothing more is wanted
    if (!outcome)
        emit failed(faultTexts(outcome.faults()).join(QLatin1Char('\n')));
    else
        emit finished(tr("Saved as %1: a PyTorch script that repeats this experiment").arg(path));
}

} // namespace ui
