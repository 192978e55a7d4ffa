// SPDX-License-Identifier: GPL-3.0-or-later
// activations.csv as values, for the float kernels and those of double.
#pragma once

#include "core/config/ExperimentConfig.h"
#include "tests/core/Goldens.h"

#include <QMetaType>

#include <vector>

namespace goldens
{

struct ActivationPoint {
    double x = 0;
    double f = 0;
    double df = 0;
};

/// One function with its parameters, and what is known of it.
struct ActivationCase {
    QByteArray name;
    core::Choice choice;
    std::vector<ActivationPoint> points;
};

inline std::vector<ActivationCase> activationCases()
{
    std::vector<ActivationCase> cases;
    for (const QByteArray& line : bytes("activations.csv").split('\n').mid(1)) {
        const QList<QByteArray> cells = line.split(',');
        if (cells.size() != 5)
            continue;
        const QByteArray name = cells[0] + ' ' + cells[1];
        if (cases.empty() || cases.back().name != name) {
            cases.push_back({name, {cells[0].toStdString(), {}}, {}});
            for (const QByteArray& parameter : cells[1].split(';'))
                if (const QList<QByteArray> parts = parameter.split('='); parts.size() == 2)
                    cases.back().choice.parameters[parts[0].toStdString()] = parts[1].toDouble();
        }
        cases.back().points.push_back({cells[2].toDouble(), cells[3].toDouble(), cells[4].toDouble()});
    }
    return cases;
}

} // namespace goldens

Q_DECLARE_METATYPE(goldens::ActivationCase)
