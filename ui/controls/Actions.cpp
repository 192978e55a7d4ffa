// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/Actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>

#include <array>
#include <variant>

namespace ui
{

namespace
{

#define WORDS(text) QT_TRANSLATE_NOOP("Actions", text)

QString translated(const char* text)
{
    return QCoreApplication::translate("Actions", text);
}

struct Separator {
};

struct ActionRow {
    const char* menu;
    std::variant<Command, Submenu, Separator> what;
    const char* text = "";
    const char* keys = ""; ///< apart by spaces; those without Ctrl and the F keys reach only what has no focus
};

constexpr const char* kFile = WORDS("&File");
constexpr const char* kEdit = WORDS("&Edit");
constexpr const char* kRun = WORDS("&Run");
constexpr const char* kView = WORDS("&View");
constexpr const char* kHelp = WORDS("&Help");

constexpr std::array kRows{
    ActionRow{kFile, Command::NewFile, WORDS("&New experiment"), "Ctrl+N"},
    ActionRow{kFile, Command::OpenFile, WORDS("&Open …"), "Ctrl+O"},
    ActionRow{kFile, Submenu::RecentFiles, WORDS("Open &recent")},
    ActionRow{kFile, Separator{}},
    ActionRow{kFile, Command::Save, WORDS("&Save"), "Ctrl+S"},
    ActionRow{kFile, Command::SaveAs, WORDS("Save &as …"), "Ctrl+Shift+S"},
    ActionRow{kFile, Separator{}},
    ActionRow{kFile, Command::Export, WORDS("&Export figures …"), "Ctrl+E"},
    ActionRow{kFile, Separator{}},
    ActionRow{kFile, Command::Quit, WORDS("&Quit"), "Ctrl+Q"},

    ActionRow{kEdit, Command::Undo, WORDS("&Undo"), "Ctrl+Z"},
    ActionRow{kEdit, Command::Redo, WORDS("&Redo"), "Ctrl+Shift+Z Ctrl+Y"},
    ActionRow{kEdit, Separator{}},
    ActionRow{kEdit, Command::CopyPicture, WORDS("Copy &picture"), "Ctrl+Shift+C"},
    ActionRow{kEdit, Command::CopyTable, WORDS("Copy &numbers as table"), "Ctrl+Alt+C"},

    ActionRow{kRun, Command::Play, WORDS("&Play or pause"), "Space"},
    ActionRow{kRun, Command::Step, WORDS("&Step, or next moment"), "Right"},
    ActionRow{kRun, Command::Restart, WORDS("&Restart from the same seed"), "R"},
    ActionRow{kRun, Command::NewSeed, WORDS("&New seed"), "Ctrl+R"},
    ActionRow{kRun, Separator{}},
    ActionRow{kRun, Command::EarlierMoment, WORDS("&Earlier moment"), "Left"},
    ActionRow{kRun, Command::FirstMoment, WORDS("&First moment"), "Home"},
    ActionRow{kRun, Command::Live, WORDS("Back to &now"), "End"},

    ActionRow{kView, Submenu::Card, WORDS("&Maximize a card")},
    ActionRow{kView, Command::AllCards, WORDS("&All cards"), "Esc"},
    ActionRow{kView, Command::FreezeAxes, WORDS("Free&ze all axes"), "Z"},
    ActionRow{kView, Separator{}},
    ActionRow{kView, Command::FullScreen, WORDS("&Full screen"), "F11"},
    ActionRow{kView, Submenu::Theme, WORDS("&Theme")},
    ActionRow{kView, Submenu::Language, WORDS("&Language")},

    ActionRow{kHelp, Command::FirstSteps, WORDS("&First steps")},
    ActionRow{kHelp, Command::Shortcuts, WORDS("&Keyboard and mouse"), "F1 ?"},
    ActionRow{kHelp, Separator{}},
    ActionRow{kHelp, Command::About, WORDS("&About Actiscope")},
};

/// Typed without Ctrl or Alt, and no function key: a control that has the focus may want it for itself.
bool isPlain(const QKeySequence& keys)
{
    const QKeyCombination key = keys[0];
    const bool functionKey = key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35;
    return !functionKey && !(key.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier));
}

QString withoutMnemonic(QString text)
{
    return text.remove(QLatin1Char('&'));
}

} // namespace

Actions::Actions(QMenuBar& bar, const QStringList& cardTitles, QObject* parent)
    : QObject(parent)
{
    addRows(bar);
    addCards(cardTitles);
    addThemes();
    action(Command::FreezeAxes)->setCheckable(true);
    action(Command::Quit)->setMenuRole(QAction::QuitRole);
    action(Command::About)->setMenuRole(QAction::AboutRole);
}

