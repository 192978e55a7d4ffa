// SPDX-License-Identifier: GPL-3.0-or-later
// What runs side by side answer, in the decision card: a map each, a curve each, or a line each below the matrix.
#include "tests/ui/HandOnCard.h"
#include "tests/ui/OpenWindow.h"
#include "ui/EditHistory.h"
#include "ui/base/ContenderLook.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/DecisionPanel.h"
#include "ui/panels/Figures.h"
#include "ui/panels/MapGrid.h"
#include "ui/widgets/ImagePlottable.h"

#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

using ui::DecisionPanel;
using ui::Theme;
using ui::ThemeKind;

namespace
{

constexpr int kDecisionCard = 5;

/// A run with up to three others beside it, which answer the same everywhere: 1, 0 and undecided.
struct Together {
    explicit Together(madeup::Run watched, int contenders = 3)
        : first(std::move(watched))
        , others(3, first)
    {
        const std::array<const char*, 3> names{"Tanh", "Leaky ReLU (0.3)", "ELU"};
        const std::array<float, 3> answers{1.0F, 0.0F, 0.5F};
        for (std::size_t at = 0; at < others.size(); ++at) {
            core::Snapshot& snapshot = others[at].snapshot;
            std::fill(snapshot.decision.answer.begin(), snapshot.decision.answer.end(), answers.at(at));
            for (float& y : snapshot.decision.curveY)
                y = answers.at(at) - 0.25F;
            if (snapshot.test)
                snapshot.test->accuracy = 0.91 + 0.02 * static_cast<double>(at);
            if (static_cast<int>(at) < contenders)
                beside.push_back({&snapshot, &others[at].history, &others[at].config, QLatin1String(names.at(at)),
                                  static_cast<int>(at)});
        }
    }
    [[nodiscard]] ui::FrameData frame() const
    {
        ui::FrameData frame = first.frame();
        frame.contenders = beside;
        return frame;
    }

    madeup::Run first;
    std::vector<madeup::Run> others;
    std::vector<ui::Contender> beside;
};

void show(DecisionPanel& panel, const ui::FrameData& frame, const QSize& size = {420, 330})
{
    panel.resize(size);
    static_cast<QWidget&>(panel).show();
    // Margins follow the labels of the pass before.
    for (int pass = 0; pass < 2; ++pass) {
        panel.show(frame);
        panel.plot().replot();
    }
}

int distance(QRgb a, const QColor& b)
{
    return std::abs(qRed(a) - b.red()) + std::abs(qGreen(a) - b.green()) + std::abs(qBlue(a) - b.blue());
}

int ink(const QImage& image, const QRect& area, const QColor& color)
{
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y)
        for (int x = area.left(); x <= area.right(); ++x)
            count += distance(image.pixel(x, y), color) <= 12 ? 1 : 0;
    return count;
}

/// Where this is in the map of a run.
QPointF placeIn(const DecisionPanel& panel, std::size_t run, double x, double y)
{
    const QCPAxisRect* rect = panel.maps().rect(run);
    return {rect->axis(QCPAxis::atBottom)->coordToPixel(x), rect->axis(QCPAxis::atLeft)->coordToPixel(y)};
}

} // namespace

class TestContenderMaps : public QObject
{
    Q_OBJECT

private slots:
    void theyStandInAGrid_data();
    void theyStandInAGrid();
    void eachIsThatOfItsRun_data();
    void eachIsThatOfItsRun();
    void headsTell();
    void everyMapIsRead();
    void zoomedTogether();
    void whatIsAbsentIsSaid_data();
    void whatIsAbsentIsSaid();
    void theFirstMayBeLost();
    void aloneAsBefore();
    void curvesOfOneInput();
    void linesBelowTheMatrix();
    void wordsNameEveryRun_data();
    void wordsNameEveryRun();
    void tablesNameEveryRun();
    void figuresShowAll_data();
    void figuresShowAll();
    void drawnInTheFirst();
};

