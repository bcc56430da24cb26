"""What is written on the pages of a PDF, and where every letter of it stands."""

from dataclasses import dataclass
from typing import Any

from commission_app.documents.pdfium import one_at_a_time
from commission_app.errors import RefusedError

MOST_PAGES = 60


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter and its box in points from the lower left corner of the page."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float


@one_at_a_time
def texts(file: str, data: bytes) -> tuple[str, ...]:
    """The text of each page, in the order in which it was written. Refused: a PDF that cannot be opened."""
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise RefusedError("verify.unreadable", at="file", file=file) from error
    try:
        return tuple(_text(document[at]) for at in range(min(len(document), MOST_PAGES)))
    except pypdfium2.PdfiumError as error:
        raise RefusedError("verify.unreadable", at="file", file=file) from error
    finally:
        document.close()


def letters(page: Any) -> tuple[Letter, ...]:
    """The letters of an open page with their boxes; spaces between words stand among them with no size."""
    text = page.get_textpage()
    found = []
    for at in range(text.count_chars()):
        sign = _mended(text.get_text_range(at, 1))
        left, bottom, right, top = text.get_charbox(at)
        found.append(Letter(sign, left, bottom, right, top))
    return tuple(found)


def _text(page: object) -> str:
    text = page.get_textpage()  # type: ignore[attr-defined]
    return _mended(str(text.get_text_range()).replace("\r\n", "\n"))


def _mended(text: str) -> str:
    """A hyphen at the end of a line as it stands: the library takes it for one that parts a word."""
    return text.replace("\x02", "-").replace("\ufffe", "-")
