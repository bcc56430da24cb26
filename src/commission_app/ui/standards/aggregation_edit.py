"""The rule of aggregation in a form: its kind, and only those figures that the kind asks for."""

import json

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from commission_app.errors import Refusal, RefusedError
from commission_app.i18n import Language
from commission_app.rules import aggregation
from commission_app.rules.aggregation import Aggregation, SectionMinimum
from commission_app.rules.scales import as_points
from commission_app.rules.vocabulary.scoring import AggregationKind
from commission_app.ui.theme import STEP
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.inputs import Input, LongTextInput, TextInput
from commission_app.ui.widgets.number_edit import NumberEdit, read_number
from commission_app.wording.sentences import sentence

_POINTS = (AggregationKind.POINTS, AggregationKind.PART_MINIMUM)


class AggregationEdit(QWidget, Input):
    """Its value is the canonical text of the rule; what the rule asks for stands below in sentences."""

    edited = Signal()

    def __init__(self, language: Language, own: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        say = language.say
        self.kind = Choice(self).offer_words(language, [one for one in AggregationKind if one is not _BY_RULE])
        self.kind.offer([(_BY_RULE, own), *self._kinds()])
        self.share = NumberEdit(language, self, lowest=1, highest=100)
        self.points = NumberEdit(language, self, decimals=3)
        self.required = TextInput(self, placeholder=say("Codes, parted by semicolons"))
        self.sections = LongTextInput(self, lines=3, placeholder=say("One a line: section = points"))
        self.met = NumberEdit(language, self, lowest=0, highest=100)
        self.partly = NumberEdit(language, self, lowest=0, highest=100)
        self.said = QLabel(self)
        self.said.setProperty("role", "small")
        self.said.setWordWrap(True)
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2 * STEP)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._rows.addRow(self.kind)
        for label, held in (
            (say("Share of the outcomes, %"), self.share),
            (say("Points needed"), self.points),
            (say("Outcomes that must be met"), self.required),
            (say("Minimum for each section"), self.sections),
            (say("Met from, % of the points"), self.met),
            (say("Met in part from, %"), self.partly),
        ):
            held.setAccessibleName(label)
            self._rows.addRow(label, held)
        self._rows.addRow(self.said)
        for one in self._held():
            one.on_edit(self._changed)
        self.setFocusProxy(self.kind)
        self.set_value("")

    def value(self) -> str:
        """The rule as canonical text; empty where it has none of its own, or cannot be read."""
        try:
            return aggregation.written(self._rule())
        except (RefusedError, ValueError):
            return ""

    def set_value(self, value: object) -> None:
        """Shows a rule from its text."""
        rule = aggregation.read(str(value or ""))
        self.kind.set_value(rule.kind)
        self.share.set_value(rule.share_percent)
        self.points.set_value(as_points(rule.points_needed) if rule.points_needed else None)
        self.required.set_value("; ".join(rule.required_codes))
        lines = (f"{part.section} = {self._language.number(as_points(part.points))}" for part in rule.section_minimums)
        self.sections.set_value("\n".join(lines))
        self.met.set_value(rule.met_percent)
        self.partly.set_value(rule.partly_percent)
        self._dress()

    def draft(self) -> str:
        """Everything as typed."""
        return json.dumps([held.draft() for held in self._held()], ensure_ascii=False)

    def set_draft(self, text: str) -> None:
        """Shows what was typed."""
        try:
            found = json.loads(text)
        except ValueError:
            return
        for held, typed in zip(self._held(), found if isinstance(found, list) else [], strict=False):
            held.set_draft(str(typed))
        self._dress()

    def refusal(self) -> Refusal | None:
        """What cannot be read, or what no unit could fulfil."""
        for held in (self.share, self.points, self.met, self.partly):
            if not held.isHidden() and (wrong := held.refusal()) is not None:
                return wrong
        try:
            aggregation.check(self._rule())
        except RefusedError as refused:
            return refused.refusal
        return None

    def _held(self) -> tuple[Choice | NumberEdit | TextInput | LongTextInput, ...]:
        return (self.kind, self.share, self.points, self.required, self.sections, self.met, self.partly)

    def _kinds(self) -> list[tuple[object, str]]:
        from commission_app.wording.words import word

        return [(one, word(self._language, one)) for one in AggregationKind if one is not _BY_RULE]

    def _rule(self) -> Aggregation:
        kind = self.kind.value()
        if not isinstance(kind, AggregationKind):
            return Aggregation()
        plain = Aggregation()
        return Aggregation(
            kind,
            self.share.whole() or plain.share_percent if kind is AggregationKind.SHARE else plain.share_percent,
            _thousandths(self.points) if kind is AggregationKind.POINTS else 0,
            tuple(code.strip() for code in self.required.value().split(";") if code.strip()),
            self._minimums() if kind is AggregationKind.PART_MINIMUM else (),
            _or(self.met.whole(), plain.met_percent),
            _or(self.partly.whole(), plain.partly_percent),
        )

    def _minimums(self) -> tuple[SectionMinimum, ...]:
        found = []
        for line in self.sections.value().splitlines():
            section, _, points = line.rpartition("=")
            number = read_number(points)
            if line.strip() and (number is None or not section.strip()):
                raise RefusedError("aggregation.section_line", at="aggregation", line=line.strip()[:60])
            if number is not None:
                found.append(SectionMinimum(section.strip(), int(number * 1000)))
        return tuple(found)

    def _changed(self) -> None:
        self._dress()
        self.edited.emit()

    def _dress(self) -> None:
        kind = self.kind.value()
        wanted = {
            self.share: kind is AggregationKind.SHARE,
            self.points: kind is AggregationKind.POINTS,
            self.required: isinstance(kind, AggregationKind) and kind is not _BY_RULE,
            self.sections: kind is AggregationKind.PART_MINIMUM,
            self.met: kind in _POINTS,
            self.partly: kind in _POINTS,
        }
        for held, shown in wanted.items():
            self._rows.setRowVisible(held, shown)
        try:
            rule = self._rule()
            said = " ".join(sentence(self._language, one) for one in aggregation.described(rule))
        except RefusedError:
            said = ""
        self.said.setText(said if kind is not _BY_RULE else "")
        self._rows.setRowVisible(self.said, bool(self.said.text()))


_BY_RULE = AggregationKind.BY_RULE


def _thousandths(held: NumberEdit) -> int:
    number = held.value()
    return 0 if number is None else int(number * 1000)


def _or(number: int | None, else_number: int) -> int:
    return else_number if number is None else number
