"""Judges of a paper: our own reading of what PDF/A asks, and Apache PDFBox Preflight where it is installed."""

import os
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

_JARS = Path("/usr/share/java")
_PARTS = ("preflight", "pdfbox2", "xmpbox", "fontbox2", "commons-logging", "commons-io", "javax.activation", "jaxb-api")
_PDFA = "{http://www.aiim.org/pdfa/ns/id/}"


def faults(data: bytes, part: int = 1) -> list[str]:
    """What keeps a file from lasting: no mark, no colours, faces left out, things seen through, a lock."""
    with pikepdf.open(BytesIO(data)) as paper:
        found = [*_marks(paper, part), *_faces(paper), *_seen_through(paper)]
    if part == 1 and not data.startswith(b"%PDF-1.4\n%"):
        found.append("the version is not 1.4")
    return found


def _marks(paper: pikepdf.Pdf, part: int) -> Iterator[str]:
    if paper.is_encrypted:
        yield "locked"
    intents = paper.Root.get("/OutputIntents")
    if not intents or len(bytes(intents[0].DestOutputProfile.read_bytes())) < 500:
        yield "no colour profile"
    if "/ID" not in paper.trailer:
        yield "no identity of the file"
    with paper.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
        if (about.get(f"{_PDFA}part"), about.get(f"{_PDFA}conformance")) != (str(part), "B"):
            yield "no mark of PDF/A"
        if about.get("dc:title") != str(paper.docinfo.get("/Title")):
            yield "two titles"
        if about.get("dc:creator") != [str(paper.docinfo.get("/Author"))]:
            yield "two authors"


def _faces(paper: pikepdf.Pdf) -> Iterator[str]:
    for thing in paper.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font":
            face = thing.get("/FontDescriptor")
            if face is None or not {"/FontFile", "/FontFile2", "/FontFile3"} & set(face.keys()):
                yield f"{thing.get('/BaseFont')} is not embedded"


def _seen_through(paper: pikepdf.Pdf) -> Iterator[str]:
    for thing in paper.objects:
        entries: Any = thing if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) else {}
        if "/SMask" in entries or entries.get("/S") == "/Transparency":
            yield "something is seen through"
        if isinstance(thing, pikepdf.Stream) and "/LZWDecode" in str(thing.get("/Filter")):
            yield "LZW"


def preflight(files: Sequence[Path]) -> dict[str, list[str]]:
    """Preflight's findings by file name, all files in one call; skips where it is not installed."""
    path = [_JARS / f"{part}.jar" for part in _PARTS]
    if not shutil.which("java") or not all(jar.exists() for jar in path):
        pytest.skip("Apache PDFBox Preflight (Debian: libpdfbox2-java, a Java) is not installed")
    listed = files[0].with_name("preflight.txt")
    listed.write_text("\n".join(map(str, files)), "utf-8")
    words = ["java", "-XX:TieredStopAtLevel=1", "-cp", os.pathsep.join(map(str, path))]
    answer = subprocess.run(
        [*words, "org.apache.pdfbox.preflight.Validator_A1b", "xml", "group", str(listed)],
        capture_output=True,
        text=True,
        check=False,
    )
    told = listed.with_name("preflight.txt.preflight.xml")
    assert told.exists(), answer.stdout + answer.stderr
    return {
        one.get("name", ""): [f"{error.findtext('code')}: {error.findtext('details')}" for error in one.iter("error")]
        for one in ElementTree.parse(told).getroot()
    }
