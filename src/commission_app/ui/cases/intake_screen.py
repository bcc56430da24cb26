"""Intake at the counter: one form, kept as a draft by itself; Ctrl+S registers the application."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from commission_app.rules.vocabulary.case import Procedure
from commission_app.services import applicants, delegations, drafts, intake, papers, person_matches, standards
from commission_app.services.applicants import ReceivedCase
from commission_app.services.intake import IntakeOffer
from commission_app.services.people import PersonForm
from commission_app.services.standards import EditionCard
from commission_app.ui.cases.counselling_menu import CounsellingMenu
from commission_app.ui.cases.intake_form import IntakeForm
from commission_app.ui.cases.intake_matches import Matches
from commission_app.ui.desk import Desk
from commission_app.ui.form_drafts import keep_draft
from commission_app.ui.places import Crumb, Place
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.confirm import confirm
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.following_scroll import FollowingScroll
from commission_app.ui.widgets.paper_preview import show_paper

DRAFT = "intake"
LOOK_MS = 250


class IntakeScreen(Screen):
    """The form on the left, persons known already on the right; after registering, what to do next."""

    help_topic: ClassVar[str] = "cases"
    rail: ClassVar[str] = "cases"
    watches: ClassVar[frozenset[str]] = frozenset({"standard"})

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        self.received: ReceivedCase | None = None
        self._touched = False
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self._find_alike)
        self._holder = FollowingScroll(self)
        self.matches = Matches(desk.language, self)
        self.matches.go.connect(self.go)
        self.matches.taken.connect(self._take_up)
        self.matches.released.connect(self._release)
        self.form = self._new_form()
        self._lay_out()

    def title(self) -> str:
        """What is done here."""
        return self.language.say("Register an application")

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """The list of cases stands above."""
        return ((self.language.say("Cases"), Place("cases")),)

    def refresh(self) -> None:
        """Asks what can be applied for."""
        self.jobs.ask(self, intake.offer).then(self._offer)

    def focus_first(self) -> None:
        """Puts the keyboard where one begins: on what is asked, or into the first empty field of a form begun."""
        if self._touched:
            self.form.focus_first()
        else:
            self.form.field("procedure").focus()

    def new(self) -> None:
        """Begins another application."""
        if self.received is not None:
            self._begin_again()

    def leave(self, leaving: Callable[[], None]) -> None:
        """Keeps what was typed to the last letter; after registering, the next one finds an empty form."""
        self.form.keep_typed()
        super().leave(leaving)
        if self.received is not None:
            self._begin_again()

    def save(self) -> None:
        """Registers the application."""
        if self.received is not None or not self.form.check():
            return
        promise = self.jobs.do(self, applicants.receive, self.form.application())
        promise.resting(self.register).then(self._registered)

    def print_paper(self) -> None:
        """Prints the receipt of the application just registered."""
        if self.received is None:
            return
        number = self.received.number
        title = self.language.say("Receipt for {number}", number=number)
        asked = self.jobs.ask(self, papers.receipt, self.received.id, self.language)
        asked.then(lambda data: show_paper(self, self.desk, title, data, papers.file_name(number)))

    def _new_form(self) -> IntakeForm:
        form = IntakeForm(self.desk)
        form.setContentsMargins(0, 0, 3 * STEP, 0)
        form.procedure.on_edit(form.show_editions)
        form.procedure.on_edit(self._ask_units)
        form.edition.on_edit(self._ask_units)
        for asked in (form.procedure, form.edition, form.received, form.units):
            asked.on_edit(self._ask_delegation)
        for held in (form.person.given, form.person.family, form.person.code, form.person.born):
            held.on_edit(self._look.start)
        form.submitted.connect(self.save)
        form.edited.connect(self._edited)
        self._holder.setWidget(form)
        keep_draft(self.jobs, self, form, DRAFT, shown=self._resumed)
        return form

    def _lay_out(self) -> None:
        say = self.language.say
        side = FollowingScroll(self)
        side.setWidget(self.matches)
        self.matches.setContentsMargins(2 * STEP, 0, 0, 0)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._holder)
        split.addWidget(side)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setSizes([820, 300])
        split.setChildrenCollapsible(False)
        self.desk.memory.follow_splitter("intake", split)
        self._entry = QWidget(self)
        column = QVBoxLayout(self._entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split, 1)
        column.addWidget(self._make_foot())
        self._done = QWidget(self)
        self._none = EmptyState(
            say("No edition of a programme or standard is approved yet; an application needs one."),
            say("Go to the standards"),
            lambda: self.go.emit(Place("standards")),
            "standards",
            self,
        )
        for part in (self._entry, self._done, self._none):
            self.body.addWidget(part, 1)
        self._done.hide()
        self._none.hide()

    def _make_foot(self) -> QWidget:
        say = self.language.say
        self._kept = QLabel(self)
        self._kept.setProperty("role", "small")
        self.register = QPushButton(say("Register the application"), self)
        self.register.setProperty("role", "prominent")
        self.register.setToolTip("Ctrl+S")
        self.register.clicked.connect(lambda _: self.save())
        self.papers = CounsellingMenu(self.desk, self)
        self.clear = QPushButton(say("Empty the form"), self)
        self.clear.clicked.connect(lambda _: self._give_up())
        foot = QWidget(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._kept, 1)
        row.addWidget(self.papers)
        row.addWidget(self.clear)
        row.addWidget(self.register)
        return foot

    def _offer(self, offer: IntakeOffer) -> None:
        self.form.offer(offer)
        self.papers.offer(offer.procedures)
        self._none.setVisible(not offer.editions)
        self._entry.setVisible(bool(offer.editions) and self.received is None)
        self._ask_units()
        if not self._touched and self.form.isVisible():
            self.focus_first()

    def _ask_units(self) -> None:
        key = self.form.edition_id()
        self.form.field("unit_ids").setVisible(key is not None)
        if key is not None and key != self.form.property("edition"):
            self.form.setProperty("edition", key)
            self.jobs.ask(self, standards.card, key).then(self._offer_units)

    def _offer_units(self, edition: EditionCard) -> None:
        if edition.row.id == self.form.edition_id():
            self.form.units.offer(edition.units)
            self._ask_delegation()
            if not self._touched:
                self.form.mark_clean()

    def _ask_delegation(self) -> None:
        procedure, key, day = self.form.procedure.value(), self.form.edition_id(), self.form.received.value()
        if key is None or day is None or not isinstance(procedure, Procedure):
            self.form.warn(())
            return
        wanted = () if self.form.units.all_ticked() else self.form.units.value()
        self.jobs.ask(self, delegations.at_intake, procedure, key, day, wanted).then(self.form.warn)

    def _edited(self) -> None:
        self._touched = True
        self._kept.setText(self.language.say("The draft is kept by itself."))

    def _resumed(self, _seen: int) -> None:
        """A draft was found: what hangs on its answers is shown too."""
        self._touched = True
        self._kept.setText(self.language.say("This is what you had begun; nothing of it was lost."))
        self.form.show_editions()
        self._ask_units()
        self.form.person.look()
        self._find_alike()

    def _find_alike(self) -> None:
        form = self.form.person.form_value()
        asked = self.jobs.ask(self, person_matches.alike, form)
        asked.then(lambda found: self.matches.show_people(found, self.form.known_id()))

    def _take_up(self, key: int) -> None:
        def fill(known: PersonForm) -> None:
            for name, value in vars(known).items():
                self.form.field(name).input.set_value(value)
            self.form.person_id.set_value(key)
            self.form.person.look()
            self.form.edited.emit()
            self.form.keep_now()
            self._find_alike()

        self.jobs.ask(self, intake.known_person, key).then(fill)

    def _release(self) -> None:
        self.form.person_id.set_value(None)
        self.form.keep_now()
        self._find_alike()

    def _registered(self, case: ReceivedCase) -> None:
        self.received = case
        self.form.mark_clean()
        self.jobs.do(self, drafts.drop, DRAFT)
        self.tell(self.language.say("Application {number} is registered.", number=case.number), Place("case", case.id))
        self._entry.hide()
        self._show_next(case)

    def _show_next(self, case: ReceivedCase) -> None:
        say = self.language.say
        done = EmptyState(
            say("The application is registered with the number {number}.", number=case.number),
            say("Add evidence"),
            lambda: self.go.emit(Place("case", case.id, "portfolio")),
            "done",
            self,
        )
        self.receipt = QPushButton(say("Print the receipt"), done)
        self.receipt.clicked.connect(lambda _: self.print_paper())
        another = QPushButton(say("Register another application"), done)
        another.clicked.connect(lambda _: self._begin_again())
        column = done.layout()
        if isinstance(column, QVBoxLayout):
            for at, button in enumerate((self.receipt, another)):
                column.insertWidget(column.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
                button.setObjectName(f"next-{at}")
        self.body.replaceWidget(self._done, done)
        self._done.deleteLater()
        self._done = done
        done.show()
        done.button.setFocus()

    def _give_up(self) -> None:
        say = self.language.say
        question = say("Everything entered in this form will be lost. Empty it?")
        if not self._touched or confirm(self, self.language, question, say("Empty the form")):
            self._begin_again()

    def _begin_again(self) -> None:
        """Shows an empty form; only once the old draft is gone is a draft looked for again."""
        self.received = None
        self._touched = False
        self.form.mark_clean()
        self._kept.clear()
        self._done.hide()
        self._entry.show()
        self.matches.show_people((), None)
        self.jobs.do(self, drafts.drop, DRAFT).then(lambda _: self._fill_anew())

    def _fill_anew(self) -> None:
        self.form = self._new_form()
        self.refresh()
