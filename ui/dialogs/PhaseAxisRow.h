// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of one axis of a phase map: which setting, from where to where, how many values, and how they are spread.
// Used by PhaseMapDialog.
#pragma once

#include "core/train/PhasePlan.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QSpinBox;

namespace ui
{

class PhaseAxisRow : public QObject
{
    Q_OBJECT

public:
    /// Puts its fields into a row of the grid. `optional`: there may be no such axis.
    PhaseAxisRow(const QString& name, const std::vector<core::Field>& fields, bool optional, QGridLayout* grid, int row,
                 QObject* parent);

    /// Nothing: no such axis.
    void setSpan(const std::optional<core::PhaseSpan>& span);
    /// What the fields say; nothing if there is no such axis, or fault() says why.
    [[nodiscard]] std::optional<core::PhaseSpan> span() const;
    [[nodiscard]] std::optional<core::PhaseAxis> axis() const;
    /// Why there is no axis although one was chosen, as a whole sentence; or nothing.
    [[nodiscard]] QString fault() const;

signals:
    void edited();

private:
    [[nodiscard]] const core::Field* field() const;
    void chooseKey();
    void allowFields();

    const std::vector<core::Field>& m_fields;
    QComboBox* m_key;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QSpinBox* m_count;
    QComboBox* m_spacing;
};

} // namespace ui
