// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/ConfigSection.h"

#include "ui/base/Words.h"
#include "ui/controls/ChoiceEditor.h"
#include "ui/widgets/SectionHeader.h"

#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

ConfigSection::ConfigSection(const QString& title, std::vector<std::string> paths, std::vector<std::string> elsewhere,
                             QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_paths(std::move(paths))
    , m_elsewhere(std::move(elsewhere))
    , m_header(new SectionHeader(title, this))
    , m_body(new QWidget(this))
    , m_column(new QVBoxLayout(m_body))
{
    m_header->setToolTip(tr("Fold or unfold “%1”").arg(title));
    connect(m_header, &SectionHeader::toggled, this, &ConfigSection::setFolded);

    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    column->addWidget(m_header);
    column->addWidget(m_body);
    setFolded(false);
}

void ConfigSection::setSettings(const QString& title, std::vector<std::string> paths)
{
    m_title = title;
    m_paths = std::move(paths);
    m_header->setText(title.toUpper());
    m_header->setToolTip(tr("Fold or unfold “%1”").arg(title));
}

void ConfigSection::setFolded(bool folded)
{
    m_header->setChecked(folded);
    m_body->setVisible(!folded);
}

bool ConfigSection::isFolded() const
{
    return m_header->isChecked();
}

std::vector<const core::Field*> ConfigSection::ownFields(const std::vector<core::Field>& fields) const
{
    std::vector<const core::Field*> own;
    for (const std::string& path : m_paths)
        for (const core::Field& field : fields) {
            const bool isBelow = path.ends_with('.') && field.path.starts_with(path) &&
                                 field.path.find('.', path.size()) == std::string::npos;
            const bool isElsewhere = std::find(m_elsewhere.begin(), m_elsewhere.end(), field.path) != m_elsewhere.end();
            const bool matches = (isBelow && !isElsewhere) || field.path == path;
            // A choice stays in its place also while only the data knows what it is.
            const bool optionalAndAbsent = field.optional && field.type != core::FieldType::Name &&
                                           std::holds_alternative<std::monostate>(field.defaultValue);
            if (matches && !optionalAndAbsent && FieldEditor::canEdit(field))
                own.push_back(&field);
        }
    return own;
}

FieldEditor* ConfigSection::makeEditor(const core::Field& field)
{
    FieldEditor* editor = FieldEditor::make(field, m_body);
    connect(editor, &FieldEditor::edited, this, &ConfigSection::edited);
    connect(editor, &FieldEditor::editingFinished, this, &ConfigSection::editingFinished);
    if (auto* choice = qobject_cast<ChoiceEditor*>(editor); choice && fieldLabel(field.path) == m_title)
        choice->hideLabel();
    return editor;
}

void ConfigSection::showConfig(const core::ExperimentConfig& config, const std::vector<core::Field>& fields)
{
    const std::vector<const core::Field*> own = ownFields(fields);
    std::erase_if(m_editors, [&](FieldEditor* editor) {
        const bool needed = std::any_of(own.begin(), own.end(),
                                        [&](const core::Field* field) { return field->path == editor->path(); });
        if (!needed) {
            m_column->removeWidget(editor);
            editor->hide();
            editor->deleteLater(); // it may be the sender of what has brought us here
        }
        return !needed;
    });
    int place = 0;
    for (const core::Field* field : own) {
        FieldEditor* shown = editor(field->path);
        if (!shown) {
            shown = makeEditor(*field);
            m_editors.push_back(shown);
            m_column->insertWidget(place, shown);
            shown->show();
        }
        shown->showField(*field, field->get(config));
        ++place;
    }
}

FieldEditor* ConfigSection::editor(std::string_view path) const
{
    const auto found =
        std::find_if(m_editors.begin(), m_editors.end(), [&](const FieldEditor* each) { return each->path() == path; });
    return found == m_editors.end() ? nullptr : *found;
}

void ConfigSection::clearMessages()
{
    for (FieldEditor* each : m_editors)
        each->showMessage(QString());
}

} // namespace ui
