"""What is printed onto a pre-printed state form: the data alone, each where its layout puts it."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from commission_app.documents import fonts
from commission_app.documents.fonts import SANS, SERIF
from commission_app.documents.layout import wrapped
from commission_app.documents.sheet import Style
from commission_app.errors import RefusedError
from commission_app.i18n import Language
from commission_app.rules.blank_layout import NOT_MOVED, FieldPlace, FormLayout, Offset, filled, leading
from commission_app.rules.vocabulary.blank import FieldAlign, FormField

TENTH = 72 / 254  # a tenth of a millimetre in points
_INK = 0.0
_SMALLEST = 0.75  # a text that is too long is set smaller before it is refused, but never so that it looks odd
_STEP = 0.02


@dataclass(frozen=True)
class OverlayFacts:
    """What stands where, for which form, and how far the printer is off."""

    title: str
    institution: str
    layout: FormLayout
    values: tuple[tuple[FormField, str], ...]
    offset: Offset = NOT_MOVED


@dataclass(frozen=True)
class Laid:
    """The lines of one field as they are set, with the size they needed in points."""

    place: FieldPlace
    lines: tuple[str, ...]
    size: float


def render(facts: OverlayFacts, language: Language) -> bytes:
    """The data as a PDF of the form's own size.

    Refused: a letter the typefaces lack, or a text that does not fit into its field, named.
    """
    from commission_app.documents.archival import open_canvas
    from commission_app.documents.pdf_a import Description

    values = dict(facts.values)
    fonts.check_glyphs(fonts.texts_of(tuple(values.values()), language))
    fonts.faces()
    laid = [lay(place, said) for place, said in filled(facts.layout, values)]
    size = (facts.layout.width * TENTH, facts.layout.height * TENTH)
    out = BytesIO()
    canvas = open_canvas(out, size, SANS, Description(facts.title, facts.institution, language.code))
    for page in range(1, facts.layout.pages + 1):
        for field in laid:
            if field.place.page == page:
                _write(canvas, field, size[1], facts.offset)
        canvas.showPage()
    with fonts.ONE_AT_A_TIME:
        canvas.save()
    return out.getvalue()


def lay(place: FieldPlace, text: str) -> Laid:
    """Sets a text into its field: as large as the layout says, smaller where it does not fit.

    Refused: a text that does not fit even so.
    """
    full, width = place.size / 10, place.width * TENTH
    scale = 1.0
    while scale >= _SMALLEST - _STEP / 2:
        style = Style(SERIF, full * scale, full * scale, _INK)
        lines = wrapped(text, style, width)
        whole = place.lines > 1 or len(text.split("\n")) == 1
        if len(lines) <= place.lines and whole and not _broken(text, lines):
            return Laid(place, tuple(lines), full * scale)
        scale -= _STEP
    raise RefusedError("blank.text_too_long", at="places", field=place.field, text=_short(text))


def _broken(text: str, lines: list[str]) -> bool:
    """Whether a word had to be torn to fit."""
    return len(" ".join(lines).split()) != len(text.split())


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"


def _write(canvas: Any, field: Laid, height: float, offset: Offset) -> None:
    place, style = field.place, Style(SERIF, field.size, field.size, _INK)
    left, width = (place.x + offset.x) * TENTH, place.width * TENTH
    canvas.setFillGray(_INK)
    canvas.setFont(style.face, style.size)
    for at, line in enumerate(field.lines):
        free = width - style.width(line)
        x = left + {FieldAlign.LEFT: 0.0, FieldAlign.CENTRE: free / 2, FieldAlign.RIGHT: free}[place.align]
        y = height - (place.y + offset.y + at * leading(place.size)) * TENTH
        canvas.drawString(x, y, fonts.clean(line))
