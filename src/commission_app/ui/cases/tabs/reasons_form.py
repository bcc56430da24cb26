"""The reasons of a decision: worded while it is a draft, read afterwards."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.registration import DecisionAct
from commission_app.rules.vocabulary.award import LineKind
from commission_app.rules.vocabulary.decision import RefusalGround
from commission_app.services import decisions
from commission_app.services.decision_cards import DecisionCard
from commission_app.ui.desk import Desk
from commission_app.ui.forms import Form
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.inputs import LongTextInput
from commission_app.ui.widgets.reason_picker import offer_reasons
from commission_app.wording.sentences import NOTHING, sentence
from commission_app.wording.words import word


class ReasonsForm(QFrame):
    """Reasons of the whole, the coded ground of a refusal, and words for single units."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._desk = desk
        self._language = desk.language
        self._held: DecisionCard | None = None
        self.form: Form | None = None
        self.save_button = QPushButton(desk.language.say("Save the reasons"), self)
        self.save_button.clicked.connect(lambda _: self.save())
        self._title = QLabel(desk.language.say("Reasons"), self)
        self._title.setProperty("role", "strong")
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self._why = QLabel(self)
        self._why.setProperty("role", "small")
        self._why.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(5 * STEP, 4 * STEP, 5 * STEP, 4 * STEP)
        self._column.setSpacing(3 * STEP)
        for widget in (self._title, self.text, self._why):
            self._column.addWidget(widget)
        self._column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_decision(self, held: DecisionCard, titles: dict[str, str]) -> None:
        """Shows the reasons; words just being typed into the same draft stay."""
        against = next(act.refusals for act in held.acts if act.act is DecisionAct.EDIT)
        if self.form is None or self._held is None or self._held.id != held.id:
            self._make(held, titles)
        assert self.form is not None
        if not self.form.dirty():
            self.form.load(_values(held))
            self._held = held
        self.form.setVisible(not against)
        self.save_button.setVisible(not against)
        self.text.setText(_read(self._language, held))
        self.text.setVisible(bool(against))
        self._why.setText(" ".join(sentence(self._language, reason) for reason in against))
        self._why.setVisible(bool(against))

    def save(self) -> None:
        """Stores the reasons of the draft."""
        if self.form is None or self._held is None or not self.form.check():
            return
        values, held = self.form.values(), self._held
        ground = values["refusal_ground"]
        lines = {line.id: str(values[f"line{line.id}"] or "") for line in held.lines if f"line{line.id}" in values}
        promise = self._desk.jobs.do(
            self,
            decisions.edit_draft,
            held.id,
            held.version,
            str(values["reasons"] or ""),
            ground if isinstance(ground, RefusalGround) else None,
            lines,
        )
        promise.resting(self.save_button).then(lambda _: self._saved())

    def _saved(self) -> None:
        if self.form is not None:
            self.form.mark_clean()

    def _make(self, held: DecisionCard, titles: dict[str, str]) -> None:
        """Builds the fields of this decision."""
        if self.form is not None:
            self.form.deleteLater()
        say = self._language.say
        self.form = Form(self._language, self)
        self.form.add(
            "reasons",
            say("Reasons of the decision"),
            offer_reasons(self._desk, LongTextInput(lines=4)),
            help_text=say("Needed where not everything is recognised; printed on the decision. F9: the library."),
        )
        ground = Choice().offer_words(self._language, RefusalGround, empty=say("no ground"))
        self.form.add("refusal_ground", say("Ground of the refusal, for the register"), ground)
        for line in held.lines:
            if line.award.kind is LineKind.UNIT:
                code = line.award.unit_code
                title = titles.get(code, line.award.unit_title)
                self.form.add(
                    f"line{line.id}", f"{code} {title}".strip(), offer_reasons(self._desk, LongTextInput(lines=2))
                )
        self.form.submitted.connect(self.save)
        self._column.insertWidget(1, self.form)
        self._held = held


def _values(held: DecisionCard) -> dict[str, object]:
    lines: dict[str, object] = {f"line{line.id}": line.reason for line in held.lines}
    return {"reasons": held.reasons, "refusal_ground": held.refusal_ground, **lines}


def _read(language: Language, held: DecisionCard) -> str:
    """The reasons as they stand on the decision."""
    ground = word(language, held.refusal_ground).capitalize() if held.refusal_ground is not None else ""
    return "\n".join(part for part in (held.reasons, ground) if part) or NOTHING
