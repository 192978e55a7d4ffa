// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Theme.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QGuiApplication>

#include <algorithm>
#include <cmath>

namespace ui
{

namespace
{

Theme makeLight()
{
    Theme theme;
    theme.kind = ThemeKind::Light;
    theme.window = QColor(0xeef0f3);
    theme.chrome = QColor(0xf8f9fa);
    theme.card = QColor(0xffffff);
    theme.field = QColor(0xffffff);
    theme.hovered = QColor(0xe8eef4);
    theme.border = QColor(0xd9dee4);
    theme.outline = QColor(0xb9c1ca);
    theme.text = QColor(0x1a212b);
    theme.mutedText = QColor(0x58636f);
    theme.grid = QColor(0xe9ecf0);
    theme.axis = QColor(0xa3acb6);
    theme.accent = QColor(0x0072b2);
    theme.accentText = QColor(0xffffff);
    theme.series = {QColor(0x0072b2), QColor(0xd55e00), QColor(0x882255), QColor(0x0f2080)};
    theme.healthy = QColor(0x00785a);
    theme.notice = QColor(0x855800);
    theme.alarm = QColor(0xb8321a);
    theme.silent = QColor(0x454d57);
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.kind = ThemeKind::Dark;
    theme.window = QColor(0x111418);
    theme.chrome = QColor(0x171b21);
    theme.card = QColor(0x1b1f26);
    theme.field = QColor(0x242a33);
    theme.hovered = QColor(0x303844);
    theme.border = QColor(0x2b313a);
    theme.outline = QColor(0x434c58);
    theme.text = QColor(0xe8eaed);
    theme.mutedText = QColor(0x9fa8b3);
    theme.grid = QColor(0x272d36);
    theme.axis = QColor(0x5a6470);
    theme.accent = QColor(0x56b4e9);
    theme.accentText = QColor(0x0b1016);
    theme.series = {QColor(0x56b4e9), QColor(0xe69f00), QColor(0xee6677), QColor(0xddcc77)};
    theme.healthy = QColor(0x3fc79a);
    theme.notice = QColor(0xf0b429);
    theme.alarm = QColor(0xff7a66);
    theme.silent = QColor(0x8d96a1);
    return theme;
}

/// Black on white, everything larger: for rooms that cannot be darkened and eyes that are far away.
Theme makeProjector()
{
    Theme theme = makeLight();
    theme.kind = ThemeKind::Projector;
    theme.textScale = 1.25;
    theme.lineScale = 1.6;
    theme.window = QColor(0xe4e7eb);
    theme.chrome = QColor(0xffffff);
    theme.border = QColor(0x8a939d);
    theme.outline = QColor(0x5c6670);
    theme.text = QColor(Qt::black);
    theme.mutedText = QColor(0x2b333c);
    theme.grid = QColor(0xd5dae0);
    theme.axis = QColor(0x3c454f);
    theme.accent = QColor(0x005a94);
    theme.series = {QColor(0x005a94), QColor(0xc04a00), QColor(0x771144), QColor(0x0f2080)};
    theme.healthy = QColor(0x006045);
    theme.notice = QColor(0x6e4800);
    theme.alarm = QColor(0xa3200a);
    theme.silent = QColor(0x2b333c);
    return theme;
}

struct ThemeName {
    ThemeKind kind;
    const char* id;
    const char* name;
};

constexpr std::array<ThemeName, 3> kNames{{
    {ThemeKind::Light, "light", QT_TRANSLATE_NOOP("Theme", "Light")},
    {ThemeKind::Dark, "dark", QT_TRANSLATE_NOOP("Theme", "Dark")},
    {ThemeKind::Projector, "projector", QT_TRANSLATE_NOOP("Theme", "Projector")},
}};

const ThemeName& nameOf(ThemeKind kind)
{
    return kNames[static_cast<std::size_t>(kind)];
}

/// Nine stops of matplotlib's viridis (van der Walt and Smith, CC0).
constexpr std::array<QRgb, 9> kViridis{0xff440154, 0xff472d7b, 0xff3b528b, 0xff2c728e, 0xff21918c,
                                       0xff28ae80, 0xff5ec962, 0xffaddc30, 0xfffde725};

/// Paul Tol's palette "muted", which survives colour blindness; its darkest colour is lifted on dark.
constexpr std::array<QRgb, 10> kClassesLight{0xff332288, 0xffcc6677, 0xff117733, 0xff999933, 0xff44aa99,
                                             0xff882255, 0xff88ccee, 0xffddcc77, 0xffaa4499, 0xff777777};
constexpr std::array<QRgb, 10> kClassesDark{0xff7f77dd, 0xffcc6677, 0xff2f9a55, 0xffb0b04a, 0xff44aa99,
                                            0xffa8476f, 0xff88ccee, 0xffddcc77, 0xffc065b0, 0xffbbbbbb};

QRgb blend(QRgb from, QRgb to, double t)
{
    const auto channel = [t](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * t)); };
    return qRgb(channel(qRed(from), qRed(to)), channel(qGreen(from), qGreen(to)), channel(qBlue(from), qBlue(to)));
}

