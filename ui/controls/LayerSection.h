// SPDX-License-Identifier: GPL-3.0-or-later
// The hidden layers one by one, where each has its own: a table to see and to choose them, and below it the editors of
// the layer that all cards look at. Hidden where all layers are alike. Used by Sidebar, on the GUI thread.
#pragma once

#include "core/train/ConfigFields.h"

#include <QWidget>

class QTableWidget;

namespace ui
{

class ConfigSection;

class LayerSection : public QWidget
{
    Q_OBJECT

public:
    explicit LayerSection(QWidget* parent);

    void showConfig(const core::ExperimentConfig& config, const std::vector<core::Field>& fields);
    /// The layer whose editors are shown, from 1.
    void showLayer(int layer);
    /// The editors of that layer.
    [[nodiscard]] ConfigSection* editors() const { return m_editors; }
    [[nodiscard]] QTableWidget* table() const { return m_table; }

signals:
    /// Another row was chosen, from 1.
    void layerPicked(int layer);

private:
    void fillTable();
    void showEditors();

    QTableWidget* m_table;
    ConfigSection* m_editors;
    core::ExperimentConfig m_config;
    int m_layer = 1;
};

} // namespace ui
