"""Conflicts of interest: declared by members, suggested by the radar, looked at, and kept away from the table."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError
from commission_app.models.case import Case, RecognitionCase
from commission_app.models.commission import Commission, Member
from commission_app.models.conflict import ConflictDeclaration, ConflictReview
from commission_app.models.sitting import AgendaItem, Recusal, Sitting
from commission_app.rules.conflicts import Hint, hints
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.conflict import ConflictKind
from commission_app.services import commissions, people
from commission_app.services.conflict_hints import traces_of, traits_of
from commission_app.services.sitting_facts import UNDECIDED, locked_item
from commission_app.store.work import Reading, Work


@dataclass(frozen=True)
class HintLine:
    """Something that suggests a conflict; with the reason and the day where it was looked at and found to be none."""

    kind: ConflictKind
    why: Refusal
    weak: bool
    allowed: bool
    looked: str | None = None
    looked_on: date | None = None


@dataclass(frozen=True)
class DeclarationLine:
    """A member's own word, and when and why it was withdrawn."""

    id: int
    version: int
    kind: ConflictKind
    text: str
    declared_on: date
    withdrawn_on: date | None
    withdrawn_reason: str


@dataclass(frozen=True)
class MemberConflicts:
    """How one member stands towards one case; `open` counts the kinds of hints nobody has looked at."""

    member_id: int
    name: str
    role: MemberRole
    hints: tuple[HintLine, ...]
    declarations: tuple[DeclarationLine, ...]
    recused: bool
    open: int

    @property
    def silent(self) -> bool:
        """Whether nothing at all is known."""
        return not (self.hints or self.declarations or self.recused)


@dataclass(frozen=True)
class CaseConflicts:
    """One case with every member of the commission in office."""

    case_id: int
    number: str
    applicant: str
    position: int
    members: tuple[MemberConflicts, ...]

    @property
    def open(self) -> int:
        """How many hints wait to be looked at."""
        return sum(member.open for member in self.members)


@dataclass(frozen=True)
class ConflictTable:
    """The radar: the cases in the order of the agenda."""

    cases: tuple[CaseConflicts, ...]

    @property
    def open(self) -> int:
        """How many hints wait to be looked at."""
        return sum(case.open for case in self.cases)


def declare(
    work: Work, member_id: int, case_id: int, kind: ConflictKind, text: str, declared_on: date | None = None
) -> int:
    """A member declares a conflict of interest in a case; on every agenda that waits the member takes no part in it.

    Refused: without words, for a day to come, twice, or for a member of another commission.
    """
    for item in _waiting(work, case_id):
        locked_item(work, item.id)
    case, member = work.lock(Case, case_id), work.get(Member, member_id)
    day = declared_on or work.today
    if case.commission_id not in (None, member.commission_id):
        raise RefusedError("conflict.foreign_member", name=member.name, number=case.number)
    if not text.strip():
        raise RefusedError("conflict.without_text", at="text")
    if day > work.today:
        raise RefusedError("conflict.future_day", at="declared_on", day=day)
    if any(row.kind is kind for row in _standing(work, case_id, member_id)):
        raise RefusedError("conflict.declared_already", at="kind", name=member.name)
    declaration = ConflictDeclaration(
        member_id=member.id, case_id=case.id, kind=kind, text=text.strip(), declared_on=day
    )
    work.add(declaration)
    work.about(member.uid, member.commission.uid)
    work.session.flush()
    for item in _waiting(work, case_id):
        if item.sitting.commission_id == member.commission_id:
            _recuse(work, item, declaration)
    return declaration.id