void TestContenderMaps::theyStandInAGrid_data()
{
    QTest::addColumn<int>("contenders");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("columns");
    QTest::newRow("two") << 1 << QSize(420, 330) << 2;
    QTest::newRow("two, high") << 1 << QSize(300, 700) << 2;
    QTest::newRow("three") << 2 << QSize(420, 330) << 2;
    QTest::newRow("three, wide") << 2 << QSize(1200, 330) << 3;
    QTest::newRow("four") << 3 << QSize(420, 330) << 2;
    QTest::newRow("four, flat") << 3 << QSize(320, 150) << 4;
    QTest::newRow("four, narrow") << 3 << QSize(260, 400) << 2;
    QTest::newRow("four, wide") << 3 << QSize(1300, 330) << 4;
    QTest::newRow("four, very large") << 3 << QSize(1300, 900) << 2;
}

void TestContenderMaps::theyStandInAGrid()
{
    QFETCH(int, contenders);
    QFETCH(QSize, size);
    QFETCH(int, columns);
    const Together runs(madeup::moons(4, 16), contenders);
    DecisionPanel panel;
    show(panel, runs.frame(), size);
    const ui::ContenderMaps& maps = panel.maps();
    QCOMPARE(maps.count(), static_cast<std::size_t>(contenders + 1));
    QCOMPARE(maps.grid()->columns(), columns);
    const QRect first = maps.rect(0)->rect();
    QCOMPARE(maps.rect(0), panel.plot().axisRect());
    for (std::size_t run = 0; run < maps.count(); ++run) {
        const QRect own = maps.rect(run)->rect();
        const QRect head = maps.head(run)->rect();
        QVERIFY(own.width() > 50 && own.height() > 30);
        QCOMPARE(own.size(), first.size());
        QVERIFY(panel.plot().rect().contains(own) && panel.plot().rect().contains(head));
        QVERIFY(head.bottom() < own.top() && own.top() - head.bottom() < 4);
        QCOMPARE(own.left() == first.left(), static_cast<int>(run) % columns == 0);
        QCOMPARE(own.top() == first.top(), static_cast<int>(run) / columns == 0);
        for (const auto side : {QCPAxis::atBottom, QCPAxis::atLeft})
            QCOMPARE(maps.rect(run)->axis(side)->range(), maps.rect(0)->axis(side)->range());
        for (std::size_t other = 0; other < run; ++other)
            QVERIFY(!own.intersects(maps.rect(other)->rect()) && !own.intersects(maps.head(other)->rect()));
    }
}

void TestContenderMaps::eachIsThatOfItsRun_data()
{
    QTest::addColumn<int>("kind");
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Projector})
        QTest::newRow(qPrintable(Theme::of(kind).id())) << static_cast<int>(kind);
}

void TestContenderMaps::eachIsThatOfItsRun()
{
    QFETCH(int, kind);
    const Theme& theme = Theme::of(static_cast<ThemeKind>(kind));
    const Together runs(madeup::moons(4, 16));
    DecisionPanel panel;
    panel.setTheme(theme);
    show(panel, runs.frame(), {640, 480});
    const QImage image = panel.plot().grab().toImage();
    const std::array<double, 3> answers{1, 0, 0.5};
    const QRect first = panel.maps().rect(0)->rect().adjusted(2, 2, -2, -2);
    QVERIFY(ink(image, first, QColor::fromRgb(theme.diverging(0))) > 200);
    QVERIFY(ink(image, first, QColor::fromRgb(theme.diverging(1))) > 200);
    for (std::size_t at = 0; at < answers.size(); ++at) {
        const QRect own = panel.maps().rect(at + 1)->rect().adjusted(2, 2, -2, -2);
        const QColor color = QColor::fromRgb(theme.diverging(answers.at(at)));
        const int area = own.width() * own.height();
        const int seen = ink(image, own, color);
        QVERIFY2(seen > area / 3 && seen < area * 0.97, qPrintable(QString::number(seen))); // the rest are samples
        const QPen pen = ui::contenderPen(theme, static_cast<int>(at), 1);
        QVERIFY(ink(image, panel.maps().head(at + 1)->rect(), pen.color()) > 3);
    }
    // The same samples on each.
    int graphs = 0;
    for (int at = 0; at < panel.plot().graphCount(); ++at)
        graphs += panel.plot().graph(at)->dataCount() == panel.plot().graph(at)->data()->size() &&
                          panel.plot().graph(at)->lineStyle() == QCPGraph::lsNone &&
                          panel.plot().graph(at)->dataCount() > 0
                      ? 1
                      : 0;
    QCOMPARE(graphs, 4 * 4); // two classes, training and test
}

