// SPDX-License-Identifier: GPL-3.0-or-later
// The generated data sets once more, as Python for the export of an experiment: bodies of functions of `samples`,
// `noise` and what else a row has. They return inputs (a row a sample) and classes, or inputs and targets. Used by the
// catalogue of data sources only; each is the same mathematics as its namesake in ToyDatasets.cpp.
#pragma once

#include <string_view>

namespace core
{

inline constexpr std::string_view kMoonsInPython = R"(half = samples // 2
t = math.pi * torch.cat([torch.linspace(0, 1, half), torch.linspace(0, 1, samples - half)])
labels = (torch.arange(samples) >= half).long()
x = torch.where(labels == 0, t.cos(), 1 - t.cos())
y = torch.where(labels == 0, t.sin(), 0.5 - t.sin())
return torch.stack([x, y], dim=1) + noise * torch.randn(samples, 2), labels
)";

inline constexpr std::string_view kCirclesInPython = R"(half = samples // 2
t = 2 * math.pi * torch.cat([torch.arange(half) / half, torch.arange(samples - half) / (samples - half)])
labels = (torch.arange(samples) >= half).long()
radius = torch.where(labels == 0, 1.0, 0.5)
points = radius[:, None] * torch.stack([t.cos(), t.sin()], dim=1)
return points + noise * torch.randn(samples, 2), labels
)";

inline constexpr std::string_view kSpiralsInPython = R"(half = samples // 2
t = torch.cat([torch.linspace(0, 1, half), torch.linspace(0, 1, samples - half)])
labels = (torch.arange(samples) >= half).long()
radius = 3 * (0.08 + 0.92 * t)
angle = 2 * math.pi * 1.5 * t + math.pi * labels
points = radius[:, None] * torch.stack([angle.cos(), angle.sin()], dim=1)
return points + noise * torch.randn(samples, 2), labels
)";

inline constexpr std::string_view kXorInPython = R"(points = 2 * torch.rand(samples, 2) - 1
labels = ((points[:, 0] > 0) != (points[:, 1] > 0)).long()
return points + noise * torch.randn(samples, 2), labels
)";

inline constexpr std::string_view kGaussiansInPython = R"(labels = torch.arange(samples) % classes
angle = 2 * math.pi * labels / classes
centres = torch.stack([angle.cos(), angle.sin()], dim=1)
return centres + noise * torch.randn(samples, 2), labels
)";

inline constexpr std::string_view kSineWaveInPython = R"(x = torch.linspace(-math.pi, math.pi, samples)[:, None]
return x, x.sin() + noise * torch.randn(samples, 1)
)";

inline constexpr std::string_view kStaircaseInPython = R"(x = torch.linspace(-2, 2, samples)[:, None]
return x, x.floor().clamp(max=1) + noise * torch.randn(samples, 1)
)";

inline constexpr std::string_view kBumpInPython = R"(x = torch.linspace(-3, 3, samples)[:, None]
return x, torch.exp(-x * x) + noise * torch.randn(samples, 1)
)";

} // namespace core
