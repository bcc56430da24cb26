"""How a wide register is laid on paper: its columns shared out over one page or several facing ones, cells in lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from commission_app.documents import fonts
from commission_app.documents.layout import wrapped
from commission_app.documents.registers.column import Column, ColumnKind
from commission_app.documents.sheet import GREY, INK, Style
from commission_app.i18n import Language

CELL = Style(fonts.SANS, 7.5, 8.6, INK)
HEAD = Style(fonts.SANS_STRONG, 7, 8, INK)
NUMBERING = Style(fonts.SANS, 6.5, 8, GREY)
PAD = 3.0
MOST_LINES = 6
RIGHT_KINDS = frozenset({ColumnKind.NUMBER, ColumnKind.MONEY, ColumnKind.COUNT})
_LETTER = 0.5 * CELL.size  # a figure of the typeface is half its size wide
_REMEMBERED = 20_000


@dataclass(frozen=True)
class Strip:
    """A column as printed: which one it is, where it stands, its heading in lines."""

    at: int
    x: float
    width: float
    head: tuple[str, ...]

    @property
    def inner(self) -> float:
        """The width left for text."""
        return self.width - 2 * PAD


Panel = tuple[Strip, ...]


def panels(columns: Sequence[Column], left: float, width: float, language: Language) -> tuple[Panel, ...]:
    """The columns shared out over as many pages as they need side by side; the first column stands on each."""
    heads = [language.say_of("register", column.heading) for column in columns]
    needs = [max(_need(column), _longest_word(head)) for column, head in zip(columns, heads, strict=True)]
    pages = _share(needs, width)
    return tuple(_panel(page, columns, needs, heads, left, width) for page in pages)


def _need(column: Column) -> float:
    # Text may run over three lines, a code or a number may not be broken.
    share = 0.6 if column.kind is ColumnKind.TEXT else 1.0
    return column.width * _LETTER * share + 2 * PAD


def _longest_word(head: str) -> float:
    return max(HEAD.width(word) for word in head.split()) + 2 * PAD


def _share(needs: Sequence[float], width: float) -> list[list[int]]:
    count = 1
    while True:
        pages = _shared_over(count, needs, width)
        if pages or count > len(needs):
            return pages or [[at] for at in range(len(needs))]
        count += 1


def _shared_over(count: int, needs: Sequence[float], width: float) -> list[list[int]]:
    """The columns in this many pages of about the same fullness; nothing when they do not fit."""
    aim = min(width, (sum(needs) + (count - 1) * needs[0]) / count + max(needs) / 2)
    pages, used = [[0]], needs[0]
    for at in range(1, len(needs)):
        if used + needs[at] > aim and len(pages[-1]) > 1:
            pages.append([0])
            used = needs[0]
        pages[-1].append(at)
        used += needs[at]
        if used > width:
            return []
    return pages if len(pages) <= count else []


def _panel(
    page: Sequence[int],
    columns: Sequence[Column],
    needs: Sequence[float],
    heads: Sequence[str],
    left: float,
    width: float,
) -> Panel:
    # White that is left over goes to the texts: a number or a date gains nothing from it.
    texts = [at for at in page if columns[at].kind is ColumnKind.TEXT] or list(page)
    free = width - sum(needs[at] for at in page)
    whole = sum(columns[at].width for at in texts)
    strips, x = [], left
    for at in page:
        wide = needs[at] + (free * columns[at].width / whole if at in texts else 0.0)
        strips.append(Strip(at, x, wide, tuple(wrapped(heads[at], HEAD, wide - 2 * PAD))))
        x += wide
    return tuple(strips)


class Widths(dict[str, float]):
    """How wide each letter of a cell is, in points, learned as it comes."""

    def __missing__(self, letter: str) -> float:
        wide = self[letter] = CELL.width(letter)
        return wide

    def of(self, text: str) -> float:
        """How wide a text is."""
        return sum(map(self.__getitem__, text))


class Wrapper:
    """Puts the texts of one column into lines; most fit one, so most are only measured."""

    def __init__(self, width: float, widths: Widths) -> None:
        self.width = width
        self._widths = widths
        self._sure = int(width / CELL.size)  # no letter we print is wider than its size
        self._known: dict[str, tuple[str, ...]] = {}

    def lines(self, text: str) -> tuple[str, ...]:
        """The text in at most six lines; what is left out shows as an ellipsis."""
        if len(text) <= self._sure and "\n" not in text:
            return (text,)
        found = self._known.get(text)
        if found is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            found = self._known[text] = self._broken(text)
        return found

    def _broken(self, text: str) -> tuple[str, ...]:
        if "\n" not in text and self._widths.of(text) <= self.width:
            return (text,)
        lines = wrapped(text, CELL, self.width)
        if len(lines) > MOST_LINES:
            last = lines[MOST_LINES - 1]
            while last and CELL.width(f"{last}…") > self.width:
                last = last[:-1]
            lines = [*lines[: MOST_LINES - 1], f"{last}…"]
        return tuple(lines)