void TestContenderMaps::headsTell()
{
    Together runs(madeup::moons(4, 16), 2);
    runs.others[1].snapshot.divergence = core::Divergence{12, 2, core::Quantity::Z};
    DecisionPanel panel;
    show(panel, runs.frame());
    QCOMPARE(panel.maps().head(0)->score().name, QStringLiteral("This run: Sigmoid"));
    QCOMPARE(panel.maps().head(0)->score().text, QStringLiteral("89 %"));
    QCOMPARE(panel.maps().head(1)->score().name, QStringLiteral("Tanh"));
    QCOMPARE(panel.maps().head(1)->score().text, QStringLiteral("91 %"));
    QCOMPARE(panel.maps().head(2)->score().text, QStringLiteral("diverged"));
    // Without a test set it is the training set's.
    runs.others[0].snapshot.test.reset();
    runs.others[0].snapshot.train.accuracy = 0.77;
    show(panel, runs.frame());
    QCOMPARE(panel.maps().head(1)->score().text, QStringLiteral("77 %"));
}

void TestContenderMaps::everyMapIsRead()
{
    const Together runs(madeup::moons(4, 16));
    DecisionPanel panel;
    show(panel, runs.frame(), {640, 480});
    const std::array<QString, 4> readings{
        QStringLiteral("This run: Sigmoid · x₁ = 0.5, x₂ = −1.1\nanswer class 1\n"),
        QStringLiteral("Tanh · x₁ = 0.5, x₂ = −1.1\nanswer class 1\nprobability 100 %\n"),
        QStringLiteral("Leaky ReLU (0.3) · x₁ = 0.5, x₂ = −1.1\nanswer class 0\nprobability 100 %\n"),
        QStringLiteral("ELU · x₁ = 0.5, x₂ = −1.1\nanswer class 1\nprobability 50 %\n")};
    for (std::size_t run = 0; run < readings.size(); ++run) {
        hand::point(panel.plot(), placeIn(panel, run, 0.5, -1.1));
        QString text = panel.reading().text();
        const QStringList lines = text.split(QLatin1Char('\n'));
        QVERIFY2(lines.front().startsWith(readings.at(run).section(QStringLiteral(" · "), 0, 0)), qPrintable(text));
        text.replace(lines.front(), readings.at(run).section(QLatin1Char('\n'), 0, 0)); // pixels round the place
        QVERIFY2(text.startsWith(readings.at(run)), qPrintable(text));
        for (const ui::Contender& contender : runs.beside) // what the others answer there is told, too
            QCOMPARE(text.count(contender.label), 1);
        const ui::Crosshair& crosshair = panel.plot().crosshair();
        QCOMPARE(crosshair.rects.size(), std::size_t(4));
        QCOMPARE(crosshair.rects.front(), panel.maps().rect(run));
        QCOMPARE(crosshair.marks.size(), std::size_t(3));
    }
    // A sample is found in each of them.
    const core::DataPreview::Point& sample = runs.first.snapshot.data->points.front();
    hand::point(panel.plot(), placeIn(panel, 3, static_cast<double>(sample.x), static_cast<double>(sample.y)));
    QVERIFY(panel.reading().text().contains(QStringLiteral("test sample class 0")));
    // Between the maps there is nothing.
    const QRect first = panel.maps().rect(0)->rect();
    hand::point(panel.plot(), QPointF(first.right() + 4, first.center().y()));
    QVERIFY(panel.reading().empty());
}

void TestContenderMaps::zoomedTogether()
{
    const Together runs(madeup::moons(4, 16), 1);
    DecisionPanel panel;
    show(panel, runs.frame());
    const double before = panel.plot().xAxis->range().size();
    hand::wheel(panel.plot(), placeIn(panel, 1, 0.5, 0.3), 2);
    QVERIFY(panel.plot().isZoomed());
    QVERIFY(panel.plot().xAxis->range().size() < before);
    QCOMPARE(panel.maps().rect(1)->axis(QCPAxis::atBottom)->range(), panel.plot().xAxis->range());
    panel.plot().resetZoom();
    QCOMPARE(panel.maps().rect(1)->axis(QCPAxis::atBottom)->range().size(), before);
}

