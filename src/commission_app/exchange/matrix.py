"""Reads a competence framework in Mahara's .matrix format (JSON) as a standard of kind framework.

Standards become units, elements become learning outcomes; an element below another is an outcome of its own, right
after it. The format names no language, so the texts go to the half that the caller names.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from commission_app.errors import RefusedError
from commission_app.exchange import json_reader
from commission_app.exchange.framework_code import code_of_title
from commission_app.exchange.matrix_elements import Element, check_elements, code_of, read_elements
from commission_app.exchange.plain_text import plain_text
from commission_app.exchange.standard_facts import (
    LONGEST_TITLE,
    MOST_OUTCOMES,
    OutcomeFacts,
    StandardFacts,
    StandardFormat,
    UnitFacts,
    check,
)
from commission_app.rules.vocabulary.standard import StandardKind, UnitKind


def is_matrix(data: bytes) -> bool:
    """Whether the bytes look like JSON, in whatever encoding."""
    return data[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] in {b"{", b"["}


def read(data: bytes, name: str, language_of_text: str = "en") -> StandardFacts:
    """The framework in the file; `language_of_text` is "lv" or "en"."""
    return of(json_reader.parsed(data, name), name, language_of_text)


def of(parsed: object, name: str, language_of_text: str = "en") -> StandardFacts:
    """The framework in a file that was parsed already; one that this program wrote names its language itself."""
    whole = json_reader.fields(parsed, name, "{}")
    if "framework" not in whole:
        raise RefusedError("matrix.missing", file=name, place="{}", key="framework")
    framework = json_reader.fields(whole["framework"], name, "framework")
    named = json_reader.text(framework, "language", name, "framework")
    language_of_text = named if named in ("lv", "en") else language_of_text
    kind = json_reader.text(framework, "kind", name, "framework")
    standards = _standards(json_reader.items(framework, "standards", name, "framework"), name, language_of_text)
    items = json_reader.items(framework, "standardelements", name, "framework")
    elements = read_elements(items, name, MOST_OUTCOMES)
    check_elements(elements, [standard.code for standard in standards], name)
    title = _line(json_reader.text(framework, "name", name, "framework"))
    if not title:
        raise RefusedError("matrix.missing", file=name, place="framework", key="name")
    half = _Half(language_of_text)
    made: set[str] = set()
    facts = StandardFacts(
        code=code_of(framework, "code", name, "framework") or code_of_title(title),
        kind=StandardKind(kind) if kind in list(StandardKind) else StandardKind.FRAMEWORK,
        title_lv=half.lv(title),
        title_en=half.en(title),
        edition_label=json_reader.text(framework, "edition", name, "framework")[:80],
        units=tuple(_with_outcomes(standards, elements, half, made)),
        format=StandardFormat.MATRIX,
    )
    check(facts)
    return replace(facts, made=frozenset(made))


@dataclass(frozen=True, slots=True)
class _Half:
    """Which of the two languages the texts of the file are in."""

    language: str

    def lv(self, text: str) -> str:
        return text if self.language == "lv" else ""

    def en(self, text: str) -> str:
        return "" if self.language == "lv" else text


def _standards(found: list[object], file: str, language: str) -> tuple[UnitFacts, ...]:
    half, units = _Half(language), []
    if len(found) > MOST_OUTCOMES:
        raise RefusedError("matrix.too_many", file=file, n=len(found), most=MOST_OUTCOMES)
    for n, item in enumerate(found):
        place = f"standards[{n}]"
        owner = json_reader.fields(item, file, place)
        title = _line(json_reader.text(owner, "name", file, place) or json_reader.text(owner, "shortname", file, place))
        if not title:
            raise RefusedError("matrix.missing", file=file, place=place, key="name")
        code = code_of(owner, "standardid", file, place)
        if not code:
            raise RefusedError("matrix.missing", file=file, place=place, key="standardid")
        units.append(UnitFacts(code=code, title_lv=half.lv(title), title_en=half.en(title), kind=UnitKind.UNIT))
    for code, count in Counter(unit.code for unit in units).items():
        if count > 1:
            raise RefusedError("matrix.doubled", file=file, key="standardid", code=code)
    return tuple(units)


def _with_outcomes(
    units: tuple[UnitFacts, ...], elements: tuple[Element, ...], half: _Half, made: set[str]
) -> Iterator[UnitFacts]:
    top: dict[str, list[Element]] = {}
    below: dict[str, list[Element]] = {}
    for element in elements:
        # A child goes where its parent is, whatever standard it names itself.
        place = below.setdefault(element.parent, []) if element.parent else top.setdefault(element.standard, [])
        place.append(element)
    taken = {element.id.casefold() for element in elements}
    for unit in units:
        ordered = _ordered(top.get(unit.code, []), below)
        yield replace(unit, outcomes=tuple(_outcomes(unit.code, ordered, taken, half, made)))


def _ordered(top: list[Element], below: dict[str, list[Element]]) -> Iterator[Element]:
    waiting = list(reversed(top))
    while waiting:
        element = waiting.pop()
        yield element
        if element.id:
            waiting.extend(reversed(below.get(element.id, [])))


def _outcomes(
    unit: str, elements: Iterator[Element], taken: set[str], half: _Half, made: set[str]
) -> Iterator[OutcomeFacts]:
    for number, element in enumerate(elements, start=1):
        code = element.id
        if not code or code.startswith("#"):
            code = f"{unit}.{number}"
            while code.casefold() in taken:
                code += "'"
            taken.add(code.casefold())
            made.add(f"outcome:{code}")
        yield OutcomeFacts(code=code, text_lv=half.lv(element.text), text_en=half.en(element.text))


def _line(text: str) -> str:
    return " ".join(plain_text(text).split())[:LONGEST_TITLE]
