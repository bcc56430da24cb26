"""What the application says: person, request, units, payment, notes; each corrected in its own small form."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.services.cases import CaseCard
from commission_app.ui.cases import case_facts_said as said
from commission_app.ui.cases.case_dialogs import (
    AssignDialog,
    ClaimsDialog,
    NotesDialog,
    PaymentDialog,
    PersonDialog,
)
from commission_app.ui.cases.figures_dialog import FiguresDialog
from commission_app.ui.cases.prerequisite_section import PrerequisiteSection
from commission_app.ui.cases.representative_section import RepresentativeSection
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import News, Place
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.fact_list import FactList
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.wording.words import word


class ApplicationTab(CaseTab):
    """Cards side by side, each with its own Edit."""

    watches: ClassVar[frozenset[str]] = frozenset({"case", "person", "application"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        say = desk.language.say
        self._card: CaseCard | None = None
        self.facts: dict[str, FactList] = {}
        self.edits: dict[str, QPushButton] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(3 * STEP)
        self._add_about_person(self._add("person", say("Applicant"), PersonDialog, 0, 0))
        self._add("case", say("Application"), AssignDialog, 0, 1)
        claims = self._add("claims", say("Units applied for"), ClaimsDialog, 1, 0)
        self.prerequisites = PrerequisiteSection(desk, case_id, self)
        self.prerequisites.stored.connect(self._stored)
        claims.addWidget(self.prerequisites)
        self._add("payment", say("Payment"), PaymentDialog, 1, 1)
        self._add("notes", say("Notes"), NotesDialog, 2, 0)
        self._earlier = self._add("earlier", say("Earlier cases of this person"), None, 2, 1)
        held = QWidget(self)
        held.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 2 * STEP, 0)
        self._grid.setRowStretch(3, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(held)
        self.body.addWidget(area, 1)

    def refresh(self, card: CaseCard) -> None:
        """Shows the case as it stands now."""
        self._card = card
        language = self.language
        self.facts["person"].show_facts(said.person(language, card))
        self.facts["case"].show_facts(said.application(language, card))
        self.facts["claims"].show_facts(said.claims(language, card))
        self.facts["payment"].show_facts(said.payment(language, card))
        self.facts["notes"].show_facts(said.notes(language, card))
        self._show_earlier(card)
        self.representatives.refresh()
        self.prerequisites.refresh()

    def edit(self) -> None:
        """F2 corrects the applicant."""
        self.edits["person"].click()

    def _add(
        self, name: str, title: str, dialog: "Callable[[Desk, CaseCard, QWidget], FormDialog] | None", row: int, at: int
    ) -> QVBoxLayout:
        frame = QFrame(self)
        frame.setProperty("role", "card")
        heading = QLabel(title, frame)
        heading.setProperty("role", "title")
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        if dialog is not None:
            opener = QPushButton(icon("edit"), self.language.say("Edit …"), frame)
            opener.setAccessibleName(f"{self.language.say('Edit …')} {title}")
            opener.clicked.connect(lambda _: self._open(dialog))
            top.addWidget(opener)
            self.edits[name] = opener
        self.facts[name] = FactList(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 4 * STEP)
        column.setSpacing(2 * STEP)
        column.addLayout(top)
        column.addWidget(self.facts[name])
        rest = QVBoxLayout()
        rest.setSpacing(STEP)
        column.addLayout(rest)
        column.addStretch(1)
        self._grid.addWidget(frame, row, at)
        self._grid.setColumnStretch(at, 1)
        return rest

    def _add_about_person(self, column: QVBoxLayout) -> None:
        """Who acts for the applicant, the person's own page, and the figures that are kept apart."""
        say = self.language.say
        self.representatives = RepresentativeSection(self.desk, self.case_id, self)
        self.representatives.stored.connect(self._stored)
        column.addWidget(self.representatives)
        deeds = QHBoxLayout()
        self.person_page = QPushButton(icon("person"), say("Person's page"), self)
        self.person_page.clicked.connect(lambda _: self._to_person())
        self.figures = QPushButton(say("Data for statistics …"), self)
        self.figures.clicked.connect(
            lambda _: self._open(lambda desk, card, parent: FiguresDialog(desk, card.id, parent))
        )
        for button in (self.person_page, self.figures):
            deeds.addWidget(button)
        deeds.addStretch(1)
        column.addLayout(deeds)

    def _to_person(self) -> None:
        if self._card is not None:
            self.go.emit(Place("person", self._card.person_id))

    def _open(self, make: "Callable[[Desk, CaseCard, QWidget], FormDialog]") -> None:
        if self._card is not None:
            dialog = make(self.desk, self._card, self)
            dialog.stored.connect(lambda _: self._stored())
            dialog.open()

    def _stored(self) -> None:
        if self._card is not None:
            text = self.language.say("Case {number} was changed.", number=self._card.number)
            self.happened.emit(News(text, Place("case", self.case_id, "history")))

    def _show_earlier(self, card: CaseCard) -> None:
        while (item := self._earlier.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        if not card.earlier:
            none = QLabel(self.language.say("This is the first application of this person."), self)
            none.setProperty("role", "soft")
            none.setWordWrap(True)
            self._earlier.addWidget(none)
        for row in card.earlier:
            link = QPushButton(f"{row.number} · {self.language.date(row.received_on)}", self)
            link.setProperty("role", "link")
            link.clicked.connect(lambda _, key=row.id: self.go.emit(Place("case", key)))
            self._earlier.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            said = [half(self.language, row.standard_title, row.standard_en)]
            said += [word(self.language, row.verdict)] if row.verdict is not None else []
            programme = QLabel(" · ".join(said), self)
            programme.setProperty("role", "small")
            programme.setWordWrap(True)
            self._earlier.addWidget(programme)
