// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/DecisionDrawing.h"

#include "core/train/ConfigCheck.h"
#include "ui/base/FaultWords.h"
#include "ui/base/NumberText.h"
#include "ui/base/Words.h"
#include "ui/panels/DrawingTools.h"
#include "ui/widgets/PlotView.h"
#include "ui/widgets/TintedIcon.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace ui
{

namespace
{

const std::string kPointsKey = "data.points";

/// What these points lack before anything can be learned from them.
QString needOf(const core::ExperimentConfig& config)
{
    core::ExperimentConfig drawn = config;
    drawn.data.points = *std::exchange(drawn.data.draft, std::nullopt);
    const core::Faults faults = core::checkConfig(drawn);
    const auto has = [&](core::FaultCode code) {
        return std::any_of(faults.begin(), faults.end(), [=](const core::Fault& fault) { return fault.code == code; });
    };
    const QString meanwhile = DecisionDrawing::tr("Until then the network learns the points from before.");
    if (has(core::FaultCode::NoSamples))
        return joinedSentences({DecisionDrawing::tr("Draw points of at least two classes."), meanwhile});
    if (has(core::FaultCode::OneClass))
        return joinedSentences({DecisionDrawing::tr("Draw at least one point of a second class."), meanwhile});
    return joinedSentences(faultTexts(faults) << meanwhile);
}

} // namespace

DecisionDrawing::DecisionDrawing(PlotView* plot, QWidget* panel)
    : QObject(panel)
    , m_plot(plot)
    , m_panel(panel)
    , m_button(new QToolButton)
    , m_tools(new DrawingTools)
    , m_noteLabel(new QLabel(plot))
{
    m_button->setObjectName(QStringLiteral("draw"));
    m_button->setProperty("quiet", true);
    m_button->setCheckable(true);
    m_button->setAccessibleName(tr("Draw points"));
    m_button->setToolTip(
        toolTipText(tr("Draw points"),
                    tr("Make data of your own with the mouse: the samples that are seen become the first points, "
                       "and Undo brings the data back.")));
    m_noteLabel->setObjectName(QStringLiteral("note"));
    m_noteLabel->setWordWrap(true);
    m_noteLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_noteLabel->hide();
    plot->installEventFilter(this);
    panel->installEventFilter(this);
    connect(m_button, &QToolButton::clicked, this, &DecisionDrawing::toggle);
    connect(m_tools, &DrawingTools::chosen, this, &DecisionDrawing::choose);
    connect(m_tools, &DrawingTools::clearWanted, this, &DecisionDrawing::clear);
    arrange();
}

void DecisionDrawing::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_button->setFixedSize(theme.scaled(24), theme.scaled(22));
    m_button->setIconSize({theme.scaled(16), theme.scaled(16)});
    m_button->setIcon(tintedIcon(QStringLiteral("pencil"), theme.mutedText));
    m_tools->setTheme(theme);
}

void DecisionDrawing::show(const FrameData& frame)
{
    const core::Snapshot& snapshot = frame.snapshot;
    const bool wasDrawn = std::exchange(m_isDrawn, frame.config.data.source == "drawn");
    m_data = snapshot.data;
    m_learned = PointSketch(snapshot.config.data.points);
    if (!m_isDrawn && m_stroke)
        cancelStroke();
    if (m_isDrawn && !wasDrawn)
        m_isWanted = true;
    if (!m_stroke)
        takeOver(frame);
    refreshSamples();
    arrange();
}

void DecisionDrawing::takeOver(const FrameData& frame)
{
    if (frame.config == m_taken)
        return;
    m_taken = frame.config;
    const std::optional<std::vector<core::DrawnPoint>>& draft = m_taken.data.draft;
    PointSketch newest(draft.value_or(m_taken.data.points));
    const bool isOther = !(newest == std::exchange(m_sketch, newest));
    const QString need = draft ? needOf(m_taken) : QString();
    const bool needsOther = need != std::exchange(m_need, need);
    if (isOther || needsOther)
        setNote(m_need);
}

void DecisionDrawing::refreshSamples()
{
    const bool isMap = m_data && m_data->classification && m_data->inputs == 2;
    if (!m_isDrawn || !isMap || m_sketch == m_learned) {
        m_samples = m_data;
        m_sampled = {};
        return;
    }
    if (m_sampled.from == m_data && m_sampled.sketch == m_sketch)
        return;
    m_samples = m_sketch.samples(*m_data);
    m_sampled = {m_data, m_sketch};
}

