"""The form at the counter: typed as a person types, kept while one is called away, registered once."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.register import Book, NumberMode
from commission_app.rules.vocabulary.standard import StandardKind
from commission_app.services import cases, delegations, drafts, people, person_matches, series
from commission_app.services.cases import CaseCard
from commission_app.services.delegations import DelegationForm
from commission_app.services.office import Office
from commission_app.ui.cases import intake_screen
from commission_app.ui.cases.intake_screen import IntakeScreen
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.widgets.choice import Choice
from tests import hearings, make
from tests.ui.desks import open_at, quiet, type_in, went


@pytest.fixture
def edition(office: Office) -> int:
    """An office with one approved programme of three courses."""
    make.institution(office)
    make.commission(office)
    return make.standard(office)


@pytest.fixture
def counter(desk: Desk, qtbot: QtBot, edition: int) -> IntakeScreen:
    """The form, opened in the morning, with the procedure chosen."""
    screen = open_at(IntakeScreen, desk, qtbot, Place("intake"))
    choose(screen.form.procedure, Procedure.HIGHER_EDUCATION)
    quiet(desk, qtbot)
    return screen


def choose(choice: Choice, value: object) -> None:
    """Chooses as with the mouse."""
    choice.set_value(value)
    choice.activated.emit(choice.currentIndex())


def type_person(screen: IntakeScreen, serial: int = 0) -> None:
    """Types who stands at the counter."""
    person = make.person(serial)
    type_in(screen.form.person.given, person.given_name)
    type_in(screen.form.person.family, person.family_name)
    type_in(screen.form.person.code, person.personal_code)


def registered(office: Office) -> list[CaseCard]:
    """The cases there are."""
    from commission_app.services import case_list

    return [office.ask(cases.card, key) for key in office.ask(case_list.ids, sort="number")]


def button(screen: QWidget, text: str) -> QPushButton:
    """A button in sight, by its word."""
    return next(one for one in screen.findChildren(QPushButton) if one.text() == text and one.isVisible())


def test_without_an_approved_edition_the_way_leads_to_the_standards(desk: Desk, qtbot: QtBot, office: Office) -> None:
    make.institution(office)
    screen = open_at(IntakeScreen, desk, qtbot, Place("intake"))
    places = went(screen)
    qtbot.mouseClick(button(screen, "Go to the standards"), Qt.MouseButton.LeftButton)
    assert places == [Place("standards")]


def test_nothing_is_chosen_for_the_person_and_what_is_missing_is_said_at_its_field(
    desk: Desk, qtbot: QtBot, office: Office, edition: int
) -> None:
    make.standard(office, make.standard_facts("DST", kind=StandardKind.PROFESSION_STANDARD))
    screen = open_at(IntakeScreen, desk, qtbot, Place("intake"))
    assert screen.form.procedure.value() is None and not screen.form.units.isVisible()
    screen.save()
    assert all(screen.form.field(name).error() for name in ("procedure", "edition_id", "given_name", "family_name"))
    assert not screen.form.field("received_on").error()


def test_an_application_is_registered_with_all_its_facts(
    desk: Desk, qtbot: QtBot, office: Office, counter: IntakeScreen
) -> None:
    type_person(counter)
    type_in(counter.form.fee, "42,5")
    type_in(counter.form.external, "4-2/7")
    counter.form.units.list.item(2).setCheckState(Qt.CheckState.Unchecked)
    qtbot.mouseClick(counter.register, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: counter.received is not None)
    (card,) = registered(office)
    assert card.applicant == "Ģirts Ķēniņš-Āboļš" and card.person.birth_date == make_birth(card)
    assert (card.payment.fee_cents, card.external_number) == (4250, "4-2/7")
    assert [claim.code for claim in card.claims] == ["DatZ1010", "DatZ1020"] and not card.whole_qualification
    assert card.procedure is Procedure.HIGHER_EDUCATION
    quiet(desk, qtbot)
    assert office.ask(drafts.mine) == ()


def make_birth(card: CaseCard) -> date | None:
    """The birth date that the code says."""
    from commission_app.rules.identity import check_personal_code

    return check_personal_code(card.person.personal_code, card.received_on).birth_date


def test_after_registering_the_portfolio_the_receipt_and_the_next_one_are_a_press_away(
    desk: Desk, qtbot: QtBot, office: Office, counter: IntakeScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(intake_screen, "show_paper", lambda _p, _d, _t, data, _n: printed.append(data))
    type_person(counter)
    counter.save()
    qtbot.waitUntil(lambda: counter.received is not None)
    counter.print_paper()
    qtbot.waitUntil(lambda: bool(printed))
    assert printed[0].startswith(b"%PDF")
    places = went(counter)
    qtbot.mouseClick(button(counter, "Add evidence"), Qt.MouseButton.LeftButton)
    assert places == [Place("case", registered(office)[0].id, "portfolio")]
    counter.leave(lambda: None)
    quiet(desk, qtbot)
    assert counter.received is None and counter.form.person.given.value() == ""


def test_a_wrong_code_is_said_at_once_and_a_doubtful_one_asks_why(qtbot: QtBot, counter: IntakeScreen) -> None:
    code = make.code(5)
    type_in(counter.form.person.code, code.replace("-", "")[:-1] + str((int(code[-1]) + 1) % 10))
    assert counter.form.field("personal_code").error()
    reason = counter.form.field("code_override_reason")
    doubtful = reason.isVisible()
    counter.form.person.code.clear()
    type_in(counter.form.person.code, code)
    assert doubtful and not reason.isVisible()
    assert counter.form.person.code.text() == code and counter.form.person.born.value() is not None


def test_somebody_known_appears_while_typing_and_is_taken_up(
    desk: Desk, qtbot: QtBot, office: Office, edition: int, counter: IntakeScreen
) -> None:
    earlier = make.case(office, edition)
    type_in(counter.form.person.given, "Ģirts")
    type_in(counter.form.person.family, "Ķēniņš-Āboļš")
    qtbot.waitUntil(lambda: counter.matches.names() == ["Ģirts Ķēniņš-Āboļš"])
    assert any(earlier.number in one.text() for one in counter.matches.findChildren(QPushButton))
    quiet(desk, qtbot)
    qtbot.wait(1)
    qtbot.mouseClick(button(counter, "Take up as this person"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: counter.form.known_id() is not None)
    assert counter.form.person.code.text() == make.code(0)
    counter.save()
    qtbot.waitUntil(lambda: counter.received is not None)
    first, second = registered(office)
    assert first.person_id == second.person_id


def test_a_code_that_somebody_bears_is_refused_at_its_field(
    desk: Desk, qtbot: QtBot, office: Office, edition: int, counter: IntakeScreen
) -> None:
    make.case(office, edition)
    type_person(counter)
    counter.form.person.family.clear()
    type_in(counter.form.person.family, "Cits")
    told: list[object] = []
    desk.jobs.troubled.connect(lambda owner, trouble: (told.append(trouble), desk.problems.show(owner, trouble)))
    counter.save()
    qtbot.waitUntil(lambda: bool(told))
    assert "Ģirts Ķēniņš-Āboļš" in counter.form.field("personal_code").error()
    assert len(registered(office)) == 1


def test_what_was_typed_stands_there_again_after_the_program_was_closed(
    desk: Desk, qtbot: QtBot, office: Office, counter: IntakeScreen
) -> None:
    type_person(counter, 1)
    counter.form.units.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    left: list[bool] = []
    counter.leave(lambda: left.append(True))
    quiet(desk, qtbot)
    assert left
    again = open_at(IntakeScreen, desk, qtbot, Place("intake"))
    qtbot.waitUntil(lambda: again.form.person.given.value() == "Žanete")
    quiet(desk, qtbot)
    assert again.form.procedure.value() == Procedure.HIGHER_EDUCATION
    assert len(again.form.units.value()) == 2
    again.save()
    qtbot.waitUntil(lambda: again.received is not None)
    assert [claim.code for claim in registered(office)[0].claims] == ["DatZ1020", "DatZ1030"]


def test_an_untouched_form_leaves_no_draft(desk: Desk, qtbot: QtBot, office: Office, edition: int) -> None:
    screen = open_at(IntakeScreen, desk, qtbot, Place("intake"))
    screen.leave(lambda: None)
    quiet(desk, qtbot)
    assert office.ask(drafts.mine) == ()


@pytest.mark.parametrize(("answer", "given"), [(True, ""), (False, "Ģirts")])
def test_the_form_is_emptied_only_when_that_is_meant(
    desk: Desk,
    qtbot: QtBot,
    counter: IntakeScreen,
    monkeypatch: pytest.MonkeyPatch,
    answer: bool,
    given: str,
) -> None:
    asked: Callable[..., bool] = lambda *_: answer  # noqa: E731
    monkeypatch.setattr(intake_screen, "confirm", asked)
    type_person(counter)
    qtbot.mouseClick(counter.clear, Qt.MouseButton.LeftButton)
    quiet(desk, qtbot)
    assert counter.form.person.given.value() == given


def test_a_typed_number_is_asked_for_and_given(desk: Desk, qtbot: QtBot, office: Office, edition: int) -> None:
    year = make.today(office).year
    office.do(series.settle_series, Book.APPLICATIONS, year, "{year}/{n:03}", NumberMode.TYPED)
    screen = open_at(IntakeScreen, desk, qtbot, Place("intake"))
    choose(screen.form.procedure, Procedure.HIGHER_EDUCATION)
    assert screen.form.number.isVisible()
    type_person(screen)
    type_in(screen.form.number, "12-3/77")
    screen.save()
    qtbot.waitUntil(lambda: screen.received is not None)
    assert registered(office)[0].number == "12-3/77"


def test_the_code_of_nobody_is_not_looked_for(office: Office, edition: int) -> None:
    assert office.ask(person_matches.alike, people.PersonForm(given_name="Ģirts")) == ()


def test_what_is_wrong_is_scrolled_into_sight(qtbot: QtBot, counter: IntakeScreen) -> None:
    counter.resize(900, 420)
    type_person(counter)
    counter.form.person.family.clear()
    qtbot.wait(1)
    counter.form.procedure.setFocus()
    qtbot.waitUntil(lambda: not counter.form.procedure.visibleRegion().isEmpty())
    assert counter.form.person.family.visibleRegion().isEmpty()
    counter.save()
    qtbot.waitUntil(lambda: not counter.form.person.family.visibleRegion().isEmpty())


def test_a_qualification_that_is_not_delegated_is_said_before_registering(
    desk: Desk, qtbot: QtBot, edition: int, office: Office
) -> None:
    key = make.standard(office, hearings.vocational_standard())
    standard = next(one for one in office.ask(delegations.standards) if one.code == "PK-4").id
    ended = DelegationForm(standard, "IKVD", "1-5/3", make.LONG_AGO, make.LONG_AGO)
    office.do(delegations.store, None, None, ended)
    screen = open_at(IntakeScreen, desk, qtbot, Place("intake"))
    choose(screen.form.procedure, Procedure.VOCATIONAL)
    choose(screen.form.edition, key)
    quiet(desk, qtbot)
    qtbot.waitUntil(lambda: "PK-4" in screen.form.warned.text())
    screen.form.received.set_value(make.LONG_AGO)
    screen.form.received.edited.emit()
    quiet(desk, qtbot)
    qtbot.waitUntil(lambda: not screen.form.warned.text())
    choose(screen.form.procedure, Procedure.HIGHER_EDUCATION)
    quiet(desk, qtbot)
    assert not screen.form.warned.text() and registered(office) == []
