"""Certificates a second, one file each, against a bare loop that sets the same words and lines, and LibreOffice."""

import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from bench.sides import Line, alone, by_turns

TIMES = 3
COUNT, OFFICE_COUNT = 150, 100
ARCHIVAL = 'pdf:calc_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"1"}}'
"""PDF/A-1b and tagged, as our papers are."""
FACES = (
    ("Sans", "font_source_sans_pro", "SourceSansPro-Regular.ttf"),
    ("SansStrong", "font_source_sans_pro", "SourceSansPro-Semibold.ttf"),
    ("Serif", "font_source_serif_pro", "SourceSerifPro-Regular.ttf"),
    ("SerifStrong", "font_source_serif_pro", "SourceSerifPro-Semibold.ttf"),
)
_SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>
<table:table table:name="A">{lines}</table:table></office:spreadsheet></office:body></office:document>"""
_ROW = "<table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"


@dataclass(frozen=True)
class Page:
    """What stands on our page: every run of text with its face, size and place, and the box of every line."""

    texts: list[tuple[str, float, float, float, str]]
    lines: list[tuple[float, float, float, float]]


def measure() -> list[Line]:
    """Papers a second of one processor: what else the machine does counts for nobody."""
    from bench.our_papers import certificate

    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "page.json"
        page = read(certificate(1))
        sample.write_text(json.dumps([page.texts, page.lines]), encoding="utf-8")
        documents = Path(folder) / "documents"
        _write_documents(page, documents)

        def side(name: str, what: Path = sample) -> dict[str, Any]:
            return alone("bench.certificates", name, str(what))

        ours, bare = by_turns(TIMES, lambda: side("ours"), lambda: side("bare"))
        office = side("office", documents) if shutil.which("soffice") else None
    mine, loop = COUNT / ours["seconds"], COUNT / bare["seconds"]
    what = "certificates of ten units, a file each, one core"
    lines = [Line(what, mine, loop, "a second", ">=1.5x", "canvas loop")]
    if office is not None:
        lines.append(Line(what, mine, COUNT / office["seconds"], "a second", ">=10x", "LibreOffice"))
    return lines


def _write_documents(page: Page, folder: Path) -> None:
    """The same words as sheets without a layout: less work for LibreOffice than our page."""
    folder.mkdir()
    for number in range(OFFICE_COUNT):
        said = (text.replace("A-2026/1", f"A-2026/{number}") for *_, text in page.texts)
        lines = "".join(_ROW.format(text=escape(text)) for text in said)
        (folder / f"{number:03}.fods").write_text(_SHEET.format(lines=lines), "utf-8")


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
    began = time.process_time()
    for number in range(COUNT):
        certificate(number)
    print(json.dumps({"seconds": time.process_time() - began}))


def _bare(sample: str) -> None:
    from importlib.resources import files

    from reportlab.lib.pagesizes import A4
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    texts, lines = json.loads(Path(sample).read_text("utf-8"))
    for name, package, file in FACES:
        registerFont(TTFont(name, io.BytesIO(files(package).joinpath("files", file).read_bytes())))
    placed = [(_face(name), size, left, bottom, text) for name, size, left, bottom, text in texts]
    began = time.process_time()
    for number in range(COUNT):
        canvas = Canvas(io.BytesIO(), pagesize=A4, initialFontName="Sans", lang="lv", invariant=1, pageCompression=1)
        for face, size, left, bottom, text in placed:
            canvas.setFont(face, size)
            canvas.drawString(left, bottom, text.replace("A-2026/1", f"A-2026/{number}"))
        for left, bottom, right, top in lines:
            canvas.rect(left, bottom, right - left, top - bottom)
        canvas.save()
    print(json.dumps({"seconds": time.process_time() - began}))


def _face(name: str) -> str:
    return ("Serif" if "Serif" in name else "Sans") + ("Strong" if "Semibold" in name else "")


def _office(folder: str) -> None:
    """LibreOffice, started once, turns a folder of sheets into PDF."""
    with tempfile.TemporaryDirectory() as home:
        words = ["soffice", f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", ARCHIVAL]
        files = sorted(map(str, Path(folder).glob("*.fods")))
        subprocess.run(
            [*words, "--outdir", folder, *files], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    used = os.times()
    seconds = used.children_user + used.children_system
    assert len(list(Path(folder).glob("*.pdf"))) == OFFICE_COUNT
    print(json.dumps({"seconds": seconds * COUNT / OFFICE_COUNT}))


if __name__ == "__main__":
    {"ours": _ours, "bare": _bare, "office": _office}[sys.argv[1]](sys.argv[2])
