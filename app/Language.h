// SPDX-License-Identifier: GPL-3.0-or-later
// The language that all words are made in. One object lives as long as the application; the window exchanges its
// language while running. Used by Application and Window, on the main thread.
#pragma once

#include "ui/base/Languages.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class QTranslator;

namespace app
{

/// The ids of all languages: "en", and one for each translation that is bundled.
QStringList languageNames();

/// The language that the system asks for, as far as there is one: an id of languageNames().
QString systemLanguage();

/// A text in the system's language before there is an application to translate it.
QString translatedEarly(const char* context, const char* text);

class Language
{
public:
    Language();
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

    /// Words are made in language `id` from now on, or in the system's if there is no such id. Needs the application
    /// object. Returns an empty text, or a sentence that says why the language cannot be shown here; then nothing has
    /// changed.
    QString choose(const QString& id);
    [[nodiscard]] const QString& current() const { return m_current; }

    /// For the window, which must not outlive this object.
    [[nodiscard]] ui::Languages offered();

private:
    void install(std::unique_ptr<QTranslator> translator);

    QString m_current;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace app
