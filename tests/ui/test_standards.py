"""The library of standards under the hands of a person: found, taken in from a file, approved, retired, searched."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from commission_app.exchange import standard_workbook
from commission_app.exchange.standard_facts import StandardFacts
from commission_app.i18n import ENGLISH, LATVIAN
from commission_app.rules.vocabulary.standard import EditionState
from commission_app.services import standard_files, standard_import, standard_life, standard_list, standards
from commission_app.services.office import Office
from commission_app.ui.columns import Query
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.standards.edition_dialogs import ApproveDialog, RetireDialog
from commission_app.ui.standards.edition_words import FOUND
from commission_app.ui.standards.import_dialog import ImportDialog
from commission_app.ui.standards.standard_screen import StandardScreen
from commission_app.ui.standards.standards_screen import StandardsScreen
from tests import make
from tests.ui.desks import open_at, quiet, type_in


def settle(desk: Desk, qtbot: QtBot) -> None:
    """Waits until nothing is on its way, nor what follows from it."""
    for _ in range(3):
        quiet(desk, qtbot)
        qtbot.wait(5)


@pytest.fixture
def library(desk: Desk, office: Office, qtbot: QtBot) -> StandardsScreen:
    """A library with two standards, one of them used by a case."""
    make.institution(office)
    make.commission(office)
    used = make.standard(office)
    make.standard(office, replace(make.standard_facts("ELE-1"), title_lv="Ēkas elektrotehniķis", title_en="", lki=4))
    make.case(office, used)
    desk.jobs.troubled.connect(desk.problems.show)
    screen = open_at(StandardsScreen, desk, qtbot, Place("standards"))
    settle(desk, qtbot)
    return screen


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[[StandardFacts], Path]:
    """Writes a standard as the workbook somebody would send."""

    def written(facts: StandardFacts) -> Path:
        path = tmp_path / "standarts.xlsx"
        path.write_bytes(standard_workbook.write(facts, LATVIAN))
        return path

    return written


def titles(screen: StandardsScreen) -> list[str]:
    """What the list shows."""
    keys = [screen.list.model.key_at(row) for row in range(screen.list.model.rowCount())]
    return [screen.list.model.texts(screen.list.model.row_of(key))[0] for key in keys if key is not None]


def import_dialog(screen: StandardsScreen) -> ImportDialog:
    """The page of what an import would change."""
    return screen.findChildren(ImportDialog)[-1]


def test_the_library_lists_every_edition_and_opens_one(library: StandardsScreen, qtbot: QtBot) -> None:
    assert titles(library) == ["Computer Science", "Ēkas elektrotehniķis"]
    library.list.focus_first()
    with qtbot.waitSignal(library.go) as went:
        qtbot.keyClick(library.list.table, Qt.Key.Key_Return)
    assert went.args is not None
    assert went.args[0].kind == "standard"


def met_where(library: StandardsScreen) -> str:
    """What the first row says of where the words were met."""
    at = [column.key for column in library.list.model.columns].index(FOUND)
    return str(library.list.model.index(0, at).data() or "")


def test_words_and_chips_narrow_the_library(library: StandardsScreen, desk: Desk, qtbot: QtBot) -> None:
    library.list.show_query(Query(words="elektro"))
    settle(desk, qtbot)
    assert titles(library) == ["Ēkas elektrotehniķis"]
    library.list.show_query(Query(words="tīklu"))
    settle(desk, qtbot)
    assert "designs a network" in met_where(library)
    library.refresh()
    settle(desk, qtbot)
    assert "designs a network" in met_where(library), "where the words were met stands there after a refresh too"
    library.list.show_query(Query(filters={"state": EditionState.DRAFT.value}))
    settle(desk, qtbot)
    assert titles(library) == []


def test_a_use_is_marked_with_a_lock(library: StandardsScreen) -> None:
    rows = [library.list.model.texts(library.list.model.row_of(library.list.model.key_at(at) or 0)) for at in (0, 1)]
    assert [row[-1] for row in rows] == ["1 case", ""]


@pytest.mark.parametrize("sort", ["title", "code", "kind", "label", "state", "lki", "units", "outcomes"])
def test_count_equals_list_in_every_order(library: StandardsScreen, office: Office, sort: str) -> None:
    first = office.ask(standard_list.page, sort=sort, descending=True, limit=1)
    second = office.ask(standard_list.page, sort=sort, descending=True, after=first.cursor, limit=5)
    keys = tuple(row.id for row in (*first.rows, *second.rows))
    assert keys == office.ask(standard_list.ids, sort=sort, descending=True)
    assert second.cursor is None


def test_a_new_edition_is_previewed_then_taken_in(
    library: StandardsScreen, desk: Desk, office: Office, qtbot: QtBot, workbook: Callable[[StandardFacts], Path]
) -> None:
    library.take_file(workbook(replace(make.standard_facts(units=4), edition_label="2027")))
    settle(desk, qtbot)
    dialog = import_dialog(library)
    said = dialog.said()
    assert "A new edition of a standard that is in the library" in said
    assert "4 units" in said
    assert not [row for row in office.ask(standards.editions) if row.label == "2027"]
    with qtbot.waitSignal(library.go):
        qtbot.mouseClick(dialog.draft, Qt.MouseButton.LeftButton)
    taken = next(row for row in office.ask(standards.editions) if row.label == "2027")
    assert (taken.state, taken.units) == (EditionState.DRAFT, 4)


def test_taking_in_and_approving_is_one_press(
    library: StandardsScreen, desk: Desk, office: Office, qtbot: QtBot, workbook: Callable[[StandardFacts], Path]
) -> None:
    library.take_file(workbook(make.standard_facts("NEW-1")))
    settle(desk, qtbot)
    with qtbot.waitSignal(library.go):
        qtbot.mouseClick(import_dialog(library).approve, Qt.MouseButton.LeftButton)
    states = {row.code: row.state for row in office.ask(standards.editions)}
    assert states["NEW-1"] is EditionState.APPROVED


def test_the_same_file_again_changes_nothing(
    library: StandardsScreen, desk: Desk, qtbot: QtBot, workbook: Callable[[StandardFacts], Path]
) -> None:
    library.take_file(workbook(make.standard_facts()))
    settle(desk, qtbot)
    dialog = import_dialog(library)
    assert "nothing would change" in dialog.said()
    assert dialog.approve.isHidden()
    assert dialog.draft.isHidden()
    dialog.reject()


def test_a_file_that_is_no_standard_is_refused_in_words(
    library: StandardsScreen, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "vēstule.txt"
    path.write_text("labdien", "utf-8")
    library.take_file(path)
    settle(desk, qtbot)
    assert "vēstule.txt" in library.banner.text()
    assert not library.findChildren(ImportDialog)


def test_a_used_edition_is_not_changed(
    library: StandardsScreen, desk: Desk, qtbot: QtBot, workbook: Callable[[StandardFacts], Path]
) -> None:
    library.take_file(workbook(make.standard_facts(units=5)))
    settle(desk, qtbot)
    dialog = import_dialog(library)
    assert "2024" in dialog.banner.text()
    assert not dialog.approve.isEnabled()
    dialog.reject()


def test_a_locked_edition_gets_a_successor(
    library: StandardsScreen, desk: Desk, office: Office, qtbot: QtBot, workbook: Callable[[StandardFacts], Path]
) -> None:
    library.take_file(workbook(make.standard_facts(units=5)))
    settle(desk, qtbot)
    dialog = import_dialog(library)
    label = dialog.as_new.text().rsplit(" ", 1)[-1]
    qtbot.mouseClick(dialog.as_new, Qt.MouseButton.LeftButton)
    settle(desk, qtbot)
    assert dialog.approve.isEnabled()
    assert not dialog.as_new.isVisible()
    qtbot.mouseClick(dialog.draft, Qt.MouseButton.LeftButton)
    settle(desk, qtbot)
    rows = {row.label: row.units for row in office.ask(standards.editions) if row.units in (5, 3, 2)}
    assert rows[label] == 5


@pytest.mark.parametrize("form", standard_files.StandardFormat)
def test_each_format_comes_back_and_changes_nothing(
    library: StandardsScreen, office: Office, form: standard_files.StandardFormat
) -> None:
    for row in office.ask(standards.editions):
        data = office.ask(standard_files.exported, row.id, form, LATVIAN)
        seen = office.ask(standard_import.preview, standard_files.read(data, "x", "lv"))
        assert seen.unchanged
        assert not any(change.any_change() for change in seen.changes)
        assert office.do(standard_import.take_in, standard_files.read(data, "x", "lv")) == row.id


def test_the_empty_form_is_saved_and_reads_as_a_form(
    library: StandardsScreen, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "form.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    button = next(one for one in library.findChildren(QPushButton) if one.text() == "Empty form …")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(desk, qtbot)
    assert path.read_bytes()[:2] == b"PK"


@pytest.fixture
def edition(desk: Desk, office: Office, qtbot: QtBot) -> StandardScreen:
    """The page of a draft edition."""
    make.institution(office)
    desk.jobs.troubled.connect(desk.problems.show)
    key = office.do(standard_import.take_in, make.standard_facts())
    screen = open_at(StandardScreen, desk, qtbot, Place("standard", key))
    settle(desk, qtbot)
    return screen


def test_a_draft_is_approved_with_the_one_prominent_button(
    edition: StandardScreen, desk: Desk, office: Office, qtbot: QtBot
) -> None:
    assert edition.state.text() == "draft"
    qtbot.mouseClick(edition.acts.button, Qt.MouseButton.LeftButton)
    dialog = edition.findChildren(ApproveDialog)[0]
    type_in(dialog.reason, "NEP 12.03.2026., prot. Nr. 3")
    with qtbot.waitSignal(dialog.stored):
        qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    settle(desk, qtbot)
    assert edition.state.text() == "approved"
    assert office.ask(standards.editions)[0].state is EditionState.APPROVED
    assert edition.acts.button.text() == "New edition …"
    edition.show_view("history")
    settle(desk, qtbot)
    told = edition.history.topLevelItem(0)
    assert told is not None
    assert told.text(1) == "Edition approved"
    assert "NEP 12.03.2026., prot. Nr. 3" in told.child(told.childCount() - 1).text(1)


def test_an_edition_does_not_end_before_it_begins(
    edition: StandardScreen, desk: Desk, office: Office, qtbot: QtBot
) -> None:
    office.do(standard_life.approve, edition.place.key, office.ask(standards.editions)[0].version)
    settle(desk, qtbot)
    edition.refresh()
    settle(desk, qtbot)
    edition.retire()
    dialog = edition.findChildren(RetireDialog)[0]
    dialog.until.set_value(date(2018, 1, 1))
    qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    settle(desk, qtbot)
    assert dialog.form.field("until").error()
    dialog.until.set_value(date(2026, 8, 31))
    with qtbot.waitSignal(dialog.stored):
        qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    settle(desk, qtbot)
    assert office.ask(standards.editions)[0].state is EditionState.RETIRED
    assert edition.state.text() == "no longer in force"


def test_the_search_inside_an_edition_shows_what_holds_the_words(edition: StandardScreen, qtbot: QtBot) -> None:
    qtbot.keyClicks(edition.words, "network z1010.2")
    assert edition.tree.lines() == ["DatZ1010  Course No. 1", "DatZ1010.2  designs a network, part 2"]
    edition.words.clear()
    assert [line for line in edition.tree.lines() if "part 1" in line]


def test_an_export_is_read_back_the_same(edition: StandardScreen, office: Office) -> None:
    assert isinstance(edition.place.key, int)
    data = office.ask(standard_files.workbook, edition.place.key, ENGLISH)
    assert standard_files.read(data, "x.xlsx") == office.ask(standards.facts, edition.place.key)
