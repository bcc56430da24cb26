"""Mobility: assess, validate and recognise one after the other, and only units of the target qualification.

Source: Recommendation 2009/C 155/02, annex I; a unit is credited only where it belongs to the target qualification.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.vocabulary.mobility import MobilityAct

ORDER = tuple(MobilityAct)


@dataclass(frozen=True, slots=True)
class LearnedUnit:
    """One unit of the agreement or the transcript; `target` is its code in the target qualification, if it has one."""

    title: str
    target: str
    asked: bool = True
    agreed: bool = True
    passed: bool | None = None


@dataclass(frozen=True, slots=True)
class MobilityFacts:
    """What the rules need to know of a mobility; `done` says on which day each act was done."""

    qualification: str
    began_on: date
    ended_on: date
    signed: tuple[date | None, date | None, date | None]
    transcript_on: date | None
    units: Sequence[LearnedUnit]
    done: Mapping[MobilityAct, date] = field(default_factory=dict)
    case_open: bool = True
    number: str = ""


@dataclass(frozen=True, slots=True)
class MemorandumFacts:
    """A memorandum with the partner, and from when to when it holds."""

    number: str
    valid_from: date
    valid_until: date | None

    def covers(self, start: date, end: date) -> bool:
        """Whether it holds on every day of a period."""
        return self.valid_from <= start and (self.valid_until is None or end <= self.valid_until)


def next_act(facts: MobilityFacts) -> MobilityAct | None:
    """The act that comes next; none once the units are recognised."""
    return next((act for act in ORDER if act not in facts.done), None)


def last_act(facts: MobilityFacts) -> MobilityAct | None:
    """The act that was done last; it alone can be undone."""
    return next((act for act in reversed(ORDER) if act in facts.done), None)


def why_not(unit: LearnedUnit, qualification: str) -> Refusal | None:
    """Why a unit does not count; none where it does, or may once it is assessed."""
    if not unit.target:
        return refusal("mobility.foreign_unit", title=unit.title, qualification=qualification)
    if not unit.asked:
        return refusal("mobility.not_claimed", unit=unit.target)
    if unit.passed is False:
        return refusal("mobility.not_passed", title=unit.title)
    return None


def counting(facts: MobilityFacts) -> tuple[LearnedUnit, ...]:
    """The units that are recognised: of the target qualification, applied for and passed."""
    return tuple(unit for unit in facts.units if unit.passed and why_not(unit, facts.qualification) is None)


def against(facts: MobilityFacts, act: MobilityAct) -> tuple[Refusal, ...]:
    """What stands against an act now, whatever its day."""
    if act in facts.done:
        return (refusal("mobility.done", act=act, day=facts.done[act]),)
    if not facts.case_open:
        return (refusal("case.portfolio_closed", number=facts.number),)
    before = ORDER[: ORDER.index(act)]
    missing = next((one for one in before if one not in facts.done), None)
    if missing is not None:
        return (refusal("mobility.first", act=act, first=missing),)
    if act is MobilityAct.ASSESS:
        return _against_assessing(facts)
    return () if counting(facts) else (refusal("mobility.nothing_counts", qualification=facts.qualification),)


def against_undoing(facts: MobilityFacts, act: MobilityAct) -> tuple[Refusal, ...]:
    """What stands against undoing an act: that it was not done, or that the next one was."""
    if act not in facts.done:
        return (refusal("mobility.not_done", act=act),)
    if not facts.case_open:
        return (refusal("case.portfolio_closed", number=facts.number),)
    last = last_act(facts)
    return () if last is act or last is None else (refusal("mobility.undo_first", act=act, later=last),)


def require(facts: MobilityFacts, act: MobilityAct, on: date, by: str) -> None:
    """Refuses an act that something stands against, without a name, or dated before what it follows."""
    found = against(facts, act)
    if found:
        raise RefusedError.of(found[0])
    if not by.strip():
        raise RefusedError("mobility.nobody", at="by", act=act)
    earlier = [facts.done[one] for one in ORDER if one in facts.done]
    start = max((*earlier, facts.began_on))
    if on < start:
        raise RefusedError("mobility.too_early", at="on", act=act, day=on, first=start)


def warnings(facts: MobilityFacts, memoranda: Sequence[MemorandumFacts], partner: str) -> tuple[Refusal, ...]:
    """What is odd and stops nothing: no memorandum over the period, an agreement signed after it began."""
    found = []
    if not any(one.covers(facts.began_on, facts.ended_on) for one in memoranda):
        start, end = facts.began_on, facts.ended_on
        found.append(refusal("mobility.no_memorandum", partner=partner, start=start, end=end))
    late = [day for day in facts.signed if day is not None and day > facts.began_on]
    if late:
        found.append(refusal("mobility.signed_late", day=max(late), start=facts.began_on))
    found += [refusal("mobility.not_agreed", title=unit.title) for unit in facts.units if not unit.agreed]
    return tuple(found)


def _against_assessing(facts: MobilityFacts) -> tuple[Refusal, ...]:
    found = []
    if not facts.units:
        found.append(refusal("mobility.no_units"))
    if None in facts.signed:
        found.append(refusal("mobility.unsigned"))
    if facts.transcript_on is None:
        found.append(refusal("mobility.no_transcript"))
    open_units = [unit.title for unit in facts.units if unit.passed is None]
    if open_units:
        found.append(refusal("mobility.no_result", titles=open_units))
    return tuple(found)
