"""The form of an index of the nomenclature."""

from typing import Any

from PySide6.QtWidgets import QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.archive import Holding, KeptSince, Retention
from commission_app.rules.vocabulary.case import Procedure
from commission_app.rules.vocabulary.register import Book
from commission_app.services import archive_nomenclature
from commission_app.services.archive_nomenclature import EntryForm, EntryLine
from commission_app.ui.desk import Desk
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.number_edit import NumberEdit


class EntryDialog(FormDialog):
    """An index, what lies under it, how many years it is kept and from when they count."""

    def __init__(self, desk: Desk, held: EntryLine | None, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Index of the nomenclature"), say("Save"), parent)
        self._held = held
        self.index_no = self.form.add("index_no", say("Index"), TextInput(placeholder="12-5/31"), required=True)
        self.legal = self.form.add("legal", say("Basis, remarks"), TextInput(), beside=True, stretch=2)
        self.title_lv = self.form.add("title_lv", say("Title in Latvian"), TextInput(), required=True)
        self.title_en = self.form.add("title_en", say("Title in English"), TextInput(), beside=True)
        self.holds = self.form.add("holds", say("What lies under it"), Choice().offer_words(language, Holding))
        self.procedure = self.form.add(
            "procedure", say("Procedure"), Choice().offer_words(language, Procedure, empty=say("all procedures"))
        )
        self.book = self.form.add("book", say("Register"), Choice().offer_words(language, Book))
        self.retention = self.form.add("retention", say("Kept"), Choice().offer_words(language, Retention))
        self.years = self.form.add("years", say("Years"), NumberEdit(language, highest=200), beside=True)
        self.kept_since = self.form.add("kept_since", say("Counted from"), Choice().offer_words(language, KeptSince))
        self.valid_from = self.form.add("valid_from", say("In force from"), DateEdit(language), required=True)
        self.form.add("valid_until", say("In force until"), DateEdit(language), beside=True)
        if held is not None:
            self.form.load(held.form)
        else:
            self.valid_from.set_value(today().replace(month=1, day=1))
        for choice in (self.holds, self.retention):
            choice.currentIndexChanged.connect(lambda _: self._turn())
        self._turn()

    def submit(self) -> None:
        """Stores the index."""
        values: dict[str, Any] = self.form.values()
        years = values["years"]
        permanent = values["retention"] is Retention.PERMANENT
        values["years"] = None if permanent or years is None else int(years)
        values["book"] = values["book"] if values["holds"] is Holding.REGISTER else None
        key, seen = (self._held.id, self._held.version) if self._held is not None else (None, None)
        self.act(self.desk.jobs.do(self, archive_nomenclature.store, key, seen, EntryForm(**values)))

    def _turn(self) -> None:
        """Shows the fields that belong to what is chosen."""
        holds, retention = self.holds.value(), self.retention.value()
        self.form.field("procedure").setVisible(holds is Holding.CASE_FILES)
        self.form.field("book").setVisible(holds is Holding.REGISTER)
        self.form.field("years").setVisible(retention is not Retention.PERMANENT)
        self.form.field("kept_since").setVisible(retention is not Retention.PERMANENT)
        self.fit()
