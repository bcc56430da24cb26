"""The convocation: what is still missing, letters, agenda, calendar file and e-mail draft, and the frozen agenda."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from commission_app.i18n import LANGUAGES, Language, today
from commission_app.services import agenda_freeze, convocation_papers, convocations
from commission_app.services.convocations import ConvocationCard, ReplyLine
from commission_app.ui.desk import Desk
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.field import Field
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.paper_buttons import show_when_made
from commission_app.ui.widgets.ticks import Ticks
from commission_app.wording.sentences import sentence

Made = Callable[..., bytes]
_WIDE = 84
_FEW = 4
"""So many members are in sight at once: a dialog for a great commission fits a small screen."""


class ConvocationDialog(FormDialog):
    """First the papers, then the day on which the members were called."""

    def __init__(self, desk: Desk, sitting_id: int, parent: QWidget) -> None:
        say = desk.language.say
        super().__init__(desk, say("Call the members"), say("The members are called"), parent)
        self._sitting = sitting_id
        self.card: ConvocationCard | None = None
        self.told, self.warnings, self.kept = self._label("strong"), self._label(""), self._label("soft")
        self.form.place(self.told)
        self.form.place(self.warnings)
        self.only = Ticks(self)
        self._place_only()
        self.letters = self._button(say("Letters"), convocation_papers.letters, say("Invitation to the sitting"))
        self.agenda = self._button(say("Agenda"), convocation_papers.agenda, say("Agenda"))
        self.mail = self._saved(say("E-mail draft …"), convocation_papers.mail, ".eml")
        self.calendar = self._saved(say("Calendar file …"), convocation_papers.calendar, ".ics")
        self._row((self.letters, self.agenda), (self.mail, self.calendar))
        self.called = self.form.add(
            "called_on",
            say("Called on"),
            DateEdit(desk.language),
            required=True,
            help_text=say("The day on which the letters went out; from it the by-law counts the working days."),
        )
        self.called.set_value(today())
        self.form.heading(say("Agenda"))
        self.form.place(self.kept)
        self.freeze, self.thaw = QPushButton(say("Freeze the agenda"), self), QPushButton(say("Open it again"), self)
        self.freeze.clicked.connect(lambda _: self._turn(agenda_freeze.freeze))
        self.thaw.clicked.connect(lambda _: self._turn(agenda_freeze.thaw))
        self._row((self.freeze, self.thaw))
        self.deed.setEnabled(False)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDE)
        self._ask()

    def submit(self) -> None:
        """Keeps the day on which the members were called."""
        day = self.called.value()
        if self.card is not None and day is not None:
            seen = self.card.version
            self.act(self.desk.jobs.do(self, convocations.convoke, self._sitting, seen, day))

    def _ask(self) -> None:
        self.desk.jobs.ask(self, convocations.card, self._sitting).then(self._show)

    def _show(self, card: ConvocationCard) -> None:
        self.card = card
        language = self.language
        against = (*card.against_convoking, *card.warnings)
        self.told.setText(called_text(language, card))
        self.told.setVisible(card.convoked_on is not None or not against)
        self.warnings.setText("\n".join(f"• {sentence(language, one)}" for one in against))
        self.warnings.setVisible(bool(against))
        if card.convoked_on is not None:
            self.form.load({"called_on": card.convoked_on})
        self.form.field("called_on").setVisible(not card.against_convoking)
        self.deed.setVisible(not card.against_convoking)
        self.deed.setEnabled(not card.against_convoking)
        self.kept.setText(frozen_text(language, card))
        self._offer_members(card.replies)
        self.freeze.setVisible(not card.against_freezing)
        self.thaw.setVisible(not card.against_thawing)
        self.fit()

    def _turn(self, act: Callable[..., None]) -> None:
        if self.card is not None:

            def landed(_: object) -> None:
                self.stored.emit(None)
                self._ask()

            promise = self.desk.jobs.do(self, act, self._sitting, self.card.version)
            promise.resting(self.freeze).then(landed)

    def _button(self, text: str, made: Made, name: str) -> QPushButton:
        say, button = self.language.say, QPushButton(text, self)
        menu = QMenu(button)
        inside = {"lv": say("in Latvian"), "en": say("in English")}
        for language in LANGUAGES:
            entry = menu.addAction(inside[language.code])
            entry.triggered.connect(lambda _, one=language: self._preview(made, name, one))
        button.setMenu(menu)
        return button

    def _preview(self, made: Made, name: str, language: Language) -> None:
        asked = self.desk.jobs.ask(self, made, self._sitting, language, *self._named(made))
        show_when_made(self, self.desk, name, asked)

    def _named(self, made: Made) -> tuple[tuple[int, ...], ...]:
        """To whom letters and the e-mail are addressed; the other papers are alike for all."""
        if made not in (convocation_papers.letters, convocation_papers.mail):
            return ()
        return (tuple(int(key) for key in self.only.value() if key),)

    def _place_only(self) -> None:
        say = self.language.say
        told = say("Nobody ticked: to all who are called.")
        self._offer_members(())
        # No field of the form: what is ticked is not stored, and closing the dialog loses nothing.
        self.form.place(
            Field(say("Letters and e-mail only to"), self.only, help_text=told, required=False, parent=self)
        )

    def _offer_members(self, called: tuple[ReplyLine, ...]) -> None:
        self.only.offer([(str(one.member_id), called_line(self.language, one)) for one in called] or [("", "–")])
        # As high before the members are known as after: what stands below never moves.
        self.only.setFixedHeight(_FEW * self.only.sizeHintForRow(0) + STEP)

    def _saved(self, text: str, made: Made, ending: str) -> QPushButton:
        button = QPushButton(text, self)

        def save() -> None:
            asked = self.desk.jobs.ask(self, made, self._sitting, self.language, *self._named(made))
            asked.resting(button).then(lambda data: save_copy(self, self.desk, self._file(ending), data, self._told))

        button.clicked.connect(lambda _: save())
        return button

    def _file(self, ending: str) -> str:
        day = self.card.held_on if self.card is not None else today()
        return self.language.say("Sitting {day}", day=f"{day:%Y-%m-%d}") + ending

    def _told(self, path: Path) -> None:
        self.banner.say(self.language.say("Saved as {file}.", file=path.name), "good")

    def _row(self, *groups: tuple[QPushButton, ...]) -> None:
        for group in groups:
            holder, row = QWidget(self), QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(2 * STEP)
            for button in group:
                button.setAutoDefault(False)
                row.addWidget(button)
            row.addStretch(1)
            holder.setLayout(row)
            self.form.place(holder)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label


def called_line(language: Language, one: ReplyLine) -> str:
    """A member who is called, with the address to which the e-mail goes."""
    return f"{one.name} · {one.email or language.say('no e-mail address')}"


def called_text(language: Language, card: ConvocationCard) -> str:
    """Whether and when the members were called."""
    if card.convoked_on is None:
        return language.say("The members are not called yet.")
    days = language.count("{n} working day", "{n} working days", card.notice.days)
    day = language.date(card.convoked_on)
    return language.say("The members were called on {day}, {days} before the sitting.", day=day, days=days)


def frozen_text(language: Language, card: ConvocationCard) -> str:
    """Whether the agenda is frozen, and until when it changes freely."""
    if card.frozen:
        return language.say("The agenda is frozen: cases are added or taken off only with a reason.")
    if card.last_open_day is not None:
        return language.say("The agenda changes freely until {day}.", day=language.date(card.last_open_day))
    return language.say("The agenda changes freely until it is frozen here.")
