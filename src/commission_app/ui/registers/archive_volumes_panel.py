"""The volumes of the archive as a list: chosen ones are certified, printed, handed over, or listed for destruction."""

from datetime import date

from PySide6.QtWidgets import QWidget

from commission_app.rules.vocabulary.archive import DeedKind, VolumeState
from commission_app.services import archive_lists, archive_papers, archive_volumes
from commission_app.services.archive_lists import VolumeRow
from commission_app.services.archive_volumes import VolumeCard
from commission_app.ui.columns import Column, ListFilter, ListQuestions, State, counted
from commission_app.ui.desk import Desk
from commission_app.ui.places import Place
from commission_app.ui.registers.archive_deed_dialogs import DeedDialog
from commission_app.ui.registers.archive_dialogs import CertifyDialog, VolumeDialog
from commission_app.ui.registers.list_part import ListPart
from commission_app.ui.tables import ListView
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.act_button import Offered
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.list_workbook import save_list
from commission_app.wording.words import word

_TONES = {
    VolumeState.OPEN: ("info", "edit"),
    VolumeState.CERTIFIED: ("good", "done"),
    VolumeState.HANDED_OVER: ("neutral", "upload"),
    VolumeState.DESTROYED: ("neutral", "trash"),
}


class VolumesPanel(ListPart):
    """Enter opens a volume; several are chosen with Shift and Ctrl."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        say = desk.language.say
        self.card: VolumeCard | None = None
        states = tuple((state.value, word(desk.language, state)) for state in VolumeState)
        self.list = ListView(
            desk,
            "volumes",
            self._columns(),
            ListQuestions(archive_lists.page, archive_lists.ids, archive_lists.rows_of),
            sort="year",
            descending=True,
            filters=(
                ListFilter("state", say("State"), states),
                ListFilter("kept", say("Keeping"), (("ended", say("term has ended")),)),
            ),
            empty=EmptyState(
                say(
                    "Nothing is bound yet. First enter the nomenclature in Preferences, then bind closed cases"
                    " and ended years of registers: the program makes cover, contents list and certification."
                ),
                say("Open the nomenclature"),
                lambda: self.go.emit(Place("preferences", None, "nomenclature")),
                "registers",
                self,
            ),
            export=lambda _: save_list(desk, self.list, say("Volumes"), self.told.emit),
            parent=self,
        )
        self.list.opened.connect(self.open_volume)
        self.list.chosen.connect(lambda _: self._chosen())
        self.column.addWidget(self.list, 1)

    def refresh(self) -> None:
        """Asks for the list again."""
        self.list.refresh()
        self._chosen()

    def focus_first(self) -> None:
        """Puts the keyboard into the list."""
        self.list.focus_first()

    def edit(self) -> None:
        """Opens the chosen volume."""
        key = self.list.current()
        if key is not None:
            self.open_volume(key)

    def open_volume(self, key: int) -> None:
        """Opens a volume to look into it or put it in order."""
        self.jobs.ask(self, archive_volumes.card, key).then(self._open)

    def print_paper(self) -> None:
        """Cover and contents of the chosen volumes in one press."""
        keys = self.list.selected()
        if keys:
            title = self.language.say("Cover and contents")
            self.show_paper(title, archive_papers.for_volumes, keys)

    def certify(self) -> CertifyDialog:
        """Certifies the chosen volumes."""
        dialog = CertifyDialog(self.desk, self.list.selected(), self)
        self.ask(dialog, self.language.say("The volumes are certified."))
        return dialog

    def draft(self, kind: DeedKind) -> DeedDialog:
        """Drafts a deed over the chosen volumes."""
        dialog = DeedDialog(self.desk, kind, self.list.selected(), None, self)
        self.ask(dialog, self.language.say("The deed is drafted."))
        return dialog

    def open_again(self) -> None:
        """Opens the certified volume that is chosen again."""
        if self.card is not None:
            self.jobs.do(self, archive_volumes.open_again, self.card.id, self.card.version)

    def take_apart(self) -> None:
        """Takes the chosen volume apart, after asking."""
        card, say = self.card, self.language.say
        if card is None:
            return
        question = say("Take the volume “{title}” apart? Its file waits to be bound again.", title=card.form.title_lv)
        if confirm(self, self.language, question, say("Take apart")):
            self.jobs.do(self, archive_volumes.take_apart, card.id, card.version)

    def offered(self) -> list[Offered]:
        """What can be done with the chosen volumes."""
        say, card = self.language.say, self.card
        if card is None:
            return []
        handing, destroying = DeedKind.HANDOVER, DeedKind.DESTRUCTION
        return [
            Offered(say("Certify …"), card.against_certifying, self.certify, "check"),
            Offered(say("Cover and contents …"), (), self.print_paper, "print"),
            Offered(say("Hand over to the archive …"), card.against_handover, lambda: self.draft(handing), aside=True),
            Offered(
                say("List for destruction …"), card.against_destruction, lambda: self.draft(destroying), aside=True
            ),
            Offered(say("Open again"), card.against_opening, self.open_again, aside=True),
            Offered(say("Take apart …"), card.against_edit, self.take_apart, aside=True),
        ]

    def _chosen(self) -> None:
        key = self.list.current()
        if key is None:
            self._show(None)
        else:
            self.jobs.ask(self, archive_volumes.card, key).then(self._show)

    def _show(self, card: VolumeCard | None) -> None:
        self.card = card
        self.changed.emit()

    def _open(self, card: VolumeCard) -> None:
        self.ask(VolumeDialog(self.desk, card, self), self.language.say("The volume is stored."))

    def _columns(self) -> tuple[Column[VolumeRow], ...]:
        language, say = self.language, self.language.say

        def state(row: VolumeRow) -> State:
            return State(word(language, row.state), *_TONES[row.state])

        def until(row: VolumeRow) -> str | State:
            if row.keep_until is None:
                return "" if row.state is VolumeState.OPEN else word(language, row.retention)
            day = language.date(row.keep_until)
            return State(day, "warn", "clock") if row.overdue else day

        def last_day(row: VolumeRow) -> date | str:
            said = until(row)
            return row.keep_until or (said.text if isinstance(said, State) else said)

        return (
            Column("index", say("Index"), lambda row: row.index_no, width_hint=11),
            Column(
                "title",
                say("Title"),
                lambda row: half(language, row.title_lv, row.title_en),
                width_hint=44,
                sortable=False,
                stretch=True,
            ),
            counted(language, "part", say("Volume"), lambda row: row.part, 8, sortable=False),
            Column(
                "year", say("Year"), lambda row: str(row.year), width_hint=7, value=lambda row: row.year, kind="count"
            ),
            counted(language, "sheets", say("Sheets"), lambda row: row.sheets, 7),
            Column("state", say("State"), state, width_hint=26, sortable=False),
            Column("keep_until", say("Kept until"), until, width_hint=15, value=last_day, kind="date"),
            Column("place", say("Place"), lambda row: row.place, width_hint=12, sortable=False),
        )
