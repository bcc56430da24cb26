"""Beside the form at the counter: persons in the database who may be the one who stands there, with earlier cases."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.services.people import EarlierCase, KnownPerson
from commission_app.ui.places import Place
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.wording.words import word


class Matches(QWidget):
    """One card a person; each can be taken up instead of entering the person again."""

    taken = Signal(int)
    """The key of the person taken up."""
    released = Signal()
    go = Signal(object)

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * STEP, 0, 0, 0)
        self._column.setSpacing(2 * STEP)
        self.show_people((), None)

    def show_people(self, people: tuple[KnownPerson, ...], chosen: int | None) -> None:
        """Shows who may be meant; the one who was taken up stands alone."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = [person for person in people if chosen is None or person.id == chosen]
        title = QLabel(self._title(len(shown), chosen), self)
        title.setProperty("role", "strong" if shown else "soft")
        title.setWordWrap(True)
        self._column.addWidget(title)
        for person in shown:
            self._column.addWidget(self._card(person, taken=person.id == chosen))
        self._column.addStretch(1)

    def names(self) -> list[str]:
        """The names on the cards."""
        return [str(card.property("person")) for card in self.findChildren(QFrame) if card.property("person")]

    def _title(self, count: int, chosen: int | None) -> str:
        say = self._language.say
        if chosen is not None:
            return say("The application goes to a person who is known here:")
        if count:
            return say("Perhaps this person is known here already:")
        return say("As you type the name or the code, persons who are known here already appear at this place.")

    def _card(self, person: KnownPerson, *, taken: bool) -> QFrame:
        say = self._language.say
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setProperty("person", person.name)
        column = QVBoxLayout(card)
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        name = QLabel(person.name, card)
        name.setProperty("role", "strong")
        name.setWordWrap(True)
        column.addWidget(name)
        born = say("born {day}", day=self._language.date(person.birth_date)) if person.birth_date else ""
        why = ", ".join(word(self._language, one) for one in person.why[:2])
        about = QLabel(" · ".join(part for part in (person.masked_code, born, why) if part), card)
        about.setProperty("role", "soft")
        about.setWordWrap(True)
        column.addWidget(about)
        for row in person.cases:
            self._add_case(column, row, card)
        button = QPushButton(say("No, another person") if taken else say("Take up as this person"), card)
        button.clicked.connect(lambda _: self.released.emit() if taken else self.taken.emit(person.id))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _add_case(self, column: QVBoxLayout, row: EarlierCase, card: QFrame) -> None:
        """An earlier case: its number leads to it; below, what it was about and how it was decided."""
        link = QPushButton(f"{row.number} · {self._language.date(row.received_on)}", card)
        link.setProperty("role", "link")
        link.clicked.connect(lambda _: self.go.emit(Place("case", row.id)))
        said = [half(self._language, row.standard_title, row.standard_en)]
        said += [word(self._language, row.verdict)] if row.verdict is not None else []
        about = QLabel(" · ".join(said), card)
        about.setProperty("role", "small")
        about.setWordWrap(True)
        about.setContentsMargins(2 * STEP, 0, 0, STEP)
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(about)
