"""The cover letter that goes with the file of an appeal to the body that examines it."""

from sqlalchemy import select

from commission_app.documents import office_paper
from commission_app.documents.house_style import Pair, Signatures
from commission_app.documents.letterhead import said_reference
from commission_app.documents.office_paper import Fact, OfficePaperFacts, Part
from commission_app.i18n import ENGLISH, LATVIAN, Language, marked
from commission_app.models.appeal import Appeal
from commission_app.models.case import RecognitionCase
from commission_app.services import appeal_chronology, appeal_facts, case_file, people
from commission_app.services.case_file import FilePaper
from commission_app.services.paper_sources import both, head_of_institution, letterhead
from commission_app.store.work import Reading


def of_case(reading: Reading, case_id: int) -> tuple[tuple[int, str], ...]:
    """The appeals of a case with their numbers."""
    rows = reading.session.execute(
        select(Appeal.id, Appeal.number).where(Appeal.case_id == case_id).order_by(Appeal.id)
    )
    return tuple((key, number) for key, number in rows)


def cover(reading: Reading, appeal_id: int, language: Language) -> bytes:
    """The cover letter: what is contested, by whom, and how many papers on how many pages go with it."""
    appeal = reading.get(Appeal, appeal_id)
    case = reading.get(RecognitionCase, appeal.case_id)
    reading.opened.add(case.person.uid)
    annexed = _annexed(list(case_file.papers_of(reading, case, language)), language)
    facts = OfficePaperFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        kind=both(marked("COVER LETTER")),
        about="",
        day=appeal.sent_on or reading.today,
        number="",
        recipient=(appeal.body,) if appeal.body else (),
        parts=(
            Part(
                words=(
                    both(marked("We send for examination the file of the case and the application contesting it.")),
                ),
                facts=(
                    Fact(
                        both(marked("Contested by")), people.full_name(people.name_on(case.person, appeal.received_on))
                    ),
                    Fact(
                        both(marked("Contested")),
                        appeal_chronology.contested_said(appeal_facts.contested(reading, appeal)),
                    ),
                    Fact(both(marked("Application")), _said(appeal)),
                    Fact(both(marked("Case")), case.number),
                ),
            ),
        ),
        signatures=Signatures((head_of_institution(reading.session, reading.today),)),
        closing=annexed,
    )
    return office_paper.render(facts, language)


def _annexed(held: list[FilePaper], language: Language) -> Pair:
    pages = sum(one.pages or 0 for one in held)
    return both(
        marked("Annexed: {papers}, {pages}."),
        papers=language.count("{n} paper", "{n} papers", len(held)),
        pages=language.count("{n} page", "{n} pages", pages),
    )


def _said(appeal: Appeal) -> Pair:
    day = appeal.received_on
    return Pair(said_reference(LATVIAN, appeal.number, day), said_reference(ENGLISH, appeal.number, day))
