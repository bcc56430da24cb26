"""The microcredentials of an edition: their elements are written once, and every one that is issued says them."""

import re
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from commission_app.errors import Refusal, RefusedError
from commission_app.models.microcredential import MicrocredentialProfile
from commission_app.models.standard import Edition
from commission_app.rules import microcredential
from commission_app.rules.microcredential import Profile
from commission_app.rules.minutes_record import Said
from commission_app.rules.vocabulary.microcredential import Element
from commission_app.services import programme_facts
from commission_app.store.work import Reading, Work

_CODE = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")


@dataclass(frozen=True)
class UnitChoice:
    """A unit that a microcredential may be about."""

    uid: str
    code: str
    title_lv: str
    title_en: str


@dataclass(frozen=True)
class ProfileCard:
    """A microcredential of an edition: what it says, and what its data still lack."""

    id: int
    version: int
    profile: Profile
    retired_on: date | None
    lacks: tuple[Refusal, ...]


@dataclass(frozen=True)
class EditionProfiles:
    """The microcredentials of an edition, the units they may be about, and what a new one begins with."""

    edition_id: int
    rows: tuple[ProfileCard, ...]
    units: tuple[UnitChoice, ...]
    level: int | None
    blank: Profile


def of_edition(reading: Reading, edition_id: int) -> EditionProfiles:
    """The microcredentials of an edition, those still issued first."""
    edition = reading.get(Edition, edition_id)
    rows = reading.session.scalars(
        select(MicrocredentialProfile)
        .where(MicrocredentialProfile.edition_id == edition_id)
        .order_by(MicrocredentialProfile.retired_on.is_not(None), MicrocredentialProfile.id)
    )
    standard = edition.standard
    return EditionProfiles(
        edition_id,
        tuple(_card(row) for row in rows),
        tuple(UnitChoice(str(unit.uid), unit.code, unit.title_lv, unit.title_en) for unit in edition.units),
        edition.lki,
        Profile(title=Said(standard.title_lv, standard.title_en), level_applies=edition.lki is not None),
    )


def store(work: Work, edition_id: int, profile: Profile, profile_id: int | None = None, seen: int | None = None) -> int:
    """A microcredential is written down; one that is not whole yet may be kept, but it does not leave.

    Refused: without its Latvian title, with a country that is no code, a workload without its unit, or a unit of
    another edition.
    """
    edition = work.lock(Edition, edition_id)
    profile = _checked(_trimmed(profile), edition)
    if profile_id is None:
        row = MicrocredentialProfile(edition_id=edition.id)
    else:
        row = work.lock(MicrocredentialProfile, profile_id, seen)
        if row.retired_on is not None:
            raise RefusedError("microcredential.already_retired", title=row.title_lv)
    row.title_lv, row.title_en = profile.title.lv, profile.title.en
    row.text = microcredential.text(profile)
    work.add(row)
    work.about(edition.uid)
    work.session.flush()
    return row.id


def retire(work: Work, profile_id: int, seen: int) -> None:
    """A microcredential is no longer issued from today; those that were issued stay as they are.

    Refused: twice.
    """
    row = work.lock(MicrocredentialProfile, profile_id, seen)
    if row.retired_on is not None:
        raise RefusedError("microcredential.already_retired", title=row.title_lv)
    row.retired_on = work.today
    work.about(row.edition.uid)


def _card(row: MicrocredentialProfile) -> ProfileCard:
    profile = microcredential.read(row.text)
    record = programme_facts.imagined(row.edition, profile)
    # The learner, the institution and the day are known at issue; here only what the standard and the profile say.
    at_issue = {"microcredential.no_learner", "microcredential.learner_unknown"}
    lacks = tuple(one for one in microcredential.missing(record) if one.reason not in at_issue)
    return ProfileCard(row.id, row.version, profile, row.retired_on, lacks)


def _checked(profile: Profile, edition: Edition) -> Profile:
    if not profile.title.lv:
        raise RefusedError("microcredential.no_title_lv", at="title_lv", element=Element.TITLE)
    for code in profile.countries:
        if not _CODE.fullmatch(code):
            raise RefusedError("microcredential.country_code", at="countries", text=code)
    if profile.workload and profile.workload_unit is None:
        raise RefusedError("microcredential.workload_unit", at="workload_unit")
    if not set(profile.units) <= {str(unit.uid) for unit in edition.units}:
        raise RefusedError("microcredential.unit_unknown", at="units")
    return profile if profile.workload else replace(profile, workload=None, workload_unit=None)


def _trimmed(profile: Profile) -> Profile:
    """The texts without white around them."""
    return replace(
        profile,
        title=_bare(profile.title),
        assessment_note=_bare(profile.assessment_note),
        quality_note=_bare(profile.quality_note),
        prerequisites=_bare(profile.prerequisites),
        stackability_note=_bare(profile.stackability_note),
        more=_bare(profile.more),
        countries=tuple(dict.fromkeys(code.strip().upper() for code in profile.countries if code.strip())),
    )


def _bare(said: Said) -> Said:
    return Said(said.lv.strip(), said.en.strip())
