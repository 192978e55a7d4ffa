// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/PhaseAxisRow.h"

#include "ui/base/FaultWords.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"

#include "core/base/NumberText.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include <cmath>

namespace ui
{

namespace
{

constexpr std::size_t kFirstPages = 4; ///< of the third key, to begin with

std::optional<double> numberIn(const QLineEdit* edit)
{
    const std::optional<double> value = core::numberFromText(edit->text().trimmed().toStdString());
    return value && std::isfinite(*value) ? value : std::nullopt;
}

} // namespace

PhaseAxisRow::PhaseAxisRow(const QString& name, const std::vector<core::Field>& fields, bool optional,
                           QGridLayout* grid, int row, QObject* parent)
    : QObject(parent)
    , m_fields(fields)
    , m_key(new QComboBox)
    , m_from(new QLineEdit)
    , m_to(new QLineEdit)
    , m_count(new QSpinBox)
    , m_spacing(new QComboBox)
{
    if (optional)
        m_key->addItem(tr("none"), QString());
    for (const core::Field& each : fields) {
        m_key->addItem(fieldLabel(each.path), QString::fromStdString(each.path));
        m_key->setItemData(m_key->count() - 1, toolTipText(fieldLabel(each.path), fieldHelp(each.path)),
                           Qt::ToolTipRole);
    }
    m_spacing->addItems({tr("evenly"), tr("by factors")});
    m_count->setRange(1, static_cast<int>(core::kMostPhaseValues));
    auto* label = new QLabel(name);
    label->setBuddy(m_key);
    const std::pair<QWidget*, QString> parts[] = {{m_key, tr("setting")},
                                                  {m_from, tr("from")},
                                                  {m_to, tr("to")},
                                                  {m_count, tr("values")},
                                                  {m_spacing, tr("spread")}};
    grid->addWidget(label, row, 0);
    int column = 1;
    for (const auto& [widget, what] : parts) {
        widget->setAccessibleName(tr("%1: %2").arg(name, what));
        grid->addWidget(widget, row, column++);
    }
    for (QLineEdit* edit : {m_from, m_to})
        edit->setMaximumWidth(edit->fontMetrics().averageCharWidth() * 14);
    connect(m_key, &QComboBox::activated, this, &PhaseAxisRow::chooseKey);
    connect(m_spacing, &QComboBox::activated, this, &PhaseAxisRow::edited);
    connect(m_count, &QSpinBox::valueChanged, this, &PhaseAxisRow::edited);
    for (QLineEdit* edit : {m_from, m_to})
        connect(edit, &QLineEdit::textChanged, this, &PhaseAxisRow::edited);
    allowFields();
}

const core::Field* PhaseAxisRow::field() const
{
    return core::findField(m_fields, m_key->currentData().toString().toStdString());
}

void PhaseAxisRow::chooseKey()
{
    if (const core::Field* chosen = field()) {
        core::PhaseSpan span = core::usualSpan(*chosen);
        if (m_key->itemData(0).toString().isEmpty())
            span.count = kFirstPages;
        setSpan(span);
    }
    allowFields();
    emit edited();
}

void PhaseAxisRow::allowFields()
{
    for (QWidget* widget : {static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_to), static_cast<QWidget*>(m_count),
                            static_cast<QWidget*>(m_spacing)})
        widget->setEnabled(field() != nullptr);
}

void PhaseAxisRow::setSpan(const std::optional<core::PhaseSpan>& span)
{
    const int row = m_key->findData(span ? QString::fromStdString(span->key) : QString());
    m_key->setCurrentIndex(std::max(row, 0));
    if (span && row >= 0) {
        m_from->setText(exactNumber(span->from));
        m_to->setText(exactNumber(span->to));
        m_count->setValue(static_cast<int>(span->count));
        m_spacing->setCurrentIndex(span->spacing == core::Spacing::Logarithmic ? 1 : 0);
    }
    allowFields();
}

std::optional<core::PhaseSpan> PhaseAxisRow::span() const
{
    const std::optional<double> from = numberIn(m_from);
    const std::optional<double> to = numberIn(m_to);
    if (!field() || !from || !to)
        return std::nullopt;
    return core::PhaseSpan{field()->path, *from, *to, static_cast<std::size_t>(m_count->value()),
                           m_spacing->currentIndex() == 1 ? core::Spacing::Logarithmic : core::Spacing::Linear};
}

QString PhaseAxisRow::fault() const
{
    const core::Field* chosen = field();
    if (!chosen)
        return {};
    const QString label = fieldLabel(chosen->path);
    const std::optional<core::PhaseSpan> wanted = span();
    if (!wanted)
        return tr("%1 needs two numbers, with a decimal point: from and to.").arg(label);
    if (!(wanted->from < wanted->to))
        return tr("%1 must go from a smaller number to a larger one.").arg(label);
    if (wanted->spacing == core::Spacing::Logarithmic && wanted->from <= 0)
        return tr("%1 can be spread by factors only from a number above 0 on.").arg(label);
    for (const double end : {wanted->from, wanted->to}) {
        const double value = chosen->type == core::FieldType::Integer ? std::round(end) : end;
        if (const core::Outcome outcome = chosen->check(value); !outcome)
            return joinedSentences(faultTexts(outcome.faults()));
    }
    return {};
}

std::optional<core::PhaseAxis> PhaseAxisRow::axis() const
{
    if (!field() || !fault().isEmpty())
        return std::nullopt;
    return core::axisOf(*span(), *field());
}

} // namespace ui
