// SPDX-License-Identifier: GPL-3.0-or-later
// What app hands down so that the window can offer its languages: ui knows neither where the words are kept nor how
// they are exchanged. Used by MainWindow on the GUI thread.
#pragma once

#include <QString>

#include <functional>
#include <vector>

namespace ui
{

struct LanguageEntry {
    QString id;   ///< "en", "zh_CN"
    QString name; ///< as its speakers call it: "简体中文"
};

struct Languages {
    std::vector<LanguageEntry> entries;
    /// The id of the language that words are made in now.
    std::function<QString()> current;
    /// Words are made in this language from now on; those that stand somewhere already stay as they are, so the caller
    /// makes its parts anew. Returns an empty text, or the sentence to show if the language cannot be had here; nothing
    /// has changed then.
    std::function<QString(const QString& id)> choose;
};

} // namespace ui
