"""What the minutes say of one item: who reported and spoke, who stepped aside, the vote, and the decision."""

from dataclasses import replace

from sqlalchemy import select

from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.models.case import RecognitionCase
from commission_app.models.decision import Decision
from commission_app.models.evidence import EvidenceItem
from commission_app.models.sitting import AgendaItem
from commission_app.models.sitting_record import SittingNote
from commission_app.rules.credits import award_of
from commission_app.rules.minutes_record import (
    BallotLine,
    Edits,
    ItemRecord,
    NamedVote,
    PersonLine,
    Said,
    Speech,
    UnitLine,
)
from commission_app.rules.vocabulary.conflict import ConflictKind
from commission_app.rules.vocabulary.sitting import BallotKind, ItemState, NoteKind
from commission_app.services import people
from commission_app.services.legality_text import KeptLegality, kept
from commission_app.services.minutes_people import chair_line, presided, said
from commission_app.services.paper_sources import pair, worded
from commission_app.services.sitting_facts import in_writing
from commission_app.store import at_hand
from commission_app.store.work import Reading

_DOCUMENTS = select(EvidenceItem.id).where(EvidenceItem.active)
_DRAFTED = select(Decision)
_SPOKEN = (
    select(SittingNote.speaker, SittingNote.text)
    .where(SittingNote.kind == NoteKind.SPOKEN)
    .order_by(SittingNote.noted_at, SittingNote.id)
)


def item_record(reading: Reading, item: AgendaItem, edits: Edits) -> ItemRecord:
    """Everything the minutes say of an item, with what the minute taker wrote over it."""
    case = reading.get(RecognitionCase, item.case_id)
    reading.opened.add(case.person.uid)
    standard, words = case.edition.standard, edits.of(str(item.uid))
    chair, of_item = presided(reading.session, item.sitting), presided(reading.session, item.sitting, item)
    closed = item.state in (ItemState.DECIDED, ItemState.POSTPONED)
    record = ItemRecord(
        uid=str(item.uid),
        title=Said(
            LATVIAN.say_of("paper", "On recognition: {title}", title=standard.title_lv),
            ENGLISH.say_of("paper", "On recognition: {title}", title=standard.title_en or standard.title_lv),
        ),
        case_number=case.number,
        applicant=people.full_name(people.name_on(case.person, item.sitting.held_on)),
        late=item.late_reason,
        presiding=chair_line(of_item) if closed and of_item is not chair else None,
        presenter=words.presenter or item.presenter,
        heard=Said(words.heard, words.heard) if words.heard else _heard(reading, case),
        spoken=spoken(reading, item) if words.spoken is None else words.spoken,
        recused=tuple(PersonLine(row.member.name, note=_kind(row.kind)) for row in item.recusals),
        closed=closed,
        added=words.added,
    )
    if item.state is ItemState.DECIDED:
        return _decided(reading, item, record)
    return replace(record, postponed=item.reason or "—") if closed else record


def spoken(reading: Reading, item: AgendaItem) -> tuple[Speech, ...]:
    """What was taken down of what was said on an item; notes of one's own never come here."""
    rows = at_hand.of(reading.session, _SPOKEN, SittingNote.item_id, item.id)
    return tuple(Speech(row.speaker, row.text) for row in rows)


def ballot_line(item: AgendaItem) -> BallotLine | None:
    """The vote on an item: the names of an open one, only the totals of a secret one."""
    count, closed = item.secret_count, kept(item.legality)
    casting = closed is not None and closed.tally.by_casting_vote
    if item.ballot is BallotKind.SECRET and count is not None:
        return BallotLine(
            secret=True,
            in_favour=count.in_favour,
            against=count.against,
            abstained=count.abstained,
            invalid=count.invalid,
            taken=len(item.papers_taken),
            tellers=count.tellers,
            casting=casting,
            in_writing=in_writing(item.sitting),
        )
    if closed is None or item.ballot is BallotKind.SECRET:
        return None
    tally = closed.tally
    order = {member.id: at for at, member in enumerate(item.sitting.commission.members)}
    votes = sorted(item.votes, key=lambda vote: order[vote.member_id])
    named = tuple(NamedVote(vote.member.name, vote.choice) for vote in votes)
    return BallotLine(False, tally.for_, tally.against, tally.abstained, casting=casting, named=named)


def _kind(kind: ConflictKind) -> Said:
    # What was written beside the kind is nobody's business; "another circumstance" would say nothing.
    return Said() if kind is ConflictKind.OTHER else said(worded(kind))


def _heard(reading: Reading, case: RecognitionCase) -> Said:
    documents = len(at_hand.of(reading.session, _DOCUMENTS, EvidenceItem.case_id, case.id))

    def words(language: Language) -> str:
        day = language.date(case.received_on)
        return language.say_of("paper", "application of {day}; documents: {documents}", day=day, documents=documents)

    return Said(words(LATVIAN), words(ENGLISH))


def _decided(reading: Reading, item: AgendaItem, record: ItemRecord) -> ItemRecord:
    closed: KeptLegality | None = kept(item.legality)
    record = replace(
        record,
        taking_part=closed.taking_part if closed else 0,
        needed=closed.needed if closed else 0,
        ballot=ballot_line(item),
        together=_together(item),
        opinions=tuple(Speech(vote.member.name, vote.opinion) for vote in item.votes if vote.opinion),
    )
    decision = at_hand.first_of(reading.session, _DRAFTED, Decision.item_id, item.id)
    if decision is None:
        return record
    award = award_of(decision.award_text)
    titles = {str(line.unit.uid): pair(line.unit.title_lv, line.unit.title_en) for line in decision.lines if line.unit}
    units = tuple(
        UnitLine(
            line.unit_code,
            said(titles.get(line.unit_uid, line.unit_title)),
            line.verdict,
            line.credits.thousandths(),
            line.credits.unit,
        )
        for line in award.unit_lines
        if line.verdict is not None
    )
    return replace(
        record,
        verdict=decision.verdict,
        decision_number=decision.number,
        units=units,
        credits=award.total.thousandths(),
        credit_unit=award.total.unit,
        reasons=decision.reasons,
    )


def _together(item: AgendaItem) -> tuple[int, ...]:
    if item.batch is None:
        return ()
    return tuple(other.position for other in item.sitting.items if other.batch == item.batch)
