// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/Sidebar.h"

#include "core/train/ConfigFields.h"
#include "ui/base/FaultWords.h"
#include "ui/base/Words.h"
#include "ui/controls/ConfigSection.h"
#include "ui/controls/LayerSection.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace ui
{

namespace
{

constexpr double kSidebarWidth = 256;
constexpr std::size_t kSectionsAboveLayers = 2; ///< activation and network
constexpr QLatin1Char kFolded('f');
constexpr QLatin1Char kUnfolded('u');

} // namespace

Sidebar::Sidebar(QWidget* parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("sidebar"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there, so that unfolding a section does not make everything narrower.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFocusPolicy(Qt::NoFocus);

    auto* content = new QWidget(this);
    m_layers = new LayerSection(content);
    connected(m_layers->editors());
    connect(m_layers, &LayerSection::layerPicked, this, &Sidebar::layerPicked);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 4, 12);
    column->setSpacing(14);
    // What is rarely set stands in a section of its own, folded until somebody looks into it.
    const std::vector<std::string> rare{"optimizer.clip_norm", "optimizer.clip_value", "optimizer.l1"};
    const struct {
        QString title;
        std::vector<std::string> paths;
        std::vector<std::string> elsewhere{};
        bool folded = false;
    } sections[] = {
        {tr("Activation"), {kActivationPrefix}},
        {tr("Network"),
         {"network.depth", "network.width", "network.normalization.", "network.residual", "network.dropout.",
          "network.layers"}},
        {tr("Initializer"), {"initializer."}},
        {tr("Optimizer"), {"optimizer."}, rare},
        {tr("Schedule and clipping"),
         {"optimizer.schedule.", "optimizer.clip_norm", "optimizer.clip_value", "optimizer.l1"},
         {},
         true},
        {tr("Training"), {"training.batch_size", "training.steps", "seed"}},
        {tr("Data"), {"data."}},
        {tr("Loss"), {"loss."}},
    };
    for (const auto& [title, paths, elsewhere, folded] : sections) {
        m_sections.push_back(connected(new ConfigSection(title, paths, elsewhere, content)));
        m_sections.back()->setFolded(folded);
        column->addWidget(m_sections.back());
        if (m_sections.size() == kSectionsAboveLayers)
            column->addWidget(m_layers);
    }
    column->addStretch(1);
    setWidget(content);
}

ConfigSection* Sidebar::connected(ConfigSection* section)
{
    connect(section, &ConfigSection::edited, this, &Sidebar::edited);
    connect(section, &ConfigSection::editingFinished, this, &Sidebar::editingFinished);
    return section;
}

void Sidebar::showLayer(int layer)
{
    m_layers->showLayer(layer);
}

void Sidebar::setTheme(const Theme& theme)
{
    setFixedWidth(theme.scaled(kSidebarWidth));
}

QString Sidebar::folding() const
{
    QString folding;
    for (const ConfigSection* section : m_sections)
        folding += section->isFolded() ? kFolded : kUnfolded;
    return folding;
}

void Sidebar::setFolding(const QString& folding)
{
    for (std::size_t at = 0; at < m_sections.size() && at < static_cast<std::size_t>(folding.size()); ++at)
        m_sections[at]->setFolded(folding[static_cast<qsizetype>(at)] == kFolded);
}

void Sidebar::showConfig(const core::ExperimentConfig& config)
{
    const std::vector<core::Field> fields = core::configFields(config);
    for (ConfigSection* section : m_sections)
        section->showConfig(config, fields);
    m_layers->showConfig(config, fields);
}

bool Sidebar::showFaults(std::string_view path, const core::Faults& faults)
{
    clearFaults();
    FieldEditor* refused = editor(path);
    if (!refused)
        return false;
    QStringList sentences;
    for (const core::Fault& fault : faults)
        sentences << faultText(fault);
    refused->showMessage(sentences.join(QLatin1Char('\n')));
    return true;
}

void Sidebar::clearFaults()
{
    for (ConfigSection* section : m_sections)
        section->clearMessages();
    m_layers->editors()->clearMessages();
}

FieldEditor* Sidebar::editor(std::string_view path) const
{
    for (const ConfigSection* section : m_sections)
        if (FieldEditor* found = section->editor(path))
            return found;
    return m_layers->editors()->editor(path);
}

} // namespace ui
