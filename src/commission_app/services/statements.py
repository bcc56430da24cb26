"""What the applicant states by signature: which statements, in which words, when and by whom."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from commission_app.errors import RefusedError
from commission_app.models.application import Statement
from commission_app.models.case import RecognitionCase
from commission_app.rules.plausibility import check_not_future
from commission_app.rules.vocabulary.case import StatementKind
from commission_app.services import people
from commission_app.store.work import Reading, Work
from commission_app.wording.statements import TEXTS


@dataclass(frozen=True)
class StatementRow:
    """A statement that was given; the text as it was signed."""

    kind: StatementKind
    text: str
    given_on: date
    given_by: str


@dataclass(frozen=True)
class StatementsForm:
    """Which statements stand, from which day, signed by whom; why there is no document where there is none."""

    kinds: tuple[StatementKind, ...]
    given_on: date
    given_by: str = ""
    no_document_reason: str = ""


@dataclass(frozen=True)
class StatementsCard:
    """The statements of a case, and who usually signs them."""

    version: int
    rows: tuple[StatementRow, ...]
    applicant: str
    no_document_reason: str


def of_case(reading: Reading, case_id: int) -> StatementsCard:
    """The statements of an application in their usual order."""
    case = reading.get(RecognitionCase, case_id)
    order = list(StatementKind)
    rows = reading.session.scalars(select(Statement).where(Statement.case_id == case_id))
    told = [StatementRow(row.kind, row.text, row.given_on, row.given_by) for row in rows]
    return StatementsCard(
        case.version,
        tuple(sorted(told, key=lambda row: order.index(row.kind))),
        people.full_name(case.person),
        case.no_document_reason,
    )


def settle(work: Work, case_id: int, seen: int, form: StatementsForm) -> None:
    """The statements are given, or taken back; those that stand already keep the day and the words they were signed in.

    Refused: a day in the future, "there is no document" without its reason.
    """
    case = work.lock(RecognitionCase, case_id, seen)
    check_not_future(form.given_on, work.today, "given_on")
    no_document = StatementKind.NO_DOCUMENT in form.kinds
    if no_document and not form.no_document_reason.strip():
        raise RefusedError("statement.no_document_reason", at="no_document_reason")
    standing = {row.kind: row for row in work.session.scalars(select(Statement).where(Statement.case_id == case_id))}
    work.remove([row for kind, row in standing.items() if kind not in form.kinds])
    by = form.given_by.strip() or people.full_name(case.person)
    for kind in form.kinds:
        if kind not in standing:
            work.add(Statement(case_id=case.id, kind=kind, text=TEXTS[kind][0], given_on=form.given_on, given_by=by))
    case.no_document_reason = form.no_document_reason.strip() if no_document else ""
    work.touch(case)