void Actions::addRows(QMenuBar& bar)
{
    const char* open = nullptr;
    for (const ActionRow& row : kRows) {
        if (row.menu != open) {
            m_menus << bar.addMenu(translated(row.menu));
            open = row.menu;
        }
        QMenu* menu = m_menus.last();
        if (const auto* command = std::get_if<Command>(&row.what)) {
            QAction* action = menu->addAction(translated(row.text));
            addKeys(action, row.keys);
            m_actions.emplace(*command, action);
        } else if (const auto* submenu = std::get_if<Submenu>(&row.what)) {
            m_submenus.emplace(*submenu, menu->addMenu(translated(row.text)));
        } else {
            menu->addSeparator();
        }
    }
}

void Actions::addCards(const QStringList& titles)
{
    for (int card = 0; card < titles.size(); ++card) {
        QAction* action = submenu(Submenu::Card)->addAction(titles[card]);
        addKeys(action, QByteArray::number(card + 1).constData());
        m_cards << action;
    }
}

void Actions::addThemes()
{
    auto* group = new QActionGroup(this);
    for (const QString& id : Theme::ids()) {
        const ThemeKind kind = Theme::kindOf(id);
        QAction* action = submenu(Submenu::Theme)->addAction(Theme::name(kind));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, kind] { emit themeChosen(kind); });
        m_themes << action;
    }
}

void Actions::showTheme(ThemeKind kind)
{
    m_themes.at(static_cast<int>(kind))->setChecked(true);
}

void Actions::addKeys(QAction* action, const char* keys)
{
    QList<QKeySequence> sequences;
    for (const QString& text : QString::fromLatin1(keys).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        sequences << QKeySequence(text, QKeySequence::PortableText);
    bool allPlain = true;
    for (const QKeySequence& sequence : sequences) {
        if (isPlain(sequence))
            m_plainKeys.append({action, sequence});
        else
            allPlain = false;
    }
    // A plain key stands in the menu but is not taken from the control that has the focus: triggerByKey() sees to it.
    if (allPlain)
        action->setShortcutContext(Qt::WidgetShortcut);
    else
        sequences.removeIf(isPlain);
    action->setShortcuts(sequences);
}

bool Actions::triggerByKey(const QKeyEvent& event) const
{
    // "?" needs Shift on some keyboards and not on others.
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers != Qt::NoModifier)
        return false;
    for (const Keyed& keyed : m_plainKeys)
        if (keyed.key[0].key() == event.key() && keyed.action->isEnabled()) {
            keyed.action->trigger();
            return true;
        }
    return false;
}

QString Actions::keysText(const QAction& action) const
{
    QList<QKeySequence> keys = action.shortcuts();
    for (const Keyed& keyed : m_plainKeys)
        if (keyed.action == &action && !keys.contains(keyed.key))
            keys << keyed.key;
    QStringList texts;
    for (const QKeySequence& key : keys) {
        const bool isLeft = key == QKeySequence(Qt::Key_Left);
        const bool isRight = key == QKeySequence(Qt::Key_Right);
        texts << (isLeft    ? QStringLiteral("←")
                  : isRight ? QStringLiteral("→")
                            : key.toString(QKeySequence::NativeText));
    }
    return texts.join(QStringLiteral(", "));
}

std::vector<ShortcutLine> Actions::shortcuts() const
{
    std::vector<ShortcutLine> lines;
    for (const QMenu* menu : m_menus) {
        const QString group = withoutMnemonic(menu->title());
        for (QAction* action : menu->actions()) {
            if (const QString keys = keysText(*action); !keys.isEmpty())
                lines.push_back({group, keys, withoutMnemonic(action->text())});
            if (action->menu() == submenu(Submenu::Card))
                lines.push_back(
                    {group, QStringLiteral("1 … %1").arg(m_cards.size()), translated(WORDS("Maximize this card"))});
        }
    }
    const QString mouse = translated(WORDS("Mouse"));
    const std::array<std::array<const char*, 2>, 6> habits{{
        {WORDS("Click on a layer"), WORDS("All cards look at it")},
        {WORDS("Wheel on a plot"), WORDS("Zoom about the pointer")},
        {WORDS("Drag in a plot"), WORDS("Move the view")},
        {WORDS("Double-click on a plot"), WORDS("Follow the data again")},
        {WORDS("Double-click on a slider"), WORDS("Back to its default")},
        {WORDS("Drag along the timeline"), WORDS("See any earlier moment")},
    }};
    for (const auto& [what, meaning] : habits)
        lines.push_back({mouse, translated(what), translated(meaning)});
    return lines;
}

} // namespace ui
