"""Hints of a conflict of interest: nothing is decided by them, they only ask the member to look."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from commission_app.errors import Refusal, refusal
from commission_app.rules.name_matching import Likeness, alike_surnames, names, same_address, same_organisation
from commission_app.rules.vocabulary.conflict import ConflictKind, TraceField

__all__ = ["CaseTraces", "Hint", "MemberTraits", "Trace", "alike_surnames", "hints"]
_RANK = {kind: place for place, kind in enumerate(ConflictKind)}


@dataclass(frozen=True, slots=True)
class MemberTraits:
    """What is known of a member: by these the member is looked for in a case."""

    uid: str
    name: str
    organisation: str = ""
    address: str = ""
    user_uid: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """Something a case says of somebody or of some employer, and where: "P3", row 2 of the experience.

    `kind` is the conflict it would be; `uids` name the member or the user outright, where the case does. Some bonds
    are only weak by their nature; some the by-law allows, and nobody need look at them.
    """

    kind: ConflictKind
    field: TraceField
    place: Refusal | str
    text: str
    uids: tuple[str, ...] = ()
    weak: bool = False
    allowed: bool = False


@dataclass(frozen=True, slots=True)
class CaseTraces:
    """The applicant's surname and addresses, the employers, and everybody named in the case."""

    surname: str = ""
    addresses: tuple[Trace, ...] = ()
    employers: tuple[Trace, ...] = ()
    people: tuple[Trace, ...] = ()


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to look at: which conflict it would be, the sentence with its source, and whether it is only weak."""

    kind: ConflictKind
    why: Refusal
    weak: bool = False
    allowed: bool = False
    """Whether the by-law allows such a bond: it is shown, and nobody need look at it."""


def hints(member: MemberTraits, case: CaseTraces) -> tuple[Hint, ...]:
    """Everything that suggests a conflict of a member with a case, the strong hints first; each with its source."""
    found = (*_kinship(member, case), *_employers(member, case.employers), *_people(member, case.people))
    once = {(hint.kind, str(hint.why)): hint for hint in found}
    return tuple(sorted(once.values(), key=lambda hint: (hint.weak, _RANK[hint.kind], str(hint.why))))


def _kinship(member: MemberTraits, case: CaseTraces) -> Iterator[Hint]:
    kind = ConflictKind.RELATIVE
    homes = [one for one in case.addresses if same_address(member.address, one.text)]
    namesake = bool(case.surname) and alike_surnames(member.name, case.surname)
    if homes and namesake:
        why = refusal("conflict_hint.surname_and_address", surname=case.surname, text=homes[0].text)
        yield Hint(kind, why)
    elif homes:
        yield Hint(kind, refusal("conflict_hint.address", text=homes[0].text))
    elif namesake:
        yield Hint(kind, refusal("conflict_hint.surname", surname=case.surname), weak=True)


def _employers(member: MemberTraits, traces: Iterable[Trace]) -> Iterator[Hint]:
    for trace in traces:
        likeness = same_organisation(member.organisation, trace.text)
        if likeness is not Likeness.NONE:
            why = refusal("conflict_hint.employer", text=trace.text, place=trace.place, field=trace.field)
            yield Hint(trace.kind, why, likeness is Likeness.PERHAPS or trace.weak)


def _people(member: MemberTraits, traces: Iterable[Trace]) -> Iterator[Hint]:
    for trace in traces:
        likeness = _named(member, trace)
        if likeness is not Likeness.NONE:
            yield Hint(trace.kind, _said(trace), likeness is Likeness.PERHAPS or trace.weak, trace.allowed)


def _named(member: MemberTraits, trace: Trace) -> Likeness:
    if {member.uid, member.user_uid} & set(filter(None, trace.uids)):
        return Likeness.SURE
    return names(trace.text, member.name)


def _said(trace: Trace) -> Refusal:
    facts: dict[str, Any] = {"text": trace.text, "place": trace.place, "field": trace.field}
    match trace.kind:
        case ConflictKind.TEACHER:
            return refusal("conflict_hint.teacher", **facts)
        case ConflictKind.ASSESSOR:
            return refusal("conflict_hint.assessor", **facts)
        case ConflictKind.REFEREE:
            return refusal("conflict_hint.referee", **facts)
        case ConflictKind.SIGNER:
            return refusal("conflict_hint.signer", **facts)
        case _:
            return refusal("conflict_hint.named", **facts)
