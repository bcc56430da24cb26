"""The matrix of a case with 150 outcomes and 60 pieces of evidence: opening, scrolling and a changed cell."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from bench.sides import Line, alone, by_turns

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QScrollBar, QTableView

    from commission_app.services.office import Office
    from commission_app.ui.cases.tabs.matrix_tab import MatrixTab

UNITS, OUTCOMES, ITEMS, LINKS, TIMES = 10, 15, 60, 6, 3
SIZE = (1400, 800)
STEPS = 120


def measure() -> list[Line]:
    """Milliseconds of a frame while scrolling, of a change until it is seen, and of opening the case."""
    with tempfile.TemporaryDirectory() as folder:
        built(Path(folder))
        ours, bare = by_turns(
            TIMES, lambda: alone("bench.matrix", "ours", folder), lambda: alone("bench.matrix", "bare", folder)
        )
    what = f"matrix {UNITS * OUTCOMES} x {ITEMS}"
    return [
        Line(f"{what}, the question", ours["question"], None, "ms", "<=400"),
        Line(f"{what}, opening the case's matrix", ours["open"], bare["open"], "ms", "<=1500", "bare table"),
        Line(f"{what}, frame while scrolling", ours["frame"], bare["frame"], "ms", "<=16", "bare table"),
        Line(f"{what}, the slowest frame in twenty", ours["slow"], bare["slow"], "ms", "<=16", "bare table"),
        Line(f"{what}, a key until it is seen", ours["key"], bare["key"], "ms", "<=50", "bare table"),
        Line(f"{what}, a step to the next cell", ours["step"], bare["step"], "ms", "<=50", "bare table"),
    ]


def built(folder: Path) -> int:
    """An office with such a case, documented, with two assessors; gives the key of the case."""
    from commission_app.app import open_office
    from commission_app.config import settings_for
    from commission_app.rules.vocabulary.commission import Side
    from commission_app.rules.vocabulary.evidence import EvidenceKind, Judgement
    from commission_app.rules.vocabulary.scoring import OutcomeResult
    from commission_app.services import cases, evidence, evidence_links, matrix, opening, scoring
    from commission_app.services.evidence import EvidenceForm, NewFile
    from commission_app.services.evidence_links import LinkEntry
    from commission_app.services.scoring import AssessorForm, ScoreEntry
    from tests import make

    opening.open_office(settings_for(folder).database_url, create=True).close()
    office = open_office(settings_for(folder))
    make.institution(office)
    commission = make.commission(office)
    edition = make.standard(office, make.standard_facts(units=UNITS, outcomes=OUTCOMES))
    case = make.case(office, edition, commission_id=commission).id
    make.move(office, case, cases.admit)
    kinds, four, items = tuple(EvidenceKind), tuple(Judgement), list[int]()
    for n in range(ITEMS):
        day = make.today(office).replace(year=make.today(office).year - n % 9, day=1)
        form = EvidenceForm(kinds[n % len(kinds)], f"Pierādījums Nr. {n + 1}", "Izdevējs", day)
        items.append(office.do(evidence.attach, case, form, (NewFile(f"{n}.txt", f"Datne {n}".encode()),)).item_id)
    rows = [row.outcome_id for unit in office.ask(matrix.matrix, case).units for row in unit.rows]
    for at, outcome in enumerate(rows):
        chosen = {items[(at * 7 + n * 11) % ITEMS] for n in range(LINKS)}
        valid, authentic, current, sufficient = (four[(at + n) % 4] for n in range(4))
        like = LinkEntry(0, outcome, f"{at % 9 + 1}. lpp.", "", valid, authentic, current, sufficient, at % 3 + 1)
        links = tuple(replace(like, item_id=item) for item in chosen)
        office.do(evidence_links.hold, links)
    make.move(office, case, cases.close_portfolio)
    for name, side in (("Vērtētāja A", Side.SCHOOL), ("Vērtētājs B", Side.EMPLOYERS)):
        seat = office.do(scoring.seat, case, AssessorForm(name, side))
        results = tuple(OutcomeResult)
        entries = [ScoreEntry(key, results[at % 4], "Pamatojums.") for at, key in enumerate(rows)]
        office.do(scoring.score_many, seat, tuple(entries))
    office.close()
    return case


def _ours(application: "QApplication", folder: Path) -> dict[str, float]:
    from commission_app.app import open_office
    from commission_app.config import Settings, settings_for
    from commission_app.i18n import LATVIAN
    from commission_app.services import cases, matrix
    from commission_app.ui.cases.tabs.matrix_tab import MatrixTab
    from commission_app.ui.desk import Desk
    from commission_app.ui.jobs import Jobs
    from commission_app.ui.memory import Memory
    from commission_app.ui.problems import Problems
    from commission_app.ui.theme import apply_theme

    apply_theme(application, "light")
    office = open_office(settings_for(folder))
    case, jobs = _case(office), Jobs(office)
    question = median(_milliseconds(lambda: office.ask(matrix.matrix, case, 1)) for _ in range(5))
    settings = Settings(folder, settings_for(folder).database_url, "lv", "light")
    desk = Desk(jobs, LATVIAN, Problems(LATVIAN), Memory(folder), settings)
    began = time.perf_counter()
    tab = MatrixTab(desk, case)
    tab.resize(*SIZE)
    tab.show()
    tab.seat = 1
    tab.refresh(office.ask(cases.card, case))
    while tab.model.rowCount() == 0 or jobs.busy:
        application.processEvents()
    opened = (time.perf_counter() - began) * 1000
    frames = _scrolled(application, tab.view)
    pressed = _pressed(application, tab)
    while tab.pen.busy or jobs.busy:
        application.processEvents()
    tab.close()
    jobs.close()
    office.close()
    return {"question": question, "open": opened, **pressed, **frames}


def _pressed(application: "QApplication", tab: "MatrixTab") -> dict[str, float]:
    """A key that scores and a step down, each until everything in sight is painted."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    tab.view.setCurrentIndex(tab.model.index(1, ITEMS))
    tab.view.setFocus()
    application.processEvents()

    def press(key: Qt.Key) -> None:
        QTest.keyClick(tab.view, key)
        tab.view.viewport().repaint()

    keys = [_milliseconds(lambda: press(Qt.Key.Key_1)) for _ in range(20)]
    steps = [_milliseconds(lambda: press(Qt.Key.Key_Down)) for _ in range(20)]
    return {"key": median(keys), "step": median(steps)}


