"""Whether evidence carries an outcome, how far a portfolio carries a standard, and what has grown too old."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules.vocabulary.evidence import Judgement

_SOMEWHAT = (Judgement.YES, Judgement.PARTLY)
WEIGHTS = range(10)
"""How heavy one item can weigh for one outcome; 0 bears nothing."""


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """One evidence item held against one outcome, and how its four qualities were judged there."""

    evidence_uid: str
    outcome_code: str
    valid: Judgement = Judgement.NOT_JUDGED
    authentic: Judgement = Judgement.NOT_JUDGED
    current: Judgement = Judgement.NOT_JUDGED
    sufficient: Judgement = Judgement.NOT_JUDGED
    weight: int = 1
    evidence_date: date | None = None
    attendance_only: bool = False


@dataclass(frozen=True, slots=True)
class Support:
    """Whether an outcome is carried by evidence, and why."""

    supported: bool
    why: Refusal


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many outcomes of a standard are carried; the outcomes without, and the items grown too old."""

    total: int
    supported: int
    percent: int
    without: tuple[str, ...]
    stale: tuple[str, ...]


def check_weight(weight: int) -> None:
    """Refuses a weight that a link cannot have."""
    if weight not in WEIGHTS:
        raise RefusedError("evidence.weight_range", at="weight", weight=weight, most=WEIGHTS[-1])


def age_years(evidence_date: date, on: date) -> int:
    """Full years between the evidence and a day; evidence of the future is not old."""
    years = on.year - evidence_date.year - ((on.month, on.day) < (evidence_date.month, evidence_date.day))
    return max(years, 0)


def is_stale(evidence_date: date | None, limit_years: int | None, on: date) -> bool:
    """Whether evidence is older than the years in force; undated evidence and no limit are never stale."""
    if evidence_date is None or limit_years is None:
        return False
    age = age_years(evidence_date, on)
    same_day = (evidence_date.month, evidence_date.day) == (on.month, on.day)
    return age > limit_years or (age == limit_years and not same_day)


def is_out_of_date(link: LinkFacts, limit_years: int | None, on: date) -> bool:
    """Whether the item no longer shows present competence here: an assessor's word stands before the calendar's."""
    if link.current in (Judgement.YES, Judgement.NO):
        return link.current is Judgement.NO
    return is_stale(link.evidence_date, limit_years, on)


def support(links: Iterable[LinkFacts], limit_years: int | None, on: date) -> Support:
    """An outcome is carried by one sufficient item, or by partly sufficient ones from at least two items.

    Attendance proves no outcome: a course that assessed nothing carries none by itself, only beside other evidence.
    An item counts if nobody judged it not valid or not authentic, it bears weight and is not out of date. More
    evidence never takes support away.
    """
    offered = [link for link in links if link.weight > 0]
    if not offered:
        return Support(False, refusal("evidence.none"))
    fresh = [link for link in offered if not is_out_of_date(link, limit_years, on)]
    sound = [link for link in fresh if Judgement.NO not in (link.valid, link.authentic)]
    assessed = [link for link in sound if not link.attendance_only]
    whole = {link.evidence_uid for link in assessed if link.sufficient is Judgement.YES}
    partly = {link.evidence_uid for link in assessed if link.sufficient is Judgement.PARTLY}
    present = {link.evidence_uid for link in sound if link.attendance_only and link.sufficient in _SOMEWHAT}
    partial = partly | present if partly else set()
    if whole:
        return Support(True, refusal("evidence.sufficient", items=len(whole)))
    if len(partial) >= 2:
        return Support(True, refusal("evidence.together", items=len(partial)))
    return Support(False, _why_not(offered, fresh, sound, bool(partial)))


def coverage(outcome_codes: Sequence[str], links: Iterable[LinkFacts], limit_years: int | None, on: date) -> Coverage:
    """How far the evidence carries the outcomes asked for; the percent is rounded down, so 100 means all."""
    codes = tuple(dict.fromkeys(outcome_codes))
    offered: dict[str, list[LinkFacts]] = {code: [] for code in codes}
    stale: dict[str, None] = {}
    for link in links:
        if link.outcome_code not in offered:
            continue
        offered[link.outcome_code].append(link)
        if is_out_of_date(link, limit_years, on):
            stale.setdefault(link.evidence_uid)
    without = tuple(code for code in codes if not support(offered[code], limit_years, on).supported)
    carried = len(codes) - len(without)
    percent = 100 * carried // len(codes) if codes else 0
    return Coverage(len(codes), carried, percent, without, tuple(sorted(stale)))


def _why_not(offered: list[LinkFacts], fresh: list[LinkFacts], sound: list[LinkFacts], has_partial: bool) -> Refusal:
    if has_partial:
        return refusal("evidence.partial")
    if not fresh:
        return refusal("evidence.out_of_date", items=len({link.evidence_uid for link in offered}))
    if not sound:
        return refusal("evidence.unsound")
    if all(link.attendance_only for link in sound):
        return refusal("evidence.attendance_only")
    if all(link.sufficient is Judgement.NOT_JUDGED for link in sound):
        return refusal("evidence.not_judged")
    return refusal("evidence.not_sufficient")
