"""The commissions: the order that set them up, their members with terms, and their by-laws in force from a day."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel

from commission_app.i18n import today
from commission_app.services import commissions
from commission_app.services.commissions import BylawLine, CommissionCard, MemberLine
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.bylaw_dialog import BylawDialog
from commission_app.ui.preferences.bylaw_sentences import (
    composition_sentences,
    majority_sentence,
    majority_words,
    quorum_sentence,
)
from commission_app.ui.preferences.commission_dialogs import CommissionDialog, MemberDialog
from commission_app.ui.preferences.members_file_dialog import MembersFileDialog
from commission_app.ui.preferences.page import Page
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.list_workbook import excel_button, save_rows
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.words import word


class CommissionsPage(Page):
    """One commission at a time: chosen above, its members and by-laws below."""

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        purpose = say("Who decides, for which term, and when the commission is quorate.")
        super().__init__(desk, say("Commissions"), purpose)
        self._cards: dict[object, CommissionCard] = {}
        self.prominent(say("Set up a commission"), self.new, "plus")
        self.commission = Choice(self)
        self.commission.setAccessibleName(say("Commission"))
        self.commission.currentIndexChanged.connect(lambda _: self._show())
        self._order = QLabel(self)
        self._order.setProperty("role", "soft")
        self._order.setWordWrap(True)
        self._quorum = QLabel(self)
        self._quorum.setProperty("role", "strong")
        self._quorum.setWordWrap(True)
        self.members = RowsTable(self._member_columns(), self)
        self.members.opened.connect(lambda row: self._ask_member(row if isinstance(row, MemberLine) else None))
        self.bylaws = RowsTable(self._bylaw_columns(), self)
        self.bylaws.opened.connect(lambda row: self._ask_bylaw(row if isinstance(row, BylawLine) else None))
        self._lay_out()

    def refresh(self) -> None:
        """Asks for every commission."""
        self.jobs.ask(self, commissions.commissions).then(self._know)

    def new(self) -> None:
        """A commission is set up."""
        self._open(CommissionDialog(self.desk, None, self), chosen=True)

    def edit(self) -> None:
        """Edits the chosen commission."""
        held = self.card()
        if held is not None:
            self._open(CommissionDialog(self.desk, held, self))

    def save_members(self) -> None:
        """Saves the members of the chosen commission as a workbook."""
        say, chosen = self.language.say, self.commission.currentText()
        save_rows(self.desk, self.members, say("Members"), self.told.emit, ((say("Commission"), chosen),))

    def take_members(self) -> None:
        """Members of the chosen commission are taken from a file."""
        card = self.card()
        if card is not None:
            dialog = MembersFileDialog(self.desk, card, self)
            dialog.taken.connect(self._taken)
            dialog.open()

    def _taken(self, count: int) -> None:
        self.told.emit(self.language.count("{n} member taken in", "{n} members taken in", count))
        self.refresh()

    def card(self) -> CommissionCard | None:
        """The chosen commission."""
        return self._cards.get(self.commission.value())

    def _know(self, cards: tuple[CommissionCard, ...]) -> None:
        self._cards = {card.id: card for card in cards}
        name = self.language
        options = [(card.id, half(name, card.form.name_lv, card.form.name_en)) for card in cards]
        self.commission.offer(options)
        if self.commission.value() is None and cards:
            self.commission.set_value(cards[0].id)
        self.empty.setVisible(not cards)
        for part in self._parts:
            part.setVisible(bool(cards))
        self._show()

    def _show(self) -> None:
        card = self.card()
        if card is None:
            return
        say, form = self.language.say, card.form
        day = self.language.date(form.order_date) if form.order_date else ""
        parts = [word(self.language, form.kind), form.thematic_area]
        if form.order_number:
            parts.append(say("order No. {number}, {day}", number=form.order_number, day=day))
        self._order.setText(" · ".join(part for part in parts if part))
        self.members.show_rows(card.members)
        self.bylaws.show_rows(card.bylaws)
        standing = [line for line in card.bylaws if line.in_force_from <= today()]
        if standing:
            rules = max(standing, key=_since).rules
            members = commissions.voters(card, rules)
            told = [quorum_sentence(self.language, rules, members), majority_sentence(self.language, rules, members)]
            if commissions.composition(card, rules):
                told.append(composition_sentences(self.language, rules, card))
            self._quorum.setText(" ".join(told))
        else:
            self._quorum.setText(say("No by-law is in force; without one the commission cannot decide."))

    def _ask_member(self, held: MemberLine | None) -> None:
        card = self.card()
        if card is not None:
            self._open(MemberDialog(self.desk, card, held, self))

    def _ask_bylaw(self, held: BylawLine | None) -> None:
        card = self.card()
        if card is not None:
            self._open(BylawDialog(self.desk, card, held, self))

    def _open(self, dialog: FormDialog, *, chosen: bool = False) -> None:
        def stored(answer: object) -> None:
            self.told.emit(self.language.say("Commission saved"))
            if chosen and isinstance(answer, int):
                self.commission.set_draft(str(answer))
            self.refresh()

        dialog.stored.connect(stored)
        dialog.open()

    def _lay_out(self) -> None:
        say = self.language.say
        self.empty = EmptyState(say("No commission has been set up yet."), icon="sittings", parent=self)
        self.body.addWidget(self.empty, 1)
        edit = self.button(say("Edit …"), self.edit, "edit")
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.commission, 1)
        row.addWidget(edit)
        self.body.addLayout(row)
        self.body.addWidget(self._order)
        member = self.button(say("Add a member …"), lambda: self._ask_member(None), "plus")
        excel = excel_button(self.desk, self.members, self.save_members, self)
        from_file = self.button(say("Take members from a file …"), self.take_members, "upload")
        members = self.heading(say("Members"), excel, from_file, member)
        self.members.setMinimumHeight(self.fontMetrics().height() * 14)
        self.body.addWidget(self.members, 3)
        bylaw = self.button(say("New by-law edition …"), lambda: self._ask_bylaw(None), "plus")
        rules = self.heading(say("By-law"), bylaw)
        self.body.addWidget(self._quorum)
        self.bylaws.setMinimumHeight(self.fontMetrics().height() * 7)
        self.body.addWidget(self.bylaws, 1)
        tables = (members, self.members, rules, self.bylaws)
        self._parts = (self.commission, edit, from_file, member, bylaw, self._order, self._quorum, *tables)

    def _member_columns(self) -> tuple[Column[MemberLine], ...]:
        language, say = self.language, self.language.say
        return (
            Column("name", say("Name and surname"), lambda row: row.form.name, width_hint=22),
            Column("role", say("Role"), self._role, width_hint=24),
            Column("state", say("State"), self._state, width_hint=22),
            Column("side", say("Represents"), lambda row: word(language, row.form.side), width_hint=16),
            Column("term", say("Term of office"), self._term, width_hint=24),
            Column("fields", say("Fields"), lambda row: row.form.fields, width_hint=18),
            Column("post", say("Post"), lambda row: half(language, row.form.post_lv, row.form.post_en), stretch=True),
        )

    def _bylaw_columns(self) -> tuple[Column[BylawLine], ...]:
        language, say = self.language, self.language.say
        return (
            Column("since", say("In force from"), lambda row: language.date(row.in_force_from), width_hint=14),
            Column("quorum", say("Quorum"), lambda row: word(language, row.rules.quorum_rule), width_hint=18),
            Column("majority", say("Majority"), lambda row: majority_words(language, row.rules), width_hint=40),
            Column("reference", say("Reference"), self._reference, stretch=True),
        )

    def _reference(self, row: BylawLine) -> str:
        return half(self.language, row.reference_lv, row.reference_en)

    def _role(self, row: MemberLine) -> str:
        role = word(self.language, row.form.role)
        return self.language.say("{role}: {name}", role=role, name=row.replaces) if row.replaces else role

    def _state(self, row: MemberLine) -> State:
        say, until = self.language.say, row.form.term_until
        if row.term_ends and until is not None:
            return State(say("term ends on {day}", day=self.language.date(until)), "warn", "clock")
        return State(say("in office"), "good") if row.in_office else State(say("not in office"), "neutral", "clock")

    def _term(self, row: MemberLine) -> str:
        form, language = row.form, self.language
        since = language.date(form.term_from) if form.term_from else ""
        return (
            f"{since} – {language.date(form.term_until)}" if form.term_until else language.say("from {day}", day=since)
        )


def _since(line: BylawLine) -> date:
    return line.in_force_from
