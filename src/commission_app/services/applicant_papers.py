"""Forms of the applicant on paper: the application and the self-assessment, blank or filled from the case."""

from sqlalchemy import select

from commission_app.documents import office_paper
from commission_app.documents.house_style import Pair, Signatures, Signer, Text
from commission_app.documents.office_paper import BLANK, Fact, Listed, OfficePaperFacts, Part
from commission_app.i18n import ENGLISH, LATVIAN, Language, marked
from commission_app.models.application import Experience
from commission_app.models.case import RecognitionCase
from commission_app.models.evidence import EvidenceItem
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.evidence import SelfAssessmentLevel
from commission_app.services import people, self_assessment
from commission_app.services.paper_sources import about, both, letterhead, level, pair, title, worded
from commission_app.services.self_assessment import SelfUnit
from commission_app.store.work import Reading

_LINES = 3
"""Empty rows of a form to be filled in by hand."""
_TICK = "×"
_PERSON = (
    marked("Name, surname"),
    marked("Personal code"),
    marked("Address"),
    marked("Telephone"),
    marked("E-mail"),
)
_LIVED, _ATTACHED = (34, 54, 48, 28), (12, 100, 52)
_EMPTY = tuple((str(at), "", "") for at in range(1, _LINES + 1))
_DECLARATION = marked(
    "I confirm that what is said here is true, that I know the procedure and the fee, and that I am informed how my"
    " personal data are processed."
)


