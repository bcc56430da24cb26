"""The preferences under the hands of a person: what is typed is stored, what may not be is refused at its field."""

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from commission_app.i18n import LATVIAN
from commission_app.rules.provisions import in_force
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.commission import CommissionKind, QuorumRule, Side
from commission_app.rules.vocabulary.institution import InstitutionKind, OfficeRole, Origin
from commission_app.rules.vocabulary.provision import ProvisionKey
from commission_app.rules.vocabulary.register import Book, NumberMode
from commission_app.services import backups, commissions, institution, provisions, series_lines, users
from commission_app.services.office import Office
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.preferences.appearance_page import AppearancePage
from commission_app.ui.preferences.bylaw_dialog import BylawDialog
from commission_app.ui.preferences.commission_dialogs import CommissionDialog, MemberDialog
from commission_app.ui.preferences.commissions_page import CommissionsPage
from commission_app.ui.preferences.data_page import DataPage
from commission_app.ui.preferences.institution_page import InstitutionPage
from commission_app.ui.preferences.numbers_page import NumbersPage, SeriesDialog
from commission_app.ui.preferences.page import Page
from commission_app.ui.preferences.people_page import PeoplePage, UserDialog
from commission_app.ui.preferences.preferences_screen import PAGES, PreferencesScreen
from commission_app.ui.preferences.restore_dialog import RestoreDialog
from commission_app.ui.preferences.rule_dialog import RuleDialog
from commission_app.ui.preferences.rules_page import RulesPage
from commission_app.ui.preferences.texts_page import TextDialog, TextsPage
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import make
from tests.ui.desks import open_at, quiet

P = TypeVar("P", bound=Page)
D = TypeVar("D", bound=QDialog)


class Hands:
    """Somebody at the preferences."""

    def __init__(self, desk: Desk, office: Office, qtbot: QtBot) -> None:
        self.desk, self.office, self.qtbot = desk, office, qtbot
        desk.jobs.troubled.connect(desk.problems.show)
        make.institution(office)
        self.screen = open_at(PreferencesScreen, desk, qtbot, Place("preferences"))
        self.settle()

    def settle(self) -> None:
        """Waits until nothing is on its way, nor what follows from it."""
        for _ in range(3):
            quiet(self.desk, self.qtbot)
            self.qtbot.wait(5)

    def page(self, kind: type[P], name: str) -> P:
        """Turns to a page."""
        self.screen.turn_to(Place("preferences", None, name))
        self.screen.refresh()
        self.settle()
        page = self.screen.page()
        assert isinstance(page, kind)
        return page

    def dialog(self, kind: type[D]) -> D:
        """The dialog that stands open."""
        return next(one for one in self.screen.findChildren(kind) if one.isVisible())

    def press(self, dialog: FormDialog) -> None:
        """Presses the deed of a dialog."""
        self.qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)
        self.settle()


@pytest.fixture
def hands(desk: Desk, office: Office, qtbot: QtBot) -> Hands:
    """Somebody at the preferences of a college."""
    return Hands(desk, office, qtbot)


def test_every_page_stands_and_says_what_it_is_for(hands: Hands) -> None:
    for name in PAGES:
        hands.page(Page, name)
    assert hands.screen.banner.text() == ""


def test_a_new_name_counts_from_its_day_and_the_old_one_stays(hands: Hands) -> None:
    page = hands.page(InstitutionPage, "institution")
    assert page.form.values()["name_lv"] == "Amatas koledža"
    page.form.load({"name_lv": "Amatas Tehniskā koledža", "kind": InstitutionKind.UNIVERSITY})
    page.form.load({"valid_from": date(2026, 9, 1)})
    page.save()
    hands.settle()
    with_name = hands.office.ask(lambda reading: institution.name_on(reading.session, date(2026, 9, 1)).name_lv)
    before = hands.office.ask(lambda reading: institution.name_on(reading.session, date(2026, 8, 31)).name_lv)
    assert (with_name, before) == ("Amatas Tehniskā koledža", "Amatas koledža")
    card = hands.office.ask(institution.card)
    assert card is not None
    assert card.form.kind is InstitutionKind.UNIVERSITY


def test_an_institution_without_a_name_is_refused_at_the_field(hands: Hands) -> None:
    page = hands.page(InstitutionPage, "institution")
    page.form.load({"name_lv": ""})
    page.save()
    assert page.form.field("name_lv").error()