void TestContenderMaps::whatIsAbsentIsSaid_data()
{
    QTest::addColumn<int>("why");
    QTest::addColumn<QString>("words");
    QTest::newRow("not kept") << 0 << QStringLiteral("Nothing of it is kept of this step.");
    QTest::newRow("not yet") << 1 << QStringLiteral("There are no answers of it yet.");
    QTest::newRow("no map") << 2 << QStringLiteral("There are no answers of it yet.");
    QTest::newRow("no numbers") << 3 << QStringLiteral("Its answers are no numbers any more.");
}

void TestContenderMaps::whatIsAbsentIsSaid()
{
    QFETCH(int, why);
    QFETCH(QString, words);
    Together runs(madeup::moons(4, 16), 2);
    DecisionPanel panel;
    show(panel, runs.frame());
    const int graphs = panel.plot().graphCount();
    core::DecisionMap& map = runs.others[0].snapshot.decision;
    if (why <= 1)
        runs.beside[0].snapshot = nullptr;
    else if (why == 2)
        map = {};
    else
        std::fill(map.answer.begin(), map.answer.end(), std::numeric_limits<float>::quiet_NaN());
    ui::FrameData frame = runs.frame();
    if (why == 0)
        frame.cursor = 300;
    show(panel, frame);
    QCOMPARE(panel.maps().head(1)->absence(), words);
    QVERIFY(!panel.maps().image(1)->visible());
    QVERIFY(panel.maps().head(2)->absence().isEmpty());
    QCOMPARE(panel.plot().graphCount(), graphs - 4); // no samples on nothing
    const QImage image = panel.plot().grab().toImage();
    const QRect empty = panel.maps().rect(1)->rect().adjusted(2, 2, -2, -2);
    const int letters = empty.width() * empty.height() - ink(image, empty, panel.theme().card);
    QVERIFY(letters > 100 && letters < empty.width() * empty.height() / 4);
    hand::point(panel.plot(), placeIn(panel, 1, 0.5, 0.3));
    QVERIFY(panel.reading().empty());
    hand::point(panel.plot(), placeIn(panel, 2, 0.5, 0.3));
    QVERIFY(!panel.reading().text().contains(QStringLiteral("Tanh")));
    // It comes back.
    const Together whole(madeup::moons(4, 16), 2);
    show(panel, whole.frame());
    QVERIFY(panel.maps().image(1)->visible());
    QCOMPARE(panel.plot().graphCount(), graphs);
}

void TestContenderMaps::theFirstMayBeLost()
{
    Together runs(madeup::diverged(), 1);
    std::fill(runs.others[0].snapshot.decision.answer.begin(), runs.others[0].snapshot.decision.answer.end(), 1.0F);
    runs.others[0].snapshot.divergence.reset();
    DecisionPanel panel;
    show(panel, runs.frame());
    QVERIFY(panel.plot().message().isEmpty()); // the other one is still to be seen
    QVERIFY(panel.inAlarm());
    QCOMPARE(panel.maps().head(0)->score().text, QStringLiteral("diverged"));
    QVERIFY(panel.maps().image(1)->visible());
    show(panel, runs.first.frame());
    QVERIFY(!panel.plot().message().isEmpty());
}

void TestContenderMaps::aloneAsBefore()
{
    const Together runs(madeup::moons(4, 16));
    for (const madeup::Run& watched : {madeup::moons(4, 16), madeup::regression(), madeup::digits()}) {
        DecisionPanel panel;
        const Together others(watched);
        const auto picture = [&](const ui::FrameData& frame) {
            show(panel, frame);
            return panel.grab().toImage();
        };
        const QImage alone = picture(watched.frame());
        const int graphs = panel.plot().graphCount();
        const QString words = panel.explanation(watched.frame());
        QVERIFY(picture(others.frame()) != alone);
        QVERIFY(picture(watched.frame()) == alone);
        QCOMPARE(panel.plot().graphCount(), graphs);
        QCOMPARE(panel.maps().count(), std::size_t(1));
        QVERIFY(!panel.maps().grid());
        QCOMPARE(panel.explanation(watched.frame()), words);
        QVERIFY(!words.contains(QStringLiteral("Tanh")));
    }
    // From maps to a curve and a matrix, and back.
    DecisionPanel panel;
    for (const madeup::Run& watched :
         {madeup::moons(4, 16), madeup::regression(), madeup::moons(4, 16), madeup::digits()}) {
        const Together others(watched);
        show(panel, others.frame());
        QCOMPARE(panel.maps().grid() != nullptr, watched.snapshot.data->inputs == 2);
        if (watched.snapshot.data->inputs <= 2) // else the plot is not seen
            QCOMPARE(panel.others().graphs().front()->data()->isEmpty(), watched.snapshot.data->inputs == 2);
    }
    show(panel, runs.frame());
    QCOMPARE(panel.maps().count(), std::size_t(4));
}

