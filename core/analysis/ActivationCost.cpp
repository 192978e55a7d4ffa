// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ActivationCost.h"

#include "core/base/Rng.h"
#include "core/nn/Activation.h"
#include "core/nn/kernels/Kernels.h"
#include "core/nn/layers/Activate.h"
#include "core/train/TrainingRun.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
#include <utility>

namespace core
{

namespace
{

using Clock = std::chrono::steady_clock;

constexpr Index kTimedUnits = 32;
constexpr Index kTimedSamples = 32;
constexpr int kTurns = 100;
constexpr int kFewestTurns = 10;
constexpr double kMostSeconds = 0.7;   ///< on a busy machine; after the fewest turns
constexpr double kSlice = 20e-6;       ///< seconds that a part is repeated in a turn
constexpr double kMostRepeats = 10000; ///< should the clock not see a single one
constexpr double kStepSeconds = 0.25;
constexpr std::size_t kFewestSteps = 3;
constexpr std::size_t kMostSteps = 1000;

double secondsSince(Clock::time_point before)
{
    return std::chrono::duration<double>(Clock::now() - before).count();
}

template <class Work>
double secondsOf(const Work& work, int repeats)
{
    const Clock::time_point before = Clock::now();
    for (int i = 0; i < repeats; ++i)
        work();
    return secondsSince(before) / repeats;
}

double median(std::vector<double>& values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Matrix normalNumbers(Index rows, Index columns, std::uint64_t stream)
{
    Rng rng(1, Purpose::Data, stream);
    Matrix numbers(rows, columns);
    for (Scalar& number : numbers.reshaped<Eigen::RowMajor>())
        number = static_cast<Scalar>(rng.normal());
    return numbers;
}

/// What a layer works on, allocated before anything is timed and warm after the first pass.
struct Numbers {
    Numbers(Index units, Index samples)
        : z(normalNumbers(units, samples, 1))
        , dInput(units, samples)
        , parameters(units)
        , gradient(units)
    {
        pass.dOutput = normalNumbers(units, samples, 2);
        pass.output.resize(units, samples);
        pass.saved.resize(units, samples);
    }

    Matrix z;
    LayerPass pass;
    Matrix dInput;
    Vector parameters; ///< the slopes
    Vector gradient;
};

/// An activation, and the quickest turn of each of its parts.
class Contestant
{
public:
    explicit Contestant(const Choice& choice)
        : m_function(choice)
        , m_layer(m_function, kTimedUnits, 0, RandomSource{1, 1})
    {
    }

    /// One turn of all parts; the first one only finds out how often each fits into its slice.
    void takeTurn(Numbers& numbers)
    {
        m_layer.initialize(numbers.parameters);
        const std::span<const Scalar> z = elements(numbers.z);
        time(m_forward, [&] { m_function.evaluate(z, elements(numbers.pass.output), {}); });
        time(m_backward, [&] {
            m_function.evaluate(z, {}, elements(numbers.pass.saved));
            kernels().multiplyElements(numbers.pass.saved.data(), numbers.pass.dOutput.data(), numbers.dInput.data(),
                                       numbers.dInput.size(), nullptr);
        });
        time(m_step, [&] { passThrough(m_layer, numbers); });
    }

    /// Forth and back, as in a training step.
    static void passThrough(const Activate& layer, Numbers& numbers)
    {
        layer.forward(numbers.parameters, numbers.z, {Mode::Training, 1}, numbers.pass);
        layer.backward(numbers.parameters, numbers.z, numbers.pass, &numbers.dInput, numbers.gradient);
    }

    [[nodiscard]] ActivationCost result(const Choice& choice) const
    {
        constexpr double kNanoseconds = 1e9 / (kTimedUnits * kTimedSamples);
        return {choice, m_forward.best * kNanoseconds, m_backward.best * kNanoseconds, m_step.best * kNanoseconds};
    }

private:
    struct Part {
        int repeats = 0; ///< 0: not known yet
        double best = std::numeric_limits<double>::infinity();
    };

    template <class Work>
    static void time(Part& part, const Work& work)
    {
        if (part.repeats > 0) {
            part.best = std::min(part.best, secondsOf(work, part.repeats));
            return;
        }
        work(); // brings the code and the numbers into the cache
        const double once = secondsOf(work, 1);
        part.repeats = static_cast<int>(std::clamp(kSlice / std::max(once, 1e-9), 1.0, kMostRepeats));
    }

    ActivationFunction m_function;
    Activate m_layer;
    Part m_forward;
    Part m_backward;
    Part m_step;
};

/// Seconds of one pass forth and back through the activation of a hidden layer, at its own size: the median of turns.
double secondsThrough(const NetworkConfig& network, std::size_t layer, Index samples, std::vector<double>& turns)
{
    const Index units = network.unitsOf(layer);
    const Activate activate(ActivationFunction(network.activationOf(layer)), units, 0, RandomSource{1, layer + 1});
    Numbers numbers(units, samples);
    activate.initialize(numbers.parameters);
    Contestant::passThrough(activate, numbers);
    turns.clear();
    const Clock::time_point begin = Clock::now();
    do
        turns.push_back(secondsOf([&] { Contestant::passThrough(activate, numbers); }, 1));
    while (turns.size() < static_cast<std::size_t>(kTurns) && secondsSince(begin) < kTurns * kSlice);
    return median(turns);
}

} // namespace

std::vector<Choice> costedActivations(const NetworkConfig& network)
{
    std::vector<Choice> choices;
    for (const ActivationInfo& info : activationCatalogue())
        if (!info.isTyped)
            choices.push_back({std::string(info.id), {}});
    const auto isTyped = [](const Choice& choice) { return findRow(activationCatalogue(), choice.kind)->isTyped; };
    for (std::size_t layer = 0; layer < static_cast<std::size_t>(network.depth); ++layer)
        if (const Choice& choice = network.activationOf(layer); isTyped(choice)) {
            choices.push_back(choice);
            break;
        }
    return choices;
}

std::vector<ActivationCost> measureActivations(const std::vector<Choice>& choices, const std::stop_token& stop)
{
    Numbers numbers(kTimedUnits, kTimedSamples);
    std::vector<Contestant> contestants(choices.begin(), choices.end());
    const Clock::time_point begin = Clock::now();
    for (int turn = 0; turn <= kTurns && (turn <= kFewestTurns || secondsSince(begin) < kMostSeconds); ++turn)
        for (Contestant& contestant : contestants) {
            if (stop.stop_requested())
                return {};
            contestant.takeTurn(numbers);
        }
    std::vector<ActivationCost> costs;
    for (std::size_t at = 0; at < choices.size(); ++at)
        costs.push_back(contestants[at].result(choices[at]));
    return costs;
}

std::optional<StepCost> measureStep(ExperimentConfig config, std::shared_ptr<const Dataset> data,
                                    const std::stop_token& stop)
{
    if (config.network.depth == 0)
        return std::nullopt;
    config.changes.clear();
    TrainingRun run(config, std::move(data));
    run.setBatchStatistics(BatchStatistics::Off);
    run.step(); // the first one asks for memory
    std::vector<double> steps;
    const Clock::time_point begin = Clock::now();
    while (steps.size() < kFewestSteps || (steps.size() < kMostSteps && secondsSince(begin) < kStepSeconds)) {
        if (stop.stop_requested() || run.divergence())
            return std::nullopt;
        steps.push_back(secondsOf([&] { run.step(); }, 1));
    }
    StepCost cost{median(steps), 0};
    const auto samples = static_cast<Index>(run.batch().size());
    for (std::size_t layer = 0; layer < static_cast<std::size_t>(config.network.depth); ++layer) {
        if (stop.stop_requested())
            return std::nullopt;
        cost.activationSeconds += secondsThrough(config.network, layer, samples, steps);
    }
    return cost;
}

} // namespace core
