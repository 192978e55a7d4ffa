// SPDX-License-Identifier: GPL-3.0-or-later
// The window in every language and at the sizes of a laptop and of a projector: no word is cut off, and none is left in
// another language. What words look like painted on a plot only eyes can tell.
#include "app/ExperimentSource.h"
#include "app/Language.h"
#include "app/Resources.h"
#include "core/data/Dataset.h"
#include "core/nn/Activation.h"
#include "core/nn/Initializer.h"
#include "core/nn/Loss.h"
#include "core/nn/Optimizer.h"
#include "core/nn/Schedule.h"
#include "core/nn/layers/Dropout.h"
#include "core/nn/layers/Normalization.h"
#include "ui/DocumentFlow.h"
#include "ui/MainWindow.h"
#include "ui/Session.h"
#include "ui/base/Theme.h"
#include "ui/base/Words.h"
#include "ui/controls/Actions.h"
#include "ui/controls/Sidebar.h"
#include "ui/controls/StatusLine.h"
#include "ui/panels/Dashboard.h"
#include "ui/panels/Panel.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ElidedLabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <qcustomplot.h>

#include <functional>
#include <memory>

namespace
{

/// Below this a card's subtitle may end in "…": its title and its switches come first.
constexpr int kNarrowCard = 380;

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression kWord(QStringLiteral("[A-Za-z][A-Za-z_]+"));
    QStringList words;
    for (auto each = kWord.globalMatch(text); each.hasNext();)
        words << each.next().captured();
    return words;
}

QString withoutTags(QString html)
{
    static const QRegularExpression kTag(QStringLiteral("<[^>]*>"));
    return html.remove(kTag);
}

