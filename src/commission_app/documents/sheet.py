"""The paper itself: pages with margins, ink, rules and a numbered foot; the same facts give the same bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from typing import Any

from commission_app.documents import fonts
from commission_app.documents.fonts import SANS, SANS_STRONG, SERIF, SERIF_STRONG
from commission_app.documents.pdf_a import Description
from commission_app.i18n import Language

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
INK, GREY, HAIR = 0.08, 0.40, 0.78


@dataclass(frozen=True)
class Style:
    """A face, its size and line distance in points, and the grey of its ink."""

    face: str
    size: float
    leading: float
    ink: float = INK

    def width(self, text: str) -> float:
        """How wide a text is in this style, in points."""
        return fonts.width(text, self.face, self.size)


BODY = Style(SERIF, 10.5, 14.5)
BODY_STRONG = Style(SERIF_STRONG, 10.5, 14.5)
KIND = Style(SERIF_STRONG, 17, 22)
SUBTITLE = Style(SERIF, 12, 16)
HEADING = Style(SANS_STRONG, 9.5, 13)
LABEL = Style(SANS, 9, 14.5, GREY)
CELL = Style(SANS, 9, 12)
CELL_STRONG = Style(SANS_STRONG, 9, 12)
COLUMN_HEAD = Style(SANS_STRONG, 8, 10, GREY)
SMALL = Style(SANS, 8, 11, GREY)


class Align(Enum):
    """On which side of its place a text stands."""

    LEFT = 0
    CENTRE = 1
    RIGHT = 2


@dataclass(frozen=True)
class Margins:
    """The free edges in points; the left one leaves room for the binding."""

    left: float = 28 * MM
    right: float = 18 * MM
    top: float = 18 * MM
    bottom: float = 20 * MM


BOUND_ON_TOP = Margins(left=18 * MM, right=14 * MM, top=16 * MM, bottom=15 * MM)


class Sheet:
    """A paper being written; `silent` rehearses without ink, to know a height before it is drawn."""

    def __init__(
        self,
        language: Language,
        title: str,
        author: str,
        foot: str,
        *,
        landscape: bool = False,
        margins: Margins | None = None,
        tagged: bool = True,
    ) -> None:
        self._faces = fonts.faces()
        from commission_app.documents.archival import open_canvas
        from commission_app.documents.structure import Structure, Untagged

        self._begin(language, foot, landscape, margins)
        self._bytes = BytesIO()
        about = Description(title, author, language.code)
        self.canvas: Any = open_canvas(self._bytes, (self.width, self.height), SANS, about)
        self.structure: Any = Structure(self.canvas) if tagged else Untagged()
        self._papers = 1

    def _begin(self, language: Language, foot: str, landscape: bool, margins: Margins | None = None) -> None:
        self.language = language
        self.margins = margins or (BOUND_ON_TOP if landscape else Margins())
        self.width, self.height = (A4[1], A4[0]) if landscape else A4
        self.page = 1
        self._broken = False  # the last line ended within a word
        self._foot = fonts.clean(foot)

    @property
    def left(self) -> float:
        """Where the lines begin."""
        return self.margins.left

    @property
    def right(self) -> float:
        """Where the lines end."""
        return self.width - self.margins.right

    def write(self, x: float, y: float, text: str, style: Style, align: Align = Align.LEFT) -> None:
        """One line of text with its foot at y; it begins, stands in the middle or ends at x."""
        text = fonts.clean(text)
        if align is not Align.LEFT:
            x -= style.width(text) / (2 if align is Align.CENTRE else 1)
        if self.structure.words(y) and not self._broken:
            # Lines of one paragraph would be read as one word; the blank before the line is not seen.
            text, x = f" {text}", x - style.width(" ")
        self._broken = text.endswith(("-", "/"))
        self._ink(x, y, text, style)

    def write_spaced(self, x: float, y: float, text: str, style: Style, space: float) -> None:
        """The name of the paper: capitals with air between the letters, in the middle of x."""
        wide = style.width(text) + space * (len(text) - 1)
        with self.structure.block("H1"):
            self.structure.words(y)
            self._ink(x - wide / 2, y, text, style, space)

    def _ink(self, x: float, y: float, text: str, style: Style, space: float = 0) -> None:
        # The library's own way of one line takes three times as long.
        face, document = self._faces[style.face], self.canvas._doc
        out = [f"BT {style.ink:.2f} g 1 0 0 1 {x:.3f} {y:.3f} Tm"]
        if space:
            out.append(f"{space:.2f} Tc")
        for part, codes in face.splitString(text, document):
            name = face.getSubsetInternalName(part, document)
            out.append(f"{name} {style.size:g} Tf ({fonts.escaped(codes)}) Tj")
        out.append("0 Tc ET" if space else "ET")
        self.canvas._code.append(" ".join(out))

    def rule(self, x: float, to: float, y: float, weight: float = 0.5, ink: float = INK) -> None:
        """A line across."""
        self.structure.furniture()
        self.canvas._code.append(f"{ink:g} G {weight:g} w n {x:.3f} {y:.3f} m {to:.3f} {y:.3f} l S")

    def frame(self, x: float, y: float, width: float, height: float, weight: float = 0.5) -> None:
        """A line around."""
        self.structure.furniture()
        self.canvas.setStrokeGray(INK)
        self.canvas.setLineWidth(weight)
        self.canvas.rect(x, y, width, height)

    def picture(
        self, data: bytes, x: float, y: float, height: float, align: Align = Align.LEFT, alt: str = ""
    ) -> float:
        """A picture of this height with its foot at y; the answer is its width. `alt` says what it shows."""
        from commission_app.documents.pictures import place

        self.structure.picture(alt)
        return place(self.canvas, data, x, y, height, align.value / 2)

    def turn(self) -> None:
        """The next page, the foot of this one written."""
        self._end_page()
        self.page += 1

    def close(self) -> bytes:
        """The finished paper."""
        self._end_paper()
        self.structure.close()
        with fonts.ONE_AT_A_TIME:
            self.canvas.save()
        return self._bytes.getvalue()

    def go_on(self, language: Language, foot: str, *, landscape: bool = False) -> None:
        """Another paper begins in the same file, its pages counted from one."""
        self._end_paper()
        self._papers += 1
        self._begin(language, foot, landscape)
        self.canvas.setPageSize((self.width, self.height))

    def name(self, title: str) -> None:
        """The paper that begins here stands in the list of contents, and is read as a part of its own."""
        self.structure.part()
        self.canvas.bookmarkPage(key := f"paper{self._papers}", fit="Fit")
        self.canvas.addOutlineEntry(title, key)

    def _end_paper(self) -> None:
        self._end_page()
        # How many pages there are is known only now; every foot refers to this one drawing of the number.
        with self.drawing(self._pages):
            self.write(0, 0, self.language.number(self.page), SMALL)

    @property
    def _pages(self) -> str:
        return f"pages{self._papers}" if self._papers > 1 else "pages"

    @contextmanager
    def drawing(self, name: str) -> Iterator[None]:
        """What is written within is kept under a name, to be drawn on any page; it is furniture, never read out."""
        from commission_app.documents.structure import Untagged

        tagging, self.structure = self.structure, Untagged()
        self.canvas.beginForm(name)
        yield
        self.canvas.endForm()
        self.structure = tagging

    def draw(self, name: str) -> None:
        """Draws what is kept under a name."""
        self.structure.furniture()
        self.canvas.doForm(name)

    def _end_page(self) -> None:
        with self.structure.aside():
            self._write_foot()
        self.structure.end_page()
        self.canvas.showPage()
        self.structure.turn(self.canvas._doc.Pages.pages[-1])

    def _write_foot(self) -> None:
        y = self.margins.bottom - 8 * MM
        self.rule(self.left, self.right, y + 12, 0.4, HAIR)
        self.write(self.right, y, self._foot, SMALL, Align.RIGHT)
        number = self.language.number(self.page)
        before = self.language.say_of("paper", "Page {page} of", page=number) + " "
        self.write(self.left, y, before, SMALL)
        self.canvas.saveState()
        self.canvas.translate(self.left + SMALL.width(before), y)
        self.draw(self._pages)
        self.canvas.restoreState()


class Rehearsal(Sheet):
    """A sheet that takes no ink: it only learns how much room something needs."""

    def __init__(self, sheet: Sheet) -> None:
        from commission_app.documents.structure import Untagged

        self.structure = Untagged()
        self.language, self.margins, self.page = sheet.language, sheet.margins, sheet.page
        self.width, self.height = sheet.width, sheet.height

    def write(self, x: float, y: float, text: str, style: Style, align: Align = Align.LEFT) -> None:
        """Nothing."""

    def write_spaced(self, x: float, y: float, text: str, style: Style, space: float) -> None:
        """Nothing."""

    def rule(self, x: float, to: float, y: float, weight: float = 0.5, ink: float = INK) -> None:
        """Nothing."""

    def frame(self, x: float, y: float, width: float, height: float, weight: float = 0.5) -> None:
        """Nothing."""

    def picture(
        self, data: bytes, x: float, y: float, height: float, align: Align = Align.LEFT, alt: str = ""
    ) -> float:
        """Nothing."""
        return height

    def turn(self) -> None:
        """Nothing."""
