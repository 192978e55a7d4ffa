// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/EditHistory.h"

#include "ui/Session.h"
#include "ui/base/Words.h"

#include <QUndoCommand>

#include <utility>

namespace ui
{

namespace
{

constexpr int kMostSteps = 500;

/// From one experiment to another and back. Every command can merge with the one before: the stack asks for it.
class Edit : public QUndoCommand
{
public:
    Edit(Session& session, core::ExperimentConfig before, std::string key, int gesture)
        : m_session(session)
        , m_before(std::move(before))
        , m_after(session.config())
        , m_key(std::move(key))
        , m_gesture(gesture)
    {
    }
    void undo() override { m_session.change(m_before); }
    void redo() override
    {
        // Pushing a command calls this too, when everything is done already.
        if (std::exchange(m_done, true))
            m_session.change(m_after);
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
    core::ExperimentConfig m_before;
    core::ExperimentConfig m_after;
    std::string m_key;
    int m_gesture;
    bool m_done = false;
};

} // namespace

EditHistory::EditHistory(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{
    m_stack.setUndoLimit(kMostSteps);
}

EditHistory::~EditHistory()
{
    m_stack.blockSignals(true); // a stack tells that it is emptied, and nobody is left to hear it
}

void EditHistory::recordAs(const QString& name, const std::string& key, const std::function<void()>& change)
{
    core::ExperimentConfig before = m_session.config();
    change();
    if (before == m_session.config())
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

} // namespace ui
