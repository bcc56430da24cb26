"""The vocational path as a journey at the window: an exam instead of a sitting, its protocol instead of a decision."""

from pathlib import Path

from commission_app.i18n import LATVIAN
from commission_app.rules.vocabulary.case import CaseAct, CaseState, Procedure
from commission_app.rules.vocabulary.register import Book
from commission_app.services import certificates, checks, papers
from tests import make
from tests.documents.reading import words
from tests.journeys import library
from tests.journeys.desks import AtWork
from tests.journeys.exam_steps import certify_all, close_protocol, enter_and_record, plan_exam
from tests.journeys.sitting_steps import open_book, printed_book
from tests.journeys.steps import (
    begin_the_day,
    do_next,
    lay_in_evidence,
    link_and_judge,
    register_application,
    score,
    seat,
    take_in_standard,
)


def test_points_become_a_mark_a_protocol_and_a_certificate(at_work: AtWork, tmp_path: Path) -> None:
    hands = at_work.hands
    begin_the_day(at_work)
    take_in_standard(at_work, library.qualification(), "programmēšanas tehniķis.xlsx")
    case_id = register_application(at_work, Procedure.VOCATIONAL, make.code(0))
    hands.press("Add evidence")
    do_next(at_work, CaseAct.ADMIT, case_id, CaseState.ADMITTED)
    hands.tab("Portfolio")
    lay_in_evidence(at_work, case_id, tmp_path)
    link_and_judge(at_work, case_id, 1)
    do_next(at_work, CaseAct.CLOSE_PORTFOLIO, case_id, CaseState.DOCUMENTED)
    seat(at_work, "Vizma Āboltiņa")
    score(at_work, 2, "1", "")
    hands.press("Agree where alike")
    do_next(at_work, CaseAct.CLOSE_SCORING, case_id, CaseState.SCORED)
    exam_id = plan_exam(at_work)
    enter_and_record(at_work, exam_id, "34", "52")
    protocol = words(close_protocol(at_work, exam_id, case_id))
    assert "Ķēniņš-Āboļš" in protocol and "Programmēšanas tehniķis" in protocol
    certify_all(at_work, case_id, "PK A", "012345")
    held = at_work.office.ask(certificates.of_case, case_id)
    assert held is not None
    certificate = words(at_work.office.ask(papers.certificate, held.id, LATVIAN))
    assert "Ģirts Ķēniņš-Āboļš" in certificate and "012345" in certificate
    printed = words(printed_book(at_work, open_book(at_work, Book.CERTIFICATES)))
    assert "012345" in printed and "Ķēniņš-Āboļš" in printed
    assert at_work.office.ask(checks.findings) == ()
