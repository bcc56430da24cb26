"""The by-law and the members at the preferences: every rule is set by hand, says what it means, and is kept."""

from datetime import date, timedelta
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from commission_app.rules.legality import SideMinimum
from commission_app.rules.vocabulary.commission import AbstentionPolicy, MemberRole, QuorumBase, RecusalPolicy, Side
from commission_app.rules.vocabulary.person import Sex
from commission_app.services import commissions
from commission_app.services.commissions import CommissionCard, MemberForm
from commission_app.services.office import Office
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.bylaw_dialog import BylawDialog, Part
from commission_app.ui.preferences.commission_dialogs import MemberDialog
from commission_app.ui.preferences.commissions_page import CommissionsPage
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.number_edit import NumberEdit
from tests import make
from tests.ui.desks import press, type_in
from tests.ui.test_preferences import Hands


@pytest.fixture
def hands(desk: Desk, office: Office, qtbot: QtBot) -> Hands:
    """Somebody at the preferences of a college with a commission of five."""
    hands = Hands(desk, office, qtbot)
    make.commission(office)
    return hands


def card(hands: Hands) -> CommissionCard:
    return hands.office.ask(commissions.commissions)[0]


def write(hands: Hands, dialog: BylawDialog, name: str, text: str) -> None:
    """Types a number over what stands in a field."""
    held = cast(NumberEdit, dialog.form.field(name).input)
    assert held.isVisible()
    held.setFocus()
    held.selectAll()
    hands.qtbot.keyClicks(held, text)


def test_every_rule_of_the_by_law_is_set_by_hand_and_says_what_it_means(hands: Hands) -> None:
    page = hands.page(CommissionsPage, "commissions")
    page._ask_bylaw(None)
    dialog = hands.dialog(BylawDialog)
    assert dialog.form.values()["reference_lv"] == "Nolikuma 5. punkts", "a new edition begins with the one before"
    assert "Of 5 members 3 must take part. Of 39 members 20 must take part." in dialog.told.text()
    dialog.form.load({"in_force_from": make.today(hands.office), "recusal_policy": RecusalPolicy.COUNTS_AS_PRESENT})
    dialog.form.edited.emit()
    assert "who is there counts, but does not vote" in dialog.told.text()
    dialog.form.load({"quorum_base": QuorumBase.NOT_RECUSED, "substitute_presides": True})
    dialog.form.edited.emit()
    assert "left out of the count altogether" in dialog.told.text()

    hands.qtbot.mouseClick(dialog.pages.button(Part.VOTE), Qt.MouseButton.LeftButton)
    assert not dialog.form.field("quorum_rule").isVisible()
    dialog.form.load({"majority_strict": False, "abstention_policy": AbstentionPolicy.FORBIDDEN, "secret_ballot": True})
    write(hands, dialog, "majority_numerator", "2")
    write(hands, dialog, "majority_denominator", "3")
    assert "of 5, at least 4 must vote for" in dialog.told.text()

    press(hands.qtbot, dialog.pages.button(Part.VOTE), Qt.Key.Key_Right)
    press(hands.qtbot, dialog.pages.button(Part.COMPOSITION), Qt.Key.Key_Return)
    assert dialog.told.text() == "The commission as it is today meets these rules."
    write(hands, dialog, "practitioner_numerator", "1")
    write(hands, dialog, "practitioner_denominator", "2")
    assert "The commission has 2 representatives of employers, 3 are needed." in dialog.told.text()
    write(hands, dialog, "minimum_each_sex", "1")
    write(hands, dialog, "side_employers", "1")
    dialog.form.load({"field_required": True})

    set_days(hands, dialog)
    hands.press(dialog)
    check_stored(hands, page)


