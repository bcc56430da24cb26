"""Members from a file at the preferences: the list goes out empty, comes back filled in, and is taken in as one act."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from commission_app.services import commissions
from commission_app.services.office import Office
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.commissions_page import CommissionsPage
from commission_app.ui.preferences.members_file_dialog import MembersFileDialog
from tests import make
from tests.exchange.test_member_list import annex
from tests.services.test_member_lists import row
from tests.ui.desks import press
from tests.ui.test_preferences import Hands

HEADS = (
    "Vārds, uzvārds",
    "Loma",
    "Aizvieto",
    "Pārstāv",
    "E-pasts",
    "Pilnvaras no",
    "Pilnvaras līdz",
    "Rīkojums",
    "Piezīme",
)


def opened(hands: Hands, page: CommissionsPage, path: Path | None = None) -> MembersFileDialog:
    """The dialog, with a file looked over."""
    page.take_members()
    dialog = hands.dialog(MembersFileDialog)
    if path is not None:
        dialog.open_path(path)
        hands.settle()
    return dialog


def test_a_list_is_saved_filled_in_looked_over_and_taken_in(
    desk: Desk, office: Office, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands(desk, office, qtbot)
    key = make.commission(office)
    page = hands.page(CommissionsPage, "commissions")
    dialog = opened(hands, page)
    for button, name in ((dialog.empty, "empty.xlsx"), (dialog.present, "present.xlsx")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=name: (str(tmp_path / name), ""))
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        hands.settle()
        assert dialog.banner.text() == f"Saved as {name}."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert load_workbook(tmp_path / "present.xlsx")["Members"]["A6"].value == "Loceklis Nr. 5"

    dialog = opened(hands, page, tmp_path / "present.xlsx")
    assert [line[1] for line in dialog.rows.texts()] == ["there already"] * 5
    assert not dialog.deed.isEnabled() and dialog.why.text() == "Everybody in the list is in the commission already: 5."
    assert not dialog.order.isVisible(), "the order is the commission's own"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    hands.settle()

    rows = [row("Anna Kalniņa", "loceklis"), row("Ilze Liepa", "aizvietotāja", "Loceklis Nr. 3"), row("Zane Zīle", "?")]
    (tmp_path / "saraksts.xlsx").write_bytes(annex(*rows, row("Nevajadzīga Persona"), heads=HEADS))
    dialog = opened(hands, page, tmp_path / "saraksts.xlsx")
    match_by_hand(hands, dialog)
    dialog.rows.selectRow(3)
    press(qtbot, dialog.rows, Qt.Key.Key_Space)
    assert dialog.rows.texts()[3][1] == "left out" and dialog.deed.text() == "Take in 2 members"
    dialog.order.click()
    qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
    hands.settle()
    card = office.ask(commissions.card, key)
    assert [line.form.name for line in card.members][-2:] == ["Anna Kalniņa", "Ilze Liepa"] and len(card.members) == 7
    assert card.members[-1].replaces == "Loceklis Nr. 3" and card.form.order_number == "1-7/12"
    assert "Ilze Liepa" in [line[0] for line in page.members.texts()]


def match_by_hand(hands: Hands, dialog: MembersFileDialog) -> None:
    """Without the name nothing is offered; a column that is not wanted is left out."""
    assert dialog.told.text() == "3 new members · 1 row has errors"
    assert dialog.not_taken.text() == "Columns that are not taken: Piezīme"
    assert "row 4, column “Loma”: “?” cannot be read." in dialog.remarks.item(0).text()
    mail = next(one for one in dialog.columns.choices if one.value() == "E-pasts")
    name = dialog.columns.choices[0]
    name.set_value(None)
    name.edited.emit()
    hands.settle()
    assert "no column says the name" in dialog.banner.text() and not dialog.deed.isEnabled() and not dialog.rows.texts()
    name.set_value("Vārds, uzvārds")
    mail.set_value(None)
    mail.edited.emit()
    hands.settle()
    assert dialog.not_taken.text() == "Columns that are not taken: E-pasts, Piezīme"
    assert dialog.order.isVisible() and not dialog.order.value(), "the commission has an order of its own"
