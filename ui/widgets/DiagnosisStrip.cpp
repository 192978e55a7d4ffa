// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DiagnosisStrip.h"

#include "ui/base/FindingWords.h"
#include "ui/widgets/FindingRow.h"

#include <QLabel>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

namespace
{

constexpr int kFindingListHeight = 230;
constexpr int kListMargin = 8;          ///< at its right, before the scroll bar
constexpr std::size_t kCuresAtOnce = 2; ///< beside the worst finding; the list has all

} // namespace

DiagnosisStrip::DiagnosisStrip(QWidget* parent)
    : QFrame(parent)
    , m_worst(new FindingRow)
    , m_why(new QToolButton)
    , m_list(new QScrollArea)
    , m_theme(&Theme::of(ThemeKind::Light))
{
    setObjectName(QStringLiteral("card"));
    setAccessibleName(tr("Diagnosis"));
    m_why->setCheckable(true);
    m_why->setFocusPolicy(Qt::StrongFocus);
    m_why->setToolTip(tr("Show all that was found, with formulas, thresholds, what other tools go by, and all cures."));
    m_worst->addAtEnd(m_why);
    auto* content = new QWidget;
    m_listLayout = new QVBoxLayout(content);
    m_listLayout->setContentsMargins(0, 4, kListMargin, 4);
    m_listLayout->addStretch(1);
    m_list->setWidget(content);
    m_list->setWidgetResizable(true);
    for (QWidget* ground : {content, m_list->viewport()}) // the strip's own colour shows through
        ground->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("All findings"));
    m_list->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 8, 6);
    column->addWidget(m_worst);
    column->addWidget(m_list);
    connect(m_worst, &FindingRow::cureWanted, this, &DiagnosisStrip::cureWanted);
    connect(m_why, &QToolButton::toggled, this, [this](bool isWanted) {
        m_list->setVisible(isWanted);
        if (isWanted)
            emit frameNeeded();
    });
    hide();
}

void DiagnosisStrip::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_worst->setTheme(theme);
    m_list->setFixedHeight(theme.scaled(kFindingListHeight));
    for (const Entry& entry : m_entries)
        entry.row->setTheme(theme);
}

void DiagnosisStrip::show(const FrameData& frame)
{
    if (frame.findings.empty()) {
        showNothing(frame.snapshot);
        return;
    }
    findCures(frame);
    const core::Finding& worst = frame.findings.front();
    std::vector<core::Cure> first = m_cures.front();
    first.resize(std::min(first.size(), kCuresAtOnce));
    m_worst->show(worst, frame.snapshot, first);
    setSeverity(worst.severity);
    const auto more = static_cast<int>(frame.findings.size()) - 1;
    m_why->setText(more > 0 ? tr("Why? +%1 more").arg(more) : tr("Why?"));
    m_worst->makeRoom();
    m_worst->layout()->activate(); // the longer words have their room at once
    m_why->setEnabled(true);
    setAccessibleDescription(m_worst->title() + QStringLiteral(". ") + m_worst->sentence());
    if (m_why->isChecked())
        showList(frame);
    setVisible(true);
}

void DiagnosisStrip::showNothing(const core::Snapshot& snapshot)
{
    if (isHidden())
        return;
    // A run that has just begun may still show something: while a slider is dragged, runs begin one after another.
    const bool isSure = snapshot.step >= core::kSettleSteps || snapshot.status != core::RunStatus::Training;
    m_worst->showQuiet(tr("Nothing found so far."));
    setAccessibleDescription(m_worst->sentence());
    m_codes.clear();
    m_why->setText(tr("Why?"));
    m_why->setEnabled(m_why->isChecked());
    makeEntries(0);
    if (isSure)
        hide();
}

void DiagnosisStrip::findCures(const FrameData& frame)
{
    std::vector<std::string_view> codes;
    for (const core::Finding& finding : frame.findings)
        codes.push_back(finding.code);
    if (codes != m_codes || frame.config != m_config)
        m_cures.clear();
    m_codes = std::move(codes);
    m_config = frame.config;
    const std::size_t wanted = m_why->isChecked() ? frame.findings.size() : 1;
    while (m_cures.size() < wanted)
        m_cures.push_back(core::curesFor(frame.findings[m_cures.size()], frame.config));
}

void DiagnosisStrip::showList(const FrameData& frame)
{
    makeEntries(frame.findings.size());
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        m_entries[at].row->show(frame.findings[at], frame.snapshot, m_cures[at]);
        QLabel* explanation = m_entries[at].explanation;
        if (const QString text = findingExplanation(frame.findings[at]); explanation->text() != text)
            explanation->setText(text);
        // The list scrolls rather than squeezing its words.
        explanation->setMinimumHeight(explanation->heightForWidth(m_list->viewport()->width() - kListMargin));
    }
}

void DiagnosisStrip::makeEntries(std::size_t count)
{
    while (m_entries.size() > count) {
        m_entries.back().row->deleteLater(); // its button may be the one that has just been pressed
        m_entries.back().row->hide();
        delete m_entries.back().explanation;
        m_entries.pop_back();
    }
    while (m_entries.size() < count) {
        const Entry entry{new FindingRow, new QLabel};
        entry.row->setTheme(*m_theme);
        entry.explanation->setObjectName(QStringLiteral("mutedText"));
        entry.explanation->setTextFormat(Qt::RichText);
        entry.explanation->setWordWrap(true);
        entry.explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);
        connect(entry.row, &FindingRow::cureWanted, this, &DiagnosisStrip::cureWanted);
        const int end = m_listLayout->count() - 1; // before the stretch
        m_listLayout->insertWidget(end, entry.row);
        m_listLayout->insertWidget(end + 1, entry.explanation);
        m_entries.push_back(entry);
    }
}

std::vector<FindingRow*> DiagnosisStrip::rows() const
{
    std::vector<FindingRow*> rows;
    for (const Entry& entry : m_entries)
        rows.push_back(entry.row);
    return rows;
}

void DiagnosisStrip::setSeverity(core::Severity severity)
{
    const bool isAlarm = severity == core::Severity::Alarm;
    if (property("alarm").toBool() == isAlarm && property("notice").toBool() == !isAlarm)
        return;
    setProperty("alarm", isAlarm);
    setProperty("notice", !isAlarm);
    style()->unpolish(this);
    style()->polish(this);
}

} // namespace ui
