"""The letterhead day by day: which held when, and a sheet to look at before a paper is made with it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.documents import letterhead_sample
from commission_app.documents.house_style import Signatures, Signer
from commission_app.i18n import Language
from commission_app.models.institution import InstitutionName
from commission_app.services.institution import name_on, the
from commission_app.services.paper_sources import letterhead, pair
from commission_app.store.work import Reading


@dataclass(frozen=True)
class LetterheadLine:
    """One edition of the letterhead, as a list shows it."""

    id: int
    valid_from: date
    name_lv: str
    name_en: str
    head_name: str
    logo: bool
    arms: bool
    electronic: bool
    in_force: bool


def editions(reading: Reading) -> tuple[LetterheadLine, ...]:
    """Every edition, newest first, with the one of today marked."""
    session = reading.session
    rows = session.execute(
        select(
            InstitutionName.id,
            InstitutionName.valid_from,
            InstitutionName.name_lv,
            InstitutionName.name_en,
            InstitutionName.head_name,
            InstitutionName.logo.is_not(None),
            InstitutionName.arms.is_not(None),
            InstitutionName.electronic,
        ).order_by(InstitutionName.valid_from.desc())
    ).all()
    if not rows:
        return ()
    today, always = name_on(session, reading.today).id, the(session).logo is not None
    return tuple(
        LetterheadLine(key, since, lv, en, head, logo or always, arms, electronic, key == today)
        for key, since, lv, en, head, logo, arms, electronic in rows
    )


def sample(reading: Reading, day: date, language: Language) -> bytes:
    """A sheet with the letterhead of a day, to be looked at."""
    name = name_on(reading.session, day)
    signer = Signer(pair(name.head_post_lv, name.head_post_en), name.head_name)
    facts = letterhead_sample.SampleFacts(
        letterhead(reading.session, day, language), day, Signatures((signer,) if name.head_name else ())
    )
    return letterhead_sample.render(facts, language)
