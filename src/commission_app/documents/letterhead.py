"""The fixed parts of an official paper: its head, its kind and dating line, the signature block, the way it is made."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from commission_app.documents import fonts
from commission_app.documents.fonts import SERIF_STRONG
from commission_app.documents.house_style import Letterhead, Signatures, Signer, Text, text_of
from commission_app.documents.layout import Flow, wrapped
from commission_app.documents.pictures import breadth
from commission_app.documents.sheet import (
    BODY,
    HAIR,
    KIND,
    MM,
    SMALL,
    SUBTITLE,
    Align,
    Sheet,
    Style,
)
from commission_app.i18n import LOCATIVE, NBSP, Language, capital

INSTITUTION = Style(SERIF_STRONG, 13, 16.5)
_LOGO_HEIGHT = 14 * MM
_BETWEEN = 8 * MM
_TWO_ABREAST = 200 * MM  # a line this long holds two signatures side by side
Write = Callable[[Flow], None]


class Headed(Protocol):
    """The facts of any paper: they bring their letterhead."""

    @property
    def letterhead(self) -> Letterhead:
        """Who makes the paper."""


@dataclass(frozen=True)
class Prepared:
    """A paper ready to be set, by itself or together with others: its facts, what it says, its title and foot."""

    facts: Headed
    language: Language
    write: Write
    title: str
    foot: str
    landscape: bool = False

    def alone(self) -> bytes:
        """The paper as a file of its own, after proving that every letter of it can be printed."""
        sheet = self._sheet()
        self._put(sheet)
        return sheet.close()

    def _sheet(self) -> Sheet:
        author = self.facts.letterhead.institution.of(self.language)
        return Sheet(self.language, self.title, author, self.foot, landscape=self.landscape)

    def _put(self, sheet: Sheet) -> None:
        fonts.check_glyphs(fonts.texts_of(self.facts, self.language))
        flow = Flow(sheet)
        draw_head(flow, self.facts.letterhead)
        self.write(flow)


def paper(facts: Headed, language: Language, write: Write, *, title: str, foot: str, landscape: bool = False) -> bytes:
    """Makes a paper of its facts; refused: a letter of them that cannot be printed."""
    return Prepared(facts, language, write, title, foot, landscape).alone()


def together(papers: Iterable[Prepared]) -> bytes:
    """Several papers in one file, each on pages of its own, counted from one, and named in the list of contents."""
    sheet: Sheet | None = None
    for each in papers:
        if sheet is None:
            sheet = each._sheet()
        else:
            sheet.go_on(each.language, each.foot, landscape=each.landscape)
        sheet.name(each.title)
        each._put(sheet)
    if sheet is None:
        raise ValueError("A file of papers holds one at least.")
    return sheet.close()


def draw_head(flow: Flow, head: Letterhead) -> None:
    """The letterhead: pictures, full name, registration number, address and contacts over a thin rule."""
    language = flow.sheet.language
    start, indent, outdent = flow.y, 0.0, 0.0
    pictured = pictures_of(head, language)
    if pictured:
        first, said = pictured[0]
        indent = flow.sheet.picture(first, flow.left, start - _LOGO_HEIGHT, _LOGO_HEIGHT, alt=said) + 5 * MM
    for other, said in pictured[1:]:
        outdent = flow.sheet.picture(other, flow.right, start - _LOGO_HEIGHT, _LOGO_HEIGHT, Align.RIGHT, said) + 5 * MM
    names = wrapped(head.institution.of(language), INSTITUTION, flow.width - indent - outdent)
    reg_no = language.say_of("paper", "Reg. No. {number}", number=head.reg_no) if head.reg_no else ""
    details = " · ".join(part for part in (reg_no, head.address, head.contacts) if part)
    below = wrapped(details, SMALL, flow.width - indent - outdent)
    if pictured:
        high = len(names) * INSTITUTION.leading + len(below) * SMALL.leading
        flow.y -= max(0.0, (_LOGO_HEIGHT - high) / 2)
    flow.lines(names, INSTITUTION, indent)
    flow.lines(below, SMALL, indent)
    if pictured:
        flow.y = min(flow.y, start - _LOGO_HEIGHT)
    flow.y -= 5
    flow.sheet.rule(flow.left, flow.right, flow.y, 0.8)
    flow.y -= 14


def pictures_of(head: Letterhead, language: Language) -> list[tuple[bytes, str]]:
    """The pictures of a letterhead from the left, each with what it shows: the coat of arms before the logo."""
    name = head.institution.of(language)
    arms = language.say_of("paper", "Coat of arms: {name}", name=name)
    logo = language.say_of("paper", "Logo: {name}", name=name)
    return [(picture, said) for picture, said in ((head.arms, arms), (head.logo, logo)) if picture]


def draw_pictures(flow: Flow, head: Letterhead, height: float) -> None:
    """The pictures of a letterhead side by side in the middle of the line, where a paper is set on its axis."""
    pictured = pictures_of(head, flow.sheet.language)
    if not pictured:
        return
    flow.y -= height
    widths = [breadth(picture, height) for picture, _ in pictured]
    x = (flow.left + flow.right - sum(widths) - _BETWEEN * (len(widths) - 1)) / 2
    for (picture, said), width in zip(pictured, widths, strict=True):
        flow.sheet.picture(picture, x, flow.y, height, alt=said)
        x += width + _BETWEEN
    flow.y -= 8


def draw_title(flow: Flow, kind: str, subtitle: str = "", draft: bool = False) -> None:
    """The kind of the paper in capitals, and what it is about; a draft says that it is one."""
    language = flow.sheet.language
    if draft:
        word = language.say_of("paper", "DRAFT")
        wide = SMALL.width(word) + 12
        flow.sheet.write(flow.right - 6, flow.y - 9, word, SMALL, Align.RIGHT)
        flow.sheet.frame(flow.right - wide, flow.y - 13, wide, 14)
    flow.y -= KIND.leading
    flow.sheet.write_spaced((flow.left + flow.right) / 2, flow.y + 5, kind, KIND, 1.6)
    if subtitle:
        flow.lines(wrapped(subtitle, SUBTITLE, flow.width * 0.86), SUBTITLE, align=Align.CENTRE)
    flow.y -= 8


def draw_dating(flow: Flow, head: Letterhead, day: date, number: str) -> None:
    """The dating line: place and date on the left, the number (where there is one) on the right."""
    language = flow.sheet.language
    place = head.place.of(language)
    join = " " if language.code == "lv" else ", "
    baseline = flow.y - BODY.size
    flow.sheet.write(flow.left, baseline, f"{place}{join}{language.long_date(day, LOCATIVE)}", BODY)
    if number:
        flow.sheet.write(flow.right, baseline, said_number(language, number), BODY, Align.RIGHT)
    flow.y -= BODY.leading
    flow.y -= 8


def said_number(language: Language, number: str) -> str:
    """A number with its sign in the paper's language, never parted from it: "Nr. 2026/031"."""
    return language.say_of("paper", "No. {number}", number=number).replace(" ", NBSP, 1)


