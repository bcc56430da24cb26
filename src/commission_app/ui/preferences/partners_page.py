"""Partners of mobility and the memoranda with them: whom learners may go to, and on which paper."""

from typing import ClassVar

from commission_app.services import mobility_partners
from commission_app.services.mobility_partners import MemorandumLine, PartnerLine
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.page import Page
from commission_app.ui.preferences.partner_dialogs import MemorandumDialog, PartnerDialog
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.rows_table import RowsTable


class PartnersPage(Page):
    """The memoranda below are those of the partner chosen above."""

    watches: ClassVar[frozenset[str]] = frozenset({"mobility"})

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        purpose = say("Institutions abroad, and the memoranda of understanding that learning agreements rest on.")
        super().__init__(desk, say("Mobility partners"), purpose)
        self.prominent(say("New partner …"), self.new, "plus")
        self.partners = RowsTable(self._partner_columns(), self)
        self.partners.opened.connect(self._open_partner)
        self.partners.selectionModel().currentRowChanged.connect(lambda *_: self._chosen())
        self.change = self.button(say("Edit …"), self.edit, "edit")
        self.out = self.button(say("Take out …"), self.take_out, "trash")
        self.heading(say("Partners"), self.change, self.out)
        self.none = EmptyState(say("No partner is entered yet."), icon="globe", parent=self)
        self.body.addWidget(self.partners, 1)
        self.body.addWidget(self.none, 1)
        self.memoranda = RowsTable(self._memorandum_columns(), self)
        self.memoranda.opened.connect(self._open_memorandum)
        self.memoranda.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.add = self.button(say("New memorandum …"), self.new_memorandum, "plus")
        self.change_memorandum = self.button(say("Edit …"), self.edit_memorandum, "edit")
        self.out_memorandum = self.button(say("Take out …"), self.take_out_memorandum, "trash")
        buttons = (self.add, self.change_memorandum, self.out_memorandum)
        self.below = self.heading(say("Memoranda of understanding"), *buttons)
        self.body.addWidget(self.memoranda, 1)
        self._offer()

    def refresh(self) -> None:
        """Asks for the partners again."""
        self.jobs.ask(self, mobility_partners.lines).then(self._show)

    def new(self) -> None:
        """Enters a new partner."""
        self._ask(PartnerDialog(self.desk, None, self))

    def edit(self) -> None:
        """Corrects the chosen partner."""
        self._open_partner(self.partners.current())

    def take_out(self) -> None:
        """Takes the chosen partner out, after asking."""
        line, say = self.partners.current(), self.language.say
        if isinstance(line, PartnerLine):
            question = say("Take {name} out?", name=line.form.name)
            if confirm(self, self.language, question, say("Take out")):
                self.jobs.do(self, mobility_partners.remove, line.id, line.version).then(lambda _: self._stored())

    def new_memorandum(self) -> None:
        """Enters a memorandum with the chosen partner."""
        line = self.partners.current()
        if isinstance(line, PartnerLine):
            self._ask(MemorandumDialog(self.desk, line.id, None, self))

    def edit_memorandum(self) -> None:
        """Corrects the chosen memorandum."""
        self._open_memorandum(self.memoranda.current())

    def take_out_memorandum(self) -> None:
        """Takes the chosen memorandum out, after asking."""
        line, say = self.memoranda.current(), self.language.say
        if isinstance(line, MemorandumLine):
            question = say("Take {name} out?", name=line.form.number)
            if confirm(self, self.language, question, say("Take out")):
                act = mobility_partners.remove_memorandum
                self.jobs.do(self, act, line.id, line.version).then(lambda _: self._stored())

    def _open_partner(self, line: object) -> None:
        if isinstance(line, PartnerLine):
            self._ask(PartnerDialog(self.desk, line, self))

    def _open_memorandum(self, line: object) -> None:
        if isinstance(line, MemorandumLine):
            self._ask(MemorandumDialog(self.desk, line.partner_id, line, self))

    def _ask(self, dialog: FormDialog) -> None:
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def _stored(self) -> None:
        self.told.emit(self.language.say("The partners are changed."))
        self.refresh()

    def _show(self, lines: tuple[PartnerLine, ...]) -> None:
        self.partners.show_rows(lines)
        if lines and self.partners.current() is None:
            self.partners.selectRow(0)
        self.partners.setVisible(bool(lines))
        self.none.setVisible(not lines)
        self._chosen()

    def _chosen(self) -> None:
        line = self.partners.current()
        self.memoranda.show_rows(line.memoranda if isinstance(line, PartnerLine) else ())
        self._offer()

    def _offer(self) -> None:
        there, chosen = self.partners.current() is not None, self.memoranda.current() is not None
        for widget in (self.change, self.out, self.add, self.below, self.memoranda):
            widget.setVisible(there)
        for button in (self.change_memorandum, self.out_memorandum):
            button.setVisible(there and chosen)

    def _partner_columns(self) -> tuple[Column[PartnerLine], ...]:
        language, say = self.language, self.language.say
        return (
            Column("name", say("Name"), lambda line: line.form.name, stretch=True),
            Column("country", say("Country"), lambda line: line.form.country),
            Column("city", say("City"), lambda line: line.form.city),
            Column("contact", say("Contact"), lambda line: line.form.contact),
            Column("memoranda", say("Memoranda"), lambda line: language.number(len(line.memoranda))),
        )

    def _memorandum_columns(self) -> tuple[Column[MemorandumLine], ...]:
        language, say = self.language, self.language.say
        now, other = State(say("in force"), "good"), State(say("not in force"), "neutral", "clock")

        def dates(line: MemorandumLine) -> str:
            until = line.form.valid_until
            return f"{language.date(line.form.valid_from)} – {language.date(until) if until else '…'}"

        return (
            Column("number", say("Number"), lambda line: line.form.number),
            Column("signed", say("Signed on"), lambda line: language.date(line.form.signed_on)),
            Column("dates", say("In force"), dates),
            Column("scope", say("Fields or standards"), lambda line: line.form.scope, stretch=True),
            Column("state", say("State"), lambda line: now if line.in_force else other),
        )
