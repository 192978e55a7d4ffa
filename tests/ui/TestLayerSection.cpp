// SPDX-License-Identifier: GPL-3.0-or-later
// Hidden layers one by one: chosen in a table, changed by the same editors as the network, undone, and alike again.
#include "OpenWindow.h"

#include "ui/EditHistory.h"
#include "ui/controls/ChoiceEditor.h"
#include "ui/controls/ConfigSection.h"
#include "ui/controls/LayerSection.h"
#include "ui/controls/SwitchEditor.h"
#include "ui/panels/Dashboard.h"

#include <QCheckBox>
#include <QTableWidget>

using namespace opened;

namespace
{

core::ExperimentConfig threeLayers()
{
    core::ExperimentConfig config = firstExperiment();
    config.network.depth = 3;
    return config;
}

struct Layers {
    Layers()
        : open(threeLayers())
        , section(open.window.findChild<ui::LayerSection*>())
        , table(section->table())
    {
    }
    /// Clicks the box "Each layer its own".
    void list(bool listed)
    {
        auto* box = open.window.sidebar().editor("network.layers")->findChild<QCheckBox*>();
        if (box->isChecked() != listed)
            box->click();
    }
    [[nodiscard]] const core::NetworkConfig& network() const { return open.window.session().config().network; }
    [[nodiscard]] QString cell(int row, int column) const { return table->item(row, column)->text(); }

    Open open;
    ui::LayerSection* section;
    QTableWidget* table;
};

} // namespace

class TestLayerSection : public QObject
{
    Q_OBJECT

private slots:
    void isThereWhereLayersAreListed();
    void changesOneLayer();
    void followsTheCards();
    void depthAddsAndTakesAway();
    void alikeAgain();
};

void TestLayerSection::isThereWhereLayersAreListed()
{
    Layers layers;
    QVERIFY(layers.section->isHidden());
    layers.list(true);
    QVERIFY(!layers.section->isHidden());
    QCOMPARE(layers.table->rowCount(), 3);
    QCOMPARE(layers.cell(0, 0), QStringLiteral("32"));
    QCOMPARE(layers.cell(2, 1), QStringLiteral("Sigmoid"));
    QVERIFY(!layers.table->accessibleName().isEmpty());
}

void TestLayerSection::changesOneLayer()
{
    Layers layers;
    layers.list(true);
    // By keyboard: to the second row.
    layers.table->setFocus();
    QTest::keyClick(layers.table, Qt::Key_Down);
    QTRY_COMPARE(layers.open.window.session().frame().selectedLayer, 2);
    auto* editor =
        qobject_cast<ui::ChoiceEditor*>(layers.open.window.sidebar().editor("network.layers.1.activation.kind"));
    QTRY_VERIFY(editor = qobject_cast<ui::ChoiceEditor*>(
                    layers.open.window.sidebar().editor("network.layers.1.activation.kind")));
    editor->comboBox()->setFocus();
    const int before = editor->comboBox()->currentIndex();
    QTest::keyClick(editor->comboBox(), Qt::Key_Down);
    QVERIFY(editor->comboBox()->currentIndex() != before);
    QVERIFY(layers.network().activationOf(1).kind != "sigmoid");
    QCOMPARE(layers.network().activationOf(0).kind, std::string("sigmoid"));
    QCOMPARE(layers.cell(1, 1), editor->comboBox()->currentText());
    // The run takes it over while it goes on.
    QTRY_VERIFY(layers.open.window.session().snapshot()->layers.at(1).activation != "sigmoid");
    QCOMPARE(layers.open.window.session().snapshot()->layers.at(0).activation, std::string("sigmoid"));
    layers.open.window.history().stack().undo();
    QCOMPARE(layers.network().activationOf(1).kind, std::string("sigmoid"));
    QCOMPARE(layers.cell(1, 1), QStringLiteral("Sigmoid"));
}

void TestLayerSection::followsTheCards()
{
    Layers layers;
    layers.list(true);
    emit layers.open.window.dashboard().layerPicked(3);
    QTRY_COMPARE(layers.table->currentRow(), 2);
    QTRY_VERIFY(layers.open.window.sidebar().editor("network.layers.2.units") != nullptr);
    QVERIFY(layers.open.window.sidebar().editor("network.layers.0.units") == nullptr);
}

void TestLayerSection::depthAddsAndTakesAway()
{
    Layers layers;
    layers.list(true);
    layers.open.window.session().edit({"network.layers.2.units", 5.0});
    layers.open.window.session().edit({"network.depth", 5.0});
    QCOMPARE(layers.network().layers.size(), std::size_t(5));
    QCOMPARE(layers.network().unitsOf(2), std::int64_t(5));
    QCOMPARE(layers.table->rowCount(), 5);
    layers.open.window.session().edit({"network.depth", 2.0});
    QCOMPARE(layers.network().layers.size(), std::size_t(2));
    QCOMPARE(layers.table->rowCount(), 2);
}

void TestLayerSection::alikeAgain()
{
    Layers layers;
    layers.list(true);
    layers.open.window.session().edit({"network.layers.1.units", 5.0});
    QTRY_VERIFY(layers.open.window.session().snapshot()->layers.at(1).units == 5);
    layers.list(false);
    QVERIFY(layers.section->isHidden());
    QVERIFY(layers.network().layers.empty());
    QTRY_VERIFY(layers.open.window.session().snapshot()->layers.at(1).units == 32);
    layers.open.window.history().stack().undo();
    QCOMPARE(layers.network().unitsOf(1), std::int64_t(5));
}

QTEST_MAIN(TestLayerSection)
#include "TestLayerSection.moc"
