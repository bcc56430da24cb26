"""The institution as its papers name it: names, address, head and pictures from a day, and how a paper then looks."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date

from PySide6.QtWidgets import QWidget

from commission_app.i18n import ENGLISH, LATVIAN, Language, today
from commission_app.rules.vocabulary.institution import InstitutionKind
from commission_app.services import institution, letterheads
from commission_app.services.institution import InstitutionCard, InstitutionForm
from commission_app.services.letterheads import LetterheadLine
from commission_app.ui.columns import Column, State
from commission_app.ui.desk import Desk
from commission_app.ui.forms import Form
from commission_app.ui.preferences.letterhead_picture import LetterheadPicture
from commission_app.ui.preferences.page import Page
from commission_app.ui.two_languages import half
from commission_app.ui.widgets.choice import Choice
from commission_app.ui.widgets.date_edit import DateEdit
from commission_app.ui.widgets.inputs import TextInput, TickInput
from commission_app.ui.widgets.rows_table import RowsTable

_ROWS = 5


class InstitutionPage(Page):
    """One form; the day in it says from when a new name, address, head or picture counts."""

    def __init__(self, desk: Desk) -> None:
        say = desk.language.say
        super().__init__(desk, say("Institution"), say("What the papers say of the institution."))
        self._card: InstitutionCard | None = None
        self._save = self.prominent(say("Save"), self.save)
        self.form = institution_form(desk, self)
        self.form.submitted.connect(self.save)
        self.body.addWidget(self.form)
        self.heading(say("Pictures at the head of the papers"))
        logo = say("Drop the logo here, a PNG or JPEG picture; it stands at the head of every paper.")
        arms = say("Drop the coat of arms here where the institution bears one; it stands before the logo.")
        self.logo = self._picture(say("Logo"), logo, institution.set_logo)
        self.arms = self._picture(say("Coat of arms"), arms, institution.set_arms)
        in_latvian = self.button(say("Sample in Latvian …"), lambda: self.show_sample(LATVIAN), "eye")
        in_english = self.button(say("Sample in English …"), lambda: self.show_sample(ENGLISH), "eye")
        self.heading(say("Letterheads by their day"), in_latvian, in_english)
        self.table = RowsTable(self._columns(), self)
        self.table.opened.connect(lambda _: self.show_sample(self.language))
        self.table.setFixedHeight((_ROWS + 1) * self.table.verticalHeader().defaultSectionSize())
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Asks for the institution; what is being typed stays."""
        self.jobs.ask(self, institution.card).then(self._show)
        self.jobs.ask(self.table, letterheads.editions).then(self.table.show_rows)

    def save(self) -> None:
        """Stores what is said of the institution."""
        if self._card is None or not self.form.check():
            return
        done = self.jobs.do(self.form, institution.edit, self._card.version, form_of(self.form))
        done.resting(self._save).then(lambda _: self._saved())

    def show_sample(self, language: Language) -> None:
        """Shows a sheet with the letterhead chosen in the list, else with that of today."""
        from commission_app.ui.widgets.paper_preview import show_paper

        line = self.table.current()
        day = line.valid_from if isinstance(line, LetterheadLine) and not line.in_force else today()
        title = self.language.say("Sample of the letterhead")
        asked = self.jobs.ask_each(self, letterheads.sample, day, language)
        asked.then(lambda data: show_paper(self, self.desk, title, data, f"{title}.pdf"))

    def _picture(self, name: str, invitation: str, act: Callable[..., None]) -> LetterheadPicture:
        part = LetterheadPicture(self.desk, name, invitation, self)
        part.chosen.connect(lambda data, file: self._set_picture(act, data, file))
        self.body.addWidget(part)
        return part

    def _set_picture(self, act: Callable[..., None], data: bytes | None, file: str) -> None:
        if self._card is not None:
            since = self.form.values()["valid_from"]
            day = since if isinstance(since, date) else None
            self.jobs.do(self, act, self._card.version, data, day, file).then(lambda _: self._pictured())

    def _pictured(self) -> None:
        """What is being typed in the form meanwhile stays, and can be saved after it."""
        self.told.emit(self.language.say("Institution saved"))
        self.jobs.ask_each(self, institution.card).then(self._know_pictures)
        self.jobs.ask(self.table, letterheads.editions).then(self.table.show_rows)

    def _know_pictures(self, card: InstitutionCard | None) -> None:
        if card is not None:
            self._card = card
            self._show_pictures(card)

    def _saved(self) -> None:
        self.form.mark_clean()
        self.told.emit(self.language.say("Institution saved"))
        self.refresh()

    def _show(self, card: InstitutionCard | None) -> None:
        if card is None:
            return
        if not self.form.dirty():
            self._card = card
            self.form.load(card.form)
        self._show_pictures(card)

    def _show_pictures(self, card: InstitutionCard) -> None:
        self.logo.show_picture(card.logo)
        self.arms.show_picture(card.arms)

    def _columns(self) -> tuple[Column[LetterheadLine], ...]:
        language, say = self.language, self.language.say
        now, other = State(say("in force"), "good"), State(say("not in force"), "neutral", "clock")

        def shown(line: LetterheadLine) -> str:
            parts = (say("coat of arms") if line.arms else "", say("logo") if line.logo else "")
            signing = say("signed electronically") if line.electronic else ""
            return ", ".join(part for part in (*parts, signing) if part)

        return (
            Column("since", say("In force from"), lambda line: language.date(line.valid_from), width_hint=13),
            Column("name", say("Name"), lambda line: half(language, line.name_lv, line.name_en), stretch=True),
            Column("head", say("Head"), lambda line: line.head_name, width_hint=22),
            Column("with", say("Shows"), shown, width_hint=30),
            Column("state", say("State"), lambda line: now if line.in_force else other, width_hint=14),
        )


