"""Counselling: the interview sheet, the leaflet, consultations, and their papers."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import openpyxl  # type: ignore[import-untyped]
import pytest

from commission_app.errors import ConflictError, RefusedError
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.interview import InterviewFacts, UnitAnswer
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.register import Book
from commission_app.services import (
    book_files,
    cases,
    consultation_papers,
    consultations,
    counselling_papers,
    interviews,
    provisions,
)
from commission_app.services.consultations import ConsultationForm
from commission_app.services.interviews import InterviewForm
from commission_app.services.office import Office
from commission_app.wording.interview import LEAFLET_KEY, QUESTIONS_KEY
from tests import make
from tests.documents.reading import words as text_of


def test_an_interview_is_recorded_corrected_and_printed(office: Office) -> None:
    make.institution(office)
    case = make.case(office, make.standard(office)).id
    card = office.ask(interviews.of_case, case)
    assert card.form is None and card.version is None and len(card.answers) > 5
    with pytest.raises(RefusedError, match=r"interview\.none"):
        office.ask(counselling_papers.sheet, case, True, LATVIAN)
    day = make.today(office)
    first = replace(card.answers[0], answer="Vēlos strādāt par programmētāju.")
    unit = UnitAnswer(card.units[0].code, "Uztur tīklu Ķekavā.", claim=True)
    form = InterviewForm(
        day,
        "Līga Bērziņa",
        "Rīga",
        "konsultante",
        InterviewFacts((first, card.answers[1]), (unit,), "Darba līgums", "Apmeklēt kursu", "Jānis Ozols"),
        "Motivēts.",
    )
    for wrong, reason in (
        (replace(form, held_on=day + timedelta(days=1)), "date.future"),
        (replace(form, interviewer=" "), "interview.no_interviewer"),
        (replace(form, facts=replace(form.facts, specialist="")), "interview.no_specialist"),
    ):
        with pytest.raises(RefusedError, match=reason):
            office.do(interviews.record, case, None, wrong)
    office.do(interviews.record, case, None, form)
    kept = office.ask(interviews.of_case, case)
    assert kept.form is not None and kept.form.facts.units == (unit,)
    assert kept.form.facts.answers == (first,), "what was not answered is not kept"
    with pytest.raises(ConflictError):
        office.do(interviews.record, case, None, form)
    office.do(interviews.record, case, kept.version, replace(form, place="Ogre"))
    paper = text_of(office.ask(counselling_papers.sheet, case, True, LATVIAN))
    for said in ("Vēlos strādāt par programmētāju.", "Uztur tīklu Ķekavā.", "Motivēts.", "(Jānis Ozols)", "Ogre"):
        assert said in paper
    empty = text_of(office.ask(counselling_papers.sheet, case, False, ENGLISH))
    assert "Motivēts." not in empty and office.ask(cases.card, case).number in empty


def test_the_leaflet_and_the_questions_are_those_of_the_office(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    vet = Procedure.VOCATIONAL
    office.do(provisions.word, "appeal", vet, date(2020, 1, 1), "Var apstrīdēt direktoram.", "")
    shipped = text_of(office.ask(counselling_papers.leaflet_of, vet, LATVIAN))
    assert "Četri soļi" in shipped and "Var apstrīdēt direktoram." in shipped
    office.do(provisions.word, LEAFLET_KEY, vet, date(2020, 1, 1), "Mūsu skolā\n- atnāciet", "")
    office.do(provisions.word, QUESTIONS_KEY, None, date(2020, 1, 1), "Darbs\nKo darāt Ķekavā?", "")
    assert "atnāciet" in text_of(office.ask(counselling_papers.leaflet_of, vet, LATVIAN))
    with pytest.raises(RefusedError, match=r"paper\.missing_translation"):
        office.ask(counselling_papers.leaflet_of, vet, ENGLISH)
    assert "Ko darāt Ķekavā?" in text_of(office.ask(counselling_papers.blank_sheet, vet, ENGLISH))


def test_consultations_go_out_as_a_register_and_one_as_minutes(sqlite_office: Office) -> None:
    office = sqlite_office
    make.institution(office)
    case = make.case(office, make.standard(office)).id
    day = make.today(office)
    talk = ConsultationForm(day, 45, "Līga Bērziņa", began_at="10.30", topic="Prasmes", record="Pirmais.\nOtrais.")
    key = office.do(consultations.record, case, talk)
    office.do(consultations.record, None, replace(talk, attendee="=Žņaugs", began_at="rītā", free=False))
    book = openpyxl.load_workbook(BytesIO(office.ask(book_files.workbook, Book.CONSULTATIONS, day.year, LATVIAN)))
    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert rows[0][:3] == ["Nr. p. k.", "Datums, sākums, beigas", "Minūtes"] and rows[1][0] == 1
    assert rows[2][1] == f"{LATVIAN.date(day)}, 10.30–11.15" and rows[2][6] == "bez maksas"
    assert rows[3][1].endswith(", rītā") and rows[3][3] == "=Žņaugs" and rows[3][6] == "par maksu"
    assert len(book.worksheets) == 2
    paper = text_of(office.ask(consultation_papers.minutes, key, LATVIAN))
    for said in ("10.30–11.15, 45 minūtes", "Pirmais. Otrais.", office.ask(cases.card, case).number, "bez maksas"):
        assert said in paper
    assert "free of charge" in text_of(office.ask(consultation_papers.minutes, key, ENGLISH))
