"""Before the sitting in the window: conflicts looked at, members called, replies, statements, guests."""

import email
from datetime import timedelta
from email.policy import default
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from commission_app.models.commission import Member
from commission_app.rules.vocabulary.conflict import ConflictKind
from commission_app.rules.vocabulary.institution import OfficeRole
from commission_app.rules.vocabulary.sitting import ItemState, ReplyAnswer, SittingForm
from commission_app.services import commissions, conflicts, convocations, guests, member_statements, sittings, users
from commission_app.services.commissions import MemberForm
from commission_app.services.users import UserForm
from commission_app.store.work import Work
from commission_app.ui.cases.case_acts import radar
from commission_app.ui.cases.case_screen import CaseScreen
from commission_app.ui.places import Place
from commission_app.ui.preferences.commission_dialogs import MemberDialog
from commission_app.ui.sittings.convocation_dialog import ConvocationDialog
from commission_app.ui.sittings.guests_dialog import GuestsDialog
from commission_app.ui.sittings.plan_sitting_dialog import PlanSittingDialog
from commission_app.ui.sittings.replies_dialog import RepliesDialog
from commission_app.ui.sittings.sitting_dialogs import AddCasesDialog, TakeOffDialog
from commission_app.ui.sittings.sitting_screen import SittingScreen
from commission_app.ui.sittings.statements_dialog import StatementsDialog
from commission_app.ui.today.today_screen import TodayScreen
from commission_app.ui.widgets.conflict_dialog import ConflictDialog
from commission_app.ui.widgets.conflict_forms import DeclareDialog, LookedDialog, WithdrawDialog
from commission_app.ui.widgets.paper_preview import PaperPreview
from tests import make
from tests.ui.desks import type_in
from tests.ui.hall import Hall, W, hall

__all__ = ["hall"]

LEFT = Qt.MouseButton.LeftButton


def write_to(work: Work, member_id: int, address: str) -> None:
    """A member's e-mail address becomes known."""
    work.get(Member, member_id).email = address


def ahead(hall: Hall) -> SittingScreen:
    """The page of a sitting in three weeks with two cases; two members bear surnames of the applicants."""
    office, facts = hall.house.office, hall.house.facts
    office.do(commissions.edit_member, facts.members[2], MemberForm("Ilze Ķēniņa-Egle", term_from=make.LONG_AGO))
    office.do(commissions.edit_member, facts.members[3], MemberForm("Juris Žņaugs", term_from=make.LONG_AGO))
    office.do(write_to, facts.members[0], "priekssedetajs@example.invalid")
    day = make.today(office) + timedelta(days=21)
    key = office.do(sittings.plan, facts.commission, day, "14:00", "101. telpa", SittingForm.REMOTE)
    office.do(sittings.put_all_on_agenda, key, (facts.met, facts.one_not_met))
    office.do(sittings.take_off, office.do(sittings.put_on_agenda, key, facts.also_met))
    return cast("SittingScreen", hall.open("sitting", key))


def lead(hall: Hall, screen: SittingScreen, name: str, kind: type[W]) -> W:
    """The dialog behind a link of the strip."""
    screen.before.linkActivated.emit(name)
    return hall.dialog(screen.before, kind)


def press(hall: Hall, dialog: QDialog, button: object) -> None:
    hall.bot.mouseClick(button, LEFT)
    hall.wait()