def institution_form(desk: Desk, parent: QWidget) -> Form:
    """The fields of an institution."""
    language, say = desk.language, desk.language.say
    form = Form(language, parent)
    form.add("name_lv", say("Name in Latvian"), TextInput(), required=True)
    form.add("name_en", say("Name in English"), TextInput(), beside=True)
    form.add("kind", say("Kind"), Choice().offer_words(language, InstitutionKind))
    form.add("registration_number", say("Registration number"), TextInput(), beside=True)
    form.add("address_lv", say("Address"), TextInput())
    form.add("address_en", say("Address in English"), TextInput(), beside=True)
    where = say("as a decision begins: “Rīgā”")
    form.add("place_locative_lv", say("Place, in the locative"), TextInput(), help_text=where)
    form.add("place_en", say("Place in English"), TextInput(), beside=True)
    form.add("email", say("E-mail"), TextInput())
    form.add("phone", say("Telephone"), TextInput(), beside=True)
    form.add("website", say("Website"), TextInput())
    form.heading(say("Head of the institution"))
    form.add("head_name", say("Name and surname"), TextInput())
    form.add("head_post_lv", say("Post in Latvian"), TextInput(), beside=True)
    form.add("head_post_en", say("Post in English"), TextInput(), beside=True)
    note = say("Decisions, minutes, certificates and letters then say so; the line itself stands among the texts.")
    form.add("electronic", "", TickInput(say("Papers are signed electronically")), help_text=note)
    told = say("Leave the day to correct a mistake; type a new one when the name, the address or the head changes.")
    form.add("valid_from", say("Name, address, head and pictures are so from"), DateEdit(language), help_text=told)
    return form


def form_of(form: Form) -> InstitutionForm:
    """What was entered, as the office wants it."""
    values = form.values()
    kind, since = values["kind"], values["valid_from"]
    others = ("kind", "valid_from", "electronic")
    texts = {field.name: str(values[field.name]) for field in fields(InstitutionForm) if field.name not in others}
    return InstitutionForm(
        **texts,
        kind=kind if isinstance(kind, InstitutionKind) else InstitutionKind.COLLEGE,
        electronic=bool(values["electronic"]),
        valid_from=since if isinstance(since, date) else None,
    )
