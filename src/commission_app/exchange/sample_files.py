"""Makes small real files for the evidence of the sample institution: PDF, PNG and text, always the same bytes."""

import io
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from commission_app.documents import fonts
from commission_app.exchange.sample_facts import SampleEvidence
from commission_app.i18n import GENITIVE, LATVIAN

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

SPECIMEN = "PARAUGS. Persona un dokuments ir izdomāti."
_INK, _QUIET, _RULE = (0.12, 0.16, 0.22), (0.45, 0.49, 0.55), (0.78, 0.81, 0.85)
_WIDE, _HIGH = 1240, 877


def make(item: SampleEvidence) -> bytes:
    """The file of an evidence item, in the format its name ends in."""
    match Path(item.file_name).suffix:
        case ".pdf":
            return _pdf(item)
        case ".png":
            return _png(item)
        case _:
            return _text(item)


def _dated(item: SampleEvidence) -> str:
    return f"{item.issuer}, {LATVIAN.long_date(item.issued_on, GENITIVE)}"


def _text(item: SampleEvidence) -> bytes:
    lines = [item.heading, _dated(item), "", *(line for page in item.pages for line in page), "", SPECIMEN]
    return ("\r\n".join(lines) + "\r\n").encode()


def _pdf(item: SampleEvidence) -> bytes:
    from reportlab.lib.pagesizes import A4  # type: ignore[import-untyped]
    from reportlab.pdfgen.canvas import Canvas

    with fonts.ONE_AT_A_TIME:
        fonts.faces()
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=A4, invariant=1, initialFontName=fonts.SANS, lang="lv")
        canvas.setTitle(item.title)
        canvas.setAuthor(item.issuer)
        for number, page in enumerate(item.pages, start=1):
            _pdf_page(canvas, item, page, number)
            canvas.showPage()
        canvas.save()
    return out.getvalue()


def _pdf_page(canvas: "Canvas", item: SampleEvidence, lines: tuple[str, ...], number: int) -> None:
    left, right, y = 71, 524, 770
    canvas.setFillColorRGB(*_QUIET)
    canvas.setFont(fonts.SANS, 10)
    canvas.drawString(left, y, item.issuer)
    canvas.drawRightString(right, y, LATVIAN.date(item.issued_on))
    canvas.setStrokeColorRGB(*_RULE)
    canvas.line(left, y - 9, right, y - 9)
    canvas.setFillColorRGB(*_INK)
    y -= 62
    if number == 1:
        canvas.setFont(fonts.SANS_STRONG, 18)
        canvas.drawString(left, y, item.heading)
        y -= 36
    canvas.setFont(fonts.SANS, 11.5)
    for line in lines:
        for piece in _wrapped(line, right - left):
            canvas.drawString(left, y, piece)
            y -= 17
        y -= 7
    canvas.setFillColorRGB(*_QUIET)
    canvas.setFont(fonts.SANS, 9)
    canvas.drawString(left, 50, SPECIMEN)
    canvas.drawRightString(right, 50, f"{number}. lappuse no {len(item.pages)}")


def _wrapped(line: str, room: int) -> list[str]:
    """Lines of code keep their indentation; everything else is filled to the width of the page."""
    pieces, piece = [], ""
    for word in line.split():
        longer = f"{piece} {word}" if piece else word
        if piece and fonts.width(longer, fonts.SANS, 11.5) > room:
            pieces.append(piece)
            piece = word
        else:
            piece = longer
    return [*pieces, piece]


def _png(item: SampleEvidence) -> bytes:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (_WIDE, _HIGH), (250, 248, 242))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((28, 28, _WIDE - 28, _HIGH - 28), outline=(120, 104, 72), width=4)
    draw.rectangle((42, 42, _WIDE - 42, _HIGH - 42), outline=(190, 176, 146), width=1)
    y = _centred(draw, 120, item.issuer, 30, strong=False)
    y = _centred(draw, y + 40, item.heading, 64, strong=True)
    for n, line in enumerate(line for page in item.pages for line in page):
        y = _centred(draw, y + 28, line, 40 if n == 0 else 32, strong=n == 0)
    _centred(draw, _HIGH - 100, SPECIMEN, 22, strong=False)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=False)
    return out.getvalue()


def _centred(draw: "ImageDraw", y: int, text: str, size: int, strong: bool) -> int:
    from PIL import ImageFont

    face = ImageFont.truetype(str(_font(strong)), size)
    wide = draw.textlength(text, font=face)
    draw.text(((_WIDE - wide) / 2, y), text, font=face, fill=(44, 38, 28))
    return y + round(size * 1.15)


def _font(strong: bool) -> Traversable:
    name = "SourceSansPro-Semibold.ttf" if strong else "SourceSansPro-Regular.ttf"
    return files("font_source_sans_pro").joinpath("files", name)
