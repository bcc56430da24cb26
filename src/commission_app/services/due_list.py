"""What is due within the days of warning, with the reasons of each term: the list of Monday as paper and workbook."""

from datetime import timedelta

from sqlalchemy import select

from commission_app.documents import deadline_list as paper
from commission_app.documents.deadline_list import DueFacts, DueLine
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.rules.deadlines import SOON_DAYS, working_days_between
from commission_app.services import case_waits, deadlines, people
from commission_app.services.case_list import OPEN
from commission_app.services.paper_sources import letterhead, title, worded
from commission_app.store.work import Reading
from commission_app.wording.deadline import reason_lines


def facts(reading: Reading, language: Language) -> DueFacts:
    """Every open case that is late or due within the days of warning, the nearest deadline first."""
    until = reading.today + timedelta(days=SOON_DAYS)
    calendar = deadlines.calendar(reading.session, reading.today)
    rows = reading.session.execute(
        select(RecognitionCase, case_waits.next_sitting())
        .where(RecognitionCase.state.in_(OPEN), RecognitionCase.deadline <= until)
        .order_by(RecognitionCase.deadline, RecognitionCase.id)
    ).all()
    lines = []
    for case, sitting in rows:
        term = deadlines.card(reading, case)
        lines.append(
            DueLine(
                case.number,
                people.full_name(case.person),
                title(case.edition),
                worded(case.state),
                case.deadline,
                working_days_between(reading.today, case.deadline, calendar),
                sitting,
                "; ".join(reason_lines(language, term.lines, term.legal)),
            )
        )
    return DueFacts(letterhead(reading.session, reading.today, language), reading.today, until, tuple(lines))


def as_paper(reading: Reading, language: Language) -> bytes:
    """The list as a PDF."""
    return paper.render(facts(reading, language), language)


def as_workbook(reading: Reading, language: Language) -> bytes:
    """The list as an Excel workbook."""
    return paper.workbook(facts(reading, language), language)
