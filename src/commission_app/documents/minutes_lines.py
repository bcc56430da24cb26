"""What the minutes say, passage by passage in one language: the paper prints them, the difference compares them."""

from collections.abc import Iterable
from datetime import datetime

from commission_app.documents.house_style import Pair, Votes, said_credits, said_votes
from commission_app.documents.letterhead import said_number
from commission_app.i18n import Language, marked
from commission_app.rules.halves import half
from commission_app.rules.minutes_difference import Passage
from commission_app.rules.minutes_record import (
    BallotLine,
    Incident,
    ItemRecord,
    MinutesRecord,
    PersonLine,
    Said,
    Speech,
    UnitLine,
)
from commission_app.rules.quantities import Credits
from commission_app.rules.vocabulary.sitting import Choice
from commission_app.wording.paper_phrases import RESOLUTION, UNIT_RESOLUTION
from commission_app.wording.words import word

Row = tuple[str, str]


def shown(said: Said, language: Language) -> str:
    """A text of the record in a language; refused by name where this half is missing."""
    return Pair(said.lv, said.en).of(language) if said else ""


def meeting(record: MinutesRecord, language: Language) -> list[Row]:
    """When and how the commission met, who took part, and whether it could decide."""
    say_of = language.say_of
    began, ended = hour(record.began, language), hour(record.ended, language)
    hours = f"{began} – {ended}" if ended else began
    place = ", ".join(part for part in (shown(record.form, language), record.place) if part)
    return [
        (say_of("paper", "Commission formed by"), shown(record.order, language)),
        (say_of("paper", "Start – end"), say_of("clock", "{hours}", hours=hours)),
        (say_of("paper", "Form and place"), place),
        (say_of("paper", "Presiding"), _presiding(record, language)),
        (say_of("paper", "Taking part"), people(record.participants, language)),
        (say_of("paper", "Invited"), people(record.guests, language)),
        (say_of("paper", "Absent"), people(record.absent, language)),
        (say_of("paper", "Minutes kept by"), person(record.minute_taker, language)),
        (say_of("paper", "Quorum"), shown(record.quorum, language)),
    ]


def agenda_line(item: ItemRecord, language: Language) -> str:
    """An item as the agenda names it."""
    case = language.say_of("paper", "case {number}", number=said_number(language, item.case_number))
    return f"{shown(item.title, language)} ({item.applicant}, {case})"


def before_decision(item: ItemRecord, language: Language) -> list[Row]:
    """What was reported, considered and said, and who took no part."""
    say_of = language.say_of
    recused = "\n".join(_recused(one, language) for one in item.recused)
    return [
        (say_of("paper", "ADDED LATE"), item.late),
        (say_of("paper", "REPORTS"), item.presenter),
        (say_of("paper", "CONSIDERED"), shown(item.heard, language)),
        (say_of("paper", "SPEAKING"), speeches(item.spoken)),
        (say_of("paper", "PRESIDING OVER THE ITEM"), person(item.presiding, language) if item.presiding else ""),
        (say_of("paper", "NOT TAKING PART"), recused),
        (say_of("paper", "ABLE TO DECIDE"), _able(item, language)),
    ]


def decision(item: ItemRecord, language: Language) -> list[Row]:
    """What was decided, in the words of the decision."""
    label = language.say_of("paper", "DECIDED")
    if not item.closed:
        return [(label, language.say_of("paper", "not considered yet"))]
    if item.postponed:
        words = language.say_of("paper", "to postpone the consideration of the case.")
        return [(label, f"{words} {half(item.postponed, language.code)}".rstrip())]
    if item.verdict is None:
        return [(label, "—")]
    words = language.say_of("paper", RESOLUTION[item.verdict])
    if item.decision_number:
        number = said_number(language, item.decision_number)
        words = language.say_of("paper", "{resolution} (decision {number})", resolution=words, number=number)
    return [(label, words)]


def unit_cells(unit: UnitLine, language: Language) -> tuple[str, str, str, str]:
    """A unit as the table of the decision shows it."""
    return (
        unit.code,
        shown(unit.title, language),
        language.say_of("paper", UNIT_RESOLUTION[unit.verdict]),
        said_credits(Credits.from_thousandths(unit.credits, unit.credit_unit), language) if unit.credits else "—",
    )


def total(item: ItemRecord, language: Language) -> str:
    """The credits of all units of an item."""
    if item.credit_unit is None:
        return ""
    return said_credits(Credits.from_thousandths(item.credits, item.credit_unit), language)


