// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/frames/WindowBench.h"

#include "app/Resources.h"
#include "core/io/SweepCsv.h"
#include "tests/bench/frames/Clocks.h"
#include "tests/bench/frames/Meter.h"
#include "tests/bench/frames/ReferencePicture.h"
#include "tests/bench/frames/SliderHand.h"
#include "ui/Session.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/Panel.h"
#include "ui/panels/PanelCatalogue.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <functional>
#include <stdexcept>
#include <utility>

namespace bench
{

namespace
{

constexpr double kLearningRate = 0.001; ///< so small that fifty layers do not diverge while their slope is changed
constexpr int kPatienceMilliseconds = 60'000; ///< for the first picture
constexpr int kWarmUpMilliseconds = 1000;
constexpr int kRestMilliseconds = 2000;   ///< in which nobody touches the slider
constexpr int kMoveMilliseconds = 23;     ///< out of step with the frames
constexpr std::int64_t kRaceSteps = 5000; ///< of each run, so that many end while frames are counted
constexpr int kRaceSeeds = 100;
constexpr std::size_t kMapSide = 24;
constexpr std::int64_t kMapSteps = 5000;
constexpr int kReferences = 30; ///< before the frames, and again after them
constexpr int kMoves = 200;
constexpr int kPictures = 100;
/// What is posted meanwhile is sent in the next round: queued replots, then layouts, then painting.
constexpr int kRounds = 4;

core::ExperimentConfig experimentOf(const Configuration& configuration)
{
    core::ExperimentConfig config;
    config.network.depth = configuration.network.width();
    config.network.width = configuration.network.height();
    config.optimizer.parameters["learning_rate"] = kLearningRate;
    config.training.steps = 1'000'000'000; // more than it will make
    return config;
}

void letRun(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

void sendAllPosted()
{
    for (int round = 0; round < kRounds; ++round)
        QCoreApplication::sendPostedEvents();
}

double millisecondsSince(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

} // namespace

WindowBench::WindowBench(Meter& meter, const Options& options)
    : m_options(options)
    , m_window({app::bundledResources(), app::presetNames()}, {experimentOf(options.configurations.front())})
{
    meter.watch(m_window, [this] { onPainted(); });
    QObject::connect(&m_window.session(), &ui::Session::frameChanged, &m_window, [this] { onShown(); });
    QObject::connect(&m_window.dashboard(), &ui::Dashboard::frameNeeded, &m_window, [this] { onShown(); });
    // The program's window has been given its theme once when it opens, not twice.
    if (const ui::ThemeKind theme = ui::Theme::kindOf(options.theme); theme != m_window.theme())
        m_window.setTheme(theme);
    m_window.resize(options.configurations.front().size);
    m_window.show();
}

WindowBench::~WindowBench() = default;

nlohmann::json WindowBench::run()
{
    awaitFirstPicture();
    if (m_options.seconds == 0)
        return m_result;
    m_result["device_pixel_ratio"] = m_window.devicePixelRatioF();
    m_result["platform"] = QGuiApplication::platformName().toStdString();
    if (m_options.race)
        beginRace();
    if (m_options.map)
        beginMap();
    letRun(kWarmUpMilliseconds);
    m_result["rest"] = countFrames(kRestMilliseconds);
    std::vector<double> references = timeReferencePicture(kReferences);

    m_hand = std::make_unique<SliderHand>(m_window);
    QTimer mover;
    QObject::connect(&mover, &QTimer::timeout, &m_window, [this] { moveSlider(); });
    mover.start(kMoveMilliseconds);
    letRun(kWarmUpMilliseconds);
    m_result["dragged"] = countFrames(1000 * m_options.seconds);
    watchMemory();
    mover.stop();
    for (const double milliseconds : timeReferencePicture(kReferences))
        references.push_back(milliseconds);
    m_result["reference"] = summaryOf(references);
    timeSlider();
    timePanels();
    checkThatAllGoesOn();
    return m_result;
}

/// Ten activations with many seeds, for longer than anybody looks; their card is in sight.
void WindowBench::beginRace()
{
    ui::RacePlan plan;
    plan.base.training.steps = kRaceSteps;
    plan.axes = {
        core::parseAxis("network.activation.kind=sigmoid,tanh,relu,leaky_relu,elu,selu,gelu,silu,mish,softplus")
            .value()};
    plan.seeds = kRaceSeeds;
    if (!m_window.session().race().begin(std::move(plan)))
        throw std::runtime_error("The race cannot begin");
    m_window.dashboard().bringIntoSight(ui::cardOf("race"));
}

/// Depth across, slope up, for longer than anybody looks; its card is in sight.
void WindowBench::beginMap()
{
    core::PhasePlan plan{core::phaseBase(m_window.session().config(), 1, kMapSteps), {}, {}, {}};
    const std::vector<core::Field> fields = core::phaseFields(plan.base);
    const auto axis = [&](const char* key, double from, double to) {
        return core::axisOf({key, from, to, kMapSide}, *core::findField(fields, key));
    };
    plan.across = axis("network.depth", 1, kMapSide);
    plan.up = axis("network.activation.negative_slope", 0, 1);
    m_window.session().phases().begin({std::move(plan), {}});
    m_window.dashboard().bringIntoSight(ui::cardOf("phases"));
}

void WindowBench::checkThatAllGoesOn()
{
    ui::Session& session = m_window.session();
    if (m_options.race && !session.race().state()->running)
        throw std::runtime_error("The race has come to an end before the measurement has");
    if (m_options.map && !session.phases().state()->running)
        throw std::runtime_error("The phase map has come to an end before the measurement has");
    if (!session.playing())
        throw std::runtime_error("The training has come to an end before the measurement has");
}

/// The cards were given something to show.
void WindowBench::onShown()
{
    const core::Snapshot* snapshot = m_window.session().snapshot();
    if (!snapshot)
        return;
    m_isShown = true;
    m_shownSnapshot = snapshot->takenAt;
    if (m_movedAt)
        m_shownMove = std::exchange(m_movedAt, std::nullopt);
}

void WindowBench::onPainted()
{
    if (m_paints++ == 0)
        m_result["first_frame"] = static_cast<double>(steadyNanoseconds() - *m_options.startedAt) / 1e6;
    if (!std::exchange(m_isShown, false))
        return;
    const bool isNew = std::exchange(m_paintedSnapshot, m_shownSnapshot) != m_shownSnapshot;
    const auto move = std::exchange(m_shownMove, std::nullopt);
    if (!m_counts)
        return;
    const double before = std::exchange(m_computed, threadMilliseconds());
    m_frames.push_back(m_computed - before);
    if (isNew)
        m_ages.push_back(millisecondsSince(m_shownSnapshot));
    if (move)
        m_latencies.push_back(millisecondsSince(*move));
}

void WindowBench::moveSlider()
{
    if (!m_movedAt)
        m_movedAt = Clock::now();
    m_hand->move();
}

/// The first frame is painted before there is a network; the first picture is that of one.
void WindowBench::awaitFirstPicture()
{
    QElapsedTimer patience;
    patience.start();
    while (m_paintedSnapshot == Clock::time_point{}) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (patience.hasExpired(kPatienceMilliseconds))
            throw std::runtime_error("The window shows nothing");
    }
    if (m_window.size() != m_options.configurations.front().size)
        throw std::runtime_error("The window has another size: the screen is too small");
    m_result["first_picture"] = static_cast<double>(steadyNanoseconds() - *m_options.startedAt) / 1e6;
    m_result["memory"]["start"] = residentMegabytes();
}

nlohmann::json WindowBench::countFrames(int milliseconds)
{
    const auto begin = Clock::now();
    const double own = threadMilliseconds();
    const double all = processMilliseconds();
    const std::int64_t step = m_window.session().currentStep();
    m_computed = own;
    m_counts = true;
    letRun(milliseconds);
    m_counts = false;
    const double passed = millisecondsSince(begin);
    const double ownShare = (threadMilliseconds() - own) / passed;
    const double steps = static_cast<double>(m_window.session().currentStep() - step);
    return {{"frames_per_second", static_cast<double>(m_frames.size()) * 1e3 / passed},
            {"frame", summaryOf(std::exchange(m_frames, {}))},
            {"snapshot_age", summaryOf(std::exchange(m_ages, {}))},
            {"slider_to_screen", summaryOf(std::exchange(m_latencies, {}))},
            {"steps_per_second", steps * 1e3 / passed},
            {"window_share", ownShare},
            {"trainer_share", (processMilliseconds() - all) / passed - ownShare}};
}

void WindowBench::watchMemory()
{
    nlohmann::json& memory = m_result["memory"];
    memory["after_frames"] = residentMegabytes();
    for (int minute = 0; minute < m_options.minutes; ++minute) {
        letRun(60'000);
        memory["by_minute"].push_back(residentMegabytes());
    }
    if (m_options.minutes > 0)
        memory["growth_after_first_minute"] =
            memory["by_minute"].back().get<double>() - memory["by_minute"].front().get<double>();
}

double WindowBench::timeToPaint(const std::function<void()>& work)
{
    // Without the event loop no timer fires, so that no frame of the trainer's comes in between; queued replots and the
    // painting are posted events, and are sent as they would be in the loop.
    sendAllPosted();
    const std::size_t paints = m_paints;
    const double before = threadMilliseconds();
    work();
    sendAllPosted();
    const double after = threadMilliseconds();
    if (m_paints == paints)
        throw std::runtime_error("Nothing was painted");
    return after - before;
}

/// Until no card waits for its turn.
void WindowBench::showAllCards()
{
    for (int card = 0; card < m_window.dashboard().cardCount(); ++card)
        emit m_window.dashboard().frameNeeded();
}

/// From the hand on the slider to the painted curve, without anything else in between.
void WindowBench::timeSlider()
{
    std::vector<double> milliseconds;
    for (int i = 0; i < kMoves; ++i) {
        QApplication::processEvents();
        showAllCards();
        milliseconds.push_back(timeToPaint([this] {
            m_hand->move();
            emit m_window.dashboard().frameNeeded();
        }));
    }
    m_result["slider_to_curve"] = summaryOf(milliseconds);
}

void WindowBench::timePanels()
{
    ui::Dashboard& dashboard = m_window.dashboard();
    for (int card = 0; card < dashboard.cardCount(); ++card) {
        ui::Panel& panel = dashboard.panel(card);
        if (!panel.followsRun()) // it paints nothing for the same race; when it does, the frames tell
            continue;
        if (!panel.isVisible()) // it waits behind the stage
            dashboard.exchangeCards(card, dashboard.view().seen().front());
        std::vector<double> milliseconds;
        for (int i = 0; i < kPictures; ++i) {
            QApplication::processEvents();
            milliseconds.push_back(timeToPaint([&] { panel.show(m_window.session().frame()); }));
        }
        nlohmann::json& row = m_result["panels"].emplace_back(summaryOf(milliseconds));
        row["title"] = panel.title().toStdString();
        row["size"] = {panel.width(), panel.height()};
    }
}

} // namespace bench