def application(reading: Reading, case_id: int, language: Language, *, blank: bool) -> bytes:
    """The application as a paper to be signed: with what the case knows, or with the person's part left blank."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    facts = OfficePaperFacts(
        letterhead=letterhead(reading.session, case.received_on, language),
        kind=both(marked("APPLICATION")),
        about=about(case.procedure),
        day=None if blank else case.received_on,
        number="" if blank else case.number,
        parts=(
            Part(heading=both(marked("Applicant")), facts=_person(case, blank)),
            Part(heading=both(marked("What is asked for")), facts=_request(case, blank), listed=_units(case)),
            Part(heading=both(marked("Experience and earlier learning")), listed=_experience(reading, case, blank)),
            Part(heading=both(marked("Attached documents")), listed=_evidence(reading, case, blank)),
        ),
        signatures=Signatures((_applicant(case, blank),)),
        closing=both(_DECLARATION),
        note=both(marked("Date: ____________________")) if blank else "",
    )
    return office_paper.render(facts, language)


def blank_application(reading: Reading, procedure: Procedure, language: Language) -> bytes:
    """The form of an application to be given out before there is any case; everything is filled in by hand."""
    labels = (*_PERSON, marked("How you want the answer"))
    asked = (marked("Programme or qualification"), marked("Level"), marked("Why you apply"))
    units = Listed((both(marked("Code")), both(marked("Unit"))), (30, 134), (("", ""),) * _LINES)
    facts = OfficePaperFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        kind=both(marked("APPLICATION")),
        about=about(procedure),
        day=None,
        number="",
        parts=(
            Part(both(marked("Applicant")), facts=_blanks(labels)),
            Part(both(marked("What is asked for")), facts=_blanks(asked), listed=units),
            Part(
                both(marked("Experience and earlier learning")), listed=Listed(_lived(), _LIVED, (("",) * 4,) * _LINES)
            ),
            Part(both(marked("Attached documents")), listed=Listed(_attached(), _ATTACHED, _EMPTY)),
        ),
        signatures=Signatures((Signer(both(marked("Applicant")), ""),)),
        closing=both(_DECLARATION),
        note=both(marked("Date: ____________________")),
    )
    return office_paper.render(facts, language)


def self_sheet(reading: Reading, case_id: int, language: Language, *, blank: bool) -> bytes:
    """The self-assessment outcome by outcome: to be ticked by hand, or as the applicant said it."""
    case = reading.get(RecognitionCase, case_id)
    reading.opened.add(case.person.uid)
    units = tuple(_self_unit(unit, blank) for unit in self_assessment.sheet(reading, case_id).units)
    about_case = Part(
        facts=(
            Fact(both(marked("Name, surname")), _name(case)),
            Fact(both(marked("Programme or qualification")), title(case.edition)),
        ),
        words=(both(marked("Mark what you can do on your own; say where you learned it and what shows it.")),),
    )
    facts = OfficePaperFacts(
        letterhead=letterhead(reading.session, reading.today, language),
        kind=both(marked("SELF-ASSESSMENT")),
        about="",
        day=reading.today,
        number=case.number,
        parts=(about_case, *units),
        signatures=Signatures((_applicant(case, blank=False),)),
    )
    return office_paper.render(facts, language)


def _self_unit(unit: SelfUnit, blank: bool) -> Part:
    rows = tuple(
        (
            row.code,
            pair(row.text_lv, row.text_en),
            *("" if blank or row.level is not one else _TICK for one in SelfAssessmentLevel),
            "" if blank else row.said,
        )
        for row in unit.rows
    )
    levels = tuple(worded(one) for one in SelfAssessmentLevel)
    where = both(marked("Where learned, what shows it"))
    headings = (both(marked("Code")), both(marked("Learning outcome")), *levels, where)
    told = () if blank or not unit.narrative else (unit.narrative,)
    listed = Listed(headings, (20, 62, *(14 for _ in levels), 46), rows)
    return Part(_headed(unit.code, unit.title_lv, unit.title_en), told, listed=listed)


def _name(case: RecognitionCase) -> str:
    return people.full_name(people.name_on(case.person, case.received_on))


def _applicant(case: RecognitionCase, blank: bool) -> Signer:
    return Signer(both(marked("Applicant")), "" if blank else _name(case))


def _headed(code: str, lv: str, en: str) -> Text:
    return Pair(f"{code} {lv}", f"{code} {en}") if en else f"{code} {lv}"


def _person(case: RecognitionCase, blank: bool) -> tuple[Fact, ...]:
    person = case.person
    known = (_name(case), people.code_of(person), person.address, person.phone, person.email)
    pairs = zip(_PERSON, known, strict=True)
    rows = [Fact(both(label), BLANK if blank or not said else said) for label, said in pairs]
    how: Text = worded(case.answer_channel) if case.answer_channel is not None and not blank else BLANK
    return (*rows, Fact(both(marked("How you want the answer")), how))


def _request(case: RecognitionCase, blank: bool) -> tuple[Fact, ...]:
    edition = case.edition
    motive: Text = worded(case.motive_kind) if case.motive_kind is not None and not blank else BLANK
    return (
        Fact(both(marked("Programme or qualification")), title(edition)),
        Fact(both(marked("Code")), edition.standard.code),
        Fact(both(marked("Level")), level(edition)),
        Fact(both(marked("Why you apply")), motive),
    )


def _units(case: RecognitionCase) -> Listed | None:
    if not case.claims:
        return None
    rows = tuple((claim.unit.code, pair(claim.unit.title_lv, claim.unit.title_en)) for claim in case.claims)
    return Listed((both(marked("Code")), both(marked("Unit"))), (30, 134), rows)


def _experience(reading: Reading, case: RecognitionCase, blank: bool) -> Listed:
    rows: tuple[tuple[Text, ...], ...] = (("", "", "", ""),) * _LINES
    if not blank:
        held = reading.session.scalars(
            select(Experience).where(Experience.case_id == case.id).order_by(Experience.position)
        )
        rows = tuple((_period(row), row.organisation, row.title, row.document) for row in held) or rows[:1]
    return Listed(_lived(), _LIVED, rows)


def _period(row: Experience) -> Text:
    def said(half: Language) -> str:
        return " – ".join(half.date(day) if day else "…" for day in (row.began_on, row.ended_on))

    return Pair(said(LATVIAN), said(ENGLISH))


def _evidence(reading: Reading, case: RecognitionCase, blank: bool) -> Listed:
    rows: tuple[tuple[Text, ...], ...] = _EMPTY
    if not blank:
        query = select(EvidenceItem).where(EvidenceItem.case_id == case.id, EvidenceItem.active)
        held = reading.session.scalars(query.order_by(EvidenceItem.position))
        rows = tuple((f"P{row.position}", row.title, worded(row.kind)) for row in held) or (("—", "", ""),)
    return Listed(_attached(), _ATTACHED, rows)


def _lived() -> tuple[Text, ...]:
    return (
        both(marked("From – until")),
        both(marked("Employer, school or organisation")),
        both(marked("Post, programme or topic")),
        both(marked("Document")),
    )


def _attached() -> tuple[Text, ...]:
    return (both(marked("No.")), both(marked("Document")), both(marked("Kind")))


def _blanks(labels: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(Fact(both(label), BLANK) for label in labels)
