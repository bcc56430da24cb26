"""Where a visible signature stands: on the signer's own line of the paper, else in the free strip at its foot."""

from dataclasses import dataclass
from typing import Any

from commission_app.documents.pdfium import one_at_a_time

LINE_SHARE, NAME_SHARE = 0.40, 0.68
"""Where the line for the signature begins and where the printed name does, as shares of the text's width."""
LEFT_EDGE, RIGHT_EDGE = 28 * 72 / 25.4, 18 * 72 / 25.4
HIGH, LOW, WORD, STRIP_FOOT, STRIP_HIGH, GAP = 22.0, 15.0, 8.0, 5.0, 21.0, 4.0
MOST_BESIDE = 4
DESCENT = 2.8
"""From the foot of a letter's cell to the line it stands on, in the type that names are printed in."""


@dataclass(frozen=True)
class Place:
    """A box on a page (counted from 0), in points from the lower left corner: left, bottom, right, top."""

    page: int
    box: tuple[int, int, int, int]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.box[2] - self.box[0], self.box[3] - self.box[1]


Box = tuple[float, float, float, float]


@one_at_a_time
def place_for(data: bytes, name: str) -> Place | None:
    """Where a signer's visible signature may stand without covering a word or another signature.

    Nothing where the strip is full: the signature is then made without a picture.
    """
    import pypdfium2 as pdfium  # type: ignore[import-untyped]

    document = pdfium.PdfDocument(data)
    try:
        for number in range(len(document) - 1, max(len(document) - 3, -1), -1):
            found = _at_the_name(document[number], name)
            if found is not None:
                return Place(number, _whole(found))
        last = len(document) - 1
        return _in_the_strip(document[last], last)
    finally:
        document.close()


def _at_the_name(page: Any, name: str) -> Box | None:
    """The line left of the name, where the name stands in a signature block and the line is free."""
    text = page.get_textpage()
    width = page.get_width()
    room = width - LEFT_EDGE - RIGHT_EDGE
    wanted = LEFT_EDGE + NAME_SHARE * room
    best = None
    words = name.split()
    if not words:
        return None
    # A long name is broken over lines: its first word tells where the line is.
    for said in dict.fromkeys((name, words[0])):
        searcher = text.search(said, match_case=True)
        while (hit := searcher.get_next()) is not None:
            left, bottom, _, _ = text.get_charbox(hit[0], loose=True)
            if abs(left - wanted) < 6:
                best = bottom + DESCENT
        if best is not None:
            break
    if best is None:
        return None
    # Where the block itself says "(signature*)", the picture stands above these words.
    for foot, high in ((best - 1, HIGH), (best + WORD, LOW)):
        box = (LEFT_EDGE + LINE_SHARE * room, foot, wanted - 8, foot + high)
        if not text.get_text_bounded(*box).strip() and not _signed(page, box):
            return box
    return None


def _in_the_strip(page: Any, number: int) -> Place | None:
    width = (page.get_width() - LEFT_EDGE - RIGHT_EDGE) / MOST_BESIDE
    for slot in range(MOST_BESIDE):
        left = LEFT_EDGE + slot * width
        box = (left, STRIP_FOOT, left + width - GAP, STRIP_FOOT + STRIP_HIGH)
        if not page.get_textpage().get_text_bounded(*box).strip() and not _signed(page, box):
            return Place(number, _whole(box))
    return None


def _signed(page: Any, box: Box) -> bool:
    """Whether another signature's picture stands there already."""
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    rectangle = raw.FS_RECTF()
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        try:
            if not raw.FPDFAnnot_GetRect(annotation, rectangle):
                continue
        finally:
            raw.FPDFPage_CloseAnnot(annotation)
        apart = rectangle.right <= box[0] or rectangle.left >= box[2]
        if not apart and rectangle.top > box[1] and rectangle.bottom < box[3]:
            return True
    return False


def _whole(box: Box) -> tuple[int, int, int, int]:
    return round(box[0]), round(box[1]), round(box[2]), round(box[3])
