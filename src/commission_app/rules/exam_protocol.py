"""When the protocol of an exam may be closed: every examinee recorded, a board that took part."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.vocabulary.commission import MemberRole


class ExamAct(StrEnum):
    """What can be done with an exam."""

    ENTER = "enter"
    RECORD = "record"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class ProtocolFacts:
    """An exam as the rules see it; `unrecorded` names the examinees of whom nothing is written yet."""

    closed: bool
    day: date
    today: date
    examinees: int
    unrecorded: tuple[str, ...]
    board: tuple[MemberRole, ...]


@dataclass(frozen=True, slots=True)
class ExamStanding:
    """One act upon an exam and what stands against it now; nothing against it means it is lawful."""

    act: ExamAct
    refusals: tuple[Refusal, ...] = ()

    @property
    def lawful(self) -> bool:
        """Whether the act may be done now."""
        return not self.refusals


def standings(facts: ProtocolFacts) -> tuple[ExamStanding, ...]:
    """Every act upon an exam with the refusals that stand against it now."""
    return tuple(ExamStanding(act, _AGAINST[act](facts)) for act in ExamAct)


def require(facts: ProtocolFacts, act: ExamAct) -> None:
    """Refuses an act with the first thing that stands against it."""
    against = _AGAINST[act](facts)
    if against:
        raise RefusedError.of(against[0])


def _against_entering(facts: ProtocolFacts) -> tuple[Refusal, ...]:
    return (refusal("exam.closed"),) if facts.closed else ()


def _against_recording(facts: ProtocolFacts) -> tuple[Refusal, ...]:
    if facts.closed:
        return (refusal("exam.closed"),)
    return (refusal("exam.not_yet", day=facts.day),) if facts.day > facts.today else ()


def _against_closing(facts: ProtocolFacts) -> tuple[Refusal, ...]:
    if facts.closed:
        return (refusal("exam.closed"),)
    found = []
    if not facts.examinees:
        found.append(refusal("exam.no_examinees"))
    if facts.unrecorded:
        found.append(refusal("exam.unrecorded", names=facts.unrecorded))
    if not facts.board:
        found.append(refusal("exam.no_board"))
    elif not {MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR} & set(facts.board):
        found.append(refusal("exam.no_chair"))
    return tuple(found)


_AGAINST = {
    ExamAct.ENTER: _against_entering,
    ExamAct.RECORD: _against_recording,
    ExamAct.CLOSE: _against_closing,
}
