"""A commission that does anything at any time: acts chosen at random, lawful or not; a refusal is an answer too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeVar

from sqlalchemy import func, select

from commission_app.errors import RefusedError
from commission_app.models.act import Act
from commission_app.models.appeal import Appeal
from commission_app.models.case import Case
from commission_app.models.commission import Member
from commission_app.models.decision import Decision
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules.appeals import OUTCOMES
from commission_app.rules.vocabulary.appeal import AppealKind
from commission_app.rules.vocabulary.case import Channel
from commission_app.rules.vocabulary.commission import MemberRole, Side
from commission_app.rules.vocabulary.decision import DecisionState, RefusalGround
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.sitting import BallotKind, Choice, ItemState, SittingState
from commission_app.services import (
    appeals,
    attendance,
    ballots,
    batches,
    checks,
    commissions,
    deadlines,
    decision_changes,
    decisions,
    sittings,
    votes,
)
from commission_app.services.appeals import AppealForm, OutcomeForm
from commission_app.services.ballots import Totals
from commission_app.services.commissions import MemberForm
from commission_app.services.office import Office
from commission_app.store.work import Reading
from tests import hearings, make
from tests.hearings import Facts

T = TypeVar("T")


@dataclass(frozen=True)
class Standing:
    """What stands now, by keys: what an act may be tried upon."""

    sittings: tuple[tuple[int, SittingState], ...]
    items: tuple[tuple[int, int, ItemState], ...]
    decisions: tuple[tuple[int, int, DecisionState, bool], ...]
    appeals: tuple[tuple[int, int], ...]
    newest_act: int


def standing(reading: Reading) -> Standing:
    """Asks for the keys of what stands."""
    session = reading.session
    return Standing(
        tuple((row[0], row[1]) for row in session.execute(select(Sitting.id, Sitting.state).order_by(Sitting.id))),
        tuple(session.execute(select(AgendaItem.id, AgendaItem.sitting_id, AgendaItem.state).order_by(AgendaItem.id))),
        tuple(
            (row.id, row.version, row.state, row.signed_on is not None)
            for row in session.scalars(select(Decision).order_by(Decision.id))
        ),
        tuple((row.id, row.version) for row in session.scalars(select(Appeal).order_by(Appeal.id))),
        session.scalar(select(func.max(Act.position))) or 0,
    )


def substitutes_of(reading: Reading, commission_id: int) -> tuple[int, ...]:
    """The substitutes of a commission."""
    query = select(Member.id).where(Member.commission_id == commission_id, Member.role == MemberRole.SUBSTITUTE)
    return tuple(reading.session.scalars(query.order_by(Member.id)))


def with_substitutes(office: Office, commission_id: int) -> None:
    """Two people may sit instead of any member."""
    for name in ("Vietniece A", "Vietnieks B"):
        form = MemberForm(name, MemberRole.SUBSTITUTE, Side.SCHOOL, "pasniedzējs", "teacher", "Koledža", make.LONG_AGO)
        office.do(commissions.appoint, commission_id, form)


@dataclass
class RandomCommission:
    """Tries acts on an office; `pick` chooses one of several, `refused` counts what the rules said no to."""

    office: Office
    facts: Facts
    pick: Callable[[Sequence[Any]], Any]
    cases: tuple[int, ...] = ()
    substitutes: tuple[int, ...] = ()
    refused: dict[str, int] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """The cases of the house; and whoever may sit instead of any member."""
        facts = self.facts
        self.cases = (facts.met, facts.also_met, facts.one_not_met, facts.none_met)
        self.substitutes = self.office.ask(substitutes_of, facts.commission)

    def move(self, name: str) -> bool:
        """Tries one act by its name; False where there was nothing to try it upon or the rules refused it."""
        now = self.office.ask(standing)
        try:
            did: bool = MOVES[name](self, now)
        except RefusedError as refusal:
            self.refused[refusal.reason] = self.refused.get(refusal.reason, 0) + 1
            return False
        if did:
            self.done[name] = self.done.get(name, 0) + 1
        return did

    def one(self, things: Sequence[T]) -> T | None:
        """One of several things, none of none."""
        return self.pick(things) if things else None

    def sitting(self, now: Standing, *states: SittingState) -> int | None:
        """A sitting in one of the states."""
        return self.one([key for key, state in now.sittings if state in states])

    def item(self, now: Standing, *states: ItemState) -> int | None:
        """An item in one of the states, in a sitting that is open."""
        opened = {key for key, state in now.sittings if state is SittingState.OPEN}
        return self.one([key for key, sitting, state in now.items if state in states and sitting in opened])


Move = Callable[[RandomCommission, Standing], bool]


def _plan(at: RandomCommission, now: Standing) -> bool:
    if sum(state is not SittingState.CLOSED for _, state in now.sittings) > 1:
        return False
    today: date = at.office.ask(lambda reading: reading.today)
    at.office.do(sittings.plan, at.facts.commission, today, "14.00", "101. telpa")
    return True


def _put(at: RandomCommission, now: Standing) -> bool:
    sitting = at.sitting(now, SittingState.PLANNED, SittingState.OPEN)
    return _on(sitting, lambda key: at.office.do(sittings.put_on_agenda, key, at.pick(at.cases)))


def _open(at: RandomCommission, now: Standing) -> bool:
    return _on(at.sitting(now, SittingState.PLANNED), lambda key: at.office.do(sittings.open_sitting, key))


def _arrive(at: RandomCommission, now: Standing) -> bool:
    member = at.pick(at.facts.members)
    return _on(at.sitting(now, SittingState.OPEN), lambda key: at.office.do(sittings.arrive, key, member))


def _leave(at: RandomCommission, now: Standing) -> bool:
    member = at.pick(at.facts.members)
    return _on(at.sitting(now, SittingState.OPEN), lambda key: at.office.do(sittings.leave, key, member))


def _arrive_instead(at: RandomCommission, now: Standing) -> bool:
    member, away = at.one(at.substitutes), at.pick(at.facts.members)
    if member is None:
        return False
    return _on(
        at.sitting(now, SittingState.OPEN), lambda key: at.office.do(attendance.arrive, key, member, away, "1-7/12")
    )


def _substitute_leaves(at: RandomCommission, now: Standing) -> bool:
    member = at.one(at.substitutes)
    if member is None:
        return False
    return _on(at.sitting(now, SittingState.OPEN), lambda key: at.office.do(attendance.leave, key, member))


def _substitute_votes(at: RandomCommission, now: Standing) -> bool:
    member = at.one(at.substitutes)
    if member is None:
        return False
    return _on(at.item(now, ItemState.ON_TABLE), lambda key: at.office.do(votes.vote, key, member, Choice.FOR))


def _secret(at: RandomCommission, now: Standing) -> bool:
    ballot = at.pick((BallotKind.SECRET, BallotKind.SECRET, BallotKind.NAMED))
    return _on(at.item(now, ItemState.ON_TABLE), lambda key: at.office.do(ballots.choose, key, ballot))


def _ballots(at: RandomCommission, now: Standing) -> bool:
    """Whoever may vote takes a ballot; then they are counted."""
    item = at.item(now, ItemState.ON_TABLE)
    if item is None:
        return False
    taken = 0
    for member in (*at.facts.members, *at.substitutes):
        try:
            at.office.do(ballots.take, item, member)
        except RefusedError as refusal:
            at.refused[refusal.reason] = at.refused.get(refusal.reason, 0) + 1
        else:
            taken += 1
    against = at.pick((0, 0, 1))
    if taken:
        at.office.do(ballots.count, item, Totals(taken - against, against, 0, 0, "Anna Ozola"))
    return bool(taken)


def _bind(at: RandomCommission, now: Standing) -> bool:
    sitting = at.sitting(now, SittingState.OPEN)
    waiting = [key for key, where, state in now.items if where == sitting and state is ItemState.WAITING]
    return _on(sitting, lambda key: at.office.do(batches.bind, key, waiting))


def _all_decide(at: RandomCommission, now: Standing) -> bool:
    return _on(at.item(now, ItemState.ON_TABLE), lambda key: at.office.do(batches.decide, key))


def _repeal(at: RandomCommission, now: Standing) -> bool:
    today: date = at.office.ask(lambda reading: reading.today)
    wanted = [(key, seen) for key, seen, _, _ in now.decisions]
    return _on(
        at.one(wanted), lambda one: at.office.do(decision_changes.repeal, *one, "Kļūdaina tiesību norma.", today)
    )


def _reopen(at: RandomCommission, now: Standing) -> bool:
    wanted = [(key, seen) for key, seen, _, _ in now.decisions]
    return _on(at.one(wanted), lambda one: at.office.do(decision_changes.reopen, *one, "Jauni pierādījumi."))


def _let_stand(at: RandomCommission, now: Standing) -> bool:
    wanted = [(key, seen) for key, seen, _, _ in now.decisions]
    return _on(at.one(wanted), lambda one: at.office.do(decision_changes.let_stand, *one))


def _appeal(at: RandomCommission, now: Standing) -> bool:
    today: date = at.office.ask(lambda reading: reading.today)
    form = AppealForm(today, Channel.POST, "Nepiekrītu.", "Direktore")
    return _on(at.pick(at.cases), lambda key: at.office.do(appeals.receive, key, form))


def _appeal_decided(at: RandomCommission, now: Standing) -> bool:
    today: date = at.office.ask(lambda reading: reading.today)
    what = at.pick(OUTCOMES[AppealKind.CONTEST])
    form = OutcomeForm(what, today, "Izskatīts.")
    return _on(at.one(now.appeals), lambda one: at.office.do(appeals.decide, *one, form))


def _suspend(at: RandomCommission, now: Standing) -> bool:
    today: date = at.office.ask(lambda reading: reading.today)
    case = at.pick(at.cases)
    seen: int = at.office.ask(lambda reading: reading.get(Case, case).version)
    at.office.do(deadlines.suspend, case, seen, today, today + timedelta(days=9), "Gaida izziņu.")
    return True


def _take_up(at: RandomCommission, now: Standing) -> bool:
    return _on(at.item(now, ItemState.WAITING), lambda key: at.office.do(votes.take_up, key))


def _put_back(at: RandomCommission, now: Standing) -> bool:
    return _on(at.item(now, ItemState.ON_TABLE), lambda key: at.office.do(votes.put_back, key))


def _recuse(at: RandomCommission, now: Standing) -> bool:
    member = at.pick(at.facts.members)
    wanted = at.item(now, ItemState.ON_TABLE, ItemState.WAITING)
    return _on(wanted, lambda key: at.office.do(votes.recuse, key, member, "radinieks"))


def _unrecuse(at: RandomCommission, now: Standing) -> bool:
    member = at.pick(at.facts.members)
    wanted = at.item(now, ItemState.ON_TABLE, ItemState.WAITING)
    return _on(wanted, lambda key: at.office.do(votes.unrecuse, key, member))


def _vote(at: RandomCommission, now: Standing) -> bool:
    member = at.pick(at.facts.members)
    choice = at.pick((Choice.FOR, Choice.FOR, Choice.FOR, Choice.AGAINST, Choice.ABSTAIN))
    return _on(at.item(now, ItemState.ON_TABLE), lambda key: at.office.do(votes.vote, key, member, choice))


def _all_vote(at: RandomCommission, now: Standing) -> bool:
    """Whoever may vote does, so that items come to an end."""
    item = at.item(now, ItemState.ON_TABLE)
    if item is None:
        return False
    did = False
    for member in (*at.facts.members, *at.substitutes):
        try:
            at.office.do(votes.vote, item, member, Choice.FOR)
        except RefusedError as refusal:
            at.refused[refusal.reason] = at.refused.get(refusal.reason, 0) + 1
        else:
            did = True
    return did


def _undo(at: RandomCommission, now: Standing) -> bool:
    member = at.pick(at.facts.members)
    return _on(at.item(now, ItemState.ON_TABLE), lambda key: at.office.do(votes.undo_vote, key, member))


def _decide(at: RandomCommission, now: Standing) -> bool:
    return _on(at.item(now, ItemState.ON_TABLE), lambda key: at.office.do(votes.decide, key))


def _postpone(at: RandomCommission, now: Standing) -> bool:
    wanted = at.item(now, ItemState.ON_TABLE, ItemState.WAITING)
    return _on(wanted, lambda key: at.office.do(votes.postpone, key, "Trūkst tulkojuma."))


def _close(at: RandomCommission, now: Standing) -> bool:
    return _on(at.sitting(now, SittingState.OPEN), lambda key: at.office.do(sittings.close, key, hearings.TAKER))


def _word(at: RandomCommission, now: Standing) -> bool:
    drafts = [(key, seen) for key, seen, state, signed in now.decisions if state is DecisionState.DRAFT and not signed]
    return _on(
        at.one(drafts),
        lambda one: at.office.do(decisions.edit_draft, one[0], one[1], "Trūkst prakses.", RefusalGround.NOT_SUFFICIENT),
    )


def _sign(at: RandomCommission, now: Standing) -> bool:
    today: date = at.office.ask(lambda reading: reading.today)
    drafts = [(key, seen) for key, seen, state, _ in now.decisions if state is DecisionState.DRAFT]
    return _on(at.one(drafts), lambda one: at.office.do(decisions.sign, one[0], one[1], today))


def _register(at: RandomCommission, now: Standing) -> bool:
    wanted = [(key, seen) for key, seen, _, _ in now.decisions]
    return _on(at.one(wanted), lambda one: at.office.do(decisions.register, *one))


def _depart(at: RandomCommission, now: Standing) -> bool:
    item = at.item(now, ItemState.ON_TABLE)
    if item is None:
        return False
    units = at.office.ask(lambda reading: [row.unit_id for row in reading.get(AgendaItem, item).case.claims])  # type: ignore[attr-defined]
    verdict = at.pick((UnitVerdict.REFUSED, UnitVerdict.RECOGNISED, UnitVerdict.TEST))
    at.office.do(votes.set_verdict, item, at.pick(units), verdict, "Komisija lemj citādi.")
    return True


def _on(thing: T | None, act: Callable[[T], object]) -> bool:
    if thing is None:
        return False
    act(thing)
    return True


MOVES: dict[str, Move] = {
    "plan": _plan,
    "put on the agenda": _put,
    "open": _open,
    "arrive": _arrive,
    "leave": _leave,
    "arrive instead": _arrive_instead,
    "substitute leaves": _substitute_leaves,
    "substitute votes": _substitute_votes,
    "secret": _secret,
    "ballots": _ballots,
    "bind": _bind,
    "all decide": _all_decide,
    "repeal": _repeal,
    "reopen": _reopen,
    "let stand": _let_stand,
    "appeal": _appeal,
    "appeal decided": _appeal_decided,
    "suspend": _suspend,
    "take up": _take_up,
    "put back": _put_back,
    "recuse": _recuse,
    "unrecuse": _unrecuse,
    "vote": _vote,
    "all vote": _all_vote,
    "undo": _undo,
    "decide": _decide,
    "postpone": _postpone,
    "close": _close,
    "word": _word,
    "sign": _sign,
    "register": _register,
    "depart": _depart,
}
OFTEN = (
    *("arrive",) * 4,
    *("take up", "all vote", "decide") * 2,
    *("put on the agenda", "open", "plan", "close", "sign", "register"),
)
"""Drawn besides every act once, so that sittings come somewhere."""


def all_is_well(office: Office) -> None:
    """Numbers without gaps, awards that recompute, the chain whole, every decided item lawful."""
    found = office.ask(checks.findings)
    assert found == (), found