def withdraw(work: Work, declaration_id: int, seen: int, reason: str) -> None:
    """A declaration made by mistake is withdrawn; where nothing was decided yet the member takes part again.

    Refused: without a reason, or twice.
    """
    asked = work.get(ConflictDeclaration, declaration_id)
    for item in _waiting(work, asked.case_id):
        locked_item(work, item.id)
    declaration = work.lock(ConflictDeclaration, declaration_id, seen)
    if declaration.withdrawn_on is not None:
        raise RefusedError("conflict.withdrawn_already", day=declaration.withdrawn_on)
    if not reason.strip():
        raise RefusedError("conflict.withdrawn_reason", at="reason")
    declaration.withdrawn_on, declaration.withdrawn_reason = work.today, reason.strip()
    work.about(declaration.case.uid, declaration.member.uid)
    work.session.flush()
    if not _standing(work, declaration.case_id, declaration.member_id):
        for item in _waiting(work, declaration.case_id):
            work.remove([row for row in item.recusals if row.member_id == declaration.member_id])


def look_at(work: Work, member_id: int, case_id: int, kind: ConflictKind, reason: str) -> None:
    """A hint was looked at and is no conflict of interest, because of this.

    Refused: without a reason, or where nothing suggests such a conflict.
    """
    case, member = work.lock(RecognitionCase, case_id), work.get(Member, member_id)
    if not reason.strip():
        raise RefusedError("conflict.looked_reason", at="reason")
    if all(hint.kind is not kind for hint in _hints(work, case, member)):
        raise RefusedError("conflict.nothing_to_look_at", name=member.name, number=case.number)
    row = _review(work, member_id, case_id, kind)
    if row is None:
        row = ConflictReview(member_id=member.id, case_id=case.id, kind=kind)
        work.add(row)
    row.reason, row.looked_on = reason.strip(), work.today
    work.about(member.uid)


def look_again(work: Work, member_id: int, case_id: int, kind: ConflictKind) -> None:
    """A hint set aside by mistake waits to be looked at again."""
    case = work.lock(Case, case_id)
    row = _review(work, member_id, case_id, kind)
    work.about(case.uid, work.get(Member, member_id).uid)
    work.remove([row] if row is not None else [])


def preset(work: Work, item: AgendaItem) -> None:
    """Members who declared a conflict in the case take no part in its item from the first moment."""
    known = {row.member_id for row in item.recusals}
    for declaration in _standing(work, item.case_id):
        if declaration.member.commission_id == item.sitting.commission_id and declaration.member_id not in known:
            known.add(declaration.member_id)
            _recuse(work, item, declaration)


def require_undeclared(work: Work, item: AgendaItem, member: Member) -> None:
    """Refuses to let a member back to the table while the own declaration stands."""
    if _standing(work, item.case_id, member.id):
        raise RefusedError("conflict.still_declared", name=member.name)


def of_sitting(reading: Reading, sitting_id: int) -> ConflictTable:
    """The radar over the agenda: before the convocation as well as at the table."""
    sitting = reading.get(Sitting, sitting_id)
    found = []
    for done, item in enumerate(sitting.items, 1):
        reading.progress.step(done, len(sitting.items))
        if item.state in UNDECIDED:
            case = reading.get(RecognitionCase, item.case_id)
            recused = frozenset(row.member_id for row in item.recusals)
            found.append(_row(reading, case, sitting.commission, sitting.held_on, item.position, recused))
    return ConflictTable(tuple(found))


def open_hints(reading: Reading, item: AgendaItem) -> tuple[tuple[str, Refusal], ...]:
    """What suggests a conflict of a member in an item and nobody has looked at, by the member's name."""
    case, sitting = reading.get(RecognitionCase, item.case_id), item.sitting
    recused = frozenset(row.member_id for row in item.recusals)
    found = _row(reading, case, sitting.commission, sitting.held_on, item.position, recused)
    return tuple(
        (member.name, hint.why)
        for member in found.members
        for hint in member.hints
        if member.open and hint.looked is None and not hint.allowed
    )


def of_case(reading: Reading, case_id: int) -> ConflictTable:
    """The radar over one case, before it is on any agenda; empty while no commission is named for it."""
    case = reading.get(RecognitionCase, case_id)
    if case.commission is None:
        return ConflictTable(())
    return ConflictTable((_row(reading, case, case.commission, reading.today, 0, frozenset()),))


