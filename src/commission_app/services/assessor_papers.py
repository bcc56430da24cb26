"""Papers of the assessment: the sheet of an assessor, and the summary of all beside what was agreed."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from commission_app.documents import assessor_sheet, office_paper
from commission_app.documents.assessor_sheet import AssessorSheetFacts, SheetOutcome
from commission_app.documents.house_style import Pair, Signatures, Signer, Text
from commission_app.documents.office_paper import Fact, Listed, OfficePaperFacts, Part
from commission_app.errors import RefusedError
from commission_app.i18n import OFFICE_ZONE, Language, marked
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.score import Assessor, Result
from commission_app.services import people
from commission_app.services.conflict_bars import require_unbarred
from commission_app.services.paper_sources import both, letterhead, pair, title, worded
from commission_app.store.work import Reading


def sheet(reading: Reading, assessor_id: int, language: Language) -> bytes:
    """The finished sheet of one assessor, outcome by outcome.

    Refused: while the assessor has not finished.
    """
    assessor = reading.get(Assessor, assessor_id)
    if assessor.finished_at is None:
        raise RefusedError("appeal.sheet_open", name=assessor.name)
    case = assessor.case
    reading.opened.add(case.person.uid)
    day = assessor.finished_at.astimezone(OFFICE_ZONE).date()
    rows = sorted(assessor.scores, key=lambda row: (row.outcome.unit.position, row.outcome.position))
    facts = AssessorSheetFacts(
        letterhead=letterhead(reading.session, day, language),
        case_number=case.number,
        applicant=people.full_name(people.name_on(case.person, case.received_on)),
        programme=title(case.edition),
        seat=assessor.seat,
        side=worded(assessor.side),
        finished_on=day,
        rows=tuple(
            SheetOutcome(
                row.outcome.unit.code,
                row.outcome.code,
                pair(row.outcome.text_lv, row.outcome.text_en),
                worded(row.result),
                row.reason,
            )
            for row in rows
        ),
        signatures=Signatures((Signer(both(marked("Assessor")), assessor.name),)),
    )
    return assessor_sheet.render(facts, language)


def of_case(reading: Reading, case_id: int) -> tuple[tuple[int, int], ...]:
    """The assessors whose sheets can be shown, with their seats: all of them once nobody assesses blindly any more."""
    require_unbarred(reading, case_id)
    rows = _assessors(reading, case_id)
    if any(row.finished_at is None for row in rows):
        return ()
    return tuple((row.id, row.seat) for row in rows)


def summary(reading: Reading, case_id: int, language: Language) -> bytes:
    """Outcome by outcome what each assessor found and what was agreed.

    Refused: while an assessor has not finished, because until then nobody sees another's column.
    """
    require_unbarred(reading, case_id)
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    seats = _assessors(reading, case_id)
    for seat in seats:
        if seat.finished_at is None:
            raise RefusedError("appeal.sheet_open", name=seat.name)
    facts = OfficePaperFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        kind=both(marked("SUMMARY OF THE ASSESSMENT")),
        about="",
        day=reading.today,
        number=case.number,
        parts=(
            Part(
                facts=(
                    Fact(
                        both(marked("Name, surname")), people.full_name(people.name_on(case.person, case.received_on))
                    ),
                    Fact(both(marked("Programme or qualification")), title(case.edition)),
                )
            ),
            *(_unit(claim, seats, _agreed(reading, case_id)) for claim in case.claims),
        ),
        signatures=Signatures(tuple(Signer(both(marked("Assessor")), seat.name) for seat in seats)),
    )
    return office_paper.render(facts, language)


def _unit(claim: Claim, seats: Sequence[Assessor], agreed: Mapping[int, Text]) -> Part:
    found = [{score.outcome_id: worded(score.result) for score in seat.scores} for seat in seats]
    named = tuple(both(marked("Assessor {seat}"), seat=seat.seat) for seat in seats)
    headings = (both(marked("Code")), both(marked("Learning outcome")), *named, both(marked("Agreed")))
    rows = tuple(
        (
            outcome.code,
            pair(outcome.text_lv, outcome.text_en),
            *(column.get(outcome.id, "—") for column in found),
            agreed.get(outcome.id, "—"),
        )
        for outcome in claim.unit.outcomes
    )
    unit = claim.unit
    heading = Pair(f"{unit.code} {unit.title_lv}", f"{unit.code} {unit.title_en}") if unit.title_en else unit.title_lv
    return Part(heading, listed=Listed(headings, (22, 66, *(26 for _ in seats), 26), rows))


def _agreed(reading: Reading, case_id: int) -> dict[int, Text]:
    rows = reading.session.scalars(select(Result).where(Result.case_id == case_id))
    return {row.outcome_id: worded(row.result) for row in rows}


def _assessors(reading: Reading, case_id: int) -> Sequence[Assessor]:
    return reading.session.scalars(select(Assessor).where(Assessor.case_id == case_id).order_by(Assessor.seat)).all()
