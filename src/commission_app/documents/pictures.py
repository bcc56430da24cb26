"""Pictures on papers: laid on white, no finer than print needs, packed once for a whole batch."""

from dataclasses import dataclass
from functools import lru_cache
from hashlib import md5
from io import BytesIO
from typing import TYPE_CHECKING, Any

from commission_app.errors import RefusedError

if TYPE_CHECKING:
    from PIL import Image

FORMATS = ("PNG", "JPEG")
MOST_BYTES, MOST_PIXELS = 8_000_000, 40_000_000
_DOTS = 600 / 72  # as fine as an office printer draws, to a point
_WIDEST = 3  # times the height


@dataclass(frozen=True)
class Packed:
    """A picture as the file holds it: opaque, grey or coloured."""

    name: str
    width: int
    height: int
    space: str
    content: bytes


def check(data: bytes, file: str) -> None:
    """Refuses, by one sentence, what no paper could show: no picture, a broken or a far too large one."""
    from PIL import Image, UnidentifiedImageError

    if len(data) > MOST_BYTES:
        raise RefusedError("letterhead.too_large", file=file, most=MOST_BYTES // 1_000_000)
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise RefusedError("letterhead.too_many_pixels", file=file, most=MOST_PIXELS // 1_000_000)
            picture.load()
    except UnidentifiedImageError:
        raise RefusedError("letterhead.no_picture", file=file) from None
    except (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError):
        raise RefusedError("letterhead.broken_picture", file=file) from None


def place(canvas: Any, data: bytes, x: float, y: float, height: float, before: float = 0) -> float:
    """Draws a picture of this height with its foot at y and answers its width; `before` x stands that share of it."""
    picture = packed(data, max(1, round(height * _DOTS)))
    width = breadth(data, height)
    low = width * picture.height / picture.width
    y += (height - low) / 2  # a very wide one is made lower, in the middle of its line
    document = canvas._doc
    name = document.getXObjectName(picture.name)
    if name not in document.idToObject:
        document.addForm(picture.name, _object(picture))
    canvas.saveState()
    canvas.translate(x - width * before, y)
    canvas.scale(width, low)
    canvas.doForm(picture.name)
    canvas.restoreState()
    return width


def breadth(data: bytes, height: float) -> float:
    """How wide a picture of this height is drawn."""
    picture = packed(data, max(1, round(height * _DOTS)))
    return min(height * picture.width / picture.height, height * _WIDEST)


def _object(picture: Packed) -> Any:
    from reportlab.pdfbase import pdfdoc  # type: ignore[import-untyped]

    stream = pdfdoc.PDFStream(content=picture.content)
    names = {"Type": "XObject", "Subtype": "Image", "ColorSpace": picture.space, "Filter": "FlateDecode"}
    for key, value in names.items():
        stream.dictionary[key] = pdfdoc.PDFName(value)
    sizes = {"Width": picture.width, "Height": picture.height, "BitsPerComponent": 8}
    for key, number in sizes.items():
        stream.dictionary[key] = number
    return stream


@lru_cache(maxsize=8)
def packed(data: bytes, most: int) -> Packed:
    """A picture of at most so many rows; the same few stand on every paper, so they are kept."""
    import zlib

    from PIL import Image

    with Image.open(BytesIO(data)) as opened:
        picture = _opaque(opened)
    if picture.height > most:
        picture = picture.resize((max(1, round(picture.width * most / picture.height)), most), Image.Resampling.LANCZOS)
    raw = picture.tobytes()
    space = "DeviceGray" if picture.mode == "L" else "DeviceRGB"
    name = md5(raw + repr(picture.size).encode(), usedforsecurity=False).hexdigest()
    return Packed(name, picture.width, picture.height, space, zlib.compress(raw))


def _opaque(opened: "Image.Image") -> "Image.Image":
    """Grey or coloured, what shines through laid on white, turned as the camera was held."""
    from PIL import Image, ImageOps

    picture = ImageOps.exif_transpose(opened)
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    return picture.convert("L" if picture.mode in ("1", "L") else "RGB")
