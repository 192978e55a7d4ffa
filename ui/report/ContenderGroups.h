// SPDX-License-Identifier: GPL-3.0-or-later
// How the contenders of a sweep are laid out for a reader: in groups that are compared within themselves (the
// activations for each optimizer), and along a key whose values are numbers (accuracy over depth). Used by the pictures
// and the report of a comparison, on any thread that has the words.
#pragma once

#include "core/io/SweepTable.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <optional>
#include <vector>

namespace ui
{

struct ContenderGroup {
    QString title; ///< "Optimizer: Adam"; empty where all are in one group
    std::vector<core::Contender> contenders;
    QStringList names; ///< of the contenders: what is not in the title
};

/// In the order of the table. Grouped by the second key, where there are two or more; by the first, if its values are
/// numbers and the second's are not: what is compared then are kinds, at each of a few numbers.
std::vector<ContenderGroup> groupsOf(const core::SweepTable& table);

/// Contenders that differ by one number only.
struct ContenderSeries {
    QString name; ///< empty where there is one series only
    struct Point {
        double number = 0;
        const core::Contender* contender = nullptr;
    };
    std::vector<Point> points; ///< by number
};

/// The key whose values are all numbers, the one with most of them if there are several; at least three values.
std::optional<std::size_t> numberKey(const core::SweepTable& table);

/// A series for each combination of the other keys' values, in the order of the table, which must outlive them.
std::vector<ContenderSeries> seriesOf(const core::SweepTable& table, std::size_t numberKey);

} // namespace ui
