"""The papers of the sample as files: registers, minutes, decisions, protocols, certificates with forms, receipts."""

import re
from collections.abc import Iterator
from pathlib import Path

from commission_app.i18n import Language
from commission_app.rules.vocabulary.register import Book
from commission_app.services import (
    blank_printing,
    cases,
    certificates,
    decision_cards,
    exams,
    papers,
    registers,
    sitting_cards,
)
from commission_app.services.demo_office import Stage

MADE = ("*-register-*.xlsx", "*-register-*.pdf", *(f"{kind}-*.pdf" for kind in ("minutes", "decision", "receipt")))
MADE += ("exam-protocol-*.pdf", "certificate-*.pdf", "form-*.pdf")
BOOKS = {
    Book.APPLICATIONS: "application",
    Book.DECISIONS: "decision",
    Book.CERTIFICATES: "certificate",
    Book.EXAMS: "exam",
    Book.BLANKS: "form",
}


def write(stage: Stage, out: Path, language: Language) -> tuple[str, ...]:
    """Writes every paper of the sample into the folder, in place of those of before; gives their names."""
    for pattern in MADE:
        for old in out.glob(pattern):
            old.unlink()
    names = []
    for name, data in _all(stage, language):
        (out / name).write_bytes(data)
        names.append(name)
    return tuple(names)


def _all(stage: Stage, language: Language) -> Iterator[tuple[str, bytes]]:
    yield from _registers(stage, language)
    yield from _meetings(stage, language)
    yield from _cases(stage, language)


def _registers(stage: Stage, language: Language) -> Iterator[tuple[str, bytes]]:
    year = max(sitting.held_on for sitting in stage.sample.sittings).year
    for book, word in BOOKS.items():
        for kind in ("xlsx", "pdf"):
            yield f"{word}-register-{year}.{kind}", stage.office.ask(registers.export, book, year, kind, language)


def _meetings(stage: Stage, language: Language) -> Iterator[tuple[str, bytes]]:
    office = stage.office
    for key in stage.sittings.values():
        number = office.ask(sitting_cards.sitting_card, key).minutes_number
        yield _name("minutes", number), office.ask(papers.minutes, key, language)
    for key in stage.exams.values():
        number = office.ask(exams.exam_card, key).protocol_number
        yield _name("exam-protocol", number), office.ask(papers.exam_protocol, key, language)


def _cases(stage: Stage, language: Language) -> Iterator[tuple[str, bytes]]:
    office = stage.office
    for case in stage.cases.values():
        number = office.ask(cases.card, case).number
        yield _name("receipt", number), office.ask(papers.receipt, case, language)
        decision = office.ask(decision_cards.of_case, case)
        if decision is not None:
            yield _name("decision", decision.number), office.ask(papers.decision, decision.id, language)
    for key in stage.certificates:
        card = office.ask(certificates.card, key)
        yield _name("certificate", card.number), office.ask(papers.certificate, key, language)
        if card.on_form:
            yield _name("form", card.number), office.ask(blank_printing.overlay, key)


def _name(kind: str, number: str) -> str:
    return f"{kind}-{re.sub(r'[^0-9A-Za-z-]+', '-', number)}.pdf"
