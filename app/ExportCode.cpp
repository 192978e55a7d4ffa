// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ExportCode.h"

#include "app/Console.h"
#include "app/ExperimentSource.h"
#include "core/io/TorchExport.h"

#include <QFile>

namespace app
{

int runExportCode(const Arguments& arguments, const core::ResourceReader& resources)
{
    ArgumentReader reader(arguments);
    if (!arguments.has("--framework"))
        reader.missing(QStringLiteral("--framework"), QStringLiteral("pytorch"));
    else
        reader.choice("--framework", {QStringLiteral("pytorch")}, {});
    const QString path = arguments.value("--out");
    if (path.isEmpty())
        reader.missing(QStringLiteral("--out"), QStringLiteral("PATH"));
    reader.keepDocument("--out");
    printFaults(reader.faults());

    SourceFaults problem;
    const std::optional<core::ExperimentConfig> config = loadExperiment(arguments, resources, problem);
    printFaults(problem.faults, problem.document);
    if (!config || !reader.faults().empty())
        return kBadInput;

    core::TorchOptions options;
    options.withState = arguments.has("--with-state");
    options.generator = "Actiscope " ACTISCOPE_VERSION;
    options.path = QFile::encodeName(path).toStdString();
    const core::Result<core::TorchExport> made = core::exportTorch(*config, resources, options);
    if (!made) {
        printFaults(made.faults());
        return kBadInput;
    }
    const core::Outcome written = core::writeTorchExport(made.value(), options.path);
    if (written)
        return kDone;
    printFaults(written.faults());
    return kFault;
}

} // namespace app
