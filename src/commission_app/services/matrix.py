"""The matrix of a case: outcomes by evidence with judgements, scores of every assessor, and what is covered."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from commission_app.errors import Refusal, refusal
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceItem, EvidenceLink
from commission_app.models.score import Assessor, Result, Score
from commission_app.models.standard import Outcome
from commission_app.rules.evidence_details import shows_attendance_only
from commission_app.rules.scoring import agree
from commission_app.rules.sufficiency import Coverage, LinkFacts, coverage, is_out_of_date, support
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.commission import Side
from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.rules.vocabulary.standard import OutcomeKind
from commission_app.services.evidence import currency_years
from commission_app.store.work import Reading


@dataclass(frozen=True)
class LinkCell:
    """One item held against one outcome."""

    id: int
    version: int
    item_id: int
    citation: str
    note: str
    valid: Judgement
    authentic: Judgement
    current: Judgement
    sufficient: Judgement
    stale: bool


@dataclass(frozen=True)
class ScoreCell:
    """What one assessor, or the agreement, says of one outcome."""

    result: OutcomeResult | None
    reason: str
    version: int | None


@dataclass(frozen=True)
class MatrixRow:
    """One outcome with its evidence and scores; scores stand in the order of the assessors."""

    outcome_id: int
    code: str
    text_lv: str
    text_en: str
    kind: OutcomeKind | None
    mandatory: bool
    links: tuple[LinkCell, ...]
    scores: tuple[ScoreCell, ...]
    agreed: ScoreCell
    diverges: bool
    supported: bool
    support: Refusal


@dataclass(frozen=True)
class MatrixUnit:
    """A unit with its outcomes."""

    unit_id: int
    code: str
    title_lv: str
    title_en: str
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class MatrixItem:
    """A column of the matrix."""

    id: int
    position: int
    kind: EvidenceKind
    title: str
    file_id: int | None
    file_name: str
    media_type: str
    stale: bool


@dataclass(frozen=True)
class AssessorLine:
    """A column of scores."""

    id: int
    seat: int
    name: str
    side: Side
    finished: bool


@dataclass(frozen=True)
class MatrixCard:
    """The whole matrix of a case."""

    case_id: int
    items: tuple[MatrixItem, ...]
    assessors: tuple[AssessorLine, ...]
    units: tuple[MatrixUnit, ...]
    coverage: Coverage
    against_links: tuple[Refusal, ...]
    against_scores: tuple[Refusal, ...]

    @property
    def links_open(self) -> bool:
        """Whether evidence may be held against outcomes now."""
        return not self.against_links

    @property
    def scores_open(self) -> bool:
        """Whether outcomes may be scored now."""
        return not self.against_scores


def matrix(reading: Reading, case_id: int) -> MatrixCard:
    """The matrix of a case, with the coverage counted by the rule."""
    case = reading.get(RecognitionCase, case_id)
    limit = currency_years(reading.session, case)
    items = _items(reading.session, case_id)
    seats = _seats(reading.session, case_id)
    results = _results(reading.session, case_id)
    by_outcome: dict[int, list[tuple[EvidenceLink, LinkFacts]]] = {}
    for item in items:
        for row in item.links:
            by_outcome.setdefault(row.outcome_id, []).append((row, _facts(item, row)))
    scores = {(row.assessor_id, row.outcome_id): row for seat in seats for row in seat.scores}
    units, all_facts, codes = [], [], []
    for claim in case.claims:
        rows = []
        for outcome in claim.unit.outcomes:
            pairs = by_outcome.get(outcome.id, [])
            codes.append(str(outcome.id))
            all_facts += [facts for _, facts in pairs]
            given = [scores.get((seat.id, outcome.id)) for seat in seats]
            rows.append(_row(outcome, pairs, given, results.get(outcome.id), limit, case))
        unit = claim.unit
        units.append(MatrixUnit(unit.id, unit.code, unit.title_lv, unit.title_en, tuple(rows)))
    counted = coverage(codes, all_facts, limit, case.law_date)
    stale = set(counted.stale)
    return MatrixCard(
        case_id,
        tuple(_item(item, str(item.uid) in stale) for item in items),
        tuple(AssessorLine(row.id, row.seat, row.name, row.side, row.finished_at is not None) for row in seats),
        tuple(units),
        counted,
        _against_links(case),
        _against_scores(case),
    )


def _against_links(case: RecognitionCase) -> tuple[Refusal, ...]:
    if case.state in (CaseState.RECEIVED, CaseState.ADMITTED, CaseState.DOCUMENTED):
        return ()
    return (refusal("case.scoring_closed", number=case.number),)


def _against_scores(case: RecognitionCase) -> tuple[Refusal, ...]:
    if case.state is CaseState.DOCUMENTED:
        return ()
    return (refusal("scoring.not_open", number=case.number, state=case.state),)


def _items(session: Session, case_id: int) -> list[EvidenceItem]:
    query = (
        select(EvidenceItem).where(EvidenceItem.case_id == case_id, EvidenceItem.active).order_by(EvidenceItem.position)
    )
    return list(session.scalars(query.options(selectinload(EvidenceItem.links), selectinload(EvidenceItem.files))))


def _seats(session: Session, case_id: int) -> list[Assessor]:
    query = select(Assessor).where(Assessor.case_id == case_id).order_by(Assessor.seat)
    return list(session.scalars(query.options(selectinload(Assessor.scores))))


def _results(session: Session, case_id: int) -> dict[int, Result]:
    rows = session.scalars(select(Result).where(Result.case_id == case_id))
    return {row.outcome_id: row for row in rows}


def _facts(item: EvidenceItem, row: EvidenceLink) -> LinkFacts:
    return LinkFacts(
        str(item.uid),
        str(row.outcome_id),
        row.valid,
        row.authentic,
        row.current,
        row.sufficient,
        row.weight,
        item.issued_on,
        shows_attendance_only(item.kind, item.details),
    )


def _row(
    outcome: Outcome,
    pairs: list[tuple[EvidenceLink, LinkFacts]],
    given: list[Score | None],
    result: Result | None,
    limit: int | None,
    case: RecognitionCase,
) -> MatrixRow:
    carried = support([facts for _, facts in pairs], limit, case.law_date)
    agreed = agree([row.result if row else None for row in given])
    return MatrixRow(
        outcome.id,
        outcome.code,
        outcome.text_lv,
        outcome.text_en,
        outcome.kind,
        outcome.mandatory,
        tuple(_link(row, is_out_of_date(facts, limit, case.law_date)) for row, facts in pairs),
        tuple(_score(row) for row in given),
        _score(result),
        agreed.diverges,
        carried.supported,
        carried.why,
    )


def _link(row: EvidenceLink, stale: bool) -> LinkCell:
    return LinkCell(
        row.id,
        row.version,
        row.item_id,
        row.citation,
        row.note,
        row.valid,
        row.authentic,
        row.current,
        row.sufficient,
        stale,
    )


def _score(row: Score | Result | None) -> ScoreCell:
    return ScoreCell(row.result, row.reason, row.version) if row else ScoreCell(None, "", None)


def _item(item: EvidenceItem, stale: bool) -> MatrixItem:
    file = item.files[0] if item.files else None
    name, media = (file.name, file.media_type) if file is not None else ("", "")
    return MatrixItem(
        item.id, item.position, item.kind, item.title, file.id if file is not None else None, name, media, stale
    )