def check_conflicts(hall: Hall, screen: SittingScreen) -> None:
    """Hints are looked at one by one: one is none, one becomes a declaration, which is withdrawn and made again."""
    facts = hall.house.facts
    egle, znaugs = facts.members[2], facts.members[3]
    assert screen.before.texts()["conflicts"] == "conflicts of interest: 2 to look at"
    dialog = lead(hall, screen, "conflicts", ConflictDialog)
    assert dialog.told.text() == "2 hints wait to be looked at."
    assert "Perhaps: The applicant bears the same surname: Ķēniņš-Āboļš." in dialog.texts()
    press(hall, dialog, dialog.deeds[facts.met, egle, "No conflict, because …"])
    looked = hall.dialog(dialog, LookedDialog)
    press(hall, looked, looked.deed)
    assert looked.form.field("reason").error(), "a reason is asked for at its field"
    type_in(looked.reason, "Nav radinieki, tikai uzvārds.")
    press(hall, looked, looked.deed)
    assert "No conflict of interest: Nav radinieki, tikai uzvārds." in dialog.texts()
    press(hall, dialog, dialog.deeds[facts.one_not_met, znaugs, "Takes no part …"])
    declared = hall.dialog(dialog, DeclareDialog)
    assert declared.kind.value() is ConflictKind.RELATIVE and "Žņaugs" in declared.text.value()
    press(hall, declared, declared.deed)
    assert dialog.told.text() == "Nothing waits to be looked at."
    press(hall, dialog, dialog.deeds[facts.one_not_met, znaugs, "Withdraw …"])
    withdrawn = hall.dialog(dialog, WithdrawDialog)
    hall.bot.keyClicks(withdrawn.reason, "Kluda")
    press(hall, withdrawn, withdrawn.deed)
    assert dialog.told.text() == "1 hint waits to be looked at."
    press(hall, dialog, dialog.declare)
    again = hall.dialog(dialog, DeclareDialog)
    again.case.set_value(facts.one_not_met)
    again.member.set_value(znaugs)
    again.kind.set_value(ConflictKind.FINANCIAL)
    hall.bot.keyClicks(again.text, "Parada saistibas")
    press(hall, again, again.deed)
    dialog.close()
    hall.wait()
    assert screen.before.texts()["conflicts"] == "conflicts of interest: nothing to look at"
    item = hall.house.office.ask(sittings.sitting_card, screen.sitting_id, screen.card.agenda[1].item_id).item
    assert item is not None and [line.name for line in item.roll if line.recused] == ["Juris Žņaugs"]


