"""Forms: what is typed is read as meant, errors stand at their field, the draft keeps itself."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from commission_app.errors import refusal
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.case import Channel
from commission_app.services import users
from commission_app.ui.desk import Desk
from commission_app.ui.form_drafts import keep_draft
from commission_app.ui.forms import Form
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit, read_date
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput
from commission_app.ui.widgets.number_edit import NumberEdit, read_number

TODAY = date(2026, 11, 21)


def type_in(widget: QWidget, text: str) -> None:
    """Types as an input method does, Latvian letters too."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24.11.2026", date(2026, 11, 24)),
        ("24.11.2026.", date(2026, 11, 24)),
        ("24.11.26", date(2026, 11, 24)),
        ("24.11.58", date(1958, 11, 24)),
        ("2411", date(2026, 11, 24)),
        ("241126", date(2026, 11, 24)),
        ("24112025", date(2025, 11, 24)),
        ("24.11", date(2026, 11, 24)),
        ("4/2/2026", date(2026, 2, 4)),
        ("2026-11-24", date(2026, 11, 24)),
        (" 1. 2. 2026 ", date(2026, 2, 1)),
        ("31.02.2026", None),
        ("29.02.2028", date(2028, 2, 29)),
        ("29.02.2026", None),
        ("24.13.2026", None),
        ("rīt", None),
        ("", None),
        ("24", None),
        ("24.11.202", None),
    ],
)
def test_a_typed_date_is_read_as_it_was_meant(typed: str, meant: date | None) -> None:
    assert read_date(typed, TODAY) == meant


@given(st.dates(date(1936, 1, 1), date(2036, 12, 31)))
def test_every_date_reads_back_from_the_way_the_field_shows_it(day: date) -> None:
    assert read_date(f"{day:%d.%m.%Y}", TODAY) == day
    if day.year >= 1937:
        assert read_date(f"{day:%d.%m.%y}", TODAY) == day


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**6), max_value=10**6))
def test_comma_and_point_are_the_same_number_and_spaces_do_not_count(value: Decimal) -> None:
    plain = format(value, "f")
    assert read_number(plain) == read_number(plain.replace(".", ",")) == value
    assert read_number(LATVIAN.number(value)) == value


