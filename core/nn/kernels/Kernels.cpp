// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/kernels/Kernels.h"

#include "core/nn/kernels/Paths.h"

#include <cstdlib>
#include <vector>

namespace core
{

namespace
{

std::vector<const Kernels*> findAvailable()
{
    std::vector<const Kernels*> found{&plainKernels()};
#ifdef ACTISCOPE_X86_KERNELS
    // GCC's names of the levels; each has all that is below it.
    if (__builtin_cpu_supports("x86-64-v2"))
        found.push_back(&kernelsV2());
    if (__builtin_cpu_supports("x86-64-v3"))
        found.push_back(&kernelsV3());
    if (__builtin_cpu_supports("x86-64-v4"))
        found.push_back(&kernelsV4());
#endif
    return found;
}

const Kernels& choose()
{
    const std::span<const Kernels* const> available = availableKernels();
    if (const char* wanted = std::getenv("ACTISCOPE_KERNELS"))
        for (const Kernels* path : available)
            if (path->name == wanted)
                return *path;
    return *available.back();
}

} // namespace

std::span<const Kernels* const> availableKernels()
{
    static const std::vector<const Kernels*> available = findAvailable();
    return available;
}

const Kernels& kernels()
{
    static const Kernels& chosen = choose();
    return chosen;
}

} // namespace core
