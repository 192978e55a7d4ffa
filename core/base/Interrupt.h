// SPDX-License-Identifier: GPL-3.0-or-later
// How work is given up that nobody waits for any longer: who wants it hands in a question, which is asked between the
// parts of the work, on its thread. Used by observations of a run.
#pragma once

#include <exception>
#include <functional>
#include <utility>

namespace core
{

/// Ends the work that is given up; caught by who has handed in the question.
class Interrupted : public std::exception
{
public:
    [[nodiscard]] const char* what() const noexcept override { return "interrupted"; }
};

class Interrupt
{
public:
    /// Never.
    Interrupt() = default;
    /// As soon as the answer is true.
    explicit Interrupt(std::function<bool()> question)
        : m_question(std::move(question))
    {
    }

    [[nodiscard]] bool isRaised() const { return m_question && m_question(); }
    void check() const
    {
        if (isRaised())
            throw Interrupted();
    }

private:
    std::function<bool()> m_question;
};

} // namespace core
