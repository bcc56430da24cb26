"""Every paper of the house with facts to print it from; a new `render(facts, language)` is found by itself."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache
from typing import Any, get_type_hints

import commission_app.documents
from commission_app.documents.house_style import Pair
from commission_app.documents.register_book import BookFacts
from commission_app.documents.registers import decisions
from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.rules import conformity_matrix, conformity_measures
from commission_app.rules.vocabulary.microcredential import ProgrammeKind
from tests.documents import entries, papers
from tests.documents.sample_facts import made
from tests.documents.sample_records import long_record, microcredential_record, principles

Facts = Callable[[int], object]
ONE, FORTY, FEW = 1, 40, 3


def _book(lines: int) -> BookFacts:
    rows = [decisions.cells(entries.decision(at), LATVIAN) for at in range(lines)]
    title, period = Pair("Lēmumu reģistrs", "Register of decisions"), Pair("2026. gads", "2026")
    return BookFacts(papers.letterhead(), title, period, decisions.COLUMNS, rows, lines, voided=("L-2026/009",))


FACTS: dict[str, Facts] = {
    "decision": papers.decision,
    "statement": papers.statement,
    "form_sheet": lambda lines: papers.form_sheet(),
    "exam_protocol": papers.exam,
    "exam_summary": papers.exam,
    "receipt": lambda lines: papers.receipt(),
    "minutes": papers.minutes,
    "minutes_note": papers.minutes,
    "register_book": _book,
}
"""Papers whose facts a person chose; those of all others are made by the types of their fields."""

FIXED: dict[str, Callable[[int], dict[str, object]]] = {
    "minutes_extract": lambda lines: {"record": papers.minutes().record, "position": 2},
    "incident_report": lambda lines: {"record": papers.minutes().record},
    "microcredential": lambda lines: {"record": long_record() if lines == FORTY else microcredential_record(lines)},
    "calibration_page": lambda lines: {"width": 2100, "height": 2970},
    "key_sheet": lambda lines: {
        "fingerprint": ("0f1e 2d3c 4b5a 6978",) * 4,
        "pem": "MFkwEwYHKoZIzj0CAQYIKoZIzj0D\n" * 3,
    },
    "certificate_annex": lambda lines: {"record": microcredential_record(lines)},
    "conformity_matrix": lambda lines: {"sheets": tuple(conformity_matrix.shipped(kind) for kind in ProgrammeKind)},
    "conformity_meter": lambda lines: {"meter": conformity_measures.of_issue(microcredential_record(lines))},
    "conformity_principles": lambda lines: {"sheet": principles()},
}
"""What the types alone cannot know of a paper."""

# A paper for each addressee or member: three are enough to see them all.
MANY_PAPERS = {"convocation", "convocation_agenda", "member_statement"}
LEFT_OUT = {"form_overlay": "prints on the state's own form; tests/documents/test_form_overlay.py measures it"}


@dataclass(frozen=True)
class Paper:
    """A kind of paper: how it is called, and who prints it."""

    name: str
    render: Callable[[Any, Language], bytes]
    kind: type

    def facts(self, lines: int) -> object:
        """Its facts with so many lines."""
        lines = min(lines, FEW) if self.name in MANY_PAPERS else lines
        if self.name in FACTS:
            return FACTS[self.name](lines)
        return made(self.kind, lines, **FIXED.get(self.name, lambda _: {})(lines))


@cache
def every_paper() -> dict[str, Paper]:
    """All kinds of papers by name."""
    return {paper.name: paper for paper in _found() if paper.name not in LEFT_OUT}


def prints(paper: Paper) -> Iterator[tuple[str, bytes]]:
    """A paper as the golden documents keep it: forty lines in Latvian, one in English, or both where it has units."""
    wanted = [(LATVIAN, FORTY), (ENGLISH, ONE)]
    if paper.name in ("decision", "statement", "microcredential", "certificate_annex", "exam_protocol", "minutes"):
        wanted += [(LATVIAN, ONE), (ENGLISH, FORTY)]
    for language, lines in wanted:
        yield f"{language.code}-{lines}", paper.render(paper.facts(lines), language)


def _found() -> Iterator[Paper]:
    for module in pkgutil.iter_modules(commission_app.documents.__path__):
        house = importlib.import_module(f"{commission_app.documents.__name__}.{module.name}")
        for name, member in vars(house).items():
            if inspect.isfunction(member) and member.__module__ == house.__name__ and not name.startswith("_"):
                kind = _prints(member)
                if kind is not None:
                    short = name.removeprefix("render").removeprefix("_")
                    yield Paper(f"{module.name}_{short}".rstrip("_"), member, kind)


def _prints(member: Callable[..., object]) -> type | None:
    """The facts a function makes a paper of; nothing for any other function."""
    names = list(inspect.signature(member).parameters)
    if names[:1] != ["facts"] or len(names) < 2 or member.__name__ == "workbook":
        return None
    hints = get_type_hints(member)
    if hints.get("return") is not bytes or hints[names[1]] is not Language:
        return None
    kind = hints["facts"]
    return kind if isinstance(kind, type) and is_dataclass(kind) else None