def said_reference(language: Language, number: str, day: date | None) -> str:
    """A number and its date: "Nr. 2026/031, 24.11.2026."."""
    return f"{said_number(language, number)}, {language.date(day)}" if day else said_number(language, number)


def draw_end(flow: Flow, signatures: Signatures, last: Write | None = None, head: Letterhead | None = None) -> None:
    """The signature block, whole and never alone on a page: what is said last stays with it.

    A paper of the institution gives its letterhead: where it signs electronically, the block says so.
    """
    if head and head.electronic_note and not signatures.electronic_note:
        signatures = replace(signatures, electronic_note=head.electronic_note)

    def whole(at: Flow) -> None:
        if last:
            last(at)
        at.gap(12)
        _draw_block(at, signatures)

    flow.together(whole)


def _draw_block(flow: Flow, signatures: Signatures) -> None:
    language = flow.sheet.language
    beside = 2 if flow.width > _TWO_ABREAST and len(signatures.signers) > 2 else 1
    left, right, wide = flow.left, flow.right, flow.width / beside
    for first in range(0, len(signatures.signers), beside):
        row = signatures.signers[first : first + beside]
        if any(signer.office for signer in row):
            flow.y -= SMALL.leading
        top = low = flow.y
        for at, signer in enumerate(row):
            flow.left, flow.y = left + at * wide, top
            flow.right = flow.left + wide - (6 * MM if beside > 1 else 0)
            with flow.sheet.structure.block("P"):
                _draw_signer(flow, signer, signatures)
            low = min(low, flow.y)
        flow.left, flow.right, flow.y = left, right, low
    if signatures.electronic_note:
        flow.y -= 8
        note = signatures.electronic_note.of(language)
        flow.lines(wrapped(f"* {note}", SMALL, flow.width), SMALL, align=Align.CENTRE)


def _draw_signer(flow: Flow, signer: Signer, signatures: Signatures) -> None:
    language, style = flow.sheet.language, flow.print.body
    post_width, name_start = flow.width * 0.40, flow.width * 0.68
    office = shown(signer.office, language)
    if office:
        flow.sheet.write(flow.left, flow.y, office, SMALL)
    posts = wrapped(capital(text_of(signer.post, language)), style, post_width - 8)
    names = wrapped(signer.name, style, flow.width - name_start)
    for x, lines in ((flow.left, posts), (flow.left + name_start, names)):
        for at, line in enumerate(lines, 1):
            flow.sheet.write(x, flow.y - at * style.leading, line, style)
    _draw_place(flow, flow.left + post_width, flow.left + name_start - 10, signatures)
    flow.y -= max(len(posts), len(names)) * style.leading + 11


def _draw_place(flow: Flow, start: float, end: float, signatures: Signatures) -> None:
    y = flow.y - flow.print.body.leading
    if signatures.electronic_note:
        word = flow.sheet.language.say_of("paper", "(signature*)")
        flow.sheet.write((start + end) / 2, y, word, SMALL, Align.CENTRE)
    else:
        flow.sheet.rule(start, end, y - 2, 0.4, HAIR / 2)


def shown(text: Text | None, language: Language) -> str:
    """A text that may be missing, as printed."""
    return text_of(text, language) if text else ""
