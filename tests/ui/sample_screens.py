"""Two small screens over a list of made-up applicants, to try the window on before any noun has a screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from commission_app.errors import refusal
from commission_app.services.paging import Cursor, Page
from commission_app.ui.columns import RIGHT, Column, ListFilter, ListQuestions, State
from commission_app.ui.forms import Form
from commission_app.ui.places import Place
from commission_app.ui.screen import Screen
from commission_app.ui.tables import ListView
from commission_app.ui.widgets.act_button import ActButton, Offered
from commission_app.ui.widgets.chip import Chip
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.empty_state import EmptyState
from commission_app.ui.widgets.file_drop import FileDrop
from commission_app.ui.widgets.inputs import LongTextInput, TextInput, TickInput
from commission_app.ui.widgets.number_edit import NumberEdit

FIRST = ("Aija", "Ģirts", "Žanete", "Līga", "Ēriks", "Šarlote")
LAST = ("Bērziņa", "Žņaugs", "Kalniņa", "Ozols", "Čakste", "Ūdre", "Apsīte")
TONES = ("good", "warn", "bad", "info", "neutral")


@dataclass(frozen=True)
class Applicant:
    """One line of the sample list."""

    id: int
    number: str
    name: str
    points: int
    due: date
    state: str


class Office:
    """Ten thousand applicants, kept in a list and asked as the office would be."""

    def __init__(self, many: int) -> None:
        self.rows = {key: _applicant(key) for key in range(1, many + 1)}
        self.asked: list[str] = []

    def page(
        self,
        _reading: Any,
        /,
        *,
        words: str,
        filters: Mapping[str, str],
        sort: str,
        descending: bool,
        after: Cursor | None,
        limit: int,
    ) -> Page[Applicant]:
        """The first rows."""
        self.asked.append("page")
        found = self._sorted(words, filters, sort, descending)
        assert after is None
        rows = tuple(found[:limit])
        return Page(rows, Cursor("", rows[-1].id) if len(found) > limit else None)

    def ids(
        self, _reading: Any, /, *, words: str, filters: Mapping[str, str], sort: str, descending: bool
    ) -> tuple[int, ...]:
        """All keys."""
        self.asked.append("ids")
        return tuple(row.id for row in self._sorted(words, filters, sort, descending))

    def rows_of(self, _reading: Any, keys: tuple[int, ...]) -> tuple[Applicant, ...]:
        """The rows of some keys."""
        self.asked.append(f"rows {len(keys)}")
        return tuple(self.rows[key] for key in keys if key in self.rows)

    def questions(self) -> ListQuestions[Applicant]:
        """The three questions of the list."""
        return ListQuestions(self.page, self.ids, self.rows_of)

    def _sorted(self, words: str, filters: Mapping[str, str], sort: str, descending: bool) -> list[Applicant]:
        found = [row for row in self.rows.values() if words.casefold() in f"{row.number} {row.name}".casefold()]
        found = [row for row in found if filters.get("state", row.state) == row.state]
        return sorted(found, key=lambda row: (getattr(row, sort), row.id), reverse=descending)


def _applicant(key: int) -> Applicant:
    name = f"{LAST[key % 7]}, {FIRST[key % 6]}"
    return Applicant(key, f"2026/{key:05d}", name, key % 60, date(2026, 1, 1) + timedelta(key % 300), TONES[key % 5])


COLUMNS = (
    Column[Applicant]("number", "Lietas Nr.", lambda row: row.number, width_hint=14),
    Column[Applicant]("name", "Pretendents", lambda row: row.name, stretch=True),
    Column[Applicant]("points", "Kredītpunkti", lambda row: str(row.points), align=RIGHT),
    Column[Applicant]("due", "Termiņš", lambda row: f"{row.due:%d.%m.%Y}.", align=RIGHT, width_hint=14),
    Column[Applicant]("state", "Stāvoklis", lambda row: State(row.state, row.state), width_hint=18),
)
OFFICE = Office(437)


class SampleList(Screen):
    """A list of applicants."""

    watches = frozenset({"user"})
    help_topic = "cases"

    def __init__(self, desk: Any, place: Place, parent: Any = None) -> None:
        super().__init__(desk, place, parent)
        self.refreshed = 0
        self.list = ListView(
            desk,
            "sample",
            COLUMNS,
            OFFICE.questions(),
            sort="number",
            filters=(ListFilter("state", "Stāvoklis", tuple((tone, tone) for tone in TONES)),),
            empty=EmptyState("Lietu vēl nav.", "Reģistrēt iesniegumu", lambda: None),
            export=lambda query: None,
        )
        self.list.opened.connect(lambda key: self.go.emit(Place("case", key)))
        self.body.addWidget(self.list)

    def title(self) -> str:
        """Its title."""
        return self.language.say("Cases")

    def refresh(self) -> None:
        """Asks again."""
        self.refreshed += 1
        self.list.refresh()

    def focus_first(self) -> None:
        """Into the list."""
        self.list.focus_first()


class SampleCase(Screen):
    """A page with a header, acts and a form."""

    rail = "cases"
    help_topic = "case"

    def __init__(self, desk: Any, place: Place, parent: Any = None) -> None:
        super().__init__(desk, place, parent)
        chip = Chip("Nokavēts", "bad")
        acts = ActButton(self.language)
        quorum = refusal("ui.required", field="Kvorums")
        acts.show_acts(
            [
                Offered("Virzīt izskatīšanai sēdē", [], lambda: None),
                Offered("Reģistrēt lēmumu", [quorum], lambda: None),
                Offered("Atsaukt iesniegumu", [], lambda: None),
            ]
        )
        self.acts = acts
        self.form = Form(self.language)
        self.form.heading("Iesniegums")
        self.form.keep_drafts(lambda text: None)
        self.name = self.form.add("name", "Vārds, uzvārds", TextInput(), required=True)
        self.code = self.form.add(
            "code", "Personas kods", TextInput(), beside=True, help_text="Vecais vai jaunais formāts"
        )
        self.day = self.form.add("day", "Saņemts", DateEdit(self.language))
        self.points = self.form.add("points", "Kredītpunkti", NumberEdit(self.language, decimals=1), beside=True)
        self.reason = self.form.add("reason", "Pamatojums", LongTextInput())
        self.compared = self.form.add("compared", "", TickInput("salīdzināts ar oriģinālu"))
        for widget in (chip, acts, self.form, FileDrop(self.language, "Ievelciet datnes šeit vai izvēlieties tās.")):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def title(self) -> str:
        """Its number."""
        return f"2026/{self.place.key}"

    def breadcrumb(self) -> tuple[tuple[str, Place | None], ...]:
        """Below the cases."""
        return ((self.language.say("Cases"), Place("cases")),)
