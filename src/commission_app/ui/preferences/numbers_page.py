"""The numbers of the books: how each is written in a year, and whether the program or a person makes it."""

from commission_app.errors import RefusedError
from commission_app.i18n import today
from commission_app.rules import numbering
from commission_app.rules.vocabulary.register import NumberMode
from commission_app.services import series, series_lines
from commission_app.services.series_lines import SeriesLine
from commission_app.ui.columns import RIGHT, Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.preferences.page import Page
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.form_dialog import FormDialog
from commission_app.ui.widgets.inputs import TextInput
from commission_app.ui.widgets.rows_table import RowsTable
from commission_app.wording.sentences import sentence
from commission_app.wording.words import word


class NumbersPage(Page):
    """A year whose book has its first number is settled; the next year can be settled before it begins."""

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        purpose = say("Settled for each book and year before its first number; no two books may write alike.")
        super().__init__(desk, say("Numbers"), purpose)
        self.year = Choice(self)
        self.year.setAccessibleName(say("Year"))
        self.year.offer(((today().year, str(today().year)),))
        self.year.set_value(today().year)
        self.year.currentIndexChanged.connect(lambda _: self._ask_lines())
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(self._open)
        self.body.addWidget(self.year)
        self.body.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Asks for the years and the books."""
        self.jobs.ask(self, series_lines.years).then(self._know_years)

    def edit(self) -> None:
        """Settles the chosen book."""
        if isinstance(self.table.current(), SeriesLine):
            self._open(self.table.current())

    def _know_years(self, years: tuple[int, ...]) -> None:
        self.year.blockSignals(True)
        self.year.offer((year, str(year)) for year in years)
        self.year.blockSignals(False)
        self._ask_lines()

    def _ask_lines(self) -> None:
        year = self.year.value()
        if isinstance(year, int):
            self.jobs.ask(self, series_lines.lines, year).then(self.table.show_rows)

    def _open(self, row: object) -> None:
        if isinstance(row, SeriesLine):
            dialog = SeriesDialog(self.desk, row, self)
            dialog.stored.connect(lambda _: self._stored())
            dialog.open()

    def _stored(self) -> None:
        self.told.emit(self.language.say("Numbers settled"))
        self.refresh()

    def _columns(self) -> tuple[Column[SeriesLine], ...]:
        language, say = self.language, self.language.say
        begun = State(say("begun"), "neutral", "lock")
        free = State(say("not begun"), "info", "edit")
        return (
            Column("book", say("Book"), lambda row: word(language, row.book), stretch=True),
            Column("mode", say("Numbers are"), lambda row: word(language, row.mode), width_hint=32),
            Column("pattern", say("Pattern"), lambda row: row.pattern, width_hint=18),
            Column("next", say("Next number"), lambda row: row.next_number, width_hint=14),
            Column("given", say("Given"), lambda row: language.number(row.given), align=RIGHT, width_hint=8),
            Column("state", say("State"), lambda row: begun if row.against else free, width_hint=14),
        )


class SeriesDialog(FormDialog):
    """The pattern with an example that follows every key; a book that has begun says why it stays as it is."""

    def __init__(self, desk: Desk, held: SeriesLine, parent: Page) -> None:
        language, say = desk.language, desk.language.say
        title = f"{word(language, held.book)}, {held.year}"
        super().__init__(desk, title, say("Settle"), parent)
        self._held = held
        self.mode = self.form.add("mode", say("Numbers are"), Choice().offer_words(language, NumberMode))
        self.pattern = self.form.add("pattern", say("Pattern"), TextInput(), help_text=" ")
        self._told = say("{year} stands for the year, {n} for the number, {n3} for at least three digits.", **_FIELDS)
        self.form.load({"mode": held.mode, "pattern": held.pattern})
        self.form.edited.connect(self._show_example)
        self._show_example()
        if held.against:
            self.banner.say(" ".join(sentence(language, why) for why in held.against), "info")
            self.deed.setEnabled(False)
            for name in ("mode", "pattern"):
                self.form.field(name).setEnabled(False)

    def example(self) -> str:
        """What the first numbers look like, or why the pattern cannot be read."""
        try:
            first, later = (numbering.format_number(self.pattern.value(), self._held.year, n) for n in (1, 14))
        except RefusedError as refused:
            return sentence(self.language, refused.refusal)
        return self.language.say("For example {first} and {later}.", first=first, later=later)

    def submit(self) -> None:
        """Settles the series."""
        mode = self.mode.value()
        chosen = mode if isinstance(mode, NumberMode) else NumberMode.GENERATED
        held = self._held
        self.act(self.desk.jobs.do(self, series.settle_series, held.book, held.year, self.pattern.value(), chosen))

    def _show_example(self) -> None:
        self.form.field("pattern").say_help(f"{self.example()} {self._told}")


_FIELDS = {"year": "{year}", "n": "{n}", "n3": "{n:03}"}
