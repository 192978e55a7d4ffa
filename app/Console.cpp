// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"

#include "app/CommandLine.h"
#include "core/io/LineFile.h"
#include "ui/base/FaultWords.h"
#include "ui/base/NumberText.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

#include <unistd.h>

namespace app
{

namespace
{

// Global, because that is all a signal handler may write to.
volatile std::sig_atomic_t s_signal = 0;

void noteSignal(int signal)
{
    s_signal = signal;
    // A second one kills, should the first not be heard.
    std::signal(signal, SIG_DFL);
}

void writeError(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

void printMessage(const QString& text)
{
    writeError(text + QLatin1Char('\n'));
}

void printFaults(const core::Faults& faults, const QString& document)
{
    for (const QString& text : ui::faultTexts(faults, document))
        printMessage(text);
}

int printResult(const QString& text)
{
    core::Result<core::LineFile> output = core::LineFile::open("-");
    const core::Outcome outcome = output.value().write(text.toStdString());
    if (outcome || output.value().readerLeft())
        return kDone;
    core::Fault fault = outcome.faults().front();
    fault.where = QCoreApplication::translate("Console", "Standard output").toStdString();
    printFaults({fault});
    return kFault;
}

void catchSignals()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGINT, noteSignal);
    std::signal(SIGTERM, noteSignal);
}

int caughtSignal()
{
    return s_signal;
}

ProgressBar::ProgressBar(bool wanted, std::int64_t steps)
    : m_visible(wanted && ::isatty(STDERR_FILENO) == 1)
    , m_steps(steps)
{
}

ProgressBar::~ProgressBar()
{
    clear();
}

void ProgressBar::show(std::int64_t step, double loss)
{
    if (!m_visible)
        return;
    const auto now = std::chrono::steady_clock::now();
    if (now < m_next)
        return;
    m_next = now + std::chrono::milliseconds(100);
    constexpr int kWidth = 30;
    const double share = m_steps > 0 ? static_cast<double>(step) / static_cast<double>(m_steps) : 1;
    const int filled = static_cast<int>(share * kWidth);
    const QString line = QCoreApplication::translate("Console", "[%1] step %2 of %3, loss %4")
                             .arg(QString(filled, QLatin1Char('#')).leftJustified(kWidth, QLatin1Char('.')))
                             .arg(step)
                             .arg(m_steps)
                             .arg(ui::readableNumber(loss));
    writeError(QLatin1Char('\r') + line.leftJustified(static_cast<int>(m_shown)));
    m_shown = std::max(m_shown, line.size());
}

void ProgressBar::clear()
{
    if (m_shown > 0)
        writeError(QLatin1Char('\r') + QString(m_shown, QLatin1Char(' ')) + QLatin1Char('\r'));
    m_shown = 0;
}

} // namespace app
