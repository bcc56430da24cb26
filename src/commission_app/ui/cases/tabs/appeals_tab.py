"""Contesting what was decided: until when, what came, who examines it, the whole file, and the outcome."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.i18n import LANGUAGES, Language, capital
from commission_app.rules.appeals import AppealAct
from commission_app.rules.vocabulary.appeal import AppealState
from commission_app.services import appeal_facts, appeal_file
from commission_app.services.appeal_facts import AppealCard, AppealsCard, Contested
from commission_app.services.appeal_file import FileMade
from commission_app.services.cases import CaseCard
from commission_app.ui.cases.appeal_dialogs import AppealDayDialog, AppealDialog, OutcomeDialog, SendDialog
from commission_app.ui.cases.tabs.tab import CaseTab
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.places import News
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.file_copies import save_copy
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.wording.words import word

_TONES = {
    AppealState.RECEIVED: "info",
    AppealState.SENT: "info",
    AppealState.DECIDED: "neutral",
    AppealState.WITHDRAWN: "neutral",
}


class AppealsTab(CaseTab):
    """One card an appeal, the newest first; above them what may be contested and until when."""

    watches: ClassVar[frozenset[str]] = frozenset({"appeal", "decision", "delivery", "exam", "commission", "register"})

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, case_id, parent)
        say = desk.language.say
        self.held: AppealsCard | None = None
        self.pages: int | None = None
        self.acts: dict[int, ActButton] = {}
        self.files: dict[tuple[int, str], QPushButton] = {}
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.receive = QPushButton(icon("plus"), say("An appeal has come …"), self)
        self.receive.clicked.connect(lambda _: self.new())
        self.empty = EmptyState(say("There is nothing to contest yet: no decision is signed and no exam is closed."))
        head = QHBoxLayout()
        head.addWidget(self.said, 1)
        head.addWidget(self.receive)
        page = QWidget(self)
        self._cards = QVBoxLayout(page)
        self._cards.setContentsMargins(0, 0, 2 * STEP, 0)
        self._cards.setSpacing(3 * STEP)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(page)
        self.body.addLayout(head)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.empty, 1)
        for widget in (self.said, self.receive, self.area, self.empty):
            widget.hide()

    def refresh(self, card: CaseCard) -> None:
        """Asks what may be contested and what came."""
        self.jobs.ask(self, appeal_facts.of_case, self.case_id).then(self._show)

    def new(self) -> None:
        """An appeal has come: its form."""
        if self.held is not None and self.held.contested is not None and not self.held.running:
            self._open(AppealDialog(self.desk, self.held, None, self), self.language.say("The appeal is registered."))

    def focus_first(self) -> None:
        """Puts the keyboard on the way to begin."""
        self.receive.setFocus()

    def make_file(self, card: AppealCard, language: Language) -> None:
        """Gathers the whole file and asks where to keep it."""
        asked = self.jobs.ask(self, appeal_file.whole_file, card.id, language)
        asked.resting(self.files[(card.id, language.code)]).then(self._keep)

    def _keep(self, made: FileMade) -> None:
        self.pages = made.pages
        say = self.language.say
        save_copy(
            self,
            self.desk,
            made.name,
            made.data,
            lambda path: self.happened.emit(News(say("The file is saved as {file}.", file=path.name))),
        )

    def _show(self, held: AppealsCard) -> None:
        self.held = held
        there = held.contested is not None or bool(held.appeals)
        self.said.setVisible(held.contested is not None)
        self.receive.setVisible(held.contested is not None and not held.running)
        self.area.setVisible(there)
        self.empty.setVisible(not there)
        if held.contested is not None:
            self.said.setText(said_until(self.language, held.contested))
        self.acts, self.files = {}, {}
        while (item := self._cards.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for card in reversed(held.appeals):
            self._cards.addWidget(self._card(card))
        self._cards.addStretch(1)

    def _card(self, card: AppealCard) -> QFrame:
        language = self.language
        frame = QFrame(self)
        frame.setProperty("role", "card")
        name = word(language, card.kind)
        title = QLabel(f"{card.number} · {name}", frame)
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        if not card.in_time:
            restored = bool(card.late_reason)
            text = language.say("term restored") if restored else language.say("after the term")
            head.addWidget(Chip(text, "warn" if restored else "bad", parent=frame))
        state = word(language, card.outcome) if card.outcome is not None else word(language, card.state)
        head.addWidget(Chip(state, _TONES[card.state], parent=frame))
        facts = QLabel("\n".join(facts_said(language, card)), frame)
        facts.setWordWrap(True)
        below = QHBoxLayout()
        for one in LANGUAGES:
            file = QPushButton(icon("download"), language.say("Whole file ({code})", code=one.code.upper()), frame)
            file.clicked.connect(lambda _, wanted=one: self.make_file(card, wanted))
            self.files[(card.id, one.code)] = file
            below.addWidget(file)
        below.addStretch(1)
        acts = ActButton(language, frame)
        acts.show_acts(self._offered(card))
        self.acts[card.id] = acts
        below.addWidget(acts)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        inside.setSpacing(2 * STEP)
        inside.addLayout(head)
        inside.addWidget(facts)
        inside.addLayout(below)
        return frame

    def _offered(self, card: AppealCard) -> list[Offered]:
        desk, say = self.desk, self.language.say
        doing: dict[AppealAct, Callable[[], object]] = {
            AppealAct.SEND: lambda: self._open(
                SendDialog(desk, card, self.pages, self), say("The file is handed over.")
            ),
            AppealAct.DECIDE: lambda: self._open(OutcomeDialog(desk, card, self), say("The outcome is entered.")),
            AppealAct.CHANGE: lambda: self._change(card),
            AppealAct.WITHDRAW: lambda: self._open(
                AppealDayDialog(desk, card, court=False, parent=self), say("The appeal is withdrawn.")
            ),
            AppealAct.GO_TO_COURT: lambda: self._open(
                AppealDayDialog(desk, card, court=True, parent=self), say("The court is entered.")
            ),
        }
        against = {standing.act: standing.refusals for standing in card.acts}
        aside = (AppealAct.CHANGE, AppealAct.WITHDRAW)
        return [Offered(word(self.language, act), against[act], do, aside=act in aside) for act, do in doing.items()]

    def _change(self, card: AppealCard) -> None:
        if self.held is not None:
            self._open(AppealDialog(self.desk, self.held, card, self), self.language.say("The appeal is corrected."))

    def _open(self, dialog: FormDialog, told: str) -> None:
        dialog.stored.connect(lambda _: self.happened.emit(News(told)))
        dialog.open()


def said_until(language: Language, contested: Contested) -> str:
    """What may be contested, and until when."""
    number = contested.number
    if contested.until is None:
        return language.say("{number} may be contested; the term begins when it is notified.", number=number)
    day, since = language.date(contested.until), language.date(contested.notified_on or contested.made_on)
    return language.say(
        "{number}, notified on {since}, may be contested until {day}.", number=number, since=since, day=day
    )


def facts_said(language: Language, card: AppealCard) -> list[str]:
    """What is known of an appeal, a line for each thing."""
    say, day = language.say, language.date
    lines = [
        say(
            "Against {number} · received on {day}, {channel}",
            number=card.contested.number,
            day=day(card.received_on),
            channel=word(language, card.channel),
        )
    ]
    if card.term_until is not None:
        lines[0] += " · " + say("last day {day}", day=day(card.term_until))
    lines.append(card.grounds)
    if card.late_reason:
        lines.append(say("Term restored: {reason}", reason=card.late_reason))
    if card.body:
        lines.append(say("Examined by: {body}", body=card.body))
    if card.sent_on is not None:
        lines.append(say("File handed over on {day}", day=day(card.sent_on)))
    elif card.answer_due is not None and card.outcome is None and card.state is AppealState.RECEIVED:
        lines.append(say("To be answered by {day}", day=day(card.answer_due)))
    if card.outcome is not None and card.outcome_on is not None:
        text = say("{outcome} on {day}", outcome=word(language, card.outcome), day=day(card.outcome_on))
        number = f", {card.outcome_number}" if card.outcome_number else ""
        lines.append(f"{capital(text)}{number}: {card.outcome_reasons}")
    if card.court_on is not None:
        text = say("Contested in court on {day}", day=day(card.court_on))
        lines.append(f"{text} {card.court_reference}".strip())
    return lines
