"""What several papers share, gathered from the tables: letterhead, levels, posts, legal basis, words."""

from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from commission_app.documents.house_style import ELECTRONIC_NOTE, Letterhead, Pair, Signer, Text
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, Language, marked
from commission_app.models.commission import Commission, Member
from commission_app.models.standard import Edition
from commission_app.rules.halves import half
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.services import commissions, provisions
from commission_app.services.institution import name_on, the
from commission_app.store.work import Actor
from commission_app.wording.paper_phrases import ABOUT
from commission_app.wording.words import word

APPEAL = "appeal"
LEGAL_BASIS = "legal_basis"
ELECTRONIC = "electronic_note"


def pair(lv: str, en: str) -> Text:
    """A text in both languages; nothing where there is neither."""
    return Pair(lv, en) if lv or en else ""


def text_pair(text: Text) -> tuple[str, str]:
    """A printed text in Latvian and in English; one that stands alike in both is its own half."""
    return (text.lv, text.en) if isinstance(text, Pair) else (text, text)


def halved(text: str) -> Pair:
    """A text typed with English halves, each language with its own."""
    return Pair(half(text, LATVIAN.code), half(text, ENGLISH.code))


def both(text: str, /, **facts: object) -> Pair:
    """A text of the catalogue as papers say it, in both languages."""
    return Pair(LATVIAN.say_of("paper", text, **facts), ENGLISH.say_of("paper", text, **facts))


def worded(member: StrEnum) -> Pair:
    """The word of an enum in both languages."""
    return Pair(word(LATVIAN, member), word(ENGLISH, member))


def letterhead(session: Session, day: date, language: Language) -> Letterhead:
    """The institution as it was called on a day."""
    institution, name = the(session), name_on(session, day)
    address = name.address_en if language.code == "en" and name.address_en else name.address_lv
    contacts = ", ".join(part for part in (institution.phone, institution.email, name.website) if part)
    return Letterhead(
        institution=Pair(name.name_lv, name.name_en),
        reg_no=institution.registration_number,
        address=address,
        contacts=contacts,
        place=Pair(institution.place_locative_lv, institution.place_en),
        logo=name.logo or institution.logo,
        arms=name.arms,
        electronic_note=electronic_note(session, day) if name.electronic else None,
    )


def electronic_note(session: Session, day: date) -> Pair:
    """The line of a paper signed electronically: as the institution words it from a day on, else the usual one."""
    lv, en = provisions.phrase(session, ELECTRONIC, None, day)
    return Pair(lv, en) if lv else ELECTRONIC_NOTE


def head_of_institution(session: Session, day: date) -> Signer:
    """Who headed the institution on a day.

    Refused: when nobody is entered as its head.
    """
    name = name_on(session, day)
    if not name.head_name:
        raise RefusedError("paper.no_head", day=day)
    return Signer(pair(name.head_post_lv, name.head_post_en), name.head_name)


def clerk(actor: Actor) -> Signer:
    """Who works in the office now, with the own post."""
    return Signer(pair(actor.post_lv, actor.post_en) or worded(actor.role), actor.name)


def post(member: Member) -> Text:
    """A member's post; the office in the commission where none is written."""
    return pair(member.post_lv, member.post_en) or worded(member.role)


def office_in_commission(member: Member, office: Text = "") -> Signer:
    """A member as a signer, by the post; the office one signs in stands above it where the post does not say it."""
    return Signer(post(member), member.name, office if member.post_lv else "")


def title(edition: Edition) -> Text:
    """What one is measured against, in both languages."""
    return pair(edition.standard.title_lv, edition.standard.title_en)


def level(edition: Edition) -> Text:
    """The level: LKI always, the level of professional qualification beside it where the edition names one."""
    if edition.lki is None:
        return ""
    if edition.pkl is None:
        return both(marked("LKI level {lki}"), lki=edition.lki)
    return both(marked("LKI level {lki}, professional qualification level {pkl}"), lki=edition.lki, pkl=edition.pkl)


def order(commission: Commission) -> Text:
    """The order that set up a commission."""
    if not commission.order_number or commission.order_date is None:
        return ""
    day = commission.order_date
    return Pair(
        LATVIAN.say_of("paper", "order No. {number}, {day}", number=commission.order_number, day=LATVIAN.date(day)),
        ENGLISH.say_of("paper", "order No. {number}, {day}", number=commission.order_number, day=ENGLISH.date(day)),
    )


def formed_by(commission: Commission) -> Text:
    """The order as it follows "the commission was formed by"."""
    if not commission.order_number or commission.order_date is None:
        return ""
    number, day = commission.order_number, commission.order_date
    return Pair(
        LATVIAN.say_of("formed by", "order No. {number}, {day}", number=number, day=LATVIAN.date(day)),
        ENGLISH.say_of("formed by", "order No. {number}, {day}", number=number, day=ENGLISH.date(day)),
    )


def about(procedure: Procedure) -> Pair:
    """What a paper of this procedure is about: "par studiju rezultātu atzīšanu"."""
    return both(ABOUT[procedure])


def legal_basis(
    session: Session, procedure: Procedure, law_date: date, commission: Commission, day: date
) -> list[Text]:
    """The law the commission decides by, and its by-law."""
    lv, en = provisions.phrase(session, LEGAL_BASIS, procedure, law_date)
    legal = provisions.legal(session, ProvisionKey.LEGAL_BASIS, procedure, law_date)
    law = pair(lv, en) or (pair(legal.text_lv, legal.text_en) if legal else "")
    bylaw = commissions.bylaw_edition_on(session, commission.id, day)
    return [text for text in (law, pair(bylaw.reference_lv, bylaw.reference_en)) if text]


def appeal(session: Session, procedure: Procedure, day: date) -> Pair:
    """How a decision is contested.

    Refused: while the institution has not worded it.
    """
    lv, en = provisions.phrase(session, APPEAL, procedure, day)
    if not lv:
        raise RefusedError("paper.no_appeal_text", procedure=procedure, day=day)
    return Pair(lv, en)
