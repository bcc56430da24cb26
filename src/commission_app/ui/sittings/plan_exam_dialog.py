"""Plans an exam or changes it: of which qualification, when and where, how many points, and which marks they give."""

from typing import cast

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.services import exam_lists, exams
from commission_app.services.exam_cards import ExamCard
from commission_app.services.exam_lists import EditionToExamine, ExamPlanning
from commission_app.services.exams import ExamForm
from commission_app.ui.desk import Desk
from commission_app.ui.sittings.scale_edit import ScaleEdit
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.ui.widgets.time_edit import TimeEdit
from commission_app.wording.marks import mark_text


class PlanExamDialog(FormDialog):
    """A new exam takes the points and the scale of the latest one of its qualification."""

    def __init__(self, desk: Desk, held: ExamCard | None, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Exam"), say("Plan the exam") if held is None else say("Save"), parent)
        self._held = held
        self._editions: dict[int, EditionToExamine] = {}
        self.edition = self.form.add("edition", say("Qualification"), Choice(), required=True)
        self.commission = self.form.add("commission", say("Commission"), Choice(), required=True)
        self.day = self.form.add("held_on", say("Day"), DateEdit(desk.language), required=True)
        self.starts = self.form.add("starts_at", say("Begins"), TimeEdit(desk.language), beside=True)
        self.ends = self.form.add("ends_at", say("Ends"), TimeEdit(desk.language), beside=True)
        self.room = self.form.add("room", say("Room"), TextInput(), beside=True)
        self.theory = self.form.add("theory_max", say("Most points, theory"), self._points(), required=True)
        self.practice = self.form.add(
            "practice_max", say("Most points, practice"), self._points(), required=True, beside=True
        )
        self._add_leasts()
        self.scale = self.form.add(
            "scale",
            say("Least points for each mark"),
            ScaleEdit(desk.language),
            help_text=say("From the exam's own programme; a mark without points is not given."),
        )
        self.pass_mark = QLabel(self)
        self.pass_mark.setProperty("role", "soft")
        self.form.place(self.pass_mark)
        self.incidents = self.form.add("incidents", say("Events during the exam"), LongTextInput(lines=2))
        self.edition.currentIndexChanged.connect(lambda _: self._chosen())
        if held is None:
            self.form.field("incidents").hide()
        else:
            self._load(held)
        self.scale.hear(self._most)
        for points in (self.theory, self.practice):
            points.textChanged.connect(lambda _: self.scale.say_again())
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 92)
        desk.jobs.ask(self, exam_lists.planning).then(self._offer)

    def _add_leasts(self) -> None:
        """The least points of each part, where the programme sets them, and the number of the group."""
        say = self.language.say
        least = say("Empty where the exam programme sets none; below it the exam is not passed, whatever the total.")
        self.theory_least = self.form.add("theory_least", say("Least points, theory"), self._points(), help_text=least)
        self.practice_least = self.form.add(
            "practice_least", say("Least points, practice"), self._points(), beside=True
        )
        self.group = self.form.add("group_number", say("Group No."), TextInput(), beside=True)

    def submit(self) -> None:
        """Plans the exam, or changes it."""
        day = self.day.value()
        assert day is not None
        form = ExamForm(
            day,
            self.theory.whole() or 0,
            self.practice.whole() or 0,
            cast("dict[int, int]", self.scale.value() or {}),
            self.room.value(),
            self.starts.value(),
            self.ends.value(),
            self.incidents.value(),
            self.group.value(),
            self.theory_least.whole(),
            self.practice_least.whole(),
        )
        if self._held is not None:
            self.act(self.desk.jobs.do(self, exams.change_exam, self._held.id, self._held.version, form))
            return
        edition, commission = self.edition.value(), self.commission.value()
        if isinstance(edition, int) and isinstance(commission, int):
            self.act(self.desk.jobs.do(self, exams.plan_exam, edition, commission, form))

    def _offer(self, planning: ExamPlanning) -> None:
        language = self.language
        self._editions = {one.id: one for one in planning.editions}
        self.edition.offer((one.id, self._edition_name(one)) for one in planning.editions)
        self.commission.offer(
            (one.id, half(language, one.form.name_lv, one.form.name_en)) for one in planning.commissions
        )
        if self._held is not None:
            self.edition.set_value(self._held.edition_id)
            self.commission.set_value(self._held.commission_id)
            for choice in (self.edition, self.commission):
                choice.setEnabled(False)
        mark = self._held.pass_mark if self._held is not None else planning.pass_mark
        self.pass_mark.setText(language.say("The exam is passed with the mark {mark}.", mark=mark_text(language, mark)))
        self._chosen()
        self.fit()

    def _chosen(self) -> None:
        """Takes over the points and the scale of the latest exam, unless something is typed."""
        key = self.edition.value()
        latest = self._editions.get(key) if isinstance(key, int) else None
        if self._held is not None or latest is None or latest.theory_max is None or self.theory.text():
            return
        self.theory.set_value(latest.theory_max)
        self.practice.set_value(latest.practice_max)
        self.scale.set_value(dict(latest.scale))
        self.theory_least.set_value(latest.theory_least)
        self.practice_least.set_value(latest.practice_least)

    def _load(self, held: ExamCard) -> None:
        self.form.load(
            {
                "held_on": held.held_on,
                "starts_at": held.starts_at,
                "ends_at": held.ends_at,
                "room": held.room,
                "group_number": held.group_number,
                "theory_least": held.theory_least,
                "practice_least": held.practice_least,
                "theory_max": held.theory_max,
                "practice_max": held.practice_max,
                "scale": dict(held.scale),
                "incidents": held.incidents,
            }
        )

    def _edition_name(self, one: EditionToExamine) -> str:
        return f"{one.code} {half(self.language, one.title_lv, one.title_en)} · {one.label}"

    def _most(self) -> int | None:
        theory, practice = self.theory.whole(), self.practice.whole()
        return None if theory is None or practice is None else theory + practice

    def _points(self) -> NumberEdit:
        return NumberEdit(self.language, lowest=1, highest=1000)