def test_pictures_are_taken_from_a_day_and_what_is_none_is_refused(hands: Hands, tmp_path: Path) -> None:
    page = hands.page(InstitutionPage, "institution")
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(0)
    picture.save(str(tmp_path / "logo.png"))
    (tmp_path / "logo.txt").write_text("logo", "utf-8")
    page.logo.take(tmp_path / "logo.txt")
    hands.settle()
    assert "logo.txt" in hands.screen.banner.text()
    page.logo.take(tmp_path / "gone.png")
    hands.settle()
    assert "gone.png" in hands.screen.banner.text()
    page.form.load({"name_lv": "Amatas koledža"})
    page.form.field("phone").input.set_value("67000000")
    page.logo.take(tmp_path / "logo.png")
    hands.settle()
    page.save()
    hands.settle()
    page.form.field("valid_from").input.set_value(date(2026, 9, 1))
    page.form.field("electronic").input.set_value(True)
    page.arms.take(tmp_path / "logo.png")
    hands.settle()
    page.save()
    hands.settle()
    card = hands.office.ask(institution.card)
    assert card is not None
    assert card.logo is not None and card.arms is not None
    assert (card.form.phone, card.form.electronic) == ("67000000", True)
    assert [cells[3] for cells in page.table.texts()] == ["coat of arms, logo, signed electronically", "logo"]
    page.table.setCurrentIndex(page.table.model().index(1, 0))
    page.show_sample(LATVIAN)
    hands.settle()
    shown = page.findChild(PaperPreview)
    assert shown is not None and shown._data.startswith(b"%PDF-1.4")
    shown.close()
    page.logo.away.click()
    hands.settle()
    card = hands.office.ask(institution.card)
    assert card is not None and card.logo is None


def test_a_substitute_is_entered_with_the_order(hands: Hands) -> None:
    page = hands.page(PeoplePage, "people")
    page.new()
    dialog = hands.dialog(UserDialog)
    dialog.form.load({"name": "Līga Kalniņa", "role": OfficeRole.CHAIR, "stands_in_for": "Anna Ozola"})
    hands.press(dialog)
    assert dialog.form.field("stands_in_order").error()
    dialog.form.load({"stands_in_order": "1-5/12"})
    hands.press(dialog)
    row = next(row for row in hands.office.ask(users.users) if row.name == "Līga Kalniņa")
    assert (row.role, row.stands_in_order) == (OfficeRole.CHAIR, "1-5/12")
    assert any("stands in for Anna Ozola, order 1-5/12" in cells for cells in page.table.texts())


def test_who_leaves_stays_in_the_list(hands: Hands) -> None:
    page = hands.page(PeoplePage, "people")
    page.table.opened.emit(page.table.rows()[0])
    dialog = hands.dialog(UserDialog)
    dialog.form.load({"active": False})
    hands.press(dialog)
    assert page.table.texts()[0][-1] == "no longer works here"
    assert not hands.office.ask(users.users)


def test_a_commission_gets_its_members_and_says_its_quorum(hands: Hands) -> None:
    page = hands.page(CommissionsPage, "commissions")
    page.new()
    commission = hands.dialog(CommissionDialog)
    commission.form.load({"name_lv": "Eksāmenu komisija", "kind": CommissionKind.EXAMINATION})
    hands.press(commission)
    for name, side in (("Juris Bērziņš", Side.EMPLOYERS), ("Ināra Ļaudaka", Side.TRADE_UNION)):
        page._ask_member(None)
        member = hands.dialog(MemberDialog)
        member.form.load({"name": name, "side": side})
        hands.press(member)
    card = hands.office.ask(commissions.commissions)[0]
    assert card.form.kind is CommissionKind.EXAMINATION
    assert {line.form.side for line in card.members} == {Side.EMPLOYERS, Side.TRADE_UNION}
    assert "No by-law is in force" in page._quorum.text()
    page._ask_bylaw(None)
    bylaw = hands.dialog(BylawDialog)
    assert "Of 39 members 20 must take part." in bylaw.told.text()
    bylaw.form.load({"quorum_rule": QuorumRule.FIXED, "fixed": 0})
    bylaw.form.edited.emit()
    hands.press(bylaw)
    assert bylaw.form.field("fixed").error()
    bylaw.form.load({"quorum_rule": QuorumRule.AT_LEAST_HALF})
    hands.press(bylaw)
    assert page._quorum.text().startswith("Of 2 members 1 must take part.")
    assert "only 2 members in office, 3 are needed" in page._quorum.text()


def test_a_rule_of_ones_own_counts_from_its_day(hands: Hands) -> None:
    page = hands.page(RulesPage, "rules")
    held = next(line for line in page.table.rows() if line.key == ProvisionKey.EVIDENCE_YEARS)
    page.table.opened.emit(held)
    dialog = hands.dialog(RuleDialog)
    dialog.since.set_value(date(2027, 1, 1))
    dialog.number.set_value(0)
    hands.press(dialog)
    assert dialog.form.field("number").error()
    dialog.number.set_value(3)
    hands.press(dialog)
    rules = hands.office.ask(lambda reading: provisions.rules(reading.session))
    found = in_force(rules, ProvisionKey.EVIDENCE_YEARS, Procedure.VOCATIONAL, date(2027, 1, 1))
    assert (found.reading, found.origin) == (3, Origin.OWN)
    before = in_force(rules, ProvisionKey.EVIDENCE_YEARS, Procedure.VOCATIONAL, date(2026, 12, 31))
    assert before.reading == 5


