"""Earlier studies against units: which courses count, what they pay for, and the mark that is carried over.

Results come first: a unit that its outcomes reach costs no course. What is left is paid by the allocation with the
largest sum (`equivalence`). Legal source: Cabinet Regulation No. 505 of 2018, 1.2.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import floor

from commission_app.errors import RefusedError
from commission_app.rules.credits.equivalence import Demand, Share, Supply, allocate
from commission_app.rules.credits.inputs import AwardInput, CreditRules, Fact, StudyInput
from commission_app.rules.quantities import HOURS_PER_ECTS, MARKS, Credits
from commission_app.rules.vocabulary.award import MarkTransfer
from commission_app.rules.vocabulary.standard import CreditUnit

PASSED = frozenset({"ieskaitīts", "i", "atzīts", "passed", "pass", "credited", "recognised"})
FAILED = frozenset({"neieskaitīts", "ni", "failed", "fail", "not passed"})
_MARK = re.compile(r"(10|[1-9])(?:\s*\(.*\))?")
_KP = Fraction(2, 3)


def number_of(mark: str) -> int | None:
    """The mark of the 10-point scale in what a paper says ("8", "8 (ļoti labi)"); none for a word.

    Refused: what is neither a mark nor a word for passed or failed.
    """
    text = " ".join(mark.split()).casefold()
    if not text or text in PASSED | FAILED:
        return None
    found = _MARK.fullmatch(text)
    if found is None or int(found.group(1)) not in MARKS:
        raise RefusedError("credits.unknown_mark", at="mark", mark=mark[:40])
    return int(found.group(1))


def counts(study: StudyInput, rules: CreditRules) -> bool:
    """Whether a course was passed; a paper without a mark states a course that was completed."""
    if study.mark.strip().casefold() in FAILED:
        return False
    number = number_of(study.mark)
    return number is None or number >= rules.pass_mark


def check(given: AwardInput) -> None:
    """Refuses a course that stands twice, is worth less than nothing, or counts for a unit nobody asks for."""
    asked, seen = {one.uid for one in given.units}, set[str]()
    for study in given.studies:
        if study.key in seen:
            raise RefusedError("credits.study_twice", at="previous_studies", title=study.title)
        seen.add(study.key)
        number_of(study.mark)
        if study.credits is not None and study.credits.value < 0:
            raise RefusedError("credits.negative", at="credits", unit=study.credits.unit)
        foreign = study.counts_for - asked
        if foreign:
            raise RefusedError("credits.study_foreign", at="counts_for", title=study.title, units=sorted(foreign))


def worth(credits: Credits | None, unit: CreditUnit) -> Fraction:
    """What a course is worth in the unit of the sum; hours count as the least they can be worth."""
    if credits is None:
        return Fraction(0)
    if credits.unit is CreditUnit.HOURS and unit in (CreditUnit.ECTS, CreditUnit.KP):
        ects = credits.value / HOURS_PER_ECTS[1]
        return ects if unit is CreditUnit.ECTS else ects * _KP
    return credits.convert(unit).value


def converts(credits: Credits, unit: CreditUnit) -> bool:
    """Whether credits of a course can be counted in a unit; hours can be counted as credit points."""
    return credits.converts(unit) or (credits.unit is CreditUnit.HOURS and unit in (CreditUnit.ECTS, CreditUnit.KP))


def balance(study: StudyInput, unit: CreditUnit) -> Fraction:
    """What a course still has to give. Refused: one in a unit that no law turns into that of the sum."""
    for credits in (study.credits, study.used):
        if credits is not None and not converts(credits, unit):
            raise RefusedError("credits.study_apart", title=study.title, unit=credits.unit, to=unit)
    return max(worth(study.credits, unit) - worth(study.used, unit), Fraction(0))


def paid(given: AwardInput, wanted: Mapping[str, tuple[str, Fraction]], unit: CreditUnit) -> tuple[Share, ...]:
    """The best allocation of the courses that count to the units still wanting: code and missing credits by uid."""
    supplies = [
        Supply(study.key, study.title, balance(study, unit), study.counts_for & frozenset(wanted))
        for study in given.studies
        if counts(study, given.rules)
    ]
    demands = [Demand(uid, code, value) for uid, (code, value) in wanted.items()]
    return allocate(supplies, demands, partly=given.rules.allow_partial)


def spent(given: AwardInput, shares: Iterable[Share], unit: CreditUnit) -> dict[str, Credits]:
    """What an award spends of each course."""
    found: dict[str, Fraction] = {}
    for share in shares:
        found[share.supply_uid] = found.get(share.supply_uid, Fraction(0)) + share.value
    return {key: Credits(value, unit) for key, value in sorted(found.items())}


def facts(given: AwardInput, shares: Sequence[Share], unit: CreditUnit) -> dict[str, Fact]:
    """The courses that pay for a unit, the credits each gives, and the mark carried over."""
    by_key = {study.key: study for study in given.studies}
    told = [
        f"{by_key[share.supply_uid].title}: {Credits(share.value, unit).decimal(3).normalize():f}" for share in shares
    ]
    return {
        "courses": "; ".join(told),
        "unit": unit.value,
        "mark": mark_of(given.rules, [(by_key[share.supply_uid], share.value) for share in shares]),
    }


def mark_of(rules: CreditRules, parts: Sequence[tuple[StudyInput, Fraction]]) -> str:
    """The mark of a unit: the credit-weighted mean of its courses half up, or the institution's word for passed."""
    if rules.mark_transfer is MarkTransfer.RECOGNISED:
        return MarkTransfer.RECOGNISED.value
    numbers = [number_of(study.mark) for study, _ in parts]
    if rules.mark_transfer is MarkTransfer.PASSED or None in numbers or not parts:
        return MarkTransfer.PASSED.value
    total = sum((value for _, value in parts), Fraction(0))
    mean = sum(((number or 0) * value for number, (_, value) in zip(numbers, parts, strict=True)), Fraction(0)) / total
    return str(floor(mean + Fraction(1, 2)))


def why_not(given: AwardInput, uid: str, missing: Fraction, unit: CreditUnit) -> tuple[str, dict[str, Fact]] | None:
    """Why the courses that count for a unit do not pay for it; none where no course was named for it."""
    # By key, as the input is kept: an award computed again names them in the same order.
    own = sorted((study for study in given.studies if uid in study.counts_for), key=lambda study: study.key)
    if not own:
        return None
    passed = [study for study in own if counts(study, given.rules)]
    if not passed:
        titles = ", ".join(study.title for study in own)
        return "studies.failed", {"courses": titles, "pass_mark": given.rules.pass_mark}
    have = sum((balance(study, unit) for study in passed), Fraction(0))
    figures: dict[str, Fact] = {
        "have_credits": Credits(have, unit).text(),
        "need_credits": Credits(missing, unit).text(),
        "unit": unit.value,
    }
    return "studies.too_small" if have < missing else "studies.spent_elsewhere", figures
