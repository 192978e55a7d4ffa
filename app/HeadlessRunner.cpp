// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/HeadlessRunner.h"

#include "app/CommandLine.h"
#include "app/Console.h"
#include "core/io/ResultWriter.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"

#include <QCoreApplication>
#include <QFile>

#include <limits>

namespace app
{

namespace
{

/// The context of this file's words.
struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(app::RunWords)
};

QString quantityWords(core::Quantity quantity)
{
    switch (quantity) {
    case core::Quantity::Z:
        return RunWords::tr("the pre-activation z");
    case core::Quantity::Loss:
        return RunWords::tr("the loss");
    case core::Quantity::Delta:
        return RunWords::tr("the gradient delta");
    case core::Quantity::Parameter:
        break;
    }
    return RunWords::tr("a weight or bias");
}

QString divergenceWords(const core::Divergence& divergence, std::int64_t depth)
{
    const QString layer =
        divergence.layer > depth ? RunWords::tr("the output layer") : RunWords::tr("layer %1").arg(divergence.layer);
    return RunWords::tr("The run diverged at step %1: in %2, %3 is no longer a finite number. "
                        "A smaller learning rate or another initializer may help.")
        .arg(QString::number(divergence.step), layer, quantityWords(divergence.quantity));
}

QString scoreWords(const core::Score& score)
{
    QString loss = RunWords::tr("loss %1").arg(ui::readableNumber(score.loss));
    if (!score.accuracy)
        return loss;
    return RunWords::tr("%1, accuracy %2").arg(loss, ui::percentText(*score.accuracy));
}

} // namespace

int HeadlessRunner::run()
{
    if (const int code = begin(); code != kDone)
        return code;
    predict();
    if (m_output)
        write(core::experimentLine(m_options.config, m_prediction->theory));
    train();
    return finish();
}

int HeadlessRunner::begin()
{
    auto run = core::TrainingRun::create(m_options.config, m_resources);
    if (!run) {
        printFaults(run.faults());
        const bool isOurs = run.faults().front().code == core::FaultCode::BrokenResource;
        return isOurs ? kFault : kBadInput; // a data file is bad input as well
    }
    m_run = std::move(run).value();
    m_run->setSecondCore(core::SecondCoreUse::WhereQuicker);
    if (!m_options.metrics.isEmpty()) {
        auto output = core::LineFile::open(QFile::encodeName(m_options.metrics).toStdString());
        if (!output) {
            printFaults(output.faults());
            return kFault;
        }
        m_output.emplace(std::move(output).value());
    }
    return kDone;
}

void HeadlessRunner::predict()
{
    if (!m_output && !m_options.draw)
        return; // theory takes its time
    const core::Dataset& data = m_run->data();
    const double inputSquare = core::meanInputSquare(data, m_options.config.probeSamples);
    m_prediction = std::make_shared<const core::Prediction>(
        m_options.draw ? core::predict(m_options.config, data.shape(), inputSquare)
                       : core::Prediction{core::meanField(m_options.config, data.shape(), inputSquare), {}, nullptr});
}

void HeadlessRunner::train()
{
    ProgressBar progress(!m_options.quiet, m_options.config.training.steps);
    record();
    while (m_run->status() == core::RunStatus::Training && caughtSignal() == 0 && !m_fault) {
        if ((m_run->stepsMade() + 1) % m_options.recordEvery == 0 ||
            m_run->stepsMade() + 1 == m_options.config.training.steps)
            m_run->keepNextUpdate();
        m_run->step();
        m_history.add(m_run->lastRecord());
        progress.show(m_run->stepsMade(), static_cast<double>(m_run->lastRecord().batchLoss.mean));
        if (m_run->stepsMade() % m_options.recordEvery == 0)
            record();
    }
    if (m_recordedStep != m_run->stepsMade() && !m_fault)
        record();
}

void HeadlessRunner::record()
{
    core::ObserveOptions options;
    if (!m_options.draw)
        options.decisionResolution = 1; // nobody looks at the map
    m_run->observe(m_snapshot, options);
    if (m_snapshot.status == core::RunStatus::Training && caughtSignal() != 0)
        m_snapshot.status = core::RunStatus::Stopped;
    m_recordedStep = m_snapshot.step;
    if (m_options.draw)
        m_moments.add(m_snapshot);
    m_history.add(core::evaluationRecord(m_snapshot));
    m_diagnosis.watch(m_snapshot);
    write(core::stepLine(m_snapshot, m_diagnosis.findings()));
}

void HeadlessRunner::write(const std::string& line)
{
    if (!m_output || m_fault)
        return;
    if (const core::Outcome outcome = m_output->write(line); !outcome)
        m_fault = outcome.faults().front();
}

int HeadlessRunner::finish()
{
    if (m_snapshot.status == core::RunStatus::Training && caughtSignal() != 0)
        m_snapshot.status = core::RunStatus::Stopped;
    const std::string summary = core::summaryLine(m_snapshot, m_diagnosis.findings());
    write(summary);
    if (m_fault) {
        const bool readerLeft = m_output && m_output->readerLeft();
        if (readerLeft)
            return kDone;
        printFaults({*m_fault});
        return kFault;
    }
    if (!m_output)
        if (const int code = printResult(QString::fromStdString(summary)); code != kDone)
            return code;
    tellEnd();
    if (m_snapshot.status == core::RunStatus::Stopped)
        return kSignalExit + caughtSignal();
    if (const int code = drawFigures(); code != kDone)
        return code;
    return m_snapshot.status == core::RunStatus::Diverged ? kDiverged : kDone;
}

int HeadlessRunner::drawFigures()
{
    if (!m_options.draw)
        return kDone;
    const int layers = static_cast<int>(m_snapshot.layers.size());
    ui::FrameData frame{m_snapshot, m_history, m_snapshot.config, std::min(1, layers)};
    frame.moments = &m_moments;
    frame.prediction = m_prediction;
    frame.findings = m_diagnosis.findings();
    const core::Outcome outcome = m_options.draw(frame);
    if (outcome)
        return kDone;
    printFaults(outcome.faults());
    return kFault;
}

void HeadlessRunner::tellEnd() const
{
    if (m_snapshot.divergence)
        printMessage(divergenceWords(*m_snapshot.divergence, m_options.config.network.depth));
    if (m_options.quiet)
        return;
    const QString end = m_snapshot.status == core::RunStatus::Stopped ? RunWords::tr("Stopped after %1 steps.")
                                                                      : RunWords::tr("%1 steps made.");
    QStringList sentences{end.arg(m_snapshot.step), RunWords::tr("Training: %1.").arg(scoreWords(m_snapshot.train))};
    if (m_snapshot.test)
        sentences << RunWords::tr("Test: %1.").arg(scoreWords(*m_snapshot.test));
    sentences << RunWords::tr("Ratio of the gradients of first and last layer: %1.")
                     .arg(ui::readableNumber(m_snapshot.deltaRatio));
    printMessage(ui::joinedSentences(sentences));
}

} // namespace app