@pytest.mark.parametrize("key", list(ProvisionKey))
def test_every_rule_has_a_field_of_its_kind(hands: Hands, key: ProvisionKey) -> None:
    dialog = RuleDialog(hands.desk, None, hands.screen)
    dialog.form.load({"key": key})
    dialog._fit(None)
    dialog.number.set_value(7)
    dialog.since.set_value(date(2026, 1, 1))
    dialog.submit()
    hands.settle()
    lines = hands.office.ask(provisions.provision_lines)
    assert [line.key for line in lines if line.origin is Origin.OWN] == [key]


def test_a_text_is_worded_in_both_languages(hands: Hands) -> None:
    page = hands.page(TextsPage, "texts")
    page.new()
    dialog = hands.dialog(TextDialog)
    dialog.form.load({"key": "data_notice", "procedure": None, "text_lv": "", "text_en": "Notice"})
    hands.press(dialog)
    assert dialog.form.field("text_lv").error()
    dialog.form.load({"text_lv": "Paziņojums"})
    hands.press(dialog)
    own = [line for line in hands.office.ask(provisions.phrase_lines) if line.origin is Origin.OWN]
    assert [(line.key, line.text_lv, line.text_en) for line in own] == [("data_notice", "Paziņojums", "Notice")]


def test_numbers_are_settled_with_a_live_example(hands: Hands) -> None:
    page = hands.page(NumbersPage, "numbers")
    page._open(page.table.rows()[1])
    dialog = hands.dialog(SeriesDialog)
    assert "L-" in dialog.example()
    dialog.pattern.set_value("LĒM")
    assert "{n}" in dialog.example()
    year = page.table.rows()[1].year
    dialog.pattern.set_value("{year}/{n:03}")
    hands.press(dialog)
    assert dialog.form.field("pattern").error()
    dialog.pattern.set_value("LĒM-{year}-{n}")
    dialog.mode.set_value(NumberMode.TYPED)
    hands.press(dialog)
    line = next(line for line in hands.office.ask(series_lines.lines, year) if line.book is Book.DECISIONS)
    assert (line.pattern, line.mode) == ("LĒM-{year}-{n}", NumberMode.TYPED)


def test_a_book_that_has_begun_says_why_it_stays(hands: Hands) -> None:
    make.commission(hands.office)
    make.case(hands.office, make.standard(hands.office))
    page = hands.page(NumbersPage, "numbers")
    page._open(page.table.rows()[0])
    dialog = hands.dialog(SeriesDialog)
    assert not dialog.deed.isEnabled()
    assert dialog.banner.text()


def test_a_copy_is_made_proved_and_brought_back(hands: Hands, tmp_path: Path) -> None:
    page = hands.page(DataPage, "data")
    folder = tmp_path / "copies"
    folder.mkdir()
    page.back_up_to(folder)
    hands.settle()
    assert hands.office.ask(backups.last_backup) is not None
    hands.office.do(users.hire, users.UserForm("Vēlāk Pieņemtais"))
    page.look_at(next(folder.glob("*.zip")))
    hands.settle()
    dialog = hands.dialog(RestoreDialog)
    assert "Amatas koledža" in [dialog.facts.text("Institution")]
    with hands.qtbot.waitSignal(hands.screen.reopened, timeout=20_000):
        qt_press(hands, dialog)
    assert [row.name for row in hands.office.ask(users.users)] == ["Anna Ozola"]
    assert list((tmp_path / "data").glob("*before-restore*"))


def qt_press(hands: Hands, dialog: RestoreDialog) -> None:
    """Presses the deed of the restoration."""
    hands.qtbot.mouseClick(dialog.deed, Qt.MouseButton.LeftButton)


def test_a_file_that_is_no_copy_is_refused(hands: Hands, tmp_path: Path) -> None:
    page = hands.page(DataPage, "data")
    (tmp_path / "kopija.zip").write_bytes(b"no zip")
    page.look_at(tmp_path / "kopija.zip")
    hands.settle()
    assert "kopija.zip" in hands.screen.banner.text()


def test_integrity_is_told_in_words(hands: Hands) -> None:
    page = hands.page(DataPage, "data")
    page.check()
    hands.settle()
    assert page.result.text().startswith("Everything is as it should be")


def test_where_copies_go_is_stored(hands: Hands, tmp_path: Path) -> None:
    page = hands.page(DataPage, "data")
    page.form.load({"folder": str(tmp_path), "on_exit": True})
    page.save()
    hands.settle()
    card = hands.office.ask(institution.card)
    assert card is not None
    assert (card.backup.folder, card.backup.on_exit) == (str(tmp_path), True)


def test_a_language_and_colours_are_chosen_with_one_press(hands: Hands) -> None:
    page = hands.page(AppearancePage, "appearance")
    with hands.qtbot.waitSignal(hands.screen.settings_chosen) as told:
        page.spoken.button("lv").click()
    assert told.args is not None
    assert told.args[0].language == "lv"
    with hands.qtbot.waitSignal(hands.screen.settings_chosen) as told:
        page.worn.button("dark").click()
    assert told.args is not None
    assert told.args[0].theme == "dark"
