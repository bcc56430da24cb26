"""Compares scanned pages with the paper as it was issued, letter by letter, without reading a letter.

The scan is laid upon the true page and both are made equally soft; a stroke that is missing or added stays as a
difference, a stroke that is only a little aside does not. What cannot be compared is never called the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commission_app.documents.pdfium import one_at_a_time
from commission_app.exchange import code_reader, scan_placing
from commission_app.exchange.code_reader import Corners, FoundCode
from commission_app.exchange.pdf_words import Letter, letters

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 150
SOFT = 1.2
LIMIT = 34
"""How much darker or lighter a letter may be of 255: untouched ones were 25 at most, changed figures 43 at least."""
_NOISY = 46
_ASIDE = 0.7
_ANCHORS = 26
_BESIDE = 4.0
_LEAST_PAGE = 500


@dataclass(frozen=True)
class Sought:
    """A fact to be found on the true page: its forms, and the code of the unit in whose row it stands.

    `which` is the place where it stands several times (-1 is the last); None means that every place is meant.
    """

    forms: tuple[str, ...]
    row: str = ""
    which: int | None = None


@dataclass(frozen=True)
class Compared:
    """What was found: for each fact how strongly it differs (1 is the limit), or none where it could not be compared.

    `others` are the words beside the facts that differ; `pages` how many pages could be laid upon the true ones.
    """

    facts: tuple[float | None, ...]
    others: tuple[str, ...]
    pages: int
    missing: int

    @property
    def weight(self) -> float:
        """How unlike the whole is: of two papers that were issued, the scan is of the one with the less."""
        return sum(1.0 for fact in self.facts if fact is None or fact > 1) + 0.01 * len(self.others)


def compare(
    pictures: "Sequence[Image]",
    codes: Sequence[FoundCode],
    issued: bytes,
    facts: Sequence[Sought],
    all_codes: Sequence[str],
) -> Compared:
    """The facts of an issued paper (a PDF of this program) on pictures of its pages."""
    pages = _issued_pages(issued)
    found: list[float | None] = [None] * len(facts)
    others: list[str] = []
    compared = 0
    for page, picture, corners in _matched(pictures, codes, pages):
        laid = _Laid.of(page, picture, corners)
        if laid is None:
            continue
        compared += 1
        told: set[int] = set()
        for at, fact in enumerate(facts):
            for place in _places(laid.letters, fact, all_codes):
                told.update(place)
                before = 0.0 if fact.which == -1 else found[at] or 0.0
                found[at] = max(before, laid.difference(place))
        others += (
            word for word, places in _words(laid.letters) if not told & set(places) and laid.difference(places) > 1
        )
    return Compared(tuple(found), tuple(others), compared, len(pages) - compared)


@dataclass(frozen=True)
class _True:
    """A page as it was issued."""

    picture: "Image"
    height: float
    corners: Corners | None
    letters: tuple[Letter, ...]


@one_at_a_time
def _issued_pages(issued: bytes) -> list[_True]:
    """The pages of the paper, read at once; comparing them with pictures takes long and needs PDFium no more."""
    import pypdfium2  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(issued)
    try:
        return [_true(page, letters(page)) for page in document]
    finally:
        document.close()


def _true(page: object, signs: tuple[Letter, ...]) -> _True:
    picture = code_reader.rendered(page, DPI)
    corners = next((at for _, at in code_reader.codes_on(picture, (1.0,))), None)
    return _True(picture, page.get_height(), corners, signs)  # type: ignore[attr-defined]


class _Laid:
    """A scan lying upon its true page."""

    def __init__(self, page: _True, seen: "Image", limit: float = LIMIT) -> None:
        from PIL import ImageChops, ImageFilter

        soft = ImageFilter.GaussianBlur(SOFT)
        self._difference = ImageChops.difference(page.picture.filter(soft), seen.filter(soft))
        self._height, self.letters, self._limit = page.height, page.letters, limit

    @classmethod
    def of(cls, page: _True, scan: "Image", corners: Corners | None) -> "_Laid | None":
        """The scan laid upon the page; none where it does not fit closely enough to be compared."""
        anchors = _anchors(page.letters, page.height)
        if len(anchors) < 6 or min(scan.size) < _LEAST_PAGE:
            return None
        sheet = _levelled(scan)
        if corners and page.corners:
            first = scan_placing.similar(list(zip(page.corners, corners, strict=True)))
            near = (sum(x for x, _ in page.corners) / 4, sum(y for _, y in page.corners) / 4)
            placing = scan_placing.refined(page.picture, sheet, first, anchors, near)
        else:
            first = scan_placing.sought(page.picture, sheet)
            placing = scan_placing.refined(page.picture, sheet, first, anchors, None)
        seen = placing.warped(sheet, page.picture.size)
        aside = sorted(max(map(abs, scan_placing.shift(page.picture, seen, box, 3))) for box in anchors)
        if aside[int(len(aside) * 0.75)] > _ASIDE:
            return None
        laid = cls(page, seen)
        inked = [at for at, sign in enumerate(page.letters) if sign.sign.strip()]
        usual = sorted(laid.difference([at]) * LIMIT for at in inked)[int(len(inked) * 0.9)]
        # A page of which a tenth differs is another page, or too poor a picture to say anything of it.
        return None if usual > _NOISY else cls(page, seen, max(LIMIT, 1.8 * usual))

    def difference(self, places: Sequence[int]) -> float:
        """The strongest difference at some letters and just beside them; 1 is the limit."""
        worst = 0.0
        for place in places:
            one = self.letters[place]
            box = _box([one], self._height, 0)
            first, last = place == places[0], place == places[-1]
            margin = round(_BESIDE * DPI / 72)
            wide = (box[0] - (margin if first else 0), box[1], box[2] + (margin if last else 0), box[3])
            _, strongest = self._difference.crop(wide).getextrema()
            worst = max(worst, float(strongest))  # type: ignore[arg-type]
        return worst / self._limit


def _matched(
    pictures: "Sequence[Image]", codes: Sequence[FoundCode], pages: Sequence[_True]
) -> "Iterator[tuple[_True, Image, Corners | None]]":
    """Which true page each picture is of: by its code, else by its place among the others."""
    bearing = next((page for page in pages if page.corners), None)
    rest = [page for page in pages if page is not bearing]
    corners = {code.page: code.corners for code in codes}
    for at, picture in enumerate(pictures):
        if at in corners and bearing is not None:
            yield bearing, picture, corners[at]
        elif rest:
            yield rest.pop(0), picture, None


def _levelled(scan: "Image") -> "Image":
    """The scan with its paper white and its ink black."""
    from PIL import ImageOps

    return ImageOps.autocontrast(scan, cutoff=(0.2, 20))


def _anchors(signs: tuple[Letter, ...], height: float) -> list[scan_placing.Box]:
    boxes = [_box([signs[at] for at in places], height, 3) for _, places in _words(signs) if len(places) >= 4]
    return boxes[:: max(1, len(boxes) // _ANCHORS)]


def _words(signs: tuple[Letter, ...]) -> Iterator[tuple[str, list[int]]]:
    """The words of a page with the places of their letters."""
    word: list[int] = []
    for at, one in enumerate(signs):
        blank = not one.sign.strip()
        if word and (blank or not _joined(signs[word[-1]], one)):
            yield "".join(signs[place].sign for place in word), word
            word = []
        if not blank:
            word.append(at)
    if word:
        yield "".join(signs[place].sign for place in word), word


def _joined(one: Letter, other: Letter) -> bool:
    return -2 < other.left - one.right < 2.5 and abs(other.bottom - one.bottom) < 8


def _places(signs: tuple[Letter, ...], fact: Sought, codes: Sequence[str]) -> list[list[int]]:
    """Where a fact stands on the page: the places of its letters, for each time it is written."""
    inked = [at for at, one in enumerate(signs) if one.sign.strip()]
    text = "".join(signs[at].sign[0] for at in inked)
    found: list[list[int]] = []
    for start, end in _rows(text, fact.row, codes) if fact.row else ((0, len(text)),):
        here = sorted(place for form in fact.forms for place in _written(form, text, inked, signs, start, end))
        wanted = here if fact.which is None else here[fact.which :][:1] if here else []
        found += wanted
    return found


def _rows(text: str, code: str, codes: Sequence[str]) -> Iterator[tuple[int, int]]:
    tight = "".join(code.split())
    start = text.find(tight)
    while start >= 0:
        after = start + len(tight)
        later = [at for at in (text.find("".join(one.split()), after) for one in codes if one) if at >= 0]
        yield after, min(later, default=min(len(text), after + 400))
        start = text.find(tight, after)


def _written(
    form: str, text: str, inked: list[int], signs: tuple[Letter, ...], start: int, end: int
) -> Iterator[list[int]]:
    tight = "".join(form.split())
    at = text.find(tight, start, end) if tight else -1
    while at >= 0:
        places = inked[at : at + len(tight)]
        if not _goes_on(signs, places[0] - 1) and not _goes_on(signs, places[-1]):
            yield places
        at = text.find(tight, at + 1, end)


def _goes_on(signs: tuple[Letter, ...], at: int) -> bool:
    """Whether a letter and the next belong to one word or number."""
    if not 0 <= at < len(signs) - 1:
        return False
    one, other = signs[at], signs[at + 1]
    return one.sign[:1].isalnum() and other.sign[:1].isalnum() and _joined(one, other)


def _box(signs: Sequence[Letter], height: float, pad: int) -> scan_placing.Box:
    scale = DPI / 72
    return (
        int(min(one.left for one in signs) * scale) - pad,
        int((height - max(one.top for one in signs)) * scale) - pad,
        int(max(one.right for one in signs) * scale) + pad + 1,
        int((height - min(one.bottom for one in signs)) * scale) + pad + 1,
    )
