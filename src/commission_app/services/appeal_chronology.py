"""What a file of an appeal tells beside its papers: the days of the case, the by-law in force, the conflicts."""

from datetime import date
from enum import StrEnum

from sqlalchemy import select

from commission_app.documents.appeal_contents import Event
from commission_app.documents.house_style import Pair, Text
from commission_app.i18n import ENGLISH, LATVIAN, OFFICE_ZONE, marked
from commission_app.models.appeal import Appeal
from commission_app.models.case import RecognitionCase
from commission_app.models.conflict import ConflictDeclaration, MemberStatement
from commission_app.models.decision import Decision
from commission_app.models.delivery import Delivery
from commission_app.models.score import Assessor
from commission_app.models.sitting import AgendaItem, Recusal
from commission_app.models.term import TermChange
from commission_app.rules.vocabulary.appeal import AppealKind
from commission_app.services import commissions
from commission_app.services.appeal_facts import Contested
from commission_app.services.paper_sources import both, pair
from commission_app.store.work import Reading
from commission_app.wording.words import word

_CONTESTED = {
    AppealKind.CONTEST: marked("decision {number}, {day}"),
    AppealKind.EXAM_MARK: marked("mark, examination protocol {number}, {day}"),
}


def contested_said(against: Contested) -> Pair:
    """What is contested: decision or mark, its number and day."""
    return _kinds(_CONTESTED[against.kind], number=against.number, day=against.made_on)


def bylaw_said(reading: Reading, appeal: Appeal) -> Text:
    """The by-law that was in force on the day of the sitting."""
    if appeal.decision is None:
        return ""
    sitting = appeal.decision.item.sitting
    edition = commissions.bylaw_edition_on(reading.session, sitting.commission_id, sitting.held_on)
    since = _kinds(marked("in force from {day}"), day=edition.in_force_from)
    lv, en = edition.reference_lv, edition.reference_en or edition.reference_lv
    return pair(", ".join(part for part in (lv, since.lv) if part), ", ".join(part for part in (en, since.en) if part))


def conflicts(reading: Reading, appeal: Appeal) -> tuple[Text, ...]:
    """What members declared on the case, who stepped aside, and who signed to have no conflict."""
    session = reading.session
    found: list[Text] = []
    for row in session.scalars(
        select(ConflictDeclaration)
        .where(ConflictDeclaration.case_id == appeal.case_id)
        .order_by(ConflictDeclaration.id)
    ):
        text = marked("{day} {name} declared: {kind}. {text}")
        found.append(_kinds(text, row.kind, day=row.declared_on, name=row.member.name, text=row.text))
    items = select(AgendaItem.id).where(AgendaItem.case_id == appeal.case_id)
    for stepped in session.scalars(select(Recusal).where(Recusal.item_id.in_(items)).order_by(Recusal.id)):
        day = stepped.item.sitting.held_on
        text = marked("{day} {name} took no part: {kind}. {text}")
        found.append(_kinds(text, stepped.kind, day=day, name=stepped.member.name, text=stepped.reason))
    if appeal.decision is not None:
        signed = select(MemberStatement).where(MemberStatement.sitting_id == appeal.decision.item.sitting_id)
        for said in session.scalars(signed.order_by(MemberStatement.id)):
            found.append(
                _kinds(marked("{day} {name} signed: {kind}."), said.kind, day=said.signed_on, name=said.member.name)
            )
    return tuple(found)


def events(reading: Reading, appeal: Appeal, case: RecognitionCase) -> tuple[Event, ...]:
    """Every day that matters for the terms, in their order."""
    session = reading.session
    found = [Event(case.received_on, both(marked("application received, number {number}"), number=case.number))]
    if case.admitted_on is not None:
        found.append(Event(case.admitted_on, both(marked("application admitted"))))
    for change in session.scalars(select(TermChange).where(TermChange.case_id == case.id).order_by(TermChange.id)):
        until = change.until_day
        text = marked("{kind} until {until}: {reason}") if until else marked("{kind}: {reason}")
        found.append(Event(change.from_day, _kinds(text, change.kind, until=until, reason=change.reason)))
    for seat in session.scalars(select(Assessor).where(Assessor.case_id == case.id).order_by(Assessor.seat)):
        if seat.finished_at is not None:
            day = seat.finished_at.astimezone(OFFICE_ZONE).date()
            found.append(Event(day, both(marked("assessor {seat} finished the sheet"), seat=seat.seat)))
    found.append(Event(case.deadline, both(marked("last day for the decision"))))
    found += _decided(reading, case)
    for sent in session.scalars(select(Delivery).where(Delivery.case_id == case.id).order_by(Delivery.id)):
        found += _delivered(sent)
    if appeal.term_until is not None:
        found.append(Event(appeal.term_until, both(marked("last day for contesting"))))
    found.append(Event(appeal.received_on, both(marked("appeal received, number {number}"), number=appeal.number)))
    if appeal.sent_on is not None:
        found.append(Event(appeal.sent_on, both(marked("file handed over to {body}"), body=appeal.body)))
    return tuple(sorted(found, key=lambda event: event.day))


def _decided(reading: Reading, case: RecognitionCase) -> list[Event]:
    found: list[Event] = []
    for row in reading.session.scalars(select(Decision).where(Decision.case_id == case.id).order_by(Decision.id)):
        sitting = row.item.sitting
        facts = {"number": row.number, "minutes": sitting.minutes_number or ""}
        found.append(Event(row.decided_on, both(marked("decision {number} taken, minutes {minutes}"), **facts)))
        if row.signed_on is not None:
            found.append(Event(row.signed_on, both(marked("decision {number} signed"), number=row.number)))
    return found


def _delivered(sent: Delivery) -> list[Event]:
    item = f" {sent.item_number}" if sent.item_number else ""
    found = [Event(sent.sent_on, _kinds(marked("sent: {kind}{item}"), sent.channel, item=item))]
    if sent.notified_on is not None:
        found.append(Event(sent.notified_on, both(marked("counts as notified"))))
    if sent.returned_on is not None:
        why = sent.return_reason
        returned = _kinds(marked("came back: {kind}"), why) if why is not None else both(marked("came back"))
        found.append(Event(sent.returned_on, returned))
    return found


def _kinds(text: str, kind: StrEnum | None = None, /, **facts: object) -> Pair:
    """A text in both languages that names a coded word and days."""
    halves = []
    for language in (LATVIAN, ENGLISH):
        said = {key: language.date(value) if isinstance(value, date) else value for key, value in facts.items()}
        if kind is not None:
            said["kind"] = word(language, kind)
        halves.append(language.say_of("paper", text, **said).strip())
    return Pair(*halves)
