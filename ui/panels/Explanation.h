// SPDX-License-Identifier: GPL-3.0-or-later
// What a card's "?" tells, put together as rich text: what one looks at, formulas with the numbers of the moment in
// them, what healthy looks like, and where it was published. Used by panels.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include <optional>

namespace ui
{

class Explanation
{
    Q_DECLARE_TR_FUNCTIONS(ui::Explanation)

public:
    /// Plain text; an empty line begins a new paragraph.
    void say(const QString& text);
    void heading(const QString& text);
    /// A line of rich text on its own, set apart.
    void formula(const QString& html);
    /// Plain lines, each with its bullet.
    void list(const QStringList& items);
    /// What the mouse can do in a picture with axes.
    void hands();
    /// Under "What healthy looks like".
    void healthy(const QStringList& items);
    /// Under "Published in".
    void published(const QStringList& items);
    [[nodiscard]] const QString& html() const { return m_html; }

private:
    QString m_html;
};

/// Pieces of a formula as rich text: a variable in italics, with an index.
QString variable(const QString& name, const QString& index = {});
/// name = value, "–" where there is none.
QString equals(const QString& name, const std::optional<double>& value);

} // namespace ui
