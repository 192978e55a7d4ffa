// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/DataImport.h"

#include "core/data/DataPath.h"
#include "core/train/ConfigCheck.h"
#include "ui/EditHistory.h"
#include "ui/Session.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Preferences.h"
#include "ui/dialogs/FileDialogs.h"
#include "ui/dialogs/ImportDialog.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <utility>

namespace ui
{

namespace
{

const QString kDataFolder = QStringLiteral("data_folder");

bool isPictureFile(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    return name.contains(QLatin1String("idx3")) || name.endsWith(QLatin1String(".idx")) ||
           name.endsWith(QLatin1String(".gz"));
}

/// MNIST's own names: train-images-idx3-ubyte.gz has its classes in train-labels-idx1-ubyte.gz.
QString labelsBeside(const QString& pictures)
{
    QString name = QFileInfo(pictures).fileName();
    name.replace(QLatin1String("images"), QLatin1String("labels"))
        .replace(QLatin1String("idx3"), QLatin1String("idx1"));
    const QFileInfo labels(QFileInfo(pictures).absolutePath() + QLatin1Char('/') + name);
    return labels.isFile() && labels != QFileInfo(pictures) ? labels.absoluteFilePath() : QString();
}

} // namespace

DataImport::DataImport(Session& session, EditHistory& history, Preferences& preferences, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_history(history)
    , m_preferences(preferences)
    , m_window(window)
{
}

bool DataImport::isDataFile(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const bool isTable =
        suffix == QLatin1String("csv") || suffix == QLatin1String("tsv") || suffix == QLatin1String("txt");
    return isTable || isPictureFile(path);
}

QString DataImport::folder() const
{
    const QString last = m_preferences.text(kDataFolder);
    return !last.isEmpty() && QFileInfo(last).isDir()
               ? last
               : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

std::string DataImport::pathOf(const QString& file) const
{
    const std::string absolute = QFile::encodeName(QFileInfo(file).absoluteFilePath()).toStdString();
    return core::pathFrom(m_session.config().data.folder, absolute);
}

void DataImport::open()
{
    if (const QString path = askWhichData(&m_window, folder()); !path.isEmpty())
        openFile(path);
}

void DataImport::openFile(const QString& path)
{
    m_preferences.set(kDataFolder, QFileInfo(path).absolutePath());
    if (isPictureFile(path))
        openPicturesOf(path);
    else
        openTable(path);
}

void DataImport::openTable(const QString& path)
{
    core::DataConfig data = m_session.config().data;
    const std::string file = pathOf(path);
    const core::DataConfig unknown;
    if (data.source != "csv" || data.path != file) { // else all is chosen as the last time
        data.label = unknown.label;
        data.separator = unknown.separator;
        data.header = unknown.header;
        data.task = unknown.task;
    }
    data.source = "csv";
    data.path = file;
    ImportDialog dialog(std::move(data), &m_window);
    if (dialog.exec() == QDialog::Accepted)
        take(dialog.data());
}

void DataImport::openPictures()
{
    if (const QString path = askWhichPictures(&m_window, folder()); !path.isEmpty())
        openPicturesOf(path);
}

void DataImport::openPicturesOf(const QString& path)
{
    QString labels = labelsBeside(path);
    if (labels.isEmpty())
        labels = askWhichLabels(&m_window, QFileInfo(path).absolutePath());
    if (labels.isEmpty())
        return;
    core::DataConfig data = m_session.config().data;
    data.source = "idx";
    data.path = pathOf(path);
    data.labels = pathOf(labels);
    take(data);
}

void DataImport::take(const core::DataConfig& data)
{
    core::ExperimentConfig next = m_session.config();
    const core::DataConfig unknown;
    if (data.source != next.data.source)
        next.data.standardize.reset();
    core::DataConfig taken = data;
    taken.standardize = next.data.standardize;
    taken.classes = unknown.classes; // what only other sources have is forgotten
    taken.points = unknown.points;
    if (data.source != "idx")
        taken.labels = unknown.labels;
    next.data = std::move(taken);
    core::Faults faults = core::checkConfig(next);
    const std::optional<bool> classes = core::hasClasses(next.data);
    if (!faults.empty() || classes != core::hasClasses(m_session.config().data)) {
        next.loss = {}; // it was chosen for other data
        faults = core::checkConfig(next);
    }
    if (!faults.empty()) {
        emit failed(faultTexts(faults).join(QLatin1Char('\n')));
        return;
    }
    const QString name = QFileInfo(QString::fromStdString(data.path)).fileName();
    m_history.record(tr("Data from %1").arg(name), [&] { m_session.change(std::move(next)); });
}

} // namespace ui