bool hasHan(const QString& text)
{
    static const QRegularExpression kHan(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
    return text.contains(kHan);
}

/// Names that are the same in all languages.
const QSet<QString>& names()
{
    static const QSet<QString> names = [] {
        QSet<QString> set;
        for (const char* word :
             {"Actiscope", "Adam",    "Ctrl",    "Dropout", "Glorot", "He",    "LeCun",    "Nesterov", "PDF",   "PNG",
              "PyTorch",   "SGD",     "SVG",     "Xavier",  "Leaky",  "ReLU",  "SELU",     "sigmoid",  "tanh",  "exp",
              "log",       "softmax", "sin",     "cos",     "max",    "min",   "fan_in",   "fan_out",  "gain",  "slope",
              "dpi",       "px",      "mm",      "NaN",     "WebP",   "GIF",   "CSV",      "CC",       "BY",    "GNU",
              "Inter",     "SIL",     "Adagrad", "RMSprop", "AdamW",  "Huber", "English",  "OK",       "Alt",   "Shift",
              "Space",     "Esc",     "Home",    "End",     "ln",     "clip",  "arctan",   "sech",     "LSUV",  "RMS",
              "pi",        "if",      "abs",     "sign",    "sqrt",   "erf",   "softplus", "relu",     "clamp", "alpha",
              "Alpha",     "scale",   "shift"})
            set << QString::fromUtf8(word);
        const auto add = [&](const auto& catalogue) {
            for (const auto& row : catalogue)
                for (const core::ParameterInfo& parameter : row.parameters)
                    set << ui::fromCore(parameter.name);
        };
        add(core::activationCatalogue());
        add(core::initializerCatalogue());
        add(core::lossCatalogue());
        add(core::optimizerCatalogue());
        add(core::scheduleCatalogue());
        add(core::normalizationCatalogue());
        add(core::dropoutCatalogue());
        for (const auto& row : core::activationCatalogue())
            if (row.id != "identity")
                for (const QString& word : wordsOf(ui::fromCore(row.name)))
                    set << word;
        return set;
    }();
    return names;
}

QString placeOf(const QObject* object)
{
    QString place = QString::fromUtf8(object->metaObject()->className());
    return object->objectName().isEmpty() ? place : place + QLatin1Char('#') + object->objectName();
}

/// Gathers what is wrong with the words of a window and of everything in it.
class Reader
{
public:
    explicit Reader(bool chinese)
        : m_chinese(chinese)
    {
    }

    void read(const QWidget& root)
    {
        for (const QWidget* widget : root.findChildren<QWidget*>())
            if (widget->isVisibleTo(&root) && widget->width() > 0)
                readWidget(*widget);
        if (const auto* more = root.findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button")))
            if (more->isVisibleTo(&root))
                m_problems << QStringLiteral("the toolbar has no room for all its buttons");
        for (const QMenu* menu : root.findChildren<QMenu*>())
            for (const QAction* action : menu->actions())
                say(*menu, action->text());
        for (const auto* plot : root.findChildren<QCustomPlot*>())
            if (plot->isVisibleTo(&root))
                readPlot(*plot);
    }

    [[nodiscard]] QByteArray problems() const
    {
        QStringList list(m_problems.begin(), m_problems.end());
        list.sort();
        return list.isEmpty() ? QByteArray() : QByteArray("\n    ") + list.join(QStringLiteral("\n    ")).toUtf8();
    }

private:
    void readWidget(const QWidget& widget)
    {
        explain(widget, widget.toolTip());
        explain(widget, widget.accessibleName());
        explain(widget, widget.accessibleDescription());
        if (const auto* label = qobject_cast<const QLabel*>(&widget))
            readLabel(*label);
        else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            readButton(*button);
        else if (const auto* box = qobject_cast<const QComboBox*>(&widget))
            readBox(*box);
        else if (const auto* elided = qobject_cast<const ui::ElidedLabel*>(&widget))
            readElided(*elided);
    }

    /// A part that is wide enough for its words may still stick out of what holds it.
    void stayInside(const QWidget& part, const QString& text)
    {
        for (const QWidget* holder = part.parentWidget(); holder && !part.isWindow(); holder = holder->parentWidget()) {
            const int left = part.mapTo(holder, QPoint(0, 0)).x();
            if (left < 0 || left + part.width() > holder->width())
                m_problems << QStringLiteral("sticks out: ") + text + QStringLiteral(" of ") + placeOf(holder);
            if (holder->isWindow())
                return;
        }
    }

    void readLabel(const QLabel& label)
    {
        say(label, label.text());
        if (label.wordWrap())
            fit(label, label.text(), label.heightForWidth(label.width()), label.height());
        else
            fit(label, label.text(), label.sizeHint().width(), label.width());
    }

    void readButton(const QAbstractButton& button)
    {
        const auto* tool = qobject_cast<const QToolButton*>(&button);
        if (button.text().isEmpty() ||
            (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull()))
            return;
        say(button, button.text());
        fit(button, button.text(), button.sizeHint().width(), button.width());
    }

    void readBox(const QComboBox& box)
    {
        QStyleOptionComboBox option;
        option.initFrom(&box);
        option.subControls = QStyle::SC_All;
        const int room =
            box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box).width();
        for (int row = 0; row < box.count(); ++row) {
            say(box, box.itemText(row));
            explain(box, box.itemData(row, Qt::ToolTipRole).toString());
            fit(box, box.itemText(row), box.fontMetrics().horizontalAdvance(box.itemText(row)), room);
        }
        say(box, box.placeholderText());
    }

    void readElided(const ui::ElidedLabel& label)
    {
        say(label, label.text());
        const QWidget* card = label.parentWidget();
        while (card && !qobject_cast<const ui::Card*>(card))
            card = card->parentWidget();
        const bool isTitle = !card || label.text() == card->accessibleName();
        if (isTitle || card->width() >= kNarrowCard)
            fit(label, label.text(), label.sizeHint().width(), label.width());
    }

    void readPlot(const QCustomPlot& plot)
    {
        for (QCPAxisRect* rect : plot.axisRects())
            for (QCPAxis* axis : rect->axes()) {
                if (!axis->visible() || axis->label().isEmpty())
                    continue;
                say(plot, axis->label());
                const bool upright = axis->orientation() == Qt::Vertical;
                fit(plot, axis->label(), QFontMetrics(axis->labelFont()).horizontalAdvance(axis->label()),
                    upright ? rect->outerRect().height() : rect->outerRect().width());
            }
        for (const QCPLegend* legend : plot.findChildren<QCPLegend*>())
            for (int row = 0; legend->realVisibility() && row < legend->itemCount(); ++row)
                if (auto* item = qobject_cast<QCPPlottableLegendItem*>(legend->item(row)))
                    say(plot, item->plottable()->name());
    }

    /// What stands on the screen: not a word in another language.
    void say(const QObject& where, const QString& text)
    {
        if (!m_chinese)
            return;
        for (const QString& word : wordsOf(withoutTags(text)))
            if (!names().contains(word))
                m_problems << QStringLiteral("not Chinese: ") + text + QStringLiteral(" in ") + placeOf(&where);
    }

    /// What explains may name papers and programs.
    void explain(const QObject& where, const QString& text)
    {
        if (!hasHan(text))
            say(where, text);
    }

    void fit(const QObject& where, const QString& text, int needed, int room)
    {
        if (const auto* part = qobject_cast<const QWidget*>(&where))
            stayInside(*part, text);
        if (needed > room)
            m_problems << QStringLiteral("cut off: %1 (%2 of %3 pixels) in %4")
                              .arg(text)
                              .arg(room)
                              .arg(needed)
                              .arg(placeOf(&where));
    }

    bool m_chinese;
    QSet<QString> m_problems;
};

/// Layouts ask each other for room in turns.
void settle()
{
    for (int i = 0; i < 10; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QApplication::processEvents();
    }
}

/// A window that began in English and has been switched to language `id` by its user.
struct Open {
    explicit Open(const QString& id, const QSize& size = {1280, 800}, ui::ThemeKind theme = ui::ThemeKind::Light)
        : reader(id == QLatin1String("zh_CN"))
    {
        missing = language.choose(id);
        if (!missing.isEmpty())
            return;
        language.choose(QStringLiteral("en"));
        core::ExperimentConfig config = app::readPreset(app::presetNames().front(), app::bundledResources()).value();
        window = std::make_unique<ui::MainWindow>(
            ui::WindowSetup{app::bundledResources(), app::presetNames(), {}, {}, language.offered()},
            ui::WindowStart{std::move(config)});
        window->resize(size);
        window->show();
        window->setTheme(theme);
        QTRY_VERIFY_WITH_TIMEOUT(window->session().snapshot(), 60'000);
        window->setLanguage(id);
        settle();
    }

    /// Reads the dialog that `open` opens, and closes it.
    bool readDialog(const std::function<void()>& open)
    {
        bool seen = false;
        QTimer watch;
        QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
            if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
                watch.stop();
                seen = true;
                settle();
                reader.read(*dialog);
                dialog->reject();
            }
        });
        watch.start(0);
        open();
        return QTest::qWaitFor([&] { return seen; }, 60'000); // not every dialog waits to be closed
    }

    app::Language language;
    QString missing; ///< what stands in the way of this language here
    std::unique_ptr<ui::MainWindow> window;
    Reader reader;
};

} // namespace