def _row(
    reading: Reading,
    case: RecognitionCase,
    commission: Commission,
    day: date,
    position: int,
    recused: frozenset[int],
) -> CaseConflicts:
    reading.opened.add(case.person.uid)
    traces = traces_of(reading.session, case, assessors_may_vote=_assessors_may_vote(reading, commission, day))
    members = tuple(
        _member(reading, case, member, hints(traits_of(member), traces), recused)
        for member in commission.members
        if member.term_from <= day <= (member.term_until or date.max)
    )
    return CaseConflicts(case.id, case.number, people.full_name(case.person), position, members)


def _member(
    reading: Reading, case: RecognitionCase, member: Member, found: tuple[Hint, ...], recused: frozenset[int]
) -> MemberConflicts:
    looked = {
        row.kind: row
        for row in reading.session.scalars(
            select(ConflictReview).where(ConflictReview.case_id == case.id, ConflictReview.member_id == member.id)
        )
    }
    declared = reading.session.scalars(
        select(ConflictDeclaration)
        .where(ConflictDeclaration.case_id == case.id, ConflictDeclaration.member_id == member.id)
        .order_by(ConflictDeclaration.id)
    ).all()
    away = member.id in recused or any(row.withdrawn_on is None for row in declared)
    waiting = {hint.kind for hint in found if not hint.allowed} - set(looked)
    return MemberConflicts(
        member.id,
        member.name,
        member.role,
        tuple(_hint(hint, looked.get(hint.kind)) for hint in found),
        tuple(_declaration(row) for row in declared),
        away,
        0 if away else len(waiting),
    )


def _hint(hint: Hint, looked: ConflictReview | None) -> HintLine:
    if looked is None:
        return HintLine(hint.kind, hint.why, hint.weak, hint.allowed)
    return HintLine(hint.kind, hint.why, hint.weak, hint.allowed, looked.reason, looked.looked_on)


def _declaration(row: ConflictDeclaration) -> DeclarationLine:
    return DeclarationLine(
        row.id, row.version, row.kind, row.text, row.declared_on, row.withdrawn_on, row.withdrawn_reason
    )


def _hints(reading: Reading, case: RecognitionCase, member: Member) -> tuple[Hint, ...]:
    may_vote = _assessors_may_vote(reading, member.commission, reading.today)
    return hints(traits_of(member), traces_of(reading.session, case, assessors_may_vote=may_vote))


def _assessors_may_vote(reading: Reading, commission: Commission, day: date) -> bool:
    """What the by-law says; where none is in force yet nothing is allowed by it."""
    try:
        return commissions.bylaw_on(reading.session, commission.id, day).assessors_may_vote
    except RefusedError:
        return False


def _waiting(work: Work, case_id: int) -> list[AgendaItem]:
    query = select(AgendaItem).where(AgendaItem.case_id == case_id, AgendaItem.state.in_(UNDECIDED))
    return list(work.session.scalars(query.order_by(AgendaItem.sitting_id)))


def _standing(work: Work, case_id: int, member_id: int | None = None) -> list[ConflictDeclaration]:
    query = select(ConflictDeclaration).where(
        ConflictDeclaration.case_id == case_id, ConflictDeclaration.withdrawn_on.is_(None)
    )
    if member_id is not None:
        query = query.where(ConflictDeclaration.member_id == member_id)
    return list(work.session.scalars(query.order_by(ConflictDeclaration.id)))


def _recuse(work: Work, item: AgendaItem, declaration: ConflictDeclaration) -> None:
    if any(row.member_id == declaration.member_id for row in item.recusals):
        return
    work.remove([vote for vote in item.votes if vote.member_id == declaration.member_id])
    work.add(Recusal(item_id=item.id, member_id=declaration.member_id, reason=declaration.text, kind=declaration.kind))


def _review(work: Work, member_id: int, case_id: int, kind: ConflictKind) -> ConflictReview | None:
    return work.session.scalars(
        select(ConflictReview).where(
            ConflictReview.member_id == member_id, ConflictReview.case_id == case_id, ConflictReview.kind == kind
        )
    ).one_or_none()
