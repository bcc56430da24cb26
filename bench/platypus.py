"""The peer of our papers: the same words, headings and tables set by the layout engine that comes with ReportLab."""

import io
from importlib.resources import files
from itertools import groupby
from typing import Any

from bench.certificates import FACES

WIDTHS = (14, 44, 16, 26, 28, 26)
"""Of the columns of a decision's units, in millimetres; other tables are set alike."""


class Setter:
    """Sets papers as one does with the library: paragraphs and tables that find their own places, a file each."""

    def __init__(self) -> None:
        from reportlab.lib.styles import ParagraphStyle
        from reportlab.pdfbase.pdfmetrics import registerFont
        from reportlab.pdfbase.ttfonts import TTFont

        for name, package, file in FACES:
            registerFont(TTFont(f"Bare{name}", io.BytesIO(files(package).joinpath("files", file).read_bytes())))
        self.plain = ParagraphStyle("P", fontName="BareSerif", fontSize=10.5, leading=14.5, spaceAfter=4)
        self.styles = {
            "H1": ParagraphStyle("H1", fontName="BareSerifStrong", fontSize=17, leading=22, alignment=1),
            "H2": ParagraphStyle("H2", fontName="BareSansStrong", fontSize=9.5, leading=13, spaceBefore=9),
            "TH": ParagraphStyle("TH", fontName="BareSansStrong", fontSize=8, leading=10),
            "TD": ParagraphStyle("TD", fontName="BareSans", fontSize=9, leading=12),
        }

    def set(self, heard: list[tuple[str, str]]) -> bytes:
        """One paper as a file, from what is read aloud of ours."""
        from reportlab.platypus import Paragraph, SimpleDocTemplate

        story: list[Any] = []
        for in_table, run in groupby(heard, lambda one: one[0] in ("TH", "TD")):
            set_ones = [Paragraph(_escaped(text), self.styles.get(tag, self.plain)) for tag, text in run if text]
            story += [_table(set_ones)] if in_table else set_ones
        out = io.BytesIO()
        SimpleDocTemplate(out, title="A paper", author="An office", lang="lv", invariant=1, pageCompression=1).build(
            story, onFirstPage=self._foot, onLaterPages=self._foot
        )
        return out.getvalue()

    @staticmethod
    def _foot(canvas: Any, document: Any) -> None:
        canvas.setFont("BareSans", 8)
        canvas.drawString(60, 40, f"{document.page}. lappuse")


def _table(cells: list[Any]) -> Any:
    from reportlab.lib import colors
    from reportlab.lib.units import mm
    from reportlab.platypus import Table, TableStyle

    across = len(WIDTHS)
    rows = [cells[at : at + across] for at in range(0, len(cells), across)]
    rows[-1] += [""] * (across - len(rows[-1]))
    ruled = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return Table(rows, [width * mm for width in WIDTHS], style=ruled, repeatRows=1)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
