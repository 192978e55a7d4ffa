// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/RunBar.h"

#include "ui/base/Words.h"
#include "ui/widgets/PaceSlider.h"
#include "ui/widgets/TintedIcon.h"

#include <QComboBox>
#include <QLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace ui
{

namespace
{

/// With the bar's margin as wide as the sidebar, so that the next button stands over the cards.
constexpr double kPresetWidth = 236;
constexpr double kIconSize = 16;

} // namespace

RunBar::RunBar(const std::vector<PresetEntry>& presets, const QStringList& cardTitles, QWidget* parent)
    : QToolBar(parent)
    , m_presets(presets)
    , m_preset(new QComboBox(this))
    , m_pace(new PaceSlider(this))
{
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);

    for (const PresetEntry& preset : m_presets) {
        m_preset->addItem(shortTitle(preset.title)); // the rest stands in the tool tip
        m_preset->setItemData(m_preset->count() - 1, preset.title, Qt::ToolTipRole);
    }
    m_preset->setPlaceholderText(tr("Choose an experiment"));
    m_preset->setFocusPolicy(Qt::StrongFocus);
    m_preset->setAccessibleName(tr("Experiment"));
    m_preset->setToolTip(
        toolTipText(tr("Experiment"), tr("Experiments that each show one effect. Choosing one starts it from "
                                         "its beginning.")));
    connect(m_preset, &QComboBox::activated, this,
            [this](int row) { emit presetChosen(m_presets.at(static_cast<std::size_t>(row)).name); });
    addWidget(m_preset);

    m_play = addButton(QStringLiteral("play"), tr("Pause"), tr("Trains, or stops for a look. Key: Space"));
    m_play->setProperty("primary", true);
    m_step = addButton(QStringLiteral("step"), tr("Step"), tr("One update with one mini-batch, then pause. Key: →"));
    m_restart =
        addButton(QStringLiteral("restart"), tr("Restart"), tr("From the beginning with the same seed. Key: R"));
    m_newSeed = addButton(QStringLiteral("new-seed"), tr("New seed"),
                          tr("From the beginning with other random numbers: is the effect only luck?"));
    addSeparator();
    addWidget(m_pace);
    addSeparator();
    m_compare = addButton(QStringLiteral("compare"), QString(),
                          tr("Compare with another activation or setting, side by side. Key: Ctrl+L"));
    m_compare->setAccessibleName(tr("Compare with …"));

    auto* spacer = new QWidget(this);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(spacer);
    m_theme = addButton(QStringLiteral("theme"), QString(), tr("Light, dark, or for projectors"));
    m_theme->setAccessibleName(tr("Light, dark, or for projectors"));
    addExportMenu(cardTitles);

    connect(m_play, &QToolButton::clicked, this, &RunBar::playToggled);
    connect(m_step, &QToolButton::clicked, this, &RunBar::stepWanted);
    connect(m_restart, &QToolButton::clicked, this, &RunBar::restartWanted);
    connect(m_newSeed, &QToolButton::clicked, this, &RunBar::newSeedWanted);
    connect(m_compare, &QToolButton::clicked, this, &RunBar::compareWanted);
    connect(m_theme, &QToolButton::clicked, this, &RunBar::themeToggled);
    connect(m_pace, &PaceSlider::edited, this, &RunBar::paceEdited);
    connect(m_pace, &PaceSlider::editingFinished, this, &RunBar::paceEditingFinished);
}

QToolButton* RunBar::addButton(const QString& name, const QString& text, const QString& help)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(text.isEmpty() ? help : toolTipText(text, help));
    addWidget(button);
    return button;
}

void RunBar::addExportMenu(const QStringList& cardTitles)
{
    m_export =
        addButton(QStringLiteral("export"), tr("Export"), tr("Saves figures, numbers and animations. Key: Ctrl+E"));
    auto* menu = new QMenu(m_export);
    menu->addAction(tr("Whole dashboard …"), this, [this] { emit exportWanted(-1); });
    menu->addSeparator();
    for (int card = 0; card < cardTitles.size(); ++card)
        menu->addAction(tr("%1 …").arg(cardTitles[card]), this, [this, card] { emit exportWanted(card); });
    menu->addSeparator();
    menu->addAction(tr("All cards, each in its own file …"), this, [this] { emit exportWanted(-2); });
    m_export->setMenu(menu);
    m_export->setPopupMode(QToolButton::InstantPopup);
}

void RunBar::showPreset(const std::string& name)
{
    const auto found = std::find_if(m_presets.begin(), m_presets.end(),
                                    [&](const PresetEntry& preset) { return preset.name == name; });
    m_preset->setCurrentIndex(found == m_presets.end() ? -1 : static_cast<int>(found - m_presets.begin()));
}

void RunBar::showPlaying(bool playing)
{
    if (m_playing == playing && !m_play->icon().isNull())
        return;
    m_playing = playing;
    m_play->setText(playing ? tr("Pause") : tr("Play"));
    m_play->setIcon(tintedIcon(playing ? QStringLiteral("pause") : QStringLiteral("play"), m_playIconColor));
}

void RunBar::fitPlayButton()
{
    // For the wider of its two words, so that the buttons beside it stand still.
    int widest = 0;
    m_play->setMinimumWidth(0);
    for (const QString& word : {tr("Pause"), tr("Play")}) {
        m_play->setText(word);
        widest = std::max(widest, m_play->sizeHint().width());
    }
    m_play->setMinimumWidth(widest);
}

void RunBar::fitWidth()
{
    // Large letters in a narrow window: pictures say it too, and the tool tips have the words.
    const auto show = [this](Qt::ToolButtonStyle style) {
        for (QToolButton* button : {m_step, m_restart, m_newSeed, m_export})
            button->setToolButtonStyle(style);
    };
    show(Qt::ToolButtonTextBesideIcon);
    layout()->invalidate();
    if (sizeHint().width() > width())
        show(Qt::ToolButtonIconOnly);
}

void RunBar::resizeEvent(QResizeEvent* event)
{
    fitWidth();
    QToolBar::resizeEvent(event);
}

void RunBar::showPace(double stepsPerSecond)
{
    m_pace->setStepsPerSecond(stepsPerSecond);
}

void RunBar::setTheme(const Theme& theme)
{
    m_preset->setFixedWidth(theme.scaled(kPresetWidth));
    setIconSize({theme.scaled(kIconSize), theme.scaled(kIconSize)});
    m_iconColor = theme.text;
    m_playIconColor = theme.accentText;
    for (QToolButton* button : {m_step, m_restart, m_newSeed, m_compare, m_theme, m_export})
        button->setIcon(tintedIcon(button->objectName(), m_iconColor));
    fitPlayButton();
    m_play->setIcon({});
    showPlaying(m_playing);
    fitWidth();
}

} // namespace ui
