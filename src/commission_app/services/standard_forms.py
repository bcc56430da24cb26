"""What the forms of a standard say: its head, a part, a unit, a learning outcome; and what may never stand in one."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from commission_app.errors import RefusedError
from commission_app.exchange import standard_facts as limits
from commission_app.rules import aggregation
from commission_app.rules.qualification_levels import check_levels
from commission_app.rules.study_plan import MOST_SEMESTERS
from commission_app.rules.vocabulary.scoring import CombinationKind, ScaleKind, VerificationRoute
from commission_app.rules.vocabulary.standard import CreditUnit, OutcomeKind, PklScale, StandardKind, UnitKind

_ISCED = re.compile(r"(0[0-9]|10)[0-9]{0,2}")


class NodeKind(Enum):
    """What can be edited in an edition."""

    HEAD = "head"
    PART = "part"
    UNIT = "unit"
    OUTCOME = "outcome"


@dataclass(frozen=True)
class NodeKey:
    """One part, unit or outcome of an edition by its key; the head by the key of the edition."""

    kind: NodeKind
    id: int


@dataclass(frozen=True)
class HeadForm:
    """What is said of an edition as a whole; the rule of aggregation as its canonical text."""

    code: str = ""
    kind: StandardKind = StandardKind.PROFESSION_STANDARD
    title_lv: str = ""
    title_en: str = ""
    label: str = ""
    valid_from: date | None = None
    last_applications_on: date | None = None
    lki: int | None = None
    pkl: int | None = None
    pkl_scale: PklScale | None = None
    isced_f: str = ""
    thematic_area: str = ""
    accredited: bool = False
    accreditation_number: str = ""
    accreditation_until: date | None = None
    credits: Decimal | None = None
    credit_unit: CreditUnit | None = None
    currency_years: int | None = None
    entry_requirements: str = ""
    description_lv: str = ""
    description_en: str = ""
    source: str = ""
    scale: ScaleKind = ScaleKind.RESULT
    aggregation: str = ""
    combination: CombinationKind = CombinationKind.CONSENSUS


@dataclass(frozen=True)
class PartForm:
    """A part of the qualification."""

    code: str = ""
    title_lv: str = ""
    title_en: str = ""


@dataclass(frozen=True)
class UnitForm:
    """A unit; prerequisites by the codes of other units."""

    code: str = ""
    kind: UnitKind = UnitKind.UNIT
    title_lv: str = ""
    title_en: str = ""
    part_id: int | None = None
    credits: Decimal | None = None
    credit_unit: CreditUnit | None = None
    hours: Decimal | None = None
    mandatory: bool = True
    final_examination: bool = False
    recognisable: bool = True
    local: bool = False
    route: VerificationRoute | None = None
    semester: int | None = None
    prerequisites: tuple[str, ...] = ()
    aggregation: str = ""


@dataclass(frozen=True)
class OutcomeForm:
    """A learning outcome; a language that is not known yet is an empty text."""

    code: str = ""
    text_lv: str = ""
    text_en: str = ""
    kind: OutcomeKind | None = None
    mandatory: bool = True
    weight: int = 1
    section: str = ""
    maximum: Decimal | None = None


NodeForm = HeadForm | PartForm | UnitForm | OutcomeForm


def check_head(form: HeadForm) -> None:
    """Refuses a head that cannot stand, at the field that is wrong."""
    _check_code(form.code)
    _check_titles(form.title_lv, form.title_en)
    if not form.label.strip():
        raise RefusedError("edition.without_label", at="label")
    if form.valid_from is None:
        raise RefusedError("edition.without_beginning", at="valid_from")
    if form.last_applications_on is not None and form.last_applications_on < form.valid_from:
        last, since = form.last_applications_on, form.valid_from
        raise RefusedError("edition.last_before_first", at="last_applications_on", last=last, since=since)
    check_levels(form.lki, form.pkl, form.pkl_scale)
    if form.isced_f.strip() and not _ISCED.fullmatch(form.isced_f.strip()):
        raise RefusedError("edition.isced", at="isced_f", code=form.isced_f.strip()[:10])
    _check_credits(form.credits, form.credit_unit)
    if form.currency_years is not None and not 1 <= form.currency_years <= limits.MOST_YEARS:
        raise RefusedError("edition.currency_years", at="currency_years", most=limits.MOST_YEARS)
    _check_lengths(
        ("label", form.label, 80),
        ("thematic_area", form.thematic_area, 300),
        ("accreditation_number", form.accreditation_number, 80),
        ("source", form.source, 300),
        ("description_lv", form.description_lv, limits.LONGEST_TEXT),
        ("description_en", form.description_en, limits.LONGEST_TEXT),
        ("entry_requirements", form.entry_requirements, limits.LONGEST_TEXT),
    )
    aggregation.read(form.aggregation)


def check_part(form: PartForm) -> None:
    """Refuses a part without code or title."""
    _check_code(form.code)
    _check_titles(form.title_lv, form.title_en)


def check_unit(form: UnitForm) -> None:
    """Refuses a unit that nobody could be measured against, at the field that is wrong."""
    _check_code(form.code)
    _check_titles(form.title_lv, form.title_en)
    _check_credits(form.credits, form.credit_unit)
    _check_amount("hours", form.hours, limits.MOST_HOURS)
    if form.semester is not None and not 1 <= form.semester <= MOST_SEMESTERS:
        raise RefusedError("unit.semester", at="semester", most=MOST_SEMESTERS)
    if form.code.strip().casefold() in {code.casefold() for code in form.prerequisites}:
        raise RefusedError("unit.needs_itself", at="prerequisites", code=form.code.strip())
    if any(";" in code for code in (form.code, *form.prerequisites)):
        raise RefusedError("node.code_semicolon", at="code", code=form.code.strip()[:60])
    aggregation.read(form.aggregation)


def check_outcome(form: OutcomeForm) -> None:
    """Refuses an outcome without code or text, or with figures out of bounds."""
    _check_code(form.code)
    if not (form.text_lv.strip() or form.text_en.strip()):
        raise RefusedError("outcome.without_text", at="text_lv", code=form.code.strip())
    if not 1 <= form.weight <= limits.MOST_WEIGHT:
        raise RefusedError("outcome.weight", at="weight", most=limits.MOST_WEIGHT)
    _check_amount("maximum", form.maximum, limits.MOST_POINTS)
    _check_lengths(
        ("text_lv", form.text_lv, limits.LONGEST_TEXT),
        ("text_en", form.text_en, limits.LONGEST_TEXT),
        ("section", form.section, limits.LONGEST_ID),
    )


def _check_code(code: str) -> None:
    if not code.strip():
        raise RefusedError("node.without_code", at="code")
    _check_lengths(("code", code.strip(), limits.LONGEST_CODE))


def _check_titles(lv: str, en: str) -> None:
    if not (lv.strip() or en.strip()):
        raise RefusedError("node.without_title", at="title_lv")
    _check_lengths(("title_lv", lv, limits.LONGEST_TITLE), ("title_en", en, limits.LONGEST_TITLE))


def _check_credits(amount: Decimal | None, unit: CreditUnit | None) -> None:
    _check_amount("credits", amount, limits.MOST_CREDITS)
    if amount is not None and unit is None:
        raise RefusedError("node.credits_without_unit", at="credit_unit")


def _check_amount(name: str, amount: Decimal | None, most: Decimal) -> None:
    if amount is None:
        return
    if not amount.is_finite() or not 0 <= amount <= most:
        raise RefusedError("node.amount", at=name, amount=amount, most=most)
    if amount != amount.quantize(limits.THOUSANDTH):
        raise RefusedError("node.amount_too_fine", at=name, amount=amount)


def _check_lengths(*texts: tuple[str, str, int]) -> None:
    for name, text, most in texts:
        if len(text) > most:
            raise RefusedError("node.too_long", at=name, most=most)
