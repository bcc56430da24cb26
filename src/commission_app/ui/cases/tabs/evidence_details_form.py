"""The fields that one kind of evidence asks beyond its title, made from what the rules want to know of it."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commission_app.errors import Refusal
from commission_app.rules.evidence_details import DETAILS, Details, Opinion
from commission_app.rules.vocabulary.evidence import EvidenceKind, SelfAssessmentLevel
from commission_app.services import self_assessment
from commission_app.services.self_assessment import SelfRow, SelfSheet
from commission_app.ui.cases.tabs.detail_rows import DetailRows
from commission_app.ui.cases.tabs.outcome_levels import OutcomeLevels
from commission_app.ui.cases.tabs.portfolio_draft import DialogDraft
from commission_app.ui.desk import Desk
from commission_app.ui.forms import Form
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.inputs import Input, LongTextInput, TextInput, TickInput
from commission_app.ui.widgets.number_edit import NumberEdit
from commission_app.wording.evidence_details import detail_label

LONG = frozenset({"tasks", "conclusion", "equipment", "result", "plan", "supervisor_statement", "own_part"})
BESIDE = frozenset(
    "post contact period_until held_until identity_check credits credit_unit training_contract_on "
    "employment_contract_on registration_number country comparable_to from_language translated_on made_on "
    "signed".split()
)
LEVELS_LINES = 12


class Opinions(OutcomeLevels, Input):
    """What an employer says of the outcomes asked for, as an input of a form."""

    edited = Signal()

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk.language, parent)
        self._sheet = SelfSheet((), True)
        self._levels: dict[str, SelfAssessmentLevel] = {}
        self.levelled.connect(self._said)
        self.setFixedHeight(LEVELS_LINES * (self.fontMetrics().lineSpacing() + 8))
        desk.jobs.ask(self, self_assessment.sheet, case_id).then(self._offer)

    def value(self) -> tuple[Opinion, ...]:
        """The opinions, by the outcomes' uids."""
        return tuple(Opinion(uid, level) for uid, level in sorted(self._levels.items()))

    def set_value(self, value: object) -> None:
        """Shows opinions."""
        given = value if isinstance(value, tuple) else ()
        self._levels = {one.outcome_uid: one.level for one in given}
        self._show()

    def draft(self) -> str:
        """The opinions as text."""
        return ";".join(f"{uid}={level.value}" for uid, level in sorted(self._levels.items()))

    def set_draft(self, text: str) -> None:
        """Shows opinions kept as text."""
        pairs = (pair.split("=") for pair in text.split(";") if "=" in pair)
        self._levels = {uid: SelfAssessmentLevel(level) for uid, level in pairs}
        self._show()

    def _offer(self, sheet: SelfSheet) -> None:
        self._sheet = sheet
        self._show()

    def _show(self) -> None:
        rows = (row for unit in self._sheet.units for row in unit.rows)
        self.show_units(self._sheet.units, {row.outcome_id: self._levels.get(row.uid) for row in rows})

    def _said(self, rows: tuple[SelfRow, ...], level: SelfAssessmentLevel | None) -> None:
        for row in rows:
            self._levels.pop(row.uid, None)
            if level is not None:
                self._levels[row.uid] = level
        self._show()
        self.edited.emit()


class DetailsForm(QWidget):
    """Shows the fields of the kind chosen; kinds that share a form keep what was typed."""

    def __init__(self, desk: Desk, case_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._shape: type[Details] | None = None
        self._forms: dict[type[Details], Form] = {}
        self._draft: DialogDraft | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def turn_to(self, kind: EvidenceKind) -> None:
        """Shows the fields of a kind; nothing where it has none."""
        self._shape = DETAILS.get(kind)
        if self._shape is not None and self._shape not in self._forms:
            self._forms[self._shape] = self._made(self._shape)
        for shape, form in self._forms.items():
            form.setVisible(shape is self._shape)
        self.setVisible(self._shape is not None)

    def keep_drafts(self, draft: DialogDraft) -> None:
        """What is typed here is kept with the dialog's draft, whatever kind it is turned to."""
        self._draft = draft
        for shape, form in self._forms.items():
            draft.follow(shape.__name__, form)

    def clear(self) -> None:
        """Empties every form but the one in sight, which its dialog loads."""
        for shape, form in self._forms.items():
            form.load({field.name: getattr(shape(), field.name) for field in fields(shape)})

    def keep_typed(self) -> None:
        """Keeps at once what was typed a blink ago."""
        for form in self._forms.values():
            form.keep_typed()

    def form(self) -> Form | None:
        """The form in sight."""
        return self._forms.get(self._shape) if self._shape is not None else None

    def value(self) -> Details | None:
        """The details, or None for a kind that has none."""
        form = self.form()
        if form is None or self._shape is None:
            return None
        given = {name: value for name, value in form.values().items() if value is not None}
        return self._shape(**given)  # type: ignore[arg-type]

    def load(self, details: Details | None) -> None:
        """Shows the details of the office."""
        form = self.form()
        if form is not None and details is not None and type(details) is self._shape:
            form.load({field.name: getattr(details, field.name) for field in fields(details)})

    def check(self) -> bool:
        """Says at each field what cannot be read; True where nothing is."""
        form = self.form()
        return form is None or form.check()

    def dirty(self) -> bool:
        """Whether anything was typed."""
        form = self.form()
        return form is not None and form.dirty()

    def show_trouble(self, text: str, what: Refusal | None) -> bool:
        """Shows a refusal at its field."""
        form = self.form()
        return form is not None and form.show_trouble(text, what, None)

    def _made(self, shape: type[Details]) -> Form:
        form, hints = Form(self._desk.language, self), get_type_hints(shape)
        for field in fields(shape):
            label = detail_label(self._desk.language, shape, field.name)
            held = self._input(field.name, _plain(hints[field.name]), label)
            shown = "" if isinstance(held, TickInput) else label
            form.add(field.name, shown, held, beside=field.name in BESIDE)
        form.mark_clean()
        self._column.addWidget(form)
        if self._draft is not None:
            self._draft.follow(shape.__name__, form)
        return form

    def _input(self, name: str, wanted: Any, label: str) -> Any:
        if get_origin(wanted) is tuple:
            row = get_args(wanted)[0]
            if row is Opinion:
                return Opinions(self._desk, self._case_id, self)
            return DetailRows(self._desk.language, row, label, self)
        if wanted is date:
            return DateEdit(self._desk.language, self)
        if wanted is Decimal:
            return NumberEdit(self._desk.language, self, decimals=2)
        if wanted is bool:
            return TickInput(label, self)
        if issubclass(wanted, StrEnum):
            return Choice(self).offer_words(self._desk.language, wanted)
        return LongTextInput(self, lines=3) if name in LONG else TextInput(self)


def _plain(hint: Any) -> Any:
    """The type of a field that may also be empty."""
    if get_origin(hint) is UnionType:
        return next(part for part in get_args(hint) if part is not type(None))
    return hint
