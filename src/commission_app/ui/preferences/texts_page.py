"""The printed texts: what papers say in both languages, from which day."""

from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from commission_app.i18n import today
from commission_app.rules.vocabulary.case import Procedure
from commission_app.services import provisions
from commission_app.services.provisions import PhraseLine
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.page import Page
from commission_app.ui.preferences.rules_page import procedure_name
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import LongTextInput
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording import letters, phrase
from commission_app.wording.words import word


class TextsPage(Page):
    """A text is never changed on papers of before: a new wording counts from its day."""

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        purpose = say("What the papers say in both languages; a paper whose half is missing is refused by name.")
        super().__init__(desk, say("Printed texts"), purpose)
        self.prominent(say("Word a text …"), self.new, "edit")
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(lambda row: self._ask(row if isinstance(row, PhraseLine) else None))
        self.body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Asks for every text."""
        self.jobs.ask(self, provisions.phrase_lines).then(self.table.show_rows)

    def new(self) -> None:
        """Words a text, beginning with the chosen one."""
        self._ask(self.table.current() if isinstance(self.table.current(), PhraseLine) else None)

    def edit(self) -> None:
        """Words the chosen text."""
        self.new()

    def _ask(self, held: PhraseLine | None) -> None:
        dialog = TextDialog(self.desk, held, self)
        dialog.stored.connect(lambda _: self._stored())
        dialog.open()

    def _stored(self) -> None:
        self.told.emit(self.language.say("Text saved"))
        self.refresh()

    def _columns(self) -> tuple[Column[PhraseLine], ...]:
        language, say = self.language, self.language.say
        now, other = State(say("in force"), "good"), State(say("not in force"), "neutral", "clock")
        return (
            Column("key", say("Text"), lambda row: phrase.name(language, row.key), width_hint=22),
            Column("procedure", say("Procedure"), lambda row: procedure_name(language, row.procedure), width_hint=22),
            Column("words", say("Wording"), lambda row: half(language, row.text_lv, row.text_en), stretch=True),
            Column("since", say("In force from"), lambda row: language.date(row.in_force_from), width_hint=12),
            Column("origin", say("Origin"), lambda row: word(language, row.origin), width_hint=24),
            Column("state", say("State"), lambda row: now if row.in_force else other, width_hint=14),
        )


class TextDialog(FormDialog):
    """Both halves of a text, from a day."""

    def __init__(self, desk: Desk, held: PhraseLine | None, parent: QWidget) -> None:
        language, say = desk.language, desk.language.say
        super().__init__(desk, say("Printed text"), say("Save"), parent)
        add = self.form.add
        names = [(key, phrase.name(language, key)) for key in phrase.NAMES]
        self.key = add("key", say("Text"), Choice().offer(names), required=True)
        procedures = Choice().offer_words(language, Procedure, empty=say("both procedures"))
        self.procedure = add("procedure", say("Procedure"), procedures)
        self.since = add("in_force_from", say("In force from"), DateEdit(language), required=True, beside=True)
        self.lv = add("text_lv", say("In Latvian"), LongTextInput(lines=5), required=True)
        self.en = add("text_en", say("In English"), LongTextInput(lines=5))
        self.places = QLabel(self.form)
        self.places.setProperty("role", "small")
        self.places.setWordWrap(True)
        self.form.place(self.places)
        self.key.currentIndexChanged.connect(lambda _: self._show_places())
        self.form.load({"key": names[0][0], "in_force_from": today()})
        if held is not None:
            shown = {"key": held.key, "procedure": held.procedure}
            self.form.load({**shown, "text_lv": held.text_lv, "text_en": held.text_en})

    def submit(self) -> None:
        """The wording counts from its day."""
        procedure, since = self.procedure.value(), self.since.value()
        assert isinstance(since, date)
        chosen = procedure if isinstance(procedure, Procedure) else None
        words = (self.lv.value(), self.en.value())
        self.act(self.desk.jobs.do(self, provisions.word, str(self.key.value()), chosen, since, *words))

    def _show_places(self) -> None:
        """What a letter has filled in by itself, the name of the applicant in each case."""
        say, places = self.language.say, letters.places_of(str(self.key.value()))
        told = say("Filled in by themselves: {places}.", places=", ".join(places))
        cases = say(
            "{whose}: the applicant in the genitive, {towhom}: in the dative.", whose="{whose}", towhom="{towhom}"
        )
        self.places.setText(f"{told} {cases}")
        self.places.setVisible(bool(places))
        self.fit()
