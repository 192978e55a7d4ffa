// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Console.h"

#include "app/CommandLine.h"
#include "core/io/LineFile.h"
#include "ui/base/FaultWords.h"
#include "ui/base/NumberText.h"

#include <QCoreApplication>

#include <cmath>
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

QString barText(double share)
{
    constexpr int kWidth = 30;
    return QString(static_cast<int>(share * kWidth), QLatin1Char('#')).leftJustified(kWidth, QLatin1Char('.'));
}

/// 0:42, 1:02:05; "–" as long as nobody knows.
QString clockText(double seconds)
{
    constexpr double kTooLong = 1e7;
    if (!(seconds < kTooLong))
        return QStringLiteral("–");
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    const auto twoDigits = [](qint64 number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const QString end = QLatin1Char(':') + twoDigits(whole % 60);
    if (whole < 3600)
        return QString::number(whole / 60) + end;
    return QString::number(whole / 3600) + QLatin1Char(':') + twoDigits(whole / 60 % 60) + end;
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
    if (!isDue())
        return;
    const double share = m_steps > 0 ? static_cast<double>(step) / static_cast<double>(m_steps) : 1;
    draw(QCoreApplication::translate("Console", "[%1] step %2 of %3, loss %4")
             .arg(barText(share))
             .arg(step)
             .arg(m_steps)
             .arg(ui::readableNumber(loss)));
}

void ProgressBar::showRuns(std::int64_t done, std::int64_t all, double share, double secondsLeft)
{
    if (!isDue())
        return;
    draw(QCoreApplication::translate("Console", "[%1] %2 of %3 runs done, %4 left")
             .arg(barText(share))
             .arg(done)
             .arg(all)
             .arg(clockText(secondsLeft)));
}

bool ProgressBar::isDue()
{
    if (!m_visible)
        return false;
    const auto now = std::chrono::steady_clock::now();
    if (now < m_next)
        return false;
    m_next = now + std::chrono::milliseconds(100);
    return true;
}

void ProgressBar::draw(const QString& line)
{
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
