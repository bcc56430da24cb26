"""The page that shows how far a printer is off: a grid in millimetres, rulers, and a cross to be measured."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from commission_app.documents import fonts
from commission_app.documents.fonts import SANS, SANS_STRONG
from commission_app.documents.form_overlay import TENTH
from commission_app.documents.layout import wrapped
from commission_app.documents.sheet import Style
from commission_app.i18n import Language
from commission_app.rules.blank_layout import NOT_MOVED, TARGET, Offset

_TEXT, _STRONG, _FIGURE = Style(SANS, 10, 13), Style(SANS_STRONG, 13, 17), Style(SANS, 6.5, 8)
_PALE, _GREY, _BLACK = 0.85, 0.6, 0.0
_ARM = 150  # how long the arms of the cross are


@dataclass(frozen=True)
class CalibrationFacts:
    """For which printer and sheet, and the correction that is tried out (none on the first page)."""

    printer: str
    institution: str
    width: int
    height: int
    offset: Offset = NOT_MOVED


def render(facts: CalibrationFacts, language: Language) -> bytes:
    """The page as a PDF of the sheet's size."""
    from commission_app.documents.archival import open_canvas
    from commission_app.documents.pdf_a import Description

    fonts.check_glyphs(fonts.texts_of(facts, language))
    fonts.faces()
    title = language.say_of("paper", "Calibration page")
    out, size = BytesIO(), (facts.width * TENTH, facts.height * TENTH)
    canvas = open_canvas(out, size, SANS, Description(title, facts.institution, language.code))
    canvas.translate(facts.offset.x * TENTH, size[1] - facts.offset.y * TENTH)
    _draw_grid(canvas, facts)
    _draw_cross(canvas)
    _draw_words(canvas, facts, language, title)
    canvas.showPage()
    with fonts.ONE_AT_A_TIME:
        canvas.save()
    return out.getvalue()


def _draw_grid(canvas: Any, facts: CalibrationFacts) -> None:
    """Lines every five millimetres, stronger and with figures every ten; from the upper left corner."""
    for place in range(50, facts.width, 50):
        _line(canvas, place, 0, place, facts.height, place % 100 == 0)
        if place % 100 == 0:
            _figure(canvas, place, 110, str(place // 10))
    for place in range(50, facts.height, 50):
        _line(canvas, 0, place, facts.width, place, place % 100 == 0)
        if place % 100 == 0:
            _figure(canvas, 110, place, str(place // 10))
    canvas.setStrokeGray(_BLACK)
    canvas.setLineWidth(0.3)
    for place in range(10, min(facts.width, 1000), 10):
        _stroke(canvas, place, TARGET.y, place, TARGET.y + (30 if place % 50 == 0 else 15))
    for place in range(10, min(facts.height, 1000), 10):
        _stroke(canvas, TARGET.x, place, TARGET.x + (30 if place % 50 == 0 else 15), place)


def _draw_cross(canvas: Any) -> None:
    canvas.setStrokeGray(_BLACK)
    canvas.setLineWidth(0.8)
    _stroke(canvas, TARGET.x - _ARM, TARGET.y, TARGET.x + _ARM, TARGET.y)
    _stroke(canvas, TARGET.x, TARGET.y - _ARM, TARGET.x, TARGET.y + _ARM)


def _draw_words(canvas: Any, facts: CalibrationFacts, language: Language, title: str) -> None:
    say_of, where = language.say_of, language.number
    lines = [
        say_of("paper", "Printer: {printer}", printer=facts.printer or "—"),
        say_of(
            "paper",
            "Measure with a ruler from the left edge of the sheet to the upright line of the cross, "
            "and from the upper edge to its level line. Both should be {mm} mm.",
            mm=where(TARGET.x // 10),
        ),
        say_of("paper", "Then type both measures into the program; it moves the print by what is missing."),
        say_of("paper", "Print at actual size: no “fit to page”."),
    ]
    left, y, width = TARGET.x + 300, TARGET.y + 300, facts.width - TARGET.x - 500
    y = _write(canvas, left, y, [title], _STRONG)
    for line in lines:
        y = _write(canvas, left, y + 20, wrapped(line, _TEXT, width * TENTH), _TEXT)


def _write(canvas: Any, x: int, y: int, lines: list[str], style: Style) -> int:
    """Lines of words on white, so that the grid does not run through them; answers where the next begins."""
    step = round(style.leading / TENTH)
    for line in lines:
        canvas.setFillGray(1)
        canvas.rect(x * TENTH - 2, -(y + step) * TENTH - 1, style.width(line) + 4, style.leading, stroke=0, fill=1)
        canvas.setFillGray(_BLACK)
        canvas.setFont(style.face, style.size)
        canvas.drawString(x * TENTH, -(y + step) * TENTH + 2, fonts.clean(line))
        y += step
    return y


def _figure(canvas: Any, x: int, y: int, text: str) -> None:
    canvas.setFillGray(1)
    wide = _FIGURE.width(text)
    canvas.rect(x * TENTH - wide / 2 - 1, -y * TENTH - 3, wide + 2, 7, stroke=0, fill=1)
    canvas.setFillGray(_GREY / 2)
    canvas.setFont(_FIGURE.face, _FIGURE.size)
    canvas.drawString(x * TENTH - wide / 2, -y * TENTH - 2, text)


def _line(canvas: Any, x: int, y: int, to_x: int, to_y: int, strong: bool) -> None:
    canvas.setStrokeGray(_GREY if strong else _PALE)
    canvas.setLineWidth(0.3 if strong else 0.2)
    _stroke(canvas, x, y, to_x, to_y)


def _stroke(canvas: Any, x: int, y: int, to_x: int, to_y: int) -> None:
    canvas.line(x * TENTH, -y * TENTH, to_x * TENTH, -to_y * TENTH)