def after_decision(item: ItemRecord, language: Language) -> list[Row]:
    """The reasons, what else was decided, the vote, and who thought otherwise."""
    say_of = language.say_of
    together = ", ".join(f"{number}." for number in item.together)
    return [
        (say_of("paper", "Reasons"), half(item.reasons, language.code)),
        (say_of("paper", "ALSO DECIDED"), item.added),
        *_vote(item.ballot, language),
        (say_of("paper", "One vote for the items"), together),
        (say_of("paper", "DISSENTING OPINION"), speeches(item.opinions)),
    ]


def incidents(rows: Iterable[Incident], language: Language) -> list[str]:
    """What happened, with the hour and the item."""
    lines = []
    for row in rows:
        at = language.say_of("clock", "{hours}", hours=hour(row.at, language))
        of = language.say_of("paper", "item {number}", number=row.item) if row.item else ""
        lines.append(": ".join((", ".join(part for part in (at, of) if part), row.text)))
    return lines


def everything(record: MinutesRecord, language: Language) -> tuple[Passage, ...]:
    """All passages of the minutes with their places, in the order in which they are read."""
    say_of = language.say_of
    rows: list[Row] = [
        (say_of("paper", "Number"), record.number),
        (say_of("paper", "Date"), language.date(record.day)),
        (say_of("paper", "Commission"), shown(record.commission, language)),
        *meeting(record, language),
        (say_of("paper", "Opening"), record.opening),
    ]
    for at, item in enumerate(record.items, 1):
        rows.append((f"{at}.", agenda_line(item, language)))
        units = [(unit.code, " · ".join(unit_cells(unit, language)[1:])) for unit in item.units]
        of_item = [*before_decision(item, language), *decision(item, language), *units]
        of_item += [(say_of("paper", "Total"), total(item, language)), *after_decision(item, language)]
        rows += [(f"{at}. | {label}", text) for label, text in of_item]
    rows += [(say_of("paper", "INCIDENTS"), text) for text in incidents(record.incidents, language)]
    rows += [(say_of("paper", "ANNEXES"), shown(annex, language)) for annex in record.annexes]
    rows += [(say_of("paper", "Signed by"), f"{shown(one.post, language)} {one.name}") for one in record.signers]
    return tuple(Passage(label, text) for label, text in rows if text)


def hour(moment: str, language: Language) -> str:
    """A kept moment as the hour of the office; nothing for none."""
    return language.time(datetime.fromisoformat(moment)) if moment else ""


def person(one: PersonLine, language: Language) -> str:
    """Somebody with post and remark."""
    post, note = shown(one.post, language), shown(one.note, language)
    line = f"{one.name}, {post}" if post else one.name
    return f"{line} ({note})" if note else line


def people(several: Iterable[PersonLine], language: Language) -> str:
    """Several people, one a line."""
    return "\n".join(person(one, language) for one in several)


def speeches(several: Iterable[Speech]) -> str:
    """What was said, each with its speaker."""
    return "\n".join(f"{one.speaker}: {one.text}" if one.speaker else one.text for one in several)


def _presiding(record: MinutesRecord, language: Language) -> str:
    if record.chair is None:
        return "—"
    line = person(record.chair, language)
    if not record.chair_order:
        return line
    order = language.say_of(
        "paper", "stands in for the chair, order {number}", number=said_number(language, record.chair_order)
    )
    return f"{line} ({order})"


def _recused(one: PersonLine, language: Language) -> str:
    kind = shown(one.note, language)
    if kind:
        return language.say_of("paper", "{name} (conflict of interest: {kind})", name=one.name, kind=kind)
    return language.say_of("paper", "{names} (conflict of interest)", names=one.name)


def _able(item: ItemRecord, language: Language) -> str:
    if not item.needed:
        return ""
    return language.say_of(
        "paper", "{present} take part in deciding, {needed} needed", present=item.taking_part, needed=item.needed
    )


def _vote(ballot: BallotLine | None, language: Language) -> list[Row]:
    if ballot is None:
        return []
    say_of = language.say_of
    lines = [said_votes(Votes(ballot.in_favour, ballot.against, ballot.abstained), language)]
    if ballot.secret:
        given = marked("ballots given out – {taken}, invalid – {invalid}")
        came = marked("ballots received in closed envelopes – {taken}, invalid – {invalid}")
        text = came if ballot.in_writing else given
        lines.append(say_of("paper", text, taken=ballot.taken, invalid=ballot.invalid))
        if ballot.tellers:
            lines.append(say_of("paper", "counted by: {names}", names=ballot.tellers))
    for choice in Choice:
        names = ", ".join(vote.name for vote in ballot.named if vote.choice is choice)
        if names:
            lines.append(f"{word(language, choice)}: {names}")
    if ballot.casting:
        lines.append(say_of("paper", "the votes were equal; the vote of who presided decided"))
    return [(say_of("paper", "SECRET BALLOT") if ballot.secret else say_of("paper", "OPEN VOTE"), "\n".join(lines))]