@pytest.mark.parametrize("typed", ["", "12,", ",5", "1e3", "12,5,1", "divi", "1.000.000"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert read_number(typed) is None


def test_a_number_says_in_words_what_is_wrong_with_it(qtbot: QtBot) -> None:
    field = NumberEdit(LATVIAN, decimals=1, lowest=0, highest=60)
    qtbot.addWidget(field)
    expected = {
        "12,5": None,
        "12,50": None,
        "12,55": "ui.number_too_fine",
        "-1": "ui.number_too_small",
        "61": "ui.number_too_large",
        "x": "ui.number_unreadable",
        "": None,
    }
    for typed, reason in expected.items():
        field.set_draft(typed)
        found = field.refusal()
        assert (found.reason if found else None) == reason, typed


def test_a_date_field_settles_moves_by_day_and_may_be_empty(qtbot: QtBot) -> None:
    field = DateEdit(ENGLISH, this_day=lambda: TODAY)
    qtbot.addWidget(field)
    field.show()
    assert field.value() is None
    assert field.refusal() is None
    qtbot.keyClicks(field, "2411")
    assert field.value() == date(2026, 11, 24)
    field.editingFinished.emit()
    assert field.text() == "24.11.2026"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == date(2026, 11, 25)
    field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.value() == TODAY
    field.set_value(None)
    assert field.text() == ""
    field.set_draft("31.02.2026")
    found = field.refusal()
    assert found is not None
    assert found.reason == "ui.date_unreadable"


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    """A form for an application."""
    form = Form(ENGLISH)
    qtbot.addWidget(form)
    form.add("name", "Name", TextInput(), required=True)
    form.add("day", "Received on", DateEdit(ENGLISH, this_day=lambda: TODAY), beside=True)
    form.add("points", "Credits", NumberEdit(ENGLISH, decimals=1))
    channel = Choice().offer_words(ENGLISH, Channel, empty="–")
    form.add("channel", "How it came", channel)
    form.add("reason", "Reasons", LongTextInput())
    form.add("compared", "", TickInput("Compared with the original"))
    form.show()
    return form


def test_values_go_in_and_come_out(form: Form) -> None:
    given_values = {
        "name": "Žņaugs, Ģirts",
        "day": date(2026, 11, 2),
        "points": Decimal("12.5"),
        "channel": Channel.POST,
        "reason": "Divas rindas\nteksta",
        "compared": True,
    }
    form.load(given_values)
    assert form.values() == given_values
    assert not form.dirty()


def test_latvian_letters_are_typed_and_make_the_form_dirty(form: Form) -> None:
    name = form.field("name").input
    assert isinstance(name, TextInput)
    type_in(name, "Bērziņa")
    QApplication.sendEvent(name, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "š"))
    assert name.value() == "Bērziņaš"
    assert form.dirty()
    assert form.would_lose()


def test_check_says_at_each_field_what_is_missing_or_unreadable(form: Form) -> None:
    form.field("day").input.set_draft("31.02.2026")
    assert not form.check()
    assert form.field("name").error() == "“Name” must be filled in."
    assert "31.02.2026" in form.field("day").error()
    assert form.field("points").error() == ""
    form.field("name").input.set_value("A")
    form.field("day").input.set_value(None)
    assert form.check()
    assert form.field("name").error() == ""


def test_a_refusal_of_the_office_stands_at_the_field_it_names(form: Form, qtbot: QtBot) -> None:
    assert form.show_trouble("The day lies ahead.", refusal("case.ahead", at="day"), None)
    assert form.field("day").error() == "The day lies ahead."
    assert not form.show_trouble("No.", refusal("case.closed"), None)
    assert not form.show_trouble("No.", refusal("case.closed", at="elsewhere"), None)
    day = form.field("day").input
    assert isinstance(day, QWidget)
    qtbot.keyClicks(day, "2")
    assert form.field("day").error() == ""


def test_the_draft_keeps_itself_and_nothing_is_lost_then(form: Form, qtbot: QtBot) -> None:
    kept: list[str] = []
    form.keep_drafts(kept.append)
    name, day = form.field("name").input, form.field("day").input
    assert isinstance(name, TextInput)
    assert isinstance(day, DateEdit)
    type_in(name, "Ūdre")
    qtbot.keyClicks(day, "31")
    assert kept == []
    qtbot.waitUntil(lambda: bool(kept), timeout=20_000)
    assert len(kept) == 1
    assert not form.would_lose()
    again = Form(ENGLISH)
    qtbot.addWidget(again)
    again.add("name", "Name", TextInput())
    again.add("day", "Received on", DateEdit(ENGLISH))
    assert again.keep_drafts(kept.append, kept[0])
    assert again.field("name").input.draft() == "Ūdre"
    assert again.field("day").input.draft() == "31"


def test_a_choice_waits_for_a_draft_that_is_not_offered_yet(qtbot: QtBot) -> None:
    choice = Choice()
    qtbot.addWidget(choice)
    choice.set_draft("7")
    assert choice.value() is None
    choice.offer([(3, "three"), (7, "seven")])
    assert choice.value() == 7
    choice.offer([(7, "seven"), (9, "nine")])
    assert choice.value() == 7


def test_tab_goes_from_field_to_field_in_the_order_they_stand(form: Form, qtbot: QtBot) -> None:
    form.activateWindow()
    form.focus_first()
    order = []
    for _ in range(6):
        held = QApplication.focusWidget()
        order.append(next(name for name in form.values() if form.field(name).input is held))
        qtbot.keyClick(held, Qt.Key.Key_Tab)
    assert order == ["name", "day", "points", "channel", "reason", "compared"]


def test_control_enter_submits(form: Form, qtbot: QtBot) -> None:
    name = form.field("name").input
    assert isinstance(name, TextInput)
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_draft_outlives_the_window_in_the_database(desk: Desk, qtbot: QtBot) -> None:
    desk.jobs.office.sign_in(desk.jobs.office.do(users.hire, users.UserForm("A. Ozola")))

    def opened() -> tuple[TextInput, list[int]]:
        form, begun = Form(ENGLISH), []
        qtbot.addWidget(form)
        name = form.add("name", "Name", TextInput())
        keep_draft(desk.jobs, form, form, "intake", seen=3, shown=begun.append)
        form.show()
        qtbot.waitUntil(lambda: not desk.jobs.busy)
        return name, begun

    first, nothing = opened()
    assert nothing == []
    with qtbot.waitSignal(desk.jobs.idle, timeout=20_000):
        type_in(first, "Ūdre, Žanete")
    again, begun = opened()
    assert again.value() == "Ūdre, Žanete"
    assert begun == [3]
    again.selectAll()
    again.del_()
    with qtbot.waitSignal(desk.jobs.idle, timeout=20_000):
        again.edited.emit()
    third, nothing = opened()
    assert third.value() == ""
    assert nothing == []


def test_a_dialog_is_as_high_as_what_it_says(desk: Desk, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    dialog = FormDialog(desk, "Long", "Save", over)
    for number in range(14):
        dialog.form.add(f"field{number}", f"Field {number}", TextInput(), help_text="what is meant by it")
    dialog.open()
    assert dialog.height() >= dialog.sizeHint().height(), "Qt alone stops at two thirds of the screen"
    dialog.reject()
