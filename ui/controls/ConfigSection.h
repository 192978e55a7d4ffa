// SPDX-License-Identifier: GPL-3.0-or-later
// A titled part of the sidebar that can be folded: the editors of those settings that belong to it, always just those
// that the experiment has (a Leaky ReLU has a slope, a sigmoid has none). Used by Sidebar, on the GUI thread.
#pragma once

#include "ui/controls/FieldEditor.h"

#include <QWidget>

#include <string>
#include <vector>

class QVBoxLayout;

namespace ui
{

class SectionHeader;

class ConfigSection : public QWidget
{
    Q_OBJECT

public:
    /// `paths`: settings, or beginnings of settings that end in a dot ("optimizer.") and stand for those that no more
    /// dot follows; in the order of the section. `elsewhere`: settings that have their place in another section.
    ConfigSection(const QString& title, std::vector<std::string> paths, std::vector<std::string> elsewhere,
                  QWidget* parent);

    /// The same section for other settings from now on; they come with the next config.
    void setSettings(const QString& title, std::vector<std::string> paths);
    /// Shows the section's part of the config: editors that are needed no more go, new ones come, the others stay as
    /// they are.
    void showConfig(const core::ExperimentConfig& config, const std::vector<core::Field>& fields);
    /// The editor of this setting, or nullptr.
    [[nodiscard]] FieldEditor* editor(std::string_view path) const;
    [[nodiscard]] const std::vector<FieldEditor*>& editors() const { return m_editors; }
    void clearMessages();
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const;

signals:
    void edited(const core::Setting& setting);
    void editingFinished();

private:
    [[nodiscard]] std::vector<const core::Field*> ownFields(const std::vector<core::Field>& fields) const;
    FieldEditor* makeEditor(const core::Field& field);

    QString m_title;
    std::vector<std::string> m_paths;
    std::vector<std::string> m_elsewhere;
    std::vector<FieldEditor*> m_editors;
    SectionHeader* m_header;
    QWidget* m_body;
    QVBoxLayout* m_column;
};

} // namespace ui
