"""The remuneration of a period: who is paid how much for what, as a list, a paper and a workbook."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from commission_app.documents import remuneration as sheet
from commission_app.documents.house_style import Signatures
from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.documents.remuneration import RemunerationFacts
from commission_app.documents.workbook import write_table
from commission_app.errors import Refusal, RefusedError, refusal
from commission_app.i18n import Language
from commission_app.rules.plausibility import check_period
from commission_app.rules.remuneration import PersonPay, Remuneration, remuneration
from commission_app.rules.vocabulary.remuneration import PaidAct
from commission_app.services import remuneration_rates
from commission_app.services.paper_sources import clerk, head_of_institution, letterhead
from commission_app.services.remuneration_deeds import DEEDS
from commission_app.store.work import Reading
from commission_app.wording.remuneration import amount_text, done_text, sheet_title
from commission_app.wording.words import word


@dataclass(frozen=True)
class Period:
    """From which day to which, both counted, and what is paid for."""

    start: date
    end: date
    acts: tuple[PaidAct, ...] = tuple(PaidAct)


@dataclass(frozen=True)
class PayCard:
    """What each is paid in a period; `against` stands against printing the sheet and saving it."""

    people: tuple[PersonPay, ...]
    cents: int
    against: tuple[Refusal, ...]


def card(reading: Reading, period: Period, language: Language) -> PayCard:
    """The pay of a period, and every rate or time of day that is still missing.

    Refused: a period that ends before it begins, or nothing chosen.
    """
    pay = _pay(reading, period, language)
    return PayCard(pay.people, pay.cents, _against(pay))


def paper(reading: Reading, period: Period, language: Language) -> bytes:
    """The sheet as a PDF, for the head of the institution to approve.

    Refused: while a rate or a time of day is missing, or when there is nobody to pay.
    """
    pay = _whole(reading, period, language)
    day = reading.today
    signatures = Signatures((clerk(reading.actor), head_of_institution(reading.session, day)))
    head = letterhead(reading.session, day, language)
    return sheet.render(RemunerationFacts(head, day, period.start, period.end, pay, signatures), language)


def workbook(reading: Reading, period: Period, language: Language) -> bytes:
    """The sheet as a workbook, a row for every line. Refused: as the paper is."""
    pay = _whole(reading, period, language)
    rows = [row for person in pay.people for row in _rows(person, language)]
    out = BytesIO()
    write_table(sheet_title(language, period.start, period.end), _columns(language), rows, language, out)
    return out.getvalue()


def _pay(reading: Reading, period: Period, language: Language) -> Remuneration:
    check_period(period.start, period.end, "end")
    if not period.acts:
        raise RefusedError("remuneration.no_acts", at="acts")
    deeds = (deed for act in period.acts for deed in DEEDS[act](reading, period.start, period.end, language))
    return remuneration(deeds, remuneration_rates.rates(reading))


def _against(pay: Remuneration) -> tuple[Refusal, ...]:
    if pay.missing:
        return pay.missing
    return () if pay.people else (refusal("remuneration.nobody"),)


def _whole(reading: Reading, period: Period, language: Language) -> Remuneration:
    """The pay, once nothing is missing: a sheet with a hole in it would be paid as it stands."""
    pay = _pay(reading, period, language)
    against = _against(pay)
    if against:
        raise RefusedError.of(against[0])
    return pay


def _columns(language: Language) -> tuple[Column, ...]:
    say = language.say
    return (
        Column(language.say_of("paper", "Name, surname"), ColumnKind.TEXT, 26),
        Column(language.say_of("paper", "Day"), ColumnKind.DATE, 12),
        Column(language.say_of("paper", "What was done"), ColumnKind.TEXT, 48),
        Column(say("Office in the commission"), ColumnKind.TEXT, 20),
        Column(language.say_of("paper", "How much"), ColumnKind.TEXT, 18),
        Column(say("Rate for"), ColumnKind.TEXT, 20),
        Column(language.say_of("paper", "Rate, EUR"), ColumnKind.MONEY, 10),
        Column(say("In force from"), ColumnKind.DATE, 13),
        Column(language.say_of("paper", "Sum, EUR"), ColumnKind.MONEY, 12, total=True),
    )


def _rows(person: PersonPay, language: Language) -> list[tuple[Cell, ...]]:
    return [
        (
            person.name,
            line.deed.day,
            done_text(language, line),
            word(language, line.deed.role) if line.deed.role is not None else "",
            amount_text(language, line),
            word(language, line.measure),
            line.rate_cents,
            line.since,
            line.cents,
        )
        for line in person.lines
    ]
