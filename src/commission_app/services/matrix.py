"""The matrix of a case: outcomes by evidence with judgements, scores of every assessor, and what is covered."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from commission_app.errors import Refusal, refusal
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.evidence import EvidenceItem, EvidenceLink
from commission_app.models.score import Assessor, Result
from commission_app.models.standard import Outcome, Unit
from commission_app.rules import aggregation
from commission_app.rules.combination import Combined, one_sided
from commission_app.rules.evidence_details import shows_attendance_only
from commission_app.rules.scales import PLAIN, Scale
from commission_app.rules.sufficiency import Coverage, LinkFacts, age_years, coverage, is_out_of_date, support
from commission_app.rules.vocabulary.case import CaseState
from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement
from commission_app.rules.vocabulary.scoring import CombinationKind, OutcomeResult, ScaleKind
from commission_app.rules.vocabulary.standard import OutcomeKind
from commission_app.services import standard_criteria
from commission_app.services.conflict_bars import require_unbarred
from commission_app.services.evidence import currency_years
from commission_app.services.score_columns import Columns, columns, scale_of
from commission_app.services.seat_verdicts import AssessorLine, SeatVerdict, assessor_line, unit_verdicts
from commission_app.services.standard_criteria import CriterionForm
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
    weight: int = 1


@dataclass(frozen=True)
class ScoreCell:
    """What one assessor, or the agreement, says of one outcome; values in thousandths. Hidden: scored blind."""

    result: OutcomeResult | None
    reason: str
    version: int | None
    value: int | None = None
    hidden: bool = False
    how: CombinationKind | None = None


@dataclass(frozen=True)
class MatrixRow:
    """One outcome with its evidence and scores; scores stand in the order of the assessors.

    The proposal is what the edition's rule makes of all scores, once nobody scores blind any more.
    """

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
    maximum: int | None = None
    section: str = ""
    proposal: Combined | None = None
    criterion: CriterionForm | None = None
    """How the outcome is read for this applicant, where that was settled otherwise."""


@dataclass(frozen=True)
class MatrixUnit:
    """A unit with its outcomes, its scale, and the verdicts that follow from the columns that may be seen."""

    unit_id: int
    code: str
    title_lv: str
    title_en: str
    rows: tuple[MatrixRow, ...]
    scale: Scale = PLAIN
    rule: tuple[Refusal, ...] = ()
    verdicts: tuple[SeatVerdict, ...] = ()


@dataclass(frozen=True)
class ItemFile:
    """One file of an item."""

    id: int
    name: str
    media_type: str


@dataclass(frozen=True)
class MatrixItem:
    """A column of the matrix; the age in full years on the day the law is taken from, where the item has a date."""

    id: int
    position: int
    kind: EvidenceKind
    title: str
    file_id: int | None
    file_name: str
    media_type: str
    stale: bool
    files: tuple[ItemFile, ...] = ()
    age: int | None = None
    attendance_only: bool = False


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
    scale: ScaleKind = ScaleKind.RESULT
    combination: CombinationKind = CombinationKind.CONSENSUS
    seat: int | None = None
    blind: bool = False
    """Whether the assessors still score blind: columns of others are hidden."""
    against_agreeing: tuple[Refusal, ...] = ()
    warnings: tuple[Refusal, ...] = ()
    currency_years: int | None = None
    """After how many years evidence is out of date; none where nothing limits it."""

    @property
    def links_open(self) -> bool:
        """Whether evidence may be held against outcomes now."""
        return not self.against_links

    @property
    def scores_open(self) -> bool:
        """Whether outcomes may be scored now."""
        return not self.against_scores


def matrix(reading: Reading, case_id: int, seat: int | None = None) -> MatrixCard:
    """The matrix of a case, with the coverage counted by the rule, as the assessor in a seat may see it.

    While the assessors score blind, only one column is told: the chosen seat's, or the one bound to the asker.
    """
    require_unbarred(reading, case_id)
    case = reading.get(RecognitionCase, case_id)
    claims = _claims(reading.session, case_id)
    limit = currency_years(reading.session, case)
    items = _items(reading.session, case_id)
    held = columns(reading.session, case, seat, reading.actor.uid)
    results = {row.outcome_id: row for row in reading.session.scalars(select(Result).where(Result.case_id == case_id))}
    criteria = standard_criteria.of_case(reading, case_id)
    by_outcome = _by_outcome(items)
    units = []
    codes = [str(outcome.id) for claim in claims for outcome in claim.unit.outcomes]
    all_facts = [facts for code in codes for _, facts in by_outcome.get(int(code), [])]
    for claim in claims:
        rows = []
        for outcome in claim.unit.outcomes:
            made = _row(outcome, by_outcome.get(outcome.id, []), held, results.get(outcome.id), limit, case)
            rows.append(replace(made, criterion=criteria.get(outcome.id)))
        units.append(_unit(reading.session, case, claim.unit, tuple(rows), held, results))
    counted = coverage(codes, all_facts, limit, case.law_date)
    return MatrixCard(
        case_id,
        tuple(_item(item, str(item.uid) in counted.stale, case.law_date) for item in items),
        tuple(assessor_line(row, held, [int(code) for code in codes], bool(results)) for row in held.seats),
        tuple(units),
        counted,
        _against_links(case),
        _against_scores(case),
        case.edition.scale,
        held.combination,
        held.seat,
        held.veiled,
        held.against_agreeing(),
        one_sided([row.side for row in held.seats]) if held.seats else (),
        limit,
    )


def _against_links(case: RecognitionCase) -> tuple[Refusal, ...]:
    if case.state in (CaseState.RECEIVED, CaseState.ADMITTED, CaseState.DOCUMENTED):
        return ()
    return (refusal("case.scoring_closed", number=case.number),)


def _against_scores(case: RecognitionCase) -> tuple[Refusal, ...]:
    if case.state is CaseState.DOCUMENTED:
        return ()
    return (refusal("scoring.not_open", number=case.number, state=case.state),)


def _claims(session: Session, case_id: int) -> list[Claim]:
    """The units asked for with their outcomes, in three statements however many there are."""
    query = select(Claim).where(Claim.case_id == case_id).order_by(Claim.id)
    return list(session.scalars(query.options(joinedload(Claim.unit).selectinload(Unit.outcomes))))


def _items(session: Session, case_id: int) -> list[EvidenceItem]:
    query = (
        select(EvidenceItem).where(EvidenceItem.case_id == case_id, EvidenceItem.active).order_by(EvidenceItem.position)
    )
    return list(session.scalars(query.options(selectinload(EvidenceItem.links), selectinload(EvidenceItem.files))))


def _by_outcome(items: list[EvidenceItem]) -> dict[int, list[tuple[EvidenceLink, LinkFacts]]]:
    found: dict[int, list[tuple[EvidenceLink, LinkFacts]]] = {}
    for item in items:
        for row in item.links:
            found.setdefault(row.outcome_id, []).append((row, _facts(item, row)))
    return found


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


def _unit(
    session: Session,
    case: RecognitionCase,
    unit: Unit,
    rows: tuple[MatrixRow, ...],
    held: Columns,
    results: dict[int, Result],
) -> MatrixUnit:
    rule = aggregation.of(case.edition.aggregation, unit.aggregation)
    return MatrixUnit(
        unit.id,
        unit.code,
        unit.title_lv,
        unit.title_en,
        rows,
        scale_of(session, case, unit),
        aggregation.described(rule),
        unit_verdicts(session, case, unit, held, results),
    )


def _row(
    outcome: Outcome,
    pairs: list[tuple[EvidenceLink, LinkFacts]],
    held: Columns,
    result: Result | None,
    limit: int | None,
    case: RecognitionCase,
) -> MatrixRow:
    carried = support([facts for _, facts in pairs], limit, case.law_date)
    proposal = None if held.veiled else held.proposal(outcome.id)
    return MatrixRow(
        outcome.id,
        outcome.code,
        outcome.text_lv,
        outcome.text_en,
        outcome.kind,
        outcome.mandatory,
        tuple(_link(row, is_out_of_date(facts, limit, case.law_date)) for row, facts in pairs),
        tuple(_cell(held, seat, outcome.id) for seat in held.seats),
        _agreed(result),
        proposal.diverges if proposal is not None else False,
        carried.supported,
        carried.why,
        outcome.maximum,
        outcome.section,
        proposal,
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
        row.weight,
    )


def _cell(held: Columns, seat: Assessor, outcome_id: int) -> ScoreCell:
    if not held.may_see(seat):
        return ScoreCell(None, "", None, hidden=True)
    row = held.scores.get((seat.id, outcome_id))
    return ScoreCell(row.result, row.reason, row.version, row.value) if row else ScoreCell(None, "", None)


def _agreed(row: Result | None) -> ScoreCell:
    if row is None:
        return ScoreCell(None, "", None)
    return ScoreCell(row.result, row.reason, row.version, row.value, how=row.agreed_how)


def _item(item: EvidenceItem, stale: bool, on: date) -> MatrixItem:
    file = item.files[0] if item.files else None
    return MatrixItem(
        item.id,
        item.position,
        item.kind,
        item.title,
        file.id if file is not None else None,
        file.name if file is not None else "",
        file.media_type if file is not None else "",
        stale,
        tuple(ItemFile(row.id, row.name, row.media_type) for row in item.files),
        age_years(item.issued_on, on) if item.issued_on is not None else None,
        shows_attendance_only(item.kind, item.details),
    )
