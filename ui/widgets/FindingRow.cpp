// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/FindingRow.h"

#include "ui/base/FindingWords.h"
#include "ui/base/Words.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/SeverityMark.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui
{

namespace
{

constexpr double kMarkSize = 18;

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

class FindingRow::Mark : public QWidget
{
public:
    explicit Mark(QWidget* parent)
        : QWidget(parent)
    {
    }
    void show(const std::optional<core::Severity>& severity, const Theme& theme)
    {
        m_severity = severity;
        m_theme = &theme;
        setFixedSize(theme.scaled(kMarkSize), theme.scaled(kMarkSize));
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintSeverity(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_severity, *m_theme);
    }

private:
    std::optional<core::Severity> m_severity;
    const Theme* m_theme = &Theme::of(ThemeKind::Light);
};

FindingRow::FindingRow(QWidget* parent)
    : QWidget(parent)
    , m_mark(new Mark(this))
    , m_title(new ElidedLabel)
    , m_sentence(new ElidedLabel)
    , m_cureRow(new QHBoxLayout)
    , m_theme(&Theme::of(ThemeKind::Light))
{
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_title);
    texts->addWidget(m_sentence);
    m_cureRow->setSpacing(6);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_mark);
    row->addLayout(texts, 1);
    row->addLayout(m_cureRow);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    color();
}

void FindingRow::setTheme(const Theme& theme)
{
    m_theme = &theme;
    color();
}

void FindingRow::color()
{
    m_mark->show(m_severity, *m_theme);
    m_title->setFont(strong(themeFont(m_theme->scaled(13))));
    m_title->setColor(m_theme->text);
    m_sentence->setColor(m_severity ? m_theme->text : m_theme->mutedText);
}

void FindingRow::show(const core::Finding& finding, const core::Snapshot& moment, const std::vector<core::Cure>& cures)
{
    if (m_severity != finding.severity) {
        m_severity = finding.severity;
        color();
    }
    m_title->setText(findingHeading(finding));
    m_sentence->setText(findingSentence(finding, moment));
    const QString why = toolTipText(sentence(), QString()) + findingExplanation(finding);
    m_sentence->setToolTip(why);
    m_title->setToolTip(why);
    showCures(cures);
}

void FindingRow::showQuiet(const QString& sentence)
{
    m_severity.reset();
    color();
    m_title->setText(QString());
    m_sentence->setText(sentence);
    showCures({});
}

void FindingRow::showCures(const std::vector<core::Cure>& cures)
{
    if (cures == m_cures)
        return;
    m_cures = cures;
    for (QPushButton* button : m_buttons) {
        button->hide();
        button->deleteLater(); // it may be the one that has just been pressed
    }
    m_buttons.clear();
    for (std::size_t at = 0; at < cures.size(); ++at) {
        const core::Cure& cure = cures[at];
        auto* button = new QPushButton(cureLabel(cure));
        button->setToolTip(toolTipText(tr("Try: %1").arg(cureLabel(cure)), cureHelp(cure)));
        button->setAccessibleName(tr("Try: %1").arg(cureLabel(cure)));
        button->setAccessibleDescription(cureHelp(cure));
        connect(button, &QPushButton::clicked, this,
                [this, cure] { emit cureWanted(cure, tr("Cure: %1").arg(cureLabel(cure))); });
        m_cureRow->insertWidget(static_cast<int>(at), button);
        m_buttons.push_back(button);
    }
}

QString FindingRow::title() const
{
    return m_title->text();
}

QString FindingRow::sentence() const
{
    return m_sentence->text();
}

void FindingRow::makeRoom()
{
    const auto widthOf = [](const QWidget* widget) { return widget->sizeHint().width(); };
    int wanted = std::max(widthOf(m_title), widthOf(m_sentence)) + m_mark->width() + 2 * layout()->spacing();
    for (int at = 0; at < m_cureRow->count(); ++at)
        wanted += widthOf(m_cureRow->itemAt(at)->widget()) + m_cureRow->spacing();
    for (std::size_t at = m_buttons.size(); at-- > 0;) {
        const bool isHidden = at > 0 && wanted > width();
        m_buttons[at]->setVisible(!isHidden);
        if (isHidden)
            wanted -= widthOf(m_buttons[at]) + m_cureRow->spacing();
    }
}

void FindingRow::addAtEnd(QWidget* widget)
{
    m_cureRow->addWidget(widget);
}

} // namespace ui
