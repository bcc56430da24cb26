"""Who acted for an applicant on a day, as papers and registers name this person."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from commission_app.documents.house_style import Pair, Text
from commission_app.i18n import ENGLISH, LATVIAN, Language
from commission_app.models.application import Representative
from commission_app.models.case import RecognitionCase
from commission_app.store import at_hand
from commission_app.wording.words import word

_ACTING = select(Representative)


def received_by(session: Session, case_id: int, day: date) -> Text:
    """Whoever received papers for the applicant on a day; nothing where the applicant did."""
    return _said([row for row in _of(session, case_id) if row.receives and _holds(row, day)])


def signed_by(session: Session, case_id: int, day: date) -> Text:
    """Whoever signed or received for the applicant on a day; nothing where nobody acted."""
    return _said([row for row in _of(session, case_id) if _holds(row, day)])


def at_application(session: Session, subjects: Collection[UUID]) -> dict[UUID, Text]:
    """Who acted for the applicants of cases on the days of their applications, by the uid of the case."""
    rows = session.execute(
        select(RecognitionCase.uid, RecognitionCase.received_on, Representative)
        .join(Representative, Representative.case_id == RecognitionCase.id)
        .where(RecognitionCase.uid.in_(subjects))
        .order_by(Representative.id)
    )
    found: dict[UUID, list[Representative]] = {}
    for uid, day, row in rows:
        if _holds(row, day):
            found.setdefault(uid, []).append(row)
    return {uid: _said(acting) for uid, acting in found.items()}


def represented(session: Session, case_ids: Collection[int | None]) -> frozenset[int]:
    """Which of these cases had a representative at any time."""
    return frozenset(session.scalars(select(Representative.case_id).where(Representative.case_id.in_(case_ids))))


def _of(session: Session, case_id: int) -> list[Representative]:
    return at_hand.all_of(session, _ACTING, Representative.case_id, case_id)


def _holds(row: Representative, day: date) -> bool:
    began = row.document_date is None or row.document_date <= day
    return began and (row.valid_until is None or day <= row.valid_until)


def _said(rows: list[Representative]) -> Text:
    rows = sorted(rows, key=lambda row: row.id)
    if not rows:
        return ""
    return Pair("; ".join(_one(LATVIAN, row) for row in rows), "; ".join(_one(ENGLISH, row) for row in rows))


def _one(language: Language, row: Representative) -> str:
    who = f"{row.name} ({word(language, row.kind)})"
    day = language.date(row.document_date) if row.document_date is not None else ""
    document = ", ".join(part for part in (row.document, day) if part)
    if not document:
        return who
    return language.say_of("paper", "{who}, basis: {document}", who=who, document=document)