def check_convocation(hall: Hall, screen: SittingScreen, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Letters are looked at, the draft and the calendar are saved, the day is kept, the agenda is frozen."""
    screen.edit()
    plan = hall.dialog(screen, PlanSittingDialog)
    hall.bot.keyClicks(plan.link, "https://sede.example.invalid/1")
    press(hall, plan, plan.deed)
    dialog = lead(hall, screen, "convocation", ConvocationDialog)
    assert dialog.told.text() == "The members are not called yet."
    assert "Without an e-mail address" in dialog.warnings.text() and "no link" not in dialog.warnings.text()
    dialog.letters.menu().actions()[0].trigger()
    hall.wait()
    preview = next(one for one in dialog.findChildren(PaperPreview) if one.isVisible())
    preview.close()
    to_one_member(hall, dialog, monkeypatch, folder)
    for button, ending in ((dialog.mail, ".eml"), (dialog.calendar, ".ics")):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, e=ending: (str(folder / f"sede{e}"), ""))
        press(hall, dialog, button)
    mail = email.message_from_bytes((folder / "sede.eml").read_bytes(), policy=default)
    assert mail["X-Unsent"] == "1" and "priekssedetajs@example.invalid" in mail["To"]
    assert b"https://sede.example.invalid/1" in (folder / "sede.ics").read_bytes()
    press(hall, dialog, dialog.freeze)
    assert "frozen" in dialog.kept.text() and not dialog.freeze.isVisible()
    press(hall, dialog, dialog.deed)
    assert screen.before.texts()["convocation"].startswith("members called on")


def to_one_member(hall: Hall, dialog: ConvocationDialog, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """With one member ticked the letter and the draft are for that member alone; then for all again."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(folder / "one.eml"), ""))
    at = next(row for row in range(dialog.only.count()) if "no e-mail address" in dialog.only.item(row).text())
    dialog.only.item(at).setCheckState(Qt.CheckState.Checked)
    press(hall, dialog, dialog.mail)
    assert "No member has an e-mail address." in dialog.banner.text() and not (folder / "one.eml").exists()
    dialog.only.set_value(())
    dialog.only.item(0).setCheckState(Qt.CheckState.Checked)
    press(hall, dialog, dialog.mail)
    assert (folder / "one.eml").exists()
    dialog.letters.menu().actions()[0].trigger()
    hall.wait()
    preview = next(one for one in dialog.findChildren(PaperPreview) if one.isVisible())
    preview.close()
    dialog.only.set_value(())


def check_replies(hall: Hall, screen: SittingScreen) -> None:
    """The answers come in; an excuse needs its reason; the quorum to be expected is said."""
    assert screen.before.texts()["replies"] == "quorum not ensured yet: 0 of 5 confirmed, 3 needed"
    dialog = lead(hall, screen, "replies", RepliesDialog)
    for _ in range(3):
        dialog.given.set_value(ReplyAnswer.COMING)
        press(hall, dialog, dialog.deed)
    assert dialog.table.currentIndex().row() == 3, "the next silent member is shown"
    dialog.given.set_value(ReplyAnswer.EXCUSED)
    press(hall, dialog, dialog.deed)
    assert dialog.form.field("reason").error() == "Say why Juris Žņaugs is excused."
    hall.bot.keyClicks(dialog.reason, "Slimiba")
    press(hall, dialog, dialog.deed)
    assert dialog.told.text() == "Quorum ensured: 3 of 5 confirmed"
    dialog.close()
    hall.wait()
    assert screen.before.texts()["replies"] == "quorum ensured: 3 of 5 confirmed"
    today = cast("TodayScreen", hall.open("today"))
    assert "quorum ensured: 3 of 5 confirmed" in today.groups["sittings"].row(0).accessibleDescription()


def check_statements(hall: Hall, screen: SittingScreen) -> None:
    """One signature is entered and taken back, then all that are missing at once."""
    assert screen.before.texts()["statements"] == "statements: 10 missing"
    dialog = lead(hall, screen, "statements", StatementsDialog)
    press(hall, dialog, dialog.deed)
    assert dialog.told.text() == "9 signatures are missing."
    press(hall, dialog, dialog.back)
    press(hall, dialog, dialog.all)
    assert dialog.told.text() == "5 signatures are missing." and not dialog.all.isEnabled()
    dialog.printed.menu().actions()[0].trigger()
    hall.wait()
    next(one for one in dialog.findChildren(PaperPreview) if one.isVisible()).close()
    dialog.close()
    signed = hall.house.office.ask(member_statements.of_sitting, screen.sitting_id)
    assert all(line.no_conflict and not line.confidentiality for line in signed)


def check_guests(hall: Hall, screen: SittingScreen) -> None:
    """A guest is entered, gets the hours, and another is taken off again."""
    dialog = lead(hall, screen, "guests", GuestsDialog)
    for name in ("Eksperte", "Lieks"):
        hall.bot.keyClicks(dialog.name, name)
        press(hall, dialog, dialog.deed)
    dialog.go_to(1)
    press(hall, dialog, dialog.off)
    dialog.go_to(0)
    hall.bot.keyClicks(dialog.arrived, "1405")
    dialog.item.set_value(screen.card.agenda[0].item_id)
    press(hall, dialog, dialog.deed)
    dialog.close()
    (line,) = hall.house.office.ask(guests.of_sitting, screen.sitting_id)
    assert (line.form.name, f"{line.form.arrived:%H:%M}") == ("Eksperte", "14:05") and line.case_number


def check_frozen(hall: Hall, screen: SittingScreen) -> None:
    """Of a frozen agenda an item is taken off, and a case added, only with a reason."""
    screen.agenda.items.setCurrentRow(0)
    hall.wait()
    hall.bot.keyClick(screen.agenda.items, Qt.Key.Key_Delete)
    off = hall.dialog(screen, TakeOffDialog)
    hall.bot.keyClicks(off.reason, "Papildina")
    press(hall, off, off.deed)
    screen.new()
    add = hall.dialog(screen, AddCasesDialog)
    assert add.form.field("reason").isVisible()
    press(hall, add, add.deed)
    assert add.form.field("reason").error()
    hall.bot.keyClicks(add.reason, "Termins")
    press(hall, add, add.deed)
    lines = hall.house.office.ask(sittings.sitting_card, screen.sitting_id).agenda
    assert (lines[0].state, lines[0].reason) == (ItemState.POSTPONED, "Papildina")
    assert [line.position for line in lines] == [1, 2, 3]


def test_everything_before_the_sitting_is_done_in_the_window(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    screen = ahead(hall)
    check_conflicts(hall, screen)
    check_convocation(hall, screen, monkeypatch, tmp_path)
    check_replies(hall, screen)
    check_statements(hall, screen)
    check_guests(hall, screen)
    check_frozen(hall, screen)
    card = hall.house.office.ask(convocations.card, screen.sitting_id)
    assert card.frozen and card.convoked_on is not None and card.expectation.enough


def test_who_has_a_conflict_is_told_so_in_place_of_the_case(hall: Hall) -> None:
    office, facts = hall.house.office, hall.house.facts
    office.do(commissions.edit_member, facts.members[0], MemberForm("Ilze Asne", term_from=make.LONG_AGO))
    user = office.do(users.hire, UserForm("Ilze Asne", OfficeRole.ASSESSOR))
    key = office.do(sittings.plan, facts.commission, make.today(office))
    office.do(sittings.put_on_agenda, key, facts.met)
    office.do(conflicts.declare, facts.members[0], facts.met, ConflictKind.RELATIVE, "Māsa.")
    office.sign_in(user)
    screen = cast("SittingScreen", hall.open("sitting", key))
    assert screen.empty.isVisible() and "Ilze Asne has a conflict of interest" in screen.empty.text()
    assert not screen.right.isVisible()
    page = cast("CaseScreen", hall.open("case", facts.met))
    for tab in ("portfolio", "matrix"):
        page.banner.hide()
        page.turn_to(Place("case", facts.met, tab))
        hall.wait()
        assert "Ilze Asne has a conflict of interest" in page.banner.text() and page.banner.isVisible(), tab


def test_the_radar_turns_on_the_case_page_before_any_sitting(hall: Hall) -> None:
    office, facts = hall.house.office, hall.house.facts
    office.do(commissions.edit_member, facts.members[2], MemberForm("Ilze Ķēniņa-Egle", term_from=make.LONG_AGO))
    page = cast("CaseScreen", hall.open("case", facts.met))
    radar(page.desk, facts.met, page).doing()
    dialog = hall.dialog(page, ConflictDialog)
    assert dialog.texts() == ["Perhaps: The applicant bears the same surname: Ķēniņš-Āboļš."]
    dialog.close()
    hall.wait()


def test_a_member_is_bound_to_who_works_in_the_program(hall: Hall) -> None:
    office, facts = hall.house.office, hall.house.facts
    user = office.do(users.hire, UserForm("Ilze Asne", OfficeRole.ASSESSOR))
    page = hall.open("sittings")
    for bound in (user, None):
        card = office.ask(commissions.card, facts.commission)
        line = next(one for one in card.members if one.id == facts.members[0])
        dialog = MemberDialog(hall.desk, card, line, page)
        dialog.open()
        hall.wait()
        assert dialog.user.value() == line.form.user_uid
        dialog.user.set_value(bound)
        press(hall, dialog, dialog.deed)
        line = next(one for one in office.ask(commissions.card, facts.commission).members if one.id == line.id)
        assert line.form.user_uid == bound
