// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/AxisEditor.h"

#include "core/base/NumberText.h"
#include "core/io/SweepCsv.h"
#include "ui/base/Words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ui
{

namespace
{

constexpr int kId = Qt::UserRole;
constexpr int kKindListHeight = 190;

/// Whose value changes nothing of what is learned, or is what a comparison has a place of its own for.
constexpr std::array<std::string_view, 6> kFixed{"title",          "seed",      "training.steps_per_second",
                                                 "training.steps", "data.seed", "network.layers"};
constexpr std::array<std::string_view, 2> kFixedGroups{"diagnosis.", "probe."};

/// What a lecture usually sets side by side.
QStringList usualValues(const core::Field& field, const core::ExperimentConfig& base)
{
    if (field.path == kActivationKind)
        return {QStringLiteral("sigmoid"),    QStringLiteral("tanh"), QStringLiteral("relu"),
                QStringLiteral("leaky_relu"), QStringLiteral("elu"),  QStringLiteral("gelu")};
    if (field.type == core::FieldType::Name || field.type == core::FieldType::Boolean) {
        QStringList all;
        for (const std::string& name : field.names)
            all << fromCore(name);
        return all;
    }
    const double value = std::get<double>(field.get(base));
    QStringList numbers;
    for (const double factor : {0.5, 1.0, 2.0}) {
        double number = value == 0 ? field.sliderMaximum * factor / 2 : value * factor;
        number = std::clamp(field.type == core::FieldType::Integer ? std::round(number) : number, field.minimum,
                            field.maximum);
        numbers << fromCore(core::numberText(number));
    }
    numbers.removeDuplicates();
    return numbers;
}

} // namespace

std::vector<core::Field> variableFields(const core::ExperimentConfig& config)
{
    std::vector<core::Field> fields;
    for (core::Field& field : core::configFields(config)) {
        const bool isScalar = field.type == core::FieldType::Number || field.type == core::FieldType::Integer ||
                              field.type == core::FieldType::Boolean || field.type == core::FieldType::Name;
        const bool isFixed = std::find(kFixed.begin(), kFixed.end(), field.path) != kFixed.end() ||
                             field.path.starts_with(core::kLayersPrefix) ||
                             std::any_of(kFixedGroups.begin(), kFixedGroups.end(),
                                         [&](std::string_view group) { return field.path.starts_with(group); });
        if (field.type == core::FieldType::Boolean)
            field.names = {"false", "true"};
        if (isScalar && !isFixed && field.used)
            fields.push_back(std::move(field));
    }
    return fields;
}

AxisEditor::AxisEditor(const core::ExperimentConfig& base, const std::string& key, QWidget* parent)
    : AxisEditor(base, key, variableFields(base), parent)
{
}

AxisEditor::AxisEditor(const core::ExperimentConfig& base, const std::string& key, std::vector<core::Field> fields,
                       QWidget* parent)
    : QWidget(parent)
    , m_base(base)
    , m_fields(std::move(fields))
    , m_keys(new QComboBox)
    , m_stack(new QStackedWidget)
    , m_kinds(new QListWidget)
    , m_numbers(new QLineEdit)
{
    for (const core::Field& field : m_fields) {
        m_keys->addItem(fieldLabel(field.path), fromCore(field.path));
        m_keys->setItemData(m_keys->count() - 1, toolTipText(fieldLabel(field.path), fieldHelp(field.path)),
                            Qt::ToolTipRole);
    }
    m_keys->setAccessibleName(tr("What differs"));
    m_kinds->setAccessibleName(tr("Which kinds race"));
    m_kinds->setMinimumHeight(kKindListHeight);
    m_numbers->setAccessibleName(tr("Which values race"));
    m_numbers->setPlaceholderText(tr("values, with commas between them"));
    m_stack->addWidget(m_kinds);
    m_stack->addWidget(m_numbers);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_keys);
    column->addWidget(m_stack, 1);
    column->addStretch(0); // where a line of numbers stands in the place of a list
    connect(m_keys, &QComboBox::currentIndexChanged, this, [this] {
        showKey();
        emit edited();
    });
    connect(m_kinds, &QListWidget::itemChanged, this, &AxisEditor::edited);
    connect(m_numbers, &QLineEdit::textEdited, this, &AxisEditor::edited);
    setKey(key);
    showKey();
}

const core::Field& AxisEditor::field() const
{
    return m_fields.at(static_cast<std::size_t>(std::max(m_keys->currentIndex(), 0)));
}

std::string AxisEditor::key() const
{
    return field().path;
}

void AxisEditor::setKey(const std::string& key)
{
    if (const int row = m_keys->findData(fromCore(key)); row >= 0)
        m_keys->setCurrentIndex(row);
}

void AxisEditor::showKey()
{
    const core::Field& chosen = field();
    const bool isKind = !chosen.names.empty();
    const QSignalBlocker blocker(m_kinds);
    m_kinds->clear();
    for (const std::string& id : chosen.names) {
        const bool isSwitch = chosen.type == core::FieldType::Boolean;
        auto* item = new QListWidgetItem(isSwitch ? (id == "true" ? tr("on") : tr("off")) : kindName(chosen.path, id));
        item->setData(kId, fromCore(id));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        m_kinds->addItem(item);
    }
    m_stack->setCurrentWidget(isKind ? static_cast<QWidget*>(m_kinds) : m_numbers);
    m_stack->setMaximumHeight(isKind ? QWIDGETSIZE_MAX : m_numbers->sizeHint().height());
    setValues(usualValues(chosen, m_base));
}

void AxisEditor::setValues(const QStringList& values)
{
    m_numbers->setText(values.join(QStringLiteral(", ")));
    const QSignalBlocker blocker(m_kinds);
    for (int row = 0; row < m_kinds->count(); ++row)
        m_kinds->item(row)->setCheckState(values.contains(m_kinds->item(row)->data(kId).toString()) ? Qt::Checked
                                                                                                    : Qt::Unchecked);
}

void AxisEditor::focusValues()
{
    m_stack->currentWidget()->setFocus();
}

core::Result<core::SweepAxis> AxisEditor::axis() const
{
    return core::parseAxis(key() + '=' + values().join(QLatin1Char(',')).toStdString());
}

QStringList AxisEditor::values() const
{
    QStringList values;
    if (m_stack->currentWidget() == m_kinds) {
        for (int row = 0; row < m_kinds->count(); ++row)
            if (m_kinds->item(row)->checkState() == Qt::Checked)
                values << m_kinds->item(row)->data(kId).toString();
    } else {
        // A comma and a space, or other commas than ours.
        QString text = m_numbers->text();
        for (const QString& other : {QStringLiteral("，"), QStringLiteral("、"), QStringLiteral(";")})
            text.replace(other, QStringLiteral(","));
        for (const QString& value : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
            values << value.trimmed();
    }
    return values;
}

} // namespace ui
