"""The picture that a digital credential shows of itself: institution, title, holder, number and day on one sheet."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from commission_app.documents.fonts import clean

WIDTH, HEIGHT = 1120, 792
_EDGE, _LEADING = 80, 1.24
_INK, _SOFT, _LINE, _PAPER = 10, 96, 64, 255
_DARKEST = (14, 38, 58)
"""The sheet is drawn in shades from this colour to white: one table of colours, and a small file."""


@dataclass(frozen=True)
class PictureFacts:
    """What the picture says, in one language; each text is set on as many lines as it takes."""

    institution: str
    what: str
    title: str
    holder: str
    foot: str


def render(facts: PictureFacts) -> bytes:
    """The picture as PNG; the same facts give the same bytes."""
    from PIL import Image, ImageDraw

    sheet = Image.new("L", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((24, 24, WIDTH - 25, HEIGHT - 25), outline=_LINE, width=3)
    y: float = _EDGE
    for text, strong, size, colour, after in (
        (facts.institution, False, 30, _SOFT, 46),
        (facts.what, False, 26, _LINE, 14),
        (facts.title, True, 46, _INK, 46),
        (facts.holder, True, 40, _INK, 0),
    ):
        y = _write(pen, text, y, strong=strong, size=size, colour=colour) + after
    pen.line((_EDGE, HEIGHT - 140, WIDTH - _EDGE, HEIGHT - 140), fill=_LINE, width=1)
    _write(pen, facts.foot, HEIGHT - 118, strong=False, size=24, colour=_SOFT)
    out = BytesIO()
    sheet.putpalette([dark + (255 - dark) * shade // 255 for shade in range(256) for dark in _DARKEST])
    sheet.save(out, "PNG")
    return out.getvalue()


def _write(pen: Any, text: str, y: float, *, strong: bool, size: int, colour: int) -> float:
    """Sets a text from a height on; letters become smaller until it takes four lines at most."""
    while True:
        face = _face(strong, size)
        lines = _lines(face, clean(text))
        if len(lines) <= 4 or size <= 18:
            break
        size -= 2
    for line in lines:
        pen.text((_EDGE, y), line, font=face, fill=colour)
        y += size * _LEADING
    return y


def _lines(face: Any, text: str) -> list[str]:
    """The text broken at spaces; a word wider than the sheet is broken where it must be."""
    room, lines, line = WIDTH - 2 * _EDGE, list[str](), ""
    for word in text.split():
        tried = f"{line} {word}" if line else word
        if face.getlength(tried) <= room:
            line = tried
            continue
        if line:
            lines.append(line)
        rest = word
        while face.getlength(rest) > room:
            fits = next(n for n in range(len(rest), 0, -1) if face.getlength(rest[:n]) <= room)
            lines.append(rest[:fits])
            rest = rest[fits:]
        line = rest
    return [*lines, line] if line else lines


def _face(strong: bool, size: int) -> Any:
    from PIL import ImageFont

    data = _font("SourceSansPro-Semibold.ttf" if strong else "SourceSansPro-Regular.ttf")
    # The plain layout: a machine with another shaping library would set the same text otherwise.
    return ImageFont.truetype(BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _font(name: str) -> bytes:
    return files("font_source_sans_pro").joinpath("files", name).read_bytes()
