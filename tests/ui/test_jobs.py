"""Work off the window's thread: order, cancelling, stale answers, owners that have gone, batches."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from commission_app.errors import ConflictError, RefusedError, UnavailableError
from commission_app.rules.vocabulary.institution import OfficeRole
from commission_app.services import users
from commission_app.services.office import Office, Reading, Work
from commission_app.ui.jobs import Jobs


def hire(work: Work, name: str) -> None:
    """A person begins to work in the office."""
    users.hire(work, users.UserForm(name, OfficeRole.SECRETARY))


def names(reading: Reading) -> tuple[str, ...]:
    """Who works here."""
    return tuple(row.name for row in users.users(reading))


def test_an_act_is_done_and_the_answer_comes_to_the_windows_thread(qtbot: QtBot, jobs: Jobs) -> None:
    owner, told = QObject(), []
    jobs.do(owner, hire, "A. Ozola").then(lambda _: told.append(threading.current_thread()))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [threading.main_thread()]
    answers: list[tuple[str, ...]] = []
    jobs.ask(owner, names).then(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [("A. Ozola",)]


def test_acts_keep_their_order_while_questions_run_beside_them(qtbot: QtBot, jobs: Jobs) -> None:
    owner, order = QObject(), []
    gate = threading.Event()

    def wait(_reading: Reading) -> str:
        gate.wait(5)
        return "asked"

    jobs.ask(owner, wait).then(order.append)
    for name in ("first", "second", "third"):
        jobs.do(owner, hire, name).then(lambda _, name=name: order.append(name))
    qtbot.waitUntil(lambda: len(order) == 3)
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == ["first", "second", "third", "asked"]


def test_what_an_act_changed_is_heard_by_every_screen_at_once(qtbot: QtBot, jobs: Jobs) -> None:
    jobs.listen()
    qtbot.wait(50)
    with qtbot.waitSignal(jobs.changed, timeout=900, check_params_cb=lambda nouns: "user" in nouns):
        jobs.do(jobs, hire, "A. Ozola")


def test_what_another_process_commits_is_heard_within_two_seconds(qtbot: QtBot, jobs: Jobs, settings: Any) -> None:
    from commission_app.app import open_office

    jobs.listen()
    qtbot.wait(100)
    other = open_office(settings)
    with qtbot.waitSignal(jobs.changed, timeout=2500) as heard:
        other.do(hire, "L. Kalniņa")
    other.close()
    assert "user" in heard.args[0]


def test_the_same_question_asked_again_drops_the_stale_answer(qtbot: QtBot, jobs: Jobs) -> None:
    owner, answers, gate = QObject(), [], threading.Event()

    def look(_reading: Reading, word: str) -> str:
        if word == "slow":
            gate.wait(5)
        return word

    jobs.ask(owner, look, "slow").then(answers.append)
    jobs.ask(owner, look, "quick").then(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert answers == ["quick"]


def test_questions_of_two_owners_do_not_disturb_each_other(qtbot: QtBot, jobs: Jobs) -> None:
    one, other, answers = QObject(), QObject(), []
    for owner in (one, other):
        jobs.ask(owner, lambda _: "here").then(answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)


def test_nobody_is_called_after_the_owner_has_gone_but_the_act_is_done(qtbot: QtBot, jobs: Jobs) -> None:
    owner, told, gate = QObject(), [], threading.Event()

    def slowly(work: Work) -> None:
        gate.wait(5)
        hire(work, "A. Ozola")

    jobs.do(owner, slowly).then(lambda _: told.append("act"))
    jobs.ask(owner, names).then(lambda _: told.append("question"))
    delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == []
    asked: list[tuple[str, ...]] = []
    jobs.ask(jobs, names).then(asked.append)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [("A. Ozola",)]


def test_the_refusal_of_an_act_is_told_even_if_its_screen_has_gone(qtbot: QtBot, jobs: Jobs) -> None:
    owner, gate = QObject(), threading.Event()

    def refuse(_work: Work) -> None:
        gate.wait(5)
        raise RefusedError("user.without_name", at="name")

    jobs.do(owner, refuse)
    delete(owner)
    with qtbot.waitSignal(jobs.troubled) as told:
        gate.set()
    assert told.args[0] is None
    assert told.args[1].reason == "user.without_name"


def test_slow_work_is_announced_steps_and_stops_at_cancel(qtbot: QtBot, jobs: Jobs) -> None:
    owner, failures, answers = QObject(), [], []

    def count(reading: Reading) -> str:
        for done in range(10_000):
            reading.progress.step(done, 10_000)
            threading.Event().wait(0.005)
        return "counted"

    with qtbot.waitSignals([jobs.slow, jobs.stepped], timeout=3000):
        promise = jobs.ask(owner, count).called("Counting").then(answers.append).failed(failures.append)
    assert promise.ticket.total == 10_000
    promise.cancel()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=3000)
    assert not answers
    assert [type(failure).__name__ for failure in failures] == ["CancelledError"]


def test_quick_work_is_never_announced(qtbot: QtBot, jobs: Jobs) -> None:
    with qtbot.assertNotEmitted(jobs.slow, wait=600):
        jobs.ask(jobs, names)


def test_the_button_rests_while_the_act_runs(qtbot: QtBot, jobs: Jobs) -> None:
    button, gate = QPushButton(), threading.Event()
    qtbot.addWidget(button)
    jobs.do(button, lambda work: gate.wait(5)).resting(button)
    assert not button.isEnabled()
    gate.set()
    qtbot.waitUntil(button.isEnabled)


def test_a_batch_does_piece_by_piece_and_keeps_the_refusals_beside_their_pieces(qtbot: QtBot, jobs: Jobs) -> None:
    owner, done = QObject(), []

    def enter(work: Work, name: str) -> str:
        hire(work, name)
        return name.upper()

    jobs.each(owner, enter, ["a", " ", "c"]).then(done.append)
    qtbot.waitUntil(lambda: bool(done))
    batch = done[0]
    assert batch.answers == ("A", "C")
    assert [(piece, trouble.reason) for piece, trouble in batch.troubles] == [(" ", "user.without_name")]
    assert batch.left == ()


def test_other_acts_get_through_between_the_pieces_of_a_batch(qtbot: QtBot, jobs: Jobs) -> None:
    owner, order, gate = QObject(), [], threading.Event()

    def piece(_work: Work, number: int) -> None:
        gate.wait(5)
        order.append(number)

    jobs.each(owner, piece, [1, 2, 3])
    jobs.do(owner, lambda work: order.append(99))
    gate.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert order.index(99) < order.index(3)


def test_a_batch_stops_where_the_database_is_away_and_says_what_is_left(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[Any] = []

    def piece(_work: Work, number: int) -> int:
        if number == 2:
            raise UnavailableError("database.busy")
        return number

    jobs.each(jobs, piece, [1, 2, 3]).then(done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert (done[0].answers, done[0].left) == ((1,), (2, 3))


def test_a_cancelled_batch_keeps_what_is_done(qtbot: QtBot, jobs: Jobs) -> None:
    done: list[Any] = []
    promise = jobs.each(jobs, lambda _work, number: number, list(range(5000))).then(done.append)
    qtbot.waitUntil(lambda: promise.ticket.done > 3)
    promise.cancel()
    qtbot.waitUntil(lambda: bool(done), timeout=5000)
    batch = done[0]
    assert batch.left
    assert len(batch.answers) + len(batch.left) == 5000


def test_closing_waits_for_the_acts_that_were_begun(qtbot: QtBot, office: Office) -> None:
    jobs = Jobs(office)
    for name in ("a", "b", "c"):
        jobs.do(jobs, hire, name)
    assert jobs.writing
    jobs.close()
    assert office.ask(names) == ("a", "b", "c")
    qtbot.wait(1)
    with pytest.raises(RuntimeError):
        jobs.do(jobs, hire, "d")


def test_a_conflict_reaches_the_caller_who_wants_it(qtbot: QtBot, jobs: Jobs) -> None:
    failures: list[Exception] = []

    def conflict(_work: Work) -> None:
        raise ConflictError("conflict.changed", noun="case")

    with qtbot.assertNotEmitted(jobs.troubled, wait=100):
        jobs.do(jobs, conflict).failed(failures.append)
        qtbot.waitUntil(lambda: bool(failures))
