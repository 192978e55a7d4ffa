// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/EditHistory.h"

#include "ui/Session.h"
#include "ui/base/ContenderLook.h"
#include "ui/base/Words.h"

#include <QUndoCommand>

#include <string>
#include <utility>

namespace ui
{

namespace
{

constexpr int kMostEdits = 500;

/// All that can be set.
struct Settings {
    explicit Settings(const Session& session)
        : config(session.config())
        , contenders(session.contenders().specs())
    {
    }
    core::ExperimentConfig config;
    ContenderSpecs contenders;
    bool operator==(const Settings&) const = default;
};

/// From one experiment to another and back. Every command can merge with the one before: the stack asks for it.
class Edit : public QUndoCommand
{
public:
    Edit(Session& session, Settings before, std::string key, int gesture)
        : m_session(session)
        , m_before(std::move(before))
        , m_after(session)
        , m_key(std::move(key))
        , m_gesture(gesture)
    {
    }
    void undo() override { m_session.change(m_before.config, m_before.contenders); }
    void redo() override
    {
        // Pushing a command calls this too, when everything is done already.
        if (std::exchange(m_done, true))
            m_session.change(m_after.config, m_after.contenders);
    }
    [[nodiscard]] int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* later = static_cast<const Edit*>(other);
        if (m_key.empty() || later->m_key != m_key || later->m_gesture != m_gesture)
            return false;
        m_after = later->m_after;
        setText(later->text());
        setObsolete(m_after == m_before);
        return true;
    }

private:
    Session& m_session;
    Settings m_before;
    Settings m_after;
    std::string m_key;
    int m_gesture;
    bool m_done = false;
};

} // namespace

EditHistory::EditHistory(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    m_stack.setUndoLimit(kMostEdits);
}

EditHistory::~EditHistory()
{
    m_stack.blockSignals(true); // a stack tells that it is emptied, and nobody is left to hear it
}

void EditHistory::recordAs(const QString& name, const std::string& key, const std::function<void()>& change)
{
    Settings before(m_session);
    change();
    if (before == Settings(m_session))
        return;
    auto* edit = new Edit(m_session, std::move(before), key, m_gesture);
    edit->setText(name);
    m_stack.push(edit);
}

void EditHistory::record(const QString& name, const std::function<void()>& change)
{
    recordAs(name, {}, change);
    endGesture();
}

void EditHistory::edit(const core::Setting& setting)
{
    edit(setting, settingText(setting));
}

void EditHistory::edit(const core::Setting& setting, const QString& name)
{
    recordAs(name, setting.key, [&] { m_session.edit(setting); });
}

void EditHistory::newSeed()
{
    record(tr("New seed"), [this] { m_session.newSeed(); });
}

void EditHistory::addContender(const std::vector<core::Setting>& settings)
{
    record(tr("Compare with %1").arg(contenderLabel(settings)), [&] { m_session.addContender(settings); });
}

void EditHistory::editContender(int index, const core::Setting& setting)
{
    recordAs(settingText(setting), std::to_string(index) + ' ' + setting.key,
             [&] { m_session.editContender(index, setting); });
}

void EditHistory::removeContender(int index)
{
    const ContenderSpec& spec = m_session.contenders().entries().at(static_cast<std::size_t>(index)).spec;
    record(tr("No longer compare with %1").arg(contenderLabel(spec.settings)),
           [&] { m_session.removeContender(index); });
}

} // namespace ui
