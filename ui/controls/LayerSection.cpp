// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/LayerSection.h"

#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/controls/ConfigSection.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

namespace
{

enum LayerColumn { Units, Activation, Extras, LayerColumns };

constexpr int kMostRowsShown = 8;

/// What the layer has of its own besides units and activation.
QString extrasOf(const core::LayerConfig& layer)
{
    QStringList extras;
    if (layer.normalization)
        extras << kindName("network.normalization.kind", layer.normalization->kind);
    if (layer.residual)
        extras << kindName("network.residual", *layer.residual);
    if (layer.dropout) {
        const auto rate = layer.dropout->parameters.find("rate");
        extras << kindName("network.dropout.kind", layer.dropout->kind) + QLatin1Char(' ') +
                      exactNumber(rate == layer.dropout->parameters.end() ? 0 : rate->second);
    }
    return extras.join(QStringLiteral(", "));
}

} // namespace

LayerSection::LayerSection(QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, LayerColumns, this))
    , m_editors(new ConfigSection(QString(), {}, {}, this))
{
    m_table->setHorizontalHeaderLabels({tr("Units"), tr("Activation"), tr("Its own")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table, the arrow keys choose a layer
    m_table->setAccessibleName(tr("Hidden layers"));
    m_table->setToolTip(
        toolTipText(tr("Hidden layers"), tr("Choose a layer to change it below. All cards look at it.")));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (row >= 0)
            emit layerPicked(row + 1);
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_table);
    column->addWidget(m_editors);
    hide();
}

void LayerSection::showConfig(const core::ExperimentConfig& config, const std::vector<core::Field>& fields)
{
    m_config = config;
    const bool listed = !config.network.layers.empty();
    setVisible(listed);
    if (!listed)
        return;
    m_layer = std::clamp(m_layer, 1, static_cast<int>(config.network.layers.size()));
    fillTable();
    showEditors();
    m_editors->showConfig(config, fields);
}

void LayerSection::showLayer(int layer)
{
    const int last = static_cast<int>(m_config.network.layers.size());
    if (layer == m_layer || layer < 1 || layer > last)
        return;
    m_layer = layer;
    fillTable();
    showEditors();
    m_editors->showConfig(m_config, core::configFields(m_config));
}

void LayerSection::fillTable()
{
    const QSignalBlocker quiet(m_table); // what is shown is no choice of the person's
    const core::NetworkConfig& network = m_config.network;
    const int rows = static_cast<int>(network.layers.size());
    m_table->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const auto layer = static_cast<std::size_t>(row);
        const QStringList texts{countText(network.unitsOf(layer)),
                                kindName(kActivationKind, network.activationOf(layer).kind),
                                extrasOf(network.layers[layer])};
        for (int column = 0; column < LayerColumns; ++column) {
            QTableWidgetItem* item = m_table->item(row, column);
            if (!item)
                m_table->setItem(row, column, item = new QTableWidgetItem);
            item->setText(texts[column]);
            item->setToolTip(texts[column]);
        }
    }
    m_table->setCurrentCell(m_layer - 1, Units);
    const int shown = std::min(rows, kMostRowsShown);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + shown * m_table->rowHeight(0) +
                            2 * m_table->frameWidth() + 2);
}

void LayerSection::showEditors()
{
    const std::string layer = std::string(core::kLayersPrefix) + std::to_string(m_layer - 1) + '.';
    m_editors->setSettings(
        tr("Layer %1").arg(m_layer),
        {layer + "units", layer + "activation.", layer + "normalization.", layer + "residual", layer + "dropout."});
}

} // namespace ui
