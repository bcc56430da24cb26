"""The matrix of other standards and evidence: marks, points, the lower score, a course that only counted heads."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from commission_app.rules.evidence_details import OutsideCourse
from commission_app.rules.vocabulary.evidence import CourseAssessment, EvidenceKind, Judgement, Quality
from commission_app.rules.vocabulary.scoring import CombinationKind, OutcomeResult, ScaleKind
from commission_app.services import cases, evidence, evidence_links, matrix
from commission_app.services.evidence import EvidenceForm, NewFile
from commission_app.services.office import Office
from commission_app.ui.cases.tabs.consensus_dialog import ConsensusDialog
from commission_app.ui.desk import Desk
from tests import make
from tests.ui.matrix_bench import KEY, P1, SEAT_A, Bench, both_finished, opened, scorable, with_maximum

MET, PARTLY, NOT_MET, TO_TEST = OutcomeResult
LEFT = Qt.MouseButton.LeftButton


def on_scale(desk: Desk, office: Office, qtbot: QtBot, kind: ScaleKind, points: Decimal | None = None) -> Bench:
    """A matrix of a standard scored in numbers, with one assessor."""
    facts = replace(make.standard_facts(units=1, outcomes=3), scale=kind)
    facts = with_maximum(facts, points) if points is not None else facts
    made = opened(desk, office, qtbot, *scorable(office, assessors=1, facts=facts))
    made.sit(1)
    return made


def test_where_the_lower_counts_one_key_accepts_it_with_its_reason(desk: Desk, office: Office, qtbot: QtBot) -> None:
    facts = replace(make.standard_facts(units=1), combination=CombinationKind.LOWER)
    bench = opened(desk, office, qtbot, *scorable(office, facts=facts))
    both_finished(bench)
    bench.qtbot.mouseClick(bench.tab.seats.consensus, LEFT)
    bench.qtbot.waitUntil(lambda: bool(bench.tab.findChildren(ConsensusDialog)))
    (dialog,) = bench.tab.findChildren(ConsensusDialog)
    assert "lower score count" in dialog.proposal.text()
    bench.qtbot.keyClick(dialog.table, KEY.Key_Return)
    bench.qtbot.waitUntil(lambda: dialog.table.rows() == ())
    agreed = bench.row(1).agreed
    assert (agreed.result, agreed.reason, agreed.how) == (NOT_MET, "Nav redzams.", CombinationKind.LOWER)
    dialog.reject()
    bench.rest()


def test_marks_are_typed_ten_too_and_the_result_follows(desk: Desk, office: Office, qtbot: QtBot) -> None:
    bench = on_scale(desk, office, qtbot, ScaleKind.MARK)
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_7, KEY.Key_1)
    editor = bench.tab.values
    assert editor.isVisible()
    bench.qtbot.keyClick(editor.line, KEY.Key_0)
    assert not editor.isVisible(), "10 is whole"
    bench.press(KEY.Key_3)
    bench.reason("Par vāju.")
    bench.rest()
    cells = [bench.score(at) for at in (1, 2, 3)]
    assert [(cell.value, cell.result) for cell in cells] == [(7000, MET), (10_000, MET), (3000, PARTLY)]
    assert "Mark 3, at least 4" in bench.tab.model.data(bench.tab.model.index(3, SEAT_A), Qt.ItemDataRole.ToolTipRole)


def test_points_take_a_comma_and_say_their_limit(desk: Desk, office: Office, qtbot: QtBot) -> None:
    bench = on_scale(desk, office, qtbot, ScaleKind.POINTS, Decimal(20))
    bench.go(1, SEAT_A)
    bench.press(KEY.Key_1)
    bench.qtbot.keyClicks(bench.tab.values.line, "2,5")
    bench.qtbot.keyClick(bench.tab.values.line, KEY.Key_Return)
    bench.rest()
    assert (bench.score(1).value, bench.score(1).result) == (12_500, MET)
    bench.press(KEY.Key_2)
    bench.qtbot.keyClicks(bench.tab.values.line, "5")
    bench.qtbot.keyClick(bench.tab.values.line, KEY.Key_Return)
    assert "Points lie between 0 and 20" in bench.tab.notice.text()
    bench.press(KEY.Key_T)
    bench.rest()
    assert bench.score(2).result is TO_TEST
    QGuiApplication.clipboard().setText("19.5\n21")
    bench.go(2, SEAT_A)
    bench.press(KEY.Key_V, control=True)
    bench.rest()
    assert bench.score(2).value == 19_500
    assert "DatZ1010.3" in bench.tab.notice.text()


def test_a_course_that_only_counted_heads_says_why_it_proves_nothing(desk: Desk, office: Office, qtbot: QtBot) -> None:
    make.institution(office)
    opened_case = make.case(office, make.standard(office, make.standard_facts(units=1)))
    make.move(office, opened_case.id, cases.admit)
    details = OutsideCourse(assessment=CourseAssessment.ATTENDANCE)
    form = EvidenceForm(EvidenceKind.OUTSIDE_COURSE, "Kurss", "Centrs", make.today(office), details=details)
    item = office.do(evidence.attach, opened_case.id, form, (NewFile("a.txt", b"a"),)).item_id
    outcome = office.ask(matrix.matrix, opened_case.id).units[0].rows[0].outcome_id
    link = office.do(evidence_links.link, item, outcome)
    office.do(evidence_links.judge, (link,), dict.fromkeys(Quality, Judgement.YES))
    bench = opened(desk, office, qtbot, opened_case.id, ())
    bench.go(1, P1)
    assert "proves no outcome by itself" in bench.tab.panel.link_page.limits.text()
    assert "0 of 2 (0 %)" in bench.tab.counters.text()
    bench.rest()
