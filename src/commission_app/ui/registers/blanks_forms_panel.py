"""Every state form where it stands: found by number, written off, put back, destroyed; Enter opens its certificate."""

from PySide6.QtWidgets import QWidget

from commission_app.errors import Refusal
from commission_app.rules.blank_ledger import FORM_KINDS
from commission_app.rules.vocabulary.blank import BlankMove, BlankState
from commission_app.services import blank_cards
from commission_app.services.blank_cards import BlankLine
from commission_app.ui.columns import Column, ListFilter, ListQuestions, Query, State, dated
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.registers.list_part import ListPart
from commission_app.ui.tables import ListView
from commission_app.ui.widgets.act_button import Offered
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.list_workbook import save_list
from commission_app.wording.words import word

TONES = {
    BlankState.IN_STOCK: "good",
    BlankState.USED: "info",
    BlankState.SPOILED: "warn",
    BlankState.ANNULLED: "warn",
    BlankState.DESTROYED: "neutral",
}


class FormsPanel(ListPart):
    """Shift and the arrows choose many numbers at once; typing "0098-0120" finds the numbers between."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        say, language = desk.language.say, desk.language
        self.list = ListView(
            desk,
            "blanks",
            self._columns(),
            ListQuestions(blank_cards.page, blank_cards.ids, blank_cards.rows),
            sort="number",
            filters=(
                ListFilter("state", say("State"), [(state.value, word(language, state)) for state in BlankState]),
                ListFilter("kind", say("Kind"), [(kind.value, word(language, kind)) for kind in FORM_KINDS]),
            ),
            empty=EmptyState(say("No state form is in the ledger yet."), parent=self),
            export=lambda _: save_list(desk, self.list, say("State forms"), self.told.emit),
            parent=self,
        )
        self.list.opened.connect(self._open)
        self.list.chosen.connect(lambda _: self.changed.emit())
        self.list.model.dataChanged.connect(lambda *_: self.changed.emit())
        self.column.addWidget(self.list, 1)

    def refresh(self) -> None:
        """Asks for the list again."""
        self.list.refresh()

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""
        self.list.focus_first()

    def show_words(self, words: str) -> None:
        """Shows the forms that the words find: a series, a number, or numbers from–to."""
        self.list.show_query(Query(words=words, sort="number"))

    def offered(self) -> list[Offered]:
        """What can be done with the chosen forms; what stands against one of them stands against all."""
        say, keys = self.language.say, self.list.selected()
        if not keys:
            return []
        lines = [line for line in (self.list.model.row_of(key) for key in keys) if isinstance(line, BlankLine)]

        def against(move: BlankMove) -> tuple[Refusal, ...]:
            found = next((reason for line in lines if (reason := line.against[move]) is not None), None)
            return () if found is None else (found,)

        count = self.language.number(len(keys))
        return [
            Offered(
                say("Spoiled ({n}) …", n=count),
                against(BlankMove.SPOILED),
                lambda: self._write_off(BlankMove.SPOILED, keys),
            ),
            Offered(
                say("Annul ({n}) …", n=count),
                against(BlankMove.ANNULLED),
                lambda: self._write_off(BlankMove.ANNULLED, keys),
            ),
            Offered(
                say("Destroy on an act ({n}) …", n=count), against(BlankMove.DESTROYED), lambda: self._destroy(keys)
            ),
            Offered(
                say("Put back into stock ({n}) …", n=count),
                tuple(line.against_return for line in lines if line.against_return is not None)[:1],
                lambda: self._give_back(keys),
                aside=True,
            ),
        ]

    def _write_off(self, move: BlankMove, keys: tuple[int, ...]) -> None:
        from commission_app.ui.registers.blanks_dialogs import WriteOffDialog

        self.ask(WriteOffDialog(self.desk, move, keys, self), self.language.say("The forms are written off."))

    def _give_back(self, keys: tuple[int, ...]) -> None:
        from commission_app.ui.registers.blanks_dialogs import GiveBackDialog

        self.ask(GiveBackDialog(self.desk, keys, self), self.language.say("The forms are in stock again."))

    def _destroy(self, keys: tuple[int, ...]) -> None:
        from commission_app.ui.registers.blanks_dialogs import DestroyDialog

        self.ask(DestroyDialog(self.desk, keys, self), self.language.say("The act is entered; print and sign it."))

    def _open(self, key: int) -> None:
        line = self.list.model.row_of(key)
        if isinstance(line, BlankLine) and line.case_id is not None:
            self.go.emit(Place("case", line.case_id, "decision"))

    def _columns(self) -> list[Column[BlankLine]]:
        language, say = self.language, self.language.say
        return [
            Column("number", say("Number"), lambda line: f"{line.series} {line.number}", width_hint=18),
            Column("kind", say("Kind"), lambda line: word(language, line.kind), sortable=False, stretch=True),
            Column(
                "state",
                say("State"),
                lambda line: State(word(language, line.state), TONES[line.state]),
                width_hint=14,
                sortable=False,
            ),
            dated(language, "since", say("Since"), lambda line: line.since, sortable=False),
            Column("certificate", say("Certificate"), lambda line: line.certificate, width_hint=16, sortable=False),
            Column("reason", say("Reason"), lambda line: line.reason, width_hint=30, sortable=False),
        ]
