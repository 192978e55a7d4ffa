// SPDX-License-Identifier: GPL-3.0-or-later
// The five trainings that are timed, from TensorFlow Playground's default to a wide network on pictures of MNIST's
// size: as experiments for ourselves, and in plain numbers for the peers.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "core/data/Dataset.h"
#include "tests/bench/Peer.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bench
{

class Workload
{
public:
    /// The fields of an experiment that make it, and its data where that is no source of the catalogue.
    struct Row {
        std::string_view id{};
        std::string_view title{};
        void (*configure)(core::ExperimentConfig& config) = nullptr;
        core::Dataset (*makeData)() = nullptr;
    };

    explicit Workload(const Row& row);
    Workload(const Workload&) = delete;
    Workload& operator=(const Workload&) = delete;
    ~Workload() = default;

    [[nodiscard]] const std::string& id() const { return m_id; }
    [[nodiscard]] const std::string& title() const { return m_title; }
    [[nodiscard]] const core::ExperimentConfig& config() const { return m_config; }
    [[nodiscard]] const std::shared_ptr<const core::Dataset>& data() const { return m_data; }
    /// The same weights, samples and settings for a peer. Valid as long as the workload.
    [[nodiscard]] const Task& task() const { return m_task; }
    /// Floating-point operations of one step: two a weight and sample on the way forward, and twice that on the way
    /// back, where only the first layer has no gradient of its input to make.
    [[nodiscard]] double flopsPerStep() const;

private:
    void describeNetwork();
    void describeData();

    std::string m_id;
    std::string m_title;
    core::ExperimentConfig m_config;
    std::shared_ptr<const core::Dataset> m_data;
    Task m_task;
    std::vector<float> m_parameters;
    std::vector<float> m_inputs;
    std::vector<float> m_targets;
    std::vector<std::int64_t> m_labels;
};

const std::vector<Workload::Row>& workloadRows();

/// 2-[width × depth]-1 on two moons, trained with this activation.
core::ExperimentConfig moonsConfig(std::string activation, std::int64_t width, std::int64_t depth);

/// The data of an experiment that is right, from the resources that are shipped.
std::shared_ptr<const core::Dataset> dataOf(const core::ExperimentConfig& config);

} // namespace bench
