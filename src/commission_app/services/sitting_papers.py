"""The papers around the minutes: extracts, attendance, incidents, ballots and their count, study department."""

from dataclasses import dataclass

from sqlalchemy import select

from commission_app.documents import (
    attendance_sheet,
    ballot_count,
    ballots,
    incident_report,
    minutes_changes,
    minutes_extract,
    minutes_note,
    study_extract,
)
from commission_app.documents.attendance_sheet import AttendanceFacts, Attendee
from commission_app.documents.ballot_count import CountFacts
from commission_app.documents.ballots import BallotFacts
from commission_app.documents.house_style import Pair, Signatures, Signer
from commission_app.documents.incident_report import IncidentFacts
from commission_app.documents.minutes import MinutesFacts, pair
from commission_app.documents.minutes_changes import ChangesFacts
from commission_app.documents.minutes_extract import ExtractFacts
from commission_app.documents.study_extract import StudyCase, StudyCourse, StudyExtractFacts
from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import ENGLISH, LATVIAN, Language, marked
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import Decision
from commission_app.models.sitting import AgendaItem, Sitting
from commission_app.rules.credits import award_of
from commission_app.rules.declension import GrammaticalCase, said_name
from commission_app.rules.vocabulary.commission import MemberRole
from commission_app.rules.vocabulary.scoring import UnitVerdict
from commission_app.rules.vocabulary.sitting import BallotKind, ItemState, SittingState
from commission_app.services import minutes_people, minutes_versions, people, sitting_facts, written_standing
from commission_app.services.legality_text import kept
from commission_app.services.minutes_items import ballot_line
from commission_app.services.paper_minutes import minutes_facts
from commission_app.services.paper_sources import both, clerk, letterhead, post, title, worded
from commission_app.services.paper_sources import pair as two
from commission_app.services.sitting_facts import item_legality
from commission_app.store.work import Reading

_RECOGNISED = (UnitVerdict.RECOGNISED, UnitVerdict.PARTLY)


@dataclass(frozen=True)
class PaperItem:
    """An item with the papers it may have: what stands against each, and to whom an extract would be addressed."""

    item_id: int
    position: int
    case_number: str
    applicant: str
    addressee: str
    secret: bool
    against_extract: tuple[Refusal, ...]
    against_count: tuple[Refusal, ...]


def items(reading: Reading, sitting_id: int) -> tuple[PaperItem, ...]:
    """The items of a sitting with their papers; the addressee's name is proposed in the dative."""
    return tuple(_paper_item(reading, item) for item in reading.get(Sitting, sitting_id).items)


def extract(reading: Reading, item_id: int, addressee: str, language: Language) -> bytes:
    """An extract of the minutes for one item, certified by who works now.

    Refused: while the item is not considered.
    """
    item = reading.get(AgendaItem, item_id)
    _require(_against_extract(item))
    facts = minutes_facts(reading, item.sitting_id, language)
    return minutes_extract.render(
        ExtractFacts(
            letterhead=letterhead(reading.session, reading.today, language),
            record=facts.record,
            position=_place(item),
            certifier=clerk(reading.actor),
            certified_on=reading.today,
            addressee=addressee.strip(),
            draft=facts.signed_on is None,
        ),
        language,
    )


def attendance(reading: Reading, sitting_id: int, language: Language) -> bytes:
    """The attendance sheet: to be signed at the door before the sitting, with the hours after it."""
    sitting = reading.get(Sitting, sitting_id)
    commission = sitting.commission
    there = minutes_people.attended(sitting)
    begun = sitting.started_at is not None
    members = [
        member
        for member in minutes_people.in_office(sitting)
        if member.role is not MemberRole.SUBSTITUTE or not begun or member.id in there
    ]
    secretaries = [Signer(post(one), one.name) for one in members if one.role is MemberRole.SECRETARY]
    facts = AttendanceFacts(
        letterhead=letterhead(reading.session, sitting.held_on, language),
        number=sitting.minutes_number or "",
        day=sitting.held_on,
        commission=two(commission.name_lv, commission.name_en),
        planned_at=sitting.planned_at.replace(":", ".") if language.code == LATVIAN.code else sitting.planned_at,
        form=worded(sitting.form),
        place=sitting.place,
        members=tuple(
            Attendee(
                member.name,
                post(member),
                minutes_people.seat_note(sitting, member),
                _hours(sitting, member.id, language),
            )
            for member in members
        ),
        guests=tuple(
            Attendee(guest.name, pair(guest.post), pair(guest.note))
            for guest in minutes_people.guests(reading.session, sitting)
        ),
        signatures=Signatures(tuple(secretaries[:1]) or (clerk(reading.actor),)),
    )
    return attendance_sheet.render(facts, language)


