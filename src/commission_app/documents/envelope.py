"""Envelopes, and sheets that show an address through the window of one; never with a personal code."""

from dataclasses import dataclass

from commission_app.documents import fonts
from commission_app.documents.house_style import Letterhead
from commission_app.documents.layout import wrapped
from commission_app.documents.sheet import A4, BODY, MM, SMALL, Sheet, Style
from commission_app.i18n import Language
from commission_app.rules.vocabulary.archive import EnvelopeSize

_ADDRESS = Style(BODY.face, 12, 17)
_WIDE = 95 * MM


@dataclass(frozen=True)
class _Form:
    """The paper's width and height, and where the address begins, from the left and the upper edge."""

    width: float
    height: float
    left: float
    top: float


_FORMS = {
    EnvelopeSize.C5: _Form(229 * MM, 162 * MM, 125 * MM, 92 * MM),
    EnvelopeSize.C4: _Form(324 * MM, 229 * MM, 205 * MM, 140 * MM),
    EnvelopeSize.DL: _Form(220 * MM, 110 * MM, 118 * MM, 58 * MM),
    # The middle of the window: 20 mm from the left edge, by folding in three (DL) or in half (C5).
    EnvelopeSize.DL_WINDOW: _Form(*A4, 23 * MM, 52 * MM),
    EnvelopeSize.C5_WINDOW: _Form(*A4, 23 * MM, 58 * MM),
}
_WINDOWED = (EnvelopeSize.DL_WINDOW, EnvelopeSize.C5_WINDOW)


@dataclass(frozen=True)
class Envelope:
    """To whom and where; a registered item says so."""

    recipient: str
    address: str
    registered: bool = False


@dataclass(frozen=True)
class EnvelopesFacts:
    """The envelopes of one printing."""

    letterhead: Letterhead
    size: EnvelopeSize
    envelopes: tuple[Envelope, ...]


class _Paper(Sheet):
    """A paper of its own size, without a foot."""

    def __init__(self, language: Language, title: str, author: str, form: _Form) -> None:
        super().__init__(language, title, author, "")
        self.width, self.height = form.width, form.height
        self.canvas.setPageSize((form.width, form.height))

    def _write_foot(self) -> None:
        """An envelope has no page number."""


def render(facts: EnvelopesFacts, language: Language) -> bytes:
    """The envelopes as a PDF, one a page in the size of the paper."""
    fonts.check_glyphs(fonts.texts_of(facts, language))
    form = _FORMS[facts.size]
    author = facts.letterhead.institution.of(language)
    sheet = _Paper(language, language.say_of("paper", "Envelopes"), author, form)
    for at, one in enumerate(facts.envelopes):
        if at:
            sheet.turn()
        _write(sheet, facts, one, form, language)
    return sheet.close()


def _write(sheet: Sheet, facts: EnvelopesFacts, one: Envelope, form: _Form, language: Language) -> None:
    if facts.size not in _WINDOWED:
        _write_sender(sheet, facts.letterhead, form, language)
    x, y = form.left, form.height - form.top
    room = min(_WIDE, form.width - form.left - 10 * MM)
    if one.registered:
        sheet.write(x, y + 8, language.say_of("paper", "REGISTERED"), SMALL)
    for line in (one.recipient, *lines_of(one.address)):
        for part in wrapped(line, _ADDRESS, room):
            y -= _ADDRESS.leading
            sheet.write(x, y + 4, part, _ADDRESS)


def _write_sender(sheet: Sheet, head: Letterhead, form: _Form, language: Language) -> None:
    y = form.height - 15 * MM
    for line in (head.institution.of(language), *lines_of(head.address)):
        for part in wrapped(line, SMALL, 80 * MM):
            sheet.write(15 * MM, y, part, SMALL)
            y -= SMALL.leading


def lines_of(address: str) -> tuple[str, ...]:
    """An address as it stands on an envelope: street, town and post code each on a line of its own."""
    parts = address.replace("\n", ",").split(",")
    return tuple(part.strip() for part in parts if part.strip())