def set_days(hands: Hands, dialog: BylawDialog) -> None:
    """The page of days, where what cannot be is refused; an error of another page is shown on that page."""
    dialog.turn_to(Part.DAYS)
    write(hands, dialog, "freeze_days", "3")
    write(hands, dialog, "written_days", "0")
    hands.press(dialog)
    assert dialog.form.field("written_days").error()
    write(hands, dialog, "written_days", "7")
    assert "Working days on which the agenda is frozen: 3." in dialog.told.text()
    dialog.turn_to(Part.COMPOSITION)
    write(hands, dialog, "side_students", "1x")
    dialog.turn_to(Part.QUORUM)
    hands.press(dialog)
    assert dialog.pages.value() is Part.COMPOSITION and dialog.form.field("side_students").error()
    write(hands, dialog, "side_students", "0")


def check_stored(hands: Hands, page: CommissionsPage) -> None:
    """What was set by hand is kept, listed, and opened again as it was."""
    rules = card(hands).bylaws[-1].rules
    assert rules.side_minimums == (SideMinimum(Side.EMPLOYERS, 1),)
    assert (rules.majority_numerator, rules.majority_denominator, rules.majority_strict) == (2, 3, False)
    assert (rules.practitioner_numerator, rules.practitioner_denominator, rules.minimum_each_sex) == (1, 2, 1)
    assert (rules.quorum_base, rules.recusal_policy) == (QuorumBase.NOT_RECUSED, RecusalPolicy.COUNTS_AS_PRESENT)
    assert rules.abstention_policy is AbstentionPolicy.FORBIDDEN
    assert rules.secret_ballot and rules.substitute_presides and rules.field_required and rules.written_allowed
    assert (rules.convocation_days, rules.freeze_days, rules.written_days) == (5, 3, 7)
    assert len(card(hands).bylaws) == 2, "the edition before stays for the sittings of its time"
    assert "As it is today the commission may not decide." in page._quorum.text()
    assert page.bylaws.texts()[-1][2] == "at least 2/3 of the members taking part"
    page.bylaws.opened.emit(page.bylaws.rows()[-1])
    again = hands.dialog(BylawDialog)
    assert again.rules() == rules, "what is opened again is what was stored"
    again.reject()


def test_a_substitute_with_fields_and_address_stands_in_the_list(hands: Hands) -> None:
    page = hands.page(CommissionsPage, "commissions")
    page._ask_member(None)
    dialog = hands.dialog(MemberDialog)
    assert not dialog.form.field("substitute_for").isVisible()
    type_in(cast(TextInput, dialog.form.field("name").input), "Ilze Ģērmane")
    third = card(hands).members[2]
    dialog.form.load({"role": MemberRole.SUBSTITUTE, "side": Side.EMPLOYERS, "fields": "Datorika, tīkli"})
    dialog.form.edited.emit()
    assert dialog.form.field("substitute_for").isVisible()
    dialog.form.load({"substitute_for": third.id, "sex": Sex.FEMALE, "email": "ilze(at)example"})
    hands.press(dialog)
    assert dialog.form.field("email").error() == "This is no e-mail address: ilze(at)example."
    dialog.form.load({"email": "ilze@example.invalid", "address": "Skolas iela 1"})
    hands.press(dialog)
    line = card(hands).members[-1]
    assert (line.form.role, line.form.substitute_for, line.replaces) == (
        MemberRole.SUBSTITUTE,
        third.id,
        third.form.name,
    )
    assert (line.form.sex, line.form.email, line.form.address) == (Sex.FEMALE, "ilze@example.invalid", "Skolas iela 1")
    cells = page.members.texts()[-1]
    assert cells[:3] == ["Ilze Ģērmane", "substitute: Loceklis Nr. 3", "in office"] and "Datorika, tīkli" in cells
    assert "Of 5 members" in page._quorum.text(), "a substitute has no seat of the own"

    until = make.today(hands.office) + timedelta(days=9)
    ending = MemberForm(third.form.name, term_from=date(2020, 1, 1), term_until=until)
    hands.office.do(commissions.edit_member, third.id, ending)
    page = hands.page(CommissionsPage, "commissions")
    assert any(f"term ends on {hands.desk.language.date(until)}" in cells for cells in page.members.texts())