void TestContenderMaps::curvesOfOneInput()
{
    const Together runs(madeup::regression(), 2);
    DecisionPanel panel;
    show(panel, runs.frame());
    QCOMPARE(panel.maps().count(), std::size_t(1));
    for (std::size_t at = 0; at < runs.beside.size(); ++at) {
        const QCPGraph* graph = panel.others().graphs().at(at);
        QCOMPARE(graph->dataCount(), 200);
        QCOMPARE(graph->data()->at(100)->value, static_cast<double>(runs.others[at].snapshot.decision.curveY[100]));
        QCOMPARE(graph->pen().dashPattern(), ui::contenderPen(panel.theme(), static_cast<int>(at), 1).dashPattern());
    }
    hand::point(panel.plot(), hand::placeOf(panel.plot(), 1.57, 0.5));
    const QString text = panel.reading().text();
    QVERIFY2(text.contains(QStringLiteral("answer 0.93\nTanh 0.75\nLeaky ReLU (0.3) −0.25")), qPrintable(text));
    QCOMPARE(panel.plot().crosshair().marks.size(), std::size_t(3));
}

void TestContenderMaps::linesBelowTheMatrix()
{
    const Together runs(madeup::digits(), 2);
    DecisionPanel panel;
    show(panel, runs.frame());
    QWidget* canvas = hand::pictureOf(panel);
    const QImage image = canvas->grab().toImage();
    const auto lines = static_cast<int>(ui::scoresHeight(3, canvas->width(), 11));
    QVERIFY(lines > 11 && lines < canvas->height() / 4);
    const QRect below(0, canvas->height() - lines, canvas->width(), lines);
    for (const int place : {0, 1})
        QVERIFY(ink(image, below, ui::contenderPen(panel.theme(), place, 1).color()) > 10);
    // The matrix is read where it stands now.
    QStringList heard;
    for (int y = 0; y < canvas->height(); y += 4)
        for (int x = 0; x < canvas->width(); x += 4) {
            hand::point(*canvas, QPointF(x, y));
            heard << panel.reading().text();
        }
    const QString cell = QStringLiteral("truth 3\nanswer 3\nsamples 50");
    QVERIFY(std::any_of(heard.begin(), heard.end(), [&](const QString& words) { return words.contains(cell); }));
}

void TestContenderMaps::wordsNameEveryRun_data()
{
    QTest::addColumn<int>("data");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("map") << 0
                         << QStringList{QStringLiteral("Sigmoid: the network answers 89 % of 150 test samples right."),
                                        QStringLiteral("Tanh: the network answers 91 % of 150 test samples right.")};
    QTest::newRow("curve") << 1
                           << QStringList{
                                  QStringLiteral("Tanh: a curve fitted to 200 samples, with a loss of 0.0123.")};
    QTest::newRow("matrix") << 2
                            << QStringList{QStringLiteral("ReLU: the network answers 97 % of 539 test samples right."),
                                           QStringLiteral("Tanh: the network answers 91 % of 539 test samples right.")};
}

void TestContenderMaps::wordsNameEveryRun()
{
    QFETCH(int, data);
    QFETCH(QStringList, lines);
    Together runs(data == 0 ? madeup::moons(4, 16) : data == 1 ? madeup::regression() : madeup::digits(), 2);
    runs.others[1].snapshot.divergence = core::Divergence{12, 2, core::Quantity::Z};
    lines << QStringLiteral("Leaky ReLU (0.3): The run has diverged at step 12 in layer 2.");
    DecisionPanel panel;
    show(panel, runs.frame());
    const QString html = panel.explanationOfAll(runs.frame());
    for (const QString& line : lines)
        QVERIFY2(html.contains(line.toHtmlEscaped()), qPrintable(html));
    QVERIFY2(panel.sentence().endsWith(QStringLiteral("Beside it, ") + lines.back()), qPrintable(panel.sentence()));
}