def incidents(reading: Reading, sitting_id: int, language: Language) -> bytes:
    """The report on what happened at the sitting.

    Refused: before it has begun.
    """
    facts = minutes_facts(reading, sitting_id, language)
    return incident_report.render(IncidentFacts(facts.letterhead, facts.record), language)


def correction_note(reading: Reading, sitting_id: int, language: Language) -> bytes:
    """The notes of correction that go with the signed minutes.

    Refused: before signature.
    """
    facts: MinutesFacts = minutes_facts(reading, sitting_id, language)
    if facts.signed_on is None:
        raise RefusedError("minutes.not_signed")
    return minutes_note.render(facts, language)


def changes(reading: Reading, sitting_id: int, older: int, newer: int, language: Language) -> bytes:
    """What changed between two versions of the minutes, to be printed."""
    facts = minutes_facts(reading, sitting_id, language)
    record, found = facts.record, minutes_versions.compared(reading, sitting_id, older, newer, language)
    about = Pair(record.commission.lv, record.commission.en)
    return minutes_changes.render(
        ChangesFacts(facts.letterhead, record.number, record.day, about, older, newer, found), language
    )


def ballot_papers(reading: Reading, item_id: int, language: Language) -> bytes:
    """Ballots for the secret vote on an item, one for each member who may vote now; in writing with their last day.

    Refused: for an item that is voted upon by name.
    """
    item = reading.get(AgendaItem, item_id)
    if item.ballot is not BallotKind.SECRET:
        raise RefusedError("minutes.not_secret", number=item.position)
    sitting, commission = item.sitting, item.sitting.commission
    in_writing = sitting_facts.in_writing(sitting)
    many = len(item.papers_taken) or len(item_legality(reading.session, item).may_vote)
    if in_writing:
        many = len(written_standing.standing_of(reading.session, item).may_vote)
    if sitting.state is SittingState.PLANNED:
        many = len(minutes_people.in_office(sitting))
    facts = BallotFacts(
        letterhead=letterhead(reading.session, sitting.held_on, language),
        commission=two(commission.name_lv, commission.name_en),
        day=sitting.held_on,
        position=item.position,
        title=_about(reading, item),
        case_number=item.case.number,
        many=max(many, 1),
        until=written_standing.last_day(sitting) if in_writing else None,
    )
    return ballots.render(facts, language)


def count_protocol(reading: Reading, item_id: int, language: Language) -> bytes:
    """The protocol of the count of a secret vote.

    Refused: for an item voted upon by name, or before the votes are counted.
    """
    item = reading.get(AgendaItem, item_id)
    _require(_against_count(item))
    ballot, count = ballot_line(item), item.secret_count
    assert ballot is not None and count is not None
    sitting, commission = item.sitting, item.sitting.commission
    closed = kept(item.legality)
    tellers = [name.strip() for name in count.tellers.replace(";", ",").split(",") if name.strip()]
    signers = tuple(Signer(both(marked("Teller")), name) for name in tellers)
    facts = CountFacts(
        letterhead=letterhead(reading.session, sitting.held_on, language),
        number=sitting.minutes_number or "",
        day=sitting.held_on,
        commission=two(commission.name_lv, commission.name_en),
        position=item.position,
        title=_about(reading, item),
        case_number=item.case.number,
        voters=tuple(row.member.name for row in item.papers_taken),
        ballot=ballot,
        counted_at=count.counted_at,
        adopted=closed.tally.adopted if closed is not None else None,
        signatures=Signatures(signers or (clerk(reading.actor),)),
    )
    return ballot_count.render(facts, language)


