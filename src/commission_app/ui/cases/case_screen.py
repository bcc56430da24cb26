"""The page of a case: its head with the next lawful act, and its tabs, each opened when it is first looked at."""

from typing import ClassVar

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from commission_app.rules.vocabulary.case import CaseAct
from commission_app.services import cases, papers
from commission_app.services.cases import CaseCard
from commission_app.ui.cases.case_acts import AT_ONCE, WithdrawDialog, offered, radar
from commission_app.ui.cases.case_header import CaseHeader
from commission_app.ui.cases.hand_over_dialog import hand_over_act
from commission_app.ui.cases.procedural_dialogs import course_acts
from commission_app.ui.cases.tabs.register import TABS, TabEntry, tabs_for
from commission_app.ui.cases.tabs.submission_dialog import SendBackDialog
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.cases.term_dialogs import term_acts
from commission_app.ui.desk import Desk
from commission_app.ui.places import Crumb, Place
from commission_app.ui.screen import Screen
from commission_app.ui.widgets.paper_preview import show_paper
from commission_app.wording.acts import act_text

INSTEAD = {"decision": "exam", "exam": "decision", "credits": "exam"}
"""Where a procedure has no such tab, the one that stands in its place."""


class CaseScreen(Screen):
    """One case; what changes anywhere about it is asked again."""

    watches: ClassVar[frozenset[str]] = frozenset(
        {
            "case",
            "person",
            "application",
            "consultation",
            "evidence",
            "score",
            "sitting",
            "decision",
            "certificate",
            "exam",
            "commission",
            "paper",
            "fee",
            "mobility",
            "delegation",
            "adjustment",
            "price",
            "appeal",
            "delivery",
            "letter",
            "term",
        }
    )
    help_topic: ClassVar[str] = "case"
    rail: ClassVar[str] = "cases"
    tabs: ClassVar[tuple[str, ...]] = tuple(entry.name for entry in TABS)

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        self.case_id = int(place.key or 0)
        self.card: CaseCard | None = None
        self.header = CaseHeader(desk.language, self)
        self.pages = QTabWidget(self)
        self.pages.setDocumentMode(True)
        self.pages.currentChanged.connect(self._turned)
        self._entries: tuple[TabEntry, ...] = ()
        self._opened: dict[str, CaseTab] = {}
        self._fresh: set[str] = set()
        self._wanted = place.tab
        self.body.addWidget(self.header)
        self.body.addWidget(self.pages, 1)
        self.pages.hide()
        self.header.hide()

    def title(self) -> str:
        """The number and the applicant."""
        return f"{self.card.number} {self.card.applicant}" if self.card is not None else ""

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The list of cases stands above."""
        return ((self.language.say("Cases"), Place("cases")),)

    def refresh(self) -> None:
        """Asks for the case again; the tab in sight asks for its own part."""
        self.jobs.ask(self, cases.card, self.case_id).then(self._show)

    def turn_to(self, place: Place) -> None:
        """Shows another tab of the case."""
        super().turn_to(place)
        self._wanted = place.tab
        self._turn()

    def tabs_shown(self) -> tuple[str, ...]:
        """The tabs of the case's procedure, once it has come."""
        return tuple(entry.name for entry in self._entries)

    def tab(self, name: str) -> CaseTab | None:
        """The tab of a name, once it was opened."""
        return self._opened.get(name)

    def focus_first(self) -> None:
        """Puts the keyboard on the tabs."""
        self.pages.tabBar().setFocus()

    def edit(self) -> None:
        """F2 edits what the tab in sight shows."""
        tab = self._current()
        doing = getattr(tab, "edit", None)
        if doing is not None:
            doing()

    def new(self) -> None:
        """Ctrl+N adds to the tab in sight where it can be added to, else begins a new application."""
        doing = getattr(self._current(), "new", None)
        if doing is not None:
            doing()
        else:
            self.go.emit(Place("intake"))

    def print_paper(self) -> None:
        """Ctrl+P prints what the tab in sight shows, else the receipt."""
        doing = getattr(self._current(), "print_paper", None)
        if doing is not None:
            doing()
            return
        card = self.card
        if card is not None:
            title = self.language.say("Receipt for {number}", number=card.number)
            name = papers.file_name(f"{title}")
            asked = self.jobs.ask(self, papers.receipt, card.id, self.language)
            asked.then(lambda data: show_paper(self, self.desk, title, data, name))

    def _show(self, card: CaseCard) -> None:
        self.card = card
        acts = offered(self.desk, card, self._act, self._turn_by_name)
        aside = (*course_acts(self.desk, card, self), *term_acts(self.desk, card, self))
        noted = hand_over_act(self.desk, card, self)
        self.header.show_case(card, (*acts, *aside, noted, radar(self.desk, card.id, self)))
        self._make_room()
        entries = tabs_for(card.procedure)
        if entries != self._entries:
            self._lay_tabs(entries)
        self.pages.show()
        self._fresh.clear()
        if not self._turn():
            self._turned(self.pages.currentIndex())
        self.renamed.emit()

    def _lay_tabs(self, entries: tuple[TabEntry, ...]) -> None:
        self.pages.blockSignals(True)
        self._entries = entries
        for entry in entries:
            page = QWidget(self.pages)
            QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
            self.pages.addTab(page, entry.title(self.language))
        self.pages.blockSignals(False)

    def _turn(self) -> bool:
        """Goes to the tab that a place named; True where that was another than the one in sight."""
        names = [entry.name for entry in self._entries]
        if names and self._wanted is not None and self._wanted not in names:
            self._wanted = INSTEAD.get(self._wanted)
        if self._wanted not in names:
            return False
        at, self._wanted = names.index(self._wanted), None
        moved = at != self.pages.currentIndex()
        self.pages.setCurrentIndex(at)
        return moved

    def _turn_by_name(self, name: str) -> None:
        self._wanted = name
        self._turn()

    def _turned(self, at: int) -> None:
        if not 0 <= at < len(self._entries) or self.card is None:
            return
        entry = self._entries[at]
        tab = self._opened.get(entry.name)
        if tab is None:
            tab = self._open(entry, at)
        if entry.name not in self._fresh:
            self._fresh.add(entry.name)
            tab.refresh(self.card)
        self._make_room()

    def _make_room(self) -> None:
        """The head of the page stands above every tab but one that wants all the height."""
        tab = self._current()
        self.header.setVisible(self.card is not None and not (tab is not None and tab.spreads))

    def _open(self, entry: TabEntry, at: int) -> CaseTab:
        tab = entry.open(self.desk, self.case_id)
        tab.go.connect(self.go)
        tab.happened.connect(self.happened)
        tab.spread.connect(self._make_room)
        page = self.pages.widget(at)
        layout = page.layout() if page is not None else None
        assert layout is not None, "every tab was laid with a layout"
        layout.addWidget(tab)
        self._opened[entry.name] = tab
        return tab

    def _current(self) -> CaseTab | None:
        at = self.pages.currentIndex()
        return self._opened.get(self._entries[at].name) if 0 <= at < len(self._entries) else None

    def _act(self, act: CaseAct) -> None:
        card = self.card
        if card is None:
            return
        if act is CaseAct.WITHDRAW:
            dialog = WithdrawDialog(self.desk, card, self)
            dialog.stored.connect(lambda _: self._done("cases.withdraw"))
            dialog.open()
            return
        if act is CaseAct.ASK_MORE:
            from commission_app.ui.cases.more_information_dialog import AskMoreDialog

            asking = AskMoreDialog(self.desk, card, self)
            asking.stored.connect(lambda _: self._done("more_information.ask"))
            asking.open()
            return
        if act is CaseAct.SEND_BACK:
            back = SendBackDialog(self.desk, card, self)
            back.stored.connect(lambda _: self._done("submissions.send_back"))
            back.open()
            return
        deed = AT_ONCE[act]
        promise = self.jobs.do(self, deed, card.id, card.version)
        promise.resting(self.header.acts.button).then(lambda _: self._done(f"cases.{deed.__name__}"))

    def _done(self, name: str) -> None:
        if self.card is not None:
            self.tell(f"{self.card.number}: {act_text(self.language, name)}", Place("case", self.case_id))
        self.refresh()
