"""Competency frameworks as Moodle keeps them in CSV: read whoever wrote them, written so that Moodle takes them."""

import csv
import html
import io
from dataclasses import replace

from commission_app.errors import RefusedError, refusal
from commission_app.exchange.csv_text import decoded, rows
from commission_app.exchange.framework_code import code_of_title
from commission_app.exchange.plain_text import plain_text
from commission_app.exchange.standard_facts import (
    LONGEST_CODE,
    LONGEST_TEXT,
    LONGEST_TITLE,
    StandardFacts,
    StandardFormat,
    check,
)
from commission_app.exchange.standard_tree import MOST_NODES, Node, planted, sorted_out
from commission_app.rules.vocabulary.standard import StandardKind

HEADINGS = (
    "Parent ID number",
    "ID number",
    "Short name",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type",
    "Rule outcome",
    "Rule config",
    "Cross-referenced competency ID numbers",
    "Exported ID (optional)",
    "Is framework",
    "Taxonomy",
)
_SCALE = "Not yet competent,Competent"
_SCALE_CONFIG = '[{"scaleid":"1"},{"id":1,"scaledefault":1,"proficient":0},{"id":2,"scaledefault":0,"proficient":1}]'
_SHORT = 100
_LEVELS = ("part", "unit", "outcome")
Row = dict[str, str]


def is_competencies(data: bytes) -> bool:
    """Whether the first line has the headings of Moodle's file."""
    head = data[:2000].replace(b"\0", b"").lower()
    return b"parent id number" in head and b"short name" in head


def read(data: bytes, name: str, language_of_text: str = "en") -> StandardFacts:
    """The framework in the file; `language_of_text` is "lv" or "en"."""
    found = rows(decoded(data, name), name)
    places = _places(found[0][1] if found else [], name)
    if len(found) > MOST_NODES + 2:
        raise RefusedError("standard_file.too_many", file=name, n=len(found), most=MOST_NODES)
    lv = language_of_text == "lv"
    for _, cells in found[1:]:
        mark = next((cell for cell in cells if cell.partition("|")[0] in list(StandardKind)), "")
        if mark[-1:] and mark.split("|")[1:2] in (["lv"], ["en"]):
            lv = mark.split("|")[1] == "lv"
            break
    head: Row | None = None
    nodes: list[Node] = []
    for line, cells in found[1:]:
        row = {key: cells[n].strip() if n < len(cells) else "" for key, n in places.items()}
        if row.get("is framework", "").casefold() not in ("", "0", "false"):
            if head is not None:
                raise RefusedError("standard_file.two_frameworks", file=name, line=line)
            head = row
        else:
            nodes.append(_node(row, line, name, lv))
    if head is None:
        raise RefusedError("standard_file.no_framework", file=name)
    facts = _facts(head, nodes, name, lv)
    check(facts)
    return facts


def write(facts: StandardFacts, language: str) -> bytes:
    """The framework in the language, or in the other where a text is missing; UTF-8, separated by commas."""
    lv = language == "lv"
    out = io.StringIO(newline="")
    sheet = csv.writer(out)
    sheet.writerow(HEADINGS)
    title, text = _of(facts.title_lv, facts.title_en, lv), _of(facts.description_lv, facts.description_en, lv)
    taxonomy = "domain,competency,outcome,outcome" if facts.parts else "competency,outcome,outcome,outcome"
    mark = f"{facts.kind.value}|{language}|{facts.edition_label}"
    sheet.writerow(["", facts.code, title, _marked(text), 1, _SCALE, _SCALE_CONFIG, "", "", "", "", mark, 1, taxonomy])
    for part in facts.parts:
        sheet.writerow(_line("", f"p:{part.code}", _of(part.title_lv, part.title_en, lv), "part"))
    for unit in facts.units:
        above = f"p:{unit.part_code}" if unit.part_code else ""
        sheet.writerow(_line(above, f"u:{unit.code}", _of(unit.title_lv, unit.title_en, lv), "unit"))
        for outcome in unit.outcomes:
            said = _of(outcome.text_lv, outcome.text_en, lv)
            sheet.writerow(_line(f"u:{unit.code}", outcome.code, said, "outcome"))
    return out.getvalue().encode()


