"""The papers before a sitting: letters, agenda, calendar file, e-mail draft, and statements for the members to sign."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from commission_app.documents import convocation as convocation_paper
from commission_app.documents import member_statement
from commission_app.documents.convocation import Addressee, AgendaEntry, ConvocationFacts
from commission_app.documents.house_style import Signatures
from commission_app.documents.member_statement import MemberStatementFacts
from commission_app.errors import RefusedError
from commission_app.exchange import calendar_file, sitting_mail
from commission_app.exchange.calendar_file import CalendarFacts
from commission_app.exchange.sitting_mail import MailFacts
from commission_app.i18n import OFFICE_ZONE, Language
from commission_app.models.case import RecognitionCase
from commission_app.models.commission import Member
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules.vocabulary.conflict import MemberStatementKind
from commission_app.services import agenda_freeze, people
from commission_app.services.convocations import called
from commission_app.services.paper_sources import clerk, letterhead, pair, post, title, worded
from commission_app.services.sitting_facts import UNDECIDED
from commission_app.store.work import Reading


def letters(reading: Reading, sitting_id: int, language: Language, member_ids: Sequence[int] = ()) -> bytes:
    """The letters to the members named, or to all who are called, as one PDF.

    Refused: where nobody is in office on the day, and for a member who is not called.
    """
    return convocation_paper.render(_facts(reading, reading.get(Sitting, sitting_id), language, member_ids), language)


def agenda(reading: Reading, sitting_id: int, language: Language) -> bytes:
    """The agenda as a PDF; a draft until it is frozen."""
    return convocation_paper.render_agenda(_facts(reading, reading.get(Sitting, sitting_id), language), language)


def statements(reading: Reading, sitting_id: int, language: Language, kind: MemberStatementKind) -> bytes:
    """The statements of one kind for all members called, each on a page to be signed."""
    sitting = reading.get(Sitting, sitting_id)
    facts = MemberStatementFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        kind=kind,
        commission=pair(sitting.commission.name_lv, sitting.commission.name_en),
        held_on=sitting.held_on,
        members=_addressees(sitting, ()),
        items=_items(reading, sitting),
    )
    return member_statement.render(facts, language)


def calendar(reading: Reading, sitting_id: int, language: Language) -> bytes:
    """The sitting as a calendar file."""
    return calendar_file.write(_calendar(reading, reading.get(Sitting, sitting_id), language))


def mail(reading: Reading, sitting_id: int, language: Language, member_ids: Sequence[int] = ()) -> bytes:
    """The e-mail draft to the members named, or to all who are called and have an address, with what is attached.

    Refused: where no member has an address, one who is named has none, or one is no address.
    """
    sitting = reading.get(Sitting, sitting_id)
    members = _chosen(sitting, member_ids)
    to = tuple((member.name, member.email) for member in members if member.email)
    if not to:
        raise RefusedError("convocation.no_addresses")
    if member_ids and len(to) < len(members):
        nowhere = tuple(member.name for member in members if not member.email)
        raise RefusedError("convocation.without_address", names=nowhere)
    facts = _calendar(reading, sitting, language)
    name = file_name(sitting, language)
    text = (
        language.say_of("paper", "You are invited to take part in a sitting of the commission."),
        _when(sitting, language),
        language.say_of("paper", "The invitation with the agenda and a calendar file are attached."),
        reading.actor.name,
    )
    return sitting_mail.write(
        MailFacts(
            made_at=facts.made_at,
            subject=facts.summary,
            text="\n\n".join(part for part in text if part),
            to=to,
            letters=(f"{name}.pdf", letters(reading, sitting_id, language, member_ids)),
            calendar=(f"{name}.ics", calendar_file.write(facts)),
        )
    )


def file_name(sitting: Sitting, language: Language) -> str:
    """How the files of a convocation are called, without the ending."""
    return language.say_of("paper", "Sitting {day}", day=f"{sitting.held_on:%Y-%m-%d}")


def _facts(reading: Reading, sitting: Sitting, language: Language, member_ids: Sequence[int] = ()) -> ConvocationFacts:
    return ConvocationFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        made_on=sitting.convoked_on or reading.today,
        commission=pair(sitting.commission.name_lv, sitting.commission.name_en),
        held_on=sitting.held_on,
        hour=_hour(sitting, language),
        place=sitting.place,
        link=sitting.remote_link,
        form=worded(sitting.form),
        addressees=_addressees(sitting, member_ids),
        items=_items(reading, sitting),
        signatures=Signatures((clerk(reading.actor),)),
        frozen=agenda_freeze.is_frozen(reading, sitting),
    )


def _addressees(sitting: Sitting, member_ids: Sequence[int]) -> tuple[Addressee, ...]:
    return tuple(_addressee(member) for member in _chosen(sitting, member_ids))


def _chosen(sitting: Sitting, member_ids: Sequence[int]) -> list[Member]:
    """The members named among those who are called, in the order of the commission; nobody named means all."""
    members = called(sitting)
    if not members:
        raise RefusedError("convocation.no_members", day=sitting.held_on)
    names, there = {one.id: one.name for one in sitting.commission.members}, {one.id for one in members}
    stranger = next((key for key in member_ids if key not in there), None)
    if stranger is not None:
        raise RefusedError("convocation.not_member", name=names.get(stranger, "–"), day=sitting.held_on)
    return [member for member in members if not member_ids or member.id in member_ids]


def _addressee(member: Member) -> Addressee:
    return Addressee(member.name, post(member), member.organisation)


def _items(reading: Reading, sitting: Sitting) -> tuple[AgendaEntry, ...]:
    return tuple(_item(reading, item) for item in sitting.items if item.state in UNDECIDED)


def _item(reading: Reading, item: AgendaItem) -> AgendaEntry:
    case = reading.get(RecognitionCase, item.case_id)
    reading.opened.add(case.person.uid)
    return AgendaEntry(item.position, case.number, people.full_name(case.person), title(case.edition), item.presenter)


def _calendar(reading: Reading, sitting: Sitting, language: Language) -> CalendarFacts:
    starts = _clock(sitting)
    commission = pair(sitting.commission.name_lv, sitting.commission.name_en)
    name = commission if isinstance(commission, str) else commission.of(language)
    # No applicant is named: calendars are often open to colleagues.
    numbers = [f"{item.position}. {item.case.number}" for item in sitting.items if item.state in UNDECIDED]
    return CalendarFacts(
        uid=sitting.uid,
        version=sitting.version,
        made_at=datetime.now(UTC).replace(microsecond=0),
        day=sitting.held_on,
        starts_at=datetime.combine(sitting.held_on, starts, OFFICE_ZONE).astimezone(UTC) if starts else None,
        items=len(numbers),
        summary=language.say_of("paper", "Sitting: {commission}", commission=name),
        place=sitting.place,
        link=sitting.remote_link,
        description="\n".join([language.say_of("paper", "Agenda"), *numbers]) if numbers else "",
    )


def _when(sitting: Sitting, language: Language) -> str:
    hour = _hour(sitting, language)
    said = language.say_of("clock", "{hours}", hours=hour) if hour else ""
    parts = (language.long_date(sitting.held_on), said, sitting.place, sitting.remote_link)
    return ", ".join(part for part in parts if part)


def _clock(sitting: Sitting) -> time | None:
    try:
        return time.fromisoformat(sitting.planned_at.replace(".", ":")) if sitting.planned_at else None
    except ValueError:
        return None


def _hour(sitting: Sitting, language: Language) -> str:
    clock = _clock(sitting)
    if clock is None:
        return sitting.planned_at
    return language.time(datetime.combine(sitting.held_on, clock))
