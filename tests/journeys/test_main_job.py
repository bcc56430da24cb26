"""The main job as one journey: at the window, in Latvian, with mouse and keyboard, from intake to printed register."""

from datetime import datetime, time
from pathlib import Path

from openpyxl import Workbook, load_workbook

from commission_app.i18n import today
from commission_app.rules.vocabulary.case import CaseAct, CaseState, Procedure
from commission_app.rules.vocabulary.register import Book
from commission_app.services import checks
from tests import make
from tests.documents.reading import words
from tests.journeys import library
from tests.journeys.desks import MEMBERS, AtWork
from tests.journeys.sitting_steps import (
    certify,
    close_sitting,
    decide,
    excel_book,
    gather,
    open_book,
    plan_sitting,
    printed_book,
    vote,
)
from tests.journeys.steps import (
    begin_the_day,
    do_next,
    lay_in_evidence,
    link_and_judge,
    register_application,
    score,
    score_agreed,
    seat,
    take_in_standard,
)

APPLICANT = "Ģirts Ķēniņš-Āboļš"
REASONS = "Datubāzes shēmas projektēšanu pierādījumi neaptver."


def assess(at: AtWork, folder: Path) -> int:
    """From the counter to the case that waits for a sitting; gives its key."""
    case_id = register_application(at, Procedure.HIGHER_EDUCATION, make.code(0))
    at.hands.press("Add evidence")
    do_next(at, CaseAct.ADMIT, case_id, CaseState.ADMITTED)
    at.hands.tab("Portfolio")
    lay_in_evidence(at, case_id, folder)
    link_and_judge(at, case_id, 4)
    do_next(at, CaseAct.CLOSE_PORTFOLIO, case_id, CaseState.DOCUMENTED)
    seat(at, "Vizma Āboltiņa")
    seat(at, "Ēriks Čakste")
    score(at, 2, "1113", "Shēmu pierādījumi neaptver.")
    score(at, 3, "1112", "Shēma aptverta daļēji.")
    at.hands.press("Agree where alike")
    score_agreed(at)
    do_next(at, CaseAct.CLOSE_SCORING, case_id, CaseState.SCORED)
    at.hands.tab("Kredītpunkti")
    at.hands.until(lambda: "6 kredītpunkti (ECTS)" in at.hands.reads(), "the total is not shown")
    do_next(at, CaseAct.REFER, case_id, CaseState.REFERRED)
    return case_id


def test_an_application_becomes_a_line_of_the_printed_register(at_work: AtWork, tmp_path: Path) -> None:
    year = today().year
    begin_the_day(at_work)
    take_in_standard(at_work, library.study_programme(), "datorzinātnes.xlsx")
    case_id = assess(at_work, tmp_path)
    sitting = plan_sitting(at_work)
    gather(at_work, sitting)
    vote(at_work, sitting, "1131")
    minutes = words(close_sitting(at_work, sitting))
    assert_says(minutes, *MEMBERS, "Anna Ozola", APPLICANT, f"P-{year}/1", "par – 3, pret – 0, atturas – 1")
    assert_says(minutes, f"NEPIEDALĀS {MEMBERS[-1]} (interešu konflikts)")
    decision = words(decide(at_work, case_id, REASONS))
    assert_says(decision, APPLICANT, "Datortīkli", "6 kredītpunkti (ECTS)", REASONS)
    certificate = words(certify(at_work, case_id))
    assert_says(certificate, APPLICANT, f"A-{year}/1", f"L-{year}/1", "Kopā 6 kredītpunkti (ECTS)")
    printed = words(printed_book(at_work, open_book(at_work, Book.DECISIONS)))
    assert_says(printed, APPLICANT, f"L-{year}/1", f"P-{year}/1", f"{year}/001", "10,5")
    assert_says(printed, "6 ECTS atzīt daļēji 3 / 0 / 1 / 1")
    assert_workbook(load_workbook(excel_book(at_work)))
    assert at_work.office.ask(checks.findings) == ()


def assert_says(paper: str, *parts: str) -> None:
    """Each of these stands on the paper."""
    assert [part for part in parts if part not in paper] == [], paper


def assert_workbook(workbook: Workbook) -> None:
    """The register in Excel: dates are dates, numbers are numbers, codes are texts."""
    headings, numbers, line = list(workbook.worksheets[0].iter_rows(values_only=True))
    assert numbers == tuple(range(1, len(headings) + 1))
    said = dict(zip(headings, line, strict=True))
    assert said["Lēmuma datums"] == datetime.combine(today(), time())
    assert (said["Lēmuma Nr."], said["Lietas Nr."]) == (f"L-{today().year}/1", f"{today().year}/001")
    assert (said["Pretendents"], said["Lēmuma veids"]) == (APPLICANT, "atzīt daļēji")
    assert (said["Pieteikti kredītpunkti"], said["Atzīti kredītpunkti"], said["Mērvienība"]) == (10.5, 6, "ECTS")
