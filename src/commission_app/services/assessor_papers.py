"""The sheet of an assessor as a paper: every outcome with the result and its reason, once the assessor has finished."""

from commission_app.documents import assessor_sheet
from commission_app.documents.assessor_sheet import AssessorSheetFacts, SheetOutcome
from commission_app.documents.house_style import Signatures, Signer
from commission_app.errors import RefusedError
from commission_app.i18n import OFFICE_ZONE, Language, marked
from commission_app.models.score import Assessor
from commission_app.services import people
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
