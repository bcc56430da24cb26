"""The health check before a sitting: only the cases that need attention, each with where it is mended."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from commission_app.errors import refusal
from commission_app.models.application import Statement
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceFile, EvidenceItem, SignatureCheck
from commission_app.models.score import Assessor
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules.readiness import Attention, ReadinessFacts, attention
from commission_app.rules.scoring import needs_reason
from commission_app.rules.vocabulary.conflict import MemberStatementKind
from commission_app.rules.vocabulary.evidence import SignatureVerdict, Translation
from commission_app.rules.vocabulary.readiness import Mend
from commission_app.rules.vocabulary.scoring import OutcomeResult
from commission_app.rules.vocabulary.sitting import ItemState, SittingState
from commission_app.services import (
    conflicts,
    convocations,
    credits,
    delegations,
    fee_state,
    matrix,
    member_statements,
    people,
)
from commission_app.services.conflict_bars import bar
from commission_app.store.work import Reading

NAMED = 8
"""So many things are named in a sentence; the tab shows the others."""
SPOILED = (SignatureVerdict.CHANGED, SignatureVerdict.BROKEN)


@dataclass(frozen=True)
class CaseAttention:
    """A case of the agenda that needs attention."""

    case_id: int
    number: str
    applicant: str
    position: int
    found: tuple[Attention, ...]


@dataclass(frozen=True)
class Readiness:
    """How many cases wait to be heard, and those of them that need attention, in the order of the agenda."""

    cases: int
    attention: tuple[CaseAttention, ...]
    sitting: tuple[Attention, ...] = ()
    """What the sitting itself lacks while it is planned."""


def of_sitting(reading: Reading, sitting_id: int) -> Readiness:
    """The cases of a sitting that are still to be heard and need attention."""
    sitting = reading.get(Sitting, sitting_id)
    waiting = [item for item in sitting.items if item.state in (ItemState.WAITING, ItemState.ON_TABLE)]
    found = []
    for number, item in enumerate(sorted(waiting, key=lambda one: one.position), 1):
        reading.progress.step(number, len(waiting))
        if bar(reading, item.case_id) is not None:
            continue  # who asks has a conflict of interest in it
        one = _attention(reading, sitting, item)
        if one.found:
            found.append(one)
    return Readiness(len(waiting), tuple(found), _of_sitting(reading, sitting) if waiting else ())


def _of_sitting(reading: Reading, sitting: Sitting) -> tuple[Attention, ...]:
    """The convocation, the quorum to be expected, and the statements of the members."""
    if sitting.state is not SittingState.PLANNED:
        return ()
    found = list(convocations.card(reading, sitting.id).warnings)
    expected = convocations.expectation(reading.session, sitting)
    if expected.lost:
        found.append(refusal("readiness.quorum_lost", coming=expected.coming, needed=expected.needed))
    elif not expected.enough:
        found.append(refusal("readiness.quorum_open", coming=expected.coming, needed=expected.needed))
    lines = member_statements.of_sitting(reading, sitting.id)
    for kind in MemberStatementKind:
        lacking = [line.name for line in lines if line.signed(kind) is None]
        if lacking:
            found.append(refusal("readiness.not_stated_by", kind=kind, names=_named(lacking)))
    return tuple(Attention(one, Mend.SITTING) for one in found)


def _attention(reading: Reading, sitting: Sitting, item: AgendaItem) -> CaseAttention:
    case = reading.get(RecognitionCase, item.case_id)
    facts = readiness_facts(reading, case, sitting.held_on, tuple(one.name for one in sitting.commission.members))
    facts = replace(facts, hints=conflicts.open_hints(reading, item))
    return CaseAttention(case.id, case.number, people.full_name(case.person), item.position, attention(facts))


def readiness_facts(
    reading: Reading, case: RecognitionCase, heard_on: date, members: tuple[str, ...]
) -> ReadinessFacts:
    """What the check looks at in one case."""
    session = reading.session
    card, proposal = matrix.matrix(reading, case.id), credits.proposal(reading, case.id)
    rows = [row for unit in card.units for row in unit.rows]
    stale, fee = set(card.coverage.stale), fee_state.state_of(session, case)
    items = session.scalars(select(EvidenceItem).where(EvidenceItem.case_id == case.id, EvidenceItem.active)).all()
    return ReadinessFacts(
        heard_on=heard_on,
        deadline=case.deadline,
        fee_cents=fee.fee.total,
        paid=fee.paid >= (fee.fee.total or 0),
        statements=frozenset(session.scalars(select(Statement.kind).where(Statement.case_id == case.id))),
        stale=_named([item.title for item in items if str(item.uid) in stale]),
        outcomes=len(rows),
        agreed=sum(row.agreed.result is not None for row in rows),
        unreasoned=sum(needs_reason(row.agreed.result) and not row.agreed.reason for row in rows),
        unsupported=_named([row.code for row in rows if row.agreed.result is OutcomeResult.MET and not row.supported]),
        untranslated=_named([item.title for item in items if item.translation is Translation.MISSING]),
        spoiled_signatures=_named(_spoiled(session, case)),
        members=members,
        assessors=tuple(session.scalars(select(Assessor.name).where(Assessor.case_id == case.id))),
        departs=proposal.departs,
        admitted_until=case.admitted_until,
        undelegated=delegations.lacking(session, case, heard_on) if delegations.kept(session) else (),
    )


def _named(titles: list[str]) -> tuple[str, ...]:
    return tuple(titles[:NAMED]) + (("…",) if len(titles) > NAMED else ())


def _spoiled(session: Session, case: RecognitionCase) -> list[str]:
    """Files whose latest check found that they were changed after signing."""
    latest = select(func.max(SignatureCheck.id)).group_by(SignatureCheck.file_id)
    query = (
        select(EvidenceFile.name)
        .join(EvidenceItem, EvidenceItem.id == EvidenceFile.item_id)
        .join(SignatureCheck, SignatureCheck.file_id == EvidenceFile.id)
        .where(EvidenceItem.case_id == case.id, EvidenceItem.active, SignatureCheck.id.in_(latest))
        .where(SignatureCheck.verdict.in_(SPOILED))
        .order_by(EvidenceItem.position, EvidenceFile.id)
    )
    return list(session.scalars(query))
