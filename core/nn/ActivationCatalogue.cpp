// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/ActivationCatalogue.h"

#include <vector>

namespace core
{

std::span<const ActivationInfo> activationCatalogue()
{
    static const std::vector<ActivationInfo> rows = [] {
        std::vector<ActivationInfo> all;
        for (const auto& part : {squashingActivations(), rectifyingActivations(), otherActivations()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return rows;
}

} // namespace core