def study_department(reading: Reading, sitting_id: int, language: Language) -> bytes:
    """What the study department enters after a sitting: recognised courses by person.

    Refused: when nothing was recognised.
    """
    sitting = reading.get(Sitting, sitting_id)
    rows = reading.session.scalars(
        select(Decision).join(AgendaItem).where(AgendaItem.sitting_id == sitting.id).order_by(AgendaItem.position)
    )
    cases = tuple(case for row in rows if (case := _study_case(reading, row)).courses)
    if not cases:
        raise RefusedError("minutes.nothing_recognised")
    commission = sitting.commission
    facts = StudyExtractFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        number=sitting.minutes_number or "",
        day=sitting.held_on,
        commission=two(commission.name_lv, commission.name_en),
        cases=cases,
        signatures=Signatures((clerk(reading.actor),)),
    )
    return study_extract.render(facts, language)


def _hours(sitting: Sitting, member_id: int, language: Language) -> str:
    """From when to when a member was there; a vote in writing has no hours."""
    rows = [] if sitting_facts.in_writing(sitting) else sitting.attendance
    return "\n".join(
        f"{language.time(row.arrived_at)} – {language.time(row.left_at) if row.left_at else ''}".rstrip()
        for row in rows
        if row.member_id == member_id
    )


def _study_case(reading: Reading, decision: Decision) -> StudyCase:
    case = reading.get(RecognitionCase, decision.case_id)
    reading.opened.add(case.person.uid)
    award = award_of(decision.award_text)
    units = {str(line.unit.uid): line.unit for line in decision.lines if line.unit}
    courses = []
    for line in award.unit_lines:
        if line.verdict in _RECOGNISED:
            unit = units.get(line.unit_uid)
            name = two(unit.title_lv, unit.title_en) if unit else line.unit_title
            worth = line.credits if line.credits.value else None
            courses.append(StudyCourse(line.unit_code, name, worth, unit.semester if unit else None))
    return StudyCase(
        applicant=people.full_name(people.name_on(case.person, decision.decided_on)),
        case_number=case.number,
        matriculation=case.matriculation_number,
        programme=title(case.edition),
        decision_number=decision.number,
        decided_on=decision.decided_on,
        signed=decision.signed_on is not None,
        courses=tuple(courses),
        total=award.total,
        entry_semester=case.entry_semester,
        viis_on=case.viis_on,
        viis_by=case.viis_by,
    )


def _paper_item(reading: Reading, item: AgendaItem) -> PaperItem:
    case = reading.get(RecognitionCase, item.case_id)
    reading.opened.add(case.person.uid)
    name = people.full_name(people.name_on(case.person, item.sitting.held_on))
    return PaperItem(
        item_id=item.id,
        position=item.position,
        case_number=case.number,
        applicant=name,
        addressee=said_name(name, GrammaticalCase.DATIVE),
        secret=item.ballot is BallotKind.SECRET,
        against_extract=_against_extract(item),
        against_count=_against_count(item),
    )


def _against_extract(item: AgendaItem) -> tuple[Refusal, ...]:
    if item.state in (ItemState.DECIDED, ItemState.POSTPONED):
        return ()
    return (refusal("minutes.item_open", number=item.position),)


def _against_count(item: AgendaItem) -> tuple[Refusal, ...]:
    if item.ballot is not BallotKind.SECRET:
        return (refusal("minutes.not_secret", number=item.position),)
    return () if item.secret_count is not None else (refusal("minutes.not_counted", number=item.position),)


def _require(against: tuple[Refusal, ...]) -> None:
    for why in against:
        raise RefusedError.of(why)


def _place(item: AgendaItem) -> int:
    return [one.id for one in item.sitting.items].index(item.id) + 1


def _about(reading: Reading, item: AgendaItem) -> Pair:
    standard = reading.get(RecognitionCase, item.case_id).edition.standard
    return Pair(
        LATVIAN.say_of("paper", "On recognition: {title}", title=standard.title_lv),
        ENGLISH.say_of("paper", "On recognition: {title}", title=standard.title_en or standard.title_lv),
    )
