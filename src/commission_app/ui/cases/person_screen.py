"""A person's page: names and codes with their days, documents, contacts, cases, and who looked at the record."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.rules.identity import mask_personal_code
from commission_app.services import person_cards
from commission_app.services.people import KnownPerson
from commission_app.services.person_cards import DocumentRow, PersonCard
from commission_app.ui.cases import person_said
from commission_app.ui.cases.merge_dialog import MergeDialog
from commission_app.ui.cases.person_dialogs import CodeDialog, ContactsDialog, DocumentDialog, NameDialog
from commission_app.ui.desk import Desk
from commission_app.ui.places import Crumb, Place
from commission_app.ui.screen import Screen
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.fact_list import FactList
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class PersonScreen(Screen):
    """Cards side by side; the code is masked until it is asked for."""

    watches: ClassVar[frozenset[str]] = frozenset({"person", "case"})
    help_topic: ClassVar[str] = "cases"
    rail: ClassVar[str] = "cases"

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        say = desk.language.say
        self.card: PersonCard | None = None
        self.facts: dict[str, FactList] = {}
        self.deeds: dict[str, QPushButton] = {}
        self._rests: dict[str, QVBoxLayout] = {}
        self._tops: dict[str, QHBoxLayout] = {}
        self._name = QLabel(self)
        self._name.setProperty("role", "display")
        self._name.setWordWrap(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self.unmasked = False
        held = QWidget(self)
        self._grid = QGridLayout(held)
        self._grid.setContentsMargins(0, 0, 2 * STEP, 0)
        self._grid.setSpacing(3 * STEP)
        self._add("names", say("Names"), 0, 0)
        self._add("codes", say("Personal code"), 0, 1)
        self._add("documents", say("Identity documents"), 1, 0)
        self._add("contacts", say("Personal data and contacts"), 1, 1)
        self._add("cases", say("Cases"), 2, 0)
        self._add("looks", say("Who opened this record"), 2, 1)
        self._add("alike", say("Possible duplicates"), 3, 0)
        self._grid.setRowStretch(4, 1)
        self._add_deeds()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(held)
        self.body.addWidget(self._name)
        self.body.addWidget(area, 1)

    def title(self) -> str:
        """Who this is."""
        return self.card.name if self.card is not None else ""

    def breadcrumb(self) -> tuple[Crumb, ...]:
        """Cases and people stand above."""
        say = self.language.say
        return ((say("Cases"), Place("cases")), (say("People"), Place("people")))

    def refresh(self) -> None:
        """Asks for the person again."""
        if isinstance(self.place.key, int):
            self.jobs.ask(self, person_cards.card, self.place.key).then(self._show)

    def focus_first(self) -> None:
        """Puts the keyboard on the first deed."""
        self.deeds["name"].setFocus()

    def edit(self) -> None:
        """F2 corrects contacts."""
        self.deeds["contacts"].click()

    def _add_deeds(self) -> None:
        say = self.language.say
        self._deed("names", "name", say("New name …"), lambda card: NameDialog(self.desk, card, self))
        self._deed("names", "slip", say("Correct …"), lambda card: NameDialog(self.desk, card, self, slip=True))
        self._deed("codes", "code", say("Change …"), lambda card: CodeDialog(self.desk, card, self))
        self._deed("documents", "document", say("Add …"), lambda card: DocumentDialog(self.desk, card, self))
        self._deed("contacts", "contacts", say("Edit …"), lambda card: ContactsDialog(self.desk, card, self))
        show = QPushButton(say("Show the code"), self)
        show.setCheckable(True)
        show.toggled.connect(self._unmask)
        self.deeds["show"] = show
        acquired = QPushButton(say("Acquired and missing …"), self)
        acquired.clicked.connect(lambda _: self._open_acquired())
        self._tops["cases"].addWidget(acquired)
        self.acquired = acquired
        self._tops["codes"].insertWidget(1, show)

    def _add(self, name: str, title: str, row: int, at: int) -> None:
        frame = QFrame(self)
        frame.setProperty("role", "card")
        frame.setObjectName(name)
        heading = QLabel(title, frame)
        heading.setProperty("role", "title")
        heading.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        self._tops[name] = top
        self.facts[name] = FactList(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 4 * STEP)
        column.setSpacing(2 * STEP)
        column.addLayout(top)
        column.addWidget(self.facts[name])
        self._rests[name] = QVBoxLayout()
        column.addLayout(self._rests[name])
        column.addStretch(1)
        self._grid.addWidget(frame, row, at)
        self._grid.setColumnStretch(at, 1)

    def _deed(self, card: str, name: str, label: str, make: Callable[[PersonCard], FormDialog]) -> None:
        button = QPushButton(label, self)
        button.setAccessibleName(label)
        button.clicked.connect(lambda _: self._open(make))
        self._tops[card].addWidget(button)
        self.deeds[name] = button

    def _open(self, make: Callable[[PersonCard], FormDialog]) -> None:
        if self.card is not None:
            dialog = make(self.card)
            dialog.stored.connect(lambda _: self._stored())
            dialog.open()

    def _open_acquired(self) -> None:
        from commission_app.ui.cases.acquired_dialog import AcquiredDialog

        if self.card is not None:
            dialog = AcquiredDialog(self.desk, self.card.id, self.card.name, self)
            dialog.go.connect(self.go)
            dialog.open()

    def _stored(self) -> None:
        self.tell(self.language.say("The record of {name} was changed.", name=self.title()), self.place)
        self.refresh()

    def _unmask(self, shown: bool) -> None:
        self.unmasked = shown
        self.deeds["show"].setText(self.language.say("Hide the code") if shown else self.language.say("Show the code"))
        if self.card is not None:
            self._show_codes(self.card)

    def _show(self, card: PersonCard) -> None:
        self.card = card
        language = self.language
        self._name.setText(card.name)
        self.facts["names"].show_facts(person_said.names(language, card))
        self._show_codes(card)
        self.facts["documents"].show_facts(())
        self.facts["contacts"].show_facts(person_said.contacts(language, card))
        self.facts["looks"].show_facts(person_said.looks(language, card))
        for name in ("documents", "cases", "alike"):
            self._empty(name)
        for row in card.documents:
            self._add_document(row)
        for case in card.cases:
            text = f"{case.number} · {half(language, case.standard_title, case.standard_en)}"
            self._link("cases", text, partial(self.go.emit, Place("case", case.id)))
        for other in card.alike:
            self._add_alike(card, other)
        self._say_none("documents", card.documents, language.say("No identity document was shown."))
        self._say_none("cases", card.cases, language.say("This person has no case."))
        self._say_none("alike", card.alike, language.say("No other record seems to be of this person."))
        self._show_gone(card)
        self.renamed.emit()

    def _show_gone(self, card: PersonCard) -> None:
        for deed in self.deeds.values():
            deed.setEnabled(not card.against)
            deed.setToolTip("\n".join(sentence(self.language, one) for one in card.against))
        if card.merged_into_id is not None:
            into = Place("person", card.merged_into_id)
            say = self.language.say
            text = say("This record was merged into that of {name}.", name=card.merged_into)
            self.banner.say(text, "warn", say("Open it"), lambda: self.go.emit(into))

    def _show_codes(self, card: PersonCard) -> None:
        said = [
            (row.since, row.code if self.unmasked else mask_personal_code(row.code), row.reason) for row in card.codes
        ]
        self.facts["codes"].show_facts(person_said.codes(self.language, said))
        self.deeds["show"].setVisible(bool(card.codes))

    def _add_document(self, row: DocumentRow) -> None:
        self._link("documents", person_said.document(self.language, row), lambda: self._edit_document(row))
        warning = person_said.expiry(self.language, row)
        if warning:
            label = QLabel(warning, self)
            label.setProperty("role", "error")
            label.setWordWrap(True)
            self._rests["documents"].addWidget(label)

    def _edit_document(self, row: DocumentRow) -> None:
        self._open(lambda card: DocumentDialog(self.desk, card, self, row=row))

    def _add_alike(self, card: PersonCard, other: KnownPerson) -> None:
        self._link("alike", other.name, lambda: self.go.emit(Place("person", other.id)))
        why = QLabel(", ".join(word(self.language, one) for one in other.why), self)
        why.setProperty("role", "small")
        why.setWordWrap(True)
        self._rests["alike"].addWidget(why)
        merge = QPushButton(self.language.say("Merge …"), self)
        merge.clicked.connect(lambda _: self._open(lambda card: MergeDialog(self.desk, _as_known(card), other, self)))
        self._rests["alike"].addWidget(merge, 0, Qt.AlignmentFlag.AlignLeft)

    def _link(self, name: str, text: str, doing: Callable[[], object]) -> None:
        link = QPushButton(text, self)
        link.setProperty("role", "link")
        link.clicked.connect(lambda _: doing())
        self._rests[name].addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _say_none(self, name: str, rows: tuple[object, ...], text: str) -> None:
        if not rows:
            none = QLabel(text, self)
            none.setProperty("role", "soft")
            none.setWordWrap(True)
            self._rests[name].addWidget(none)

    def _empty(self, name: str) -> None:
        while (item := self._rests[name].takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()


def _as_known(card: PersonCard) -> KnownPerson:
    code = mask_personal_code(card.codes[0].code) if card.codes else ""
    return KnownPerson(card.id, card.name, card.contacts.birth_date, code, card.cases)
