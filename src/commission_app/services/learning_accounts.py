"""What an individual learning account pays: counted, printed, and kept with a case with every step."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO

from sqlalchemy import select

from commission_app.documents import learning_account
from commission_app.documents.house_style import Signatures
from commission_app.documents.learning_account import AccountFacts
from commission_app.documents.registers.column import Cell, Column, ColumnKind
from commission_app.documents.workbook import write_table
from commission_app.errors import RefusedError
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.models.fee import LearningAccount
from commission_app.rules import canonical
from commission_app.rules.funding import Funding, FundingInput, fund
from commission_app.services import people
from commission_app.services.paper_sources import clerk, letterhead
from commission_app.store.work import Reading, Work
from commission_app.wording.funding import legal_text, line_text
from commission_app.wording.words import word


@dataclass(frozen=True)
class AccountCard:
    """The figure kept with a case: what was asked, the steps, and when it was counted."""

    asked: FundingInput
    funding: Funding
    payable: int
    counted_on: date


def count(reading: Reading, asked: FundingInput) -> Funding:
    """What is payable, with every step. Refused: hours that cannot be, a day before the first rates."""
    return fund(asked)


def of_case(reading: Reading, case_id: int) -> AccountCard | None:
    """The figure kept with a case, or none."""
    row = _row(reading, case_id)
    if row is None:
        return None
    asked = canonical.made(FundingInput, row.asked)
    return AccountCard(asked, fund(asked), row.payable_cents, row.counted_on)


def keep(work: Work, case_id: int, seen: int | None, asked: FundingInput) -> int:
    """The figure is kept with the case in place of an earlier one; gives what is payable, in cents.

    Refused: what cannot be counted.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    payable = fund(asked).payable
    row = _row(work, case.id)
    if row is None:
        row = LearningAccount(case_id=case.id)
        work.add(row)
    row.asked, row.payable_cents, row.counted_on = canonical.written(asked), payable, work.today
    work.touch(case)
    return payable


def take_out(work: Work, case_id: int, seen: int | None) -> None:
    """The figure is taken out of the case; the chain keeps what it said. Refused: where none is kept."""
    case = work.lock(RecognitionCase, case_id, seen)
    row = _row(work, case.id)
    if row is None:
        raise RefusedError("funding.none_kept", number=case.number)
    work.remove([row])
    work.touch(case)


def paper(reading: Reading, asked: FundingInput, case_id: int | None, language: Language) -> bytes:
    """The calculation as a PDF, for a case or for nobody yet."""
    case = reading.get(RecognitionCase, case_id) if case_id is not None else None
    if case is not None:
        reading.opened.add(case.person.uid)
    facts = AccountFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        made_on=reading.today,
        case_number=case.number if case is not None else "",
        applicant=people.full_name(case.person) if case is not None else "",
        asked=asked,
        funding=fund(asked),
        signatures=Signatures((clerk(reading.actor),)),
    )
    return learning_account.render(facts, language)


def workbook(reading: Reading, asked: FundingInput, language: Language) -> bytes:
    """The same lines as an Excel workbook."""
    say = language.say
    columns = (
        Column(say("Step"), ColumnKind.TEXT, 22),
        Column(say("Hours"), ColumnKind.NUMBER, 10),
        Column(say("Rate, EUR"), ColumnKind.MONEY, 12),
        Column(say("Counted, EUR"), ColumnKind.MONEY, 14),
        Column(say("Cap, EUR"), ColumnKind.MONEY, 14),
        Column(say("Payable, EUR"), ColumnKind.MONEY, 14),
        Column(say("Why"), ColumnKind.TEXT, 60),
        Column(say("Rule"), ColumnKind.TEXT, 44),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            word(language, line.step),
            Decimal(line.hours),
            line.rate or None,
            line.counted,
            line.cap,
            line.payable,
            line_text(language, line),
            legal_text(language, line),
        )
        for line in fund(asked).lines
    ]
    out = BytesIO()
    write_table(say("Learning account"), columns, rows, language, out)
    return out.getvalue()


def _row(reading: Reading, case_id: int) -> LearningAccount | None:
    query = select(LearningAccount).where(LearningAccount.case_id == case_id)
    return reading.session.scalars(query).one_or_none()
