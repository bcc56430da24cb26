"""The look of the window: palette, type and style sheet of the whole application, light or dark."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from commission_app.ui.theme_palette import DARK, LIGHT, Palette
from commission_app.ui.theme_sheet import sheet

FOLLOW_SYSTEM, CHOSE_LIGHT, CHOSE_DARK = "system", "light", "dark"
STEP = 4
"""Every distance in the window is a multiple of four pixels."""

_SIZES = {"small": 0.9, "body": 1.0, "title": 1.25, "display": 1.65}


def apply_theme(app: QApplication, choice: str) -> Palette:
    """Dresses the application; choice is system, light or dark."""
    schemes = {CHOSE_LIGHT: Qt.ColorScheme.Light, CHOSE_DARK: Qt.ColorScheme.Dark}
    app.styleHints().setColorScheme(schemes.get(choice, Qt.ColorScheme.Unknown))
    dark = choice == CHOSE_DARK or (choice != CHOSE_LIGHT and app.styleHints().colorScheme() is Qt.ColorScheme.Dark)
    palette = DARK if dark else LIGHT
    if app.style().objectName().lower() != "fusion":
        app.setStyle("Fusion")
    if app.property("dressed") is None:
        app.setFont(_system_font())
    app.setProperty("dressed", palette)
    app.setPalette(_qt_palette(palette))
    app.setStyleSheet(sheet(palette, {name: type_points(name) for name in _SIZES}))
    return palette


def follows(app: QApplication) -> bool:
    """Whether the system changed between light and dark since the application was dressed."""
    return (app.styleHints().colorScheme() is Qt.ColorScheme.Dark) != palette_now().dark


def palette_now() -> Palette:
    """The palette the application wears (as QApplication.palette() is Qt's)."""
    app = QApplication.instance()
    worn = app.property("dressed") if app is not None else None
    return worn if isinstance(worn, Palette) else LIGHT


def type_points(name: str) -> float:
    """The size of one of the four types (small, body, title, display), in points."""
    return round(max(QApplication.font().pointSizeF(), 8.0) * _SIZES[name], 1)


def type_font(name: str, *, strong: bool = False) -> QFont:
    """The system's font in one of the four sizes."""
    font = QFont(QApplication.font())
    font.setPointSizeF(type_points(name))
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def tabular(font: QFont) -> QFont:
    """The font with figures of one width, so that columns of numbers stand straight."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def _system_font() -> QFont:
    """The desktop's own font; where there is no desktop font at all, the one the papers are printed in."""
    font = QApplication.font()
    if QFontInfo(font).family().startswith(("DejaVu", "Bitstream")):
        _bring_paper_fonts()
        if "Source Sans Pro" in QFontDatabase.families():
            font.setFamily("Source Sans Pro")
            font.setPointSizeF(11.0)
    if font.pointSizeF() < 9.0:
        font.setPointSizeF(9.0)
    return font


def _bring_paper_fonts() -> None:
    from importlib.util import find_spec
    from pathlib import Path

    found = find_spec("font_source_sans_pro")
    if found is None or found.origin is None:
        return
    for face in ("Regular", "It", "Semibold", "Bold"):
        for path in (Path(found.origin).parent / "files").glob(f"SourceSansPro-{face}.ttf"):
            QFontDatabase.addApplicationFont(str(path))


def _qt_palette(worn: Palette) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: worn.canvas,
        role.WindowText: worn.ink,
        role.Base: worn.surface,
        role.AlternateBase: worn.raised,
        role.Text: worn.ink,
        role.Button: worn.surface,
        role.ButtonText: worn.ink,
        role.BrightText: worn.bad.ink,
        role.ToolTipBase: worn.raised,
        role.ToolTipText: worn.ink,
        role.PlaceholderText: worn.ink_soft,
        role.Highlight: worn.selected,
        role.HighlightedText: worn.on_selected,
        role.Link: worn.link,
        role.LinkVisited: worn.link,
        role.Light: worn.raised,
        role.Midlight: worn.line,
        role.Mid: worn.line,
        role.Dark: worn.edge,
        role.Shadow: worn.edge,
        role.Accent: worn.accent,
    }
    made = QPalette()
    for key, colour in colours.items():
        made.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(worn.edge))
    return made
