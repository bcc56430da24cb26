"""A framework of 20,000 outcomes: each format read beside the bare reader of its file, then previewed and stored."""

import csv
import io
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from bench.pages import opened
from bench.sides import Line

if TYPE_CHECKING:
    from commission_app.exchange.standard_facts import StandardFacts

MANY = 20_000
UNITS = 400
TURNS = 3
# The peer reads the same bytes and makes one dataclass a row, as any reader must before it can check anything. Ours
# also cleans the texts, plants the tree, finds doubled codes and circles, and checks every row.
AIMS = {"Excel": "<=2x", "CASE": "<=10x", "Moodle": "<=10x", "Mahara": "<=10x"}
# A person waits for the preview: two seconds. Taking in writes 20,000 rows under the chain, once a standard.
PREVIEW, STORE = "<=2000", "<=30000"


def measure() -> list[Line]:
    """Milliseconds of reading, previewing and storing."""
    from commission_app.exchange import case_framework_writer, matrix_writer, moodle_competencies, standard_workbook
    from commission_app.exchange.standard_reader import read_standard
    from commission_app.i18n import LATVIAN

    facts = framework()
    files: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
        "Excel": (standard_workbook.write(facts, LATVIAN), _cells),
        "CASE": (case_framework_writer.write(facts), _items),
        "Moodle": (moodle_competencies.write(facts, "lv"), _lines),
        "Mahara": (matrix_writer.write(facts, "lv"), _elements),
    }
    lines = []
    for name, (data, bare) in files.items():
        both = (partial(read_standard, data, name), partial(bare, data))
        # By turns, and the best of each: what else the machine does hits one side only.
        turns = [tuple(_milliseconds(side) for side in both) for _ in range(TURNS)]
        ours, peer = (min(turn[side] for turn in turns) for side in (0, 1))
        lines.append(Line(f"reading 20,000 outcomes, {name}", ours, peer, "ms", AIMS[name], "bare reader"))
    return lines + _stored(files["CASE"][0])


def framework() -> "StandardFacts":
    """A framework of 400 units with 50 outcomes each."""
    from commission_app.exchange.standard_facts import OutcomeFacts, StandardFacts, UnitFacts
    from commission_app.rules.vocabulary.standard import StandardKind

    each = MANY // UNITS
    units = tuple(
        UnitFacts(
            code=f"V{n}",
            title_lv=f"Vienība {n}",
            outcomes=tuple(OutcomeFacts(code=f"V{n}.{m}", text_lv=f"Prot risināt uzdevumu {m}.") for m in range(each)),
        )
        for n in range(UNITS)
    )
    return StandardFacts(code="LIELS", kind=StandardKind.FRAMEWORK, title_lv="Liels ietvars", units=units)


def _stored(data: bytes) -> list[Line]:
    from commission_app.exchange.standard_reader import read_standard
    from commission_app.services import standard_import

    facts = read_standard(data, "x.json")
    with tempfile.TemporaryDirectory() as folder:
        office = opened(Path(folder) / "office", 1)
        try:
            seen = _milliseconds(lambda: office.ask(standard_import.preview, facts))
            stored = _milliseconds(lambda: office.do(standard_import.take_in, facts))
            again = _milliseconds(lambda: office.ask(standard_import.preview, facts))
        finally:
            office.close()
    return [
        Line("preview of 20,000 outcomes, new", seen, None, "ms", PREVIEW),
        Line("taking 20,000 outcomes in", stored, None, "ms", STORE),
        Line("preview of 20,000 outcomes, the same again", again, None, "ms", PREVIEW),
    ]


@dataclass(frozen=True, slots=True)
class _Bare:
    """What the peer makes of a row."""

    code: str
    text: str


def _items(data: bytes) -> object:
    return [_Bare(row["humanCodingScheme"], row["fullStatement"]) for row in json.loads(data)["CFItems"]]


def _elements(data: bytes) -> object:
    return [_Bare(row["elementid"], row["name"]) for row in json.loads(data)["framework"]["standardelements"]]


def _lines(data: bytes) -> object:
    """Moodle keeps its descriptions in HTML, so the peer reads that too."""
    return [_Bare(row[1], _unmarked(row[3])) for row in csv.reader(io.StringIO(data.decode()))]


def _unmarked(markup: str) -> str:
    reader, pieces = HTMLParser(), list[str]()
    reader.handle_data = pieces.append  # type: ignore[assignment]
    reader.feed(markup)
    reader.close()
    return "".join(pieces)


def _cells(data: bytes) -> object:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True)
    sheets = (sheet.iter_rows(values_only=True) for sheet in book.worksheets)
    return [_Bare(str(row[0]), str(row[-1])) for rows in sheets for row in rows]


def _milliseconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