void DecisionDrawing::arrange()
{
    m_button->setChecked(m_isDrawn && m_isWanted);
    m_tools->setVisible(m_isDrawn && m_isWanted);
    m_tools->setCounts(m_sketch.counts());
    placeNote();
}

bool DecisionDrawing::isOn() const
{
    const bool isMap = m_data && m_data->classification && m_data->inputs == 2;
    return m_isDrawn && m_isWanted && isMap && m_plot->isVisible() && m_plot->message().isEmpty();
}

void DecisionDrawing::start()
{
    m_isWanted = true;
    m_isCursorSeen = true;
    if (!m_isDrawn) {
        emit edited({"data.source", std::string("drawn")}, tr("Draw points"));
        emit editingFinished();
    }
    arrange();
    emit handMoved();
}

void DecisionDrawing::toggle()
{
    if (!m_isDrawn) {
        emit edited({"data.source", std::string("drawn")}, tr("Draw points"));
        emit editingFinished();
    } else {
        m_isWanted = !m_isWanted;
        m_isCursorSeen = false;
    }
    arrange();
    if (!m_button->hasFocus())
        m_panel->setFocus(Qt::OtherFocusReason);
    emit handMoved();
}

void DecisionDrawing::choose(int tool)
{
    m_tools->setTool(tool);
    // Whoever has clicked draws next; whoever has come by Tab may go on along the tools.
    const QWidget* focus = m_tools->focusWidget();
    if (!focus || !focus->hasFocus())
        m_panel->setFocus(Qt::OtherFocusReason);
    emit handMoved();
}

void DecisionDrawing::commit(const PointSketch& before, const QString& name)
{
    if (m_sketch == before)
        return;
    core::NumberRows rows;
    for (const core::DrawnPoint& point : m_sketch.points())
        rows.push_back({point.x, point.y, static_cast<double>(point.label)});
    emit edited({kPointsKey, std::move(rows)}, name);
    emit editingFinished();
}

void DecisionDrawing::clear()
{
    const PointSketch before = m_sketch;
    m_sketch.clear();
    refreshSamples();
    emit sketched();
    commit(before, tr("Clear all points"));
}

void DecisionDrawing::setNote(const QString& note)
{
    if (m_note == note)
        return;
    m_note = note;
    m_noteLabel->setText(note);
    placeNote();
}

void DecisionDrawing::placeNote()
{
    const bool isSeen = !m_note.isEmpty() && isOn();
    m_noteLabel->setVisible(isSeen);
    if (!isSeen)
        return;
    const QRect room = m_plot->axisRect()->rect().adjusted(8, 8, -8, -8);
    m_noteLabel->ensurePolished();
    const int width = std::min(room.width(), m_noteLabel->fontMetrics().averageCharWidth() * 46);
    m_noteLabel->setGeometry(room.center().x() - width / 2, room.top(), width, m_noteLabel->heightForWidth(width));
}

std::optional<QPointF> DecisionDrawing::cursor() const
{
    if (!m_isCursorSeen || !isOn())
        return std::nullopt;
    const QCPRange x = m_plot->xAxis->range();
    const QCPRange y = m_plot->yAxis->range();
    const QPointF place = m_cursor.value_or(QPointF(x.center(), y.center()));
    return QPointF(std::clamp(place.x(), x.lower, x.upper), std::clamp(place.y(), y.lower, y.upper));
}

std::optional<int> DecisionDrawing::drawnClass() const
{
    return m_tools->tool() == DrawingTools::kEraser ? std::nullopt : std::optional(m_tools->tool());
}

QColor DecisionDrawing::color() const
{
    return drawnClass() ? m_tools->colorOf(*drawnClass()) : m_theme->mutedText;
}

QString DecisionDrawing::sentence() const
{
    if (!isOn())
        return {};
    const auto count = countText(static_cast<qint64>(m_sketch.points().size()));
    QStringList sentences;
    if (const auto place = cursor())
        sentences << tr("The cursor is at x₁ = %1, x₂ = %2.").arg(spokenNumber(place->x()), spokenNumber(place->y()));
    sentences << (drawnClass() ? tr("Class %1 is chosen, %2 points are drawn.").arg(*drawnClass()).arg(count)
                               : tr("The eraser is chosen, %1 points are drawn.").arg(count));
    if (!m_note.isEmpty())
        sentences << m_note;
    return joinedSentences(sentences);
}

} // namespace ui
