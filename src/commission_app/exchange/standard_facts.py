"""A standard as facts that every format reads into and writes from, and what may never stand in one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules import aggregation
from commission_app.rules.study_plan import MOST_SEMESTERS
from commission_app.rules.vocabulary.scoring import CombinationKind, ScaleKind, VerificationRoute
from commission_app.rules.vocabulary.standard import CreditUnit, OutcomeKind, PklScale, StandardKind, UnitKind

MOST_UNITS = 5_000
MOST_OUTCOMES = 20_000
LONGEST_CODE = 60
LONGEST_TITLE = 500
LONGEST_TEXT = 10_000
MOST_CREDITS = Decimal(1_000)
MOST_HOURS = Decimal(20_000)
MOST_WEIGHT = 1_000
MOST_POINTS = Decimal(1_000_000)
MOST_YEARS = 100
LONGEST_ID = 200
THOUSANDTH = Decimal("0.001")


ASIDE = frozenset({"parts", "units", "outcomes", "format", "made", "absent", "noted", "same_as"})
"""Fields that say how a file was read, or stand as rows of their own; never content of the row itself."""


class StandardFormat(StrEnum):
    """The format a standard came in; formats differ in what they can carry."""

    WORKBOOK = "workbook"
    CASE = "case"
    MOODLE = "moodle"
    MATRIX = "matrix"
    ESCO = "esco"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeFacts:
    """One learning outcome; a language that is not known yet is an empty text."""

    code: str
    text_lv: str = ""
    text_en: str = ""
    kind: OutcomeKind | None = None
    mandatory: bool = True
    weight: int = 1
    section: str = ""
    maximum: Decimal | None = None
    external_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFacts:
    """One course, module or unit with its learning outcomes, in the order of the standard."""

    code: str
    title_lv: str = ""
    title_en: str = ""
    kind: UnitKind = UnitKind.UNIT
    credits: Decimal | None = None
    credit_unit: CreditUnit | None = None
    hours: Decimal | None = None
    part_code: str | None = None
    mandatory: bool = True
    final_examination: bool = False
    recognisable: bool = True
    prerequisites: tuple[str, ...] = ()
    local: bool = False
    route: VerificationRoute | None = None
    semester: int | None = None
    aggregation: str = ""
    external_id: str = ""
    same_as: tuple[str, ...] = field(default=(), compare=False)
    """Identifiers of units elsewhere that the file calls exactly the same."""
    outcomes: tuple[OutcomeFacts, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFacts:
    """A part of a qualification that can be certified by itself."""

    code: str
    title_lv: str = ""
    title_en: str = ""
    external_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardFacts:
    """One edition of a standard, as it stands in a file."""

    code: str
    kind: StandardKind
    title_lv: str = ""
    title_en: str = ""
    edition_label: str = ""
    valid_from: date | None = None
    lki: int | None = None
    pkl: int | None = None
    pkl_scale: PklScale | None = None
    isced_f: str = ""
    thematic_area: str = ""
    accredited: bool = False
    accreditation_number: str = ""
    accreditation_until: date | None = None
    programme_credits: Decimal | None = None
    credit_unit: CreditUnit | None = None
    currency_years: int | None = None
    description_lv: str = ""
    description_en: str = ""
    entry_requirements: str = ""
    last_applications_on: date | None = None
    scale: ScaleKind = ScaleKind.RESULT
    aggregation: str = ""
    combination: CombinationKind = CombinationKind.CONSENSUS
    external_id: str = ""
    parts: tuple[PartFacts, ...] = ()
    units: tuple[UnitFacts, ...] = ()
    format: StandardFormat = field(default=StandardFormat.WORKBOOK, compare=False)
    made: frozenset[str] = field(default=frozenset(), compare=False)
    """Codes that the file did not give ("unit:2"): its reader counted them out."""
    absent: frozenset[str] = field(default=frozenset(), compare=False)
    """Columns that an older form lacks ("outcome.section")."""
    noted: tuple[Refusal, ...] = field(default=(), compare=False)
    """What the reader saw and did not keep."""

    def outcomes(self) -> Iterator[tuple[UnitFacts, OutcomeFacts]]:
        """Every learning outcome with its unit, in the order of the standard."""
        return ((unit, outcome) for unit in self.units for outcome in unit.outcomes)


def check(facts: StandardFacts) -> None:
    """Refuses a standard that nobody could be measured against."""
    _check_head(facts)
    _check_sizes(facts)
    _check_codes(facts)
    for unit in facts.units:
        _check_unit(facts, unit)
    circle = circle_of_prerequisites(facts.units)
    if circle:
        raise RefusedError("standard.circle", standard=facts.code, circle=" → ".join(circle))


def remarks(facts: StandardFacts) -> tuple[Refusal, ...]:
    """What a lawful standard still lacks: a unit without outcomes, a text in only one language."""
    found: list[Refusal] = list(facts.noted)
    for unit in facts.units:
        if not unit.outcomes:
            found.append(refusal("standard.unit_without_outcomes", standard=facts.code, unit=unit.code))
    without_lv = sum(1 for _, outcome in facts.outcomes() if not outcome.text_lv)
    without_en = sum(1 for _, outcome in facts.outcomes() if not outcome.text_en)
    if without_lv:
        found.append(refusal("standard.without_latvian", standard=facts.code, n=without_lv))
    if without_en:
        found.append(refusal("standard.without_english", standard=facts.code, n=without_en))
    return tuple(found)


def circle_of_prerequisites(units: Iterable[UnitFacts]) -> tuple[str, ...]:
    """The first circle in which units require one another ("A", "B", "A"); empty when there is none."""
    names, needs = {}, {}
    for unit in units:
        names[unit.code.casefold()] = unit.code
        needs[unit.code.casefold()] = [need.casefold() for need in unit.prerequisites]
    done: set[str] = set()
    for start in needs:
        path: list[str] = []
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            code, left = waiting.pop()
            if left:
                done.add(path.pop())
            elif code in path:
                return tuple(names.get(step, step) for step in (*path[path.index(code) :], code))
            elif code not in done:
                path.append(code)
                waiting.append((code, True))
                waiting.extend((need, False) for need in reversed(needs.get(code, ())))
    return ()


def _check_head(facts: StandardFacts) -> None:
    if not facts.code.strip():
        raise RefusedError("standard.without_code", at="code")
    if len(facts.code) > LONGEST_CODE:
        start = facts.code[:LONGEST_CODE]
        raise RefusedError("standard.code_too_long", at="code", code=start, most=LONGEST_CODE)
    if not (facts.title_lv.strip() or facts.title_en.strip()):
        raise RefusedError("standard.without_title", at="title_lv", standard=facts.code)
    for level in (facts.lki, facts.pkl):
        if level is not None and not 1 <= level <= 8:
            raise RefusedError("standard.level", at="lki", standard=facts.code, level=level)
    _check_amount(facts, facts.code, facts.programme_credits, MOST_CREDITS)
    if facts.currency_years is not None and not 1 <= facts.currency_years <= MOST_YEARS:
        raise RefusedError("standard.currency_years", at="currency_years", standard=facts.code, most=MOST_YEARS)
    for text in (facts.description_lv, facts.description_en, facts.entry_requirements):
        if len(text) > LONGEST_TEXT:
            raise RefusedError("standard.text_too_long", standard=facts.code, code=facts.code, most=LONGEST_TEXT)
    for text in (facts.title_lv, facts.title_en):
        if len(text) > LONGEST_TITLE:
            raise RefusedError("standard.text_too_long", standard=facts.code, code=facts.code, most=LONGEST_TITLE)
    for name, text, most in _head_limits(facts):
        if len(text) > most:
            raise RefusedError("standard.field_too_long", at=name, standard=facts.code, text=text[:most], most=most)
    aggregation.read(facts.aggregation)
    if not facts.units:
        raise RefusedError("standard.without_units", standard=facts.code)


def _head_limits(facts: StandardFacts) -> Iterator[tuple[str, str, int]]:
    """The short texts of the head with what the library has room for."""
    yield "edition_label", facts.edition_label, 80
    yield "isced_f", facts.isced_f, 10
    yield "thematic_area", facts.thematic_area, 300
    yield "accreditation_number", facts.accreditation_number, 80
    yield "external_id", facts.external_id, LONGEST_ID


def _check_sizes(facts: StandardFacts) -> None:
    if len(facts.units) > MOST_UNITS:
        n = len(facts.units)
        raise RefusedError("standard.too_many_units", standard=facts.code, n=n, most=MOST_UNITS)
    count = sum(len(unit.outcomes) for unit in facts.units)
    if count > MOST_OUTCOMES:
        raise RefusedError("standard.too_many_outcomes", standard=facts.code, n=count, most=MOST_OUTCOMES)


def _check_codes(facts: StandardFacts) -> None:
    parts = [part.code for part in facts.parts]
    units = [unit.code for unit in facts.units]
    outcomes = [outcome.code for _, outcome in facts.outcomes()]
    for code in (*parts, *units, *outcomes):
        if not code.strip():
            raise RefusedError("standard.item_without_code", standard=facts.code)
        if len(code) > LONGEST_CODE:
            raise RefusedError("standard.code_too_long", code=code[:LONGEST_CODE], most=LONGEST_CODE)
    if twice := doubled(parts):
        raise RefusedError("standard.doubled_part", standard=facts.code, code=twice)
    if twice := doubled(units):
        raise RefusedError("standard.doubled_unit", standard=facts.code, code=twice)
    if twice := doubled(outcomes):
        raise RefusedError("standard.doubled_outcome", standard=facts.code, code=twice)
    _check_references(facts, {code.casefold() for code in parts}, {code.casefold() for code in units})


def doubled(codes: Iterable[str]) -> str | None:
    """The first code that stands twice; codes that differ only in case sound alike and are one."""
    seen: set[str] = set()
    for code in codes:
        if code.casefold() in seen:
            return code
        seen.add(code.casefold())
    return None


def _check_references(facts: StandardFacts, parts: set[str], units: set[str]) -> None:
    for unit in facts.units:
        part = unit.part_code
        if part is not None and part.casefold() not in parts:
            raise RefusedError("standard.unknown_part", standard=facts.code, unit=unit.code, part=part)
        for need in unit.prerequisites:
            if need.casefold() not in units:
                raise RefusedError("standard.unknown_unit", standard=facts.code, unit=unit.code, need=need)


def _check_unit(facts: StandardFacts, unit: UnitFacts) -> None:
    if not (unit.title_lv.strip() or unit.title_en.strip()):
        raise RefusedError("standard.unit_without_title", standard=facts.code, unit=unit.code)
    if max(len(unit.title_lv), len(unit.title_en)) > LONGEST_TITLE:
        raise RefusedError("standard.text_too_long", standard=facts.code, code=unit.code, most=LONGEST_TITLE)
    _check_amount(facts, unit.code, unit.credits, MOST_CREDITS)
    _check_amount(facts, unit.code, unit.hours, MOST_HOURS)
    if unit.credits is not None and unit.credit_unit is None:
        raise RefusedError("standard.credits_without_unit", standard=facts.code, unit=unit.code)
    if unit.semester is not None and not 1 <= unit.semester <= MOST_SEMESTERS:
        raise RefusedError("standard.semester", standard=facts.code, unit=unit.code, most=MOST_SEMESTERS)
    aggregation.read(unit.aggregation)
    for outcome in unit.outcomes:
        _check_outcome(facts, outcome)


def _check_outcome(facts: StandardFacts, outcome: OutcomeFacts) -> None:
    code = outcome.code
    if not (outcome.text_lv.strip() or outcome.text_en.strip()):
        raise RefusedError("standard.outcome_without_text", standard=facts.code, code=code)
    if max(len(outcome.text_lv), len(outcome.text_en)) > LONGEST_TEXT:
        raise RefusedError("standard.text_too_long", standard=facts.code, code=code, most=LONGEST_TEXT)
    if max(len(outcome.section), len(outcome.external_id)) > LONGEST_ID:
        raise RefusedError("standard.text_too_long", standard=facts.code, code=code, most=LONGEST_ID)
    if not 1 <= outcome.weight <= MOST_WEIGHT:
        raise RefusedError("standard.weight", standard=facts.code, code=code, most=MOST_WEIGHT)
    _check_amount(facts, code, outcome.maximum, MOST_POINTS)


def _check_amount(facts: StandardFacts, code: str, amount: Decimal | None, most: Decimal) -> None:
    if amount is None:
        return
    if not amount.is_finite() or not 0 <= amount <= most:
        raise RefusedError("standard.amount", standard=facts.code, code=code, amount=str(amount), most=most)
    if amount != amount.quantize(THOUSANDTH):
        raise RefusedError("standard.amount_too_fine", standard=facts.code, code=code, amount=str(amount))
