"""A standard written by hand: begun, filled line by line, moved about, reviewed, sent back, followed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from commission_app.rules.vocabulary.standard import EditionState, StandardKind
from commission_app.services import standard_life, standards
from commission_app.services.office import Office
from commission_app.services.standard_forms import NodeKey, NodeKind
from commission_app.services.standards import EditionCard
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.standards.edition_dialogs import BeginDialog, NewEditionDialog, SendBackDialog
from commission_app.ui.standards.standard_screen import StandardScreen
from commission_app.ui.standards.standards_screen import StandardsScreen
from tests import make
from tests.ui.desks import open_at, type_in, went
from tests.ui.test_standards import settle

KEY = Qt.Key


def card(office: Office, key: int) -> EditionCard:
    """The edition as the office has it."""
    return office.ask(standards.card, key)


def content(office: Office, key: int) -> list[tuple[str, list[str]]]:
    """Every unit with the codes of its outcomes."""
    return [(unit.code, [row.code for row in unit.outcomes]) for unit in card(office, key).units]


def fill(screen: StandardScreen, **texts: str) -> None:
    """Types into fields of the form beside the tree."""
    form = screen.content.panel.form
    assert form is not None
    for name, text in texts.items():
        held = form.field(name).input
        assert isinstance(held, QWidget)
        held.setFocus()
        held.selectAll()  # type: ignore[attr-defined]
        type_in(held, text)


def rested(screen: StandardScreen, qtbot: QtBot) -> None:
    """What was done is stored, and shown again as the window does when it hears of it."""
    settle(screen.desk, qtbot)
    screen.refresh()
    settle(screen.desk, qtbot)


@pytest.fixture
def draft(desk: Desk, office: Office, qtbot: QtBot) -> StandardScreen:
    """A standard begun in the library, its page open."""
    make.institution(office)
    desk.jobs.troubled.connect(desk.problems.show)
    library = open_at(StandardsScreen, desk, qtbot, Place("standards"))
    places = went(library)
    library.new()
    dialog = library.findChildren(BeginDialog)[0]
    qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    assert dialog.form.field("code").error(), "what a standard must have is said at its field"
    dialog.form.load({"code": "PS-77", "kind": StandardKind.PROFESSION_STANDARD, "title_lv": "Jumiķis", "lki": 4})
    with qtbot.waitSignal(dialog.stored, timeout=20_000):
        qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    settle(desk, qtbot)
    screen = open_at(StandardScreen, desk, qtbot, places[-1])
    settle(desk, qtbot)
    return screen


def test_a_standard_is_written_line_by_line(draft: StandardScreen, office: Office, qtbot: QtBot) -> None:
    key = draft.place.key
    assert isinstance(key, int)
    draft.content.add(NodeKind.UNIT)
    fill(draft, code="M1", title_lv="Jumta nesošās konstrukcijas")
    draft.save()
    rested(draft, qtbot)
    assert content(office, key) == [("M1", [])]
    draft.content.add(NodeKind.OUTCOME)
    fill(draft, text_lv="aprēķina slodzi")
    draft.content.panel.store(again=True)
    rested(draft, qtbot)
    fill(draft, text_lv="izbūvē spāres")
    draft.save()
    rested(draft, qtbot)
    QGuiApplication.clipboard().setText("pārbauda slīpumu\nnotīra darba vietu")
    qtbot.keyClick(draft.tree, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    rested(draft, qtbot)
    texts = [row.text_lv for row in card(office, key).units[0].outcomes]
    assert texts == ["aprēķina slodzi", "izbūvē spāres", "pārbauda slīpumu", "notīra darba vietu"]
    last = card(office, key).units[0].outcomes[-1]
    assert draft.tree.go_to(NodeKey(NodeKind.OUTCOME, last.id))
    qtbot.keyClick(draft.tree, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    rested(draft, qtbot)
    qtbot.keyClick(draft.tree, KEY.Key_D, Qt.KeyboardModifier.ControlModifier)
    rested(draft, qtbot)
    assert [row.text_lv for row in card(office, key).units[0].outcomes].count("notīra darba vietu") == 2
    qtbot.keyClick(draft.tree, KEY.Key_Delete)
    rested(draft, qtbot)
    texts = [row.text_lv for row in card(office, key).units[0].outcomes]
    assert texts == ["aprēķina slodzi", "izbūvē spāres", "notīra darba vietu", "pārbauda slīpumu"]


def test_what_cannot_stand_is_said_at_its_field_and_keeps_the_keyboard(
    draft: StandardScreen, office: Office, qtbot: QtBot
) -> None:
    key = draft.place.key
    assert isinstance(key, int)
    for code in ("M1", "M2"):
        draft.content.add(NodeKind.UNIT)
        fill(draft, code=code, title_lv=f"Modulis {code}")
        draft.save()
        rested(draft, qtbot)
    fill(draft, code="M1")
    draft.save()
    rested(draft, qtbot)
    form = draft.content.panel.form
    assert form is not None and form.field("code").error(), "a code stands once"
    assert draft.tree.go_to(NodeKey(NodeKind.UNIT, card(office, key).units[0].id))
    rested(draft, qtbot)
    assert draft.tree.current() == NodeKey(NodeKind.UNIT, card(office, key).units[1].id)
    draft.content.panel.take_back()
    assert [unit.code for unit in card(office, key).units] == ["M1", "M2"]


def test_an_edition_goes_to_review_comes_back_is_approved_and_followed(
    draft: StandardScreen, office: Office, qtbot: QtBot
) -> None:
    key = draft.place.key
    assert isinstance(key, int)
    assert card(office, key).acts.approval, "what has no content is not approved, and the button says why"
    draft.content.add(NodeKind.UNIT)
    fill(draft, code="M1", title_lv="Jumts")
    draft.save()
    rested(draft, qtbot)
    draft.content.add(NodeKind.OUTCOME)
    fill(draft, text_lv="liek jumtu")
    draft.save()
    rested(draft, qtbot)
    draft.review()
    rested(draft, qtbot)
    assert draft.state.text() == "in review" and not draft.content.tools.isVisible()
    draft.send_back()
    back = draft.findChildren(SendBackDialog)[-1]
    type_in(back.note, "Trūkst darba aizsardzības.")
    with qtbot.waitSignal(back.stored, timeout=20_000):
        qtbot.mouseClick(back.deed, Qt.MouseButton.LeftButton)
    rested(draft, qtbot)
    assert "Trūkst darba aizsardzības." in draft._why.text() and draft.content.tools.isVisible()
    office.do(standard_life.approve, key, card(office, key).row.version, "NEP lēmums")
    draft.refresh()
    rested(draft, qtbot)
    places = went(draft)
    draft.new()
    dialog_new = draft.findChildren(NewEditionDialog)[-1]
    dialog_new.since.set_value(date(2099, 1, 1))
    dialog_new.label.set_value("2099")
    with qtbot.waitSignal(dialog_new.stored, timeout=20_000):
        qtbot.mouseClick(dialog_new.deed, Qt.MouseButton.LeftButton)
    rested(draft, qtbot)
    successor = places[-1].key
    assert isinstance(successor, int)
    assert content(office, successor) == content(office, key)
    assert card(office, successor).row.state is EditionState.DRAFT
