"""What a closed sitting leaves: the minutes to print, and the decisions to be signed and registered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.i18n import LANGUAGES
from commission_app.rules.registration import DecisionAct
from commission_app.rules.vocabulary.decision import DecisionState, DecisionVerdict
from commission_app.services import papers, sitting_end
from commission_app.services.sitting_cards import SittingCard
from commission_app.services.sitting_end import SittingDecision
from commission_app.ui.desk import Desk
from commission_app.ui.icons import icon
from commission_app.ui.jobs import Batch
from commission_app.ui.sittings.minutes_panel import MinutesPanel
from commission_app.ui.sittings.register_dialog import RegisterDialog
from commission_app.ui.theme import STEP, palette_now
from commission_app.ui.widgets.chip import Chip
from commission_app.wording.quantities import amount, credits_text
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word

VERDICT_TONES = {
    DecisionVerdict.FULL: "good",
    DecisionVerdict.PARTIAL: "warn",
    DecisionVerdict.REFUSED: "bad",
    DecisionVerdict.TEST: "info",
    DecisionVerdict.MORE_INFORMATION: "info",
}


class ClosedPanel(QFrame):
    """The minutes with their number, and a card for every decision with what stands against registering it."""

    case_wanted = Signal(int)
    registered = Signal(int)
    """So many decisions were entered in the register."""

    def __init__(self, desk: Desk, sitting_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._sitting_id = desk, sitting_id
        self._number = ""
        self.decisions: tuple[SittingDecision, ...] = ()
        self.buttons: dict[int, QPushButton] = {}
        say = desk.language.say
        self.title = _label("", "title")
        self.facts = _label("", "soft")
        self.left = _label("", "strong")
        self.all = QPushButton(icon("registers", palette_now().on_accent), say("Register all that can be …"), self)
        self.all.setProperty("role", "prominent")
        self.all.clicked.connect(lambda _: self.register(self.ready()))
        self.prints = {language.code: QPushButton(icon("print"), "", self) for language in LANGUAGES}
        self.prints["lv"].setText(say("Minutes in Latvian"))
        self.prints["en"].setText(say("Minutes in English"))
        for language in LANGUAGES:
            self.prints[language.code].clicked.connect(lambda _=False, code=language.code: self.show_minutes(code))
        self.minutes = MinutesPanel(desk, sitting_id, self)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self._lay_out()

    def show_card(self, card: SittingCard) -> None:
        """Shows the minutes' facts and asks for the decisions."""
        language = self._desk.language
        self._number = card.minutes_number
        self.title.setText(language.say("Minutes No. {number}", number=card.minutes_number))
        began, ended = card.started_at, card.ended_at
        hours = f"{language.time(began)}–{language.time(ended)}" if began is not None and ended is not None else ""
        taker = language.say("minutes taken by {name}", name=card.minute_taker)
        self.facts.setText(" · ".join(part for part in (language.date(card.held_on), hours, card.place, taker) if part))
        self.minutes.refresh()
        self._desk.jobs.ask(self, sitting_end.decisions_of, self._sitting_id).then(self._show)

    def ready(self) -> tuple[SittingDecision, ...]:
        """The decisions nothing stands against registering."""
        return tuple(one for one in self.decisions if not _against(one))

    def register(self, wanted: tuple[SittingDecision, ...]) -> None:
        """Asks for the day of signature and registers, one short act a decision."""
        dialog = RegisterDialog(self._desk, wanted, self)
        dialog.stored.connect(self._registered)
        dialog.open()

    def show_minutes(self, code: str) -> None:
        """Shows the minutes in a language, ready to be printed."""
        desk, number = self._desk, self._number
        language = next(one for one in LANGUAGES if one.code == code)

        def show(data: bytes) -> None:
            from commission_app.ui.widgets.paper_preview import show_paper

            show_paper(self, desk, number, data, papers.file_name(number))

        button = self.prints[code]
        desk.jobs.ask(self, papers.minutes, self._sitting_id, language).resting(button).then(show)

    def _registered(self, batch: "Batch[object, None]") -> None:
        for _, trouble in batch.troubles[:1]:
            self._desk.problems.show(self, trouble)
        if batch.answers:
            self.registered.emit(len(batch.answers))

    def _show(self, decisions: tuple[SittingDecision, ...]) -> None:
        language = self._desk.language
        self.decisions, self.buttons = decisions, {}
        drafts = sum(one.state is DecisionState.DRAFT for one in decisions)
        self.left.setText(
            language.count("{n} decision is not registered yet", "{n} decisions are not registered yet", drafts)
            if drafts
            else language.say("All decisions are registered.")
            if decisions
            else language.say("The sitting took no decisions.")
        )
        self.all.setVisible(bool(self.ready()))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 3 * STEP, 0)
        column.setSpacing(2 * STEP)
        for one in decisions:
            column.addWidget(self._card(one))
        column.addStretch(1)
        self.area.setWidget(page)

    def _card(self, one: SittingDecision) -> QFrame:
        language = self._desk.language
        say = language.say
        box = QFrame()
        box.setProperty("role", "card")
        head = QHBoxLayout()
        head.setSpacing(2 * STEP)
        head.addWidget(_label(say("Decision No. {number}", number=one.number), "strong"))
        head.addWidget(_label(f"{one.case_number} · {one.applicant}"), 1)
        head.addWidget(Chip(word(language, one.verdict), VERDICT_TONES[one.verdict]))
        facts = [
            say(
                "recognised {recognised} of {claimed}",
                recognised=credits_text(language, one.recognised),
                claimed=amount(language, one.claimed),
            )
        ]
        if one.signed_on is not None:
            facts.append(say("signed on {day}", day=language.date(one.signed_on)))
        facts.append(word(language, one.state))
        below = QHBoxLayout()
        below.setSpacing(2 * STEP)
        below.addWidget(_label(" · ".join(facts), "soft"), 1)
        opening = QPushButton(say("Open the case"), box)
        opening.setProperty("role", "link")
        opening.clicked.connect(lambda _=False, key=one.case_id: self.case_wanted.emit(key))
        below.addWidget(opening)
        column = QVBoxLayout(box)
        column.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 3 * STEP)
        column.setSpacing(STEP)
        column.addLayout(head)
        column.addLayout(below)
        self._add_act(one, below, column)
        return box

    def _add_act(self, one: SittingDecision, row: QHBoxLayout, column: QVBoxLayout) -> None:
        """The button, or the reasons why it is not there."""
        if one.state is DecisionState.REGISTERED:
            return
        against = _against(one)
        if against:
            column.addWidget(_label(" ".join(sentence(self._desk.language, why) for why in against), "small"))
            return
        button = QPushButton(self._desk.language.say("Register …"), self)
        button.clicked.connect(lambda _=False: self.register((one,)))
        row.addWidget(button)
        self.buttons[one.id] = button

    def _lay_out(self) -> None:
        prints = QHBoxLayout()
        prints.setSpacing(2 * STEP)
        for button in self.prints.values():
            prints.addWidget(button)
        prints.addStretch(1)
        decisions = QHBoxLayout()
        decisions.addWidget(self.left, 1)
        decisions.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addLayout(prints)
        column.addWidget(self.minutes)
        column.addLayout(decisions)
        column.addWidget(self.area, 1)


def _against(one: SittingDecision) -> tuple[Refusal, ...]:
    return next(standing.refusals for standing in one.acts if standing.act is DecisionAct.REGISTER)


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(role != "strong")
    return label
