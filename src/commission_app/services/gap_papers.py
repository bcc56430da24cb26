"""The gaps of a case for the applicant: as a paper and as a workbook."""

from io import BytesIO
from itertools import groupby

from commission_app.documents import gap_list
from commission_app.documents.gap_list import GapFacts, GapItem, GapUnit
from commission_app.documents.house_style import Signatures
from commission_app.documents.registers.column import Column, ColumnKind
from commission_app.documents.workbook import write_table
from commission_app.i18n import Language
from commission_app.models.case import RecognitionCase
from commission_app.services import people, unit_reviews
from commission_app.services.paper_sources import clerk, letterhead, pair, title
from commission_app.services.unit_reviews import Gap
from commission_app.store.work import Reading
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


def paper(reading: Reading, case_id: int, language: Language) -> bytes:
    """The list of gaps as a PDF."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    found = unit_reviews.gaps(reading, case_id)
    titles = {claim.unit.code: pair(claim.unit.title_lv, claim.unit.title_en) for claim in case.claims}
    units = []
    for code, lines in groupby(found, lambda gap: gap.unit_code):
        gaps = tuple(lines)
        units.append(GapUnit(code, titles[code], tuple(_item(gap) for gap in gaps), gaps[0].requirement, gaps[0].due))
    facts = GapFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        case_number=case.number,
        made_on=reading.today,
        applicant=people.full_name(people.name_on(case.person, case.received_on)),
        programme=title(case.edition),
        units=tuple(units),
        signatures=Signatures((clerk(reading.actor),)),
    )
    return gap_list.render(facts, language)


def workbook(reading: Reading, case_id: int, language: Language) -> bytes:
    """The list of gaps as a workbook, a row for each outcome."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    say = language.say
    columns = [
        Column(say("Course or module"), ColumnKind.CODE, 14),
        Column(say("Code"), ColumnKind.CODE, 14),
        Column(say("Learning outcome"), ColumnKind.TEXT, 44),
        Column(say("Result"), ColumnKind.TEXT, 16),
        Column(say("What was missing"), ColumnKind.TEXT, 44),
        Column(say("What would suffice"), ColumnKind.TEXT, 40),
        Column(say("Additional requirement"), ColumnKind.TEXT, 40),
        Column(say("To be met by"), ColumnKind.DATE, 13),
    ]
    out = BytesIO()
    rows = [
        (
            gap.unit_code,
            gap.outcome_code,
            (gap.text_lv or gap.text_en) if language.code == "lv" else (gap.text_en or gap.text_lv),
            word(language, gap.result) if gap.result is not None else "",
            gap.reason or sentence(language, gap.evidence),
            sentence(language, gap.suffices),
            gap.requirement,
            gap.due,
        )
        for gap in unit_reviews.gaps(reading, case_id)
    ]
    write_table(say("Gaps, case {number}", number=case.number.replace("/", "-")), columns, rows, language, out)
    return out.getvalue()


def _item(gap: Gap) -> GapItem:
    return GapItem(gap.outcome_code, pair(gap.text_lv, gap.text_en), gap.reason or gap.evidence, gap.suffices)
