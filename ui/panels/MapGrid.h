// SPDX-License-Identifier: GPL-3.0-or-later
// Maps of several runs in one plot, in a grid: all of the same size whatever the axes around them take, with numbers at
// the outer axes only, and each with a line above it that tells whose it is. Made by ContenderMaps.
#pragma once

#include "ui/panels/ContenderScores.h"

#include <qcustomplot.h>

#include <QList>
#include <QString>

namespace ui
{

class PlotView;

/// The line above a map, and words in its place where there is none.
class MapHead : public QCPLayoutElement
{
    Q_OBJECT

public:
    MapHead(PlotView* plot, const QCPAxisRect* map);

    void show(const RunScore& score, const QString& absence);
    [[nodiscard]] const RunScore& score() const { return m_score; }
    /// Empty: the map is there.
    [[nodiscard]] const QString& absence() const { return m_absence; }

protected:
    void draw(QCPPainter* painter) override;

private:
    PlotView* m_plot;
    const QCPAxisRect* m_map;
    RunScore m_score;
    QString m_absence;
};

class MapGrid : public QCPLayout
{
    Q_OBJECT

public:
    static constexpr int kTicksAlone = 5; ///< of an axis whose map is not one of several

    explicit MapGrid(PlotView* plot);
    ~MapGrid() override { clear(); }

    void add(MapHead* head, QCPAxisRect* map);
    /// What the axes are called, where there is room for it.
    void setNames(const QString& keys, const QString& values);
    /// In which the maps stand now.
    [[nodiscard]] int columns() const { return m_columns; }

    void update(UpdatePhase phase) override;
    [[nodiscard]] int elementCount() const override { return static_cast<int>(m_elements.size()); }
    [[nodiscard]] QCPLayoutElement* elementAt(int index) const override { return m_elements.value(index); }
    QCPLayoutElement* takeAt(int index) override;
    bool take(QCPLayoutElement* element) override;

protected:
    void updateLayout() override;

private:
    [[nodiscard]] int mapCount() const { return elementCount() / 2; }
    [[nodiscard]] QCPAxisRect* map(int index) const;
    void arrange();

    PlotView* m_plot;
    QList<QCPLayoutElement*> m_elements; ///< heads and maps in turn
    QString m_keyName;
    QString m_valueName;
    int m_columns = 1;
};

} // namespace ui