class TestLanguages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle(QStringLiteral("Fusion"));
        ui::loadFonts();
        QApplication::setFont(ui::themeFont());
    }

    void windowHolds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("theme");
        for (const QString& id : app::languageNames())
            for (const QString& theme : ui::Theme::ids())
                for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)})
                    QTest::addRow("%s, %s at %d × %d", qPrintable(id), qPrintable(theme), size.width(), size.height())
                        << id << size << theme;
    }

    void windowHolds()
    {
        QFETCH(QString, id);
        QFETCH(QSize, size);
        QFETCH(QString, theme);
        Open open(id, size, ui::Theme::kindOf(theme));
        if (!open.missing.isEmpty())
            QSKIP(qPrintable(open.missing));
        ui::Session& session = open.window->session();
        for (const QString& preset : app::presetNames()) {
            open.window->documentFlow().openPreset(preset.toStdString());
            QTRY_VERIFY_WITH_TIMEOUT(session.snapshot(), 60'000);
            settle();
            open.reader.read(*open.window);
            session.setPlaying(false);
            settle();
            open.reader.read(*open.window);
        }
        QVERIFY2(open.reader.problems().isEmpty(), open.reader.problems());
        QCOMPARE(open.window->size(), size);
    }

    void everyKindHolds_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : app::languageNames())
            QTest::addRow("%s", qPrintable(id)) << id;
    }

    /// The sidebar with every kind that can be chosen, and the status line with all that it may say.
    void everyKindHolds()
    {
        QFETCH(QString, id);
        Open open(id);
        if (!open.missing.isEmpty())
            QSKIP(qPrintable(open.missing));
        open.window->session().setPlaying(false);
        const core::ExperimentConfig config = open.window->session().config();
        const auto look = [&](const auto& catalogue, auto choose) {
            for (const auto& row : catalogue) {
                core::ExperimentConfig changed = config;
                choose(changed, std::string(row.id));
                open.window->sidebar().showConfig(changed);
                settle();
                open.reader.read(open.window->sidebar());
            }
        };
        look(core::activationCatalogue(), [](auto& changed, const auto& kind) {
            changed.network.activation = {kind, {}};
        });
        look(core::optimizerCatalogue(), [](auto& changed, const auto& kind) { changed.optimizer = {kind, {}}; });
        look(core::scheduleCatalogue(), [](auto& changed, const auto& kind) {
            changed.optimizer.schedule = {kind, {}};
        });
        look(core::lossCatalogue(), [](auto& changed, const auto& kind) { changed.loss = {kind, {}}; });
        look(core::initializerCatalogue(), [](auto& changed, const auto& kind) {
            changed.initializer.weights = {kind, {}};
        });
        look(core::dataSourceCatalogue(), [](auto& changed, const auto& kind) { changed.data.source = kind; });
        using core::RunStatus;
        for (const RunStatus status : {RunStatus::Training, RunStatus::Done, RunStatus::Diverged}) {
            core::Snapshot snapshot;
            snapshot.status = status;
            snapshot.step = 123456;
            if (status == RunStatus::Diverged)
                snapshot.divergence = core::Divergence{123456, 30, core::Quantity::Delta};
            ui::StatusLine& line = open.window->statusLine();
            line.setExperiment(ui::experimentTitle("The cure: the same network with ReLU and He weights"), true);
            line.showRun(&snapshot, status == RunStatus::Training, 12345);
            settle();
            open.reader.read(line);
        }
        QVERIFY2(open.reader.problems().isEmpty(), open.reader.problems());
    }

    void dialogsHold_data() { everyKindHolds_data(); }

    void dialogsHold()
    {
        QFETCH(QString, id);
        Open open(id);
        if (!open.missing.isEmpty())
            QSKIP(qPrintable(open.missing));
        for (const ui::Command command : {ui::Command::Export, ui::Command::Shortcuts, ui::Command::About})
            QVERIFY(open.readDialog([&] { open.window->actions().action(command)->trigger(); }));
        QVERIFY2(open.reader.problems().isEmpty(), open.reader.problems());
    }

    /// Switched there and back, the window is as if it had never been anything else.
    void languagesComeBack()
    {
        Open open(QStringLiteral("zh_CN"));
        if (!open.missing.isEmpty())
            QSKIP(qPrintable(open.missing));
        QVERIFY(open.window->windowTitle().contains(QString::fromUtf8("梯度消失")));
        const std::int64_t step = open.window->session().currentStep();
        open.window->setLanguage(QStringLiteral("en"));
        QVERIFY(open.window->windowTitle().contains(QStringLiteral("Vanishing gradients")));
        QCOMPARE(open.window->dashboard().panel(0).title(), QStringLiteral("Activation"));
        QVERIFY(open.window->session().currentStep() >= step);
    }
};

QTEST_MAIN(TestLanguages)
#include "TestLanguages.moc"
