// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be set in the experiment, in foldable sections from top to bottom. Shows a config, emits what the
// user changes, knows nothing of training. Used by MainWindow, on the GUI thread.
#pragma once

#include "core/base/Result.h"
#include "core/config/ExperimentConfig.h"
#include "ui/base/Theme.h"

#include <QScrollArea>

#include <string_view>
#include <vector>

namespace ui
{

class ConfigSection;
class FieldEditor;
class LayerSection;

class Sidebar : public QScrollArea
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    /// A letter a section, from the top: which of them are folded.
    [[nodiscard]] QString folding() const;
    void setFolding(const QString& folding);
    /// Shows the config without emitting anything.
    void showConfig(const core::ExperimentConfig& config);
    /// The layer that all cards look at, from 1: the one that can be changed where each layer has its own.
    void showLayer(int layer);
    /// Says beside the setting whose change was refused why it was; false if it has no place here.
    bool showFaults(std::string_view path, const core::Faults& faults);
    void clearFaults();
    /// The editor of this setting, or nullptr.
    [[nodiscard]] FieldEditor* editor(std::string_view path) const;

signals:
    void edited(const core::Setting& setting);
    /// The hand has left a control: what it shows may be brought in line with the config.
    void editingFinished();
    void layerPicked(int layer);

private:
    ConfigSection* connected(ConfigSection* section);

    std::vector<ConfigSection*> m_sections; ///< those that are always there, from the top
    LayerSection* m_layers;
};

} // namespace ui
