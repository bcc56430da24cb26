"""The scoring workbook of assessors without the program: it goes out for a case and comes back checked row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.errors import RefusedError
from commission_app.exchange import score_sheet_reader, score_sheet_writer
from commission_app.exchange.findings import Finding
from commission_app.exchange.score_sheet import CaseSheet, SheetHead, SheetRow
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceItem
from commission_app.models.score import Assessor, Score
from commission_app.models.standard import Outcome, Unit
from commission_app.rules.scales import as_points
from commission_app.services import people, scoring
from commission_app.services.score_rows import SheetEntry, against_handling, check_open, entries
from commission_app.store.work import Reading, Work
from commission_app.wording.words import word


@dataclass(frozen=True)
class SheetTurn:
    """One sheet of a returned workbook: whose scores they are, and how many of them are new."""

    sheet: str
    case_number: str
    assessor: str
    new: int


@dataclass(frozen=True)
class SheetsRead:
    """What a returned workbook would bring, and every row that is refused, by sheet, row and column."""

    turns: tuple[SheetTurn, ...]
    refused: tuple[Finding, ...]

    @property
    def new(self) -> int:
        """How many scores are new."""
        return sum(turn.new for turn in self.turns)


def workbook(reading: Reading, assessor_ids: Sequence[int], language: Language) -> bytes:
    """The workbook for these seats, a sheet for each; other assessors' scores are not in it.

    Refused: a case whose outcomes may not be scored now, a sheet that is finished.
    """
    sheets = []
    for number, key in enumerate(assessor_ids, 1):
        reading.progress.step(number, len(assessor_ids))
        assessor = reading.get(Assessor, key)
        check_open(reading, assessor)
        reading.opened.add(assessor.case.person.uid)
        sheets.append(_sheet(reading.session, assessor, language))
    return score_sheet_writer.workbook(language, sheets)


def foresee(reading: Reading, data: bytes, file: str) -> SheetsRead:
    """What a returned workbook would bring; nothing is stored.

    Refused: a file that is no scoring workbook of this program.
    """
    found, refused = _read(reading, data, file)
    return SheetsRead(tuple(_turn(one) for one in found), refused)


def take_in(work: Work, data: bytes, file: str, *, good_rows: bool = False) -> SheetsRead:
    """The scores of a returned workbook are stored: all of them, or none where a row is refused.

    With `good_rows` the rows that are right are stored although others are refused.
    """
    found, refused = _read(work, data, file)
    if refused and not good_rows:
        raise RefusedError("score_sheet.refused_rows", file=file, count=len(refused), first=refused[0].refusal)
    for one in found:
        if one.cells:
            scoring.score_many(work, one.assessor.id, one.cells)
    return SheetsRead(tuple(_turn(one) for one in found), refused)


def seats_of(reading: Reading, case_ids: Sequence[int]) -> tuple[int, ...]:
    """The seats of these cases whose sheets are not finished and may be handled by who asks, by cases and seats."""
    query = select(Assessor).where(Assessor.case_id.in_(case_ids), Assessor.finished_at.is_(None))
    found = reading.session.scalars(query.order_by(Assessor.case_id, Assessor.seat)).all()
    return tuple(row.id for row in found if not against_handling(reading, row))


def seats_by_number(reading: Reading, number: str, seat: int | None = None) -> tuple[int, ...]:
    """The seats of the case with this number, or one of them.

    Refused: a number no case has, a case without (such) a seat.
    """
    case = reading.session.scalars(select(RecognitionCase).where(RecognitionCase.number == number)).one_or_none()
    if case is None:
        raise RefusedError("score_sheet.no_case", number=number)
    query = select(Assessor.id).where(Assessor.case_id == case.id).order_by(Assessor.seat)
    keys = tuple(reading.session.scalars(query if seat is None else query.where(Assessor.seat == seat)))
    if not keys:
        raise RefusedError("score_sheet.no_seat", number=number)
    return keys


def _read(reading: Reading, data: bytes, file: str) -> tuple[list[SheetEntry], tuple[Finding, ...]]:
    returned = score_sheet_reader.read(data, file)
    refused, found = list(returned.findings), []
    for sheet in returned.sheets:
        one, troubles = entries(reading, sheet, file, _sheet)
        refused += troubles
        if one is not None:
            found.append(one)
    return found, tuple(refused)


def _turn(one: SheetEntry) -> SheetTurn:
    return SheetTurn(one.sheet, one.assessor.case.number, one.assessor.name, len(one.cells))


def _sheet(session: Session, assessor: Assessor, language: Language) -> CaseSheet:
    case = assessor.case
    standard = case.edition.standard
    head = SheetHead(
        case.number,
        people.full_name(case.person),
        language.half(standard.title_lv, standard.title_en),
        case.edition.label,
        assessor.name,
        str(case.uid),
        str(case.edition.uid),
        str(assessor.uid),
        case.edition.scale,
    )
    shown = _evidence(session, case)
    scores = {row.outcome_id: row for row in assessor.scores}
    rows = []
    for claim in case.claims:
        for outcome in claim.unit.outcomes:
            cell = scores.get(outcome.id)
            rows.append(
                SheetRow(
                    str(outcome.uid),
                    _unit_text(language, claim.unit),
                    outcome.code,
                    _outcome_text(language, outcome),
                    outcome.mandatory,
                    tuple(shown.get(outcome.id, ())),
                    None if outcome.maximum is None else Decimal(outcome.maximum) / 1000,
                    _score(language, cell),
                    "" if cell is None else cell.reason,
                    0 if cell is None else cell.version,
                )
            )
    return CaseSheet(head, tuple(rows))


def _score(language: Language, cell: Score | None) -> str | Decimal | None:
    """A score as it stands in its cell: a number on a scale of numbers, else the word."""
    if cell is None:
        return None
    return word(language, cell.result) if cell.value is None else as_points(cell.value)


def _unit_text(language: Language, unit: Unit) -> str:
    """A unit as the sheet names it."""
    return f"{unit.code} {language.half(unit.title_lv, unit.title_en)}".strip()


def _outcome_text(language: Language, outcome: Outcome) -> str:
    """An outcome as the sheet words it."""
    return language.half(outcome.text_lv, outcome.text_en)


def _evidence(session: Session, case: RecognitionCase) -> dict[int, list[str]]:
    items = session.scalars(
        select(EvidenceItem)
        .where(EvidenceItem.case_id == case.id, EvidenceItem.active.is_(True))
        .order_by(EvidenceItem.position)
    )
    found: dict[int, list[str]] = {}
    for item in items:
        for link in item.links:
            said = f"P{item.position} {item.title}" + (f", {link.citation}" if link.citation else "")
            found.setdefault(link.outcome_id, []).append(said)
    return found
