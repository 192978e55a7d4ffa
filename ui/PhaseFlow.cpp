// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PhaseFlow.h"

#include "ui/Session.h"

namespace ui
{

PhaseFlow::PhaseFlow(Session& session, QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_window(window)
{
}

void PhaseFlow::open()
{
    PhaseMapDialog dialog(m_session.config(), m_last, &m_window);
    if (dialog.exec() != QDialog::Accepted || !dialog.wish())
        return;
    m_last = dialog.question();
    m_session.phases().begin(*dialog.wish());
    emit begun();
}

void PhaseFlow::cancel()
{
    m_session.phases().cancel();
}

void PhaseFlow::setPage(int page)
{
    m_session.phases().setPage(page);
}

} // namespace ui
