// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogues of core as JSON: each row with its words, its formula and everything that can be set for it, so that
// another program could make the window's editors, the check of a file and the help from them. In English in every
// language. Used by the command `list`.
#pragma once

#include "core/data/Dataset.h"

#include <nlohmann/json_fwd.hpp>

#include <span>

namespace app
{

/// What `list` can tell: a word for it, and how to make its array of {id, name, formula, parameters, …}.
struct Listing {
    const char* what;
    nlohmann::ordered_json (*make)(const core::ResourceReader& resources);
};

std::span<const Listing> listings();

} // namespace app
