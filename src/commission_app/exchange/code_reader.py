"""Reads the codes of papers out of PDFs, scans, photographs and plain text, without guessing a letter."""

import io
import logging
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from commission_app.documents.pdfium import one_at_a_time
from commission_app.errors import RefusedError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 64 * 1024 * 1024
MOST_PIXELS = 150_000_000
MOST_PAGES = 60
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")
_PDF_DPI = (150, 300)
_LARGEST_SIDE = 5000


class Carrier(Enum):
    """What a file is to the reader."""

    PDF = "pdf"
    PICTURE = "picture"
    TEXT = "text"


Corners = tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]


@dataclass(frozen=True)
class FoundCode:
    """A code, the page it stands on, and its corners there: top left, top right, bottom right, bottom left.

    Corners are in pixels of the page as it was opened; a code given as text has none.
    """

    text: str
    page: int = 0
    corners: Corners | None = None


@dataclass(frozen=True)
class Carried:
    """What a file holds: its kind, its pages as pictures where it is a picture, and the codes found."""

    carrier: Carrier
    codes: tuple[FoundCode, ...]
    pages: int = 0
    pictures: "tuple[Image, ...]" = field(default=(), repr=False)


def read(file: str, data: bytes) -> Carried:
    """The codes of this program in a file.

    Refused: an empty or too large file, and one that is neither PDF, picture nor the text of a code.
    """
    if not data:
        raise RefusedError("verify.empty", at="file", file=file)
    if len(data) > MOST_BYTES:
        raise RefusedError("verify.too_large", at="file", file=file, most=MOST_BYTES // (1024 * 1024))
    if data[:1024].find(b"%PDF-") >= 0:
        return _of_pdf(file, data)
    bare = data.strip()
    if bare.startswith(b"CA") and len(bare) < 10_000 and b":" in bare[:5]:
        return Carried(Carrier.TEXT, (FoundCode(bare.decode("ascii", "replace")),))
    return _of_picture(file, data)


@one_at_a_time
def _of_pdf(file: str, data: bytes) -> Carried:
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
        codes: list[FoundCode] = []
        for dpi in _PDF_DPI:
            for number in range(min(pages, MOST_PAGES)):
                picture = rendered(document[number], dpi)
                codes += (FoundCode(text, number) for text, _ in codes_on(picture))
            if codes:
                break
    except pypdfium2.PdfiumError as error:
        raise RefusedError("verify.unreadable", at="file", file=file) from error
    document.close()
    return Carried(Carrier.PDF, tuple(_each_once(codes)), pages)


@one_at_a_time
def pictured(carried: Carried, data: bytes) -> Carried:
    """A PDF that holds pictures only, its pages as a scanner would have given them."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    pictures = tuple(rendered(document[at], _PDF_DPI[0]) for at in range(min(len(document), MOST_PAGES)))
    document.close()
    codes = [FoundCode(text, at, corners) for at, one in enumerate(pictures) for text, corners in codes_on(one)]
    return Carried(carried.carrier, tuple(codes) or carried.codes, carried.pages, pictures)


def rendered(page: Any, dpi: int) -> "Image":
    """A page of a PDF as a grey picture; a page of a giant size is made smaller."""
    width, height = page.get_size()
    scale = min(dpi / 72, _LARGEST_SIDE / max(width, height, 1))
    picture: Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    return picture


def _of_picture(file: str, data: bytes) -> Carried:
    pictures = tuple(_opened(file, data))
    codes = [
        FoundCode(text, number, corners)
        for number, picture in enumerate(pictures)
        for text, corners in codes_on(picture)
    ]
    return Carried(Carrier.PICTURE, tuple(_each_once(codes)), len(pictures), pictures)


def _opened(file: str, data: bytes) -> "Iterator[Image]":
    from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

    logging.getLogger("PIL").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            # Our own limit is checked before any pixel is unpacked.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                for number, frame in enumerate(ImageSequence.Iterator(opened)):
                    if number >= MOST_PAGES or frame.width * frame.height > MOST_PIXELS:
                        break
                    upright = ImageOps.exif_transpose(frame)
                    yield _on_white(upright)
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        LookupError,
        TypeError,
        ArithmeticError,
        MemoryError,
    ) as error:
        raise RefusedError("verify.unreadable", at="file", file=file) from error


def _on_white(picture: "Image") -> "Image":
    from PIL import Image

    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        whole = picture.convert("RGBA")
        white = Image.new("RGBA", whole.size, "white")
        white.alpha_composite(whole)
        return white.convert("L")
    return picture.convert("L")


def codes_on(picture: "Image", scales: tuple[float, ...] = ()) -> Iterator[tuple[str, Corners]]:
    """The codes of a picture; where none is found it is looked at twice as large, then smaller."""
    for scale in scales or _scales(picture):
        size = (round(picture.width * scale), round(picture.height * scale))
        seen = picture if scale == 1 else picture.resize(size)
        found = list(_seen(seen, scale))
        if found:
            yield from found
            return


def _scales(picture: "Image") -> tuple[float, ...]:
    side = max(picture.size)
    return (1.0, *((2.0,) if side <= _LARGEST_SIDE else ()), *((0.5,) if side >= 1500 else ()))


def _seen(picture: "Image", scale: float) -> Iterator[tuple[str, Corners]]:
    import zxingcpp

    for one in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)):
        if one.text.startswith("CA") and ":" in one.text[:5]:
            at = one.position
            corners = tuple(
                (corner.x / scale, corner.y / scale)
                for corner in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
            )
            yield one.text, corners  # type: ignore[misc]


def _each_once(codes: list[FoundCode]) -> Iterator[FoundCode]:
    told: set[str] = set()
    for code in codes:
        if code.text not in told:
            told.add(code.text)
            yield code
