// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/Actions.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

#include <array>
#include <variant>

namespace ui
{

namespace
{

QString translatedAction(const char* text)
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

constexpr const char* kFile = QT_TRANSLATE_NOOP("Actions", "&File");
constexpr const char* kEdit = QT_TRANSLATE_NOOP("Actions", "&Edit");
constexpr const char* kRun = QT_TRANSLATE_NOOP("Actions", "&Run");
constexpr const char* kCompare = QT_TRANSLATE_NOOP("Actions", "&Compare");
constexpr const char* kView = QT_TRANSLATE_NOOP("Actions", "&View");
constexpr const char* kHelp = QT_TRANSLATE_NOOP("Actions", "&Help");

constexpr std::array kActionRows{
    ActionRow{kFile, Command::NewFile, QT_TRANSLATE_NOOP("Actions", "&New experiment"), "Ctrl+N"},
    ActionRow{kFile, Command::OpenFile, QT_TRANSLATE_NOOP("Actions", "&Open …"), "Ctrl+O"},
    ActionRow{kFile, Submenu::RecentFiles, QT_TRANSLATE_NOOP("Actions", "Open &recent")},
    ActionRow{kFile, Separator{}},
    ActionRow{kFile, Command::Save, QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S"},
    ActionRow{kFile, Command::SaveAs, QT_TRANSLATE_NOOP("Actions", "Save &as …"), "Ctrl+Shift+S"},
    ActionRow{kFile, Separator{}},
    ActionRow{kFile, Command::ImportData, QT_TRANSLATE_NOOP("Actions", "&Import data …"), "Ctrl+I"},
    ActionRow{kFile, Command::Export, QT_TRANSLATE_NOOP("Actions", "&Export figures …"), "Ctrl+E"},
    ActionRow{kFile, Command::ExportCode, QT_TRANSLATE_NOOP("Actions", "Export P&yTorch script …"), "Ctrl+Shift+E"},
    ActionRow{kFile, Separator{}},
    ActionRow{kFile, Command::Quit, QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"},

    ActionRow{kEdit, Command::Undo, QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z"},
    ActionRow{kEdit, Command::Redo, QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z Ctrl+Y"},
    ActionRow{kEdit, Separator{}},
    ActionRow{kEdit, Command::CopyPicture, QT_TRANSLATE_NOOP("Actions", "Copy &picture"), "Ctrl+Shift+C"},
    ActionRow{kEdit, Command::CopyTable, QT_TRANSLATE_NOOP("Actions", "Copy &numbers as table"), "Ctrl+Alt+C"},
    ActionRow{kEdit, Separator{}},
    ActionRow{kEdit, Command::DrawPoints, QT_TRANSLATE_NOOP("Actions", "&Draw points"), "D"},

    ActionRow{kRun, Command::Play, QT_TRANSLATE_NOOP("Actions", "&Play or pause"), "Space"},
    ActionRow{kRun, Command::Step, QT_TRANSLATE_NOOP("Actions", "&Step, or next moment"), "Right"},
    ActionRow{kRun, Command::Restart, QT_TRANSLATE_NOOP("Actions", "&Restart from the same seed"), "R"},
    ActionRow{kRun, Command::NewSeed, QT_TRANSLATE_NOOP("Actions", "&New seed"), "Ctrl+R"},
    ActionRow{kRun, Separator{}},
    ActionRow{kRun, Command::EarlierMoment, QT_TRANSLATE_NOOP("Actions", "&Earlier moment"), "Left"},
    ActionRow{kRun, Command::FirstMoment, QT_TRANSLATE_NOOP("Actions", "&First moment"), "Home"},
    ActionRow{kRun, Command::Live, QT_TRANSLATE_NOOP("Actions", "Back to &now"), "End"},

    ActionRow{kCompare, Command::CompareWith, QT_TRANSLATE_NOOP("Actions", "Compare &with …"), "Ctrl+L"},
    ActionRow{kCompare, Separator{}},
    ActionRow{kCompare, Command::Race, QT_TRANSLATE_NOOP("Actions", "&Race …"), "Ctrl+K"},
    ActionRow{kCompare, Command::CancelRace, QT_TRANSLATE_NOOP("Actions", "&Cancel the race")},
    ActionRow{kCompare, Command::SaveRace, QT_TRANSLATE_NOOP("Actions", "&Save results or report …"), "Ctrl+Shift+K"},
    ActionRow{kCompare, Command::PhaseMap, QT_TRANSLATE_NOOP("Actions", "&Phase map …"), "Ctrl+M"},
    ActionRow{kCompare, Command::CancelPhaseMap, QT_TRANSLATE_NOOP("Actions", "Cancel the phase &map")},

    ActionRow{kView, Submenu::Card, QT_TRANSLATE_NOOP("Actions", "&Maximize a card")},
    ActionRow{kView, Command::AllCards, QT_TRANSLATE_NOOP("Actions", "&All cards"), "Esc"},
    ActionRow{kView, Command::FreezeAxes, QT_TRANSLATE_NOOP("Actions", "Free&ze all axes"), "Z"},
    ActionRow{kView, Separator{}},
    ActionRow{kView, Command::FullScreen, QT_TRANSLATE_NOOP("Actions", "&Full screen"), "F11"},
    ActionRow{kView, Submenu::Theme, QT_TRANSLATE_NOOP("Actions", "&Theme")},
    ActionRow{kView, Submenu::Language, QT_TRANSLATE_NOOP("Actions", "&Language")},

    ActionRow{kHelp, Command::FirstSteps, QT_TRANSLATE_NOOP("Actions", "&First steps")},
    ActionRow{kHelp, Command::Shortcuts, QT_TRANSLATE_NOOP("Actions", "&Keyboard and mouse"), "F1 ?"},
    ActionRow{kHelp, Separator{}},
    ActionRow{kHelp, Command::About, QT_TRANSLATE_NOOP("Actions", "&About Actiscope")},
};

constexpr int kDigits = 10; ///< on a keyboard

/// Typed without Ctrl or Alt, and no function key: a control that has the focus may want it for itself.
bool isPlain(const QKeySequence& keys)
{
    const QKeyCombination key = keys[0];
    const bool functionKey = key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35;
    return !functionKey && !(key.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier));
}

/// "&File" and, as it is written where letters have no keys, "文件(&F)".
QString withoutMnemonic(QString text)
{
    static const QRegularExpression kBracketed(QStringLiteral("\\(&.\\)"));
    return text.remove(kBracketed).remove(QLatin1Char('&'));
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
    for (const ActionRow& row : kActionRows) {
        if (row.menu != open) {
            m_menus << bar.addMenu(translatedAction(row.menu));
            open = row.menu;
        }
        QMenu* menu = m_menus.last();
        if (const auto* command = std::get_if<Command>(&row.what)) {
            QAction* action = menu->addAction(translatedAction(row.text));
            addKeys(action, row.keys);
            m_actions.emplace(*command, action);
        } else if (const auto* submenu = std::get_if<Submenu>(&row.what)) {
            m_submenus.emplace(*submenu, menu->addMenu(translatedAction(row.text)));
        } else {
            menu->addSeparator();
        }
    }
}

void Actions::addCards(const QStringList& titles)
{
    for (int card = 0; card < titles.size(); ++card) {
        QAction* action = submenu(Submenu::Card)->addAction(titles[card]);
        if (card < kDigits)
            addKeys(action, QByteArray::number((card + 1) % kDigits).constData()); // the tenth has the 0
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
                lines.push_back({group, QStringLiteral("1 … 9, 0"),
                                 translatedAction(QT_TRANSLATE_NOOP("Actions", "Maximize this card"))});
        }
    }
    const QString mouse = translatedAction(QT_TRANSLATE_NOOP("Actions", "Mouse"));
    const std::array<std::array<const char*, 2>, 7> habits{{
        {QT_TRANSLATE_NOOP("Actions", "Click on a layer"), QT_TRANSLATE_NOOP("Actions", "All cards look at it")},
        {QT_TRANSLATE_NOOP("Actions", "Click on a unit"), QT_TRANSLATE_NOOP("Actions", "Look at it from near")},
        {QT_TRANSLATE_NOOP("Actions", "Wheel on a plot"), QT_TRANSLATE_NOOP("Actions", "Zoom about the pointer")},
        {QT_TRANSLATE_NOOP("Actions", "Drag in a plot"), QT_TRANSLATE_NOOP("Actions", "Move the view")},
        {QT_TRANSLATE_NOOP("Actions", "Double-click on a plot"), QT_TRANSLATE_NOOP("Actions", "Follow the data again")},
        {QT_TRANSLATE_NOOP("Actions", "Double-click on a slider"), QT_TRANSLATE_NOOP("Actions", "Back to its default")},
        {QT_TRANSLATE_NOOP("Actions", "Drag along the timeline"),
         QT_TRANSLATE_NOOP("Actions", "See any earlier moment")},
    }};
    for (const auto& [what, meaning] : habits)
        lines.push_back({mouse, translatedAction(what), translatedAction(meaning)});
    const QString drawing = translatedAction(QT_TRANSLATE_NOOP("Actions", "Drawing points"));
    const std::array<std::array<const char*, 2>, 7> strokes{{
        {QT_TRANSLATE_NOOP("Actions", "Click or drag"), QT_TRANSLATE_NOOP("Actions", "Draw points")},
        {QT_TRANSLATE_NOOP("Actions", "Right button"), QT_TRANSLATE_NOOP("Actions", "Erase points")},
        {QT_TRANSLATE_NOOP("Actions", "Shift and drag"), QT_TRANSLATE_NOOP("Actions", "Move the view")},
        {"0 … 9", QT_TRANSLATE_NOOP("Actions", "Choose the class")},
        {"← ↑ ↓ →", QT_TRANSLATE_NOOP("Actions", "Move the cursor; with Shift, further")},
        {QT_TRANSLATE_NOOP("Actions", "Space, Enter"), QT_TRANSLATE_NOOP("Actions", "Draw a point there")},
        {QT_TRANSLATE_NOOP("Actions", "Delete"), QT_TRANSLATE_NOOP("Actions", "Erase the nearest point")},
    }};
    for (const auto& [what, meaning] : strokes)
        lines.push_back({drawing, translatedAction(what), translatedAction(meaning)});
    return lines;
}

} // namespace ui
