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


def test_an_application_becomes_a_line_of_the_printed_register(at_work: AtWork, tmp_path: Path) -> None:
    hands = at_work.hands
    begin_the_day(at_work)
    take_in_standard(at_work, library.study_programme(), "datorzinātnes.xlsx")
    case_id = register_application(at_work, Procedure.HIGHER_EDUCATION, make.code(0))
    hands.press("Add evidence")
    do_next(at_work, CaseAct.ADMIT, case_id, CaseState.ADMITTED)
    hands.tab("Portfolio")
    lay_in_evidence(at_work, case_id, tmp_path)
    link_and_judge(at_work, case_id, 4)
    do_next(at_work, CaseAct.CLOSE_PORTFOLIO, case_id, CaseState.DOCUMENTED)
    seat(at_work, "Vizma Āboltiņa")
    seat(at_work, "Ēriks Čakste")
    score(at_work, 2, "1113", "Shēmu pierādījumi neaptver.")
    score(at_work, 3, "1112", "Shēma aptverta daļēji.")
    hands.press("Agree where alike")
    score_agreed(at_work)
    do_next(at_work, CaseAct.CLOSE_SCORING, case_id, CaseState.SCORED)
    hands.tab("Kredītpunkti")
    hands.until(lambda: "6 kredītpunkti (ECTS)" in hands.reads(), "the total is not shown")
    do_next(at_work, CaseAct.REFER, case_id, CaseState.REFERRED)
    sitting = plan_sitting(at_work)
    gather(at_work, sitting)
    vote(at_work, sitting, "1131")
    minutes = words(close_sitting(at_work, sitting))
    decision = words(decide(at_work, case_id, "Datubāzes shēmas projektēšanu pierādījumi neaptver."))
    certificate = words(certify(at_work, case_id))
    registers = open_book(at_work, Book.DECISIONS)
    printed = words(printed_book(at_work, registers))
    workbook = load_workbook(excel_book(at_work))
    year = today().year
    for part in (*MEMBERS, "Anna Ozola", APPLICANT, f"P-{year}/1", "par – 3, pret – 0, atturas – 1"):
        assert part in minutes, part
    assert f"NEPIEDALĀS {MEMBERS[-1]} (interešu konflikts)" in minutes
    for part in (
        APPLICANT,
        "Datortīkli",
        "6 kredītpunkti (ECTS)",
        "Datubāzes shēmas projektēšanu pierādījumi neaptver.",
    ):
        assert part in decision, part
    for part in (APPLICANT, f"A-{year}/1", f"L-{year}/1", "Kopā 6 kredītpunkti (ECTS)"):
        assert part in certificate, part
    for part in (APPLICANT, f"L-{year}/1", f"P-{year}/1", f"{year}/001", "10,5", "6 ECTS atzīt daļēji 3 / 0 / 1 / 1"):
        assert part in printed, part
    assert_workbook(workbook)
    assert at_work.office.ask(checks.findings) == ()


def assert_workbook(workbook: Workbook) -> None:
    """The register in Excel: dates are dates, numbers are numbers, codes are texts."""
    headings, numbers, line = list(workbook.worksheets[0].iter_rows(values_only=True))
    assert numbers == tuple(range(1, len(headings) + 1))
    said = dict(zip(headings, line, strict=True))
    assert said["Lēmuma datums"] == datetime.combine(today(), time())
    assert (said["Lēmuma Nr."], said["Lietas Nr."]) == (f"L-{today().year}/1", f"{today().year}/001")
    assert (said["Pretendents"], said["Lēmuma veids"]) == (APPLICANT, "atzīt daļēji")
    assert (said["Pieteikti kredītpunkti"], said["Atzīti kredītpunkti"], said["Mērvienība"]) == (10.5, 6, "ECTS")
