"""Submissions: the portfolio frozen each time it is handed in, sent back with notes, compared with the one before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from commission_app.errors import RefusedError
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.evidence import (
    EvidenceFile,
    EvidenceItem,
    EvidenceLink,
    ReturnNote,
    SelfAssessment,
    Submission,
)
from commission_app.models.standard import Outcome
from commission_app.rules import submission as rule
from commission_app.rules import workflow
from commission_app.rules.submission import Difference, Snapshot
from commission_app.rules.vocabulary.case import CaseAct
from commission_app.rules.vocabulary.evidence import SubmissionState
from commission_app.services import case_facts
from commission_app.services.conflict_bars import require_unbarred
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class Note:
    """A problem for which a portfolio goes back: of the whole, of one item or of one outcome."""

    text: str
    item_id: int | None = None
    outcome_id: int | None = None


@dataclass(frozen=True)
class NoteLine:
    """A problem as it was written, with the number of its item or the code of its outcome, and their keys."""

    id: int
    text: str
    position: int | None
    outcome: str
    settled: bool
    item_id: int | None = None
    outcome_id: int | None = None


@dataclass(frozen=True)
class SubmissionLine:
    """A submission in the list; `intact` says that its text still is what was hashed."""

    id: int
    number: int
    state: SubmissionState
    submitted_at: datetime
    submitted_by: str
    settled_at: datetime | None
    settled_by: str
    answer_by: date | None
    sha256: str
    intact: bool
    items: int
    notes: tuple[NoteLine, ...]


def freeze(work: Work, case: RecognitionCase) -> Submission:
    """The portfolio of a locked case is frozen as it stands, under the next number."""
    work.session.flush()
    text = rule.written(snapshot_of(work.session, case))
    last = work.session.scalar(select(func.max(Submission.number)).where(Submission.case_id == case.id))
    row = Submission(
        case_id=case.id,
        number=(last or 0) + 1,
        state=SubmissionState.SUBMITTED,
        submitted_at=work.moment,
        submitted_by=work.actor.name,
        text=text,
        sha256=rule.hashed(text),
    )
    work.add(row)
    return row


def accept(work: Work, case: RecognitionCase) -> None:
    """What was submitted was assessed to the end."""
    newest = _newest(work.session, case.id)
    if newest is not None and newest.state is SubmissionState.SUBMITTED:
        _settle(work, newest, SubmissionState.ACCEPTED)


def send_back(work: Work, case_id: int, seen: int, notes: tuple[Note, ...], answer_by: date | None = None) -> None:
    """The portfolio goes back to the applicant with what is to be mended, and is open again.

    Refused: without a note, with a day that is past, before it was submitted, or after the assessment was closed.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    said = tuple(note for note in notes if note.text.strip())
    if not said:
        raise RefusedError("submission.without_note", at="text")
    if answer_by is not None and answer_by < work.today:
        raise RefusedError("submission.answer_past", at="answer_by", day=answer_by)
    give_back(work, case, CaseAct.SEND_BACK, said, answer_by)


def give_back(work: Work, case: RecognitionCase, act: CaseAct, notes: tuple[Note, ...], answer_by: date | None) -> None:
    """The newest submission of a locked case is returned with what is asked, and the portfolio is open again."""
    work.session.flush()
    workflow.require(case_facts.facts_of(work.session, case), act)
    # A portfolio closed by an earlier program was never frozen: now it is, or nothing would tell what went back.
    newest = _newest(work.session, case.id) or freeze(work, case)
    work.session.flush()
    _settle(work, newest, SubmissionState.RETURNED)
    newest.answer_by = answer_by
    work.add(*(_note(work, case, newest, note) for note in notes))
    case.step, case.state = workflow.moved(act, case.procedure)


def settle_note(work: Work, note_id: int, settled: bool = True) -> None:
    """A problem was mended, or turned out not to be."""
    note = work.get(ReturnNote, note_id)
    work.lock(Submission, note.submission_id)
    work.about(work.get(RecognitionCase, note.submission.case_id).uid)
    note.settled = settled


