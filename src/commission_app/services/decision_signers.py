"""Who signs a decision: by name, in the own post, and where not the chair on which order."""

from dataclasses import dataclass
from datetime import date

from commission_app.documents.house_style import Signer, Text, text_of
from commission_app.errors import RefusedError
from commission_app.i18n import ENGLISH, LATVIAN, Language, marked
from commission_app.models.commission import Member
from commission_app.models.decision import Decision, ProceduralDecision
from commission_app.models.sitting import AgendaItem
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.services.minutes_people import presided
from commission_app.services.paper_sources import both, pair, post
from commission_app.store.work import Reading


@dataclass(frozen=True)
class SignedAs:
    """A signer as typed: the name, the post in both languages, and the order that entitles to sign."""

    name: str
    post_lv: str = ""
    post_en: str = ""
    order: str = ""


def of_item(reading: Reading, item: AgendaItem) -> SignedAs:
    """Who presided when the item was decided, in the own post; else the chair in office; else nobody's name."""
    chair = presided(reading.session, item.sitting, item) or _in_office(reading, item)
    if chair is None:
        return SignedAs("")
    words = post(chair)
    return SignedAs(chair.name, text_of(words, LATVIAN), text_of(words, ENGLISH))


def _in_office(reading: Reading, item: AgendaItem) -> Member | None:
    """The chair of the commission today, or else of the day of the sitting."""
    chairs = [member for member in item.sitting.commission.members if member.role is MemberRole.CHAIR]
    for day in (reading.today, item.sitting.held_on):
        for member in chairs:
            if member.term_from <= day and (member.term_until is None or day <= member.term_until):
                return member
    return None


def proposed(reading: Reading, decision_id: int) -> SignedAs:
    """Who is proposed to sign a decision."""
    return of_item(reading, reading.get(Decision, decision_id).item)


def enter(row: Decision | ProceduralDecision, on: date, signed: SignedAs) -> None:
    """Writes down who signed and when. Refused: without a name."""
    if not signed.name.strip():
        raise RefusedError("decision.no_signer", at="name", number=row.number)
    row.signed_on, row.signed_by = on, signed.name.strip()
    row.signed_post_lv, row.signed_post_en = signed.post_lv.strip(), signed.post_en.strip()
    row.signed_order = signed.order.strip()


def signer(row: Decision | ProceduralDecision) -> Signer | None:
    """The signer as the paper shows it; the order stands above the post."""
    if not row.signed_by:
        return None
    order: Text = both(marked("on the ground of order {order}"), order=row.signed_order) if row.signed_order else ""
    return Signer(pair(row.signed_post_lv, row.signed_post_en), row.signed_by, order)


def said(language: Language, name: str, post_lv: str, post_en: str) -> str:
    """Name and post in one line."""
    words = (post_lv or post_en) if language.code == "lv" else (post_en or post_lv)
    return ", ".join(part for part in (name, words) if part)
