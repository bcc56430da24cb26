"""Certificates a second, one file each, against a bare loop that sets the same words and lines in the same places."""

import io
import json
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.sides import Line, alone, by_turns

TIMES = 3
COUNT = 150
HOLDER, NUMBER = "{holder}", "{number}"


@dataclass(frozen=True)
class Page:
    """What stands on our page: every run of text with its face, size and place, and the box of every line."""

    texts: list[tuple[str, float, float, float, str]]
    lines: list[tuple[float, float, float, float]]


def measure() -> list[Line]:
    """Papers a second."""
    from bench.our_papers import certificate

    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "page.json"
        page = read(certificate(1))
        sample.write_text(json.dumps([page.texts, page.lines]), encoding="utf-8")

        def side(name: str) -> dict[str, Any]:
            return alone("bench.certificates", name, str(sample))

        ours, bare = by_turns(TIMES, lambda: side("ours"), lambda: side("bare"))
    figures = (COUNT / ours["seconds"], COUNT / bare["seconds"])
    return [Line("certificates of ten units, a file each", *figures, "a second", ">=0.8x", "canvas loop")]


def read(paper: bytes) -> Page:
    """The words and lines of a paper's first page, as they were set."""
    import ctypes

    import pypdfium2
    from pypdfium2 import raw

    document = pypdfium2.PdfDocument(paper)
    page = document[0]
    words = page.get_textpage()
    texts, lines = [], []
    for thing in page.get_objects(max_depth=1):
        left, bottom, right, top = thing.get_bounds()
        if thing.type == raw.FPDF_PAGEOBJ_TEXT:
            size = ctypes.c_float()
            raw.FPDFTextObj_GetFontSize(thing.raw, size)
            room = raw.FPDFTextObj_GetText(thing.raw, words.raw, None, 0)
            letters = ctypes.create_string_buffer(room)
            raw.FPDFTextObj_GetText(thing.raw, words.raw, ctypes.cast(letters, ctypes.POINTER(raw.FPDF_WCHAR)), room)
            name = ctypes.create_string_buffer(200)
            raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(thing.raw), name, 200)
            text = letters.raw.decode("utf-16-le").rstrip("\0")
            texts.append((name.value.decode(), size.value, left, bottom, text))
        elif thing.type == raw.FPDF_PAGEOBJ_PATH:
            lines.append((left, bottom, right, top))
    words.close()
    page.close()
    document.close()
    return Page(texts, lines)


def _ours(_sample: str) -> None:
    from bench.our_papers import certificate

    certificate(0)
    began = time.perf_counter()
    for number in range(COUNT):
        certificate(number)
    print(json.dumps({"seconds": time.perf_counter() - began}))


def _bare(sample: str) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    from commission_app.documents import fonts

    texts, lines = json.loads(Path(sample).read_text("utf-8"))
    fonts.faces()
    faces = {True: {True: "SerifStrong", False: "Serif"}, False: {True: "SansStrong", False: "Sans"}}
    placed = [
        (faces["Serif" in name]["Semibold" in name], size, left, bottom, text)
        for name, size, left, bottom, text in texts
    ]
    began = time.perf_counter()
    for number in range(COUNT):
        canvas = Canvas(io.BytesIO(), pagesize=A4, initialFontName="Sans", lang="lv", invariant=1, pageCompression=1)
        for face, size, left, bottom, text in placed:
            canvas.setFont(face, size)
            canvas.drawString(left, bottom, text.replace("A-2026/1", f"A-2026/{number}"))
        for left, bottom, right, top in lines:
            canvas.rect(left, bottom, right - left, top - bottom)
        canvas.save()
    print(json.dumps({"seconds": time.perf_counter() - began}))


if __name__ == "__main__":
    {"ours": _ours, "bare": _bare}[sys.argv[1]](sys.argv[2])