QRgb viridis(double t)
{
    const double place = std::clamp(t, 0.0, 1.0) * (kViridis.size() - 1);
    const auto index = std::min(static_cast<std::size_t>(place), kViridis.size() - 2);
    return blend(kViridis[index], kViridis[index + 1], place - static_cast<double>(index));
}

} // namespace

const Theme& Theme::of(ThemeKind kind)
{
    static const Theme light = makeLight();
    static const Theme darkTheme = makeDark();
    static const Theme projector = makeProjector();
    switch (kind) {
    case ThemeKind::Light:
        return light;
    case ThemeKind::Dark:
        return darkTheme;
    case ThemeKind::Projector:
        return projector;
    }
    return light;
}

QString Theme::id() const
{
    return QLatin1String(nameOf(kind).id);
}

QStringList Theme::ids()
{
    QStringList all;
    for (const ThemeName& row : kNames)
        all << QLatin1String(row.id);
    return all;
}

ThemeKind Theme::kindOf(const QString& id)
{
    const auto found =
        std::find_if(kNames.begin(), kNames.end(), [&](const ThemeName& row) { return id == QLatin1String(row.id); });
    return found == kNames.end() ? ThemeKind::Light : found->kind;
}

ThemeKind Theme::after(ThemeKind kind)
{
    return kNames[(static_cast<std::size_t>(kind) + 1) % kNames.size()].kind;
}

QString Theme::name(ThemeKind kind)
{
    return QCoreApplication::translate("Theme", nameOf(kind).name);
}

ThemeKind Theme::ofSystem()
{
    constexpr int kMiddle = 128;
    return QGuiApplication::palette().color(QPalette::Window).lightness() < kMiddle ? ThemeKind::Dark
                                                                                    : ThemeKind::Light;
}

QColor Theme::layerColor(int index, int count) const
{
    // The brightest yellow is no colour for a line on white, the darkest violet none on black.
    const double first = dark() ? 0.3 : 0.0;
    const double last = dark() ? 1.0 : 0.88;
    const double t = count > 1 ? static_cast<double>(index - 1) / (count - 1) : 0.35;
    return QColor::fromRgb(viridis(first + (last - first) * std::clamp(t, 0.0, 1.0)));
}

QRgb Theme::heat(double t) const
{
    return viridis(t);
}

QRgb Theme::diverging(double t) const
{
    const QRgb low = dark() ? 0xff4696dc : 0xff2166ac;
    const QRgb high = dark() ? 0xffeb822d : 0xffd66014;
    const QRgb middle = dark() ? card.rgb() : 0xfff3f4f5;
    const double distance = std::abs(std::clamp(t, 0.0, 1.0) - 0.5) * 2;
    return blend(middle, t < 0.5 ? low : high, std::pow(distance, 0.8));
}

QColor Theme::classColor(int label, int classes) const
{
    if (classes <= 2)
        return QColor::fromRgb(diverging(label <= 0 ? 0.0 : 1.0));
    const auto& palette = dark() ? kClassesDark : kClassesLight;
    return QColor::fromRgb(palette[static_cast<std::size_t>(std::max(label, 0)) % palette.size()]);
}

int Theme::scaled(double pixels) const
{
    return static_cast<int>(std::lround(pixels * textScale));
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, field);
    palette.setColor(QPalette::AlternateBase, hovered);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, field);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, alarm);
    palette.setColor(QPalette::Highlight, accent);
    palette.setColor(QPalette::HighlightedText, accentText);
    palette.setColor(QPalette::PlaceholderText, mutedText);
    palette.setColor(QPalette::ToolTipBase, card);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Link, accent);
    const QColor faded = mixed(text, card, 0.55);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    return palette;
}

QColor mixed(const QColor& color, const QColor& other, double t)
{
    return QColor::fromRgb(blend(color.rgb(), other.rgb(), t));
}

void loadFonts()
{
    for (const QString& file :
         {QStringLiteral(":/fonts/Inter-Regular.otf"), QStringLiteral(":/fonts/Inter-SemiBold.otf")})
        QFontDatabase::addApplicationFont(file);
}

QStringList fontFamilies()
{
    return {QStringLiteral("Inter"),
            QStringLiteral("Noto Sans CJK SC"),
            QStringLiteral("Noto Sans SC"),
            QStringLiteral("Source Han Sans SC"),
            QStringLiteral("Microsoft YaHei"),
            QStringLiteral("PingFang SC"),
            QStringLiteral("WenQuanYi Micro Hei"),
            QStringLiteral("DejaVu Sans")};
}

QFont themeFont(double pixelSize, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(fontFamilies());
    // setPixelSize takes whole pixels; figures are drawn at any scale, so small sizes are kept legible by rounding up.
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixelSize))));
    font.setWeight(weight);
    return font;
}

} // namespace ui
