// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand events at random on everything that can be clicked, dragged, turned or typed into, while training goes
// on: nothing may crash, hang, or leave an experiment that could not be run. The seed is fixed; another can be given as
// the environment variable ACTISCOPE_SEED, and another number of events as ACTISCOPE_EVENTS.
#include "OpenWindow.h"
#include "ui/dialogs/ExportDialog.h"
#include "ui/panels/Dashboard.h"
#include "ui/widgets/Timeline.h"

#include "core/train/ConfigCheck.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QSlider>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <random>

using namespace opened;

namespace
{

/// Dialogs and menus that an event has opened are closed again, or the rest of the events would go nowhere.
class Closer : public QObject
{
public:
    Closer()
    {
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            if (QWidget* popup = QApplication::activePopupWidget())
                popup->close();
            else if (auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget())) {
                ++closed;
                dialog->reject();
            }
        });
        m_timer.start();
    }
    int closed = 0;

private:
    QTimer m_timer;
};

/// Where a person could point, press or type.
QList<QWidget*> targets(const QWidget& window)
{
    QList<QWidget*> all;
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (widget->isVisible() && widget->isEnabled() && widget->width() > 2 && widget->height() > 2)
            all << widget;
    return all;
}

class Hand
{
public:
    explicit Hand(unsigned seed)
        : m_random(seed)
    {
    }
    int below(int limit) { return std::uniform_int_distribution<int>(0, std::max(0, limit - 1))(m_random); }
    bool oneIn(int chances) { return below(chances) == 0; }

    void touch(QWidget& widget)
    {
        const QPoint place(below(widget.width()), below(widget.height()));
        if (auto* slider = qobject_cast<QSlider*>(&widget); slider && !oneIn(3)) {
            drag(*slider, place);
        } else if (auto* box = qobject_cast<QComboBox*>(&widget); box && box->count() > 0) {
            box->setCurrentIndex(below(box->count()));
            emit box->activated(box->currentIndex());
        } else if (auto* edit = qobject_cast<QLineEdit*>(&widget); edit && !edit->isReadOnly()) {
            type(*edit);
        } else {
            point(widget, place);
        }
    }

private:
    void drag(QSlider& slider, const QPoint& from)
    {
        QTest::mousePress(&slider, Qt::LeftButton, {}, from);
        // Often to the very ends, where the extremes are.
        const int to = oneIn(3) ? (oneIn(2) ? 0 : slider.width() - 1) : below(slider.width());
        QTest::mouseMove(&slider, QPoint(to, slider.height() / 2));
        QTest::mouseRelease(&slider, Qt::LeftButton, {}, QPoint(to, slider.height() / 2));
    }
    void type(QLineEdit& edit)
    {
        static const std::array<const char*, 12> texts{"0",    "1",  "-1",  "1e9", "1e-9", "abc",
                                                       "1000", "64", "0,5", "nan", "inf",  ""};
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, QLatin1String(texts[static_cast<std::size_t>(below(texts.size()))]));
        QTest::keyClick(&edit, oneIn(4) ? Qt::Key_Escape : Qt::Key_Return);
    }
    void point(QWidget& widget, const QPoint& place)
    {
        static const std::array<Qt::Key, 16> keys{Qt::Key_Space, Qt::Key_Right, Qt::Key_Left,   Qt::Key_R,
                                                  Qt::Key_1,     Qt::Key_4,     Qt::Key_6,      Qt::Key_Escape,
                                                  Qt::Key_Home,  Qt::Key_End,   Qt::Key_Up,     Qt::Key_Down,
                                                  Qt::Key_Tab,   Qt::Key_Z,     Qt::Key_PageUp, Qt::Key_Question};
        switch (below(6)) {
        case 0:
            QTest::mouseClick(&widget, Qt::LeftButton, {}, place);
            break;
        case 1:
            QTest::mouseDClick(&widget, Qt::LeftButton, {}, place);
            break;
        case 2: {
            const QPoint turn(0, oneIn(2) ? 120 : -120);
            QWheelEvent wheel(place, widget.mapToGlobal(place), {}, turn, Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(&widget, &wheel);
            break;
        }
        case 3:
            QTest::mousePress(&widget, Qt::LeftButton, {}, place);
            QTest::mouseMove(&widget, QPoint(below(widget.width()), below(widget.height())));
            QTest::mouseRelease(&widget, Qt::LeftButton, {}, QPoint(below(widget.width()), below(widget.height())));
            break;
        case 4:
            QTest::mouseMove(&widget, place);
            break;
        default: {
            QWidget* focus = QApplication::focusWidget();
            const bool undo = oneIn(3);
            QTest::keyClick(focus ? focus : &widget, undo ? Qt::Key_Z : keys[static_cast<std::size_t>(below(16))],
                            undo ? Qt::ControlModifier : Qt::NoModifier);
        }
        }
    }

    std::mt19937 m_random;
};

int fromEnvironment(const char* name, int otherwise)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : otherwise;
}

} // namespace

class TestEndurance : public QObject
{
    Q_OBJECT

private slots:
    void tenThousandEvents();
};

void TestEndurance::tenThousandEvents()
{
    const int seed = fromEnvironment("ACTISCOPE_SEED", 1);
    const int events = fromEnvironment("ACTISCOPE_EVENTS", 10000);
    Hand hand(static_cast<unsigned>(seed));
    Open open;
    Closer closer;
    qint64 longest = 0;
    QString longestAt;
    QElapsedTimer turn;
    for (int event = 0; event < events; ++event) {
        turn.start();
        const QList<QWidget*> all = targets(open.window);
        const QPointer<QWidget> target = all[hand.below(static_cast<int>(all.size()))];
        const QString name = QStringLiteral("%1 “%2” %3")
                                 .arg(QString::fromLatin1(target->metaObject()->className()), target->accessibleName(),
                                      target->objectName());
        hand.touch(*target);
        QApplication::processEvents();
        if (const qint64 taken = turn.nsecsElapsed(); taken > longest) {
            longest = taken;
            longestAt = QStringLiteral("event %1 on %2").arg(event).arg(name);
        }
        if (event % 250 == 0) {
            QVERIFY2(core::checkConfig(open.config()).empty(), qPrintable(QString::number(event)));
            if (open.window.isMinimized() || !open.window.isVisible())
                open.window.showNormal();
            // What is very large or has diverged would make all that follows the same.
            open.window.session().open(firstExperiment());
            open.window.dashboard().setMaximizedCard(-1);
        }
    }
    qInfo("longest turn of the event loop: %.0f ms, at %s; %d dialogs opened", static_cast<double>(longest) / 1e6,
          qPrintable(longestAt), closer.closed);
    // It still does what it is for, once the step under way is done; that of a huge network takes its time.
    constexpr int kPatience = 600000;
    open.window.session().open(firstExperiment());
    const std::uint64_t generation = open.window.session().snapshot()->generation;
    QTRY_VERIFY_WITH_TIMEOUT(open.window.session().snapshot()->generation > generation &&
                                 open.window.session().snapshot()->step > 3,
                             kPatience);
    QVERIFY(closer.closed > 0);
}

QTEST_MAIN(TestEndurance)
#include "TestEndurance.moc"
