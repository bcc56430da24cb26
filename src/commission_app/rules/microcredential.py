"""A microcredential by the Council Recommendation of 16 June 2022: what it says, and what it still lacks."""

from collections.abc import Iterator
from dataclasses import dataclass

from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.rules import canonical
from commission_app.rules.certificate_record import UNSAID, CertificateRecord, RecordElements, RecordUnit
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.microcredential import (
    AssessmentKind,
    Cycle,
    Element,
    Participation,
    QualityKind,
    Stackability,
    Supervision,
)
from commission_app.rules.vocabulary.standard import CreditUnit

SCHEMA = 1
MANDATORY = tuple(Element)[: tuple(Element).index(Element.PREREQUISITES)]


@dataclass(frozen=True, slots=True)
class Profile:
    """What every microcredential of a programme says; `units` are uids, none of them means whatever was recognised.

    The workload is the sum of the units where it is not given, in thousandths of its unit.
    """

    title: Said = UNSAID
    units: tuple[str, ...] = ()
    countries: tuple[str, ...] = ("LV",)
    workload: int | None = None
    workload_unit: CreditUnit | None = None
    level_applies: bool = True
    cycle: Cycle | None = None
    assessment: tuple[AssessmentKind, ...] = (AssessmentKind.PRIOR_LEARNING,)
    assessment_note: Said = UNSAID
    participation: Participation | None = None
    quality: QualityKind | None = None
    quality_note: Said = UNSAID
    prerequisites: Said = UNSAID
    supervision: Supervision | None = None
    stackability: Stackability | None = None
    stackability_note: Said = UNSAID
    more: Said = UNSAID
    schema: int = SCHEMA


def text(profile: Profile) -> str:
    """The profile as canonical text."""
    return canonical.written(profile)


def read(stored: str) -> Profile:
    """The profile as it was kept.

    Refused: text that is no profile, or one of a later program.
    """
    try:
        profile = canonical.made(Profile, stored)
    except ValueError as error:
        raise RefusedError("microcredential.unreadable") from error
    if profile.schema != SCHEMA:
        raise RefusedError("microcredential.newer", schema=profile.schema)
    return profile


def covers(profile: Profile, recognised: frozenset[str]) -> bool:
    """Whether all that the microcredential is about was recognised."""
    return bool(recognised) and set(profile.units) <= recognised


def elements(profile: Profile) -> RecordElements:
    """The elements as a certificate freezes them."""
    return RecordElements(
        countries=profile.countries,
        workload=profile.workload,
        workload_unit=profile.workload_unit,
        assessment=tuple(str(kind) for kind in profile.assessment),
        assessment_note=profile.assessment_note,
        participation=profile.participation or "",
        quality=profile.quality or "",
        quality_note=profile.quality_note,
        prerequisites=profile.prerequisites,
        supervision=profile.supervision or "",
        stackability=profile.stackability or "",
        stackability_note=profile.stackability_note,
        more=profile.more,
        cycle=profile.cycle or "",
        level_applies=profile.level_applies,
    )


def require(record: CertificateRecord) -> None:
    """Refuses a microcredential that lacks a mandatory element, by its name and with where it is mended."""
    lacks = missing(record)
    if lacks:
        raise RefusedError.of(lacks[0])


def missing(record: CertificateRecord) -> tuple[Refusal, ...]:
    """Everything a microcredential lacks, in the order of Annex I; it leaves in both languages, so both are asked."""
    held = record.elements or RecordElements()
    return (*_who(record, held), *_what(record), *_how(record, held), *_halves(held))


def lacks(profile: Profile) -> tuple[Refusal, ...]:
    """What a profile lacks by itself; what the case and the institution bring is asked at issue."""
    held = elements(profile)
    return (*_title(profile.title), *_country(held), *_codes(held), *_halves(held))


def _who(record: CertificateRecord, held: RecordElements) -> Iterator[Refusal]:
    holder, issuer = record.holder, record.issuer
    if not (holder.given.strip() or holder.family.strip()):
        yield refusal("microcredential.no_learner", element=Element.LEARNER)
    elif holder.born is None and not holder.code:
        yield refusal("microcredential.learner_unknown", element=Element.LEARNER)
    yield from _title(record.title)
    yield from _country(held)
    if not issuer.name.lv.strip():
        yield refusal("microcredential.no_body_lv", element=Element.AWARDING_BODY)
    if not issuer.name.en.strip():
        yield refusal("microcredential.no_body_en", element=Element.AWARDING_BODY)


def _title(title: Said) -> Iterator[Refusal]:
    if not title.lv.strip():
        yield refusal("microcredential.no_title_lv", at="title_lv", element=Element.TITLE)
    if not title.en.strip():
        yield refusal("microcredential.no_title_en", at="title_en", element=Element.TITLE)


def _country(held: RecordElements) -> Iterator[Refusal]:
    if not held.countries:
        yield refusal("microcredential.no_country", at="countries", element=Element.COUNTRY)


def _what(record: CertificateRecord) -> Iterator[Refusal]:
    if not record.units:
        yield refusal("microcredential.no_units", element=Element.OUTCOMES)
    for unit in record.units:
        yield from _unit(unit)


def _unit(unit: RecordUnit) -> Iterator[Refusal]:
    if not unit.title.en.strip():
        yield refusal("microcredential.unit_not_english", element=Element.OUTCOMES, unit=unit.code)
    if not unit.outcomes:
        yield refusal("microcredential.unit_without_outcomes", element=Element.OUTCOMES, unit=unit.code)
    for outcome in unit.outcomes:
        if not outcome.text.en.strip() or not outcome.text.lv.strip():
            yield refusal("microcredential.outcome_half", element=Element.OUTCOMES, unit=unit.code, code=outcome.code)


def _how(record: CertificateRecord, held: RecordElements) -> Iterator[Refusal]:
    if not (record.credits or held.workload):
        yield refusal("microcredential.no_workload", at="workload", element=Element.WORKLOAD)
    if record.level is None and held.level_applies:
        yield refusal("microcredential.no_level", at="level_applies", element=Element.LEVEL)
    yield from _codes(held)


def _codes(held: RecordElements) -> Iterator[Refusal]:
    if not held.assessment:
        yield refusal("microcredential.no_assessment", at="assessment", element=Element.ASSESSMENT)
    if not held.participation:
        yield refusal("microcredential.no_participation", at="participation", element=Element.PARTICIPATION)
    if not held.quality:
        yield refusal("microcredential.no_quality", at="quality", element=Element.QUALITY)


def _halves(held: RecordElements) -> Iterator[Refusal]:
    """Texts that stand in one language only."""
    pairs = (
        ("assessment_note", Element.ASSESSMENT, held.assessment_note),
        ("quality_note", Element.QUALITY, held.quality_note),
        ("prerequisites", Element.PREREQUISITES, held.prerequisites),
        ("stackability_note", Element.STACKABILITY, held.stackability_note),
        ("more", Element.MORE, held.more),
    )
    for name, element, said in pairs:
        if said.lv.strip() and not said.en.strip():
            yield refusal("microcredential.half_english", at=f"{name}_en", element=element)
        if said.en.strip() and not said.lv.strip():
            yield refusal("microcredential.half_latvian", at=f"{name}_lv", element=element)