def _line(parent: str, key: str, text: str, level: str) -> list[object]:
    short = " ".join(text.split())
    short = short if len(short) <= _SHORT else short[: _SHORT - 1] + "…"
    return [parent, key, short, _marked(text), 1, "", "", "", "", "", "", level, "", ""]


def _marked(text: str) -> str:
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in text.splitlines() if line.strip())


def _places(head: list[str], file: str) -> dict[str, int]:
    places: dict[str, int] = {}
    for n, heading in enumerate(head):
        key = " ".join(heading.replace("\ufeff", "").casefold().split())
        if key in places and key:
            raise RefusedError("standard_file.doubled_column", file=file, column=heading.strip()[:60])
        places[key] = n
    for heading in ("Parent ID number", "ID number", "Short name", "Is framework"):
        if heading.casefold() not in places:
            raise RefusedError("standard_file.missing_column", file=file, column=heading)
    return places


def _node(row: Row, line: int, file: str, lv: bool) -> Node:
    place = str(line)
    key, short = row["id number"], plain_text(row["short name"])
    text = plain_text(row.get("description", ""))
    if not key or not (short or text):
        wanted = "Short name" if key else "ID number"
        raise RefusedError("standard_file.empty_cell", file=file, line=line, column=wanted)
    if len(text) > LONGEST_TEXT or len(short) > LONGEST_TEXT:
        raise RefusedError("standard_file.text_too_long", file=file, place=place, most=LONGEST_TEXT)
    level = row.get("exported id (optional)", "")
    level = level if level in _LEVELS else ""
    node = Node(place, key, row["parent id number"], key, level=level)
    crossed = row.get("cross-referenced competency id numbers", "")
    node.same_as = tuple(one.strip() for one in crossed.split(",") if one.strip())
    if level in ("part", "unit"):
        node.code = key[2:] if key[:2] in ("p:", "u:") else key
        title = said = " ".join(text.split()) or short
    elif level == "outcome":
        title = said = text or short
    else:
        title, said = short or text, text if text.startswith(short) else f"{short}\n{text}".strip()
    if lv:
        node.title_lv, node.text_lv = title, said
    else:
        node.title_en, node.text_en = title, said
    return node


def _facts(head: Row, nodes: list[Node], file: str, lv: bool) -> StandardFacts:
    title = " ".join(plain_text(head["short name"]).split())[:LONGEST_TITLE]
    code = " ".join(head["id number"].split())[:LONGEST_CODE] or code_of_title(title)
    text = plain_text(head.get("description", ""))
    kind, _, label = head.get("exported id (optional)", "").partition("|")
    label = label.partition("|")[2]
    known = kind in [member.value for member in StandardKind]
    tree = sorted_out(planted(nodes, file), file, Node("", "", "", code, title if lv else "", "" if lv else title))
    crossed = [node for node in nodes if node.same_as]
    noted = (refusal("standard_file.peers_not_kept", file=file, n=len(crossed)),) if crossed else ()
    for node in crossed:
        # Moodle's cross-reference is a likeness within the framework, no sameness.
        node.same_as = ()
    facts = StandardFacts(
        code=code,
        kind=StandardKind(kind) if known else StandardKind.FRAMEWORK,
        title_lv=title if lv else "",
        title_en="" if lv else title,
        edition_label=label[:80] if known else "",
        description_lv=text if lv else "",
        description_en="" if lv else text,
        format=StandardFormat.MOODLE,
    )
    return replace(facts, parts=tree.parts, units=tree.units, made=tree.made, noted=noted)


def _of(lv: str, en: str, latvian: bool) -> str:
    return (lv or en) if latvian else (en or lv)
