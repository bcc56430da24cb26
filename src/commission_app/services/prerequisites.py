"""What must come before: what the standard asks for and the office adds, each settled with its state and document."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ScalarSelect, select
from sqlalchemy.orm import Session

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import LATVIAN
from commission_app.models.application import Prerequisite
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.decision import RecognisedUnit
from commission_app.models.standard import Unit
from commission_app.rules.vocabulary.case import PrerequisiteState
from commission_app.store import at_hand
from commission_app.store.work import Reading, Work

LONGEST = 500
_KEPT = select(Prerequisite).order_by(Prerequisite.position, Prerequisite.id)


@dataclass(frozen=True)
class PrerequisiteForm:
    """A requirement, how far it is met, and by which document."""

    text: str
    state: PrerequisiteState
    note: str = ""


@dataclass(frozen=True)
class PrerequisiteRow:
    """A requirement of a case; what the standard asks for and nobody looked at has no key, and mostly no state."""

    id: int | None
    version: int | None
    text: str
    state: PrerequisiteState | None
    note: str
    asked: bool


def of_case(reading: Reading, case_id: int) -> tuple[PrerequisiteRow, ...]:
    """What the standard asks for, each with what was settled about it, then what the office added."""
    return _rows(reading.session, reading.get(RecognitionCase, case_id))


def settle(work: Work, case_id: int, key: int | None, seen: int | None, form: PrerequisiteForm) -> int:
    """How far a requirement is met is settled, or one is added; gives its key.

    Refused: no text or a long one, one that stands there already, acquired without a document.
    """
    case = work.lock(RecognitionCase, case_id)
    text = " ".join(form.text.split())
    if not text:
        raise RefusedError("prerequisite.nothing", at="text")
    if len(text) > LONGEST:
        raise RefusedError("prerequisite.too_long", at="text", most=LONGEST)
    kept = _kept(work.session, case.id)
    if any(row.text == text and row.id != key for row in kept):
        raise RefusedError("prerequisite.twice", at="text", text=text)
    if form.state is PrerequisiteState.ACQUIRED and not form.note.strip():
        raise RefusedError("prerequisite.without_document", at="note")
    if key is None:
        row = Prerequisite(case_id=case.id, position=1 + max((one.position for one in kept), default=0))
    else:
        row = _of(work, case, key, seen)
    row.text, row.state, row.note = text, form.state, form.note.strip()
    if key is None:
        work.add(row)
    work.touch(case)
    work.session.flush()
    return row.id


def take_out(work: Work, key: int | None, seen: int | None) -> None:
    """What was settled is taken out; what the standard asks for stays and waits to be looked at again.

    Refused: where nothing was settled.
    """
    if key is None:
        raise RefusedError("noun.absent", noun="application", key=0)
    case = work.lock(RecognitionCase, work.get(Prerequisite, key).case_id)
    work.remove([_of(work, case, key, seen)])
    work.touch(case)


def missing_texts(session: Session, case_id: int) -> tuple[str, ...]:
    """The requirements of a case that were found missing."""
    return tuple(row.text for row in _kept(session, case_id) if row.state is PrerequisiteState.MISSING)


def first_missing() -> ScalarSelect[str]:
    """The first requirement that was found missing, for a query over many cases."""
    return (
        select(Prerequisite.text)
        .where(Prerequisite.case_id == Case.id, Prerequisite.state == PrerequisiteState.MISSING)
        .order_by(Prerequisite.position, Prerequisite.id)
        .limit(1)
        .correlate(Case)
        .scalar_subquery()
    )


def reminder(session: Session, case: RecognitionCase) -> tuple[Refusal, ...]:
    """What is still being acquired, and what nobody has looked at."""
    rows = _rows(session, case)
    found = [
        refusal("prerequisite.in_progress", text=row.text) for row in rows if row.state is PrerequisiteState.IN_PROGRESS
    ]
    unseen = [row.text for row in rows if row.state is None]
    if unseen:
        found.append(refusal("prerequisite.open", first=unseen[0], n=len(unseen)))
    return tuple(found)


def _of(work: Work, case: RecognitionCase, key: int, seen: int | None) -> Prerequisite:
    row = work.lock(Prerequisite, key, seen)
    if row.case_id != case.id:
        raise RefusedError("noun.absent", noun="application", key=key)
    return row


def _kept(session: Session, case_id: int) -> list[Prerequisite]:
    return at_hand.all_of(session, _KEPT, Prerequisite.case_id, case_id)


def _rows(session: Session, case: RecognitionCase) -> tuple[PrerequisiteRow, ...]:
    kept = {row.text: row for row in _kept(session, case.id)}
    asked = _asked(session, case)
    found = [_row(kept[one.text], True) if one.text in kept else one for one in asked]
    told = {one.text for one in asked}
    return (*found, *(_row(row, False) for text, row in kept.items() if text not in told))


def _row(row: Prerequisite, asked: bool) -> PrerequisiteRow:
    return PrerequisiteRow(row.id, row.version, row.text, row.state, row.note, asked)


def _asked(session: Session, case: RecognitionCase) -> list[PrerequisiteRow]:
    """The lines of the edition, then the units that those applied for need and that are not applied for."""
    lines = (" ".join(line.split())[:LONGEST] for line in case.edition.entry_requirements.splitlines())
    found = {line: PrerequisiteRow(None, None, line, None, "", True) for line in lines if line}
    for row in _of_units(session, case):
        found.setdefault(row.text, row)
    return list(found.values())


def _of_units(session: Session, case: RecognitionCase) -> Iterable[PrerequisiteRow]:
    claimed = [claim.unit for claim in case.claims]
    have = {unit.code.casefold() for unit in claimed}
    needs = (need.strip() for unit in claimed for need in unit.prerequisites.split(";"))
    wanted = dict.fromkeys(need for need in needs if need and need.casefold() not in have)
    if not wanted:
        return
    units = session.scalars(select(Unit).where(Unit.edition_id == case.edition_id)).all()
    by_code = {unit.code.casefold(): unit for unit in units}
    earlier = _recognised(session, case)
    for need in wanted:
        unit = by_code.get(need.casefold())
        text = " ".join(f"{unit.code} {unit.title_lv}".split()) if unit is not None else need
        note = earlier.get(unit.identity_id, "") if unit is not None else ""
        state = PrerequisiteState.ACQUIRED if note else None
        yield PrerequisiteRow(None, None, text[:LONGEST], state, note, True)


def _recognised(session: Session, case: RecognitionCase) -> dict[int, str]:
    """By which case, and when, the units of this person were recognised."""
    rows = session.execute(
        select(RecognisedUnit.identity_id, Case.number, RecognisedUnit.recognised_on)
        .join(Case, Case.id == RecognisedUnit.case_id)
        .where(RecognisedUnit.person_id == case.person_id)
    )
    return {identity: f"{number}, {LATVIAN.date(day)}" for identity, number, day in rows}
