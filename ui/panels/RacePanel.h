// SPDX-License-Identifier: GPL-3.0-or-later
// The card of the race: how contenders fare over the steps, where their runs end up, and all of it as a table that can
// be sorted. It says who is worse beyond noise and who cannot be told apart.
#pragma once

#include "ui/panels/Panel.h"
#include "ui/report/CourseChart.h"

#include <optional>

class QProgressBar;
class QStackedLayout;
class QTableWidget;
class QToolButton;

namespace ui
{

struct JudgedRace;

class RacePanel : public Panel
{
    Q_OBJECT

public:
    enum Drawing { Course, Results, Table };

    explicit RacePanel(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString help() const override;
    [[nodiscard]] bool followsRun() const override { return false; }
    [[nodiscard]] bool followsRace() const override { return true; }
    void setTheme(const Theme& theme) override;
    void setPaper(double textSize) override;
    [[nodiscard]] QString explanation(const FrameData& frame) const override;
    [[nodiscard]] NumberTable table(const FrameData& frame) const override;

    [[nodiscard]] PlotView& coursePlot() const { return *m_course; }
    [[nodiscard]] PlotView& resultsPlot() const { return *m_results; }
    [[nodiscard]] QTableWidget& numbers() const { return *m_numbers; }
    [[nodiscard]] QToolButton& beginButton() const { return *m_begin; }
    [[nodiscard]] QToolButton& cancelButton() const { return *m_cancel; }

protected:
    void display(const FrameData& frame) override;
    void paintContent(QCPPainter& painter, const QRect& target) override;
    [[nodiscard]] QString describeFrame(const FrameData& frame) const override;
    Pointer readAt(QWidget* picture, const QPointF& place) override;
    void readFor(const Pointer& pointer) override;

private:
    /// What a picture, or the table, was made of.
    struct Shown {
        std::uint64_t rows = 0; ///< of the race
        Drawing drawing = Course;
        int chosen = 0; ///< of its quantities or measures
        bool operator==(const Shown&) const = default;
    };
    [[nodiscard]] Shown shownOf(const RaceState& race) const;
    [[nodiscard]] QWidget* makeFoot();
    void addNumbers();
    [[nodiscard]] Drawing drawing() const;
    [[nodiscard]] CourseQuantity quantity(const RaceState& race) const;
    void describe(const RaceState& race);
    void showFoot(const RaceState* race);
    void showMessage(const QString& message);
    void showCourse(const RaceState& race);
    void showResults(const RaceState& race);
    void showNumbers(const RaceState& race);
    void openRow(int row);
    void paintNumbers(QCPPainter& painter, const QRect& target) const;

    QStackedLayout* m_stack;
    PlotView* m_course;
    PlotView* m_results;
    QTableWidget* m_numbers;
    QProgressBar* m_progress;
    QToolButton* m_begin;
    QToolButton* m_cancel;
    CourseChart m_chart;                               ///< that is drawn
    std::vector<core::ExperimentConfig> m_experiments; ///< by contender, with the first seed
    std::optional<Shown> m_shown;                      ///< nullopt: it is to be shown anew
};

} // namespace ui
