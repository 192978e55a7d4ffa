// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/TrainerLoop.h"

#include "core/train/ConfigCheck.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>

namespace core
{

namespace
{

/// Publishing takes at most this share of the time of a run that trains as fast as it goes, …
constexpr double kPublicationShare = 0.1;
/// … and of one that is paced or paused, and would only wait.
constexpr double kIdlePublicationShare = 0.5;
/// Changes that somebody makes are to be seen at once, but one who drags a slider must not bring training to a halt.
constexpr double kUrgentPublicationShare = 0.25;
/// More snapshots a second than the window draws would be waste.
constexpr double kShortestInterval = 1.0 / 60;
/// What takes longer is given up for the next order, if it can wait.
constexpr double kPatience = 0.5;
/// The decision map starts coarse after a rebuild, and becomes finer while that is quick.
constexpr int kCoarsestMap = 32;
constexpr int kFinest = 128;
constexpr double kQuick = 0.008;
constexpr double kSlow = 0.040;
/// How long a record that did not fit into the queue waits for the next try, while nothing else is to be done.
constexpr double kOfferInterval = 0.02;
/// A paced run that has fallen behind by more than this does not try to catch up.
constexpr double kForgottenDelay = 0.25;

} // namespace

TrainerLoop::TrainerLoop(const ResourceReader& resources, TrainerChannel& channel)
    : m_resources(resources)
    , m_channel(channel)
    , m_outlet(channel.records)
    , m_companions(channel.records)
{
}

void TrainerLoop::run()
{
    while (!m_quit) {
        try {
            turn();
        } catch (const std::exception& error) {
            fail({Fault{FaultCode::TrainerFailed, {}, {error.what()}}});
        }
    }
}

void TrainerLoop::turn()
{
    obey(m_channel.mailbox.take());
    if (m_quit)
        return;
    // The network before its first update is a moment that people look back at.
    if (m_run && m_run->stepsMade() == 0 && m_urgent && !publish())
        return;
    const Clock::time_point now = Clock::now();
    const std::optional<double> stepWait = untilStep(now);
    const bool stepIsDue = stepWait && *stepWait <= 0;
    if (stepIsDue)
        step(now);
    const std::optional<double> publicationWait = untilPublication(Clock::now());
    // Between steps without a pause there is time to wait for one whose update is kept.
    const bool publicationIsDue =
        publicationWait && *publicationWait <= 0 && (m_urgent || !stepIsDue || m_run->knowsUpdate());
    const bool hasOrders = publicationIsDue && !publish();
    if (stepIsDue || hasOrders)
        return;
    constexpr double kNever = std::numeric_limits<double>::infinity();
    // Nobody tells when the queue of records has room again, so that what did not fit is offered from time to time.
    offerPending();
    const double offerWait = hasPending() ? kOfferInterval : kNever;
    const double wait =
        std::min({stepWait.value_or(kNever), untilPublication(Clock::now()).value_or(kNever), offerWait});
    m_channel.mailbox.wait(std::isinf(wait) ? -1 : std::max(wait, 0.0));
}

void TrainerLoop::obey(Commands commands)
{
    if (commands.quit) {
        m_quit = true;
        return;
    }
    const bool isNew = commands.apply && apply(std::move(*commands.apply));
    if (commands.restart && !isNew)
        rebuild();
    if (commands.watch) {
        m_watchedUnit = *commands.watch;
        m_changed = m_urgent = true;
    }
    if (commands.play)
        setPlaying(*commands.play);
    for (; commands.steps > 0 && m_run && !m_run->divergence(); --commands.steps) {
        m_goal = std::max(m_goal, m_run->stepsMade() + 1);
        step(Clock::now());
        m_urgent = true;
    }
}

bool TrainerLoop::needsRebuild(const Lineup& next) const
{
    // A run that has diverged has nothing left that a hot change could act on.
    if (!m_run || m_run->divergence() || effectOfChange(m_lineup, next) == Effect::Rebuild)
        return true;
    // Who changes the run that is watched does not mean one beside it that has diverged: that one stays where it is.
    return effectOfChange(config(), next.first) == Effect::None && m_companions.revives(next.companions);
}

bool TrainerLoop::apply(Lineup lineup)
{
    const bool rebuilds = needsRebuild(lineup);
    m_lineup = std::move(lineup);
    if (rebuilds) {
        rebuild();
        return true;
    }
    // Only here are the sizes of data from a file known.
    if (Faults faults = checkWithData(m_lineup, m_data->shape()); !faults.empty()) {
        fail(std::move(faults));
        return false;
    }
    if (m_run->config().training.steps != config().training.steps)
        m_goal = config().training.steps;
    m_run->apply(config());
    m_companions.apply(m_lineup.companions);
    m_nextStep = Clock::now();
    m_changed = m_urgent = true;
    return false;
}

bool TrainerLoop::makeData()
{
    const std::int64_t dataSeed = config().data.seed.value_or(config().seed);
    if (m_data && m_dataConfig == config().data && m_dataSeed == dataSeed)
        return true;
    Result<Dataset> data = makeDataset(config().data, config().seed, m_resources);
    if (!data) {
        fail(data.faults());
        return false;
    }
    m_data = std::make_shared<const Dataset>(std::move(data).value());
    m_dataConfig = config().data;
    m_dataSeed = dataSeed;
    return true;
}

void TrainerLoop::rebuild()
{
    if (!makeData())
        return;
    if (Faults faults = checkWithData(m_lineup, m_data->shape()); !faults.empty()) {
        fail(std::move(faults));
        return;
    }
    m_run.reset(); // the old ones' memory is free before the new ones take their own
    m_companions.clear();
    m_run = std::make_unique<TrainingRun>(config(), m_data);
    m_run->setSecondCore(SecondCoreUse::WhereQuicker);
    m_companions.build(m_lineup.companions, m_data, m_generation + 1);
    setFaults({});
    ++m_generation;
    m_goal = config().training.steps;
    m_channel.step.store(0, std::memory_order_relaxed);
    if (m_playedUntilDivergence)
        m_playing = true;
    m_playedUntilDivergence = false;
    setPlaying(m_playing);
    m_resolution = kCoarsestMap;
    m_changed = m_urgent = true;
}

void TrainerLoop::setPlaying(bool playing)
{
    m_playing = playing && m_run && !m_run->divergence();
    if (m_playing && m_run->stepsMade() >= m_goal)
        m_goal = m_run->stepsMade() + std::max<std::int64_t>(config().training.steps, 1); // on, for as long again
    m_nextStep = Clock::now();
    if (!m_playing) // where it has stopped is shown at once: there is nothing to hold up
        m_nextPublication = m_nextUrgentPublication = m_nextStep;
    if (m_run)
        m_channel.state.store(m_playing ? TrainerState::Playing : TrainerState::Paused, std::memory_order_release);
}

std::optional<double> TrainerLoop::untilStep(Clock::time_point now) const
{
    if (!m_playing)
        return std::nullopt;
    return config().training.stepsPerSecond > 0 ? Seconds(m_nextStep - now).count() : 0;
}

void TrainerLoop::step(Clock::time_point now)
{
    const bool isPaced = config().training.stepsPerSecond > 0;
    if (isPaced || m_urgent || now >= m_nextPublication || m_run->stepsMade() + 1 >= m_goal) {
        m_run->keepNextUpdate();
        m_companions.keepNextUpdate();
    }
    m_run->step();
    m_companions.step();
    m_changed = true;
    m_channel.step.store(m_run->stepsMade(), std::memory_order_relaxed);
    m_outlet.push(m_run->lastRecord(), m_generation);
    if (m_run->divergence()) {
        m_playedUntilDivergence = m_playing;
        setPlaying(false);
        m_urgent = true;
    } else if (m_playing && m_run->stepsMade() >= m_goal) {
        setPlaying(false);
        m_urgent = true;
    }
    if (isPaced) {
        m_nextStep += std::chrono::duration_cast<Clock::duration>(Seconds(1 / config().training.stepsPerSecond));
        if (Seconds(now - m_nextStep).count() > kForgottenDelay)
            m_nextStep = now;
    }
}

void TrainerLoop::offerPending()
{
    m_outlet.offer();
    m_companions.offerPending();
}

std::optional<double> TrainerLoop::untilPublication(Clock::time_point now) const
{
    if (!m_run || !m_changed)
        return std::nullopt;
    // … so nothing takes its place before it has been seen, however late the window is.
    if (m_atBeginning && m_run->stepsMade() > 0 && !m_channel.snapshots.fetched())
        return kShortestInterval;
    return Seconds((m_urgent ? m_nextUrgentPublication : m_nextPublication) - now).count();
}

Interrupt TrainerLoop::interruptOf(Clock::time_point start) const
{
    return Interrupt([this, start] {
        const bool takesLong = Seconds(Clock::now() - start).count() > kPatience;
        return m_channel.mailbox.endsObservation(takesLong, m_run->stepsMade() == 0);
    });
}

bool TrainerLoop::publish()
{
    const Clock::time_point start = Clock::now();
    Instant& instant = m_channel.snapshots.back();
    ObserveOptions options{Evaluator::kChunk, m_resolution, m_watchedUnit};
    options.interrupt = interruptOf(start);
    try {
        m_run->observe(instant.first, options);
        options.unit.reset();
        m_companions.observe(instant.companions, options);
    } catch (const Interrupted&) {
        planPublications(start);
        return false;
    }
    stamp(instant.first, start);
    for (CompanionSnapshot& each : instant.companions)
        stamp(each.snapshot, start);

    const StepRecord record = evaluationRecord(instant.first);
    m_companions.pushEvaluations(instant.companions);
    m_channel.snapshots.publish();
    m_outlet.push(record, m_generation);
    m_atBeginning = m_run->stepsMade() == 0;

    m_changed = m_urgent = false;
    planPublications(start);
    refine(Seconds(Clock::now() - start).count());
    return true;
}

void TrainerLoop::stamp(Snapshot& snapshot, Clock::time_point takenAt) const
{
    snapshot.generation = m_generation;
    snapshot.takenAt = takenAt;
    const bool isDone = m_run->stepsMade() >= m_goal;
    snapshot.status = snapshot.divergence ? RunStatus::Diverged : isDone ? RunStatus::Done : RunStatus::Training;
}

void TrainerLoop::planPublications(Clock::time_point start)
{
    const Clock::time_point end = Clock::now();
    const double seconds = Seconds(end - start).count();
    const bool idles = !m_playing || config().training.stepsPerSecond > 0;
    const double share = idles ? kIdlePublicationShare : kPublicationShare;
    const auto after = [&](double interval) {
        return start + std::chrono::duration_cast<Clock::duration>(Seconds(interval));
    };
    m_nextPublication = after(std::max(kShortestInterval, seconds / share));
    m_nextUrgentPublication = m_playing ? after(seconds / kUrgentPublicationShare) : end;
}

void TrainerLoop::refine(double seconds)
{
    if (seconds > kSlow && m_resolution > kCoarsestMap) {
        m_resolution /= 2;
    } else if (m_resolution < kFinest && (seconds < kQuick || !m_playing)) {
        m_resolution *= 2;
        m_changed = true; // so that a paused run is drawn finely in the end
    }
}

void TrainerLoop::setFaults(Faults faults)
{
    const std::lock_guard lock(m_channel.faultMutex);
    m_channel.faults = std::move(faults);
}

void TrainerLoop::fail(Faults faults)
{
    m_run.reset();
    m_companions.clear();
    setFaults(std::move(faults));
    m_playing = false;
    m_changed = false;
    m_channel.state.store(TrainerState::Faulted, std::memory_order_release);
}

} // namespace core
