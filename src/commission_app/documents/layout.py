"""How text runs down a paper: lines that wrap, paragraphs without widows, labelled facts, things kept together."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from commission_app.documents import fonts
from commission_app.documents.sheet import (
    BODY,
    HEADING,
    LABEL,
    MM,
    Align,
    Rehearsal,
    Sheet,
    Style,
)
from commission_app.i18n import NBSP

LABEL_WIDTH = 44 * MM
_ENDLESS = 1e6
# What may not be parted at the end of a line: a sign from what it counts, a level from its name.
# The blank comes first: so the search jumps from one to the next.
_SIGN = re.compile(
    r" (?:(?<=\bNr\. )(?=\w)|(?<=\bNo\. )(?=\w)|(?<=\bplkst\. )(?=\d)|(?<=\bLKI )(?=\d)|(?<=\d\. )(?=līmeni))"
)
_HAIRSBREADTH = 1e-6  # sums of widths differ by less


def wrapped(text: str, style: Style, width: float) -> list[str]:
    """The text in lines no wider than the width; a word too long for a line is broken where it must be."""
    return list(_wrapped(text, style, width + _HAIRSBREADTH))


# A paper is rehearsed before it is set, and papers of one kind say much in the same words.
@lru_cache(maxsize=4096)
def _wrapped(text: str, style: Style, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    blank = style.width(" ")
    for part in _SIGN.sub(NBSP, fonts.clean(text)).split("\n"):
        line, end = "", 0.0
        for word in part.split(" "):
            wide = style.width(word)
            if (longer := end + blank + wide if line else wide) <= room:
                line, end = f"{line} {word}" if line else word, longer
                continue
            if line:
                lines.append(line)
            *full, line = broken(word, style, room) if wide > room else (word,)
            lines += full
            end = style.width(line)
        lines.append(line)
    return tuple(lines)


def broken(word: str, style: Style, width: float) -> list[str]:
    """A word in pieces no wider than the width; after a hyphen or a stroke where there is one."""
    pieces, piece = [], ""
    for letter in word:
        while piece and style.width(piece + letter) > width:
            at = max(piece.rfind("-"), piece.rfind("/")) + 1 or len(piece)
            pieces.append(piece[:at])
            piece = piece[at:]
        piece += letter
    return [*pieces, piece]


@dataclass(frozen=True)
class Print:
    """How large the running text is, its labels, and how much white stands above a heading, how wide the labels are."""

    body: Style
    label: Style
    above: float
    beside: float = LABEL_WIDTH


ROOMY = Print(BODY, LABEL, 9)
CLOSE = Print(replace(BODY, size=9.8, leading=12.3), replace(LABEL, size=8.5, leading=12.3), 4, 39 * MM)
"""A little smaller: for a paper that so stays on one page."""


class Flow:
    """The place on the page where the next thing is written, and what can be written there."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.top = sheet.height - sheet.margins.top
        self.bottom = sheet.margins.bottom + 4 * MM
        self.y = self.top
        self.left, self.right = sheet.left, sheet.right
        self.on_new_page: Callable[[], None] | None = None
        self.print = ROOMY

    @property
    def width(self) -> float:
        """How long a line is."""
        return self.right - self.left

    def turn(self) -> None:
        """Goes on at the top of the next page."""
        self.sheet.turn()
        self.y = self.top
        if self.on_new_page:
            with self.sheet.structure.aside():
                self.on_new_page()

    def room(self, height: float) -> None:
        """Turns the page when less than this height is left, unless the page is still empty."""
        if self.y - height < self.bottom and self.y < self.top - 1:
            self.turn()

    def gap(self, height: float) -> None:
        """Leaves white, but never at the top of a page."""
        if self.y < self.top - 1:
            self.y -= height

    def line(self, text: str, style: Style, align: Align = Align.LEFT, indent: float = 0) -> None:
        """One line, as it stands."""
        x = (self.left + indent, (self.left + self.right) / 2, self.right)[align.value]
        self.y -= style.leading
        # The foot of a letter stands a quarter of its size above the foot of its line.
        self.sheet.write(x, self.y + style.leading - style.size, text, style, align)

    def paragraph(
        self, text: str, style: Style | None = None, indent: float = 0, align: Align = Align.LEFT, after: float = 4
    ) -> None:
        """A paragraph; no single line of it stays alone at the foot or the head of a page."""
        style = style or self.print.body
        lines = wrapped(text, style, self.width - indent)
        self.lines(lines, style, indent, align)
        self.gap(after)

    def lines(self, lines: Sequence[str], style: Style, indent: float = 0, align: Align = Align.LEFT) -> None:
        """Lines that belong together, parted over pages with at least two on each side."""
        with self.sheet.structure.block("P"):
            self._lines(list(lines), style, indent, align)

    def _lines(self, left: list[str], style: Style, indent: float, align: Align) -> None:
        while left:
            fit = int((self.y - self.bottom + 0.01) / style.leading)
            take = len(left) if fit >= len(left) else min(fit, len(left) - 2)
            if take < min(2, len(left)):
                if self.y >= self.top - 1:
                    take = max(1, min(fit, len(left)))
                else:
                    self.turn()
                    continue
            for line in left[:take]:
                self.line(line, style, align, indent)
            left = left[take:]

    def heading(self, text: str, follows: float = 40) -> None:
        """A heading, never without something under it."""
        lines = wrapped(text, HEADING, self.width)
        self.gap(self.print.above)
        self.room(len(lines) * HEADING.leading + follows)
        with self.sheet.structure.block("H2"):
            for line in lines:
                self.line(line, HEADING)
        self.gap(3)

    def facts(self, rows: Iterable[tuple[str, str]], label_width: float | None = None) -> None:
        """Labelled facts, one under the other; a fact without a text is left out."""
        for label, text in rows:
            if text:
                with self.sheet.structure.block("P"):
                    self._fact(label, text, label_width or self.print.beside)
        self.gap(4)

    def _fact(self, label: str, text: str, label_width: float) -> None:
        style, beside = self.print.body, self.print.label
        labels = wrapped(label, beside, label_width - 8)
        lines = wrapped(text, style, self.width - label_width)
        self.room(min(max(len(labels), len(lines)), 3) * style.leading)
        start = self.y
        for at, each in enumerate(labels, 1):
            self.sheet.write(self.left, start - at * beside.leading + style.leading - style.size, each, beside)
        page = self.sheet.page
        self.lines(lines, style, label_width)
        if self.sheet.page == page:
            self.y = min(self.y, start - len(labels) * beside.leading)

    def numbered(self, texts: Sequence[str]) -> None:
        """A numbered list."""
        style = self.print.body
        hang = style.width(f"{len(texts)}.") + 6
        element = self.sheet.structure.element
        with element("L"):
            for number, text in enumerate(texts, 1):
                lines = wrapped(text, style, self.width - hang)
                self.room(min(len(lines), 2) * style.leading)
                with element("LI"):
                    with element("Lbl"):
                        self.sheet.write(self.left + hang - 6, self.y - style.size, f"{number}.", style, Align.RIGHT)
                    with element("LBody"):
                        self.lines(lines, style, hang)
        self.gap(4)

    def fit(self, *parts: Callable[["Flow"], None]) -> None:
        """Takes the close print when it brings all the parts onto this page and the usual one does not."""
        room = self.y - self.bottom
        self.print = CLOSE
        close = sum(self.height_of(part) for part in parts)
        self.print = ROOMY
        roomy = sum(self.height_of(part) for part in parts)
        if close <= room < roomy:
            self.print = CLOSE

    def height_of(self, draw: Callable[["Flow"], None]) -> float:
        """How much room a drawing needs."""
        rehearsal = Flow(Rehearsal(self.sheet))
        rehearsal.bottom, rehearsal.print = -_ENDLESS, self.print
        rehearsal.left, rehearsal.right = self.left, self.right
        rehearsal.y = start = rehearsal.top - 2  # not at the head of the page, where gaps vanish
        draw(rehearsal)
        return start - rehearsal.y

    def together(self, draw: Callable[["Flow"], None]) -> None:
        """Draws something whole on one page, when a page can hold it."""
        self.room(min(self.height_of(draw), self.top - self.bottom))
        draw(self)
