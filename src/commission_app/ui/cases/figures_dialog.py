"""What the yearly figures ask of the applicant, in a form of its own: whoever assesses never sees it."""

from typing import cast

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.rules.vocabulary.person import EducationLevel, EmploymentStatus, Sex, VulnerableGroup
from commission_app.services import figures
from commission_app.services.figures import FiguresCard, FiguresForm
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TickInput
from commission_app.wording.words import word


class FiguresDialog(FormDialog):
    """Whatever is left as it is counts as not said."""

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        say, language = desk.language.say, desk.language
        super().__init__(desk, say("Data for statistics"), say("Save"), parent)
        self._case_id = case_id
        self._seen = 0
        told = QLabel(say("Only for the yearly figures. Assessors do not see it; nobody has to answer."), self)
        told.setWordWrap(True)
        told.setProperty("role", "soft")
        add, form = self.form.add, self.form
        form.place(told)
        self.sex = add("sex", say("Sex"), Choice(form).offer_words(language, Sex))
        self.employment = add(
            "employment", say("On the labour market"), Choice(form).offer_words(language, EmploymentStatus)
        )
        self.education = add("education", say("Highest education"), Choice(form).offer_words(language, EducationLevel))
        form.heading(say("Groups"))
        self.groups = {
            group: add(group.value, "", TickInput(word(language, group), form), beside=bool(at % 2))
            for at, group in enumerate(VulnerableGroup)
        }
        self.deed.setEnabled(False)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 72)
        desk.jobs.ask(self, figures.of_case, case_id).then(self._show)

    def submit(self) -> None:
        """Stores what was said."""
        form = FiguresForm(
            cast(Sex, self.sex.value()),
            cast(EmploymentStatus, self.employment.value()),
            cast(EducationLevel, self.education.value()),
            frozenset(group for group, tick in self.groups.items() if tick.value()),
        )
        self.act(self.desk.jobs.do(self, figures.settle, self._case_id, self._seen, form))

    def _show(self, card: FiguresCard) -> None:
        self._seen = card.version
        form = card.form
        self.form.load({"sex": form.sex, "employment": form.employment, "education": form.education})
        for group, tick in self.groups.items():
            tick.set_value(group in form.groups)
        self.form.mark_clean()
        self.deed.setEnabled(True)
        self.fit()
