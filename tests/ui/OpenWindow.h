// SPDX-License-Identifier: GPL-3.0-or-later
// A window that is open and trains, with the bundled experiments: what the tests of the whole window begin with.
#pragma once

#include "tests/ShippedResources.h"
#include "ui/MainWindow.h"
#include "ui/Session.h"
#include "ui/controls/NumberEditor.h"
#include "ui/controls/RunBar.h"
#include "ui/controls/Sidebar.h"
#include "ui/widgets/ParameterSlider.h"

#include "core/io/ConfigJson.h"

#include <QComboBox>
#include <QDir>
#include <QTest>
#include <QToolButton>

#include <utility>

namespace opened
{

using shipped::readResource;

inline QStringList presetNames()
{
    QStringList names;
    const QDir folder(QStringLiteral(ACTISCOPE_RESOURCES "/experiments"));
    for (const QString& file : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        names << file.chopped(5);
    return names;
}

inline core::ExperimentConfig firstExperiment()
{
    return core::parseExperiment(readResource("experiments/vanishing-sigmoid.json").value()).value();
}

/// A window that is open and trains.
struct Open {
    explicit Open(const core::ExperimentConfig& start = firstExperiment())
        : Open(ui::WindowSetup{readResource, presetNames()}, ui::WindowStart{start})
    {
    }
    Open(ui::WindowSetup setup, ui::WindowStart start)
        : window(std::move(setup), std::move(start))
    {
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(window.session().snapshot());
        QObject::connect(&window.session(), &ui::Session::frameChanged, &window, [this] { ++frames; });
    }
    [[nodiscard]] std::int64_t step() const { return window.session().currentStep(); }
    [[nodiscard]] const core::ExperimentConfig& config() const { return window.session().config(); }
    [[nodiscard]] ui::ParameterSlider* slider(const char* path) const
    {
        auto* editor = qobject_cast<ui::NumberEditor*>(window.sidebar().editor(path));
        return editor ? editor->parameterSlider() : nullptr;
    }
    [[nodiscard]] QToolButton* button(const char* name) const
    {
        return window.runBar().findChild<QToolButton*>(QLatin1String(name));
    }
    void choosePreset(const QString& name)
    {
        auto* box = window.runBar().findChild<QComboBox*>();
        box->setCurrentIndex(static_cast<int>(presetNames().indexOf(name)));
        emit box->activated(box->currentIndex());
    }

    ui::MainWindow window;
    int frames = 0;
};

inline void click(QWidget* widget)
{
    QTest::mouseClick(widget, Qt::LeftButton);
}

} // namespace opened
