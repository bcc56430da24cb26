"""The picture of a signature on a paper: a few small lines in the papers' own typeface, without transparency."""

import io
from collections.abc import Sequence
from typing import Any

from commission_app.documents import fonts
from commission_app.documents.fonts import SANS
from commission_app.documents.sheet import INK

SIZE, LEADING, LEAST = 6.6, 7.2, 4.5


def drawn(lines: Sequence[str], width: float, height: float) -> bytes:
    """The picture as a page of its own; a long name is set smaller, and cut at last, so that it stays in its box."""
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    fonts.faces()
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(width, height), invariant=1, initialFontName=SANS)
    canvas.setFillGray(INK)
    shown = [fonts.clean(line) for line in lines if line][: max(int(height // LEADING), 1)]
    foot = (height - len(shown) * LEADING) / 2
    for at, line in enumerate(reversed(shown)):
        size = _size(line, width)
        canvas.setFont(SANS, size)
        canvas.drawString(1, foot + at * LEADING + 1.6, _cut(line, size, width - 2))
    canvas.showPage()
    with fonts.ONE_AT_A_TIME:
        canvas.save()
    return target.getvalue()


def style(lines: Sequence[str], width: float, height: float) -> Any:
    """The picture as the signing library wants it."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.stamp.base import BaseStamp, BaseStampStyle

    class Picture(BaseStamp):
        """Only what is drawn; no frame, no background."""

        def _render_inner_content(self) -> list[bytes]:
            page = PdfFileReader(io.BytesIO(drawn(lines, width, height)))
            writer: Any = self.writer
            self.resources.xobject["/Picture"] = writer.import_page_as_xobject(page)
            return [b"q /Picture Do Q"]

    class Style(BaseStampStyle):
        """Makes the picture for a field of this size."""

        def create_stamp(self, writer: Any, box: Any, text_params: dict[str, Any]) -> Picture:
            return Picture(writer=writer, style=self, box=box)

    return Style(border_width=0)


def _size(line: str, width: float) -> float:
    wide = fonts.width(line, SANS, SIZE)
    return SIZE if wide <= width - 2 else max(SIZE * (width - 2) / wide, LEAST)


def _cut(line: str, size: float, width: float) -> str:
    if fonts.width(line, SANS, size) <= width:
        return line
    while line and fonts.width(line + "…", SANS, size) > width:
        line = line[:-1]
    return line.rstrip() + "…"
