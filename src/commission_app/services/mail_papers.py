"""Papers for the post: the list of registered items of some days, and the envelopes that go with them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.documents import envelope as envelope_paper
from commission_app.documents import mail_list
from commission_app.documents.envelope import Envelope, EnvelopesFacts
from commission_app.documents.house_style import Signatures
from commission_app.documents.mail_list import MailItem, MailListFacts
from commission_app.errors import RefusedError
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.models.delivery import Delivery
from commission_app.rules.identity import without_codes
from commission_app.rules.vocabulary.archive import EnvelopeSize
from commission_app.rules.vocabulary.delivery import DeliveryChannel
from commission_app.services import addressees, sendables
from commission_app.services.paper_sources import clerk, letterhead
from commission_app.store.work import Reading

_BY_POST = (DeliveryChannel.REGISTERED_POST, DeliveryChannel.POST)


@dataclass(frozen=True)
class PostedLine:
    """One item sent by post, as the window lists it."""

    id: int
    recipient: str
    address: str
    sent_on: date
    registered: bool
    item_number: str
    paper_number: str
    case_number: str


def posted(reading: Reading, first: date, last: date) -> tuple[PostedLine, ...]:
    """What was sent by post on some days, in the order in which it was entered."""
    query = select(Delivery).where(Delivery.channel.in_(_BY_POST), Delivery.sent_on >= first, Delivery.sent_on <= last)
    rows = reading.session.scalars(query.order_by(Delivery.sent_on, Delivery.id)).all()
    return tuple(_line(reading, row) for row in rows)


def registered_list(reading: Reading, first: date, last: date, language: Language) -> bytes:
    """The list of the registered items of some days, for the post office. Refused: when there are none."""
    lines = [line for line in posted(reading, first, last) if line.registered]
    if not lines:
        raise RefusedError("office_paper.nothing_posted", first=first, last=last)
    facts = MailListFacts(
        letterhead=letterhead(reading.session, last, language),
        first_day=min(line.sent_on for line in lines),
        last_day=max(line.sent_on for line in lines),
        items=tuple(
            MailItem(without_codes(line.recipient), without_codes(line.address), line.item_number, line.paper_number)
            for line in lines
        ),
        signatures=Signatures((clerk(reading.actor),)),
    )
    return mail_list.render(facts, language)


def envelopes(reading: Reading, delivery_ids: tuple[int, ...], size: EnvelopeSize, language: Language) -> bytes:
    """The envelopes of items sent, one a page. Refused: when none is chosen."""
    rows = {row.id: row for row in reading.session.scalars(select(Delivery).where(Delivery.id.in_(delivery_ids)))}
    found = [rows[key] for key in delivery_ids if key in rows]
    return _envelopes(
        reading,
        tuple(Envelope(row.recipient, row.address, row.channel is DeliveryChannel.REGISTERED_POST) for row in found),
        size,
        language,
    )


def envelope_of_case(reading: Reading, case_id: int, size: EnvelopeSize, language: Language) -> bytes:
    """An envelope to whoever receives the papers of a case. Refused: while no address is known."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    to = addressees.of_case(reading.session, case, reading.today)
    if not to.address.strip():
        raise RefusedError("office_paper.no_address", name=to.name)
    return _envelopes(reading, (Envelope(to.name, to.address),), size, language)


def _envelopes(reading: Reading, found: tuple[Envelope, ...], size: EnvelopeSize, language: Language) -> bytes:
    if not found:
        raise RefusedError("office_paper.no_items")
    clean = tuple(Envelope(without_codes(one.recipient), without_codes(one.address), one.registered) for one in found)
    facts = EnvelopesFacts(letterhead(reading.session, reading.today, language), size, clean)
    return envelope_paper.render(facts, language)


def _line(reading: Reading, row: Delivery) -> PostedLine:
    papers = {one.uid: one for one in sendables.of_case(reading.session, row.case_id)}
    paper = papers.get(row.subject_uid)
    return PostedLine(
        row.id,
        row.recipient,
        row.address,
        row.sent_on,
        row.channel is DeliveryChannel.REGISTERED_POST,
        row.item_number,
        paper.number if paper is not None else "",
        row.case.number,
    )
