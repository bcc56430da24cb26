"""Where the data of a certificate stand on its pre-printed form, in tenths of a millimetre; what a printer is off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from commission_app.errors import RefusedError
from commission_app.rules import canonical
from commission_app.rules.vocabulary.blank import FieldAlign, FormField
from commission_app.rules.vocabulary.certificate import CertificateKind

LEAST_SIZE, MOST_SIZE = 60, 360
MOST_PAGES, MOST_LINES = 4, 60
SHORTEST, LONGEST = 500, 4200
FARTHEST_OFF = 300
"""How far a printer may be off: more than 30 mm is a sheet laid the wrong way, not a margin."""


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """One field on the form: left edge and line of writing from the top left corner, width, size of type.

    Lengths in tenths of a millimetre, the size in tenths of a point; a text may run over several lines.
    """

    field: FormField
    x: int
    y: int
    width: int
    size: int = 110
    align: FieldAlign = FieldAlign.LEFT
    lines: int = 1
    page: int = 1


@dataclass(frozen=True, slots=True)
class FormLayout:
    """The form's size and its fields in the order of reading."""

    width: int
    height: int
    places: tuple[FieldPlace, ...]

    @property
    def pages(self) -> int:
        """How many sides of the form are printed on."""
        return max((place.page for place in self.places), default=1)


@dataclass(frozen=True, slots=True)
class Offset:
    """How far the print is moved to the right and down, in tenths of a millimetre, to come out where it belongs."""

    x: int = 0
    y: int = 0


NOT_MOVED = Offset()
TARGET = Offset(500, 500)
"""Where the cross of the calibration page stands, from the left and the upper edge of the sheet."""


def text(layout: FormLayout) -> str:
    """The layout as canonical text."""
    return canonical.written(layout)


def read(stored: str) -> FormLayout:
    """The layout as it was kept.

    Refused: text that is no layout.
    """
    try:
        found = canonical.made(FormLayout, stored)
    except ValueError as error:
        raise RefusedError("blank.layout_unreadable") from error
    return check(found)


def check(layout: FormLayout) -> FormLayout:
    """The layout itself.

    Refused: a form of an impossible size, no field at all, or a field that leaves the form, named.
    """
    if not (SHORTEST <= layout.width <= LONGEST and SHORTEST <= layout.height <= LONGEST):
        raise RefusedError("blank.form_size", at="width", width=layout.width // 10, height=layout.height // 10)
    if not layout.places:
        raise RefusedError("blank.layout_empty", at="places")
    for place in layout.places:
        _check_place(layout, place)
    return layout


def _check_place(layout: FormLayout, place: FieldPlace) -> None:
    right, bottom = place.x + place.width, place.y + (place.lines - 1) * leading(place.size)
    if place.x < 0 or place.width < 50 or right > layout.width or place.y < 20 or bottom > layout.height:
        raise RefusedError("blank.field_off_form", at="places", field=place.field)
    if not LEAST_SIZE <= place.size <= MOST_SIZE:
        raise RefusedError(
            "blank.field_size", at="places", field=place.field, least=LEAST_SIZE // 10, most=MOST_SIZE // 10
        )
    if not (1 <= place.lines <= MOST_LINES and 1 <= place.page <= MOST_PAGES):
        raise RefusedError("blank.field_lines", at="places", field=place.field, lines=MOST_LINES, pages=MOST_PAGES)


def leading(size: int) -> int:
    """The distance of two lines of writing in tenths of a millimetre, for a size in tenths of a point."""
    return (size * 127 + 144) // 288  # one and a quarter of the size; a point is 25.4 / 72 mm


def offset_measured(left: int, top: int) -> Offset:
    """The correction of a printer, from where its cross was measured on the sheet.

    Refused: a cross farther off than a margin can be.
    """
    found = Offset(TARGET.x - left, TARGET.y - top)
    for name, off in (("left", found.x), ("top", found.y)):
        if abs(off) > FARTHEST_OFF:
            raise RefusedError("blank.measured_too_far", at=name, most=FARTHEST_OFF // 10)
    return found


def moved(layout: FormLayout, at: int, x: int, y: int) -> FormLayout:
    """The layout with one field moved; it stops at the edges of the form."""
    place = layout.places[at]
    x = min(max(place.x + x, 0), layout.width - place.width)
    y = min(max(place.y + y, 20), layout.height - (place.lines - 1) * leading(place.size))
    return replaced(layout, at, replace(place, x=x, y=y))


def replaced(layout: FormLayout, at: int, place: FieldPlace) -> FormLayout:
    """The layout with another field in the place of one."""
    return replace(layout, places=(*layout.places[:at], place, *layout.places[at + 1 :]))


def filled(layout: FormLayout, values: Mapping[FormField, str]) -> tuple[tuple[FieldPlace, str], ...]:
    """The fields that have something to say, each with its text."""
    pairs = ((place, values.get(place.field, "").strip()) for place in layout.places)
    return tuple((place, said) for place, said in pairs if said)


_EXAM = (
    FormField.NUMBER,
    FormField.INSTITUTION,
    FormField.HOLDER,
    FormField.IDENTITY,
    FormField.BASIS,
    FormField.QUALIFICATION,
    FormField.PROGRAMME_CODE,
    FormField.LEVEL_PKL,
    FormField.LEVEL_LKI,
    FormField.MARK,
    FormField.EXAM_DATE,
    FormField.PROTOCOL,
    FormField.CHAIR,
    FormField.HEAD,
    FormField.PLACE,
    FormField.ISSUED_ON,
    FormField.DUPLICATE,
)
_COURSE = (
    FormField.NUMBER,
    FormField.INSTITUTION,
    FormField.HOLDER,
    FormField.IDENTITY,
    FormField.PROGRAMME,
    FormField.PROGRAMME_CODE,
    FormField.PART,
    FormField.HOURS,
    FormField.MARK,
    FormField.OUTCOMES,
    FormField.PROTOCOL,
    FormField.HEAD,
    FormField.PLACE,
    FormField.ISSUED_ON,
    FormField.DUPLICATE,
)
_TALL = frozenset({FormField.OUTCOMES})
_LONG = frozenset(
    {FormField.INSTITUTION, FormField.QUALIFICATION, FormField.BASIS, FormField.PROGRAMME, FormField.PART}
)


def shipped(kind: CertificateKind) -> FormLayout:
    """A neutral starting point: the kind's fields one below the other on A4; nobody's form, to be measured."""
    exam = kind in (CertificateKind.QUALIFICATION, CertificateKind.QUALIFICATION_PART)
    fields = list(_EXAM if exam else _COURSE)
    if kind is CertificateKind.QUALIFICATION_PART:
        fields.insert(fields.index(FormField.QUALIFICATION) + 1, FormField.PART)
    return FormLayout(2100, 2970, stacked(fields))


def stacked(fields: Sequence[FormField]) -> tuple[FieldPlace, ...]:
    """Fields one below the other, with room for those that are long."""
    places, y = [], 500
    for field in fields:
        lines = 12 if field in _TALL else 2 if field in _LONG else 1
        places.append(FieldPlace(field, 300, y, 1500, lines=lines))
        y += 70 + lines * 50
    return tuple(places)
