"""Asks who measures a case, a member of its commission or somebody else, and whose an assessor's sheet is."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from commission_app.rules.vocabulary.commission import Side
from commission_app.services import assessor_load, scoring, users
from commission_app.services.assessor_load import SeatHolder, Suggestion
from commission_app.services.commissions import MemberForm
from commission_app.services.scoring import AssessorForm
from commission_app.services.users import UserRow
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput


class SeatDialog(FormDialog):
    """A member chosen fills the name and the side; another person is typed."""

    def __init__(self, desk: Desk, case_id: int, commission_id: int | None, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Add an assessor"), say("Add the assessor"), parent)
        self._case_id = case_id
        self.member = self.form.add("member", say("Member of the commission"), Choice())
        self.name = self.form.add("name", say("Name and surname"), TextInput(), required=True)
        self.side = self.form.add("side", say("Represents"), Choice().offer_words(desk.language, Side))
        self.side.set_value(Side.SCHOOL)
        self.user = self.form.add("user_uid", say("Works in the program as"), Choice())
        self.user.offer((), empty=say("nobody: the sheet is entered from paper"))
        desk.jobs.ask(self, users.users).then(lambda rows: _offer_users(desk, self.user, rows))
        self.member.offer((), empty=say("Another person"))
        self.member.currentIndexChanged.connect(lambda _: self._chosen())
        if commission_id is not None:
            desk.jobs.ask(self, assessor_load.suggestions, case_id).then(self._offer)

    def submit(self) -> None:
        """Gives the assessor a seat."""
        form, side = self.member.value(), self.side.value()
        uid = self._members.get(form) if isinstance(form, MemberForm) else None
        asked = AssessorForm(
            self.name.value(), side if isinstance(side, Side) else Side.SCHOOL, uid, _uid(self.user.value())
        )
        self.act(self.desk.jobs.do(self, scoring.seat, self._case_id, asked))

    def _offer(self, offered: tuple[Suggestion, ...]) -> None:
        self._members = {one.form: one.uid for one in offered}
        self.member.offer(
            ((one.form, self._said(one)) for one in offered), empty=self.desk.language.say("Another person")
        )

    def _said(self, one: Suggestion) -> str:
        """The name with the load, and a hint to look for a conflict of interest."""
        say = self.desk.language.say
        said = say("{name} · cases being scored: {n}", name=one.form.name, n=one.open_cases)
        return say("{member} · may be a relative", member=said) if one.may_conflict else said

    def _chosen(self) -> None:
        form = self.member.value()
        if isinstance(form, MemberForm):
            self.name.set_value(form.name)
            self.side.set_value(form.side)


class SheetOwnerDialog(FormDialog):
    """Binds an assessor's sheet to somebody who works in the program, or leaves it to paper."""

    def __init__(self, desk: Desk, case_id: int, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Whose sheet"), say("Store"), parent)
        self._holders: dict[int, SeatHolder] = {}
        self.assessor = self.form.add("assessor_id", say("Assessor"), Choice())
        self.user = self.form.add("user_uid", say("Works in the program as"), Choice())
        self.assessor.currentIndexChanged.connect(lambda _: self._chosen())
        self.deed.setEnabled(False)
        desk.jobs.ask(self, users.users).then(self._offer_users)
        desk.jobs.ask(self, assessor_load.holders, case_id).then(self._offer)

    def submit(self) -> None:
        """Binds the sheet."""
        key = self.assessor.value()
        if isinstance(key, int):
            self.act(self.desk.jobs.do(self, scoring.bind, key, _uid(self.user.value())))

    def _offer_users(self, rows: tuple[UserRow, ...]) -> None:
        _offer_users(self.desk, self.user, rows)
        self._chosen()

    def _offer(self, holders: tuple[SeatHolder, ...]) -> None:
        self._holders = {one.id: one for one in holders}
        empty = None if holders else self.language.say("Nobody measures this case yet.")
        self.assessor.offer(((one.id, one.name) for one in holders), empty=empty)
        self.deed.setEnabled(bool(holders))
        self._chosen()

    def _chosen(self) -> None:
        key = self.assessor.value()
        if isinstance(key, int):
            self.user.set_value(self._holders[key].user_uid)


def _offer_users(desk: Desk, choice: Choice, rows: Iterable[UserRow]) -> None:
    held = choice.value()
    choice.offer(
        ((row.uid, row.name) for row in rows), empty=desk.language.say("nobody: the sheet is entered from paper")
    )
    choice.set_value(held)


def _uid(value: object) -> UUID | None:
    return value if isinstance(value, UUID) else None
