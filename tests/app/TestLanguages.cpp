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
#include "ui/MainWindow.h"
#include "ui/Session.h"
#include "ui/base/Theme.h"
#include "ui/base/Words.h"
#include "ui/controls/Sidebar.h"
#include "ui/controls/StatusLine.h"
#include "ui/panels/Dashboard.h"
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
             {"Actiscope", "Adam",  "Ctrl",    "Dropout", "Glorot", "He",   "LeCun", "Nesterov", "PDF",
              "PNG",       "SGD",   "SVG",     "Xavier",  "Leaky",  "ReLU", "SELU",  "sigmoid",  "tanh",
              "exp",       "log",   "softmax", "sin",     "cos",    "max",  "min",   "fan_in",   "fan_out",
              "gain",      "slope", "dpi",     "px",      "mm",     "NaN"})
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
        for (const QString& word : wordsOf(text))
            if (!names().contains(word))
                m_problems << QStringLiteral("not Chinese: ") + text + QStringLiteral(" in ") + placeOf(&where);
    }

    /// What explains may name papers and programs.
    void explain(const QObject& where, const QString& text)
    {
        QString plain = text;
        plain.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
        if (!hasHan(plain))
            say(where, plain);
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
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QApplication::processEvents();
    }
}

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
        for (const QString& id : app::languageNames())
            for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)})
                QTest::addRow("%s at %d × %d", qPrintable(id), size.width(), size.height()) << id << size;
    }

    void windowHolds()
    {
        QFETCH(QString, id);
        QFETCH(QSize, size);
        app::Language language;
        if (const QString sentence = language.choose(id); !sentence.isEmpty())
            QSKIP(qPrintable(sentence));
        const core::ResourceReader resources = app::bundledResources();
        ui::MainWindow window(resources, app::presetNames(),
                              app::readPreset(app::presetNames().front(), resources).value());
        window.resize(size);
        window.show();
        Reader reader(id == QLatin1String("zh_CN"));
        for (const QString& preset : app::presetNames()) {
            window.openPreset(preset.toStdString());
            QTRY_VERIFY_WITH_TIMEOUT(window.session().snapshot(), 60'000);
            settle();
            reader.read(window);
            window.session().setPlaying(false);
            settle();
            reader.read(window);
        }
        QVERIFY2(reader.problems().isEmpty(), reader.problems());
        QCOMPARE(window.size(), size);
    }

    void everyKindHolds_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : app::languageNames())
            QTest::addRow("%s", qPrintable(id)) << id;
    }

    /// The sidebar with every kind that can be chosen, as the window shows it.
    void everyKindHolds()
    {
        QFETCH(QString, id);
        app::Language language;
        if (const QString sentence = language.choose(id); !sentence.isEmpty())
            QSKIP(qPrintable(sentence));
        const core::ResourceReader resources = app::bundledResources();
        core::ExperimentConfig config = app::readPreset(QStringLiteral("relu-he"), resources).value();
        ui::MainWindow window(resources, app::presetNames(), config);
        window.session().setPlaying(false);
        window.resize(1280, 800);
        window.show();
        Reader reader(id == QLatin1String("zh_CN"));
        const auto look = [&](const auto& catalogue, auto choose) {
            for (const auto& row : catalogue) {
                core::ExperimentConfig changed = config;
                choose(changed, std::string(row.id));
                window.sidebar().showConfig(changed);
                settle();
                reader.read(window.sidebar());
            }
        };
        look(core::activationCatalogue(), [](auto& changed, const auto& kind) {
            changed.network.activation = {kind, {}};
        });
        look(core::optimizerCatalogue(), [](auto& changed, const auto& kind) { changed.optimizer = {kind, {}}; });
        look(core::initializerCatalogue(), [](auto& changed, const auto& kind) {
            changed.initializer.weights = {kind, {}};
        });
        look(core::dataSourceCatalogue(), [](auto& changed, const auto& kind) { changed.data.source = kind; });
        for (const core::RunStatus status :
             {core::RunStatus::Training, core::RunStatus::Done, core::RunStatus::Diverged}) {
            core::Snapshot snapshot;
            snapshot.status = status;
            snapshot.step = 123456;
            if (status == core::RunStatus::Diverged)
                snapshot.divergence = core::Divergence{123456, 30, core::Quantity::Delta};
            window.statusLine().setExperiment(
                ui::experimentTitle("The cure: the same network with ReLU and He weights"), true);
            window.statusLine().showRun(&snapshot, status == core::RunStatus::Training, 12345);
            settle();
            reader.read(window.statusLine());
        }
        QVERIFY2(reader.problems().isEmpty(), reader.problems());
    }

    void dialogHolds_data() { everyKindHolds_data(); }

    void dialogHolds()
    {
        QFETCH(QString, id);
        app::Language language;
        if (const QString sentence = language.choose(id); !sentence.isEmpty())
            QSKIP(qPrintable(sentence));
        const core::ResourceReader resources = app::bundledResources();
        ui::MainWindow window(resources, app::presetNames(),
                              app::readPreset(QStringLiteral("relu-he"), resources).value());
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(window.session().snapshot(), 60'000);
        Reader reader(id == QLatin1String("zh_CN"));
        bool seen = false;
        QTimer watch;
        connect(&watch, &QTimer::timeout, this, [&] {
            if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
                watch.stop();
                seen = true;
                settle();
                reader.read(*dialog);
                dialog->reject();
            }
        });
        watch.start(0);
        window.exportFigure(1);
        QVERIFY(seen);
        QVERIFY2(reader.problems().isEmpty(), reader.problems());
    }
};

QTEST_MAIN(TestLanguages)
#include "TestLanguages.moc"