def of_case(reading: Reading, case_id: int) -> tuple[SubmissionLine, ...]:
    """The submissions of a case, the newest first."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    rows = reading.session.scalars(
        select(Submission)
        .where(Submission.case_id == case_id)
        .order_by(Submission.number.desc())
        .options(selectinload(Submission.notes))
    ).all()
    positions, codes = _names(reading.session, rows)
    return tuple(_line(row, positions, codes) for row in rows)


def opened(reading: Reading, submission_id: int) -> Snapshot:
    """A submission as it was; refused where its text was changed or cannot be read."""
    row = reading.get(Submission, submission_id)
    require_unbarred(reading, row.case_id)
    if rule.hashed(row.text) != row.sha256:
        raise RefusedError("submission.changed", number=row.number)
    return rule.read(row.text)


def compared(reading: Reading, earlier_id: int, later_id: int | None = None) -> Difference:
    """What differs between two submissions; without a later one, between a submission and the portfolio now."""
    before = opened(reading, earlier_id)
    if later_id is not None:
        return rule.difference(before, opened(reading, later_id))
    case = reading.get(RecognitionCase, reading.get(Submission, earlier_id).case_id)
    return rule.difference(before, snapshot_of(reading.session, case))


def first_with(session: Session, case_id: int, *, item_uid: str, sha256: str = "") -> int | None:
    """The number of the first submission that holds an item (and a file of these bytes in it); None where none does."""
    rows = session.scalars(select(Submission).where(Submission.case_id == case_id).order_by(Submission.number))
    for row in rows:
        for item in rule.read(row.text).items:
            if item.uid == item_uid and (not sha256 or sha256 in {file.sha256 for file in item.files}):
                return row.number
    return None


def snapshot_of(session: Session, case: RecognitionCase) -> Snapshot:
    """The portfolio of a case as it stands now."""
    items = session.scalars(
        select(EvidenceItem)
        .where(EvidenceItem.case_id == case.id)
        .order_by(EvidenceItem.position)
        .options(
            selectinload(EvidenceItem.files).joinedload(EvidenceFile.blob),
            selectinload(EvidenceItem.links).joinedload(EvidenceLink.outcome),
        )
        .execution_options(populate_existing=True)
    ).all()
    uids = {item.id: str(item.uid) for item in items}
    said = session.scalars(select(SelfAssessment).where(SelfAssessment.case_id == case.id)).all()
    spoken_of = select(Outcome).where(Outcome.id.in_([row.outcome_id for row in said]))
    outcomes = {row.id: row for row in session.scalars(spoken_of)}
    claims = session.scalars(select(Claim).where(Claim.case_id == case.id).order_by(Claim.id))
    return Snapshot(
        case_number=case.number,
        items=tuple(_frozen(item, uids) for item in items),
        units=tuple(rule.FrozenUnit(str(claim.unit.uid), claim.unit.code, claim.narrative) for claim in claims),
        self_assessments=tuple(
            rule.FrozenSelf(str(outcomes[row.outcome_id].uid), outcomes[row.outcome_id].code, row.level, row.text)
            for row in sorted(said, key=lambda row: row.outcome_id)
        ),
    )


def _frozen(item: EvidenceItem, uids: dict[int, str]) -> rule.FrozenItem:
    return rule.FrozenItem(
        uid=str(item.uid),
        position=item.position,
        kind=item.kind,
        title=item.title,
        issuer=item.issuer,
        issued_on=item.issued_on,
        language=item.language,
        note=item.note,
        subject=item.subject,
        details=item.details,
        translation=item.translation,
        translator=item.translator,
        compared=item.compared_at is not None,
        copy_certified=item.copy_certified,
        active=item.active,
        replaces_uid=uids.get(item.replaces_id or 0, ""),
        files=tuple(
            rule.FrozenFile(file.name, file.blob.sha256, file.blob.size, file.media_type) for file in item.files
        ),
        links=tuple(
            rule.FrozenLink(str(link.outcome.uid), link.outcome.code, link.citation, link.note, link.weight)
            for link in item.links
        ),
    )


def _newest(session: Session, case_id: int) -> Submission | None:
    rows = select(Submission).where(Submission.case_id == case_id).order_by(Submission.number.desc())
    return session.scalars(rows.limit(1)).first()


def _settle(work: Work, row: Submission, state: SubmissionState) -> None:
    row.state, row.settled_at, row.settled_by = state, work.moment, work.actor.name


def _note(work: Work, case: RecognitionCase, row: Submission, note: Note) -> ReturnNote:
    if note.item_id is not None and work.get(EvidenceItem, note.item_id).case_id != case.id:
        raise RefusedError("submission.note_foreign", at="item_id")
    return ReturnNote(submission_id=row.id, item_id=note.item_id, outcome_id=note.outcome_id, text=note.text.strip())


def _names(session: Session, rows: Iterable[Submission]) -> tuple[dict[int, int], dict[int, str]]:
    notes = [note for row in rows for note in row.notes]
    items = select(EvidenceItem.id, EvidenceItem.position).where(EvidenceItem.id.in_([n.item_id for n in notes]))
    outcomes = select(Outcome.id, Outcome.code).where(Outcome.id.in_([n.outcome_id for n in notes]))
    positions = {row.id: row.position for row in session.execute(items)}
    return positions, {row.id: row.code for row in session.execute(outcomes)}


def _line(row: Submission, positions: dict[int, int], codes: dict[int, str]) -> SubmissionLine:
    intact = rule.hashed(row.text) == row.sha256
    notes = tuple(
        NoteLine(
            note.id,
            note.text,
            positions.get(note.item_id or 0),
            codes.get(note.outcome_id or 0, ""),
            note.settled,
            note.item_id,
            note.outcome_id,
        )
        for note in row.notes
    )
    return SubmissionLine(
        id=row.id,
        number=row.number,
        state=row.state,
        submitted_at=row.submitted_at,
        submitted_by=row.submitted_by,
        settled_at=row.settled_at,
        settled_by=row.settled_by,
        answer_by=row.answer_by,
        sha256=row.sha256,
        intact=intact,
        items=sum(item.active for item in rule.read(row.text).items) if intact else 0,
        notes=notes,
    )
