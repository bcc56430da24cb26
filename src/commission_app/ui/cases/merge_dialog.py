"""Two records of one person become one: which is kept, what stands against it, and the reason where one is needed."""

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import Language
from commission_app.services import person_merge
from commission_app.services.people import KnownPerson
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.wording.sentences import sentence


class MergeDialog(FormDialog):
    """The kept record gets cases, names, codes and documents; the other one disappears from lists."""

    def __init__(self, desk: Desk, one: KnownPerson, other: KnownPerson, parent: QWidget | None = None) -> None:
        say = desk.language.say
        super().__init__(desk, say("Merge two records"), say("Merge"), parent)
        self._people = (one, other)
        told = QLabel(
            say("All cases, names, codes and documents go to the kept record. The other one leaves the lists."), self
        )
        told.setWordWrap(True)
        self.form.place(told)
        self.keep = self.form.add("keep", say("Record that is kept"), Choice(self.form))
        self.keep.offer((person.id, said(desk.language, person)) for person in self._people)
        self.keep.set_value(max(self._people, key=lambda person: (len(person.cases), -person.id)).id)
        self.reason = self.form.add("reason", say("Why they are one person"), TextInput(self.form))
        self.stands = QLabel(self)
        self.stands.setWordWrap(True)
        self.stands.setProperty("role", "soft")
        self.form.place(self.stands)
        self.keep.on_edit(self._look)
        self.form.mark_clean()
        self._look()
        self.fit()

    def submit(self) -> None:
        """Merges the two."""
        keep, gone = self._keys()
        self.act(self.desk.jobs.do(self, person_merge.merge, keep, gone, self.reason.value()))

    def _keys(self) -> tuple[int, int]:
        keep = self.keep.value()
        first, second = (person.id for person in self._people)
        return (first, second) if keep == first else (second, first)

    def _look(self) -> None:
        self.desk.jobs.ask(self, person_merge.against, *self._keys()).then(self._show)

    def _show(self, against: tuple[Refusal, ...]) -> None:
        self.stands.setText("\n".join(sentence(self.language, one) for one in against))
        self.stands.setVisible(bool(against))
        self.fit()


def said(language: Language, person: KnownPerson) -> str:
    """A record in one line: name, code, birth date, how many cases."""
    parts = [person.name, person.masked_code, language.date(person.birth_date) if person.birth_date else ""]
    parts.append(language.count("{n} case", "{n} cases", len(person.cases)))
    return " · ".join(part for part in parts if part)
