"""Whether the commission may decide the item: five lights with word and figures, the rule on a press; who presides."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from commission_app.i18n import Language
from commission_app.rules.legality import LightFinding
from commission_app.rules.vocabulary.sitting import Light, LightKind
from commission_app.services.attendance import Presiding
from commission_app.ui.icons import tone_icon
from commission_app.ui.sittings.sitting_words import LIGHT_TONES
from commission_app.ui.theme import STEP, palette_now
from commission_app.wording.lights import remedy
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class LightLine(QFrame):
    """One light: the icon of its tone, its word, its figures; pressing it shows its rule."""

    def __init__(self, language: Language, rule: QLabel, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._finding: LightFinding | None = None
        self.rule = rule
        self.button = QToolButton(self)
        self.button.setProperty("role", "link")
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.toggled.connect(lambda _: self._lay())
        self.figures = QLabel(self)
        self.figures.setProperty("role", "small")
        top = QHBoxLayout(self)
        top.setContentsMargins(0, 0, 2 * STEP, 0)
        top.addWidget(self.button)
        top.addStretch(1)
        top.addWidget(self.figures)

    def show_light(self, finding: LightFinding) -> None:
        """Shows how the light burns now."""
        self._finding = finding
        language = self._language
        tone, picture = LIGHT_TONES[finding.light]
        name, state = word(language, finding.kind), word(language, finding.light)
        self.button.setText(name)
        self.button.setIcon(tone_icon(picture, tone))
        told = [sentence(language, finding.why)]
        if (way := remedy(language, finding)) is not None:
            told.append(way)
        self.rule.setText(" ".join(told))
        self.button.setToolTip(" ".join(told))
        self.button.setAccessibleName(f"{name}: {state}. {' '.join(told)}")
        self.figures.setText(_figures(language, finding))
        bad = palette_now().bad
        striking = f"background: {bad.ground}; color: {bad.ink}; border-radius: 6px; padding: 6px 8px; margin-top: 4px;"
        self.rule.setStyleSheet(striking if finding.light is Light.RED else "")
        self._lay()

    def _lay(self) -> None:
        red = self._finding is not None and self._finding.light is Light.RED
        self.rule.setVisible(red or self.button.isChecked())


class LightsBar(QFrame):
    """The five lights under the count of those who take part; the sentence of a red one is always in sight."""

    order_wanted = Signal()
    """The order by which somebody presides instead of the chair is to be entered."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._language = language
        self.lights = {kind: LightLine(language, _rule(self), self) for kind in LightKind}
        title = QLabel(language.say("Lawful to decide"), self)
        title.setProperty("role", "label")
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        column.setSpacing(0)
        self.taking_part = QLabel(self)
        self.taking_part.setProperty("role", "strong")
        top = QHBoxLayout()
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(self.taking_part)
        column.addLayout(top)
        grid = QGridLayout()
        grid.setContentsMargins(0, STEP, 0, 0)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.lights[LightKind.QUORUM], 0, 0, 1, 2)
        for at, kind in enumerate(one for one in LightKind if one is not LightKind.QUORUM):
            grid.addWidget(self.lights[kind], 1 + at // 2, at % 2)
        column.addLayout(grid)
        for line in self.lights.values():
            column.addWidget(line.rule)
        column.addLayout(self._presiding_line())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_lights(self, findings: Sequence[LightFinding], taking_part: int, members: int) -> None:
        """Shows the lights of the item in sight, and how many of the members take part in it."""
        self.taking_part.setText(self._language.say("{present} of {all} take part", present=taking_part, all=members))
        for finding in findings:
            self.lights[finding.kind].show_light(finding)

    def show_presiding(self, held: Presiding | None, now: Presiding | None, *, attends: bool) -> None:
        """Shows who presides; where it is not the chair, with the order, or with the place to enter it.

        Who presides over the item in sight (`now`) is said where it is somebody else: the other left or stepped aside.
        """
        say = self._language.say
        self.presides.setVisible(held is not None)
        self.order.setVisible(held is not None and held.stands_in and attends)
        if held is None:
            return
        told = say("Presides: {name}, {role}", name=held.name, role=word(self._language, held.role))
        if held.stands_in and held.order_number:
            told = say("{presides}, order No. {number}", presides=told, number=held.order_number)
        if now is not None and now.member_id != held.member_id:
            over = say("Presides over the item: {name}, {role}", name=now.name, role=word(self._language, now.role))
            told = f"{told}\n{over}"
        self.presides.setText(told)
        self.order.setText(say("Change the order …") if held.order_number else say("Enter the order …"))

    def _presiding_line(self) -> QHBoxLayout:
        self.presides = QLabel(self)
        self.presides.setProperty("role", "small")
        self.presides.setWordWrap(True)
        self.presides.hide()
        self.order = QToolButton(self)
        self.order.setProperty("role", "link")
        self.order.clicked.connect(lambda _: self.order_wanted.emit())
        self.order.hide()
        line = QHBoxLayout()
        line.setContentsMargins(0, STEP, 0, 0)
        line.addWidget(self.presides, 1)
        line.addWidget(self.order)
        return line


def _rule(parent: QWidget) -> QLabel:
    """The sentence of a light, below all of them: it needs the whole width."""
    label = QLabel(parent)
    label.setProperty("role", "small")
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.hide()
    return label


def _figures(language: Language, finding: LightFinding) -> str:
    """The figures of a light, where its rule has figures."""
    present, needed = finding.why.facts.get("present"), finding.why.facts.get("needed")
    if isinstance(present, int) and isinstance(needed, int):
        return language.say("{present}, needed {needed}", present=present, needed=needed)
    return ""
