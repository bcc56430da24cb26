"""The sheet of the identification interview as a form: questions by theme, the units, and what is advised."""

from datetime import date

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from commission_app.i18n import today
from commission_app.rules.interview import Answer, InterviewFacts, UnitAnswer
from commission_app.services import interviews
from commission_app.services.interviews import InterviewCard, InterviewForm
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.following_scroll import FollowingScroll
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput

WIDE = 96
HIGH_SHARE = 0.85


class InterviewDialog(FormDialog):
    """One long page that follows the keyboard; whatever is left empty was not asked."""

    def __init__(self, desk: Desk, case_id: int, card: InterviewCard, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        title = say("Identification interview, case {number}", number=card.number)
        super().__init__(desk, title, say("Save"), parent)
        self._case_id, self._card = case_id, card
        add, form = self.form.add, self.form
        self.day = add("held_on", say("Date"), DateEdit(language, form), required=True)
        self.place = add("place", say("Place"), TextInput(form), beside=True)
        self.who = add("interviewer", say("Interviewer"), TextInput(form), required=True)
        self.post = add("post", say("Post"), TextInput(form), beside=True)
        self.answers = self._ask()
        self.units = self._ask_units()
        form.heading(say("Conclusion"))
        self.evidence = add("evidence", say("Evidence to bring"), LongTextInput(form, lines=3))
        self.advice = add("advice", say("Advice"), LongTextInput(form, lines=3))
        self.specialist = add("specialist", say("Career specialist"), TextInput(form))
        self.note = add("specialist_note", say("Note of the career specialist"), LongTextInput(form, lines=3))
        self._load()
        self._scrolled()

    def submit(self) -> None:
        """Stores the sheet."""
        day = self.day.value()
        assert isinstance(day, date)
        facts = InterviewFacts(
            tuple(
                Answer(one.theme_lv, one.theme_en, one.question_lv, one.question_en, said.value())
                for one, said in zip(self._card.answers, self.answers, strict=True)
            ),
            tuple(
                UnitAnswer(unit.code, does.value(), claim.value())
                for unit, (does, claim) in zip(self._card.units, self.units, strict=True)
            ),
            self.evidence.value(),
            self.advice.value(),
            self.specialist.value(),
        )
        form = InterviewForm(day, self.who.value(), self.place.value(), self.post.value(), facts, self.note.value())
        self.act(self.desk.jobs.do(self, interviews.record, self._case_id, self._card.version, form))

    def _ask(self) -> list[LongTextInput]:
        theme, found = "", []
        for at, one in enumerate(self._card.answers):
            said = half(self.language, one.theme_lv, one.theme_en)
            question = half(self.language, one.question_lv, one.question_en)
            if said != theme and said != question:
                self.form.heading(said)
            theme = said
            found.append(self.form.add(f"answer-{at}", question, LongTextInput(self.form, lines=2)))
        return found

    def _ask_units(self) -> list[tuple[LongTextInput, TickInput]]:
        say, found = self.language.say, []
        if self._card.units:
            self.form.heading(say("What the applicant does and knows"))
        for at, unit in enumerate(self._card.units):
            label = f"{unit.code} {half(self.language, unit.title_lv, unit.title_en)}".strip()
            does = self.form.add(f"unit-{at}", label, LongTextInput(self.form, lines=2))
            tick = TickInput(say("advised to claim"), self.form)
            tick.setAccessibleName(f"{say('advised to claim')} {unit.code}")
            found.append((does, self.form.add(f"claim-{at}", "", tick)))
        return found

    def _load(self) -> None:
        card = self._card
        name, post_lv, post_en = card.here
        form = card.form or InterviewForm(today(), name, post=half(self.language, post_lv, post_en))
        facts = form.facts
        self.form.load({**vars(form), **vars(facts)})
        for one, said in zip(card.answers, self.answers, strict=True):
            said.set_value(one.answer)
        kept = {one.code: one for one in facts.units}
        for unit, (does, claim) in zip(card.units, self.units, strict=True):
            if unit.code in kept:
                does.set_value(kept[unit.code].does)
                claim.set_value(kept[unit.code].claim)
        self.form.mark_clean()

    def _scrolled(self) -> None:
        told = QLabel(self.language.say("Whatever is left empty is not printed on the filled sheet."), self)
        told.setProperty("role", "soft")
        told.setWordWrap(True)
        scroll = FollowingScroll(self)
        self.column.replaceWidget(self.form, scroll)
        self.form.setContentsMargins(0, 0, 3 * STEP, 0)
        scroll.setWidget(self.form)
        self.column.insertWidget(1, told)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDE)
        screen = QApplication.primaryScreen()
        if screen is not None:
            self.resize(self.minimumWidth(), int(screen.availableGeometry().height() * HIGH_SHARE))
