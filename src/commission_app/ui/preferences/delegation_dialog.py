"""One delegation: the body that delegated, its contract or order, the qualification, the dates and the parts."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from commission_app.services import delegations
from commission_app.services.delegations import DelegatedStandard, DelegationForm, DelegationLine
from commission_app.ui.desk import Desk
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput, TextInput
from commission_app.ui.widgets.ticks import Ticks

_LONGEST = 70


class DelegationDialog(FormDialog):
    """No part ticked means the whole qualification; a copy keeps body and contract for another qualification."""

    def __init__(
        self, desk: Desk, held: DelegationLine | None, parent: QWidget, *, copy: DelegationForm | None = None
    ) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Delegation"), say("Save"), parent)
        self._held = held
        self._offered: dict[int, DelegatedStandard] = {}
        form = held.form if held is not None else copy
        self._standard_id = held.form.standard_id if held is not None else None
        add = self.form.add
        self.standard = add("standard_id", say("Qualification"), Choice(), required=True)
        self.body = add("body", say("Who delegated the task"), TextInput(), required=True)
        self.number = add("number", say("Contract or order No."), TextInput(), required=True)
        self.since = add("valid_from", say("Delegated from"), DateEdit(language), required=True, beside=True)
        self.until = add("valid_until", say("Delegated until"), DateEdit(language), beside=True)
        self.parts = add(
            "parts",
            say("Only these parts"),
            Ticks(),
            help_text=say("Nothing ticked: the whole qualification and every part of it."),
        )
        self.note = add("note", say("Remarks"), LongTextInput(lines=2))
        self.form.field("parts").hide()
        self.standard.currentIndexChanged.connect(lambda _: self._chosen())
        if form is not None:
            self.form.load(replace(form, standard_id=self._standard_id or 0))
            self.form.mark_clean()
        desk.jobs.ask(self, delegations.standards).then(self._offer)

    def submit(self) -> None:
        """Stores the delegation."""
        standard_id, since = self.standard.value(), self.since.value()
        assert isinstance(standard_id, int) and isinstance(since, date)
        form = DelegationForm(
            standard_id,
            self.body.value(),
            self.number.value(),
            since,
            self.until.value(),
            self.parts.value(),
            self.note.value(),
        )
        key, seen = (self._held.id, self._held.version) if self._held is not None else (None, None)
        self.act(self.desk.jobs.do(self, delegations.store, key, seen, form))

    def _offer(self, rows: tuple[DelegatedStandard, ...]) -> None:
        self._offered = {row.id: row for row in rows}
        named = ((row.id, f"{row.code} {half(self.language, row.title_lv, row.title_en)}"[:_LONGEST]) for row in rows)
        self.standard.offer(named, unchosen=True)
        self.standard.setPlaceholderText(self.language.say("Choose …"))
        if self._standard_id is not None:
            self.standard.set_value(self._standard_id)
        self._chosen()
        self.form.mark_clean()

    def _chosen(self) -> None:
        key = self.standard.value()
        row = self._offered.get(key) if isinstance(key, int) else None
        parts = row.parts if row is not None else ()
        self.parts.offer((code, f"{code} · {title}") for code, title in parts)
        self.form.field("parts").setVisible(bool(parts))
        self.fit()
