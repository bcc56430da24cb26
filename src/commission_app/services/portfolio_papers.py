"""Papers of the portfolio: the list of compared originals, and the employer's report as a blank form or filled."""

from sqlalchemy import select

from commission_app.documents import compared_originals as originals_paper
from commission_app.documents import employer_report as report_paper
from commission_app.documents.compared_originals import ComparedFacts, ComparedItem
from commission_app.documents.employer_report import ReportedOutcome, ReportedUnit, ReportFacts
from commission_app.documents.house_style import Signatures, Text
from commission_app.i18n import OFFICE_ZONE, Language
from commission_app.models.case import Claim, RecognitionCase
from commission_app.models.evidence import EvidenceItem
from commission_app.rules import evidence_details
from commission_app.rules.evidence_details import EmployerReport
from commission_app.rules.vocabulary.evidence import SelfAssessmentLevel, Translation
from commission_app.services import people
from commission_app.services.paper_sources import clerk, letterhead, pair, title, worded
from commission_app.store.work import Reading


def compared_originals(reading: Reading, case_id: int, language: Language) -> bytes:
    """The documents that were compared with their originals or bear a certified copy."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    items = reading.session.scalars(
        select(EvidenceItem)
        .where(EvidenceItem.case_id == case.id, EvidenceItem.active)
        .where(EvidenceItem.compared_at.is_not(None) | EvidenceItem.copy_certified)
        .order_by(EvidenceItem.position)
    )
    facts = ComparedFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        case_number=case.number,
        made_on=reading.today,
        applicant=people.full_name(people.name_on(case.person, case.received_on)),
        items=tuple(_compared(item) for item in items),
        signatures=Signatures((clerk(reading.actor),)),
    )
    return originals_paper.render(facts, language)


def employer_report(reading: Reading, case_id: int, language: Language, item_id: int | None = None) -> bytes:
    """The employer's report of an item; without an item the blank form, with the applicant and outcomes filled in."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    item = reading.get(EvidenceItem, item_id) if item_id is not None else None
    details = evidence_details.read(item.kind, item.details) if item is not None else None
    report = details if isinstance(details, EmployerReport) else None
    said = {one.outcome_uid: one.level for one in report.opinions} if report else {}
    facts = ReportFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        case_number=case.number,
        applicant=people.full_name(people.name_on(case.person, case.received_on)),
        programme=title(case.edition),
        employer=item.issuer if item is not None else "",
        units=tuple(_unit(claim, said) for claim in case.claims),
        report=report,
    )
    return report_paper.render(facts, language)


def _unit(claim: Claim, said: dict[str, SelfAssessmentLevel]) -> ReportedUnit:
    unit = claim.unit
    outcomes = tuple(
        ReportedOutcome(row.code, pair(row.text_lv, row.text_en), said.get(str(row.uid))) for row in unit.outcomes
    )
    return ReportedUnit(unit.code, pair(unit.title_lv, unit.title_en), outcomes)


def _compared(item: EvidenceItem) -> ComparedItem:
    translated: Text = "" if item.translation is Translation.NOT_NEEDED else worded(item.translation)
    return ComparedItem(
        position=item.position,
        title=item.title,
        kind=worded(item.kind),
        compared_by=item.compared_by,
        compared_on=item.compared_at.astimezone(OFFICE_ZONE).date() if item.compared_at else None,
        returned=item.original_returned,
        certified_by=item.copy_certified_by,
        translation=translated,
    )