void TestContenderMaps::tablesNameEveryRun()
{
    const Together runs(madeup::moons(4, 16));
    const ui::NumberTable map = figureTable(runs.frame(), kDecisionCard, {});
    const std::size_t cells = runs.first.snapshot.decision.answer.size();
    QCOMPARE(map.rows().size(), 4 * cells);
    const qsizetype answer = map.columns().indexOf(QStringLiteral("answer"));
    QCOMPARE(map.text(7, 0), QStringLiteral("Sigmoid"));
    QCOMPARE(map.text(cells + 7, 0), QStringLiteral("Tanh"));
    QCOMPARE(map.text(cells + 7, answer), QStringLiteral("1"));
    QCOMPARE(map.text(3 * cells + 7, answer), QStringLiteral("0.5"));
    const Together curves(madeup::regression(), 1);
    QCOMPARE(figureTable(curves.frame(), kDecisionCard, {}).rows().size(), std::size_t(400));
    const Together matrices(madeup::digits(), 2);
    QCOMPARE(figureTable(matrices.frame(), kDecisionCard, {}).rows().size(), std::size_t(30));
    QCOMPARE(figureTable(matrices.first.frame(), kDecisionCard, {}).rows().size(), std::size_t(10));
}

void TestContenderMaps::figuresShowAll_data()
{
    QTest::addColumn<int>("card");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("kind");
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark})
        for (const auto& [name, card, size] :
             {std::tuple("card", kDecisionCard, QSize(800, 500)), std::tuple("wide", kDecisionCard, QSize(1600, 400)),
              std::tuple("dashboard", ui::kWholeDashboard, QSize(1280, 800))})
            QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(QLatin1String(name), Theme::of(kind).id())))
                << card << size << static_cast<int>(kind);
}

void TestContenderMaps::figuresShowAll()
{
    QFETCH(int, card);
    QFETCH(QSize, size);
    QFETCH(int, kind);
    const Together runs(madeup::moons(4, 16), 1);
    ui::FigureOptions options;
    options.size = size;
    options.theme = static_cast<ThemeKind>(kind);
    const Theme& theme = Theme::of(options.theme);
    const QColor one = QColor::fromRgb(theme.diverging(1));
    const QImage alone = ui::FigurePainter(card, options).image(runs.first.frame(), 2);
    const QImage both = ui::FigurePainter(card, options).image(runs.frame(), 2);
    QCOMPARE(both.size(), size * 2);
    // Half of the room is that of a run that answers class 1 everywhere.
    QVERIFY(ink(both, both.rect(), one) > 1.3 * ink(alone, alone.rect(), one));
    QVERIFY(ui::FigurePainter(card, options).image(runs.frame(), 2) == both);
}

void TestContenderMaps::drawnInTheFirst()
{
    opened::Open open;
    open.window.history().addContender({{"network.activation.kind", std::string("leaky_relu")}});
    auto* card = open.window.dashboard().findChild<DecisionPanel*>();
    open.window.dashboard().setMaximizedCard(kDecisionCard);
    opened::click(open.window.findChild<QToolButton*>(QStringLiteral("draw")));
    const auto& session = open.window.session();
    QTRY_VERIFY(session.snapshot()->config.data.source == "drawn" && session.frame().contenders[0].snapshot);
    QTRY_VERIFY(card->maps().count() == 2 && card->maps().image(1)->visible());
    const int seen = open.frames;
    QTRY_VERIFY(open.frames > seen + 1);
    const std::size_t before = open.config().data.points.size();
    QTest::mouseClick(&card->plot(), Qt::LeftButton, {}, card->maps().rect(1)->rect().center());
    QCOMPARE(open.config().data.points.size(), before);
    const QPoint place = card->maps().rect(0)->rect().center() + QPoint(7, 5);
    const QPointF drawn(card->plot().xAxis->pixelToCoord(place.x()), card->plot().yAxis->pixelToCoord(place.y()));
    QTest::mouseClick(&card->plot(), Qt::LeftButton, {}, place);
    QCOMPARE(open.config().data.points.size(), before + 1);
    QVERIFY(std::abs(open.config().data.points.back().x - drawn.x()) < 0.001);
    QVERIFY(std::abs(open.config().data.points.back().y - drawn.y()) < 0.001);
}

QTEST_MAIN(TestContenderMaps)
#include "TestContenderMaps.moc"
