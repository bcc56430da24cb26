"""The people of the office: who works here, in which post, and for whom somebody stands in."""

from PySide6.QtWidgets import QWidget

from commission_app.rules.vocabulary.institution import OfficeRole
from commission_app.services import users
from commission_app.services.users import UserForm, UserRow
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.page import Page
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput, TickInput
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word


class PeoplePage(Page):
    """Everybody who ever worked here stays in the list: acts carry their names."""

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        purpose = say("Whoever works in the program is named in every act. Nobody is deleted; who leaves is marked.")
        super().__init__(desk, say("People of the office"), purpose)
        self.prominent(say("Add a person"), self.new, "plus")
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(self._open)
        self.body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Asks who works here."""
        self.jobs.ask(self, users.users, all_of_them=True).then(self.table.show_rows)

    def new(self) -> None:
        """A person begins to work here."""
        self._ask(None)

    def edit(self) -> None:
        """Edits the chosen person."""
        if isinstance(self.table.current(), UserRow):
            self._ask(self.table.current())

    def _open(self, row: object) -> None:
        self._ask(row if isinstance(row, UserRow) else None)

    def _ask(self, held: UserRow | None) -> None:
        dialog = UserDialog(self.desk, held, self)
        dialog.stored.connect(lambda _: self._stored(str(dialog.form.values()["name"])))
        dialog.open()

    def _stored(self, name: str) -> None:
        self.told.emit(self.language.say("{name} saved", name=name))
        self.refresh()

    def _columns(self) -> tuple[Column[UserRow], ...]:
        language, say = self.language, self.language.say
        works = State(say("works here"), "good")
        left = State(say("no longer works here"), "neutral", "clock")
        return (
            Column("name", say("Name and surname"), lambda row: row.name, stretch=True),
            Column("post", say("Post"), lambda row: half(language, row.post_lv, row.post_en), width_hint=24),
            Column("role", say("Role"), lambda row: word(language, row.role), width_hint=14),
            Column("stands_in", say("Substitution"), self._substitution, width_hint=34),
            Column("active", say("State"), lambda row: works if row.active else left, width_hint=22),
        )

    def _substitution(self, row: UserRow) -> str:
        if not row.stands_in_for:
            return ""
        say = self.language.say
        return say("stands in for {name}, order {order}", name=row.stands_in_for, order=row.stands_in_order)


class UserDialog(FormDialog):
    """What is asked about a person of the office."""

    def __init__(self, desk: Desk, held: UserRow | None, parent: QWidget) -> None:
        say = desk.language.say
        title = say("Add a person") if held is None else held.name
        super().__init__(desk, title, say("Save"), parent)
        self._held = held
        self.form.add("name", say("Name and surname"), TextInput(), required=True)
        self.form.add("role", say("Role"), Choice().offer_words(desk.language, OfficeRole), required=True)
        self.form.add("post_lv", say("Post in Latvian"), TextInput())
        self.form.add("post_en", say("Post in English"), TextInput(), beside=True)
        told = say("name of the person who is away")
        self.form.add("stands_in_for", say("Stands in for"), TextInput(), help_text=told)
        order = say("number and date, as the papers print it")
        self.form.add("stands_in_order", say("Order"), TextInput(), help_text=order, beside=True)
        self.form.add("active", "", TickInput(say("Works here")))
        self.form.load({"role": OfficeRole.SECRETARY, "active": True} if held is None else held)

    def submit(self) -> None:
        """Stores the person."""
        values = self.form.values()
        role = values["role"]
        asked = UserForm(
            str(values["name"]),
            role if isinstance(role, OfficeRole) else OfficeRole.READER,
            str(values["post_lv"]),
            str(values["post_en"]),
            bool(values["active"]),
            str(values["stands_in_for"]),
            str(values["stands_in_order"]),
        )
        if self._held is None:
            self.act(self.desk.jobs.do(self, users.hire, asked))
        else:
            self.act(self.desk.jobs.do(self, users.edit, self._held.id, self._held.version, asked))
