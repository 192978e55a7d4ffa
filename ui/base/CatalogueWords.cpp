// SPDX-License-Identifier: GPL-3.0-or-later
// The words that stand in core's catalogues: there they are part of a formula or of a fact, here they are marked for
// translation. A text without words (signs, letters of formulas, names of parameters) needs no row.
#include "ui/base/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui
{

const std::vector<const char*>& catalogueTexts()
{
    static const std::vector<const char*> table{
        // Activations: f, f′ and where there are kinks
        QT_TRANSLATE_NOOP("Catalogue", "1 if z > 0, else 0"),
        QT_TRANSLATE_NOOP("Catalogue", "z if z > 0, else negative_slope · z"),
        QT_TRANSLATE_NOOP("Catalogue", "1 if z > 0, else negative_slope"),
        QT_TRANSLATE_NOOP("Catalogue", "z if z > 0, else slope · z, slope learned"),
        QT_TRANSLATE_NOOP("Catalogue", "1 if z > 0, else slope"),
        QT_TRANSLATE_NOOP("Catalogue", "slope learned"), // the remark alone, beside the typeset formula
        QT_TRANSLATE_NOOP("Catalogue", "z if z > 0, else alpha · (e^z − 1)"),
        QT_TRANSLATE_NOOP("Catalogue", "1 if z > 0, else alpha · e^z"),
        QT_TRANSLATE_NOOP("Catalogue", "0 unless alpha = 1"),
        QT_TRANSLATE_NOOP("Catalogue", "1.0507 · (z if z > 0, else 1.67326 · (e^z − 1))"),
        QT_TRANSLATE_NOOP("Catalogue", "1.0507 if z > 0, else 1.75810 · e^z"),
        QT_TRANSLATE_NOOP("Catalogue", "1 / 6 if −3 < z < 3, else 0"),
        QT_TRANSLATE_NOOP("Catalogue", "1 if min_val < z < max_val, else 0"),
        QT_TRANSLATE_NOOP("Catalogue", "1 if 0 < z < 6, else 0"),
        QT_TRANSLATE_NOOP("Catalogue",
                          "z if z > 0, else (lower + upper) / 2 · z, in training a random slope between both"),
        QT_TRANSLATE_NOOP("Catalogue", "in training a random slope between both"), // the remark alone
        QT_TRANSLATE_NOOP("Catalogue", "1 if z > 0, else (lower + upper) / 2"),
        QT_TRANSLATE_NOOP("Catalogue", "z if z > threshold, else value"),
        QT_TRANSLATE_NOOP("Catalogue", "1 if z > threshold, else 0"),
        QT_TRANSLATE_NOOP("Catalogue", "z if z > 0, else alpha · (e^(z / alpha) − 1)"),
        QT_TRANSLATE_NOOP("Catalogue", "1 if z > 0, else e^(z / alpha)"),
        QT_TRANSLATE_NOOP("Catalogue", "0 if z < −3, z / 3 + 1 / 2 if z ≤ 3, else 1"),
        QT_TRANSLATE_NOOP("Catalogue", "z − lambda if z > lambda, z + lambda if z < −lambda, else 0"),
        QT_TRANSLATE_NOOP("Catalogue", "z if |z| > lambda, else 0"),
        QT_TRANSLATE_NOOP("Catalogue", "1 if |z| > lambda, else 0"),
        QT_TRANSLATE_NOOP("Catalogue", "1 if z > 0, −1 if z < 0, else 0"),
        QT_TRANSLATE_NOOP("Catalogue", "0 (where f itself jumps)"),
        QT_TRANSLATE_NOOP("Catalogue", "threshold (where f jumps, too, unless value = threshold)"),
        QT_TRANSLATE_NOOP("Catalogue", "−lambda, lambda (where f itself jumps)"),
        QT_TRANSLATE_NOOP("Catalogue", "0 if b = 0"),
        QT_TRANSLATE_NOOP("Catalogue", "everywhere"),
        QT_TRANSLATE_NOOP("Catalogue", "the formula that you type"),
        QT_TRANSLATE_NOOP("Catalogue", "its derivative, exact"),
        // Initializers
        QT_TRANSLATE_NOOP("Catalogue", "variance gain² / fan_in"),
        QT_TRANSLATE_NOOP("Catalogue", "variance 2 gain² / (fan_in + fan_out)"),
        QT_TRANSLATE_NOOP("Catalogue", "variance 2 gain² / ((1 + negative_slope²) fan_in)"),
        QT_TRANSLATE_NOOP("Catalogue", "uniform in ±gain / √fan_in"),
        QT_TRANSLATE_NOOP("Catalogue", "standard deviation gain · std"),
        QT_TRANSLATE_NOOP("Catalogue", "uniform in ±gain · limit"),
        QT_TRANSLATE_NOOP("Catalogue", "all weights 0"),
        QT_TRANSLATE_NOOP("Catalogue", "all weights value"),
        QT_TRANSLATE_NOOP("Catalogue", "gain times orthonormal rows or columns"),
        QT_TRANSLATE_NOOP("Catalogue", "orthonormal, then scaled until u has the standard deviation gain on the data"),
        QT_TRANSLATE_NOOP("Catalogue", "variance 0.36 gain² / fan_in, and one positive entry in each row of [W b]"),
        // Normalisations and dropouts
        QT_TRANSLATE_NOOP("Catalogue", "z = scale · (u − mean) / √(variance + epsilon) + shift, over the mini-batch"),
        QT_TRANSLATE_NOOP("Catalogue",
                          "z = scale · (u − mean) / √(variance + epsilon) + shift, over the units of a sample"),
        QT_TRANSLATE_NOOP("Catalogue", "z = scale · u / √(mean u² + epsilon), over the units of a sample"),
        QT_TRANSLATE_NOOP("Catalogue", "a / (1 − rate), or 0 with probability rate"),
        QT_TRANSLATE_NOOP("Catalogue", "scale · (a, or −1.7581 with probability rate) + shift"),
        // Losses
        QT_TRANSLATE_NOOP("Catalogue", "−log softmax(output)[class]"),
        QT_TRANSLATE_NOOP("Catalogue", "mean over the outputs of (output − target)²"),
        QT_TRANSLATE_NOOP("Catalogue", "log(1 + e^output) − target · output, target 0 or 1"),
        QT_TRANSLATE_NOOP("Catalogue", "max(0, 1 − target · output), target −1 or 1"),
        QT_TRANSLATE_NOOP("Catalogue", "mean over the outputs of |output − target|"),
        QT_TRANSLATE_NOOP("Catalogue", "mean over the outputs of e²/2 if |e| < delta, else delta · (|e| − delta/2); "
                                       "e = output − target"),
        // Schedules
        QT_TRANSLATE_NOOP("Catalogue", "(1 + cos(π k / steps)) / 2, then 0"),
        // Data sources
        QT_TRANSLATE_NOOP("Catalogue", "two interleaved half circles (cos t, sin t) and (1 − cos t, 1/2 − sin t)"),
        QT_TRANSLATE_NOOP("Catalogue", "two circles of radius 1 and 1/2 about one centre"),
        QT_TRANSLATE_NOOP("Catalogue", "two spirals of one and a half turns"),
        QT_TRANSLATE_NOOP("Catalogue", "class 1 where x₁ and x₂ differ in sign"),
        QT_TRANSLATE_NOOP("Catalogue", "y = sin x for x from −π to π"),
        QT_TRANSLATE_NOOP("Catalogue", "a round cloud a class, its centre on the unit circle"),
        QT_TRANSLATE_NOOP("Catalogue", "points in the plane, drawn one by one"),
        QT_TRANSLATE_NOOP("Catalogue", "y = ⌊x⌋ for x from −2 to 2: four stairs"),
        QT_TRANSLATE_NOOP("Catalogue", "y = e^(−x²) for x from −3 to 3"),
        QT_TRANSLATE_NOOP("Catalogue", "150 irises of three species, four lengths measured of each"),
        QT_TRANSLATE_NOOP("Catalogue", "178 wines of three growers, 13 quantities measured of each"),
        QT_TRANSLATE_NOOP("Catalogue", "569 tumours, malignant or benign, 30 quantities measured of each"),
        QT_TRANSLATE_NOOP("Catalogue", "a table in a text file: a row a sample, one column to be learned"),
        QT_TRANSLATE_NOOP("Catalogue", "pictures and their classes in the file format of MNIST"),
        QT_TRANSLATE_NOOP("Catalogue", "1,797 handwritten digits of 8 × 8 pixels"),
    };
    return table;
}

const std::vector<const char*>& presetTitles()
{
    static const std::vector<const char*> table{
        QT_TRANSLATE_NOOP("Preset", "Vanishing gradients: eight sigmoid layers"),
        QT_TRANSLATE_NOOP("Preset", "The cure: the same network with ReLU and He weights"),
        QT_TRANSLATE_NOOP("Preset", "Saturation: the top sigmoid layer is pushed to zero"),
        QT_TRANSLATE_NOOP("Preset", "Dying ReLU: a negative bias puts most units to death"),
        QT_TRANSLATE_NOOP("Preset", "Rescue by a leak: a slope of 0.01 brings the dead units back"),
        QT_TRANSLATE_NOOP("Preset", "Exploding gradients: weights drawn twice too large"),
        QT_TRANSLATE_NOOP("Preset", "Self-normalizing: thirty SELU layers keep mean 0 and variance 1"),
        QT_TRANSLATE_NOOP("Preset", "Rescue by batch norm: eight sigmoid layers learn"),
        QT_TRANSLATE_NOOP("Preset", "Linear collapse: eight layers without a non-linearity are one"),
        QT_TRANSLATE_NOOP("Preset", "Handwritten digits: two ReLU layers learn to read"),
        // Comparisons:
        QT_TRANSLATE_NOOP("Preset", "Ten classics on digits: with Adam and with SGD"),
        QT_TRANSLATE_NOOP("Preset", "From sigmoid to ReLU: how deep each can learn"),
        QT_TRANSLATE_NOOP("Preset", "The slope of the leak: from dead units to none, and to a straight line"),
        QT_TRANSLATE_NOOP("Preset", "Initial weights for tanh: the deeper, the more they matter"),
        QT_TRANSLATE_NOOP("Preset", "Batch normalization or not: activations that need it, and one that does not"),
        QT_TRANSLATE_NOOP("Preset", "Dropout and weight decay: the gap between training and test on little noisy data"),
    };
    return table;
}

namespace
{

/// The row's words, or the text itself if no row has it.
QString fromTable(const std::vector<const char*>& table, const char* context, std::string_view text)
{
    const auto row = std::find(table.begin(), table.end(), text);
    return row == table.end() ? fromCore(text) : QCoreApplication::translate(context, *row);
}

} // namespace

QString catalogueText(std::string_view text)
{
    return fromTable(catalogueTexts(), "Catalogue", text);
}

QString experimentTitle(std::string_view title)
{
    return fromTable(presetTitles(), "Preset", title);
}

QString shortTitle(const QString& title)
{
    const auto isColon = [](QChar sign) { return sign == QLatin1Char(':') || sign == QChar(0xff1a); };
    return title.left(std::find_if(title.begin(), title.end(), isColon) - title.begin());
}

} // namespace ui