def _bare(application: "QApplication", folder: Path) -> dict[str, float]:
    """A plain table of as many texts."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QStandardItemModel
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QTableView

    began = time.perf_counter()
    model = QStandardItemModel(UNITS * OUTCOMES + UNITS, ITEMS + 3)
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            model.setData(model.index(row, column), "◆ 1" if (row + column) % 9 == 0 else "")
    view = QTableView()
    view.setHorizontalScrollMode(view.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(view.ScrollMode.ScrollPerPixel)
    view.setModel(model)
    for column in range(model.columnCount()):
        view.setColumnWidth(column, 60)
    view.resize(*SIZE)
    view.show()
    application.processEvents()
    opened = (time.perf_counter() - began) * 1000
    frames = _scrolled(application, view)

    def change(row: int) -> None:
        model.setData(model.index(row, 1), "1")
        view.viewport().repaint()

    def step() -> None:
        QTest.keyClick(view, Qt.Key.Key_Down)
        view.viewport().repaint()

    view.setCurrentIndex(model.index(1, 1))
    keys = [_milliseconds(partial(change, row)) for row in range(20)]
    steps = [_milliseconds(step) for _ in range(20)]
    return {"open": opened, "key": median(keys), "step": median(steps), **frames}


def _scrolled(application: "QApplication", view: "QTableView") -> dict[str, float]:
    """Frames while the view runs down and across: the middle one, and the slowest of twenty."""
    taken = []
    for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
        for n in range(STEPS):
            at = bar.maximum() * n // STEPS
            taken.append(_milliseconds(partial(_turn, application, bar, at)))
    view.verticalScrollBar().setValue(0)
    view.horizontalScrollBar().setValue(0)
    application.processEvents()
    taken.sort()
    return {"frame": median(taken), "slow": taken[len(taken) * 95 // 100]}


def _turn(application: "QApplication", bar: "QScrollBar", at: int) -> None:
    bar.setValue(at)
    application.processEvents()


def _case(office: "Office") -> int:
    from commission_app.services import case_list

    return int(office.ask(case_list.ids, words="", filters={}, sort="number", descending=False)[0])


def _milliseconds(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication as Application

    side = {"ours": _ours, "bare": _bare}[sys.argv[1]]
    print(json.dumps(side(Application([]), Path(sys.argv[2]))))
